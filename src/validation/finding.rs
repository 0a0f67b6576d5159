//! What the checks found: a code and the box it belongs to. The sentence is made where the reader's language is known.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use validator::ValidationErrorsKind;

use super::kind::Questions;

/// Where a finding belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Place {
    /// Code of the step, or of the document's page.
    pub step: String,
    /// Id of the record in a list of records (one child, one job), if the step is such a list.
    pub item: Option<String>,
    /// Name of the box; none when the finding is about the whole page.
    pub field: Option<String>,
}

/// Whether a finding holds the application back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The application cannot be filed until it is mended.
    Stops,
    /// Shown to the applicant and to the clerk; stops nothing.
    Advises,
}

/// One thing that is wrong, or worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The box.
    pub place: Place,
    /// Message id is `error-{code}`.
    pub code: String,
    /// Arguments of the message: limits and dates, never what the person typed.
    pub params: BTreeMap<String, String>,
    /// How much it matters.
    pub weight: Weight,
}

impl Finding {
    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
    /// Makes it advice.
    #[must_use]
    pub fn advice(mut self) -> Self {
        self.weight = Weight::Advises;
        self
    }
    /// Whether it holds the application back.
    pub fn stops(&self) -> bool {
        self.weight == Weight::Stops
    }
}

/// All findings of one page, or of a whole application.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    step: String,
    item: Option<String>,
    list: Vec<Finding>,
}

impl Findings {
    /// For the page of `step`.
    pub fn of(step: &str) -> Self {
        Self { step: step.to_owned(), ..Self::default() }
    }
    /// For the record `item` on the list `step`.
    pub fn of_item(step: &str, item: &str) -> Self {
        Self { step: step.to_owned(), item: Some(item.to_owned()), list: Vec::new() }
    }
    /// Adds a finding about a box. A box is told one thing at a time: the first stays.
    pub fn add(&mut self, field: &str, code: &str) {
        self.push(Some(field), code, Weight::Stops, BTreeMap::new());
    }
    /// Adds a finding that stops nothing.
    pub fn advise(&mut self, field: &str, code: &str) {
        self.push(Some(field), code, Weight::Advises, BTreeMap::new());
    }
    /// Adds a finding about a box with an argument for its message.
    pub fn add_with(&mut self, field: &str, code: &str, name: &str, value: impl ToString) {
        self.push(Some(field), code, Weight::Stops, BTreeMap::from([(name.to_owned(), value.to_string())]));
    }
    /// Adds a finding about a box with two days for its message.
    pub fn add_days(&mut self, field: &str, code: &str, days: [(&str, NaiveDate); 2]) {
        let params = days.map(|(name, day)| (name.to_owned(), day.to_string()));
        self.push(Some(field), code, Weight::Stops, BTreeMap::from(params));
    }
    /// Adds a finding that stops nothing, with an argument for its message.
    pub fn advise_with(&mut self, field: &str, code: &str, name: &str, value: impl ToString) {
        self.push(Some(field), code, Weight::Advises, BTreeMap::from([(name.to_owned(), value.to_string())]));
    }
    /// Adds a finding about the whole page.
    pub fn add_page(&mut self, code: &str) {
        self.push(None, code, Weight::Stops, BTreeMap::new());
    }
    /// Adds `required` when `missing`.
    pub fn require(&mut self, field: &str, missing: bool) {
        if missing {
            self.add(field, "required");
        }
    }
    /// Adds a finding made elsewhere. The same thing of other days or sums is told beside the first.
    pub fn put(&mut self, finding: Finding) {
        let again = |f: &Finding| f.code == finding.code && f.params != finding.params;
        let taken = finding.place.field.is_some()
            && self.list.iter().any(|f| f.place == finding.place && f.weight == finding.weight && !again(f));
        if !taken {
            self.list.push(finding);
        }
    }
    fn push(&mut self, field: Option<&str>, code: &str, weight: Weight, params: BTreeMap<String, String>) {
        let place = Place { step: self.step.clone(), item: self.item.clone(), field: field.map(str::to_owned) };
        self.put(Finding { place, code: code.to_owned(), params, weight });
    }
    /// Takes over all findings of `other`.
    pub fn extend(&mut self, other: Findings) {
        for finding in other.list {
            self.put(finding);
        }
    }
    /// Puts them into the order of the page's boxes; those about no box come last.
    #[must_use]
    pub fn in_order_of(mut self, boxes: &[&str]) -> Self {
        let at = |one: &Finding| boxes.iter().position(|name| one.place.field.as_deref() == Some(name));
        self.list.sort_by_key(|one| at(one).unwrap_or(boxes.len()));
        self
    }
    /// In the order found.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.list.iter()
    }
    /// Whether something holds the application back.
    pub fn stop(&self) -> bool {
        self.list.iter().any(Finding::stops)
    }
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

/// Runs the checks declared on the fields of `questions`, in the order of the fields.
///
/// The value that validator keeps in its errors is dropped here, the one place: it is personal data.
pub fn check_questions<Q: Questions>(questions: &Q, findings: &mut Findings) {
    let Err(errors) = questions.validate() else { return };
    let errors = errors.into_errors();
    for field in Q::FIELDS {
        let Some(ValidationErrorsKind::Field(found)) = errors.get(field.name) else { continue };
        if let Some(first) = found.first() {
            let params = first
                .params
                .iter()
                .filter(|(name, _)| name.as_ref() != "value")
                .map(|(name, value)| {
                    (name.to_string(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                })
                .collect();
            findings.push(Some(field.name), &first.code, Weight::Stops, params);
        }
    }
}
