//! Who looked: each opening of a case and of a file is an event of the chain, written before anything is shown.

use actix_web::web;
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use super::load;
use crate::application::{Actor, Event, EventKind};
use crate::law::DocumentKind;
use crate::people::Staff;
use crate::store::trail;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Clerk;

/// What is looked at.
pub enum Read {
    /// A case: the answers and what the office wrote.
    Case,
    /// A file of a paper, by its id.
    File(DocumentKind, String),
}

/// Writes down who looks at what. Most openings follow another one within minutes: those cost a question, no write.
pub async fn note(office: &App, staff: &Staff, id: &str, read: Read) -> Outcome<()> {
    let (actor, at, id) = (staff.actor(), office.clock.now(), id.to_owned());
    let event = match read {
        Read::Case => Event::new(EventKind::Opened, actor, at),
        Read::File(kind, file) => {
            Event::new(EventKind::PaperRead, actor, at).with("document", kind.code()).with("file", file)
        }
    };
    let (case, asked) = (id.clone(), event.clone());
    if office.read(move |conn| trail::was_read(conn, &case, &asked)).await? {
        return Ok(());
    }
    office.write(move |conn| trail::note_reads(conn, &id, &[event])).await
}

/// What somebody looked at in one go.
pub struct Visit {
    /// Id of the account.
    who: String,
    /// Name; for the desk only.
    pub name: String,
    /// Code of the role at that time.
    pub role: String,
    /// Code of the unit at that time.
    pub unit: String,
    /// The day.
    pub day: NaiveDate,
    /// When, and what; the case itself has no document. Earliest first.
    pub seen: Vec<(DateTime<Utc>, Option<DocumentKind>)>,
}

/// Reads, newest first, put together: what the same person opened on a day without anybody between.
fn visits(reads: Vec<Event>) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for read in reads {
        let Actor::Staff { id, name, role, unit } = read.actor else { continue };
        let day = crate::clock::civil(read.at).date();
        let document = read.details.get("document").and_then(Value::as_str).and_then(|code| code.parse().ok());
        let visit = match visits.last_mut() {
            Some(last) if last.who == id && last.day == day => last,
            _ => {
                visits.push(Visit { who: id, name, role, unit, day, seen: Vec::new() });
                let Some(new) = visits.last_mut() else { continue };
                new
            }
        };
        visit.seen.push((read.at, document));
    }
    for visit in &mut visits {
        visit.seen = told(std::mem::take(&mut visit.seen));
    }
    visits
}

/// What was seen, given newest first, as it is told: files of one paper that were opened in a row are one line, with the
/// time of the first. Nothing else is put together: each later opening is told.
fn told(newest_first: Vec<(DateTime<Utc>, Option<DocumentKind>)>) -> Vec<(DateTime<Utc>, Option<DocumentKind>)> {
    let mut told: Vec<(DateTime<Utc>, Option<DocumentKind>)> = Vec::new();
    for (at, document) in newest_first.into_iter().rev() {
        let is_told = |(before, known): &(DateTime<Utc>, _)| *known == document && at - *before < trail::ONE_READ;
        if !told.iter().any(is_told) {
            told.push((at, document));
        }
    }
    told
}

/// So many reads are told on a page.
const MOST: i64 = 300;

/// The latest visits to a case, newest first, and how many reads before them are not told.
pub async fn latest(office: &App, id: String) -> Outcome<(Vec<Visit>, i64)> {
    let read = office.read(move |conn| Ok((trail::reads_of(conn, &id, MOST)?, trail::count_reads(conn, &id)?)));
    let (reads, all) = read.await?;
    Ok((visits(reads), (all - MOST).max(0)))
}

#[derive(Template)]
#[template(path = "desk/reads.html")]
struct ReadsPage {
    id: String,
    number: String,
    name: String,
    visits: Vec<Visit>,
    /// So many before them are not shown.
    older: i64,
}

/// Who looked at a case, for the desk.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let (visits, older) = latest(&office, application.id.clone()).await?;
    let (number, name) = (application.number.to_string(), application.name());
    clerk.view.page(&ReadsPage { id: application.id, number, name, visits, older })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(who: &str, minute: i64, document: Option<&str>) -> Event {
        let staff = |text: &str| text.to_owned();
        let actor = Actor::Staff { id: who.to_owned(), name: staff("N"), role: staff("officer"), unit: staff("KZ75") };
        let at = DateTime::UNIX_EPOCH + chrono::Duration::minutes(minute);
        match document {
            Some(code) => Event::new(EventKind::PaperRead, actor, at).with("document", code),
            None => Event::new(EventKind::Opened, actor, at),
        }
    }

    #[test]
    fn what_one_person_opens_is_one_visit() {
        let newest_first = vec![
            read("b", 99, None),
            read("a", 65, Some("passport")),
            read("a", 5, Some("passport")),
            read("a", 4, Some("housing")),
            read("a", 3, Some("passport")),
            read("a", 2, None),
        ];
        let visits = visits(newest_first);
        let seen: Vec<(i64, Option<&str>)> = visits[1]
            .seen
            .iter()
            .map(|(at, kind)| (at.timestamp() / 60, kind.as_ref().map(|kind| kind.code())))
            .collect();
        assert_eq!((visits.len(), visits[0].seen.len()), (2, 1));
        assert_eq!(seen, [(2, None), (3, Some("passport")), (4, Some("housing")), (65, Some("passport"))]);
    }
}
