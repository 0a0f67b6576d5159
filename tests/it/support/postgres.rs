//! PostgreSQL for tests: a database of its own for each, copied from one that is already migrated.
//!
//! The server is whatever TEST_POSTGRES names (`tests/tools/with-postgres` starts one).
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::OnceLock;

/// A superuser's address of the server, if there is one.
#[expect(clippy::disallowed_methods, reason = "a setting of the tests, not of the program")]
pub fn postgres_url() -> Option<String> {
    std::env::var("TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// A database that is gone when dropped, whoever is still connected.
pub struct FreshDatabase {
    /// Its address.
    pub url: String,
    /// Its name.
    pub name: String,
    base: String,
}

/// An empty database on the server at `base`.
pub fn fresh_database(base: &str) -> FreshDatabase {
    create(base, "template0")
}

/// A copy of the database `template`; nobody may be connected to that one.
pub fn copy_of(base: &str, template: &str) -> FreshDatabase {
    create(base, template)
}

/// The name of the migrated database that copies are made of. The first who asks makes it: `migrate` gets its
/// address, and must have closed its connections when it returns. It ends with the server.
pub fn template(base: &str, migrate: impl FnOnce(&str)) -> String {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE
        .get_or_init(|| {
            let made = std::mem::ManuallyDrop::new(create(base, "template0"));
            migrate(&made.url);
            made.name.clone()
        })
        .clone()
}

fn create(base: &str, template: &str) -> FreshDatabase {
    let name = format!("test_{:016x}", RandomState::new().build_hasher().finish());
    run(base, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
    FreshDatabase { url: with_name(base, &name), name, base: base.to_owned() }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let dropped = PgConnection::establish(&self.base).map(|mut c| c.batch_execute(&sql));
        if !matches!(dropped, Ok(Ok(()))) {
            eprintln!("{sql}: {dropped:?}", dropped = dropped.map(|r| r.map_err(|e| e.to_string())));
        }
    }
}

fn run(url: &str, sql: &str) {
    let mut connection = PgConnection::establish(url).unwrap_or_else(|e| panic!("TEST_POSTGRES does not answer: {e}"));
    connection.batch_execute(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
}

/// The same server, another database.
fn with_name(base: &str, name: &str) -> String {
    let (address, query) = base.split_once('?').map_or((base, String::new()), |(a, q)| (a, format!("?{q}")));
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let server = address[scheme..].find('/').map_or(address, |slash| &address[..scheme + slash]);
    format!("{server}/{name}{query}")
}

#[cfg(test)]
mod works {
    use super::*;

    fn count(url: &str, table: &str) -> QueryResult<i64> {
        let mut c = PgConnection::establish(url).unwrap();
        diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>(&format!("(SELECT count(*) FROM {table})")))
            .get_result(&mut c)
    }

    #[test]
    fn names_are_put_in_place() {
        for (base, url) in [
            ("postgres://u:p@127.0.0.1:5/postgres", "postgres://u:p@127.0.0.1:5/x"),
            ("postgres://u@h", "postgres://u@h/x"),
            ("postgres:///old?host=/run/pg", "postgres:///x?host=/run/pg"),
        ] {
            assert_eq!(with_name(base, "x"), url);
        }
    }

    #[test]
    fn copies_are_whole_apart_and_gone_in_the_end() {
        let Some(base) = postgres_url() else { return };
        // Not by `template`, which is made once, for the program's own tables.
        let made = fresh_database(&base);
        run(&made.url, "CREATE TABLE people (id int); INSERT INTO people VALUES (1), (2)");
        let (one, two) = (copy_of(&base, &made.name), copy_of(&base, &made.name));
        run(&one.url, "DELETE FROM people");
        assert_eq!((count(&one.url, "people"), count(&two.url, "people")), (Ok(0), Ok(2)));
        let empty = fresh_database(&base);
        assert!(count(&empty.url, "people").is_err());

        let mut still_connected = PgConnection::establish(&one.url).unwrap();
        let (url, name) = (one.url.clone(), one.name.clone());
        drop(one);
        assert!(still_connected.batch_execute("SELECT 1").is_err());
        assert!(PgConnection::establish(&url).is_err(), "{name} is still there");
    }
}
