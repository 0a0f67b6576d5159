//! Sixteen clerks work off one queue at once, half of them without taking a case first: each case is decided exactly once.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::Duration;
use ruqsat::application::office::{Answered, Approval, Approver};
use ruqsat::application::{Denied, EventKind, Status};
use ruqsat::desk::decision;
use ruqsat::desk::queue::{Filter, Turn, Viewer};
use ruqsat::people::{Role, Staff};
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::{Db, StoreError, claims, queue, trail};

use super::claims::hires;
use crate::support::{TestDatabase, answers, application, day, each_db, moment};

const CLERKS: usize = 16;
const CASES: usize = 500;

/// An accepted case to which national security has agreed.
fn accepted(db: &Db) -> String {
    let mut case = application(&answers::adult());
    (case.status, case.submitted_at) = (Status::Accepted, Some(moment("2026-06-10 09:00")));
    case.papers.clear();
    case.office.approvals.push(Approval {
        approver: Approver::NationalSecurity,
        asked_on: day("2026-06-10"),
        outgoing_number: "1".to_owned(),
        answer: Some(Answered::Positive),
        answered_on: Some(day("2026-06-10")),
        reminders: Vec::new(),
        remind_on: None,
        answered_before: None,
    });
    db.write(|conn| applications::begin(conn, &case)).unwrap();
    case.id
}

/// One clerk works the queue off, page by page, until nothing waits; gives back what they decided, and counts how often
/// they were stopped.
fn works(db: &Db, clerk: &Staff, takes: bool, stopped: &AtomicUsize) -> Vec<String> {
    let filter = Filter { status: Some(Status::Accepted), ..Filter::default() };
    let wanted = filter.wanted(&Viewer::of(clerk, day("2026-06-10")), None);
    let mut decided = Vec::new();
    loop {
        let page = db.read(|conn| queue::page(conn, &wanted, &Turn::First)).unwrap();
        if page.cases.is_empty() {
            return decided;
        }
        for case in &page.cases {
            if decides(db, case.id(), clerk, takes) {
                decided.push(case.id().to_owned());
            } else {
                stopped.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

/// Whether this clerk decided the case, and nobody before.
fn decides(db: &Db, case: &str, clerk: &Staff, takes: bool) -> bool {
    let (now, lease) = (moment("2026-06-10 10:00"), Duration::hours(1));
    let drawn = db.read(|conn| applications::load(conn, case)).unwrap();
    let made = match takes {
        true => db.write(|conn| claims::take(conn, case, clerk, now, lease)),
        false => Ok(()),
    }
    .and_then(|()| {
        db.write(|conn| {
            applications::change(conn, case, Some(drawn.revision), |application, conn| {
                claims::pass(conn, case, clerk, now, lease)?;
                let event = decision::approve(application, clerk.actor(), now)?;
                Ok(Changed { value: (), event: Some(event) })
            })
        })
    });
    match made {
        Ok(()) => true,
        Err(
            StoreError::Held(_) | StoreError::Stale { .. } | StoreError::Denied(Denied::Finished | Denied::Move { .. }),
        ) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn sixteen_clerks_decide_each_of_five_hundred_cases_exactly_once() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let cases: Vec<String> = (0..CASES).map(|_| accepted(db)).collect();
        let clerks: Vec<Staff> =
            (0..CLERKS).map(|i| hires(db, &format!("Clerk{i}"), Role::Supervisor, "KZ75")).collect();
        let stopped = AtomicUsize::new(0);
        let decided: Vec<Vec<String>> = std::thread::scope(|scope| {
            let stopped = &stopped;
            let threads: Vec<_> = clerks
                .iter()
                .enumerate()
                .map(|(i, clerk)| scope.spawn(move || works(db, clerk, i % 2 == 0, stopped)))
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let mut by_whom: BTreeMap<&String, Vec<&str>> = BTreeMap::new();
        for (clerk, cases) in clerks.iter().zip(&decided) {
            cases.iter().for_each(|case| by_whom.entry(case).or_default().push(&clerk.id));
        }
        assert_eq!(by_whom.len(), CASES, "every case is decided");
        assert!(by_whom.values().all(|clerks| clerks.len() == 1), "none was said to be decided twice");
        for case in &cases {
            let stored = db.read(|conn| applications::load(conn, case)).unwrap();
            assert_eq!(stored.status, Status::Approved);
            let events = db.read(|conn| applications::history(conn, case)).unwrap();
            let granted: Vec<_> = events.iter().filter(|event| event.kind == EventKind::Approved).collect();
            let [only] = granted[..] else { panic!("{} decisions", granted.len()) };
            let ruqsat::application::Actor::Staff { id, .. } = &only.actor else { panic!() };
            assert_eq!([id.as_str()], by_whom[case][..], "by the one who was told so");
        }
        assert!(stopped.load(Ordering::Relaxed) > 0, "they never met: the test shows nothing");
        assert!(db.read(trail::head).unwrap().seq >= CASES as i64);
    });
}
