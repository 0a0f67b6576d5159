//! The keys people hold: the applicant's cookie, the staff's session cookie, and the tokens of forms.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};
use chrono::{DateTime, Utc};
use subtle::ConstantTimeEq;

use super::state::Office;
use crate::application::EventKind;
use crate::application::number::keyed_hash;

/// The applicant's key: which application this computer has open.
pub const APPLICANT: &str = "ruqsat_key";
/// The staff's session.
pub const SESSION: &str = "ruqsat_session";
/// Which start page's form began the draft on this computer: its code is made of it, see `start::begin`.
pub const BEGUN: &str = "ruqsat_begun";
/// What this computer answered to "what will I need?".
pub const NEED: &str = "ruqsat_need";
/// The language last used.
pub const LANGUAGE: &str = "ruqsat_language";

/// A key that has used up this part of its life is renewed by whatever page is opened with it: not by each, since a
/// cookie is a secret that should travel seldom.
const RENEWED_AFTER: i32 = 30;

/// The key that a visitor holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Id of the application that it opens.
    pub id: String,
    /// Until when.
    pub until: DateTime<Utc>,
}

impl Held {
    /// A new one.
    pub fn new(office: &Office, id: String) -> Self {
        Self { id, until: office.clock.now() + office.lifetimes.key }
    }
    /// Whether it is time for a new one.
    pub fn is_worn(&self, office: &Office) -> bool {
        let life = office.lifetimes.key;
        self.until - office.clock.now() < life - life / RENEWED_AFTER
    }
}

/// Makes the cookie that opens an application on this computer: id, end, and a keyed hash of both.
pub fn applicant_cookie(office: &Office, id: &str) -> Cookie<'static> {
    let until = Held::new(office, id.to_owned()).until.timestamp();
    let sealed = keyed_hash(&office.key, b"applicant", format!("{id}.{until}").as_bytes());
    build(office, APPLICANT, format!("{id}.{until}.{sealed}"), age(office.lifetimes.key))
}

/// Remembers the form that began a draft, as long as the page of its code can be opened again.
pub fn begun_cookie(office: &Office, form: String) -> Cookie<'static> {
    build(office, BEGUN, form, time::Duration::minutes(super::start::SHOWN_MINUTES))
}

/// The application that this computer has open.
pub fn applicant_of(req: &HttpRequest, office: &Office) -> Option<String> {
    held(req, office).map(|held| held.id)
}

/// The key that this computer holds, if it is good.
pub fn held(req: &HttpRequest, office: &Office) -> Option<Held> {
    let cookie = req.cookie(APPLICANT)?;
    let (content, sealed) = cookie.value().rsplit_once('.')?;
    let right = keyed_hash(&office.key, b"applicant", content.as_bytes());
    let (id, until) = content.split_once('.')?;
    let until = DateTime::<Utc>::from_timestamp(until.parse().ok()?, 0)?;
    let fits: bool = right.as_bytes().ct_eq(sealed.as_bytes()).into();
    (fits && office.clock.now() < until).then(|| Held { id: id.to_owned(), until })
}

/// Makes the cookie of a session.
pub fn session_cookie(office: &Office, token: &str) -> Cookie<'static> {
    build(office, SESSION, token.to_owned(), age(office.lifetimes.session))
}

/// What is stored of a session's token.
pub fn session_hash(office: &Office, token: &str) -> String {
    keyed_hash(&office.key, b"session", token.as_bytes())
}

/// What is stored of a link's token.
pub fn invitation_hash(office: &Office, token: &str) -> String {
    keyed_hash(&office.key, b"invitation", token.as_bytes())
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

/// Tells the next page what was done, and when.
pub fn done_cookie(office: &Office, what: EventKind) -> Cookie<'static> {
    let told = format!("{}.{}", crate::clock::time_of_day(office.clock.now()), what.code());
    build(office, super::page::SAVED, told, time::Duration::seconds(30))
}

/// Remembers how a clerk left the queue.
pub fn queue_cookie(office: &Office, query: String) -> Cookie<'static> {
    build(office, super::desk::way_back::QUEUE, query, age(office.lifetimes.session))
}

/// Keeps the answers to "what will I need?" on this computer, which alone has them.
pub fn need_cookie(office: &Office, answers: String) -> Cookie<'static> {
    build(office, NEED, answers, time::Duration::minutes(30))
}

/// Remembers the language.
pub fn language_cookie(office: &Office, code: &str) -> Cookie<'static> {
    build(office, LANGUAGE, code.to_owned(), time::Duration::days(365))
}

fn age(life: chrono::Duration) -> time::Duration {
    time::Duration::seconds(life.num_seconds())
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

/// The token of forms that belong to a key: whoever has not the key cannot know it. Masked by fresh chance, so that no
/// two pages bear the same signs: the length of a compressed page tells nothing about it (BREACH).
pub fn token(office: &Office, holder: &str) -> String {
    let mask = random_token();
    let masked = masked(&mask, &bare_token(office, holder));
    mask + &masked
}

/// Whether a form brought the right token.
pub fn is_token(office: &Office, holder: &str, brought: &str) -> bool {
    // A shorter mask would cover a part only, and none nothing: nothing is no token.
    let Some((mask, masked_token)) = brought.split_at_checked(TOKEN) else { return false };
    masked(mask, &bare_token(office, holder)).as_bytes().ct_eq(masked_token.as_bytes()).into()
}

/// Hexadecimal signs of 256 bits.
const TOKEN: usize = 64;

fn bare_token(office: &Office, holder: &str) -> String {
    keyed_hash(&office.key, b"form", holder.as_bytes())
}

/// Two texts of hexadecimal digits, digit by digit exclusive or; what is no such digit counts as nought.
fn masked(mask: &str, token: &str) -> String {
    let digit = |sign: u8| char::from(sign).to_digit(16).unwrap_or(0);
    mask.bytes().zip(token.bytes()).map(|(mask, token)| format!("{:x}", digit(mask) ^ digit(token))).collect()
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
    hex(&bytes)
}

/// Whether a text is made as such tokens are.
pub fn is_random_token(text: &str) -> bool {
    text.len() == TOKEN && text.bytes().all(|sign| sign.is_ascii_hexdigit())
}

/// Two hexadecimal digits for each byte, which are the same in a cookie and in an address everywhere.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
