//! Approvals: asked with a date and an outgoing number, reminded of when nobody answers, answered.

use chrono::{DateTime, NaiveDate, Utc};

use crate::application::office::{Answered, Approval, Approver, Reminder};
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::law::calendar::Calendar;
use crate::law::terms;

/// A letter that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its date, not in the future.
    pub on: NaiveDate,
    /// Its number.
    pub number: String,
}

/// No office's numbers of letters are longer.
pub const LONGEST_NUMBER: usize = 100;

impl Letter {
    /// The number without blanks around it, of a letter that can have gone out by then.
    fn checked(&self, at: DateTime<Utc>) -> Result<String, Denied> {
        let number = self.number.trim();
        if self.on > crate::clock::civil(at).date() {
            return Err(Denied::BadDate);
        }
        if number.is_empty() {
            return Err(Denied::NothingNamed);
        }
        if number.chars().count() > LONGEST_NUMBER {
            return Err(Denied::TooLong);
        }
        Ok(number.to_owned())
    }
}

/// Notes that an approval was asked for; asking again replaces the earlier question and its answer.
pub fn ask(
    application: &mut Application,
    approver: Approver,
    letter: Letter,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Event, Denied> {
    let number = letter.checked(at)?;
    if application.office.accepted_on().is_some_and(|accepted_on| letter.on < accepted_on) {
        return Err(Denied::BeforeAcceptance);
    }
    let remind_on = terms::remind_on(letter.on, calendar).map_err(|_| Denied::UnknownYear)?;
    application.advance(Move::RecordApproval)?;
    let approvals = &mut application.office.approvals;
    let before = approvals.iter().find(|approval| approval.approver == approver);
    let (answer_was, answered_before) = (before.and_then(|one| one.answer), before.and_then(Approval::said));
    approvals.retain(|approval| approval.approver != approver);
    approvals.push(Approval {
        approver,
        asked_on: letter.on,
        outgoing_number: number.clone(),
        answer: None,
        answered_on: None,
        reminders: Vec::new(),
        remind_on: Some(remind_on),
        answered_before,
    });
    let event =
        written(EventKind::ApprovalAsked, approver, &number, officer, at).with("asked_on", letter.on.to_string());
    Ok(instead_of(event, answer_was))
}

/// The event that takes the place of an answer: it tells which.
fn instead_of(event: Event, before: Option<Answered>) -> Event {
    match before {
        Some(before) => event.with("answer_was", before.code()),
        None => event,
    }
}

/// Notes that a body that has not answered was reminded; the next reminder is as many working days away as the first.
pub fn remind(
    application: &mut Application,
    approver: Approver,
    letter: Letter,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Event, Denied> {
    let number = letter.checked(at)?;
    application.advance(Move::RecordApproval)?;
    let approvals = application.office.approvals.iter_mut();
    let silent = approvals.filter(|approval| approval.answer.is_none()).find(|approval| approval.approver == approver);
    let approval = silent.ok_or(Denied::NotAsked)?;
    if letter.on < approval.last_letter() {
        return Err(Denied::BadDate);
    }
    let remind_on = terms::remind_on(letter.on, calendar).map_err(|_| Denied::UnknownYear)?;
    approval.remind_on = Some(remind_on);
    approval.reminders.push(Reminder { on: letter.on, outgoing_number: number.clone(), officer: officer.clone() });
    Ok(written(EventKind::ApprovalReminded, approver, &number, officer, at).with("reminded_on", letter.on.to_string()))
}

/// The event of a letter that went out to a body.
fn written(kind: EventKind, approver: Approver, number: &str, officer: Actor, at: DateTime<Utc>) -> Event {
    Event::new(kind, officer, at).with("approver", approver.code()).with("number", number)
}

/// The reason for changing an answer may have so many characters.
pub const LONGEST_REASON: usize = 500;

/// Whether an answer would take the place of what a body has said already; also of what it said before it was asked anew.
pub fn changes(approval: &Approval, answer: Answered) -> bool {
    approval.answer.is_some_and(Answered::says) || approval.answered_before.is_some_and(|said| said != answer)
}

/// Records the answer. What a body has said already is changed with a reason only, so that no slip makes a yes of a no,
/// also when it was asked anew; after its silence any answer is the first.
pub fn answer(
    application: &mut Application,
    approver: Approver,
    (answer, answered_on): (Answered, NaiveDate),
    reason: &str,
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
    let (before, reason) = (application.office.approvals[asked].answer, reason.trim());
    let before_the_letter = application.office.approvals[asked].answered_before;
    if changes(&application.office.approvals[asked], answer) && reason.is_empty() {
        return Err(Denied::AnswerStands);
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Denied::TooLong);
    }
    application.advance(Move::RecordApproval)?;
    let approval = &mut application.office.approvals[asked];
    approval.answer = Some(answer);
    approval.answered_on = Some(answered_on);
    approval.answered_before = None;
    let event = Event::new(EventKind::ApprovalAnswered, officer, at)
        .with("approver", approver.code())
        .with("answer", answer.code())
        .with("answered_on", answered_on.to_string());
    let event = instead_of(event, before.or(before_the_letter));
    Ok(if reason.is_empty() { event } else { event.with("reason", reason) })
}
