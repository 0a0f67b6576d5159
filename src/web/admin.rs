//! Administration: the accounts of the staff, and the one-time page that makes the first administrator.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use subtle::ConstantTimeEq;

use crate::application::Actor;
use crate::people::{self, NewStaff, Role, Staff, StaffError, password};
use crate::store::{StoreError, staff};
use crate::web::desk::{keep_language, sign_in};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{AnyoneForm, Clerk, ClerkForm};

/// The boxes of a new account, without the password: it is never given back.
#[derive(Default)]
pub(super) struct Account {
    pub(super) login: String,
    pub(super) name: String,
    pub(super) role: String,
    pub(super) unit: String,
    /// Box and message id of what is wrong with it.
    pub(super) wrong: Vec<(&'static str, String)>,
}

impl Account {
    pub(super) fn typed(fields: &Fields) -> Self {
        let typed = |name| fields.get(name).trim().to_owned();
        Self { login: typed("login"), name: typed("name"), role: typed("role"), unit: typed("unit"), wrong: Vec::new() }
    }
    /// Message id of what is wrong with a box; empty where nothing is.
    pub(super) fn error(&self, field: &str) -> &str {
        self.wrong.iter().find(|(known, _)| *known == field).map(|(_, key)| key.as_str()).unwrap_or_default()
    }
    pub(super) fn add(&mut self, error: StaffError) {
        /// The boxes as they stand on the page: so stand the errors in its summary.
        const BOXES: [&str; 5] = ["name", "login", "role", "unit", "password"];
        let (field, code) = error.place();
        self.wrong.push((field, format!("error-{code}")));
        self.wrong.sort_by_key(|(field, _)| BOXES.iter().position(|known| known == field));
    }
    /// The account, if every box is right; else all that is wrong is noted.
    async fn checked(&mut self, typed: &str, view: &View) -> Outcome<Option<NewStaff>> {
        let checks = [people::valid_login(&self.login), people::valid_name(&self.name), people::valid_unit(&self.unit)];
        checks.into_iter().filter_map(Result::err).for_each(|error| self.add(error));
        let (Some(role), Some(password_hash)) = (self.read_role(), self.hashed(typed).await?) else { return Ok(None) };
        if !self.wrong.is_empty() {
            return Ok(None);
        }
        let staff = Staff {
            id: uuid::Uuid::now_v7().to_string(),
            login: self.login.clone(),
            name: self.name.clone(),
            role,
            unit: self.unit.clone(),
            language: view.language.code().to_owned(),
            enabled: true,
            lent: Vec::new(),
        };
        Ok(Some(NewStaff { staff, password_hash }))
    }
    /// The role that was chosen; none is noted as wrong.
    pub(super) fn read_role(&mut self) -> Option<Role> {
        let role = Role::from_code(&self.role);
        if role.is_none() {
            self.add(StaffError::Role);
        }
        role
    }
    /// The hash of a new password; what is wrong with it is noted.
    pub(super) async fn hashed(&mut self, typed: &str) -> Outcome<Option<String>> {
        let (typed, login) = (typed.to_owned(), self.login.clone());
        // Hashing takes its time on purpose: not on the threads that serve.
        let hash = web::block(move || password::hash(&typed, &login)).await.map_err(|_| Error::Unavailable)?;
        Ok(hash.map_err(|error| self.add(error)).ok())
    }
}

#[derive(Template)]
#[template(path = "admin/staff.html")]
struct StaffPage {
    accounts: Vec<Staff>,
    /// Whoever is looking cannot shut themselves out.
    own: String,
    form: Account,
}

/// The accounts.
pub async fn list(office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    draw(&office, &clerk, StatusCode::OK, Account::default()).await
}

async fn draw(office: &App, clerk: &Clerk, status: StatusCode, form: Account) -> Outcome {
    let mut accounts = office.read(staff::list).await?;
    clerk.view.alphabet().sort_by(&mut accounts, |one| &one.name);
    clerk.view.page_with(status, &StaffPage { accounts, own: clerk.staff.login.clone(), form })
}

/// Makes an account.
pub async fn add(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    let mut account = Account::typed(&fields);
    if fields.has("switch") {
        return draw(&office, &clerk, StatusCode::OK, account).await;
    }
    if let Some(new) = account.checked(fields.get("password"), &clerk.view).await? {
        let (at, id, by) = (office.clock.now(), new.staff.id.clone(), clerk.staff.actor());
        if office.write(move |conn| staff::add(conn, &new, by, at)).await? {
            tracing::info!(event = "staff_added", staff = %id, by = %clerk.staff.id);
            clerk.view.is_saved(&office);
            return clerk.view.go("/admin/staff");
        }
        account.add(StaffError::LoginTaken);
    }
    draw(&office, &clerk, StatusCode::UNPROCESSABLE_ENTITY, account).await
}

/// Forbids signing in, and ends the open sessions.
pub async fn disable(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    if path.1 == form.clerk.staff.login {
        return Err(Error::Forbidden);
    }
    enable_or_not(&office, form.clerk, &path.1, false).await
}

/// Allows signing in again.
pub async fn enable(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    enable_or_not(&office, form.clerk, &path.1, true).await
}

async fn enable_or_not(office: &App, mut clerk: Clerk, login: &str, enabled: bool) -> Outcome {
    let (login, by, at) = (login.to_owned(), clerk.staff.actor(), office.clock.now());
    office.write(move |conn| staff::enable(conn, &login, enabled, by, at)).await?;
    tracing::info!(event = if enabled { "staff_enabled" } else { "staff_disabled" }, by = %clerk.staff.id);
    clerk.view.is_saved(office);
    clerk.view.go("/admin/staff")
}

#[derive(Template)]
#[template(path = "admin/first.html")]
struct FirstPage {
    token: String,
    form: Account,
}

/// Whether the address holds the token, and nobody has an account yet.
async fn is_awaited(office: &App, token: &str) -> Outcome<()> {
    if !is_token(office, token) || !office.read(staff::is_empty).await? {
        return Err(Error::NotFound);
    }
    Ok(())
}

fn is_token(office: &Office, token: &str) -> bool {
    let waiting = office.first_admin.lock().ok().and_then(|waiting| waiting.clone());
    waiting.is_some_and(|waiting| waiting.as_bytes().ct_eq(token.as_bytes()).into())
}

/// Asks for the first administrator's account.
pub async fn first_page(req: HttpRequest, office: App, path: web::Path<(String, String)>) -> Outcome {
    is_awaited(&office, &path.1).await?;
    View::of(&req).page(&FirstPage { token: path.1.clone(), form: Account::default() })
}

/// Makes the first administrator, once, and signs them in.
pub async fn first(req: HttpRequest, office: App, path: web::Path<(String, String)>, form: AnyoneForm) -> Outcome {
    is_awaited(&office, &path.1).await?;
    let AnyoneForm { view, fields } = form;
    let mut account = Account { role: Role::Admin.code().to_owned(), ..Account::typed(&fields) };
    if fields.has("switch") {
        return view.page(&FirstPage { token: path.1.clone(), form: account });
    }
    let Some(new) = account.checked(fields.get("password"), &view).await? else {
        let page = FirstPage { token: path.1.clone(), form: account };
        return view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (at, made) = (office.clock.now(), new.staff.clone());
    // The link is used up before the account is made: two who hold it make one administrator.
    let token = office.first_admin.lock().ok().and_then(|mut waiting| waiting.take()).ok_or(Error::NotFound)?;
    let added = office
        .write(move |conn| match staff::is_empty(conn)? && staff::add(conn, &new, Actor::Console, at)? {
            true => Ok(()),
            false => Err(StoreError::NotFound),
        })
        .await;
    if let Err(error) = added {
        if let (Error::Unavailable, Ok(mut waiting)) = (&error, office.first_admin.lock()) {
            *waiting = Some(token);
        }
        return Err(error);
    }
    tracing::info!(event = "staff_added", staff = %made.id, first = true);
    sign_in::admit(&req, &office, &made, None, &view.to("/admin/staff")).await?.ok_or(Error::SignedOut(None))
}
