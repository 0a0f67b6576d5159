//! The photograph: one picture, shown; a new one takes the place of the old; its shape is advised on, never forced.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::documents::{remarks, then, with_then};
use super::load;
use super::paper_save::replace;
use super::shown_file::{MEGABYTE, ShownFile};
use super::step::next_address;
use super::upload::{self, Refused, Upload, picture_size};
use crate::application::Application;
use crate::application::steps::StepName;
use crate::documents::file::{ACCEPT_PHOTO, MOST_BYTES};
use crate::documents::picture::{PHOTO_HEIGHT, PHOTO_WIDTH, check_photo};
use crate::documents::{StoredFile, check_paper};
use crate::language::Language;
use crate::law::DocumentKind;
use crate::validation::{Finding, Findings};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::page::{View, see_other};
use crate::web::state::App;
use crate::web::visit::{Applicant, ApplicantForm};

#[derive(Template)]
#[template(path = "apply/photograph.html")]
struct PhotographPage {
    because: &'static str,
    citation: &'static str,
    photo: Option<ShownFile>,
    advice: Vec<Finding>,
    refused: Vec<Refused>,
    /// What holds the application back: no picture yet. Told after a try to go on, not before.
    missing: Vec<Finding>,
    remarks: Vec<String>,
    accept: &'static str,
    least_width: i64,
    least_height: i64,
    most_megabytes: i64,
    then: String,
    unsaved: bool,
}

/// Shows the picture, or asks for one.
pub async fn show(req: HttpRequest, office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !application.may_change_paper(DocumentKind::Photo) {
        return applicant.view.go("/apply/check");
    }
    let page = page(&office, Some(&application), then(&req)).await?;
    applicant.view.page(&page)
}

/// Stores a picture, then on to the next step; stays here when there is something to say about it.
pub async fn save(req: HttpRequest, office: App, payload: web::Payload) -> Outcome {
    let Upload { form, application, fresh, refused, failed, .. } =
        upload::receive(&req, &office, payload, DocumentKind::Photo).await?;
    let ApplicantForm { applicant, fields } = form;
    let brought = fresh.files().last().cloned();
    let kept = match failed {
        None => replace(&office, &applicant.id, fresh).await,
        Some(failed) => Err(failed),
    };
    let then = fields.get("then");
    match kept {
        Ok(kept) => {
            let language = Language::from_code(fields.get("switch"));
            after_save(&office, &applicant.view, &kept, brought, refused, then, language).await
        }
        Err(Error::Unavailable) => {
            let page = page(&office, application.as_ref(), then).await?;
            let page = PhotographPage { unsaved: true, ..page };
            applicant.view.page_with(StatusCode::SERVICE_UNAVAILABLE, &page)
        }
        Err(other) => Err(other),
    }
}

async fn after_save(
    office: &App,
    view: &View,
    application: &Application,
    brought: Option<StoredFile>,
    refused: Vec<Refused>,
    then: &str,
    switch: Option<Language>,
) -> Outcome {
    let missing = match switch {
        Some(_) => Findings::default(),
        None => check_paper(
            &application.paper(DocumentKind::Photo),
            DocumentKind::Photo.rule(),
            application.filing_day(office.clock.today()),
        ),
    };
    if !refused.is_empty() || missing.stop() {
        let page = page(office, Some(application), then).await?;
        // A file that was refused says it already.
        let missing = if refused.is_empty() { missing.into_iter().collect() } else { Vec::new() };
        return view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &PhotographPage { refused, missing, ..page });
    }
    if let Some(language) = switch {
        return Ok(see_other(&with_then(&format!("/{language}/apply/photograph"), then)));
    }
    // Advice is given once, on a new picture; whoever goes on without another has read it.
    if brought.is_some() && !advice(office, application).await.is_empty() {
        return view.go(&with_then("/apply/photograph", then));
    }
    if then == "check" {
        return view.go("/apply/check");
    }
    view.go(&next_address(&application.answers, StepName::Photograph, office.clock.today()))
}

async fn page(office: &App, application: Option<&Application>, then: &str) -> Outcome<PhotographPage> {
    let rule = DocumentKind::Photo.rule();
    let mut page = PhotographPage {
        because: "everyone",
        citation: rule.article.code(),
        photo: None,
        advice: Vec::new(),
        refused: Vec::new(),
        missing: Vec::new(),
        remarks: Vec::new(),
        accept: ACCEPT_PHOTO,
        least_width: i64::from(PHOTO_WIDTH),
        least_height: i64::from(PHOTO_HEIGHT),
        most_megabytes: (MOST_BYTES / MEGABYTE) as i64,
        then: if then == "check" { "check".to_owned() } else { String::new() },
        unsaved: false,
    };
    if let Some(application) = application {
        let asked = application.requirements(office.clock.today(), &office.switches);
        if let Some(asked) = asked.iter().find(|asked| asked.kind == DocumentKind::Photo) {
            page.because = asked.because.code();
        }
        page.photo = application.paper(DocumentKind::Photo).files.last().map(ShownFile::from);
        page.advice = advice(office, application).await;
        page.remarks = remarks(application, DocumentKind::Photo);
        page.missing = infected(application, office.clock.today());
    }
    Ok(page)
}

/// An infected picture is told of at once: nobody comes to look for it.
fn infected(application: &Application, today: chrono::NaiveDate) -> Vec<Finding> {
    let paper = application.paper(DocumentKind::Photo);
    let found = check_paper(&paper, DocumentKind::Photo.rule(), application.filing_day(today));
    found.into_iter().filter(|finding| finding.code == "file_infected").collect()
}

/// What is worth a look about the stored picture. One that cannot be read now gets no advice.
async fn advice(office: &App, application: &Application) -> Vec<Finding> {
    let paper = application.paper(DocumentKind::Photo);
    let Some(file) = paper.files.last() else { return Vec::new() };
    match picture_size(&office.vault, file.id.clone(), file.format).await {
        Ok(Ok(size)) => check_photo(size).into_iter().collect(),
        _ => Vec::new(),
    }
}
