//! The rows of every table as text, and back: one format for both databases, so that an office can move from one to the
//! other. The tables are those that the database's own catalogue names: a new one needs nothing here.
//!
//! A line is a row: `{"table":"files","row":{…}}`, parents before children. They are read in one snapshot, beside which
//! the office goes on.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::Value;

use super::{Conn, Db, StoreError, migrate, schema, trail};
use crate::application::trail::Head;

/// Rows that are put in with one statement.
const PIECE: usize = 100;

/// Left out: pictures of pages, which are drawn anew at the first look.
const DRAWN: [&str; 2] = ["drawings", "sheets"];

/// What can go wrong with a dump.
#[derive(Debug, thiserror::Error)]
pub enum DumpError {
    /// At the database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// At the file.
    #[error(transparent)]
    File(#[from] io::Error),
    /// The file holds what no dump holds.
    #[error("line {0} is no row of a table")]
    Line(usize),
    /// The place is not empty.
    #[error("the database holds tables already: bring the copy into an empty one")]
    NotEmpty,
}

impl From<diesel::result::Error> for DumpError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

/// What a dump holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dumped {
    /// Rows.
    pub rows: u64,
    /// Ids of the files that applications hold.
    pub files: Vec<String>,
    /// The end of the chain of events.
    pub head: Head,
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    first: String,
    #[diesel(sql_type = Text)]
    second: String,
    #[diesel(sql_type = Text)]
    third: String,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A table: its name, and its columns with their types.
#[derive(Debug)]
struct Table {
    name: String,
    columns: Vec<(String, String)>,
}

/// The type of columns that hold bytes, as the migrations name it.
const BYTES: &str = "BYTEA";
/// Ours, without diesel's own.
const COLUMNS_SQLITE: &str = "SELECT m.name AS \"first\", c.name AS \"second\", upper(c.type) AS \"third\" \
    FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' \
    AND m.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' ORDER BY m.name, c.cid";
const COLUMNS_POSTGRES: &str = "SELECT table_name::text AS \"first\", column_name::text AS \"second\", \
    upper(data_type::text) AS \"third\" FROM information_schema.columns WHERE table_schema = current_schema() \
    AND table_name NOT LIKE '\\_\\_diesel%' ORDER BY table_name, ordinal_position";
/// Child and parent of every foreign key.
const KEYS_SQLITE: &str = "SELECT m.name AS \"first\", f.\"table\" AS \"second\", '' AS \"third\" \
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";
const KEYS_POSTGRES: &str = "SELECT c.relname::text AS \"first\", p.relname::text AS \"second\", '' AS \"third\" \
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid \
    WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace";

fn ask(conn: &mut Conn, sqlite: &str, postgres: &str) -> Result<Vec<Named>, DumpError> {
    let sql = if matches!(conn, Conn::Sqlite(_)) { sqlite } else { postgres };
    Ok(diesel::sql_query(sql).load(conn)?)
}

/// Every table, parents before children.
fn tables(conn: &mut Conn) -> Result<Vec<Table>, DumpError> {
    let mut left: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for Named { first, second, third } in ask(conn, COLUMNS_SQLITE, COLUMNS_POSTGRES)? {
        left.entry(first).or_default().push((second, third));
    }
    let keys = ask(conn, KEYS_SQLITE, KEYS_POSTGRES)?;
    let mut sorted = Vec::new();
    while !left.is_empty() {
        let waits = |name: &str| {
            keys.iter().any(|key| key.first == name && key.second != name && left.contains_key(&key.second))
        };
        let next = left.keys().find(|name| !waits(name)).cloned();
        let Some((name, columns)) = next.and_then(|name| left.remove_entry(&name)) else {
            return Err(StoreError::Unreadable("tables that refer to each other".to_owned()).into());
        };
        sorted.push(Table { name, columns });
    }
    Ok(sorted)
}

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    }
    /// Each row as one JSON object.
    fn select(&self, conn: &Conn) -> String {
        let name = &self.name;
        match conn {
            Conn::Postgres(_) => format!("SELECT row_to_json(t)::text AS line FROM \"{name}\" t"),
            Conn::Sqlite(_) => {
                // JSON has no bytes: they are written as PostgreSQL writes them, in hexadecimal digits after `\x`.
                let value = |(name, kind): &(String, String)| match kind.as_str() {
                    BYTES => format!("'{name}', '\\x' || lower(hex(\"{name}\"))"),
                    _ => format!("'{name}', \"{name}\""),
                };
                let pairs: Vec<_> = self.columns.iter().map(value).collect();
                format!("SELECT json_object({}) AS line FROM \"{name}\"", pairs.join(", "))
            }
        }
    }
    /// Puts in a list of such objects.
    fn insert(&self, conn: &Conn) -> String {
        let (name, columns) = (&self.name, self.names());
        match conn {
            Conn::Postgres(_) => format!(
                "INSERT INTO \"{name}\" ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::\"{name}\", $1::json)"
            ),
            Conn::Sqlite(_) => {
                let value = |(name, kind): &(String, String)| match kind.as_str() {
                    BYTES => format!("unhex(substr(json_extract(value, '$.\"{name}\"'), 3))"),
                    _ => format!("json_extract(value, '$.\"{name}\"')"),
                };
                let values: Vec<_> = self.columns.iter().map(value).collect();
                format!("INSERT INTO \"{name}\" ({columns}) SELECT {} FROM json_each(?1)", values.join(", "))
            }
        }
    }
}

/// Writes every row, as all stood at one moment. `tell` is told how many rows were written.
pub fn write(db: &Db, out: &mut impl Write, mut tell: impl FnMut(u64)) -> Result<Dumped, DumpError> {
    db.read(|conn| {
        Ok((*conn).transaction(|conn| {
            if let Conn::Postgres(conn) = conn {
                conn.batch_execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
            }
            let head = trail::head(conn)?;
            let files = schema::files::table.select(schema::files::id).order(schema::files::id).load(conn)?;
            let mut rows = 0;
            for table in tables(conn)?.into_iter().filter(|table| !DRAWN.contains(&table.name.as_str())) {
                each_line(conn, &table.select(conn), |line| {
                    writeln!(out, "{{\"table\":\"{}\",\"row\":{line}}}", table.name)?;
                    rows += 1;
                    tell(rows);
                    Ok(())
                })?;
            }
            out.flush()?;
            Ok(Dumped { rows, files, head })
        }))
    })?
}

/// Row by row: no table has to fit into memory.
fn each_line(
    conn: &mut Conn,
    sql: &str,
    mut visit: impl FnMut(&str) -> Result<(), DumpError>,
) -> Result<(), DumpError> {
    match conn {
        Conn::Sqlite(conn) => {
            for line in diesel::sql_query(sql).load_iter::<Line, DefaultLoadingMode>(conn)? {
                visit(&line?.line)?;
            }
        }
        Conn::Postgres(conn) => {
            for line in diesel::sql_query(sql).load_iter::<Line, PgRowByRowLoadingMode>(conn)? {
                visit(&line?.line)?;
            }
        }
    }
    Ok(())
}

/// Puts the rows of a dump into a database without tables. It is brought to the schema that the rows were written by,
/// and then to the newest. What fails leaves it as it was.
pub fn read(db: &Db, versions: &[String], lines: impl BufRead, tell: impl FnMut(u64)) -> Result<(), DumpError> {
    let there = db.read(|conn| Ok(tables(conn)))??;
    if !there.is_empty() {
        return Err(DumpError::NotEmpty);
    }
    let done = migrate::up_to(db, versions).map_err(DumpError::from).and_then(|()| {
        // The inner result is the transaction's: what is wrong takes all back.
        db.alone(|conn| Ok((*conn).transaction(|conn| fill(conn, lines, tell))))?
    });
    let done = done.and_then(|()| migrate::up(db).map(drop).map_err(DumpError::from));
    if done.is_err() {
        // The first failure is told; a database that is out of reach stays as it is.
        let _ = migrate::down(db);
    }
    done
}

fn fill(conn: &mut Conn, lines: impl BufRead, mut tell: impl FnMut(u64)) -> Result<(), DumpError> {
    let tables = tables(conn)?;
    // What the migrations put in themselves is in the dump too.
    for table in tables.iter().rev() {
        execute(conn, &format!("DELETE FROM \"{}\"", table.name), None)?;
    }
    let embedded = matches!(conn, Conn::Sqlite(_));
    let (mut piece, mut of, mut rows): (Vec<Value>, Option<&Table>, u64) = (Vec::new(), None, 0);
    for (number, line) in lines.lines().enumerate() {
        let wrong = || DumpError::Line(number + 1);
        let mut line: Value = serde_json::from_str(&line?).map_err(|_| wrong())?;
        let named = tables.iter().find(|table| line["table"] == table.name.as_str()).ok_or_else(wrong)?;
        let mut row = line["row"].take();
        if !row.is_object() {
            return Err(wrong());
        }
        if piece.len() >= PIECE || of.is_some_and(|of| of.name != named.name) {
            put(conn, of, &mut piece)?;
        }
        if embedded {
            moments_as_written(named, &mut row);
        }
        (of, rows) = (Some(named), rows + 1);
        piece.push(row);
        tell(rows);
    }
    put(conn, of, &mut piece)
}

fn put(conn: &mut Conn, table: Option<&Table>, piece: &mut Vec<Value>) -> Result<(), DumpError> {
    if let Some(table) = table {
        let rows = Value::Array(std::mem::take(piece)).to_string();
        execute(conn, &table.insert(conn), Some(&rows))?;
    }
    Ok(())
}

fn execute(conn: &mut Conn, sql: &str, rows: Option<&str>) -> Result<(), DumpError> {
    let query = diesel::sql_query(sql);
    match (conn, rows) {
        (Conn::Sqlite(conn), Some(rows)) => query.bind::<Text, _>(rows).execute(conn)?,
        (Conn::Postgres(conn), Some(rows)) => query.bind::<Text, _>(rows).execute(conn)?,
        (conn, None) => query.execute(conn)?,
    };
    Ok(())
}

/// SQLite compares moments as texts: they are written as diesel writes them.
fn moments_as_written(table: &Table, row: &mut Value) {
    for (name, _) in table.columns.iter().filter(|(_, kind)| kind.starts_with("TIMESTAMP")) {
        let Some(text) = row[name].as_str() else { continue };
        let read = chrono::NaiveDateTime::parse_from_str(&text.replace('T', " "), "%F %T%.f");
        if let Ok(at) = read {
            row[name] = Value::String(at.format("%F %T%.f").to_string());
        }
    }
}
