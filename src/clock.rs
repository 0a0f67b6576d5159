//! Today and now, in Kazakhstan's civil time. The only place that asks the computer.
//!
//! Everything else gets the time as an argument, so that a test can say what day it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Asia::Almaty;

/// Where the program gets the time from; a copy shares its setting.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Microseconds since 1970 when the clock was set by hand; 0 when it runs.
    set: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that stands where it is set: for tests and for the demo.
    pub fn standing_at(at: DateTime<Utc>) -> Self {
        let clock = Self::default();
        clock.set(at);
        clock
    }
    /// Sets the clock; from then on it stands.
    pub fn set(&self, at: DateTime<Utc>) {
        self.set.store(at.timestamp_micros(), Ordering::SeqCst);
    }
    /// Now, to the microsecond: what both databases keep.
    #[expect(clippy::disallowed_methods, reason = "the only place that asks the computer")]
    pub fn now(&self) -> DateTime<Utc> {
        match self.set.load(Ordering::SeqCst) {
            0 => DateTime::from_timestamp_micros(Utc::now().timestamp_micros()).unwrap_or_default(),
            at => DateTime::from_timestamp_micros(at).unwrap_or_default(),
        }
    }
    /// Today in Kazakhstan.
    pub fn today(&self) -> NaiveDate {
        civil(self.now()).date()
    }
}

/// The civil time of Kazakhstan at a moment: the whole country keeps one time since 2024-03-01 (UTC+5).
pub fn civil(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Almaty).naive_local()
}

/// The time of day in Kazakhstan, for people: `14:05`.
pub fn time_of_day(at: DateTime<Utc>) -> String {
    civil(at).format("%H:%M").to_string()
}

/// The office's hours: from nine to half past six (LAW.md §2.2, row 7, unverified). Which days are worked, the calendar knows.
pub const OPENS: NaiveTime = hour(9, 0);
/// See [`OPENS`].
pub const CLOSES: NaiveTime = hour(18, 30);

const fn hour(hour: u32, minute: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Whether a moment is after the office's hours.
pub fn after_hours(at: DateTime<Utc>) -> bool {
    civil(at).time() >= CLOSES
}

/// Whether the office is open at a time of day.
pub fn in_hours(time: NaiveTime) -> bool {
    (OPENS..CLOSES).contains(&time)
}
