//! A clerk's morning over HTTP: searching in every spelling, filters that are kept, paging, tables that hold just what is
//! shown, and what applicants have written.

use std::collections::BTreeSet;

use ruqsat::application::{Application, Status};
use ruqsat::desk::queue::PER_PAGE;
use ruqsat::language::Args;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::COMMITTEE;
use ruqsat::people::Role::{Officer, Operator, Supervisor};

use super::support::http::Request;
use super::support::{Person, TestApp, answers, application, each_db, moment};

/// So many filed applications, written past the pages: there are more than one holds.
fn filed(app: &TestApp, count: usize) -> Vec<Application> {
    let one = |i: usize| {
        let mut applicant = answers::adult();
        applicant.situation.citizenship = answers::is(if i.is_multiple_of(2) { "TUR" } else { "CHN" });
        let mut wanted = application(&applicant);
        (wanted.status, wanted.submitted_at) = (Status::Submitted, Some(moment("2026-06-09 12:00")));
        super::store::store(&app.office.db, &wanted)
    };
    (0..count).map(one).collect()
}

/// Numbers of the cases on the page, in order.
fn numbers(person: &Person) -> Vec<String> {
    let tree = &person.page.tree;
    let links = tree.all("a").filter(|id| tree.attribute(*id, "class") == Some("code"));
    links.map(|id| tree.text(id)).collect()
}

#[test]
fn a_search_finds_a_person_in_every_spelling_and_puts_nothing_into_the_address() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = answers::adult();
        (person.person.surname, person.person.given_names) = ("Ахметов".into(), "Қайрат".into());
        (person.person.surname_latin, person.person.given_names_latin) = ("AKHMETOV".into(), "KAIRAT".into());
        person.person.former_name = "Сериков".into();
        person.person.iin = "900203300014".into();
        person.passport.number = "N7654321".into();
        person.contacts.phone = "+7 701 222 33 44".into();
        let mut found = application(&person);
        (found.status, found.submitted_at) = (Status::Submitted, Some(moment("2026-06-09 12:00")));
        let found = super::store::store(&app.office.db, &found).number.to_string();
        let other = filed(&app, 1).remove(0).number.to_string();
        let mut officer = app.clerk(Officer, Kk);
        let (bare, phone) = (found.replace('-', ""), "8 701 222-33-44");
        for words in [
            "Қайрат",
            "Кайрат",
            "Qairat",
            "Kairat",
            "kairat akhm",
            "Сериков",
            "serikov",
            &found,
            &bare,
            "N 7654321",
            "900203300014",
            phone,
            "+77012223344",
        ] {
            officer.goes_to("/desk").fills("desk-search-label", words).presses("desk-search");
            assert_eq!(numbers(&officer), std::slice::from_ref(&found), "{words}");
            let (_, query) = officer.page.address.split_once('?').unwrap();
            let id = query.strip_prefix("search=").unwrap();
            assert!(uuid::Uuid::parse_str(id).is_ok(), "{query}");
            // What was searched for stands in the box, and can be dropped.
            assert_eq!(officer.finds_in("desk-search-label"), words);
        }
        officer.goes_to("/desk").fills("desk-search-label", "Ешкім Жоқбаев").presses("desk-search");
        officer.sees("desk-nothing-found").does_not_see(&found);
        officer.follows("queue-filter-reset").sees(&found).sees(&other);
    });
}

#[test]
fn a_search_that_is_gone_matches_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        filed(&app, 3);
        let mut head = app.clerk(Supervisor, Ru);
        head.goes_to("/desk").fills("desk-search-label", "Ли 1234567").presses("desk-search");
        let (_, own) = head.page.address.split_once('?').unwrap();
        let own = own.to_owned();
        // What a colleague searched for, and a clerk who is not there: no case is shown, given or taken out.
        let mut other = app.clerk_of(Supervisor, COMMITTEE, Ru);
        for query in [own, format!("clerk={}", uuid::Uuid::now_v7())] {
            other.goes_to(&format!("/desk?{query}")).sees("queue-filter-gone");
            assert!(numbers(&other).is_empty(), "{query}");
            let table = other.sends(Request::get(&format!("/ru/desk/export?format=csv&{query}"))).text();
            assert_eq!(table.lines().count(), 1, "{query}: the head alone, not {table}");
            other.goes_to(&format!("/desk?{query}")).follows("queue-filter-reset");
            assert_eq!(numbers(&other).len(), 3);
        }
    });
}

#[test]
fn a_filter_is_kept_under_a_name_used_and_removed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        filed(&app, 3);
        let mut officer = app.clerk(Officer, Ru);
        officer.goes_to("/desk").follows("queue-filter").chooses("queue-citizenship", "country-CHN");
        officer.presses("queue-filter-show");
        assert_eq!(numbers(&officer).len(), 1);
        officer.presses("queue-keep-do").sees("queue-keep-name-missing");
        assert_eq!(officer.status(), 422);
        officer.fills("queue-keep-name", "Китай").presses("queue-keep-do");
        // Another morning, another clerk.
        app.clerk(Operator, Ru).goes_to("/desk").does_not_see("Китай");
        officer.goes_to("/desk");
        assert_eq!(numbers(&officer).len(), 3);
        officer.follows("Китай").sees("country-CHN");
        assert_eq!(numbers(&officer).len(), 1);
        let remove =
            officer.language.text_with("queue-keep-remove", &ruqsat::language::Args::from_iter([("name", "Китай")]));
        officer.presses(&format!("×{}", officer.says(&remove))).arrives_at("/desk").does_not_see("Китай");
    });
}

/// Walks from the first page to the last; the numbers of each.
fn pages(person: &mut Person, address: &str) -> Vec<Vec<String>> {
    person.goes_to(address);
    let mut all = vec![numbers(person)];
    while person.can_read("desk-next") {
        person.follows("desk-next");
        all.push(numbers(person));
    }
    all
}

#[test]
fn pages_go_forth_and_back_and_hold_everybody_once() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        filed(&app, 2 * PER_PAGE + 3);
        let mut officer = app.clerk(Officer, Kk);
        let forth = pages(&mut officer, "/desk?status=submitted");
        assert_eq!(forth.iter().map(Vec::len).collect::<Vec<_>>(), [PER_PAGE, PER_PAGE, 3]);
        let once: BTreeSet<&String> = forth.iter().flatten().collect();
        assert_eq!(once.len(), 2 * PER_PAGE + 3);
        for earlier in forth.iter().rev().skip(1) {
            officer.follows("desk-previous").sees("status-submitted");
            assert_eq!(&numbers(&officer), earlier);
        }
        assert!(!officer.can_read("desk-previous"), "back at the first");
    });
}

#[test]
fn a_table_holds_what_the_filter_shows_and_nothing_else() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        filed(&app, PER_PAGE + 7);
        filed(&app, PER_PAGE + 7);
        let mut head = app.clerk(Supervisor, Ru);
        let shown: Vec<String> = pages(&mut head, "/desk?citizenship=TUR").concat();
        assert_eq!(shown.len(), 2 * (PER_PAGE + 8) / 2, "every other one, rounded up, twice");
        head.goes_to("/desk?citizenship=TUR");
        let link = |label: &str| {
            let tree = &head.page.tree;
            let id = tree.all("a").find(|id| tree.text(*id) == head.says(label)).unwrap();
            tree.attribute(id, "href").unwrap().to_owned()
        };
        let (csv, xlsx) = (link("queue-export-csv"), link("queue-export-xlsx"));
        let text = String::from_utf8(head.sends(Request::get(&csv)).body).unwrap();
        let taken: Vec<&str> = text.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
        assert_eq!(taken, shown);
        let book = head.sends(Request::get(&xlsx)).body;
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        let mut sheet = String::new();
        std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
        let rows: Vec<&str> = sheet.split("<row").skip(2).collect();
        assert_eq!(rows.len(), shown.len());
        for (row, number) in rows.iter().zip(&shown) {
            assert!(row.contains(number.as_str()), "{number}: {row}");
        }
        // A clerk takes nothing out: neither by a link nor by the address.
        let mut officer = app.clerk(Officer, Ru);
        officer.goes_to("/desk?citizenship=TUR").does_not_see("queue-export-csv");
        assert_eq!(officer.sends(Request::get(&csv)).status, 403);
    });
}

#[test]
fn what_an_applicant_wrote_stands_in_the_queue_until_it_is_read() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let silent = app.person(Kk).applies(&answers::adult());
        let new = |officer: &Person, count: i64| {
            officer.language.text_with("queue-unread", &ruqsat::language::Args::from_iter([("count", count)]))
        };
        let mut officer = app.clerk(Officer, Ru);
        let one = new(&officer, 1);
        officer.goes_to("/desk").sees(&silent).does_not_see(&one);
        for text in ["Когда прийти?", "И куда?"] {
            person.goes_to("/apply/messages").fills("talk-write", text).presses("talk-send");
        }
        let two = new(&officer, 2);
        officer.goes_to("/desk").sees(&two).follows(&two).sees("И куда?").fills("talk-desk-write", "Кабинет 204");
        officer.presses("talk-send").goes_to("/desk").sees(&number).does_not_see(&two);
        assert!(!officer.can_read(&one), "one's own answer is no news");
    });
}

#[test]
fn before_a_year_whose_mci_is_not_known_the_desk_is_warned() {
    each_db(|kind| {
        for (now, warned) in [("2026-11-20 10:00", false), ("2026-12-10 10:00", true), ("2027-01-05 10:00", true)] {
            let app = TestApp::on(kind);
            app.it_is(now);
            let mut clerk = app.clerk(Officer, Kk);
            let banner = Kk.text_with("desk-mci-missing", &Args::from_iter([("year", "2027")]));
            assert_eq!(clerk.goes_to("/desk").can_read(&banner), warned, "{now}");
        }
    });
}
