//! Standing in for a colleague who is away: the duties of their role are lent until a day, and run out by themselves.
//!
//! Lent is the work on cases, not the right to lend on, nor what an administrator does. Whoever stands in stays who they
//! are: what they prepared themselves they do not decide, in whoever's place.

use chrono::{Days, NaiveDate};

use super::Duty;
use crate::application::status::codes;
use crate::people::{Role, Staff};

/// Nobody stands in for longer than so many days at once: the longest leave of a year, and then it is looked at again.
pub const LONGEST_DAYS: u64 = 92;
/// The reason may have so many characters.
pub const LONGEST_REASON: usize = 500;

codes! {
    /// Why somebody cannot stand in. `stand-in-{code}` is the sentence on the page.
    Unfit {
        /// Nobody was named, or the same person twice.
        People = "people",
        /// They are not of one unit.
        Unit = "unit",
        /// One of them does not work on cases.
        Role = "role",
        /// A decision is lent to those only who review cases themselves.
        Lower = "lower",
        /// Nobody lends duties to themselves.
        Yourself = "yourself",
        /// The last day has passed, or is too far away.
        Day = "day",
        /// Nobody says why, or at too great length.
        Reason = "reason",
        /// Nothing would be lent: whoever stands in has all duties of the other already.
        Same = "same",
    }
}

/// Whether `deputy` may stand in for `absent` until the end of a day, if `by` says so and why.
pub fn check(
    (absent, deputy): (&Staff, &Staff),
    by: &Staff,
    until: Option<NaiveDate>,
    reason: &str,
    today: NaiveDate,
) -> Result<NaiveDate, Unfit> {
    let works = |one: &Staff| one.enabled && one.role.may(Duty::Return);
    if absent.id == deputy.id {
        return Err(Unfit::People);
    }
    if absent.unit != deputy.unit || (by.role != Role::Admin && !by.sees(Some(&absent.unit))) {
        return Err(Unfit::Unit);
    }
    if !works(absent) || !works(deputy) {
        return Err(Unfit::Role);
    }
    if deputy.id == by.id {
        return Err(Unfit::Yourself);
    }
    if absent.role.may(Duty::Decide) && !deputy.role.may(Duty::Review) {
        return Err(Unfit::Lower);
    }
    let last = today.checked_add_days(Days::new(LONGEST_DAYS)).unwrap_or(today);
    let until = until.filter(|until| (today..=last).contains(until)).ok_or(Unfit::Day)?;
    if absent.role.duties().iter().all(|duty| !duty.is_lent() || deputy.role.may(*duty)) {
        return Err(Unfit::Same);
    }
    if reason.trim().is_empty() || reason.trim().chars().count() > LONGEST_REASON {
        return Err(Unfit::Reason);
    }
    Ok(until)
}
