//! The working days of Kazakhstan, year by year as published; a year that was not published is an error, never a guess.
//!
//! The years that are known here can be extended and mended by what an office has entered: [`Calendar::with`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use thiserror::Error;

use crate::law::coded::coded_enum;

/// A day of a year whose days off are not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the working days of {year} are not known")]
pub struct UnknownYear {
    /// The year that would have been needed.
    pub year: i32,
}

/// What one year adds to "Monday to Friday", each day as month × 100 + day: 102 is 2 January, 1216 is 16 December.
#[derive(Debug)]
struct Year {
    year: i32,
    /// Days off that fall on Monday to Friday: holidays and days off moved there.
    off: &'static [u32],
    /// Saturdays and Sundays worked in exchange for a moved day off.
    worked: &'static [u32],
}

/// Labour code, articles 84 and 85, as applied in each year (LAW.md §10; Kurban-ait 2027 is an estimate).
static YEARS: [Year; 5] = [
    Year {
        year: 2023,
        off: &[102, 103, 308, 321, 322, 323, 501, 508, 509, 628, 706, 707, 830, 1025, 1218],
        worked: &[701],
    },
    Year { year: 2024, off: &[101, 102, 308, 321, 322, 325, 501, 507, 508, 509, 708, 830, 1025, 1216], worked: &[504] },
    Year {
        year: 2025,
        off: &[101, 102, 103, 107, 310, 321, 324, 325, 501, 507, 509, 606, 707, 901, 1027, 1216],
        worked: &[105],
    },
    Year { year: 2026, off: &[101, 102, 107, 309, 323, 324, 325, 501, 507, 511, 527, 706, 1026, 1216], worked: &[] },
    Year { year: 2027, off: &[101, 104, 107, 308, 315, 322, 323, 324, 503, 507, 510, 706, 1025, 1216], worked: &[] },
];

coded_enum! {
    /// What an office entered for a day.
    DayKind {
        /// A day off: a holiday, or a day off moved there.
        Off => "off",
        /// A Saturday or Sunday that is worked in exchange.
        Worked => "worked",
        /// As the weekday says, whatever is known here.
        Plain => "plain",
    }
}

/// What an office entered beside the years that are known here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// Years whose days off are complete.
    pub years: BTreeSet<i32>,
    /// Single days; they count before what is known here.
    pub days: BTreeMap<NaiveDate, DayKind>,
}

/// The calendar of working days. A clone shares what was entered.
#[derive(Debug, Clone)]
pub struct Calendar {
    years: &'static [Year],
    entered: Option<Arc<Entered>>,
}

impl Default for Calendar {
    fn default() -> Self {
        Self::KAZAKHSTAN
    }
}

impl Calendar {
    /// The years that are known here: 2023 to 2027.
    pub const KAZAKHSTAN: Self = Self { years: &YEARS, entered: None };

    /// The years that are known here, with what an office has entered.
    #[must_use]
    pub fn with(entered: Entered) -> Self {
        Self { years: &YEARS, entered: Some(Arc::new(entered)) }
    }

    /// The first and the last year that are known, as far as there is any.
    #[must_use]
    pub fn known_years(&self) -> Option<(i32, i32)> {
        let mut years = self.years();
        let first = years.next()?;
        Some((first, years.last().unwrap_or(first)))
    }

    /// The years that are known, ascending.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        let mut years: BTreeSet<i32> = self.years.iter().map(|known| known.year).collect();
        years.extend(self.entered.iter().flat_map(|entered| entered.years.iter().copied()));
        years.into_iter()
    }

    /// Whether the days of a year are known.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.years.iter().any(|known| known.year == year)
            || self.entered.as_ref().is_some_and(|entered| entered.years.contains(&year))
    }

    /// What makes a day of a year other than its weekday says: days off, and weekend days that are worked. Ascending.
    #[must_use]
    pub fn exceptions(&self, year: i32) -> Vec<(NaiveDate, DayKind)> {
        let known = self.years.iter().find(|known| known.year == year);
        let day = |date: &u32| NaiveDate::from_ymd_opt(year, date / 100, date % 100);
        let off = known.iter().flat_map(|known| known.off).filter_map(day).map(|day| (day, DayKind::Off));
        let worked = known.iter().flat_map(|known| known.worked).filter_map(day).map(|day| (day, DayKind::Worked));
        let mut all: BTreeMap<NaiveDate, DayKind> = off.chain(worked).collect();
        if let Some(entered) = &self.entered {
            all.extend(entered.days.iter().filter(|(day, _)| day.year() == year));
        }
        all.into_iter().filter(|(_, kind)| *kind != DayKind::Plain).collect()
    }

    /// Whether this is a working day: Monday to Friday without the days off, and the weekend days worked in exchange.
    ///
    /// # Errors
    /// [`UnknownYear`] when the year of the day is not known.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, UnknownYear> {
        if !self.knows(day.year()) {
            return Err(UnknownYear { year: day.year() });
        }
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if let Some(kind) = self.entered.as_ref().and_then(|entered| entered.days.get(&day)) {
            return Ok(match kind {
                DayKind::Off => false,
                DayKind::Worked => true,
                DayKind::Plain => !weekend,
            });
        }
        let date = day.month() * 100 + day.day();
        let known = self.years.iter().find(|known| known.year == day.year());
        Ok(known.map_or(!weekend, |known| match weekend {
            true => known.worked.contains(&date),
            false => !known.off.contains(&date),
        }))
    }

    /// The day itself when it is a working day, else the next one that is.
    ///
    /// # Errors
    /// [`UnknownYear`] when the answer would need a year that is not known.
    pub fn working_day_from(&self, day: NaiveDate) -> Result<NaiveDate, UnknownYear> {
        let mut day = day;
        while !self.is_working_day(day)? {
            day = after(day)?;
        }
        Ok(day)
    }

    /// The first working day after the day.
    ///
    /// # Errors
    /// [`UnknownYear`] when the answer would need a year that is not known.
    pub fn next_working_day(&self, day: NaiveDate) -> Result<NaiveDate, UnknownYear> {
        self.working_day_from(after(day)?)
    }

    /// The working day that is `count` working days after the day; the day itself is not counted, 0 gives it back.
    ///
    /// # Errors
    /// [`UnknownYear`] when the answer would need a year that is not known.
    pub fn add_working_days(&self, day: NaiveDate, count: u32) -> Result<NaiveDate, UnknownYear> {
        (0..count).try_fold(day, |day, _| self.next_working_day(day))
    }
}

/// The next day; at the end of all dates there is none, and its year is not known either.
fn after(day: NaiveDate) -> Result<NaiveDate, UnknownYear> {
    day.checked_add_days(Days::new(1)).ok_or(UnknownYear { year: day.year() })
}

/// Reads a day written exactly `YYYY-MM-DD`; `None` for anything else and for days that do not exist.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(**digit - b'0')))
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}
