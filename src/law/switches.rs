//! Documents that came after the order: the operator switches them on, with the day from which they count.

use std::str::FromStr;

use chrono::NaiveDate;
use thiserror::Error;

use crate::law::calendar::parse_day;
use crate::law::documents::DocumentKind;

/// The documents that can be switched on, and the day from which the law asks for each when the setting names none.
///
/// Fingerprint certificate: Order 905 of 18.11.2024, in force 08.12.2024. Home state's consent and the pilot's notice:
/// joint order of 30.01.2026, in force 13.02.2026. The pilot ends with 2026 (LAW.md §2.6): no last day is kept here, so the
/// operator has to switch both off then, unless it is prolonged.
pub const SWITCHABLE: [(DocumentKind, Option<NaiveDate>); 3] = [
    (DocumentKind::FingerprintCertificate, NaiveDate::from_ymd_opt(2024, 12, 8)),
    (DocumentKind::HomeStateConsent, NaiveDate::from_ymd_opt(2026, 2, 13)),
    (DocumentKind::PilotNotice, NaiveDate::from_ymd_opt(2026, 2, 13)),
];

/// Which of the switchable documents are on, and since when. The default has all of them off.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Switches {
    on: Vec<(DocumentKind, NaiveDate)>,
}

impl Switches {
    /// Whether the document is asked of an application filed on this day. Documents of the order itself answer `false`.
    #[must_use]
    pub fn is_on(&self, kind: DocumentKind, filed_on: NaiveDate) -> bool {
        self.on.iter().any(|(switched, from)| *switched == kind && filed_on >= *from)
    }

    /// The documents that are on, each with the day from which it counts.
    pub fn iter(&self) -> impl Iterator<Item = (DocumentKind, NaiveDate)> {
        self.on.iter().copied()
    }
}

/// What is wrong with a setting of extra documents.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SwitchError {
    /// No document has this code.
    #[error("{0:?} is no document; known: fingerprint_certificate, home_state_consent, pilot_notice")]
    UnknownDocument(String),
    /// The order itself asks for this document; it cannot be switched.
    #[error("{0} belongs to the order itself and cannot be switched on")]
    NotSwitchable(DocumentKind),
    /// The text after `=` is not a day.
    #[error("{0}: {1:?} is not a day written YYYY-MM-DD")]
    BadDay(DocumentKind, String),
    /// A document is named twice.
    #[error("{0} is named twice")]
    Twice(DocumentKind),
}

impl FromStr for Switches {
    type Err = SwitchError;

    /// Reads `fingerprint_certificate=2024-12-08,pilot_notice`; without a day the one of [`SWITCHABLE`] counts.
    /// An empty text leaves all off.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut switches = Self::default();
        for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            let (code, day) = match entry.split_once('=') {
                Some((code, day)) => (code.trim(), Some(day.trim())),
                None => (entry, None),
            };
            let kind: DocumentKind = code.parse().map_err(|_| SwitchError::UnknownDocument(code.to_owned()))?;
            let default = SWITCHABLE.iter().find(|(switchable, _)| *switchable == kind);
            let (_, default) = default.ok_or(SwitchError::NotSwitchable(kind))?;
            let from = day.map_or(*default, parse_day);
            let from = from.ok_or_else(|| SwitchError::BadDay(kind, day.unwrap_or_default().to_owned()))?;
            if switches.on.iter().any(|(known, _)| *known == kind) {
                return Err(SwitchError::Twice(kind));
            }
            switches.on.push((kind, from));
        }
        Ok(switches)
    }
}
