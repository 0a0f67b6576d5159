//! Sessions of the staff, kept here so that signing out ends them.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::rows::*;
use super::schema::sessions;
use super::{Conn, Stored};
use crate::people::{Lifetimes, Staff};

/// A live session.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Whose.
    pub staff: Staff,
    /// When it ends, if it is not used.
    pub ends_at: DateTime<Utc>,
    /// When it ends, however much it is used.
    pub last_end: DateTime<Utc>,
    /// Whether its use should be noted.
    pub note: bool,
}

/// Its use is written down at most this often: reading a page should not cost a write.
const NOTED_EVERY: Duration = Duration::minutes(5);

/// Begins a session under the hash of its token.
pub fn begin(conn: &mut Conn, token_hash: &str, staff_id: &str, at: DateTime<Utc>, life: &Lifetimes) -> Stored<()> {
    diesel::delete(sessions::table.filter(sessions::created_at.lt(column(at - life.session)))).execute(conn)?;
    let row = SessionRow {
        id: token_hash.to_owned(),
        staff_id: staff_id.to_owned(),
        created_at: column(at),
        used_at: column(at),
    };
    diesel::insert_into(sessions::table).values(row).execute(conn)?;
    Ok(())
}

/// A session, if it is live.
pub fn find(conn: &mut Conn, token_hash: &str, at: DateTime<Utc>, life: &Lifetimes) -> Stored<Option<Session>> {
    let row: Option<SessionRow> =
        sessions::table.find(token_hash).select(SessionRow::as_select()).first(conn).optional()?;
    let Some(row) = row else { return Ok(None) };
    let (begun, used) = (moment(row.created_at), moment(row.used_at));
    let ends_at = life.session_end(begun, used);
    if at >= ends_at {
        return Ok(None);
    }
    let mut staff = super::staff::by_id(conn, &row.staff_id)?;
    staff.lent = super::stand_ins::lent_to(conn, &staff.id, crate::clock::civil(at).date())?;
    let enabled = staff.enabled;
    let session = Session { staff, ends_at, last_end: life.last_end(begun), note: at - used > NOTED_EVERY };
    Ok(enabled.then_some(session))
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
