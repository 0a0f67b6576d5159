//! What comes next, with the dates that are known, and how long it usually takes by our own numbers.

use chrono::NaiveDate;

use crate::application::{Application, Status};
use crate::store::queue;
use crate::web::error::Outcome;
use crate::web::state::Office;

/// Fewer decisions than this say nothing about what is usual.
const ENOUGH: usize = 20;

/// One thing that comes; its text is `ahead-{what}`.
pub struct Ahead {
    /// What.
    pub what: &'static str,
    /// The last day for it, when it is known.
    pub by: Option<NaiveDate>,
}

/// What is usual: the middle of the latest decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// Calendar days from registration to decision: half of them took at most so many.
    pub days: i64,
    /// Of how many decisions.
    pub of: usize,
}

/// What was usual when it was counted, and on which day that was.
pub type Counted = (NaiveDate, Option<Usual>);

/// What comes next, in order; nothing for what has ended.
pub fn ahead(application: &Application) -> Vec<Ahead> {
    let due = application.office.registration.as_ref().map(|registration| registration.due_on);
    let objection = application.office.prepared_refusal.as_ref();
    let steps: &[(&str, Option<NaiveDate>)] = match application.status {
        Status::Draft => &[("file", None), ("come", None), ("decision", None)],
        Status::Returned => &[("mend", None), ("come", None), ("decision", None)],
        Status::Submitted => &[("come", None), ("registered", None), ("decision", None)],
        Status::Accepted => &[("approvals", None), ("decision", due)],
        Status::PreliminaryRefusal => &[("objection", objection.map(|one| one.objection_until)), ("decision", due)],
        Status::Approved => &[("collect", None)],
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
    let usual = middle(&office.read(queue::days_to_decision).await?);
    if let Ok(mut known) = office.usual.lock() {
        *known = Some((today, usual));
    }
    Ok(usual)
}

fn middle(sorted: &[i64]) -> Option<Usual> {
    let of = sorted.len();
    (of >= ENOUGH).then(|| Usual { days: sorted[of / 2], of })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_told_when_there_are_enough() {
        let days: Vec<i64> = (1..=21).collect();
        assert_eq!(middle(&days), Some(Usual { days: 11, of: 21 }));
        assert_eq!(middle(&days[..19]), None);
    }
}
