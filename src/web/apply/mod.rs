//! The applicant's room: task list, steps, records, papers, check, filing, tracking.

mod ahead;
mod autosave;
pub mod check;
mod cut;
pub mod documents;
pub mod filing;
mod fresh;
mod grouped;
mod history;
mod intake;
pub mod invite;
mod list;
pub mod minutes;
pub mod objection;
pub mod opened;
pub mod paper;
pub(super) mod paper_save;
mod passing;
pub mod photograph;
mod place;
mod proposed;
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
mod zone_look;

use chrono::{DateTime, Utc};

use crate::application::steps::StepName;
use crate::application::{Actor, Application, Denied, Event, EventKind};
use crate::store::applications::{self, Changed};
use crate::store::claims;
use crate::web::error::{Error, Outcome};
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::Applicant;

/// Loads what the page of a step needs, and puts the application's number into the page's head.
async fn load_step(office: &App, applicant: &mut Applicant, step: StepName) -> Outcome<Application> {
    let id = applicant.id.clone();
    let application = office.read(move |conn| crate::store::step::load(conn, &id, step)).await?;
    applicant.is_told(&application);
    Ok(application)
}

/// Loads the whole application, and puts its number into the page's head.
async fn load(office: &App, applicant: &mut Applicant) -> Outcome<Application> {
    let id = applicant.id.clone();
    let application = office.read(move |conn| applications::load(conn, &id)).await?;
    applicant.is_told(&application);
    Ok(application)
}

/// Where a unit receives people, in the reader's language, or in that of letters: the language's code, and the text.
fn reception(office: &Office, view: &View, unit: Option<&str>) -> Option<(&'static str, String)> {
    let unit = unit?;
    let languages = [view.language, view.language.for_letters()];
    languages.iter().find_map(|one| Some((one.code(), office.offices.of(unit, one.code())?.to_owned())))
}

/// Whom an objection answers, and when: the clerk who prepared the refusal.
fn answered(application: &Application, event: &Event) -> Option<(String, DateTime<Utc>)> {
    let prepared = application.office.prepared_refusal.as_ref().filter(|_| event.kind == EventKind::Objected)?;
    match &prepared.officer {
        Actor::Staff { id, .. } => Some((id.clone(), event.at)),
        _ => None,
    }
}

/// Takes what a person says to the office, with its event if it is new. When the law does not let them say it: the
/// application as it stands, and why.
async fn say(
    office: &App,
    applicant: &mut Applicant,
    take: impl Fn(&mut Application) -> Result<Option<Event>, Denied> + Send + 'static,
) -> Outcome<Option<(Application, Denied)>> {
    let id = applicant.id.clone();
    let taken = office.write(move |conn| {
        let answered = applications::change(conn, &id, None, |application, _| {
            let event = take(application)?;
            Ok(Changed { value: event.as_ref().and_then(|event| answered(application, event)), event })
        })?;
        // Whom the applicant has answered finds it among what waits for them.
        answered.map_or(Ok(()), |(clerk, at)| claims::offer(conn, &id, &clerk, at))
    });
    match taken.await {
        Ok(()) => Ok(None),
        Err(Error::Denied(denied)) => Ok(Some((load(office, applicant).await?, denied))),
        Err(other) => Err(other),
    }
}
