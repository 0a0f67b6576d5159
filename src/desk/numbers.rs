//! The numbers of the head: what came in, what was decided and how fast, what grows old, refusals by ground.
//!
//! The store counts; here the counts become months, units, routes and ages. Nothing here names a person.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::application::Status;

/// So many months are shown, the current one included.
pub const MONTHS: u32 = 12;

/// Where a count belongs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Share {
    /// Unit, as its region's code.
    pub unit: Option<String>,
    /// Route's code.
    pub route: Option<String>,
    /// How many applications.
    pub count: i64,
}

/// Applications filed, or registered, on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfDay {
    /// The day in Kazakhstan's civil time.
    pub day: NaiveDate,
    /// Whose, and how many.
    pub share: Share,
}

/// Decisions of one day that took equally long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Day of the act.
    pub day: NaiveDate,
    /// Calendar days from registration to the act.
    pub took: i64,
    /// Whether the act came after the last day of the term.
    pub late: bool,
    /// Whether the permit was granted.
    pub granted: bool,
    /// Whose, and how many.
    pub share: Share,
}

/// Applications that wait, of one state and age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The state.
    pub status: Status,
    /// When they were filed.
    pub since: NaiveDate,
    /// The last day of the term, once it runs.
    pub due_on: Option<NaiveDate>,
    /// Whose, and how many.
    pub share: Share,
}

/// What the store counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// Filed for the first time, since the first day of the period.
    pub filed: Vec<OfDay>,
    /// Registered, since then.
    pub registered: Vec<OfDay>,
    /// Decided, since then.
    pub decided: Vec<Decided>,
    /// What waits now, however old.
    pub waiting: Vec<Waiting>,
    /// Grounds of each refusal since then, and how many refusals have just these.
    pub refused: Vec<(Vec<String>, i64)>,
}

/// How long decisions took.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pace {
    took: BTreeMap<i64, i64>,
    /// Decisions.
    pub decided: i64,
    /// Of these, granted.
    pub granted: i64,
    /// Of these, refused.
    pub refused: i64,
    /// Of these, after the last day of the term.
    pub late: i64,
}

impl Pace {
    fn add(&mut self, decided: &Decided) {
        let count = decided.share.count;
        *self.took.entry(decided.took).or_default() += count;
        self.decided += count;
        *if decided.granted { &mut self.granted } else { &mut self.refused } += count;
        self.late += if decided.late { count } else { 0 };
    }
    /// Days within which half of the decisions were made.
    pub fn median(&self) -> Option<i64> {
        self.within(50)
    }
    /// Days within which nine of ten decisions were made.
    pub fn ninetieth(&self) -> Option<i64> {
        self.within(90)
    }
    /// The fewest days within which so many of a hundred decisions were made (nearest rank).
    fn within(&self, of_hundred: i64) -> Option<i64> {
        let mut made = 0;
        self.took.iter().find_map(|(days, count)| {
            made += count;
            (made * 100 >= self.decided * of_hundred).then_some(*days)
        })
    }
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// Filed for the first time.
    pub filed: i64,
    /// Registered.
    pub registered: i64,
    /// Decided.
    pub pace: Pace,
}

/// One unit or one route, over the whole period; what waits is counted now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Filed for the first time.
    pub filed: i64,
    /// Waits now, in any state.
    pub waiting: i64,
    /// Of these, beyond the last day of the term.
    pub overdue: i64,
    /// Decided.
    pub pace: Pace,
}

/// What waits, by how long or how close to the end of the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// Code of the span.
    pub code: &'static str,
    /// The last day of the span; none for the open end.
    pub most: Option<i64>,
    /// How many.
    pub count: i64,
}

/// All numbers of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// The months, oldest first.
    pub months: Vec<Month>,
    /// By unit's code.
    pub units: BTreeMap<String, Line>,
    /// By route's code.
    pub routes: BTreeMap<String, Line>,
    /// Filed and not yet accepted, by days since filing.
    pub unaccepted: Vec<Age>,
    /// Accepted and undecided, by days to the end of the term.
    pub undecided: Vec<Age>,
    /// Grounds of refusal with how often each was used, most used first.
    pub grounds: Vec<(String, i64)>,
    /// The whole period.
    pub all: Line,
}

/// The first day of the period that ends today.
pub fn first_day(today: NaiveDate) -> NaiveDate {
    let this_month = today.with_day(1).unwrap_or(today);
    this_month.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(this_month)
}

/// Spans of days since filing: code and last day.
const SINCE_FILING: &[(&str, Option<i64>)] =
    &[("three", Some(3)), ("week", Some(7)), ("fortnight", Some(14)), ("month", Some(30)), ("older", None)];

/// Spans of days to the end of the term: beyond it, today or within three days, ten, thirty, later.
const TO_DUE: &[(&str, Option<i64>)] =
    &[("overdue", Some(-1)), ("soon", Some(3)), ("ten", Some(10)), ("thirty", Some(30)), ("later", None)];

fn spans(of: &[(&'static str, Option<i64>)], days: impl Iterator<Item = (i64, i64)>) -> Vec<Age> {
    let mut ages: Vec<Age> = of.iter().map(|(code, most)| Age { code, most: *most, count: 0 }).collect();
    for (days, count) in days {
        if let Some(age) = ages.iter_mut().find(|age| age.most.is_none_or(|most| days <= most)) {
            age.count += count;
        }
    }
    ages
}

/// Makes the page's numbers of what was counted.
pub fn numbers(counted: &Counted, today: NaiveDate) -> Numbers {
    let first = first_day(today);
    let mut numbers = Numbers {
        months: (0..MONTHS)
            .filter_map(|nth| first.checked_add_months(Months::new(nth)))
            .map(|first| Month { first, filed: 0, registered: 0, pace: Pace::default() })
            .collect(),
        units: BTreeMap::new(),
        routes: BTreeMap::new(),
        unaccepted: Vec::new(),
        undecided: Vec::new(),
        grounds: Vec::new(),
        all: Line::default(),
    };
    for filed in &counted.filed {
        numbers.lines(&filed.share, |line| line.filed += filed.share.count);
        numbers.month(filed.day, |month| month.filed += filed.share.count);
    }
    for registered in &counted.registered {
        numbers.month(registered.day, |month| month.registered += registered.share.count);
    }
    for decided in &counted.decided {
        numbers.lines(&decided.share, |line| line.pace.add(decided));
        numbers.month(decided.day, |month| month.pace.add(decided));
    }
    for waiting in &counted.waiting {
        let overdue = waiting.due_on.is_some_and(|due| due < today);
        numbers.lines(&waiting.share, |line| {
            line.waiting += waiting.share.count;
            line.overdue += if overdue { waiting.share.count } else { 0 };
        });
    }
    let unaccepted = counted.waiting.iter().filter(|one| !one.status.clock_runs());
    numbers.unaccepted = spans(SINCE_FILING, unaccepted.map(|one| ((today - one.since).num_days(), one.share.count)));
    let undecided = counted.waiting.iter().filter_map(|one| Some(((one.due_on? - today).num_days(), one.share.count)));
    numbers.undecided = spans(TO_DUE, undecided);
    let mut grounds: BTreeMap<&str, i64> = BTreeMap::new();
    for (codes, count) in &counted.refused {
        codes.iter().for_each(|code| *grounds.entry(code).or_default() += count);
    }
    numbers.grounds = grounds.into_iter().map(|(code, count)| (code.to_owned(), count)).collect();
    numbers.grounds.sort_by_key(|(_, count)| -count); // stable: equal ones stay in the order of their codes
    numbers
}

impl Numbers {
    /// The lines that a share belongs to: its unit's, its route's, and the sum.
    fn lines(&mut self, share: &Share, mut change: impl FnMut(&mut Line)) {
        change(&mut self.all);
        if let Some(unit) = &share.unit {
            change(self.units.entry(unit.clone()).or_default());
        }
        if let Some(route) = &share.route {
            change(self.routes.entry(route.clone()).or_default());
        }
    }
    fn month(&mut self, day: NaiveDate, change: impl FnOnce(&mut Month)) {
        let month =
            self.months.iter_mut().find(|month| month.first.year() == day.year() && month.first.month() == day.month());
        if let Some(month) = month {
            change(month);
        }
    }
}

/// The last day of a month, given its first.
pub fn last_day(first: NaiveDate) -> NaiveDate {
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    next.checked_sub_days(Days::new(1)).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn share(unit: &str, count: i64) -> Share {
        Share { unit: Some(unit.to_owned()), route: Some("general".to_owned()), count }
    }
    fn decided(on: &str, took: i64, count: i64) -> Decided {
        Decided { day: day(on), took, late: took > 45, granted: took != 40, share: share("KZ75", count) }
    }

    #[test]
    fn half_and_nine_of_ten_are_told_by_nearest_rank() {
        for (took, median, ninetieth) in [
            (&[][..], None, None),
            (&[(7, 1)][..], Some(7), Some(7)),
            (&[(10, 1), (20, 1)], Some(10), Some(20)),
            (&[(10, 5), (20, 4), (60, 1)], Some(10), Some(20)),
            (&[(10, 5), (20, 3), (60, 2)], Some(10), Some(60)),
        ] {
            let mut pace = Pace::default();
            took.iter().for_each(|(took, count)| pace.add(&decided("2026-06-01", *took, *count)));
            assert_eq!((pace.median(), pace.ninetieth()), (median, ninetieth), "{took:?}");
        }
    }

    #[test]
    fn counts_fall_into_their_months_units_and_ages() {
        let today = day("2026-06-10");
        assert_eq!(first_day(today), day("2025-07-01"));
        let waits = |status, since: &str, due: Option<&str>| Waiting {
            status,
            since: day(since),
            due_on: due.map(day),
            share: share("KZ71", 1),
        };
        let counted = Counted {
            filed: vec![OfDay { day: day("2025-07-01"), share: share("KZ75", 3) }],
            registered: vec![OfDay { day: day("2026-06-30"), share: share("KZ75", 2) }],
            decided: vec![decided("2026-05-31", 40, 1), decided("2026-05-01", 46, 2)],
            waiting: vec![
                waits(Status::Submitted, "2026-06-10", None),
                waits(Status::Returned, "2026-06-06", None),
                waits(Status::Submitted, "2026-05-10", None),
                waits(Status::Accepted, "2026-04-01", Some("2026-06-09")),
                waits(Status::Accepted, "2026-04-01", Some("2026-06-10")),
            ],
            refused: vec![(vec!["49.1".to_owned(), "49.4".to_owned()], 1), (vec!["49.4".to_owned()], 2)],
        };
        let numbers = numbers(&counted, today);
        let months = |of: fn(&Month) -> i64| -> Vec<i64> { numbers.months.iter().map(of).collect() };
        assert_eq!(months(|month| month.filed), [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(months(|month| month.registered), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
        let may = &numbers.months[10].pace;
        assert_eq!((may.granted, may.refused, may.late, may.median()), (2, 1, 2, Some(46)));
        let counts = |ages: &[Age]| ages.iter().map(|age| age.count).collect::<Vec<_>>();
        assert_eq!(counts(&numbers.unaccepted), [1, 1, 0, 0, 1]);
        assert_eq!(counts(&numbers.undecided), [1, 1, 0, 0, 0]);
        assert_eq!((numbers.units["KZ71"].waiting, numbers.units["KZ71"].overdue), (5, 1));
        assert_eq!((numbers.all.filed, numbers.all.waiting, numbers.all.pace.decided), (3, 5, 3));
        assert_eq!(numbers.grounds, [("49.4".to_owned(), 3), ("49.1".to_owned(), 1)]);
    }
}
