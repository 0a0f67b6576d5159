//! The applicant's remarks on the minutes of the hearing; after the term, why not.

use actix_web::http::StatusCode;
use askama::Template;

use super::{load, say};
use crate::application::minutes::MinutesRemark;
use crate::application::refusal::Minutes;
use crate::application::{Application, Denied};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

#[derive(Template)]
#[template(path = "apply/minutes.html")]
struct MinutesPage<'a> {
    number: String,
    minutes: &'a Minutes,
    remarks: &'a [MinutesRemark],
    is_open: bool,
    text: String,
    /// Message id of why they were not taken.
    denied: Option<String>,
}

/// Asks what is wrong with the minutes; elsewhere when there are none.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    draw(&office, &applicant.view, StatusCode::OK, &application, None, String::new())
}

/// Takes the remarks. The same sent twice are taken once.
pub async fn remark(office: App, form: ApplicantForm) -> Outcome {
    let ApplicantForm { mut applicant, fields } = form;
    let text = fields.get("text").trim().to_owned();
    if fields.has("switch") {
        let application = load(&office, &mut applicant).await?;
        return draw(&office, &applicant.view, StatusCode::OK, &application, None, text);
    }
    let (at, typed) = (office.clock.now(), text.clone());
    let denied = say(&office, &mut applicant, move |application| {
        let last = application.minutes_told().and_then(|minutes| minutes.remarks.last());
        let again = last.is_some_and(|last| last.text == typed);
        if again { Ok(None) } else { application.remark_on_minutes(&typed, at).map(Some) }
    });
    let denied = denied.await?;
    if let Some((application, denied)) = denied {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return draw(&office, &applicant.view, status, &application, Some(&denied), text);
    }
    tracing::info!(event = "minutes_remarked");
    applicant.view.go("/track#prepared")
}

fn draw(
    office: &Office,
    view: &View,
    status: StatusCode,
    application: &Application,
    denied: Option<&Denied>,
    text: String,
) -> Outcome {
    let Some(minutes) = application.minutes_told() else { return view.go("/track") };
    let denied = denied.map(|denied| match denied {
        // The general sentences are about objections.
        Denied::TermOver(_) => "minutes-denied-term_over".to_owned(),
        Denied::TooMany => "minutes-denied-too_many".to_owned(),
        other => format!("denied-{}", other.code()),
    });
    let is_open = minutes.takes_remarks(office.clock.today());
    let (number, remarks) = (application.number.to_string(), &minutes.remarks[..]);
    view.page_with(status, &MinutesPage { number, minutes, remarks, is_open, text, denied })
}
