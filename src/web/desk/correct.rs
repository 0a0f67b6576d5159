//! A clerk corrects the answers of a step on the applicant's word: the applicant's own page, the same checks, a reason.

use actix_web::http::StatusCode;
use actix_web::web;

use super::act::act;
use super::claim::{holder, stopped};
use super::{case, is_offered, is_seen, load};
use crate::application::steps::{Body, StepName};
use crate::application::{Application, Denied, Move};
use crate::desk::{deficiency, title};
use crate::store::{applications, claims};
use crate::validation::Findings;
use crate::web::apply::screen::{self, Correction, StepPage};
use crate::web::apply::step;
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::state::{App, Office};
use crate::web::visit::{Clerk, ClerkForm};

/// The address of a correction: language, case, step.
type Where = web::Path<(String, String, String)>;

/// The step of an address, if it is one page of questions that is asked of this person.
fn step_of(office: &Office, application: &Application, code: &str) -> Outcome<StepName> {
    let today = application.filing_day(office.clock.today());
    StepName::from_code(code)
        .filter(|step| deficiency::is_correctable(*step) && application.answers.asked(*step, today))
        .ok_or(Error::NotFound)
}

/// Shows the step as it stands.
pub async fn show(office: App, path: Where, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let step = step_of(&office, &application, &path.2)?;
    if !is_offered(&clerk.staff, application.status, Move::Correct) {
        return clerk.view.go(&format!("/desk/cases/{}", path.1));
    }
    let stored = (step.form().read)(application.answers.body(step).cloned().unwrap_or_default());
    let page = page(&office, &application, step, stored, Findings::default(), "");
    screen::draw(&clerk.view, StatusCode::OK, step, &page)
}

/// Corrects the step; then back to it on the page of the case.
pub async fn make(office: App, path: Where, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    let application = load(&office, &clerk.staff, &path.1).await?;
    let step = step_of(&office, &application, &path.2)?;
    let stored = application.answers.body(step).cloned().unwrap_or_default();
    let typed = (step.form().read)(fields.answers(step.form().fields, &stored));
    let reason = fields.get("reason").to_owned();
    if fields.has("switch") {
        let page = page(&office, &application, step, typed, Findings::default(), &reason);
        return screen::draw(&clerk.view, StatusCode::OK, step, &page);
    }
    let (body, why) = (typed.clone(), reason.clone());
    let (staff, lease) = (clerk.staff.clone(), office.lifetimes.claim);
    let made = act(&office, &clerk, Move::Correct, &path.1, &fields, move |application, conn, officer, at| {
        // Who corrects an answer has begun to work on the case.
        claims::take(conn, &application.id, &staff, at, lease)?;
        Ok(deficiency::correct(application, step, body, &why, officer, at)?)
    });
    match made.await {
        Ok(()) => {
            clerk.view.is_saved(&office);
            after(&office, &clerk, &path.1, step).await
        }
        Err(error @ (Error::Conflict | Error::Held(_))) => {
            let action = format!("/desk/cases/{}/correct/{}", path.1, path.2);
            stopped(&office, &clerk, &path.1, Some(action), &fields, holder(error)).await
        }
        Err(Error::Denied(
            denied @ (Denied::Findings(_) | Denied::NoReasons | Denied::TooLong | Denied::NothingNamed),
        )) => {
            let same = denied == Denied::NothingNamed;
            let found = (step.form().check)(&typed, application.filing_day(office.clock.today()));
            let mut page = page(&office, &application, step, typed, found, &reason);
            if let Some(correction) = &mut page.correction {
                correction.same = same;
                correction.wrong = match reason.trim().chars().count() {
                    0 => "desk-reason-missing",
                    length if length > deficiency::LONGEST_REASON => "denied-too_long",
                    _ => "",
                };
            }
            screen::draw(&clerk.view, StatusCode::UNPROCESSABLE_ENTITY, step, &page)
        }
        Err(Error::Denied(denied)) => case::draw(&office, &clerk, &path.1, Some((&denied, &fields))).await,
        Err(other) => Err(other),
    }
}

/// Back to the case; to the queue when a corrected region has handed the case to another unit.
async fn after(office: &App, clerk: &Clerk, id: &str, step: StepName) -> Outcome {
    let asked = id.to_owned();
    let application = office.read(move |conn| applications::load(conn, &asked)).await?;
    if is_seen(&clerk.staff, &application) {
        clerk.view.go(&format!("/desk/cases/{id}#step-{}", step.code()))
    } else {
        clerk.view.go("/desk")
    }
}

fn page(
    office: &Office,
    application: &Application,
    step: StepName,
    body: Body,
    found: Findings,
    reason: &str,
) -> StepPage {
    let form = Filled::unchecked(step.code(), step.form().fields, body).with(found).unexplained();
    StepPage {
        title: title::of_step(step.code()),
        action: format!("/desk/cases/{}/correct/{}", application.id, step.code()),
        correction: Some(Correction {
            case: application.id.clone(),
            number: application.number.to_string(),
            name: application.name(),
            revision: application.revision,
            reason: reason.to_owned(),
            wrong: "",
            same: false,
        }),
        ..step::page(office, application, step, form, "")
    }
}
