//! What is wrong with a paper: no file, no date, stale, untranslated, not legalised.

use chrono::NaiveDate;

use super::Paper;
use crate::law::DocumentKind;
use crate::law::documents::DocumentRule;
use crate::law::terms::{self, PaperAge};
use crate::validation::{Findings, check_questions};

/// Checks one paper on the day of filing. Places: step `documents` (or `photograph`), item = the document's code.
pub fn check_paper(paper: &Paper, rule: &DocumentRule, today: NaiveDate) -> Findings {
    let step = if paper.kind == DocumentKind::Photo { "photograph" } else { "documents" };
    let mut found = Findings::of_item(step, paper.kind.code());
    check_questions(&paper.details, &mut found);
    if paper.files.is_empty() {
        found.add("files", "file_missing");
    }
    if rule.max_age_days.is_some() {
        match paper.details.issued_on.given() {
            None => found.require("issued_on", paper.details.issued_on.is_blank()),
            Some(issued_on) => match terms::paper_fresh(today, *issued_on) {
                PaperAge::Fresh => {}
                PaperAge::Stale => found.add_with("issued_on", "paper_stale", "until", terms::good_until(*issued_on)),
                PaperAge::Future => found.add("issued_on", "future"),
            },
        }
    }
    if rule.may_be_foreign {
        found.require("issued_in", paper.details.issued_in.is_blank());
        found.require("language", paper.details.language.is_blank());
        if paper.details.needs_translation() && !paper.details.translated.yes() {
            found.add("translated", "translation_missing");
        }
        // A passport is valid everywhere as it is.
        if paper.details.is_foreign() && paper.kind != DocumentKind::Passport {
            match paper.details.legalisation.given() {
                None => found.require("legalisation", paper.details.legalisation.is_blank()),
                Some(super::Legalisation::Treaty) if !paper.details.treaty_country() => {
                    found.advise("legalisation", "treaty_unlikely");
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// Until when a paper is fresh, if it is of the kind that ages and its date of issue is known.
pub fn good_until(paper: &Paper, rule: &DocumentRule) -> Option<NaiveDate> {
    rule.max_age_days?;
    paper.details.issued_on.given().map(|issued_on| terms::good_until(*issued_on))
}
