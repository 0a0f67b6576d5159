//! The first page of a paper is drawn soon after the paper has come, before anybody looks; the others when somebody turns to
//! them.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role::Officer;
use ruqsat::store::drawn;

use super::support::http::Request;
use super::support::{Kind, Person, TestApp, answers, each_db, files};

fn begun(app: &TestApp) -> (Person, String) {
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    (person, id)
}

/// Files of an application that have a thumbnail.
fn drawn_of(app: &TestApp, id: &str) -> HashSet<String> {
    app.office.db.read(|conn| drawn::of_application(conn, id)).unwrap()
}

/// Waits until so many are drawn.
fn waits_for(app: &TestApp, id: &str, count: usize) -> HashSet<String> {
    let begun = Instant::now();
    loop {
        let drawn = drawn_of(app, id);
        if drawn.len() == count {
            return drawn;
        }
        assert!(begun.elapsed() < Duration::from_secs(120), "{} of {count} are drawn", drawn.len());
        std::thread::sleep(Duration::from_millis(20));
    }
}

const AHEAD: (&str, &str) = ("RUQSAT_DRAW_AHEAD", "on");

#[test]
fn thumbnails_are_there_before_anybody_looks() {
    each_db(|kind| {
        let app = TestApp::with(kind, &[AHEAD]);
        let (mut person, id) = begun(&app);
        let pages = ["0 0 300 842 re f", "0 0 9 9 re f", "9 9 9 9 re f"];
        person.brings(DocumentKind::Housing, &files::pdf_of_pages((595, 842), &pages));
        person.brings(DocumentKind::Passport, &files::png());
        let ids = waits_for(&app, &id, 2);
        person.goes_to("/apply/check");
        let text = person.page.response.text();
        for file in &ids {
            assert!(text.contains(&format!("files/{file}?page=1")), "{file} has a thumbnail on the check page");
        }
        // The first page alone: nobody waited for the others.
        let drawing = |file: &str| app.office.db.read(|conn| drawn::of(conn, file)).unwrap().unwrap();
        let long = ids.iter().find(|file| drawing(file).pages == 3).unwrap();
        let numbers = |file: &str| drawing(file).sheets.iter().map(|sheet| sheet.number).collect::<Vec<_>>();
        assert_eq!((numbers(long), drawing(long).whole), (vec![1], false));
        let first = drawing(long).sheets[0].page.id.clone();
        let mut page = |n: u32| {
            let address = format!("/kk/apply/documents/housing/files/{long}?page={n}");
            person.sends(Request::get(&address)).status
        };
        assert_eq!([page(1), page(2), page(3), page(4)], [200, 200, 200, 404]);
        assert_eq!((numbers(long), drawing(long).whole), (vec![1, 2, 3], true));
        assert_eq!(drawing(long).sheets[0].page.id, first, "what was drawn is not drawn again");
    });
}

#[test]
fn what_the_scanner_has_not_let_out_is_not_drawn() {
    // Nobody listens there: the file stays in quarantine.
    let app = TestApp::with(Kind::Sqlite, &[AHEAD, ("RUQSAT_CLAMD", "tcp://127.0.0.1:9")]);
    let (mut person, id) = begun(&app);
    person.brings(DocumentKind::Housing, &files::pdf("waits"));
    let after = app.office.clock.now() - chrono::Duration::hours(24);
    assert!(app.office.db.read(|conn| drawn::undrawn(conn, after, i64::MAX)).unwrap().is_empty());
    let file = {
        let application = app.office.db.read(|conn| ruqsat::store::applications::load(conn, &id)).unwrap();
        application.paper(DocumentKind::Housing).files[0].id.clone()
    };
    app.office.db.write(|conn| ruqsat::store::scans::clean(conn, &file)).unwrap();
    assert_eq!(waits_for(&app, &id, 1), HashSet::from([file]));
}

#[test]
fn the_clerk_turns_to_a_page_that_was_not_drawn_ahead() {
    let app = TestApp::with(Kind::Sqlite, &[AHEAD]);
    let (mut person, id) = begun(&app);
    person.answers_everything(&answers::adult()).brings_everything();
    person.takes_away_all(DocumentKind::Housing);
    person.brings(DocumentKind::Housing, &files::pdf_of_pages((595, 842), &["0 0 9 9 re f", "9 9 9 9 re f"])).files();
    let application = app.office.db.read(|conn| ruqsat::store::applications::load(conn, &id)).unwrap();
    let file = application.paper(DocumentKind::Housing).files[0].id.clone();
    let mut clerk = app.clerk(Officer, Ru);
    for (page, status) in [(2, 200), (1, 200), (3, 404)] {
        let address = format!("/ru/desk/cases/{id}/files/{file}?page={page}");
        assert_eq!(clerk.sends(Request::get(&address)).status, status, "{page}");
    }
}

#[test]
fn a_file_that_cannot_be_drawn_holds_nothing_up() {
    let app = TestApp::with(Kind::Sqlite, &[AHEAD]);
    let (mut person, id) = begun(&app);
    // Whole to the eye of the door, and without a page that could be drawn.
    let empty = String::from_utf8(files::pdf("none")).unwrap().replace("/Kids[3 0 R]/Count 1", "/Kids[     ]/Count 0");
    person.brings(DocumentKind::Housing, &files::pdf("before"));
    person.brings(DocumentKind::Housing, empty.as_bytes());
    person.brings(DocumentKind::Housing, &files::pdf("after"));
    waits_for(&app, &id, 2);
}
