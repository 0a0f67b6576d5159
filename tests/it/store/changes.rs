//! One application: everything comes back as it was written; a change is whole, with its line of history, or nothing.

use ruqsat::application::minutes::MinutesRemark;
use ruqsat::application::office::*;
use ruqsat::application::refusal::*;
use ruqsat::application::steps::{Contacts, Fee, StepName};
use ruqsat::application::{Actor, Answers, Application, Denied, Event, EventKind, Status};
use ruqsat::law::DocumentKind;
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::{Db, StoreError, step};

use super::{load, store, with_an_application};
use crate::support::{TestDatabase, answers, application, day, each_db, moment, stored_file};

fn clerk() -> Actor {
    Actor::Staff {
        id: "1".to_owned(),
        name: "Серікова Ә.".to_owned(),
        role: "officer".to_owned(),
        unit: "KZ75".to_owned(),
    }
}

/// An office file in which nothing is empty.
fn full_office() -> Office {
    Office {
        remarks: vec![Remark {
            step: "person".to_owned(), document: None, text: "Атыңызды тексеріңіз".to_owned()
        }],
        mended: vec![Remark {
            step: "documents".to_owned(),
            document: Some("housing".to_owned()),
            text: "Беттің жартысы жоқ".to_owned(),
        }],
        mend_until: Some(day("2026-06-20")),
        reopened: vec![DocumentKind::Housing],
        corrections: vec![Correction {
            step: "contacts".to_owned(),
            answers: vec![CorrectedAnswer { field: "phone".to_owned(), was: Vec::new(), is: vec!["1".to_owned()] }],
        }],
        registration: Some(Registration {
            number: "KZ75-2026-000017".to_owned(),
            handed_in_at: moment("2026-06-11 11:05"),
            registered_on: day("2026-06-11"),
            due_on: day("2026-07-27"),
            officer: clerk(),
            name: "Соловьёва Анна".to_owned(),
            unit: "KZ75".to_owned(),
            compared: vec![DocumentKind::Passport, DocumentKind::Housing],
        }),
        acceptance_refusal: Some(AcceptanceRefusal {
            at: moment("2026-06-11 11:00"),
            officer: clerk(),
            items: vec![RefusedItem::new(DocumentKind::Passport, Fault::Expired).seen(Some(day("2026-05-01")))],
        }),
        approvals: vec![Approval {
            approver: Approver::NationalSecurity,
            asked_on: day("2026-06-12"),
            outgoing_number: "12/34".to_owned(),
            answer: Some(Answered::Positive),
            answered_on: Some(day("2026-06-20")),
            reminders: vec![Reminder { on: day("2026-06-19"), outgoing_number: "12/35".to_owned(), officer: clerk() }],
            remind_on: Some(day("2026-07-03")),
            answered_before: None,
        }],
        prepared_refusal: Some(PreparedRefusal {
            officer: clerk(),
            notified_on: day("2026-06-22"),
            not_before: day("2026-06-26"),
            objection_until: day("2026-06-24"),
            grounds: vec!["49.1".to_owned()],
            evidence: vec![Evidence {
                ground: "49.1".to_owned(),
                item: "paper-passport".to_owned(),
                shows: "…".to_owned(),
            }],
            reasons: "…".to_owned(),
            objections: vec![Objection {
                at: moment("2026-06-23 10:00"),
                text: "Келіспеймін".to_owned(),
                asks_hearing: true,
            }],
            hearing: Some(Hearing {
                on: day("2026-06-25"),
                time: chrono::NaiveTime::from_hms_opt(10, 30, 0).unwrap(),
                place: "204".to_owned(),
                officer: clerk(),
                minutes: Some(Minutes {
                    outcome: Outcome::Held,
                    text: "…".to_owned(),
                    officer: clerk(),
                    at: moment("2026-06-25 11:00"),
                    remarks_until: day("2026-06-30"),
                    remarks: vec![MinutesRemark { at: moment("2026-06-29 10:00"), text: "x".to_owned() }],
                }),
            }),
        }),
        decision: Some(Decision {
            granted: false,
            decided_on: day("2026-06-26"),
            officer: clerk(),
            grounds: vec!["49.1".to_owned()],
            reasons: "…".to_owned(),
            complaint_until: Some(day("2026-09-26")),
        }),
        issued_on: Some(day("2026-06-30")),
    }
}

#[test]
fn everything_comes_back_as_it_was_written() {
    each_db(|kind| {
        for applicant in [answers::adult(), answers::minor(), answers::professional()] {
            let database = TestDatabase::on(kind);
            let mut wanted = application(&applicant);
            wanted.status = Status::Refused;
            wanted.submitted_at = Some(moment("2026-06-10 12:34"));
            wanted.office = full_office();
            let mut stored = store(&database.db, &wanted);
            stored.revision = wanted.revision;
            stored.papers.sort_by_key(|paper| paper.kind);
            wanted.papers.sort_by_key(|paper| paper.kind);
            assert_eq!(stored, wanted);
            assert_eq!(stored.answers.page::<Contacts>(), applicant.contacts);
            let (id, hash) = database.db.read(|conn| applications::by_number(conn, &wanted.number)).unwrap();
            assert_eq!((id, hash), (wanted.id, wanted.code_hash));
        }
    });
}

#[test]
fn what_is_not_there_is_not_found() {
    each_db(|kind| {
        let (TestDatabase { db, .. }, known) = &with_an_application(kind);
        let other = application(&answers::minor());
        let not_found = |outcome: Result<(), StoreError>| assert!(matches!(outcome, Err(StoreError::NotFound)));
        not_found(db.read(|conn| applications::load(conn, &other.id).map(drop)));
        not_found(db.read(|conn| applications::by_number(conn, &other.number).map(drop)));
        not_found(db.alone(|conn| {
            step::change(conn, &other.id, StepName::Person, moment("2026-06-12 10:00"), |_| Ok(())).map(drop)
        }));
        assert_eq!(load(db, &known.id), *known);
    });
}

/// Withdraws in the way of the handlers.
fn withdraw(db: &Db, id: &str, seen: Option<i64>) -> Result<(), StoreError> {
    db.write(|conn| {
        applications::change(conn, id, seen, |application, _| {
            application.language = "ru".to_owned();
            application.answers.put(StepName::Fee, Default::default());
            let event = application.withdraw(moment("2026-06-12 10:00"))?.with("a", 1);
            Ok(Changed { value: (), event: Some(event) })
        })
    })
}

#[test]
fn a_change_and_its_line_of_history_are_one() {
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        let mut wanted = application(&answers::adult());
        wanted.status = Status::Submitted;
        let before = store(&database.db, &wanted);
        withdraw(&database.db, &before.id, None).unwrap();
        let (after, history) = (load(&database.db, &before.id), history(&database.db, &before.id));
        assert_eq!((after.status, after.language.as_str()), (Status::Withdrawn, "ru"));
        assert!(after.revision > before.revision);
        let expected = Event::new(EventKind::Withdrawn, Actor::Applicant, moment("2026-06-12 10:00")).with("a", 1);
        // Whoever has an older page can be told of it, and whoever has a newer one is not.
        let revision = history[0].details["revision"].as_i64().unwrap();
        assert!(before.revision < revision && revision < after.revision, "{revision}");
        assert_eq!(history, [expected.with("revision", revision)]);
    });
}

fn history(db: &Db, id: &str) -> Vec<Event> {
    db.read(|conn| applications::history(conn, id)).unwrap()
}

#[test]
fn what_is_denied_leaves_no_trace() {
    each_db(|kind| {
        // A draft cannot be withdrawn: the change is refused after answers were touched.
        let (TestDatabase { db, .. }, before) = &with_an_application(kind);
        let outcome = withdraw(db, &before.id, None);
        assert!(matches!(outcome, Err(StoreError::Denied(Denied::Move { .. }))), "{outcome:?}");
        assert_eq!(load(db, &before.id), *before);
        assert_eq!(history(db, &before.id), []);
    });
}

#[test]
fn a_change_on_an_older_page_is_refused() {
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        let mut wanted = application(&answers::adult());
        wanted.status = Status::Submitted;
        let shown = store(&database.db, &wanted);
        let mend = |application: &mut Application| {
            application.answers.set(&Fee { bank: "Halyk".into(), ..answers::adult().fee });
            Ok(())
        };
        database
            .db
            .alone(|conn| step::change(conn, &shown.id, StepName::Fee, moment("2026-06-12 10:00"), mend))
            .unwrap();
        let outcome = withdraw(&database.db, &shown.id, Some(shown.revision));
        assert!(matches!(outcome, Err(StoreError::Stale { seen, now }) if now == seen + 1), "{outcome:?}");
        let mended = load(&database.db, &shown.id);
        assert_eq!(mended.status, Status::Submitted);
        withdraw(&database.db, &shown.id, Some(mended.revision)).unwrap();
    });
}

#[test]
fn files_come_and_go_with_their_paper() {
    each_db(|kind| {
        let (TestDatabase { db, .. }, draft) = &with_an_application(kind);
        let change = |decide: &dyn Fn(&mut ruqsat::application::Application) -> Result<(), Denied>| {
            db.write(|conn| {
                applications::change(conn, &draft.id, None, |application, _| {
                    decide(application)?;
                    Ok(Changed { value: (), event: None })
                })
            })
        };
        let (housing, second) = (DocumentKind::Housing, stored_file("екінші бет.pdf"));
        change(&|application| application.attach(housing, second.clone())).unwrap();
        let files = load(db, &draft.id).paper(housing).files;
        assert_eq!(files.len(), 2);
        assert!(files.contains(&second));
        change(&|application| application.detach(housing, &files[0].id).map(drop)).unwrap();
        assert_eq!(load(db, &draft.id).paper(housing).files, [files[1].clone()]);
        // Whatever lies with other papers stays.
        let others = |application: &ruqsat::application::Application| application.papers.len();
        assert_eq!(others(&load(db, &draft.id)), others(draft));
    });
}

#[test]
fn what_was_filed_is_frozen() {
    each_db(|kind| {
        let (TestDatabase { db, .. }, draft) = &with_an_application(kind);
        let file = |at: &str| {
            db.write(|conn| {
                applications::change(conn, &draft.id, None, |application, conn| {
                    application.status = Status::Returned;
                    let event = application.submit(moment(at), &Default::default())?;
                    applications::freeze(conn, application, moment(at), &Default::default())?;
                    Ok(Changed { value: (), event: Some(event) })
                })
            })
            .unwrap();
        };
        file("2026-06-10 12:00");
        let first = db.read(|conn| applications::submissions_of(conn, &draft.id)).unwrap();
        db.alone(|conn| {
            step::change(conn, &draft.id, StepName::Contacts, moment("2026-06-12 10:00"), |application| {
                application.answers = Answers::default();
                application.answers.set(&Contacts { locality: "Тараз".into(), ..answers::adult().contacts });
                Ok(())
            })
        })
        .unwrap();
        file("2026-06-11 12:00");
        let both = db.read(|conn| applications::submissions_of(conn, &draft.id)).unwrap();
        assert_eq!((first.len(), both.len(), &both[0]), (1, 2, &first[0]));
        assert_eq!((both[0].no, both[1].no), (1, 2));
        assert!(both[1].body.contains("Тараз") && !both[0].body.contains("Тараз"));
        for filed in both {
            assert_eq!(filed.sha256, ruqsat::application::submission::sha256_hex(filed.body.as_bytes()));
        }
    });
}

#[test]
fn a_transaction_that_fails_keeps_nothing() {
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        let new = application(&answers::adult());
        let outcome: Result<(), StoreError> = database.db.write(|conn| {
            applications::begin(conn, &new)?;
            applications::next(conn, "x")?;
            Err(StoreError::NotFound)
        });
        assert!(outcome.is_err());
        assert!(database.db.read(ruqsat::store::queue::is_empty).unwrap());
        assert_eq!(database.db.write(|conn| applications::next(conn, "x")).unwrap(), 1);
    });
}
