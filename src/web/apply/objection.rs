//! The applicant's answer to a prepared refusal: an objection, the wish to be heard, or both; after the term, why not.

use actix_web::http::StatusCode;
use askama::Template;

use super::track::{Prepared, prepared};
use super::{load, say};
use crate::application::{Application, Denied, Move};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

#[derive(Template)]
#[template(path = "apply/objection.html")]
struct ObjectionPage {
    number: String,
    prepared: Prepared,
    text: String,
    asks_hearing: bool,
    /// Message id of why it was not taken.
    denied: Option<String>,
}

impl ObjectionPage {
    /// Message id of the heading: whoever has objected adds to it.
    fn title(&self) -> &'static str {
        if self.prepared.objections.is_empty() { "objection-title" } else { "objection-more" }
    }
}

/// Asks what the person has to say; elsewhere when no refusal is prepared.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    draw(&office, &applicant.view, StatusCode::OK, &application, None, (String::new(), false))
}

/// Takes it. The same sent twice is taken once.
pub async fn object(office: App, form: ApplicantForm) -> Outcome {
    let ApplicantForm { mut applicant, fields } = form;
    let (text, asks_hearing) = (fields.get("text").trim().to_owned(), fields.get("hearing") == "yes");
    if fields.has("switch") {
        let application = load(&office, &mut applicant).await?;
        return draw(&office, &applicant.view, StatusCode::OK, &application, None, (text, asks_hearing));
    }
    let (at, typed) = (office.clock.now(), text.clone());
    let denied = say(&office, &mut applicant, move |application| {
        let last = application.office.prepared_refusal.as_ref().and_then(|one| one.objections.last());
        let again = last.is_some_and(|last| last.text == typed && last.asks_hearing == asks_hearing);
        if again { Ok(None) } else { application.object(&typed, asks_hearing, at).map(Some) }
    });
    let denied = denied.await?;
    if let Some((application, denied)) = denied {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return draw(&office, &applicant.view, status, &application, Some(&denied), (text, asks_hearing));
    }
    tracing::info!(event = "objection_taken");
    applicant.view.go("/track#prepared")
}

fn draw(
    office: &Office,
    view: &View,
    status: StatusCode,
    application: &Application,
    denied: Option<&Denied>,
    (text, asks_hearing): (String, bool),
) -> Outcome {
    let open = application.status.after(Move::Object).is_some();
    let Some(prepared) = prepared(application, office.clock.today()).filter(|_| open) else {
        return view.go("/track");
    };
    let denied = denied.map(|denied| format!("denied-{}", denied.code()));
    view.page_with(
        status,
        &ObjectionPage { number: application.number.to_string(), prepared, text, asks_hearing, denied },
    )
}
