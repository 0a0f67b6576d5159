//! Refused acceptance: each paper that is missing or has run out is named; the receipt that the person gets.

use actix_web::web;
use askama::Template;

use super::accept::{Original, acts_for, named, originals, paper_for_the_person};
use super::act::{About, Action, Drawing};
use super::load;
use crate::application::office::{AcceptanceRefusal, Fault};
use crate::application::{EventKind, Move};
use crate::desk::acceptance;
use crate::law::DocumentKind;
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const REFUSE: Action =
    Action { doing: Move::RefuseAcceptance, path: "refuse-acceptance", title: "desk-refuse-acceptance-title", draw };

#[derive(Template)]
#[template(path = "desk/refuse_acceptance.html")]
struct RefusePage {
    about: About,
    originals: Vec<Original>,
}

fn chosen(fields: &Fields, code: &str) -> String {
    fields.get(&format!("fault-{code}")).to_owned()
}

/// Asks how each document stands.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    REFUSE.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Refuses acceptance; then to the receipt, in the applicant's language.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let named = |kind: &DocumentKind| Fault::from_code(&chosen(&form.fields, kind.code())).map(|fault| (*kind, fault));
    let items: Vec<(DocumentKind, Fault)> = DocumentKind::ALL.iter().filter_map(named).collect();
    let switches = office.switches.clone();
    let made = REFUSE.make(&office, &form, &path.1, move |application, _, officer, at| {
        Ok(acceptance::refuse(application, items, officer, at, &switches)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => paper_for_the_person(&office, &form.clerk, &path.1, "refused-acceptance").await,
    }
}

fn draw(Drawing { office, view, status, application, fields, about, .. }: Drawing<'_>) -> Outcome {
    let mut originals = originals(office, application, chosen, fields);
    // What the rules know to have run out stands there chosen; whether it was brought, only the counter knows.
    if !fields.has("revision") && !fields.has("switch") {
        for original in originals.iter_mut().filter(|original| original.has_expired()) {
            Fault::Expired.code().clone_into(&mut original.chosen);
        }
    }
    view.page_with(status, &RefusePage { about, originals })
}

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
pub async fn receipt(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
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
