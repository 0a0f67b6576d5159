//! How and why you came: LAW.md §1.3, fields 16, 17 and 20.

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::{Country, Visa};
use crate::questions;
use crate::validation::{Answer, Findings, Prose, Text, checks::*};

questions! {
    /// Arrival, visa, purpose, the last address abroad.
    pub struct Arrival {
        #[validate(custom(function = answered))]
        arrived_on: Answer<NaiveDate>,
        #[validate(custom(function = answered))]
        visa: Answer<Visa>,
        #[validate(custom(function = paper_number), length(max = 40))]
        visa_number: Text,
        #[validate(custom(function = readable))]
        visa_from: Answer<NaiveDate>,
        #[validate(custom(function = readable))]
        visa_until: Answer<NaiveDate>,
        #[validate(custom(function = filled), length(max = 1000))]
        purpose: Prose,
        #[validate(custom(function = filled), length(max = 2000))]
        reason: Prose,
        #[validate(custom(function = answered))]
        abroad_country: Answer<Country>,
        #[validate(custom(function = filled), length(max = 300))]
        abroad_address: Text,
    }
}

impl Step for Arrival {
    const NAME: StepName = StepName::Arrival;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if self.arrived_on.given().is_some_and(|arrived| *arrived > today) {
            found.add("arrived_on", "future");
        }
        if self.visa.given().is_some_and(Visa::is_a_visa) {
            found.require("visa_number", self.visa_number.is_empty());
            found.require("visa_until", self.visa_until.is_blank());
        }
        if let (Some(arrived), Some(until)) = (self.arrived_on.given(), self.visa_until.given())
            && until < arrived
        {
            found.add_days("visa_until", "visa_before_arrival", [("until", *until), ("arrived", *arrived)]);
        }
        if let (Some(from), Some(until)) = (self.visa_from.given(), self.visa_until.given())
            && from > until
        {
            found.add("visa_until", "until_before_from");
        }
    }
    /// Who came without a visa has none to tell of, whatever stood there before.
    fn idle(&self) -> &'static [&'static str] {
        match self.visa.given() {
            Some(visa) if !visa.is_a_visa() => &["visa_number", "visa_from", "visa_until"],
            _ => &[],
        }
    }
}
