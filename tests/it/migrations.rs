//! The migrations: up, down and up again on both databases; tables as the program names them; foreign keys indexed;
//! what was published stays as it was.

use std::collections::BTreeMap;

use diesel::prelude::*;
use ruqsat::store::{Conn, migrate, schema};

use super::support::sources::{files, root};
use super::support::{TestDatabase, each_db};

#[test]
fn up_down_and_up_again() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::empty(kind);
        assert!(!migrate::is_current(db).unwrap());
        let done = migrate::up(db).unwrap();
        assert!(!done.is_empty() && migrate::is_current(db).unwrap());
        assert_eq!(migrate::up(db).unwrap(), Vec::<String>::new(), "nothing is run twice");
        migrate::down(db).unwrap();
        let left = db.read(tables).unwrap();
        assert_eq!(left, Vec::<String>::new(), "down leaves nothing behind");
        assert_eq!(migrate::up(db).unwrap(), done);
    });
}

/// The program's own tables.
fn tables(conn: &mut Conn) -> ruqsat::store::Stored<Vec<String>> {
    const SQLITE: &str = "SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    const POSTGRES: &str = "SELECT tablename::text AS text FROM pg_tables WHERE schemaname = 'public'";
    let mut names = column_of(conn, SQLITE, POSTGRES);
    names.retain(|name| name != "__diesel_schema_migrations");
    names.sort();
    Ok(names)
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    text: String,
}

fn column_of(conn: &mut Conn, sqlite: &str, postgres: &str) -> Vec<String> {
    let lines: Vec<Line> = match conn {
        Conn::Sqlite(conn) => diesel::sql_query(sqlite).load(conn).unwrap(),
        Conn::Postgres(conn) => diesel::sql_query(postgres).load(conn).unwrap(),
    };
    lines.into_iter().map(|line| line.text).collect()
}

/// Selects every column of each table, with its type, and no row.
macro_rules! select_all {
    ($conn:expr, $($table:ident),*) => {
        [$((stringify!($table), schema::$table::table.limit(0).execute($conn).map_err(|e| e.to_string()))),*]
    };
}

/// The tables that `schema.rs` declares.
fn declared() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("src/store/schema.rs")).unwrap();
    let bodies = text.split("diesel::table! {").skip(1);
    let mut names: Vec<String> =
        bodies.map(|body| body.trim_start().split([' ', '(']).next().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_column_is_there() {
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        database
            .db
            .read(|conn| {
                let tried = select_all!(
                    conn,
                    answers,
                    applications,
                    brought_files,
                    calendar_days,
                    calendar_years,
                    case_keys,
                    counters,
                    drawings,
                    events,
                    files,
                    invitations,
                    kept_filters,
                    marks,
                    papers,
                    passport_zones,
                    photographs,
                    queue_keys,
                    sessions,
                    sheets,
                    staff,
                    stand_ins,
                    standard_reasons,
                    submissions,
                    talks,
                    trail,
                    trail_head,
                    uploads
                );
                let names: Vec<String> = tried.iter().map(|(name, _)| (*name).to_owned()).collect();
                assert_eq!(names, declared(), "name the new table here");
                assert_eq!(names, tables(conn)?, "tables and schema.rs differ");
                tried.into_iter().for_each(|(name, outcome)| assert_eq!(outcome, Ok(0), "{name}"));
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn every_foreign_key_has_an_index_that_begins_with_it() {
    // Without one, deleting a row reads the whole table that points at it.
    const SQLITE_KEYS: &str = "SELECT m.name || '.' || f.\"from\" AS text FROM sqlite_master m, \
        pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";
    const SQLITE_INDEXES: &str = "SELECT m.name || '.' || c.name AS text FROM sqlite_master m, \
        pragma_index_list(m.name) i, pragma_index_info(i.name) c WHERE m.type = 'table' AND c.seqno = 0";
    const POSTGRES_KEYS: &str = "SELECT c.conrelid::regclass::text || '.' || a.attname AS text FROM pg_constraint c \
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'";
    const POSTGRES_INDEXES: &str = "SELECT i.indrelid::regclass::text || '.' || a.attname AS text FROM pg_index i \
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] \
        JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'";
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        database
            .db
            .read(|conn| {
                let keys = column_of(conn, SQLITE_KEYS, POSTGRES_KEYS);
                let indexes = column_of(conn, SQLITE_INDEXES, POSTGRES_INDEXES);
                assert!(keys.len() >= 6, "{keys:?}");
                for key in keys {
                    assert!(indexes.contains(&key), "no index begins with {key}");
                }
                Ok(())
            })
            .unwrap();
    });
}

/// `name of the file → SHA-256`, as `sha256sum` writes it.
const PUBLISHED: &str = "tests/fixtures/migrations.sha256";

#[test]
fn published_migrations_stay_as_they_were() {
    let list = std::fs::read_to_string(root().join(PUBLISHED)).unwrap();
    let published: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ")).map(|(sum, file)| (file, sum)).collect();
    let now: BTreeMap<String, String> = files("migrations", ".sql")
        .into_iter()
        .map(|file| (file.path, ruqsat::application::submission::sha256_hex(file.text.as_bytes())))
        .collect();
    for (file, sum) in &published {
        let found = now.get(*file).map(String::as_str);
        assert_eq!(found, Some(*sum), "{file} was published: write a new migration instead");
    }
    let unlisted: Vec<_> = now.keys().filter(|file| !published.contains_key(file.as_str())).collect();
    assert!(unlisted.is_empty(), "add to {PUBLISHED} by `sha256sum migrations/*/*/*.sql`: {unlisted:?}");
}

#[test]
fn every_migration_can_be_taken_back() {
    for up in files("migrations", "up.sql") {
        let down = root().join(up.path.replace("up.sql", "down.sql"));
        let down = std::fs::read_to_string(&down).unwrap_or_default();
        let says = down.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with("--"));
        assert!(says, "{} has no way back", up.path);
    }
}
