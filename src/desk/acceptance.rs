//! At the counter: originals compared and the application accepted, or acceptance refused; the permit handed out.
//! APPK art. 64 (talon, registration), law on state services arts. 19 and 20 (refused acceptance).

use chrono::{DateTime, NaiveDate, Utc};

use crate::application::office::{AcceptanceRefusal, Fault, RefusedItem, Registration};
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::documents::freshness;
use crate::law::calendar::Calendar;
use crate::law::switches::Switches;
use crate::law::{DocumentKind, terms};

/// Registers the application: every required document's original was compared, and none has run out of time.
///
/// `compared` are the documents ticked; `number` is the registration number to give.
pub fn accept(
    application: &mut Application,
    compared: &[DocumentKind],
    number: String,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
    switches: &Switches,
) -> Result<Event, Denied> {
    let handed_in_on = crate::clock::civil(at).date();
    let required = application.requirements(handed_in_on, switches);
    if required.iter().any(|requirement| !compared.contains(&requirement.kind)) {
        return Err(Denied::OriginalsMissing);
    }
    if application.status.after(Move::Accept).is_some() {
        let found = crate::application::review::papers(application, handed_in_on, switches);
        if found.stop() {
            return Err(Denied::Findings(found));
        }
        // Nobody has seen what is in quarantine, so nobody can have compared it. Without a scanner nothing waits.
        if application.awaits_scan() {
            return Err(Denied::FilesWaiting);
        }
    }
    let clock = terms::clock(handed_in_on, crate::clock::after_hours(at), calendar).map_err(|_| Denied::UnknownYear)?;
    application.advance(Move::Accept)?;
    application.office.registration = Some(Registration {
        number: number.clone(),
        handed_in_at: at,
        registered_on: clock.registered_on,
        due_on: clock.due_on,
        officer: officer.clone(),
        name: application.name(),
        unit: application.unit().unwrap_or_default().to_owned(),
        compared: required.iter().map(|requirement| requirement.kind).collect(),
    });
    Ok(Event::new(EventKind::Accepted, officer, at)
        .with("number", number)
        .with("registered_on", clock.registered_on.to_string())
        .with("due_on", clock.due_on.to_string()))
}

/// Whether what is said to have expired has: by what the portal knows of it or, where that is good, by the date that the
/// counter saw on the original.
pub fn has_expired(
    application: &Application,
    kind: DocumentKind,
    seen_on: Option<NaiveDate>,
    today: NaiveDate,
) -> bool {
    let until = seen_on.and_then(|date| freshness::good_until_by(date, kind.rule()));
    !application.knows_as_good(kind, today) || until.is_some_and(|until| until < today)
}

/// Refuses acceptance: each missing or expired item is named, once, and only what is asked of this person. A new filing is
/// free.
pub fn refuse(
    application: &mut Application,
    mut items: Vec<RefusedItem>,
    officer: Actor,
    at: DateTime<Utc>,
    switches: &Switches,
) -> Result<Event, Denied> {
    let today = crate::clock::civil(at).date();
    let required = application.requirements(today, switches);
    let mut named = Vec::new();
    items.retain(|RefusedItem { document: kind, fault, .. }| {
        // What has no term cannot have run out.
        if *fault == Fault::Expired && !kind.rule().has_term() {
            return false;
        }
        let first = required.iter().any(|requirement| requirement.kind == *kind) && !named.contains(kind);
        named.push(*kind);
        first
    });
    if items.is_empty() {
        return Err(Denied::NothingNamed);
    }
    for RefusedItem { document, fault, seen_on } in &mut items {
        if *fault != Fault::Expired || !application.knows_as_good(*document, today) {
            *seen_on = None;
        } else if !has_expired(application, *document, *seen_on, today) {
            return Err(Denied::NotExpired(*document));
        }
    }
    application.advance(Move::RefuseAcceptance)?;
    let named: Vec<String> =
        items.iter().map(|item| format!("{}:{}", item.document.code(), item.fault.code())).collect();
    application.office.acceptance_refusal = Some(AcceptanceRefusal { at, officer: officer.clone(), items });
    Ok(Event::new(EventKind::AcceptanceRefused, officer, at).with("items", named))
}

/// Hands the permit out.
pub fn issue(application: &mut Application, officer: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    application.advance(Move::Issue)?;
    application.office.issued_on = Some(crate::clock::civil(at).date());
    Ok(Event::new(EventKind::Issued, officer, at))
}
