//! Sums in tenge that follow the monthly calculation index (MCI) of a year.

use chrono::NaiveDate;

pub use super::mci::{UnknownMci, mci};

/// The state duty for the permit, in MCI (Tax code, article 666, item 5).
pub const FEE_MCI: i64 = 4;
/// The least sum that confirms solvency, in MCI (LAW.md §4).
///
/// The text of the rules in force, Order 531, was not found: the figure is that of the rules before them and of their
/// draft, and the pages say so. Those ask besides for the price of 15 square metres of housing for each member of the family
/// unless a contract provides it; row 8, item 6) asks for that contract anyway, so nothing is counted here.
pub const SOLVENCY_MCI: i64 = 1320;

/// The state duty in tenge, at the MCI in force on the day of payment (Tax code, articles 664, part 2, and 666, item 5).
///
/// # Errors
/// [`UnknownMci`] when the year's MCI is not known.
pub fn fee(paid_on: NaiveDate) -> Result<i64, UnknownMci> {
    mci(paid_on).map(|tenge| tenge * FEE_MCI)
}

/// The least sum in tenge that confirms solvency, at the MCI in force on the day of applying (order 642, row 8, item 3;
/// rules of Order 531).
///
/// # Errors
/// [`UnknownMci`] when the year's MCI is not known.
pub fn solvency_floor(filed_on: NaiveDate) -> Result<i64, UnknownMci> {
    mci(filed_on).map(|tenge| tenge * SOLVENCY_MCI)
}

/// A sum or a rate as people write it: digits, at most four behind a comma or a point, spaces between. In ten thousandths;
/// none when it is something else, negative, or has more than twelve digits before the comma.
#[must_use]
pub fn decimal(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let (whole, part) = plain.split_once([',', '.']).unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 4 || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<4}").parse().ok()
}

/// An amount of another currency in whole tenge, rounded down; both in ten thousandths. None beyond a thousand billion.
#[must_use]
pub fn in_tenge(amount: i64, rate: i64) -> Option<i64> {
    let tenge = i128::from(amount) * i128::from(rate) / 100_000_000;
    i64::try_from(tenge).ok().filter(|tenge| *tenge <= 1_000_000_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_read_as_people_write_them() {
        for (text, read) in [
            ("1", Some(10_000)),
            ("12 000,50", Some(120_005_000)),
            ("0.0001", Some(1)),
            ("", None),
            ("-1", None),
            ("1,2,3", None),
            ("1.00001", None),
            ("12 tenge", None),
            ("1234567890123", None),
        ] {
            assert_eq!(decimal(text), read, "{text}");
        }
    }

    #[test]
    fn a_sum_is_rounded_down_to_what_it_is_worth() {
        let worth = |amount, rate| in_tenge(decimal(amount).unwrap(), decimal(rate).unwrap());
        assert_eq!(worth("12000", "475,75"), Some(5_709_000));
        assert_eq!(worth("0,01", "99,99"), Some(0));
        assert_eq!(worth("999999999999", "999999999999"), None);
    }
}
