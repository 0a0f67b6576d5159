//! A page of questions: shown, saved, checked. One handler for every step.
//!
//! What was typed is stored first, right or wrong; then it is checked. Nothing typed is lost.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde_json::Value;

use super::documents::with_then;
use super::screen::{self, StepPage};
use super::{autosave, list, load_step, passing, proposed};
use crate::application::merge::{Merged, merge};
use crate::application::steps::{Body, Shape, StepName, unasked};
use crate::application::{Answers, Application};
use crate::law::money;
use crate::store::step;
use crate::validation::Findings;
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

/// The step of an address, if it is a step with pages of questions.
fn step_of(code: &str) -> Result<StepName, Error> {
    StepName::from_code(code).filter(|step| step.form().shape != Shape::Papers).ok_or(Error::NotFound)
}

/// Shows a step, or a list's overview.
pub async fn show(
    req: HttpRequest,
    office: App,
    path: web::Path<(String, String)>,
    mut applicant: Applicant,
) -> Outcome {
    let step = step_of(&path.1)?;
    let application = load_step(&office, &mut applicant, step).await?;
    let then = if req.query_string().contains("then=check") { "check" } else { "" };
    let told = passing::is_told(&req);
    if step.form().shape == Shape::List {
        let found = Some(all_found(&office, &application, step)).filter(|found| told && found.stop());
        return list::draw(&office, &applicant.view, &application, step, found.unwrap_or_default());
    }
    let body = shown(&application.answers, step);
    let mut form = Filled::unchecked(step.code(), step.form().fields, body);
    if application.answers.body(step).is_some() && !passing::is_untold(&req) {
        let found = if told { all_found } else { found_on };
        form = form.with(found(&office, &application, step));
    }
    let page = page(&office, &application, step, form, then);
    if !application.may_change(step) {
        return applicant.view.go("/apply/check");
    }
    screen::draw(&applicant.view, StatusCode::OK, step, &page)
}

/// All that is wrong with a stored step.
fn all_found(office: &Office, application: &Application, step: StepName) -> Findings {
    crate::application::review::of_step(application, step, office.clock.today(), &office.switches)
}

/// What is wrong with a stored step, as it was told when it was saved. Which half of the page on money is asked changes with
/// the situation: of one that nobody has seen yet nothing is told.
fn found_on(office: &Office, application: &Application, step: StepName) -> Findings {
    match step {
        StepName::Solvency => {
            (step.form().check)(&shown(&application.answers, step), application.filing_day(office.clock.today()))
        }
        _ => all_found(office, application, step),
    }
}

/// Saves a step; then on to the next, to the summary, or back to what is to be mended.
pub async fn save(office: App, path: web::Path<(String, String)>, form: ApplicantForm) -> Outcome {
    let step = step_of(&path.1)?;
    if step.form().shape == Shape::List {
        return list::complete(&office, step, form).await;
    }
    let ApplicantForm { mut applicant, fields } = form;
    let kept = keep(&office, &applicant.id, step, &fields).await;
    let (application, both) = match kept {
        Ok(kept) => kept,
        Err(Error::Unavailable) => return unsaved(&applicant.view, step, &fields),
        Err(other) => return Err(other),
    };
    if application.answers.body(step).is_some() {
        applicant.view.is_saved(&office);
    }
    if fields.has("autosave") {
        return autosave::answer(&applicant.view, step.code(), &typed(step, &fields), &both);
    }
    applicant.is_told(&application);
    after_save(&office, &applicant.view, &application, step, &fields, both)
}

/// Stores the typed answers, merged with what another tab may have stored meanwhile.
async fn keep(office: &App, id: &str, step: StepName, fields: &Fields) -> Outcome<(Application, Vec<(String, Value)>)> {
    let (id, fields, now) = (id.to_owned(), fields.clone(), office.clock.now());
    office
        .write_alone(move |conn| {
            step::change(conn, &id, step, now, |application| {
                let stored = application.answers.body(step).cloned().unwrap_or_default();
                let typed = (step.form().read)(fields.answers(step.form().fields, &stored));
                if stored.is_empty()
                    && passing::leaves_untouched(&fields, &proposed::taken_out(application, step, &typed))
                {
                    return Ok(Vec::new());
                }
                let Merged { body, both } = merge(&stored, fields.get("seen"), typed);
                application.keep(step, body)?;
                Ok(both)
            })
        })
        .await
}

fn after_save(
    office: &Office,
    view: &View,
    application: &Application,
    step: StepName,
    fields: &Fields,
    both: Vec<(String, Value)>,
) -> Outcome {
    if let Some(language) = crate::language::Language::from_code(fields.get("switch")).filter(|_| both.is_empty()) {
        let address = with_then(&format!("/apply/{}", step.code()), fields.get("then"));
        return passing::switch(view, language, &address, fields);
    }
    if passing::aside(fields) && both.is_empty() {
        return view.go("/apply");
    }
    let today = office.clock.today();
    let found = all_found(office, application, step);
    let then = fields.get("then");
    // What another tab had changed is kept nowhere else: it is told in the answer to the form.
    if !both.is_empty() {
        let status = if found.stop() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        let body = shown(&application.answers, step);
        let form = Filled::unchecked(step.code(), step.form().fields, body).with(found).changed_elsewhere(both);
        return screen::draw(view, status, step, &page(office, application, step, form, then));
    }
    if found.stop() {
        return passing::to_mend(view, &with_then(&format!("/apply/{}", step.code()), then));
    }
    if then == "check" {
        return view.go("/apply/check");
    }
    view.go(&next_address(&application.answers, step, today))
}

/// The address of the step after this one.
pub fn next_address(answers: &Answers, step: StepName, today: chrono::NaiveDate) -> String {
    let next = answers.asked_steps(today).into_iter().find(|other| *other > step);
    next.map_or_else(|| "/apply/check".to_owned(), |next| format!("/apply/{}", next.code()))
}

/// What a page holds as it was sent, every box present.
pub fn typed(step: StepName, fields: &Fields) -> Body {
    (step.form().read)(fields.answers(step.form().fields, &Body::new()))
}

/// The stored answers of a step with every box present.
fn shown(answers: &Answers, step: StepName) -> Body {
    (step.form().read)(answers.body(step).cloned().unwrap_or_default())
}

/// What the step's template is drawn from.
pub fn page(office: &Office, application: &Application, step: StepName, form: Filled, then: &str) -> StepPage {
    let (form, exempt) = proposed::with_what_was_said(application, step, form, office.clock.today());
    let form = form.without(unasked(&application.answers, step, office.clock.today()));
    StepPage {
        step: step.code(),
        title: format!("step-{}", step.code()),
        form,
        action: format!("/apply/{}", step.code()),
        then: then.to_owned(),
        exempt,
        sum: sum_today(step, office.clock.today()),
        remarks: remarks(application, step),
        unsaved: false,
        removable: false,
        new_record: None,
        correction: None,
    }
}

/// What the page of a step counts in MCI, in tenge.
fn sum_today(step: StepName, today: chrono::NaiveDate) -> Option<i64> {
    match step {
        StepName::Fee => money::fee(today).ok(),
        StepName::Solvency => money::solvency_floor(today).ok(),
        _ => None,
    }
}

/// The clerk's remarks on a step.
pub fn remarks(application: &Application, step: StepName) -> Vec<String> {
    application
        .office
        .remarks
        .iter()
        .filter(|remark| remark.step == step.code() && remark.document.is_none())
        .map(|remark| remark.text.clone())
        .collect()
}

/// The database is out of reach: the page comes back with all that was typed, and says so.
fn unsaved(view: &View, step: StepName, fields: &Fields) -> Outcome {
    let exempt = match fields.has("exempt_as") || fields.has("exemption_paper") {
        true => crate::application::choices::codes("legal-ground").unwrap_or_default().to_vec(),
        false => Vec::new(),
    };
    let page = StepPage {
        step: step.code(),
        title: format!("step-{}", step.code()),
        form: Filled::unchecked(step.code(), step.form().fields, typed(step, fields)).still_seen(fields.get("seen")),
        action: format!("/apply/{}", step.code()),
        then: fields.get("then").to_owned(),
        exempt,
        sum: None,
        remarks: Vec::new(),
        unsaved: true,
        removable: false,
        new_record: None,
        correction: None,
    };
    screen::draw(view, StatusCode::SERVICE_UNAVAILABLE, step, &page)
}
