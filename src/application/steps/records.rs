//! Lists of records: one record (a child, a job) is one small struct and one small page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::StepName;
use crate::validation::{Answer, Findings, Questions, check_questions};

/// One record of a list.
pub trait Record: Questions {
    /// The list it stands on.
    const LIST: StepName;
    /// What the record is called on the list.
    fn title(&self) -> String;
    /// Checks that need two boxes, or the day.
    fn together(&self, _today: NaiveDate, _found: &mut Findings) {}
    /// Checks over the whole list.
    fn all_together(_records: &Records<Self>, _today: NaiveDate, _found: &mut Findings) {}
}

/// A record with its id, so that two open tabs never change one another's lines.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(bound = "R: Record")]
pub struct Recorded<R> {
    /// Random; it says nothing.
    pub id: String,
    /// What was answered.
    #[serde(flatten)]
    pub answers: R,
}

/// A list of records as it is stored.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(bound = "R: Record", default)]
pub struct Records<R> {
    /// The records in the order in which they were added.
    pub items: Vec<Recorded<R>>,
    /// Yes: these are all, be there none or many.
    pub complete: Answer<bool>,
}

/// More records than this is no person's list.
pub const MOST_RECORDS: usize = 60;

impl<R: Record> Records<R> {
    /// Checks every record and the list.
    pub fn check(&self, today: NaiveDate) -> Findings {
        let mut found = Findings::of(R::LIST.code());
        let unstated = !self.complete.yes();
        found.require("complete", unstated && self.items.is_empty());
        if unstated && !self.items.is_empty() {
            found.add("complete", "unstated");
        }
        for record in &self.items {
            found.extend(record.check(today));
        }
        if self.complete.yes() {
            R::all_together(self, today, &mut found);
        }
        found
    }
}

impl<R: Record> Recorded<R> {
    /// Checks one record.
    pub fn check(&self, today: NaiveDate) -> Findings {
        let mut found = Findings::of_item(R::LIST.code(), &self.id);
        check_questions(&self.answers, &mut found);
        self.answers.together(today, &mut found);
        found.in_order_of(&R::names())
    }
}
