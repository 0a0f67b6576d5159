//! The pictures of a file's pages: what people are shown of it.

use chrono::{DateTime, Duration, Utc};

use crate::law::DocumentKind;

/// The drawing of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Pages of the document; not all of them need to be drawn.
    pub pages: u32,
    /// When it was drawn.
    pub at: DateTime<Utc>,
    /// Not only the first page was tried. A limit may have cut off the others all the same: then their sheets are missing.
    pub whole: bool,
    /// The pages that could be drawn, in their order.
    pub sheets: Vec<Sheet>,
}

/// What could not be drawn is tried again after so long, when somebody asks for it: a machine short of memory or of time
/// fails too, and a document may have more pages than one try has time for.
const PAUSE: Duration = Duration::hours(1);

impl Drawing {
    /// The picture of a page, counted from 1.
    pub fn sheet(&self, number: u32) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.number == number)
    }
    /// Whether there is nothing to draw now for whoever asks for this page: it is there, there is none of that number, or
    /// it was tried a moment ago.
    pub fn is_enough_for(&self, number: u32, now: DateTime<Utc>) -> bool {
        let is_opened = self.pages > 0;
        let is_tried = self.whole || number <= 1 || !is_opened;
        self.sheet(number).is_some() || (is_opened && number > self.pages) || (is_tried && now - self.at <= PAUSE)
    }
    /// The first page of the next try, for whoever asks for this one: a page that takes all the time there is does not
    /// keep those behind it from being drawn.
    pub fn goes_on_at(&self, number: u32) -> u32 {
        match (self.pages, self.whole) {
            (0, _) => 1,
            (_, false) => number.min(2),
            (_, true) => number,
        }
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
        let (soon, later) = (at + Duration::minutes(59), at + Duration::minutes(61));
        let sealed = |id: &str| Sealed { id: id.to_owned(), width: 1, height: 1, size: 1, sha256: String::new() };
        let sheet = |number| Sheet { number, page: sealed("page"), thumb: sealed("thumb") };
        let enough = |drawing: &Drawing, now| [1, 2, 3, 4].map(|number| drawing.is_enough_for(number, now));
        let failed = Drawing { pages: 0, at, whole: false, sheets: Vec::new() };
        assert_eq!(enough(&failed, soon), [true; 4], "nothing is known of a second page");
        assert_eq!(enough(&failed, later), [false; 4]);
        let first = Drawing { pages: 3, sheets: vec![sheet(1)], ..failed.clone() };
        assert_eq!((enough(&first, soon), first.goes_on_at(3)), ([true, false, false, true], 2));
        // A limit cut the third page off.
        let cut = Drawing { whole: true, sheets: vec![sheet(1), sheet(2)], ..first };
        assert_eq!(enough(&cut, soon), [true; 4]);
        assert_eq!((enough(&cut, later), cut.goes_on_at(3)), ([true, true, false, true], 3));
        assert_eq!(failed.goes_on_at(3), 1);
    }
}
