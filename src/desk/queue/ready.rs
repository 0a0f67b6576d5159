//! Which cases wait for nothing but the decision: what a supervisor looks for in the morning.

use crate::application::{Application, Status};

/// The key of cases that are ready for a decision.
pub const READY: &str = "=d";

/// Whether all that a decision needs is there: every body that was asked has answered, and national security with a yes; or
/// a refusal is prepared, and no hearing is to be held before. Its first possible day may still be to come.
pub(super) fn is_ready(application: &Application) -> bool {
    let office = &application.office;
    match application.status {
        Status::Accepted => office.security_agrees() && office.approvals.iter().all(|one| one.answer.is_some()),
        Status::PreliminaryRefusal => office.prepared_refusal.as_ref().is_some_and(|one| !one.hearing_waits()),
        _ => false,
    }
}
