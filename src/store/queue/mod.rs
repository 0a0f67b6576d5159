//! The clerk's queue: pages, counts and searches, each by one index and of bounded work; and the rows by which it finds.

mod index;
pub mod kept;
mod keys;
mod looked_at;
mod merge;
mod reach;
mod rows;
mod walk;

use diesel::prelude::*;

use super::schema::applications;
use super::{Conn, Stored};
use crate::application::Status;
use crate::desk::queue::Case;

pub(super) use index::{hands, index};
pub(super) use rows::codes;
pub use rows::news;
pub use walk::{Question, count, first, page, stretch};

/// Of the latest decisions, how many calendar days each took from registration, the shortest first.
pub fn days_to_decision(conn: &mut Conn) -> Stored<Vec<i64>> {
    /// Enough for a fair middle, few enough to read at once.
    const LATEST: i64 = 200;
    let mut days: Vec<i64> = applications::table
        .filter(applications::decided_on.is_not_null())
        .order(applications::decided_on.desc())
        .limit(LATEST)
        .select(applications::days_to_decide)
        .load::<Option<i64>>(conn)?
        .into_iter()
        .flatten()
        .collect();
    days.sort_unstable();
    Ok(days)
}

/// The cases of these ids, in the order of the queue; those that are in none are left out.
pub fn cases(conn: &mut Conn, ids: &[String]) -> Stored<Vec<Case>> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    Ok(rows::load(conn, &ids)?.into_iter().map(|(case, _)| case).collect())
}

/// Whether the database holds no application at all.
pub fn is_empty(conn: &mut Conn) -> Stored<bool> {
    let one: Option<String> = applications::table.select(applications::id).first(conn).optional()?;
    Ok(one.is_none())
}

/// The states that a filed application can be in.
pub fn states() -> impl Iterator<Item = Status> {
    Status::ALL.iter().copied().filter(|status| *status != Status::Draft)
}
