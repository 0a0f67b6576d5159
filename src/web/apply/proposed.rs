//! What the first page has told already is chosen on later pages until the person says otherwise. It is no answer before
//! they have saved the page.

use chrono::NaiveDate;
use serde_json::Value;

use crate::application::Application;
use crate::application::choices::StayBasis;
use crate::application::steps::{Body, Situation, Solvency, StepName};
use crate::web::filled::Filled;

/// The page with what was said, and the grounds that it offers by which solvency needs no confirming.
pub fn with_what_was_said(
    application: &Application,
    step: StepName,
    form: Filled,
    today: NaiveDate,
) -> (Filled, Vec<&'static str>) {
    match (step, visa_told(application)) {
        (StepName::Solvency, _) => of_solvency(application, form, today),
        (StepName::Arrival, Some(visa)) if !form.is_wrong() => (form.proposing_one("visa", visa), Vec::new()),
        _ => (form, Vec::new()),
    }
}

/// The grounds of the first page by which solvency needs no confirming, and the form that offers them alone.
fn of_solvency(application: &Application, form: Filled, today: NaiveDate) -> (Filled, Vec<&'static str>) {
    let facts = application.facts(today).filter(|facts| facts.solvency_exempt());
    let grounds = facts.map(|_| application.answers.page::<Situation>().all_grounds()).unwrap_or_default();
    let exempt: Vec<&str> = grounds.iter().map(|ground| ground.for_law().code()).collect();
    // Said on the first page already: nobody ticks it twice.
    let money: Solvency = application.answers.page();
    let unasked = !form.is_wrong() && money.exempt_as.is_empty() && money.exemption_paper.is_empty();
    let form = if unasked { form.proposing("exempt_as", &exempt) } else { form };
    (form.offering("exempt_as", &exempt), exempt)
}

/// The visa that the first page has told of.
fn visa_told(application: &Application) -> Option<&'static str> {
    application.answers.page::<Situation>().basis.given().and_then(StayBasis::visa)
}

/// What was typed, without what the page itself had proposed: who only looked at it has said nothing.
pub fn taken_out(application: &Application, step: StepName, typed: &Body) -> Body {
    let mut typed = typed.clone();
    match (step, visa_told(application)) {
        (StepName::Arrival, Some(visa)) if typed.get("visa").and_then(Value::as_str) == Some(visa) => {
            typed.insert("visa".to_owned(), "".into());
        }
        // Said on the first page: a tick taken away is no answer either.
        (StepName::Solvency, _) => {
            typed.insert("exempt_as".to_owned(), Value::Array(Vec::new()));
        }
        _ => {}
    }
    typed
}
