//! What can be wrong with a machine-readable zone.

use thiserror::Error;

/// Why a zone is not valid. Shape first, then check digits, then the contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ZoneError {
    /// Neither two lines nor three.
    #[error("a zone has two lines (passport) or three (card)")]
    Lines,
    /// A line is not 44 (passport), 36 or 30 (card) characters long.
    #[error("a line has 44 characters (passport), 36 or 30 (card)")]
    Length,
    /// A character other than A–Z, 0–9 and `<`.
    #[error("a zone consists of A to Z, 0 to 9 and <")]
    Characters,
    /// The first letter is not one of a passport (P) or a card (A, C, I).
    #[error("the first letter tells no passport or card")]
    DocumentType,
    /// A check digit does not fit.
    #[error("a check digit does not fit")]
    CheckDigit,
    /// The document has no number.
    #[error("the number is missing")]
    Number,
    /// Issuer or nationality is not made of letters.
    #[error("issuer and nationality are letters")]
    Country,
    /// The date of birth is no date.
    #[error("the date of birth is impossible")]
    BirthDate,
    /// The last day of validity is no date.
    #[error("the date of expiry is impossible")]
    ExpiryDate,
    /// Neither M, F nor `<`.
    #[error("the sex is M, F or <")]
    Sex,
    /// There is no surname, or a digit is in a name.
    #[error("the name is missing or has digits")]
    Name,
}

impl ZoneError {
    /// Every error.
    pub const ALL: [Self; 11] = [
        Self::Lines,
        Self::Length,
        Self::Characters,
        Self::DocumentType,
        Self::CheckDigit,
        Self::Number,
        Self::Country,
        Self::BirthDate,
        Self::ExpiryDate,
        Self::Sex,
        Self::Name,
    ];

    /// The stable word for this error.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Length => "length",
            Self::Characters => "characters",
            Self::DocumentType => "document_type",
            Self::CheckDigit => "check_digit",
            Self::Number => "number",
            Self::Country => "country",
            Self::BirthDate => "birth_date",
            Self::ExpiryDate => "expiry_date",
            Self::Sex => "sex",
            Self::Name => "name",
        }
    }
}
