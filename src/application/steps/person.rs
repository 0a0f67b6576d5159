//! Who you are: LAW.md §1.3, fields 1 to 9.

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::{Country, Nationality, Sex};
use crate::questions;
use crate::validation::names::has_latin;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// Names as in the passport and in Cyrillic, former names, sex, place of birth, nationality, IIN.
    pub struct Person {
        #[validate(custom(function = filled), custom(function = latin_name), length(max = 100))]
        surname_latin: Text,
        #[validate(custom(function = latin_name), length(max = 100))]
        given_names_latin: Text,
        #[validate(custom(function = filled), custom(function = local_name), length(max = 100))]
        surname: Text,
        #[validate(custom(function = local_name), length(max = 100))]
        given_names: Text,
        #[validate(custom(function = local_name), length(max = 100))]
        patronymic: Text,
        #[validate(custom(function = answered))]
        had_other_name: Answer<bool>,
        #[validate(custom(function = any_name), length(max = 200))]
        former_name: Text,
        #[validate(custom(function = readable))]
        former_name_until: Answer<NaiveDate>,
        #[validate(length(max = 200))]
        former_name_reason: Text,
        #[validate(custom(function = answered))]
        sex: Answer<Sex>,
        #[validate(custom(function = answered))]
        birth_country: Answer<Country>,
        #[validate(length(max = 100))]
        birth_region: Text,
        #[validate(custom(function = filled), length(max = 100))]
        birth_place: Text,
        #[validate(custom(function = readable))]
        last_citizenship: Answer<Country>,
        #[validate(custom(function = answered))]
        nationality: Answer<Nationality>,
        #[validate(custom(function = iin))]
        iin: Text,
    }
}

impl Step for Person {
    const NAME: StepName = StepName::Person;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        // (reading) The order wants the name and says nothing of its letters: whose papers have Latin ones only may file.
        let names = [("surname", &self.surname), ("given_names", &self.given_names), ("patronymic", &self.patronymic)];
        for (field, _) in names.into_iter().filter(|(_, name)| has_latin(name)) {
            found.advise(field, "name_in_latin");
        }
        if self.had_other_name.yes() {
            found.require("former_name", self.former_name.is_empty());
        }
        if self.former_name_until.given().is_some_and(|until| *until > today) {
            found.add("former_name_until", "future");
        }
    }
}
