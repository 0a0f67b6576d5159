//! What a new calendar does to open cases: their last days counted anew, told before it is kept and written down after.

use chrono::NaiveDate;

use super::calendar::YearPlan;
use crate::application::office::Office;
use crate::application::submission::sha256_hex;
use crate::application::{Actor, Event, EventKind};
use crate::law::calendar::Calendar;
use crate::law::terms;

/// What a new calendar does to an open case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Id of the case.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its unit.
    pub unit: String,
    /// The last day of the term as it stands.
    pub from: NaiveDate,
    /// As it would be.
    pub to: NaiveDate,
}

/// Counts the days of an open case anew; gives its last day as it was and as it is now, if that moves. A day that would need
/// a year that is not known stays.
///
/// (reading) The day of registration stands as it was given. What a person was told about a prepared refusal moves
/// only to their good: later, never earlier.
pub fn recount(office: &mut Office, calendar: &Calendar) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(prepared) = office.prepared_refusal.as_mut() {
        let not_before = terms::earliest_refusal(prepared.notified_on, calendar).unwrap_or(prepared.not_before);
        let until = terms::objection_until(prepared.notified_on, calendar).unwrap_or(prepared.objection_until);
        prepared.not_before = prepared.not_before.max(not_before);
        prepared.objection_until = prepared.objection_until.max(until);
    }
    for approval in &mut office.approvals {
        approval.remind_on = terms::remind_on(approval.last_letter(), calendar).ok().or(approval.remind_on);
    }
    let registration = office.registration.as_mut()?;
    let from = registration.due_on;
    registration.due_on = terms::due_on(registration.registered_on, calendar).unwrap_or(from);
    (registration.due_on != from).then_some((from, registration.due_on))
}

/// The line of history of a case whose last day moves.
pub fn moved(effect: &Effect, officer: Actor, at: chrono::DateTime<chrono::Utc>) -> Event {
    Event::new(EventKind::DueMoved, officer, at)
        .with("due_was", effect.from.to_string())
        .with("due_on", effect.to.to_string())
}

/// SHA-256 of a plan with its effect: what was shown is what is kept, or nothing is.
pub fn content(plan: &YearPlan, effects: &[Effect]) -> String {
    let days = plan.days.iter().map(|day| format!("{} {} {}\n", day.on, day.kind.code(), day.note));
    let moves = effects.iter().map(|effect| format!("{} {} {}\n", effect.id, effect.from, effect.to));
    sha256_hex(format!("{}\n{}\n{}", plan.year, days.collect::<String>(), moves.collect::<String>()).as_bytes())
}
