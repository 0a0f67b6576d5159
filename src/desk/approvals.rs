//! Approvals: asked with a date and an outgoing number, answered positively or negatively.

use chrono::{DateTime, NaiveDate, Utc};

use crate::application::office::{Answered, Approval, Approver};
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};

/// Notes that an approval was asked for; asking again replaces the earlier question and its answer.
pub fn ask(
    application: &mut Application,
    approver: Approver,
    asked_on: NaiveDate,
    outgoing_number: &str,
    officer: Actor,
    at: DateTime<Utc>,
) -> Result<Event, Denied> {
    if asked_on > crate::clock::civil(at).date() {
        return Err(Denied::BadDate);
    }
    if outgoing_number.trim().is_empty() {
        return Err(Denied::NothingNamed);
    }
    application.advance(Move::RecordApproval)?;
    let approvals = &mut application.office.approvals;
    approvals.retain(|approval| approval.approver != approver);
    approvals.push(Approval {
        approver,
        asked_on,
        outgoing_number: outgoing_number.trim().to_owned(),
        answer: None,
        answered_on: None,
    });
    Ok(Event::new(EventKind::ApprovalAsked, officer, at).with("approver", approver.code()))
}

/// Records the answer.
pub fn answer(
    application: &mut Application,
    approver: Approver,
    answer: Answered,
    answered_on: NaiveDate,
    officer: Actor,
    at: DateTime<Utc>,
) -> Result<Event, Denied> {
    let today = crate::clock::civil(at).date();
    let asked = application
        .office
        .approvals
        .iter()
        .position(|approval| approval.approver == approver)
        .ok_or(Denied::NotAsked)?;
    if answered_on > today || answered_on < application.office.approvals[asked].asked_on {
        return Err(Denied::BadDate);
    }
    application.advance(Move::RecordApproval)?;
    let approval = &mut application.office.approvals[asked];
    approval.answer = Some(answer);
    approval.answered_on = Some(answered_on);
    Ok(Event::new(EventKind::ApprovalAnswered, officer, at)
        .with("approver", approver.code())
        .with("answer", answer.code()))
}
