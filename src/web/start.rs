//! The way in: start page, a new application with its number and code, opening one again, leaving this computer.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::error::{Error, Outcome};
use super::form::Fields;
use super::page::{View, see_other};
use super::state::{App, Office};
use super::visit::{AnyoneForm, Applicant, address};
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
}

/// So long after it was begun the page with a draft's code can be opened again.
pub(super) const SHOWN_MINUTES: i64 = 60;

/// Begins an application; then on to the page with its number and code. The answers of "what will I need?" come along.
///
/// A form that is sent again (a refresh, a second click) finds the draft that it has made.
pub async fn begin(req: HttpRequest, office: App, form: AnyoneForm) -> Outcome {
    office.begins.attempt(&address(&req)).map_err(Error::Throttled)?;
    let sent = form.fields.get("begin");
    let begin = if key::is_random_token(sent) { sent.to_owned() } else { key::random_token() };
    let id = match begun_by(&req, &office, &begin).await? {
        Some((draft, _)) => draft.id,
        None => {
            let draft = new_draft(&office, &form.view, &begin, carried(&form.fields));
            let id = draft.id.clone();
            office.write(move |conn| applications::begin(conn, &draft)).await?;
            tracing::info!(event = "application_begun");
            id
        }
    };
    let mut answer = form.view.go("/apply/begun")?;
    let _ = answer.add_cookie(&key::applicant_cookie(&office, &id));
    let _ = answer.add_cookie(&key::begun_cookie(&office, begin));
    Ok(answer)
}

/// The number and the code of the draft that was begun on this computer a while ago; later neither is shown again.
pub async fn begun(req: HttpRequest, office: App, mut applicant: Applicant) -> Outcome {
    let form = req.cookie(key::BEGUN).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
    let Some((draft, code)) = begun_by(&req, &office, &form).await? else { return applicant.view.go("/apply") };
    applicant.is_told(&draft);
    applicant.view.page(&BegunPage { number: draft.number.to_string(), code: code.shown() })
}

fn new_draft(office: &Office, view: &View, begin: &str, carried: Answers) -> Application {
    let id = uuid::Uuid::now_v7().to_string();
    let number = Number::random(&mut rand::rng());
    let hash = Code::of_form(&office.key, begin, &id).hash(&office.key);
    let mut application = Application::begin(id, number, hash, view.language.for_letters().code(), office.clock.now());
    application.answers = carried;
    application
}

/// The draft of this computer and its code, if this form has made it lately: on a shared computer another person's form
/// begins another draft.
async fn begun_by(req: &HttpRequest, office: &App, form: &str) -> Outcome<Option<(Application, Code)>> {
    let Some(id) = key::applicant_of(req, office) else { return Ok(None) };
    let draft = match office.read(move |conn| applications::load(conn, &id)).await {
        Ok(draft) => draft,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let age = office.clock.now() - draft.begun_at;
    let code = Code::of_form(&office.key, form, &draft.id);
    let is_its = draft.status == Status::Draft
        && age < chrono::Duration::minutes(SHOWN_MINUTES)
        && code.opens(&office.key, &draft.code_hash);
    Ok(is_its.then_some((draft, code)))
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
    for name in [key::APPLICANT, key::BEGUN, key::NEED] {
        let _ = answer.add_cookie(&key::forget(&office, name));
    }
    Ok(answer)
}
