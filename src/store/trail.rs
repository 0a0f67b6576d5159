//! The chain of events: every change and every read, in one order, each with the hash of the one before it. What an
//! applicant types into a draft is in it only as filed; what they mend of a returned application, item by item.
//! How a hash is made stands in [`crate::application::trail`].

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::rows::*;
use super::schema::{events, trail, trail_head};
use super::{Conn, Stored};
use crate::application::trail::{Head, Link, NOTHING};
use crate::application::{Actor, Event, EventKind};

/// The only row of the head.
const HEAD: i64 = 1;

/// Reads of the same thing by the same person within this time count once.
pub const ONE_READ: Duration = Duration::minutes(10);

/// Writes an event, of an application or of the office, at the end of the chain, in the caller's transaction.
///
/// The head is locked from here to the end of the transaction, and all who write an event wait for it: this comes last.
pub fn append(conn: &mut Conn, application: Option<&str>, event: &Event) -> Stored<()> {
    let head = lock(conn)?;
    append_after(conn, &head, application, event).map(drop)
}

/// Write first: the row of the head is locked before it is read, on both databases.
fn lock(conn: &mut Conn) -> Stored<Head> {
    diesel::update(trail_head::table.find(HEAD)).set(trail_head::seq.eq(trail_head::seq)).execute(conn)?;
    head(conn)
}

/// The end of the chain.
pub fn head(conn: &mut Conn) -> Stored<Head> {
    let (seq, hash) = trail_head::table.find(HEAD).select((trail_head::seq, trail_head::hash)).first(conn)?;
    Ok(Head { seq, hash })
}

fn append_after(conn: &mut Conn, head: &Head, application: Option<&str>, event: &Event) -> Stored<Head> {
    // To the microsecond: what both databases keep, and so what can be hashed again.
    let at = DateTime::from_timestamp_micros(event.at.timestamp_micros()).unwrap_or(event.at);
    let mut row = TrailRow {
        seq: head.seq + 1,
        application_id: application.map(str::to_owned),
        kind: event.kind.code().to_owned(),
        actor: to_json(&event.actor)?,
        details: to_json(&event.details)?,
        happened_at: column(at),
        previous: head.hash.clone(),
        hash: String::new(),
    };
    row.hash = link(&row).hash();
    let new = Head { seq: row.seq, hash: row.hash.clone() };
    diesel::insert_into(trail::table).values(row).execute(conn)?;
    diesel::update(trail_head::table.find(HEAD))
        .set((trail_head::seq.eq(new.seq), trail_head::hash.eq(&new.hash)))
        .execute(conn)?;
    Ok(new)
}

/// A row as a link of the chain.
pub(super) fn link(row: &TrailRow) -> Link<'_> {
    Link {
        seq: row.seq,
        previous: &row.previous,
        application: row.application_id.as_deref(),
        kind: &row.kind,
        at: moment(row.happened_at),
        actor: &row.actor,
        details: &row.details,
    }
}

/// Writes that somebody looked, unless the same person looked at the same thing a moment ago. A transaction of its own:
/// only the end of the chain is locked, no application.
pub fn note_reads(conn: &mut Conn, application: &str, reads: &[Event]) -> Stored<()> {
    let mut head = lock(conn)?;
    for read in reads {
        if !was_read(conn, application, read)? {
            head = append_after(conn, &head, Some(application), read)?;
        }
    }
    Ok(())
}

/// Whether the same person read the same thing within [`ONE_READ`].
pub fn was_read(conn: &mut Conn, application: &str, read: &Event) -> Stored<bool> {
    let since = column(read.at - ONE_READ);
    let rows: Vec<(String, String)> = trail::table
        .filter(trail::application_id.eq(application))
        .filter(trail::happened_at.gt(since))
        .filter(trail::kind.eq(read.kind.code()))
        .select((trail::actor, trail::details))
        .load(conn)?;
    let details = to_json(&read.details)?;
    let same_person = |actor: &str| match (json::<Actor>(actor, "actor")?, &read.actor) {
        (Actor::Staff { id, .. }, Actor::Staff { id: own, .. }) => Ok::<_, super::StoreError>(id == *own),
        _ => Ok(false),
    };
    for (actor, known) in rows {
        if known == details && same_person(&actor)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn codes(kinds: &[EventKind]) -> Vec<&'static str> {
    kinds.iter().map(|kind| kind.code()).collect()
}

/// What changed in a case, oldest first, without [`EventKind::LEFT_OUT`].
pub fn history(conn: &mut Conn, application: &str) -> Stored<Vec<Event>> {
    let rows: Vec<TrailRow> = trail::table
        .filter(trail::application_id.eq(application))
        .filter(trail::kind.ne_all(codes(&EventKind::LEFT_OUT)))
        .order(trail::seq)
        .select(TrailRow::as_select())
        .load(conn)?;
    rows.into_iter().map(event).collect()
}

/// What changed in a case after a revision that somebody saw, oldest first.
///
/// Of one item several changes within [`ONE_READ`] are one event, with the revision of the first. So an item that had just
/// been mended when the page was drawn may have been mended again: those are told too.
pub fn since(conn: &mut Conn, application: &str, seen: i64) -> Stored<Vec<Event>> {
    let revision = |event: &Event| event.details.get("revision").and_then(serde_json::Value::as_i64);
    let counted = history(conn, application)?.into_iter().filter(|event| revision(event).is_some());
    let (later, known): (Vec<Event>, Vec<Event>) = counted.partition(|event| revision(event) > Some(seen));
    let Some(newest) = known.last().map(|event| event.at) else { return Ok(later) };
    let told: Vec<_> = later.iter().filter_map(|event| event.details.get("item")).collect();
    let mut again: Vec<Event> = known
        .into_iter()
        .rev()
        .take_while(|event| event.kind == EventKind::Mended && event.at > newest - ONE_READ)
        .filter(|event| event.details.get("item").is_none_or(|item| !told.contains(&item)))
        .collect();
    again.reverse();
    again.extend(later);
    Ok(again)
}

/// Who looked at a case, newest first, at most so many.
pub fn reads_of(conn: &mut Conn, application: &str, most: i64) -> Stored<Vec<Event>> {
    let rows: Vec<TrailRow> = trail::table
        .filter(trail::application_id.eq(application))
        .filter(trail::kind.eq_any(codes(&EventKind::READS)))
        .order(trail::seq.desc())
        .limit(most)
        .select(TrailRow::as_select())
        .load(conn)?;
    rows.into_iter().map(event).collect()
}

/// How often a case and its papers were looked at.
pub fn count_reads(conn: &mut Conn, application: &str) -> Stored<i64> {
    let of_case = trail::table.filter(trail::application_id.eq(application));
    Ok(of_case.filter(trail::kind.eq_any(codes(&EventKind::READS))).count().get_result(conn)?)
}

/// The latest events of the office itself, newest first; without those who were not let in, whom anybody can make many.
pub fn of_office(conn: &mut Conn, most: i64) -> Stored<Vec<Event>> {
    latest(conn, None, most)
}

/// Who tried to sign in and was not let in, newest first.
pub fn refused_sign_ins(conn: &mut Conn, since: DateTime<Utc>, most: i64) -> Stored<Vec<Event>> {
    latest(conn, Some(since), most)
}

/// Of the office's own events those of refused sign-ins since a moment, or all others.
fn latest(conn: &mut Conn, refused_since: Option<DateTime<Utc>>, most: i64) -> Stored<Vec<Event>> {
    let refused = EventKind::SignInFailed.code();
    let of_office = trail::table.filter(trail::application_id.is_null()).into_boxed();
    let wanted = match refused_since {
        Some(since) => of_office.filter(trail::kind.eq(refused)).filter(trail::happened_at.ge(column(since))),
        None => of_office.filter(trail::kind.ne(refused)),
    };
    let rows: Vec<TrailRow> = wanted
        .order(trail::happened_at.desc())
        .then_order_by(trail::seq.desc())
        .limit(most)
        .select(TrailRow::as_select())
        .load(conn)?;
    rows.into_iter().map(event).collect()
}

/// An event from its row.
pub(super) fn event(row: TrailRow) -> Stored<Event> {
    Ok(Event {
        kind: coded(EventKind::from_code(&row.kind), "event kind")?,
        actor: json(&row.actor, "actor")?,
        at: moment(row.happened_at),
        details: json(&row.details, "event details")?,
    })
}

/// Takes the events of the time before the chain into it, in the order in which they happened, once. Their texts are
/// taken as they are, so that nothing about them changes.
pub(super) fn chain_what_was_before(conn: &mut Conn) -> Stored<()> {
    let mut head = lock(conn)?;
    if head.seq > 0 || head.hash != NOTHING {
        return Ok(());
    }
    let rows: Vec<(String, String, String, String, chrono::NaiveDateTime)> = events::table
        .order((events::happened_at, events::id))
        .select((events::application_id, events::kind, events::actor, events::details, events::happened_at))
        .load(conn)?;
    for (application, kind, actor, details, happened_at) in rows {
        let application_id = Some(application);
        let (seq, previous, hash) = (head.seq + 1, head.hash, String::new());
        let mut row = TrailRow { seq, application_id, kind, actor, details, happened_at, previous, hash };
        row.hash = link(&row).hash();
        head = Head { seq, hash: row.hash.clone() };
        diesel::insert_into(trail::table).values(row).execute(conn)?;
    }
    diesel::update(trail_head::table.find(HEAD))
        .set((trail_head::seq.eq(head.seq), trail_head::hash.eq(head.hash)))
        .execute(conn)?;
    Ok(())
}
