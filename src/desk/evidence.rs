//! What a ground of refusal can rest on: the answers and papers of the case, and what other bodies answered.

use chrono::NaiveDate;

use super::marks::Item;
use crate::application::Application;
use crate::application::office::{Answered, Approver};
use crate::application::refusal::Evidence;
use crate::law::refusal::NEGATIVE_ANSWER;
use crate::law::switches::Switches;

/// A sentence of evidence may have so many characters.
pub const LONGEST: usize = 1_000;

/// Something that can be examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exhibit {
    /// Answers or a paper.
    Item(Item),
    /// What another body answered.
    Approval(Approver),
}

impl Exhibit {
    /// `paper-solvency`, `step-history`, `approval-bank`.
    pub fn code(self) -> String {
        match self {
            Self::Item(item) => item.code(),
            Self::Approval(approver) => format!("approval-{}", approver.code()),
        }
    }
    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.strip_prefix("approval-") {
            Some(approver) => Approver::from_code(approver).map(Self::Approval),
            None => Item::from_code(code).map(Self::Item),
        }
    }
    /// Message id of its name for the applicant.
    pub fn own_label(self) -> String {
        match self {
            Self::Item(item) => item.own_label(),
            Self::Approval(_) => self.label(),
        }
    }
    /// Message id of its name at the desk.
    pub fn label(self) -> String {
        match self {
            Self::Item(item) => item.label(),
            Self::Approval(approver) => format!("approver-{}", approver.code()),
        }
    }
    /// What lies in the case to be examined: answers of other bodies first, then papers, then the person's answers. A body
    /// that did not answer has given nothing to examine.
    pub fn of(application: &Application, today: NaiveDate, switches: &Switches) -> Vec<Self> {
        let spoke = |answer: &Option<Answered>| matches!(answer, Some(Answered::Positive | Answered::Negative));
        let answered = application.office.approvals.iter().filter(|approval| spoke(&approval.answer));
        let answers = answered.map(|approval| Self::Approval(approval.approver));
        let (papers, steps): (Vec<_>, Vec<_>) = Item::of(application, today, switches)
            .into_iter()
            .map(Self::Item)
            .partition(|exhibit| matches!(exhibit, Self::Item(Item::Paper(_))));
        answers.chain(papers).chain(steps).collect()
    }
}

/// Whether each ground rests on something of the case that it can rest on, with a sentence that says what it shows; and
/// nothing is tied to a ground that was not chosen.
pub fn supports(application: &Application, evidence: &[Evidence], grounds: &[String], exhibits: &[Exhibit]) -> bool {
    let is_sound = |one: &Evidence| {
        let lies_there = |exhibit| exhibits.contains(&exhibit) && fits(application, &one.ground, exhibit);
        grounds.contains(&one.ground)
            && !one.shows.trim().is_empty()
            && Exhibit::from_code(&one.item).is_some_and(lies_there)
    };
    evidence.iter().all(is_sound) && grounds.iter().all(|ground| evidence.iter().any(|one| one.ground == *ground))
}

/// Whether a ground can rest on it: that of a negative answer on nothing but such an answer, of a body of the state.
pub fn fits(application: &Application, ground: &str, exhibit: Exhibit) -> bool {
    let refused = |approver: Approver| {
        let mut answers = application.office.approvals.iter().filter(|one| one.approver == approver);
        approver != Approver::Bank && answers.any(|one| one.answer == Some(Answered::Negative))
    };
    ground != NEGATIVE_ANSWER || matches!(exhibit, Exhibit::Approval(approver) if refused(approver))
}

/// Whether a sentence is longer than is taken.
pub fn is_too_long(evidence: &[Evidence]) -> bool {
    evidence.iter().any(|one| one.shows.chars().count() > LONGEST)
}
