//! What all actions on a case share: shown only where the move is allowed, made in one change with its event, refused
//! when the case has changed meanwhile; and whatever happens, what was typed comes back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};

use super::boxes::{Wrong, box_of, told};
use super::claim::{ClaimLine, holder, stopped};
use super::{case, is_offered, is_seen, load};
use crate::application::{Actor, Application, Denied, Event, Move};
use crate::desk::duty::duty_of;
use crate::desk::marks::Mark;
use crate::people::Staff;
use crate::store::applications::{Changed, change};
use crate::store::{Conn, StoreError, Stored, claims, marks};
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Clerk, ClerkForm};

/// What the page of every action knows of its case.
pub struct About {
    /// Message id of the page's heading.
    pub title: &'static str,
    /// Id of the case.
    pub id: String,
    /// Number to quote.
    pub number: String,
    /// Name.
    pub name: String,
    /// Code of the state.
    pub status: &'static str,
    /// The applicant's language.
    pub language: String,
    /// The revision that the page is drawn on.
    pub revision: i64,
    /// Where the form goes: the address without its language.
    pub action: String,
    /// Message id of why it was not done.
    pub denied: Option<String>,
    /// The boxes where that is to be mended, in the order of the page; none when it is not there.
    pub wrong: Vec<Wrong>,
    why: Option<Denied>,
    /// Whose the case is, when that is a colleague who works on it: then the move will not be made.
    pub held: Option<ClaimLine>,
}

/// What the page of an action is drawn from.
pub struct Drawing<'a> {
    /// Days and rules.
    pub office: &'a Office,
    /// The clerk's view.
    pub view: &'a View,
    /// Who looks.
    pub staff: &'a Staff,
    /// 200, or 422 when the form is to be mended.
    pub status: StatusCode,
    /// The case.
    pub application: &'a Application,
    /// The marks of its review.
    pub marks: &'a [Mark],
    /// What was typed.
    pub fields: &'a Fields,
    /// Head of the page.
    pub about: About,
}

/// Draws the page of an action.
pub type Draw = fn(Drawing<'_>) -> Outcome;

/// A thing to do to a case, with a page of its own.
pub struct Action {
    /// Its move in the table of moves.
    pub doing: Move,
    /// Last part of its address.
    pub path: &'static str,
    /// Message id of its heading.
    pub title: &'static str,
    /// Its page.
    pub draw: Draw,
}

impl About {
    /// The head of the page at `path` of a case.
    pub fn of(title: &'static str, path: &str, application: &Application, denied: Option<&Denied>) -> Self {
        let mut about = Self {
            title,
            id: application.id.clone(),
            number: application.number.to_string(),
            name: application.name(),
            status: application.status.code(),
            language: application.language.clone(),
            revision: application.revision,
            action: format!("/desk/cases/{}/{path}", application.id),
            denied: None,
            wrong: Vec::new(),
            why: None,
            held: None,
        };
        denied.into_iter().for_each(|denied| about.tells(path, denied));
        about
    }
    /// Tells why what the page at `path` asks for was not done, at the box where it is to be mended.
    pub fn tells(&mut self, path: &str, denied: &Denied) {
        let mend_at = box_of(path, denied);
        self.denied = Some(told(mend_at, denied));
        self.wrong = mend_at.map(|id| Wrong::at(id, denied)).into_iter().collect();
        self.why = Some(denied.clone());
    }
    /// Tells of every box at once, where the page was to be mended at a box. `boxes` are those of the page in its order, each
    /// with what is wrong with it by itself: empty, or no day. What the move was denied for stands at its own box, besides.
    pub fn tells_all(&mut self, boxes: impl IntoIterator<Item = (&'static str, Option<Denied>)>) {
        let Some(why) = self.why.as_ref() else { return };
        // That nothing was named does not say in which of two boxes: the empty one knows.
        let is_here = |id: &str| *why != Denied::NothingNamed && self.wrong.iter().any(|wrong| wrong.at == id);
        let denied_at = |id: &str| is_here(id).then(|| why.clone());
        let boxes = boxes.into_iter().filter(|_| !self.wrong.is_empty());
        let all: Vec<Wrong> =
            boxes.filter_map(|(id, own)| own.or_else(|| denied_at(id)).map(|why| Wrong::at(id, &why))).collect();
        if !all.is_empty() {
            self.wrong = all;
        }
    }
    /// Message id of what is wrong with a box; empty when it is not there that something is to be mended.
    pub fn error_at(&self, id: &str) -> &str {
        self.wrong.iter().find(|wrong| wrong.at == id).map(|wrong| wrong.why.as_str()).unwrap_or_default()
    }
    /// A form of the page, with what is wrong at the boxes where that is to be mended.
    pub fn marks(&self, form: Filled) -> Filled {
        self.wrong.iter().fold(form, |form, wrong| form.denied(Some(wrong.at.as_str()), Some(wrong.why.as_str())))
    }
}

impl Action {
    fn about(&self, application: &Application, denied: Option<&Denied>) -> About {
        About::of(self.title, self.path, application, denied)
    }
    /// Shows the page; the case itself when the move is not to be made there or by this person.
    pub async fn show(&self, office: &App, clerk: &Clerk, id: &str, fields: &Fields) -> Outcome {
        office.refresh_calendar().await?;
        let application = load(office, &clerk.staff, id).await?;
        if !is_offered(&clerk.staff, application.status, self.doing) {
            return clerk.view.go(&format!("/desk/cases/{id}"));
        }
        let (view, staff, case) = (&clerk.view, &clerk.staff, id.to_owned());
        let (claim, marks) = office.read(move |conn| Ok((claims::of(conn, &case)?, marks::of(conn, &case)?))).await?;
        let held = ClaimLine::holding(claim, &application, clerk, office.clock.now());
        let (status, about) = (StatusCode::OK, About { held, ..self.about(&application, None) });
        (self.draw)(Drawing { office, view, staff, status, application: &application, marks: &marks, fields, about })
    }
    /// Makes the move; gives the answer when it was not made.
    pub async fn make(
        &self,
        office: &App,
        form: &ClerkForm,
        id: &str,
        decide: impl FnOnce(&mut Application, &mut Conn, Actor, DateTime<Utc>) -> Stored<Event> + Send + 'static,
    ) -> Outcome<Option<HttpResponse>> {
        let ClerkForm { clerk, fields } = form;
        if fields.has("switch") {
            return self.show(office, clerk, id, fields).await.map(Some);
        }
        match act(office, clerk, self.doing, id, fields, decide).await {
            Ok(()) => Ok(None),
            Err(error @ (Error::Conflict | Error::Held(_))) => {
                let action = format!("/desk/cases/{id}/{}", self.path);
                stopped(office, clerk, id, Some(action), fields, holder(error)).await.map(Some)
            }
            Err(Error::Denied(denied)) if is_of_the_form(&denied) => {
                let (application, case) = (load(office, &clerk.staff, id).await?, id.to_owned());
                let marks = office.read(move |conn| marks::of(conn, &case)).await?;
                let (view, staff, about) = (&clerk.view, &clerk.staff, self.about(&application, Some(&denied)));
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let (application, marks) = (&application, marks.as_slice());
                (self.draw)(Drawing { office, view, staff, status, application, marks, fields, about }).map(Some)
            }
            Err(Error::Denied(denied)) => case::draw(office, clerk, id, Some((&denied, fields))).await.map(Some),
            Err(other) => Err(other),
        }
    }
}

/// Whether the form can be mended; else it is the case that stands in the way.
fn is_of_the_form(denied: &Denied) -> bool {
    use Denied as D;
    match denied {
        D::Findings(_) | D::NoGround | D::GroundUnusable | D::NoReasons | D::NothingNamed => true,
        D::NoEvidence | D::NothingSaid | D::TooLong | D::BadTime | D::OutOfHours | D::AfterTerm(_) => true,
        D::NotExpired(_) | D::OriginalsMissing | D::BadDate | D::BeforeAcceptance | D::NotAsked => true,
        D::TooFar | D::AnswerStands | D::ShortNotice | D::HearingBeside => true,
        D::Move { .. }
        | D::Closed
        | D::SecurityMissing
        | D::TooEarly(_)
        | D::NotRegistered(_)
        | D::UnknownYear
        | D::SamePerson => false,
        D::TermOver(_) | D::HearingWaits | D::HearingNotAsked | D::TooMany => false,
        D::TooMuch | D::FileWaiting | D::FileInfected | D::FileNotDrawn => false,
        D::NotHolder | D::Finished | D::LastAdmin => false,
        D::NoSuchColleague | D::HolderChanged => true,
        // Tried again in a while, with the same ticks.
        D::FilesWaiting => true,
    }
}

/// Whether a move counts working days: then the calendar must not change under it.
fn counts_days(doing: Move) -> bool {
    matches!(doing, Move::Accept | Move::RecordApproval | Move::PrepareRefusal | Move::Hear)
}

/// One change of a case by a clerk, on the revision that their page was drawn on, with its event.
pub async fn act(
    office: &App,
    clerk: &Clerk,
    doing: Move,
    id: &str,
    fields: &Fields,
    decide: impl FnOnce(&mut Application, &mut Conn, Actor, DateTime<Utc>) -> Stored<Event> + Send + 'static,
) -> Outcome<()> {
    let duty = duty_of(doing).filter(|duty| clerk.staff.may(*duty)).ok_or(Error::Forbidden)?;
    let holds_calendar = counts_days(doing);
    // A form without a revision was not drawn here: it counts as an old one.
    let seen = fields.get("revision").parse().unwrap_or(-1);
    // Before the revision is looked at: a case that this clerk may not see is no case, however old the form.
    load(office, &clerk.staff, id).await?;
    let (id, staff, at) = (id.to_owned(), clerk.staff.clone(), office.clock.now());
    let lease = office.lifetimes.claim;
    let kind = office
        .write(move |conn| {
            if holds_calendar {
                crate::store::calendar::hold(conn)?;
            }
            change(conn, &id, Some(seen), |application, conn| {
                if !is_seen(&staff, application) {
                    return Err(StoreError::NotFound);
                }
                claims::pass(conn, &application.id, &staff, at, lease)?;
                let event = staff.signs(decide(application, conn, staff.actor_by(duty), at)?, duty);
                Ok(Changed { value: event.kind, event: Some(event) })
            })
        })
        .await?;
    clerk.view.has_done(office, kind);
    tracing::info!(event = "case_changed", kind = kind.code(), staff = %clerk.staff.id);
    Ok(())
}
