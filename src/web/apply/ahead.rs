//! What comes next, with the dates that are known, and how long it usually takes by our own numbers.

use chrono::NaiveDate;

use crate::application::{Application, Status};
use crate::desk::usual::Usual;
use crate::store::queue;
use crate::web::error::Outcome;
use crate::web::state::Office;

/// One thing that comes; its text is `ahead-{what}`.
pub struct Ahead {
    /// What.
    pub what: &'static str,
    /// The last day for it, when it is known.
    pub by: Option<NaiveDate>,
}

/// What comes next, in order; nothing for what has ended.
pub fn ahead(application: &Application) -> Vec<Ahead> {
    let objection = application.office.prepared_refusal.as_ref();
    // A last day before the first on which a refusal may be decided is none.
    let possible = |due: &NaiveDate| objection.is_none_or(|one| one.not_before <= *due);
    let due = application.office.due_on().filter(possible);
    let hearing = objection.filter(|one| one.hearing_waits()).and_then(|one| one.hearing.as_ref());
    let steps: &[(&str, Option<NaiveDate>)] = match application.status {
        Status::Draft => &[("file", None), ("check", None), ("come", None), ("registered", None), ("decision", None)],
        Status::Returned => {
            &[("mend", None), ("check", None), ("come", None), ("registered", None), ("decision", None)]
        }
        Status::Submitted => &[("check", None), ("come", None), ("registered", None), ("decision", None)],
        Status::Accepted => &[("approvals", None), ("decision", due)],
        Status::PreliminaryRefusal if objection.is_some_and(|one| one.hearing_waits()) => {
            &[("hearing", hearing.map(|hearing| hearing.on)), ("decision", due)]
        }
        Status::Approved => &[("permit", None), ("card", None)],
        Status::PreliminaryRefusal => &[("objection", objection.map(|one| one.objection_until)), ("decision", due)],
        _ => &[],
    };
    steps.iter().map(|(what, by)| Ahead { what, by: *by }).collect()
}

/// How long a decision usually takes; counted once a day.
pub async fn usual(office: &Office) -> Outcome<Option<Usual>> {
    let today = office.clock.today();
    if let Ok(known) = office.usual.lock()
        && let Some((day, usual)) = *known
        && day == today
    {
        return Ok(usual);
    }
    let usual = Usual::of(&office.read(queue::days_to_decision).await?);
    if let Ok(mut known) = office.usual.lock() {
        *known = Some((today, usual));
    }
    Ok(usual)
}
