//! What members of the staff searched for, and the filters that they keep under a name. Each sees the own only.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::super::rows::column;
use super::super::schema::kept_filters as k;
use super::super::{Conn, Stored};
use crate::desk::queue::Filter;

/// So many searches of each are kept: what is open in another window still works.
const MOST_SEARCHES: i64 = 50;
/// So many filters can be kept under a name.
pub const MOST_NAMED: usize = 30;

/// A filter kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// As it stands in an address.
    pub query: String,
}

/// Keeps what was searched for under a new id; gives back the id that stands for it in addresses.
pub fn search(conn: &mut Conn, staff: &str, id: String, words: &str, at: DateTime<Utc>) -> Stored<String> {
    let own = k::table.filter(k::staff_id.eq(staff).and(k::name.is_null()));
    let same: Option<String> = own.filter(k::words.eq(words)).select(k::id).first(conn).optional()?;
    if let Some(id) = same {
        diesel::update(k::table.find(&id)).set(k::kept_at.eq(column(at))).execute(conn)?;
        return Ok(id);
    }
    let row = (k::id.eq(&id), k::staff_id.eq(staff), k::query.eq(""), k::words.eq(words), k::kept_at.eq(column(at)));
    diesel::insert_into(k::table).values(row).execute(conn)?;
    let old: Vec<String> = own.order((k::kept_at.desc(), k::id)).offset(MOST_SEARCHES).select(k::id).load(conn)?;
    for id in old {
        diesel::delete(k::table.find(id)).execute(conn)?;
    }
    Ok(id)
}

/// What was searched for, by its id; none when it is somebody else's or gone.
pub fn words(conn: &mut Conn, staff: &str, id: &str) -> Stored<Option<String>> {
    Ok(k::table.find(id).filter(k::staff_id.eq(staff)).select(k::words).first(conn).optional()?)
}

/// Keeps a filter under a name and a new id, in the place of the one that had it; what was searched for is kept with it. `false` when
/// there are too many.
pub fn put(conn: &mut Conn, staff: &str, id: String, name: &str, filter: &Filter, at: DateTime<Utc>) -> Stored<bool> {
    let searched = match &filter.search {
        Some(id) => words(conn, staff, id)?,
        None => None,
    };
    diesel::delete(k::table.filter(k::staff_id.eq(staff).and(k::name.eq(name)))).execute(conn)?;
    if named(conn, staff)?.len() >= MOST_NAMED {
        return Ok(false);
    }
    let filter = Filter { search: searched.as_ref().map(|_| id.clone()), ..filter.clone() };
    let words = searched.unwrap_or_default();
    let row = (
        k::id.eq(&id),
        k::staff_id.eq(staff),
        k::name.eq(name),
        k::query.eq(filter.query()),
        k::words.eq(words),
        k::kept_at.eq(column(at)),
    );
    diesel::insert_into(k::table).values(row).execute(conn)?;
    Ok(true)
}

/// The filters that somebody keeps, oldest first.
pub fn named(conn: &mut Conn, staff: &str) -> Stored<Vec<Kept>> {
    let rows: Vec<(String, Option<String>, String)> = k::table
        .filter(k::staff_id.eq(staff).and(k::name.is_not_null()))
        .order((k::kept_at, k::id))
        .select((k::id, k::name, k::query))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, name, query)| Some(Kept { id, name: name?, query })).collect())
}

/// Forgets one.
pub fn remove(conn: &mut Conn, staff: &str, id: &str) -> Stored<()> {
    diesel::delete(k::table.find(id).filter(k::staff_id.eq(staff))).execute(conn)?;
    Ok(())
}
