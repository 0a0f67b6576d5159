//! Signing in and out. Which of login and password was wrong is never told; the password is never given back.

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};

use super::{wanted_page, way_back};
use crate::application::{Actor, Event, EventKind};
use crate::people::{Staff, password, valid_login};
use crate::store::{Conn, Stored, claims, sessions, staff, trail};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::key;
use crate::web::page::{View, see_other};
use crate::web::state::App;
use crate::web::visit::{AnyoneForm, ClerkForm, SignedIn, address};

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignInPage {
    login: String,
    wrong: bool,
    /// The page that was wanted, without its language; empty when none was.
    to: String,
}

/// Asks login and password.
pub async fn show(req: HttpRequest) -> Outcome {
    let asked = Fields::parse(req.query_string().as_bytes())?;
    View::of(&req).page(&SignInPage { login: String::new(), wrong: false, to: wanted(&asked) })
}

fn wanted(fields: &Fields) -> String {
    wanted_page::wanted(fields.get(wanted_page::FIELD)).unwrap_or_default().to_owned()
}

/// Signs in; then to the page that was wanted, or to the desk, or to the accounts for who keeps them.
pub async fn sign_in(req: HttpRequest, office: App, form: AnyoneForm) -> Outcome {
    let typed = form.fields.get("login").trim().to_owned();
    let to = wanted(&form.fields);
    if form.fields.has("switch") {
        return form.view.page(&SignInPage { login: typed, wrong: false, to });
    }
    let login = typed.to_ascii_lowercase();
    // What cannot be a login counts as one: otherwise each spelling would be a fresh start for who guesses.
    let guessed_at = if valid_login(&login).is_ok() { &*login } else { "" };
    count_guess(&req, &office, guessed_at)?;
    let admitted = match right_one(&office, login.clone(), form.fields.get("password").to_owned()).await? {
        Some((staff, checked)) => {
            let address = form.view.to(&wanted_page::room(&staff, &to));
            admit(&req, &office, &staff, Some(checked), &address).await?
        }
        None => None,
    };
    match admitted {
        Some(answer) => Ok(answer),
        None => {
            note_failure(&office, login).await?;
            tracing::warn!(event = "login_failed");
            form.view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage { login: typed, wrong: true, to })
        }
    }
}

/// Writes into the chain that somebody was not let in: with the login of an account, never with what was typed, which may be
/// a password in the wrong box. Both take the same time, so that nobody learns from it which logins there are.
pub(super) async fn note_failure(office: &App, login: String) -> Outcome<()> {
    let failed = Event::new(EventKind::SignInFailed, Actor::Portal, office.clock.now());
    let note = move |conn: &mut Conn| {
        let failed = match staff::by_login(conn, &login)? {
            Some((staff, _)) => failed.with("login", staff.login),
            None => failed,
        };
        trail::append(conn, None, &failed)
    };
    office.write(note).await
}

/// Counts a guess at the password of a login.
pub(super) fn count_guess(req: &HttpRequest, office: &App, login: &str) -> Result<(), Error> {
    office.password_guesses.attempt(&format!("{} {login}", address(req))).map_err(Error::Throttled)?;
    office.sign_ins.attempt(&address(req)).map_err(Error::Throttled)
}

/// Whose login and password these are, with the hash that was compared. The same work is done for a login that nobody has.
pub(super) async fn right_one(office: &App, login: String, typed: String) -> Outcome<Option<(Staff, String)>> {
    let found = office.read(move |conn| staff::by_login(conn, &login)).await?;
    let hash = found.as_ref().map(|(_, hash)| hash.clone());
    let fits = web::block(move || password::verify(&typed, hash.as_deref())).await.map_err(|_| Error::Unavailable)?;
    Ok(found.filter(|(staff, _)| fits && staff.enabled))
}

/// Begins a session and sends its holder to an address; nobody's when the account is closed or its password is
/// another than the `checked` one by now: comparing takes a while, and a new password ends all sessions but this. The session
/// that was in this browser ends; a colleague's as if they had signed out.
pub async fn admit(
    req: &HttpRequest,
    office: &App,
    staff: &Staff,
    checked: Option<String>,
    address: &str,
) -> Outcome<Option<HttpResponse>> {
    let token = key::random_token();
    let (hash, id, at) = (key::session_hash(office, &token), staff.id.clone(), office.clock.now());
    let life = office.lifetimes;
    let signed_in = Event::new(EventKind::SignedIn, staff.actor(), at);
    let before = req.cookie(key::SESSION).map(|cookie| key::session_hash(office, cookie.value()));
    let admitted = office.write(move |conn| {
        if let Some(checked) = checked
            && !staff::still_signs_in(conn, &id, &checked)?
        {
            return Ok(false);
        }
        sessions::begin(conn, &hash, &id, at, &life)?;
        if let Some(before) = before {
            match sessions::find(conn, &before, at, &life)?.map(|session| session.staff) {
                // A colleague who worked at this computer and went away.
                Some(colleague) if colleague.id != id => leave(conn, &before, &colleague, at)?,
                _ => sessions::end(conn, &before)?,
            }
        }
        trail::append(conn, None, &signed_in).map(|()| true)
    });
    if !admitted.await? {
        return Ok(None);
    }
    tracing::info!(event = "login_ok", staff = %staff.id);
    let mut answer = see_other(address);
    let _ = answer.add_cookie(&key::session_cookie(office, &token));
    Ok(Some(answer))
}

/// Ends a session and the leases of the cases at hand: whoever goes works on nothing.
fn leave(conn: &mut Conn, session: &str, staff: &Staff, now: DateTime<Utc>) -> Stored<()> {
    sessions::end(conn, session)?;
    claims::rest(conn, staff, now)
}

/// Ends the session, here and in the database, and the leases of the cases at hand. Who is signed out already is where they
/// wanted to be.
pub async fn sign_out(req: HttpRequest, office: App, form: Result<ClerkForm, Error>) -> Outcome<HttpResponse> {
    let view = match form {
        Ok(form) => form.clerk.view,
        Err(Error::SignedOut(_)) => View::of(&req),
        Err(other) => return Err(other),
    };
    let signed_in = req.extensions().get::<SignedIn>().cloned();
    if let Some(SignedIn { staff, session, .. }) = signed_in {
        let (id, now) = (staff.id.clone(), office.clock.now());
        office.write(move |conn| leave(conn, &session, &staff, now)).await?;
        tracing::info!(event = "logout", staff = %id);
    }
    let mut answer = see_other(&view.to("/desk/sign-in"));
    for cookie in [key::SESSION, way_back::QUEUE] {
        let _ = answer.add_cookie(&key::forget(&office, cookie));
    }
    Ok(answer)
}
