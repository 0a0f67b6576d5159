//! How to reach you, and where you live now: the region decides the receiving unit (LAW.md §1.3, fields 18 and 26).

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::{LetterLanguage, Region};
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// Telephone, e-mail, address in Kazakhstan.
    pub struct Contacts {
        #[validate(custom(function = filled), custom(function = phone), length(max = 30))]
        phone: Text,
        #[validate(custom(function = email), length(max = 200))]
        email: Text,
        #[validate(custom(function = answered))]
        letters_in: Answer<LetterLanguage>,
        #[validate(custom(function = answered))]
        region: Answer<Region>,
        #[validate(length(max = 100))]
        district: Text,
        #[validate(length(max = 100))]
        locality: Text,
        #[validate(custom(function = filled), length(max = 150))]
        street: Text,
        #[validate(custom(function = filled), length(max = 20))]
        house: Text,
        #[validate(length(max = 20))]
        flat: Text,
        #[validate(custom(function = postcode))]
        postcode: Text,
    }
}

impl Step for Contacts {
    const NAME: StepName = StepName::Contacts;

    fn together(&self, _today: NaiveDate, found: &mut Findings) {
        found.require("locality", Region::lacks(self.region.given(), &self.locality));
    }
}
