//! "What will I need?": the questions that decide the list of papers, answered without an account. The office keeps
//! nothing: the answers stay in a cookie for a while, so that each page has an address that a browser can come back to, and
//! no answer stands in an address.
//!
//! The questions, their checks and their words are those of the form's first step: there is no second copy.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::error::Outcome;
use super::filled::Filled;
use super::filters;
use super::key;
use super::page::View;
use super::state::{App, Office};
use super::visit::AnyoneForm;
use crate::application::steps::{Body, FormStep, Situation, StepName};
use crate::law::documents::{Requirement, housing_form, required};
use crate::law::legalisation::{Sureness, spared};
use crate::law::switches::SWITCHABLE;
use crate::law::{DocumentKind, Facts, Route, money};
use crate::validation::Findings;

/// Answers that are no slip of the pen but a reason why this person cannot apply now; texts are `need-cannot-{code}`.
const CANNOT: [&str; 2] = ["citizen_of_kazakhstan", "no_basis"];

#[derive(Template)]
#[template(path = "need.html")]
struct NeedPage {
    form: Filled,
}

/// Queries of the address: the list that follows from the answers; the questions with the answers in them.
const LIST: &str = "list=yes";
const CHANGE: &str = "change=yes";

/// More than this fits into no cookie, and is no answer to these questions.
const MOST_BYTES: usize = 1_800;

/// The questions, or what follows from the answers.
pub async fn questions(req: HttpRequest, office: App) -> Outcome {
    let (view, step) = (View::of(&req), StepName::Situation.form());
    match (kept(&req, step), req.query_string()) {
        (Some(body), LIST) => told(&office, &view, body),
        (Some(body), CHANGE) => view.page(&NeedPage { form: unchecked(step, body, &office) }),
        _ => view.page(&NeedPage { form: unchecked(step, (step.read)(Body::new()), &office) }),
    }
}

fn unchecked(step: &FormStep, body: Body, office: &Office) -> Filled {
    let unasked = situation(&body).unasked(office.clock.today());
    Filled::unchecked(step.name.code(), step.fields, body).without(unasked)
}

/// Takes the answers, or forgets them; then on to the list, or back to the questions when they are to be changed or in
/// another language.
pub async fn answer(office: App, form: AnyoneForm) -> Outcome {
    let AnyoneForm { view, fields } = form;
    // Whoever sits at another's computer takes the answers away again.
    if fields.has("forget") {
        let mut answer = view.go("/need")?;
        // A cookie that cannot be written as a header would be a fault of `key`: it ends by itself soon.
        let _ = answer.add_cookie(&key::forget(&office, key::NEED));
        return Ok(answer);
    }
    let step = StepName::Situation.form();
    let body = (step.read)(fields.answers(step.fields, &Default::default()));
    let switched = fields.has("switch") && !fields.has("answered");
    let query = if switched || fields.has("change") { CHANGE } else { LIST };
    let text = Value::Object(body.clone()).to_string();
    if text.len() > MOST_BYTES {
        return told(&office, &view, body);
    }
    let mut answer = view.go(&format!("/need?{query}"))?;
    // A cookie that cannot be written as a header would be a fault of `key`; the questions are asked again then.
    let _ = answer.add_cookie(&key::need_cookie(&office, key::hex(text.as_bytes())));
    Ok(answer)
}

/// The answers that this browser keeps.
fn kept(req: &HttpRequest, step: &FormStep) -> Option<Body> {
    let cookie = req.cookie(key::NEED)?;
    let body: Body = serde_json::from_slice(&from_hex(cookie.value())?).ok()?;
    Some((step.read)(body))
}

/// What [`key::hex`] wrote.
fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + *digit as u8)).collect())
}

/// The person's own list; the questions again when something is to be mended.
fn told(office: &Office, view: &View, body: Body) -> Outcome {
    let step = StepName::Situation.form();
    let today = office.clock.today();
    let found = (step.check)(&body, today);
    let facts = situation(&body).facts(today);
    match (cannot(&found), facts) {
        (Some(cannot), Some(facts)) => view.page(&ResultPage::of(office, &facts, cannot, &body)),
        _ => {
            let form = unchecked(step, body, office).with(found);
            view.page_with(StatusCode::UNPROCESSABLE_ENTITY, &NeedPage { form })
        }
    }
}

fn situation(body: &Body) -> Situation {
    serde_json::from_value(Value::Object(body.clone())).unwrap_or_default()
}

/// Why the person cannot apply now; none when something else is to be mended first.
fn cannot(found: &Findings) -> Option<Vec<&'static str>> {
    found
        .iter()
        .filter(|finding| finding.stops())
        .map(|finding| CANNOT.into_iter().find(|code| *code == finding.code))
        .collect()
}

#[derive(Template)]
#[template(path = "need_result.html")]
struct ResultPage {
    today: NaiveDate,
    cannot: Vec<&'static str>,
    route: &'static str,
    route_citation: &'static str,
    papers: Vec<NeededPaper>,
    /// Some paper may come from abroad: translation and legalisation are worth a word.
    foreign: bool,
    /// Message id of what is known of papers of the person's own country.
    legalisation: Option<&'static str>,
    fee: Option<i64>,
    mci: Option<i64>,
    confirms_solvency: bool,
    solvency_floor: Option<i64>,
    /// The answers, to go along with the next form.
    hidden: Vec<(String, String)>,
    /// Random: see `start::begin`.
    begin: String,
}

struct NeededPaper {
    code: &'static str,
    because: &'static str,
    citation: &'static str,
    original: &'static str,
    housing: Option<&'static str>,
    /// Filing today, it must be issued on this day or later.
    issued_from: Option<NaiveDate>,
    /// Filing today, it must be good for longer than until this day.
    outlives: Option<NaiveDate>,
    /// Came after the order: whether it is asked of everybody is not certain.
    later_rule: bool,
}

impl ResultPage {
    fn of(office: &Office, facts: &Facts, cannot: Vec<&'static str>, body: &Body) -> Self {
        let today = facts.filed_on;
        let route = Route::of(facts);
        // A citizen needs no permit, so there is no list to prepare.
        let citizen = cannot.contains(&"citizen_of_kazakhstan");
        let required = if citizen { Vec::new() } else { required(facts, &office.switches) };
        Self {
            begin: key::random_token(),
            today,
            cannot,
            route: route.code(),
            route_citation: route.citation().code(),
            legalisation: facts.citizenship.map(|country| match spared(&country.to_string()) {
                Some(Sureness::Inferred) => "need-legalisation-spared",
                Some(Sureness::NotNamed) | None => "need-legalisation-none",
            }),
            foreign: required.iter().any(|asked| asked.rule.may_be_foreign),
            confirms_solvency: required.iter().any(|asked| asked.kind == DocumentKind::Solvency),
            papers: required.iter().map(|asked| NeededPaper::of(asked, facts)).collect(),
            fee: money::fee(today).ok(),
            mci: money::mci(today).ok(),
            solvency_floor: money::solvency_floor(today).ok(),
            hidden: hidden(body),
        }
    }
}

impl NeededPaper {
    fn of(asked: &Requirement, facts: &Facts) -> Self {
        let days = |days: i64| Days::new(days.unsigned_abs());
        let rule = asked.rule;
        Self {
            code: asked.kind.code(),
            because: asked.because.code(),
            citation: rule.article.code(),
            original: rule.original.code(),
            housing: (asked.kind == DocumentKind::Housing).then(|| housing_form(facts).code()),
            issued_from: rule
                .max_age_days
                .filter(|_| rule.age_stops)
                .and_then(|age| facts.filed_on.checked_sub_days(days(age))),
            outlives: rule.outlives_filing_by_days.and_then(|more| facts.filed_on.checked_add_days(days(more))),
            later_rule: SWITCHABLE.iter().any(|(kind, _)| *kind == asked.kind),
        }
    }
}

/// The answers as hidden fields.
fn hidden(body: &Body) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (name, value) in body {
        match value {
            Value::String(text) => fields.push((name.clone(), text.clone())),
            Value::Array(codes) => {
                fields.extend(codes.iter().filter_map(|code| Some((name.clone(), code.as_str()?.to_owned()))));
            }
            _ => {}
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cookie_keeps_comes_back_as_it_was() {
        let text = "{\"born_on\":\"31.02.2020; \u{201c}%\u{201d}\"}";
        assert_eq!(from_hex(&key::hex(text.as_bytes())).as_deref(), Some(text.as_bytes()));
        assert_eq!(from_hex("zz"), None);
    }
}
