//! The conversation of a case and the notes on it, as the chain of events holds them; and how far each side has read.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::rows::*;
use super::schema::{talks, trail};
use super::{Conn, Stored, trail as chain};
use crate::application::{Actor, Event, EventKind};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The applicant.
    Applicant,
    /// The office: what one clerk has read is read.
    Office,
}

/// Writes a message or a note.
pub fn say(conn: &mut Conn, case: &str, event: &Event) -> Stored<()> {
    chain::append(conn, Some(case), event)
}

/// Messages, or notes, oldest first, each with its number in the chain.
pub fn of(conn: &mut Conn, case: &str, kind: EventKind) -> Stored<Vec<(i64, Event)>> {
    let rows: Vec<TrailRow> = trail::table
        .filter(trail::application_id.eq(case).and(trail::kind.eq(kind.code())))
        .order(trail::seq)
        .select(TrailRow::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| Ok((row.seq, chain::event(row)?))).collect()
}

/// How many messages of the other side this side has not read.
pub fn unread(conn: &mut Conn, case: &str, side: Side) -> Stored<usize> {
    let seen: Option<(i64, i64)> =
        talks::table.find(case).select((talks::applicant_seen, talks::office_seen)).first(conn).optional()?;
    let seen = seen.map_or(0, |(applicant, office)| if side == Side::Applicant { applicant } else { office });
    let others = |event: &Event| (event.actor == Actor::Applicant) == (side == Side::Office);
    Ok(of(conn, case, EventKind::Message)?.iter().filter(|(seq, event)| *seq > seen && others(event)).count())
}

/// Of these cases, how many messages of the applicant the office has not read; those without are left out.
pub fn unread_in(conn: &mut Conn, cases: &[&str]) -> Stored<BTreeMap<String, usize>> {
    if cases.is_empty() {
        return Ok(BTreeMap::new());
    }
    let messages: Vec<(Option<String>, i64, String)> = trail::table
        .filter(trail::application_id.eq_any(cases).and(trail::kind.eq(EventKind::Message.code())))
        .select((trail::application_id, trail::seq, trail::actor))
        .load(conn)?;
    let seen: Vec<(String, i64)> = talks::table
        .filter(talks::application_id.eq_any(cases))
        .select((talks::application_id, talks::office_seen))
        .load(conn)?;
    let seen: BTreeMap<String, i64> = seen.into_iter().collect();
    let mut unread = BTreeMap::new();
    for (case, seq, actor) in messages.into_iter().filter_map(|(case, seq, actor)| Some((case?, seq, actor))) {
        let new = seen.get(&case).is_none_or(|seen| seq > *seen);
        if new && json::<Actor>(&actor, "actor")? == Actor::Applicant {
            *unread.entry(case).or_default() += 1;
        }
    }
    Ok(unread)
}

/// Notes that a side has read up to an event. No event itself: reading changes nothing.
pub fn mark_read(conn: &mut Conn, case: &str, side: Side, seq: i64) -> Stored<()> {
    let there = talks::table.find(case);
    let touched = match side {
        Side::Applicant => diesel::update(there).set(talks::applicant_seen.eq(seq)).execute(conn)?,
        Side::Office => diesel::update(there).set(talks::office_seen.eq(seq)).execute(conn)?,
    };
    if touched == 0 {
        let (applicant, office) = if side == Side::Applicant { (seq, 0) } else { (0, seq) };
        // Two who read for the first time at once: the second's row is refused, and the mark is made at the next look.
        let row = (talks::application_id.eq(case), talks::applicant_seen.eq(applicant), talks::office_seen.eq(office));
        let made = conn.transaction(|conn| diesel::insert_into(talks::table).values(row).execute(conn));
        if let Err(error) = made
            && !matches!(
                error,
                diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _)
            )
        {
            return Err(error.into());
        }
    }
    Ok(())
}
