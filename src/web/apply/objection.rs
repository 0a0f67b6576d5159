//! The applicant's answer to a prepared refusal: an objection, the wish to be heard, or both; after the term, why not.

use actix_web::http::StatusCode;
use askama::Template;

use super::load;
use super::track::{Prepared, prepared};
use crate::application::{Application, Denied, Move};
use crate::store::applications::{self, Changed};
use crate::web::error::{Error, Outcome};
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
    let (id, at, typed) = (applicant.id.clone(), office.clock.now(), text.clone());
    let taken = office
        .write(move |conn| {
            applications::change(conn, &id, None, |application, _| {
                let last = application.office.prepared_refusal.as_ref().and_then(|one| one.objections.last());
                let again = last.is_some_and(|last| last.text == typed && last.asks_hearing == asks_hearing);
                let event = if again { None } else { Some(application.object(&typed, asks_hearing, at)?) };
                Ok(Changed { value: (), event })
            })
        })
        .await;
    match taken {
        Ok(()) => {
            tracing::info!(event = "objection_taken");
            applicant.view.go("/track#prepared")
        }
        Err(Error::Denied(denied)) => {
            let application = load(&office, &mut applicant).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&office, &applicant.view, status, &application, Some(&denied), (text, asks_hearing))
        }
        Err(other) => Err(other),
    }
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
