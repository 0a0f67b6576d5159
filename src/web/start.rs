//! The way in: start page, a new application with its number and code, opening one again, leaving this computer.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::error::{Error, Outcome};
use super::form::Fields;
use super::page::{Ends, View, Visitor, see_other};
use super::state::{App, Office};
use super::visit::{AnyoneForm, address};
use super::{filters, key, visit};
use crate::application::steps::StepName;
use crate::application::{Answers, Application, Code, Number, Status};
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
pub(super) fn preferred(header: &str) -> Option<Language> {
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
    /// Random: the same form sent twice is told from another one.
    begin: String,
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage;

/// What was tested, what is known not to work, and whom to tell.
pub async fn accessibility(req: HttpRequest) -> Outcome {
    View::of(&req).page(&AccessibilityPage)
}

/// Begin a new one, or go on with one.
pub async fn start(req: HttpRequest, office: App) -> Outcome {
    View::of(&req).page(&StartPage { has_key: key::applicant_of(&req, &office).is_some(), begin: key::random_token() })
}

#[derive(Template)]
#[template(path = "begun.html")]
struct BegunPage {
    number: String,
    code: String,
    /// The page was sent again: the code shown before opens nothing any more.
    renewed: bool,
}

/// Begins an application; shows its number and, this once, its code. The answers of "what will I need?" come along.
///
/// A page that is sent again (a refresh, a second click) finds the draft it has just made, and gives it a new code.
pub async fn begin(req: HttpRequest, office: App, form: AnyoneForm) -> Outcome {
    office.begins.attempt(&address(&req)).map_err(Error::Throttled)?;
    let code = Code::random(&mut rand::rng());
    let hash = code.hash(&office.key);
    let carried = carried(&form.fields);
    let sent_again = key::has_begun(&req, &office, form.fields.get("begin"));
    let fresh = if sent_again { fresh_draft(&req, &office, &carried).await? } else { None };
    let (application, renewed) = match fresh {
        Some(draft) => (Application { code_hash: hash, answers: carried, ..draft }, true),
        None => (new_draft(&office, &form.view, hash, carried), false),
    };
    let (id, number) = (application.id.clone(), application.number.to_string());
    if renewed {
        office.write(move |conn| applications::renew_code(conn, &application)).await?;
    } else {
        office.write(move |conn| applications::begin(conn, &application)).await?;
        tracing::info!(event = "application_begun");
    }
    let ends = Ends::of_key(&office, key::Held::new(&office, id.clone()).until);
    let view = form.view.with_token(key::token(&office, &id)).seen_by(Visitor::Applicant(number.clone())).ending(ends);
    let mut answer = view.page(&BegunPage { number, code: code.shown(), renewed })?;
    let _ = answer.add_cookie(&key::applicant_cookie(&office, &id));
    let _ = answer.add_cookie(&key::begun_cookie(&office, form.fields.get("begin")));
    Ok(answer)
}

fn new_draft(office: &Office, view: &View, hash: String, carried: Answers) -> Application {
    let id = uuid::Uuid::now_v7().to_string();
    let number = Number::random(&mut rand::rng());
    let mut application = Application::begin(id, number, hash, view.language.for_letters().code(), office.clock.now());
    application.answers = carried;
    application
}

/// How long a draft in which nothing was done counts as the one that this form has just made.
const FRESH_MINUTES: i64 = 10;

/// The draft of this computer, if it was made a moment ago and holds nothing but what is carried over again. Asked only
/// for a form that is sent again: on a shared computer another person's form begins another draft.
async fn fresh_draft(req: &HttpRequest, office: &App, carried: &Answers) -> Outcome<Option<Application>> {
    let Some(id) = key::applicant_of(req, office) else { return Ok(None) };
    let draft = match office.read(move |conn| applications::load(conn, &id)).await {
        Ok(draft) => draft,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let age = office.clock.now() - draft.begun_at;
    let fresh = draft.status == Status::Draft
        && age < chrono::Duration::minutes(FRESH_MINUTES)
        && (draft.answers == Answers::default() || draft.answers == *carried)
        && draft.papers.is_empty();
    Ok(fresh.then_some(draft))
}

/// Answers given before the application was begun become its first step.
fn carried(fields: &Fields) -> Answers {
    let step = StepName::Situation;
    let mut answers = Answers::default();
    if fields.has("born_on-day") || fields.has("born_on") {
        answers.put(step, (step.form().read)(fields.answers(step.form().fields, &Default::default())));
    }
    answers
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
    for name in [key::APPLICANT, key::NEED] {
        let _ = answer.add_cookie(&key::forget(&office, name));
    }
    Ok(answer)
}
