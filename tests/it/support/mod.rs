//! What the tests stand on: the real server with a database of its own, and people who use it.

pub mod answers;
pub mod app;
pub mod clamd;
pub mod database;
pub mod derived;
pub mod files;
pub mod filling;
pub mod gallery;
pub mod html;
pub mod http;
pub mod journeys;
pub mod page;
pub mod papers;
pub mod person;
pub mod postgres;
pub mod program;
pub mod s3;
pub mod sources;
pub mod texts;
pub mod vaults;
pub mod webp;

pub use app::{TestApp, UNIT};
pub use database::{Kind, TestDatabase, each_db};
pub use person::Person;

use chrono::{DateTime, NaiveDate, Utc};

/// A day written YYYY-MM-DD.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("no day: {text}"))
}

/// A moment in Kazakhstan's civil time, written `2026-06-10 10:00`.
pub fn moment(text: &str) -> DateTime<Utc> {
    let local = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap_or_else(|_| panic!("{text}"));
    local.and_local_timezone(chrono_tz::Asia::Almaty).unwrap().to_utc()
}

/// A member of the staff, by a name that is id and login too.
pub fn member(name: &str, role: ruqsat::people::Role, unit: &str) -> ruqsat::people::Staff {
    ruqsat::people::Staff {
        id: name.to_owned(),
        login: name.to_owned(),
        name: name.to_owned(),
        role,
        unit: unit.to_owned(),
        language: "kk".to_owned(),
        enabled: true,
        lent: Vec::new(),
    }
}

/// The first page of the queue of a unit, or of all; in a state, or in any.
pub fn queued(
    db: &ruqsat::store::Db,
    unit: Option<&str>,
    status: Option<ruqsat::application::Status>,
) -> Vec<ruqsat::desk::queue::Case> {
    use ruqsat::desk::queue::{Filter, Turn, Viewer};
    let viewer = Viewer { id: String::new(), unit: unit.map(str::to_owned), today: day("2026-06-10") };
    let wanted = Filter { status, ..Filter::default() }.wanted(&viewer, None);
    db.read(|conn| ruqsat::store::queue::page(conn, &wanted, &Turn::First)).unwrap().cases
}

/// An application with all answers and papers, not yet stored.
pub fn application(applicant: &answers::Applicant) -> ruqsat::application::Application {
    use ruqsat::application::{Application, Code, Number};
    let at = moment("2026-06-10 09:00");
    let (id, number) = (uuid::Uuid::now_v7().to_string(), Number::random(&mut rand::rng()));
    let hash = Code::random(&mut rand::rng()).hash(b"key");
    let mut application = Application::begin(id, number, hash, "kk", at);
    application.answers = applicant.stored();
    for requirement in application.requirements(day("2026-06-10"), &Default::default()) {
        if requirement.rule.files {
            let file = stored_file(&format!("{}.pdf", requirement.kind));
            application.describe(requirement.kind, answers::details(requirement.kind)).unwrap();
            application.attach(requirement.kind, file).unwrap();
        }
    }
    application
}

/// A file as the vault gives it back.
pub fn stored_file(name: &str) -> ruqsat::documents::StoredFile {
    use ruqsat::documents::{Format, StoredFile, file::FileRole};
    StoredFile {
        id: uuid::Uuid::now_v7().to_string(),
        name: name.to_owned(),
        role: FileRole::Paper,
        format: Format::Pdf,
        size: 1_000,
        sha256: ruqsat::application::submission::sha256_hex(name.as_bytes()),
        at: moment("2026-06-10 09:30"),
        taken_on: None,
        pages: Some(1),
        scan: ruqsat::documents::ScanState::Clean,
    }
}
