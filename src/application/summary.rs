//! All answers as lines: for check-your-answers, the clerk, the print and the frozen text of what was filed.
//!
//! A new field appears in all of them by itself.

use serde_json::Value;

use super::steps::{Shape, StepName};
use super::{Answers, Application};
use crate::validation::{Field, Kind};
use chrono::NaiveDate;

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Message id of the question is `{step}-{field}`.
    pub step: StepName,
    /// The question.
    pub field: Field,
    /// Text or codes; empty when nothing was answered.
    pub values: Vec<String>,
}

impl Line {
    /// Message id of the question; of a paper's box, `paper-{field}`.
    pub fn label_id(&self) -> String {
        let of = if self.step == StepName::Documents { "paper" } else { self.step.code() };
        format!("{of}-{}", self.field.name)
    }
    /// Message id of a chosen code, for kinds that have codes.
    pub fn label_key(&self, value: &str) -> Option<String> {
        match self.field.kind {
            Kind::Choice(list) | Kind::Choices(list) => Some(format!("{list}-{value}")),
            Kind::YesNo => Some(value.to_owned()),
            _ => None,
        }
    }
}

/// The answers of one step, or of one record of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The step.
    pub step: StepName,
    /// Id and title of the record, if the step is a list.
    pub record: Option<(String, String)>,
    /// Its answers; questions without an answer are left out.
    pub lines: Vec<Line>,
}

impl Section {
    /// Id of its record; empty when the step is a page.
    pub fn record_id(&self) -> &str {
        self.record.as_ref().map(|(id, _)| id.as_str()).unwrap_or_default()
    }
    /// Message id of its heading, for records that are named by what was done (see [`period_id`]).
    pub fn period_id(&self) -> Option<String> {
        period_id(&self.lines)
    }
}

/// The sections of all asked steps in the form's order; papers are listed elsewhere.
pub fn summary(application: &Application, today: NaiveDate) -> Vec<Section> {
    sections(&application.answers, application.answers.asked_steps(application.filing_day(today)))
}

/// The sections of some steps of any answers, as of what was filed earlier.
pub fn sections(answers: &Answers, steps: impl IntoIterator<Item = StepName>) -> Vec<Section> {
    let mut sections = Vec::new();
    for step in steps {
        let form = step.form();
        match form.shape {
            Shape::Page => {
                let Some(body) = answers.body(step) else { continue };
                sections.push(Section { step, record: None, lines: lines(step, body) });
            }
            Shape::List => {
                for (id, body) in answers.record_bodies(step) {
                    let title = (form.record_title)(&body);
                    sections.push(Section { step, record: Some((id, title)), lines: lines(step, &body) });
                }
            }
            Shape::Papers => {}
        }
    }
    sections
}

/// Message id of what a stretch of time without an organisation is called: what was done then, since the town alone
/// would tell nothing. None for every other record.
pub fn period_id(lines: &[Line]) -> Option<String> {
    let of_work = |name: &str| lines.iter().find(|line| line.step == StepName::Work && line.field.name == name);
    if of_work("organisation").is_some() {
        return None;
    }
    let occupation = of_work("occupation")?;
    occupation.values.first().and_then(|code| occupation.label_key(code))
}

/// The answered questions of a page or a record; what another answer has made void is left out.
pub fn lines(step: StepName, body: &super::steps::Body) -> Vec<Line> {
    let form = step.form();
    let idle = (form.idle)(body);
    form.fields
        .iter()
        .filter(|field| !idle.contains(&field.name))
        .filter_map(|field| {
            let values: Vec<String> = match body.get(field.name)? {
                Value::String(text) if !text.is_empty() => vec![text.clone()],
                Value::Array(codes) => codes.iter().filter_map(|code| code.as_str().map(str::to_owned)).collect(),
                _ => Vec::new(),
            };
            (!values.is_empty()).then_some(Line { step, field: *field, values })
        })
        .collect()
}
