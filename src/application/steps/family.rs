//! Family: marital status and spouse on one page, each child and each close relative on a small page of its own
//! (LAW.md §1.3, fields 11 to 13).

use chrono::NaiveDate;

use super::{Record, Step, StepName};
use crate::application::choices::{Country, MaritalStatus, Relation};
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// Marital status and spouse.
    pub struct Family {
        #[validate(custom(function = answered))]
        marital_status: Answer<MaritalStatus>,
        #[validate(custom(function = any_name), length(max = 200))]
        spouse_name: Text,
        #[validate(custom(function = readable))]
        spouse_born_on: Answer<NaiveDate>,
        #[validate(custom(function = readable))]
        spouse_citizenship: Answer<Country>,
        #[validate(custom(function = readable))]
        spouse_applies: Answer<bool>,
        #[validate(custom(function = readable))]
        citizenship_by_marriage: Answer<bool>,
    }
}

impl Step for Family {
    const NAME: StepName = StepName::Family;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if self.marital_status.given() == Some(&MaritalStatus::Married) {
            found.require("spouse_name", self.spouse_name.is_empty());
            found.require("spouse_born_on", self.spouse_born_on.is_blank());
            found.require("spouse_applies", self.spouse_applies.is_blank());
        }
        if self.spouse_born_on.given().is_some_and(|born| *born > today) {
            found.add("spouse_born_on", "future");
        }
    }
}

questions! {
    /// One child under 18.
    pub struct Child {
        #[validate(custom(function = filled), custom(function = any_name), length(max = 200))]
        name: Text,
        #[validate(custom(function = answered))]
        born_on: Answer<NaiveDate>,
        #[validate(custom(function = readable))]
        citizenship: Answer<Country>,
        #[validate(custom(function = answered))]
        applies_jointly: Answer<bool>,
        #[validate(custom(function = answered))]
        lives_in_kazakhstan: Answer<bool>,
    }
}

impl Record for Child {
    const LIST: StepName = StepName::Children;

    fn title(&self) -> String {
        self.name.to_string()
    }
    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if let Some(born) = self.born_on.given() {
            if *born > today {
                found.add("born_on", "future");
            } else if crate::law::facts::age_on(*born, today) >= 18 {
                found.add("born_on", "child_grown");
            }
        }
    }
}

questions! {
    /// One close relative, in Kazakhstan or abroad.
    pub struct Relative {
        #[validate(custom(function = answered))]
        relation: Answer<Relation>,
        #[validate(custom(function = filled), custom(function = any_name), length(max = 200))]
        name: Text,
        #[validate(custom(function = readable))]
        birth_year: Answer<i64>,
        #[validate(custom(function = readable))]
        citizenship: Answer<Country>,
        #[validate(custom(function = answered))]
        country: Answer<Country>,
        #[validate(length(max = 300))]
        address: Text,
    }
}

impl Record for Relative {
    const LIST: StepName = StepName::Relatives;

    fn title(&self) -> String {
        self.name.to_string()
    }
    fn together(&self, today: NaiveDate, found: &mut Findings) {
        let this_year = i64::from(chrono::Datelike::year(&today));
        if self.birth_year.given().is_some_and(|year| !(1880..=this_year).contains(year)) {
            found.add("birth_year", "year");
        }
    }
}
