//! Rows of the queue, read whole by their ids.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::super::rows::{coded, json, moment};
use super::super::schema::{applications as a, queue_keys as k, staff};
use super::super::{Conn, Stored};
use crate::application::{Number, Office, Status};
use crate::desk::claim::Claim;
use crate::desk::queue::{BEYOND, Case, Citizenship, Facets, News, Place, READY, not_for};
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
    let (clerks, ready) = (clerks(conn, &rows)?, ready(conn, &rows)?);
    let mut cases = rows.into_iter().filter_map(|row| read(row, &clerks)).collect::<Stored<Vec<_>>>()?;
    for (case, _) in &mut cases {
        let by = ready.get(&case.place.id);
        (case.facets.ready, case.facets.prepared_by) = (by.is_some(), by.cloned().flatten());
    }
    cases.sort_unstable_by(|(one, _), (other, _)| one.place.cmp(&other.place));
    Ok(cases)
}

/// What is new in these cases, by their ids; those in which nothing is are left out. A page of them at most is asked for.
pub fn news(conn: &mut Conn, cases: &[Case], today: NaiveDate) -> Stored<BTreeMap<String, News>> {
    let can_have = |case: &&Case| News::STATES.contains(&case.status());
    let asked: BTreeMap<&str, &Case> = cases.iter().filter(can_have).map(|case| (case.id(), case)).collect();
    if asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<&str> = asked.keys().copied().collect();
    let rows: Vec<(String, String)> = a::table.filter(a::id.eq_any(ids)).select((a::id, a::office)).load(conn)?;
    let mut news = BTreeMap::new();
    for (id, office) in rows {
        let office: Office = json(&office, "office")?;
        let found = asked.get(id.as_str()).and_then(|case| News::of(case.status(), &office, case.facets.ready, today));
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

/// Ids of those that are ready for a decision, each with who prepared its refusal, if anybody did.
fn ready(conn: &mut Conn, rows: &[Row]) -> Stored<BTreeMap<String, Option<String>>> {
    let may_be = |row: &&Row| Status::from_code(&row.0.4).is_some_and(Status::clock_runs);
    let ids: Vec<&str> = rows.iter().filter(may_be).map(|row| row.0.1.as_str()).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let is_so = k::key.ge(READY.as_bytes()).and(k::key.lt(BEYOND.as_bytes()));
    let of_key = k::table.filter(k::application_id.eq_any(ids)).filter(is_so);
    let found: Vec<(String, Vec<u8>)> = of_key.select((k::application_id, k::key)).load(conn)?;
    let mut ready: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (id, key) in found {
        let by = ready.entry(id).or_default();
        if let Some(preparer) = String::from_utf8_lossy(&key).strip_prefix(&not_for("")) {
            *by = Some(preparer.to_owned());
        }
    }
    Ok(ready)
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
            ready: false,
            prepared_by: None,
        },
        submitted_at: submitted_at.map(moment),
        due_on,
        registered_on,
        decided_on,
        claim,
    });
    Some(case.map(|case| (case, terms)))
}
