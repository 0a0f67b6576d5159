//! Boundaries in days: 180, birthdays, 29 February, turns of the year, moved days off, terms of the hearing.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use ruqsat::law::calendar::{Calendar, UnknownYear, parse_day};
use ruqsat::law::money::{UnknownMci, fee, mci, solvency_floor};
use ruqsat::law::terms::{
    PaperAge, clock, complaint_until, earliest_refusal, good_until, minutes_until, objection_until, paper_fresh,
    passport_outlives, refusal_prepared_until,
};

use super::{born, day};

const CALENDAR: Calendar = Calendar::KAZAKHSTAN;

fn days_later(from: &str, days: i64) -> NaiveDate {
    day(from) + chrono::TimeDelta::days(days)
}

#[test]
fn a_passport_must_outlive_the_filing_by_more_than_180_days() {
    for filed_on in ["2024-01-01", "2023-12-31", "2024-02-29", "2026-09-05"] {
        assert!(!passport_outlives(day(filed_on), days_later(filed_on, 179)));
        assert!(!passport_outlives(day(filed_on), days_later(filed_on, 180)));
        assert!(passport_outlives(day(filed_on), days_later(filed_on, 181)));
    }
    assert!(!passport_outlives(day("2024-01-01"), day("2023-12-31")));
}

#[test]
fn a_paper_is_good_from_its_issue_to_the_180th_day() {
    let filed_on = day("2026-01-10");
    let age = |days| paper_fresh(filed_on, filed_on - chrono::TimeDelta::days(days));
    assert_eq!(age(-1), PaperAge::Future);
    assert_eq!(age(0), PaperAge::Fresh);
    assert_eq!(age(180), PaperAge::Fresh);
    assert_eq!(age(181), PaperAge::Stale);
}

#[test]
fn good_until_is_the_last_fresh_day() {
    let issued_on = day("2025-11-30");
    let last = good_until(issued_on);
    assert_eq!(last, day("2026-05-29"));
    assert_eq!(paper_fresh(last, issued_on), PaperAge::Fresh);
    assert_eq!(paper_fresh(last + Days::new(1), issued_on), PaperAge::Stale);
}

#[test]
fn age_counts_the_birthday_itself() {
    let age = |filed_on| born("2010-07-15", filed_on).age();
    assert_eq!((age("2024-07-14"), age("2024-07-15")), (13, 14));
    assert_eq!((age("2026-07-14"), age("2026-07-15")), (15, 16));
    assert_eq!((age("2028-07-14"), age("2028-07-15")), (17, 18));
    assert!(born("2010-07-15", "2028-07-14").is_minor());
    assert!(!born("2010-07-15", "2028-07-15").is_minor());
}

#[test]
fn a_birth_on_29_february_counts_on_1_march_in_common_years() {
    let age = |filed_on| born("2008-02-29", filed_on).age();
    assert_eq!((age("2026-02-28"), age("2026-03-01")), (17, 18));
    assert_eq!((age("2024-02-28"), age("2024-02-29")), (15, 16));
}

#[test]
fn a_birth_after_the_filing_is_no_age() {
    let facts = born("2026-06-11", "2026-06-10");
    assert!(facts.born_after_filing());
    assert_eq!(facts.age(), 0);
    assert!(!born("2026-06-10", "2026-06-10").born_after_filing());
}

#[test]
fn days_off_on_weekdays_are_those_published() {
    // LAW.md §10, copied from its text.
    let published = [
        (2023, "01-02 01-03 03-08 03-21 03-22 03-23 05-01 05-08 05-09 06-28 07-06 07-07 08-30 10-25 12-18"),
        (2024, "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16"),
        (2025, "01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16"),
        (2026, "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16"),
        (2027, "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16"),
    ];
    for (year, expected) in published {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let off = first.iter_days().take_while(|day| day.year() == year).filter(|day| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !CALENDAR.is_working_day(*day).unwrap()
        });
        assert_eq!(off.map(|day| day.format("%m-%d").to_string()).collect::<Vec<_>>().join(" "), expected, "{year}");
    }
    assert_eq!(CALENDAR.known_years(), Some((2023, 2027)));
}

#[test]
fn moved_days() {
    let works = |text| CALENDAR.is_working_day(day(text)).unwrap();
    for worked_weekend in ["2023-07-01", "2024-05-04", "2025-01-05"] {
        assert!(works(worked_weekend), "{worked_weekend}");
    }
    for off in ["2023-07-07", "2024-05-08", "2025-01-03", "2025-09-01", "2026-10-26", "2027-03-15", "2024-05-05"] {
        assert!(!works(off), "{off}");
    }
    // 30 August was no holiday in 2026 any more, so the Monday after it was worked.
    assert!(works("2026-08-31"));
    assert!(!works("2026-08-30"));
}

#[test]
fn the_clock_starts_on_a_working_day_within_hours() {
    let registered = |text, after_hours| clock(day(text), after_hours, &CALENDAR).unwrap().registered_on;
    assert_eq!(registered("2026-06-10", false), day("2026-06-10"));
    assert_eq!(registered("2026-06-10", true), day("2026-06-11"));
    assert_eq!(registered("2026-06-12", true), day("2026-06-15"));
    assert_eq!(registered("2026-06-13", false), day("2026-06-15"));
    // After hours on a day off, one step and not two.
    assert_eq!(registered("2026-06-13", true), day("2026-06-15"));
    // A Saturday and a Sunday worked in exchange.
    assert_eq!(registered("2024-05-04", false), day("2024-05-04"));
    assert_eq!(registered("2025-01-03", false), day("2025-01-05"));
    assert_eq!(registered("2025-12-31", true), day("2026-01-05"));
}

#[test]
fn the_term_ends_on_a_working_day() {
    let due = |text| clock(day(text), false, &CALENDAR).unwrap().due_on;
    assert_eq!(due("2026-06-01"), day("2026-07-16"));
    // The 45th day is Saturday 2 May 2026: the Monday.
    assert_eq!(due("2026-03-18"), day("2026-05-04"));
    // The 45th day is 1 January 2026; 2 January is off, then a weekend.
    assert_eq!(due("2025-11-17"), day("2026-01-05"));
}

#[test]
fn years_without_a_calendar_are_errors() {
    assert_eq!(clock(day("2022-12-30"), false, &CALENDAR), Err(UnknownYear { year: 2022 }));
    assert_eq!(clock(day("2027-12-20"), false, &CALENDAR), Err(UnknownYear { year: 2028 }));
    assert_eq!(clock(day("2027-12-31"), true, &CALENDAR), Err(UnknownYear { year: 2028 }));
    assert_eq!(clock(day("2028-01-05"), false, &CALENDAR), Err(UnknownYear { year: 2028 }));
    assert_eq!(clock(day("2027-11-16"), false, &CALENDAR).unwrap().due_on, day("2027-12-31"));
    assert_eq!(clock(NaiveDate::MAX, true, &CALENDAR), Err(UnknownYear { year: NaiveDate::MAX.year() }));
}

#[test]
fn hearing_objection_and_complaint() {
    // Told on Monday: Tuesday, Wednesday, Thursday pass; the act on Friday.
    assert_eq!(earliest_refusal(day("2026-06-08"), &CALENDAR).unwrap(), day("2026-06-12"));
    // Told on Friday: Monday to Wednesday pass.
    assert_eq!(earliest_refusal(day("2026-06-05"), &CALENDAR).unwrap(), day("2026-06-11"));
    // Nauryz does not count.
    assert_eq!(earliest_refusal(day("2026-03-19"), &CALENDAR).unwrap(), day("2026-03-30"));
    assert_eq!(objection_until(day("2026-06-04"), &CALENDAR).unwrap(), day("2026-06-08"));
    assert_eq!(complaint_until(day("2026-06-04"), true), day("2026-09-04"));
    assert_eq!(complaint_until(day("2025-11-30"), true), day("2026-02-28"));
    assert_eq!(complaint_until(day("2026-06-04"), false), day("2026-12-04"));
}

#[test]
fn minutes_are_signed_by_the_second_working_day_after_the_hearing() {
    for (heard_on, last) in [
        ("2026-06-08", "2026-06-10"), // a Monday
        ("2026-06-11", "2026-06-15"), // a Thursday: Friday and Monday
        ("2026-06-12", "2026-06-16"), // a Friday
        ("2026-03-20", "2026-03-27"), // a Friday: Nauryz keeps Monday to Wednesday free
        ("2026-07-03", "2026-07-08"), // Monday, 6 July, is a holiday
        ("2026-12-15", "2026-12-18"), // so is the 16th
    ] {
        assert_eq!(minutes_until(day(heard_on), &CALENDAR), Ok(day(last)), "{heard_on}");
    }
    assert_eq!(minutes_until(day("2027-12-30"), &CALENDAR), Err(UnknownYear { year: 2028 }));
}

#[test]
fn working_days_are_added_one_by_one() {
    assert_eq!(CALENDAR.add_working_days(day("2026-06-13"), 0).unwrap(), day("2026-06-13"));
    assert_eq!(CALENDAR.add_working_days(day("2026-06-13"), 1).unwrap(), day("2026-06-15"));
    assert_eq!(CALENDAR.next_working_day(day("2026-12-15")).unwrap(), day("2026-12-17"));
}

#[test]
fn sums_follow_the_year_and_its_turn() {
    assert_eq!(fee(day("2025-12-31")), Ok(15_728));
    assert_eq!(fee(day("2026-01-01")), Ok(17_300));
    assert_eq!(solvency_floor(day("2024-02-29")), Ok(4_873_440));
    assert_eq!(mci(day("2022-12-31")), Err(UnknownMci { year: 2022 }));
    assert_eq!(mci(day("2027-01-01")), Err(UnknownMci { year: 2027 }));
}

#[test]
fn days_are_written_in_one_way_only() {
    assert_eq!(parse_day("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
    for wrong in ["2023-02-29", "2024-2-9", "24-02-09", "2024-13-01", "2024-00-10", "2024-01-32", "+024-01-01", ""] {
        assert_eq!(parse_day(wrong), None, "{wrong}");
    }
    assert_eq!(parse_day("2024-01-01 "), None);
    assert_eq!(parse_day("2024/01/01"), None);
}

#[test]
fn a_refusal_is_prepared_three_whole_working_days_before_the_last_day_of_the_term() {
    // A Monday; a Sunday, on which nothing is due; a Monday after the days off of May.
    for due_on in ["2026-07-27", "2026-07-26", "2026-05-11"] {
        let until = refusal_prepared_until(day(due_on), &CALENDAR).unwrap();
        assert!(CALENDAR.is_working_day(until).unwrap());
        assert!(earliest_refusal(until, &CALENDAR).unwrap() <= day(due_on), "{due_on}: {until}");
        let next = CALENDAR.next_working_day(until).unwrap();
        assert!(earliest_refusal(next, &CALENDAR).unwrap() > day(due_on), "{due_on}: {until}");
    }
    assert_eq!(refusal_prepared_until(day("2026-07-27"), &CALENDAR), Ok(day("2026-07-21")));
    // The last day of the last year that is known: no day of the next one is needed.
    assert_eq!(refusal_prepared_until(day("2027-12-31"), &CALENDAR), Ok(day("2027-12-27")));
    assert!(refusal_prepared_until(day("2031-07-27"), &CALENDAR).is_err(), "no calendar is known");
}
