//! Quarantine: where a file stands with the scanner, what a scan can answer, and what follows from it.
//!
//! A file that waits is closed to the desk, and nothing else: it can be filed, since a scanner that is down is not the
//! applicant's fault. An infected one is closed to everybody and stays sealed in the vault until another takes its
//! place. It is not destroyed: scanners err, the file may be the only scan of a paper, and of a filed one the frozen
//! submission holds the SHA-256.

use crate::application::Denied;

use super::StoredFile;

/// Where a file stands with the scanner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScanState {
    /// In quarantine: not scanned yet.
    Waiting,
    /// Scanned; nothing was found.
    Clean,
    /// Scanned; something was found.
    Infected,
    /// The office runs without a scanner.
    NotScanned,
}

impl ScanState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Clean, Self::Infected, Self::NotScanned];

    /// Where a new file begins.
    pub fn of_new(has_scanner: bool) -> Self {
        if has_scanner { Self::Waiting } else { Self::NotScanned }
    }
    /// As stored; message id on the applicant's pages is `scan-{code}`, at the desk `desk-scan-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Clean => "clean",
            Self::Infected => "infected",
            Self::NotScanned => "not_scanned",
        }
    }
    /// What its owner is told beside its name: its code, or nothing when there is nothing to wait for or to do.
    pub fn mark(self) -> &'static str {
        if matches!(self, Self::Waiting | Self::Infected) { self.code() } else { "" }
    }
    /// The state of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
    /// THE GATE of the desk: whether a clerk may open the file, and if not, why.
    pub fn opens_at_desk(self) -> Result<(), Denied> {
        match self {
            Self::Waiting => Err(Denied::FileWaiting),
            Self::Infected => Err(Denied::FileInfected),
            Self::Clean | Self::NotScanned => Ok(()),
        }
    }
    /// Whether its owner may open it: what one has just brought oneself, unless it was found to be infected.
    pub fn opens_for_owner(self) -> Result<(), Denied> {
        if self == Self::Infected { Err(Denied::FileInfected) } else { Ok(()) }
    }
}

/// What a scan can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// Something was found, by the name of its signature.
    Infected(String),
}

/// Whether one of the files was found to be infected.
pub fn any_infected<'a>(files: impl IntoIterator<Item = &'a StoredFile>) -> bool {
    files.into_iter().any(|file| file.scan == ScanState::Infected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gate_opens_for_what_was_scanned_or_never_will_be() {
        for (state, desk, owner) in [
            (ScanState::Waiting, Some(Denied::FileWaiting), None),
            (ScanState::Clean, None, None),
            (ScanState::Infected, Some(Denied::FileInfected), Some(Denied::FileInfected)),
            (ScanState::NotScanned, None, None),
        ] {
            assert_eq!((state.opens_at_desk().err(), state.opens_for_owner().err()), (desk, owner), "{state:?}");
            assert_eq!(ScanState::from_code(state.code()), Some(state));
        }
        assert_eq!(ScanState::from_code(""), None);
    }
}
