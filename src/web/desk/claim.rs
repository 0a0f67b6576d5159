//! Whose case it is, as the page of the case shows it; taking it and giving it back.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::{DateTime, Utc};

use super::find;
use super::history::{Happened, Note, Who, history};
use crate::application::{Application, Status};
use crate::desk::Duty;
use crate::desk::claim::Claim;
use crate::language::Language;
use crate::store::{claims, trail};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

/// The line about a case's claim, and what this clerk can do about it.
pub struct ClaimLine {
    pub(super) id: String,
    pub(super) claim: Option<Claim>,
    /// Whether it is this clerk's.
    pub(super) own: bool,
    /// Whether its lease runs.
    pub(super) live: bool,
    /// Since when and until when, in words: the time only, when it is today.
    pub(super) since: String,
    pub(super) until: String,
    pub(super) takes: bool,
    pub(super) gives: bool,
    pub(super) hands: bool,
}

impl ClaimLine {
    /// For this clerk, now, when somebody else works on the case.
    pub fn holding(claim: Option<Claim>, application: &Application, clerk: &Clerk, now: DateTime<Utc>) -> Option<Self> {
        let open = !application.status.is_final();
        let claim = claim.filter(|claim| open && claim.stops(&clerk.staff, now))?;
        Some(Self::of(Some(claim), application, clerk, now))
    }
    /// For this clerk, now.
    pub fn of(claim: Option<Claim>, application: &Application, clerk: &Clerk, now: DateTime<Utc>) -> Self {
        let (staff, language) = (&clerk.staff, clerk.view.language);
        let (id, status) = (application.id.clone(), application.status);
        let own = claim.as_ref().is_some_and(|claim| claim.is_of(staff));
        let live = claim.as_ref().is_some_and(|claim| claim.is_live(now));
        let open = status != Status::Draft && !status.is_final();
        let shown = |at: DateTime<Utc>| when(at, now, language);
        let since = claim.as_ref().map_or(now, |claim| claim.since);
        let until = claim.as_ref().and_then(|claim| claim.until).unwrap_or(now);
        Self {
            id,
            own,
            live,
            since: shown(since),
            until: shown(until),
            takes: open && !live && staff.may(Duty::Return) && staff.has_work_in(status),
            gives: open && own,
            hands: open && (own || staff.may(Duty::Assign)),
            claim,
        }
    }
}

/// A moment in words: the time only, when it is today.
pub(super) fn when(at: DateTime<Utc>, now: DateTime<Utc>, language: Language) -> String {
    match crate::clock::civil(at).date() == crate::clock::civil(now).date() {
        true => crate::clock::time_of_day(at),
        false => language.moment(at),
    }
}

/// Whose the case is, when that is the error.
pub fn holder(error: Error) -> Option<Claim> {
    match error {
        Error::Held(claim) => Some(*claim),
        _ => None,
    }
}

type Where = web::Path<(String, String)>;

/// Takes the case.
pub async fn take(office: App, path: Where, form: ClerkForm) -> Outcome {
    find(&office, &form.clerk.staff, &path.1).await?;
    let (id, staff, now) = (path.1.clone(), form.clerk.staff.clone(), office.clock.now());
    let lease = office.lifetimes.claim;
    match office.write(move |conn| claims::take(conn, &id, &staff, now, lease)).await {
        Err(error @ Error::Held(_)) => stopped(&office, &form.clerk, &path.1, None, &form.fields, holder(error)).await,
        other => {
            other?;
            tracing::info!(event = "case_taken", staff = %form.clerk.staff.id);
            form.clerk.view.go(&format!("/desk/cases/{}", path.1))
        }
    }
}

/// Gives the case back.
pub async fn give_back(office: App, path: Where, form: ClerkForm) -> Outcome {
    find(&office, &form.clerk.staff, &path.1).await?;
    let (id, staff, now) = (path.1.clone(), form.clerk.staff.clone(), office.clock.now());
    office.write(move |conn| claims::give_back(conn, &id, &staff, now)).await?;
    form.clerk.view.go(&format!("/desk/cases/{}", path.1))
}

#[derive(Template)]
#[template(path = "desk/changed.html")]
struct ChangedPage<'a> {
    id: &'a str,
    /// Where the form is drawn again with what was typed; none when it has no page.
    action: Option<String>,
    kept: Vec<(String, String)>,
    /// The sentences among what was typed, to be read and copied.
    sentences: Vec<String>,
    /// What others did since the page was drawn, newest first.
    happened: Vec<Happened>,
    /// Whose the case is, when that is what stops it.
    held: Option<ClaimLine>,
}

/// 409: the case has changed since the page was drawn, or somebody else has it. Says who did what and when; the form is
/// one click away, with all that was typed in it.
pub async fn stopped(
    office: &App,
    clerk: &Clerk,
    id: &str,
    action: Option<String>,
    fields: &Fields,
    held: Option<Claim>,
) -> Outcome {
    let application = find(office, &clerk.staff, id).await?;
    let (case, seen) = (id.to_owned(), fields.get("revision").parse().unwrap_or(i64::MAX));
    let happened = match held {
        Some(_) => Vec::new(),
        None => history(&application, office.read(move |conn| trail::since(conn, &case, seen)).await?),
    };
    let held = held.map(|claim| ClaimLine::of(Some(claim), &application, clerk, office.clock.now()));
    let kept: Vec<(String, String)> = fields.typed().cloned().collect();
    let sentences = fields.sentences();
    // Language links lead to the case: the address of an action alone may have no page.
    let view = View { here: format!("/desk/cases/{id}"), ..clerk.view.clone() };
    view.page_with(StatusCode::CONFLICT, &ChangedPage { id, action, kept, sentences, happened, held })
}
