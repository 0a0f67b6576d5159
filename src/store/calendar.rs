//! The calendar as the office extends it. Who counts by it and who changes it wait for each other at one row.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel::prelude::*;

use super::rows::{coded, column, json};
use super::schema::{applications, calendar_days, calendar_years, counters};
use super::{Conn, StoreError, Stored, applications as cases, trail};
use crate::application::{Actor, Event, EventKind, Number, Office, Status};
use crate::desk::calendar::YearPlan;
use crate::desk::recount::{Effect, content, hearing_off, moved, recount};
use crate::law::calendar::{Calendar, Entered};

const ROW: &str = "calendar";

/// Holds the calendar until the end of the transaction: before any case is locked.
pub fn hold(conn: &mut Conn) -> Stored<()> {
    diesel::update(counters::table.find(ROW)).set(counters::value.eq(counters::value)).execute(conn)?;
    Ok(())
}

/// What was entered.
fn entered(conn: &mut Conn) -> Stored<Entered> {
    let years: Vec<i64> = calendar_years::table.select(calendar_years::year).load(conn)?;
    let days: Vec<(NaiveDate, String)> =
        calendar_days::table.select((calendar_days::day, calendar_days::kind)).load(conn)?;
    let read = |(day, kind): (NaiveDate, String)| match kind.parse() {
        Ok(kind) => Ok((day, kind)),
        Err(_) => Err(StoreError::Unreadable("kind of day".to_owned())),
    };
    Ok(Entered {
        years: years.into_iter().filter_map(|year| i32::try_from(year).ok()).collect(),
        days: days.into_iter().map(read).collect::<Stored<_>>()?,
    })
}

/// The calendar: what the program knows, and what was entered.
pub fn load(conn: &mut Conn) -> Stored<Calendar> {
    Ok(Calendar::with(entered(conn)?))
}

/// What was noted on single days.
pub fn notes(conn: &mut Conn) -> Stored<BTreeMap<NaiveDate, String>> {
    let notes: Vec<(NaiveDate, String)> =
        calendar_days::table.select((calendar_days::day, calendar_days::note)).load(conn)?;
    Ok(notes.into_iter().collect())
}

/// What a plan would do, as of a day. Nothing is changed.
pub fn preview(conn: &mut Conn, plan: &YearPlan, today: NaiveDate) -> Stored<Vec<Effect>> {
    let calendar = Calendar::with(plan.into_entered(entered(conn)?));
    let touched = touched(conn, &calendar, today)?.into_iter().map(|(effect, _)| effect);
    Ok(touched.filter(Effect::tells).collect())
}

/// Id, number, unit, state, and what the office wrote.
type Row = (String, String, Option<String>, String, String);

/// Remarks on the minutes of a hearing, which are written before the act, may come for three working days. So many days
/// after the act these are over, whatever holidays lie between.
const REMARKS_ARE_OVER: Days = Days::new(31);

/// The cases that may have a day that moves: those whose clock runs, and what was refused a short while ago. Each question
/// goes over an index.
fn waiting(conn: &mut Conn, today: NaiveDate) -> Stored<Vec<Row>> {
    let columns =
        (applications::id, applications::number, applications::unit, applications::status, applications::office);
    let running: Vec<&str> = Status::ALL.iter().filter(|one| one.clock_runs()).map(|one| one.code()).collect();
    let mut rows: Vec<Row> =
        applications::table.filter(applications::status.eq_any(running)).select(columns).load(conn)?;
    let since = today.checked_sub_days(REMARKS_ARE_OVER).unwrap_or(today);
    let refused = applications::table
        .filter(applications::decided_on.ge(since).and(applications::granted.eq(false)))
        .select(columns);
    rows.append(&mut refused.load(conn)?);
    rows.sort_unstable();
    Ok(rows)
}

/// The cases of which a calendar moves something or hinders a hearing, and whether anything is to be written into them; by
/// their ids: all who lock several lock them in this order.
fn touched(conn: &mut Conn, calendar: &Calendar, today: NaiveDate) -> Stored<Vec<(Effect, bool)>> {
    let mut all = Vec::new();
    for (id, number, unit, status, text) in waiting(conn, today)? {
        let status = coded(Status::from_code(&status), "status")?;
        let before: Office = json(&text, "office")?;
        let mut after = before.clone();
        let moves = recount(status, &mut after, calendar, today);
        let hearing_off = hearing_off(status, &before, calendar, today);
        if after != before || hearing_off.is_some() {
            let (unit, number) = (unit.unwrap_or_default(), Number::stored(number).to_string());
            all.push((Effect { id, number, unit, moves, hearing_off }, after != before));
        }
    }
    Ok(all)
}

/// Keeps a plan that was shown, with all that it moves, in the caller's transaction; `seen` is the [`content`] of what was
/// shown. What has changed meanwhile is [`StoreError::Stale`].
pub fn keep(conn: &mut Conn, plan: &YearPlan, seen: &str, officer: &Actor, at: DateTime<Utc>) -> Stored<Vec<Effect>> {
    hold(conn)?;
    let (calendar, today) = (Calendar::with(plan.into_entered(entered(conn)?)), crate::clock::civil(at).date());
    let (mut effects, mut revisions) = (Vec::new(), Vec::new());
    // All rows before the chain of events, which others take last: nobody waits for us while we wait for them.
    for (effect, changes) in touched(conn, &calendar, today)? {
        if !changes {
            // Only its hearing is named. Hearings are appointed under the calendar's row, which is held.
            effects.push(effect);
            revisions.push(0);
            continue;
        }
        cases::lock(conn, &effect.id)?;
        let before = cases::load(conn, &effect.id)?;
        let mut after = before.clone();
        let moves = recount(before.status, &mut after.office, &calendar, today);
        let hearing_off = hearing_off(before.status, &before.office, &calendar, today);
        cases::save(conn, &before, &after, None)?;
        let unit = after.unit().unwrap_or_default().to_owned();
        let effect = Effect { number: after.number.to_string(), unit, moves, hearing_off, ..effect };
        if effect.tells() {
            effects.push(effect);
            revisions.push(before.revision);
        }
    }
    if content(plan, &effects) != seen {
        return Err(StoreError::Stale { seen: 0, now: 1 });
    }
    replace(conn, plan, officer, at)?;
    let moving = effects.iter().zip(revisions).filter(|(effect, _)| !effect.moves.is_empty());
    for (effect, revision) in moving.clone() {
        // Whose page was drawn before can be told what happened since.
        let event = moved(effect, officer.clone(), at).with("revision", revision);
        trail::append(conn, Some(&effect.id), &event)?;
    }
    let changed = Event::new(EventKind::CalendarChanged, officer.clone(), at)
        .with("year", plan.year)
        .with("cases", moving.count())
        .with("sha256", seen);
    trail::append(conn, None, &changed)?;
    Ok(effects)
}

fn replace(conn: &mut Conn, plan: &YearPlan, officer: &Actor, at: DateTime<Utc>) -> Stored<()> {
    let by = super::rows::to_json(officer)?;
    let year = i64::from(plan.year);
    let (first, next) = (NaiveDate::from_ymd_opt(plan.year, 1, 1), NaiveDate::from_ymd_opt(plan.year + 1, 1, 1));
    if let (Some(first), Some(next)) = (first, next) {
        let old = calendar_days::table.filter(calendar_days::day.ge(first)).filter(calendar_days::day.lt(next));
        diesel::delete(old).execute(conn)?;
    }
    for day in plan.to_keep() {
        let row = (
            calendar_days::day.eq(day.on),
            calendar_days::kind.eq(day.kind.code()),
            calendar_days::note.eq(day.note),
            calendar_days::officer.eq(&by),
            calendar_days::noted_at.eq(column(at)),
        );
        diesel::insert_into(calendar_days::table).values(row).execute(conn)?;
    }
    let row = (calendar_years::officer.eq(&by), calendar_years::noted_at.eq(column(at)));
    if diesel::update(calendar_years::table.find(year)).set(row).execute(conn)? == 0 {
        let row =
            (calendar_years::year.eq(year), calendar_years::officer.eq(&by), calendar_years::noted_at.eq(column(at)));
        diesel::insert_into(calendar_years::table).values(row).execute(conn)?;
    }
    Ok(())
}
