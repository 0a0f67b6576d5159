//! The one order of the queue: what is due first stands first, then what was filed first, then what waits for somebody
//! else; what is finished stands last, the newest first.
//!
//! A rank is a band and a moment in microseconds, in one number, so that one index gives the order, each list of the
//! morning is a stretch of it, and a page begins where the one before it ended.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::application::{Application, Status};

/// From one band to the next: wider than any moment.
const BAND: i64 = 100_000_000_000_000_000;
/// The latest moment that can be ranked: in the year 2286.
const LATEST: i64 = 9_999_999_999_999_999;

/// Whose turn it is, in the order of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// The office's clock runs: by the last day of the term.
    Running = 0,
    /// Filed, not accepted yet: by the day of filing.
    Filed = 1,
    /// Granted, not handed out yet: by the day of the decision.
    Granted = 2,
    /// The applicant is to mend something: by the day of filing.
    WithApplicant = 3,
    /// Nothing more will happen: the newest first.
    Finished = 4,
}

impl Band {
    /// Its stretch of ranks.
    pub fn ranks(self) -> Range<i64> {
        let first = self as i64 * BAND;
        first..first + BAND
    }
}

/// All that were ever filed.
pub fn all() -> Range<i64> {
    0..Band::Finished.ranks().end
}

/// All for which something is left to do, by anybody.
pub fn unfinished() -> Range<i64> {
    0..Band::Finished.ranks().start
}

/// All that wait for the office.
pub fn of_the_office() -> Range<i64> {
    0..Band::WithApplicant.ranks().start
}

fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros().clamp(0, LATEST)
}

fn midnight(day: NaiveDate) -> i64 {
    micros(day.and_time(NaiveTime::MIN).and_utc())
}

/// The ranks of cases whose clock runs and whose last day is one of these; the last one included.
pub fn due(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Range<i64> {
    let end = last.and_then(|day| day.succ_opt()).map_or(BAND, midnight);
    first.map_or(0, midnight)..end
}

/// The rank of an application; a draft has none and stands in no queue.
pub fn rank(application: &Application) -> Option<i64> {
    let filed = application.submitted_at.filter(|_| application.status != Status::Draft)?;
    let (status, office) = (application.status, &application.office);
    let decided = office.decision.as_ref().map(|decision| midnight(decision.decided_on));
    Some(match &office.registration {
        Some(registration) if status.clock_runs() => midnight(registration.due_on),
        _ if status.is_final() => {
            Band::Finished.ranks().start + LATEST - decided.unwrap_or_default().max(micros(filed))
        }
        _ => match status {
            Status::Approved => Band::Granted.ranks().start + decided.unwrap_or(micros(filed)),
            Status::Returned => Band::WithApplicant.ranks().start + micros(filed),
            _ => Band::Filed.ranks().start + micros(filed),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_do_not_touch_and_days_do_not_overlap() {
        let far = DateTime::from_timestamp(253_402_300_799, 0).unwrap(); // the end of the year 9999
        assert!(micros(far) < BAND && micros(DateTime::<Utc>::MIN_UTC) >= 0);
        let day: NaiveDate = "2026-06-10".parse().unwrap();
        let (yesterday, today) = (due(None, day.pred_opt()), due(Some(day), Some(day)));
        assert_eq!(yesterday.end, today.start);
        assert!(today.contains(&midnight(day)) && !yesterday.contains(&midnight(day)));
        assert_eq!(due(None, None), Band::Running.ranks());
    }
}
