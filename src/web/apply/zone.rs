//! The passport's zone: two or three lines are typed, or seen by a program in a photograph that lies with the passport;
//! what they say stands beside what was answered, and goes into the form only where the person ticks it.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::load;
use crate::application::steps::{Body, StepName};
use crate::application::summary::Line;
use crate::application::zone::can_be_taken;
use crate::application::{Application, Denied};
use crate::documents::StoredFile;
use crate::documents::file::{FileRole, MOST_BYTES};
use crate::documents::passport_zone::{Compared, Given, Item, Reading, ZoneError};
use crate::language::Language;
use crate::law::DocumentKind;
use crate::questions;
use crate::store::applications::{Changed, change};
use crate::validation::{Findings, Questions, Text};
use crate::web::error::{Error, Outcome};
use crate::web::files::Admitted;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::{View, see_other};
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

questions! {
    /// The lines as they are printed; a card has three.
    pub struct Lines {
        line1: Text,
        line2: Text,
        line3: Text,
    }
}

#[derive(Template)]
#[template(path = "apply/zone.html")]
struct ZonePage {
    form: Filled,
    rows: Vec<Row>,
    /// A letter was taken for a digit, or the other way round.
    mended: bool,
    /// A program saw these lines in a photograph.
    seen: bool,
    /// Message id of what came of looking at a photograph; empty when nobody looked.
    looked: &'static str,
    /// Photographs of the passport that can be looked at: id and name.
    photographs: Vec<(String, String)>,
    /// Whether this machine can look at photographs.
    recognises: bool,
    unsaved: bool,
}

/// An answer beside the zone, as both sides read it.
pub struct Row {
    /// The field's name.
    pub code: &'static str,
    /// Message id of its label.
    pub label: String,
    /// What the zone says.
    pub zone: Line,
    /// What was answered; none when nothing was.
    pub typed: Option<Line>,
    /// Code of the verdict.
    pub verdict: &'static str,
    /// Whether a person should look.
    pub differs: bool,
    /// Whether it can be put into the form now.
    pub takes: bool,
}

impl ZonePage {
    /// Nothing differs, and nothing is left to put into the form.
    fn agrees(&self) -> bool {
        self.rows.iter().all(|row| !row.differs && row.typed.is_some())
    }
    fn anything_to_take(&self) -> bool {
        self.rows.iter().any(|row| row.takes)
    }
}

/// All that the zone tells, beside the answers.
pub fn rows(application: &Application, today: chrono::NaiveDate) -> Vec<Row> {
    application.beside_zone(today).into_iter().map(|one| row(application, one)).collect()
}

fn row(application: &Application, one: Compared) -> Row {
    let (step, code) = one.item.place();
    let kind = step.form().fields.iter().find(|field| field.name == code).map(|field| field.kind);
    let line = |text: String| Line {
        step,
        field: crate::validation::Field { name: code, kind: kind.unwrap_or(crate::validation::Kind::Text) },
        values: vec![text],
    };
    let answered = |field: &str| {
        let text = application.answers.body(step).and_then(|body| body.get(field)?.as_str().map(str::to_owned));
        text.filter(|text| !text.is_empty())
    };
    let mut typed = answered(code);
    // Where the passport has the patronymic among the given names, both are read together.
    if one.item == Item::GivenNames
        && let (Some(given), Some(patronymic)) = (&typed, answered("patronymic"))
    {
        typed = Some(format!("{given} {patronymic}"));
    }
    Row {
        code,
        label: format!("{}-{code}", step.code()),
        takes: can_be_taken(&one) && application.may_change(step),
        verdict: one.verdict.code(),
        differs: one.verdict.is_difference(),
        typed: typed.map(line),
        zone: line(one.zone),
    }
}

/// Shows the lines, and what they say.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !application.may_change(StepName::Passport) {
        return applicant.view.go("/apply/check");
    }
    applicant.view.page(&page(&office, &application))
}

/// Keeps the lines; takes what was ticked; looks at a photograph.
pub async fn save(office: App, form: ApplicantForm) -> Outcome {
    let ApplicantForm { mut applicant, fields } = form;
    if fields.has("look") {
        return look(&office, &mut applicant, &fields).await;
    }
    match keep(&office, &applicant.id, &fields).await {
        Ok(application) => after_save(&office, &applicant.view, &application, &fields),
        Err(Error::Unavailable) => {
            let form = Filled::unchecked("zone", Lines::FIELDS, fields.answers(Lines::FIELDS, &Body::new()));
            let page = ZonePage { form, unsaved: true, ..empty(&office) };
            applicant.view.page_with(StatusCode::SERVICE_UNAVAILABLE, &page)
        }
        Err(other) => Err(other),
    }
}

async fn keep(office: &App, id: &str, fields: &Fields) -> Outcome<Application> {
    let (id, today, fields) = (id.to_owned(), office.clock.today(), fields.clone());
    office
        .write(move |conn| {
            change(conn, &id, None, |application, _| {
                application.keep_zone(given(&fields))?;
                if fields.has("take-over") {
                    let ticked: Vec<&str> = fields.all("take").collect();
                    application.take_from_zone(&ticked, application.filing_day(today));
                }
                Ok(Changed { value: application.clone(), event: None })
            })
        })
        .await
}

/// The lines that came with the form; none when all boxes are empty.
fn given(fields: &Fields) -> Option<Given> {
    let line = |name: &&str| fields.get(name).trim().chars().take(Given::LONGEST).collect::<String>();
    let mut lines: Vec<String> = ["line1", "line2", "line3"].iter().map(line).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    (!lines.is_empty()).then(|| Given { lines, from_photograph: fields.get("seen-in") == "photograph" })
}

fn after_save(office: &Office, view: &View, application: &Application, fields: &Fields) -> Outcome {
    if let Some(language) = Language::from_code(fields.get("switch")) {
        return Ok(see_other(&format!("/{language}/apply/zone")));
    }
    let page = page(office, application);
    if page.form.is_wrong() {
        return view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    view.go("/apply/zone#zone-read")
}

/// Looks for the lines in a photograph of the passport. They are put into the boxes, and kept only when the person has
/// compared them and sent them.
async fn look(office: &App, applicant: &mut Applicant, fields: &Fields) -> Outcome {
    let application = load(office, applicant).await?;
    if !application.may_change(StepName::Passport) {
        return Err(Denied::Closed.into());
    }
    let recogniser = office.recogniser.clone().ok_or(Error::NotFound)?;
    let file = photographs(&application).find(|file| file.id == fields.get("look")).cloned().ok_or(Error::NotFound)?;
    let file = Admitted::for_owner(file)?;
    let _turn = office.darkroom.acquire().await.map_err(|_| Error::Unavailable)?;
    let bytes = office.vault.read_all(&file.id, MOST_BYTES).await?;
    let format = file.format;
    let seen = web::block(move || recogniser.zone(&bytes, format)).await.map_err(|_| Error::Unavailable)?;
    let mut page = page(office, &application);
    match seen.ok().flatten() {
        Some(lines) => {
            let body = Lines::FIELDS.iter().zip(lines.iter().map(String::as_str).chain(["", ""]));
            let body = body.map(|(field, line)| (field.name.to_owned(), line.into())).collect();
            page.form = Filled::unchecked("zone", Lines::FIELDS, body);
            (page.seen, page.looked, page.rows) = (true, "zone-seen", Vec::new());
        }
        None => page.looked = "zone-not-seen",
    }
    applicant.view.page(&page)
}

/// The photographs that lie with the passport and may be opened.
fn photographs(application: &Application) -> impl Iterator<Item = &StoredFile> {
    let papers = application.papers.iter().filter(|paper| paper.kind == DocumentKind::Passport);
    papers
        .flat_map(|paper| &paper.files)
        .filter(|file| file.role == FileRole::Paper && file.format.is_picture() && file.scan.opens_for_owner().is_ok())
}

fn empty(office: &Office) -> ZonePage {
    ZonePage {
        form: Filled::unchecked("zone", Lines::FIELDS, Body::new()),
        rows: Vec::new(),
        mended: false,
        seen: false,
        looked: "",
        photographs: Vec::new(),
        recognises: office.recogniser.is_some(),
        unsaved: false,
    }
}

fn page(office: &Office, application: &Application) -> ZonePage {
    let mut page = empty(office);
    page.photographs = photographs(application).map(|file| (file.id.clone(), file.name.clone())).collect();
    let Some(given) = &application.zone else { return page };
    let body = Lines::FIELDS
        .iter()
        .enumerate()
        .map(|(at, field)| (field.name.to_owned(), given.lines.get(at).cloned().unwrap_or_default().into()));
    let reading = given.read();
    page.form = Filled::unchecked("zone", Lines::FIELDS, body.collect());
    page.seen = given.from_photograph;
    page.mended = reading.mended && reading.zone.is_ok();
    page.rows = rows(application, application.filing_day(office.clock.today()));
    if let Err(error) = reading.zone {
        page.form = page.form.with(wrong(error, &reading));
    }
    page
}

/// What is wrong with the lines, at the box where it is to be mended.
fn wrong(error: ZoneError, reading: &Reading) -> Findings {
    let mut found = Findings::of("zone");
    let card = reading.lines.len() == 3;
    let strange = |line: &String| !line.bytes().all(|sign| matches!(sign, b'A'..=b'Z' | b'0'..=b'9' | b'<'));
    let line = match error {
        ZoneError::Characters => reading.lines.iter().position(strange).unwrap_or_default(),
        ZoneError::Name if card => 2,
        ZoneError::Name | ZoneError::DocumentType | ZoneError::Lines | ZoneError::Length => 0,
        ZoneError::Number if card => 0,
        ZoneError::CheckDigit if card && reading.faults.first() == Some(&"number") => 0,
        _ => 1,
    };
    let field = Lines::FIELDS.get(line).map_or("line1", |field| field.name);
    match (error, reading.faults.first()) {
        // The check digit over the whole never fits when one of the parts does not: the part is what to look at.
        (ZoneError::CheckDigit, part) => found.add(field, &format!("zone_digit_{}", part.unwrap_or(&"whole"))),
        (ZoneError::Lines | ZoneError::Length, _) => found.add(field, "zone_length"),
        _ => found.add(field, &format!("zone_{}", error.code())),
    }
    found
}
