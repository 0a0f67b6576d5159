//! One record of a list (a child, a relative, a job) on its own small page.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::screen::{self, StepPage};
use super::step::{page, remarks, typed};
use super::{autosave, load_step, passing};
use crate::application::born::of_record;
use crate::application::merge::{Merged, merge};
use crate::application::steps::{Body, MOST_RECORDS, Shape, StepName};
use crate::application::{Application, Denied};
use crate::store::step;
use crate::validation::Findings;
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

/// Address of a record that is not stored yet.
const NEW: &str = "new";

fn list_of(code: &str) -> Result<StepName, Error> {
    StepName::from_code(code).filter(|step| step.form().shape == Shape::List).ok_or(Error::NotFound)
}

/// Shows a record, or an empty page for a new one.
pub async fn show(
    req: HttpRequest,
    office: App,
    path: web::Path<(String, String, String)>,
    mut applicant: Applicant,
) -> Outcome {
    let (list, record) = (list_of(&path.1)?, path.2.clone());
    let application = load_step(&office, &mut applicant, list).await?;
    if !application.may_change(list) {
        return applicant.view.go("/apply/check");
    }
    let stored = body_of(&application, list, &record);
    if stored.is_none() && record != NEW {
        return Err(Error::NotFound);
    }
    // Of a new one nothing is stored, and mistakes are told when it was sent with nothing in it.
    let tells = if stored.is_some() { !passing::is_untold(&req) } else { passing::is_told(&req) };
    let body = (list.form().read)(stored.unwrap_or_default());
    let found = tells.then(|| of_record(&application, list, &record, &body, office.clock.today()));
    let page = record_page(&office, &application, list, &record, body, found.unwrap_or_default());
    screen::draw(&applicant.view, StatusCode::OK, list, &page)
}

/// Saves a record; then back to its list, or to what is to be mended.
pub async fn save(office: App, path: web::Path<(String, String, String)>, form: ApplicantForm) -> Outcome {
    let list = list_of(&path.1)?;
    let ApplicantForm { mut applicant, fields, .. } = form;
    // The new record's id comes with its page, so that a form sent twice makes one record.
    let proposed = fields.get("record").to_owned();
    let record = if path.2 == NEW && is_id(&proposed) { proposed } else { path.2.clone() };
    if record == NEW {
        return Err(Error::StaleForm(fields));
    }
    if !is_id(&record) {
        return Err(Error::NotFound);
    }
    let (id, key, now) = (applicant.id.clone(), record.clone(), office.clock.now());
    let (application, both) = office
        .write_alone({
            let fields = fields.clone();
            move |conn| {
                step::change(conn, &id, list, now, |application| {
                    if !application.may_change(list) {
                        return Err(Denied::Closed.into());
                    }
                    let stored = body_of(application, list, &key);
                    let is_new = stored.is_none();
                    let stored = stored.unwrap_or_default();
                    let typed = (list.form().read)(fields.answers(list.form().fields, &stored));
                    // Nothing is no entry, whichever button was pressed.
                    if is_new && passing::is_blank(&typed) {
                        return Ok(Vec::new());
                    }
                    if is_new && application.answers.record_bodies(list).len() >= MOST_RECORDS {
                        return Err(Denied::TooMuch.into());
                    }
                    let Merged { body, both } = merge(&stored, fields.get("seen"), typed);
                    application.answers.put_record(list, &key, body);
                    Ok(both)
                })
            }
        })
        .await?;
    let kept = body_of(&application, list, &record);
    if kept.is_some() {
        applicant.view.is_saved(&office);
    }
    if fields.has("autosave") {
        return autosave::answer(&applicant.view, list.code(), &typed(list, &fields), &both);
    }
    let here = if kept.is_some() { record.as_str() } else { NEW };
    if let Some(language) = crate::language::Language::from_code(fields.get("switch")).filter(|_| both.is_empty()) {
        return passing::switch(&applicant.view, language, &format!("/apply/{}/{here}", list.code()), &fields);
    }
    if passing::aside(&fields) && both.is_empty() {
        return applicant.view.go(&format!("/apply/{}", list.code()));
    }
    let body = kept.unwrap_or_default();
    let found = of_record(&application, list, &record, &body, office.clock.today());
    // What another tab had changed is kept nowhere else: it is told in the answer to the form.
    if !both.is_empty() {
        applicant.is_told(&application);
        let status = if found.stop() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        let mut page = record_page(&office, &application, list, &record, body, found);
        page.form = page.form.changed_elsewhere(both);
        return screen::draw(&applicant.view, status, list, &page);
    }
    if found.stop() {
        return passing::to_mend(&applicant.view, &format!("/apply/{}/{here}", list.code()));
    }
    applicant.view.go(&format!("/apply/{}", list.code()))
}

/// Takes a record off its list.
pub async fn remove(office: App, path: web::Path<(String, String, String)>, form: ApplicantForm) -> Outcome {
    let (list, record) = (list_of(&path.1)?, path.2.clone());
    let mut applicant = form.applicant;
    let (id, now) = (applicant.id.clone(), office.clock.now());
    office
        .write_alone(move |conn| {
            step::change(conn, &id, list, now, |application| {
                if !application.may_change(list) {
                    return Err(Denied::Closed.into());
                }
                application.answers.remove_record(list, &record);
                Ok(())
            })
        })
        .await?;
    applicant.view.is_saved(&office);
    applicant.view.go(&format!("/apply/{}", list.code()))
}

fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn body_of(application: &Application, list: StepName, record: &str) -> Option<Body> {
    application.answers.record_bodies(list).into_iter().find(|(id, _)| id == record).map(|(_, body)| body)
}

fn record_page(
    office: &Office,
    application: &Application,
    list: StepName,
    record: &str,
    body: Body,
    found: Findings,
) -> StepPage {
    let form = Filled::unchecked(list.code(), list.form().fields, body).with(found);
    let fresh = record == NEW;
    let page = page(office, application, list, form, "");
    StepPage {
        // The heading of the list stands on the list: here it is what is done.
        title: if fresh { format!("{}-add", list.code()) } else { format!("record-{}", list.code()) },
        action: format!("/apply/{}/{record}", list.code()),
        remarks: remarks(application, list),
        removable: !fresh,
        new_record: fresh.then(|| uuid::Uuid::now_v7().simple().to_string()),
        ..page
    }
}
