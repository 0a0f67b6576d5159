//! A file that comes piece by piece, and is resumed where the line broke. It belongs to an application and is meant for a
//! paper, but no paper has it yet.

use chrono::{DateTime, Utc};

use super::file::{FileRole, MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES};
use crate::law::DocumentKind;

/// So many pieces of one file: a line that breaks more often brings nothing.
pub const MOST_PIECES: usize = 400;

/// Whose an upload is: it is there for them only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// Id of the application.
    pub application: String,
    /// Id of the link through which it comes; none when the holder of the application's key sends it.
    pub link: Option<String>,
}

/// An upload that has begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Resumed {
    /// Random id; also its address.
    pub id: String,
    /// Who sends it.
    pub whose: Whose,
    /// The paper it is meant for.
    pub kind: DocumentKind,
    /// What it is for there.
    pub role: FileRole,
    /// Shown name.
    pub name: String,
    /// Bytes that were announced.
    pub length: u64,
    /// Bytes that have come.
    pub received: u64,
    /// What has come, in order: ids in the vault.
    pub pieces: Vec<String>,
    /// From then on it is gone.
    pub expires_at: DateTime<Utc>,
}

impl Resumed {
    /// Whether all has come.
    pub fn is_whole(&self) -> bool {
        self.received == self.length
    }
}

/// Whether one more file of so many bytes may begin beside those that have begun (their lengths). A file that is too
/// large alone is refused before its first byte.
pub fn may_begin(begun: &[u64], length: u64) -> bool {
    length <= MOST_BYTES
        && begun.len() < 2 * MOST_FILES
        && begun.iter().sum::<u64>().saturating_add(length) <= MOST_BYTES_TOGETHER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_begun_counts_as_if_it_were_there() {
        assert!(may_begin(&[], MOST_BYTES) && !may_begin(&[], MOST_BYTES + 1));
        assert!(may_begin(&[MOST_BYTES; 2], MOST_BYTES) && !may_begin(&[MOST_BYTES; 3], 1));
        assert!(!may_begin(&[0; 2 * MOST_FILES], 0));
        assert!(!may_begin(&[1], u64::MAX));
    }
}
