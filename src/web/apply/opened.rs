//! Who opened the application and which of its papers, and when: by role and unit, never by name.

use askama::Template;

use super::load;
use crate::store::trail;
use crate::web::desk::reads::{Visit, latest};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Applicant;

#[derive(Template)]
#[template(path = "apply/opened.html")]
struct OpenedPage {
    number: String,
    visits: Vec<Visit>,
    /// So many openings before them are not shown.
    older: i64,
    /// Within so many minutes the same thing counts once.
    minutes: i64,
}

/// Tells who looked.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    let (visits, older) = latest(&office, applicant.id.clone()).await?;
    let (number, minutes) = (application.number.to_string(), trail::ONE_READ.num_minutes());
    applicant.view.page(&OpenedPage { number, visits, older, minutes })
}
