//! Terms in days: how long papers are good, when the service is due, when a refusal may follow and a complaint be made.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::law::calendar::{Calendar, UnknownYear};
use crate::law::coded::coded_enum;

/// By more than how many calendar days a passport outlives the day of applying (order 642, row 8, item 2).
pub const PASSPORT_OUTLIVES_BY_DAYS: i64 = 180;
/// How old papers 3), 4), 7) may be, in calendar days (order 642, row 8, last sentence of the list).
pub const PAPER_MAX_AGE_DAYS: i64 = 180;
/// For how many calendar days registration at the address is promised (order 642, row 8, item 6).
pub const HOUSING_MIN_DAYS: i64 = 180;
/// The term of the service in calendar days (order 992, appendix 3, row 3; LAW.md §2.2).
///
/// (reading) The same on every route. An earlier edition had 10 days for those under 18 and for those who ended the citizenship
/// of Kazakhstan through a foreign mission; whether that still stands was not found, and the first page says so.
pub const SERVICE_DAYS: u64 = 45;
/// Working days between the notice of a preliminary refusal and the act (APPK, article 73).
pub const HEARING_WORKING_DAYS: u32 = 3;
/// Working days for an objection (APPK, article 73).
pub const OBJECTION_WORKING_DAYS: u32 = 2;
/// Working days after a hearing within which its minutes are signed (APPK, article 74; LAW.md §3.1).
pub const MINUTES_WORKING_DAYS: u32 = 2;
/// Working days for remarks on the minutes of a hearing (APPK, article 74).
pub const MINUTES_REMARKS_WORKING_DAYS: u32 = 3;
/// Working days without an answer after which a body that was asked is reminded.
///
/// (reading) No law gives a number; two weeks of work leave room for a second reminder within the 45 days.
pub const REMIND_AFTER_WORKING_DAYS: u32 = 10;
/// Working days that are proposed for mending an application; the clerk may set another day.
///
/// (reading) APPK, article 64 (6) says "a reasonable time" and gives no number: two weeks of work are taken.
pub const MENDING_WORKING_DAYS: u32 = 10;
/// Calendar days that an application may be given for mending at most.
///
/// (reading) APPK, article 64 (6) knows no last day. After 180 days no paper is young enough any more to which order 642,
/// row 8 gives so many: whoever mends then begins anew.
pub const MENDING_DAYS_AT_MOST: u64 = 180;
/// Months for a complaint (APPK, article 92, part 1).
pub const COMPLAINT_MONTHS: u32 = 3;
/// Months for a complaint when the act does not say how to complain (APPK, article 92, part 1-1).
pub const COMPLAINT_MONTHS_UNTOLD: u32 = 6;

/// Whether a passport is valid for more than 180 calendar days after the day of applying; exactly 180 is too short
/// (order 642, row 8, item 2).
#[must_use]
pub fn passport_outlives(filed_on: NaiveDate, expires_on: NaiveDate) -> bool {
    (expires_on - filed_on).num_days() > PASSPORT_OUTLIVES_BY_DAYS
}

coded_enum! {
    /// How a paper's day of issue stands to the day of applying.
    PaperAge {
        /// Young enough.
        Fresh => "fresh",
        /// Issued more than 180 days ago.
        Stale => "stale",
        /// Issued after the day of applying, which is a mistake.
        Future => "future",
    }
}

/// Whether a paper of items 3), 4) or 7) is young enough: 0 to 180 calendar days (order 642, row 8, last sentence of the list).
///
/// (reading) The days count from the day of issue, and the 180th day is still good.
#[must_use]
pub fn paper_fresh(filed_on: NaiveDate, issued_on: NaiveDate) -> PaperAge {
    match (filed_on - issued_on).num_days() {
        ..0 => PaperAge::Future,
        0..=PAPER_MAX_AGE_DAYS => PaperAge::Fresh,
        _ => PaperAge::Stale,
    }
}

/// The last day of applying on which a paper of items 3), 4) or 7) is still good.
#[must_use]
pub fn good_until(issued_on: NaiveDate) -> NaiveDate {
    issued_on.checked_add_days(Days::new(PAPER_MAX_AGE_DAYS.unsigned_abs())).unwrap_or(NaiveDate::MAX)
}

/// The two days that the clock of a case gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The day of registration.
    pub registered_on: NaiveDate,
    /// The last day of the term.
    pub due_on: NaiveDate,
}

/// When papers handed in are registered, and when the answer is due.
///
/// Registered on the day of receipt; after hours or on a non-working day, on the next working day (APPK, article 64,
/// part 3). Forty-five calendar days, the day of registration not counted; a last day that is not a working day moves
/// to the next working day (APPK, article 76, parts 2 and 5).
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn clock(handed_in_on: NaiveDate, after_hours: bool, calendar: &Calendar) -> Result<Clock, UnknownYear> {
    let known = calendar.is_working_day(handed_in_on)?;
    let registered_on = if known && !after_hours { handed_in_on } else { calendar.next_working_day(handed_in_on)? };
    Ok(Clock { registered_on, due_on: due_on(registered_on, calendar)? })
}

/// The last day of the term of what was registered on a day.
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn due_on(registered_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    let last = registered_on.checked_add_days(Days::new(SERVICE_DAYS)).unwrap_or(NaiveDate::MAX);
    calendar.working_day_from(last)
}

/// The first day on which a refusal may be made after the person was told that one is prepared: not earlier than
/// three working days before the act (APPK, article 73).
///
/// (reading) The day of the notice is not counted, three whole working days pass, and the act follows on the first
/// working day after them: told on a Monday, refused on the Friday at the earliest.
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn earliest_refusal(notified_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    calendar.add_working_days(notified_on, HEARING_WORKING_DAYS + 1)
}

/// The last working day on which a refusal can be prepared and still be made by the last day of the term (APPK, article 73).
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn refusal_prepared_until(due_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    let (mut day, mut left) = (due_on, HEARING_WORKING_DAYS + 1);
    // Backwards, so that at the end of a year the next one need not be known.
    loop {
        match (calendar.is_working_day(day)?, left) {
            (true, 0) => return Ok(day),
            (true, _) => left -= 1,
            (false, _) => {}
        }
        day = day.pred_opt().ok_or(UnknownYear { year: day.year() })?;
    }
}

/// The last day for an objection to a prepared refusal: two working days after it was received (APPK, article 73).
///
/// (reading) The day of receipt is not counted.
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn objection_until(received_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    calendar.add_working_days(received_on, OBJECTION_WORKING_DAYS)
}

/// The last day for signing the minutes of a hearing: two working days after it (APPK, article 74).
///
/// (reading) The day of the hearing is not counted. Minutes that come later are taken all the same: the person is to read
/// what was written down of their words.
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn minutes_until(heard_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    calendar.add_working_days(heard_on, MINUTES_WORKING_DAYS)
}

/// The last day for remarks on the minutes of a hearing: three working days after they were written (APPK, article 74).
///
/// (reading) The act does not wait for them: the code makes silence no obstacle, and remarks go into the file.
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn remarks_until(written_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    calendar.add_working_days(written_on, MINUTES_REMARKS_WORKING_DAYS)
}

/// The day on which a body that was asked, or reminded, on a day is to be reminded if it has not answered.
///
/// # Errors
/// [`UnknownYear`] when a day of a year without a published calendar would be needed.
pub fn remind_on(asked_on: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, UnknownYear> {
    calendar.add_working_days(asked_on, REMIND_AFTER_WORKING_DAYS)
}

/// The last day for a complaint: three months from the day on which the person learnt of the act, six when the act
/// does not say how to complain (APPK, article 92).
///
/// (reading) The same day of the third month, or its last day when the month is shorter; not moved when it is no
/// working day, since the earlier day is safe for the person.
#[must_use]
pub fn complaint_until(learnt_on: NaiveDate, act_says_how: bool) -> NaiveDate {
    let months = if act_says_how { COMPLAINT_MONTHS } else { COMPLAINT_MONTHS_UNTOLD };
    learnt_on.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The same day `years` later; 29 February becomes 1 March in a common year.
#[must_use]
pub fn years_after(day: NaiveDate, years: i32) -> NaiveDate {
    use chrono::Datelike;
    let year = day.year() + years;
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}
