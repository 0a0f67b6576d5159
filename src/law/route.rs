//! The three ways of applying that the order knows, and which of them a case takes.

use crate::law::citation::Citation;
use crate::law::coded::coded_enum;
use crate::law::facts::Facts;

coded_enum! {
    /// A way of applying, with its own list of documents (order 642, row 8).
    Route {
        /// Everybody whom no narrower paragraph names (order 642, row 8, items 1–10).
        General => "general",
        /// A minor who came with a parent, or whose representative lives here (order 642, row 8, paragraph on minors).
        Minor => "minor",
        /// Who took a citizenship through a mission here and is permanently registered (order 642, row 8, that paragraph).
        Consular => "consular",
    }
}

impl Route {
    /// The route of a case.
    ///
    /// (reading) The narrower paragraph goes first: consular, then minor, then general; a minor to whom neither
    /// condition of the paragraph on minors applies takes the general route.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        if facts.citizenship_taken_through_mission && facts.permanently_registered {
            Self::Consular
        } else if facts.is_minor() && (facts.arrived_with_parent || facts.representative_resident) {
            Self::Minor
        } else {
            Self::General
        }
    }

    /// The paragraph of the order that makes this route.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::General => Citation::Row8List,
            Self::Minor => Citation::Row8Minors,
            Self::Consular => Citation::Row8Consular,
        }
    }
}
