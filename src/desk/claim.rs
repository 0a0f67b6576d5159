//! Whose case it is. A clerk takes a case and has it for the length of a lease, which each piece of work on it renews;
//! until it runs out nobody else works on the case. Afterwards it is still the clerk's, and anybody's who takes it.
//!
//! What needs a claim: marks and corrections take one, since such work goes on for a while. A move needs none: it is made
//! in one transaction on the revision that the clerk has seen, which is a claim as long as the move; but another's claim
//! stops it. A move that changes the state puts the case on another desk, so it ends the lease; so does signing out.

use chrono::{DateTime, Utc};

use crate::people::{Role, Staff};

/// Who has a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Account.
    pub clerk_id: String,
    /// Surname and initials.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When the lease runs out; none when the case was given to them and they have not begun.
    pub until: Option<DateTime<Utc>>,
}

impl Claim {
    /// Whether the lease still runs.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.until.is_some_and(|until| now < until)
    }
    /// Whether it is this person's.
    pub fn is_of(&self, staff: &Staff) -> bool {
        self.clerk_id == staff.id
    }
    /// Whether it keeps this person from working on the case.
    pub fn stops(&self, staff: &Staff, now: DateTime<Utc>) -> bool {
        self.is_live(now) && !self.is_of(staff)
    }
}

/// The reason for taking a case from a colleague may have so many characters.
pub const LONGEST_REASON: usize = 500;
