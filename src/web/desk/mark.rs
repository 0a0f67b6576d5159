//! The clerk's mark on an item: kept by the button, on the way to another item, and by the script while it is typed.

use actix_web::{HttpResponse, web};
use serde_json::json;

use super::claim::{holder, stopped};
use super::review::draw;
use super::{case, find, is_seen};
use crate::application::{Application, Denied};
use crate::desk::marks::{self, Item, LONGEST_NOTE, Mark, Verdict};
use crate::store::{StoreError, applications, claims, marks as stored};
use crate::web::error::{Error, Outcome};
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

/// Keeps a mark, then on to the next item without one; by the buttons of the neighbours to that neighbour, whatever was
/// kept or not.
pub async fn mark(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let ClerkForm { clerk, fields } = form;
    let application = find(&office, &clerk.staff, &path.1).await?;
    let item = Item::from_code(fields.get("item")).ok_or(Error::NotFound)?;
    if fields.has("switch") {
        return draw(&office, &clerk, application, Some(item), &fields, Some((&fields, None))).await;
    }
    let note = fields.get("note").trim().to_owned();
    let verdict = Verdict::from_code(fields.get("verdict"));
    let address = |item: Item, part: &str| format!("/desk/cases/{}/review?item={}#{part}", path.1, item.code());
    let neighbour = Item::from_code(fields.get("go"));
    // The person has not pressed the button that says so.
    let (typing, by_the_way) = (fields.has("autosave"), fields.has("autosave") || neighbour.is_some());
    if note.chars().count() > LONGEST_NOTE {
        return draw(&office, &clerk, application, Some(item), &fields, Some((&fields, Some("review-note-long"))))
            .await;
    }
    let (staff, at, id) = (clerk.staff.clone(), office.clock.now(), path.1.clone());
    let (seen, drawn) = (fields.get("content").to_owned(), fields.get("seen").to_owned());
    let lease = office.lifetimes.claim;
    let kept = office.write(move |conn| {
        let application = applications::load(conn, &id)?;
        if !is_seen(&staff, &application) {
            return Err(StoreError::NotFound);
        }
        if application.status.is_final() {
            return Err(Denied::Finished.into());
        }
        let known = stored::of(conn, &id)?.into_iter().find(|known| known.item == item);
        // Whoever only goes on says nothing anew, and least of all of what has changed meanwhile, by whomever.
        let as_before = match &known {
            Some(known) => known.verdict == verdict && known.note == note,
            None => verdict.is_none() && note.is_empty(),
        };
        let untouched = marks::stamp(verdict, &note) == drawn;
        if by_the_way && (untouched || as_before) {
            return Ok(Some(Kept::Nothing));
        }
        if item.content(&application.answers, &application.papers) != seen {
            return Ok(None);
        }
        let is_old = known.as_ref().is_some_and(|known| known.content != seen && known.verdict == verdict);
        let verdict = verdict.filter(|_| !by_the_way || !is_old);
        let mark = Mark { item, verdict, note, content: seen, officer: staff.actor(), at };
        let empties = mark.verdict.is_none() && mark.note.is_empty();
        if empties && known.as_ref().is_none_or(|known| known.verdict.is_some()) {
            return Ok(Some(Kept::Nothing));
        }
        // Whoever marks an item has begun to work on the case.
        claims::take(conn, &id, &staff, at, lease)?;
        let goes_on = |known: &Mark| {
            (&known.officer, known.verdict, &known.content) == (&mark.officer, mark.verdict, &mark.content)
        };
        match empties {
            true => stored::clear(conn, &id, &mark)?,
            false if typing && known.as_ref().is_some_and(goes_on) => stored::write_on(conn, &id, &mark)?,
            false => stored::put(conn, &id, &mark)?,
        }
        if mark.verdict.is_none() {
            return Ok(Some(Kept::Begun));
        }
        Ok(Some(Kept::Mark(stored::of(conn, &id)?, Box::new(application))))
    });
    let kept = kept.await;
    if typing {
        return is_kept(&office, clerk, kept?.is_some(), &marks::stamp(verdict, fields.get("note")));
    }
    let (marked, application) = match (kept, neighbour) {
        (Err(error @ Error::Held(_)), _) => {
            let action = format!("/desk/cases/{}/review", path.1);
            return stopped(&office, &clerk, &path.1, Some(action), &fields, holder(error)).await;
        }
        (Err(Error::Denied(denied)), _) => {
            return case::draw(&office, &clerk, &path.1, Some((&denied, &fields))).await;
        }
        // The applicant has changed it since the page was drawn: it is shown anew, with what was typed.
        (Ok(None), _) => {
            let wrong = Some((&fields, Some("review-changed-meanwhile")));
            let application = find(&office, &clerk.staff, &path.1).await?;
            return draw(&office, &clerk, application, Some(item), &fields, wrong).await;
        }
        (Ok(Some(_)), Some(to)) => return clerk.view.go(&address(to, "item")),
        (Ok(Some(Kept::Nothing)), None) => {
            let wrong = Some((&fields, Some("review-verdict-missing")));
            return draw(&office, &clerk, application, Some(item), &fields, wrong).await;
        }
        // The page says what is still missing.
        (Ok(Some(Kept::Begun)), None) => return clerk.view.go(&address(item, "verdict")),
        (Ok(Some(Kept::Mark(marked, application))), None) => (marked, application),
        (Err(other), _) => return Err(other),
    };
    let items = Item::of(&application, office.clock.today(), &office.switches);
    let address = match marks::next_unmarked(&items, &marked, &application, item) {
        Some(next) => address(next, "item"),
        None => format!("/desk/cases/{}", path.1),
    };
    clerk.view.go(&address)
}

/// Tells the script that what is being typed is kept, and the stamp of it.
fn is_kept(office: &App, mut clerk: Clerk, kept: bool, stamp: &str) -> Outcome {
    if !kept {
        return Err(Error::Conflict);
    }
    clerk.view.is_saved(office);
    Ok(HttpResponse::Ok().json(json!({ "seen": stamp, "saved": clerk.view.saved_at() })))
}

/// What became of a form.
enum Kept {
    /// Nothing was said.
    Nothing,
    /// A note without a verdict, or the taking back of one.
    Begun,
    /// A mark: all marks, and their case.
    Mark(Vec<Mark>, Box<Application>),
}
