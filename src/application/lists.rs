//! The values a person chooses from: countries, regions, languages, kinship, visas, ethnic nationality.
//!
//! Only codes stand here; they are what is stored and exchanged. The name of a code is the message
//! `{list}-{code}` of `locales/*/lists.ftl` (`country-KAZ`, `relation-mother`), so a list grows by one
//! code here and one line in every language. Pages sort countries by name with
//! [`Collation`](crate::collation::Collation); the other lists are shown in the order given here.

/// States and territories: every ISO 3166-1 alpha-3 code in force, and `XKX`, which passports of Kosovo bear.
pub const COUNTRIES: &[&str] = &[
    "ABW", "AFG", "AGO", "AIA", "ALA", "ALB", "AND", "ARE", "ARG", "ARM", "ASM", "ATA", "ATF", "ATG", "AUS", "AUT",
    "AZE", "BDI", "BEL", "BEN", "BES", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLM", "BLR", "BLZ", "BMU", "BOL",
    "BRA", "BRB", "BRN", "BTN", "BVT", "BWA", "CAF", "CAN", "CCK", "CHE", "CHL", "CHN", "CIV", "CMR", "COD", "COG",
    "COK", "COL", "COM", "CPV", "CRI", "CUB", "CUW", "CXR", "CYM", "CYP", "CZE", "DEU", "DJI", "DMA", "DNK", "DOM",
    "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "FIN", "FJI", "FLK", "FRA", "FRO", "FSM", "GAB", "GBR",
    "GEO", "GGY", "GHA", "GIB", "GIN", "GLP", "GMB", "GNB", "GNQ", "GRC", "GRD", "GRL", "GTM", "GUF", "GUM", "GUY",
    "HKG", "HMD", "HND", "HRV", "HTI", "HUN", "IDN", "IMN", "IND", "IOT", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA",
    "JAM", "JEY", "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR", "LBY",
    "LCA", "LIE", "LKA", "LSO", "LTU", "LUX", "LVA", "MAC", "MAF", "MAR", "MCO", "MDA", "MDG", "MDV", "MEX", "MHL",
    "MKD", "MLI", "MLT", "MMR", "MNE", "MNG", "MNP", "MOZ", "MRT", "MSR", "MTQ", "MUS", "MWI", "MYS", "MYT", "NAM",
    "NCL", "NER", "NFK", "NGA", "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN", "PAK", "PAN", "PCN", "PER",
    "PHL", "PLW", "PNG", "POL", "PRI", "PRK", "PRT", "PRY", "PSE", "PYF", "QAT", "REU", "ROU", "RUS", "RWA", "SAU",
    "SDN", "SEN", "SGP", "SGS", "SHN", "SJM", "SLB", "SLE", "SLV", "SMR", "SOM", "SPM", "SRB", "SSD", "STP", "SUR",
    "SVK", "SVN", "SWE", "SWZ", "SXM", "SYC", "SYR", "TCA", "TCD", "TGO", "THA", "TJK", "TKL", "TKM", "TLS", "TON",
    "TTO", "TUN", "TUR", "TUV", "TWN", "TZA", "UGA", "UKR", "UMI", "URY", "USA", "UZB", "VAT", "VCT", "VEN", "VGB",
    "VIR", "VNM", "VUT", "WLF", "WSM", "XKX", "YEM", "ZAF", "ZMB", "ZWE",
];

/// From where most applicants come, and the neighbours of Kazakhstan: they are offered before the others. (The choice is
/// the portal's own; it decides nothing.)
pub const NEAR_COUNTRIES: &[&str] = &["CHN", "KGZ", "MNG", "RUS", "TJK", "TKM", "TUR", "UZB"];

/// Regions and cities of republican significance, by p-code.
///
/// `unit-{code}` names the office in each that receives applications.
pub const REGIONS: &[&str] = &[
    "KZ10", "KZ11", "KZ15", "KZ19", "KZ23", "KZ27", "KZ31", "KZ33", "KZ35", "KZ39", "KZ43", "KZ47", "KZ55", "KZ59",
    "KZ61", "KZ62", "KZ63", "KZ71", "KZ75", "KZ79",
];

/// One unit, or the units of all regions: what is looked for unit by unit, since each index begins with the unit.
pub fn units(only: Option<&str>) -> Vec<&str> {
    only.map_or_else(|| REGIONS.to_vec(), |unit| vec![unit])
}

/// Languages in which the papers of applicants come: ISO 639-1, or 639-3 where the former has none.
///
/// The two in which papers are accepted without translation come first; `other` closes the list.
pub const LANGUAGES: &[&str] = &[
    "kk", "ru", "uz", "ky", "tg", "tk", "az", "mn", "ug", "tt", "ba", "kaa", "tr", "zh", "hy", "ka", "uk", "be", "ro",
    "pl", "de", "en", "fr", "es", "it", "pt", "nl", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "sq", "el", "hu",
    "lt", "lv", "et", "fi", "sv", "da", "no", "is", "ce", "fa", "prs", "ps", "ku", "ar", "he", "yi", "hi", "ur", "pa",
    "bn", "ta", "si", "ne", "ko", "ja", "vi", "th", "id", "ms", "am", "sw", "other",
];

/// What a relative is to the applicant.
pub const RELATIONS: &[&str] = &[
    "mother",
    "father",
    "spouse",
    "son",
    "daughter",
    "brother",
    "sister",
    "grandmother",
    "grandfather",
    "grandchild",
    "adoptive_parent",
    "adopted_child",
    "step_parent",
    "step_child",
    "guardian",
    "trustee",
    "ward",
    "other",
];

/// How a person entered: the category of the visa (`B9_1` is B9-1), some other visa, or none.
///
/// Those that open the way to a permanent residence permit come first.
pub const VISA_KINDS: &[&str] = &[
    "B8",
    "B9",
    "B9_1",
    "A5",
    "A6",
    "C1",
    "C2",
    "C3",
    "C5",
    "C9",
    "C10",
    "C12",
    "B10",
    "B12",
    "B12_1",
    "other",
    "visa_free",
];

/// Ethnic nationality, as a person states it; not citizenship.
pub const NATIONALITIES: &[&str] = &[
    "kazakh",
    "uzbek",
    "uighur",
    "russian",
    "kyrgyz",
    "tajik",
    "turkmen",
    "karakalpak",
    "tatar",
    "bashkir",
    "nogai",
    "mongol",
    "chinese",
    "dungan",
    "korean",
    "turk",
    "meskhetian_turk",
    "azerbaijani",
    "armenian",
    "georgian",
    "kurd",
    "persian",
    "pashtun",
    "arab",
    "jewish",
    "ukrainian",
    "belarusian",
    "polish",
    "german",
    "moldovan",
    "romanian",
    "bulgarian",
    "greek",
    "lithuanian",
    "latvian",
    "estonian",
    "chechen",
    "ingush",
    "ossetian",
    "lezgin",
    "avar",
    "balkar",
    "karachay",
    "kalmyk",
    "buryat",
    "chuvash",
    "mordvin",
    "indian",
    "vietnamese",
    "japanese",
    "english",
    "french",
    "italian",
    "other",
];

/// The codes of the list called `name`; none when there is no such list.
pub fn list(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "country" => Some(COUNTRIES),
        "region" => Some(REGIONS),
        "language" => Some(LANGUAGES),
        "relation" => Some(RELATIONS),
        "visa" => Some(VISA_KINDS),
        "nationality" => Some(NATIONALITIES),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const NAMES: [&str; 2] = [include_str!("../../locales/kk/lists.ftl"), include_str!("../../locales/ru/lists.ftl")];
    const LISTS: [&str; 6] = ["country", "region", "language", "relation", "visa", "nationality"];

    /// The ids of a file's messages, in its order.
    fn ids(file: &str) -> Vec<&str> {
        file.lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id)
            .collect()
    }

    #[test]
    fn every_code_has_a_name_and_every_name_a_code() {
        let mut wanted = BTreeSet::new();
        for name in LISTS {
            for code in list(name).into_iter().flatten() {
                assert!(wanted.insert(format!("{name}-{code}")), "{name}-{code} stands twice");
            }
        }
        wanted.extend(REGIONS.iter().map(|code| format!("unit-{code}")));
        for file in NAMES {
            let found = ids(file);
            assert_eq!(found.len(), wanted.len(), "a message stands twice or is missing");
            assert_eq!(found.into_iter().map(String::from).collect::<BTreeSet<_>>(), wanted);
        }
    }

    #[test]
    fn the_lists_are_complete() {
        assert_eq!(COUNTRIES.len(), 250); // 249 of ISO, and Kosovo
        assert!(COUNTRIES.is_sorted());
        assert_eq!(REGIONS.len(), 20);
        assert_eq!(LANGUAGES[..2], ["kk", "ru"]);
        assert_eq!(list("planet"), None);
    }
}
