//! What can be wrong with a file in the vault. All of it reaches the callers as an `io::Error` of `InvalidData`.

use std::io;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// A byte was changed, pieces were moved, or the file is another one.
    #[error("its content is not what was written")]
    Changed,
    /// The end is missing.
    #[error("its end is missing")]
    Cut,
    /// It came from before files were sealed, or was put there by somebody else.
    #[error("it is not sealed; `ruqsat vault seal` seals files of earlier releases")]
    NotSealed,
    /// A newer release wrote it.
    #[error("its version {0} is not known")]
    Version(u8),
    /// No key lies beside it: it was shredded, or lost.
    #[error("its key is gone")]
    KeyGone,
    /// What lies beside it is no key for it.
    #[error("its key is damaged, or belongs to another file")]
    Key,
    /// Its key was wrapped by a master key that is not here.
    #[error("the master key {0} is not here")]
    NoMaster(String),
}

impl From<Damage> for io::Error {
    fn from(damage: Damage) -> Self {
        Self::new(io::ErrorKind::InvalidData, damage)
    }
}

impl Damage {
    /// The damage that an error tells of; none when the place itself failed.
    pub fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref().and_then(|inner| inner.downcast_ref())
    }
}
