//! Everything a person answered, step by step, as it is stored.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::steps::{Body, Record, Recorded, Records, Shape, Situation, Step, StepName};
use crate::law::Facts;

/// The answers of an application. A step that was never saved is absent.
#[derive(Clone, Default, PartialEq)]
pub struct Answers(BTreeMap<StepName, Body>);

/// Answers are personal data: `Debug` tells only which steps there are.
impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

impl Answers {
    /// The stored answers of a step.
    pub fn body(&self, step: StepName) -> Option<&Body> {
        self.0.get(&step)
    }
    /// Stores the answers of a step.
    pub fn put(&mut self, step: StepName, body: Body) {
        self.0.insert(step, body);
    }
    /// The typed answers of a page; blank when it was never saved.
    pub fn page<S: Step>(&self) -> S {
        self.typed(S::NAME)
    }
    /// The typed records of a list.
    pub fn records<R: Record>(&self) -> Records<R> {
        self.typed(R::LIST)
    }
    fn typed<T: serde::de::DeserializeOwned + Default>(&self, step: StepName) -> T {
        self.body(step).and_then(|body| serde_json::from_value(Value::Object(body.clone())).ok()).unwrap_or_default()
    }
    /// Each stored step with its answers, in the form's order.
    pub fn iter(&self) -> impl Iterator<Item = (StepName, &Body)> {
        self.0.iter().map(|(step, body)| (*step, body))
    }
    /// What the rules ask, counted on `filed_on`; none before the date of birth is known.
    pub fn facts(&self, filed_on: NaiveDate) -> Option<Facts> {
        let mut facts = self.page::<Situation>().facts(filed_on)?;
        facts.convention_married_woman = self.convention_married_woman();
        Some(facts)
    }
    /// A woman whose citizenship changed by marriage (Convention of 20 February 1957; order 642, row 9, last paragraph).
    /// It spares grounds of refusal only, so that pages which load neither step need not know it.
    fn convention_married_woman(&self) -> bool {
        let says = |step, field, code| self.body(step).and_then(|body| body.get(field)?.as_str()) == Some(code);
        says(StepName::Family, "citizenship_by_marriage", "yes") && says(StepName::Person, "sex", "female")
    }
    /// Whether a step is asked of this person. What was answered on a step that is no longer asked stays stored.
    pub fn asked(&self, step: StepName, today: NaiveDate) -> bool {
        (step.form().asked)(self.facts(today).as_ref())
    }
    /// The steps asked of this person, in order.
    pub fn asked_steps(&self, today: NaiveDate) -> Vec<StepName> {
        let facts = self.facts(today);
        StepName::ALL.iter().copied().filter(|step| (step.form().asked)(facts.as_ref())).collect()
    }
    /// The stored records of a list as id and answers.
    pub fn record_bodies(&self, list: StepName) -> Vec<(String, Body)> {
        let Some(Value::Array(items)) = self.body(list).and_then(|body| body.get("items")) else { return Vec::new() };
        items
            .iter()
            .filter_map(|item| {
                let mut body = item.as_object()?.clone();
                let id = body.shift_remove("id")?.as_str()?.to_owned();
                Some((id, body))
            })
            .collect()
    }
    /// Stores one record of a list: replaces the one of that id, or adds it.
    pub fn put_record(&mut self, list: StepName, id: &str, answers: Body) {
        debug_assert!(list.form().shape == Shape::List);
        let mut records = self.record_bodies(list);
        match records.iter_mut().find(|(known, _)| known == id) {
            Some((_, body)) => *body = answers,
            None => records.push((id.to_owned(), answers)),
        }
        self.put_records(list, records);
    }
    /// Takes a record off a list.
    pub fn remove_record(&mut self, list: StepName, id: &str) {
        let mut records = self.record_bodies(list);
        records.retain(|(known, _)| known != id);
        self.put_records(list, records);
    }
    fn put_records(&mut self, list: StepName, records: Vec<(String, Body)>) {
        let items = records
            .into_iter()
            .map(|(id, body)| {
                let mut item = Body::new();
                item.insert("id".to_owned(), Value::String(id));
                item.extend(body);
                Value::Object(item)
            })
            .collect();
        let mut body = self.body(list).cloned().unwrap_or_default();
        body.insert("items".to_owned(), Value::Array(items));
        body.entry("complete").or_insert_with(|| Value::String(String::new()));
        self.put(list, body);
    }
    /// Adds a record made from typed answers.
    pub fn add<R: Record>(&mut self, record: &Recorded<R>) {
        if let Ok(Value::Object(mut body)) = serde_json::to_value(record) {
            body.shift_remove("id");
            self.put_record(R::LIST, &record.id, body);
        }
    }
    /// Stores the typed answers of a page.
    pub fn set<S: Step>(&mut self, answers: &S) {
        if let Ok(Value::Object(body)) = serde_json::to_value(answers) {
            self.put(S::NAME, body);
        }
    }
    /// Whether the applicant stated that a list is complete.
    pub fn is_complete(&self, list: StepName) -> bool {
        let stated = self.body(list).and_then(|body| body.get("complete"));
        stated.and_then(Value::as_str) == Some("yes")
    }
    /// Takes back that a list is complete.
    pub fn reopen(&mut self, list: StepName) {
        if let Some(body) = self.0.get_mut(&list) {
            body.insert("complete".to_owned(), Value::String(String::new()));
        }
    }
    /// States that a list is complete.
    pub fn complete(&mut self, list: StepName) {
        let records = self.record_bodies(list);
        self.put_records(list, records);
        if let Some(body) = self.0.get_mut(&list) {
            body.insert("complete".to_owned(), Value::String("yes".to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(sex: &str, by_marriage: &str) -> Answers {
        let mut answers = Answers::default();
        let body = |value: Value| value.as_object().cloned().unwrap_or_default();
        answers.put(StepName::Situation, body(serde_json::json!({"born_on": "1990-05-17"})));
        answers.put(StepName::Person, body(serde_json::json!({"sex": sex})));
        answers.put(StepName::Family, body(serde_json::json!({"citizenship_by_marriage": by_marriage})));
        answers
    }

    #[test]
    fn the_convention_protects_women_whose_citizenship_changed_by_marriage() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for (sex, by_marriage, protected) in
            [("female", "yes", true), ("female", "no", false), ("female", "", false), ("male", "yes", false)]
        {
            let facts = answered(sex, by_marriage).facts(today).unwrap();
            assert_eq!(facts.convention_married_woman, protected, "{sex} {by_marriage}");
        }
    }
}
