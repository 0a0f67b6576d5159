//! A list of records: what is on it, "add another", and the statement that it is complete.

use askama::Template;
use chrono::NaiveDate;

use super::place::{Led, of_finding};
use crate::application::Application;
use crate::application::born::of_record;
use crate::application::steps::{Body, Job, StepName};
use crate::application::summary::{lines, period_id};
use crate::store::step;
use crate::validation::{Finding, Findings};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::ApplicantForm;

#[derive(Template)]
#[template(path = "apply/list.html")]
struct ListPage {
    step: &'static str,
    rows: Vec<Row>,
    complete: bool,
    /// Nobody's list of this kind is empty: of the last five years everybody has something to tell.
    wants_one: bool,
    findings: Vec<Led>,
    /// The statement that the list is complete is missing.
    incomplete: Option<Finding>,
    remarks: Vec<String>,
}

struct Row {
    id: String,
    title: String,
    /// Of a job: from when and until when.
    period: Option<(NaiveDate, Option<NaiveDate>)>,
    wrong: bool,
}

/// When a job began, and when it ended if it did.
fn period(step: StepName, body: &Body) -> Option<(NaiveDate, Option<NaiveDate>)> {
    if step != StepName::Work {
        return None;
    }
    let job: Job = serde_json::from_value(body.clone().into()).ok()?;
    job.from.given().map(|from| (*from, job.until.given().copied()))
}

/// Draws the overview of a list.
pub fn draw(office: &Office, view: &View, application: &Application, step: StepName, found: Findings) -> Outcome {
    if !application.may_change(step) {
        return view.go("/apply/check");
    }
    let today = application.filing_day(office.clock.today());
    let rows: Vec<Row> = application
        .answers
        .record_bodies(step)
        .into_iter()
        .map(|(id, body)| {
            let wrong = of_record(application, step, &id, &body, office.clock.today()).stop();
            let named = period_id(&lines(step, &body)).map(|id| view.language.text(&id));
            let title = named.unwrap_or_else(|| (step.form().record_title)(&body));
            Row { title, period: period(step, &body), id, wrong }
        })
        .collect();
    let wants_one = rows.is_empty() && (step.form().check)(&none_at_all(), today).stop();
    let at_box = |one: &&Finding| one.place.item.is_none() && one.place.field.as_deref() == Some("complete");
    let page = ListPage {
        step: step.code(),
        rows,
        wants_one,
        complete: application.answers.is_complete(step),
        incomplete: found.iter().find(at_box).cloned(),
        findings: found.into_iter().map(|finding| of_finding(application, finding)).collect(),
        remarks: super::step::remarks(application, step),
    };
    view.page(&page)
}

/// A list that is stated to be complete and holds nothing.
fn none_at_all() -> Body {
    std::iter::once(("complete".to_owned(), "yes".into())).collect()
}

/// States that the list is complete; then on to the next step, or back to what is to be mended.
pub async fn complete(office: &App, step: StepName, form: ApplicantForm) -> Outcome {
    let ApplicantForm { mut applicant, fields, .. } = form;
    let (id, stated, now) = (applicant.id.clone(), fields.get("complete") == "yes", office.clock.now());
    let (application, ()) = office
        .write_alone(move |conn| {
            step::change(conn, &id, step, now, |application| {
                match stated {
                    true => application.answers.complete(step),
                    false => application.answers.reopen(step),
                }
                if application.may_change(step) { Ok(()) } else { Err(crate::application::Denied::Closed.into()) }
            })
        })
        .await?;
    applicant.view.is_saved(office);
    if let Some(language) = crate::language::Language::from_code(fields.get("switch")) {
        return applicant.view.go_in(language, &format!("/apply/{}", step.code()));
    }
    let today = office.clock.today();
    let found = crate::application::review::of_step(&application, step, today, &office.switches);
    if found.stop() {
        return super::passing::to_mend(&applicant.view, &format!("/apply/{}", step.code()));
    }
    if fields.get("then") == "check" {
        return applicant.view.go("/apply/check");
    }
    applicant.view.go(&super::step::next_address(&application.answers, step, today))
}
