//! THE DATABASE — diesel lives here and nowhere else. Turns rows into business values and back.
//!
//! Handlers never write rows; they ask [`Db::read`] and [`Db::write`] for a closure over a connection, and
//! [`applications::change`] for every change of an application: lock, load, decide, save, event, commit.

mod answers;
pub mod applications;
pub mod bulk;
pub mod calendar;
pub mod claims;
pub mod conn;
pub mod drawn;
pub mod dump;
pub mod hearings;
pub mod holders;
pub mod invitations;
pub mod marks;
mod mended;
pub mod migrate;
pub mod numbers;
mod photographs;
pub mod queue;
pub mod reasons;
pub mod related;
pub mod reminders;
pub mod rows;
pub mod scans;
pub mod schema;
mod searched;
pub mod sessions;
pub mod staff;
pub mod stand_ins;
pub mod step;
pub mod talks;
pub mod trail;
pub mod uploads;
pub mod vaulted;
pub mod verify;
mod zones;

use std::sync::Arc;

use diesel::r2d2;

pub use conn::{Conn, Manager, UrlError};

/// What can go wrong at the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such row.
    #[error("no such row")]
    NotFound,
    /// The page was drawn on an older revision.
    #[error("changed since revision {seen}, now {now}")]
    Stale {
        /// The revision that the page brought.
        seen: i64,
        /// The revision now.
        now: i64,
    },
    /// Somebody else has the case.
    #[error("the case is with somebody else")]
    Held(Box<crate::desk::claim::Claim>),
    /// The business says no.
    #[error("denied: {0}")]
    Denied(#[from] crate::application::Denied),
    /// The database failed, is out of reach, or has no room.
    #[error("database: {0}")]
    Database(diesel::result::Error),
    /// No connection within the time limit.
    #[error("no connection: {0}")]
    Connection(String),
    /// A row holds what no release of this program wrote.
    #[error("unreadable row: {0}")]
    Unreadable(String),
}

impl From<diesel::result::Error> for StoreError {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            other => Self::Database(other),
        }
    }
}

/// Result at the store.
pub type Stored<T> = Result<T, StoreError>;

type Pool = r2d2::Pool<Manager>;

/// The database, embedded or served. A clone shares its connections.
#[derive(Clone)]
pub struct Db {
    read: Pool,
    write: Pool,
    url: Arc<str>,
}

/// The address may hold a password: never printed.
impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_embedded() { "Db(sqlite)" } else { "Db(postgres)" })
    }
}

/// SQLite: one writer at a time is the file's own rule; readers do not wait for it (WAL).
const SQLITE_READERS: u32 = 4;
/// PostgreSQL: enough for two cores' worth of handlers; each connection costs the server a process.
const POSTGRES_CONNECTIONS: u32 = 12;
/// How long a request waits for a connection before it answers 503.
const WAIT: std::time::Duration = std::time::Duration::from_secs(5);

impl Db {
    /// Opens the database of `sqlite://…` or `postgres://…`. Makes no connection yet.
    pub fn open(url: &str) -> Result<Self, UrlError> {
        let manager = Manager::of(url)?;
        let pool = |size| {
            r2d2::Pool::builder()
                .max_size(size)
                .min_idle(Some(0))
                .connection_timeout(WAIT)
                .test_on_check_out(manager.is_served())
                .error_handler(Box::new(conn::Quiet))
                .build_unchecked(manager.clone())
        };
        let (write, read) = if manager.is_served() {
            let pool = pool(POSTGRES_CONNECTIONS);
            (pool.clone(), pool)
        } else {
            (pool(1), pool(SQLITE_READERS))
        };
        Ok(Self { read, write, url: url.into() })
    }
    /// Whether it is the embedded SQLite.
    pub fn is_embedded(&self) -> bool {
        self.url.starts_with("sqlite:")
    }
    /// Runs `ask` on a connection for reading.
    pub fn read<T>(&self, ask: impl FnOnce(&mut Conn) -> Stored<T>) -> Stored<T> {
        let mut conn = self.read.get().map_err(|error| StoreError::Connection(error.to_string()))?;
        ask(&mut conn)
    }
    /// Runs `change` in one transaction: all of it is kept, or nothing.
    pub fn write<T>(&self, change: impl FnOnce(&mut Conn) -> Stored<T>) -> Stored<T> {
        use diesel::Connection;
        let mut conn = self.write.get().map_err(|error| StoreError::Connection(error.to_string()))?;
        (*conn).transaction(change)
    }
    /// Runs `work` on the writer's connection outside any transaction: migrations, single statements.
    pub fn alone<T>(&self, work: impl FnOnce(&mut Conn) -> Stored<T>) -> Stored<T> {
        let mut conn = self.write.get().map_err(|error| StoreError::Connection(error.to_string()))?;
        work(&mut conn)
    }
    /// Whether the database answers.
    pub fn ping(&self) -> Stored<()> {
        self.read(|conn| {
            use diesel::RunQueryDsl;
            diesel::select(diesel::dsl::sql::<diesel::sql_types::Integer>("1")).get_result::<i32>(conn)?;
            Ok(())
        })
    }
}
