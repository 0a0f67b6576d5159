//! The living page of the design: every piece that pages are made of, drawn by the same macros. In debug builds only.

use std::sync::LazyLock;

use actix_web::HttpRequest;
use askama::Template;

use super::error::{Error, Outcome};
use super::filled::Filled;
use super::filters;
use super::page::View;
use super::static_files;
use crate::application::Status;
use crate::application::steps::{Body, FormStep, StepName};

/// The spaces that stand most often between pieces: in pixels at the usual size, and in rem.
const SPACES: [(u8, &str); 6] = [(6, "0.35"), (8, "0.5"), (12, "0.75"), (16, "1"), (28, "1.75"), (32, "2")];

#[derive(Template)]
#[template(path = "style.html")]
struct StylePage {
    plain: Filled,
    wrong: Filled,
    chosen: Filled,
    /// Names of the colours, in the order of the style sheet.
    colours: &'static [&'static str],
    spaces: [(u8, &'static str); 6],
    states: &'static [Status],
}

static COLOURS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    // As it is served: without the space before the brace.
    let sheet = static_files::body("site.css");
    let declared = sheet.split_once(":root{").and_then(|(_, rest)| rest.split('}').next()).unwrap_or_default();
    declared.split("--").skip(1).filter_map(|part| part.split(':').next()).collect()
});

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
    View::of(&req).page(&StylePage {
        plain: blank(contacts),
        wrong,
        chosen: blank(situation),
        colours: &COLOURS,
        spaces: SPACES,
        states: Status::ALL,
    })
}
