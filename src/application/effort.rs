//! About how long what is left of the form takes somebody who has the papers at hand.
//!
//! An estimate by the questions that are still blank: nobody was timed, so pages say "about".

use serde_json::Value;

use super::Application;
use super::steps::{Body, Shape, StepName};
use crate::validation::{Field, Kind};

/// Reading a question and answering it, in seconds: choosing is quicker than copying from a paper, and that quicker than
/// writing sentences of one's own.
fn seconds_of(kind: Kind) -> usize {
    match kind {
        Kind::YesNo | Kind::Choice(_) | Kind::Number => 10,
        Kind::Date | Kind::Choices(_) => 15,
        Kind::Text => 15,
        Kind::Prose => 60,
    }
}

/// Of a list nobody knows how long it will be; this many records count until the person says that it is complete.
const USUAL_RECORDS: usize = 3;
/// Before the first section nobody knows which papers are asked: an adult on the general route brings so many.
pub const USUAL_PAPERS: usize = 6;
/// Reading a clerk's remark, and doing what it asks.
pub const REMARK: usize = 120;
/// Scanning or photographing one paper and finding it among the files.
const PAPER: usize = 120;
/// The same for the photograph.
const PHOTOGRAPH: usize = 90;
/// Opening a page and looking it over.
const PAGE: usize = 15;

/// How many seconds a step takes; `papers` is how many are asked.
pub fn seconds(application: &Application, step: StepName, papers: usize) -> usize {
    let form = step.form();
    let answers = &application.answers;
    match form.shape {
        Shape::Page => PAGE + blanks(form.fields, answers.body(step)),
        Shape::List => {
            let left = USUAL_RECORDS.saturating_sub(answers.record_bodies(step).len());
            PAGE + left * (PAGE + blanks(form.fields, None))
        }
        Shape::Papers if step == StepName::Photograph => PHOTOGRAPH,
        Shape::Papers => {
            let brought = application.papers.iter().filter(|paper| !paper.files.is_empty()).count();
            PAGE + papers.saturating_sub(brought) * PAPER
        }
    }
}

/// The time that the questions take which are not answered yet.
fn blanks(fields: &[Field], body: Option<&Body>) -> usize {
    let is_blank = |field: &&Field| match body.and_then(|body| body.get(field.name)) {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(chosen)) => chosen.is_empty(),
        Some(_) => false,
    };
    fields.iter().filter(is_blank).map(|field| seconds_of(field.kind)).sum()
}

/// Seconds as minutes that promise no more than they hold: whole ones up to ten, then by fives.
pub fn minutes(seconds: usize) -> usize {
    match seconds.div_ceil(60) {
        few @ 0..=10 => few,
        many => many.next_multiple_of(5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_answered_takes_no_time() {
        let fields = [Field { name: "a", kind: Kind::Text }, Field { name: "b", kind: Kind::YesNo }];
        let body: Body = [("a".to_owned(), Value::from("x")), ("b".to_owned(), Value::from(""))].into_iter().collect();
        assert_eq!(blanks(&fields, None), 25);
        assert_eq!(blanks(&fields, Some(&body)), 10);
    }

    #[test]
    fn minutes_are_rounded_up() {
        assert_eq!([0, 1, 60, 61, 600, 601, 3_000, 3_001].map(minutes), [0, 1, 1, 2, 10, 15, 50, 55]);
    }
}
