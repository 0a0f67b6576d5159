//! The invented people of the demo, read from `names.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All names and texts.
#[derive(Debug, Deserialize)]
pub struct Names {
    /// Where people come from.
    pub origin: Vec<Origin>,
    /// What people write, by language.
    pub texts: BTreeMap<String, Texts>,
    /// Who works in the office, by role.
    pub staff: BTreeMap<String, String>,
}

/// People of one origin.
#[derive(Debug, Deserialize)]
pub struct Origin {
    /// Citizenship.
    pub country: String,
    /// Ethnic nationality.
    pub nationality: String,
    /// Language of their papers.
    pub language: String,
    /// Grounds that free from confirming solvency.
    pub grounds: Vec<String>,
    /// Where they were born.
    pub place: String,
    men: Vec<String>,
    women: Vec<String>,
    surnames_men: Vec<String>,
    surnames_women: Vec<String>,
}

/// A name in both scripts.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// As written in Kazakhstan.
    pub cyrillic: String,
    /// As the passport prints it.
    pub latin: String,
}

impl Origin {
    /// Given names and surnames of women or of men.
    pub fn names(&self, women: bool) -> (&[String], &[String]) {
        if women { (&self.women, &self.surnames_women) } else { (&self.men, &self.surnames_men) }
    }
}

impl Name {
    /// Splits `cyrillic|latin`.
    pub fn of(pair: &str) -> Self {
        let (cyrillic, latin) = pair.split_once('|').unwrap_or((pair, pair));
        Self { cyrillic: cyrillic.to_owned(), latin: latin.to_owned() }
    }
}

/// What people of one language write.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "each is the answer to the question of that name")]
pub struct Texts {
    pub purpose: String,
    pub reason: String,
    /// The same of a child.
    pub reason_minor: String,
    /// The main town of each region.
    pub localities: BTreeMap<String, String>,
    pub issuer: String,
    pub street: String,
    pub abroad: String,
    pub provider: String,
    pub notary: String,
    pub bank: String,
    pub exemption: String,
    pub profession: String,
    pub school: String,
    pub employer: String,
    pub position: String,
    pub authority: String,
    pub remarks: Vec<String>,
    pub reasons: String,
    /// What the evidence of that refusal shows.
    pub shows: String,
    /// An objection to it.
    pub objection: String,
    /// Where people are heard.
    pub place: String,
    /// Minutes of a hearing.
    pub minutes: String,
}

/// Reads them.
pub fn names() -> Result<Names, toml::de::Error> {
    toml::from_str(include_str!("names.toml"))
}
