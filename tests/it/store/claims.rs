//! Whose case it is: one of many who take it at once has it, for the length of a lease; given back, given away, taken over.

use chrono::Duration;
use ruqsat::application::steps::StepName;
use ruqsat::application::{Application, Denied, Event, EventKind, Status};
use ruqsat::people::{NewStaff, Role, Staff};
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::{Db, StoreError, claims, staff, stand_ins};

use super::store;
use crate::support::{TestDatabase, answers, application, day, each_db, member, moment};

const NINE: &str = "2026-06-10 09:00";

fn lease() -> Duration {
    Duration::hours(1)
}

fn filed(db: &Db) -> Application {
    let mut wanted = application(&answers::adult());
    (wanted.status, wanted.submitted_at) = (Status::Submitted, Some(moment(NINE)));
    store(db, &wanted)
}

pub fn hires(db: &Db, name: &str, role: Role, unit: &str) -> Staff {
    let staff = Staff { login: name.to_lowercase(), ..member(name, role, unit) };
    let new = NewStaff { staff: staff.clone(), password_hash: String::new() };
    assert!(db.write(|conn| staff::add(conn, &new, ruqsat::application::Actor::Console, moment(NINE))).unwrap());
    staff
}

fn takes(db: &Db, case: &Application, who: &Staff, when: &str) -> Result<(), StoreError> {
    db.write(|conn| claims::take(conn, &case.id, who, moment(when), lease()))
}

fn holder(db: &Db, case: &Application) -> Option<String> {
    db.read(|conn| claims::of(conn, &case.id)).unwrap().map(|claim| claim.name)
}

fn happened(db: &Db, case: &Application) -> Vec<EventKind> {
    let events: Vec<Event> = db.read(|conn| applications::history(conn, &case.id)).unwrap();
    events.into_iter().map(|event| event.kind).collect()
}

#[test]
fn a_claim_runs_out_by_itself_and_work_renews_it() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = filed(db);
        let (anna, berik) = (hires(db, "Anna", Role::Officer, "KZ75"), hires(db, "Berik", Role::Officer, "KZ75"));
        takes(db, &case, &anna, NINE).unwrap();
        let held = takes(db, &case, &berik, "2026-06-10 09:59");
        let Err(StoreError::Held(claim)) = held else { panic!("{held:?}") };
        assert_eq!((claim.name.as_str(), claim.since), ("Anna", moment(NINE)));
        let passes = |who: &Staff, when| db.write(|conn| claims::pass(conn, &case.id, who, moment(when), lease()));
        assert!(matches!(passes(&berik, "2026-06-10 09:59"), Err(StoreError::Held(_))));
        passes(&anna, "2026-06-10 09:59").unwrap();
        assert!(matches!(takes(db, &case, &berik, "2026-06-10 10:58"), Err(StoreError::Held(_))), "renewed by work");
        passes(&berik, "2026-06-10 10:59").unwrap();
        assert_eq!(holder(db, &case).as_deref(), Some("Anna"), "a move takes no claim");
        takes(db, &case, &berik, "2026-06-10 10:59").unwrap();
        assert!(matches!(takes(db, &case, &anna, "2026-06-10 11:00"), Err(StoreError::Held(_))));
        takes(db, &case, &berik, "2026-06-10 11:00").unwrap();
        assert_eq!(happened(db, &case), [EventKind::Claimed; 2], "keeping it is no event");
        assert_eq!(super::load(db, &case.id), case, "nothing of the case itself has changed, nor its revision");
    });
}

#[test]
fn of_many_who_take_a_case_at_once_one_has_it() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = &filed(db);
        let clerks: Vec<Staff> = (0..8).map(|i| hires(db, &format!("Clerk{i}"), Role::Officer, "KZ75")).collect();
        let won: Vec<bool> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                clerks.iter().map(|clerk| scope.spawn(move || takes(db, case, clerk, NINE).is_ok())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(won.iter().filter(|won| **won).count(), 1);
        let winner = &clerks[won.iter().position(|won| *won).unwrap()];
        assert_eq!(holder(db, case).as_deref(), Some(winner.name.as_str()));
        assert_eq!(happened(db, case), [EventKind::Claimed]);
    });
}

#[test]
fn a_case_is_given_away_by_its_holder_or_by_a_supervisor_with_a_reason() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = filed(db);
        let anna = hires(db, "Anna", Role::Officer, "KZ75");
        let berik = hires(db, "Berik", Role::Officer, "KZ75");
        let head = hires(db, "Head", Role::Supervisor, "KZ75");
        let stranger = hires(db, "Stranger", Role::Supervisor, "KZ71");
        let auditor = hires(db, "Auditor", Role::Auditor, "KZ75");
        let gives = |to: &Staff, by: &Staff, reason: &str| {
            db.write(|conn| claims::assign(conn, &case.id, to, by, reason, moment(NINE)))
        };
        let denied = |outcome: Result<(), StoreError>| match outcome {
            Err(StoreError::Denied(denied)) => denied,
            other => panic!("{other:?}"),
        };
        assert_eq!(denied(gives(&berik, &anna, "")), Denied::NotHolder);
        takes(db, &case, &anna, NINE).unwrap();
        assert_eq!(denied(gives(&berik, &head, " ")), Denied::NoReasons, "a supervisor says why");
        assert_eq!(denied(gives(&auditor, &head, "ill")), Denied::NoSuchColleague);
        assert_eq!(denied(gives(&stranger, &anna, "")), Denied::NoSuchColleague);
        assert!(matches!(gives(&berik, &stranger, "ill"), Err(StoreError::NotFound)), "not their unit");
        gives(&berik, &head, "ill").unwrap();
        assert_eq!(holder(db, &case).as_deref(), Some("Berik"));
        let event = db.read(|conn| applications::history(conn, &case.id)).unwrap().pop().unwrap();
        assert_eq!((&event.details["from"], &event.details["to"]), (&"Anna".into(), &"Berik".into()));
        assert_eq!(event.details["reason"], "ill");
        gives(&anna, &berik, "").unwrap();
        assert_eq!(holder(db, &case).as_deref(), Some("Anna"), "whoever has it gives it on without a reason");
        let returns = |who: &Staff| db.write(|conn| claims::give_back(conn, &case.id, who, moment(NINE)));
        assert_eq!(denied(returns(&berik)), Denied::NotHolder);
        returns(&anna).unwrap();
        assert_eq!(holder(db, &case), None);
    });
}

#[test]
fn a_move_puts_the_case_on_another_desk() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = filed(db);
        let anna = hires(db, "Anna", Role::Officer, "KZ75");
        let operator = hires(db, "Operator", Role::Operator, "KZ75");
        let goes_to = |status: Status| {
            let change = |conn: &mut _| {
                applications::change(conn, &case.id, None, |application, _| {
                    application.status = status;
                    Ok(Changed { value: (), event: None })
                })
            };
            db.write(change).unwrap();
        };
        takes(db, &case, &anna, NINE).unwrap();
        goes_to(Status::Returned);
        takes(db, &case, &operator, NINE).unwrap(); // no lease stands in the way
        db.write(|conn| claims::assign(conn, &case.id, &anna, &operator, "", moment(NINE))).unwrap();
        goes_to(Status::Submitted);
        assert_eq!(holder(db, &case).as_deref(), Some("Anna"), "what comes back comes back to her");
        takes(db, &case, &operator, NINE).unwrap();
        goes_to(Status::Accepted);
        assert_eq!(holder(db, &case), None, "an operator has nothing to do with an accepted case");
        takes(db, &case, &anna, NINE).unwrap();
        goes_to(Status::Withdrawn);
        assert_eq!(holder(db, &case), None);
        let late = takes(db, &case, &anna, NINE);
        assert!(matches!(late, Err(StoreError::Denied(Denied::Finished))), "{late:?}");
    });
}

#[test]
fn a_case_that_goes_to_another_unit_leaves_its_clerk() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = filed(db);
        let anna = hires(db, "Anna", Role::Officer, "KZ75");
        let everywhere = hires(db, "Everywhere", Role::Officer, ruqsat::people::COMMITTEE);
        let moves_to = |region: &str| {
            let change = |conn: &mut _| {
                applications::change(conn, &case.id, None, |application, _| {
                    let mut body = application.answers.body(StepName::Contacts).cloned().unwrap();
                    body.insert("region".to_owned(), region.into());
                    application.answers.put(StepName::Contacts, body);
                    Ok(Changed { value: (), event: None })
                })
            };
            db.write(change).unwrap();
        };
        takes(db, &case, &anna, NINE).unwrap();
        moves_to("KZ71");
        assert_eq!(holder(db, &case), None, "she does not see it any more");
        takes(db, &case, &everywhere, NINE).unwrap();
        moves_to("KZ75");
        assert_eq!(holder(db, &case).as_deref(), Some("Everywhere"));
    });
}

#[test]
fn a_stand_in_keeps_the_case_for_the_work_that_is_lent() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = filed(db);
        let operator = hires(db, "Operator", Role::Operator, "KZ75");
        let officer = hires(db, "Officer", Role::Officer, "KZ75");
        let lends = |conn: &mut _| {
            stand_ins::appoint(
                conn,
                (&officer, &operator),
                (day("2026-06-12"), "leave"),
                &officer,
                moment("2026-06-10 08:00"),
            )
        };
        db.write(lends).unwrap();
        takes(db, &case, &operator, NINE).unwrap();
        let accept = |conn: &mut _| {
            applications::change(conn, &case.id, None, |application, _| {
                application.status = Status::Accepted;
                Ok(Changed { value: (), event: None })
            })
        };
        db.write(accept).unwrap();
        assert_eq!(holder(db, &case).as_deref(), Some("Operator"), "in the officer's place there is work to do");
        // Somebody else moves it when the lease has run out and nothing is lent any more.
        takes(db, &case, &operator, "2026-06-12 15:00").unwrap();
        let prepare = |conn: &mut _| {
            applications::change(conn, &case.id, None, |application, _| {
                application.status = Status::PreliminaryRefusal;
                let event = Event::new(EventKind::RefusalPrepared, officer.actor(), moment("2026-06-13 09:00"));
                Ok(Changed { value: (), event: Some(event) })
            })
        };
        db.write(prepare).unwrap();
        assert_eq!(holder(db, &case), None, "with an operator it would wait for nobody");
    });
}

#[test]
fn all_cases_of_a_colleague_are_handed_over() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let cases: Vec<Application> = (0..5).map(|_| filed(db)).collect();
        let anna = hires(db, "Anna", Role::Officer, "KZ75");
        let berik = hires(db, "Berik", Role::Officer, "KZ75");
        let head = hires(db, "Head", Role::Supervisor, "KZ75");
        for case in &cases[..3] {
            takes(db, case, &anna, NINE).unwrap();
        }
        takes(db, &cases[3], &berik, NINE).unwrap();
        let given = claims::hand_over_all(db, &anna.id, &berik, &head, "on leave", moment(NINE)).unwrap();
        assert_eq!((given.given, given.stay), (3, 0));
        let holders: Vec<_> = cases.iter().map(|case| holder(db, case)).collect();
        assert_eq!(holders[..4].iter().flatten().filter(|name| *name == "Berik").count(), 4);
        assert_eq!(holders[4], None);
    });
}
