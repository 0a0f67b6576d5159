//! The living page of the design: every piece that pages are made of, drawn by the same macros. In debug builds only.

use actix_web::HttpRequest;
use askama::Template;

use super::error::{Error, Outcome};
use super::filled::Filled;
use super::filters;
use super::page::View;
use crate::application::steps::{Body, FormStep, StepName};

#[derive(Template)]
#[template(path = "style.html")]
struct StylePage {
    plain: Filled,
    wrong: Filled,
    chosen: Filled,
}

/// Draws the page.
pub async fn show(req: HttpRequest) -> Outcome {
    if !cfg!(debug_assertions) {
        return Err(Error::NotFound);
    }
    let blank = |step: &FormStep| Filled::unchecked(step.name.code(), step.fields, (step.read)(Body::new()));
    let (contacts, passport, situation) =
        (StepName::Contacts.form(), StepName::Passport.form(), StepName::Situation.form());
    let today = chrono::NaiveDate::MIN;
    let wrong = blank(passport).with((passport.check)(&(passport.read)(Body::new()), today));
    View::of(&req).page(&StylePage { plain: blank(contacts), wrong, chosen: blank(situation) })
}
