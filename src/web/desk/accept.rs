//! At the counter: the originals are compared and the application is registered; the talon that the person gets.

use actix_web::web;
use askama::Template;
use chrono::Datelike;

use super::act::{About, Action, Drawing};
use super::load;
use super::marked::{Marked, marked};
use crate::application::office::Registration;
use crate::application::steps::StepName;
use crate::application::{Actor, Application, Denied, EventKind, Move};
use crate::desk::acceptance;
use crate::documents::{check_paper, freshness};
use crate::law::documents::Requirement;
use crate::law::{DocumentKind, terms};
use crate::store::{StoreError, applications, calendar};
use crate::validation::{Finding, Findings};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::see_other;
use crate::web::state::{App, Office};
use crate::web::visit::{Clerk, ClerkForm};

const ACCEPT: Action = Action { doing: Move::Accept, path: "accept", title: "desk-accept-title", draw };

#[derive(Template)]
#[template(path = "desk/accept.html")]
struct AcceptPage {
    about: About,
    originals: Vec<Original>,
    /// What the clock would be; none when the calendar does not know the year.
    clock: Option<terms::Clock>,
    /// Whether registration waits for the next working day: after hours, or on a day off.
    next_day: bool,
    /// Whether the form was sent with originals not ticked.
    lacks: bool,
    /// Papers with a file that nobody can have seen yet: until they are scanned there is no button.
    waiting: Vec<&'static str>,
    /// What the review left to be mended.
    marked: Vec<Marked>,
}

/// A document to compare.
pub(super) struct Original {
    pub kind: DocumentKind,
    pub code: &'static str,
    /// Whether the order sets a term for it.
    pub has_term: bool,
    /// Ticked, or the code of the radio chosen.
    pub chosen: String,
    /// What is wrong with the paper if it is handed in today.
    pub findings: Vec<Finding>,
    /// The last day of applying on which it is good.
    pub until: Option<chrono::NaiveDate>,
    /// Message id of what that day is called.
    pub until_label: &'static str,
    /// Whether it stays good after that day, once it was handed in.
    pub outlives: bool,
}

impl Original {
    /// Whether its time will have run out before the decision.
    fn ends_before(&self, clock: &terms::Clock) -> bool {
        !self.outlives && self.until.is_some_and(|until| until < clock.due_on)
    }
    /// Whether the rules found that its time has run out.
    pub fn has_expired(&self) -> bool {
        self.findings.iter().any(|finding| matches!(finding.code.as_str(), "paper_stale" | "passport_short"))
    }
}

/// The documents to compare, each with what is wrong with it today: papers are handed in now, whatever was true on the
/// day of filing on line.
pub(super) fn originals(
    office: &Office,
    application: &Application,
    chosen: fn(&Fields, &str) -> String,
    fields: &Fields,
) -> Vec<Original> {
    let today = office.clock.today();
    let found = |requirement: &Requirement| {
        let mut found = match requirement.rule.files {
            true => check_paper(&application.paper(requirement.kind), requirement.rule, today),
            false => Findings::default(),
        };
        // How long the passport is valid stands in the answers.
        if requirement.kind == DocumentKind::Passport {
            let step = StepName::Passport;
            let body = application.answers.body(step).cloned().unwrap_or_default();
            found.extend((step.form().check)(&body, today));
        }
        found
    };
    application
        .requirements(today, &office.switches)
        .iter()
        .map(|requirement| Original {
            kind: requirement.kind,
            code: requirement.kind.code(),
            has_term: requirement.rule.has_term(),
            chosen: chosen(fields, requirement.kind.code()),
            findings: found(requirement).into_iter().collect(),
            until: application.good_until(requirement.kind),
            until_label: freshness::until_label(requirement.kind),
            outlives: requirement.rule.outlives_filing_by_days.is_some(),
        })
        .collect()
}

fn ticked(fields: &Fields, code: &str) -> String {
    if fields.all("original").any(|ticked| ticked == code) { code.to_owned() } else { String::new() }
}

/// Asks for the comparison.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    ACCEPT.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Registers; then to the talon, in the applicant's language.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let compared: Vec<DocumentKind> = form.fields.all("original").filter_map(|code| code.parse().ok()).collect();
    let switches = office.switches.clone();
    let made = ACCEPT.make(&office, &form, &path.1, move |application, conn, officer, at| {
        let (day, late) = (crate::clock::civil(at).date(), crate::clock::after_hours(at));
        let calendar = calendar::load(conn)?;
        let clock = terms::clock(day, late, &calendar).map_err(|_| Denied::UnknownYear)?;
        let (unit, year) = (application.unit().ok_or(StoreError::NotFound)?, clock.registered_on.year());
        // In the transaction of the change: a number is never given twice, nor lost when acceptance is denied.
        let running = applications::next(conn, &format!("registration-{unit}-{year}"))?;
        let number = format!("{unit}-{year}-{running:06}");
        Ok(acceptance::accept(application, &compared, number, officer, at, &calendar, &switches)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => paper_for_the_person(&office, &form.clerk, &path.1, "talon").await,
    }
}

/// On to a paper that is printed for the person, in their language.
pub(super) async fn paper_for_the_person(office: &App, clerk: &Clerk, id: &str, paper: &str) -> Outcome {
    let application = load(office, &clerk.staff, id).await?;
    Ok(see_other(&format!("/{}/desk/cases/{id}/{paper}", application.language)))
}

fn draw(Drawing { office, view, status, application, marks, fields, about, .. }: Drawing<'_>) -> Outcome {
    let (now, today) = (office.clock.now(), office.clock.today());
    let clock = terms::clock(today, crate::clock::after_hours(now), &office.calendar()).ok();
    let page = AcceptPage {
        originals: originals(office, application, ticked, fields),
        next_day: clock.is_some_and(|clock| clock.registered_on != today),
        clock,
        lacks: about.denied.is_some(),
        marked: marked(marks, application),
        waiting: application.awaiting_scan().into_iter().map(DocumentKind::code).collect(),
        about,
    };
    view.page_with(status, &page)
}

#[derive(Template)]
#[template(path = "desk/talon.html")]
struct TalonPage<'a> {
    id: &'a str,
    /// Language of the clerk's pages, where the link back leads.
    desk: &'a str,
    number: String,
    registration: &'a Registration,
    officer: (&'a str, &'a str),
    /// In whose place they accepted.
    acts_for: Option<String>,
    documents: Vec<&'static str>,
}

/// The talon: number, date, time, who accepted (APPK art. 64).
pub async fn talon(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let registration = application.office.registration.as_ref().ok_or(Error::NotFound)?;
    clerk.view.page(&TalonPage {
        id: &application.id,
        desk: &clerk.staff.language,
        number: application.number.to_string(),
        officer: named(&registration.officer),
        acts_for: acts_for(&office, &application.id, EventKind::Accepted).await?,
        documents: registration.compared.iter().map(|kind| kind.code()).collect(),
        registration,
    })
}

/// Name of the colleague in whose place the officer on a paper did it.
pub(super) async fn acts_for(office: &App, id: &str, kind: EventKind) -> Outcome<Option<String>> {
    let id = id.to_owned();
    let events = office.read(move |conn| applications::history(conn, &id)).await?;
    let done = events.into_iter().rev().find(|event| event.kind == kind);
    Ok(done.and_then(|event| event.details.get("for")?.as_str().map(str::to_owned)))
}

/// Name and role's code of the officer on a paper.
pub(super) fn named(officer: &Actor) -> (&str, &str) {
    match officer {
        Actor::Staff { name, role, .. } => (name, role),
        Actor::Applicant | Actor::Invited | Actor::Portal | Actor::Console => ("", ""),
    }
}
