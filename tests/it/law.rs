//! The law: worked cases, boundaries a day before and after, properties, the line protocol, and its words.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod days;
mod documents;
mod grounds;
mod numbers;
mod properties;
mod protocol;
mod switches;
mod vectors;
pub mod words;
mod zone;

use chrono::NaiveDate;
use ruqsat::law::calendar::parse_day;
use ruqsat::law::facts::{Facts, Ground, Grounds};

/// A day written YYYY-MM-DD.
fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

/// A case of an adult from Germany, filed in 2026, with these grounds.
fn adult(grounds: &[Ground]) -> Facts {
    let mut facts = born("1990-05-05", "2026-06-10");
    facts.grounds = grounds.iter().copied().collect::<Grounds>();
    facts
}

/// A case of a person from Germany with these two days.
fn born(born_on: &str, filed_on: &str) -> Facts {
    let mut facts = Facts::new(day(filed_on), day(born_on));
    facts.citizenship = Some("DEU".parse().unwrap());
    facts
}

/// The answer of the line protocol as JSON.
fn answer(line: &str) -> serde_json::Value {
    serde_json::from_str(&ruqsat::rules::answer_line(line)).unwrap()
}
