//! Photographs: one row for an application that has one.

use diesel::prelude::*;

use super::rows::{PhotographRow, json, to_json};
use super::schema::photographs;
use super::{Conn, Stored};
use crate::documents::photo::Photograph;

/// The photograph of an application; none when it has none, or one that came before photographs were cut here.
pub(super) fn load(conn: &mut Conn, application: &str) -> Stored<Option<Photograph>> {
    let row: Option<PhotographRow> =
        photographs::table.find(application).select(PhotographRow::as_select()).first(conn).optional()?;
    row.map(|row| json(&row.body, "photograph")).transpose()
}

/// Puts a photograph in the place of the one before, or takes it away.
pub(super) fn save(conn: &mut Conn, application: &str, photograph: Option<&Photograph>) -> Stored<()> {
    let Some(photograph) = photograph else {
        diesel::delete(photographs::table.find(application)).execute(conn)?;
        return Ok(());
    };
    let body = to_json(photograph)?;
    let changed =
        diesel::update(photographs::table.find(application)).set(photographs::body.eq(&body)).execute(conn)?;
    if changed == 0 {
        let row = PhotographRow { application_id: application.to_owned(), body };
        diesel::insert_into(photographs::table).values(row).execute(conn)?;
    }
    Ok(())
}
