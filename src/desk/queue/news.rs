//! What an applicant has done that waits for the office, and what waits for a decision, as a line of the queue tells it.

use chrono::NaiveDate;

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
        /// All that a decision needs is there, and its day has come.
        Ready = "ready",
    }
}

impl News {
    /// The states in which there can be any.
    pub const STATES: [Status; 3] = [Status::Submitted, Status::Accepted, Status::PreliminaryRefusal];

    /// Of a case that stands so; `ready`: all that a decision needs is there.
    pub fn of(status: Status, office: &Office, ready: bool, today: NaiveDate) -> Option<Self> {
        let mended = status == Status::Submitted && !office.mended.is_empty();
        let prepared = office.prepared_refusal.as_ref().filter(|_| status == Status::PreliminaryRefusal);
        match prepared {
            Some(one) if one.hearing_waits() && one.hearing.is_none() => Some(Self::Hearing),
            Some(one) if !one.objections.is_empty() => Some(Self::Objection),
            Some(one) if ready && one.not_before <= today => Some(Self::Ready),
            None if ready => Some(Self::Ready),
            _ => mended.then_some(Self::Mended),
        }
    }
}
