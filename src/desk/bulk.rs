//! Many cases given to one clerk at once: which of them go, and why the others stay.
//!
//! Each case is looked at by itself, as it stands when its turn comes. Whoever gives has seen a list: what a colleague took
//! or was given after that stays with them, and is named.

use chrono::{DateTime, Utc};

use super::Duty;
use super::claim::Claim;
use crate::application::Status;
use crate::application::status::codes;
use crate::people::Staff;

/// So many cases are given at once at most: more than a clerk does in a week, few enough to be looked through.
pub const MOST: usize = 200;

codes! {
    /// Why a case was not given. `assign-stays-{code}` is the sentence on the page.
    Stays {
        /// Nothing more happens to it.
        Finished = "finished",
        /// The clerk does not work in its unit.
        Elsewhere = "elsewhere",
        /// It is theirs already.
        Theirs = "theirs",
        /// A colleague took it, or was given it, after the list was drawn.
        Taken = "taken",
        /// A colleague is working on it, and no reason was given.
        Held = "held",
        /// In its state there is nothing for the clerk to do.
        NoWork = "no_work",
        /// It is no case that the giver sees any more.
        Gone = "gone",
        /// It could not be written.
        Failed = "failed",
    }
}

/// Who gives cases to whom.
#[derive(Debug, Clone)]
pub struct Giving {
    /// The clerk, with the duties that are lent to them.
    pub to: Staff,
    /// Whoever gives.
    pub by: Staff,
    /// Why.
    pub reason: String,
    /// When the list was drawn.
    pub seen: DateTime<Utc>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// Whether a case goes, as it stands now.
pub fn check(status: Status, unit: Option<&str>, claim: Option<&Claim>, giving: &Giving) -> Result<(), Stays> {
    let Giving { to, by, reason, seen, now } = giving;
    let own = claim.is_some_and(|claim| claim.is_of(by));
    if status == Status::Draft || !by.sees(unit) || !(own || by.may(Duty::Assign)) {
        return Err(Stays::Gone);
    }
    if status.is_final() {
        return Err(Stays::Finished);
    }
    if !to.enabled || !to.sees(unit) || !to.role.may(Duty::Return) {
        return Err(Stays::Elsewhere);
    }
    match claim {
        Some(claim) if claim.is_of(to) => return Err(Stays::Theirs),
        Some(claim) if !own && claim.since > *seen => return Err(Stays::Taken),
        Some(claim) if claim.stops(by, *now) && reason.trim().is_empty() => return Err(Stays::Held),
        _ => {}
    }
    if to.has_work_in(status) { Ok(()) } else { Err(Stays::NoWork) }
}
