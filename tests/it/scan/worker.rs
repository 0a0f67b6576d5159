//! The work of the scanner beside the office: nothing waits for ever, nothing is lost, nothing is done twice.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ruqsat::documents::ScanState;
use ruqsat::language::Language::Kk;
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;
use ruqsat::store::{applications, scans};

use crate::support::clamd::{Clamd, Over, eicar, until};
use crate::support::http::Request;
use crate::support::{Kind, Person, TestApp, answers, each_db, files, moment};

const HOUSING: DocumentKind = DocumentKind::Housing;

fn id_of(person: &Person) -> String {
    person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned()
}

/// Somebody whose situation is known, on a paper's page, with a file on it.
fn brought(app: &TestApp, content: &[u8]) -> Person {
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    person.goes_to("/apply/documents/housing").attaches("papers-add", "contract.pdf", content);
    person.presses("save-and-continue");
    assert_eq!(person.status(), 200, "the save does not ask the scanner: {}", person.page.told());
    person
}

fn state(app: &TestApp, person: &Person) -> ScanState {
    let id = id_of(person);
    app.office.db.read(|conn| applications::load(conn, &id)).unwrap().paper(HOUSING).files[0].scan
}

fn becomes(app: &TestApp, person: &Person, wanted: ScanState) {
    until(wanted.code(), || state(app, person) == wanted);
}

fn infected_pdf() -> Vec<u8> {
    files::pdf(&String::from_utf8(eicar()).unwrap())
}

#[test]
fn what_comes_in_is_scanned() {
    for over in [Over::Tcp, Over::Unix] {
        let clamd = Clamd::over(over);
        each_db(|kind| {
            let app = TestApp::with(kind, &[("RUQSAT_CLAMD", &clamd.setting())]);
            let clean = brought(&app, &files::pdf("harmless"));
            becomes(&app, &clean, ScanState::Clean);
            let mut found = brought(&app, &infected_pdf());
            becomes(&app, &found, ScanState::Infected);
            found.goes_to("/apply").sees("scan-tasks").sees("document-housing");
            found.goes_to("/track").sees("event-file_infected");
        });
    }
}

#[test]
fn a_scanner_that_is_down_holds_up_nothing_but_the_desk() {
    each_db(|kind| {
        let mut clamd = Clamd::away(Over::Unix);
        let app = TestApp::with(kind, &[("RUQSAT_CLAMD", &clamd.setting())]);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        assert_eq!(state(&app, &person), ScanState::Waiting);
        let ready = person.sends(Request::get("/readyz"));
        assert_eq!(ready.status, 200);
        assert!(ready.text().contains("scanner: out of reach"), "{}", ready.text());
        let mut clerk = app.clerk(Role::Operator, Kk);
        clerk.takes(&number).sees("desk-scan-waiting");
        clerk.follows("move-accept").sees("denied-files_waiting");
        assert!(clerk.page.buttons(&clerk.says("desk-accept")).is_empty());

        clamd.starts();
        becomes(&app, &person, ScanState::Clean);
        let id = id_of(&person);
        let waits = || app.office.db.read(|conn| applications::load(conn, &id)).unwrap().awaits_scan();
        until("all files are scanned", || !waits());
        assert!(person.sends(Request::get("/readyz")).text().contains("scanner: ready"));
        clerk.accepts(&number);
    });
}

#[test]
fn one_that_dies_in_the_middle_begins_again() {
    let mut clamd = Clamd::over(Over::Tcp);
    clamd.freezes();
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_CLAMD", &clamd.setting())]);
    let person = brought(&app, &infected_pdf());
    // Taken by the work, and in the middle of a scan.
    let at = moment("2026-06-10 10:00");
    until("the file is taken", || app.office.db.read(|conn| scans::due(conn, at)).unwrap() == 0);
    clamd.dies();
    assert_eq!(state(&app, &person), ScanState::Waiting);
    clamd.starts();
    becomes(&app, &person, ScanState::Infected);
}

#[test]
fn a_restart_in_the_middle_of_a_scan_loses_nothing_and_does_not_wait_for_it() {
    each_db(|kind| {
        let mut clamd = Clamd::over(Over::Unix);
        clamd.freezes();
        let mut app = TestApp::with(kind, &[("RUQSAT_CLAMD", &clamd.setting())]);
        let person = brought(&app, &infected_pdf());
        let at = moment("2026-06-10 10:00");
        until("the file is taken", || app.office.db.read(|conn| scans::due(conn, at)).unwrap() == 0);
        // Stops although clamd would be waited for for minutes, and has given the file back.
        app.stops();
        assert_eq!(app.office.db.read(|conn| scans::due(conn, at)).unwrap(), 1);
        clamd.dies();
        clamd.starts();
        app.starts();
        becomes(&app, &person, ScanState::Infected);
    });
}

#[test]
fn a_scanner_that_is_turned_on_looks_at_what_came_before_it() {
    let clamd = Clamd::over(Over::Tcp);
    each_db(|kind| {
        let mut app = TestApp::on(kind);
        let old = brought(&app, &infected_pdf());
        assert_eq!(state(&app, &old), ScanState::NotScanned);
        app.restarts_with(&[("RUQSAT_CLAMD", &clamd.setting())]);
        becomes(&app, &old, ScanState::Infected);
        // Turned off again: what was found stays found, what waits waits for nothing.
        app.stops();
        let waits = brought_while_stopped(&app, &old);
        app.restarts_with(&[("RUQSAT_CLAMD", "")]);
        let id = id_of(&old);
        let paper = app.office.db.read(|conn| applications::load(conn, &id)).unwrap();
        assert_eq!(paper.paper(HOUSING).files[0].scan, ScanState::Infected);
        assert_eq!(paper.paper(waits).files[0].scan, ScanState::NotScanned);
    });
}

/// A file that came in and was not scanned before the office closed.
fn brought_while_stopped(app: &TestApp, person: &Person) -> DocumentKind {
    let (id, kind) = (id_of(person), DocumentKind::StateFee);
    let mut file = crate::support::stored_file("fee.pdf");
    file.scan = ScanState::Waiting;
    let change = |conn: &mut _| {
        applications::change(conn, &id, None, |application, _| {
            application.attach(kind, file)?;
            Ok(applications::Changed { value: (), event: None })
        })
    };
    app.office.db.write(change).unwrap();
    kind
}

/// Answers as clamd does, and counts how often it is asked.
fn counting() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (setting, count) = (format!("tcp://{}", listener.local_addr().unwrap()), Arc::<AtomicUsize>::default());
    let asked = count.clone();
    std::thread::spawn(move || {
        for mut line in listener.incoming().flatten() {
            let mut heard = Vec::new();
            let mut piece = [0; 4096];
            while !heard.ends_with(&[0; 4]) {
                match line.read(&mut piece) {
                    Ok(0) | Err(_) => break,
                    Ok(read) => heard.extend_from_slice(&piece[..read]),
                }
            }
            asked.fetch_add(1, Ordering::SeqCst);
            let _ = line.write_all(b"stream: OK\0");
        }
    });
    (setting, count)
}

#[test]
fn several_processes_share_the_work() {
    let (setting, asked) = counting();
    each_db(|kind| {
        let before = asked.load(Ordering::SeqCst);
        let app = TestApp::with(kind, &[("RUQSAT_CLAMD", &setting)]);
        let quarantine = app.office.quarantine();
        // Two more of the same office, as two more processes would be.
        let others = std::thread::spawn(move || {
            ruqsat::app::block_on(async move {
                let works = [quarantine.clone(), quarantine.clone()]
                    .map(|one| ruqsat::scanner::worker::begin(&quarantine.as_ref().unwrap().db, one));
                let at = moment("2026-06-10 10:00");
                let db = quarantine.unwrap().db;
                tokio::task::spawn_blocking(move || {
                    until("there is work", || db.read(scans::waiting).unwrap().0 > 0);
                    until("all is done", || db.read(|conn| scans::due(conn, at)).unwrap() == 0);
                    until("all is done", || db.read(scans::waiting).unwrap().0 == 0);
                })
                .await
                .unwrap();
                for work in works {
                    work.stop().await;
                }
            });
        });
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation).goes_to("/apply/documents/housing");
        for n in 0..20 {
            person.attaches("papers-add", &format!("{n}.pdf"), &files::pdf(&n.to_string()));
        }
        person.presses("save-and-continue");
        others.join().unwrap();
        assert_eq!(asked.load(Ordering::SeqCst) - before, 20, "each file once");
    });
}

#[test]
fn a_file_is_for_one_process_until_it_is_given_back_or_its_time_is_over() {
    each_db(|kind| {
        let (setting, _) = counting();
        let app = TestApp::on(kind);
        let person = brought(&app, &files::pdf("one"));
        app.office.db.alone(|conn| scans::settle(conn, !setting.is_empty())).unwrap();
        let lease = chrono::Duration::minutes(10);
        let take = |when: &str| app.office.db.alone(|conn| scans::take(conn, moment(when), lease)).unwrap();
        let taken = take("2026-06-10 10:00").unwrap();
        assert_eq!(take("2026-06-10 10:09"), None, "somebody has it");
        assert_eq!(take("2026-06-10 10:10").unwrap(), taken, "whoever had it is gone");
        let later = moment("2026-06-10 10:30");
        app.office.db.alone(|conn| scans::give_back(conn, &taken.id, later, true)).unwrap();
        assert_eq!(take("2026-06-10 10:29"), None);
        assert_eq!(take("2026-06-10 10:30").unwrap().tries, taken.tries + 1);
        app.office.db.alone(|conn| scans::clean(conn, &taken.id)).unwrap();
        assert_eq!(take("2026-06-11 10:00"), None);
        // An answer that comes too late changes nothing.
        app.office.db.write(|conn| scans::infected(conn, &taken.id, "Late", later)).unwrap();
        assert_eq!(state(&app, &person), ScanState::Clean);
    });
}

#[test]
fn a_scan_makes_no_form_stale() {
    let mut clamd = Clamd::away(Over::Unix);
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_CLAMD", &clamd.setting())]);
    let mut person = app.person(Kk);
    person.begins();
    person.answers_everything(&answers::adult()).brings_everything().goes_to("/apply/check");
    clamd.starts();
    becomes(&app, &person, ScanState::Clean);
    person.presses_to("/apply/submit").arrives_at("/apply/receipt");
}
