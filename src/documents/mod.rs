//! THE PAPERS A PERSON BRINGS: what was given for each required document, and what is missing or no longer fresh.

mod check;
pub mod content;
mod details;
pub mod drawn;
pub mod file;
pub mod freshness;
pub mod name;
pub mod pair;
pub mod passport_zone;
pub mod photo;
pub mod picture;
pub mod resumed;
pub mod scan;
pub mod words;

pub use check::check_paper;
pub use details::{Details, Legalisation};
pub use file::{Format, StoredFile};
pub use scan::ScanState;

use crate::law::DocumentKind;

/// What was given for one required document.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Which document.
    pub kind: DocumentKind,
    /// What was written about it.
    pub details: Details,
    /// Its files in the order in which they were added.
    pub files: Vec<StoredFile>,
}

impl Paper {
    /// Its files that are filed and go to the office.
    pub fn filed(&self) -> impl Iterator<Item = &StoredFile> {
        self.files.iter().filter(|file| file.role.is_filed())
    }
    /// Whether anything was given on its page.
    pub fn is_begun(&self) -> bool {
        !self.files.is_empty() || self.details != Details::default()
    }
    /// Nothing given yet.
    pub fn empty(kind: DocumentKind) -> Self {
        Self { kind, details: Details::default(), files: Vec::new() }
    }
}
