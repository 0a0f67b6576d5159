//! The history of a case as the clerk reads it: names of staff are shown to staff.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::application::steps::StepName;
use crate::application::{Actor, Application, Event, EventKind};
use crate::desk::deficiency::corrected;
use crate::desk::marks::Item;
use crate::desk::mended::Changed;
use crate::desk::title;

/// One line.
pub struct Happened {
    /// Code of the event.
    pub kind: &'static str,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub who: Who,
    /// What belongs to it.
    pub notes: Vec<Note>,
}

/// By whom something was done.
pub enum Who {
    /// The applicant.
    Applicant,
    /// Somebody with a link for one paper.
    Invited,
    /// The program by itself.
    Portal,
    /// A member of the staff: name and role's code.
    Staff(String, String),
}

/// A detail of an event.
pub enum Note {
    /// A message id.
    Key(String),
    /// Two message ids: a document's and a fault's, or what something is called and what it was.
    Fault(String, String),
    /// A reason, or what says itself what it is.
    Text(String),
    /// Message id of a line, and what stands in it.
    Line(&'static str, String),
    /// In whose place it was done.
    For(String),
    /// Message id of what falls on a day, and the day.
    Day(&'static str, NaiveDate),
    /// An answer, old and new.
    Changed(Box<Changed>),
}

/// The history of a case, newest first.
pub fn history(application: &Application, events: Vec<Event>) -> Vec<Happened> {
    let newest_first = events.into_iter().rev();
    newest_first
        .map(|event| Happened {
            kind: event.kind.code(),
            at: event.at,
            notes: notes_of(application, &event),
            who: match event.actor {
                Actor::Applicant => Who::Applicant,
                Actor::Invited => Who::Invited,
                Actor::Portal | Actor::Console => Who::Portal,
                Actor::Staff { name, role, .. } => Who::Staff(name, role),
            },
        })
        .collect()
}

fn notes_of(application: &Application, event: &Event) -> Vec<Note> {
    let changed = corrected(application, event);
    // Old and new tell also which box it was.
    let told = event.details.iter().filter(|(name, _)| changed.is_empty() || *name != "fields");
    let told: Vec<Note> = told.flat_map(|(name, value)| notes(event.kind, name, value)).collect();
    changed.into_iter().map(|one| Note::Changed(Box::new(one))).chain(told).collect()
}

fn notes(kind: EventKind, name: &str, value: &Value) -> Vec<Note> {
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    texts.into_iter().filter_map(|text| note(kind, name, text)).collect()
}

fn note(kind: EventKind, name: &str, text: &str) -> Option<Note> {
    let day = |label| text.parse().ok().map(|day| Note::Day(label, day));
    match name {
        "items" | "item" => Some(item(text)),
        "document" => Some(Note::Key(format!("document-{text}"))),
        "fields" => Some(Note::Key(text.to_owned())),
        "step" => Some(Note::Key(title::of_step(text))),
        "approver" => Some(Note::Key(format!("approver-{text}"))),
        "asks" => Some(Note::Key(format!("desk-asks-{text}"))),
        "outcome" => Some(Note::Key(format!("outcome-{text}"))),
        "answer" => Some(Note::Key(format!("answered-{text}"))),
        "answer_was" => Some(Note::Fault("desk-answer-was".to_owned(), format!("answered-{text}"))),
        "answered_on" => day("desk-note-answered-on"),
        "number" if kind == EventKind::Accepted => Some(Note::Line("desk-note-registration", text.to_owned())),
        "number" => Some(Note::Line("desk-note-outgoing", text.to_owned())),
        "grounds" => Some(Note::Line("desk-note-ground", text.to_owned())),
        "reason" | "to" | "signature" => Some(Note::Text(text.to_owned())),
        "for" => Some(Note::For(text.to_owned())),
        "from" => Some(Note::Line("desk-note-from", text.to_owned())),
        "registered_on" => day("desk-registered-on"),
        "due_on" => day("desk-due-on"),
        "due_was" => day("desk-due-was"),
        "mend_until" => day("desk-mend-until"),
        "objection_until" => day("desk-objection-until"),
        "not_before" => day("desk-not-before"),
        "asked_on" => day("desk-approval-asked_on"),
        "reminded_on" => day("desk-approval-reminded_on"),
        "hearing_on" => day("desk-hearing-on"),
        "remarks_until" => day("desk-remarks-until"),
        "remind_on" => day("desk-remind-on"),
        _ => None,
    }
}

/// What was returned (a step or a document; once without saying which), or why acceptance was refused (`document:fault`).
fn item(text: &str) -> Note {
    match (text.split_once(':'), Item::from_code(text)) {
        (Some((document, fault)), _) => Note::Fault(format!("document-{document}"), format!("fault-{fault}")),
        (None, Some(item)) => Note::Key(item.label()),
        (None, None) if StepName::from_code(text).is_some() => Note::Key(title::of_step(text)),
        (None, None) => Note::Key(format!("document-{text}")),
    }
}
