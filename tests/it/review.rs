//! Review side by side: marks are kept, become the notice of deficiencies, and grow old when the applicant mends.

use std::collections::BTreeSet;

use diesel::prelude::*;
use ruqsat::application::EventKind;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Admin, Auditor, Officer, Operator, Supervisor};
use ruqsat::store::schema::trail as events;
use ruqsat::store::trail;

use super::support::http::Request;
use super::support::journeys::filed;
use super::support::{Person, TestApp, answers, each_db, files};

#[test]
fn what_was_marked_to_be_mended_stands_in_the_notice_and_comes_back_old_beside_new() {
    each_db(|kind| {
        let (app, mut person, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").sees("desk-step-situation");
        officer.presses("review-keep");
        assert_eq!(officer.status(), 422);
        officer.sees("review-verdict-missing");
        officer.ticks_value("verdict", "right").presses("review-keep").sees("step-person");

        // A note is kept, and leads into the notice; what was not finished is there on the next day.
        officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "mend");
        officer.fills("review-note", "Phone: one digit is missing").presses("review-keep");
        app.it_is("2026-06-11");
        officer.takes(&number).follows("review-open").follows("step-contacts");
        assert_eq!(officer.finds_in("review-note"), "Phone: one digit is missing");
        officer.takes(&number).follows("move-return");
        let remark = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(remark.value, "Phone: one digit is missing");
        officer.puts("reason-paper-passport", "reason-unreadable").presses("desk-return").sees("status-returned");

        // The applicant sees exactly these, in the own language, with the day; the rest stays closed.
        person.goes_to("/track").sees("Phone: one digit is missing").sees("reason-unreadable").sees_day("2026-06-25");
        person.goes_to("/apply/person");
        assert!(!person.is_at("/apply/person"), "{}", person.page.told());
        let mut mended = answers::adult().contacts;
        mended.phone = "+7 701 123 45 69".into();
        person.saves(&mended).goes_to("/apply/check").presses_to("/apply/submit");

        // The queue tells it from a new case, and the review begins with what is new, beside what was asked for.
        officer.takes(&number).goes_to("/desk").sees("queue-news-mended").follows(&number).follows("review-open");
        officer.sees("review-outdated").sees("review-mended").sees("+7 701 123 45 69");
        officer.sees("review-remarked").sees("Phone: one digit is missing");
        officer.takes(&number).follows("review-open").sees("review-changed");
    });
}

#[test]
fn an_item_is_marked_by_keys_and_the_next_one_has_the_focus() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").sees("review-keys");
        let tree = &officer.page.tree;
        let said = tree.all("div").find(|id| tree.attribute(*id, "class") == Some("said")).unwrap();
        let keys: Vec<&str> = tree.inside(said).into_iter().filter_map(|id| tree.attribute(id, "data-key")).collect();
        assert_eq!(keys, ["1", "2", "3", "n"], "nothing is before the first");
        officer.ticks_value("verdict", "right").presses("review-keep");
        assert!(officer.page.address.ends_with("#item"), "{}", officer.page.address);
        let tree = &officer.page.tree;
        let place = tree.all("h1").find(|id| tree.attribute(*id, "id") == Some("item")).unwrap();
        assert_eq!(tree.attribute(place, "tabindex"), Some("-1"));
        officer.sees("step-person").ticks_value("verdict", "right").presses("review-next");
        assert!(officer.page.address.ends_with("#item"), "{}", officer.page.address);
        officer.presses("review-previous");
        assert_eq!(officer.finds_in("review-verdict"), "right", "what was marked on the way is kept");
    });
}

#[test]
fn a_mark_is_on_what_the_clerk_saw() {
    each_db(|kind| {
        let (app, mut person, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("move-return").remarks("contacts", "A digit is missing").presses("desk-return");
        officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "right");
        officer.fills("review-note", "Seen");
        let mut mended = answers::adult().contacts;
        mended.phone = "+7 701 123 45 69".into();
        person.saves(&mended);
        officer.presses("review-keep");
        assert_eq!(officer.status(), 422);
        officer.sees("review-changed-meanwhile").sees("+7 701 123 45 69");
        assert_eq!(officer.finds_in("review-note"), "Seen");
        let events = || app.office.db.read(trail::head).unwrap().seq;
        let before = events();
        officer.presses("review-keep");
        assert_eq!(officer.status(), 200, "{}", officer.page.told());
        assert!(events() > before, "the mark is an event of the chain");
        assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());
    });
}

#[test]
fn a_note_without_a_verdict_is_kept_and_counts_for_no_mark() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").follows("step-contacts").does_not_see("review-begun");
        officer.fills("review-note", "Ask for the flat").presses("review-keep");
        assert_eq!(officer.status(), 200, "{}", officer.page.told());
        officer.sees("review-begun").sees("review-begun-next");
        // Another item, another day: the note stands there, and is no remark before somebody says so.
        officer.follows("step-person").does_not_see("review-begun-next").sees("review-begun");
        assert_eq!(officer.finds_in("review-note"), "");
        app.it_is("2026-06-11");
        officer.takes(&number).follows("move-return").does_not_see("Ask for the flat").does_not_see("desk-marked");
        officer.takes(&number).follows("review-open").follows("step-contacts");
        assert_eq!(officer.finds_in("review-note"), "Ask for the flat");
        // Going on by the buttons of the neighbours keeps what was typed, and says nothing where nothing was.
        officer.fills("review-note", "Ask for the house").presses("review-previous");
        officer.does_not_see("review-begun-next").presses("review-next").sees("review-begun-next");
        assert_eq!(officer.finds_in("review-note"), "Ask for the house");
        // Emptied, it is gone; with a verdict it is a mark.
        officer.fills("review-note", "").presses("review-keep").does_not_see("review-begun");
        officer.fills("review-note", "One digit is missing").presses("review-keep").sees("review-begun-next");
        officer.ticks_value("verdict", "mend").presses("review-keep").does_not_see("review-begun");
        officer.takes(&number).follows("move-return").sees("desk-marked");
        let remark = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(remark.value, "One digit is missing");
        assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());
    });
}

/// The list at the side leads away as the buttons of the neighbours do: with what was ticked and written.
#[test]
fn the_list_of_items_takes_along_what_was_marked() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").presses("step-contacts").ticks_value("verdict", "mend");
        officer.fills("review-note", "One digit is missing").presses("document-housing");
        assert!(officer.page.address.contains("item=paper-housing"), "{}", officer.page.address);
        assert_eq!(officer.finds_in("review-note"), "");
        officer.sees("verdict-mend").presses("step-contacts");
        assert_eq!(officer.finds_in("review-verdict"), "mend");
        assert_eq!(officer.finds_in("review-note"), "One digit is missing");
    });
}

#[test]
fn what_is_being_written_is_kept_by_the_script_and_told_of_once() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("review-open").follows("step-contacts");
        let page = officer.page.address.clone();
        let mut colleague = app.clerk(Supervisor, Kk);
        colleague.opens(&page);
        let types = |clerk: &mut Person, note: &str| {
            let mut sent = clerk.fills("review-note", note).would_send("review-keep");
            sent.fields.push(("autosave".to_owned(), "yes".to_owned()));
            clerk.sends(clerk.request_of(&sent))
        };
        let marked = || {
            let all = events::table.filter(events::kind.eq(EventKind::Marked.code())).count();
            app.office.db.read(|conn| Ok(all.get_result::<i64>(conn)?)).unwrap()
        };
        let told: serde_json::Value = serde_json::from_slice(&types(&mut officer, "One").body).unwrap();
        assert_eq!(told["saved"], "Сақталды, сағат 10:00");
        officer.puts("seen", told["seen"].as_str().unwrap());
        for note in ["One digit", "One digit is missing"] {
            assert_eq!(types(&mut officer, note).status, 200);
        }
        assert_eq!(marked(), 1, "one note, however often its writer paused");
        // Another computer has it; a colleague who writes on the same case is told that it is taken.
        officer.opens(&page).sees("review-begun-next");
        assert_eq!(officer.finds_in("review-note"), "One digit is missing");
        assert_eq!(types(&mut colleague, "Mine").status, 409);
        officer.opens(&page);
        assert_eq!(officer.finds_in("review-note"), "One digit is missing");
        // The button says the last word, and goes on.
        officer.ticks_value("verdict", "mend").presses("review-keep").does_not_see("review-begun");
        assert_eq!(marked(), 2);
    });
}

#[test]
fn who_only_goes_on_from_an_old_page_changes_nothing_that_a_colleague_said_meanwhile() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").follows("step-contacts").fills("review-note", "Begun");
        officer.presses("review-keep").sees("review-begun");
        let mut head = app.clerk(Supervisor, Ru);
        let page = officer.page.address.split(['#', '?']).next().unwrap().to_owned();
        let item = format!("{page}?item=step-contacts");
        officer.goes_to("/desk").follows(&number).presses("claim-give-back");
        head.opens(&item);
        assert_eq!(head.finds_in("review-note"), "Begun");
        officer.opens(&item).fills("review-note", "One digit is missing").ticks_value("verdict", "mend");
        officer.presses("review-keep").goes_to("/desk").follows(&number).presses("claim-give-back");
        head.presses("review-next");
        head.opens(&item);
        assert_eq!((head.finds_in("review-note").as_str(), head.status()), ("One digit is missing", 200));
        head.goes_to("/desk").follows(&number).sees("claim-nobody");
    });
}

#[test]
fn the_counter_sees_what_the_review_left_to_be_mended() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, mut person, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, Ru);
            officer.takes(&number).follows("review-open").ticks_value("verdict", "right");
            officer.presses("review-keep");
            officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "mend");
            officer.fills("review-note", "Phone: one digit is missing").presses("review-keep");
            officer.takes(&number).follows("review-open").follows("document-housing");
            officer.fills("review-note", "Ask for the flat").presses("review-keep").sees("review-begun-next");

            app.it_is("2026-06-12"); // nobody holds the case any more
            let mut operator = app.clerk(Operator, reads);
            operator.takes(&number).follows("move-accept").sees("desk-review-left");
            operator.sees("verdict-mend").sees("Phone: one digit is missing").sees("review-begun");
            // Sent with an original that is not ticked, the page still says so.
            operator.presses("desk-accept");
            assert_eq!(operator.status(), 422);
            operator.sees("Phone: one digit is missing").sees("Ask for the flat");
            operator.follows("step-contacts");
            assert_eq!(operator.finds_in("review-note"), "Phone: one digit is missing");

            // Mended, it is said no more.
            operator.takes(&number).follows("move-return").puts("remark-step-contacts", "One digit is missing");
            operator.presses("desk-return").sees("status-returned");
            let mut mended = answers::adult().contacts;
            mended.phone = "+7 701 123 45 69".into();
            person.saves(&mended).goes_to("/apply/check").presses_to("/apply/submit");
            operator.takes(&number).follows("move-accept").does_not_see("Phone: one digit is missing");
            operator.sees("Ask for the flat");
        });
    }
}

#[test]
fn what_has_ended_is_read_and_no_longer_marked() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, _, number) = filed(kind, Ru);
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number).follows("review-open").ticks_value("verdict", "right");
            officer.fills("review-note", "Seen with the passport").presses("review-keep");
            app.it_is("2026-06-12"); // nobody holds the case any more
            officer.takes(&number).follows("review-open").ticks_value("verdict", "right");
            let late = officer.would_send("review-keep");
            let mut operator = app.clerk(Operator, Ru);
            operator.takes(&number).follows("move-refuse_acceptance").chooses("document-housing", "fault-missing");
            operator.presses("desk-refuse-acceptance");
            assert!(operator.page.address.ends_with("/refused-acceptance"), "{}", operator.page.told());

            officer.submits(late);
            assert_eq!(officer.status(), 409);
            officer.sees("denied-finished").follows("review-look").follows("desk-step-situation");
            officer.sees("review-verdict-kept").sees("Seen with the passport");
            assert!(officer.page.buttons(&officer.says("review-keep")).is_empty());
        });
    }
}

/// The standard reasons that the notice offers.
fn offered(clerk: &Person) -> Vec<String> {
    let tree = &clerk.page.tree;
    tree.all("option").map(|option| tree.text(option)).collect()
}

#[test]
fn the_office_keeps_its_own_list_of_reasons() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Ru);
        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to("/admin/reasons").fills("reasons-ru", "Only half").presses("reasons-keep");
        assert_eq!(admin.status(), 422);
        admin.sees("reasons-about-missing").sees("reasons-missing-kk");
        assert_eq!(admin.finds_in("reasons-ru"), "Only half");
        admin.puts("about", "step-fee").fills("reasons-kk", "kk-words").fills("reasons-ru", "ru-words");
        admin.fills("reasons-citation-kk", "art. 1").presses("reasons-keep").sees("kk-words");
        // Who looked at one to change it leaves it as it is.
        let change = format!("{}: ru-words", admin.says("reasons-change"));
        admin.does_not_see("reasons-leave").follows(&change);
        assert_eq!(admin.finds_in("reasons-ru"), "ru-words");
        admin.follows("reasons-leave").does_not_see("reasons-leave").sees("kk-words");
        assert_eq!(admin.finds_in("reasons-ru"), "");

        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("move-return");
        assert!(offered(&officer).contains(&"kk-words (art. 1)".to_owned()));
        assert!(
            !offered(&officer).iter().any(|reason| reason.contains("ru-words")),
            "in the applicant's language only"
        );

        let mut supervisor = app.clerk(Supervisor, Ru);
        let retire = format!("{}: ru-words", supervisor.says("reasons-retire"));
        supervisor.goes_to("/admin/reasons").presses(&retire).sees("reasons-retired");
        // Who changed the list stands in the chain.
        admin.goes_to("/admin/trail").sees("event-reasons_changed").sees("supervisor KZ75");
        officer.takes(&number).follows("move-return");
        assert!(!offered(&officer).iter().any(|reason| reason.contains("kk-words")));
        for mut stranger in [app.clerk(Operator, Ru), app.clerk(Auditor, Ru)] {
            stranger.goes_to("/admin/reasons");
            assert_eq!(stranger.status(), 403);
        }
    });
}

/// Address behind a link whose text begins so.
pub fn link(clerk: &Person, text: &str) -> String {
    let (tree, text) = (&clerk.page.tree, clerk.says(text));
    let found = tree.all("a").find(|id| tree.text(*id).starts_with(&text));
    let found = found.unwrap_or_else(|| panic!("no link «{text}» on {}", clerk.page.told()));
    tree.attribute(found, "href").unwrap().to_owned()
}

/// Attributes of the elements of a name on the page.
pub fn attributes(clerk: &Person, element: &str, name: &str) -> Vec<String> {
    let tree = &clerk.page.tree;
    tree.all(element).filter_map(|id| tree.attribute(id, name)).map(str::to_owned).collect()
}

#[test]
fn beside_an_answer_lies_the_part_of_the_paper_that_it_comes_from() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let (number, _) = person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        // The open passport: the data page lies, and a second page.
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        person.takes_away_all(ruqsat::law::DocumentKind::Passport);
        let pages = files::pdf_of_pages((354, 249), &["0 0 354 70 re f", "0 0 9 9 re f"]);
        person.brings(ruqsat::law::DocumentKind::Passport, &pages);
        person.files();

        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("review-open").follows("step-passport");
        let on_paper = format!("{}: {}", officer.says("review-on-paper"), officer.says("passport-number"));
        officer.opens(&link(&officer.clone(), &on_paper));
        officer.sees("view-part-number").sees("view-usually");
        // Top right of the data page, in pixels of the picture; the picture itself comes.
        let part: Vec<f64> =
            attributes(&officer, "svg", "viewbox")[0].split(' ').map(|number| number.parse().unwrap()).collect();
        let picture = attributes(&officer, "image", "href").remove(0);
        let size = attributes(&officer, "image", "width").remove(0).parse::<f64>().unwrap();
        assert!(part[0] > size / 2.0 && part[1] == 0.0 && part[0] + part[2] <= size, "{part:?} of {size}");
        assert_eq!(officer.sends(Request::get(&picture)).status, 200);

        // Paged, turned and enlarged by plain links; what was chosen before stays.
        officer.opens(&link(&officer.clone(), "view-part-zone")).sees("view-part-zone");
        let presses = |officer: &mut Person, key: &str| {
            let tree = &officer.page.tree;
            let found = tree.all("a").find(|id| tree.attribute(*id, "data-key") == Some(key));
            let to = tree.attribute(found.unwrap_or_else(|| panic!("no {key}")), "href").unwrap().to_owned();
            officer.opens(&to);
        };
        for key in ["+", "+", "r", "n"] {
            presses(&mut officer, key);
        }
        officer.sees("×3").sees("90°");
        assert!(officer.page.address.contains("page=2&turn=90&zoom=3"), "{}", officer.page.address);
        assert_eq!(attributes(&officer, "g", "transform"), ["translate(996 0) rotate(90)"]);
        assert_eq!(attributes(&officer, "svg", "width").last().unwrap(), "300%");
        presses(&mut officer, "l");
        presses(&mut officer, "p");
        officer.does_not_see("90°").sees("×3").does_not_see("view-usually");
        // The next file is another paper that tells of the same answers.
        presses(&mut officer, "]");
        assert!(officer.page.address.contains("item=step-passport"), "{}", officer.page.address);
        let names = attributes(&officer, "svg", "aria-label");
        let last = names.last().unwrap().replace('\u{a0}', " ");
        assert!(last.starts_with(&officer.says("document-photo").replace('\u{a0}', " ")), "{last}");
        presses(&mut officer, "[");

        // The paper has a page of its own, for all who read cases; it leads to the one before and the one after.
        let mut operator = app.clerk(Operator, Ru);
        operator.takes(&number).goes_to(&format!("/desk/cases/{id}/papers/passport"));
        let named = attributes(&operator, "section", "aria-label");
        assert!(named.contains(&operator.says("view-title")), "{named:?} on {}", operator.page.told());
        // Order 642, row 8: item 3) follows item 2).
        let next = operator.says("document-solvency");
        operator.opens(&link(&operator.clone(), &next)).sees("document-solvency");
        for none in ["nothing", "birth_certificate", "..%2fpassport"] {
            operator.goes_to(&format!("/desk/cases/{id}/papers/{none}"));
            assert_eq!(operator.status(), 404, "{none}");
        }
    });
}

#[test]
fn a_finding_stands_first_with_its_citation_and_the_answers_that_made_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let mut applicant = answers::adult();
        // An IIN of somebody born on another day: advice, so it is filed all the same.
        applicant.person.iin = "880229300007".into();
        let number = person.applies(&applicant);
        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("review-open").follows("step-person");
        let text = officer.page.text();
        let place = |wanted: &str| text.find(&officer.says(wanted)).unwrap_or_else(|| panic!("no {wanted}: {text}"));
        // The IIN as it was given, and what the portal reads in it.
        officer.clone().sees_day("1988-02-29");
        let first = place("error-iin_birth");
        assert!(first < text.find("880229300007").unwrap(), "the finding comes before the answers");
        let inputs: String = text[first..].chars().take(700).collect();
        for input in ["person-iin", "situation-born_on", "citation-row8-item-1"] {
            assert!(inputs.contains(&officer.says(input)), "{input}: {inputs}");
        }
    });
}

#[test]
fn every_finding_of_a_case_names_its_provision_and_what_it_was_made_of() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let mut applicant = answers::adult();
        applicant.person.iin = "880229300007".into();
        applicant.passport.expires_on = answers::is("2027-01-05");
        applicant.history.as_mut().unwrap().expelled = answers::is("yes");
        applicant.history.as_mut().unwrap().expelled_on = answers::is("2023-01-05");
        let number = person.applies(&applicant);
        // Before anybody looks, the passport became too old and the bank's paper stale.
        app.it_is("2027-01-11");
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open");
        let review = officer.page.address.split(['?', '#']).next().unwrap_or_default().to_owned();
        let tree = &officer.page.tree;
        let items: BTreeSet<String> = tree
            .all("button")
            .filter(|one| tree.attribute(*one, "name") == Some("go"))
            .filter_map(|one| tree.attribute(one, "value"))
            .map(|item| format!("{review}?item={item}"))
            .collect();
        let mut seen = Vec::new();
        for item in items {
            officer.opens(&item);
            let tree = &officer.page.tree;
            let lists: Vec<_> = tree.all("ul").filter(|id| tree.attribute(*id, "class") == Some("findings")).collect();
            let under = |id: usize, name: &str| -> Vec<usize> {
                tree.all(name).filter(|one| tree.inside(id).contains(one)).collect()
            };
            for finding in lists.into_iter().flat_map(|list| under(list, "li")) {
                let told = tree.text(finding);
                assert_eq!(under(finding, "cite").len(), 1, "no provision: {told}");
                // That nobody agreed to the frame rests on nothing that was said.
                let silent = told.contains(&officer.says("desk-error-photo_unconfirmed"));
                let made_of = told.contains('(') && told.contains(':');
                assert!(made_of || silent, "nothing that it was made of: {told}");
                seen.push(told);
            }
        }
        assert!(seen.iter().any(|told| told.contains(&officer.says("error-iin_birth"))), "{seen:#?}");
        assert!(seen.len() >= 4, "{seen:#?}");
        assert!(seen.iter().any(|told| told.contains(&officer.says("review-on-day"))), "{seen:#?}");
    });
}

#[test]
fn beside_each_answer_stands_what_the_portal_made_of_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let mut applicant = answers::adult();
        applicant.contacts.phone = "8 (701) 123-45-67".into();
        applicant.passport.number = "u 1234-5678".into();
        let number = person.applies(&applicant);
        for (language, words) in
            [(Kk, ["36 жаста", "1 387,28 АЕК", "14 ай қалды"]), (Ru, ["36 лет", "1 387,28 МРП", "осталось 14 месяцев"])]
        {
            let mut officer = app.clerk_of(if language == Kk { Officer } else { Supervisor }, "KZ75", language);
            officer.takes(&number).follows("review-open");
            let told = |officer: &mut Person, step: &str| {
                officer.follows(step);
                officer.page.text()
            };
            let situation = told(&mut officer, "desk-step-situation");
            assert!(situation.contains(&format!("→ {}", words[0])) && situation.contains("→ TUR"), "{situation}");
            // The applicant's letters are in Kazakh: for who reads Russian the original stands beside.
            assert!(situation.contains("Түркия") && (language == Kk || situation.contains("Турция Түркия")));
            let names = told(&mut officer, "step-person");
            assert!(names.contains("YILMAZ") && names.contains("IYLMAZ"), "{names}");
            let passport = told(&mut officer, "step-passport");
            assert!(passport.contains("→ U12345678"), "{passport}");
            let contacts = told(&mut officer, "step-contacts");
            assert!(contacts.contains("→ +77011234567"), "{contacts}");
            assert!(contacts.contains(&format!("→ {}", officer.says("unit-KZ75"))), "{contacts}");
            assert!(told(&mut officer, "step-arrival").contains(words[2]), "{}", officer.page.text());
            assert!(told(&mut officer, "step-solvency").contains(words[1]), "{}", officer.page.text());
        }
    });
}
