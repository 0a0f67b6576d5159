//! Where the application stands: the state in words, what to do now, the history, the decision and how to complain.

use actix_web::HttpRequest;
use askama::Template;
use chrono::NaiveDate;

use super::ahead::{self, Ahead};
use super::filing::may_withdraw;
use super::history::{By, Happened, Said, happened};
use super::place::{self, Remarked, Spot};
use super::{check, load, reception};
use crate::application::freshness::Clock;
use crate::application::office::{RefusedItem, Registration};
use crate::application::refusal::{Evidence, Hearing, MOST_STATEMENTS, Objection};
use crate::application::{Application, Status};
use crate::desk::evidence::Exhibit;
use crate::desk::usual::Usual;
use crate::documents::freshness::Stage;
use crate::law::refusal::GroundOfRefusal;
use crate::law::{DocumentKind, terms};
use crate::store::applications;
use crate::store::talks::{self, Side};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::Applicant;

#[derive(Template)]
#[template(path = "apply/track.html")]
struct TrackPage {
    number: String,
    status: Status,
    unit: Option<&'static str>,
    was_filed: bool,
    reception: Option<(&'static str, String)>,
    remarks: Vec<Remarked>,
    /// Until when they are to be mended.
    mend_until: Option<NaiveDate>,
    /// Papers with a file that is infected: another is asked for.
    infected: Vec<Spot>,
    /// Whether files are still being scanned.
    awaits_scan: bool,
    /// Papers that run out soon, or have run out, with the days left.
    clocks: Vec<(Spot, Clock, i64)>,
    refused_items: Vec<RefusedItem>,
    registration: Option<Registration>,
    /// Calendar days until the last day of the term; none when no clock runs.
    days_left: Option<i64>,
    prepared: Option<Prepared>,
    decision: Option<Decided>,
    issued_on: Option<NaiveDate>,
    history: Vec<Happened>,
    ahead: Vec<Ahead>,
    usual: Option<Usual>,
    may_withdraw: bool,
    /// New messages of the office.
    unread: usize,
}

/// A refusal that is prepared, as the person is told of it (APPK art. 73).
pub(super) struct Prepared {
    pub notified_on: NaiveDate,
    pub not_before: NaiveDate,
    /// Whether the term of the decision ends before a refusal may be decided.
    pub outlives_term: bool,
    pub objection_until: NaiveDate,
    pub objection_days: i64,
    pub grounds: Vec<Ground>,
    pub reasons: String,
    pub objections: Vec<Objection>,
    pub hearing_asked: bool,
    pub hearing: Option<Hearing>,
    /// Whether the decision is still to come.
    pub waits: bool,
    /// Whether the term of an objection still runs.
    pub is_open: bool,
    /// Whether one more is taken.
    pub takes_more: bool,
    /// Whether remarks on the minutes are still taken.
    pub takes_remarks: bool,
}

/// The decision, with what the law wants said about complaints (APPK arts. 80 and 92).
struct Decided {
    granted: bool,
    decided_on: NaiveDate,
    grounds: Vec<Ground>,
    reasons: String,
    complaint_until: Option<NaiveDate>,
    complaint_months: i64,
}

/// A ground of refusal by its message ids.
pub struct Ground {
    /// In the words of the law.
    pub text: String,
    /// The provision, and the sub-paragraph in it.
    pub citation: Option<(String, &'static str)>,
    /// What it rests on: message id of what was examined, and what that shows.
    pub evidence: Vec<(String, String)>,
}

impl TrackPage {
    /// Message id of the heading. The short name of what was filed could be taken for a permit that was given.
    fn heading(&self) -> String {
        match self.status {
            Status::Submitted => "track-submitted".to_owned(),
            other => format!("status-{}", other.code()),
        }
    }
    /// Whether a refusal is prepared and the applicant has objected to it.
    fn has_objected(&self) -> bool {
        self.prepared.as_ref().is_some_and(|prepared| prepared.waits && !prepared.objections.is_empty())
    }
    /// Message id of how long a paper is still good. A passport does not age: it must outlive the day on which it is
    /// brought.
    fn how_long(&self, clock: &Clock) -> &'static str {
        match (clock.kind == DocumentKind::Passport, clock.stage) {
            (true, Stage::Gone) => "fresh-passport-gone",
            (true, Stage::Week) => "fresh-passport-week",
            (true, Stage::Month | Stage::Good) => "fresh-passport-month",
            (false, Stage::Gone) => "fresh-gone",
            (false, Stage::Week) => "fresh-week",
            (false, Stage::Month | Stage::Good) => "fresh-month",
        }
    }
    fn is_returned(&self) -> bool {
        self.status == Status::Returned
    }
    fn is_draft(&self) -> bool {
        self.status == Status::Draft
    }
    /// Whether the papers are open to the applicant now.
    fn may_mend(&self) -> bool {
        self.status.is_open()
    }
    /// Nothing was decided on the merits, and a new application is free.
    fn may_apply_anew(&self) -> bool {
        matches!(self.status, Status::AcceptanceRefused | Status::Withdrawn)
    }
}

/// Shows where the application stands; without a key, asks for number and code.
pub async fn show(req: HttpRequest, office: App, applicant: Option<Applicant>) -> Outcome {
    let Some(mut applicant) = applicant else { return View::of(&req).go("/open") };
    let application = load(&office, &mut applicant).await?;
    let id = applicant.id.clone();
    let (events, filed, unread) = office
        .read(move |conn| {
            let (events, filed) = (applications::history(conn, &id)?, applications::submissions_of(conn, &id)?);
            Ok((events, filed, talks::unread(conn, &id, Side::Applicant)?))
        })
        .await?;
    let last = filed.last().map(|submission| submission.filed());
    let today = office.clock.today();
    let registration = application.office.registration.clone();
    // What has ended needs no other file.
    let goes_on = application.status.is_open() || may_withdraw(&application);
    applicant.view.page(&TrackPage {
        number: application.number.to_string(),
        status: application.status,
        unit: application.unit(),
        was_filed: last.is_some(),
        reception: reception(&office, &applicant.view, application.unit()),
        remarks: check::remarks(&application, last.as_ref()),
        mend_until: application.office.mend_until,
        infected: application.infected().filter(|_| goes_on).map(|kind| place::paper(&application, kind)).collect(),
        awaits_scan: goes_on && application.awaits_scan(),
        clocks: application
            .clocks(today, &office.switches)
            .into_iter()
            .filter(|clock| clock.stage.warns())
            .map(|clock| (place::paper(&application, clock.kind), clock, (clock.until - today).num_days()))
            .collect(),
        refused_items: application.office.acceptance_refusal.clone().map(|refusal| refusal.items).unwrap_or_default(),
        days_left: registration
            .as_ref()
            .filter(|_| application.status.clock_runs())
            .map(|registration| (registration.due_on - today).num_days()),
        registration,
        prepared: prepared(&application, today),
        decision: decision(&application),
        issued_on: application.office.issued_on,
        history: events.iter().filter_map(happened).collect(),
        ahead: ahead::ahead(&application),
        usual: ahead::usual(&office).await?,
        may_withdraw: may_withdraw(&application),
        unread,
    })
}

/// Shown while it waits; once decided, with what the person said against it. A permit that was granted after all needs
/// no more words.
pub(super) fn prepared(application: &Application, today: NaiveDate) -> Option<Prepared> {
    let prepared = application.office.prepared_refusal.as_ref()?;
    let waits = application.status == Status::PreliminaryRefusal;
    let due = application.office.due_on();
    (waits || application.status == Status::Refused).then(|| Prepared {
        notified_on: prepared.notified_on,
        not_before: prepared.not_before,
        outlives_term: waits && due.is_some_and(|due| due < prepared.not_before),
        objection_until: prepared.objection_until,
        objection_days: terms::OBJECTION_WORKING_DAYS.into(),
        grounds: grounds(&prepared.grounds, &prepared.evidence),
        reasons: prepared.reasons.clone(),
        objections: prepared.objections.clone(),
        hearing_asked: prepared.hearing_asked(),
        hearing: prepared.hearing.clone(),
        waits,
        is_open: waits && today <= prepared.objection_until,
        takes_more: prepared.objections.len() < MOST_STATEMENTS,
        takes_remarks: application.minutes_told().is_some_and(|minutes| minutes.takes_remarks(today)),
    })
}

fn decision(application: &Application) -> Option<Decided> {
    let decision = application.office.decision.as_ref()?;
    let prepared = application.office.prepared_refusal.as_ref().filter(|_| !decision.granted);
    Some(Decided {
        granted: decision.granted,
        decided_on: decision.decided_on,
        grounds: grounds(&decision.grounds, prepared.map_or(&[], |prepared| &prepared.evidence)),
        reasons: decision.reasons.clone(),
        complaint_until: decision.complaint_until,
        complaint_months: terms::COMPLAINT_MONTHS.into(),
    })
}

/// Grounds as the person reads of them. Codes have dots, message ids have none: `49.13-2` is `ground-49-13-2`.
pub fn grounds(codes: &[String], evidence: &[Evidence]) -> Vec<Ground> {
    let rests = |one: &Evidence| {
        let label = Exhibit::from_code(&one.item).map(Exhibit::own_label).unwrap_or_default();
        (label, one.shows.clone())
    };
    let ground = |code: &String| Ground {
        text: format!("ground-{}", code.replace('.', "-")),
        citation: GroundOfRefusal::find(code)
            .map(|ground| (format!("citation-{}", ground.article.code()), ground.sub_paragraph)),
        evidence: evidence.iter().filter(|one| one.ground == *code).map(rests).collect(),
    };
    codes.iter().map(ground).collect()
}
