//! The keys by which cases are found that belong together (see `desk::related`).

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::rows::coded;
use super::schema::{applications, case_keys};
use super::{Conn, Stored};
use crate::application::{Application, Number, Status};
use crate::desk::related::{Key, MEETINGS, Reason, keys};

/// A case that belongs to another, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Id.
    pub id: String,
    /// Number to quote.
    pub number: Number,
    /// Name.
    pub name: String,
    /// State.
    pub status: Status,
    /// Unit.
    pub unit: Option<String>,
    /// Why, each once.
    pub reasons: Vec<Reason>,
}

/// So many cases are found by one key: a hostel's address is many people's.
const MOST: i64 = 20;

/// Puts the keys of a case in the place of those before.
pub(super) fn put(conn: &mut Conn, application: &Application) -> Stored<()> {
    diesel::delete(case_keys::table.filter(case_keys::application_id.eq(&application.id))).execute(conn)?;
    for (key, value) in keys(application) {
        diesel::insert_into(case_keys::table)
            .values((
                case_keys::application_id.eq(&application.id),
                case_keys::kind.eq(key.code()),
                case_keys::value.eq(value),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Makes the keys of all that were filed before there were keys.
pub(super) fn fill(conn: &mut Conn) -> Stored<()> {
    let keyed = case_keys::table.filter(case_keys::application_id.eq(applications::id));
    let missing: Vec<String> = applications::table
        .filter(applications::status.ne(Status::Draft.code()).and(diesel::dsl::not(diesel::dsl::exists(keyed))))
        .select(applications::id)
        .load(conn)?;
    for id in missing {
        let application = super::applications::load(conn, &id)?;
        put(conn, &application)?;
    }
    Ok(())
}

/// The newest other cases with a key: the end of a stretch of its index.
fn meeting(conn: &mut Conn, case: &str, key: Key, value: &str) -> Stored<Vec<String>> {
    Ok(case_keys::table
        .filter(case_keys::kind.eq(key.code()).and(case_keys::value.eq(value)))
        .filter(case_keys::application_id.ne(case))
        .order(case_keys::application_id.desc())
        .limit(MOST)
        .select(case_keys::application_id)
        .load(conn)?)
}

/// The cases that belong to this one: the same person's first.
pub fn of(conn: &mut Conn, case: &str) -> Stored<Vec<Related>> {
    let own: Vec<(String, String)> = case_keys::table
        .filter(case_keys::application_id.eq(case))
        .select((case_keys::kind, case_keys::value))
        .load(conn)?;
    let mut found: BTreeMap<String, Vec<Reason>> = BTreeMap::new();
    for (here, there, reason) in MEETINGS {
        for (_, value) in own.iter().filter(|(kind, _)| kind == here.code()) {
            for other in meeting(conn, case, *there, value)? {
                let reasons = found.entry(other).or_default();
                if !reasons.contains(reason) {
                    reasons.push(*reason);
                }
            }
        }
    }
    type Row = (String, String, String, String, Option<String>);
    let rows: Vec<Row> = applications::table
        .filter(applications::id.eq_any(found.keys()).and(applications::status.ne(Status::Draft.code())))
        .select((applications::id, applications::number, applications::name, applications::status, applications::unit))
        .load(conn)?;
    let mut related = Vec::new();
    for (id, number, name, status, unit) in rows {
        let reasons = found.remove(&id).unwrap_or_default();
        let status = coded(Status::from_code(&status), "status")?;
        related.push(Related { id, number: Number::stored(number), name, status, unit, reasons });
    }
    let is_family = |one: &Related| !one.reasons.iter().any(|reason| reason.is_duplicate());
    related.sort_by(|one, other| (is_family(one), &other.id).cmp(&(is_family(other), &one.id)));
    Ok(related)
}
