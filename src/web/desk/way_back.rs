//! The way back from a case to the queue as its reader left it: narrowed as it was, on the page where they were. A cookie
//! holds it as long as a session lasts: the list that was opened last, and of the cases opened last from which list they
//! came and where they stood in it. So each tab has its own list (the browser tells from which page somebody comes), and who
//! has handled a case is led on although it has left the list. It counts for the account that left the queue so. What comes
//! back in it is read as any address of the queue is and written anew, so that it leads to the queue and nowhere else.

use actix_web::cookie::Cookie;
use actix_web::http::Uri;
use actix_web::http::header::REFERER;
use actix_web::{HttpRequest, HttpResponse};

use crate::application::number::keyed_hash;
use crate::desk::queue::{Filter, Place, Turn};
use crate::people::Staff;
use crate::web::form::Fields;
use crate::web::key;
use crate::web::page::View;
use crate::web::state::Office;

/// Name of the cookie.
pub const QUEUE: &str = "ruqsat_queue";
/// So many cases are remembered: more tabs than anybody works in.
const MOST_OPENED: usize = 6;
/// How the whole queue is written, which has nothing after its question mark.
const WHOLE: &str = "all";

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

/// A page of the queue as it was written, written anew.
fn list(written: &str) -> String {
    let (filter, turn) = asked(&Fields::parse(written.as_bytes()).unwrap_or_default());
    query(&filter, &turn)
}

/// A case that was opened from a page of the queue.
#[derive(Debug, Clone, PartialEq)]
struct Opened {
    /// Where it stood.
    place: Place,
    /// The page, after the question mark of its address.
    list: String,
}

/// How a member of the staff left the queue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Left {
    /// The page of the queue to which this page leads back; none where none was opened.
    back: Option<String>,
    /// The one that was opened last, in whatever tab.
    last: Option<String>,
    /// The newest first.
    opened: Vec<Opened>,
}

/// From where somebody came to a page.
enum Came {
    /// From a page of the queue.
    Queue(String),
    /// From a page of a case.
    Case(String),
}

impl Came {
    fn read(req: &HttpRequest) -> Option<Self> {
        let from: Uri = req.headers().get(REFERER)?.to_str().ok()?.parse().ok()?;
        let path = from.path().get(3..)?;
        match path {
            "/desk" => Some(Self::Queue(list(from.query().unwrap_or_default()))),
            other => case_of(other).map(|id| Self::Case(id.to_owned())),
        }
    }
}

/// Id of the case whose page has this address, without its language.
fn case_of(path: &str) -> Option<&str> {
    path.strip_prefix("/desk/cases/")?.split('/').next()
}

/// Whose the cookie is: enough to tell accounts of an office apart.
fn mark(office: &Office, staff: &Staff) -> String {
    keyed_hash(&office.key, b"queue", staff.id.as_bytes()).chars().take(12).collect()
}

impl Left {
    /// By a member of the staff, as a request tells it.
    pub fn of(req: &HttpRequest, office: &Office, staff: &Staff) -> Self {
        let read = |cookie: Cookie<'_>| Self::read(cookie.value(), &mark(office, staff));
        let mut left = req.cookie(QUEUE).and_then(read).unwrap_or_default();
        left.back = left.last.clone();
        let Some(id) = req.path().get(3..).and_then(case_of) else { return left };
        let of = |left: &Self, id: &str| left.opened.iter().find(|one| one.place.id == id).map(|one| one.list.clone());
        let (back, anew) = match Came::read(req) {
            Some(Came::Queue(list)) => (Some(list), true),
            Some(Came::Case(from)) => (of(&left, &from), from != id),
            None => (None, false),
        };
        left.back = back.or(left.back);
        // Opened anew it stands where it stands now; so it does in another list.
        left.opened.retain(|one| one.place.id != id || (!anew && Some(&one.list) == left.back.as_ref()));
        left
    }
    fn read(written: &str, mark: &str) -> Option<Self> {
        let mut parts = written.split('/');
        parts.next().filter(|whose| *whose == mark)?;
        let last = parts.next().map(list);
        let opened = parts.filter_map(|part| {
            let (place, of) = part.split_once('~')?;
            Some(Opened { place: place.parse().ok()?, list: list(of) })
        });
        Some(Self { back: None, last, opened: opened.take(MOST_OPENED).collect() })
    }
    fn written(&self, mark: &str) -> String {
        let list = |list: &str| if list.is_empty() { WHOLE.to_owned() } else { list.to_owned() };
        let opened = self.opened.iter().map(|one| format!("/{}~{}", one.place, list(&one.list)));
        format!("{mark}/{}{}", list(self.last.as_deref().unwrap_or_default()), opened.collect::<String>())
    }
    /// What is asked for on the page of the queue to which this page leads back; none where none was opened.
    pub fn filter(&self) -> Option<Filter> {
        self.back.as_ref().map(|back| asked(&Fields::parse(back.as_bytes()).unwrap_or_default()).0)
    }
    /// Where a case stood in that list when it was opened from it.
    pub fn place(&self, id: &str) -> Option<Place> {
        self.opened.iter().find(|one| one.place.id == id).map(|one| one.place.clone())
    }
    /// What stands after the question mark of the address that leads back; empty where nothing narrows the queue.
    pub fn back(&self) -> &str {
        self.back.as_deref().unwrap_or_default()
    }
    /// The same after a page of the queue was opened: its cases are opened from it anew.
    fn at(&self, here: &str) -> Self {
        let opened = self.opened.iter().filter(|one| one.list != here).cloned().collect();
        Self { back: Some(here.to_owned()), last: Some(here.to_owned()), opened }
    }
    /// The same after a case was opened that stood at a place.
    fn with(&self, place: &Place) -> Self {
        let list = self.back().to_owned();
        let others = self.opened.iter().filter(|one| one.place.id != place.id).take(MOST_OPENED - 1).cloned();
        let opened = std::iter::once(Opened { place: place.clone(), list: list.clone() }).chain(others).collect();
        Self { back: Some(list.clone()), last: Some(list), opened }
    }
}

fn put(office: &Office, staff: &Staff, left: &Left, answer: &mut HttpResponse) {
    let cookie = key::queue_cookie(office, left.written(&mark(office, staff)));
    // A cookie that cannot be written as a header would be a fault of `key`; the page stands without it.
    let _ = answer.add_cookie(&cookie);
}

/// Notes with the answer how the queue stands now.
pub fn remember(office: &Office, staff: &Staff, view: &View, here: &str, answer: &mut HttpResponse) {
    put(office, staff, &view.left.at(here), answer);
}

/// Notes with the answer from where a case was opened, and where it stood.
pub fn remember_case(office: &Office, staff: &Staff, view: &View, place: &Place, answer: &mut HttpResponse) {
    put(office, staff, &view.left.with(place), answer);
}
