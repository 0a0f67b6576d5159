//! The decision on paper, which is printed for the person and signed: what article 80 of the APPK wants in a written act.
//!
//! (reading) No form of it was found, nor how acts are numbered: it bears the registration number, and the page says so to
//! whoever prints it.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::accept::{acts_for, named};
use super::load;
use crate::application::EventKind;
use crate::application::office::{Decision, Registration};
use crate::application::refusal::PreparedRefusal;
use crate::application::steps::{Passport, Situation};
use crate::law::terms;
use crate::web::apply::track::{Ground, grounds};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/decision.html")]
struct DecisionPage<'a> {
    id: &'a str,
    /// Language of the clerk's pages, where the link back leads.
    desk: &'a str,
    unit: &'static str,
    name: String,
    born_on: Option<NaiveDate>,
    passport: String,
    registration: &'a Registration,
    decision: &'a Decision,
    grounds: Vec<Ground>,
    /// How the person was told before, and heard.
    prepared: Option<&'a PreparedRefusal>,
    complaint_months: i64,
    officer: (&'a str, &'a str),
    /// In whose place they decided.
    acts_for: Option<String>,
}

/// The decision; until there is one, no page.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let decision = application.office.decision.as_ref().ok_or(Error::NotFound)?;
    let registration = application.office.registration.as_ref().ok_or(Error::NotFound)?;
    let prepared = application.office.prepared_refusal.as_ref().filter(|_| !decision.granted);
    let made = if decision.granted { EventKind::Approved } else { EventKind::Refused };
    clerk.view.page(&DecisionPage {
        id: &application.id,
        desk: &clerk.staff.language,
        unit: application.unit().unwrap_or_default(),
        name: application.name(),
        born_on: application.answers.page::<Situation>().born_on.given().copied(),
        passport: application.answers.page::<Passport>().number.to_string(),
        grounds: grounds(&decision.grounds, prepared.map_or(&[], |prepared| &prepared.evidence)),
        prepared,
        complaint_months: terms::COMPLAINT_MONTHS.into(),
        officer: named(&decision.officer),
        acts_for: acts_for(&office, &application.id, made).await?,
        registration,
        decision,
    })
}
