//! Brings a database to the newest schema. Common migrations and the database's own, merged by version.

use diesel::migration::{Migration, MigrationSource, MigrationVersion, Result as MigrationResult};
use diesel::pg::Pg;
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Db, StoreError, Stored};

const COMMON: EmbeddedMigrations = embed_migrations!("migrations/common");

fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(format!("migration: {error}"))
}

/// Both folders' migrations in the order of their versions.
struct Merged;

macro_rules! merged_for {
    ($($backend:ty),*) => {$(
        impl MigrationSource<$backend> for Merged {
            fn migrations(&self) -> MigrationResult<Vec<Box<dyn Migration<$backend>>>> {
                let mut all = MigrationSource::<$backend>::migrations(&COMMON)?;
                all.sort_by_key(|migration| migration.name().version().as_owned());
                Ok(all)
            }
        }
    )*};
}
merged_for!(Pg, Sqlite);

/// An arbitrary number that everybody who migrates this program's PostgreSQL agrees on.
const LOCK: &str = "SELECT pg_advisory_lock(7326501)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7326501)";

/// Runs what has not been run; gives the versions that were.
pub fn up(db: &Db) -> Stored<Vec<String>> {
    let names =
        |versions: Vec<MigrationVersion<'_>>| -> Vec<String> { versions.iter().map(ToString::to_string).collect() };
    let done = db.alone(|conn| match conn {
        Conn::Sqlite(conn) => conn.run_pending_migrations(Merged).map(names).map_err(failed),
        Conn::Postgres(conn) => {
            use diesel::connection::SimpleConnection;
            conn.batch_execute(LOCK)?;
            let done = conn.run_pending_migrations(Merged).map(names).map_err(failed);
            conn.batch_execute(UNLOCK)?;
            done
        }
    })?;
    if !done.is_empty() {
        db.write(super::applications::fill_new_columns)?;
        db.write(super::related::fill)?;
    }
    db.write(super::trail::chain_what_was_before)?;
    Ok(done)
}

/// Takes every migration back, newest first: the tests go up, down and up again.
pub fn down(db: &Db) -> Stored<()> {
    db.alone(|conn| match conn {
        Conn::Sqlite(conn) => conn.revert_all_migrations(Merged).map(drop).map_err(failed),
        Conn::Postgres(conn) => conn.revert_all_migrations(Merged).map(drop).map_err(failed),
    })
}

/// Whether nothing is left to run.
pub fn is_current(db: &Db) -> Stored<bool> {
    db.alone(|conn| match conn {
        Conn::Sqlite(conn) => conn.has_pending_migration(Merged).map(|pending| !pending).map_err(failed),
        Conn::Postgres(conn) => conn.has_pending_migration(Merged).map(|pending| !pending).map_err(failed),
    })
}
