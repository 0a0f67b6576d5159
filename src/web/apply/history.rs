//! The history as the applicant may see it: what happened and when, who did it by role and unit, never by name.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::application::steps::StepName;
use crate::application::{Actor, Event, EventKind};
use crate::desk::marks::Item;
use crate::law::DocumentKind;

/// One line of the history.
pub struct Happened {
    /// Message id is `event-{code}`.
    pub kind: &'static str,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: By,
    /// What belongs to it.
    pub notes: Vec<Note>,
}

/// By whom something was done.
#[derive(Debug, PartialEq, Eq)]
pub enum By {
    /// The applicant.
    Applicant,
    /// Somebody with a link for one paper.
    Invited,
    /// The program by itself.
    Portal,
    /// A member of the staff: message ids of role and unit.
    Staff(String, String),
}

/// A detail with its label.
pub struct Note {
    /// Message id of the label.
    pub label: &'static str,
    /// What it says.
    pub said: Said,
}

/// What a detail says.
pub enum Said {
    /// As it is written: a registration number.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// Message ids of names.
    Names(Vec<String>),
}

/// An event as the applicant may see it. What another authority answered is for the office alone; who looked has a page
/// of its own.
pub fn happened(event: &Event) -> Option<Happened> {
    if matches!(event.kind, EventKind::ApprovalAnswered | EventKind::Message)
        || event.kind.is_read()
        || event.kind.is_inside()
        || concerns_letters_only(event)
    {
        return None;
    }
    let by = match &event.actor {
        Actor::Applicant => By::Applicant,
        Actor::Invited => By::Invited,
        Actor::Portal | Actor::Console => By::Portal,
        Actor::Staff { role, unit, .. } => By::Staff(format!("track-role-{role}"), format!("unit-{unit}")),
    };
    Some(Happened { kind: event.kind.code(), at: event.at, by, notes: notes(event) })
}

/// Whether of all days of a case only those moved on which the office reminds other authorities.
fn concerns_letters_only(event: &Event) -> bool {
    let told = ["due_on", "not_before", "objection_until", "remarks_until"];
    event.kind == EventKind::DueMoved && !told.iter().any(|day| event.details.contains_key(*day))
}

fn notes(event: &Event) -> Vec<Note> {
    let text = |name: &str| event.details.get(name).and_then(Value::as_str);
    let written = |label, name| text(name).map(|text| Note { label, said: Said::Text(text.to_owned()) });
    let day = |label, name| text(name)?.parse().ok().map(|day| Note { label, said: Said::Day(day) });
    let names = |label, ids: Vec<String>| (!ids.is_empty()).then_some(Note { label, said: Said::Names(ids) });
    let found = match event.kind {
        EventKind::Accepted => vec![
            written("track-number-given", "number"),
            day("track-registered-on", "registered_on"),
            day("track-due-on", "due_on"),
        ],
        EventKind::Returned => vec![names("track-items-to-mend", listed(event).filter_map(name_of).collect())],
        EventKind::AcceptanceRefused => vec![names(
            "track-items-refused",
            listed(event).filter_map(|item| document_of(item.split(':').next()?)).collect(),
        )],
        EventKind::Corrected => {
            vec![names("track-step-corrected", text("step").and_then(name_of).into_iter().collect())]
        }
        EventKind::ApprovalAsked | EventKind::ApprovalReminded => {
            vec![names("track-asked-of", text("approver").map(|code| format!("approver-{code}")).into_iter().collect())]
        }
        EventKind::FileInfected
        | EventKind::InvitationMade
        | EventKind::InvitationRevoked
        | EventKind::PaperBrought => {
            vec![names("track-scan-document", text("document").and_then(document_of).into_iter().collect())]
        }
        EventKind::Mended => {
            vec![names("track-item-mended", text("item").and_then(name_of).into_iter().collect())]
        }
        EventKind::DueMoved => vec![
            day("track-due-on", "due_on"),
            day("track-not-before", "not_before"),
            day("track-objection-until", "objection_until"),
            day("track-remarks-until", "remarks_until"),
        ],
        EventKind::HearingAppointed => vec![day("ahead-day", "hearing_on")],
        EventKind::HearingRecorded => {
            vec![names(
                "track-hearing-outcome",
                text("outcome").map(|code| format!("outcome-{code}")).into_iter().collect(),
            )]
        }
        EventKind::RefusalPrepared => vec![day("track-objection-until", "objection_until")],
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn listed(event: &Event) -> impl Iterator<Item = &str> {
    event.details.get("items").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// Message id of the name of a step or a document: `step-passport`, `paper-passport`. Of a code without either, as events
/// had them once, the step is meant.
fn name_of(code: &str) -> Option<String> {
    if let Some(item) = Item::from_code(code) {
        return Some(item.own_label());
    }
    StepName::from_code(code).map(|step| format!("step-{}", step.code())).or_else(|| document_of(code))
}

fn document_of(code: &str) -> Option<String> {
    code.parse::<DocumentKind>().ok().map(|kind| format!("document-{}", kind.code()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: EventKind) -> Event {
        let (id, name, unit) = ("7".to_owned(), "Secret N.".to_owned(), "KZ75".to_owned());
        let actor = Actor::Staff { id, name, role: "officer".to_owned(), unit };
        Event::new(kind, actor, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn the_clerk_is_a_role_and_a_unit() {
        let line = happened(&event(EventKind::Approved)).unwrap();
        assert_eq!(line.by, By::Staff("track-role-officer".to_owned(), "unit-KZ75".to_owned()));
    }

    #[test]
    fn an_enquiry_is_shown_and_its_answer_is_not() {
        let asked = event(EventKind::ApprovalAsked).with("approver", "bank");
        let notes = happened(&asked).unwrap().notes;
        assert!(matches!(&notes[0].said, Said::Names(names) if names == &["approver-bank"]));
        assert!(happened(&event(EventKind::ApprovalAnswered).with("answer", "negative")).is_none());
    }

    #[test]
    fn what_was_returned_is_named_in_words_for_the_applicant() {
        let returned = event(EventKind::Returned).with("items", vec!["step-situation", "paper-passport", "passport"]);
        let notes = happened(&returned).unwrap().notes;
        let named = ["step-situation", "document-passport", "step-passport"];
        assert!(matches!(&notes[0].said, Said::Names(names) if names == &named));
    }

    #[test]
    fn what_acceptance_was_refused_for_is_named() {
        let refused = event(EventKind::AcceptanceRefused).with("items", vec!["solvency:missing", "gone:expired"]);
        let notes = happened(&refused).unwrap().notes;
        assert!(matches!(&notes[0].said, Said::Names(names) if names == &["document-solvency"]));
    }
}
