//! Why a move was not made: codes; `denied-{code}` in the locales is the sentence.

use chrono::NaiveDate;

use super::status::{Move, Status};
use crate::law::DocumentKind;
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
    /// The application is registered on this day, and the clock of the procedure has not begun.
    #[error("registered on {0}")]
    NotRegistered(NaiveDate),
    /// A refusal needs a ground.
    #[error("no ground was chosen")]
    NoGround,
    /// The ground cannot be used against this person.
    #[error("the ground cannot be used")]
    GroundUnusable,
    /// A ground rests on nothing that was examined.
    #[error("a ground rests on nothing")]
    NoEvidence,
    /// Reasons are missing.
    #[error("no reasons were given")]
    NoReasons,
    /// The term for an objection is over since this day.
    #[error("the term ended on {0}")]
    TermOver(NaiveDate),
    /// A hearing that was asked for was not held yet.
    #[error("the hearing was not held yet")]
    HearingWaits,
    /// No hearing waits to be appointed or written down.
    #[error("no hearing waits")]
    HearingNotAsked,
    /// Nothing was written where something must be.
    #[error("nothing was written")]
    NothingSaid,
    /// More was written than is taken.
    #[error("too long")]
    TooLong,
    /// No more of these are taken.
    #[error("no more are taken")]
    TooMany,
    /// Nothing was named.
    #[error("nothing was named")]
    NothingNamed,
    /// By what is known of it the paper has not expired, and no date on the original says otherwise.
    #[error("{0:?} has not expired")]
    NotExpired(DocumentKind),
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
    /// A day to come that is too far away.
    #[error("the day is too far away")]
    TooFar,
    /// What a body has answered is changed with a reason only.
    #[error("an answer is recorded already")]
    AnswerStands,
    /// A hearing on the day on which it is appointed, and nobody says that the person agrees.
    #[error("the hearing is appointed for the same day")]
    ShortNotice,
    /// Another hearing at the same time, in the same room or by the same clerk.
    #[error("another hearing is at that time")]
    HearingBeside,
    /// A letter about the application that would be older than its acceptance.
    #[error("before the application was accepted")]
    BeforeAcceptance,
    /// A time of day that cannot be.
    #[error("the time cannot be")]
    BadTime,
    /// A time of day at which the office is closed.
    #[error("the office is closed at that time")]
    OutOfHours,
    /// A hearing would be too late for a decision within the term, which ends on this day.
    #[error("after {0}")]
    AfterTerm(NaiveDate),
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
    /// Only whoever has the case, or a supervisor, can give it back or away.
    #[error("somebody else has the case")]
    NotHolder,
    /// The case went to somebody else since the form was drawn.
    #[error("somebody else has the case since the form was drawn")]
    HolderChanged,
    /// This colleague cannot be given the case.
    #[error("this colleague cannot work on the case")]
    NoSuchColleague,
    /// Nothing more happens to the case.
    #[error("the case is finished")]
    Finished,
    /// Nobody else who may sign in keeps the accounts.
    #[error("this is the last administrator who may sign in")]
    LastAdmin,
}

impl Denied {
    /// From which day it can be done, where only that stands in the way.
    pub fn from_day(&self) -> Option<NaiveDate> {
        match self {
            Self::TooEarly(day) | Self::NotRegistered(day) => Some(*day),
            _ => None,
        }
    }
    /// Message id is `denied-{code}`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Move { .. } => "move",
            Self::Findings(_) => "findings",
            Self::Closed => "closed",
            Self::SecurityMissing => "security_missing",
            Self::TooEarly(_) => "too_early",
            Self::NotRegistered(_) => "not_registered",
            Self::NoGround => "no_ground",
            Self::GroundUnusable => "ground_unusable",
            Self::NoEvidence => "no_evidence",
            Self::NoReasons => "no_reasons",
            Self::TermOver(_) => "term_over",
            Self::HearingWaits => "hearing_waits",
            Self::HearingNotAsked => "hearing_not_asked",
            Self::NothingSaid => "nothing_said",
            Self::TooLong => "too_long",
            Self::TooMany => "too_many",
            Self::NothingNamed => "nothing_named",
            Self::NotExpired(_) => "not_expired",
            Self::OriginalsMissing => "originals_missing",
            Self::UnknownYear => "unknown_year",
            Self::SamePerson => "same_person",
            Self::TooMuch => "too_much",
            Self::BadDate => "bad_date",
            Self::TooFar => "too_far",
            Self::AnswerStands => "answer_stands",
            Self::ShortNotice => "short_notice",
            Self::HearingBeside => "hearing_beside",
            Self::BeforeAcceptance => "before_acceptance",
            Self::BadTime => "bad_time",
            Self::OutOfHours => "out_of_hours",
            Self::AfterTerm(_) => "after_term",
            Self::NotAsked => "not_asked",
            Self::FileWaiting => "file_waiting",
            Self::FileInfected => "file_infected",
            Self::FileNotDrawn => "file_not_drawn",
            Self::FilesWaiting => "files_waiting",
            Self::NotHolder => "not_holder",
            Self::HolderChanged => "holder_changed",
            Self::NoSuchColleague => "no_such_colleague",
            Self::Finished => "finished",
            Self::LastAdmin => "last_admin",
        }
    }
    /// Every code.
    pub const CODES: &'static [&'static str] = &[
        "move",
        "findings",
        "closed",
        "security_missing",
        "too_early",
        "not_registered",
        "no_ground",
        "ground_unusable",
        "no_evidence",
        "no_reasons",
        "term_over",
        "hearing_waits",
        "hearing_not_asked",
        "nothing_said",
        "too_long",
        "too_many",
        "nothing_named",
        "not_expired",
        "originals_missing",
        "unknown_year",
        "same_person",
        "too_much",
        "bad_date",
        "too_far",
        "answer_stands",
        "short_notice",
        "hearing_beside",
        "before_acceptance",
        "bad_time",
        "out_of_hours",
        "after_term",
        "not_asked",
        "file_waiting",
        "file_infected",
        "file_not_drawn",
        "files_waiting",
        "not_holder",
        "holder_changed",
        "no_such_colleague",
        "finished",
        "last_admin",
    ];
}
