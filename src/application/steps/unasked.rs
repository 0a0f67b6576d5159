//! Questions that answers of other pages, or the age, have made void: they are not put to this person.
//!
//! Appendix 4 has one form for everybody, and says at such a question who answers it. Whoever need not is spared it;
//! what stands there already stays, and stays in sight.

use chrono::NaiveDate;

use super::{Person, Situation, StepName};
use crate::application::Answers;
use crate::application::choices::{Ground, Sex, StayBasis};
use crate::law::documents::{HousingForm, housing_form};

/// What a parent or guardian is asked for the sake of a minor (order 642, row 8: papers of those under 18).
pub const OF_MINORS: [&str; 3] = ["arrived_with_parent", "representative_resident", "other_parent_abroad"];

/// Names of the questions of a step that are void.
pub fn unasked(answers: &Answers, step: StepName, today: NaiveDate) -> Vec<&'static str> {
    match step {
        StepName::Situation => answers.page::<Situation>().unasked(today),
        // The last citizenship is of those who have none now.
        StepName::Person if answers.page::<Situation>().stateless.no() => vec!["last_citizenship"],
        // The convention of 1957 is on the nationality of married women.
        StepName::Family if answers.page::<Person>().sex.given() == Some(&Sex::Male) => vec!["citizenship_by_marriage"],
        // The list of professions is of those who apply by it.
        StepName::Education if !by_profession(&answers.page()) => vec!["in_demand", "occupation_group"],
        // Whoever confirms solvency brings a contract: there is nothing to choose.
        StepName::Residence
            if answers.facts(today).is_some_and(|facts| housing_form(&facts) == HousingForm::Contract) =>
        {
            vec!["paper"]
        }
        _ => Vec::new(),
    }
}

fn by_profession(situation: &Situation) -> bool {
    situation.basis.given() == Some(&StayBasis::InDemandVisa) || situation.grounds.has(&Ground::InDemandProfession)
}

impl Situation {
    /// The same of the first page, which is also asked of those who have no application yet.
    pub fn unasked(&self, today: NaiveDate) -> Vec<&'static str> {
        let grown = self.born_on.given().is_some_and(|born| *born <= today) && !self.minor(today);
        let minors = if grown { &OF_MINORS[..] } else { &[] };
        let papers = self.stateless.no().then_some("stateless_without_papers");
        minors.iter().copied().chain(papers).collect()
    }
}
