//! What is to be mended, item by item; and the clerk's own correction of an answer, with a reason.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::application::office::{CorrectedAnswer, Correction, Remark};
use crate::application::steps::{Body, Shape, StepName};
use crate::application::summary::Line;
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::desk::marks::Item;
use crate::desk::mended::{Changed, differing};
use crate::desk::words::{sound, wrong_length};
use crate::law::terms::MENDING_DAYS_AT_MOST;

/// Returns the application: the applicant can then change exactly the items remarked on.
pub fn return_for_correction(
    application: &mut Application,
    remarks: Vec<Remark>,
    officer: Actor,
    at: DateTime<Utc>,
) -> Result<Event, Denied> {
    let remarks: Vec<Remark> = remarks.into_iter().filter(|remark| !remark.text.trim().is_empty()).collect();
    if remarks.is_empty() {
        return Err(Denied::NothingNamed);
    }
    application.advance(Move::Return)?;
    let items: Vec<String> = remarks.iter().filter_map(Item::of_remark).map(Item::code).collect();
    // A further return, while the applicant still mends: what was to be mended stays so.
    application
        .office
        .remarks
        .retain(|old| !remarks.iter().any(|new| new.step == old.step && new.document == old.document));
    application.office.remarks.extend(remarks);
    Ok(Event::new(EventKind::Returned, officer, at).with("items", items))
}

/// Returns the application with a day until which it is to be mended (APPK art. 64, parts 6 and 7: a reasonable time).
///
/// (reading) Nothing follows by itself when the day passes: the code lets the body return the application, which a new
/// filing does not hinder; so the day is told to both sides, and the clerk sees when it has gone by.
pub fn return_until(
    application: &mut Application,
    remarks: Vec<Remark>,
    until: NaiveDate,
    officer: Actor,
    at: DateTime<Utc>,
) -> Result<Event, Denied> {
    sound(wrong_day(until, crate::clock::civil(at).date()))?;
    let event = return_for_correction(application, remarks, officer, at)?;
    application.office.mend_until = Some(until);
    Ok(event.with("mend_until", until.to_string()))
}

/// The last day that an application which is returned today may be given.
pub fn last_day(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(MENDING_DAYS_AT_MOST)).unwrap_or(today)
}

/// What is wrong with the day until which it is to be mended.
pub fn wrong_day(until: NaiveDate, today: NaiveDate) -> Option<Denied> {
    let too_far = (until > last_day(today)).then_some(Denied::TooFar);
    if until <= today { Some(Denied::BadDate) } else { too_far }
}

/// Whether a clerk may correct a step: one page of questions, and not what a person declares and consents to. Nobody else
/// can say that for them.
pub fn is_correctable(step: StepName) -> bool {
    step.form().shape == Shape::Page && step != StepName::Declaration
}

/// The reason for a correction may have so many characters.
pub const LONGEST_REASON: usize = 2_000;

/// Corrects the answers of a step on the applicant's word: the same checks as everywhere, a reason, an event. Where no
/// answer changes, nothing is done.
pub fn correct(
    application: &mut Application,
    step: StepName,
    body: Body,
    reason: &str,
    officer: Actor,
    at: DateTime<Utc>,
) -> Result<Event, Denied> {
    sound(wrong_length(reason, LONGEST_REASON, Some(Denied::NoReasons)))?;
    let found = (step.form().check)(&body, application.filing_day(crate::clock::civil(at).date()));
    if found.stop() {
        return Err(Denied::Findings(found));
    }
    if !is_correctable(step) {
        return Err(Denied::Move { from: application.status, doing: Move::Correct });
    }
    application.advance(Move::Correct)?;
    let changed = differing(None, step, application.answers.body(step), Some(&body));
    if changed.is_empty() {
        return Err(Denied::NothingNamed);
    }
    // The boxes and not the answers: the chain holds none. These stay with the case, each correction's own.
    let fields: Vec<String> = changed.iter().map(|one| format!("{}-{}", step.code(), one.field.name)).collect();
    application.put(step, body);
    let corrections = &mut application.office.corrections;
    corrections.push(Correction { step: step.code().to_owned(), answers: changed.into_iter().map(kept).collect() });
    let event = Event::new(EventKind::Corrected, officer, at).with("step", step.code());
    Ok(event.with("correction", corrections.len()).with("fields", fields).with("reason", reason.trim()))
}

fn kept(one: Changed) -> CorrectedAnswer {
    let values = |line: Option<Line>| line.map(|line| line.values).unwrap_or_default();
    CorrectedAnswer { field: one.field.name.to_owned(), was: values(one.old), is: values(one.new) }
}

/// The answers that a correction changed, as the event that it wrote tells; none of one that was made before they were kept.
pub fn corrected(application: &Application, event: &Event) -> Vec<Changed> {
    let number = event.details.get("correction").and_then(serde_json::Value::as_u64);
    let at = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
    let Some(correction) = at.and_then(|at| application.office.corrections.get(at)) else { return Vec::new() };
    let Some(step) = StepName::from_code(&correction.step) else { return Vec::new() };
    let changed = correction.answers.iter().filter_map(|one| {
        let field = *step.form().fields.iter().find(|field| field.name == one.field)?;
        let line = |values: &[String]| (!values.is_empty()).then(|| Line { step, field, values: values.to_vec() });
        Some(Changed { record: None, step, field, old: line(&one.was), new: line(&one.is) })
    });
    changed.collect()
}
