//! How long a refusal can still be prepared in time: the person is told three working days before the act (APPK, article 73).

use chrono::NaiveDate;

use crate::application::Status;
use crate::law::calendar::Calendar;
use crate::law::terms;

/// The last day on which a refusal can be prepared so that its act comes by the last day of the term.
pub struct RefusalUntil {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is over.
    pub over: bool,
}

impl RefusalUntil {
    /// So many calendar days before it is told of in the queue.
    const NEAR: i64 = 7;

    /// Of a term; none when nothing is to be decided any more, or the calendar does not know the year.
    pub fn of(status: Status, due_on: Option<NaiveDate>, today: NaiveDate, calendar: &Calendar) -> Option<Self> {
        let due_on = due_on.filter(|due_on| status == Status::Accepted && today <= *due_on)?;
        let day = terms::refusal_prepared_until(due_on, calendar).ok()?;
        Some(Self { day, over: day < today })
    }
    /// The same, when it is near or over.
    pub fn near(self, today: NaiveDate) -> Option<Self> {
        Some(self).filter(|one| (one.day - today).num_days() <= Self::NEAR)
    }
}
