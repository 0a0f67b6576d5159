//! An account is changed: name, role, unit, a new password. The person stays who they are: what they did is theirs.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::admin::Account;
use super::error::{Error, Outcome};
use super::filters;
use super::form::Fields;
use super::state::App;
use super::visit::{Clerk, ClerkForm};
use crate::people::{self, ChangedStaff, Staff};
use crate::store::staff;
use crate::web::desk::keep_language;

#[derive(Template)]
#[template(path = "admin/change.html")]
struct ChangePage {
    /// As it is now.
    account: Staff,
    /// Whether it is the reader's: the own role stays.
    own: bool,
    /// The account as it was when the form was drawn first: what somebody else changes meanwhile is not overwritten.
    seen: String,
    form: Account,
}

async fn found(office: &App, login: &str) -> Outcome<Staff> {
    let login = login.to_owned();
    let found = office.read(move |conn| staff::by_login(conn, &login)).await?;
    found.map(|(account, _)| account).ok_or(Error::NotFound)
}

fn draw(clerk: &Clerk, status: StatusCode, account: Staff, seen: String, form: Account) -> Outcome {
    let own = account.id == clerk.staff.id;
    clerk.view.page_with(status, &ChangePage { account, own, seen, form })
}

/// The page with what was typed. A password does not come back with it, and an empty box keeps the old one: that is said
/// when one is lost.
fn draw_again(
    clerk: &Clerk,
    status: StatusCode,
    (account, seen): (Staff, String),
    mut form: Account,
    lost: bool,
) -> Outcome {
    if lost && form.error("password").is_empty() {
        form.wrong.push(("password", "error-password_again".to_owned()));
    }
    draw(clerk, status, account, seen, form)
}

/// Shows an account as it is.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let account = found(&office, &path.1).await?;
    let form = Account {
        login: account.login.clone(),
        name: account.name.clone(),
        role: account.role.code().to_owned(),
        unit: account.unit.clone(),
        wrong: Vec::new(),
    };
    let seen = account.stamp();
    draw(&clerk, StatusCode::OK, account, seen, form)
}

/// What the account is to become, if every box is right.
async fn checked(form: &mut Account, fields: &Fields) -> Outcome<Option<ChangedStaff>> {
    let checks = [people::valid_name(&form.name), people::valid_unit(&form.unit)];
    checks.into_iter().filter_map(Result::err).for_each(|error| form.add(error));
    let role = form.read_role();
    let password_hash = match fields.get("password") {
        "" => None,
        typed => form.hashed(typed).await?,
    };
    let (Some(role), true) = (role, form.wrong.is_empty()) else { return Ok(None) };
    Ok(Some(ChangedStaff { name: form.name.clone(), role, unit: form.unit.clone(), password_hash }))
}

/// Changes it.
pub async fn save(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    let account = found(&office, &path.1).await?;
    let mut form = Account { login: account.login.clone(), ..Account::typed(&fields) };
    if account.id == clerk.staff.id && form.role.is_empty() {
        form.role = account.role.code().to_owned();
    }
    let (seen, typed) = (fields.get("seen").to_owned(), !fields.get("password").is_empty());
    if fields.has("switch") {
        return draw_again(&clerk, StatusCode::OK, (account, seen), form, typed);
    }
    // A form that a failure gave back has no such box: nobody knows whether there was a password in it.
    let known = fields.has("password");
    let new = if known { checked(&mut form, &fields).await? } else { None };
    let Some(new) = new else {
        return draw_again(&clerk, StatusCode::UNPROCESSABLE_ENTITY, (account, seen), form, typed || !known);
    };
    let login = account.login.clone();
    let (by, at) = (clerk.staff.actor(), office.clock.now());
    let changed = office.write(move |conn| staff::change(conn, &login, &seen, &new, &by, at)).await?;
    let refused = match changed {
        Ok(true) => {
            tracing::info!(event = "staff_changed", staff = %account.id, by = %clerk.staff.id);
            clerk.view.is_saved(&office);
            return clerk.view.go("/admin/staff");
        }
        Ok(false) => return clerk.view.go("/admin/staff"),
        Err(refused) => refused,
    };
    form.add(refused);
    // What it has become meanwhile, beside what was typed.
    let account = found(&office, &path.1).await?;
    let seen = account.stamp();
    draw_again(&clerk, StatusCode::CONFLICT, (account, seen), form, typed)
}
