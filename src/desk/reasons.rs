//! Standard reasons: sentences that a clerk picks when something is to be mended, in both languages of the law.

use super::marks::Item;
use crate::law::DocumentKind;
use crate::law::citation::Citation;

/// What a reason can be picked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Any item.
    Anything,
    /// Any step of the questionnaire.
    Answers,
    /// Any paper.
    Papers,
    /// One item.
    Item(Item),
}

impl About {
    /// As stored.
    pub fn code(&self) -> String {
        match self {
            Self::Anything => "any".to_owned(),
            Self::Answers => "answers".to_owned(),
            Self::Papers => "papers".to_owned(),
            Self::Item(item) => item.code(),
        }
    }
    /// Of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "any" => Self::Anything,
            "answers" => Self::Answers,
            "papers" => Self::Papers,
            other => Self::Item(Item::from_code(other)?),
        })
    }
    /// Whether it can be picked for an item.
    pub fn fits(&self, item: Item) -> bool {
        match self {
            Self::Anything => true,
            Self::Answers => matches!(item, Item::Step(_)),
            Self::Papers => matches!(item, Item::Paper(_)),
            Self::Item(own) => *own == item,
        }
    }
}

/// A reason of the office's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardReason {
    /// Id.
    pub id: String,
    /// What it can be picked for.
    pub about: About,
    /// The sentence in Kazakh.
    pub kk: String,
    /// The sentence in Russian.
    pub ru: String,
    /// The provision in Kazakh; may be empty.
    pub citation_kk: String,
    /// The provision in Russian; may be empty.
    pub citation_ru: String,
    /// No longer offered; what was written with it stays.
    pub retired: bool,
}

/// A sentence or a citation may have so many characters.
pub const LONGEST: usize = 500;

impl StandardReason {
    /// The sentence in a language of the law, with the provision behind it.
    pub fn sentence(&self, language: &str) -> String {
        let russian = language == "ru";
        let (words, citation) = if russian { (&self.ru, &self.citation_ru) } else { (&self.kk, &self.citation_kk) };
        if citation.is_empty() { words.clone() } else { format!("{words} ({citation})") }
    }
}

/// The reasons that an office begins with: message id of the sentence, which is its id too; what for; provision.
pub const BUILT_IN: &[(&str, About, Citation)] = {
    use DocumentKind as D;
    const fn of(kind: D) -> About {
        About::Item(Item::Paper(kind))
    }
    &[
        ("reason-unreadable", About::Papers, Citation::Row8List),
        ("reason-not-whole", About::Papers, Citation::Row8List),
        ("reason-another-paper", About::Papers, Citation::Row8List),
        ("reason-no-translation", About::Papers, Citation::Row8Translation),
        ("reason-translation-not-notarised", About::Papers, Citation::Row8Translation),
        ("reason-not-legalised", About::Papers, Citation::Row8Legalisation),
        ("reason-paper-stale", About::Papers, Citation::Row8Validity),
        ("reason-name-differs", About::Papers, Citation::Row8List),
        ("reason-passport-runs-out", of(D::Passport), Citation::Row8Item2),
        ("reason-sum-too-small", of(D::Solvency), Citation::Row8Item3),
        ("reason-housing-too-short", of(D::Housing), Citation::Row8Item6),
        ("reason-housing-not-notarised", of(D::Housing), Citation::Row8Item6),
        ("reason-photo-unfit", of(D::Photo), Citation::Row8Item8),
        ("reason-fee-short", of(D::StateFee), Citation::Tax666),
        ("reason-answer-missing", About::Answers, Citation::Row8Item1),
        ("reason-answer-differs", About::Answers, Citation::Row8Item1),
        ("reason-answer-unclear", About::Answers, Citation::Row8Item1),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::steps::StepName;

    #[test]
    fn a_reason_fits_what_it_is_about() {
        let (passport, contacts) = (Item::Paper(DocumentKind::Passport), Item::Step(StepName::Contacts));
        for (about, fits) in [
            (About::Anything, [true, true]),
            (About::Papers, [true, false]),
            (About::Answers, [false, true]),
            (About::Item(passport), [true, false]),
            (About::Item(Item::Paper(DocumentKind::Photo)), [false, false]),
        ] {
            assert_eq!([about.fits(passport), about.fits(contacts)], fits, "{about:?}");
        }
    }
}
