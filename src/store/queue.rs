//! The clerk's queue: one filter for list and count.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::rows::{coded, json, moment};
use super::schema::applications;
use super::{Conn, Stored};
use crate::application::{Number, Office, Status};
use crate::desk::queue::{Case, Filter, PER_PAGE};

/// Escapes what LIKE would take for wildcards.
fn containing(word: &str) -> String {
    format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

/// Applies the filter to a query; the same text for list and count, so that they cannot disagree.
macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let mut query = $query.filter(applications::status.ne(Status::Draft.code())).into_boxed();
        if let Some(unit) = &$filter.unit {
            query = query.filter(applications::unit.eq(unit.clone()));
        }
        if let Some(status) = $filter.status {
            query = query.filter(applications::status.eq(status.code()));
        }
        for word in &$filter.words {
            query = query.filter(applications::search.like(containing(word)).escape('\\'));
        }
        query
    }};
}

type Row = (
    String,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<chrono::NaiveDateTime>,
    Option<chrono::NaiveDate>,
);

/// Codes of the states after which nothing happens: such cases stand last.
fn finished() -> Vec<&'static str> {
    Status::ALL.iter().filter(|status| status.is_final()).map(|status| status.code()).collect()
}

/// A page of the queue: what is due first stands first, then what was filed first; what is finished stands last.
pub fn list(conn: &mut Conn, filter: &Filter) -> Stored<Vec<Case>> {
    let rows: Vec<Row> = filtered!(
        applications::table.select((
            applications::id,
            applications::number,
            applications::name,
            applications::status,
            applications::route,
            applications::unit,
            applications::submitted_at,
            applications::due_on,
        )),
        filter
    )
    .order((
        applications::status.eq_any(finished()),
        applications::due_on.is_null(),
        applications::due_on,
        applications::submitted_at,
        applications::id,
    ))
    .limit(PER_PAGE)
    .offset(filter.page.max(0) * PER_PAGE)
    .load(conn)?;
    rows.into_iter()
        .map(|(id, number, name, status, route, unit, submitted_at, due_on)| {
            Ok(Case {
                id,
                number: Number::stored(number),
                name,
                status: coded(Status::from_code(&status), "status")?,
                route,
                unit,
                submitted_at: submitted_at.map(moment),
                due_on,
            })
        })
        .collect()
}

/// How many cases the filter finds.
pub fn count(conn: &mut Conn, filter: &Filter) -> Stored<i64> {
    Ok(filtered!(applications::table.select(count_star()), filter).first(conn)?)
}

/// How many cases of a unit (or of all) stand in each state.
pub fn count_by_status(conn: &mut Conn, unit: Option<&str>) -> Stored<Vec<(Status, i64)>> {
    let mut query = applications::table
        .group_by(applications::status)
        .select((applications::status, count_star()))
        .filter(applications::status.ne(Status::Draft.code()))
        .into_boxed();
    if let Some(unit) = unit {
        query = query.filter(applications::unit.eq(unit.to_owned()));
    }
    let rows: Vec<(String, i64)> = query.load(conn)?;
    rows.into_iter().map(|(status, n)| Ok((coded(Status::from_code(&status), "status")?, n))).collect()
}

/// Of the latest decisions, how many calendar days each took from registration, the shortest first.
pub fn days_to_decision(conn: &mut Conn) -> Stored<Vec<i64>> {
    /// Enough for a fair middle, few enough to read at once.
    const LATEST: i64 = 200;
    let decided = [Status::Approved, Status::Issued, Status::Refused].map(Status::code);
    let files: Vec<String> = applications::table
        .filter(applications::status.eq_any(decided))
        .order(applications::submitted_at.desc())
        .limit(LATEST)
        .select(applications::office)
        .load(conn)?;
    let mut days = Vec::new();
    for file in &files {
        let file: Office = json(file, "office")?;
        days.extend(
            file.registration.zip(file.decision).map(|(from, to)| (to.decided_on - from.registered_on).num_days()),
        );
    }
    days.sort_unstable();
    Ok(days)
}

/// Whether the database holds no application at all.
pub fn is_empty(conn: &mut Conn) -> Stored<bool> {
    let count: i64 = applications::table.count().get_result(conn)?;
    Ok(count == 0)
}
