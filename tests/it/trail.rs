//! Who looked and who did what: written when a case or a paper is opened, told to the applicant without names, checked
//! from outside by `ruqsat audit verify`.

use std::process::Command;

use chrono::DateTime;
use diesel::prelude::*;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;
use ruqsat::store::schema::trail as table;
use ruqsat::store::{applications, trail};

use super::support::{TestApp, answers, each_db};

/// Address of a file of a paper on the page of the case.
fn file_of(app: &TestApp, case: &str, kind: DocumentKind) -> String {
    let application = app.office.db.read(|conn| applications::load(conn, case)).unwrap();
    format!("/desk/cases/{case}/files/{}", application.paper(kind).files[0].id)
}

fn case_of(app: &TestApp) -> String {
    super::support::queued(&app.office.db, None, None).remove(0).place.id
}

#[test]
fn the_applicant_sees_who_opened_which_paper_and_when() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        person.goes_to("/track").follows("opened-title").sees("opened-nobody");
        let case = case_of(&app);
        let before = app.office.db.read(|conn| applications::load(conn, &case)).unwrap().revision;

        app.it_is("2026-06-11 10:05");
        let mut officer = app.clerk(Role::Officer, Ru);
        officer.takes(&number);
        app.it_is("2026-06-11 10:07");
        officer.goes_to(&file_of(&app, &case, DocumentKind::Housing));
        officer.takes(&number).goes_to(&file_of(&app, &case, DocumentKind::Housing));
        assert_eq!(officer.status(), 200);
        let mut stranger = app.clerk_of(Role::Officer, "KZ71", Ru);
        stranger.goes_to(&format!("/desk/cases/{case}")).goes_to(&file_of(&app, &case, DocumentKind::Housing));
        assert_eq!(stranger.status(), 404);

        person.goes_to("/apply/opened").sees("event-opened").sees("10:05").sees("10:07");
        person.sees("track-role-officer").sees("unit-KZ75").sees("document-housing");
        assert!(!person.page.text().contains("officer KZ75"), "the name of the clerk is not told");
        let reads = app.office.db.read(|conn| trail::reads_of(conn, &case, 100)).unwrap();
        assert_eq!(reads.len(), 2, "the same look counts once, and a stranger saw nothing: {reads:?}");
        officer.goes_to(&format!("/desk/cases/{case}/reads")).sees("officer KZ75").sees("document-housing");

        let after = app.office.db.read(|conn| applications::load(conn, &case)).unwrap().revision;
        let history = app.office.db.read(|conn| applications::history(conn, &case)).unwrap();
        assert_eq!((before, history.len()), (after, 1), "looking changes nothing");
        person.goes_to("/track").does_not_see("event-opened");
    });
}

#[test]
fn each_later_opening_is_told_and_what_a_page_leaves_out_is_counted() {
    use ruqsat::application::{Actor, Event, EventKind};
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let case = case_of(&app);
        let mut officer = app.clerk(Role::Officer, Ru);
        for hour in ["2026-06-10 15:05", "2026-06-10 16:20"] {
            app.it_is(hour);
            officer.takes(&number).goes_to(&file_of(&app, &case, DocumentKind::Housing));
            assert_eq!(officer.status(), 200);
        }
        person.goes_to("/apply/opened").sees("15:05").sees("16:20").does_not_see("opened-older");
        officer.goes_to(&format!("/desk/cases/{case}/reads")).sees("15:05").sees("16:20");

        // Two openings of the case, two of the paper and 301 more: what the page does not show, it counts.
        let by = |id: &str| Actor::Staff {
            id: id.to_owned(),
            name: "N.".to_owned(),
            role: "officer".to_owned(),
            unit: "KZ75".to_owned(),
        };
        let now = app.office.clock.now();
        let often = |conn: &mut ruqsat::store::Conn| {
            let mut reads = (0..301).map(|at| Event::new(EventKind::Opened, by(&at.to_string()), now));
            reads.try_for_each(|read| trail::append(conn, Some(&case), &read))
        };
        app.office.db.write(often).unwrap();
        let said = |person: &super::support::Person| {
            let one = [("count", "5".to_owned())].into_iter().collect();
            person.language.text_with("opened-older", &one)
        };
        let (told, at_desk) = (said(&person), said(&officer));
        person.goes_to("/apply/opened").sees(&told);
        officer.goes_to(&format!("/desk/cases/{case}/reads")).sees(&at_desk);
    });
}

#[test]
fn the_office_is_told_what_happened_to_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut admin, mut auditor) = (app.clerk(Role::Admin, Ru), app.clerk(Role::Auditor, Kk));
        admin.goes_to("/admin/staff").fills("admin-name", "Жаңабеков Ж.").fills("admin-login", "j.new");
        admin.fills("admin-password", "a password of tests").ticks_value("role", "operator");
        admin.chooses("admin-unit", "region-KZ75").presses("admin-add").sees("j.new");
        let head = app.office.db.read(trail::head).unwrap();
        for reader in [&mut admin, &mut auditor] {
            reader.goes_to("/admin/trail").sees(&head.hash).sees("event-staff_added").sees("j.new");
            reader.sees("event-signed_in").sees("admin KZ75");
        }
        let mut officer = app.clerk(Role::Officer, Ru);
        officer.goes_to("/admin/trail");
        assert_eq!(officer.status(), 403);
    });
}

#[test]
fn who_was_not_let_in_is_told_without_what_was_typed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut admin = app.clerk(Role::Admin, Ru);
        admin.goes_to("/admin/trail").does_not_see("audit-unknown");
        app.clerk(Role::Officer, Kk);
        let mut stranger = app.person(Kk);
        for (login, password) in [("officer.kz75", "a wrong password"), ("my.secret.word", "second try")] {
            stranger.goes_to("/desk/sign-in").puts("login", login).puts("password", password);
            stranger.presses_to("/desk/sign-in");
            assert_eq!(stranger.status(), 422);
        }
        admin.goes_to("/admin/trail").sees("officer.kz75").sees("audit-unknown");
        for typed in ["a wrong password", "my.secret.word", "second try"] {
            assert!(!admin.page.response.text().contains(typed), "{typed}");
        }
        // Nor does it stand in the chain.
        let kept =
            app.office.db.read(|conn| ruqsat::store::trail::refused_sign_ins(conn, DateTime::UNIX_EPOCH, 10)).unwrap();
        let logins: Vec<_> =
            kept.iter().map(|event| event.details.get("login").and_then(|login| login.as_str())).collect();
        assert_eq!(logins, [None, Some("officer.kz75")]);
        assert!(kept.iter().all(|event| event.details.len() <= 1), "{kept:?}");
    });
}

#[test]
fn whoever_does_not_know_the_own_password_is_told_of_like_who_was_not_let_in() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut admin, mut officer) = (app.clerk(Role::Admin, Ru), app.clerk(Role::Officer, Kk));
        let mut told = || admin.goes_to("/admin/trail").page.text().matches("officer.kz75").count();
        let before = told();
        officer.goes_to("/desk/account").fills("account-password", "not the password");
        for name in ["account-password_new", "account-password_again"] {
            officer.fills(name, "a quite new password");
        }
        officer.presses("account-keep");
        assert_eq!(officer.status(), 422);
        officer.sees_first("account-old-wrong");
        assert_eq!(told(), before + 1);
        for typed in ["not the password", "a quite new password"] {
            assert!(!admin.page.response.text().contains(typed), "{typed}");
        }
    });
}

#[test]
fn audit_verify_holds_while_the_office_works() {
    use ruqsat::application::{Actor, Event, EventKind};
    use std::sync::atomic::{AtomicBool, Ordering};
    each_db(|kind| {
        let app = TestApp::on(kind);
        app.person(Kk).applies(&answers::adult());
        let (case, done, at) = (&case_of(&app), &AtomicBool::new(false), app.office.clock.now());
        let db = &app.office.db;
        std::thread::scope(|scope| {
            let work = move || {
                let mut written = 0;
                while !done.load(Ordering::Relaxed) {
                    let event = Event::new(EventKind::Noted, Actor::Portal, at).with("text", "a note");
                    db.write(|conn| trail::append(conn, Some(case), &event)).unwrap();
                    written += 1;
                }
                written
            };
            let (one, other) = (scope.spawn(work), scope.spawn(work));
            let (mut counted, mut length) = (Vec::new(), 0);
            let grown = || db.read(trail::head).unwrap().seq;
            for _ in 0..3 {
                // However slow the machine is: the chain is longer than it was when the last check had ended.
                while grown() <= length && !one.is_finished() {
                    std::thread::yield_now();
                }
                let mut command = Command::new(env!("CARGO_BIN_EXE_ruqsat"));
                command.args(["audit", "verify"]).env("RUQSAT_DATABASE_URL", app.database_url());
                let verified = command.output().unwrap();
                let said = String::from_utf8(verified.stdout).unwrap();
                assert_eq!(verified.status.code(), Some(0), "{said}");
                counted.push(said);
                length = grown();
            }
            done.store(true, Ordering::Relaxed);
            assert!(one.join().unwrap() + other.join().unwrap() > 3, "the office stood still");
            counted.dedup();
            assert_eq!(counted.len(), 3, "the chain grew meanwhile, and each time the whole of it held");
        });
    });
}

#[test]
fn audit_verify_counts_or_names_the_broken_place() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        app.person(Kk).applies(&answers::adult());
        app.clerk(Role::Admin, Kk);
        let verify = |more: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ruqsat"));
            command.args(["audit", "verify"]).args(more).env("RUQSAT_DATABASE_URL", app.database_url());
            let done = command.output().unwrap();
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
            (done.status.code(), text(done.stdout), text(done.stderr))
        };
        let head = app.office.db.read(trail::head).unwrap();
        let (code, said, _) = verify(&[]);
        assert_eq!(code, Some(0));
        assert!(said.contains("3 events") && said.contains(&head.to_string()), "{said}");
        assert_eq!(verify(&["--noted", &head.to_string()]).0, Some(0));
        let (code, _, said) = verify(&["--noted", "2"]);
        assert!(code == Some(2) && said.contains("NUMBER:HASH"), "{said}");

        let change = |conn: &mut ruqsat::store::Conn| {
            Ok(diesel::update(table::table.find(2_i64)).set(table::actor.eq("{}")).execute(conn)?)
        };
        app.office.db.write(change).unwrap();
        let (code, _, said) = verify(&[]);
        assert!(code == Some(1) && said.contains("event 2 was changed"), "{said}");
    });
}
