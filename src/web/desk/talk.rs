//! The conversation with the applicant, and notes that stay inside the office, on one page.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{DateTime, Utc};

use super::{find, load};
use crate::application::{Actor, Application, Denied, Event, EventKind};
use crate::desk::Duty;
use crate::desk::talk::{self, LONGEST};
use crate::store::talks::{self, Side};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

type Where = web::Path<(String, String)>;

#[derive(Template)]
#[template(path = "desk/talk.html")]
struct TalkPage {
    id: String,
    number: String,
    name: String,
    /// The applicant's language.
    language: String,
    messages: Vec<Line>,
    notes: Vec<Line>,
    /// Whether this clerk writes.
    writes: bool,
    /// Whether the applicant can still be written to.
    open: bool,
    message: String,
    note: String,
    denied: Option<String>,
    /// The box of what was denied; none when the applicant can no longer be written to.
    at: Option<&'static str>,
    longest: usize,
}

impl TalkPage {
    fn error_at(&self, field: &str) -> &str {
        self.denied.as_deref().filter(|_| self.at == Some(field)).unwrap_or_default()
    }
}

/// A message or a note.
struct Line {
    at: DateTime<Utc>,
    /// Name and code of the role; none for the applicant.
    staff: Option<(String, String)>,
    text: String,
}

fn line(event: Event) -> Line {
    let text = event.details.get("text").and_then(|text| text.as_str()).unwrap_or_default().to_owned();
    let staff = match event.actor {
        Actor::Staff { name, role, .. } => Some((name, role)),
        Actor::Applicant | Actor::Invited | Actor::Portal | Actor::Console => None,
    };
    Line { at: event.at, staff, text }
}

/// Shows both. What somebody who answers has looked at is read for the office.
pub async fn show(office: App, path: Where, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let id = application.id.clone();
    let unread = office.read(move |conn| talks::unread(conn, &id, Side::Office)).await?;
    if unread > 0 && clerk.staff.may(Duty::Return) {
        let id = application.id.clone();
        let read = office.write(move |conn| {
            let last = talks::of(conn, &id, EventKind::Message)?.last().map_or(0, |(seq, _)| *seq);
            talks::mark_read(conn, &id, Side::Office, last)
        });
        read.await?;
    }
    draw(&office, &clerk, &application, &Fields::default(), None).await
}

async fn draw(
    office: &App,
    clerk: &Clerk,
    application: &Application,
    fields: &Fields,
    denied: Option<&Denied>,
) -> Outcome {
    let id = application.id.clone();
    let (messages, notes) = office
        .read(move |conn| Ok((talks::of(conn, &id, EventKind::Message)?, talks::of(conn, &id, EventKind::Noted)?)))
        .await?;
    let lines = |all: Vec<(i64, Event)>| all.into_iter().rev().map(|(_, event)| line(event)).collect();
    let page = TalkPage {
        id: application.id.clone(),
        number: application.number.to_string(),
        name: application.name(),
        language: application.language.clone(),
        messages: lines(messages),
        notes: lines(notes),
        writes: clerk.staff.may(Duty::Return),
        open: talk::is_open(application.status),
        message: fields.get("message").to_owned(),
        note: fields.get("note").to_owned(),
        denied: denied.map(|denied| format!("denied-{}", denied.code())),
        at: match fields.has("note") {
            true => Some("note"),
            false => talk::is_open(application.status).then_some("message"),
        },
        longest: LONGEST,
    };
    // Language links lead to the page itself: the addresses of its forms have none.
    let view = View { here: format!("/desk/cases/{}/messages", application.id), ..clerk.view.clone() };
    view.page_with(if denied.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// Writes to the applicant.
pub async fn say(office: App, path: Where, form: ClerkForm) -> Outcome {
    let application = find(&office, &form.clerk.staff, &path.1).await?;
    let (text, by, at) = (form.fields.get("message"), form.clerk.staff.actor(), office.clock.now());
    let event = talk::message(application.status, text, by, at);
    keep(&office, &form, &application, event).await
}

/// Notes something for colleagues.
pub async fn note(office: App, path: Where, form: ClerkForm) -> Outcome {
    let application = find(&office, &form.clerk.staff, &path.1).await?;
    let event = talk::note(form.fields.get("note"), form.clerk.staff.actor(), office.clock.now());
    keep(&office, &form, &application, event).await
}

async fn keep(office: &App, form: &ClerkForm, application: &Application, event: Result<Event, Denied>) -> Outcome {
    let ClerkForm { clerk, fields } = form;
    let event = match event {
        Ok(event) => event,
        Err(denied) => return draw(office, clerk, application, fields, Some(&denied)).await,
    };
    office.messages.attempt(&format!("{} {}", clerk.staff.id, application.id)).map_err(Error::Throttled)?;
    let (id, kind) = (application.id.clone(), event.kind.code());
    office.write(move |conn| talks::say(conn, &id, &event)).await?;
    tracing::info!(event = "case_written", kind, staff = %clerk.staff.id);
    clerk.view.go(&format!("/desk/cases/{}/messages", application.id))
}
