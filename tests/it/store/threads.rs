//! Many at once: nothing is lost, nothing fails, no number is given twice.

use std::collections::BTreeSet;

use ruqsat::application::steps::{Body, Child, Recorded, StepName};
use ruqsat::application::{Application, Denied, Status};
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::{StoreError, step};
use serde_json::json;

use super::{load, with_an_application};
use crate::support::answers::is;
use crate::support::{TestDatabase, each_db, moment};

const THREADS: usize = 8;
const TIMES: usize = 6;

#[test]
fn eight_tabs_of_one_application_lose_nothing() {
    each_db(|kind| {
        let (TestDatabase { db, .. }, draft) = &with_an_application(kind);
        std::thread::scope(|scope| {
            for thread in 0..THREADS {
                scope.spawn(move || {
                    for time in 0..TIMES {
                        let child = Recorded {
                            id: format!("{thread:016x}{time:016x}"),
                            answers: Child { name: "Айша".into(), born_on: is("2020-01-01"), ..Child::default() },
                        };
                        db.alone(|conn| {
                            step::change(
                                conn,
                                &draft.id,
                                StepName::Children,
                                moment("2026-06-12 10:00"),
                                |application| {
                                    application.answers.add(&child);
                                    Ok(())
                                },
                            )
                        })
                        .unwrap();
                    }
                });
            }
        });
        let after = load(db, &draft.id);
        assert_eq!(after.answers.record_bodies(StepName::Children).len(), THREADS * TIMES);
        assert!(after.revision >= draft.revision + (THREADS * TIMES) as i64, "each change counts");
    });
}

#[test]
fn two_ways_of_changing_wait_for_each_other() {
    // The narrow save of a page, and the wide change of everything.
    each_db(|kind| {
        let (TestDatabase { db, .. }, draft) = &with_an_application(kind);
        let count = |body: &Body| body.get("n").and_then(|n| n.as_i64()).unwrap_or(0);
        let more = |application: &mut Application| {
            let n = application.answers.body(StepName::Fee).map_or(0, count) + 1;
            application.answers.put(StepName::Fee, json!({ "n": n }).as_object().cloned().unwrap());
            Ok(())
        };
        std::thread::scope(|scope| {
            for thread in 0..THREADS {
                scope.spawn(move || {
                    for _ in 0..TIMES {
                        if thread % 2 == 0 {
                            db.alone(|conn| {
                                step::change(conn, &draft.id, StepName::Fee, moment("2026-06-12 10:00"), more)
                            })
                            .unwrap();
                        } else {
                            db.write(|conn| {
                                applications::change(conn, &draft.id, None, |a, _| {
                                    more(a)?;
                                    Ok(Changed { value: (), event: None })
                                })
                            })
                            .unwrap();
                        }
                    }
                });
            }
        });
        let fee = load(db, &draft.id).answers.body(StepName::Fee).cloned().unwrap();
        assert_eq!(count(&fee), (THREADS * TIMES) as i64);
    });
}

#[test]
fn a_page_saved_beside_a_filing_is_in_it_or_is_refused() {
    each_db(|kind| {
        for _ in 0..10 {
            let (TestDatabase { db, .. }, draft) = &with_an_application(kind);
            let fee = |application: &Application| application.answers.body(StepName::Fee).cloned();
            let filed = std::thread::scope(|scope| {
                for thread in 0..THREADS {
                    scope.spawn(move || {
                        for n in 0.. {
                            let saved = db.alone(|conn| {
                                step::change(
                                    conn,
                                    &draft.id,
                                    StepName::Fee,
                                    moment("2026-06-12 10:00"),
                                    |application| {
                                        let body = json!({ "n": format!("{thread} {n}") });
                                        Ok(application.keep(StepName::Fee, body.as_object().cloned().unwrap())?)
                                    },
                                )
                            });
                            match saved {
                                Ok(_) => {}
                                Err(StoreError::Denied(Denied::Closed)) => break,
                                Err(other) => panic!("{other}"),
                            }
                        }
                    });
                }
                let file = |conn: &mut _| {
                    applications::change(conn, &draft.id, None, |application, _| {
                        application.status = Status::Submitted;
                        Ok(Changed { value: fee(application), event: None })
                    })
                };
                db.write(file).unwrap()
            });
            assert_eq!(filed, fee(&load(db, &draft.id)), "a save was acknowledged that the filing does not have");
        }
    });
}

#[test]
fn running_numbers_have_no_gaps_and_no_twins() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        // The first of a year is the hard one: several may try to begin the count at once.
        let given: Vec<Vec<i64>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS)
                .map(|_| {
                    scope.spawn(move || {
                        (0..TIMES)
                            .map(|_| db.write(|conn| applications::next(conn, "KZ75-2026")).unwrap())
                            .collect::<Vec<_>>()
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for numbers in &given {
            assert!(numbers.is_sorted(), "{numbers:?}");
        }
        let all: BTreeSet<i64> = given.into_iter().flatten().collect();
        assert_eq!(all, (1..=(THREADS * TIMES) as i64).collect());
        assert_eq!(db.write(|conn| applications::next(conn, "KZ71-2026")).unwrap(), 1, "each unit counts for itself");
    });
}

#[test]
fn a_count_that_two_begin_at_once_is_one_count() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let (tell, told) = std::sync::mpsc::channel();
        let (first, second) = std::thread::scope(|scope| {
            let first = scope.spawn(move || {
                db.write(|conn| {
                    let number = applications::next(conn, "KZ75-2026")?;
                    tell.send(()).unwrap();
                    std::thread::sleep(std::time::Duration::from_millis(200)); // the other comes meanwhile
                    Ok(number)
                })
            });
            told.recv().unwrap();
            let second = db.write(|conn| applications::next(conn, "KZ75-2026"));
            (first.join().unwrap(), second)
        });
        assert_eq!((first.unwrap(), second.unwrap()), (1, 2));
    });
}

#[test]
fn readers_do_not_wait_for_a_writer() {
    each_db(|kind| {
        let (TestDatabase { db, .. }, draft) = &with_an_application(kind);
        db.write(|conn| {
            applications::change(conn, &draft.id, None, |application, _| {
                application.status = Status::Submitted;
                assert_eq!(load(db, &draft.id), *draft, "nobody sees what is not kept yet");
                Ok(Changed { value: (), event: None })
            })
        })
        .unwrap();
    });
}
