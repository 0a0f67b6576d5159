//! Filing: one transaction that moves the application, freezes what was filed and writes the history. Also taking the
//! application back.

use actix_web::http::StatusCode;
use askama::Template;

use super::{check, load};
use crate::application::{Application, Move, Status};
use crate::store::applications::{self, Changed};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Applicant, ApplicantForm};

/// Files the application, for the first time or after a return. A form sent twice leads to the same receipt.
pub async fn submit(office: App, form: ApplicantForm) -> Outcome {
    let ApplicantForm { mut applicant, fields } = form;
    // A form without a revision is no form of ours: it is treated like one that is too old.
    let seen = fields.get("revision").parse().unwrap_or(-1);
    let (id, at, switches) = (applicant.id.clone(), office.clock.now(), office.switches.clone());
    let filed = office
        .write(move |conn| {
            applications::change(conn, &id, Some(seen), |application, conn| {
                let event = application.submit(at, &switches)?;
                let frozen = applications::freeze(conn, application, at, &switches)?;
                let event = event.with("submission", frozen.no).with("sha256", frozen.sha256);
                Ok(Changed { value: (), event: Some(event) })
            })
        })
        .await;
    let answer = match filed {
        Ok(()) => {
            tracing::info!(event = "application_filed");
            applicant.view.go("/apply/receipt")
        }
        Err(error @ (Error::Conflict | Error::Denied(_))) => not_filed(&office, &mut applicant, error).await,
        Err(other) => Err(other),
    }?;
    Ok(answer)
}

/// Filed already: to its receipt. Changed meanwhile, or something is to be mended: the page again, saying so.
async fn not_filed(office: &App, applicant: &mut Applicant, error: Error) -> Outcome {
    let application = load(office, applicant).await?;
    if !application.status.is_open() {
        return applicant.view.go("/apply/receipt");
    }
    // The page is drawn at the address of the form, which nobody can open: its links lead to the page itself.
    applicant.view.here = "/apply/check".to_owned();
    let (status, changed) = match error {
        Error::Conflict => (StatusCode::CONFLICT, true),
        Error::Denied(crate::application::Denied::Findings(_)) => (StatusCode::UNPROCESSABLE_ENTITY, false),
        other => return Err(other),
    };
    check::draw(office, &applicant.view, status, &application, changed).await
}

/// Somebody opens the address of the form, from the history or after the key had run out.
pub async fn back(applicant: Applicant) -> Outcome {
    applicant.view.go("/apply/check")
}

#[derive(Template)]
#[template(path = "apply/withdraw.html")]
struct WithdrawPage {
    number: String,
    accepted: bool,
}

/// Asks whether the application is really to be taken back.
pub async fn confirm_withdrawal(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !may_withdraw(&application) {
        return elsewhere(&applicant.view, &application);
    }
    let accepted = application.office.registration.is_some();
    applicant.view.page(&WithdrawPage { number: application.number.to_string(), accepted })
}

/// Takes the application back. Sent twice, it is taken back once.
pub async fn withdraw(office: App, form: ApplicantForm) -> Outcome {
    let ApplicantForm { applicant, .. } = form;
    let (id, at) = (applicant.id.clone(), office.clock.now());
    office
        .write(move |conn| {
            applications::change(conn, &id, None, |application, _| {
                let already = application.status == Status::Withdrawn;
                let event = if already { None } else { Some(application.withdraw(at)?) };
                Ok(Changed { value: (), event })
            })
        })
        .await?;
    tracing::info!(event = "application_withdrawn");
    let answer = applicant.view.go("/track")?;
    Ok(answer)
}

/// Whether the applicant can still take it back.
pub fn may_withdraw(application: &Application) -> bool {
    application.status.after(Move::Withdraw).is_some()
}

fn elsewhere(view: &View, application: &Application) -> Outcome {
    view.go(if application.status == Status::Draft { "/apply" } else { "/track" })
}
