//! The own account: a member of the staff gives it another password. All other sessions of theirs end; this one goes on,
//! under a new token.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::keep_language;
use super::sign_in::{admit, count_guess, note_failure, right_one};
use crate::people::password;
use crate::store::staff;
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::key;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

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
fn wrong(login: &str, [old, new, again]: [&str; 3]) -> Vec<(&'static str, &'static str)> {
    let unfit = password::is_valid(new, login).is_err();
    let told = [
        (old.is_empty(), ("password", "account-old-missing")),
        (unfit, ("password_new", "error-staff_password")),
        (!unfit && new == old, ("password_new", "account-same")),
        (new != again, ("password_again", "account-differs")),
    ];
    told.into_iter().filter_map(|(is_so, what)| is_so.then_some(what)).collect()
}

/// Says that the old password is wrong, and writes it into the chain as at the door.
async fn refuse(office: &App, clerk: &Clerk) -> Outcome {
    note_failure(office, clerk.staff.login.clone()).await?;
    tracing::warn!(event = "login_failed", staff = %clerk.staff.id);
    draw(clerk, vec![("password", "account-old-wrong")])
}

/// Changes the password. Whoever guesses the old one at a screen that was left open is slowed down as at the door.
pub async fn save(req: HttpRequest, office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { clerk, fields } = form;
    if fields.has("switch") {
        return draw(&clerk, Vec::new());
    }
    let [old, new, again] = ["password", "password_new", "password_again"].map(|name| fields.get(name).to_owned());
    let wrong = wrong(&clerk.staff.login, [&old, &new, &again]);
    if !wrong.is_empty() {
        return draw(&clerk, wrong);
    }
    let (login, id) = (clerk.staff.login.clone(), clerk.staff.id.clone());
    count_guess(&req, &office, &login)?;
    let Some((_, checked)) = right_one(&office, login.clone(), old).await? else {
        return refuse(&office, &clerk).await;
    };
    // Hashing takes its time on purpose: not on the threads that serve.
    let own = login.clone();
    let hash = web::block(move || password::hash(&new, &own)).await.map_err(|_| Error::Unavailable)?;
    let Ok(hash) = hash else { return draw(&clerk, vec![("password_new", "error-staff_password")]) };
    let (by, at, new) = (clerk.staff.actor(), office.clock.now(), hash.clone());
    let changed = office.write(move |conn| staff::change_own_password(conn, &login, &checked, new, &by, at)).await?;
    if !changed {
        return refuse(&office, &clerk).await;
    }
    tracing::info!(event = "password_changed", staff = %id);
    // All sessions have ended with the old password. Whoever just proved who they are goes on, by the door: meanwhile an
    // administrator may have closed the account.
    let admitted = admit(&req, &office, &clerk.staff, Some(hash), &clerk.view.to("/desk/account")).await?;
    let mut answer = admitted.ok_or(Error::SignedOut(None))?;
    // A cookie that cannot be written as a header would be a fault of `key`; the page stands without it.
    let _ = answer.add_cookie(&key::saved_cookie(&office));
    Ok(answer)
}
