//! Whose document it is: the letters of issuer and nationality (ICAO Doc 9303, part 3, section 5) as the lists know them.

use crate::application::lists::COUNTRIES;

/// Whom a zone's nationality names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A citizen of a state, by its code in the list of countries.
    Citizen(&'static str),
    /// A stateless person (XXA: Convention of 1954).
    Stateless,
    /// A refugee (XXB: Convention of 1951; XXC: another refugee).
    Refugee,
    /// Somebody whose nationality is not told (XXX), or of an organisation: nothing to compare with.
    Untold,
}

impl Holder {
    /// Reads the letters of a nationality.
    pub fn of(letters: &str) -> Self {
        match letters {
            "XXA" => Self::Stateless,
            "XXB" | "XXC" => Self::Refugee,
            other => country(other).map_or(Self::Untold, Self::Citizen),
        }
    }
}

/// The country of an issuer's or a nationality's letters; none for organisations, and for letters that name no state.
///
/// Zones write some states otherwise than ISO 3166-1: Germany by one letter, British nationals of six kinds, Kosovo as its
/// own passports and those of the United Nations do; and the letters of a state that was renamed last as long as its
/// passports.
pub fn country(letters: &str) -> Option<&'static str> {
    let code = match letters {
        "D" => "DEU",
        "GBD" | "GBN" | "GBO" | "GBP" | "GBS" => "GBR",
        "RKS" | "UNK" => "XKX",
        "ROM" => "ROU",
        "ZAR" => "COD",
        "TMP" => "TLS",
        other => other,
    };
    COUNTRIES.iter().copied().find(|known| *known == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_holders() {
        for (letters, holder) in [
            ("KAZ", Holder::Citizen("KAZ")),
            ("D", Holder::Citizen("DEU")),
            ("GBN", Holder::Citizen("GBR")),
            ("RKS", Holder::Citizen("XKX")),
            ("XXA", Holder::Stateless),
            ("XXB", Holder::Refugee),
            ("XXC", Holder::Refugee),
            ("XXX", Holder::Untold),
            ("UNO", Holder::Untold),
            ("UTO", Holder::Untold),
        ] {
            assert_eq!(Holder::of(letters), holder, "{letters}");
        }
    }
}
