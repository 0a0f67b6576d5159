//! The queue as a clerk's morning: lists with their counts, whose cases, filters that are kept, searches, pages, tables.

use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::COMMITTEE;
use ruqsat::people::Role::{self, Auditor, Officer, Operator, Supervisor};
use ruqsat::store::{staff, stand_ins};

use super::support::app::{PASSWORD, UNIT};
use super::support::{Person, TestApp, answers, day, each_db, moment};

/// A colleague by a name of their own, signed in.
fn colleague(app: &TestApp, name: &str, role: Role, language: Language) -> Person {
    app.employs_as(name, role, language);
    let mut clerk = app.person(language);
    clerk.signs_in(name, PASSWORD);
    clerk
}

/// Opens the queue by the tab of a list, which must say how many there are.
fn opens_list(clerk: &mut Person, list: &str, count: usize) {
    let tab = format!("{} {count}", clerk.says(&format!("queue-list-{list}")));
    clerk.goes_to("/desk").follows(&tab);
    let numbers = clerk.page.tree.all("th").filter(|id| clerk.page.tree.attribute(*id, "scope") == Some("row")).count();
    assert_eq!(numbers, count, "{list}: {}", clerk.page.told());
}

/// The texts of the rows of the page.
fn rows(clerk: &Person) -> Vec<String> {
    let tree = &clerk.page.tree;
    tree.all("tr")
        .filter(|id| tree.inside(*id).iter().any(|one| tree.nodes[*one].name == "td"))
        .map(|id| tree.text(id))
        .collect()
}

#[test]
fn what_waits_for_me_is_what_i_took() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let numbers: Vec<String> = (0..3).map(|_| app.person(Kk).applies(&answers::adult())).collect();
        app.it_is("2026-06-10 10:20");
        let mut anna = colleague(&app, "anna", Officer, Kk);
        let mut berik = colleague(&app, "berik", Officer, Ru);
        opens_list(&mut anna, "waiting_for_me", 0);
        for number in &numbers[..2] {
            anna.takes(number).presses("claim-take");
        }
        opens_list(&mut anna, "waiting_for_me", 2);
        anna.sees("queue-held-own").sees(&numbers[0]).sees(&numbers[1]).does_not_see(&numbers[2]);
        // A colleague sees with whom and since when, and finds them by her name.
        berik.goes_to("/desk").sees("anna").sees("10:20").does_not_see("queue-held-own");
        berik.follows("queue-filter").chooses_holding("queue-clerk", "anna").presses("queue-filter-show");
        berik.sees(&numbers[0]).does_not_see(&numbers[2]);
        assert!(berik.page.address.contains("clerk="), "{}", berik.page.address);
        berik.goes_to("/desk/filter").chooses("queue-clerk", "queue-clerk-nobody").presses("queue-filter-show");
        assert_eq!(rows(&berik).len(), 1, "{}", berik.page.told());
        berik.sees(&numbers[2]).sees("queue-clerk-nobody");

        // What she returned waits for the applicant, not for her; it stays hers.
        anna.takes(&numbers[0]).follows("move-return").remarks("contacts", "Бір цифр жоқ").presses("desk-return");
        opens_list(&mut anna, "waiting_for_me", 1);
        opens_list(&mut anna, "with_applicant", 1);
        // On the next day the lease has run out: it still waits for her.
        app.it_is("2026-06-11 09:00");
        anna.signs_in("anna", PASSWORD);
        opens_list(&mut anna, "waiting_for_me", 1);
        anna.goes_to("/desk?clerk=me");
        assert_eq!(rows(&anna).len(), 2);
    });
}

#[test]
fn of_clerks_elsewhere_nothing_is_told() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        let stranger = app.employs(Officer, "KZ71", Kk);
        let mut anna = colleague(&app, "anna", Officer, Ru);
        // One clerk alone chooses among nobody.
        anna.goes_to("/desk/filter").does_not_see("queue-clerk");
        let mut berik = colleague(&app, "berik", Officer, Ru);
        berik.goes_to("/desk/filter").sees("queue-clerk");
        let offered = berik.page.response.text(); // options of a list are no text of the page
        assert!(offered.contains(">anna, ") && !offered.contains("KZ71,"));
        for unknown in [stranger.id.as_str(), "0190-nobody", "'; --"] {
            berik.goes_to(&format!("/desk?clerk={}", unknown.replace(' ', "%20").replace('\'', "%27")));
            // What is no clerk's id narrows nothing; a clerk of whom she knows nothing has no case that she sees.
            match unknown != "'; --" {
                true => berik.sees("queue-filter-gone").does_not_see(&number),
                false => berik.sees(&number).does_not_see("queue-filter-drop"),
            };
            berik.does_not_see(&stranger.name);
        }
    });
}

#[test]
fn the_committee_and_stand_ins_see_and_take_out_what_their_duty_says() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        let mut other = answers::adult();
        other.contacts.region = answers::is("KZ71");
        let far = app.person(Kk).applies(&other);
        let mut centre = app.clerk_of(Officer, COMMITTEE, Ru);
        centre.goes_to("/desk").sees("desk-all-units").sees(&number).sees(&far).does_not_see("queue-export-csv");
        centre.takes(&far).presses("claim-take");
        opens_list(&mut centre, "waiting_for_me", 1);
        centre.goes_to("/desk/filter").sees("queue-clerk.hint").chooses("desk-unit", "region-KZ71");
        centre.presses("queue-filter-show").sees(&far).does_not_see(&number);
        assert_eq!(centre.sends(super::support::http::Request::get("/ru/desk/export?format=csv")).status, 403);
        // Whoever only reads has nothing that waits for them.
        let mut auditor = app.clerk(Auditor, Kk);
        auditor.goes_to("/desk").sees(&far).sees("queue-export-csv").does_not_see("queue-list-waiting_for_me");
        // The head of the committee takes out all, a stand-in of the unit's head what is the unit's.
        app.clerk_of(Supervisor, COMMITTEE, Ru).goes_to("/desk").sees(&far).sees("queue-export-csv");
        let (head, deputy) = (app.employs(Supervisor, UNIT, Ru), app.employs_as("deputy", Operator, Ru));
        let mut person = app.person(Ru);
        person.signs_in("deputy", PASSWORD).goes_to("/desk").does_not_see("queue-export-csv");
        let appoint = |conn: &mut ruqsat::store::Conn| {
            let (head, deputy) = (staff::by_id(conn, &head.id)?, staff::by_id(conn, &deputy.id)?);
            stand_ins::appoint(conn, (&head, &deputy), (day("2026-06-10"), "leave"), &head, moment("2026-06-10 09:00"))
        };
        app.office.db.write(appoint).unwrap();
        person.goes_to("/desk").sees("queue-export-csv").sees(&number).does_not_see(&far);
        let table = person.sends(super::support::http::Request::get("/ru/desk/export?format=csv"));
        let text = String::from_utf8(table.body).unwrap();
        assert!(table.status == 200 && !text.contains("KZ71") && text.lines().count() == 2, "{text}");
        app.it_is("2026-06-11");
        person.signs_in("deputy", PASSWORD).goes_to("/desk").does_not_see("queue-export-csv");
    });
}

/// Numbers of three cases, filed a minute after one another.
fn three_filed(app: &TestApp) -> Vec<String> {
    let file = |nth: u32| {
        app.it_is(&format!("2026-06-10 10:0{nth}"));
        app.person(Kk).applies(&answers::adult())
    };
    (0..3).map(file).collect()
}

#[test]
fn the_way_back_from_a_case_is_the_queue_as_it_was_left() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let numbers = three_filed(&app);
        let mut anna = colleague(&app, "anna", Officer, Kk);
        // From the whole queue the way leads to it, and its cases stand beside each other.
        anna.takes(&numbers[1]).sees("desk-beside-before").sees("desk-beside-after");
        anna.follows("desk-back-to-queue").arrives_at("/desk");
        assert!(!anna.page.address.contains('?'), "{}", anna.page.address);

        anna.goes_to("/desk?list=new&route=general").follows(&numbers[1]).sees("desk-beside-before");
        anna.follows("desk-beside-after").sees(&numbers[2]).does_not_see("desk-beside-after");
        anna.follows("desk-beside-before").follows("desk-beside-before").sees(&numbers[0]);
        anna.does_not_see("desk-beside-before").follows("review-open").follows("desk-back-to-case");
        anna.follows("desk-back-to-queue").arrives_at("/desk");
        assert!(anna.page.address.ends_with("/desk?list=new&route=general"), "{}", anna.page.address);
        // What was left leads to the queue and nowhere else, whatever the cookie holds.
        let mark = anna.cookies["ruqsat_queue"].split('/').next().unwrap().to_owned();
        let forged = format!("{mark}/list=new&x=//evil.example&unit=\"><a");
        anna.cookies.insert("ruqsat_queue".to_owned(), forged);
        anna.follows(&numbers[1]).follows("desk-back-to-queue");
        assert!(anna.page.address.ends_with("/desk?list=new"), "{}", anna.page.address);
        // A colleague at the same computer has left no list.
        let case = anna.follows(&numbers[1]).page.address.clone();
        let mut berik = colleague(&app, "berik", Officer, Kk);
        berik.cookies.insert("ruqsat_queue".to_owned(), anna.cookies["ruqsat_queue"].clone());
        berik.opens(&case).does_not_see("desk-beside-after").follows("desk-back-to-queue");
        assert!(berik.page.address.ends_with("/desk"), "{}", berik.page.address);
        // Whoever opens the whole queue has left the list.
        anna.takes(&numbers[1]).follows("desk-back-to-queue");
        assert!(anna.page.address.ends_with("/desk"), "{}", anna.page.address);
    });
}

#[test]
fn who_has_handled_a_case_is_told_so_and_led_on_in_the_list() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let numbers = three_filed(&app);
        for reads in [Kk, Ru] {
            let mut clerk = colleague(&app, &format!("clerk-{reads}"), Officer, reads);
            clerk.goes_to("/desk?list=new");
            let list: Vec<String> = numbers.iter().filter(|number| clerk.can_read(number)).cloned().collect();
            clerk.follows(&list[0]).does_not_see("done-returned").follows("move-return");
            clerk.remarks("contacts", "Бір цифр жоқ").presses("desk-return").sees("done-returned").sees(&list[0]);
            assert!(!clerk.page.address.contains('?'), "{}", clerk.page.address);
            // It is in the list no more, and the case after it comes next all the same.
            clerk.does_not_see("desk-beside-before").follows("desk-beside-after").sees(&list[1]);
            clerk.does_not_see("done-returned").does_not_see("desk-beside-before").follows("desk-back-to-queue");
            assert!(clerk.page.address.ends_with("/desk?list=new"), "{}", clerk.page.address);
            clerk.does_not_see(&list[0]);
        }
    });
}

#[test]
fn each_tab_has_its_own_list() {
    let app = TestApp::on(super::support::Kind::Sqlite);
    let numbers: Vec<String> = (0..2).map(|_| app.person(Kk).applies(&answers::adult())).collect();
    let mut anna = colleague(&app, "anna", Officer, Kk);
    let case = anna.takes(&numbers[0]).page.address.clone();
    let from =
        |address: &str| super::support::http::Request::get(&case).with("Referer", &format!("http://any{address}"));
    // One tab opens the case from its list, another opens another list; back in the first, on a page of the case.
    anna.asks(from("/kk/desk?list=new&route=general")).goes_to("/desk?list=with_applicant");
    anna.asks(from(&format!("{case}/review"))).follows("desk-back-to-queue");
    assert!(anna.page.address.ends_with("/desk?list=new&route=general"), "{}", anna.page.address);
    // Its neighbour is of the first tab's list too; whatever another site sends along leads to the queue.
    anna.goes_to("/desk?list=with_applicant").asks(from("/kk/desk?list=new&to=//evil.example"));
    let next = ["desk-beside-after", "desk-beside-before"].into_iter().find(|way| anna.can_read(way)).unwrap();
    anna.follows(next).sees(&numbers[1]).follows("desk-back-to-queue");
    assert!(anna.page.address.ends_with("/desk?list=new"), "{}", anna.page.address);
}

#[test]
fn cases_are_narrowed_by_the_day_of_filing_and_a_stretch_that_ends_before_it_begins_is_told() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let numbers: Vec<String> = ["2026-06-08 23:30", "2026-06-09 00:30", "2026-06-10 10:00"]
            .into_iter()
            .map(|at| {
                app.it_is(at);
                app.person(Kk).applies(&answers::adult())
            })
            .collect();
        let mut head = colleague(&app, "head", Supervisor, Ru);
        head.goes_to("/desk").follows("queue-filter").fills("queue-left-least", "5").fills("queue-left-most", "1");
        head.presses("queue-filter-show");
        assert_eq!(head.status(), 422);
        head.sees_first("queue-filter-range");
        assert_eq!(head.finds_in("queue-left-least"), "5", "what was typed stays");
        head.fills("queue-left-least", "").fills("queue-left-most", "");
        head.fills("queue-filed_from", "2026-06-10").fills("queue-filed_to", "2026-06-09").presses("queue-filter-show");
        assert_eq!(head.status(), 422);
        head.sees_first("queue-filter-range").fills("queue-filed_from", "2026-06-09").presses("queue-filter-show");
        assert!(
            head.page.address.ends_with("/desk?filed_from=2026-06-09&filed_to=2026-06-09"),
            "{}",
            head.page.address
        );
        head.sees(&numbers[1]).does_not_see(&numbers[0]).does_not_see(&numbers[2]).sees_day("2026-06-09");
        // The same in the table that is taken out, and for what is given to clerks.
        let table = head.sends(super::support::http::Request::get(
            "/ru/desk/export?format=csv&filed_from=2026-06-09&filed_to=2026-06-09",
        ));
        assert_eq!(String::from_utf8(table.body).unwrap().lines().count(), 2);
        head.goes_to("/desk/assign?filed_from=2026-06-09")
            .sees(&numbers[1])
            .sees(&numbers[2])
            .does_not_see(&numbers[0]);
        head.goes_to("/desk?filed_to=2026-06-09").sees(&numbers[0]).sees(&numbers[1]).does_not_see(&numbers[2]);
        head.goes_to("/desk?filed_to=2026-06-09").follows("queue-filter").presses("queue-filter-show");
        assert!(head.page.address.ends_with("/desk?filed_to=2026-06-09"), "{}", head.page.address);
        head.goes_to("/desk?left_from=3&left_to=1").sees("queue-filter-range");
    });
}

#[test]
fn what_is_ready_for_a_decision_waits_for_the_supervisor() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let granted = app.person(Kk).applies(&answers::adult());
        let refused = app.person(Kk).applies(&answers::adult());
        app.it_is("2026-06-12");
        app.clerk(Operator, Kk).accepts(&granted).accepts(&refused);
        app.it_is("2026-06-15");
        let mut officer = colleague(&app, "officer", Officer, Ru);
        let mut head = colleague(&app, "head", Supervisor, Ru);
        officer.goes_to("/desk").does_not_see("queue-list-to_decide");
        opens_list(&mut head, "to_decide", 0);
        officer.asks_approver(&granted, "national_security").asks_approver(&granted, "bank");
        officer.records_answer(&granted, "national_security", "positive");
        opens_list(&mut head, "to_decide", 0);
        officer.records_answer(&granted, "bank", "positive");
        opens_list(&mut head, "to_decide", 1);
        head.sees(&granted).sees("queue-news-ready");
        officer.prepares_refusal(&refused, "49.4", "Savings are not confirmed").sees("done-refusal_prepared");
        // Prepared it stands there, and can be decided when its day has come.
        opens_list(&mut head, "to_decide", 2);
        head.goes_to("/desk?list=to_decide&status=preliminary_refusal").sees(&refused).does_not_see(&granted);
        head.does_not_see("queue-news-ready");
        app.it_is("2026-06-19");
        head.signs_in("head", PASSWORD)
            .goes_to("/desk?list=to_decide&status=preliminary_refusal")
            .sees("queue-news-ready");
        head.confirms(&granted, "approve", "/approve").sees("done-approved");
        head.confirms(&refused, "refuse", "/refuse").sees("done-refused");
        opens_list(&mut head, "to_decide", 0);
    });
}

#[test]
fn nobody_is_asked_to_decide_on_a_refusal_that_they_prepared() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let own = app.person(Kk).applies(&answers::adult());
        let other = app.person(Kk).applies(&answers::adult());
        app.it_is("2026-06-12");
        app.clerk(Operator, Kk).accepts(&own).accepts(&other);
        app.it_is("2026-06-15");
        let mut officer = colleague(&app, "officer", Officer, Ru);
        let mut head = colleague(&app, "head", Supervisor, Ru);
        let mut second = colleague(&app, "second", Supervisor, Kk);
        head.prepares_refusal(&own, "49.4", "Savings are not confirmed").sees("done-refusal_prepared");
        opens_list(&mut head, "to_decide", 0);
        opens_list(&mut second, "to_decide", 1);
        officer.prepares_refusal(&other, "49.4", "Savings are not confirmed").sees("done-refusal_prepared");
        opens_list(&mut head, "to_decide", 1);
        head.sees(&other).does_not_see(&own);
        opens_list(&mut second, "to_decide", 2);
        // Together with something else too; and in the whole queue it stands as before.
        head.goes_to("/desk?list=to_decide&status=preliminary_refusal").sees(&other).does_not_see(&own);
        head.goes_to("/desk").sees(&own);
    });
}

#[test]
fn the_last_day_for_preparing_a_refusal_stands_at_its_case() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        app.it_is("2026-06-12");
        app.clerk(Operator, Kk).accepts(&number);
        let mut officer = colleague(&app, "officer", Officer, Kk);
        // The term ends on Monday, 27 July.
        officer.goes_to("/desk").does_not_see("desk-refusal-until").follows(&number).sees("desk-refusal-until");
        officer.sees_day("2026-07-21");
        app.it_is("2026-07-16");
        officer.signs_in("officer", PASSWORD).goes_to("/desk").sees("desk-refusal-until").sees_day("2026-07-21");
        app.it_is("2026-07-22");
        officer.signs_in("officer", PASSWORD).goes_to("/desk").sees("desk-refusal-until.over");
    });
}

#[test]
fn the_morning_tells_of_those_who_are_to_be_reminded() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        app.it_is("2026-06-12");
        let mut operator = app.clerk(Operator, Kk);
        operator.accepts(&number);
        app.it_is("2026-06-15");
        let mut officer = colleague(&app, "officer", Officer, Ru);
        let told = Ru.text_with("reminders-now", &ruqsat::language::Args::from_iter([("count", 1)]));
        officer.asks_approver(&number, "bank").goes_to("/desk").does_not_see(&told);
        app.it_is("2026-07-01");
        officer
            .signs_in("officer", PASSWORD)
            .goes_to("/desk")
            .follows(&told)
            .arrives_at("/desk/reminders")
            .sees(&number);
        // An operator reminds nobody.
        let told = Kk.text_with("reminders-now", &ruqsat::language::Args::from_iter([("count", 1)]));
        operator.takes(&number).goes_to("/desk").sees(&number).does_not_see(&told);
    });
}
