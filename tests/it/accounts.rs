//! An account is changed: the person stays who they are, signs in anew, and keeps the cases that are still theirs.

use std::io::Write;
use std::process::{Command, Stdio};

use ruqsat::application::{Actor, Denied, EventKind};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Admin, Officer, Operator, Supervisor};
use ruqsat::people::{ChangedStaff, StaffError};
use ruqsat::store::{StoreError, applications, claims, staff, stand_ins};

use super::support::app::PASSWORD;
use super::support::database::Folder;
use super::support::http::Request;
use super::support::{Kind, Person, TestApp, answers, day, each_db};

const NEW: &str = "another password, longer";

/// Whether login and password let somebody in.
fn let_in(app: &TestApp, login: &str, password: &str) -> bool {
    let mut person = app.person(Kk);
    person.goes_to("/desk/sign-in").puts("login", login).puts("password", password).presses_to("/desk/sign-in");
    person.status() == 200
}

/// Chooses a role on the page of an account, and nothing beside it.
fn chooses_role(admin: &mut Person, role: &str) {
    for one in admin.page.boxes.iter_mut().filter(|one| one.name == "role") {
        one.on = one.value == role;
    }
}

/// An officer with a case of theirs.
fn holding(kind: Kind) -> (TestApp, String, Person) {
    let app = TestApp::on(kind);
    let number = app.person(Kk).applies(&answers::adult());
    let mut officer = app.clerk(Officer, Kk);
    officer.takes(&number).presses("claim-take").sees("claim-give-back");
    (app, number, officer)
}

#[test]
fn a_forgotten_password_is_replaced_and_nothing_else_is_lost() {
    each_db(|kind| {
        let (app, number, mut officer) = holding(kind);
        let mut admin = app.clerk(Admin, Ru);
        admin.goes_to("/admin/staff/officer.kz75/change").sees("officer.kz75");
        admin.fills("admin-name", "Омарова А.").fills("admin-new_password", NEW).presses("admin-keep");
        admin.arrives_at("/admin/staff").sees("Омарова А.");

        officer.goes_to("/desk").arrives_at("/desk/sign-in");
        assert!(!let_in(&app, "officer.kz75", PASSWORD));
        officer.signs_in("officer.kz75", NEW).goes_to("/desk").follows(&number).sees("claim-give-back");
        admin.goes_to("/admin/trail").sees("event-staff_changed").sees("officer.kz75").sees("admin-password");
        admin.does_not_see(NEW).does_not_see("admin-role");
        let (_, hash) = app.office.db.read(|conn| staff::by_login(conn, "officer.kz75")).unwrap().unwrap();
        admin.does_not_see(&hash);

        // Another name alone ends no session, and an empty box keeps the password.
        admin.goes_to("/admin/staff/officer.kz75/change").fills("admin-name", "Омарова А. Б.").presses("admin-keep");
        officer.goes_to("/desk").arrives_at("/desk").sees("Омарова А. Б.");
        assert!(let_in(&app, "officer.kz75", NEW));
    });
}

#[test]
fn who_knows_the_own_password_changes_it_and_goes_on_working_here_only() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let mut officer = app.clerk(Officer, reads);
            let mut elsewhere = app.person(reads);
            elsewhere.signs_in("officer.kz75", PASSWORD).goes_to("/desk").arrives_at("/desk");
            officer.goes_to("/desk").follows("account-title").sees("officer.kz75").sees("account-lead");
            for (old, new, again, wrong) in [
                ("", NEW, NEW, "account-old-missing"),
                (PASSWORD, "short", "short", "error-staff_password"),
                (PASSWORD, PASSWORD, PASSWORD, "account-same"),
                (PASSWORD, NEW, "another password, longes", "account-differs"),
                ("not the password", NEW, NEW, "account-old-wrong"),
            ] {
                officer.fills("account-password", old).fills("account-password_new", new);
                officer.fills("account-password_again", again).presses("account-keep");
                assert_eq!(officer.status(), 422, "{wrong}");
                officer.sees_first(wrong);
                for name in ["account-password", "account-password_new", "account-password_again"] {
                    assert_eq!(officer.finds_in(name), "", "a password is not given back");
                }
            }
            assert!(let_in(&app, "officer.kz75", PASSWORD), "nothing has changed so far");
            elsewhere.goes_to("/desk").arrives_at("/desk");
            let session = officer.cookies["ruqsat_session"].clone();
            officer.fills("account-password", PASSWORD).fills("account-password_new", NEW);
            officer.fills("account-password_again", NEW).presses("account-keep").arrives_at("/desk/account");
            assert_eq!(officer.status(), 200, "{}", officer.page.told());
            assert_ne!(officer.cookies["ruqsat_session"], session, "under a new token");
            officer.goes_to("/desk").arrives_at("/desk");
            elsewhere.goes_to("/desk").arrives_at("/desk/sign-in");
            assert!(!let_in(&app, "officer.kz75", PASSWORD) && let_in(&app, "officer.kz75", NEW));
            let mut admin = app.clerk(Admin, reads);
            admin.goes_to("/admin/trail").sees("event-staff_changed").sees("officer KZ75").does_not_see(NEW);
            admin.goes_to("/desk/account").arrives_at("/desk/account");
        });
    }
}

#[test]
fn who_guesses_the_old_password_at_an_open_screen_is_slowed_down() {
    let app = TestApp::on(Kind::Sqlite);
    let mut officer = app.clerk(Officer, Kk);
    officer.goes_to("/desk/account");
    let mut tries = 0;
    while officer.status() != 429 {
        tries += 1;
        assert!(tries < 20, "nobody slows the guesses down");
        officer.goes_to("/desk/account").fills("account-password", "not the password");
        officer.fills("account-password_new", NEW).fills("account-password_again", NEW).presses("account-keep");
    }
    officer.sees("failure-throttled.title").does_not_see(NEW);
    assert!(!officer.page.response.text().contains(NEW), "what was typed is given back without the passwords");
}

#[test]
fn whoever_moves_leaves_the_cases_behind_that_they_no_longer_see() {
    each_db(|kind| {
        let (app, number, mut officer) = holding(kind);
        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to("/admin/staff/officer.kz75/change").chooses("admin-unit", "region-KZ71").presses("admin-keep");
        admin.arrives_at("/admin/staff");
        officer.goes_to("/desk").arrives_at("/desk/sign-in");
        officer.signs_in("officer.kz75", PASSWORD).goes_to("/desk").does_not_see(&number);
        let mut operator = app.clerk(Operator, Ru);
        operator.takes(&number).sees("claim-nobody").sees("claim-take");
        let case = operator.page.address.rsplit('/').next().unwrap().to_owned();
        let events = app.office.db.read(|conn| applications::history(conn, &case)).unwrap();
        let back = events.iter().find(|event| event.kind == EventKind::GivenBack).unwrap();
        let Actor::Staff { name, .. } = &back.actor else { panic!("{back:?}") };
        assert_eq!((name.as_str(), &back.details["from"]), ("admin KZ75", &"officer KZ75".into()));
    });
}

#[test]
fn whoever_rises_keeps_the_cases_and_who_no_longer_works_on_cases_does_not() {
    each_db(|kind| {
        let (app, number, mut officer) = holding(kind);
        let mut admin = app.clerk(Admin, Kk);
        for (role, nobodys) in [("supervisor", false), ("auditor", true)] {
            admin.goes_to("/admin/staff/officer.kz75/change");
            chooses_role(&mut admin, role);
            admin.presses("admin-keep").arrives_at("/admin/staff");
            officer.goes_to("/desk").arrives_at("/desk/sign-in");
            officer.signs_in("officer.kz75", PASSWORD).goes_to("/desk").follows(&number);
            assert_eq!(officer.can_read("claim-give-back"), !nobodys, "{role}: {}", officer.page.told());
            let case = officer.page.address.rsplit('/').next().unwrap();
            let claim = app.office.db.read(|conn| claims::of(conn, case)).unwrap();
            assert_eq!(claim.is_none(), nobodys, "{role}: {claim:?}");
        }
    });
}

#[test]
fn what_was_lent_is_not_lent_with_another_role() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut head = app.employs(Supervisor, "KZ75", Kk);
        let deputy = app.employs(Operator, "KZ75", Kk);
        let mut stands_in = app.person(Kk);
        stands_in.signs_in(&deputy.login, PASSWORD);
        let at = app.office.clock.now();
        let arranged =
            |conn: &mut _| stand_ins::appoint(conn, (&head, &deputy), (day("2026-06-30"), "leave"), &head, at);
        app.office.db.write(arranged).unwrap();
        stands_in.goes_to("/desk/hand-over");
        assert_eq!(stands_in.status(), 200);

        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to(&format!("/admin/staff/{}/change", head.login));
        chooses_role(&mut admin, "admin");
        admin.presses("admin-keep").arrives_at("/admin/staff");
        for room in ["/desk/hand-over", "/admin/staff"] {
            stands_in.goes_to(room);
            assert_eq!(stands_in.status(), 403, "{room}");
        }
        admin.goes_to("/admin/trail").sees("event-stand_in_ended").sees("admin-role");
        head.role = Admin;
        let stored = app.office.db.read(|conn| staff::by_id(conn, &head.id)).unwrap();
        assert_eq!(stored, head, "the same person in another role");
    });
}

#[test]
fn what_is_wrong_stands_at_its_box_and_the_password_is_not_given_back() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        app.employs(Officer, "KZ75", Kk);
        let mut admin = app.clerk(Admin, Ru);
        admin.goes_to("/admin/staff/officer.kz75/change").chooses("admin-unit", "region-KZ71");
        admin.fills("admin-name", " ").fills("admin-new_password", "short").presses("admin-keep");
        assert_eq!(admin.status(), 422);
        admin.sees("error-staff_name").sees("error-staff_password");
        assert_eq!(admin.finds_in("admin-unit"), "KZ71");
        assert_eq!(admin.finds_in("admin-new_password"), "");
        assert!(let_in(&app, "officer.kz75", PASSWORD));
        admin.goes_to("/admin/staff/nobody/change");
        assert_eq!(admin.status(), 404);
    });
}

#[test]
fn of_two_who_change_an_account_at_once_the_second_sees_what_the_first_did() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        app.employs(Officer, "KZ75", Kk);
        let (mut one, mut other) = (app.clerk(Admin, Kk), app.clerk_of(Admin, "KZ00", Ru));
        one.goes_to("/admin/staff/officer.kz75/change").fills("admin-name", "Омарова А.");
        other.goes_to("/admin/staff/officer.kz75/change").chooses("admin-unit", "region-KZ71").presses("admin-keep");
        one.presses("admin-keep");
        assert_eq!(one.status(), 409);
        one.sees("error-staff_changed").sees("region-KZ71");
        assert_eq!(one.finds_in("admin-name"), "Омарова А.");
        one.presses("admin-keep").arrives_at("/admin/staff").sees("Омарова А.");

        // Neither does a page that came back in between, with something else to mend, hide it.
        one.goes_to("/admin/staff/officer.kz75/change").fills("admin-name", "").fills("admin-new_password", NEW);
        other.goes_to("/admin/staff/officer.kz75/change").chooses("admin-unit", "region-KZ71").presses("admin-keep");
        one.presses("admin-keep").sees("error-password_again");
        assert_eq!(one.status(), 422);
        one.fills("admin-name", "Омарова Ә.").fills("admin-new_password", NEW).presses("admin-keep");
        assert_eq!(one.status(), 409);
        one.sees("error-staff_changed").sees("error-password_again").sees("region-KZ71");
        assert_eq!(one.finds_in("admin-new_password"), "");
    });
}

#[test]
fn an_administrator_remains() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to("/admin/staff/admin.kz75/change");
        assert!(admin.page.boxes.iter().all(|one| one.name != "role"), "the own role is not asked for");
        let mut sent = admin
            .page
            .boxes
            .iter()
            .filter(|one| ["csrf", "seen", "name", "unit", "password"].contains(&one.name.as_str()));
        let mut fields: Vec<_> = sent.by_ref().map(|one| (one.name.clone(), one.value.clone())).collect();
        fields.push(("role".to_owned(), "officer".to_owned()));
        admin.asks(Request::form("/kk/admin/staff/admin.kz75/change", &fields));
        assert_eq!(admin.status(), 409);
        admin.sees("error-staff_own_role").goes_to("/admin/staff").arrives_at("/admin/staff");

        let (last, _) = app.office.db.read(|conn| staff::by_login(conn, "admin.kz75")).unwrap().unwrap();
        let other =
            ChangedStaff { name: last.name.clone(), role: Officer, unit: last.unit.clone(), password_hash: None };
        let (seen, at) = (last.stamp(), app.office.clock.now());
        let demoted = || {
            app.office.db.write(|conn| staff::change(conn, "admin.kz75", &seen, &other, &Actor::Console, at)).unwrap()
        };
        assert_eq!(demoted(), Err(StaffError::LastAdmin));
        app.employs(Admin, "KZ71", Kk);
        assert_eq!(demoted(), Ok(true));
        // Of two who forbid each other to sign in, one stays.
        let by = |actor| app.office.db.write(|conn| staff::enable(conn, "admin.kz71", false, actor, at));
        assert!(matches!(by(last.actor()), Err(StoreError::Denied(Denied::LastAdmin))));
        assert!(by(Actor::Console).is_ok(), "whoever has the machine may");
    });
}

#[test]
fn whoever_runs_the_program_sets_a_password() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut officer, folder) = (app.clerk(Officer, Kk), Folder::new());
        let says = |login: &str, password: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ruqsat"));
            command.args(["staff", "password", login, "--password-stdin"]).current_dir(folder.path());
            command.env("RUQSAT_DATABASE_URL", app.database_url()).stdin(Stdio::piped());
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
            child.wait().unwrap().success()
        };
        assert!(!says("nobody", NEW) && !says("officer.kz75", "short"));
        officer.goes_to("/desk").arrives_at("/desk");
        assert!(says("officer.kz75", NEW));
        officer.goes_to("/desk").arrives_at("/desk/sign-in");
        assert!(!let_in(&app, "officer.kz75", PASSWORD) && let_in(&app, "officer.kz75", NEW));
        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to("/admin/trail").sees("event-staff_changed").sees("audit-console").sees("officer.kz75");
    });
}

#[test]
fn signing_in_leads_to_the_page_that_was_wanted_in_the_language_of_the_door() {
    each_db(|kind| {
        let (app, number, officer) = holding(kind);
        let case = officer.page.address.trim_start_matches("/kk").to_owned();
        let mut person = app.person(Ru);
        let knocks = |person: &mut Person, login: &str, password: &str| {
            person.puts("login", login).puts("password", password).presses_to("/desk/sign-in");
        };
        person.goes_to("/desk?list=new&route=general").arrives_at("/desk/sign-in");
        knocks(&mut person, "officer.kz75", "not the password");
        assert_eq!(person.status(), 422);
        knocks(&mut person, "officer.kz75", PASSWORD);
        assert_eq!(person.page.address, "/ru/desk?list=new&route=general", "{}", person.page.told());
        person.sees(&number).presses_to("/desk/sign-out");

        // Whoever chooses another language at the door goes on in it.
        person.goes_to(&format!("{case}/review?item=step-contacts")).arrives_at("/desk/sign-in");
        person.presses(&Kk.text("language-own-name"));
        person.language = Kk;
        knocks(&mut person, "officer.kz75", PASSWORD);
        assert_eq!(person.page.address, format!("/kk{case}/review?item=step-contacts"));

        // Nobody is led to another site, nor an administrator to cases.
        for elsewhere in ["//evil.example", "%2F%5Cevil.example"] {
            person.goes_to(&format!("/desk/sign-in?to={elsewhere}"));
            knocks(&mut person, "officer.kz75", PASSWORD);
            assert_eq!(person.page.address, "/kk/desk", "{elsewhere}");
        }
        let admin = app.employs(Admin, "KZ75", Ru);
        person.presses_to("/desk/sign-out").goes_to(&case).arrives_at("/desk/sign-in");
        knocks(&mut person, &admin.login, PASSWORD);
        person.arrives_at("/admin/staff");
        person.presses_to("/desk/sign-out").goes_to("/desk/account").arrives_at("/desk/sign-in");
        knocks(&mut person, &admin.login, PASSWORD);
        person.arrives_at("/desk/account");
    });
}
