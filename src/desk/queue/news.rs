//! What an applicant has done that waits for the office, as a line of the queue tells it.

use crate::application::status::codes;
use crate::application::{Office, Status};

codes! {
    /// What is new.
    News {
        /// They object to a prepared refusal.
        Objection = "objection",
        /// They ask for a hearing, and none is appointed.
        Hearing = "hearing",
        /// They filed again after a return.
        Mended = "mended",
    }
}

impl News {
    /// The states in which there can be any.
    pub const STATES: [Status; 2] = [Status::Submitted, Status::PreliminaryRefusal];

    /// Of a case that stands so.
    pub fn of(status: Status, office: &Office) -> Option<Self> {
        let mended = status == Status::Submitted && !office.mended.is_empty();
        let prepared = office.prepared_refusal.as_ref().filter(|_| status == Status::PreliminaryRefusal);
        match prepared {
            Some(one) if one.hearing_waits() && one.hearing.is_none() => Some(Self::Hearing),
            Some(one) if !one.objections.is_empty() => Some(Self::Objection),
            _ => mended.then_some(Self::Mended),
        }
    }
}
