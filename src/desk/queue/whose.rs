//! Whose cases are asked for.
//!
//! A case is the clerk's who took it last or was given it, also after the lease has run out: it lies on their desk until
//! a colleague takes it, they give it back, or nothing is left to do. So "mine" in the morning are yesterday's cases too,
//! and nothing that somebody has begun looks as if nobody cared for it.

/// Whose, as it stands in an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own: a filter that is kept under a name means the same for whoever keeps it.
    Me,
    /// Nobody's: neither taken nor given to anyone, and not finished.
    Nobody,
    /// A clerk's, by the id of the account.
    Of(String),
}

impl Whose {
    const ME: &'static str = "me";
    const NOBODY: &'static str = "nobody";

    /// As it stands in an address.
    pub fn code(&self) -> &str {
        match self {
            Self::Me => Self::ME,
            Self::Nobody => Self::NOBODY,
            Self::Of(id) => id,
        }
    }
    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            Self::ME => Some(Self::Me),
            Self::NOBODY => Some(Self::Nobody),
            id => super::is_id(id).then(|| Self::Of(id.to_owned())),
        }
    }
}

/// In whose hands cases are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hands {
    /// A clerk's, by the id of the account.
    Clerk(String),
    /// Nobody's.
    Nobody,
}

impl Hands {
    /// The clerk's id, empty for nobody's: as it stands in keys.
    pub fn clerk(&self) -> &str {
        match self {
            Self::Clerk(id) => id,
            Self::Nobody => "",
        }
    }
}
