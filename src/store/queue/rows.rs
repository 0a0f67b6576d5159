//! Rows of the queue, read whole by their ids.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::super::rows::{coded, json, moment};
use super::super::schema::{applications as a, staff};
use super::super::{Conn, Stored};
use crate::application::{Number, Office, Status};
use crate::desk::claim::Claim;
use crate::desk::queue::{Case, Citizenship, Facets, News, Place};
use crate::law::facts::Grounds;
use crate::people::Role;

type Row = (
    (Option<i64>, String, String, String, String),
    (Option<String>, Option<String>, Option<String>, Option<String>),
    (Option<NaiveDateTime>, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>),
    (Option<String>, Option<NaiveDateTime>, Option<NaiveDateTime>),
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
            (a::clerk_id, a::claimed_at, a::claimed_until),
            a::search,
        ))
        .load(conn)?;
    let clerks = clerks(conn, &rows)?;
    let mut cases = rows.into_iter().filter_map(|row| read(row, &clerks)).collect::<Stored<Vec<_>>>()?;
    cases.sort_unstable_by(|(one, _), (other, _)| one.place.cmp(&other.place));
    Ok(cases)
}

/// What is new in these cases, by their ids; those in which nothing is are left out. A page of them at most is asked for.
pub fn news(conn: &mut Conn, cases: &[Case]) -> Stored<BTreeMap<String, News>> {
    let can_have = |case: &&Case| News::STATES.contains(&case.status());
    let asked: BTreeMap<&str, Status> = cases.iter().filter(can_have).map(|case| (case.id(), case.status())).collect();
    if asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<&str> = asked.keys().copied().collect();
    let rows: Vec<(String, String)> = a::table.filter(a::id.eq_any(ids)).select((a::id, a::office)).load(conn)?;
    let mut news = BTreeMap::new();
    for (id, office) in rows {
        let office: Office = json(&office, "office")?;
        let found = asked.get(id.as_str()).and_then(|status| News::of(*status, &office));
        news.extend(found.map(|found| (id, found)));
    }
    Ok(news)
}

/// Name and role of each clerk who has one of these cases.
fn clerks(conn: &mut Conn, rows: &[Row]) -> Stored<BTreeMap<String, (String, Role)>> {
    let mut ids: Vec<&str> = rows.iter().filter_map(|row| row.3.0.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found: Vec<(String, String, String)> =
        staff::table.filter(staff::id.eq_any(ids)).select((staff::id, staff::name, staff::role)).load(conn)?;
    found.into_iter().map(|(id, name, role)| Ok((id, (name, coded(Role::from_code(&role), "role")?)))).collect()
}

fn read(row: Row, clerks: &BTreeMap<String, (String, Role)>) -> Option<Stored<(Case, String)>> {
    let ((rank, id, number, name, status), (unit, route, citizenship, grounds), days, claimed, terms) = row;
    let (submitted_at, due_on, registered_on, decided_on) = days;
    let place = Place { rank: rank?, id };
    let grounds = grounds.unwrap_or_default();
    let (clerk_id, since, until) = claimed;
    let claim = clerk_id.zip(since).and_then(|(clerk_id, since)| {
        let (name, role) = clerks.get(&clerk_id)?.clone();
        Some(Claim { clerk_id, name, role, since: moment(since), until: until.map(moment) })
    });
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
        claim,
    });
    Some(case.map(|case| (case, terms)))
}
