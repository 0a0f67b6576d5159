//! What can be wrong with a question to the rules: a stable code and a short English line for the programmer.

use chrono::NaiveDate;
use thiserror::Error;

use crate::law::calendar::UnknownYear;
use crate::law::money::UnknownMci;

/// Why a question got no answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RuleError {
    /// The line is longer than a megabyte.
    #[error("the line is longer than {} bytes", super::MAX_LINE_BYTES)]
    TooLong,
    /// The line is not JSON (blank, cut off, not UTF-8, nested too deeply).
    #[error("the line is not JSON")]
    NotJson,
    /// No rule has this name.
    #[error("unknown rule {0:?}")]
    UnknownRule(String),
    /// The rule, or the case, has no such field.
    #[error("unknown field {0:?}")]
    UnknownField(String),
    /// A field is needed and not there.
    #[error("the field {0:?} is missing")]
    MissingField(&'static str),
    /// A field is of another type than it should be.
    #[error("the field {field:?} must be {expected}")]
    WrongType {
        /// The field; `line` is the whole line.
        field: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// A word that is none of those the field may have.
    #[error("the field {field:?} cannot be {given:?}")]
    UnknownValue {
        /// The field.
        field: &'static str,
        /// The word, shortened.
        given: String,
    },
    /// A date that does not exist, or is not written YYYY-MM-DD.
    #[error("the field {field:?} is no date of the calendar written YYYY-MM-DD: {given:?}")]
    ImpossibleDate {
        /// The field.
        field: &'static str,
        /// The text, shortened.
        given: String,
    },
    /// The birth is after the day of applying.
    #[error("born_on {born_on} is after filed_on {filed_on}")]
    BornAfterFiling {
        /// Date of birth.
        born_on: NaiveDate,
        /// Day of applying.
        filed_on: NaiveDate,
    },
    /// A year without a known MCI.
    #[error(transparent)]
    UnknownMci(#[from] UnknownMci),
    /// A year without a known calendar of working days.
    #[error(transparent)]
    UnknownYear(#[from] UnknownYear),
    /// The answer could not be written as JSON.
    #[error("the answer could not be written")]
    NotAnswered,
}

impl RuleError {
    /// The stable word for this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::NotJson => "not_json",
            Self::UnknownRule(_) => "unknown_rule",
            Self::UnknownField(_) => "unknown_field",
            Self::MissingField(_) => "missing_field",
            Self::WrongType { .. } => "wrong_type",
            Self::UnknownValue { .. } => "unknown_value",
            Self::ImpossibleDate { .. } => "impossible_date",
            Self::BornAfterFiling { .. } => "born_after_filing",
            Self::UnknownMci(_) => "unknown_mci",
            Self::UnknownYear(_) => "unknown_year",
            Self::NotAnswered => "not_answered",
        }
    }

    /// The field of the question that is wrong, as far as it is one.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::UnknownField(field) => Some(field),
            Self::MissingField(field)
            | Self::WrongType { field, .. }
            | Self::UnknownValue { field, .. }
            | Self::ImpossibleDate { field, .. } => Some(field),
            Self::BornAfterFiling { .. } => Some("born_on"),
            _ => None,
        }
    }
}
