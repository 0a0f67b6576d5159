//! What the applicant changes of an application that was filed and returned: each item is an event of the chain, so that a
//! clerk whose page grew old meanwhile is told what changed. A draft is nobody's business yet, and stays outside.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::trail::{self, ONE_READ};
use super::{Conn, Stored, applications};
use crate::application::steps::StepName;
use crate::application::{Actor, Application, Event, EventKind, Status};
use crate::desk::marks::Item;
use crate::law::DocumentKind;

/// Writes what differs, each item by itself. A page saves while it is typed in: within [`ONE_READ`] an item is written
/// once for each return.
pub(super) fn note(conn: &mut Conn, before: &Application, after: &Application, at: DateTime<Utc>) -> Stored<()> {
    if before.status != Status::Returned || after.status != Status::Returned {
        return Ok(());
    }
    let items = changed(before, after);
    if items.is_empty() {
        return Ok(());
    }
    let known = written(trail::history(conn, &after.id)?, at);
    let fresh: Vec<String> = items.into_iter().filter(|item| !known.contains(item)).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let seen = applications::load(conn, &after.id)?.revision;
    for item in fresh {
        let event = Event::new(EventKind::Mended, Actor::Applicant, at).with("item", item).with("revision", seen);
        trail::append(conn, Some(&after.id), &event)?;
    }
    Ok(())
}

/// Codes of the items that were written since the last return and not long ago.
fn written(history: Vec<Event>, at: DateTime<Utc>) -> Vec<String> {
    let this_time = history.into_iter().rev().take_while(|event| event.kind != EventKind::Returned);
    let fresh = this_time.filter(|event| event.kind == EventKind::Mended && event.at > at - ONE_READ);
    fresh.filter_map(|event| event.details.get("item").and_then(Value::as_str).map(str::to_owned)).collect()
}

/// Codes of the items of which something else stands there now.
fn changed(before: &Application, after: &Application) -> Vec<String> {
    let content = |item: Item, of: &Application| item.content(&of.answers, &of.papers);
    let every = StepName::ALL.iter().copied().map(Item::Step);
    let every = every.chain(DocumentKind::ALL.iter().copied().map(Item::Paper));
    let differs = |item: &Item| {
        content(*item, before) != content(*item, after)
            || (*item == Item::Paper(DocumentKind::Photo) && before.photograph != after.photograph)
            || (*item == Item::Step(StepName::Passport) && before.zone != after.zone)
    };
    every.filter(differs).map(Item::code).collect()
}
