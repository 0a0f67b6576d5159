//! Approvals: asked, reminded of, answered; and no permit without national security, by whatever way and in whatever race.

use ruqsat::application::office::{Answered, Approver};
use ruqsat::application::{Actor, Application, Denied, Status};
use ruqsat::desk::{approvals, decision};
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::law::calendar::Calendar;
use ruqsat::people::Role::{Auditor, Officer, Operator, Supervisor};
use ruqsat::store::StoreError;
use ruqsat::store::applications::{self, Changed};

use super::support::{Kind, Person, TestApp, TestDatabase, answers, application, day, each_db, moment};

/// Accepted on Friday, 12 June 2026; asked on Monday, the 15th.
fn asked(kind: Kind, reads: Language) -> (TestApp, String, Person) {
    let app = TestApp::on(kind);
    let number = app.person(Kk).applies(&answers::adult());
    app.it_is("2026-06-12");
    app.clerk(Operator, Ru).accepts(&number);
    app.it_is("2026-06-15");
    let mut officer = app.clerk(Officer, reads);
    officer.asks_approver(&number, "national_security").asks_approver(&number, "bank");
    (app, number, officer)
}

#[test]
fn who_is_silent_is_on_the_list_until_reminded() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, number, mut officer) = asked(kind, reads);
            officer.records_answer(&number, "bank", "positive");
            app.it_is("2026-06-26"); // the ninth working day after the 15th
            officer.takes(&number).goes_to("/desk/reminders").sees("reminders-none").does_not_see(&number);

            app.it_is("2026-06-29"); // the tenth
            officer.takes(&number).sees("desk-to-remind");
            officer.follows("reminders-title").sees(&number).sees("approver-national_security");
            officer.does_not_see("approver-bank");
            app.clerk(Auditor, reads).goes_to("/desk/reminders").sees(&number).does_not_see("desk-remind-title");
            app.clerk_of(Officer, "KZ71", reads).goes_to("/desk/reminders").sees("reminders-none");

            let case = officer.follows(&number).page.address.clone();
            officer.goes_to(&format!("{}/reminders?approver=national_security", &case[3..]));
            officer.fills("desk-approval-reminded_on", "2026-06-30").fills("desk-approval-outgoing_number", "77-R");
            officer.presses("desk-record");
            assert_eq!(officer.status(), 422, "not in the future");
            officer
                .sees("desk-day-of-reminder")
                .fills("desk-approval-reminded_on", "2026-06-29")
                .presses("desk-record");
            officer.sees("77-R").sees("event-approval_reminded").does_not_see("desk-to-remind").sees_day("2026-07-14");
            officer.goes_to("/desk/reminders").sees("reminders-none");

            app.it_is("2026-07-14"); // ten working days more: the Day of the Capital, 6 July, is none
            officer.takes(&number).goes_to("/desk/reminders").sees("77-R");
            officer.records_answer(&number, "national_security", "none").sees("answered-none");
            officer.goes_to("/desk/reminders").sees("reminders-none");
            let mut supervisor = app.clerk(Supervisor, reads);
            supervisor.cannot_confirm(&number, "approve", "/approve", "denied-security_missing");
        });
    }
}

#[test]
fn after_a_negative_answer_the_page_says_what_the_law_wants() {
    each_db(|kind| {
        let (app, number, mut officer) = asked(kind, Ru);
        // While nobody has said no, that nobody agreed is no ground.
        officer.takes(&number).sees("desk-security-waits");
        let case = officer.open_case();
        officer.goes_to(&format!("{case}/prepare-refusal")).sees("ground-19-1-2").does_not_see("ground-19-1-3");
        officer.takes(&number).follows("desk-ask-title").sees("desk-asked-silent");
        officer.records_answer(&number, "national_security", "negative").sees("desk-negative-national_security");
        officer.records_answer(&number, "bank", "negative").sees("desk-negative-bank");
        officer.does_not_see("desk-security-waits");
        officer.follows("desk-ask-title").sees("12-34").sees("answered-negative").does_not_see("desk-asked-silent");
        // Whoever decides prepares nothing: they read that it is forbidden.
        let mut supervisor = app.clerk(Supervisor, Kk);
        supervisor.takes(&number).follows("move-approve").sees("desk-security-refused");
        supervisor.does_not_see("denied-security_missing");
        // The way from there has ground and evidence ready.
        officer.goes_to(&format!("{case}/prepare-refusal?ground=19-1.3&rests=approval-national_security"));
        officer.sees("desk-rests-on");
        let tree = &officer.page.tree;
        let offered: Vec<&str> = tree.all("option").filter_map(|option| tree.attribute(option, "value")).collect();
        assert_eq!(offered.join(" ").trim(), "approval-national_security", "the bank is no body of the state");
        officer.fills("desk-rests-shows", "The answer is negative");
        officer.fills("desk-reasons", "No approval").presses("desk-prepare").sees("status-preliminary_refusal");
        officer.sees("The answer is negative").does_not_see("desk-negative-national_security");
    });
}

/// A slip of the hand makes no yes of a no: an answer that is recorded is changed with a reason, and the history tells both.
#[test]
fn an_answer_is_changed_with_a_reason_only() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, number, mut officer) = asked(kind, reads);
            officer.takes(&number).follows("desk-answer-title").does_not_see("desk-answer-why");
            officer.records_answer(&number, "national_security", "negative");
            officer.takes(&number).follows("desk-answer-title").chooses("desk-approver", "approver-national_security");
            officer.chooses("desk-answered", "answered-positive").presses("desk-record");
            assert_eq!(officer.status(), 422, "{}", officer.page.told());
            officer.sees_first("denied-answer_stands");
            let mut supervisor = app.clerk(Supervisor, reads);
            supervisor.takes(&number).follows("move-approve").sees("desk-security-refused");
            officer.fills("desk-answer-why", "Typed in the wrong row").presses("desk-record");
            officer.sees("answered-positive").sees("desk-answer-was").sees("Typed in the wrong row");
            let was = format!("{}: {}", officer.says("desk-answer-was"), officer.says("answered-negative"));
            assert!(officer.page.text().contains(&was), "{}", officer.page.text());
            // After silence an answer is the first.
            officer.records_answer(&number, "bank", "none").records_answer(&number, "bank", "positive");
            officer.does_not_see("denied-answer_stands");
            supervisor.confirms(&number, "approve", "/approve").sees("status-approved");
        });
    }
}

/// Nor does a second letter wash a no away.
#[test]
fn what_was_said_stands_also_when_a_body_is_asked_anew() {
    each_db(|kind| {
        let (_app, number, mut officer) = asked(kind, Ru);
        officer.records_answer(&number, "national_security", "negative").asks_approver(&number, "national_security");
        officer.takes(&number).follows("desk-answer-title").chooses("desk-approver", "approver-national_security");
        officer.chooses("desk-answered", "answered-positive").presses("desk-record");
        assert_eq!(officer.status(), 422, "{}", officer.page.told());
        officer.sees_first("denied-answer_stands");
        officer.fills("desk-answer-why", "They examined it again").presses("desk-record").sees("answered-positive");
        officer.sees("They examined it again");
        let was = format!("{}: {}", officer.says("desk-answer-was"), officer.says("answered-negative"));
        assert!(officer.page.text().contains(&was), "{}", officer.page.text());
    });
}

/// The prosecutor's statistics are asked as the others are: their no is told with what it may mean, and forbids nothing by
/// itself.
#[test]
fn legal_statistics_are_asked_and_answer() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, number, mut officer) = asked(kind, reads);
            officer.records_answer(&number, "national_security", "positive");
            officer.asks_approver(&number, "legal_statistics").sees("approver-legal_statistics");
            officer.records_answer(&number, "legal_statistics", "negative").sees("desk-negative-legal_statistics");
            let mut head = app.clerk(Supervisor, reads);
            head.takes(&number).follows("move-approve").sees("desk-unagreed").sees("approver-legal_statistics");
            officer.changes_answer(&number, "legal_statistics", "positive", "The second letter");
            officer.does_not_see("desk-negative-legal_statistics");
            head.takes(&number).follows("move-approve").does_not_see("approver-legal_statistics");
            head.presses_to("/approve").sees("status-approved");
        });
    }
}

/// A letter about an application cannot be older than its acceptance, nor of tomorrow: the box says so, and what was typed
/// stays there.
#[test]
fn no_letter_is_older_than_the_acceptance() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let number = app.person(Kk).applies(&answers::adult());
            app.it_is("2026-06-13 11:00"); // a Saturday: accepted then, registered on Monday
            app.clerk(Operator, Ru).accepts(&number);
            app.it_is("2026-06-16");
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number).follows("desk-ask-title").sees_day("2026-06-13");
            officer.chooses("desk-approver", "approver-bank").fills("desk-approval-outgoing_number", "12-34");
            for (on, why) in [("2026-06-12", "denied-before_acceptance"), ("2026-06-17", "desk-day-of-letter")] {
                officer.fills("desk-approval-asked_on", on).presses("desk-record");
                assert_eq!(officer.status(), 422, "{on}");
                officer.sees_first(why);
                let told = (0..officer.page.tree.nodes.len())
                    .find(|at| officer.page.tree.attribute(*at, "id") == Some("asked_on-error"));
                let told = officer.page.tree.text(told.expect("nothing at the box"));
                assert!(told.contains(&officer.says(why)), "{told}");
                let typed = day(on).format("%d.%m.%Y").to_string();
                assert_eq!(officer.finds_in("desk-approval-asked_on"), typed);
            }
            officer.fills("desk-approval-asked_on", "2026-06-13").presses("desk-record").sees("12-34");
            officer.sees_day("2026-06-13");
            officer.follows("desk-answer-title").chooses("desk-approver", "approver-bank");
            officer.chooses("desk-answered", "answered-positive").fills("desk-approval-answered_on", "2026-06-12");
            officer.presses("desk-record");
            assert_eq!(officer.status(), 422, "an answer before its question");
            officer.sees_first("desk-day-of-answer");
        });
    }
}

/// What was accepted on a day off is registered on the next working day: no permit bears an earlier day.
#[test]
fn no_decision_is_older_than_the_registration() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let number = app.person(Kk).applies(&answers::adult());
            app.it_is("2026-06-13 11:00"); // a Saturday
            app.clerk(Operator, Ru).accepts(&number);
            let mut officer = app.clerk(Officer, reads);
            officer.asks_approver(&number, "national_security");
            officer.records_answer(&number, "national_security", "positive");
            let mut supervisor = app.clerk(Supervisor, reads);
            for when in ["2026-06-13 12:00", "2026-06-14 23:59"] {
                app.it_is(when);
                supervisor.cannot_confirm(&number, "approve", "/approve", "denied-not_registered");
                supervisor.sees_day("2026-06-15");
            }
            app.it_is("2026-06-15 00:01");
            supervisor.confirms(&number, "approve", "/approve").sees("status-approved");
        });
    }
}

/// It cannot be taken back.
#[test]
fn whoever_grants_sees_first_who_has_not_agreed_and_what_was_to_be_mended() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "mend");
        officer.fills("review-note", "One digit is missing").presses("review-keep");
        officer.takes(&number).presses("claim-give-back");
        app.clerk(Operator, Ru).accepts(&number);
        officer.asks_approver(&number, "national_security");
        officer.records_answer(&number, "national_security", "positive").asks_approver(&number, "bank");
        let mut head = app.clerk(Supervisor, Ru);
        head.takes(&number).follows("move-approve").sees("desk-unagreed").sees("approver-bank");
        head.sees("One digit is missing").does_not_see("approver-national_security");
        head.presses_to("/approve").sees("status-approved");
    });
}

/// An approval that an earlier release noted, without the day of a reminder, comes up when its time has come.
#[test]
fn what_was_asked_before_there_were_reminders_is_reminded_of_too() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut case = application(&answers::adult());
        (case.status, case.submitted_at) = (Status::Accepted, Some(moment("2026-06-12 10:00")));
        ask(&mut case).unwrap();
        case.office.approvals[0].remind_on = None;
        let case = super::store::store(&app.office.db, &case);
        let number = case.number.to_string();
        app.it_is("2026-06-28 23:00");
        let mut officer = app.clerk(Officer, Ru);
        officer.goes_to("/desk/reminders").sees("reminders-none");
        app.it_is("2026-06-29 00:10"); // the tenth working day after the 15th
        officer.goes_to("/desk/reminders").sees(&number).sees("approver-national_security");
        officer.follows(&number).sees("desk-to-remind");
    });
}

// --- at the store

fn staff(id: &str, role: &str) -> Actor {
    let text = str::to_owned;
    Actor::Staff { id: text(id), name: text(id), role: text(role), unit: text("KZ75") }
}

const CALENDAR: Calendar = Calendar::KAZAKHSTAN;

fn ask(case: &mut Application) -> Result<ruqsat::application::Event, Denied> {
    let letter = approvals::Letter { on: day("2026-06-15"), number: "1".to_owned() };
    let at = moment("2026-06-20 10:00");
    approvals::ask(case, Approver::NationalSecurity, letter, staff("officer", "officer"), at, &CALENDAR)
}

fn answer(case: &mut Application, answered: Answered) -> Result<ruqsat::application::Event, Denied> {
    let (on, at) = (day("2026-06-16"), moment("2026-06-20 10:00"));
    approvals::answer(case, Approver::NationalSecurity, (answered, on), "x", staff("officer", "officer"), at)
}

/// While supervisors grant, an officer takes the positive answer back or asks anew: whatever comes first, no permit
/// stands beside a missing answer.
#[test]
fn no_permit_without_national_security_in_any_race() {
    type Doing = fn(&mut Application) -> Result<ruqsat::application::Event, Denied>;
    let spoils: [Doing; 3] = [ask, |case| answer(case, Answered::Negative), |case| answer(case, Answered::None)];
    let approve: Doing = |case| decision::approve(case, staff("supervisor", "supervisor"), moment("2026-06-20 10:00"));
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let (mut granted, mut denied) = (0, 0);
        for round in 0..24 {
            let mut case = application(&answers::adult());
            case.status = Status::Accepted;
            ask(&mut case).unwrap();
            answer(&mut case, Answered::Positive).unwrap();
            let id = super::store::store(db, &case).id;
            let change = |doing: Doing| {
                db.write(|conn| {
                    applications::change(conn, &id, None, |case, _| {
                        Ok(Changed { value: (), event: Some(doing(case)?) })
                    })
                })
            };
            let spoil = spoils[round % 3];
            let gate = std::sync::Barrier::new(3);
            let both = std::thread::scope(|scope| {
                let run = |doing: Doing| {
                    let (gate, change) = (&gate, &change);
                    scope.spawn(move || {
                        gate.wait();
                        change(doing)
                    })
                };
                let threads = [run(approve), run(spoil), run(approve)];
                threads.map(|thread| thread.join().unwrap())
            });
            let after = super::store::load(db, &id);
            match after.status {
                Status::Approved => {
                    assert!(after.office.security_agrees(), "round {round}: {both:?}");
                    assert!(matches!(both[1], Err(StoreError::Denied(Denied::Move { .. }))), "{both:?}");
                    granted += 1;
                }
                Status::Accepted => {
                    assert!(!after.office.security_agrees() && both[1].is_ok());
                    for one in [&both[0], &both[2]] {
                        assert!(matches!(one, Err(StoreError::Denied(Denied::SecurityMissing))), "{one:?}");
                    }
                    denied += 1;
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(granted + denied, 24);
    });
}
