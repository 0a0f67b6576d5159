//! What has to lie beside a paper that comes from elsewhere: its translation, and the apostille or legalisation on it
//! (order 642, row 8; law on notaries, art. 80). What is still asked for, what is there, what a treaty may spare.

use super::file::FileRole;
use super::{Details, Legalisation, Paper};
use crate::law::DocumentKind;
use crate::law::documents::DocumentRule;
use crate::law::legalisation::{Sureness, spared};

/// How a paper's translation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translated {
    /// Its language is not told yet.
    Unknown,
    /// It is in Kazakh or Russian.
    NotNeeded,
    /// It is needed, and nobody said that there is one.
    Missing,
    /// There is one, but its file was not added.
    Promised,
    /// It lies beside the paper.
    Beside,
}

/// How the apostille or legalisation of a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legalised {
    /// Its country is not told yet.
    Unknown,
    /// It was issued in Kazakhstan, or is a passport. (reading) A passport is valid everywhere as it is; the order makes no
    /// exception for it.
    NotNeeded,
    /// It is needed, and not told yet.
    Missing,
    /// A treaty may spare it; not told yet.
    MaybeSpared(Sureness),
    /// There is an apostille.
    Apostille,
    /// There is a consular legalisation.
    Consular,
    /// The person says that a treaty spares it, and the table has the state.
    Treaty(Sureness),
    /// The person says that a treaty spares it, and the table does not have the state.
    Unlikely,
}

/// Both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The translation.
    pub translation: Translated,
    /// The apostille or legalisation.
    pub legalisation: Legalised,
}

impl Translated {
    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Missing | Self::Promised)
    }
    /// Message id is `pair-translation-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NotNeeded => "not_needed",
            Self::Missing => "missing",
            Self::Promised => "promised",
            Self::Beside => "beside",
        }
    }
}

impl Legalised {
    /// Message id is `pair-legalisation-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NotNeeded => "not_needed",
            Self::Missing => "missing",
            Self::MaybeSpared(Sureness::Inferred) => "maybe_spared",
            Self::MaybeSpared(Sureness::NotNamed) => "maybe_not_named",
            Self::Apostille => "apostille",
            Self::Consular => "consular",
            Self::Treaty(Sureness::Inferred) => "treaty",
            Self::Treaty(Sureness::NotNamed) => "treaty_not_named",
            Self::Unlikely => "unlikely",
        }
    }
}

impl Legalised {
    /// What the pages say beside it where it is not sure; message id is `pair-{code}`.
    pub fn doubt(self) -> Option<&'static str> {
        match self {
            Self::MaybeSpared(Sureness::Inferred) | Self::Treaty(Sureness::Inferred) => Some("unsure"),
            Self::MaybeSpared(Sureness::NotNamed) | Self::Treaty(Sureness::NotNamed) => Some("not_named"),
            _ => None,
        }
    }
    /// Whether something is still to be done, or to be looked at.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Missing | Self::MaybeSpared(_) | Self::Unlikely)
    }
}

impl Pair {
    /// What lies beside a paper; nothing for papers that are issued in Kazakhstan only.
    pub fn of(paper: &Paper, rule: &DocumentRule) -> Option<Self> {
        rule.may_be_foreign.then(|| Self {
            translation: translated(paper),
            legalisation: legalised(&paper.details, paper.kind == DocumentKind::Passport),
        })
    }
    /// Whether there is anything to show: a paper of this country in its languages has nothing beside it.
    pub fn is_worth_showing(self) -> bool {
        !matches!(self.translation, Translated::NotNeeded | Translated::Unknown)
            || !matches!(self.legalisation, Legalised::NotNeeded | Legalised::Unknown)
    }
}

fn translated(paper: &Paper) -> Translated {
    let has_file = paper.files.iter().any(|file| file.role == FileRole::Translation);
    match (paper.details.language.given(), paper.details.needs_translation()) {
        (None, _) => Translated::Unknown,
        (Some(_), false) => Translated::NotNeeded,
        (Some(_), true) if !paper.details.translated.yes() => Translated::Missing,
        (Some(_), true) if !has_file => Translated::Promised,
        (Some(_), true) => Translated::Beside,
    }
}

fn legalised(details: &Details, passport: bool) -> Legalised {
    let Some(country) = details.issued_in.given() else { return Legalised::Unknown };
    if passport || !details.is_foreign() {
        return Legalised::NotNeeded;
    }
    match (details.legalisation.given(), spared(country.code())) {
        (Some(Legalisation::Apostille), _) => Legalised::Apostille,
        (Some(Legalisation::Consular), _) => Legalised::Consular,
        (Some(Legalisation::Treaty), Some(sure)) => Legalised::Treaty(sure),
        (Some(Legalisation::Treaty), None) => Legalised::Unlikely,
        (Some(Legalisation::NotYet) | None, Some(sure)) => Legalised::MaybeSpared(sure),
        (Some(Legalisation::NotYet) | None, None) => Legalised::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Format, ScanState, StoredFile};
    use crate::validation::Answer;

    fn paper(kind: DocumentKind, [country, language, translated, legalisation]: [&str; 4], file: bool) -> Paper {
        let details = Details {
            issued_in: Answer::read(country),
            language: Answer::read(language),
            translated: Answer::read(translated),
            legalisation: Answer::read(legalisation),
            ..Details::default()
        };
        let translation = StoredFile {
            id: "a".to_owned(),
            name: "a.pdf".to_owned(),
            role: FileRole::Translation,
            format: Format::Pdf,
            size: 1,
            sha256: String::new(),
            at: Default::default(),
            taken_on: None,
            pages: None,
            scan: ScanState::Clean,
        };
        Paper { kind, details, files: if file { vec![translation] } else { Vec::new() } }
    }

    #[test]
    fn what_lies_beside_a_paper() {
        use DocumentKind::{CriminalRecord, Passport};
        use Sureness::{Inferred, NotNamed};
        for (kind, said, file, translation, legalisation) in [
            (CriminalRecord, ["", "", "", ""], false, Translated::Unknown, Legalised::Unknown),
            (CriminalRecord, ["KAZ", "kk", "", ""], false, Translated::NotNeeded, Legalised::NotNeeded),
            (CriminalRecord, ["KAZ", "ru", "", ""], false, Translated::NotNeeded, Legalised::NotNeeded),
            (CriminalRecord, ["TUR", "tr", "", ""], false, Translated::Missing, Legalised::Missing),
            (CriminalRecord, ["TUR", "tr", "", "not_yet"], false, Translated::Missing, Legalised::Missing),
            (CriminalRecord, ["TUR", "tr", "no", "apostille"], false, Translated::Missing, Legalised::Apostille),
            (CriminalRecord, ["TUR", "tr", "yes", "apostille"], false, Translated::Promised, Legalised::Apostille),
            (CriminalRecord, ["CHN", "zh", "yes", "consular"], true, Translated::Beside, Legalised::Consular),
            (CriminalRecord, ["CHN", "zh", "yes", "treaty"], true, Translated::Beside, Legalised::Unlikely),
            (CriminalRecord, ["RUS", "ru", "", ""], false, Translated::NotNeeded, Legalised::MaybeSpared(Inferred)),
            (CriminalRecord, ["RUS", "ru", "", "treaty"], false, Translated::NotNeeded, Legalised::Treaty(Inferred)),
            (CriminalRecord, ["UZB", "uz", "", "treaty"], false, Translated::Missing, Legalised::Treaty(Inferred)),
            (CriminalRecord, ["UKR", "uk", "yes", "treaty"], true, Translated::Beside, Legalised::Treaty(NotNamed)),
            (CriminalRecord, ["MDA", "ro", "yes", ""], true, Translated::Beside, Legalised::MaybeSpared(NotNamed)),
            (Passport, ["TUR", "tr", "yes", ""], true, Translated::Beside, Legalised::NotNeeded),
        ] {
            let pair = Pair::of(&paper(kind, said, file), kind.rule()).unwrap();
            assert_eq!((pair.translation, pair.legalisation), (translation, legalisation), "{said:?}");
        }
        assert_eq!(Pair::of(&paper(DocumentKind::Housing, [""; 4], false), DocumentKind::Housing.rule()), None);
    }

    #[test]
    fn a_paper_of_this_country_has_nothing_beside_it() {
        let worth = |said| {
            let kind = DocumentKind::CriminalRecord;
            Pair::of(&paper(kind, said, false), kind.rule()).unwrap().is_worth_showing()
        };
        assert!(!worth(["KAZ", "kk", "", ""]));
        assert!(!worth(["", "", "", ""]));
        assert!(worth(["TUR", "tr", "", ""]));
        assert!(worth(["RUS", "ru", "", "treaty"]));
    }
}
