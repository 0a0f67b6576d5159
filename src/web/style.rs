//! The living page of the design: every piece that pages are made of, drawn by the same macros. In debug builds only.

use std::sync::LazyLock;

use actix_web::HttpRequest;
use askama::Template;

use super::apply::invite::Asking;
use super::apply::shown_file::ShownFile;
use super::apply::upload::Refused;
use super::apply::zone::Lines;
use super::error::{Error, Outcome};
use super::filled::Filled;
use super::filters;
use super::page::View;
use super::static_files;
use crate::application::Status;
use crate::application::steps::{Body, FormStep, StepName};
use crate::validation::Questions as _;

/// The spaces that stand most often between pieces: in pixels at the usual size, and in rem.
const SPACES: [(u8, &str); 6] = [(6, "0.35"), (8, "0.5"), (12, "0.75"), (16, "1"), (28, "1.75"), (32, "2")];

#[derive(Template)]
#[template(path = "style.html")]
struct StylePage {
    plain: Filled,
    wrong: Filled,
    chosen: Filled,
    money: Filled,
    agreed: Filled,
    link: Filled,
    zone: Filled,
    /// Files that were not taken: none.
    refused: Vec<Refused>,
    file: ShownFile,
    /// Sizes of the letters, in pixels at the usual size and in rem, the largest first.
    sizes: Vec<(f32, &'static str)>,
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

/// As they stand in the sheet, each once.
fn sizes() -> Vec<(f32, &'static str)> {
    let sheet = static_files::body("site.css");
    let declared = sheet.split("font-size:").skip(1).filter_map(|part| part.split([';', '}']).next());
    let rem = declared.filter_map(|size| size.strip_suffix("rem"));
    let mut sizes: Vec<(f32, &str)> = rem.filter_map(|rem| Some((rem.parse::<f32>().ok()? * 16.0, rem))).collect();
    sizes.sort_by(|one, other| other.0.total_cmp(&one.0));
    sizes.dedup_by_key(|size| size.1);
    sizes
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
    View::of(&req).page(&StylePage {
        plain: blank(contacts),
        wrong,
        chosen: blank(situation),
        money: blank(StepName::Solvency.form()),
        agreed: blank(StepName::Declaration.form()),
        link: Filled::unchecked("invite", Asking::FIELDS, Body::new()),
        zone: Filled::unchecked("zone", Lines::FIELDS, Body::new()),
        refused: Vec::new(),
        file: ShownFile {
            id: String::new(),
            name: "passport.pdf".to_owned(),
            translation: false,
            format: "PDF".to_owned(),
            scan: "waiting",
            opens: false,
            size: ("papers-megabytes", "1,2".to_owned()),
        },
        sizes: sizes(),
        colours: &COLOURS,
        spaces: SPACES,
        states: Status::ALL,
    })
}
