//! The marks of reviews.

use diesel::prelude::*;

use super::rows::{coded, column, json, moment, to_json};
use super::schema::marks;
use super::{Conn, Stored, trail};
use crate::application::{Event, EventKind};
use crate::desk::marks::{Item, Mark, Verdict};

/// Stands for the verdict of a mark that is only begun.
const BEGUN: &str = "";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = marks)]
struct MarkRow {
    application_id: String,
    item: String,
    verdict: String,
    note: String,
    content: String,
    officer: String,
    marked_at: chrono::NaiveDateTime,
}

/// The marks on a case. Items that this release does not know are left out.
pub fn of(conn: &mut Conn, application: &str) -> Stored<Vec<Mark>> {
    let rows: Vec<MarkRow> = marks::table
        .filter(marks::application_id.eq(application))
        .order(marks::item)
        .select(MarkRow::as_select())
        .load(conn)?;
    let read = |row: MarkRow| {
        let item = Item::from_code(&row.item)?;
        let mark = || {
            Ok(Mark {
                item,
                verdict: match row.verdict.as_str() {
                    BEGUN => None,
                    code => Some(coded(Verdict::from_code(code), "verdict")?),
                },
                officer: json(&row.officer, "officer")?,
                at: moment(row.marked_at),
                note: row.note.clone(),
                content: row.content.clone(),
            })
        };
        Some(mark())
    };
    rows.into_iter().filter_map(read).collect()
}

/// Puts a mark in the place of the one on the same item, and writes who did.
pub fn put(conn: &mut Conn, application: &str, mark: &Mark) -> Stored<()> {
    write_on(conn, application, mark)?;
    let event = Event::new(EventKind::Marked, mark.officer.clone(), mark.at);
    let verdict = mark.verdict.map_or(BEGUN, Verdict::code);
    trail::append(conn, Some(application), &event.with("item", mark.item.code()).with("verdict", verdict))
}

/// Puts what an officer goes on writing on a mark of their own in its place: the event of its beginning tells of it.
pub fn write_on(conn: &mut Conn, application: &str, mark: &Mark) -> Stored<()> {
    let row = MarkRow {
        application_id: application.to_owned(),
        item: mark.item.code(),
        verdict: mark.verdict.map_or(BEGUN, Verdict::code).to_owned(),
        note: mark.note.clone(),
        content: mark.content.clone(),
        officer: to_json(&mark.officer)?,
        marked_at: column(mark.at),
    };
    let there = marks::table.find((application, &row.item));
    if diesel::update(there).set(&row).execute(conn)? == 0 {
        diesel::insert_into(marks::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// Takes a mark away, and writes who did: what was begun came to nothing.
pub fn clear(conn: &mut Conn, application: &str, mark: &Mark) -> Stored<()> {
    diesel::delete(marks::table.find((application, mark.item.code()))).execute(conn)?;
    let event = Event::new(EventKind::Marked, mark.officer.clone(), mark.at);
    trail::append(conn, Some(application), &event.with("item", mark.item.code()).with("verdict", BEGUN))
}
