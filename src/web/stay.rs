//! Until when a visitor's key or session is good: the page says it in time, and one button prolongs it.
//!
//! Every page opened prolongs both by itself, so only a page that stands open for long comes near the end. Nothing typed
//! is lost even then: `failure` gives it back.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::error::{Error, Outcome};
use super::guard;
use super::key::{self, Held};
use super::page::View;
use super::state::{App, Office};
use super::visit::AnyoneForm;
use crate::clock::time_of_day;
use crate::language::{Args, Language};
use crate::store::sessions::{self, Session};

/// So many seconds before the end it is said: long enough to be heard, read and answered by anybody (WCAG 2.2.1 wants
/// twenty).
const SOON: i64 = 300;

/// When something runs out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// `application` or `desk`.
    of: &'static str,
    at: DateTime<Utc>,
    /// Seconds until then.
    left: i64,
    /// Whether it can be prolonged.
    stays: bool,
}

impl Ends {
    fn new(office: &Office, of: &'static str, at: DateTime<Utc>, stays: bool) -> Self {
        Self { of, at, left: (at - office.clock.now()).num_seconds().max(0), stays }
    }
    /// Of an applicant's key.
    pub fn of_key(office: &Office, until: DateTime<Utc>) -> Self {
        Self::new(office, "application", until, true)
    }
    /// Of a clerk's session.
    pub fn of_session(office: &Office, session: &Session) -> Self {
        Self::new(office, "desk", session.ends_at, session.ends_at < session.last_end)
    }
    /// The same for people.
    pub fn in_words(self, language: Language) -> InWords {
        let time = time_of_day(self.at);
        let until = if self.of == "desk" { time.clone() } else { language.moment(self.at) };
        let text = |id: String, name: &'static str, value: String| {
            let mut args = Args::new();
            args.set(name, value);
            language.text_with(&id, &args)
        };
        InWords {
            of: self.of,
            left: self.left,
            stays: self.stays,
            is_soon: self.left <= SOON,
            soon: text(format!("ends-{}-{}", self.of, if self.stays { "soon" } else { "last" }), "time", time),
            until: text(format!("ends-{}-until", self.of), "until", until),
            way: if self.of == "desk" { "/desk/sign-in" } else { "/open" },
        }
    }
}

/// When something runs out, as the page and its script have it.
#[derive(Debug, Clone, Serialize)]
pub struct InWords {
    /// `application` or `desk`.
    #[serde(skip)]
    pub of: &'static str,
    /// Seconds until then.
    pub left: i64,
    /// Whether it can be prolonged.
    pub stays: bool,
    /// Whether it is time to say so.
    #[serde(skip)]
    pub is_soon: bool,
    /// What is said shortly before.
    pub soon: String,
    /// Until when it is good.
    pub until: String,
    /// Where one comes in again.
    #[serde(skip)]
    pub way: &'static str,
}

/// How long it is still good: asked by a page that stands open, since another may have been used. Prolongs nothing.
pub async fn ask(req: HttpRequest, office: App, of: web::Path<(String, String)>) -> Outcome {
    let view = View::of(&req);
    let ends = match of.1.as_str() {
        "application" => key::held(&req, &office).map(|held| Ends::of_key(&office, held.until)),
        "desk" if view.language.is_official() => session(&req, &office).await?,
        _ => return Err(Error::NotFound),
    };
    Ok(told(ends, view.language))
}

/// Prolongs it. At stake is only the time: the cookie, which comes with no request of another site, is enough.
pub async fn stay(req: HttpRequest, office: App, of: web::Path<(String, String)>, form: AnyoneForm) -> Outcome {
    let language = form.view.language;
    match of.1.as_str() {
        "application" => {
            let renewed = key::held(&req, &office).map(|held| Held::new(&office, held.id));
            let mut answer = told(renewed.as_ref().map(|held| Ends::of_key(&office, held.until)), language);
            if let Some(held) = renewed {
                let _ = answer.add_cookie(&key::applicant_cookie(&office, &held.id));
            }
            Ok(answer)
        }
        "desk" if language.is_official() => {
            if let Some(signed_in) = guard::signed_in(&req, &office).await? {
                let at = office.clock.now();
                office.write(move |conn| sessions::note(conn, &signed_in.session, at)).await?;
            }
            Ok(told(session(&req, &office).await?, language))
        }
        _ => Err(Error::NotFound),
    }
}

/// The end of the session that a request brings, as it stands.
async fn session(req: &HttpRequest, office: &App) -> Outcome<Option<Ends>> {
    let Some(cookie) = req.cookie(key::SESSION) else { return Ok(None) };
    let (hash, at, life) = (key::session_hash(office, cookie.value()), office.clock.now(), office.lifetimes);
    let found = office.read(move |conn| sessions::find(conn, &hash, at, &life)).await?;
    Ok(found.map(|session| Ends::of_session(office, &session)))
}

fn told(ends: Option<Ends>, language: Language) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CACHE_CONTROL, "no-store"));
    match ends {
        Some(ends) => answer.json(ends.in_words(language)),
        None => answer.json(serde_json::json!({ "left": 0 })),
    }
}
