//! Rows of the queue, read whole by their ids.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::super::rows::{coded, moment};
use super::super::schema::applications as a;
use super::super::{Conn, Stored};
use crate::application::{Number, Status};
use crate::desk::queue::{Case, Citizenship, Facets, Place};
use crate::law::facts::Grounds;

type Row = (
    (Option<i64>, String, String, String, String),
    (Option<String>, Option<String>, Option<String>, Option<String>),
    (Option<chrono::NaiveDateTime>, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>),
    String,
);

/// The codes of grounds as a column holds them.
pub fn codes(grounds: Grounds) -> String {
    grounds.iter().map(|ground| ground.code()).collect::<Vec<_>>().join(" ")
}

/// The cases of these ids, in the order of the queue, each with what a search finds it by. Those that are no longer
/// there, or in no queue, are left out.
pub fn load(conn: &mut Conn, ids: &[&str]) -> Stored<Vec<(Case, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = a::table
        .filter(a::id.eq_any(ids))
        .select((
            (a::rank, a::id, a::number, a::name, a::status),
            (a::unit, a::route, a::citizenship, a::grounds),
            (a::submitted_at, a::due_on, a::registered_on, a::decided_on),
            a::search,
        ))
        .load(conn)?;
    let mut cases = rows.into_iter().filter_map(read).collect::<Stored<Vec<_>>>()?;
    cases.sort_unstable_by(|(one, _), (other, _)| one.place.cmp(&other.place));
    Ok(cases)
}

fn read(row: Row) -> Option<Stored<(Case, String)>> {
    let ((rank, id, number, name, status), (unit, route, citizenship, grounds), days, terms) = row;
    let (submitted_at, due_on, registered_on, decided_on) = days;
    let place = Place { rank: rank?, id };
    let grounds = grounds.unwrap_or_default();
    let case = coded(Status::from_code(&status), "status").map(|status| Case {
        place,
        number: Number::stored(number),
        name,
        facets: Facets {
            status,
            unit,
            route: route.and_then(|code| code.parse().ok()),
            citizenship: citizenship.and_then(|code| Citizenship::from_code(&code)),
            grounds: grounds.split(' ').filter_map(|code| code.parse().ok()).collect(),
        },
        submitted_at: submitted_at.map(moment),
        due_on,
        registered_on,
        decided_on,
    });
    Some(case.map(|case| (case, terms)))
}
