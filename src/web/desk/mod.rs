//! The clerk's room: signing in, the queue, a case, and all that can be done to it from this side.

pub mod accept;
pub mod account;
mod act;
pub mod approvals;
pub mod assign;
mod assign_list;
mod boxes;
pub mod case;
mod chart;
pub mod claim;
pub mod confirm;
pub mod correct;
pub mod decision;
pub mod export;
pub mod file;
pub mod hand_over;
pub mod hearing;
mod history;
pub mod mark;
mod marked;
mod narrowed;
mod neighbours;
pub mod numbers;
mod paper;
pub mod paper_page;
pub mod prepare;
mod preview;
pub mod queue;
pub mod queue_filter;
mod queue_row;
mod reading;
pub mod reads;
pub mod reasons;
pub mod receipt;
mod refusal_until;
pub mod refuse_acceptance;
pub mod reminders;
pub mod review;
pub mod send_back;
pub mod sent;
pub mod sign_in;
mod sources;
pub mod stand_ins;
pub mod talk;
mod viewer;
mod viewer_find;
pub mod wanted_page;
pub mod way_back;

pub use reading::Shelf;

use crate::application::{Application, Move, Status};
use crate::desk::duty::duty_of;
use crate::people::Staff;
use crate::store::applications;
use crate::web::error::{Error, Outcome};
use crate::web::state::App;
use crate::web::visit::Clerk;
use reads::Read;

/// Opens the case of an address: loads it, and writes down that it was opened. A draft, another unit's case and no case
/// at all are the same 404.
async fn load(office: &App, staff: &Staff, id: &str) -> Outcome<Application> {
    let application = find(office, staff, id).await?;
    reads::note(office, staff, id, Read::Case).await?;
    Ok(application)
}

/// Loads the case of an address for what is no reading of it, or is written down otherwise.
async fn find(office: &App, staff: &Staff, id: &str) -> Outcome<Application> {
    let id = id.to_owned();
    let application = office.read(move |conn| applications::load(conn, &id)).await?;
    if is_seen(staff, &application) { Ok(application) } else { Err(Error::NotFound) }
}

/// Whether a member of the staff sees an application at all.
fn is_seen(staff: &Staff, application: &Application) -> bool {
    application.status != Status::Draft && staff.sees(application.unit())
}

/// Whether a move is offered: the table of moves has it from here, and the role has its duty.
fn is_offered(staff: &Staff, status: Status, doing: Move) -> bool {
    status.after(doing).is_some() && duty_of(doing).is_some_and(|duty| staff.may(duty))
}

/// Keeps the language in which the clerk reads, when it has changed.
pub async fn keep_language(office: &App, clerk: &Clerk) -> Outcome<()> {
    let language = clerk.view.language.code();
    if clerk.staff.language == language {
        return Ok(());
    }
    let id = clerk.staff.id.clone();
    office.write(move |conn| crate::store::staff::set_language(conn, &id, language)).await
}
