//! Returning a case for correction: a remark for each step and each paper that is to be mended.

use actix_web::web;
use askama::Template;

use super::act::{About, Action, Drawing};
use super::paper::asked_files;
use crate::application::office::Remark;
use crate::application::steps::StepName;
use crate::application::{Application, Move, review};
use crate::desk::deficiency;
use crate::language::Language;
use crate::law::DocumentKind;
use crate::validation::Finding;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const RETURN: Action = Action { doing: Move::Return, path: "return", title: "desk-return-title", draw };

#[derive(Template)]
#[template(path = "desk/return.html")]
struct ReturnPage {
    about: About,
    items: Vec<Item>,
}

/// What a remark can be about.
struct Item {
    /// Name of its box.
    name: String,
    /// Message id of what it is.
    label: String,
    /// The remark as typed.
    text: String,
    /// What the rules found there.
    findings: Vec<Finding>,
}

/// Asks for the remarks.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    RETURN.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Returns the case.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let fields = form.fields.clone();
    let made = RETURN.make(&office, &form, &path.1, move |application, _, officer, at| {
        Ok(deficiency::return_for_correction(application, remarks(&fields), officer, at)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => form.clerk.view.go(&format!("/desk/cases/{}", path.1)),
    }
}

fn remarks(fields: &Fields) -> Vec<Remark> {
    let of_step = StepName::ALL.iter().map(|step| (step.code(), None));
    let of_paper = DocumentKind::ALL.iter().map(|kind| (step_of(*kind), Some(kind.code().to_owned())));
    of_step
        .chain(of_paper)
        .map(|(step, document)| {
            let name = document.as_deref().map_or_else(|| box_of_step(step), box_of_paper);
            let text = fields.get(&name).trim().to_owned();
            Remark { step: step.to_owned(), document, text }
        })
        .filter(|remark| !remark.text.is_empty())
        .collect()
}

/// The step on which a paper is given.
fn step_of(kind: DocumentKind) -> &'static str {
    crate::application::step_of(kind).code()
}

fn box_of_step(step: &str) -> String {
    format!("remark-{step}")
}

fn box_of_paper(document: &str) -> String {
    format!("remark-paper-{document}")
}

/// The remark as typed. Before anything is: of an infected file a ready one, in the applicant's language, since there is
/// one thing to say.
fn remark_on(application: &Application, kind: DocumentKind, fields: &Fields) -> String {
    let name = box_of_paper(kind.code());
    match Language::from_code(&application.language) {
        Some(language) if !fields.has(&name) && application.infected().any(|one| one == kind) => {
            language.text("desk-scan-remark")
        }
        _ => fields.get(&name).to_owned(),
    }
}

fn draw(Drawing { office, view, status, application, fields, about }: Drawing<'_>) -> Outcome {
    let today = office.clock.today();
    let found = review::review(application, today, &office.switches);
    let of_step = application
        .answers
        .asked_steps(application.filing_day(today))
        .into_iter()
        .filter(|step| !matches!(step, StepName::Documents | StepName::Photograph))
        .map(|step| Item {
            name: box_of_step(step.code()),
            label: format!("step-{}", step.code()),
            text: fields.get(&box_of_step(step.code())).to_owned(),
            findings: found.iter().filter(|finding| finding.place.step == step.code()).cloned().collect(),
        });
    let of_paper = asked_files(application, today, &office.switches).into_iter().map(|kind| Item {
        name: box_of_paper(kind.code()),
        label: format!("document-{kind}"),
        text: remark_on(application, kind, fields),
        findings: found.iter().filter(|finding| finding.place.item.as_deref() == Some(kind.code())).cloned().collect(),
    });
    let items = of_step.chain(of_paper).collect();
    view.page_with(status, &ReturnPage { about, items })
}
