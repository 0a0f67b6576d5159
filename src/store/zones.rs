//! Lines of passports' zones: one row for an application that has them.

use diesel::prelude::*;

use super::rows::{ZoneRow, json, to_json};
use super::schema::passport_zones;
use super::{Conn, Stored};
use crate::documents::passport_zone::Given;

/// The lines of an application's zone.
pub(super) fn load(conn: &mut Conn, application: &str) -> Stored<Option<Given>> {
    let row: Option<ZoneRow> =
        passport_zones::table.find(application).select(ZoneRow::as_select()).first(conn).optional()?;
    row.map(|row| json(&row.body, "zone")).transpose()
}

/// Puts lines in the place of those before, or takes them away.
pub(super) fn save(conn: &mut Conn, application: &str, given: Option<&Given>) -> Stored<()> {
    let Some(given) = given else {
        diesel::delete(passport_zones::table.find(application)).execute(conn)?;
        return Ok(());
    };
    let body = to_json(given)?;
    let changed =
        diesel::update(passport_zones::table.find(application)).set(passport_zones::body.eq(&body)).execute(conn)?;
    if changed == 0 {
        let row = ZoneRow { application_id: application.to_owned(), body };
        diesel::insert_into(passport_zones::table).values(row).execute(conn)?;
    }
    Ok(())
}
