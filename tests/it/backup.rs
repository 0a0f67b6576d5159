//! A copy of a living office, taken by the command beside the running server, and brought back into an empty place of
//! either database and either kind of vault.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ruqsat::language::Language::Kk;
use ruqsat::law::DocumentKind;

use super::support::database::{Folder, TestDatabase};
use super::support::program::ruqsat;
use super::support::vaults::Kept;
use super::support::{Kind, Person, TestApp, answers, files, postgres};

fn kinds() -> Vec<Kind> {
    let served = postgres::postgres_url().map(|_| Kind::Postgres);
    std::iter::once(Kind::Sqlite).chain(served).collect()
}

/// An office on a database and a vault.
struct Place {
    database: TestDatabase,
    kept: Kept,
}

impl Place {
    fn empty(kind: Kind, bucket: bool) -> Self {
        let kept = if bucket { Kept::in_a_bucket() } else { Kept::in_a_folder() };
        std::fs::create_dir_all(kept.data_dir()).unwrap();
        Self { database: TestDatabase::empty(kind), kept }
    }
    fn settings(&self) -> BTreeMap<String, String> {
        let mut all: BTreeMap<_, _> = self.kept.settings().into_iter().collect();
        all.insert("RUQSAT_DATABASE_URL".to_owned(), self.database.url.clone());
        all
    }
    fn opens(&self) -> TestApp {
        let settings = self.settings();
        let all: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        TestApp::with(Kind::Sqlite, &all)
    }
    fn gets_keys_of(&self, other: &Self) {
        for name in ["secret.key", "vault.key"] {
            std::fs::copy(other.kept.data_dir().join(name), self.kept.data_dir().join(name)).unwrap();
        }
    }
}

/// Somebody who has filed and a draft with a paper; number and code of the draft.
fn living(app: &TestApp) -> (Person, String, (String, String)) {
    let mut filed = app.person(Kk);
    let number = filed.applies(&answers::adult());
    let mut draft = app.person(Kk);
    let keys = draft.begins();
    draft.saves(&answers::minor().situation).brings(DocumentKind::Passport, &files::pdf("ours"));
    (filed, number, keys)
}

fn copy_in(folder: &Folder) -> PathBuf {
    folder.path().join("copy")
}

fn goes_there_and_back(from: (Kind, bool), to: (Kind, bool)) {
    let (first, second, folder) = (Place::empty(from.0, from.1), Place::empty(to.0, to.1), Folder::new());
    assert_eq!(ruqsat(&first.settings(), &["migrate"]).code, Some(0));
    let app = first.opens();
    let (mut filed, number, (draft, code)) = living(&app);
    filed.goes_to("/track");
    let track = filed.page.text();

    // The server runs meanwhile.
    let copy = copy_in(&folder);
    let told = copy.display().to_string();
    let said = ruqsat(&first.settings(), &["backup", &told]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("files are in") && said.err.lines().count() <= 8, "{} {}", said.out, said.err);
    let numbers =
        |line: &str| line.split(' ').all(|word| word.parse::<u64>().is_ok() || "of rows files".contains(word));
    assert!(said.err.lines().all(numbers), "counts, and nothing of anybody: {}", said.err);
    for secret in ["secret.key", "vault.key"] {
        let key = std::fs::read_to_string(first.kept.data_dir().join(secret)).unwrap();
        let key = key.split_whitespace().last().unwrap().to_owned();
        assert!(!holds(&copy, key.as_bytes()), "{secret} is in the copy");
    }
    assert!(!holds(&copy.join("vault"), b"%PDF"), "papers stay encrypted");
    drop(app);

    second.gets_keys_of(&first);
    let said = ruqsat(&second.settings(), &["restore", &told]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let noted = said.out.split("--noted ").nth(1).and_then(|rest| rest.split('`').next()).unwrap().to_owned();
    assert_eq!(ruqsat(&second.settings(), &["audit", "verify", "--noted", &noted]).code, Some(0));
    let whole = ruqsat(&second.settings(), &["vault", "verify"]);
    assert!(whole.code == Some(0) && whole.out.contains("; 0 of them"), "{} {}", whole.out, whole.err);

    // People find what they had, by number and code.
    let app = second.opens();
    let mut person = app.person(Kk);
    person.goes_to("/open").fills("open-number", &draft).fills("open-code", &code).presses_to("/open");
    person.arrives_at("/apply").goes_to("/apply/documents/passport").sees("passport.pdf");
    let tree = &person.page.tree;
    let paper = tree.all("a").filter_map(|id| tree.attribute(id, "href")).find(|href| href.contains("/files/"));
    let paper = paper.unwrap().to_owned();
    // Its pages are drawn anew; the file itself is the one that was brought.
    assert_eq!(person.opens(&paper).status(), 200);
    let file = paper.split('?').next().unwrap().rsplit('/').next().unwrap();
    let whole = ruqsat::app::block_on(app.office.vault.read_all(file, 1 << 20)).unwrap();
    assert_eq!(whole, files::pdf("ours"));
    let mut again = app.person(Kk);
    again.cookies = filed.cookies.clone();
    again.goes_to("/track").sees(&number);
    assert_eq!(again.page.text(), track);
}

fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => holds(&path, bytes),
            false => std::fs::read(&path).unwrap().windows(bytes.len()).any(|part| part == bytes),
        }
    })
}

#[test]
fn an_office_comes_back_on_each_database() {
    for from in kinds() {
        for to in kinds() {
            goes_there_and_back((from, false), (to, false));
        }
    }
}

#[test]
fn an_office_comes_back_from_a_bucket_and_into_one() {
    goes_there_and_back((Kind::Sqlite, true), (Kind::Sqlite, false));
    goes_there_and_back((Kind::Sqlite, false), (Kind::Sqlite, true));
}

#[test]
fn nothing_is_brought_back_over_anything_nor_from_what_is_not_whole() {
    for kind in kinds() {
        let (first, second, folder) = (Place::empty(kind, false), Place::empty(kind, false), Folder::new());
        assert_eq!(ruqsat(&first.settings(), &["migrate"]).code, Some(0));
        let app = first.opens();
        living(&app);
        let copy = copy_in(&folder);
        let told = copy.display().to_string();
        assert_eq!(ruqsat(&first.settings(), &["backup", &told]).code, Some(0));
        let refused = |place: &Place, arguments: &[&str], code: i32, why: &str| {
            let said = ruqsat(&place.settings(), arguments);
            assert!(said.code == Some(code) && said.err.contains(why), "{:?} {}", said.code, said.err);
        };
        refused(&first, &["backup", &told], 1, "is not empty");
        refused(&second, &["restore", &told], 2, "keys");
        refused(&second, &["restore", "/nowhere/at/all"], 2, "no whole copy");
        second.gets_keys_of(&first);
        refused(&first, &["restore", &told], 1, "already");

        // A row that was changed, a file that is gone: nothing of it stays behind.
        let rows = copy.join("database.ndjson");
        let whole = std::fs::read_to_string(&rows).unwrap();
        std::fs::write(&rows, whole.replacen("draft", "draff", 1)).unwrap();
        refused(&second, &["restore", &told], 1, "is not what was written");
        std::fs::write(&rows, &whole).unwrap();
        let inner = std::fs::read_dir(copy.join("vault")).unwrap().last().unwrap().unwrap().path();
        let file = std::fs::read_dir(inner).unwrap().map(|file| file.unwrap().path());
        let file = file.into_iter().find(|path| path.extension().is_none()).unwrap();
        let (aside, lies) = (folder.path().join("aside"), file);
        std::fs::rename(&lies, &aside).unwrap();
        refused(&second, &["restore", &told], 1, "missing in the copy");
        std::fs::rename(&aside, &lies).unwrap();
        assert_eq!(ruqsat(&second.settings(), &["restore", &told]).code, Some(0), "the place is empty as before");
    }
}

#[test]
fn a_demo_tells_how_far_it_has_come() {
    let place = Place::empty(Kind::Sqlite, false);
    let said = ruqsat(&place.settings(), &["demo", "--applications", "8", "--seed", "3"]);
    let lines: Vec<&str> = said.err.lines().collect();
    let quarters: Vec<String> = [2, 4, 6, 8].iter().map(|n| format!("{n} of 8 applications")).collect();
    assert_eq!(lines, quarters, "a few lines where there is no terminal");
    assert_eq!(said.code, Some(0));
}
