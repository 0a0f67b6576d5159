//! The queue by clerk: whose a case is, also when the lease has run out; what is nobody's; what waits for whoever asks.

use chrono::Duration;
use ruqsat::application::{Application, Status};
use ruqsat::desk::queue::{Filter, List, Viewer, Whose};
use ruqsat::law::facts::Ground;
use ruqsat::people::{Role, Staff};
use ruqsat::store::{Db, claims, holders, queue};

use super::super::claims::hires;
use super::hands::changes;
use super::{filed, names};
use crate::support::{TestDatabase, day, each_db, moment};

pub(super) fn takes(db: &Db, case: &Application, who: &Staff) {
    let lease = Duration::hours(1);
    db.write(|conn| claims::take(conn, &case.id, who, moment("2026-06-10 12:30"), lease)).unwrap();
}

fn goes_to(db: &Db, case: &Application, status: Status) {
    changes(db, case, |case| case.status = status);
}

/// What a reader finds, on the next day: the leases have run out.
fn finds(db: &Db, reader: &Staff, filter: Filter) -> Vec<String> {
    names(db, &filter.wanted(&Viewer::of(reader, day("2026-06-11")), None))
}

#[test]
fn a_case_is_its_clerks_until_somebody_takes_it_or_it_is_finished() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let put = |name: &str, at: &str| filed(db, name, "KZ75", Status::Submitted, at);
        let (first, second) = (put("Бірінші", "2026-06-01 12:00"), put("Екінші", "2026-06-02 12:00"));
        let (back, done) = (put("Қайтқан", "2026-06-03 12:00"), put("Бітті", "2026-06-04 12:00"));
        put("Ешкімдікі", "2026-06-05 12:00");
        let far = filed(db, "Алыс", "KZ71", Status::Submitted, "2026-06-06 12:00");
        let (anna, berik) = (hires(db, "Anna", Role::Officer, "KZ75"), hires(db, "Berik", Role::Officer, "KZ75"));
        let centre = hires(db, "Centre", Role::Officer, "KZ00");
        for case in [&first, &back, &done] {
            takes(db, case, &anna);
        }
        takes(db, &second, &berik);
        takes(db, &far, &centre);
        goes_to(db, &back, Status::Returned);
        goes_to(db, &done, Status::Withdrawn);

        let of = |clerk: Option<Whose>| Filter { clerk, ..Filter::default() };
        let mine = || of(Some(Whose::Me));
        let waiting = || Filter { list: Some(List::WaitingForMe), ..Filter::default() };
        assert_eq!(finds(db, &anna, mine()), ["Бірінші", "Қайтқан"], "also what is with the applicant");
        assert_eq!(finds(db, &anna, waiting()), ["Бірінші"]);
        assert_eq!(finds(db, &berik, of(Whose::from_code(&anna.id))), ["Бірінші", "Қайтқан"]);
        assert_eq!(finds(db, &berik, waiting()), ["Екінші"]);
        assert_eq!(finds(db, &anna, of(Some(Whose::Nobody))), ["Ешкімдікі"], "what is finished waits for nobody");
        assert_eq!(finds(db, &centre, of(Some(Whose::Nobody))), ["Ешкімдікі"], "in every unit");
        assert_eq!(finds(db, &centre, mine()), ["Алыс"]);
        assert_eq!(finds(db, &anna, of(Whose::from_code(&centre.id))), Vec::<String>::new(), "not of another unit");

        // Together with something else, and against each other.
        let new = Filter { list: Some(List::New), ..mine() };
        assert_eq!(finds(db, &anna, new), ["Бірінші"]);
        let returned = Filter { status: Some(Status::Returned), ..mine() };
        assert_eq!(finds(db, &anna, returned), ["Қайтқан"]);
        let ground = Filter { ground: Some(Ground::EthnicKazakh), ..mine() };
        assert_eq!(finds(db, &anna, ground), Vec::<String>::new());
        for other in [Some(Whose::Nobody), Whose::from_code(&berik.id)] {
            assert_eq!(finds(db, &anna, Filter { clerk: other, ..waiting() }), Vec::<String>::new());
        }
        assert_eq!(finds(db, &anna, Filter { clerk: Some(Whose::Me), ..waiting() }), ["Бірінші"]);

        takes(db, &first, &anna); // whoever takes it again keeps it
        let later = moment("2026-06-11 09:00");
        db.write(|conn| claims::take(conn, &first.id, &berik, later, Duration::hours(1))).unwrap();
        assert_eq!(finds(db, &berik, waiting()), ["Бірінші", "Екінші"], "taken after the lease ran out");
        db.write(|conn| claims::give_back(conn, &second.id, &berik, later)).unwrap();
        assert_eq!(finds(db, &anna, of(Some(Whose::Nobody))), ["Екінші", "Ешкімдікі"]);
    });
}

#[test]
fn no_more_is_picked_than_is_given_at_once_and_nothing_that_is_finished() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        for name in ["Бірінші", "Екінші", "Үшінші"] {
            filed(db, name, "KZ75", Status::Submitted, "2026-06-01 12:00");
        }
        filed(db, "Бітті", "KZ75", Status::Withdrawn, "2026-05-01 12:00");
        let head = hires(db, "Head", Role::Supervisor, "KZ75");
        let all = Filter::default().wanted(&Viewer::of(&head, day("2026-06-10")), None).unfinished();
        for (most, picked, more) in [(2, 2, true), (3, 3, false), (200, 3, false)] {
            let (cases, left) = db.read(|conn| queue::first(conn, &all, most)).unwrap();
            assert_eq!((cases.len(), left), (picked, more), "{most}");
        }
    });
}

#[test]
fn whose_cases_there_can_be_is_told_of_the_unit_only() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let case = filed(db, "Бірінші", "KZ75", Status::Submitted, "2026-06-01 12:00");
        let other = filed(db, "Екінші", "KZ75", Status::Submitted, "2026-06-01 12:00");
        for (name, role, unit) in [
            ("Anna", Role::Officer, "KZ75"),
            ("Reader", Role::Auditor, "KZ75"),
            ("Stranger", Role::Officer, "KZ71"),
            ("Idle", Role::Officer, "KZ00"),
        ] {
            hires(db, name, role, unit);
        }
        let (gone, centre) = (hires(db, "Gone", Role::Operator, "KZ75"), hires(db, "Centre", Role::Officer, "KZ00"));
        takes(db, &case, &gone);
        takes(db, &other, &centre);
        let by = ruqsat::application::Actor::Console;
        db.write(|conn| ruqsat::store::staff::enable(conn, &gone.login, false, by, moment("2026-06-10 13:00")))
            .unwrap();
        let clerks = db.read(|conn| holders::clerks(conn, "KZ75")).unwrap();
        let mut names: Vec<&str> = clerks.iter().map(|one| one.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Anna", "Centre", "Gone"], "whoever left cases behind is there too");
    });
}
