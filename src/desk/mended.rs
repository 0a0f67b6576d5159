//! What the applicant changed since an earlier filing: old beside new, answer by answer.

use std::collections::BTreeSet;

use crate::application::steps::{Body, Shape, StepName};
use crate::application::submission::Filed;
use crate::application::summary::{Line, lines};
use crate::application::{Answers, Application};
use crate::desk::marks::Item;
use crate::validation::Field;

/// One answer that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// Title of the record, if it belongs to one of a list.
    pub record: Option<String>,
    /// The question.
    pub step: StepName,
    /// Its box.
    pub field: Field,
    /// As it was filed before; none when nothing was answered.
    pub old: Option<Line>,
    /// As it stands now; none when it was emptied or taken away.
    pub new: Option<Line>,
}

/// The answers of a step that differ from those before.
pub fn changed_answers(before: &Answers, now: &Answers, step: StepName) -> Vec<Changed> {
    if step.form().shape != Shape::List {
        return differing(None, step, before.body(step), now.body(step));
    }
    let (old, new) = (before.record_bodies(step), now.record_bodies(step));
    let ids: BTreeSet<&String> = old.iter().chain(&new).map(|(id, _)| id).collect();
    let of =
        |all: &'_ [(String, Body)], id: &str| all.iter().find(|(known, _)| known == id).map(|(_, body)| body.clone());
    ids.into_iter()
        .flat_map(|id| {
            let (old, new) = (of(&old, id), of(&new, id));
            let title = new.as_ref().or(old.as_ref()).map(|body| (step.form().record_title)(body));
            differing(title, step, old.as_ref(), new.as_ref())
        })
        .collect()
}

/// The answers of a page or a record that differ.
pub fn differing(record: Option<String>, step: StepName, old: Option<&Body>, new: Option<&Body>) -> Vec<Changed> {
    let read = |body: Option<&Body>| body.map(|body| lines(step, body)).unwrap_or_default();
    of_lines(record, step, step.form().fields, &read(old), &read(new))
}

/// Of some questions those whose answers differ.
pub fn of_lines(record: Option<String>, step: StepName, fields: &[Field], old: &[Line], new: &[Line]) -> Vec<Changed> {
    let line = |all: &[Line], name: &str| all.iter().find(|line| line.field.name == name).cloned();
    fields
        .iter()
        .filter_map(|field| {
            let (old, new) = (line(old, field.name), line(new, field.name));
            let differs = old.as_ref().map(|line| &line.values) != new.as_ref().map(|line| &line.values);
            differs.then(|| Changed { record: record.clone(), step, field: *field, old, new })
        })
        .collect()
}

/// Whether an item differs from what was filed before.
pub fn is_changed(before: &Filed, application: &Application, item: Item) -> bool {
    before.differs(application, &item.remark(String::new()))
}
