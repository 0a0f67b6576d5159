//! What the review of a case left to be mended, where it is accepted at the counter.

use super::find;
use crate::desk::marks::{Item, Mark, Verdict};
use crate::store::marks;
use crate::web::error::Outcome;
use crate::web::state::App;
use crate::web::visit::Clerk;

/// The marks of the review travel beside what was typed to where the page is drawn; from a browser they are not taken.
pub(super) const OFFERED: &str = "offered";

/// An item that the review found to be mended, or began to write on.
pub(super) struct Marked {
    pub code: String,
    /// Message id of what it is.
    pub label: String,
    /// Whether the verdict is still open.
    pub begun: bool,
    pub note: String,
}

impl Marked {
    /// One of those that travel.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '|');
        let item = Item::from_code(parts.next()?)?;
        let begun = parts.next()?.is_empty();
        Some(Self { code: item.code(), label: item.label(), begun, note: parts.next()?.to_owned() })
    }
}

/// The marks that speak against acceptance: to be mended, or begun with a note; on what stands there now.
pub(super) async fn marked(office: &App, clerk: &Clerk, id: &str) -> Outcome<Vec<(String, String)>> {
    let application = find(office, &clerk.staff, id).await?;
    let id = id.to_owned();
    let marks = office.read(move |conn| marks::of(conn, &id)).await?;
    let speaks = |mark: &&Mark| matches!(mark.verdict, None | Some(Verdict::Mend)) && mark.is_current(&application);
    let line = |mark: &Mark| format!("{}|{}|{}", mark.item.code(), mark.verdict.map_or("", Verdict::code), mark.note);
    Ok(marks.iter().filter(speaks).map(|mark| (OFFERED.to_owned(), line(mark))).collect())
}
