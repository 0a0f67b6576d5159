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
        /// Nobody was named who is away.
        NoAbsent = "lacks_absent",
        /// Nobody was named who stands in.
        NoDeputy = "lacks_deputy",
        /// The same person was named twice.
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

/// Whether `deputy` may stand in for `absent` until the end of a day, if `by` says so and why; else all that stands in the
/// way, in the order of the boxes.
pub fn check(
    people: (Option<&Staff>, Option<&Staff>),
    by: &Staff,
    until: Option<NaiveDate>,
    reason: &str,
    today: NaiveDate,
) -> Result<NaiveDate, Vec<Unfit>> {
    let named = match people {
        (Some(absent), Some(deputy)) => [check_people(absent, deputy, by).err(), None],
        (absent, deputy) => [absent.is_none().then_some(Unfit::NoAbsent), deputy.is_none().then_some(Unfit::NoDeputy)],
    };
    let last = today.checked_add_days(Days::new(LONGEST_DAYS)).unwrap_or(today);
    let until = until.filter(|until| (today..=last).contains(until)).ok_or(Unfit::Day);
    let is_told = (1..=LONGEST_REASON).contains(&reason.trim().chars().count());
    let rest = [until.err(), (!is_told).then_some(Unfit::Reason)];
    let unfit: Vec<Unfit> = named.into_iter().chain(rest).flatten().collect();
    match until {
        Ok(until) if unfit.is_empty() => Ok(until),
        _ => Err(unfit),
    }
}

/// Whether these two may stand in one for the other.
fn check_people(absent: &Staff, deputy: &Staff, by: &Staff) -> Result<(), Unfit> {
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
    match absent.role.duties().iter().all(|duty| !duty.is_lent() || deputy.role.may(*duty)) {
        true => Err(Unfit::Same),
        false => Ok(()),
    }
}
