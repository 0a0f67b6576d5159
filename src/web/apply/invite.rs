//! Links by which somebody else brings one paper: made, shown once, taken back. For the applicant.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::load;
use super::paper::paper_of;
use super::resumed;
use crate::application::invitation::{DAYS, Invitation, LONGEST_NAME, LONGEST_NOTE, MOST_OPEN, Standing};
use crate::application::steps::Body;
use crate::application::{Actor, Application, Event, EventKind};
use crate::language::Language;
use crate::law::DocumentKind;
use crate::questions;
use crate::store::applications::{Changed, change};
use crate::store::{StoreError, invitations, uploads};
use crate::validation::{Findings, Prose, Questions, Text};
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::key;
use crate::web::page::{View, see_other};
use crate::web::state::App;
use crate::web::visit::{Applicant, ApplicantForm};

questions! {
    /// What is asked about a link.
    pub struct Asking {
        for_whom: Text,
        note: Prose,
    }
}

#[derive(Template)]
#[template(path = "apply/invite.html")]
struct InvitePage {
    kind: &'static str,
    form: Filled,
    /// The address of the link that was just made: it is never shown again.
    made: Option<String>,
    links: Vec<Link>,
    days: i64,
    /// No more may be open at once.
    most: i64,
    is_full: bool,
}

/// A link as the applicant sees it.
pub struct Link {
    /// Id.
    pub id: String,
    /// Whom it is for.
    pub for_whom: String,
    /// How it stands.
    pub standing: &'static str,
    /// Whether it opens.
    pub opens: bool,
    /// The last day on which it opens.
    pub until: NaiveDate,
    /// Names of files that came by it and are still there.
    pub files: Vec<String>,
}

/// The links to a paper as they stand now.
pub async fn links(office: &App, application: &Application, kind: DocumentKind) -> Outcome<Vec<Link>> {
    let id = application.id.clone();
    let made = office.read(move |conn| invitations::of_paper(conn, &id, kind)).await?;
    let (paper, now) = (application.paper(kind), office.clock.now());
    let link = |one: Invitation| {
        let standing = one.standing(application, now);
        let files = paper.files.iter().filter(|file| one.files.contains(&file.id));
        Link {
            files: files.map(|file| file.name.clone()).collect(),
            standing: standing.code(),
            opens: standing == Standing::Open,
            until: crate::clock::civil(one.expires_at).date(),
            id: one.id,
            for_whom: one.for_whom,
        }
    };
    Ok(made.into_iter().map(link).collect())
}

/// The papers that somebody else can bring: all but the photograph.
fn kind_of(code: &str) -> Outcome<DocumentKind> {
    paper_of(code).and_then(|kind| if kind == DocumentKind::Photo { Err(Error::NotFound) } else { Ok(kind) })
}

/// Shows the links, and asks whom a new one is for.
pub async fn show(office: App, path: web::Path<(String, String)>, mut applicant: Applicant) -> Outcome {
    let kind = kind_of(&path.1)?;
    let application = load(&office, &mut applicant).await?;
    if !application.may_change_paper(kind) {
        return applicant.view.go("/apply/documents");
    }
    let form = Filled::unchecked("invite", Asking::FIELDS, Body::new());
    draw(&office, &applicant.view, StatusCode::OK, &application, kind, (form, None)).await
}

/// Makes a link, and shows it this once.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ApplicantForm) -> Outcome {
    let kind = kind_of(&path.1)?;
    let ApplicantForm { mut applicant, fields } = form;
    let typed = fields.answers(Asking::FIELDS, &Body::new());
    if let Some(language) = Language::from_code(fields.get("switch")) {
        return Ok(see_other(&format!("/{language}/apply/documents/{}/invite", kind.code())));
    }
    let application = load(&office, &mut applicant).await?;
    let wrong = check(&fields);
    if wrong.stop() {
        let form = Filled::unchecked("invite", Asking::FIELDS, typed).with(wrong);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return draw(&office, &applicant.view, status, &application, kind, (form, None)).await;
    }
    let token = key::random_token();
    let hash = key::invitation_hash(&office, &token);
    let (id, at) = (applicant.id.clone(), office.clock.now());
    let kept = office.write(move |conn| {
        change(conn, &id, None, |application, conn| {
            let open = invitations::of_paper(conn, &application.id, kind)?;
            if open.iter().filter(|one| one.standing(application, at) == Standing::Open).count() >= MOST_OPEN {
                return Ok(Changed { value: false, event: None });
            }
            let id = uuid::Uuid::now_v7().to_string();
            let about = (fields.get("for_whom").trim(), fields.get("note").trim());
            let made = Invitation::make(id, application, kind, about, at)?;
            invitations::make(conn, &made, &hash)?;
            let event = Event::new(EventKind::InvitationMade, Actor::Applicant, at).with("document", kind.code());
            Ok(Changed { value: true, event: Some(event) })
        })
    });
    // The list says that no more may be open.
    let kept = kept.await?;
    if kept {
        applicant.view.is_saved(&office);
    }
    let made = kept.then(|| format!("{}{}", office.public_url, applicant.view.to(&format!("/bring/{token}"))));
    let form = Filled::unchecked("invite", Asking::FIELDS, Body::new());
    draw(&office, &applicant.view, StatusCode::OK, &application, kind, (form, made)).await
}

fn check(fields: &Fields) -> Findings {
    let mut found = Findings::of("invite");
    let length = |name: &str| fields.get(name).trim().chars().count();
    found.require("for_whom", length("for_whom") == 0);
    for (name, most) in [("for_whom", LONGEST_NAME), ("note", LONGEST_NOTE)] {
        if length(name) > most {
            found.add_with(name, "length", "max", most);
        }
    }
    found
}

/// Takes a link back.
pub async fn revoke(office: App, path: web::Path<(String, String, String)>, form: ApplicantForm) -> Outcome {
    let kind = kind_of(&path.1)?;
    let mut applicant = form.applicant;
    let (id, link, at) = (applicant.id.clone(), path.2.clone(), office.clock.now());
    let begun = office
        .write(move |conn| {
            change(conn, &id, None, |application, conn| {
                if !invitations::revoke(conn, &application.id, kind, &link, at)? {
                    return Err(StoreError::NotFound);
                }
                let event = Event::new(EventKind::InvitationRevoked, Actor::Applicant, at);
                // Also one that is coming at this moment: its next bytes find it gone.
                let begun = uploads::take_of_link(conn, &link, at)?;
                Ok(Changed { value: begun, event: Some(event.with("document", kind.code())) })
            })
        })
        .await?;
    resumed::discard(&office.vault, &begun);
    applicant.view.is_saved(&office);
    applicant.view.go(&format!("/apply/documents/{}/invite", kind.code()))
}

async fn draw(
    office: &App,
    view: &View,
    status: StatusCode,
    application: &Application,
    kind: DocumentKind,
    (form, made): (Filled, Option<String>),
) -> Outcome {
    let links = links(office, application, kind).await?;
    let is_full = links.iter().filter(|link| link.opens).count() >= MOST_OPEN;
    let (days, most) = (DAYS, i64::try_from(MOST_OPEN).unwrap_or(i64::MAX));
    view.page_with(status, &InvitePage { kind: kind.code(), form, made, links, days, most, is_full })
}
