//! The own account: a member of the staff gives it another password. All other sessions of theirs end; this one goes on,
//! under a new token.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::keep_language;
use super::sign_in::right_one;
use crate::people::{StaffError, password};
use crate::store::{sessions, staff};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::key;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm, address};

#[derive(Template)]
#[template(path = "desk/account.html")]
struct AccountPage {
    login: String,
    /// Box and message id of what is wrong with it. A password is never given back.
    wrong: Vec<(&'static str, &'static str)>,
}

impl AccountPage {
    /// Message id of what is wrong with a box; empty where nothing is.
    fn error(&self, field: &str) -> &'static str {
        self.wrong.iter().find(|(known, _)| *known == field).map_or("", |(_, key)| key)
    }
}

fn draw(clerk: &Clerk, wrong: Vec<(&'static str, &'static str)>) -> Outcome {
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    clerk.view.page_with(status, &AccountPage { login: clerk.staff.login.clone(), wrong })
}

/// Asks for the password as it is, and twice for the new one.
pub async fn show(office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    draw(&clerk, Vec::new())
}

/// What is wrong with the boxes by themselves.
fn wrong(old: &str, new: &str, again: &str) -> Vec<(&'static str, &'static str)> {
    let short = password::is_valid(new) == Err(StaffError::Password);
    let told = [
        (old.is_empty(), ("password", "account-old-missing")),
        (short, ("password_new", "error-staff_password")),
        (!short && new == old, ("password_new", "account-same")),
        (new != again, ("password_again", "account-differs")),
    ];
    told.into_iter().filter_map(|(is_so, what)| is_so.then_some(what)).collect()
}

/// Changes the password. Whoever guesses the old one at a screen that was left open is slowed down as at the door.
pub async fn save(req: HttpRequest, office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    if fields.has("switch") {
        return draw(&clerk, Vec::new());
    }
    let [old, new, again] = ["password", "password_new", "password_again"].map(|name| fields.get(name).to_owned());
    let wrong = wrong(&old, &new, &again);
    if !wrong.is_empty() {
        return draw(&clerk, wrong);
    }
    let (login, id) = (clerk.staff.login.clone(), clerk.staff.id.clone());
    office.password_guesses.attempt(&format!("{} {login}", address(&req))).map_err(Error::Throttled)?;
    office.sign_ins.attempt(&address(&req)).map_err(Error::Throttled)?;
    let Some((_, checked)) = right_one(&office, login.clone(), old).await? else {
        tracing::warn!(event = "login_failed", staff = %id);
        return draw(&clerk, vec![("password", "account-old-wrong")]);
    };
    // Hashing takes its time on purpose: not on the threads that serve.
    let hash = web::block(move || password::hash(&new)).await.map_err(|_| Error::Unavailable)?;
    let Ok(hash) = hash else { return draw(&clerk, vec![("password_new", "error-staff_password")]) };
    let (by, at) = (clerk.staff.actor(), office.clock.now());
    let changed = office.write(move |conn| staff::change_own_password(conn, &login, &checked, hash, &by, at)).await?;
    if !changed {
        return draw(&clerk, vec![("password", "account-old-wrong")]);
    }
    // All sessions have ended with the old password. Whoever just proved who they are goes on.
    let token = key::random_token();
    let (session, life, own) = (key::session_hash(&office, &token), office.lifetimes, id.clone());
    office.write(move |conn| sessions::begin(conn, &session, &own, at, &life)).await?;
    tracing::info!(event = "password_changed", staff = %id);
    clerk.view.is_saved(&office);
    let mut answer = clerk.view.go("/desk/account")?;
    // A cookie that cannot be written would be a fault of `key`: then they sign in anew.
    let _ = answer.add_cookie(&key::session_cookie(&office, &token));
    Ok(answer)
}
