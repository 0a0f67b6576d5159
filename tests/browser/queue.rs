//! A clerk's morning in a real browser: lists and their days, searches, a filter that is filled in and one that is kept; the
//! head gives cases out while a clerk takes one of them; two clerks decide one case and the second is stopped. Once in each
//! language of the office, with and without JavaScript, one of them at the counter's tablet.
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::Role::{Officer, Operator, Supervisor};

use crate::house::{Kind, TestApp, answers};
use crate::visitor::Visitor;

/// Somebody of the office at a screen of this width.
fn clerk(app: &TestApp, name: &str, language: Language, width: u32, javascript: bool) -> Visitor {
    let visitor = Visitor::new(app, language, width, javascript);
    app.employs_as(name, Officer, language);
    visitor.signs_in(name);
    visitor
}

impl Visitor {
    /// The words of an id with a number in them.
    fn counts(&self, id: &str, name: &str, value: &str) -> String {
        let mut args = ruqsat::language::Args::new();
        match value.parse::<i64>() {
            Ok(count) => args.set(name, count),
            Err(_) => args.set(name, value),
        }
        self.language.text_with(id, &args)
    }

    /// Ticks a case of the queue.
    #[track_caller]
    fn ticks_case(&self, number: &str) {
        self.browser.tick(&self.counts("assign-tick", "number", number));
    }

    #[track_caller]
    fn does_not_see(&self, id: &str) {
        assert!(!self.browser.has(&self.says(id)), "sees “{}”:\n{}", self.says(id), self.browser.text());
    }
}

fn morning(language: Language, javascript: bool) {
    let app = TestApp::on(Kind::Sqlite);
    let mut other = answers::adult();
    (other.person.surname, other.person.given_names) = ("Ахметов".into(), "Қайрат".into());
    (other.person.surname_latin, other.person.given_names_latin) = ("AKHMETOV".into(), "KAIRAT".into());
    (other.person.former_name, other.person.iin) = ("Сериков".into(), "900203300011".into());
    (other.passport.number, other.contacts.phone) = ("N7654321".into(), "+7 702 765 43 21".into());
    let (first, second) = (app.person(Kk).applies(&answers::adult()), app.person(Ru).applies(&answers::adult()));
    let kairat = app.person(Ru).applies(&other);

    // Lists and their counts; what she takes waits for her.
    let anna = clerk(&app, "anna", language, 1280, javascript);
    let tab = |list: &str, count: usize| format!("{} {count}", anna.says(&format!("queue-list-{list}")));
    anna.presses(&tab("new", 3));
    for number in [&first, &second, &kairat] {
        anna.sees(number);
    }
    anna.takes(&first);
    anna.presses("claim-take");
    anna.opens("/desk");
    anna.presses(&tab("waiting_for_me", 1));
    anna.sees(&first);
    anna.sees("queue-held-own");
    anna.does_not_see(&second);

    // Found in other letters, by the former name and by each number; then by all that is filled in together.
    let numbers = ["N 7654321", "8 702 765 43 21", "900203300011", &kairat];
    for words in ["Кайрат", "qairat", "Serikov"].into_iter().chain(numbers) {
        anna.opens("/desk");
        anna.fills("desk-search-label", words);
        anna.presses("desk-search");
        anna.sees(&kairat);
        anna.does_not_see(&first);
    }
    anna.opens("/desk");
    anna.presses("queue-filter");
    anna.arrives_at("/desk/filter");
    anna.fills("desk-search-label", "Кайрат");
    anna.chooses("queue-lists", "queue-list-new");
    anna.chooses("queue-citizenship", "country-TUR");
    anna.browser.fill_date(&anna.says("queue-filed_from"), (10, 6, 2026));
    anna.presses("queue-filter-show");
    anna.arrives_at("/desk");
    anna.sees(&kairat);
    anna.does_not_see(&first);
    anna.does_not_see(&second);

    // A filter is kept, used and removed.
    anna.opens("/desk?list=new");
    anna.browser.click(&anna.says("queue-keep"));
    anna.fills("queue-keep-name", "Таң");
    anna.presses("queue-keep-do");
    anna.opens("/desk");
    anna.presses("Таң");
    anna.arrives_at("/desk");
    // The crosses that take away a kept filter, and a part of it, can be hit with a finger.
    let crosses = anna.browser.asks(
        "return [...document.querySelectorAll('main :is(a, button)')].filter(one => one.textContent.startsWith('×'))\
         .map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height));",
    );
    let large = crosses.iter().filter(|side| side.parse::<f64>().is_ok_and(|side| side >= 24.0)).count();
    assert!(crosses.len() == 2 && large == 2, "{crosses:?}");
    // Each stands beside its words, however narrow the window is.
    anna.browser.as_wide_as(320);
    let apart = anna.browser.asks(
        "return [...document.querySelectorAll('main :is(a, button)')].filter(one => one.textContent.startsWith('×'))\
         .map(one => [one, one.closest('li, .chip').firstElementChild])\
         .map(([cross, words]) => Math.abs(cross.getBoundingClientRect().left - words.getBoundingClientRect().right));",
    );
    assert!(apart.iter().all(|gap| gap.parse::<f64>().is_ok_and(|gap| gap < 1.0)), "{apart:?}");
    anna.browser.as_wide_as(1280);
    anna.presses(&format!("×{}", anna.counts("queue-keep-remove", "name", "Таң")));
    anna.does_not_see("Таң");

    // The head gives two out; Berik, at the tablet, takes one of them meanwhile.
    let berik = clerk(&app, "berik", language, 360, javascript);
    let head = Visitor::new(&app, language, 1920, javascript);
    head.works_as(&app, Supervisor);
    // All rooms of a head, their name and the way out stand in one row of the smallest desk.
    head.browser.as_wide_as(1280);
    let bar = head.browser.asks("return [document.querySelector('.bar.staff').getBoundingClientRect().height];");
    assert!(bar[0].parse::<f64>().is_ok_and(|height| height < 50.0), "{bar:?}");
    head.browser.as_wide_as(1920);
    head.ticks_case(&second);
    head.ticks_case(&kairat);
    head.presses("assign-ticked");
    head.sees(&second);
    head.sees(&kairat);
    head.does_not_see(&first);
    let to = head.counts("assign-has", "count", "1");
    let anna_in_list = format!("anna, {} – {to}", head.says("staff-role-officer"));
    head.browser.choose(&head.says("claim-to"), &anna_in_list);
    app.it_is("2026-06-10 10:05");
    berik.takes(&kairat);
    berik.presses("claim-take");
    assert!(berik.browser.content_width() <= 360, "nothing to scroll sideways");
    app.it_is("2026-06-10 10:06");
    head.presses("assign-do");
    head.sees("assign-given");
    head.sees(&second);
    head.sees("assign-stays-taken");
    head.sees("berik");
    anna.opens("/desk?list=waiting_for_me");
    anna.sees(&first);
    anna.sees(&second);
    berik.opens("/desk?list=waiting_for_me");
    berik.sees(&kairat);
    // At the tablet each row of tabs is one line, which begins with the tab that is open.
    let lines = berik.browser.asks(
        "return [...document.querySelectorAll('.tabs ul')]\
         .map(row => new Set([...row.children].map(one => Math.round(one.getBoundingClientRect().top))).size);",
    );
    assert!(lines.len() == 2 && lines.iter().all(|count| count == "1"), "{lines:?}");
    let open = "return [document.querySelector('.tabs [aria-current]').getBoundingClientRect().right];";
    let end = berik.browser.asks(open);
    assert!(end[0].parse::<f64>().is_ok_and(|right| right <= 360.0), "{end:?}");
    assert!(berik.browser.content_width() <= 360, "nothing to scroll sideways");

    // What was returned waits for the applicant; what was accepted is due on its last day, and late on the next.
    let is_alone_in = |list: &str, number: &str| {
        anna.presses(&tab(list, 1));
        anna.sees(number);
        for other in [&first, &second, &kairat].into_iter().filter(|other| *other != number) {
            anna.does_not_see(other);
        }
    };
    anna.returns(&second, "contacts", "One digit is missing");
    anna.opens("/desk");
    is_alone_in("with_applicant", &second);
    app.it_is("2026-06-12 18:45"); // Friday, after hours: the term is counted from Monday
    app.clerk(Operator, language).accepts(&first);
    for (day, list) in [("2026-07-30", "due_today"), ("2026-07-31", "overdue")] {
        app.it_is(day);
        anna.signs_in("anna");
        is_alone_in(list, &first);
    }
}

#[test]
fn a_morning_in_kazakh() {
    morning(Kk, true);
}

#[test]
fn a_morning_in_russian_without_javascript() {
    morning(Ru, false);
}

/// Two clerks before one case: the second's page is stale by then.
fn decided_twice(language: Language, javascript: bool) {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(Kk).applies(&answers::adult());
    let anna = clerk(&app, "anna", language, 1280, javascript);
    let berik = clerk(&app, "berik", language, 360, javascript);
    let writes = |who: &Visitor, step: &str, text: &str| {
        who.takes(&number);
        who.presses("move-return");
        let step = who.says(&format!("step-{step}"));
        who.browser.click(&step); // unfolds it
        who.browser.fill(&format!("{}: {step}", who.says("desk-remark")), text);
    };
    writes(&berik, "contacts", "One digit is missing");
    app.it_is("2026-06-10 10:05");
    writes(&anna, "person", "Write the patronymic");
    anna.presses("desk-return");
    anna.sees("status-returned");
    app.it_is("2026-06-10 10:06");
    berik.presses("desk-return");
    for words in ["desk-changed-title", "desk-changed-lead", "event-returned", "anna", "10:05", "One digit is missing"]
    {
        berik.sees(words);
    }
    assert!(berik.browser.content_width() <= 360, "nothing to scroll sideways");
    berik.presses("desk-changed-again");
    let step = berik.says("step-contacts");
    berik.browser.click(&step);
    assert_eq!(berik.browser.value(&format!("{}: {step}", berik.says("desk-remark"))), "One digit is missing");
}

#[test]
fn a_stale_decision_is_stopped_in_kazakh() {
    decided_twice(Kk, false);
}

#[test]
fn a_stale_decision_is_stopped_in_russian() {
    decided_twice(Ru, true);
}
