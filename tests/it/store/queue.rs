//! The queue: pages and counts agree, a search finds what a clerk means and nothing else, each filter has its index.

mod clerks;
pub mod hands;
mod plans;

use ruqsat::application::{Application, Status, office};
use ruqsat::desk::queue::{Citizenship, Counted, Filter, List, MOST_EXAMINED, PER_PAGE, Search, Turn, Viewer, Wanted};
use ruqsat::law::facts::Ground;
use ruqsat::store::{Db, queue};

use super::store;
use crate::support::{TestDatabase, answers, application, day, each_db, moment};

/// Nothing but the surname tells one from another.
fn of(surname: &str, unit: &str) -> answers::Applicant {
    let mut applicant = answers::adult();
    applicant.person.surname = surname.into();
    applicant.contacts.region = answers::is(unit);
    applicant
}

fn put(db: &Db, applicant: &answers::Applicant, status: Status, at: &str, due_on: Option<&str>) -> Application {
    let mut wanted = application(applicant);
    wanted.status = status;
    wanted.submitted_at = (status != Status::Draft).then(|| moment(at));
    wanted.office.registration = due_on.map(|due_on| office::Registration {
        number: "KZ75-2026-000017".to_owned(),
        handed_in_at: moment(at),
        registered_on: day(due_on),
        due_on: day(due_on),
        officer: ruqsat::application::Actor::Console,
        name: String::new(),
        unit: "KZ75".to_owned(),
        compared: vec![],
    });
    store(db, &wanted)
}

/// A filed application of a person of this name in this unit.
fn filed(db: &Db, surname: &str, unit: &str, status: Status, at: &str) -> Application {
    put(db, &of(surname, unit), status, at, None)
}

fn wanted(unit: Option<&str>, filter: &Filter, words: &str) -> Wanted {
    let viewer = Viewer { id: "me".to_owned(), unit: unit.map(str::to_owned), today: day("2026-06-10") };
    filter.wanted(&viewer, Search::read(words))
}

fn names(db: &Db, wanted: &Wanted) -> Vec<String> {
    let page = db.read(|conn| queue::page(conn, wanted, &Turn::First)).unwrap();
    let counted = db.read(|conn| queue::count(conn, wanted)).unwrap();
    assert_eq!(counted, Counted { count: page.cases.len() as i64, more: false }, "list and count disagree");
    page.cases.into_iter().map(|case| case.name.split(' ').next().unwrap().to_owned()).collect()
}

fn found(db: &Db, unit: &str, filter: Filter) -> Vec<String> {
    names(db, &wanted((!unit.is_empty()).then_some(unit), &filter, ""))
}

fn searched(db: &Db, words: &str) -> Vec<String> {
    let mine = names(db, &wanted(Some("KZ75"), &Filter::default(), words));
    assert_eq!(mine, names(db, &wanted(None, &Filter::default(), words)), "an auditor finds the same");
    mine
}

#[test]
fn a_filter_gives_what_it_says() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        filed(db, "Екінші", "KZ75", Status::Submitted, "2026-06-10 12:00");
        filed(db, "Бірінші", "KZ75", Status::Submitted, "2026-06-09 12:00");
        filed(db, "Басқа", "KZ71", Status::Returned, "2026-06-08 12:00");
        filed(db, "Жоба", "KZ75", Status::Draft, "");
        assert_eq!(found(db, "", Filter::default()), ["Бірінші", "Екінші", "Басқа"], "whose turn it is; no drafts");
        assert_eq!(found(db, "KZ75", Filter::default()), ["Бірінші", "Екінші"]);
        let returned = Filter { status: Some(Status::Returned), ..Filter::default() };
        assert_eq!(found(db, "", returned.clone()), ["Басқа"]);
        assert_eq!(found(db, "KZ75", returned), Vec::<String>::new());
        assert_eq!(
            found(db, "", Filter { status: Some(Status::Draft), ..Filter::default() }),
            Vec::<String>::new(),
            "nobody asks for drafts"
        );
        let unit = |unit: &str| Filter { unit: Some(unit.to_owned()), ..Filter::default() };
        assert_eq!(found(db, "", unit("KZ71")), ["Басқа"]);
        assert_eq!(found(db, "KZ75", unit("KZ71")), ["Бірінші", "Екінші"], "nobody sees beyond the own unit");
    });
}

#[test]
fn the_lists_of_the_morning_are_what_they_are_called() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let running = |surname: &str, status, due: &str| {
            put(db, &of(surname, "KZ75"), status, "2026-04-20 10:00", Some(due));
        };
        running("Ертең", Status::Accepted, "2026-06-11");
        running("Бүгін", Status::PreliminaryRefusal, "2026-06-10");
        running("Кеше", Status::Accepted, "2026-06-09");
        running("Бітті", Status::Issued, "2026-06-09");
        filed(db, "Жаңа", "KZ75", Status::Submitted, "2026-06-01 10:00");
        filed(db, "Қайтты", "KZ75", Status::Returned, "2026-05-01 10:00");
        filed(db, "Ескі", "KZ75", Status::Withdrawn, "2026-05-02 10:00");
        let list = |list| found(db, "KZ75", Filter { list: Some(list), ..Filter::default() });
        assert_eq!(list(List::DueToday), ["Бүгін"]);
        assert_eq!(list(List::Overdue), ["Кеше"]);
        assert_eq!(list(List::New), ["Жаңа"]);
        assert_eq!(list(List::WithApplicant), ["Қайтты"]);
        assert_eq!(
            found(db, "KZ75", Filter::default()),
            ["Кеше", "Бүгін", "Ертең", "Жаңа", "Қайтты", "Ескі", "Бітті"],
            "first what is due, last what is finished, the newest of it first"
        );
        let left = |from, to| found(db, "KZ75", Filter { left_from: from, left_to: to, ..Filter::default() });
        assert_eq!(left(Some(0), Some(1)), ["Бүгін", "Ертең"]);
        assert_eq!(left(None, Some(-1)), ["Кеше"]);
        assert_eq!(left(Some(1), None), ["Ертең"]);
        assert_eq!(left(Some(5), Some(1)), Vec::<String>::new());
    });
}

#[test]
fn a_day_of_filing_is_one_in_kazakhstan_and_goes_with_all_else() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        filed(db, "Бірінші", "KZ75", Status::Submitted, "2026-06-08 23:30");
        filed(db, "Екінші", "KZ75", Status::Returned, "2026-06-09 00:30");
        filed(db, "Үшінші", "KZ71", Status::Submitted, "2026-06-09 23:30");
        put(db, &of("Төртінші", "KZ75"), Status::Issued, "2020-01-10 10:00", Some("2020-02-20"));
        let of_days = |from: &str, to: &str| {
            let day = |text: &str| (!text.is_empty()).then(|| day(text));
            Filter { filed_from: day(from), filed_to: day(to), ..Filter::default() }
        };
        assert_eq!(found(db, "", of_days("2026-06-09", "2026-06-09")), ["Үшінші", "Екінші"], "whose turn it is");
        assert_eq!(found(db, "KZ75", of_days("2026-06-09", "2026-06-09")), ["Екінші"]);
        assert_eq!(found(db, "KZ75", of_days("2026-06-08", "")), ["Бірінші", "Екінші"]);
        // Longer than its days would be asked for one by one.
        assert_eq!(found(db, "KZ75", of_days("2019-01-01", "2026-06-08")), ["Бірінші", "Төртінші"]);
        assert_eq!(found(db, "KZ75", of_days("", "2026-06-08")), ["Бірінші", "Төртінші"]);
        assert_eq!(found(db, "", of_days("2026-06-10", "2026-06-09")), Vec::<String>::new());
        let new = Filter { list: Some(List::New), ..of_days("2026-06-09", "2026-06-09") };
        assert_eq!(found(db, "", new), ["Үшінші"]);
        let returned = Filter { status: Some(Status::Returned), ..of_days("2026-06-01", "2026-06-30") };
        assert_eq!(found(db, "", returned.clone()), ["Екінші"]);
        assert_eq!(names(db, &wanted(None, &returned, "бірінші")), Vec::<String>::new(), "with a search");
        assert_eq!(names(db, &wanted(None, &returned, "екінші")), ["Екінші"]);
    });
}

#[test]
fn what_is_asked_together_must_all_be_so() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let mut kazakh = of("Қандас", "KZ75");
        kazakh.situation.citizenship = answers::is("CHN");
        // What the basis says is a ground too, though nobody ticked it.
        kazakh.situation.basis = answers::is("ethnic_kazakh");
        put(db, &kazakh, Status::Submitted, "2026-06-09 12:00", None);
        let mut stateless = of("Азаматсыз", "KZ71");
        stateless.situation.stateless = answers::is("yes");
        put(db, &stateless, Status::Submitted, "2026-06-08 12:00", None);
        let other = answers::adult().situation.citizenship.given().unwrap().code();
        filed(db, "Басқа", "KZ75", Status::Submitted, "2026-06-07 12:00");

        let ground = Filter { ground: Some(Ground::EthnicKazakh), ..Filter::default() };
        let of_state = |code| Filter { citizenship: Citizenship::from_code(code), ..Filter::default() };
        for unit in ["", "KZ75"] {
            assert_eq!(found(db, unit, ground.clone()), ["Қандас"]);
            assert_eq!(found(db, unit, of_state("CHN")), ["Қандас"]);
            assert_eq!(found(db, unit, of_state(other)), ["Басқа"]);
            assert_eq!(found(db, unit, Filter { ground: ground.ground, ..of_state("CHN") }), ["Қандас"]);
            assert_eq!(found(db, unit, Filter { ground: ground.ground, ..of_state(other) }), Vec::<String>::new());
            let route = Filter { route: "general".parse().ok(), ..of_state(other) };
            assert_eq!(found(db, unit, route), ["Басқа"]);
        }
        assert_eq!(found(db, "", of_state("stateless")), ["Азаматсыз"]);
        assert_eq!(found(db, "KZ75", of_state("stateless")), Vec::<String>::new());
        assert_eq!(names(db, &wanted(Some("KZ75"), &ground, "қандас")), ["Қандас"], "with a search");
        assert_eq!(names(db, &wanted(Some("KZ75"), &ground, "басқа")), Vec::<String>::new());
    });
}

#[test]
fn a_search_finds_a_person_in_every_spelling() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let mut person = of("Ахметов", "KZ75");
        person.person.given_names = "Қайрат".into();
        person.person.patronymic = "Болатұлы".into();
        person.person.surname_latin = "AKHMETOV".into();
        person.person.given_names_latin = "KAIRAT".into();
        person.person.former_name = "Сериков".into();
        person.person.iin = "900203300123".into();
        person.contacts.phone = "+7 701 222 33 44".into();
        person.passport.number = "N 7654321".into();
        let asked = put(db, &person, Status::Accepted, "2026-06-10 12:00", Some("2026-07-20"));
        filed(db, "Семёнов", "KZ75", Status::Submitted, "2026-06-10 12:01");
        filed(db, "Басқа", "KZ71", Status::Submitted, "2026-06-10 12:01");
        let number = asked.number.to_string();
        for words in [
            "Қайрат",
            "кайрат",
            "Qairat",
            "KAIRAT",
            "Ахметов кайр",
            "kairat akhm",
            "кай ахм",
            "Болатулы",
            "Сериков",
            "serikov kairat",
            &number,
            &number.replace('-', " "),
            &number.replace('-', ""),
            "900203300123",
            "n7654321",
            "N 7654-321",
            "7654321",
            "+7 701 222-33-44",
            "8(701)2223344",
            "7012223344",
            "KZ75-2026-000017",
            "Ахметов 7654321",
        ] {
            assert_eq!(searched(db, words), ["Ахметов"], "{words}");
        }
        assert_eq!(searched(db, "семенов"), ["Семёнов"]);
        for words in ["Семёнов Айша", "Ахметова", "7654322", "8 701 222 33 45", "%", "_", "\\", "'", "a' OR '1'='1"]
        {
            let none = names(db, &wanted(Some("KZ75"), &Filter::default(), words));
            // What says nothing narrows nothing.
            let expected = if Search::read(words).is_some() { 0 } else { 2 };
            assert_eq!(none.len(), expected, "{words}: {none:?}");
        }
    });
}

#[test]
fn a_search_follows_what_is_corrected() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let filed = filed(db, "Ахметов", "KZ75", Status::Submitted, "2026-06-10 12:00");
        let mut corrected = of("Оспанов", "KZ75");
        corrected.contacts.phone = "+7 777 000 11 22".into();
        hands::changes(db, &filed, |case| {
            case.answers.set(&corrected.person);
            case.answers.set(&corrected.contacts);
        });
        for (words, count) in [("Ахметов", 0), ("ospanov", 1), ("7770001122", 1)] {
            assert_eq!(searched(db, words).len(), count, "{words}");
        }
    });
}

/// All pages, walked to the end and back; gives the names in order.
fn walk(db: &Db, wanted: &Wanted) -> Vec<String> {
    let page = |turn: &Turn| db.read(|conn| queue::page(conn, wanted, turn)).unwrap();
    let names = |page: &ruqsat::desk::queue::Page| page.cases.iter().map(|case| case.name.clone()).collect::<Vec<_>>();
    let mut pages = vec![page(&Turn::First)];
    assert!(pages[0].before.is_none());
    while let Some(at) = pages.last().unwrap().after.clone() {
        assert!(pages.len() < 20);
        pages.push(page(&Turn::After(at)));
    }
    let forward: Vec<Vec<String>> = pages.iter().map(names).collect();
    let mut back = vec![forward.last().unwrap().clone()];
    let mut at = pages.last().unwrap().before.clone();
    while let Some(place) = at {
        let earlier = page(&Turn::Before(place));
        if !earlier.cases.is_empty() {
            back.push(names(&earlier));
        }
        at = earlier.before;
    }
    back.reverse();
    assert_eq!(back, forward, "backward as forward");
    forward.concat()
}

#[test]
fn pages_hold_everybody_once_forward_and_back() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        for i in 0..2 * PER_PAGE + 3 {
            let unit = if i % 3 == 0 { "KZ71" } else { "KZ75" };
            filed(db, &format!("Аты{i}"), unit, Status::Submitted, "2026-06-10 12:00");
        }
        for filter in [
            Filter::default(),
            Filter { status: Some(Status::Submitted), ..Filter::default() },
            Filter { route: "general".parse().ok(), ..Filter::default() },
            Filter { route: "general".parse().ok(), status: Some(Status::Submitted), ..Filter::default() },
        ] {
            let mut all = walk(db, &wanted(None, &filter, ""));
            assert_eq!(all.len(), 2 * PER_PAGE + 3, "{filter:?}");
            all.sort();
            all.dedup();
            assert_eq!(all.len(), 2 * PER_PAGE + 3, "{filter:?}");
        }
        // What comes in before the place does not move what follows it.
        let all = wanted(None, &Filter::default(), "");
        let page = |turn: &Turn| db.read(|conn| queue::page(conn, &all, turn)).unwrap();
        let next = Turn::After(page(&Turn::First).after.unwrap());
        let second = page(&next);
        filed(db, "Бұрын", "KZ75", Status::Submitted, "2026-06-01 12:00");
        assert_eq!(page(&next).cases, second.cases);
    });
}

#[test]
fn what_no_index_has_is_looked_for_step_by_step() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        // 520 of one name: more than are counted, and a rare name among them.
        let mut common = of("Ахметов", "KZ75");
        common.person.given_names = "Асан".into();
        let mut cases = Vec::new();
        for i in 0..520 {
            common.person.patronymic = if i == 519 { "Сирек" } else { "Жиі" }.into();
            cases.push(put(db, &common, Status::Submitted, "2026-06-10 12:00", None));
        }
        let many = wanted(Some("KZ75"), &Filter::default(), "Ахметов");
        let submitted = Filter { status: Some(Status::Submitted), ..Filter::default() };
        let looked_at = MOST_EXAMINED as i64;
        for (asked, count) in [
            (&many, 500),
            (&wanted(Some("KZ75"), &submitted, "Ахметов"), looked_at),
            (&wanted(None, &submitted, "Ахметов"), looked_at),
        ] {
            assert_eq!(db.read(|conn| queue::count(conn, asked)).unwrap(), Counted { count, more: true });
        }
        assert_eq!(walk(db, &many).len(), 520);
        assert_eq!(walk(db, &wanted(Some("KZ75"), &Filter::default(), "Ахметов Сирек")).len(), 1);
    });
}
