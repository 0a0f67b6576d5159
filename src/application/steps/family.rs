//! Family: marital status and spouse on one page, each child and each close relative on a small page of its own
//! (LAW.md §1.3, fields 11 to 13).

use chrono::NaiveDate;

use super::situation::OLDEST;
use super::{Record, Step, StepName};
use crate::application::choices::{Country, MaritalStatus, Relation};
use crate::law::facts::age_on;
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
        if let Some(born) = self.spouse_born_on.given() {
            let age = age_on(*born, today);
            if *born > today {
                found.add("spouse_born_on", "future");
            } else if age > OLDEST {
                found.add("spouse_born_on", "too_long_ago");
            } else if age < YOUNGEST_SPOUSE {
                found.advise("spouse_born_on", "spouse_young");
            }
        }
        if self.spouse_applies.yes() && is_citizen(&self.spouse_citizenship) {
            found.add("spouse_applies", "joint_citizen");
        }
    }
    /// Who is not married has no spouse to tell of, whatever stood there before.
    fn idle(&self) -> &'static [&'static str] {
        match self.marital_status.given() {
            Some(MaritalStatus::Single | MaritalStatus::Divorced | MaritalStatus::Widowed) => {
                &["spouse_name", "spouse_born_on", "spouse_citizenship", "spouse_applies"]
            }
            _ => &[],
        }
    }
}

/// (reading) A husband or wife younger than this is a slip of the pen, as far as it goes: it is said, and stops nothing.
const YOUNGEST_SPOUSE: u32 = 14;

/// A citizen needs no permit, and so applies with nobody.
fn is_citizen(country: &Answer<Country>) -> bool {
    country.given().is_some_and(|country| country.code() == "KAZ")
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
            } else if age_on(*born, today) >= 18 {
                found.add("born_on", "child_grown");
            }
        }
        if self.applies_jointly.yes() && is_citizen(&self.citizenship) {
            found.add("applies_jointly", "joint_citizen");
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
