//! The table of the form: for each step how its answers are read, checked, and of whom it is asked.
//!
//! The steps are typed structs; the table erases their types, so that one handler, one summary and one store serve all.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::*;
use crate::law::facts::age_on;
use crate::law::{Facts, Route};
use crate::validation::{Field, Findings, check_questions};

/// The answers of one step as JSON, in the order in which its fields are declared.
pub type Body = Map<String, Value>;

/// How a step looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One page of boxes.
    Page,
    /// A list of records, each on a page of its own.
    List,
    /// Files: the papers, or the photograph.
    Papers,
}

/// One step of the form.
pub struct FormStep {
    /// Its name.
    pub name: StepName,
    /// How it looks.
    pub shape: Shape,
    /// Its questions; of a list: those of one record.
    pub fields: &'static [Field],
    /// Reads what was typed: unknown fields are left out, missing ones are blank. Of a list: one record.
    pub read: fn(Body) -> Body,
    /// Checks the stored answers.
    pub check: fn(&Body, NaiveDate) -> Findings,
    /// Boxes of the stored answers that another answer has made void.
    pub idle: fn(&Body) -> &'static [&'static str],
    /// Checks one record of a list, under its id.
    pub check_record: fn(&str, &Body, NaiveDate) -> Findings,
    /// What a record is called.
    pub record_title: fn(&Body) -> String,
    /// Whether the step is asked; without facts (no date of birth yet) an adult's form is shown.
    pub asked: fn(Option<&Facts>) -> bool,
}

impl FormStep {
    /// Checks `answers`: of a page its boxes, of a list one record (then `record` is its id).
    pub fn check_typed(&self, record: Option<&str>, answers: &Body, today: NaiveDate) -> Findings {
        match record {
            Some(id) => (self.check_record)(id, answers, today),
            None => (self.check)(answers, today),
        }
    }
}

fn to_body(value: impl serde::Serialize) -> Body {
    match serde_json::to_value(value) {
        Ok(Value::Object(body)) => body,
        _ => Body::new(),
    }
}

fn from_body<T: serde::de::DeserializeOwned + Default>(body: Body) -> T {
    serde_json::from_value(Value::Object(body)).unwrap_or_default()
}

const fn page<S: Step>(asked: fn(Option<&Facts>) -> bool) -> FormStep {
    FormStep {
        name: S::NAME,
        shape: Shape::Page,
        fields: S::FIELDS,
        read: |typed| to_body(from_body::<S>(typed)),
        check: |body, today| {
            let mut answers: S = from_body(body.clone());
            let idle = answers.idle();
            if !idle.is_empty() {
                let told = body.iter().filter(|(name, _)| !idle.contains(&name.as_str()));
                answers = from_body(told.map(|(name, value)| (name.clone(), value.clone())).collect());
            }
            let mut found = Findings::of(S::NAME.code());
            check_questions(&answers, &mut found);
            answers.together(today, &mut found);
            // As the page has them: whoever mends goes down, and not back.
            found.in_order_of(&S::names())
        },
        idle: |body| from_body::<S>(body.clone()).idle(),
        check_record: |_, _, _| Findings::default(),
        record_title: |_| String::new(),
        asked,
    }
}

const fn list<R: Record>(asked: fn(Option<&Facts>) -> bool) -> FormStep {
    FormStep {
        name: R::LIST,
        shape: Shape::List,
        fields: R::FIELDS,
        read: |typed| to_body(from_body::<R>(typed)),
        check: |body, today| from_body::<Records<R>>(body.clone()).check(today),
        idle: |_| &[],
        check_record: |id, body, today| {
            Recorded { id: id.to_owned(), answers: from_body::<R>(body.clone()) }.check(today)
        },
        record_title: |body| from_body::<R>(body.clone()).title(),
        asked,
    }
}

const fn papers(name: StepName) -> FormStep {
    FormStep {
        name,
        shape: Shape::Papers,
        fields: &[],
        read: |typed| typed,
        check: |_, _| Findings::default(),
        idle: |_| &[],
        check_record: |_, _, _| Findings::default(),
        record_title: |_| String::new(),
        asked: |_| true,
    }
}

fn aged(facts: Option<&Facts>, years: u32) -> bool {
    facts.is_none_or(|facts| age_on(facts.born_on, facts.filed_on) >= years)
}

/// The steps, each at the place of its name. From which age a question makes sense is our reading, not the order's:
/// marriage, children, education and work from 16 (labour code), the history of offences from 14 (criminal code).
pub static FORM: [FormStep; StepName::ALL.len()] = [
    page::<Situation>(|_| true),
    page::<Representative>(|facts| facts.is_some_and(|facts| facts.is_minor() || facts.incapable)),
    page::<Person>(|_| true),
    page::<Passport>(|_| true),
    page::<Contacts>(|_| true),
    page::<Arrival>(|_| true),
    page::<Residence>(|_| true),
    page::<Family>(|facts| aged(facts, 16)),
    list::<Child>(|facts| aged(facts, 16)),
    list::<Relative>(|_| true),
    page::<Education>(|facts| aged(facts, 16)),
    list::<Job>(|facts| aged(facts, 16)),
    page::<Solvency>(|facts| facts.is_none_or(|facts| Route::of(facts) == Route::General)),
    page::<History>(|facts| aged(facts, 14)),
    page::<Fee>(|_| true),
    papers(StepName::Documents),
    papers(StepName::Photograph),
    page::<Declaration>(|_| true),
];
