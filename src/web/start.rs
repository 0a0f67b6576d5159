//! The way in: start page, a new application with its number and code, opening one again, leaving this computer.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::error::{Error, Outcome};
use super::form::Fields;
use super::page::{View, see_other};
use super::state::App;
use super::visit::{AnyoneForm, address};
use super::{filters, key, visit};
use crate::application::steps::StepName;
use crate::application::{Application, Code, Number};
use crate::language::Language;
use crate::law::money;
use crate::store::applications;

/// To the language of the cookie, else of the browser, else Kazakh.
pub async fn root(req: HttpRequest) -> HttpResponse {
    let cookie = req.cookie(key::LANGUAGE).and_then(|cookie| Language::from_code(cookie.value()));
    let header = req.headers().get("Accept-Language").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let language = cookie.or_else(|| preferred(header)).unwrap_or(Language::Kk);
    see_other(&format!("/{language}"))
}

/// The first of ours by weight (RFC 9110, 12.5.4).
fn preferred(header: &str) -> Option<Language> {
    let mut wanted: Vec<(f32, Language)> = header
        .split(',')
        .filter_map(|part| {
            let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let language = Language::from_code(tag.trim().split('-').next()?)?;
            Some((weight.trim().parse().unwrap_or(0.0), language))
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.first().map(|(_, language)| *language)
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    fee: Option<i64>,
    solvency_floor: Option<i64>,
    mci: Option<i64>,
    today: chrono::NaiveDate,
}

/// What the permit is, who may apply, what it costs today, how long it takes, what happens.
pub async fn home(req: HttpRequest, office: App) -> Outcome {
    let today = office.clock.today();
    let view = View::of(&req);
    let mut answer = view.page(&HomePage {
        fee: money::fee(today).ok(),
        solvency_floor: money::solvency_floor(today).ok(),
        mci: money::mci(today).ok(),
        today,
    })?;
    let _ = answer.add_cookie(&key::language_cookie(&office, view.language.code()));
    Ok(answer)
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    has_key: bool,
}

/// Begin a new one, or go on with one.
pub async fn start(req: HttpRequest, office: App) -> Outcome {
    View::of(&req).page(&StartPage { has_key: key::applicant_of(&req, &office).is_some() })
}

#[derive(Template)]
#[template(path = "begun.html")]
struct BegunPage {
    number: String,
    code: String,
}

/// Begins an application; shows its number and, this once, its code. The answers of "what will I need?" come along.
pub async fn begin(req: HttpRequest, office: App, form: AnyoneForm) -> Outcome {
    office.begins.attempt(&address(&req)).map_err(Error::Throttled)?;
    let code = Code::random(&mut rand::rng());
    let hash = code.hash(&office.key);
    let at = office.clock.now();
    let id = uuid::Uuid::now_v7().to_string();
    let number = Number::random(&mut rand::rng());
    let mut application = Application::begin(id.clone(), number, hash, form.view.language.code(), at);
    carry_over(&mut application, &form.fields);
    let number = application.number.to_string();
    office.write(move |conn| applications::begin(conn, &application)).await?;
    tracing::info!(event = "application_begun");
    let view = form.view.with_token(key::token(&office, &id));
    let mut answer = view.page(&BegunPage { number, code: code.shown() })?;
    let _ = answer.add_cookie(&key::applicant_cookie(&office, &id));
    Ok(answer)
}

/// Answers given before the application was begun become its first step.
fn carry_over(application: &mut Application, fields: &Fields) {
    let step = StepName::Situation;
    if fields.has("born_on-day") || fields.has("born_on") {
        let body = (step.form().read)(fields.answers(step.form().fields, &Default::default()));
        application.answers.put(step, body);
    }
}

#[derive(Template)]
#[template(path = "open.html")]
struct OpenPage {
    number: String,
    wrong: bool,
}

/// Asks number and code.
pub async fn open_page(req: HttpRequest) -> Outcome {
    View::of(&req).page(&OpenPage { number: String::new(), wrong: false })
}

/// Opens an application on this computer.
pub async fn open(req: HttpRequest, office: App, form: AnyoneForm) -> Outcome {
    let number = form.fields.get("open_number").to_owned();
    if form.fields.has("switch") {
        return form.view.page(&OpenPage { number, wrong: false });
    }
    let Some(id) = visit::open(&office, &address(&req), &number, form.fields.get("open_code")).await? else {
        return form.view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &OpenPage { number, wrong: true });
    };
    let mut answer = see_other(&form.view.to("/apply"));
    let _ = answer.add_cookie(&key::applicant_cookie(&office, &id));
    Ok(answer)
}

/// Makes this computer forget the application.
pub async fn leave(office: App, form: AnyoneForm) -> Outcome {
    let mut answer = see_other(&form.view.to("/start"));
    let _ = answer.add_cookie(&key::forget(&office, key::APPLICANT));
    Ok(answer)
}
