//! What the authorities will ask about: LAW.md §1.3, fields 21 to 24.

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::CitizenshipEnd;
use crate::questions;
use crate::validation::{Answer, Findings, Prose, checks::*};

questions! {
    /// Convictions, prosecution, expulsion, administrative liability, former citizenship, earlier applications.
    pub struct History {
        #[validate(custom(function = answered))]
        convicted: Answer<bool>,
        #[validate(length(max = 1000))]
        convicted_details: Prose,
        #[validate(custom(function = answered))]
        prosecuted: Answer<bool>,
        #[validate(length(max = 1000))]
        prosecuted_details: Prose,
        #[validate(custom(function = answered))]
        expelled: Answer<bool>,
        #[validate(custom(function = readable))]
        expelled_on: Answer<NaiveDate>,
        #[validate(custom(function = answered))]
        fined: Answer<bool>,
        #[validate(length(max = 1000))]
        fined_details: Prose,
        #[validate(custom(function = answered))]
        former_citizen: Answer<bool>,
        #[validate(custom(function = readable))]
        citizenship_ended: Answer<CitizenshipEnd>,
        #[validate(custom(function = answered))]
        applied_before: Answer<bool>,
        #[validate(length(max = 1000))]
        applied_before_details: Prose,
    }
}

impl Step for History {
    const NAME: StepName = StepName::History;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        for (asked, field, missing) in [
            (&self.convicted, "convicted_details", self.convicted_details.is_empty()),
            (&self.prosecuted, "prosecuted_details", self.prosecuted_details.is_empty()),
            (&self.expelled, "expelled_on", self.expelled_on.is_blank()),
            (&self.fined, "fined_details", self.fined_details.is_empty()),
            (&self.former_citizen, "citizenship_ended", self.citizenship_ended.is_blank()),
            (&self.applied_before, "applied_before_details", self.applied_before_details.is_empty()),
        ] {
            found.require(field, asked.yes() && missing);
        }
        if self.expelled_on.given().is_some_and(|day| *day > today) {
            found.add("expelled_on", "future");
        }
    }
}
