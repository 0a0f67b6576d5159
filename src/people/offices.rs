//! Where an office receives people: address, hours, telephone, in the words of whoever runs the portal. The portal knows none
//! of this by itself, and shows nothing where nothing was written.

use std::collections::BTreeMap;

use crate::application::lists::REGIONS;

/// What was written of each unit, by the code of the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offices(BTreeMap<String, BTreeMap<String, String>>);

/// In these each unit is described that is described at all: those of the law.
const WANTED: [&str; 2] = ["kk", "ru"];
/// More signs than this are no address.
const LONGEST: usize = 600;

impl Offices {
    /// Reads a TOML file: a table for each unit, in it a text for each language.
    pub fn read(text: &str) -> Result<Self, String> {
        let units: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(text).map_err(|error| error.message().to_owned())?;
        for (unit, texts) in &units {
            if !REGIONS.contains(&unit.as_str()) {
                return Err(format!("there is no unit {unit}"));
            }
            for language in WANTED {
                let said = texts.get(language).map(|text| text.trim()).unwrap_or_default();
                if said.is_empty() || said.chars().count() > LONGEST {
                    return Err(format!("{unit}: {language} must be a text of at most {LONGEST} signs"));
                }
            }
        }
        Ok(Self(units))
    }
    /// What was written of a unit in a language.
    pub fn of(&self, unit: &str, language: &str) -> Option<&str> {
        self.0.get(unit)?.get(language).map(|text| text.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_told_in_both_languages_or_not_at_all() {
        let read = Offices::read("[KZ75]\nkk = \"\"\"\nA 1\n9-18\n\"\"\"\nru = \"B 1\"").unwrap();
        assert_eq!((read.of("KZ75", "kk"), read.of("KZ75", "ru")), (Some("A 1\n9-18"), Some("B 1")));
        assert_eq!((read.of("KZ75", "en"), read.of("KZ71", "kk")), (None, None));
        for wrong in
            ["KZ75 = 1", "[KZ99]\nkk = \"A\"\nru = \"A\"", "[KZ75]\nkk = \"A\"", "[KZ75]\nkk = \" \"\nru = \"A\""]
        {
            assert!(Offices::read(wrong).is_err(), "{wrong}");
        }
    }
}
