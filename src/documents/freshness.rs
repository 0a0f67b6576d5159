//! FRESHNESS CLOCKS: until when each paper is good, how near that is, and whether it lasts as long as the office needs.
//!
//! What counts is the day on which the papers are handed in (order 642, row 8): from then on their age is not asked for
//! any more. Whoever comes later than the clock says, or has to come once more, needs a new paper.

use chrono::{Days, NaiveDate};

use super::Paper;
use crate::law::DocumentKind;
use crate::law::calendar::Calendar;
use crate::law::documents::DocumentRule;
use crate::law::terms;

/// So many days before the end both sides are told.
pub const MONTH_BEFORE: i64 = 30;
/// And so many days before it they are told once more.
pub const WEEK_BEFORE: i64 = 7;

/// How near the end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It has passed.
    Gone,
    /// At most seven days are left, today counted among those on which it is good.
    Week,
    /// At most thirty.
    Month,
    /// More.
    Good,
}

impl Stage {
    /// How near `until`, the last day on which a paper is good, is on a day.
    pub fn on(day: NaiveDate, until: NaiveDate) -> Self {
        match (until - day).num_days() {
            ..0 => Self::Gone,
            0..=WEEK_BEFORE => Self::Week,
            8..=MONTH_BEFORE => Self::Month,
            _ => Self::Good,
        }
    }
    /// Message id is `fresh-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Week => "week",
            Self::Month => "month",
            Self::Good => "good",
        }
    }
    /// Whether somebody should be told.
    pub fn warns(self) -> bool {
        self != Self::Good
    }
}

/// The last day of applying on which a paper is good: 180 days after its issue; of a passport, 181 days before it expires.
/// None when the paper has no term that stops anybody, or its dates are not known.
pub fn good_until(paper: &Paper, rule: &DocumentRule, passport_expires_on: Option<NaiveDate>) -> Option<NaiveDate> {
    known_until(paper, rule, passport_expires_on).filter(|_| rule.age_stops)
}

/// The same, also of a paper whose age stops nothing: until then nobody can say that it is old.
pub fn known_until(paper: &Paper, rule: &DocumentRule, passport_expires_on: Option<NaiveDate>) -> Option<NaiveDate> {
    let issued_on = paper.details.issued_on.given().copied();
    let date = if rule.outlives_filing_by_days.is_some() { passport_expires_on } else { issued_on };
    good_until_by(date?, rule)
}

/// The last day of applying with a passport: on it, more than 180 days are left (order 642, row 8, item 2).
pub fn passport_until(expires_on: NaiveDate) -> NaiveDate {
    let days = Days::new(terms::PASSPORT_OUTLIVES_BY_DAYS.unsigned_abs() + 1);
    expires_on.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
}

/// The same by the date that stands on the original: on a passport the last day of its validity, on others that of issue.
/// None when the paper has no term.
pub fn good_until_by(date: NaiveDate, rule: &DocumentRule) -> Option<NaiveDate> {
    match rule.outlives_filing_by_days {
        Some(_) => Some(passport_until(date)),
        None => rule.max_age_days.map(|_| terms::good_until(date)),
    }
}

/// Message id of what that day is called at the desk: a passport is valid longer than one may apply with it.
pub fn until_label(kind: DocumentKind) -> &'static str {
    if kind.rule().outlives_filing_by_days.is_some() { "desk-apply-until" } else { "desk-good-until" }
}

/// The day by which a decision is expected: the last day of the term once the clock runs; before that, as if the papers
/// were handed in today. None when the calendar does not know the year.
pub fn expected_decision(today: NaiveDate, due_on: Option<NaiveDate>, calendar: &Calendar) -> Option<NaiveDate> {
    due_on.or_else(|| terms::clock(today, false, calendar).ok().map(|clock| clock.due_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Details;
    use crate::validation::Answer;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn how_near_the_end_is() {
        let until = day("2027-03-12");
        for (on, stage) in [
            ("2027-02-09", Stage::Good),
            ("2027-02-10", Stage::Month),
            ("2027-03-04", Stage::Month),
            ("2027-03-05", Stage::Week),
            ("2027-03-12", Stage::Week),
            ("2027-03-13", Stage::Gone),
        ] {
            assert_eq!(Stage::on(day(on), until), stage, "{on}");
        }
    }

    #[test]
    fn until_when_each_paper_is_good() {
        let expires = Some(day("2027-03-12"));
        for (kind, issued, expected) in [
            (DocumentKind::Passport, "2020-01-01", Some("2026-09-12")),
            (DocumentKind::CriminalRecord, "2026-06-10", Some("2026-12-07")),
            (DocumentKind::Solvency, "2026-06-10", Some("2026-12-07")),
            (DocumentKind::SolvencyExemption, "1985-06-10", None),
            (DocumentKind::Medical028u, "2026-06-10", Some("2026-12-07")),
            (DocumentKind::Medical028u, "", None),
            (DocumentKind::Housing, "2026-06-10", None),
            (DocumentKind::BirthCertificate, "2010-06-10", None),
        ] {
            let details = Details { issued_on: Answer::read(issued), ..Details::default() };
            let paper = Paper { details, ..Paper::empty(kind) };
            assert_eq!(good_until(&paper, kind.rule(), expires), expected.map(day), "{kind}");
        }
        assert_eq!(good_until(&Paper::empty(DocumentKind::Passport), DocumentKind::Passport.rule(), None), None);
    }

    #[test]
    fn the_clocks_end_where_the_law_does() {
        let expires = day("2027-03-12");
        let until = passport_until(expires);
        assert!(terms::passport_outlives(until, expires));
        assert!(!terms::passport_outlives(until.succ_opt().unwrap(), expires));
    }

    #[test]
    fn the_decision_is_expected_when_the_term_ends() {
        let calendar = Calendar::KAZAKHSTAN;
        let due = day("2026-08-01");
        assert_eq!(expected_decision(day("2026-06-10"), Some(due), &calendar), Some(due));
        let clock = terms::clock(day("2026-06-10"), false, &calendar).unwrap();
        assert_eq!(expected_decision(day("2026-06-10"), None, &calendar), Some(clock.due_on));
        assert_eq!(expected_decision(day("2090-06-10"), None, &calendar), None);
    }
}
