//! The queue: list and count agree, a search finds what a clerk means and nothing else.

use ruqsat::application::{Application, Status};
use ruqsat::desk::queue::{Filter, PER_PAGE};
use ruqsat::store::{Db, queue};

use super::store;
use crate::support::{TestDatabase, answers, application, each_db, moment};

/// A filed application of a person of this name in this unit.
fn filed(db: &Db, surname: &str, unit: &str, status: Status, at: &str) -> Application {
    let mut applicant = answers::adult();
    applicant.person.surname = surname.into();
    applicant.contacts.region = answers::is(unit);
    let mut wanted = application(&applicant);
    wanted.status = status;
    wanted.submitted_at = (status != Status::Draft).then(|| moment(at));
    store(db, &wanted)
}

fn found(db: &Db, filter: &Filter) -> Vec<String> {
    let cases = db.read(|conn| queue::list(conn, filter)).unwrap();
    assert_eq!(db.read(|conn| queue::count(conn, filter)).unwrap(), cases.len() as i64, "list and count disagree");
    cases.into_iter().map(|case| case.name.split(' ').next().unwrap().to_owned()).collect()
}

fn search(words: &str) -> Filter {
    let mut filter = Filter::default();
    filter.search(words);
    filter
}

#[test]
fn a_filter_gives_what_it_says() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        filed(db, "Екінші", "KZ75", Status::Submitted, "2026-06-10 12:00");
        filed(db, "Бірінші", "KZ75", Status::Submitted, "2026-06-09 12:00");
        filed(db, "Басқа", "KZ71", Status::Returned, "2026-06-08 12:00");
        filed(db, "Жоба", "KZ75", Status::Draft, "");
        let unit = |unit: &str| Filter { unit: Some(unit.to_owned()), ..Filter::default() };
        assert_eq!(found(db, &Filter::default()), ["Басқа", "Бірінші", "Екінші"], "first filed first; no drafts");
        assert_eq!(found(db, &unit("KZ75")), ["Бірінші", "Екінші"]);
        assert_eq!(found(db, &Filter { status: Some(Status::Returned), ..Filter::default() }), ["Басқа"]);
        assert_eq!(found(db, &Filter { status: Some(Status::Returned), ..unit("KZ75") }), Vec::<String>::new());
        assert_eq!(found(db, &Filter { status: Some(Status::Draft), ..Filter::default() }), Vec::<String>::new());
        let mut states = db.read(|conn| queue::count_by_status(conn, Some("KZ75"))).unwrap();
        states.sort_by_key(|(status, _)| status.code());
        assert_eq!(states, [(Status::Submitted, 2)]);
    });
}

#[test]
fn a_search_takes_kazakh_and_russian_spelling_for_one() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let asked = filed(db, "Әбдіқайымұлы", "KZ75", Status::Submitted, "2026-06-10 12:00");
        filed(db, "Семёнов", "KZ75", Status::Submitted, "2026-06-10 12:01");
        for words in ["Әбдіқайымұлы", "абдикайымулы", "АБДИКАЙЫМУЛЫ", "мехмет абдикай", "yilmaz әбді"]
        {
            assert_eq!(found(db, &search(words)), ["Әбдіқайымұлы"], "{words}");
        }
        assert_eq!(found(db, &search("семенов")), ["Семёнов"]);
        assert_eq!(found(db, &search("Мехмет")).len(), 2);
        assert_eq!(found(db, &search("Семёнов Айша")), Vec::<String>::new(), "every word counts");
        let number = asked.number.to_string();
        for words in [number.clone(), number.replace('-', " "), number.replace('-', "")] {
            assert_eq!(found(db, &search(&words)), ["Әбдіқайымұлы"], "{words}");
        }
        assert_eq!(found(db, &search("u12345678")).len(), 2, "the passport's number");
        assert_eq!(found(db, &search("U 1234-5678")).len(), 2);
    });
}

#[test]
fn signs_of_sql_are_only_signs() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        filed(db, "Асанов", "KZ75", Status::Submitted, "2026-06-10 12:00");
        for words in ["%", "_", "\\", "'", "асан%", "а_анов", "%' OR '1'='1"] {
            // What a clerk types is folded first; straight to the store the signs must not work either.
            let straight = Filter { words: vec![words.to_owned()], ..Filter::default() };
            assert_eq!(found(db, &straight), Vec::<String>::new(), "{words}");
        }
        for words in ["", " ", "%", "'"] {
            assert_eq!(found(db, &search(words)), ["Асанов"], "«{words}» says nothing, so it narrows nothing");
        }
    });
}

#[test]
fn pages_hold_everybody_once() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let all = PER_PAGE as usize + 3;
        for i in 0..all {
            filed(db, &format!("Аты{i}"), "KZ75", Status::Submitted, "2026-06-10 12:00");
        }
        let page = |page| db.read(|conn| queue::list(conn, &Filter { page, ..Filter::default() })).unwrap();
        let (first, second) = (page(0), page(1));
        assert_eq!((first.len(), second.len(), page(2).len()), (PER_PAGE as usize, 3, 0));
        let ids: std::collections::BTreeSet<String> = first.into_iter().chain(second).map(|case| case.id).collect();
        assert_eq!(ids.len(), all);
        assert_eq!(db.read(|conn| queue::count(conn, &Filter::default())).unwrap(), all as i64);
        assert_eq!(page(-1).len(), PER_PAGE as usize, "no page before the first");
    });
}
