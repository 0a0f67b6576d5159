//! Recomputes the chain of events, a piece at a time: also while the office works, in memory that does not grow.

use diesel::prelude::*;

use super::rows::TrailRow;
use super::schema::{trail, trail_head};
use super::trail::{head, link};
use super::{Conn, Db, StoreError, Stored};
use crate::application::trail::{Broken, Head, Walk};

/// So many events are read at once.
const PIECE: i64 = 2_000;

/// Follows the chain from its beginning to the head that it has now; what is written meanwhile is not waited for.
/// `noted` is an end of the chain that somebody wrote down earlier: the chain must still pass through it. `progress` is
/// told how many events were found right, and of how many.
pub fn verify(db: &Db, noted: Option<&Head>, mut progress: impl FnMut(i64, i64)) -> Stored<Result<Head, Broken>> {
    let end = match db.read(head) {
        Err(StoreError::NotFound) => return Ok(Err(Broken::NoHead)),
        other => other?,
    };
    if let Some(noted) = noted.filter(|noted| noted.seq > end.seq) {
        return Ok(Err(Broken::Missing(noted.seq)));
    }
    let mut walk = Walk::default();
    while walk.last().seq < end.seq {
        // Each piece by a question of its own: no snapshot is held open while the office goes on writing.
        let from = walk.last().seq;
        let rows = db.read(|conn| piece(conn, from, end.seq))?;
        if rows.is_empty() {
            return Ok(Err(Broken::Missing(from + 1)));
        }
        for row in &rows {
            let broken = walk.step(link(row), &row.hash).err();
            let rewritten = noted.is_some_and(|noted| noted.seq == row.seq && noted.hash != row.hash);
            if let Some(broken) = broken.or(rewritten.then_some(Broken::NotAsNoted(row.seq))) {
                return Ok(Err(broken));
            }
        }
        progress(walk.last().seq, end.seq);
    }
    if walk.last().hash != end.hash {
        return Ok(Err(Broken::Head(end.seq)));
    }
    Ok(match db.read(beyond)? {
        Some(seq) => Err(Broken::Beyond(seq)),
        None => Ok(end),
    })
}

fn piece(conn: &mut Conn, after: i64, to: i64) -> Stored<Vec<TrailRow>> {
    Ok(trail::table
        .filter(trail::seq.gt(after).and(trail::seq.le(to)))
        .order(trail::seq)
        .limit(PIECE)
        .select(TrailRow::as_select())
        .load(conn)?)
}

/// An event that stands after the head's. One question, so that both are seen at the same moment.
fn beyond(conn: &mut Conn) -> Stored<Option<i64>> {
    Ok(trail::table
        .inner_join(trail_head::table.on(trail::seq.gt(trail_head::seq)))
        .select(trail::seq)
        .order(trail::seq)
        .first(conn)
        .optional()?)
}
