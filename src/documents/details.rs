//! What is asked about a paper: when, by whom and in which language it was issued, translated and legalised.

use crate::application::choices::{Country, PaperLanguage};
use crate::law::DocumentKind;
use crate::law::documents::DocumentRule;
use crate::validation::{Answer, Text, checks::*};
use crate::{choice, questions};
use chrono::NaiveDate;

choice! {
    /// How a paper issued abroad was made valid here (order 642, row 8; consular statute, item 60).
    Legalisation in "legalisation" {
        Apostille = "apostille", Consular = "consular", Treaty = "treaty", NotYet = "not_yet",
    }
}

questions! {
    /// The boxes on a paper's page. Which of them are asked depends on the document, see [`Details::asked`].
    pub struct Details {
        #[validate(custom(function = paper_number), length(max = 60))]
        number: Text,
        #[validate(custom(function = readable))]
        issued_on: Answer<NaiveDate>,
        #[validate(length(max = 200))]
        issuer: Text,
        #[validate(custom(function = readable))]
        issued_in: Answer<Country>,
        #[validate(custom(function = readable))]
        language: Answer<PaperLanguage>,
        #[validate(custom(function = readable))]
        translated: Answer<bool>,
        #[validate(custom(function = readable))]
        legalisation: Answer<Legalisation>,
    }
}

impl Details {
    /// The boxes of a paper's page, in its order. What a step of the form asks (passport, notary, payment, bank) is not asked
    /// again, and a passport needs no legalisation.
    pub fn asked(rule: &DocumentRule) -> &'static [&'static str] {
        match rule.kind {
            DocumentKind::Questionnaire | DocumentKind::Photo | DocumentKind::Housing | DocumentKind::StateFee => &[],
            DocumentKind::Passport => &["language", "translated"],
            DocumentKind::Solvency => &["number", "issued_on"],
            _ if rule.may_be_foreign => {
                &["number", "issued_on", "issuer", "issued_in", "language", "translated", "legalisation"]
            }
            _ => &["number", "issued_on", "issuer"],
        }
    }
    /// Whether the paper is in a language that needs a translation (order 642, row 8: into Kazakh or Russian).
    pub fn needs_translation(&self) -> bool {
        self.language.given().is_some_and(|language| !matches!(language.code(), "kk" | "ru"))
    }
    /// Whether the paper comes from abroad.
    pub fn is_foreign(&self) -> bool {
        self.issued_in.given().is_some_and(|country| country.code() != "KAZ")
    }
}
