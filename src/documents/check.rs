//! What is wrong with a paper: no file, no date, stale, untranslated, not legalised.

use chrono::NaiveDate;

use super::file::FileRole;
use super::freshness::Stage;
use super::pair::{Legalised, Pair, Translated};
use super::scan::any_infected;
use super::{Details, Legalisation, Paper, StoredFile};
use crate::law::DocumentKind;
use crate::law::documents::DocumentRule;
use crate::law::legalisation::Sureness;
use crate::law::terms::{self, PaperAge};
use crate::validation::{Findings, check_questions};

/// Checks one paper on the day of filing. Places: step `documents` (or `photograph`), item = the document's code.
pub fn check_paper(paper: &Paper, rule: &DocumentRule, today: NaiveDate) -> Findings {
    let step = if paper.kind == DocumentKind::Photo { "photograph" } else { "documents" };
    let mut found = Findings::of_item(step, paper.kind.code());
    let mut typed = found.clone();
    check_questions(&paper.details, &mut typed);
    let asked = Details::asked(rule);
    let is_asked = |field: Option<&str>| field.is_some_and(|field| asked.contains(&field));
    typed.into_iter().filter(|one| is_asked(one.place.field.as_deref())).for_each(|one| found.put(one));
    let has = |role| paper.files.iter().any(|file| file.role == role);
    // Before all else: whatever is missing beside it, this file has to go.
    for (role, field) in [(FileRole::Paper, "files"), (FileRole::Translation, "translation")] {
        // What a photograph was cut from goes as the photograph goes.
        let here = |file: &&StoredFile| match file.role {
            FileRole::Translation => role == FileRole::Translation,
            FileRole::Paper | FileRole::Original | FileRole::Preview => role == FileRole::Paper,
        };
        if any_infected(paper.files.iter().filter(here)) {
            found.add(field, "file_infected");
        }
    }
    if !has(FileRole::Paper) {
        found.add("files", "file_missing");
    }
    if rule.max_age_days.is_some() {
        match paper.details.issued_on.given() {
            None => found.require("issued_on", paper.details.issued_on.is_blank()),
            Some(issued_on) => match terms::paper_fresh(today, *issued_on) {
                PaperAge::Fresh if rule.age_stops => {
                    let until = terms::good_until(*issued_on);
                    if Stage::on(today, until).warns() {
                        found.advise_with("issued_on", "paper_soon", "until", until);
                    }
                }
                PaperAge::Stale if !rule.age_stops => found.advise("issued_on", "proof_old"),
                PaperAge::Stale => found.add_with("issued_on", "paper_stale", "until", terms::good_until(*issued_on)),
                PaperAge::Future => found.add("issued_on", "future"),
                PaperAge::Fresh => {}
            },
        }
    }
    if rule.may_be_foreign {
        found.require("issued_in", asked.contains(&"issued_in") && paper.details.issued_in.is_blank());
        found.require("language", paper.details.language.is_blank());
        if let Some(pair) = Pair::of(paper, rule) {
            beside(pair, paper, &mut found);
        }
    }
    // As the page has them: first what is asked, then the files.
    found.in_order_of(&[asked, &["files", "translation"]].concat())
}

/// What is missing, or not sure, beside a paper from elsewhere.
fn beside(pair: Pair, paper: &Paper, found: &mut Findings) {
    match pair.translation {
        Translated::Missing => found.add("translated", "translation_missing"),
        Translated::Promised => found.add("translation", "translation_file_missing"),
        Translated::Unknown | Translated::NotNeeded | Translated::Beside => {}
    }
    match pair.legalisation {
        Legalised::Missing | Legalised::MaybeSpared(_) => {
            found.require("legalisation", paper.details.legalisation.is_blank());
            if paper.details.legalisation.given() == Some(&Legalisation::NotYet) {
                match pair.legalisation {
                    Legalised::MaybeSpared(Sureness::Inferred) => found.add("legalisation", "not_legalised_treaty"),
                    _ => found.add("legalisation", "not_legalised"),
                }
            }
        }
        Legalised::Treaty(Sureness::Inferred) => found.advise("legalisation", "treaty_unsure"),
        Legalised::Treaty(Sureness::NotNamed) => found.advise("legalisation", "treaty_not_named"),
        Legalised::Unlikely => found.advise("legalisation", "treaty_unlikely"),
        Legalised::Unknown | Legalised::NotNeeded | Legalised::Apostille | Legalised::Consular => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Format, ScanState};
    use crate::validation::Answer;

    fn paper(roles: &[FileRole]) -> Paper {
        let details = Details {
            issued_in: Answer::read("UZB"),
            language: Answer::read("uz"),
            translated: Answer::Given(true),
            ..Details::default()
        };
        let file = |role: &FileRole| StoredFile {
            id: role.code().to_owned(),
            name: "a.pdf".to_owned(),
            role: *role,
            format: Format::Pdf,
            size: 1,
            sha256: String::new(),
            at: Default::default(),
            taken_on: None,
            pages: Some(1),
            scan: ScanState::Clean,
        };
        Paper { kind: DocumentKind::Passport, details, files: roles.iter().map(file).collect() }
    }

    #[test]
    fn a_translation_that_is_promised_must_be_there_beside_the_paper() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 10).unwrap();
        for (roles, expected) in [
            (&[FileRole::Paper, FileRole::Translation][..], None),
            (&[FileRole::Paper][..], Some("translation_file_missing")),
            (&[FileRole::Translation][..], Some("file_missing")),
        ] {
            let found = check_paper(&paper(roles), DocumentKind::Passport.rule(), day);
            assert_eq!(found.iter().map(|finding| finding.code.as_str()).next(), expected);
        }
    }

    #[test]
    fn what_is_missing_is_told_in_the_order_of_the_page() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 10).unwrap();
        let fields = |kind: DocumentKind| {
            let found = check_paper(&Paper::empty(kind), kind.rule(), day);
            found.into_iter().filter_map(|one| one.place.field).collect::<Vec<_>>()
        };
        assert_eq!(fields(DocumentKind::CriminalRecord), ["issued_on", "issued_in", "language", "files"]);
        assert_eq!(fields(DocumentKind::Passport), ["language", "files"]);
        assert_eq!(fields(DocumentKind::Housing), ["files"]);
    }

    #[test]
    fn an_infected_file_stops_and_one_that_waits_does_not() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 10).unwrap();
        let both = [FileRole::Paper, FileRole::Translation];
        for (at, state, expected) in [
            (0, ScanState::Infected, Some(("files", "file_infected"))),
            (1, ScanState::Infected, Some(("translation", "file_infected"))),
            (0, ScanState::Waiting, None),
            (0, ScanState::NotScanned, None),
        ] {
            let mut paper = paper(&both);
            paper.files[at].scan = state;
            let found = check_paper(&paper, DocumentKind::Passport.rule(), day);
            let first = found.iter().next().map(|one| (one.place.field.as_deref().unwrap_or_default(), &*one.code));
            assert_eq!(first, expected);
        }
    }
}
