//! The monthly calculation index (MCI) of each year, in tenge.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

/// The MCI of each year that was known when this was built (the laws on the republican budget; LAW.md §7). That of
/// 2024 is not confirmed by a source.
pub const MCI_BY_YEAR: [(i32, i64); 4] = [(2023, 3450), (2024, 3692), (2025, 3932), (2026, 4325)];

/// What became known later, or differs: a year's law on the budget is published in December, and the office must not wait
/// for a new version. Learnt once, when the program starts; it does not change while it runs.
static LATER: OnceLock<LaterMci> = OnceLock::new();

/// The MCI of years, in tenge, as a setting gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaterMci(BTreeMap<i32, i64>);

/// What is wrong with a setting of the MCI.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MciError {
    /// Not of the form `2027=4500`.
    #[error("{0:?} is not a year, =, and a whole number of tenge from 1000 to 99999, such as 2026=4325")]
    Form(String),
    /// Two sums for one year.
    #[error("{0} is named twice")]
    Twice(i32),
}

impl FromStr for LaterMci {
    type Err = MciError;

    /// Reads `2027=4500,2028=4700`; an empty text is none.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut years = BTreeMap::new();
        for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            let wrong = || MciError::Form(entry.to_owned());
            let (year, tenge) = entry.split_once('=').ok_or_else(wrong)?;
            let year: i32 = year.trim().parse().map_err(|_| wrong())?;
            let tenge: i64 = tenge.trim().parse().map_err(|_| wrong())?;
            // A slip of a digit would make every fee wrong.
            if !(2000..=2100).contains(&year) || !(1_000..=99_999).contains(&tenge) {
                return Err(wrong());
            }
            if years.insert(year, tenge).is_some() {
                return Err(MciError::Twice(year));
            }
        }
        Ok(Self(years))
    }
}

/// Takes what became known later, before anything is counted.
pub fn learn(later: LaterMci) {
    let _ = LATER.set(later); // a second start in one process (a test) keeps the first
}

/// A day of a year whose MCI is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the monthly calculation index of {year} is not known")]
pub struct UnknownMci {
    /// The year that would have been needed.
    pub year: i32,
}

/// The MCI in force on a day, in tenge.
///
/// # Errors
/// [`UnknownMci`] for a year that is neither in [`MCI_BY_YEAR`] nor was learnt; nothing is guessed.
pub fn mci(day: NaiveDate) -> Result<i64, UnknownMci> {
    let year = day.year();
    let learnt = LATER.get().and_then(|later| later.0.get(&year).copied());
    let built_in = || MCI_BY_YEAR.iter().find(|(known, _)| *known == year).map(|(_, tenge)| *tenge);
    learnt.or_else(built_in).ok_or(UnknownMci { year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_read_or_refused_with_what_is_wrong() {
        let read = |text: &str| text.parse::<LaterMci>();
        assert_eq!(read(" 2027=4500, 2028 = 4700 ").unwrap().0, BTreeMap::from([(2027, 4500), (2028, 4700)]));
        assert_eq!(read("").unwrap(), LaterMci::default());
        for wrong in ["2027", "2027=", "2027=4 500", "27=4500", "2027=450", "2027=450000", "2027=-4500", "x=y"] {
            assert_eq!(read(wrong), Err(MciError::Form(wrong.to_owned())), "{wrong}");
        }
        assert_eq!(read("2027=4500,2027=4501"), Err(MciError::Twice(2027)));
    }
}
