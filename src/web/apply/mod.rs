//! The applicant's room: task list, steps, records, papers, check, filing, tracking.

mod ahead;
mod autosave;
pub mod check;
mod cut;
pub mod documents;
pub mod filing;
mod fresh;
mod history;
mod intake;
pub mod invite;
mod list;
pub mod minutes;
pub mod objection;
pub mod opened;
pub mod paper;
pub(super) mod paper_save;
pub mod photograph;
mod place;
pub mod receipt;
pub mod record;
mod resumed;
pub mod screen;
pub(super) mod shown_file;
pub mod step;
pub mod talk;
pub mod tasks;
pub mod track;
pub mod tus;
pub(super) mod upload;
pub mod zone;

use crate::application::Application;
use crate::application::steps::StepName;
use crate::web::error::Outcome;
use crate::web::page::Visitor;
use crate::web::state::App;
use crate::web::visit::Applicant;

/// Loads what the page of a step needs, and puts the application's number into the page's head.
async fn load_step(office: &App, applicant: &mut Applicant, step: StepName) -> Outcome<Application> {
    let id = applicant.id.clone();
    let application = office.read(move |conn| crate::store::step::load(conn, &id, step)).await?;
    applicant.view.visitor = Visitor::Applicant(application.number.to_string());
    Ok(application)
}

/// Loads the whole application, and puts its number into the page's head.
async fn load(office: &App, applicant: &mut Applicant) -> Outcome<Application> {
    let id = applicant.id.clone();
    let application = office.read(move |conn| crate::store::applications::load(conn, &id)).await?;
    applicant.view.visitor = Visitor::Applicant(application.number.to_string());
    Ok(application)
}
