//! Hearings to come, so that no clerk and no room has two at once.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::rows::json;
use super::schema::applications;
use super::{Conn, Stored};
use crate::application::refusal::Hearing;
use crate::application::{Office, Status};

/// The hearings of a unit on a day, without that of one case. The work grows with the refusals that are prepared and not
/// signed, and these are few at any time.
pub fn on(conn: &mut Conn, unit: &str, day: NaiveDate, but_of: &str) -> Stored<Vec<Hearing>> {
    let offices: Vec<String> = applications::table
        .filter(applications::unit.eq(unit).and(applications::status.eq(Status::PreliminaryRefusal.code())))
        .filter(applications::id.ne(but_of))
        .order(applications::id)
        .select(applications::office)
        .load(conn)?;
    let mut hearings = Vec::new();
    for office in offices {
        let office: Office = json(&office, "office")?;
        hearings.extend(office.prepared_refusal.and_then(|prepared| prepared.hearing).filter(|one| one.on == day));
    }
    Ok(hearings)
}
