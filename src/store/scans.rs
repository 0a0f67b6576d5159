//! Files in quarantine: who scans which, and what came of it. Written past [`applications::change`] where nobody's page
//! depends on it, so that a scan never makes a form stale: only a find changes the application.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::applications::{self, Changed};
use super::rows::{column, moment};
use super::schema::files;
use super::{Conn, Stored};
use crate::documents::ScanState;

/// A file that one process has taken upon itself to scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its id.
    pub id: String,
    /// Its size, by which a cut one is noticed.
    pub size: u64,
    /// How often it was tried in vain.
    pub tries: u32,
}

/// With a scanner, what was never scanned goes into quarantine; without one, nothing waits for what will not come. Gives
/// back how many files changed their state.
pub fn settle(conn: &mut Conn, has_scanner: bool) -> Stored<usize> {
    let (from, to) = match has_scanner {
        true => (ScanState::NotScanned, ScanState::Waiting),
        false => (ScanState::Waiting, ScanState::NotScanned),
    };
    Ok(diesel::update(files::table.filter(files::scan.eq(from.code()))).set(files::scan.eq(to.code())).execute(conn)?)
}

/// Takes the file that waits longest, for `lease`: until then no other process scans it, unless this one gives it back.
pub fn take(conn: &mut Conn, at: DateTime<Utc>, lease: Duration) -> Stored<Option<Taken>> {
    loop {
        let next: Option<(String, i64, i64, chrono::NaiveDateTime)> = files::table
            .filter(files::scan.eq(ScanState::Waiting.code()).and(files::scan_due.le(column(at))))
            .order((files::scan_due, files::id))
            .select((files::id, files::size, files::scan_tries, files::scan_due))
            .first(conn)
            .optional()?;
        let Some((id, size, tries, due)) = next else { return Ok(None) };
        // Compare and set: of two processes that saw the same file one gets it, the other looks for the next.
        let mine = files::table.find(&id).filter(waits().and(files::scan_due.eq(due)));
        if diesel::update(mine).set(files::scan_due.eq(column(at + lease))).execute(conn)? == 1 {
            return Ok(Some(Taken { id, size: size.unsigned_abs(), tries: u32::try_from(tries).unwrap_or(u32::MAX) }));
        }
    }
}

/// The files that are in quarantine.
#[diesel::dsl::auto_type(no_type_alias)]
fn waits() -> _ {
    files::scan.eq("waiting")
}

/// Nothing was found. A file that is gone meanwhile, or stands elsewhere, stays as it is.
pub fn clean(conn: &mut Conn, id: &str) -> Stored<()> {
    diesel::update(files::table.find(id).filter(waits())).set(files::scan.eq(ScanState::Clean.code())).execute(conn)?;
    Ok(())
}

/// Gives a file back, to be scanned at `due`; `in_vain` when it was tried.
pub fn give_back(conn: &mut Conn, id: &str, due: DateTime<Utc>, in_vain: bool) -> Stored<()> {
    diesel::update(files::table.find(id).filter(waits()))
        .set((files::scan_due.eq(column(due)), files::scan_tries.eq(files::scan_tries + i64::from(in_vain))))
        .execute(conn)?;
    Ok(())
}

/// Something was found: the file is sealed, the application has changed, its history says so.
pub fn infected(conn: &mut Conn, id: &str, signature: &str, at: DateTime<Utc>) -> Stored<()> {
    let owner: Option<String> = files::table.find(id).select(files::application_id).first(conn).optional()?;
    let Some(owner) = owner else { return Ok(()) };
    applications::change(conn, &owner, None, |application, _| {
        Ok(Changed { value: (), event: application.seal(id, signature, at) })
    })
}

/// How many files can be taken at that moment.
pub fn due(conn: &mut Conn, at: DateTime<Utc>) -> Stored<i64> {
    Ok(files::table.filter(waits()).filter(files::scan_due.le(column(at))).count().get_result(conn)?)
}

/// How many files are in quarantine, and since when the oldest waits.
pub fn waiting(conn: &mut Conn) -> Stored<(i64, Option<DateTime<Utc>>)> {
    let waiting = files::table.filter(waits());
    let count = waiting.count().get_result(conn)?;
    let oldest: Option<chrono::NaiveDateTime> =
        files::table.filter(waits()).select(diesel::dsl::min(files::stored_at)).first(conn)?;
    Ok((count, oldest.map(moment)))
}
