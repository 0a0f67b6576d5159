//! The working-day calendar as an administrator extends it: a year is read from what was typed, and compared with what is
//! known. What it does to open cases stands in [`super::recount`].

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::law::calendar::{Calendar, DayKind, Entered};

/// A note on a day may have so many characters.
pub const LONGEST_NOTE: usize = 100;
/// The years that can be entered.
pub const YEARS: std::ops::RangeInclusive<i32> = 2023..=2099;

/// A day that is not as its weekday says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub on: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// What for: the holiday's name, the order that moved it.
    pub note: String,
}

/// A whole year: every exception of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPlan {
    /// Which.
    pub year: i32,
    /// Its exceptions, ascending.
    pub days: Vec<Day>,
}

/// What is wrong with a line; `calendar-wrong-{code}` is the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No day of that year: the line begins otherwise than `DD.MM`.
    Date,
    /// The day stands twice.
    Twice,
    /// Only Saturdays and Sundays are worked in exchange.
    Weekday,
    /// The note is too long.
    Long,
    /// The year cannot be entered.
    Year,
    /// Nothing was entered: no year is without a holiday.
    Empty,
}

impl Wrong {
    /// Message id is `calendar-wrong-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Twice => "twice",
            Self::Weekday => "weekday",
            Self::Long => "long",
            Self::Year => "year",
            Self::Empty => "empty",
        }
    }
    /// All codes.
    pub const CODES: [&'static str; 6] = ["date", "twice", "weekday", "long", "year", "empty"];
}

impl YearPlan {
    /// Reads a year: in each text a line is a day, `DD.MM` and what for. Gives back the lines that are wrong.
    pub fn read(year: &str, off: &str, worked: &str) -> Result<Self, Vec<(String, Wrong)>> {
        let year = year.trim();
        let Some(number) = year.parse::<i32>().ok().filter(|number| YEARS.contains(number)) else {
            return Err(vec![(year.to_owned(), Wrong::Year)]);
        };
        let (mut days, mut wrong) = (BTreeMap::<NaiveDate, Day>::new(), Vec::new());
        for (text, kind) in [(off, DayKind::Off), (worked, DayKind::Worked)] {
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                match read_line(number, line, kind) {
                    Err(what) => wrong.push((line.to_owned(), what)),
                    Ok(day) if days.contains_key(&day.on) => wrong.push((line.to_owned(), Wrong::Twice)),
                    Ok(day) => drop(days.insert(day.on, day)),
                }
            }
        }
        if wrong.is_empty() && days.is_empty() {
            wrong.push((year.to_owned(), Wrong::Empty));
        }
        let days = days.into_values().collect();
        if wrong.is_empty() { Ok(Self { year: number, days }) } else { Err(wrong) }
    }
    /// The year as it is known, with the notes that were kept.
    pub fn of(calendar: &Calendar, year: i32, notes: &BTreeMap<NaiveDate, String>) -> Self {
        let days = calendar.exceptions(year).into_iter();
        let day = |(on, kind)| Day { on, kind, note: notes.get(&on).cloned().unwrap_or_default() };
        Self { year, days: days.map(day).collect() }
    }
    /// The lines of a kind, as they are typed.
    pub fn lines(&self, kind: DayKind) -> String {
        let days = self.days.iter().filter(|day| day.kind == kind);
        days.map(|day| format!("{} {}", day.on.format("%d.%m"), day.note).trim().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }
    /// What has to be kept for this year beside what the program knows: a day that is known and not in the plan is as its
    /// weekday says.
    pub fn to_keep(&self) -> Vec<Day> {
        let known = Calendar::KAZAKHSTAN.exceptions(self.year);
        let gone = known.iter().filter(|(on, _)| !self.days.iter().any(|day| day.on == *on));
        let gone = gone.map(|(on, _)| Day { on: *on, kind: DayKind::Plain, note: String::new() });
        let mut all: Vec<Day> = self.days.iter().cloned().chain(gone).collect();
        all.sort_by_key(|day| day.on);
        all
    }
    /// What is entered with this plan in the place of what was entered for its year.
    pub fn into_entered(&self, mut entered: Entered) -> Entered {
        entered.days.retain(|day, _| day.year() != self.year);
        entered.days.extend(self.to_keep().into_iter().map(|day| (day.on, day.kind)));
        entered.years.insert(self.year);
        entered
    }
    /// Working days of the year by this plan.
    pub fn working_days(&self) -> i64 {
        let calendar = Calendar::with(self.into_entered(Entered::default()));
        let days = NaiveDate::from_ymd_opt(self.year, 1, 1).into_iter().flat_map(|first| first.iter_days().take(366));
        let works = |day: &NaiveDate| day.year() == self.year && calendar.is_working_day(*day).unwrap_or(false);
        i64::try_from(days.filter(works).count()).unwrap_or_default()
    }
}

fn read_line(year: i32, line: &str, kind: DayKind) -> Result<Day, Wrong> {
    let (date, note) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let mut parts = date.trim_end_matches(['.', ':', ',']).split('.');
    let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
    let (day, month) = (number().ok_or(Wrong::Date)?, number().ok_or(Wrong::Date)?);
    // A year may stand there, if it is this one.
    if parts.next().is_some_and(|part| part.parse() != Ok(year)) {
        return Err(Wrong::Date);
    }
    let on = NaiveDate::from_ymd_opt(year, month, day).ok_or(Wrong::Date)?;
    let note = note.trim().to_owned();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Wrong::Long);
    }
    if kind == DayKind::Worked && !matches!(on.weekday(), Weekday::Sat | Weekday::Sun) {
        return Err(Wrong::Weekday);
    }
    Ok(Day { on, kind, note })
}
