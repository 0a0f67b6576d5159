//! What the desk calls the parts of an application. Their titles speak to the applicant; a clerk reads of somebody else.

use crate::application::steps::StepName;

/// Message id of a step's title as a clerk reads it: the applicant's own, unless that one says "you".
pub fn of_step(code: &str) -> String {
    match StepName::from_code(code) {
        Some(StepName::Situation) => "desk-step-situation".to_owned(),
        _ => format!("step-{code}"),
    }
}
