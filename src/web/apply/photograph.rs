//! The photograph: a picture is brought, the part around the face is proposed, the person moves the frame and agrees. What
//! is found is said here at once; it is advice and stops nothing.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::cut::{Asked, cut};
use super::documents::{remarks, then, with_then};
use super::load;
use super::shown_file::{MEGABYTE, ShownFile};
use super::step::next_address;
use super::upload::{self, Refused, Upload};
use crate::application::steps::StepName;
use crate::application::{Application, Denied};
use crate::documents::check_paper;
use crate::documents::file::{ACCEPT_PHOTO, MOST_BYTES};
use crate::documents::photo::{Photograph, judge};
use crate::documents::picture::{PHOTO_HEIGHT, PHOTO_WIDTH};
use crate::language::Language;
use crate::law::DocumentKind;
use crate::validation::{Finding, Findings};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

#[derive(Template)]
#[template(path = "apply/photograph.html")]
struct PhotographPage {
    because: &'static str,
    citation: &'static str,
    photo: Option<ShownFile>,
    frame: Option<Frame>,
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

/// The picture behind the frame, in whole pixels of the picture.
struct Frame {
    original: String,
    preview: String,
    picture: (u32, u32),
    x: i64,
    y: i64,
    width: i64,
    height: String,
    confirmed: bool,
}

impl From<&Photograph> for Frame {
    fn from(photograph: &Photograph) -> Self {
        let crop = &photograph.crop;
        Self {
            original: photograph.original.clone(),
            preview: photograph.preview.clone(),
            picture: (photograph.width, photograph.height),
            x: crop.x.round() as i64,
            y: crop.y.round() as i64,
            width: crop.width.round() as i64,
            height: format!("{:.1}", crop.height()),
            confirmed: photograph.confirmed,
        }
    }
}

/// Shows the picture, or asks for one.
pub async fn show(req: HttpRequest, office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !application.may_change_paper(DocumentKind::Photo) {
        return applicant.view.go("/apply/check");
    }
    applicant.view.page(&page(&office, Some(&application), then(&req)))
}

/// Takes a picture and proposes, or moves the frame, and stays here; agrees to the part, and goes on.
pub async fn save(req: HttpRequest, office: App, payload: web::Payload) -> Outcome {
    let Upload { form, application, fresh, mut refused, failed, .. } =
        upload::receive(&req, &office, payload, DocumentKind::Photo).await?;
    let ApplicantForm { mut applicant, fields } = form;
    let mut asked = Asked::read(&fields);
    // Who chose another picture does not agree to the one before, though the other was not taken.
    asked.confirms &= refused.is_empty();
    let brought = fresh.files().last().cloned();
    let then = fields.get("then");
    let cut = match (failed, &application) {
        (None, Some(application)) if application.may_change_paper(DocumentKind::Photo) => {
            cut(&office, application, fresh, &asked).await
        }
        (None, Some(_)) => Err(Denied::Closed.into()),
        (Some(failed), _) => Err(failed),
        (None, None) => Err(Error::Unavailable),
    };
    match (cut, application) {
        (Ok(Ok(cut)), _) => {
            // Who has moved the frame goes on moving it, and is not led to the top of the page each time.
            let stays = match (&brought, asked.confirms) {
                (Some(_), _) => Some(""),
                (None, false) => Some("#frame"),
                (None, true) => None,
            };
            let language = Language::from_code(fields.get("switch"));
            // Another picture that was not taken is what the page tells of.
            if cut.photograph.is_some() && refused.is_empty() {
                applicant.view.is_saved(&office);
            }
            after_save(&office, &applicant.view, &cut, stays, refused, then, language)
        }
        (Ok(Err(_)), Some(before)) => {
            // The header was right, what follows it is not.
            refused.extend(brought.iter().map(|file| Refused::broken(DocumentKind::Photo, file)));
            after_save(&office, &applicant.view, &before, Some(""), refused, then, None)
        }
        // There was room for the picture, and not for what is cut from it.
        (Err(Error::Denied(Denied::TooMuch)), Some(before)) => {
            let stored = before.paper(DocumentKind::Photo).filed().last().cloned();
            refused.extend(brought.or(stored).map(|file| Refused::without_room(DocumentKind::Photo, &file)));
            after_save(&office, &applicant.view, &before, Some(""), refused, then, None)
        }
        (Err(Error::Unavailable), application) => {
            let page = page(&office, application.as_ref(), then);
            applicant.view.page_with(StatusCode::SERVICE_UNAVAILABLE, &PhotographPage { unsaved: true, ..page })
        }
        (Err(other), _) => Err(other),
        (Ok(Err(_)), None) => Err(Error::Unavailable),
    }
}

fn after_save(
    office: &Office,
    view: &View,
    application: &Application,
    stays: Option<&str>,
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
        let page = page(office, Some(application), then);
        // A file that was refused says it already.
        let missing = if refused.is_empty() { missing.into_iter().collect() } else { Vec::new() };
        return view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &PhotographPage { refused, missing, ..page });
    }
    if let Some(language) = switch {
        return view.go_in(language, &with_then("/apply/photograph", then));
    }
    if let Some(place) = stays {
        return view.go(&format!("{}{place}", with_then("/apply/photograph", then)));
    }
    if then == "check" {
        return view.go("/apply/check");
    }
    view.go(&next_address(&application.answers, StepName::Photograph, office.clock.today()))
}

fn page(office: &Office, application: Option<&Application>, then: &str) -> PhotographPage {
    let rule = DocumentKind::Photo.rule();
    let mut page = PhotographPage {
        because: "everyone",
        citation: rule.article.code(),
        photo: None,
        frame: None,
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
        let today = office.clock.today();
        let asked = application.requirements(today, &office.switches);
        if let Some(asked) = asked.iter().find(|asked| asked.kind == DocumentKind::Photo) {
            page.because = asked.because.code();
        }
        page.photo = application.paper(DocumentKind::Photo).filed().last().map(ShownFile::from);
        if let Some(photograph) = &application.photograph {
            page.frame = Some(Frame::from(photograph));
            // The page says in its own words that a proposal waits for a yes.
            let found = judge(photograph, application.filing_day(today)).into_iter();
            page.advice = found.filter(|one| one.code != "photo_unconfirmed").collect();
        }
        page.remarks = remarks(application, DocumentKind::Photo);
        page.missing = infected(application, today);
    }
    page
}

/// An infected picture is told of at once: nobody comes to look for it.
fn infected(application: &Application, today: chrono::NaiveDate) -> Vec<Finding> {
    let paper = application.paper(DocumentKind::Photo);
    let found = check_paper(&paper, DocumentKind::Photo.rule(), application.filing_day(today));
    found.into_iter().filter(|finding| finding.code == "file_infected").collect()
}
