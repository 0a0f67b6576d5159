//! One case on one page: what was answered, what was brought, what the rules found, what happened, what can be done.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{NaiveDate, NaiveDateTime};

use super::claim::ClaimLine;
use super::confirm::why;
use super::history::{Happened, Note, Who, history};
use super::narrowed::{Named, Narrowed};
use super::neighbours::Neighbours;
use super::paper::{PaperView, papers};
use super::refusal_until::RefusalUntil;
use super::way_back::remember_case;
use super::{is_offered, keep_language, load};
use crate::application::office::{Answered, Approver};
use crate::application::steps::Shape;
use crate::application::submission::Submission;
use crate::application::summary::{Section, summary};
use crate::application::{Application, Denied, Move, Status, review};
use crate::desk::marks::{self, Item, Mark, Verdict};
use crate::desk::{Duty, deficiency, hearing, title};
use crate::documents::ScanState;
use crate::people::Staff;
use crate::store::related::Related;
use crate::store::talks::{self, Side};
use crate::store::{applications, claims, marks as stored, related};
use crate::validation::Finding;
use crate::web::apply::zone::{Row, rows};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::place::{box_label, record_name, record_of};
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CasePage<'a> {
    case: &'a Application,
    /// The cases beside it in the list from which it was opened.
    beside: Neighbours,
    claim: ClaimLine,
    related: Vec<RelatedLine>,
    /// New messages of the applicant.
    unread: usize,
    name: String,
    route: Option<&'static str>,
    unit: &'static str,
    left: Option<i64>,
    /// The last day on which a refusal can be prepared in time.
    refusal: Option<RefusalUntil>,
    /// Days beyond the term.
    late: i64,
    findings: Vec<Found>,
    groups: Vec<Group>,
    papers: Vec<PaperView>,
    /// What the passport's zone says beside the answers.
    zone: Vec<Row>,
    doings: Vec<Doing>,
    /// Path of what this clerk most probably does next: the one strong button.
    next: &'static str,
    /// Whether this clerk may correct answers now.
    corrects: bool,
    /// Whether this clerk reviews.
    reviews: bool,
    /// Whether this clerk may record approvals now.
    asks: bool,
    /// Whether this clerk may prepare a refusal now.
    prepares: bool,
    today: NaiveDate,
    /// Day and hour in Kazakhstan.
    now: NaiveDateTime,
    /// Until when the minutes of the hearing are to be signed, and whether that day is over.
    minutes_due: Option<(NaiveDate, bool)>,
    /// Whether this clerk may appoint a hearing now.
    hears: bool,
    happened: Vec<Happened>,
    /// What of the history is shown.
    narrowed: Narrowed,
    submissions: Vec<Submission>,
    /// Where its files stand with the scanner, worst first, and how many stand so; clean ones are not told of.
    scans: Vec<(ScanState, usize)>,
    /// Message id of why something was not done.
    denied: Option<String>,
    /// The day on which it can be done.
    denied_until: Option<NaiveDate>,
    /// The sentences that were typed for it.
    typed: Vec<String>,
}

/// A case that belongs to this one.
struct RelatedLine {
    case: Related,
    /// Whether this clerk sees it; of others' cases only number and unit are told.
    seen: bool,
    duplicate: bool,
}

impl RelatedLine {
    fn of(case: Related, staff: &Staff) -> Self {
        let duplicate = case.reasons.iter().any(|reason| reason.is_duplicate());
        Self { seen: staff.sees(case.unit.as_deref()), duplicate, case }
    }
}

/// A finding with the part of the page that it leads to.
struct Found {
    finding: Finding,
    /// Id of the part.
    anchor: String,
    /// Message id of what the part is called.
    title: String,
    /// Name of the record, if it is in one that has one, and its place in the list, from 1; 0 for what is in none.
    record: String,
    nth: usize,
    /// Message id of the box's label, where the sentence does not name the box.
    label: Option<String>,
}

/// The answers of a step, with all records of a list.
struct Group {
    step: &'static str,
    /// Message id of its title.
    title: String,
    /// Whether a clerk can correct it.
    corrects: bool,
    /// A list stated to be complete without a record.
    none: bool,
    sections: Vec<Section>,
    remarks: Vec<String>,
}

/// What can be done now: its move, and where.
struct Doing {
    code: &'static str,
    path: &'static str,
}

/// The pages of the moves in the order in which they are offered. Corrections and approvals stand with what they are
/// about.
const DOINGS: [(Move, &str); 7] = [
    (Move::Accept, "accept"),
    (Move::Approve, "approve"),
    (Move::Refuse, "refuse"),
    (Move::Issue, "issue"),
    (Move::Return, "return"),
    (Move::PrepareRefusal, "prepare-refusal"),
    (Move::RefuseAcceptance, "refuse-acceptance"),
];

/// The page of the review.
const REVIEW: &str = "review";

/// What comes next, as far as can be told: what only this clerk's role does and nothing hinders; else the review, until it
/// is through; then the return, if it found what is to be mended. What nobody can open cannot be accepted.
fn next(case: &Application, doings: &[Doing], reviews: bool, to_mend: bool) -> &'static str {
    let opens = !case.awaits_scan() && case.infected().next().is_none();
    let is_free = |one: &&Doing| opens || one.code != Move::Accept.code();
    let has = |doing: Move| doings.iter().filter(is_free).find(|one| one.code == doing.code()).map(|one| one.path);
    let granting = Some(Move::Approve).filter(|_| case.office.security_agrees());
    let own = [Some(Move::Accept), granting, Some(Move::Refuse), Some(Move::Issue)];
    let mends = case.status != Status::Returned && to_mend;
    let next = own.into_iter().flatten().find_map(has).or_else(|| has(Move::Return).filter(|_| mends));
    let first = || doings.iter().find(is_free).map(|one| one.path);
    next.or_else(|| reviews.then_some(REVIEW)).or_else(first).unwrap_or_default()
}

/// Whether the review is through, and found what is to be mended.
fn is_to_mend(items: &[Item], marked: &[Mark], case: &Application) -> bool {
    let (done, all) = marks::progress(items, marked, case);
    done == all && marked.iter().any(|mark| mark.verdict == Some(Verdict::Mend) && mark.holds(case))
}

/// Shows a case.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let asked = Fields::parse(req.query_string().as_bytes())?;
    draw_narrowed(&office, &clerk, &path.1, &asked, None).await
}

/// Draws a case; with why something could not be done to it, and what was typed for that.
pub async fn draw(office: &App, clerk: &Clerk, id: &str, undone: Option<(&Denied, &Fields)>) -> Outcome {
    draw_narrowed(office, clerk, id, &Fields::default(), undone).await
}

async fn draw_narrowed(
    office: &App,
    clerk: &Clerk,
    id: &str,
    asked: &Fields,
    undone: Option<(&Denied, &Fields)>,
) -> Outcome {
    let (denied, typed) = undone.unzip();
    let application = load(office, &clerk.staff, id).await?;
    let id = id.to_owned();
    let (today, staff, left) = (office.clock.today(), clerk.staff.clone(), clerk.view.left.clone());
    let (events, submissions, claim, (related, unread, beside, marked)) = office
        .read(move |conn| {
            let beside = Neighbours::of(conn, &staff, today, &left, &id)?;
            let (events, filed) = (applications::history(conn, &id)?, applications::submissions_of(conn, &id)?);
            Ok((
                events,
                filed,
                claims::of(conn, &id)?,
                (related::of(conn, &id)?, talks::unread(conn, &id, Side::Office)?, beside, stored::of(conn, &id)?),
            ))
        })
        .await?;
    let narrowed = Narrowed::of(asked, &events);
    let found = review::review(&application, today, &office.switches);
    let registration = application.office.registration.as_ref();
    let left = registration
        .filter(|_| application.status.clock_runs())
        .map(|registration| (registration.due_on - today).num_days());
    let offered = |doing| is_offered(&clerk.staff, application.status, doing);
    let doings: Vec<Doing> = DOINGS
        .iter()
        .filter(|(doing, _)| offered(*doing))
        .map(|(doing, path)| Doing { code: doing.code(), path })
        .collect();
    let items = Item::of(&application, today, &office.switches);
    let (reviews, to_mend) = (clerk.staff.may(Duty::Return), is_to_mend(&items, &marked, &application));
    let page = CasePage {
        next: next(&application, &doings, reviews, to_mend),
        related: related.into_iter().map(|case| RelatedLine::of(case, &clerk.staff)).collect(),
        unread,
        beside,
        claim: ClaimLine::of(claim, &application, clerk, office.clock.now()),
        name: application.name(),
        route: application.route(today).map(|route| route.code()),
        unit: application.unit().unwrap_or_default(),
        left,
        refusal: RefusalUntil::of(application.status, application.office.due_on(), today, &office.calendar()),
        late: left.map_or(0, |left| -left),
        groups: groups(&application, today),
        papers: papers(&application, today, &office.switches, &found),
        zone: rows(&application, today),
        findings: found.into_iter().map(|finding| lead(&application, finding)).collect(),
        doings,
        corrects: offered(Move::Correct),
        reviews,
        asks: offered(Move::RecordApproval),
        prepares: offered(Move::PrepareRefusal),
        today,
        now: crate::clock::civil(office.clock.now()),
        hears: offered(Move::Hear),
        minutes_due: hearing::minutes_due(&application, today, &office.calendar()),
        happened: history(&application, events.into_iter().filter(|event| narrowed.has(event)).collect()),
        narrowed,
        submissions,
        scans: scans(&application),
        denied: denied.map(|denied| why(denied, &application)),
        denied_until: denied.and_then(Denied::from_day),
        typed: typed.map(Fields::sentences).unwrap_or_default(),
        case: &application,
    };
    let status = if denied.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let mut answer = clerk.view.page_with(status, &page)?;
    if let Some(place) = &page.beside.place {
        remember_case(office, &clerk.staff, &clerk.view, place, &mut answer);
    }
    Ok(answer)
}

fn scans(application: &Application) -> Vec<(ScanState, usize)> {
    [ScanState::Infected, ScanState::Waiting, ScanState::NotScanned]
        .into_iter()
        .map(|state| {
            let files = application.papers.iter().flat_map(|paper| &paper.files);
            (state, files.filter(|file| file.scan == state).count())
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn lead(application: &Application, finding: Finding) -> Found {
    let place = &finding.place;
    let (anchor, title) = match (place.step.as_str(), &place.item) {
        ("documents" | "photograph", Some(document)) => (format!("paper-{document}"), format!("document-{document}")),
        (step, _) => (format!("step-{step}"), title::of_step(step)),
    };
    let record = record_of(&finding).map(|(list, id)| record_name(application, list, id));
    let (record, nth) = record.unwrap_or_default();
    Found { anchor, title, record, nth, label: box_label(&finding), finding }
}

fn groups(application: &Application, today: NaiveDate) -> Vec<Group> {
    let mut sections = summary(application, today);
    application
        .answers
        .asked_steps(application.filing_day(today))
        .into_iter()
        .filter(|step| step.form().shape != Shape::Papers)
        .map(|step| {
            let (own, rest): (Vec<_>, Vec<_>) =
                std::mem::take(&mut sections).into_iter().partition(|section| section.step == step);
            sections = rest;
            Group {
                step: step.code(),
                title: title::of_step(step.code()),
                corrects: deficiency::is_correctable(step),
                none: own.is_empty() && application.answers.is_complete(step),
                sections: own,
                remarks: crate::web::apply::step::remarks(application, step),
            }
        })
        .collect()
}

impl CasePage<'_> {
    /// Remarks on a paper.
    fn remarks_on(&self, document: &str) -> Vec<&str> {
        let remarks = self.case.office.remarks.iter();
        remarks.filter(|remark| remark.document.as_deref() == Some(document)).map(|remark| &*remark.text).collect()
    }
    /// Whether national security has still to agree before anything can be granted.
    fn waits_for_security(&self) -> bool {
        let office = &self.case.office;
        self.case.status.after(Move::Approve).is_some() && !office.security_agrees() && !office.security_refuses()
    }
    /// Whether the passport's zone says something else than the answers.
    fn zone_differs(&self) -> bool {
        self.zone.iter().any(|row| row.differs)
    }
    /// Whether a decision is still to come.
    fn decides(&self) -> bool {
        self.case.status.clock_runs()
    }
    fn is_refused_at_the_counter(&self) -> bool {
        self.case.status == Status::AcceptanceRefused
    }
}
