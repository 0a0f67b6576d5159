//! What leaves the office as a table: who may take it, what stands in it, that it is written down, and `ruqsat export`.

use std::process::Command;

use ruqsat::application::Status;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role;
use ruqsat::store::applications;

use super::support::http::Request;
use super::support::{Kind, Person, TestApp, answers, application, each_db, moment};

/// An office with one applicant whose surname runs as a formula, and one of another unit.
fn office(kind: Kind) -> TestApp {
    let app = TestApp::on(kind);
    let mut applicant = answers::adult();
    applicant.person.given_names = "-Айша".into();
    app.person(Kk).applies(&applicant);
    let mut other = answers::adult();
    other.person.surname = "Басқа".into();
    other.contacts.region = answers::is("KZ71");
    app.person(Kk).applies(&other);
    app
}

fn takes(person: &mut Person, address: &str) -> (String, Vec<u8>) {
    let answer = person.sends(Request::get(&format!("/{}{address}", person.language)));
    assert_eq!(answer.status, 200, "{address}");
    assert!(answer.header("content-disposition").is_some_and(|value| value.starts_with("attachment; ")));
    (answer.header("content-type").unwrap().to_owned(), answer.body)
}

#[test]
fn a_supervisor_takes_the_cases_of_the_filter_and_of_the_own_unit() {
    each_db(|kind| {
        let app = office(kind);
        let mut supervisor = app.clerk(Role::Supervisor, Ru);
        let (media, body) = takes(&mut supervisor, "/desk/export?format=csv");
        assert_eq!(media, "text/csv; charset=utf-8");
        let text = String::from_utf8(body).unwrap();
        let mut lines = text.trim_start_matches('\u{FEFF}').lines();
        assert!(lines.next().unwrap().starts_with(&supervisor.says("desk-number")), "{text}");
        let rest: Vec<&str> = lines.collect();
        assert_eq!(rest.len(), 1, "only of the own unit: {text}");
        assert!(rest[0].contains(&supervisor.says("status-submitted")) && rest[0].contains("2026-06-10"), "{text}");

        let (_, none) = takes(&mut supervisor, "/desk/export?format=csv&status=accepted");
        assert_eq!(String::from_utf8(none).unwrap().lines().count(), 1, "as the filter says");

        let mut auditor = app.clerk(Role::Auditor, Kk);
        let (_, all) = takes(&mut auditor, "/desk/export?format=csv");
        assert_eq!(String::from_utf8(all).unwrap().lines().count(), 3);
        auditor.goes_to("/admin/trail").sees("event-exported");
    });
}

#[test]
fn a_workbook_opens_and_holds_the_same() {
    use std::io::Read;
    let app = office(Kind::Sqlite);
    let mut auditor = app.clerk(Role::Auditor, Kk);
    let (media, body) = takes(&mut auditor, "/desk/export?format=xlsx");
    assert!(media.contains("spreadsheetml"), "{media}");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(body)).unwrap();
    let mut text = String::new();
    zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text.matches("<row>").count(), 3, "{text}");
    assert!(text.contains("Басқа") && text.contains(&auditor.says("desk-number")), "{text}");
    let (_, figures) = takes(&mut auditor, "/desk/numbers/export?format=xlsx");
    assert!(zip::ZipArchive::new(std::io::Cursor::new(figures)).is_ok());
    let (_, figures) = takes(&mut auditor, "/desk/numbers/export?format=csv");
    let figures = String::from_utf8(figures).unwrap();
    assert!(figures.contains(&auditor.says("numbers-by-month")) && figures.contains("2026-06"), "{figures}");
}

fn export(app: &TestApp, arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_ruqsat"))
        .arg("export")
        .args(arguments)
        .env("RUQSAT_DATABASE_URL", app.database_url())
        .output()
        .unwrap()
}

#[test]
fn the_command_says_how_far_it_has_come_of_how_many() {
    let app = TestApp::on(Kind::Sqlite);
    for at in ["2026-06-09", "2026-06-10", "2026-06-10", "2026-06-10", "2026-06-10"] {
        let mut filed = application(&answers::adult());
        (filed.status, filed.submitted_at) = (Status::Submitted, Some(moment(&format!("{at} 09:00"))));
        app.office.db.write(|conn| applications::begin(conn, &filed)).unwrap();
    }
    app.person(Kk).begins(); // a draft is none of them
    let told = |arguments: &[&str]| String::from_utf8(export(&app, arguments).stderr).unwrap();
    let all = told(&["--format", "csv"]);
    assert!(all.contains("2 of 5 applications\n") && all.ends_with("\n5 applications\n"), "{all}");
    let some = told(&["--format", "csv", "--since", "2026-06-10"]);
    assert!(some.contains("2 of 4 applications\n") && some.ends_with("\n4 applications\n"), "{some}");
    assert_eq!(told(&["--format", "csv", "--status", "refused"]), "0 applications\n");
}

#[test]
fn the_command_streams_lines_for_other_programs() {
    each_db(|kind| {
        let app = office(kind);
        let done = export(&app, &["--format", "ndjson"]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let text = String::from_utf8(done.stdout).unwrap();
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line["status"] == "submitted" && line["filed_on"] == "2026-06-10"), "{text}");
        assert!(lines.iter().any(|line| line["unit"] == "KZ71"), "{text}");
        assert!(String::from_utf8_lossy(&done.stderr).contains("2 applications"));

        let count = |arguments: &[&str]| {
            let done = export(&app, arguments);
            assert!(done.status.success());
            String::from_utf8(done.stdout).unwrap().lines().count() - 1
        };
        assert_eq!(count(&["--format", "csv"]), 2);
        assert_eq!(count(&["--format", "csv", "--status", "submitted", "--since", "2026-06-10"]), 2);
        assert_eq!(count(&["--format", "csv", "--since", "2026-06-11"]), 0);
        assert_eq!(count(&["--format", "csv", "--status", "refused"]), 0);
        for wrong in
            [&["--format", "xml"][..], &[], &["--format", "csv", "--status", "x"], &["--format", "csv", "--since", "x"]]
        {
            let done = export(&app, wrong);
            assert_eq!(done.status.code(), Some(2), "{wrong:?}");
            assert_eq!(String::from_utf8_lossy(&done.stderr).trim().lines().count(), 1, "{wrong:?}");
        }
    });
}
