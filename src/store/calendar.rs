//! The calendar as the office extends it. Who counts by it and who changes it wait for each other at one row.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::rows::{column, json};
use super::schema::{applications, calendar_days, calendar_years, counters};
use super::{Conn, StoreError, Stored, applications as cases, trail};
use crate::application::{Actor, Event, EventKind, Number, Office};
use crate::desk::calendar::YearPlan;
use crate::desk::recount::{Effect, content, moved, recount};
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

/// What a plan would do. Nothing is changed.
pub fn preview(conn: &mut Conn, plan: &YearPlan) -> Stored<Vec<Effect>> {
    let calendar = Calendar::with(plan.into_entered(entered(conn)?));
    let touched = touched(conn, &calendar)?.into_iter();
    Ok(touched.filter(|effect| !effect.moves.is_empty()).collect())
}

type Row = (String, String, Option<String>, String);

/// The open cases of which a calendar moves something, by their ids: all who lock several lock them in this order.
fn touched(conn: &mut Conn, calendar: &Calendar) -> Stored<Vec<Effect>> {
    let rows: Vec<Row> = applications::table
        .filter(applications::due_on.is_not_null())
        .order(applications::id)
        .select((applications::id, applications::number, applications::unit, applications::office))
        .load(conn)?;
    let mut all = Vec::new();
    for (id, number, unit, text) in rows {
        let before: Office = json(&text, "office")?;
        let mut after = before.clone();
        let moves = recount(&mut after, calendar);
        if after != before {
            let (unit, number) = (unit.unwrap_or_default(), Number::stored(number).to_string());
            all.push(Effect { id, number, unit, moves });
        }
    }
    Ok(all)
}

/// Keeps a plan that was shown, with all that it moves, in the caller's transaction; `seen` is the [`content`] of what was
/// shown. What has changed meanwhile is [`StoreError::Stale`].
pub fn keep(conn: &mut Conn, plan: &YearPlan, seen: &str, officer: &Actor, at: DateTime<Utc>) -> Stored<Vec<Effect>> {
    hold(conn)?;
    let calendar = Calendar::with(plan.into_entered(entered(conn)?));
    let (mut effects, mut revisions) = (Vec::new(), Vec::new());
    // All rows before the chain of events, which others take last: nobody waits for us while we wait for them.
    for Effect { id, .. } in touched(conn, &calendar)? {
        cases::lock(conn, &id)?;
        let before = cases::load(conn, &id)?;
        if !before.status.clock_runs() {
            continue;
        }
        let mut after = before.clone();
        let moves = recount(&mut after.office, &calendar);
        cases::save(conn, &before, &after)?;
        if !moves.is_empty() {
            let unit = after.unit().unwrap_or_default().to_owned();
            effects.push(Effect { id, number: after.number.to_string(), unit, moves });
            revisions.push(before.revision);
        }
    }
    if content(plan, &effects) != seen {
        return Err(StoreError::Stale { seen: 0, now: 1 });
    }
    replace(conn, plan, officer, at)?;
    for (effect, revision) in effects.iter().zip(revisions) {
        // Whose page was drawn before can be told what happened since.
        let event = moved(effect, officer.clone(), at).with("revision", revision);
        trail::append(conn, Some(&effect.id), &event)?;
    }
    let changed = Event::new(EventKind::CalendarChanged, officer.clone(), at)
        .with("year", plan.year)
        .with("cases", effects.len())
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
