//! THE TABLE of treaties that spare papers apostille and legalisation. Order 642, row 8: papers of foreign authorities are
//! accepted when legalised (consular statute, item 60), "unless a treaty says otherwise". To change what the portal says
//! of a state, change its row here.
//!
//! How sure each row is (LAW.md §2.3): the conventions of Minsk (1993) and Chisinau (2002) on legal assistance were found
//! named for powers of attorney; that they hold for this service is inferred, so the pages say that the office decides.
//! Moldova and Ukraine were not named there: the pages say that it is not known. Whether they are parties still was not
//! established: one source of 2024 says that Ukraine left the convention of Minsk on 19.05.2024.
//!
//! Not here, since nothing was found: treaties of two states, and the states whose papers the Hague convention lets go
//! with an apostille. So the pages ask for "an apostille or legalisation" and never say which.

use crate::law::coded::coded_enum;

coded_enum! {
    /// How sure it is that papers of a state need neither apostille nor legalisation.
    Sureness {
        /// Found for other papers; that it holds here is inferred.
        Inferred => "inferred",
        /// Not known: the state was not named where the others were.
        NotNamed => "not_named",
    }
}

/// A state whose papers a treaty may spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spared {
    /// ISO 3166-1 alpha-3.
    pub country: &'static str,
    /// How sure it is.
    pub sure: Sureness,
}

const fn inferred(country: &'static str) -> Spared {
    Spared { country, sure: Sureness::Inferred }
}

/// Every row.
pub static SPARED: [Spared; 11] = [
    inferred("AZE"),
    inferred("ARM"),
    inferred("BLR"),
    inferred("GEO"),
    inferred("KGZ"),
    inferred("RUS"),
    inferred("TJK"),
    inferred("TKM"),
    inferred("UZB"),
    Spared { country: "MDA", sure: Sureness::NotNamed },
    Spared { country: "UKR", sure: Sureness::NotNamed },
];

/// Whether a treaty may spare papers of a country, and how sure that is.
#[must_use]
pub fn spared(country: &str) -> Option<Sureness> {
    SPARED.iter().find(|row| row.country == country).map(|row| row.sure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        for (country, sure) in [
            ("RUS", Some(Sureness::Inferred)),
            ("UZB", Some(Sureness::Inferred)),
            ("UKR", Some(Sureness::NotNamed)),
            ("MDA", Some(Sureness::NotNamed)),
            ("TUR", None),
            ("CHN", None),
            ("KAZ", None),
        ] {
            assert_eq!(spared(country), sure, "{country}");
        }
        let mut codes: Vec<&str> = SPARED.iter().map(|row| row.country).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), SPARED.len(), "a state has one row");
    }
}
