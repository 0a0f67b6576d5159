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
    /// What, and when for the first time; the case itself has no document. Earliest first.
    pub seen: Vec<(DateTime<Utc>, Option<DocumentKind>)>,
}

/// Reads, newest first, put together: what the same person opened on a day without anybody between.
pub fn visits(reads: Vec<Event>) -> Vec<Visit> {
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
        // Files of one paper are one line, with the time of the first.
        visit.seen.retain(|(_, known)| *known != document);
        visit.seen.insert(0, (read.at, document));
    }
    visits
}

/// So many reads are told on a page.
pub const MOST: i64 = 300;

#[derive(Template)]
#[template(path = "desk/reads.html")]
struct ReadsPage {
    id: String,
    number: String,
    name: String,
    visits: Vec<Visit>,
}

/// Who looked at a case, for the desk.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let id = application.id.clone();
    let reads = office.read(move |conn| trail::reads_of(conn, &id, MOST)).await?;
    let (number, name) = (application.number.to_string(), application.name());
    clerk.view.page(&ReadsPage { id: application.id, number, name, visits: visits(reads) })
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
            read("b", 9, None),
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
        assert_eq!(seen, [(2, None), (3, Some("passport")), (4, Some("housing"))]);
    }
}
