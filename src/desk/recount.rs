//! What a new calendar does to cases that wait for something: their days counted anew, told before it is kept and written down after.

use chrono::NaiveDate;

use super::calendar::YearPlan;
use crate::application::office::Office;
use crate::application::submission::sha256_hex;
use crate::application::{Actor, Event, EventKind, Move, Status};
use crate::law::calendar::Calendar;
use crate::law::terms;

/// A day of a case that moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Which: `due_on`, `not_before`, `objection_until`, `remind_on`, `remarks_until`. The last day of the term first.
    pub what: &'static str,
    /// As it stands.
    pub from: NaiveDate,
    /// As it would be.
    pub to: NaiveDate,
}

/// What a new calendar does to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Id of the case.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its unit.
    pub unit: String,
    /// The days that move. None when a day was only noted that had to be counted at each look, and when the case is named
    /// for its hearing.
    pub moves: Vec<Moved>,
    /// The day of a hearing to come that is a day off: somebody has to appoint another.
    pub hearing_off: Option<NaiveDate>,
}

impl Effect {
    /// Whether there is something to tell.
    pub fn tells(&self) -> bool {
        !self.moves.is_empty() || self.hearing_off.is_some()
    }
}

/// Counts the days of a case anew; gives those that move. A day that would need a year that is not known stays. When the
/// clock of the case runs no more, only remarks on the minutes of a hearing are still waited for.
///
/// (reading) The day of registration stands as it was given. What a person was told about a prepared refusal and about
/// the minutes moves only to their good: later, never earlier.
pub fn recount(status: Status, office: &mut Office, calendar: &Calendar, today: NaiveDate) -> Vec<Moved> {
    let mut moves = Vec::new();
    let mut note = |what, from, to| {
        if from != to {
            moves.push(Moved { what, from, to });
        }
    };
    if let (true, Some(registration)) = (status.clock_runs(), office.registration.as_mut()) {
        let from = registration.due_on;
        registration.due_on = terms::due_on(registration.registered_on, calendar).unwrap_or(from);
        note("due_on", from, registration.due_on);
    }
    if let (true, Some(prepared)) = (status.clock_runs(), office.prepared_refusal.as_mut()) {
        let (first, last) = (prepared.not_before, prepared.objection_until);
        prepared.not_before = first.max(terms::earliest_refusal(prepared.notified_on, calendar).unwrap_or(first));
        prepared.objection_until = last.max(terms::objection_until(prepared.notified_on, calendar).unwrap_or(last));
        note("not_before", first, prepared.not_before);
        note("objection_until", last, prepared.objection_until);
    }
    let asked = office.approvals.iter_mut().filter(|approval| status.clock_runs() && approval.answer.is_none());
    for approval in asked {
        let Some(from) = approval.remind_from() else { continue };
        let to = terms::remind_on(approval.last_letter(), calendar).unwrap_or(from);
        approval.remind_on = Some(to);
        note("remind_on", from, to);
    }
    let hearing = office.prepared_refusal.as_mut().and_then(|prepared| prepared.hearing.as_mut());
    let minutes = hearing.and_then(|hearing| hearing.minutes.as_mut());
    let told = matches!(status, Status::PreliminaryRefusal | Status::Refused);
    if let Some(minutes) = minutes.filter(|minutes| told && minutes.takes_remarks(today)) {
        let (from, written_on) = (minutes.remarks_until, crate::clock::civil(minutes.at).date());
        minutes.remarks_until = from.max(terms::remarks_until(written_on, calendar).unwrap_or(from));
        note("remarks_until", from, minutes.remarks_until);
    }
    moves
}

/// The day of a hearing to come that is no working day.
pub fn hearing_off(status: Status, office: &Office, calendar: &Calendar, today: NaiveDate) -> Option<NaiveDate> {
    let prepared = office.prepared_refusal.as_ref().filter(|_| status.after(Move::Hear).is_some())?;
    let hearing = prepared.hearing.as_ref().filter(|hearing| hearing.minutes.is_none() && hearing.on >= today)?;
    (calendar.is_working_day(hearing.on) == Ok(false)).then_some(hearing.on)
}

/// The line of history of a case whose days move.
pub fn moved(effect: &Effect, officer: Actor, at: chrono::DateTime<chrono::Utc>) -> Event {
    let mut event = Event::new(EventKind::DueMoved, officer, at);
    // Of several bodies that have not answered each has a day of its own.
    let mut reminders: Vec<String> = Vec::new();
    for one in &effect.moves {
        match one.what {
            "remind_on" => reminders.push(one.to.to_string()),
            what => event = event.with(what, one.to.to_string()),
        }
        if one.what == "due_on" {
            event = event.with("due_was", one.from.to_string());
        }
    }
    reminders.sort_unstable();
    reminders.dedup();
    if reminders.is_empty() { event } else { event.with("remind_on", reminders) }
}

/// SHA-256 of a plan with its effect: what was shown is what is kept, or nothing is.
pub fn content(plan: &YearPlan, effects: &[Effect]) -> String {
    let days = plan.days.iter().map(|day| format!("{} {} {}\n", day.on, day.kind.code(), day.note));
    let moves = effects.iter().flat_map(|effect| {
        effect.moves.iter().map(|one| format!("{} {} {} {}\n", effect.id, one.what, one.from, one.to))
    });
    let hearings = effects.iter().filter_map(|effect| Some(format!("{} hearing {}\n", effect.id, effect.hearing_off?)));
    let (days, moves) = (days.collect::<String>(), moves.chain(hearings).collect::<String>());
    sha256_hex(format!("{}\n{days}\n{moves}", plan.year).as_bytes())
}
