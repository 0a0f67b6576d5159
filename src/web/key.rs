//! The keys people hold: the applicant's cookie, the staff's session cookie, and the tokens of forms.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};
use chrono::{DateTime, Utc};
use subtle::ConstantTimeEq;

use super::state::Office;
use crate::application::number::keyed_hash;

/// The applicant's key: which application this computer has open.
pub const APPLICANT: &str = "ruqsat_key";
/// The staff's session.
pub const SESSION: &str = "ruqsat_session";
/// Which start page's form began the draft on this computer: tells a form sent twice from another person's.
pub const BEGUN: &str = "ruqsat_begun";
/// The language last used.
pub const LANGUAGE: &str = "ruqsat_language";

/// An applicant's key is good for this many days.
const KEY_DAYS: i64 = 30;

/// Makes the cookie that opens an application on this computer: id, end, and a keyed hash of both.
pub fn applicant_cookie(office: &Office, id: &str) -> Cookie<'static> {
    let until = (office.clock.now() + chrono::Duration::days(KEY_DAYS)).timestamp();
    let sealed = keyed_hash(&office.key, b"applicant", format!("{id}.{until}").as_bytes());
    build(office, APPLICANT, format!("{id}.{until}.{sealed}"), time::Duration::days(KEY_DAYS))
}

/// Remembers the form that began a draft.
pub fn begun_cookie(office: &Office, form: &str) -> Cookie<'static> {
    build(office, BEGUN, keyed_hash(&office.key, b"begun", form.as_bytes()), time::Duration::hours(1))
}

/// Whether this computer's draft was begun by this form.
pub fn has_begun(req: &HttpRequest, office: &Office, form: &str) -> bool {
    let right = keyed_hash(&office.key, b"begun", form.as_bytes());
    !form.is_empty() && req.cookie(BEGUN).is_some_and(|cookie| cookie.value() == right)
}

/// The application that this computer has open.
pub fn applicant_of(req: &HttpRequest, office: &Office) -> Option<String> {
    let cookie = req.cookie(APPLICANT)?;
    let (content, sealed) = cookie.value().rsplit_once('.')?;
    let right = keyed_hash(&office.key, b"applicant", content.as_bytes());
    let (id, until) = content.split_once('.')?;
    let until = DateTime::<Utc>::from_timestamp(until.parse().ok()?, 0)?;
    let fits: bool = right.as_bytes().ct_eq(sealed.as_bytes()).into();
    (fits && office.clock.now() < until).then(|| id.to_owned())
}

/// Makes the cookie of a session.
pub fn session_cookie(office: &Office, token: &str) -> Cookie<'static> {
    build(office, SESSION, token.to_owned(), time::Duration::hours(12))
}

/// What is stored of a session's token.
pub fn session_hash(office: &Office, token: &str) -> String {
    keyed_hash(&office.key, b"session", token.as_bytes())
}

/// A cookie that makes the browser forget one.
pub fn forget(office: &Office, name: &'static str) -> Cookie<'static> {
    let mut cookie = build(office, name, String::new(), time::Duration::ZERO);
    cookie.make_removal();
    cookie
}

/// Tells the next page when the last one was saved.
pub fn saved_cookie(office: &Office) -> Cookie<'static> {
    build(office, super::page::SAVED, crate::clock::time_of_day(office.clock.now()), time::Duration::seconds(30))
}

/// Remembers the language.
pub fn language_cookie(office: &Office, code: &str) -> Cookie<'static> {
    build(office, LANGUAGE, code.to_owned(), time::Duration::days(365))
}

fn build(office: &Office, name: &'static str, value: String, age: time::Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(office.is_secure())
        .max_age(age)
        .finish()
}

/// The token of forms that belong to a key: whoever has not the key cannot know it.
pub fn token(office: &Office, holder: &str) -> String {
    keyed_hash(&office.key, b"form", holder.as_bytes())
}

/// Whether a form brought the right token.
pub fn is_token(office: &Office, holder: &str, brought: &str) -> bool {
    token(office, holder).as_bytes().ct_eq(brought.as_bytes()).into()
}

/// Whether a form came from this site, as far as the browser tells. Old browsers and text browsers send neither header;
/// for forms with a key the token decides, for others nothing is at stake.
pub fn is_same_origin(req: &HttpRequest, office: &Office) -> bool {
    let header = |name: &str| req.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("Sec-Fetch-Site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = header("Origin") else { return true };
    origin == office.public_url || origin.split_once("://").is_some_and(|(_, host)| Some(host) == header("Host"))
}

/// A random token of 256 bits in hexadecimal.
pub fn random_token() -> String {
    use rand::Rng;
    let mut bytes = [0_u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
