//! Where you will live, and who provides the housing (order 642, row 8, item 6; LAW.md §1.3, field 19).

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::{HousingPaper, HousingProvider, Region};
use crate::law::documents::HousingForm;
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// Intended address, provider, the notarised paper.
    pub struct Residence {
        #[validate(custom(function = answered))]
        same_address: Answer<bool>,
        #[validate(custom(function = readable))]
        region: Answer<Region>,
        #[validate(length(max = 100))]
        locality: Text,
        #[validate(length(max = 150))]
        street: Text,
        #[validate(length(max = 20))]
        house: Text,
        #[validate(length(max = 20))]
        flat: Text,
        #[validate(custom(function = readable))]
        provider: Answer<HousingProvider>,
        #[validate(length(max = 200))]
        provider_name: Text,
        #[validate(custom(function = iin_or_bin))]
        provider_number: Text,
        #[validate(custom(function = readable))]
        paper: Answer<HousingPaper>,
        #[validate(custom(function = readable))]
        notarised_on: Answer<NaiveDate>,
        #[validate(length(max = 150))]
        notary: Text,
        #[validate(custom(function = paper_number), length(max = 40))]
        notarial_number: Text,
        #[validate(custom(function = readable))]
        registered_days: Answer<i64>,
    }
}

/// Permanent registration must be promised for at least this many calendar days (order 642, row 8, item 6).
pub const LEAST_DAYS: i64 = 180;

impl Step for Residence {
    const NAME: StepName = StepName::Residence;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if self.same_address.no() {
            found.require("region", self.region.is_blank());
            found.require("locality", Region::lacks(self.region.given(), &self.locality));
            found.require("street", self.street.is_empty());
            found.require("house", self.house.is_empty());
        }
        if self.notarised_on.given().is_some_and(|day| *day > today) {
            found.add("notarised_on", "future");
        }
        if self.registered_days.given().is_some_and(|days| *days < LEAST_DAYS) {
            found.add_with("registered_days", "at_least", "min", LEAST_DAYS);
        }
    }
}

impl Residence {
    /// What must be filled by those of whom a paper on housing is asked: the general and the minor's route. Which paper it is
    /// says only who may bring either.
    pub fn housed(&self, form: HousingForm, found: &mut Findings) {
        found.require("provider", self.provider.is_blank());
        if let Some(HousingProvider::Person | HousingProvider::Organisation) = self.provider.given() {
            found.require("provider_name", self.provider_name.is_empty());
            found.require("paper", self.paper.is_blank() && form == HousingForm::ContractOrStatement);
            found.require("registered_days", self.registered_days.is_blank());
        }
        if form == HousingForm::Contract && self.paper.given() == Some(&HousingPaper::Statement) {
            found.add("paper", "contract_needed");
        }
    }
}
