//! Approvals: asked with a date and an outgoing number, reminded of when nobody answers, answered.

use chrono::{DateTime, NaiveDate, Utc};

use crate::application::office::{Answered, Approval, Approver, Reminder};
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::desk::words::{sound, wrong_length};
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
    fn checked(&self, at: DateTime<Utc>, not_before: Option<(NaiveDate, Denied)>) -> Result<String, Denied> {
        sound(wrong_day(self.on, crate::clock::civil(at).date(), not_before))?;
        sound(wrong_number(&self.number))?;
        Ok(self.number.trim().to_owned())
    }
}

/// What is wrong with the day of something that has happened, at the earliest on the day of `not_before`.
pub fn wrong_day(on: NaiveDate, today: NaiveDate, not_before: Option<(NaiveDate, Denied)>) -> Option<Denied> {
    let too_early = not_before.filter(|(first, _)| on < *first).map(|(_, why)| why);
    if on > today { Some(Denied::BadDate) } else { too_early }
}

/// What is wrong with the number of a letter.
pub fn wrong_number(number: &str) -> Option<Denied> {
    wrong_length(number, LONGEST_NUMBER, Some(Denied::NothingNamed))
}

/// No approval is asked for before the application is accepted.
pub fn asked_from(application: &Application) -> Option<(NaiveDate, Denied)> {
    application.office.accepted_on().map(|accepted_on| (accepted_on, Denied::BeforeAcceptance))
}

/// What a body that has not answered was sent last; a reminder follows it.
pub fn reminded_from(approval: &Approval) -> (NaiveDate, Denied) {
    (approval.last_letter(), Denied::BadDate)
}

/// No answer is older than its question.
pub fn answered_from(approval: &Approval) -> (NaiveDate, Denied) {
    (approval.asked_on, Denied::BadDate)
}

/// What is wrong with the reason for an answer: it has one where it changes what a body has said.
pub fn wrong_reason(approval: Option<&Approval>, answer: Option<Answered>, reason: &str) -> Option<Denied> {
    let changes = approval.zip(answer).is_some_and(|(approval, answer)| changes(approval, answer));
    wrong_length(reason, LONGEST_REASON, changes.then_some(Denied::AnswerStands))
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
    let number = letter.checked(at, asked_from(application))?;
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
    application.advance(Move::RecordApproval)?;
    let approvals = application.office.approvals.iter_mut();
    let silent = approvals.filter(|approval| approval.answer.is_none()).find(|approval| approval.approver == approver);
    let approval = silent.ok_or(Denied::NotAsked)?;
    let number = letter.checked(at, Some(reminded_from(approval)))?;
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
    let approval = &application.office.approvals[asked];
    sound(wrong_day(answered_on, today, Some(answered_from(approval))))?;
    sound(wrong_reason(Some(approval), Some(answer), reason))?;
    let (before, before_the_letter, reason) = (approval.answer, approval.answered_before, reason.trim());
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
