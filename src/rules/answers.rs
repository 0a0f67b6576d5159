//! The rules that can be asked for by name, each with the fields it takes and the object it answers.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::documents::passport_zone::{self, PassportZone};
use crate::law::calendar::Calendar;
use crate::law::documents::{DocumentKind, required};
use crate::law::facts::Facts;
use crate::law::numbers::{self, Sex};
use crate::law::route::Route;
use crate::law::switches::Switches;
use crate::law::{money, refusal, terms};
use crate::rules::RuleError;
use crate::rules::fields::{Fields, shown};

/// The answer to `requirements`.
#[derive(Serialize)]
pub(super) struct Requirements {
    route: Route,
    documents: Vec<DocumentKind>,
}

impl Requirements {
    pub(super) fn of(facts: &Facts, switches: &Switches) -> Self {
        let documents = required(facts, switches).into_iter().map(|requirement| requirement.kind).collect();
        Self { route: Route::of(facts), documents }
    }
}

#[derive(Serialize)]
struct Verdict {
    ok: bool,
}

#[derive(Serialize)]
struct Failure {
    ok: bool,
    code: &'static str,
}

#[derive(Serialize)]
struct ClockAnswer {
    registered_on: NaiveDate,
    due_on: NaiveDate,
}

#[derive(Serialize)]
struct FeeAnswer {
    mci: i64,
    due: i64,
    solvency_floor: i64,
}

#[derive(Serialize)]
struct IinAnswer {
    ok: bool,
    born_on: Option<NaiveDate>,
    sex: Sex,
}

#[derive(Serialize)]
struct ZoneAnswer {
    ok: bool,
    surname: String,
    given_names: String,
    number: String,
    issuer: String,
    nationality: String,
    born_on: Option<NaiveDate>,
    sex: Sex,
    expires_on: NaiveDate,
}

#[derive(Serialize)]
struct GroundsAnswer {
    usable: Vec<&'static str>,
}

/// Answers a question that is JSON.
pub(super) fn answer(question: Value) -> Result<String, RuleError> {
    let Value::Object(question) = question else {
        return Err(RuleError::WrongType { field: "line", expected: "an object" });
    };
    let rule = question.get("rule").ok_or(RuleError::MissingField("rule"))?;
    let rule = rule.as_str().ok_or(RuleError::WrongType { field: "rule", expected: "a text" })?;
    let (known, respond) = find(rule).ok_or_else(|| RuleError::UnknownRule(shown(rule)))?;
    respond(Fields::new(question, known)?)
}

type Respond = fn(Fields) -> Result<String, RuleError>;

/// The fields and the function of a rule.
fn find(rule: &str) -> Option<(&'static [&'static str], Respond)> {
    Some(match rule {
        "requirements" => (&["rule", "case"], requirements),
        "passport_validity" => (&["rule", "filed_on", "expires_on"], passport_validity),
        "paper_age" => (&["rule", "filed_on", "issued_on"], paper_age),
        "clock" => (&["rule", "handed_in_on", "after_hours"], clock),
        "fee" => (&["rule", "paid_on"], fee),
        "iin" => (&["rule", "number"], iin),
        "bin" => (&["rule", "number"], bin),
        "passport_zone" => (&["rule", "lines"], zone),
        "grounds" => (&["rule", "case", "purpose"], grounds),
        _ => return None,
    })
}

fn requirements(mut fields: Fields) -> Result<String, RuleError> {
    written(&Requirements::of(&fields.case()?, &Switches::default()))
}

fn passport_validity(fields: Fields) -> Result<String, RuleError> {
    written(&Verdict { ok: terms::passport_outlives(fields.day("filed_on")?, fields.day("expires_on")?) })
}

fn paper_age(fields: Fields) -> Result<String, RuleError> {
    let age = terms::paper_fresh(fields.day("filed_on")?, fields.day("issued_on")?);
    written(&Verdict { ok: age == terms::PaperAge::Fresh })
}

fn clock(fields: Fields) -> Result<String, RuleError> {
    let handed_in_on = fields.day("handed_in_on")?;
    let clock = terms::clock(handed_in_on, fields.yes_or_no("after_hours")?, &Calendar::KAZAKHSTAN)?;
    written(&ClockAnswer { registered_on: clock.registered_on, due_on: clock.due_on })
}

fn fee(fields: Fields) -> Result<String, RuleError> {
    let paid_on = fields.day("paid_on")?;
    written(&FeeAnswer {
        mci: money::mci(paid_on)?,
        due: money::fee(paid_on)?,
        solvency_floor: money::solvency_floor(paid_on)?,
    })
}

fn iin(fields: Fields) -> Result<String, RuleError> {
    match numbers::iin(fields.text("number")?) {
        Ok(iin) => written(&IinAnswer { ok: true, born_on: iin.born_on, sex: iin.sex }),
        Err(error) => failed(error.code()),
    }
}

fn bin(fields: Fields) -> Result<String, RuleError> {
    match numbers::bin(fields.text("number")?) {
        Ok(()) => written(&Verdict { ok: true }),
        Err(error) => failed(error.code()),
    }
}

fn zone(fields: Fields) -> Result<String, RuleError> {
    match passport_zone::read(&fields.texts("lines")?) {
        Ok(PassportZone { surname, given_names, number, issuer, nationality, born_on, sex, expires_on, .. }) => {
            written(&ZoneAnswer {
                ok: true,
                surname,
                given_names,
                number,
                issuer,
                nationality,
                born_on,
                sex,
                expires_on,
            })
        }
        Err(error) => failed(error.code()),
    }
}

fn grounds(mut fields: Fields) -> Result<String, RuleError> {
    let purpose = fields.word("purpose")?;
    let facts = fields.case()?;
    let usable = refusal::usable(&facts, purpose).into_iter().map(|ground| ground.code).collect();
    written(&GroundsAnswer { usable })
}

fn failed(code: &'static str) -> Result<String, RuleError> {
    written(&Failure { ok: false, code })
}

fn written(answer: &impl Serialize) -> Result<String, RuleError> {
    serde_json::to_string(answer).map_err(|_| RuleError::NotAnswered)
}
