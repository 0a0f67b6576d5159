//! What comes next after filing, with the days that are known and how long it usually takes by the office's own numbers.

use ruqsat::application::Status;
use ruqsat::language::Args;
use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::people::Role::{Officer, Operator, Supervisor};

use super::store::numbers::case;
use super::support::{Kind, Person, TestApp, answers, day, each_db};

/// So many permits, which took 10, 11, 12 … days.
fn decided(app: &TestApp, count: u64) {
    for one in 0..count {
        let on = (day("2026-03-02") + chrono::Days::new(10 + one)).to_string();
        case(&app.office.db, "KZ75", Status::Issued, "2026-03-02", Some((&on, &[])));
    }
}

/// What comes, in order: the codes of the steps that stand in the list.
fn ahead(person: &Person) -> Vec<&'static str> {
    const ALL: [&str; 12] = [
        "file",
        "mend",
        "check",
        "come",
        "registered",
        "approvals",
        "hearing",
        "objection",
        "decision",
        "permit",
        "card",
        "day",
    ];
    let tree = &person.page.tree;
    let lines = tree.all("ol").find(|id| tree.attribute(*id, "class") == Some("steps"));
    let names = lines.into_iter().flat_map(|list| tree.inside(list)).filter(|id| tree.nodes[*id].name == "strong");
    let code = |name: String| ALL.into_iter().find(|code| person.says(&format!("ahead-{code}")) == name);
    names.map(|id| code(tree.text(id)).unwrap_or_else(|| panic!("{} is no step", tree.text(id)))).collect()
}

#[test]
fn who_has_filed_reads_what_comes_and_how_long_it_usually_takes() {
    for reads in [Kk, Ru, En] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            decided(&app, 21);
            let mut person = app.person(reads);
            let usual = |days: i64| reads.text_with("track-usual", &Args::from_iter([("days", days), ("of", 21)]));
            let number = person.applies(&answers::adult());
            person.goes_to("/track").sees(&usual(20)).does_not_see(&usual(21)).does_not_see(&usual(10));
            assert_eq!(ahead(&person), ["check", "come", "registered", "decision"]);

            app.it_is("2026-06-12");
            let mut operator = app.clerk(Operator, Kk);
            operator.accepts(&number);
            // 45 days after the registration.
            let by = reads.text_with("track-by", &Args::from_iter([("day", reads.date(day("2026-07-27")))]));
            person.goes_to("/track").sees(&usual(20)).sees(&by);
            assert_eq!(ahead(&person), ["approvals", "decision"]);

            let mut officer = app.clerk(Officer, Kk);
            officer.asks_approver(&number, "national_security");
            officer.records_answer(&number, "national_security", "positive");
            app.clerk(Supervisor, Kk).confirms(&number, "approve", "/approve");
            person.sees_state("approved");
            assert_eq!(ahead(&person), ["permit", "card"]);
            operator.confirms(&number, "issue", "/issue");
            person.sees_state("issued");
            assert_eq!(ahead(&person), Vec::<&str>::new());
        });
    }
}

#[test]
fn too_few_decisions_say_nothing_of_what_is_usual() {
    let app = TestApp::on(Kind::Sqlite);
    decided(&app, 19);
    let mut person = app.person(Kk);
    person.applies(&answers::adult());
    person.goes_to("/track").sees("ahead-decision");
    let before = Kk.text_with("track-usual", &Args::from_iter([("days", 1), ("of", 1)]));
    let begins = before.split('1').next().unwrap().trim();
    assert!(!begins.is_empty());
    person.does_not_see(begins);
}

#[test]
fn before_filing_and_after_a_return_it_begins_with_what_the_person_does() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Ru);
    let (number, _) = person.begins();
    person.saves(&answers::adult().situation).goes_to("/track");
    assert_eq!(ahead(&person), ["file", "check", "come", "registered", "decision"]);
    person.answers_everything(&answers::adult()).brings_everything().files();
    let mut officer = app.clerk(Officer, Kk);
    officer.takes(&number).follows("move-return").remarks("contacts", "Phone").presses("desk-return");
    person.goes_to("/track");
    assert_eq!(ahead(&person), ["mend", "check", "come", "registered", "decision"]);
}

#[test]
fn who_has_filed_is_told_where_the_office_receives() {
    let folder = super::support::database::Folder::new();
    let file = folder.path().join("offices.toml");
    std::fs::write(&file, "[KZ75]\nkk = \"\"\"\nАбай даңғылы 1\n9:00–18:00\n\"\"\"\nru = \"Проспект Абая, 1\"\n")
        .unwrap();
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_OFFICES", &file.display().to_string())]);
    for (reads, told) in [(Kk, "Абай даңғылы 1"), (Ru, "Проспект Абая, 1"), (En, "Абай даңғылы 1")]
    {
        let mut person = app.person(reads);
        person.applies(&answers::adult());
        person.goes_to("/track").sees(told).goes_to("/apply/receipt").sees(told);
    }
}
