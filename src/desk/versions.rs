//! The versions of an application that were sent, and what differs between two of them: answers, papers, files.

use serde_json::Value;

use crate::application::steps::{Shape, StepName};
use crate::application::submission::{Filed, FiledPaper};
use crate::application::summary::Line;
use crate::desk::mended::{Changed, changed_answers, of_lines};
use crate::documents::Details;
use crate::law::DocumentKind;
use crate::validation::Questions;

/// What differs between two versions of an application.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Differences {
    /// Answers.
    pub answers: Vec<Changed>,
    /// Papers: what was written about them, and their files.
    pub papers: Vec<ChangedPaper>,
}

/// A paper that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedPaper {
    /// Which.
    pub kind: DocumentKind,
    /// What was written about it.
    pub details: Vec<Changed>,
    /// Names of the files that are gone; by what is in them, since a new scan often bears the name of the old one.
    pub gone: Vec<String>,
    /// Names of those that are new.
    pub new: Vec<String>,
}

impl Differences {
    /// Of two versions, the older first.
    pub fn between(old: &Filed, new: &Filed) -> Self {
        let pages = StepName::ALL.iter().copied().filter(|step| step.form().shape != Shape::Papers);
        let answers = pages.flat_map(|step| changed_answers(&old.answers, &new.answers, step)).collect();
        let (before, now) = (old.papers(), new.papers());
        let papers = DocumentKind::ALL.iter().copied().filter_map(|kind| {
            let of = |all: &[FiledPaper]| all.iter().find(|paper| paper.kind == kind).cloned();
            changed_paper(kind, of(&before), of(&now))
        });
        Self { answers, papers: papers.collect() }
    }
    /// Whether they are the same.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.papers.is_empty()
    }
}

fn changed_paper(kind: DocumentKind, old: Option<FiledPaper>, new: Option<FiledPaper>) -> Option<ChangedPaper> {
    let lines = |paper: &Option<FiledPaper>| paper.as_ref().map(|paper| details(&paper.details)).unwrap_or_default();
    let details = of_lines(None, StepName::Documents, Details::FIELDS, &lines(&old), &lines(&new));
    let files = |paper: Option<FiledPaper>| paper.map(|paper| paper.files).unwrap_or_default();
    let (old, new) = (files(old), files(new));
    let gone = old.iter().filter(|file| new.iter().all(|now| now.sha256 != file.sha256));
    let fresh = new.iter().filter(|file| old.iter().all(|was| was.sha256 != file.sha256));
    let gone: Vec<String> = gone.map(|file| file.name.clone()).collect();
    let new: Vec<String> = fresh.map(|file| file.name.clone()).collect();
    let differs = !(details.is_empty() && gone.is_empty() && new.is_empty());
    differs.then_some(ChangedPaper { kind, details, gone, new })
}

/// What was written about a paper, as lines.
pub fn details(details: &Details) -> Vec<Line> {
    let Ok(Value::Object(details)) = serde_json::to_value(details) else { return Vec::new() };
    Details::FIELDS
        .iter()
        .filter_map(|field| {
            let text = details.get(field.name)?.as_str().filter(|text| !text.is_empty())?;
            Some(Line { step: StepName::Documents, field: *field, values: vec![text.to_owned()] })
        })
        .collect()
}
