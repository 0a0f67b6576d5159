//! The conversation with the office: what was written, by whom (role and unit, never the name), and a box to write.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::{DateTime, Utc};

use super::load;
use crate::application::{Actor, Application, Denied, Event, EventKind, Status};
use crate::desk::talk::{self, LONGEST};
use crate::store::talks::{self, Side};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Applicant, ApplicantForm};

#[derive(Template)]
#[template(path = "apply/talk.html")]
struct TalkPage {
    number: String,
    lines: Vec<Line>,
    /// Whether papers can still be changed.
    changes: bool,
    /// Whether more can be written.
    open: bool,
    text: String,
    denied: Option<String>,
    /// Whether the message on top has just been sent.
    sent: bool,
    longest: usize,
}

/// The query of the page on which a message was written.
const SENT: &str = "sent=yes";

/// A message.
struct Line {
    at: DateTime<Utc>,
    /// Codes of role and unit; none for the applicant's own.
    office: Option<(String, String)>,
    text: String,
}

fn line(event: Event) -> Line {
    let text = event.details.get("text").and_then(|text| text.as_str()).unwrap_or_default().to_owned();
    let office = match event.actor {
        Actor::Staff { role, unit, .. } => Some((role, unit)),
        Actor::Applicant | Actor::Invited | Actor::Portal | Actor::Console => None,
    };
    Line { at: event.at, office, text }
}

/// Shows the conversation, and notes that it is read.
pub async fn show(req: HttpRequest, office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if application.status == Status::Draft {
        return applicant.view.go("/apply");
    }
    let id = application.id.clone();
    if office.read(move |conn| talks::unread(conn, &id, Side::Applicant)).await? > 0 {
        let id = application.id.clone();
        let read = office.write(move |conn| {
            let last = talks::of(conn, &id, EventKind::Message)?.last().map_or(0, |(seq, _)| *seq);
            talks::mark_read(conn, &id, Side::Applicant, last)
        });
        read.await?;
    }
    let sent = req.query_string() == SENT;
    draw(&office, &applicant.view, &application, String::new(), None, sent).await
}

async fn draw(
    office: &App,
    view: &View,
    application: &Application,
    text: String,
    denied: Option<&Denied>,
    sent: bool,
) -> Outcome {
    let id = application.id.clone();
    let said = office.read(move |conn| talks::of(conn, &id, EventKind::Message)).await?;
    let lines: Vec<Line> = said.into_iter().rev().map(|(_, event)| line(event)).collect();
    let page = TalkPage {
        number: application.number.to_string(),
        sent: sent && lines.first().is_some_and(|last| last.office.is_none()),
        lines,
        changes: application.status.is_open(),
        open: talk::is_open(application.status),
        text,
        denied: denied.map(|denied| format!("denied-{}", denied.code())),
        longest: LONGEST,
    };
    view.page_with(if denied.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// Writes to the office.
pub async fn say(office: App, form: ApplicantForm) -> Outcome {
    let ApplicantForm { mut applicant, fields } = form;
    let application = load(&office, &mut applicant).await?;
    let text = fields.get("text").to_owned();
    if fields.has("switch") {
        return draw(&office, &applicant.view, &application, text, None, false).await;
    }
    let event = match talk::message(application.status, &text, Actor::Applicant, office.clock.now()) {
        Err(denied @ (Denied::NothingSaid | Denied::TooLong)) => {
            return draw(&office, &applicant.view, &application, text, Some(&denied), false).await;
        }
        other => other?,
    };
    office.messages.attempt(&application.id).map_err(Error::Throttled)?;
    let id = application.id.clone();
    office.write(move |conn| talks::say(conn, &id, &event)).await?;
    applicant.view.go(&format!("/apply/messages?{SENT}"))
}
