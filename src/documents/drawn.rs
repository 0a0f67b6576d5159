//! The pictures of a file's pages: what people are shown of it.

use chrono::{DateTime, Utc};

use crate::law::DocumentKind;

/// The drawing of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Pages of the document; not all of them need to be drawn.
    pub pages: u32,
    /// When it was drawn.
    pub at: DateTime<Utc>,
    /// Every page was tried, not only the first.
    pub whole: bool,
    /// The pages that could be drawn, in their order.
    pub sheets: Vec<Sheet>,
}

impl Drawing {
    /// The picture of a page, counted from 1.
    pub fn sheet(&self, number: u32) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.number == number)
    }
    /// Whether there is nothing more to draw for whoever asks for this page.
    pub fn is_enough_for(&self, number: u32) -> bool {
        self.whole || number <= 1 || number > self.pages
    }
    /// Whether it is worth another try at that moment: nothing could be drawn, which a machine out of memory does too.
    pub fn is_to_be_tried_again(&self, now: DateTime<Utc>) -> bool {
        self.sheets.is_empty() && now - self.at > chrono::Duration::hours(1)
    }
}

/// One page as a picture, large and small.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its number, from 1.
    pub number: u32,
    /// The large one.
    pub page: Sealed,
    /// The thumbnail.
    pub thumb: Sealed,
}

/// A picture in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its name in the vault.
    pub id: String,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Bytes.
    pub size: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// Whether a paper proves who somebody is, so that a copy of it opens doors elsewhere: it leaves the house with a
/// watermark only. A power of attorney and a guardian's papers hold the passport's data of the one who acts.
pub fn is_identity_paper(kind: DocumentKind) -> bool {
    use DocumentKind as D;
    matches!(kind, D::Passport | D::BirthCertificate | D::RepresentativeAuthority | D::FingerprintCertificate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_drawn_is_tried_again_after_an_hour() {
        let at = DateTime::UNIX_EPOCH;
        let failed = Drawing { pages: 0, at, whole: false, sheets: Vec::new() };
        let minutes = |minutes| at + chrono::Duration::minutes(minutes);
        assert!(failed.is_enough_for(1) && failed.is_enough_for(2), "nothing is known of a second page");
        let first = Drawing { pages: 3, ..failed.clone() };
        assert!(first.is_enough_for(1) && !first.is_enough_for(2) && !first.is_enough_for(3) && first.is_enough_for(4));
        assert!(!failed.is_to_be_tried_again(minutes(59)) && failed.is_to_be_tried_again(minutes(61)));
    }
}
