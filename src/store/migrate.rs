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
    // What was stopped while it was filled has nothing left to migrate: the columns, filled last, tell that it is not done.
    if !done.is_empty() || db.read(super::applications::has_new_columns)? {
        db.write(super::related::fill)?;
        db.write(super::applications::fill_new_columns)?;
    }
    db.write(super::trail::chain_what_was_before)?;
    Ok(done)
}

/// The versions that have been run, in order.
pub fn versions(db: &Db) -> Stored<Vec<String>> {
    let mut versions: Vec<String> = db.alone(|conn| {
        let done = match conn {
            Conn::Sqlite(conn) => conn.applied_migrations(),
            Conn::Postgres(conn) => conn.applied_migrations(),
        };
        Ok(done.map_err(failed)?.iter().map(ToString::to_string).collect())
    })?;
    versions.sort();
    Ok(versions)
}

/// Runs these versions only, as an earlier release did. One that is not known here is of a later release.
pub fn up_to(db: &Db, versions: &[String]) -> Stored<()> {
    macro_rules! run {
        ($conn:ident, $backend:ty) => {{
            let all = MigrationSource::<$backend>::migrations(&Merged).map_err(failed)?;
            let known: Vec<String> = all.iter().map(|one| one.name().version().to_string()).collect();
            if let Some(later) = versions.iter().find(|version| !known.contains(version)) {
                return Err(StoreError::Unreadable(format!("version {later} of the tables is of a later release")));
            }
            // Asking makes diesel's own table.
            $conn.applied_migrations().map_err(failed)?;
            let wanted = all.iter().filter(|one| versions.contains(&one.name().version().to_string()));
            for migration in wanted {
                $conn.run_migration(migration).map_err(failed)?;
            }
        }};
    }
    db.alone(|conn| {
        match conn {
            Conn::Sqlite(conn) => run!(conn, Sqlite),
            Conn::Postgres(conn) => run!(conn, Pg),
        }
        Ok(())
    })
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
