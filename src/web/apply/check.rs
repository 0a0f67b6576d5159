//! Check your answers: all of them by section, the papers, what is to be mended, and the button that files.

use std::collections::HashSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

use super::grouped::{Group, by_step};
use super::load;
use super::place::{self, Led, Remarked, Spot};
use super::shown_file::ShownFile;
use crate::application::review::review;
use crate::application::steps::{Shape, StepName};
use crate::application::submission::Filed;
use crate::application::summary::{Section, summary};
use crate::application::{Application, Status};
use crate::documents::Paper;
use crate::law::DocumentKind;
use crate::store::{self, applications};
use crate::validation::Finding;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::Applicant;

#[derive(Template)]
#[template(path = "apply/check.html")]
struct CheckPage {
    number: String,
    status: Status,
    revision: i64,
    /// It was sent to be filed, and was not filed.
    sent: bool,
    /// It changed since the form that was sent was drawn.
    changed: bool,
    remarks: Vec<Remarked>,
    /// Until when they are to be mended.
    mend_until: Option<chrono::NaiveDate>,
    stops: Vec<Group>,
    /// Which papers are asked is not known yet: what is missing of them is not counted.
    papers_unknown: bool,
    advices: Vec<Led>,
    /// What the passport's zone says otherwise than the answers.
    zone: Vec<super::zone::Row>,
    /// The last day on which all papers are good, if that is near.
    come_by: Option<NaiveDate>,
    /// The files that have a thumbnail. Those that nobody has looked at yet are not drawn for it: a browser without
    /// scripts fetches all of them before it has the page, a document after the other.
    drawn: HashSet<String>,
    parts: Vec<Part>,
}

/// One step with all that was given on it.
struct Part {
    step: &'static str,
    spot: Spot,
    shape: Shape,
    /// Of a list: the applicant stated that nothing is missing on it.
    complete: bool,
    sections: Vec<(Section, Option<Spot>)>,
    papers: Vec<Given>,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.papers.is_empty() && self.sections.iter().all(|(section, _)| section.lines.is_empty())
    }
    /// A page whose answers come back here once they are saved.
    fn is_page(&self) -> bool {
        self.shape == Shape::Page
    }
    fn is_list(&self) -> bool {
        self.shape == Shape::List
    }
}

/// One document with its files.
struct Given {
    spot: Spot,
    code: &'static str,
    files: Vec<ShownFile>,
    issued_on: Option<NaiveDate>,
    good_until: Option<NaiveDate>,
    /// It is no longer asked, but was given.
    extra: bool,
}

impl CheckPage {
    fn is_open(&self) -> bool {
        self.status.is_open()
    }
    fn is_returned(&self) -> bool {
        self.status == Status::Returned
    }
    /// How many places are to be mended.
    fn places(&self) -> usize {
        self.stops.iter().map(Group::places).sum()
    }
    fn any_closed(&self) -> bool {
        self.stops.iter().flat_map(|group| &group.found).any(|led| !led.spot.open)
    }
}

/// Shows everything before it is filed; afterwards, what was filed.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    draw(&office, &applicant.view, StatusCode::OK, &application, false).await
}

/// Draws the page; `changed` when it comes instead of filing an application that changed meanwhile.
pub async fn draw(
    office: &App,
    view: &View,
    status: StatusCode,
    application: &Application,
    changed: bool,
) -> Outcome<HttpResponse> {
    let filed = last_filed(office, application).await?;
    let today = office.clock.today();
    let (stops, advices) = findings(office, application, today);
    let page = CheckPage {
        number: application.number.to_string(),
        status: application.status,
        revision: application.revision,
        sent: status != StatusCode::OK,
        changed,
        remarks: remarks(application, filed.as_ref()),
        mend_until: application.office.mend_until,
        stops,
        papers_unknown: application.facts(today).is_none(),
        advices,
        zone: match application.status.is_open() {
            true => super::zone::rows(application, today).into_iter().filter(|row| row.differs).collect(),
            false => Vec::new(),
        },
        come_by: application
            .clocks(today, &office.switches)
            .first()
            .filter(|one| one.stage.warns())
            .map(|one| one.until),
        drawn: drawn(office, &application.id).await?,
        parts: parts(office, application, today),
    };
    view.page_with(status, &page)
}

async fn drawn(office: &App, id: &str) -> Outcome<HashSet<String>> {
    let id = id.to_owned();
    office.read(move |conn| store::drawn::of_application(conn, &id)).await
}

/// What was filed last of an application that is to be mended.
pub async fn last_filed(office: &App, application: &Application) -> Outcome<Option<Filed>> {
    if application.status != Status::Returned {
        return Ok(None);
    }
    let id = application.id.clone();
    let filed = office.read(move |conn| applications::submissions_of(conn, &id)).await?;
    Ok(filed.last().map(|submission| submission.filed()))
}

/// The clerk's remarks with the way to each, and whether it was changed since the last filing.
pub fn remarks(application: &Application, filed: Option<&Filed>) -> Vec<Remarked> {
    let remarks = application.office.remarks.iter();
    remarks
        .map(|remark| Remarked {
            text: remark.text.clone(),
            spot: place::of_remark(application, remark),
            touched: filed.map(|filed| filed.differs(application, remark)),
        })
        .collect()
}

/// What holds the application back, and what is only worth a look. Once filed, the office judges.
fn findings(office: &Office, application: &Application, today: NaiveDate) -> (Vec<Group>, Vec<Led>) {
    if !application.status.is_open() {
        return (Vec::new(), Vec::new());
    }
    let found = review(application, today, &office.switches);
    let (stops, advices): (Vec<_>, Vec<_>) = found.into_iter().partition(Finding::stops);
    let advices = advices.into_iter().map(|finding| place::of_finding(application, finding));
    (by_step(application, stops.into_iter()), advices.collect())
}

fn parts(office: &Office, application: &Application, today: NaiveDate) -> Vec<Part> {
    let mut sections = summary(application, today);
    let steps = application.answers.asked_steps(application.filing_day(today));
    steps
        .into_iter()
        .map(|step| {
            let (of_step, rest) = std::mem::take(&mut sections).into_iter().partition(|section| section.step == step);
            sections = rest;
            Part {
                step: step.code(),
                spot: place::page(application, step),
                shape: step.form().shape,
                complete: application.answers.is_complete(step),
                sections: with_spots(application, of_step),
                papers: papers(office, application, step, today),
            }
        })
        .collect()
}

fn with_spots(application: &Application, sections: Vec<Section>) -> Vec<(Section, Option<Spot>)> {
    sections
        .into_iter()
        .map(|section| {
            let record = section.record.as_ref().map(|(id, _)| place::record(application, section.step, id));
            (section, record)
        })
        .collect()
}

/// The documents of a step in the order in which the law asks for them; then those given that are no longer asked,
/// since they would be filed too.
fn papers(office: &Office, application: &Application, step: StepName, today: NaiveDate) -> Vec<Given> {
    let here = |kind: DocumentKind| match step {
        StepName::Photograph => kind == DocumentKind::Photo,
        StepName::Documents => kind != DocumentKind::Photo,
        _ => false,
    };
    let required = application.requirements(today, &office.switches);
    let asked = required.iter().filter(|requirement| requirement.rule.files).map(|requirement| requirement.kind);
    let mut given: Vec<Given> = asked
        .filter(|kind| here(*kind))
        .map(|kind| of_paper(application, &application.kept_paper(kind), false))
        .collect();
    let extra = application.papers.iter().filter(|paper| here(paper.kind) && !paper.files.is_empty());
    given.extend(
        extra
            .filter(|paper| !required.iter().any(|requirement| requirement.kind == paper.kind))
            .map(|paper| of_paper(application, paper, true)),
    );
    given
}

fn of_paper(application: &Application, paper: &Paper, extra: bool) -> Given {
    Given {
        spot: place::paper(application, paper.kind),
        code: paper.kind.code(),
        files: paper.filed().map(ShownFile::from).collect(),
        issued_on: paper.details.issued_on.given().copied(),
        good_until: application.good_until(paper.kind),
        extra,
    }
}
