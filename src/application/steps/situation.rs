//! Your situation: the few answers that decide the route, the papers and the later questions (order 642, row 8).

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::{Country, Ground, StayBasis};
use crate::law::Facts;
use crate::law::facts::Grounds;
use crate::questions;
use crate::validation::{Answer, Choices, Findings, checks::*};

questions! {
    /// Answers that the rules ask (RULES.md §1).
    pub struct Situation {
        #[validate(custom(function = answered))]
        born_on: Answer<NaiveDate>,
        #[validate(custom(function = answered))]
        stateless: Answer<bool>,
        #[validate(custom(function = readable))]
        stateless_without_papers: Answer<bool>,
        #[validate(custom(function = readable))]
        citizenship: Answer<Country>,
        #[validate(custom(function = answered))]
        basis: Answer<StayBasis>,
        grounds: Choices<Ground>,
        #[validate(custom(function = readable))]
        refugee: Answer<bool>,
        #[validate(custom(function = answered))]
        citizenship_taken_through_mission: Answer<bool>,
        #[validate(custom(function = readable))]
        permanently_registered: Answer<bool>,
        #[validate(custom(function = answered))]
        incapable: Answer<bool>,
        #[validate(custom(function = readable))]
        children_14_to_17: Answer<i64>,
        #[validate(custom(function = readable))]
        arrived_with_parent: Answer<bool>,
        #[validate(custom(function = readable))]
        representative_resident: Answer<bool>,
        #[validate(custom(function = readable))]
        other_parent_abroad: Answer<bool>,
    }
}

/// Nobody is older than this many years.
pub(super) const OLDEST: u32 = 120;

/// More children of 14 to 17 than this is a slip of the finger.
pub const MOST_CHILDREN: i64 = 20;

impl Step for Situation {
    const NAME: StepName = StepName::Situation;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if let Some(born) = self.born_on.given() {
            if *born > today {
                found.add("born_on", "future");
            } else if crate::law::facts::age_on(*born, today) > OLDEST {
                found.add("born_on", "too_long_ago");
            }
        }
        if self.stateless.no() {
            found.require("citizenship", self.citizenship.is_blank());
            if self.citizenship.given().is_some_and(|country| country.code() == "KAZ") {
                found.add("citizenship", "citizen_of_kazakhstan");
            }
        }
        if self.stateless.yes() {
            found.require("stateless_without_papers", self.stateless_without_papers.is_blank());
        }
        if self.stays_as(StayBasis::None) {
            found.add("basis", "no_basis");
        }
        // What the basis says is not asked a second time; what contradicts it is told.
        let refugee = self.stays_as(StayBasis::Refugee);
        found.require("refugee", self.refugee.is_blank() && !refugee);
        if refugee && self.refugee.no() {
            found.add("basis", "basis_refugee");
        }
        if self.citizenship_taken_through_mission.yes() {
            let resident = self.stays_as(StayBasis::Resident);
            found.require("permanently_registered", self.permanently_registered.is_blank() && !resident);
            if resident && self.permanently_registered.no() {
                found.add("permanently_registered", "basis_resident");
            }
        }
        if self.children_14_to_17.given().is_some_and(|n| *n > MOST_CHILDREN) {
            found.add_with("children_14_to_17", "at_most", "max", MOST_CHILDREN);
        }
        if self.minor(today) {
            found.require("arrived_with_parent", self.arrived_with_parent.is_blank());
            found.require("representative_resident", self.representative_resident.is_blank());
            found.require("other_parent_abroad", self.other_parent_abroad.is_blank());
        }
    }
}

impl Situation {
    /// Whether the applicant is under 18 on that day; an unknown birth counts as an adult.
    pub fn minor(&self, today: NaiveDate) -> bool {
        self.born_on.given().is_some_and(|born| crate::law::facts::age_on(*born, today) < 18)
    }

    fn stays_as(&self, basis: StayBasis) -> bool {
        self.basis.given() == Some(&basis)
    }

    /// The grounds: the one that the basis says already, and those that are ticked.
    pub fn all_grounds(&self) -> Vec<Ground> {
        let said = self.stays_as(StayBasis::AnyVisaEthnicKazakh).then_some(Ground::EthnicKazakh);
        let ticked = self.grounds.iter().copied().filter(|ground| Some(*ground) != said);
        said.into_iter().chain(ticked).collect()
    }

    /// What the rules ask, once the date of birth is known and not in the future.
    ///
    /// Answers that the situation makes void (a citizenship beside "stateless", a minor's answers of an adult)
    /// stay in their boxes and are left out here. What the basis says counts as answered.
    pub fn facts(&self, filed_on: NaiveDate) -> Option<Facts> {
        let born_on = *self.born_on.given().filter(|born| **born <= filed_on)?;
        let minor = self.minor(filed_on);
        let stateless = self.stateless.yes();
        let registered = self.permanently_registered.yes()
            || (self.permanently_registered.is_blank() && self.stays_as(StayBasis::Resident));
        Some(Facts {
            filed_on,
            born_on,
            citizenship: if stateless { None } else { self.citizenship.given().and_then(Country::for_law) },
            grounds: self.all_grounds().into_iter().map(Ground::for_law).collect::<Grounds>(),
            refugee: self.refugee.yes() || (self.refugee.is_blank() && self.stays_as(StayBasis::Refugee)),
            citizenship_taken_through_mission: self.citizenship_taken_through_mission.yes(),
            permanently_registered: self.citizenship_taken_through_mission.yes() && registered,
            arrived_with_parent: minor && self.arrived_with_parent.yes(),
            representative_resident: minor && self.representative_resident.yes(),
            other_parent_abroad: minor && self.other_parent_abroad.yes(),
            incapable: self.incapable.yes(),
            children_14_to_17: self.children_14_to_17.given().copied().unwrap_or(0).clamp(0, MOST_CHILDREN) as u32,
            stateless_without_papers: stateless && self.stateless_without_papers.yes(),
            // Asked on the page of the family, which comes later: `Answers::facts` adds it.
            convention_married_woman: false,
        })
    }
}
