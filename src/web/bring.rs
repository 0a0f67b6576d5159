//! A link by which somebody else brings one paper of an application. Whoever opens it has no key and learns nothing but
//! which paper is wanted, the first letters of a name, and what the applicant wrote to them.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;
use subtle::ConstantTimeEq;

use super::apply::paper_save::keep_brought;
use super::apply::upload::{self, Refused, Sender, Upload};
use super::error::{Error, Outcome};
use super::filters;
use super::key;
use super::page::View;
use super::state::{App, Office};
use super::visit::address;
use crate::application::Application;
use crate::application::invitation::{Invitation, MOST_FILES, Standing, initials};
use crate::documents::file::{ACCEPT, MOST_BYTES};
use crate::documents::resumed::Whose;
use crate::store::{applications, invitations};
use crate::validation::{Finding, Findings};

#[derive(Template)]
#[template(path = "bring.html")]
struct BringPage {
    kind: &'static str,
    initials: String,
    note: String,
    until: NaiveDate,
    /// How many files may still come.
    left: i64,
    accept: &'static str,
    most_megabytes: i64,
    refused: Vec<Refused>,
    missing: Vec<Finding>,
    /// How many files have just come.
    came: i64,
    address: String,
}

#[derive(Template)]
#[template(path = "bring_closed.html")]
struct ClosedPage {}

impl BringPage {
    /// Where files go ahead of the form.
    fn uploads(&self) -> String {
        format!("{}/uploads", self.address)
    }
    fn about_files(&self) -> Option<&Finding> {
        self.missing.first()
    }
    fn not_taken(&self) -> Vec<&Refused> {
        self.refused.iter().collect()
    }
}

/// An open link.
pub struct Open {
    /// As it is stored.
    pub invitation: Invitation,
    application: Application,
    /// What the tokens of its forms are made from.
    holder: String,
}

/// Who opens a link is counted.
pub fn count(req: &HttpRequest, office: &Office) -> Outcome<()> {
    office.brings.attempt(&address(req)).map_err(Error::Throttled)
}

/// What the tokens of the forms of a link are made from.
pub fn holder(office: &Office, token: &str) -> String {
    format!("bring {}", key::invitation_hash(office, token))
}

async fn find(req: &HttpRequest, office: &App, token: &str) -> Outcome<Option<Open>> {
    count(req, office)?;
    opened(office, token).await
}

/// The link of an address, if it opens. Which of the reasons it was when it does not is told to nobody here: the applicant
/// sees it.
pub async fn opened(office: &App, token: &str) -> Outcome<Option<Open>> {
    let (hash, now) = (key::invitation_hash(office, token), office.clock.now());
    let asked = hash.clone();
    let found = office.read(move |conn| {
        let Some((invitation, hash)) = invitations::by_token(conn, &asked)? else { return Ok(None) };
        let application = applications::load(conn, &invitation.application_id)?;
        Ok(Some((invitation, application, hash)))
    });
    let same = |stored: &str| -> bool { stored.as_bytes().ct_eq(hash.as_bytes()).into() };
    Ok(found
        .await?
        .filter(|(invitation, application, stored)| {
            same(stored) && invitation.standing(application, now) == Standing::Open
        })
        .map(|(invitation, application, _)| Open { invitation, application, holder: holder(office, token) }))
}

fn closed(view: &View) -> Outcome {
    view.page_with(StatusCode::NOT_FOUND, &ClosedPage {})
}

/// Asks for the paper.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String)>) -> Outcome {
    let view = View::of(&req);
    let Some(open) = find(&req, &office, &path.1).await? else { return closed(&view) };
    let came = req.query_string().strip_prefix("came=").and_then(|count| count.parse().ok()).unwrap_or(0);
    let page = page(&open, &path.1);
    view.with_token(key::token(&office, &open.holder)).page(&BringPage { came, ..page })
}

/// Takes the paper.
pub async fn save(req: HttpRequest, office: App, path: web::Path<(String, String)>, payload: web::Payload) -> Outcome {
    let view = View::of(&req);
    let Some(open) = find(&req, &office, &path.1).await? else { return closed(&view) };
    let view = view.with_token(key::token(&office, &open.holder));
    let sender = Sender::Invited { whose: whose(&open.invitation), holder: open.holder.clone() };
    let kind = open.invitation.kind;
    let Upload { fresh, mut refused, failed, .. } = upload::receive_from(&req, &office, payload, kind, &sender).await?;
    if let Some(failed) = failed {
        return Err(failed);
    }
    let brought = fresh.files().len();
    let (taken, left) = keep_brought(&office, &open.invitation, fresh).await?;
    refused.extend(left);
    let came = i64::try_from(taken).unwrap_or(i64::MAX);
    let page = page(&open, &path.1);
    let page = BringPage { came, left: page.left.saturating_sub(came), ..page };
    if refused.is_empty() && taken > 0 {
        // With its last file the link closes: thanks are said here, it does not open again.
        return if page.left > 0 { view.go(&format!("{}?came={came}", page.address)) } else { view.page(&page) };
    }
    let mut missing = Findings::of_item("documents", kind.code());
    if brought == 0 && refused.is_empty() {
        missing.add("files", "file_missing");
    }
    let page = BringPage { refused, missing: missing.into_iter().collect(), ..page };
    view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Whose the files are that come by a link, before the paper has them.
pub fn whose(invitation: &Invitation) -> Whose {
    Whose { application: invitation.application_id.clone(), link: Some(invitation.id.clone()) }
}

fn page(open: &Open, token: &str) -> BringPage {
    let left = MOST_FILES.saturating_sub(open.invitation.files.len());
    BringPage {
        kind: open.invitation.kind.code(),
        initials: initials(&open.application),
        note: open.invitation.note.clone(),
        until: crate::clock::civil(open.invitation.expires_at).date(),
        left: i64::try_from(left).unwrap_or_default(),
        accept: ACCEPT,
        most_megabytes: (MOST_BYTES / super::apply::shown_file::MEGABYTE) as i64,
        refused: Vec::new(),
        missing: Vec::new(),
        came: 0,
        address: format!("/bring/{token}"),
    }
}

/// The form of a link: it brings a token that only whoever opened the link can know, and comes from this site.
pub fn is_right(req: &HttpRequest, office: &Office, holder: &str, token: &str) -> bool {
    key::is_token(office, holder, token) && key::is_same_origin(req, office)
}
