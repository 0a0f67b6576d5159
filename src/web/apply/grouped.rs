//! What is to be mended, step by step: a long list of errors that a person can go through.

use super::place::{self, Led, Spot};
use crate::application::Application;
use crate::application::steps::{Shape, StepName};
use crate::validation::Finding;

/// What is to be mended on one step.
pub struct Group {
    /// The step.
    pub spot: Spot,
    /// One page, and nothing was answered on it: that is said once, not for each of its questions.
    pub untouched: bool,
    /// What is wrong.
    pub found: Vec<Led>,
}

impl Group {
    /// How many places it tells of.
    pub fn places(&self) -> usize {
        if self.untouched { 1 } else { self.found.len() }
    }
}

/// Findings by step, in the order of the steps.
pub fn by_step(application: &Application, findings: impl Iterator<Item = Finding>) -> Vec<Group> {
    let mut groups: Vec<(Option<StepName>, Vec<Led>)> = Vec::new();
    for finding in findings {
        let step = StepName::from_code(&finding.place.step);
        let led = place::of_finding(application, finding);
        match groups.iter_mut().find(|(known, _)| *known == step) {
            Some((_, found)) => found.push(led),
            None => groups.push((step, vec![led])),
        }
    }
    groups.sort_by_key(|(step, _)| *step);
    groups.into_iter().map(|(step, found)| group(application, step, found)).collect()
}

fn group(application: &Application, step: Option<StepName>, found: Vec<Led>) -> Group {
    let is_page = |step: &StepName| step.form().shape == Shape::Page;
    Group {
        spot: match step {
            Some(step) => {
                let then = if is_page(&step) { "?then=check" } else { "" };
                let page = place::page(application, step);
                Spot { address: format!("{}{then}", page.address), ..page }
            }
            None => Spot::of_form(),
        },
        untouched: step.filter(is_page).is_some_and(|step| application.answers.body(step).is_none()),
        found,
    }
}
