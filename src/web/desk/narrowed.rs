//! The history of a case, narrowed to what one person did or to one kind of event.

use std::collections::BTreeMap;

use crate::application::{Actor, Event};
use crate::web::form::Fields;

/// What a reader asks of a history, and what can be asked of it.
pub struct Narrowed {
    by: String,
    what: String,
    /// Who did something: code, and the name, or the message id of whom no name is told; each once.
    people: Vec<(String, Named)>,
    /// Codes of what happened, each once.
    pub kinds: Vec<&'static str>,
    /// So many events there are.
    all: usize,
}

/// Who somebody is.
pub enum Named {
    /// A member of the staff.
    Name(String),
    /// A message id.
    Key(&'static str),
}

/// Code and name of who did something.
fn doer(actor: &Actor) -> (&str, Named) {
    match actor {
        Actor::Applicant => ("applicant", Named::Key("desk-by-applicant")),
        Actor::Invited => ("invited", Named::Key("desk-by-invited")),
        Actor::Portal | Actor::Console => ("portal", Named::Key("desk-by-portal")),
        Actor::Staff { id, name, .. } => (id, Named::Name(name.clone())),
    }
}

impl Narrowed {
    /// Of all events of a case.
    pub fn of(asked: &Fields, events: &[Event]) -> Self {
        let people: BTreeMap<&str, Named> = events.iter().map(|event| doer(&event.actor)).collect();
        let mut kinds: Vec<&'static str> = events.iter().map(|event| event.kind.code()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Self {
            by: asked.get("by").to_owned(),
            what: asked.get("what").to_owned(),
            people: people.into_iter().map(|(code, name)| (code.to_owned(), name)).collect(),
            kinds,
            all: events.len(),
        }
    }
    /// Whether an event is asked for.
    pub fn has(&self, event: &Event) -> bool {
        let (by, _) = doer(&event.actor);
        (self.by.is_empty() || self.by == by) && (self.what.is_empty() || self.what == event.kind.code())
    }
    /// Who can be asked for.
    pub fn people(&self) -> &[(String, Named)] {
        &self.people
    }
    /// Whether somebody is asked for.
    pub fn is_by(&self, code: &str) -> bool {
        self.by == code
    }
    /// Whether a kind of event is asked for.
    pub fn is_what(&self, code: &str) -> bool {
        self.what == code
    }
    /// Whether something is left out.
    pub fn narrows(&self) -> bool {
        !self.by.is_empty() || !self.what.is_empty()
    }
    /// Whether there is something to narrow: a handful of lines is read faster than it is asked for.
    pub fn offers(&self) -> bool {
        const FEW: usize = 3;
        self.all > FEW || self.narrows()
    }
}
