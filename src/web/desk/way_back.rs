//! The way back from a case to the queue as its reader left it: narrowed as it was, on the page where they were; and the
//! cases beside this one in that list. A cookie holds it as long as a session lasts. What comes back in it is read as any
//! address of the queue is and written anew, so that it leads to the queue and nowhere else.

use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;

use super::queue::Asked;
use crate::desk::queue::{Filter, Place, Turn};
use crate::people::Staff;
use crate::store::queue::{Question, cases};
use crate::store::{Conn, Stored};
use crate::web::form::Fields;
use crate::web::key;
use crate::web::page::View;
use crate::web::state::Office;

/// Name of the cookie.
pub const QUEUE: &str = "ruqsat_queue";

/// What an address of the queue asks for.
pub fn asked(fields: &Fields) -> (Filter, Turn) {
    let place = |name| fields.get(name).parse().ok();
    let turn = match (place("after"), place("before")) {
        (Some(at), _) => Turn::After(at),
        (None, Some(at)) => Turn::Before(at),
        (None, None) => Turn::First,
    };
    (Filter::read(|name| fields.get(name)), turn)
}

/// The address of a page of the queue, after the question mark.
pub fn query(filter: &Filter, turn: &Turn) -> String {
    let filtered = filter.query();
    let turned = |name: &str, place: &Place| {
        if filtered.is_empty() { format!("{name}={place}") } else { format!("{filtered}&{name}={place}") }
    };
    match turn {
        Turn::First => filtered.clone(),
        Turn::After(place) => turned("after", place),
        Turn::Before(place) => turned("before", place),
    }
}

/// The queue as it was left, after the question mark; empty when nothing narrowed it.
pub fn left(req: &HttpRequest) -> String {
    let Some(cookie) = req.cookie(QUEUE) else { return String::new() };
    let fields = Fields::parse(cookie.value().as_bytes()).unwrap_or_default();
    let (filter, turn) = asked(&fields);
    query(&filter, &turn)
}

/// Notes with the answer how the queue stands now.
pub fn remember(office: &Office, view: &View, here: &str, answer: &mut HttpResponse) {
    if view.queue == here {
        return;
    }
    let cookie = if here.is_empty() { key::forget(office, QUEUE) } else { key::queue_cookie(office, here.to_owned()) };
    // A cookie that cannot be written as a header would be a fault of `key`; the page stands without it.
    let _ = answer.add_cookie(&cookie);
}

/// Ids of the cases before and after one in the list that was left; none where no list was.
#[derive(Debug, Default)]
pub struct Neighbours {
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

impl Neighbours {
    /// Of a case, in the queue that was left so.
    pub fn of(conn: &mut Conn, staff: &Staff, today: NaiveDate, left: &str, id: &str) -> Stored<Self> {
        let (filter, _) = asked(&Fields::parse(left.as_bytes()).unwrap_or_default());
        if filter.is_empty() {
            return Ok(Self::default());
        }
        let wanted = Asked::read(conn, staff, today, filter)?.wanted;
        let Some(case) = cases(conn, &[id.to_owned()])?.pop() else { return Ok(Self::default()) };
        let question = Question::of(conn, wanted)?;
        let mut nearest =
            |turn| -> Stored<Option<String>> { Ok(question.nearest(conn, &turn)?.map(|case| case.place.id)) };
        Ok(Self { before: nearest(Turn::Before(case.place.clone()))?, after: nearest(Turn::After(case.place))? })
    }
}
