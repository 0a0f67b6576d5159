//! Who acts for a minor or an incapable person, and by which paper (order 642, row 8, opening words).

use chrono::NaiveDate;

use super::situation::OLDEST;
use super::{Step, StepName};
use crate::application::choices::{Country, RepresentativeRole};
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// Parent, guardian or trustee.
    pub struct Representative {
        #[validate(custom(function = answered))]
        role: Answer<RepresentativeRole>,
        #[validate(custom(function = filled), custom(function = any_name), length(max = 100))]
        surname: Text,
        #[validate(custom(function = filled), custom(function = any_name), length(max = 100))]
        given_names: Text,
        #[validate(custom(function = any_name), length(max = 100))]
        patronymic: Text,
        #[validate(custom(function = answered))]
        born_on: Answer<NaiveDate>,
        #[validate(custom(function = readable))]
        citizenship: Answer<Country>,
        #[validate(custom(function = iin))]
        iin: Text,
        #[validate(custom(function = filled), custom(function = paper_number), length(max = 40))]
        paper_number: Text,
        #[validate(custom(function = filled), custom(function = phone), length(max = 30))]
        phone: Text,
        #[validate(custom(function = filled), length(max = 200))]
        authority: Text,
        #[validate(custom(function = readable))]
        authority_issued_on: Answer<NaiveDate>,
    }
}

impl Step for Representative {
    const NAME: StepName = StepName::Representative;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if let Some(born) = self.born_on.given() {
            if *born > today {
                found.add("born_on", "future");
            } else if crate::law::facts::age_on(*born, today) > OLDEST {
                found.add("born_on", "too_long_ago");
            } else if crate::law::facts::age_on(*born, today) < 18 {
                found.add("born_on", "representative_age");
            }
        }
        if self.authority_issued_on.given().is_some_and(|issued| *issued > today) {
            found.add("authority_issued_on", "future");
        }
    }
}
