//! A database of its own for each test: a copy of one that is already migrated.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use ruqsat::store::{Db, migrate};

use super::postgres;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The embedded one: always tried.
    Sqlite,
    /// A served one: tried when TEST_POSTGRES names a server.
    Postgres,
}

/// Runs a test on SQLite, and on PostgreSQL when TEST_POSTGRES is set.
pub fn each_db(test: impl Fn(Kind)) {
    test(Kind::Sqlite);
    if postgres::postgres_url().is_some() {
        eprintln!("… and on PostgreSQL");
        test(Kind::Postgres);
    } else {
        static SAID: OnceLock<()> = OnceLock::new();
        SAID.get_or_init(|| {
            // Past the test runner, which swallows what the macros print.
            let _ = writeln!(std::io::stderr(), "TEST_POSTGRES is not set: tried on SQLite only");
        });
    }
}

/// A migrated database without rows; gone when dropped.
pub struct TestDatabase {
    /// Where it is.
    pub url: String,
    /// Its connections.
    pub db: Db,
    _folder: Folder,
    _served: Option<postgres::FreshDatabase>,
}

impl TestDatabase {
    /// A fresh one.
    pub fn on(kind: Kind) -> Self {
        let folder = Folder::new();
        match kind {
            Kind::Sqlite => {
                let file = folder.path().join("ruqsat.db");
                std::fs::copy(sqlite_template(), &file).unwrap();
                Self::of(format!("sqlite://{}", file.display()), folder, None)
            }
            Kind::Postgres => {
                let base = postgres::postgres_url().unwrap();
                let template = postgres::template(&base, migrated);
                let served = postgres::copy_of(&base, &template);
                Self::of(served.url.clone(), folder, Some(served))
            }
        }
    }

    /// One without tables, for the tests of the migrations.
    pub fn empty(kind: Kind) -> Self {
        let folder = Folder::new();
        match kind {
            Kind::Sqlite => {
                let url = format!("sqlite://{}", folder.path().join("empty.db").display());
                Self::of(url, folder, None)
            }
            Kind::Postgres => {
                let served = postgres::fresh_database(&postgres::postgres_url().unwrap());
                Self::of(served.url.clone(), folder, Some(served))
            }
        }
    }

    fn of(url: String, folder: Folder, served: Option<postgres::FreshDatabase>) -> Self {
        Self { db: Db::open(&url).unwrap(), url, _folder: folder, _served: served }
    }
}

fn migrated(url: &str) {
    migrate::up(&Db::open(url).unwrap()).unwrap();
}

/// The migrated file that all copies are made of.
fn sqlite_template() -> &'static Path {
    static TEMPLATE: OnceLock<PathBuf> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let file = Folder::new().keep().join("template.db");
        migrated(&format!("sqlite://{}", file.display()));
        file
    })
}

/// A temporary folder, gone when dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// A new one.
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("ruqsat-test-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
    /// Lets it stay: for what lives as long as the tests.
    fn keep(self) -> PathBuf {
        std::mem::ManuallyDrop::new(self).0.clone()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
