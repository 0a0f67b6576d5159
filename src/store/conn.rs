//! A connection to either database, chosen by the scheme of the address.
#![allow(missing_docs, reason = "diesel's macro makes items that cannot be described here")]

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection, r2d2};

/// A connection to SQLite or PostgreSQL. Queries are written once, in diesel's typed language.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite, inside this process.
    Sqlite(SqliteConnection),
}

/// An address that is neither database's.
#[derive(Debug, thiserror::Error)]
pub enum UrlError {
    /// Another scheme, or none: a mistyped address must never open a fresh file.
    #[error("the address must begin with sqlite:// or postgres://")]
    Scheme,
    /// `sqlite://` without a file.
    #[error("sqlite:// must be followed by the path of a file")]
    NoFile,
}

/// Makes connections for the pool.
#[derive(Debug, Clone)]
pub enum Manager {
    /// Address of a PostgreSQL server.
    Postgres(Secret),
    /// Path of a SQLite file.
    Sqlite(String),
}

/// An address with a password in it: never printed.
#[derive(Clone)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Manager {
    /// For an address.
    pub fn of(url: &str) -> Result<Self, UrlError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Self::Postgres(Secret(url.to_owned())))
        } else if let Some(path) = url.strip_prefix("sqlite://") {
            if path.is_empty() { Err(UrlError::NoFile) } else { Ok(Self::Sqlite(path.to_owned())) }
        } else {
            Err(UrlError::Scheme)
        }
    }
    /// Whether a server keeps the data.
    pub fn is_served(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// Foreign keys are off by default in SQLite. FULL: what is acknowledged is on the disk. A page cache of 2 MB a
/// connection keeps the process small.
const PRAGMAS: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; \
                       PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2000;";

/// Each statement reads a stretch of one index, whatever is asked: its plan is made once for a connection, not again for
/// each value; and no plan is worth compiling, which would take longer than reading.
const SETTINGS: &str = "SET plan_cache_mode = force_generic_plan; SET jit = off;";

impl r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Conn, r2d2::Error> {
        match self {
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(&url.0).map_err(r2d2::Error::ConnectionError)?;
                conn.batch_execute(SETTINGS).map_err(r2d2::Error::QueryError)?;
                Ok(Conn::Postgres(conn))
            }
            Self::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(path).map_err(r2d2::Error::ConnectionError)?;
                conn.batch_execute(PRAGMAS).map_err(r2d2::Error::QueryError)?;
                Ok(Conn::Sqlite(conn))
            }
        }
    }
    fn is_valid(&self, conn: &mut Conn) -> Result<(), r2d2::Error> {
        r2d2::R2D2Connection::ping(conn).map_err(r2d2::Error::QueryError)
    }
    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || r2d2::R2D2Connection::is_broken(conn)
    }
}

/// Connection errors reach the log once, through the request that met them, without the address.
#[derive(Debug)]
pub(super) struct Quiet;

impl r2d2::HandleError<r2d2::Error> for Quiet {
    fn handle_error(&self, _error: r2d2::Error) {}
}
