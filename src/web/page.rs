//! What every page gets: language, visitor, token, and the one function that renders.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::cookie::Cookie;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::desk::{wanted_page, way_back::Left};
use super::error::{Error, Outcome};
use super::key;
use super::state::Office;
use crate::application::EventKind;
use crate::collation::Collation;
use crate::language::Language;

pub use super::stay::Ends;

/// Name of the cookie that tells when the last page was saved.
pub const SAVED: &str = "ruqsat_saved";

/// Who is looking, as far as the page's head shows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Visitor {
    /// Nobody known.
    #[default]
    Anyone,
    /// Holds the key of the application of this number.
    Applicant(String),
    /// A member of the staff.
    Staff(Member),
}

/// A member of the staff, as the head of each page shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Surname and initials.
    pub name: String,
    /// Code of the role.
    pub role: &'static str,
    /// The page where their work begins, without its language.
    pub work: &'static str,
    /// Codes of the duties, lent ones too: which rooms are open.
    pub duties: Vec<&'static str>,
    /// For whom they stand in, and until when.
    pub stands_in: Vec<(String, chrono::NaiveDate)>,
}

impl Member {
    /// Of an account.
    pub fn of(staff: &crate::people::Staff) -> Self {
        let duties = crate::desk::Duty::ALL.iter().filter(|duty| staff.may(**duty));
        Self {
            name: staff.name.clone(),
            role: staff.role.code(),
            work: wanted_page::work(staff.role),
            duties: duties.map(|duty| duty.code()).collect(),
            stands_in: staff.lent.iter().map(|lent| (lent.name.clone(), lent.until)).collect(),
        }
    }
}

/// Request-wide values that templates reach by filters: no page struct carries a language.
#[derive(Debug, Clone)]
pub struct View {
    /// The reader's language.
    pub language: Language,
    /// The address without its language, such as `/apply/person`.
    pub here: String,
    /// Token for the forms on the page.
    pub token: String,
    /// Who is looking.
    pub visitor: Visitor,
    /// When this page was saved, or the one before it: `14:05`.
    pub saved: Option<String>,
    /// Set by a save: by it the page that the reader is sent on to knows when that was.
    pub tells: Option<Cookie<'static>>,
    /// When the visitor's key or session runs out.
    pub ends: Option<Ends>,
    /// How a member of the staff left the queue.
    pub left: Left,
    /// What was done on the page before this one.
    pub done: Option<EventKind>,
    /// The same for the page that the reader is sent on to: noted where it is done, far from where they are sent on.
    pub did: RefCell<Option<Cookie<'static>>>,
}

impl askama::Values for View {
    fn get_value<'a>(&'a self, key: &str) -> Option<&'a dyn Any> {
        (key == "view").then_some(self as &dyn Any)
    }
}

impl View {
    /// For a request of anybody.
    pub fn of(req: &HttpRequest) -> Self {
        let path = req.path();
        let (saved, done) = told_before(req).unzip();
        Self {
            language: language_of(path).unwrap_or(Language::Kk),
            here: path.get(3..).filter(|rest| rest.starts_with('/')).unwrap_or_default().to_owned(),
            token: String::new(),
            visitor: Visitor::Anyone,
            saved,
            tells: None,
            ends: None,
            left: Left::default(),
            done: done.flatten(),
            did: RefCell::default(),
        }
    }
    /// With a token for forms.
    #[must_use]
    pub fn with_token(mut self, token: String) -> Self {
        self.token = token;
        self
    }
    /// With a visitor.
    #[must_use]
    pub fn seen_by(mut self, visitor: Visitor) -> Self {
        self.visitor = visitor;
        self
    }
    /// With how the queue was left.
    #[must_use]
    pub fn having_left(mut self, left: Left) -> Self {
        self.left = left;
        self
    }
    /// With the end of the visitor's key or session.
    #[must_use]
    pub fn ending(mut self, ends: Ends) -> Self {
        self.ends = Some(ends);
        self
    }
    /// Notes that what came is stored: this page says when, or the one that the reader is sent on to.
    pub fn is_saved(&mut self, office: &Office) {
        self.saved = Some(crate::clock::time_of_day(office.clock.now()));
        self.tells = Some(key::saved_cookie(office));
    }
    /// Notes what was done: the page that the reader is sent on to says so.
    pub fn has_done(&self, office: &Office, what: EventKind) {
        self.did.replace(Some(key::done_cookie(office, what)));
    }
    /// When something was saved, for the script that saves while a person types; empty when nothing was.
    pub fn saved_at(&self) -> String {
        let said = |time| self.language.text_with("saved-at", &[("time", time)].into_iter().collect());
        self.saved.clone().map(said).unwrap_or_default()
    }
    /// The order of names in the reader's language.
    pub fn alphabet(&self) -> &'static Collation {
        alphabet(self.language)
    }
    /// The address of a page in the reader's language: `path` begins with a slash.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.language)
    }
    /// Answers with a page.
    pub fn page(&self, template: &impl Template) -> Outcome {
        self.page_with(StatusCode::OK, template)
    }
    /// A page, or a piece of one, as HTML.
    pub fn drawn(&self, template: &impl Template) -> Outcome<String> {
        template.render_with_values(self).map_err(|error| {
            tracing::error!(event = "page_failed", cause = %error);
            Error::Unavailable
        })
    }
    /// Answers with a page and a status.
    pub fn page_with(&self, status: StatusCode, template: &impl Template) -> Outcome {
        let body = self.drawn(template)?;
        let mut answer = HttpResponse::build(status)
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header(("Content-Language", self.language.code()))
            .body(body);
        // Said once: what this page has told, the next one does not.
        if self.told().is_some() {
            let mut cookie = Cookie::build(SAVED, "").path("/").finish();
            cookie.make_removal();
            // A removal that cannot be written as a header would be a fault of actix; the page stands without it.
            let _ = answer.add_cookie(&cookie);
        }
        Ok(answer)
    }
    /// When something was saved, as this page says it: to those who hold an application or a session.
    pub fn told(&self) -> Option<&str> {
        self.saved.as_deref().filter(|_| self.visitor != Visitor::Anyone)
    }
    /// Sends the reader on with GET.
    pub fn go(&self, path: &str) -> Outcome {
        self.go_in(self.language, path)
    }
    /// Sends the reader on to a page in another language.
    pub fn go_in(&self, language: Language, path: &str) -> Outcome {
        let mut answer = see_other(&format!("/{language}{path}"));
        if let Some(cookie) = self.did.borrow().as_ref().or(self.tells.as_ref()) {
            // A cookie that cannot be written as a header would be a fault of `key`; the page stands without it.
            let _ = answer.add_cookie(cookie);
        }
        Ok(answer)
    }
}

/// Read once each.
static ALPHABETS: LazyLock<HashMap<Language, Collation>> =
    LazyLock::new(|| Language::ALL.into_iter().map(|language| (language, Collation::of(language.code()))).collect());

/// The order of names in a language.
pub fn alphabet(language: Language) -> &'static Collation {
    &ALPHABETS[&language]
}

/// When the page before this one was saved, if it was: `14:05`; and what was done there. What a form is answered with tells
/// of that form only.
fn told_before(req: &HttpRequest) -> Option<(String, Option<EventKind>)> {
    if req.method() != Method::GET {
        return None;
    }
    let told = req.cookie(SAVED)?.value().to_owned();
    let (time, what) = told.split_once('.').unwrap_or((&told, ""));
    chrono::NaiveTime::parse_from_str(time, "%H:%M").ok()?;
    Some((time.to_owned(), EventKind::from_code(what)))
}

/// 303 to an address of this site.
pub fn see_other(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header(("Location", address)).insert_header((CACHE_CONTROL, "no-store")).finish()
}

/// Whether an address, without its language, is of the office's own rooms, which are in the languages of the law only.
pub fn is_of_office(path: &str) -> bool {
    ["/desk", "/admin"].iter().any(|room| path.starts_with(room))
}

/// The language that begins an address.
pub fn language_of(path: &str) -> Option<Language> {
    let rest = path.strip_prefix('/')?;
    Language::from_code(rest.split('/').next()?)
}
