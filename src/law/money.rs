//! Sums in tenge that follow the monthly calculation index (MCI) of a year.

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

/// The state duty for the permit, in MCI (Tax code, article 666, item 5).
pub const FEE_MCI: i64 = 4;
/// The least sum that confirms solvency, in MCI (rules of Order 531; LAW.md §4).
pub const SOLVENCY_MCI: i64 = 1320;

/// The MCI of each year that is known, in tenge (the laws on the republican budget; LAW.md §7).
pub const MCI_BY_YEAR: [(i32, i64); 4] = [(2023, 3450), (2024, 3692), (2025, 3932), (2026, 4325)];

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
/// [`UnknownMci`] for a year that is not in [`MCI_BY_YEAR`]; nothing is guessed.
pub fn mci(day: NaiveDate) -> Result<i64, UnknownMci> {
    let year = day.year();
    let known = MCI_BY_YEAR.iter().find(|(known, _)| *known == year);
    known.map(|(_, tenge)| *tenge).ok_or(UnknownMci { year })
}

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
