//! The counts behind the numbers of the head: grouped by the database, over indexed days.

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::rows::coded;
use super::schema::applications as a;
use super::{Conn, Stored};
use crate::application::Status;
use crate::desk::numbers::{Counted, Decided, OfDay, Share, Waiting};

type OfDayRow = (Option<NaiveDate>, Option<String>, Option<String>, i64);
type DecidedRow = (Option<NaiveDate>, Option<i64>, Option<bool>, Option<bool>, Option<String>, Option<String>, i64);
type WaitingRow = (String, Option<NaiveDate>, Option<NaiveDate>, Option<String>, Option<String>, i64);

/// How many filed applications there are: in a state or in any, filed on a day or later.
pub fn filed(conn: &mut Conn, status: Option<Status>, since: Option<NaiveDate>) -> Stored<u64> {
    let asked = |one: &Status| status.is_none_or(|only| only == *one);
    let states: Vec<&str> = super::queue::states().filter(asked).map(Status::code).collect();
    let mut query = a::table.filter(a::status.eq_any(states)).select(count_star()).into_boxed();
    if let Some(since) = since {
        query = query.filter(a::submitted_on.ge(since));
    }
    Ok(query.get_result::<i64>(conn)?.unsigned_abs())
}

/// Counts since a day; of one unit, or of all.
pub fn count(conn: &mut Conn, unit: Option<&str>, since: NaiveDate) -> Stored<Counted> {
    Ok(Counted {
        filed: of_day(conn, unit, since, Day::Submitted)?,
        registered: of_day(conn, unit, since, Day::Registered)?,
        decided: decided(conn, unit, since)?,
        waiting: waiting(conn, unit)?,
        refused: refused(conn, unit, since)?,
    })
}

/// Which day is counted by.
#[derive(Clone, Copy)]
enum Day {
    Submitted,
    Registered,
}

/// Counts by a column of days. The type of the query holds the column's name, hence a macro.
macro_rules! by_day {
    ($column:expr, $conn:expr, $unit:expr, $since:expr) => {{
        let mut query = a::table
            .group_by(($column, a::unit, a::route))
            .select(($column, a::unit, a::route, count_star()))
            .filter($column.ge($since))
            .into_boxed();
        if let Some(unit) = $unit {
            query = query.filter(a::unit.eq(unit.to_owned()));
        }
        query.load::<OfDayRow>($conn)?
    }};
}

fn of_day(conn: &mut Conn, unit: Option<&str>, since: NaiveDate, day: Day) -> Stored<Vec<OfDay>> {
    let rows = match day {
        Day::Submitted => by_day!(a::submitted_on, conn, unit, since),
        Day::Registered => by_day!(a::registered_on, conn, unit, since),
    };
    let of_day = |(day, unit, route, count): OfDayRow| Some(OfDay { day: day?, share: Share { unit, route, count } });
    Ok(rows.into_iter().filter_map(of_day).collect())
}

fn decided(conn: &mut Conn, unit: Option<&str>, since: NaiveDate) -> Stored<Vec<Decided>> {
    let mut query = a::table
        .group_by((a::decided_on, a::days_to_decide, a::decided_late, a::granted, a::unit, a::route))
        .select((a::decided_on, a::days_to_decide, a::decided_late, a::granted, a::unit, a::route, count_star()))
        .filter(a::decided_on.ge(since))
        .into_boxed();
    if let Some(unit) = unit {
        query = query.filter(a::unit.eq(unit.to_owned()));
    }
    let read = |(day, took, late, granted, unit, route, count): DecidedRow| {
        let share = Share { unit, route, count };
        Some(Decided { day: day?, took: took?, late: late?, granted: granted?, share })
    };
    Ok(query.load::<DecidedRow>(conn)?.into_iter().filter_map(read).collect())
}

fn waiting(conn: &mut Conn, unit: Option<&str>) -> Stored<Vec<Waiting>> {
    let alive = Status::ALL.iter().filter(|status| status.awaits_decision());
    let mut query = a::table
        .group_by((a::status, a::submitted_on, a::due_on, a::unit, a::route))
        .select((a::status, a::submitted_on, a::due_on, a::unit, a::route, count_star()))
        .filter(a::status.eq_any(alive.map(|status| status.code()).collect::<Vec<_>>()))
        .into_boxed();
    if let Some(unit) = unit {
        query = query.filter(a::unit.eq(unit.to_owned()));
    }
    let mut waiting = Vec::new();
    for (status, since, due_on, unit, route, count) in query.load::<WaitingRow>(conn)? {
        let (Some(since), share) = (since, Share { unit, route, count }) else { continue };
        waiting.push(Waiting { status: coded(Status::from_code(&status), "status")?, since, due_on, share });
    }
    Ok(waiting)
}

fn refused(conn: &mut Conn, unit: Option<&str>, since: NaiveDate) -> Stored<Vec<(Vec<String>, i64)>> {
    let mut query = a::table
        .group_by(a::refusal_grounds)
        .select((a::refusal_grounds, count_star()))
        .filter(a::decided_on.ge(since).and(a::refusal_grounds.is_not_null()))
        .into_boxed();
    if let Some(unit) = unit {
        query = query.filter(a::unit.eq(unit.to_owned()));
    }
    let rows: Vec<(Option<String>, i64)> = query.load(conn)?;
    let codes = |text: String| text.split(' ').map(str::to_owned).collect();
    Ok(rows.into_iter().filter_map(|(grounds, count)| Some((codes(grounds?), count))).collect())
}
