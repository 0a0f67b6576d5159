//! The numbers of the head: counted by unit, on both databases, from applications as the office leaves them.

use ruqsat::application::office::{Decision, Registration};
use ruqsat::application::{Actor, Status};
use ruqsat::desk::numbers::{Numbers, numbers};
use ruqsat::store::{Db, numbers as counts};

use super::store;
use crate::support::{TestDatabase, answers, application, day, each_db, moment};

fn officer() -> Actor {
    Actor::Staff { id: "1".to_owned(), name: "A.".to_owned(), role: "officer".to_owned(), unit: "KZ75".to_owned() }
}

/// An application of a unit that was registered, and decided when a day is named: granted without grounds.
pub fn case(db: &Db, unit: &str, status: Status, registered_on: &str, decision: Option<(&str, &[&str])>) {
    let mut applicant = answers::adult();
    applicant.contacts.region = answers::is(unit);
    let mut wanted = application(&applicant);
    wanted.status = status;
    wanted.submitted_at = Some(moment("2026-03-02 10:00"));
    wanted.office.registration = Some(Registration {
        number: "1".to_owned(),
        handed_in_at: moment(&format!("{registered_on} 10:00")),
        registered_on: day(registered_on),
        due_on: day(registered_on) + chrono::Days::new(45),
        officer: officer(),
        name: String::new(),
        unit: unit.to_owned(),
        compared: vec![],
    });
    wanted.office.decision = decision.map(|(on, grounds)| Decision {
        granted: grounds.is_empty(),
        decided_on: day(on),
        officer: officer(),
        grounds: grounds.iter().map(|ground| (*ground).to_owned()).collect(),
        reasons: String::new(),
        complaint_until: None,
    });
    store(db, &wanted);
}

fn of(db: &Db, unit: Option<&str>) -> Numbers {
    let (today, since) = (day("2026-06-10"), day("2025-07-01"));
    numbers(&db.read(|conn| counts::count(conn, unit, since)).unwrap(), today)
}

#[test]
fn each_unit_has_its_own_numbers_and_the_sum_has_all() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        case(db, "KZ75", Status::Approved, "2026-03-04", Some(("2026-03-24", &[])));
        case(db, "KZ75", Status::Refused, "2026-03-04", Some(("2026-04-20", &["49.4", "49.1"])));
        case(db, "KZ75", Status::Accepted, "2026-03-04", None);
        case(db, "KZ71", Status::Issued, "2026-03-04", Some(("2026-04-03", &[])));
        let numbers = of(db, Some("KZ75"));
        let pace = &numbers.all.pace;
        assert_eq!((pace.granted, pace.refused, pace.late), (1, 1, 1), "47 days are two too many");
        assert_eq!((pace.median(), pace.ninetieth()), (Some(20), Some(47)));
        assert_eq!((numbers.all.filed, numbers.all.waiting, numbers.all.overdue), (3, 1, 1));
        assert_eq!(numbers.months[8].filed, 3, "in March 2026");
        assert_eq!(numbers.grounds, [("49.1".to_owned(), 1), ("49.4".to_owned(), 1)]);
        assert!(!numbers.units.contains_key("KZ71"));

        let numbers = of(db, None);
        assert_eq!(numbers.units["KZ71"].pace.median(), Some(30));
        assert_eq!(numbers.all.pace.decided, 3);
        assert_eq!(numbers.routes["general"].filed, 4);
    });
}
