//! Why a move was not made: codes; `denied-{code}` in the locales is the sentence.

use chrono::NaiveDate;

use super::status::{Move, Status};
use crate::validation::Findings;

/// Why the business says no.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Denied {
    /// The table of moves does not have it.
    #[error("move {doing:?} is not allowed from {from:?}")]
    Move {
        /// Where the application stands.
        from: Status,
        /// What was tried.
        doing: Move,
    },
    /// Something must be mended first.
    #[error("the application has findings that stop it")]
    Findings(Findings),
    /// The page is not among those to be mended.
    #[error("this item is closed")]
    Closed,
    /// No positive answer of national security.
    #[error("national security has not agreed")]
    SecurityMissing,
    /// The act may not be signed yet.
    #[error("not before {0}")]
    TooEarly(NaiveDate),
    /// A refusal needs a ground.
    #[error("no ground was chosen")]
    NoGround,
    /// The ground cannot be used against this person.
    #[error("the ground cannot be used")]
    GroundUnusable,
    /// Reasons are missing.
    #[error("no reasons were given")]
    NoReasons,
    /// Nothing was named.
    #[error("nothing was named")]
    NothingNamed,
    /// Not every original was ticked.
    #[error("not every original was compared")]
    OriginalsMissing,
    /// The calendar does not know the year.
    #[error("the calendar of working days does not know the year")]
    UnknownYear,
    /// Prepared and decided by the same person.
    #[error("prepared by the same person")]
    SamePerson,
    /// Too many files or bytes.
    #[error("too much")]
    TooMuch,
    /// A date that cannot be.
    #[error("the date cannot be")]
    BadDate,
    /// An answer to a question that was not asked.
    #[error("no approval of that kind was asked for")]
    NotAsked,
    /// The file is in quarantine until it is scanned.
    #[error("the file waits for the scanner")]
    FileWaiting,
    /// The scanner found something in the file.
    #[error("the file is infected")]
    FileInfected,
    /// The file could not be made into pictures.
    #[error("the file could not be drawn")]
    FileNotDrawn,
    /// Files of the application still wait for the scanner.
    #[error("files wait for the scanner")]
    FilesWaiting,
}

impl Denied {
    /// Message id is `denied-{code}`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Move { .. } => "move",
            Self::Findings(_) => "findings",
            Self::Closed => "closed",
            Self::SecurityMissing => "security_missing",
            Self::TooEarly(_) => "too_early",
            Self::NoGround => "no_ground",
            Self::GroundUnusable => "ground_unusable",
            Self::NoReasons => "no_reasons",
            Self::NothingNamed => "nothing_named",
            Self::OriginalsMissing => "originals_missing",
            Self::UnknownYear => "unknown_year",
            Self::SamePerson => "same_person",
            Self::TooMuch => "too_much",
            Self::BadDate => "bad_date",
            Self::NotAsked => "not_asked",
            Self::FileWaiting => "file_waiting",
            Self::FileInfected => "file_infected",
            Self::FileNotDrawn => "file_not_drawn",
            Self::FilesWaiting => "files_waiting",
        }
    }
    /// Every code.
    pub const CODES: &'static [&'static str] = &[
        "move",
        "findings",
        "closed",
        "security_missing",
        "too_early",
        "no_ground",
        "ground_unusable",
        "no_reasons",
        "nothing_named",
        "originals_missing",
        "unknown_year",
        "same_person",
        "too_much",
        "bad_date",
        "not_asked",
        "file_waiting",
        "file_infected",
        "file_not_drawn",
        "files_waiting",
    ];
}
