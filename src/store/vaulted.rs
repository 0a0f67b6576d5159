//! The files that applications hold, and the pictures of their pages, for the care of the vault: some at a time, in the
//! order of their ids.

use diesel::prelude::*;

use super::schema::{files, sheets};
use super::{Conn, Stored};

/// So many rows at a time.
const PAGE: i64 = 1_000;

/// A file as its row knows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Vaulted {
    /// Its id.
    pub id: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
}

/// The next files after an id; none after the last. Begin with an empty one.
pub fn after(conn: &mut Conn, id: &str) -> Stored<Vec<Vaulted>> {
    Ok(files::table
        .select((files::id, files::size, files::sha256))
        .filter(files::id.gt(id))
        .order(files::id)
        .limit(PAGE)
        .load(conn)?)
}

/// The same of the pictures of pages.
pub fn sheets_after(conn: &mut Conn, id: &str) -> Stored<Vec<Vaulted>> {
    Ok(sheets::table
        .select((sheets::id, sheets::size, sheets::sha256))
        .filter(sheets::id.gt(id))
        .order(sheets::id)
        .limit(PAGE)
        .load(conn)?)
}
