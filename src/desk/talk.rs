//! What is written beside a case: the conversation of applicant and office, which both read, and notes that stay inside
//! the office. Each is an event of the chain, so that nobody takes a word back unseen.

use chrono::{DateTime, Utc};

use crate::application::{Actor, Denied, Event, EventKind, Status};

/// A message or a note may have so many characters.
pub const LONGEST: usize = 2_000;

/// Whether the two sides may write to each other: from filing until nothing more happens.
pub fn is_open(status: Status) -> bool {
    status != Status::Draft && !status.is_final()
}

/// A message, from either side.
pub fn message(status: Status, text: &str, by: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    if !is_open(status) {
        return Err(Denied::Closed);
    }
    written(EventKind::Message, text, by, at)
}

/// A note inside the office; also on a case that is finished.
pub fn note(text: &str, by: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    written(EventKind::Noted, text, by, at)
}

fn written(kind: EventKind, text: &str, by: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    // Browsers send line ends as two signs.
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Denied::NothingSaid),
        length if length > LONGEST => Err(Denied::TooLong),
        _ => Ok(Event::new(kind, by, at).with("text", text)),
    }
}
