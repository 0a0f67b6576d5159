//! Which cases wait for nothing but the decision: what a supervisor looks for in the morning.

use crate::application::{Actor, Application, Status};

/// The key of cases that are ready for a decision.
pub const READY: &str = "=d";

/// Behind this stands every key of such a case, and no other's.
pub const BEYOND: &str = "=e";

/// The key of those among them in which this member of the staff decides nothing, since they prepared the refusal.
pub fn not_for(staff: &str) -> String {
    format!("{READY}:{staff}")
}

/// Who prepared the refusal of a case, by the id of the account.
pub(super) fn preparer(application: &Application) -> Option<String> {
    match &application.office.prepared_refusal.as_ref()?.officer {
        Actor::Staff { id, .. } => Some(id.clone()),
        _ => None,
    }
}

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
