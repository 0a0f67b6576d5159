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
        officer.opens(&format!("{case}/correct/situation")).sees(&number).sees(&name).sees("desk-correct-lead");
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
    let of_ground = |id: &str| format!("{} 49.4: {}", Kk.text("desk-ground"), Kk.text(id));
    leads_to(&officer, &of_ground("desk-lacks-rests"), "rests-49-4");
    leads_to(&officer, &of_ground("desk-lacks-shows"), "shows-49-4");
    leads_to(&officer, "denied-no_reasons", "reasons");
    told_at(&officer, "desk-lacks-rests", "rests-49-4");
    told_at(&officer, "desk-lacks-shows", "shows-49-4");
    officer.chooses("desk-rests-on", "step-solvency").presses("desk-prepare");
    leads_to(&officer, &of_ground("desk-lacks-shows"), "shows-49-4");
    told_at(&officer, "desk-lacks-shows", "shows-49-4");
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
    leads_to(&admin, "stand-in-lacks_absent", "absent");
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
    for (place, error) in [("about", "reasons-about-missing"), ("kk", "reasons-missing-kk")] {
        told_at(&admin, error, place);
    }
    let most = LONGEST.to_string();
    told_at(&admin, &Kk.text_with("reasons-too-long", &Args::from_iter([("max", most.as_str())])), "citation_ru");
    assert_eq!(admin.page.described("citation_kk"), "", "nothing is wrong there");
}

/// All that is to be mended, each with its box, in the order of the page: in the summary, which leads there, and at the box.
#[track_caller]
fn tells_all(clerk: &Person, told: &[(&str, &str)]) {
    let tree = &clerk.page.tree;
    assert_eq!(clerk.status(), 422, "{}", clerk.page.told());
    let nodes = || 0..tree.nodes.len();
    let with_id = |wanted: &str| nodes().filter(|id| tree.attribute(*id, "id") == Some(wanted)).collect::<Vec<usize>>();
    let summary = with_id("errors");
    let links = tree.inside(summary[0]).into_iter().filter(|id| tree.nodes[*id].name == "a");
    let led = links.map(|id| (tree.text(id), tree.attribute(id, "href").unwrap_or_default().to_owned()));
    let wanted = told.iter().map(|(error, place)| (clerk.says(error), format!("#{place}")));
    assert_eq!(led.collect::<Vec<_>>(), wanted.collect::<Vec<_>>(), "{}", clerk.page.told());
    for (error, place) in told {
        let (boxes, errors) = (with_id(place), with_id(&format!("{place}-error")));
        assert_eq!((boxes.len(), errors.len()), (1, 1), "{place} on {}", clerk.page.told());
        assert!(tree.text(errors[0]).contains(&clerk.says(error)), "{place}: {}", tree.text(errors[0]));
    }
}

#[test]
fn whoever_sends_an_empty_form_about_a_body_reads_all_that_is_missing_at_once() {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(Kk).applies(&answers::adult());
    app.clerk(Operator, Ru).accepts(&number);
    let mut officer = app.clerk(Officer, Ru);
    officer.takes(&number).follows("desk-ask-title").fills("desk-approval-asked_on", "..").presses("desk-record");
    let (day, lacks) = (("desk-day-of-letter", "asked_on"), ("desk-lacks-number", "outgoing_number"));
    tells_all(&officer, &[("desk-lacks-approver", "approver"), day, lacks]);
    // What is mended is told no more, and stays.
    officer.chooses("desk-approver", "approver-bank").fills("desk-approval-asked_on", "31.02.2026");
    officer.presses("desk-record");
    tells_all(&officer, &[day, lacks]);
    assert_eq!(officer.finds_in("desk-approver"), "bank");
    assert_eq!(officer.finds_in("desk-approval-asked_on"), "31.02.2026");
    officer.fills("desk-approval-asked_on", "2020-01-15").presses("desk-record");
    tells_all(&officer, &[("denied-before_acceptance", "asked_on"), lacks]);

    officer.asks_approver(&number, "bank").takes(&number);
    let case = officer.open_case();
    officer.follows("desk-answer-title").fills("desk-approval-answered_on", "..").presses("desk-record");
    let day = ("desk-day-of-answer", "answered_on");
    tells_all(&officer, &[("desk-lacks-approver", "approver"), ("desk-lacks-answer", "answer"), day]);
    officer.goes_to(&format!("{case}/reminders")).fills("desk-approval-reminded_on", "..").presses("desk-record");
    let day = ("desk-day-of-reminder", "reminded_on");
    tells_all(&officer, &[("desk-lacks-approver", "approver"), day, lacks]);
    // A day that cannot be hides nothing of the answer that would be changed.
    officer.records_answer(&number, "bank", "negative").takes(&number).follows("desk-answer-title");
    officer.chooses("desk-approver", "approver-bank").chooses("desk-answered", "answered-positive");
    officer.fills("desk-approval-answered_on", "2020-01-15").presses("desk-record");
    tells_all(&officer, &[("desk-day-of-answer", "answered_on"), ("denied-answer_stands", "reason")]);
}

#[test]
fn whoever_sends_back_refuses_or_hears_with_an_empty_form_reads_all_that_is_missing_at_once() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    let number = person.applies(&answers::adult());
    let (mut operator, mut officer) = (app.clerk(Operator, Ru), app.clerk(Officer, Kk));
    officer.takes(&number).follows("move-return").fills("desk-return-mend_until", "..").presses("desk-return");
    tells_all(&officer, &[("desk-lacks-remarks", "remarks"), ("desk-day-to-mend", "mend_until")]);
    operator.takes(&number).follows("move-refuse_acceptance").presses("desk-refuse-acceptance");
    tells_all(&operator, &[("desk-lacks-faults", "faults")]);
    operator.accepts(&number);
    officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
    person.sees_state("preliminary_refusal").follows("objection-title").fills("objection-text", "They are elsewhere");
    person.ticks("objection-hearing").presses("objection-send");
    officer.takes(&number).follows("desk-appoint-title").fills("desk-hearing-on", "..");
    officer.fills("desk-hearing-time", "").presses("desk-appoint");
    let (day, time) = (("desk-day-of-hearing", "on"), ("denied-bad_time", "time"));
    tells_all(&officer, &[day, time, ("desk-lacks-place", "place")]);
    officer.fills("desk-hearing-place", "204").fills("desk-hearing-time", "08:59").presses("desk-appoint");
    tells_all(&officer, &[day, ("denied-out_of_hours", "time")]);
    assert_eq!(officer.finds_in("desk-hearing-place"), "204");
}

#[test]
fn empty_forms_of_the_rooms_of_the_office_tell_all_at_once_and_each_error_once() {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(Kk).applies(&answers::adult());
    let (mut officer, mut head) = (app.clerk(Officer, Ru), app.clerk(Supervisor, Kk));
    let mut admin = app.clerk(Admin, Ru);
    officer.takes(&number).presses("claim-take");
    let (to, reason) = (("claim-lacks-to", "to"), ("denied-no_reasons", "reason"));
    head.takes(&number).follows("claim-hand-over").presses("claim-hand");
    tells_all(&head, &[to, reason]);
    head.goes_to("/desk/hand-over").presses("claim-hand");
    tells_all(&head, &[("claim-lacks-from", "from"), to, reason]);
    admin.goes_to("/admin/stand-ins").presses("stand-in-make");
    let (absent, deputy) = (("stand-in-lacks_absent", "absent"), ("stand-in-lacks_deputy", "deputy"));
    tells_all(&admin, &[absent, deputy, ("stand-in-day", "until"), ("stand-in-reason", "reason")]);
    admin.goes_to("/admin/staff").presses("admin-add");
    let (name, login, role) =
        (("error-staff_name", "name"), ("error-staff_login", "login"), ("error-staff_role", "role"));
    tells_all(&admin, &[name, login, role, ("error-staff_unit", "unit"), ("error-staff_password", "password")]);
    admin.goes_to("/admin/reasons").presses("reasons-keep");
    let sentences = [("reasons-missing-kk", "kk"), ("reasons-missing-ru", "ru")];
    tells_all(&admin, &[("reasons-about-missing", "about"), sentences[0], sentences[1]]);
    officer.goes_to("/desk/account").presses("account-keep");
    tells_all(&officer, &[("account-old-missing", "password"), ("error-staff_password", "password_new")]);
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

/// What the bar on top marks as the room that the clerk is in.
fn marked(clerk: &Person) -> Vec<String> {
    let tree = &clerk.page.tree;
    let bar = tree.all("nav").find(|id| tree.attribute(*id, "aria-label") == Some(&clerk.says("desk-nav"))).unwrap();
    let marked = tree.inside(bar).into_iter().filter(|id| tree.attribute(*id, "aria-current") == Some("page"));
    marked.map(|id| tree.text(id)).collect()
}

#[test]
fn the_bar_marks_the_room_that_the_clerk_is_in() {
    let app = TestApp::on(Kind::Sqlite);
    let mut head = app.clerk(Supervisor, Ru);
    for (room, title) in
        [("/desk", "desk-queue-title"), ("/desk/numbers", "numbers-title"), ("/desk/reminders", "reminders-title")]
    {
        head.goes_to(room);
        assert_eq!(marked(&head), [head.says(title)]);
    }
}

#[test]
fn the_bar_marks_the_queue_also_on_what_answers_its_forms() {
    let app = TestApp::on(Kind::Sqlite);
    let mut head = app.clerk(Supervisor, Kk);
    let queue = [head.says("desk-queue-title")];
    head.goes_to("/desk?status=accepted").presses("queue-keep-do").sees_first("queue-keep-name-missing");
    assert_eq!(marked(&head), queue);
    head.goes_to("/desk/filter");
    assert_eq!(marked(&head), queue);
    head.fills("queue-left-least", "5").fills("queue-left-most", "1").presses("queue-filter-show");
    head.sees_first("queue-filter-range");
    assert_eq!(marked(&head), queue);
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
