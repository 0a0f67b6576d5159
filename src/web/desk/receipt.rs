//! The receipt on refused acceptance, which is printed for the person.

use actix_web::web;
use askama::Template;

use super::accept::{acts_for, named};
use super::load;
use crate::application::EventKind;
use crate::application::office::AcceptanceRefusal;
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/receipt.html")]
struct ReceiptPage<'a> {
    id: &'a str,
    /// Language of the clerk's pages, where the link back leads.
    desk: &'a str,
    number: String,
    name: String,
    unit: &'static str,
    refusal: &'a AcceptanceRefusal,
    officer: (&'a str, &'a str),
    /// In whose place they refused.
    acts_for: Option<String>,
}

/// The receipt: what is missing, what has expired (law on state services, art. 20).
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let refusal = application.office.acceptance_refusal.as_ref().ok_or(Error::NotFound)?;
    clerk.view.page(&ReceiptPage {
        id: &application.id,
        desk: &clerk.staff.language,
        number: application.number.to_string(),
        name: application.name(),
        unit: application.unit().unwrap_or_default(),
        officer: named(&refusal.officer),
        acts_for: acts_for(&office, &application.id, EventKind::AcceptanceRefused).await?,
        refusal,
    })
}
