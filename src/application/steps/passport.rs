//! The passport, or a stateless person's document (order 642, row 8, item 2).

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::{Country, PassportKind};
use crate::documents::freshness::{Stage, passport_until};
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// LAW.md §1.3, field 10.
    pub struct Passport {
        #[validate(custom(function = answered))]
        kind: Answer<PassportKind>,
        #[validate(custom(function = filled), custom(function = paper_number), length(max = 40))]
        number: Text,
        #[validate(custom(function = answered))]
        country: Answer<Country>,
        #[validate(custom(function = filled), length(max = 200))]
        issuer: Text,
        #[validate(custom(function = answered))]
        issued_on: Answer<NaiveDate>,
        #[validate(custom(function = answered))]
        expires_on: Answer<NaiveDate>,
    }
}

impl Step for Passport {
    const NAME: StepName = StepName::Passport;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if self.issued_on.given().is_some_and(|issued| *issued > today) {
            found.add("issued_on", "future");
        }
        if let Some(expires) = self.expires_on.given() {
            if self.issued_on.given().is_some_and(|issued| issued >= expires) {
                found.add("expires_on", "expires_before_issue");
            } else if !crate::law::terms::passport_outlives(today, *expires) {
                found.add_with("expires_on", "passport_short", "until", today + chrono::Duration::days(181));
            } else {
                let until = passport_until(*expires);
                if Stage::on(today, until).warns() {
                    found.advise_with("expires_on", "passport_soon", "until", until);
                }
            }
        }
    }
}
