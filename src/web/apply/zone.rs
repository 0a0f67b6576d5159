//! The passport's zone: two or three lines are typed, or seen by a program in a photograph that lies with the passport;
//! what they say stands beside what was answered, and goes into the form only where the person ticks it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::fresh::Fresh;
use super::upload::{self, Refused, Upload};
use super::zone_look::{self, Kept, PASSPORT, Photographs};
use super::{autosave, load, passing};
use crate::application::Application;
use crate::application::review::of_step;
use crate::application::steps::{Body, StepName};
use crate::application::summary::Line;
use crate::application::zone::can_be_taken;
use crate::documents::passport_zone::{Compared, Given, Item, Reading, ZoneError};
use crate::language::Language;
use crate::questions;
use crate::validation::{Finding, Findings, Questions, Text};
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
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

/// How the button that goes on differs from the way back: it leads to the first page that the lines have not filled.
const ONWARDS: &str = "on";

#[derive(Template)]
#[template(path = "apply/zone.html")]
struct ZonePage {
    form: Filled,
    rows: Vec<Row>,
    /// A letter was taken for a digit, or the other way round.
    mended: bool,
    /// A program saw these lines in a photograph.
    seen: bool,
    photographs: Photographs,
    unsaved: bool,
    /// That the passport ends too early, or soon.
    ends: Option<Finding>,
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
    /// What is to be mended, the lines' boxes and that of the photograph.
    fn wrong(&self) -> Vec<&Finding> {
        self.form.stopping().into_iter().chain(&self.photographs.missing).collect()
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

/// Shows the lines, and what they say; with `?look=…` what a program sees in that photograph.
pub async fn show(req: HttpRequest, office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !application.may_change(StepName::Passport) {
        return applicant.view.go("/apply/check");
    }
    let mut page = page(&office, &application);
    let query = Fields::parse(req.query_string().as_bytes())?;
    let (looked, lines) = zone_look::look(&office, &application, query.get("look")).await?;
    page.photographs.looked = looked;
    if !lines.is_empty() {
        let body = Lines::FIELDS.iter().zip(lines.iter().map(String::as_str).chain(["", ""]));
        let body = body.map(|(field, line)| (field.name.to_owned(), line.into())).collect();
        page.form = Filled::unchecked("zone", Lines::FIELDS, body);
        (page.seen, page.rows) = (true, Vec::new());
    }
    applicant.view.page(&page)
}

/// Keeps the lines, and a photograph that came with them; takes what was ticked.
pub async fn save(req: HttpRequest, office: App, payload: web::Payload) -> Outcome {
    let Upload { form, fresh, refused, failed, .. } = upload::receive(&req, &office, payload, PASSPORT).await?;
    let ApplicantForm { mut applicant, fields } = form;
    let kept = match failed {
        None => keep(&office, &applicant.id, &fields, fresh).await,
        Some(Error::Unavailable) => Err(Error::Unavailable),
        Some(broken) => {
            // The line broke in the middle of the file: the text had come whole and is kept.
            drop(fresh);
            keep(&office, &applicant.id, &fields, Fresh::of(&office.vault)).await?;
            return Err(broken);
        }
    };
    match kept {
        Ok(kept) => {
            // Who asks for a look at a photograph, or goes back, has saved what came with that, if anything did.
            let words = given(&fields).is_some_and(|given| !given.from_photograph);
            if !leaves(&fields) || words || kept.came.is_some() {
                applicant.view.is_saved(&office);
            }
            if fields.has("autosave") {
                let typed = fields.answers(Lines::FIELDS, &Body::new());
                return autosave::answer(&applicant.view, "zone", &typed, &[]);
            }
            after_save(&office, &applicant.view, kept, &fields, refused)
        }
        Err(Error::Unavailable) => {
            let form = Filled::unchecked("zone", Lines::FIELDS, fields.answers(Lines::FIELDS, &Body::new()));
            let page = ZonePage { form, unsaved: true, ..empty(Photographs::default()) };
            applicant.view.page_with(StatusCode::SERVICE_UNAVAILABLE, &page)
        }
        Err(other) => Err(other),
    }
}

async fn keep(office: &App, id: &str, fields: &Fields, fresh: Fresh) -> Outcome<Kept> {
    let (today, fields) = (office.clock.today(), fields.clone());
    zone_look::keep(office, id, fresh, move |application| {
        let given = given(&fields);
        // Lines that a program saw are not kept before somebody has compared them: not by the way to another look or back.
        if !(leaves(&fields) && given.as_ref().is_some_and(|given| given.from_photograph)) {
            application.keep_zone(given)?;
        }
        if fields.has("take-over") {
            let ticked: Vec<&str> = fields.all("take").collect();
            application.take_from_zone(&ticked, application.filing_day(today));
        }
        Ok(())
    })
    .await
}

/// Whether the lines are sent by the way, and not to be checked.
fn leaves(fields: &Fields) -> bool {
    fields.has("look") || passing::aside(fields)
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

fn after_save(office: &Office, view: &View, kept: Kept, fields: &Fields, mut refused: Vec<Refused>) -> Outcome {
    let wanted = zone_look::wanted(fields, &kept).map(str::to_owned);
    let Kept { application, left, .. } = kept;
    refused.extend(left);
    if let Some(language) = Language::from_code(fields.get("switch")).filter(|_| refused.is_empty()) {
        return view.go_in(language, "/apply/zone");
    }
    if passing::aside(fields) && refused.is_empty() {
        if fields.get("aside") != ONWARDS {
            return view.go("/apply/passport");
        }
        let person = || of_step(&application, StepName::Person, office.clock.today(), &office.switches);
        let to_person = application.may_change(StepName::Person) && person().stop();
        // Their other boxes may be blank still: nobody was asked for them yet.
        return passing::untold(view, if to_person { "/apply/person" } else { "/apply/passport" });
    }
    let mut page = page(office, &application);
    match wanted {
        _ if !refused.is_empty() => page.photographs.refused = refused,
        Some(id) => return zone_look::go(view, &id),
        None if fields.has("look") => page.photographs = page.photographs.without_one(),
        None if page.form.is_wrong() => return passing::to_mend(view, "/apply/zone"),
        None => return view.go("/apply/zone#zone-read"),
    }
    view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn empty(photographs: Photographs) -> ZonePage {
    ZonePage {
        form: Filled::unchecked("zone", Lines::FIELDS, Body::new()),
        rows: Vec::new(),
        mended: false,
        seen: false,
        photographs,
        unsaved: false,
        ends: None,
    }
}

fn page(office: &Office, application: &Application) -> ZonePage {
    let mut page = empty(Photographs::of(office, application));
    let Some(given) = &application.zone else { return page };
    let body = Lines::FIELDS
        .iter()
        .enumerate()
        .map(|(at, field)| (field.name.to_owned(), given.lines.get(at).cloned().unwrap_or_default().into()));
    let reading = given.read();
    page.form = Filled::unchecked("zone", Lines::FIELDS, body.collect());
    page.seen = given.from_photograph;
    page.mended = reading.mended && reading.zone.is_ok();
    let today = application.filing_day(office.clock.today());
    page.rows = rows(application, today);
    page.ends = ends(&page.rows, today);
    if let Err(error) = reading.zone {
        page.form = page.form.with(wrong(error, &reading));
    }
    page
}

/// What the passport's own page will say of its last day.
fn ends(rows: &[Row], today: chrono::NaiveDate) -> Option<Finding> {
    let field = "expires_on";
    let told = rows.iter().find(|row| row.code == field)?.zone.values.first()?;
    let body: Body = std::iter::once((field.to_owned(), told.clone().into())).collect();
    let found = (StepName::Passport.form().check)(&body, today);
    found.into_iter().find(|one| one.place.field.as_deref() == Some(field) && one.code.starts_with("passport_"))
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
