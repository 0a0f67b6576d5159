//! The office's list of standard reasons.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::coded;
use super::schema::standard_reasons;
use super::{Conn, Stored, trail};
use crate::application::{Actor, Event, EventKind};
use crate::desk::reasons::{About, StandardReason};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = standard_reasons)]
struct ReasonRow {
    id: String,
    about: String,
    kk: String,
    ru: String,
    citation_kk: String,
    citation_ru: String,
    retired: bool,
}

/// The whole list, retired ones last.
pub fn all(conn: &mut Conn) -> Stored<Vec<StandardReason>> {
    let rows: Vec<ReasonRow> = standard_reasons::table
        .order((standard_reasons::retired, standard_reasons::about, standard_reasons::id))
        .select(ReasonRow::as_select())
        .load(conn)?;
    rows.into_iter()
        .map(|ReasonRow { id, about, kk, ru, citation_kk, citation_ru, retired }| {
            let about = coded(About::from_code(&about), "what a reason is about")?;
            Ok(StandardReason { id, about, kk, ru, citation_kk, citation_ru, retired })
        })
        .collect()
}

/// Adds a reason, or changes the one with its id, and writes who did.
pub fn change(conn: &mut Conn, reason: &StandardReason, by: Actor, at: DateTime<Utc>) -> Stored<()> {
    put(conn, reason)?;
    let event = Event::new(EventKind::ReasonsChanged, by, at).with("reason_id", reason.id.as_str());
    trail::append(conn, None, &event.with("about", reason.about.code()).with("retired", reason.retired))
}

fn put(conn: &mut Conn, reason: &StandardReason) -> Stored<()> {
    let StandardReason { id, about, kk, ru, citation_kk, citation_ru, retired } = reason.clone();
    let row = ReasonRow { id, about: about.code(), kk, ru, citation_kk, citation_ru, retired };
    if diesel::update(standard_reasons::table.find(&row.id)).set(&row).execute(conn)? == 0 {
        diesel::insert_into(standard_reasons::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// Gives a new office the list that it begins with; a list that is there stays as the office made it.
pub fn begin(conn: &mut Conn, first: &[StandardReason]) -> Stored<()> {
    let there: i64 = standard_reasons::table.count().get_result(conn)?;
    if there == 0 {
        first.iter().try_for_each(|reason| put(conn, reason))?;
    }
    Ok(())
}
