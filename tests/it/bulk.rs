//! Many cases given to a clerk at once: what was ticked or all that a filter matches, each case by itself, and of each it
//! is said whether it went.

use ruqsat::application::Status;
use ruqsat::language::Args;
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::COMMITTEE;
use ruqsat::people::Role::{self, Officer, Operator, Supervisor};
use ruqsat::store::{applications, claims, holders};

use super::support::app::PASSWORD;
use super::support::http::Request;
use super::support::{Person, TestApp, answers, application, each_db, moment};

fn colleague(app: &TestApp, name: &str, role: Role, language: Language) -> Person {
    app.employs_as(name, role, language);
    let mut clerk = app.person(language);
    clerk.signs_in(name, PASSWORD);
    clerk
}

fn applies(app: &TestApp, unit: &str) -> String {
    let mut applicant = answers::adult();
    applicant.contacts.region = answers::is(unit);
    app.person(Kk).applies(&applicant)
}

/// Ticks a case in the queue or in the list.
fn ticks(clerk: &mut Person, number: &str) {
    let at = (0..clerk.page.boxes.len())
        .find(|at| clerk.page.boxes[*at].name == "case" && clerk.page.label_of(*at).contains(number));
    let at = at.unwrap_or_else(|| panic!("no {number} to tick on {}", clerk.page.told()));
    clerk.page.boxes[at].on = !clerk.page.boxes[at].on;
}

/// Who has the case of a number, by the queue.
fn holder(app: &TestApp, number: &str) -> Option<String> {
    let case =
        super::support::queued(&app.office.db, None, None).into_iter().find(|case| case.number.to_string() == number);
    let id = case.unwrap().place.id;
    app.office.db.read(|conn| claims::of(conn, &id)).unwrap().map(|claim| claim.name)
}

fn held_by(app: &TestApp, number: &str, name: &str) -> bool {
    holder(app, number).as_deref() == Some(name)
}

#[test]
fn what_is_ticked_goes_to_a_clerk_and_what_a_colleague_works_on_only_with_a_reason() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let numbers: Vec<String> = (0..3).map(|_| applies(&app, "KZ75")).collect();
        let mut anna = colleague(&app, "anna", Officer, Ru);
        colleague(&app, "berik", Officer, Kk);
        anna.takes(&numbers[0]).presses("claim-take").goes_to("/desk").does_not_see("assign-ticked");
        let mut head = app.clerk(Supervisor, Ru);
        // Nothing ticked, at once or on the page where it is said to whom.
        head.goes_to("/desk").presses("assign-ticked").sees("assign-none");
        assert_eq!(head.status(), 422);
        head.goes_to("/desk").ticks_all("case").presses("assign-ticked");
        head.page.boxes.iter_mut().filter(|one| one.name == "case").for_each(|one| one.on = false);
        head.presses("assign-do").sees("assign-none").does_not_see("assign-to-missing");
        assert_eq!(head.status(), 422);
        head.goes_to("/desk");
        ticks(&mut head, &numbers[0]);
        ticks(&mut head, &numbers[1]);
        head.presses("assign-ticked").sees(&numbers[0]).sees(&numbers[1]).does_not_see(&numbers[2]);
        head.sees("anna").sees("claim-reason.asked").presses("assign-do").sees("assign-to-missing");
        assert_eq!(head.status(), 422);
        head.chooses_holding("claim-to", "berik").presses("assign-do").sees("assign-reason-missing");
        assert_eq!(head.status(), 422);
        assert!(held_by(&app, &numbers[0], "anna") && holder(&app, &numbers[1]).is_none(), "nothing is done by halves");
        head.fills("claim-reason", "Anna is ill")
            .presses("assign-do")
            .sees("assign-given")
            .does_not_see("assign-stays");
        assert_eq!(head.status(), 200);
        assert!(held_by(&app, &numbers[0], "berik") && held_by(&app, &numbers[1], "berik"));
        assert_eq!(holder(&app, &numbers[2]), None);
        head.takes(&numbers[0]).sees("event-assigned").sees("Anna is ill").sees("anna");
    });
}

#[test]
fn all_that_a_filter_matches_goes_except_what_changed_meanwhile_which_is_named() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let numbers: Vec<String> = (0..4).map(|_| applies(&app, "KZ75")).collect();
        let mut withdrawn = app.person(Kk);
        let gone = withdrawn.applies(&answers::adult());
        let mut anna = colleague(&app, "anna", Officer, Kk);
        colleague(&app, "berik", Officer, Kk);
        let mut operator = app.clerk(Operator, Kk);
        let mut head = app.clerk(Supervisor, Kk);
        head.goes_to("/desk?status=submitted");
        let all = head.language.text_with("assign-all", &Args::from_iter([("count", 5)]));
        head.follows(&all).sees(&numbers[3]).sees(&gone).chooses_holding("claim-to", "berik");
        ticks(&mut head, &numbers[3]); // this one not
        // Meanwhile.
        app.it_is("2026-06-10 10:05");
        anna.takes(&numbers[0]).presses("claim-take");
        withdrawn.goes_to("/apply/withdraw").presses_to("/apply/withdraw");
        operator.accepts(&numbers[1]);
        app.it_is("2026-06-10 10:06");
        head.presses("assign-do").sees("assign-stays-taken").sees("anna").sees("assign-stays-finished");
        assert_eq!(head.status(), 200);
        assert!(held_by(&app, &numbers[0], "anna"), "taken meanwhile: it stays");
        assert!(
            held_by(&app, &numbers[1], "berik") && held_by(&app, &numbers[2], "berik"),
            "accepted: an officer's still"
        );
        assert_eq!(holder(&app, &numbers[3]), None);
        // Pressed once more: nothing is given twice, and it is said.
        let token = |person: &Person| person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        head.goes_to("/desk/assign?clerk=nobody").sees(&numbers[3]).does_not_see(&numbers[2]);
        let again = [("csrf", token(&head)), ("as_of", "1".to_owned()), ("to", String::new())];
        head.asks(Request::form("/kk/desk/assign", &again.map(|(name, value)| (name.to_owned(), value))));
        head.sees("assign-none");
        assert_eq!(head.status(), 422);
    });
}

#[test]
fn rights_are_asked_of_each_case() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (here, far) = (applies(&app, "KZ75"), applies(&app, "KZ71"));
        let accepted = applies(&app, "KZ75");
        app.clerk(Operator, Kk).accepts(&accepted);
        colleague(&app, "berik", Officer, Kk);
        let mut head = app.clerk(Supervisor, Ru);
        let id = |number: &str| {
            let all = super::support::queued(&app.office.db, None, None);
            all.into_iter().find(|case| case.number.to_string() == number).unwrap().place.id
        };
        // A case of another unit slipped into the form is no case at all.
        head.goes_to("/desk");
        ticks(&mut head, &here);
        let mut sent = head.would_send("assign-ticked");
        sent.fields.push(("case".to_owned(), id(&far)));
        sent.fields.push(("case".to_owned(), "0190-nobody".to_owned()));
        head.submits(sent).sees(&here).does_not_see(&far).chooses_holding("claim-to", "berik");
        let mut sent = head.would_send("assign-do");
        sent.fields.push(("case".to_owned(), id(&far)));
        head.submits(sent).sees("assign-stays").does_not_see(&far);
        assert!(held_by(&app, &here, "berik") && holder(&app, &far).is_none());

        // To whom there is nothing to do in it, it does not go.
        head.goes_to("/desk/assign?status=accepted").chooses_holding("claim-to", "operator").presses("assign-do");
        assert_eq!(head.status(), 409);
        head.sees_first("assign-done-none").sees("assign-stays-no_work");
        assert_eq!(holder(&app, &accepted), None);

        // The committee gives in every unit, to whoever works there.
        let mut centre = app.clerk_of(Supervisor, COMMITTEE, Ru);
        centre.goes_to("/desk/assign").sees(&here).sees(&far).chooses_holding("claim-to", "supervisor KZ00");
        ticks(&mut centre, &here);
        centre.presses("assign-do");
        assert!(held_by(&app, &far, "supervisor KZ00") && held_by(&app, &here, "berik"));
        centre.goes_to("/desk/assign").chooses_holding("claim-to", "berik").presses("assign-do");
        centre.sees("assign-stays-elsewhere").sees("assign-stays-theirs");
        assert!(held_by(&app, &accepted, "berik"));
    });
}

#[test]
fn two_hundred_go_at_once_and_the_rest_at_the_next_press() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        for _ in 0..203 {
            let mut filed = application(&answers::adult());
            (filed.status, filed.submitted_at) = (Status::Submitted, Some(moment("2026-06-10 09:00")));
            filed.papers.clear();
            app.office.db.write(|conn| applications::begin(conn, &filed)).unwrap();
        }
        colleague(&app, "berik", Officer, Kk);
        let mut head = app.clerk(Supervisor, Ru);
        let told = |id, name, number| Ru.text_with(id, &Args::from_iter([(name, number)]));
        head.goes_to("/desk/assign?status=submitted").sees(&told("assign-more", "most", 200));
        assert_eq!(head.page.boxes.iter().filter(|one| one.name == "case" && one.on).count(), 200);
        head.chooses_holding("claim-to", "berik").presses("assign-do").does_not_see("assign-stays");
        assert_eq!(head.status(), 200);
        let of_berik = |app: &TestApp| {
            let all = app.office.db.read(|conn| holders::holders(conn, Some("KZ75"))).unwrap();
            all.into_iter().map(|(one, count)| (one.name, count.count)).collect::<Vec<_>>()
        };
        assert_eq!(of_berik(&app), [("berik".to_owned(), 200)]);
        head.goes_to("/desk/assign?clerk=nobody");
        assert!(head.page.response.text().contains(&told("assign-has", "count", 200)), "{}", head.page.told());
        head.does_not_see(&told("assign-more", "most", 200)).chooses_holding("claim-to", "berik").presses("assign-do");
        assert_eq!(of_berik(&app), [("berik".to_owned(), 203)]);
    });
}
