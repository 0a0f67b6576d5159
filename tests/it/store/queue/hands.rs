//! What finds a case beside the hands it is in: whatever happened to it, the same as if it were indexed anew.

use chrono::Duration;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use ruqsat::application::{Actor, Application, Status};
use ruqsat::desk::queue::{Filter, Viewer, Whose};
use ruqsat::people::{ChangedStaff, Role, Staff};
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::schema::queue_keys as k;
use ruqsat::store::{Conn, Db, claims, staff};

use super::super::claims::hires;
use super::{filed, names, of, put};
use crate::support::{TestDatabase, answers, day, each_db, moment};

const NINE: &str = "2026-06-10 09:00";

type Key = (String, Vec<u8>, Option<Vec<u8>>, String, i64);

fn keys(db: &Db) -> Vec<Key> {
    let all = k::table.select((k::application_id, k::key, k::everywhere, k::unit, k::rank));
    let mut keys: Vec<Key> = db.read(|conn| Ok(all.load(conn)?)).unwrap();
    keys.sort_unstable();
    keys
}

/// Has the program fill all again, as after a migration, and compares.
pub fn is_as_if_indexed_anew(db: &Db, after: &str) {
    let before = keys(db);
    let anew = |conn: &mut Conn| {
        const FORGET: &str = "UPDATE applications SET rank = NULL";
        match conn {
            Conn::Sqlite(conn) => conn.batch_execute(FORGET).unwrap(),
            Conn::Postgres(conn) => conn.batch_execute(FORGET).unwrap(),
        }
        applications::fill_new_columns(conn)
    };
    assert!(db.write(anew).unwrap() > 0);
    let now = keys(db);
    let shown = |keys: &[Key], others: &[Key]| -> Vec<String> {
        let differ = keys.iter().filter(|key| !others.contains(key));
        differ.map(|(id, key, _, unit, rank)| format!("{id} {unit} {rank} {}", String::from_utf8_lossy(key))).collect()
    };
    assert_eq!(shown(&before, &now), shown(&now, &before), "{after}");
}

/// Changes a case without an event.
pub(super) fn changes(db: &Db, case: &Application, change: impl FnOnce(&mut Application)) {
    let changes = |conn: &mut Conn| {
        applications::change(conn, &case.id, None, |application, _| {
            change(application);
            Ok(Changed { value: (), event: None })
        })
    };
    db.write(changes).unwrap();
}

#[test]
fn a_case_is_found_beside_the_hands_it_is_in_whatever_happened() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let (anna, berik) = (hires(db, "Anna", Role::Officer, "KZ75"), hires(db, "Berik", Role::Officer, "KZ75"));
        let head = hires(db, "Head", Role::Supervisor, "KZ75");
        let case = put(db, &of("Бірінші", "KZ75"), Status::Submitted, NINE, None);
        filed(db, "Басқа", "KZ75", Status::Submitted, NINE);
        let general = |clerk| Filter { clerk, route: "general".parse().ok(), ..Filter::default() };
        let finds = |who: &Staff, filter: Filter| names(db, &filter.wanted(&Viewer::of(who, day("2026-06-11")), None));
        let (one, both): (&[&str], &[&str]) = (&["Бірінші"], &["Бірінші", "Басқа"]);
        let is_with = |who: Option<&Staff>, after: &str| {
            for clerk in [&anna, &berik] {
                let expected = if who.is_some_and(|who| who.id == clerk.id) { one } else { &[] };
                assert_eq!(finds(clerk, general(Some(Whose::Me))), expected, "{} after {after}", clerk.name);
            }
            let mut free = finds(&head, general(Some(Whose::Nobody)));
            free.sort_unstable_by_key(|name| name == "Басқа");
            assert_eq!(free, if who.is_none() { both } else { &both[1..] }, "nobody's after {after}");
            is_as_if_indexed_anew(db, after);
        };
        is_with(None, "filing");
        let takes = |who: &Staff, at: &str| {
            db.write(|conn| claims::take(conn, &case.id, who, moment(at), Duration::hours(1))).unwrap();
        };
        takes(&anna, NINE);
        is_with(Some(&anna), "taking");
        takes(&berik, "2026-06-10 11:00");
        is_with(Some(&berik), "taking after the lease");
        db.write(|conn| claims::assign(conn, &case.id, &anna, &head, "back", moment("2026-06-10 11:10"))).unwrap();
        is_with(Some(&anna), "giving");
        changes(db, &case, |case| case.status = Status::Returned);
        is_with(Some(&anna), "a move");
        let returned = Filter { status: Some(Status::Returned), ..general(Some(Whose::Me)) };
        assert_eq!(finds(&anna, returned), one);
        let mut corrected = of("Бірінші", "KZ75");
        corrected.situation.citizenship = answers::is("CHN");
        changes(db, &case, |case| case.answers.set(&corrected.situation));
        is_with(Some(&anna), "a correction");
        let chinese = Filter { citizenship: super::Citizenship::from_code("CHN"), ..general(Some(Whose::Me)) };
        assert_eq!(finds(&anna, chinese), one);
        db.write(|conn| claims::give_back(conn, &case.id, &anna, moment("2026-06-10 11:20"))).unwrap();
        is_with(None, "giving back");
        db.write(|conn| claims::offer(conn, &case.id, &berik.id, moment("2026-06-10 11:30"))).unwrap();
        is_with(Some(&berik), "an answer");
        let elsewhere = |who: &Staff| ChangedStaff {
            name: who.name.clone(),
            role: who.role,
            unit: "KZ71".to_owned(),
            password_hash: None,
        };
        let at = moment("2026-06-10 11:40");
        db.write(|conn| staff::change(conn, &berik.login, &berik.stamp(), &elsewhere(&berik), &Actor::Console, at))
            .unwrap()
            .unwrap();
        is_with(None, "a clerk who went");
        takes(&anna, "2026-06-10 12:00");
        let moved = of("Бірінші", "KZ71");
        changes(db, &case, |case| case.answers.set(&moved.contacts));
        assert_eq!(finds(&head, general(Some(Whose::Nobody))), ["Басқа"], "of another unit now");
        is_as_if_indexed_anew(db, "a person who moved");
        changes(db, &case, |case| case.status = Status::Withdrawn);
        let there = Staff { unit: "KZ71".to_owned(), ..berik.clone() };
        assert_eq!(finds(&there, general(Some(Whose::Nobody))), Vec::<String>::new());
        is_as_if_indexed_anew(db, "the end");
    });
}
