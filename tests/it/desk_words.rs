//! What a clerk reads of an application: whose it is, in words that speak of somebody else; and which room they are in.

use ruqsat::desk::reasons::LONGEST;
use ruqsat::language::Args;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Admin, Officer, Operator, Supervisor};

use super::support::{Kind, Person, TestApp, answers};

#[test]
fn the_desk_speaks_of_the_applicant_and_names_whose_answers_are_corrected() {
    for reads in [Kk, Ru] {
        let app = TestApp::on(Kind::Sqlite);
        let mut person = app.person(reads);
        let number = person.applies(&answers::adult());
        person.goes_to("/apply/check").sees("step-situation");
        let mut operator = app.clerk(Operator, reads);
        operator.takes(&number);
        let (case, name) = (operator.page.address.clone(), operator.page.heading());
        for page in ["", "/return", "/review?item=step-situation"] {
            operator.opens(&format!("{case}{page}")).sees("desk-step-situation").does_not_see("step-situation");
        }
        operator.accepts(&number);
        let mut officer = app.clerk(Officer, reads);
        officer.opens(&format!("{case}/correct/situation")).sees(&number).sees(&name);
        let heading = format!("{}: {}", officer.says("desk-correct"), officer.says("desk-step-situation"));
        assert_eq!(officer.page.heading(), heading);
        officer.does_not_see("why-asked").presses("desk-correct-keep");
        assert_eq!((officer.status(), officer.page.complaints()), (422, vec![officer.says("desk-reason-missing")]));
        officer.follows("desk-back-to-case").sees("desk-findings");
    }
}

#[test]
fn what_stands_in_the_way_of_an_action_leads_to_its_box() {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(Kk).applies(&answers::adult());
    app.clerk(Operator, Ru).accepts(&number);
    let mut officer = app.clerk(Officer, Kk);
    officer.takes(&number).follows("move-prepare_refusal").presses("desk-grounds-choose");
    leads_to(&officer, "denied-no_ground", "grounds");
    officer.ticks_value("ground", "49.4").presses("desk-grounds-choose").presses("desk-prepare");
    leads_to(&officer, "denied-no_evidence", "rests-49-4");
    told_at(&officer, "desk-rests-missing", "rests-49-4");
    officer.chooses("desk-rests-on", "step-solvency").presses("desk-prepare");
    leads_to(&officer, "denied-no_evidence", "shows-49-4");
    told_at(&officer, "desk-rests-missing", "shows-49-4");
    assert_eq!(officer.page.described("rests-49-4"), "", "what is chosen is not wrong");
    officer.fills("desk-rests-shows", "x").presses("desk-prepare");
    leads_to(&officer, "denied-no_reasons", "reasons");
    officer.takes(&number).follows("desk-ask-title").presses("desk-record");
    leads_to(&officer, "desk-lacks-approver", "approver");
    officer.chooses("desk-approver", "approver-bank").presses("desk-record");
    leads_to(&officer, "desk-lacks-number", "outgoing_number");
}

#[test]
fn what_is_wrong_in_the_rooms_of_the_office_leads_to_its_box_and_is_read_first() {
    let app = TestApp::on(Kind::Sqlite);
    app.employs(Officer, "KZ75", Kk);
    let (mut head, mut admin) = (app.clerk(Supervisor, Ru), app.clerk(Admin, Kk));
    head.goes_to("/desk?status=accepted").presses("queue-keep-do");
    leads_to(&head, "queue-keep-name-missing", "name");
    told_at(&head, "queue-keep-name-missing", "name");
    head.sees_first("queue-keep-name-missing");
    admin.goes_to("/admin/stand-ins").presses("stand-in-make");
    leads_to(&admin, "stand-in-people", "absent");
    admin.chooses_holding("stand-in-absent", "supervisor KZ75").chooses_holding("stand-in-deputy", "officer KZ75");
    admin.presses("stand-in-make");
    leads_to(&admin, "stand-in-day", "until");
    admin.sees_first("stand-in-day");
    admin
        .goes_to("/admin/calendar?year=2026")
        .fills("calendar-off", "1.13 x")
        .fills("calendar-worked", "07.07 Tuesday");
    admin.presses("calendar-preview");
    for (line, what, place) in [("1.13 x", "date", "off"), ("07.07 Tuesday", "weekday", "worked")] {
        let told = format!("{line}: {}", admin.says(&format!("calendar-wrong-{what}")));
        leads_to(&admin, &told, place);
        told_at(&admin, &told, place);
    }
    admin.sees_first("calendar-wrong-date");
    admin.fills("calendar-year", "26").presses("calendar-preview");
    leads_to(&admin, &format!("26: {}", admin.says("calendar-wrong-year")), "year");
}

#[test]
fn boxes_of_the_administration_say_what_is_wrong_with_them() {
    let app = TestApp::on(Kind::Sqlite);
    let mut admin = app.clerk(Admin, Kk);
    admin.goes_to("/admin/staff").presses("admin-add");
    for (place, error) in [
        ("name", "error-staff_name"),
        ("login", "error-staff_login"),
        ("role", "error-staff_role"),
        ("unit", "error-staff_unit"),
        ("password", "error-staff_password"),
    ] {
        told_at(&admin, error, place);
    }
    admin.goes_to("/admin/reasons").fills("reasons-citation-ru", &"ы".repeat(LONGEST + 1)).presses("reasons-keep");
    for (place, error) in [("about", "reasons-about-missing"), ("kk", "reasons-sentence-missing")] {
        told_at(&admin, error, place);
    }
    let most = LONGEST.to_string();
    told_at(&admin, &Kk.text_with("reasons-too-long", &Args::from_iter([("max", most.as_str())])), "citation_ru");
    assert_eq!(admin.page.described("citation_kk"), "", "nothing is wrong there");
}

#[track_caller]
fn told_at(clerk: &Person, error: &str, place: &str) {
    let told = clerk.page.described(place);
    assert!(told.contains(&clerk.says(error)), "{place} says «{told}» on {}", clerk.page.told());
}

#[track_caller]
fn leads_to(clerk: &Person, error: &str, place: &str) {
    let tree = &clerk.page.tree;
    let link = tree.all("a").find(|id| tree.text(*id) == clerk.says(error));
    let link = link.unwrap_or_else(|| panic!("no link «{error}» on {}", clerk.page.told()));
    assert_eq!(tree.attribute(link, "href"), Some(format!("#{place}").as_str()));
    let here = (0..tree.nodes.len()).filter(|id| tree.attribute(*id, "id") == Some(place));
    assert_eq!(here.count(), 1, "{place}");
}

#[test]
fn the_bar_marks_the_room_that_the_clerk_is_in() {
    let app = TestApp::on(Kind::Sqlite);
    let mut head = app.clerk(Supervisor, Ru);
    for (room, title) in
        [("/desk", "desk-queue-title"), ("/desk/numbers", "numbers-title"), ("/desk/reminders", "reminders-title")]
    {
        head.goes_to(room);
        let tree = &head.page.tree;
        let bar = tree.all("nav").find(|id| tree.attribute(*id, "aria-label") == Some(&head.says("desk-nav"))).unwrap();
        let marked = tree.inside(bar).into_iter().filter(|id| tree.attribute(*id, "aria-current") == Some("page"));
        assert_eq!(marked.map(|id| tree.text(id)).collect::<Vec<_>>(), [head.says(title)]);
    }
}

/// The texts of the strong buttons and links of the page.
fn strong(clerk: &Person) -> Vec<String> {
    let tree = &clerk.page.tree;
    let is_strong = |id: &usize| {
        let classes: Vec<&str> = tree.attribute(*id, "class").unwrap_or_default().split(' ').collect();
        classes.contains(&"button") && !classes.contains(&"secondary")
    };
    tree.all("a").chain(tree.all("button")).filter(is_strong).map(|id| tree.text(id)).collect()
}

#[test]
fn the_one_strong_button_of_a_case_is_what_comes_next() {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(Kk).applies(&answers::adult());
    let (mut operator, mut officer) = (app.clerk(Operator, Ru), app.clerk(Officer, Kk));
    let mut head = app.clerk(Supervisor, Ru);
    let is_next = |clerk: &mut Person, id: &str| {
        clerk.takes(&number);
        assert_eq!(strong(clerk), [clerk.says(id)], "{}", clerk.page.told());
    };
    is_next(&mut operator, "move-accept");
    is_next(&mut officer, "review-open");
    // Each item is marked, one to be mended.
    officer.takes(&number).follows("review-open").chooses("review-verdict", "verdict-mend");
    officer.fills("review-note", "Write the house number").presses("review-keep");
    for _ in 0..300 {
        if officer.page.buttons(&officer.says("review-keep")).is_empty() {
            break;
        }
        officer.chooses("review-verdict", "verdict-right").presses("review-keep");
    }
    is_next(&mut officer, "move-return");
    officer.follows("move-return");
    assert_eq!(strong(&officer), [officer.says("desk-return")]);
    officer.takes(&number).presses("claim-give-back");
    operator.accepts(&number);
    is_next(&mut operator, "review-open");
    // Nobody can grant before national security has agreed.
    is_next(&mut head, "review-open");
    officer.asks_approver(&number, "national_security").records_answer(&number, "national_security", "positive");
    is_next(&mut head, "move-approve");
    is_next(&mut officer, "review-open");
    // Of a page where nothing is chosen yet the choosing is the strong button.
    officer.takes(&number).follows("move-prepare_refusal");
    assert_eq!(strong(&officer), [officer.says("desk-grounds-choose")]);
    head.takes(&number).follows("move-approve").presses_to("/approve");
    is_next(&mut operator, "move-issue");
}

#[test]
fn the_history_of_a_case_is_narrowed_by_who_and_by_what() {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(Kk).applies(&answers::adult());
    app.clerk(Operator, Ru).accepts(&number);
    let mut officer = app.clerk(Officer, Ru);
    officer.asks_approver(&number, "bank").asks_approver(&number, "home_records");
    officer.records_answer(&number, "bank", "positive").takes(&number);
    let lines = |officer: &Person| {
        let tree = &officer.page.tree;
        let list = tree.all("ol").find(|id| tree.attribute(*id, "class") == Some("history")).unwrap();
        tree.all("span")
            .filter(|id| tree.attribute(*id, "class") == Some("when") && tree.inside(list).contains(id))
            .count()
    };
    let all = lines(&officer);
    assert!(all > 4, "{}", officer.page.told());
    officer.does_not_see("desk-history-all").chooses_holding("desk-history-by", "officer KZ75");
    officer.presses("desk-history-show").sees("event-approval_asked").does_not_see("event-accepted");
    assert_eq!(lines(&officer), 3);
    officer.chooses("desk-history-what", "event-approval_asked").presses("desk-history-show");
    assert_eq!(lines(&officer), 2);
    // The choices stand there, and lead back to all of it.
    let chosen = officer.page.boxes.iter().find(|one| one.name == "what").unwrap();
    assert_eq!(chosen.value, "approval_asked");
    officer.follows("desk-history-all");
    assert_eq!(lines(&officer), all);
    officer.chooses_holding("desk-history-by", &Ru.text("desk-by-applicant"));
    officer.chooses("desk-history-what", "event-accepted").presses("desk-history-show").sees("desk-history-none");
    assert_eq!(lines(&officer), 0);
}
