//! Sessions of the staff, kept here so that signing out ends them.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::rows::*;
use super::schema::sessions;
use super::{Conn, Stored};
use crate::people::Staff;

/// A session not used for so long is over.
pub const IDLE: Duration = Duration::hours(2);
/// A session is over after so long in any case: a working day.
pub const LONGEST: Duration = Duration::hours(12);
/// Its use is written down at most this often: reading a page should not cost a write.
const NOTED_EVERY: Duration = Duration::minutes(5);

/// Begins a session under the hash of its token.
pub fn begin(conn: &mut Conn, token_hash: &str, staff_id: &str, at: DateTime<Utc>) -> Stored<()> {
    diesel::delete(sessions::table.filter(sessions::created_at.lt(column(at - LONGEST)))).execute(conn)?;
    let row = SessionRow {
        id: token_hash.to_owned(),
        staff_id: staff_id.to_owned(),
        created_at: column(at),
        used_at: column(at),
    };
    diesel::insert_into(sessions::table).values(row).execute(conn)?;
    Ok(())
}

/// The member of the staff of a live session; `true` when its use should be noted.
pub fn find(conn: &mut Conn, token_hash: &str, at: DateTime<Utc>) -> Stored<Option<(Staff, bool)>> {
    let row: Option<SessionRow> =
        sessions::table.find(token_hash).select(SessionRow::as_select()).first(conn).optional()?;
    let Some(row) = row else { return Ok(None) };
    let live = at - moment(row.used_at) < IDLE && at - moment(row.created_at) < LONGEST;
    if !live {
        return Ok(None);
    }
    let staff = super::staff::by_id(conn, &row.staff_id)?;
    let note = at - moment(row.used_at) > NOTED_EVERY;
    Ok(staff.enabled.then_some((staff, note)))
}

/// Notes that a session is used.
pub fn note(conn: &mut Conn, token_hash: &str, at: DateTime<Utc>) -> Stored<()> {
    diesel::update(sessions::table.find(token_hash)).set(sessions::used_at.eq(column(at))).execute(conn)?;
    Ok(())
}

/// Ends a session.
pub fn end(conn: &mut Conn, token_hash: &str) -> Stored<()> {
    diesel::delete(sessions::table.find(token_hash)).execute(conn)?;
    Ok(())
}
