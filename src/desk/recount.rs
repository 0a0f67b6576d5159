//! What a new calendar does to open cases: their days counted anew, told before it is kept and written down after.

use chrono::NaiveDate;

use super::calendar::YearPlan;
use crate::application::office::Office;
use crate::application::submission::sha256_hex;
use crate::application::{Actor, Event, EventKind};
use crate::law::calendar::Calendar;
use crate::law::terms;

/// A day of an open case that moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Which: `due_on`, `not_before`, `objection_until`, `remind_on`. The last day of the term first.
    pub what: &'static str,
    /// As it stands.
    pub from: NaiveDate,
    /// As it would be.
    pub to: NaiveDate,
}

/// What a new calendar does to an open case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Id of the case.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its unit.
    pub unit: String,
    /// The days that move, one at least.
    pub moves: Vec<Moved>,
}

/// Counts the days of an open case anew; gives those that move. A day that would need a year that is not known stays.
///
/// (reading) The day of registration stands as it was given. What a person was told about a prepared refusal moves
/// only to their good: later, never earlier.
pub fn recount(office: &mut Office, calendar: &Calendar) -> Vec<Moved> {
    let mut moves = Vec::new();
    let mut note = |what, from, to| {
        if from != to {
            moves.push(Moved { what, from, to });
        }
    };
    if let Some(registration) = office.registration.as_mut() {
        let from = registration.due_on;
        registration.due_on = terms::due_on(registration.registered_on, calendar).unwrap_or(from);
        note("due_on", from, registration.due_on);
    }
    if let Some(prepared) = office.prepared_refusal.as_mut() {
        let (first, last) = (prepared.not_before, prepared.objection_until);
        prepared.not_before = first.max(terms::earliest_refusal(prepared.notified_on, calendar).unwrap_or(first));
        prepared.objection_until = last.max(terms::objection_until(prepared.notified_on, calendar).unwrap_or(last));
        note("not_before", first, prepared.not_before);
        note("objection_until", last, prepared.objection_until);
    }
    for approval in office.approvals.iter_mut().filter(|approval| approval.answer.is_none()) {
        let Some(from) = approval.remind_from() else { continue };
        let to = terms::remind_on(approval.last_letter(), calendar).unwrap_or(from);
        approval.remind_on = Some(to);
        note("remind_on", from, to);
    }
    moves
}

/// The line of history of a case whose days move.
pub fn moved(effect: &Effect, officer: Actor, at: chrono::DateTime<chrono::Utc>) -> Event {
    let mut event = Event::new(EventKind::DueMoved, officer, at);
    for one in &effect.moves {
        if one.what == "due_on" {
            event = event.with("due_was", one.from.to_string());
        }
        event = event.with(one.what, one.to.to_string());
    }
    event
}

/// SHA-256 of a plan with its effect: what was shown is what is kept, or nothing is.
pub fn content(plan: &YearPlan, effects: &[Effect]) -> String {
    let days = plan.days.iter().map(|day| format!("{} {} {}\n", day.on, day.kind.code(), day.note));
    let moves = effects.iter().flat_map(|effect| {
        effect.moves.iter().map(|one| format!("{} {} {} {}\n", effect.id, one.what, one.from, one.to))
    });
    sha256_hex(format!("{}\n{}\n{}", plan.year, days.collect::<String>(), moves.collect::<String>()).as_bytes())
}
