//! The marks of a review: each item of a case is right, to be mended, or does not apply. Unfinished marks are kept, and a
//! mark that was made on other content than what stands there now is told apart.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;

use crate::application::office::Remark;
use crate::application::status::codes;
use crate::application::steps::{Shape, StepName};
use crate::application::submission::{frozen_paper, sha256_hex};
use crate::application::{Actor, Answers, Application};
use crate::documents::Paper;
use crate::law::DocumentKind;
use crate::law::switches::Switches;

codes! {
    /// What the clerk says of an item.
    Verdict {
        /// It agrees with the papers.
        Right = "right",
        /// The applicant is to mend it.
        Mend = "mend",
        /// It has nothing to say in this case.
        NotApplicable = "not_applicable",
    }
}

/// What is marked: the answers of a step, or a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Answers.
    Step(StepName),
    /// A paper with its files.
    Paper(DocumentKind),
}

impl Item {
    /// `step-contacts`, `paper-passport`: as stored, and where it stands on the page of the case.
    pub fn code(self) -> String {
        match self {
            Self::Step(step) => format!("step-{}", step.code()),
            Self::Paper(kind) => format!("paper-{}", kind.code()),
        }
    }
    /// The item of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once('-')? {
            ("step", step) => StepName::from_code(step).map(Self::Step),
            ("paper", kind) => kind.parse().ok().map(Self::Paper),
            _ => None,
        }
    }
    /// The item that a remark is on.
    pub fn of_remark(remark: &Remark) -> Option<Self> {
        let document = remark.document.as_deref().and_then(|code| code.parse().ok());
        document.map(Self::Paper).or_else(|| StepName::from_code(&remark.step).map(Self::Step))
    }
    /// Message id of its name for the applicant.
    pub fn own_label(self) -> String {
        match self {
            Self::Step(step) => format!("step-{}", step.code()),
            Self::Paper(kind) => format!("document-{}", kind.code()),
        }
    }
    /// Message id of its name at the desk.
    pub fn label(self) -> String {
        match self {
            Self::Step(step) => super::title::of_step(step.code()),
            Self::Paper(_) => self.own_label(),
        }
    }
    /// The items of a case in the order in which a clerk goes through them: answers, then papers in the law's order, then
    /// papers that were given although they are not asked.
    pub fn of(application: &Application, today: NaiveDate, switches: &Switches) -> Vec<Self> {
        let steps = application.answers.asked_steps(application.filing_day(today));
        let steps = steps.into_iter().filter(|step| step.form().shape != Shape::Papers).map(Self::Step);
        let asked = application.requirements(today, switches);
        let asked: Vec<DocumentKind> = asked.iter().filter(|one| one.rule.files).map(|one| one.kind).collect();
        let given = application.papers.iter().filter(|paper| !paper.files.is_empty() && !asked.contains(&paper.kind));
        let papers = asked.iter().copied().chain(given.map(|paper| paper.kind));
        steps.chain(papers.map(Self::Paper)).collect()
    }
    /// What the applicant was already asked to mend here.
    pub fn remarks(self, application: &Application) -> Vec<&str> {
        self.texts(&application.office.remarks)
    }
    /// What the applicant was asked to mend here before the last filing.
    pub fn mended(self, application: &Application) -> Vec<&str> {
        self.texts(&application.office.mended)
    }
    fn texts(self, remarks: &[Remark]) -> Vec<&str> {
        remarks.iter().filter(|one| Self::of_remark(one) == Some(self)).map(|one| one.text.as_str()).collect()
    }
    /// A remark on this item.
    pub fn remark(self, text: String) -> Remark {
        match self {
            Self::Step(step) => Remark { step: step.code().to_owned(), document: None, text },
            Self::Paper(kind) => {
                let step = if kind == DocumentKind::Photo { StepName::Photograph } else { StepName::Documents };
                Remark { step: step.code().to_owned(), document: Some(kind.code().to_owned()), text }
            }
        }
    }
    /// SHA-256 of what stands there: a mark holds it, and so knows when it has grown old.
    pub fn content(self, answers: &Answers, papers: &[Paper]) -> String {
        let there = match self {
            Self::Step(step) => json!(answers.body(step)),
            Self::Paper(kind) => json!(papers.iter().find(|paper| paper.kind == kind).map(frozen_paper)),
        };
        sha256_hex(there.to_string().as_bytes())
    }
}

/// A mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// On what.
    pub item: Item,
    /// What was said; none while the mark is only begun, with a note.
    pub verdict: Option<Verdict>,
    /// Why, for colleagues; of an item to be mended it becomes the remark.
    pub note: String,
    /// SHA-256 of what stood there (see [`Item::content`]).
    pub content: String,
    /// By whom.
    pub officer: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// A note may have so many characters, as a remark may.
pub const LONGEST_NOTE: usize = 2_000;

/// By what a page knows whether anything was said on it: the same for the same verdict and note.
pub fn stamp(verdict: Option<Verdict>, note: &str) -> String {
    let note = note.trim().replace('\r', "");
    sha256_hex(format!("{}\n{note}", verdict.map_or("", Verdict::code)).as_bytes())
}

impl Mark {
    /// Whether what was marked still stands there.
    pub fn is_current(&self, application: &Application) -> bool {
        self.content == self.item.content(&application.answers, &application.papers)
    }
    /// Whether it says something of what stands there.
    pub fn holds(&self, application: &Application) -> bool {
        self.verdict.is_some() && self.is_current(application)
    }
}

/// How far a review has come: items with a mark that holds, and all items.
pub fn progress(items: &[Item], marks: &[Mark], application: &Application) -> (usize, usize) {
    let marked = |item: &&Item| marks.iter().any(|mark| mark.item == **item && mark.holds(application));
    (items.iter().filter(marked).count(), items.len())
}

/// The first item after this one without a mark that holds; from the beginning when there is none after it.
pub fn next_unmarked(items: &[Item], marks: &[Mark], application: &Application, after: Item) -> Option<Item> {
    let open = |item: &&Item| !marks.iter().any(|mark| mark.item == **item && mark.holds(application));
    let at = items.iter().position(|item| *item == after).map_or(0, |at| at + 1);
    items[at..].iter().find(open).or_else(|| items[..at].iter().find(open)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Code, Number};

    fn application() -> Application {
        let mut chance = rand::rng();
        let hash = Code::random(&mut chance).hash(b"key");
        Application::begin("1".to_owned(), Number::random(&mut chance), hash, "kk", DateTime::UNIX_EPOCH)
    }

    fn mark(application: &Application, item: Item) -> Mark {
        Mark {
            item,
            verdict: Some(Verdict::Right),
            note: String::new(),
            content: item.content(&application.answers, &application.papers),
            officer: Actor::Applicant,
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn codes_lead_back_to_their_items() {
        for item in [Item::Step(StepName::Contacts), Item::Paper(DocumentKind::Passport)] {
            assert_eq!(Item::from_code(&item.code()), Some(item));
        }
        for code in ["", "step", "step-nothing", "paper-nothing", "other-passport"] {
            assert_eq!(Item::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn a_mark_that_is_only_begun_counts_for_none() {
        let application = application();
        let contacts = Item::Step(StepName::Contacts);
        let begun = Mark { verdict: None, note: "so far".to_owned(), ..mark(&application, contacts) };
        assert_eq!(progress(&[contacts], &[begun], &application), (0, 1));
    }

    #[test]
    fn a_mark_grows_old_when_what_it_is_about_changes() {
        let mut application = application();
        let (contacts, passport) = (Item::Step(StepName::Contacts), Item::Paper(DocumentKind::Passport));
        let items = [contacts, passport];
        let marks = [mark(&application, contacts), mark(&application, passport)];
        assert_eq!(progress(&items, &marks, &application), (2, 2));
        assert_eq!(next_unmarked(&items, &marks, &application, contacts), None);

        let body = serde_json::from_value(json!({"phone": "+77001112233"})).unwrap();
        application.answers.put(StepName::Contacts, body);
        assert_eq!(progress(&items, &marks, &application), (1, 2));
        assert_eq!(next_unmarked(&items, &marks, &application, passport), Some(contacts), "from the beginning again");
    }
}
