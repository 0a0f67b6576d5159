//! An answer, looked for among the words that a program read on a page. Papers have no form, so what is known is only how
//! people write: numbers with spaces and dots between, dates by figures or by the month's name, sums in groups, names in
//! either script. Whoever looks compares: what is found is a hint of where.

mod days;
mod names;
mod numbers;

use chrono::NaiveDate;

pub use days::Months;
pub use names::Shape;

use super::regions::Region;
use crate::documents::words::{PageWords, Word};
use crate::validation::{Field, Kind};

/// What is looked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Sought {
    /// The number of a paper, of a person or of a telephone: its letters and figures, those that look alike as one.
    Number(Vec<char>),
    /// A day.
    Day(NaiveDate),
    /// A sum, or another whole number.
    Sum(i64),
    /// A name or an address: its words.
    Words(Vec<Shape>),
}

/// Where it stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Each place, the first that is read first; never empty.
    pub places: Vec<Region>,
    /// Letter by letter; else something much like it.
    pub same: bool,
}

/// More places than this point at nothing.
const MOST_PLACES: usize = 6;
/// A shorter number stands on every page.
const LEAST_SUM: i64 = 100;

impl Sought {
    /// What an answer is looked for as; none where a paper says the same in other words (a choice, a story), or where the
    /// answer is so short that it stands anywhere.
    pub fn of(field: &Field, value: &str) -> Option<Self> {
        match field.kind {
            Kind::Date => value.parse().ok().map(Self::Day),
            Kind::Number => value.parse().ok().filter(|sum| *sum >= LEAST_SUM).map(Self::Sum),
            Kind::Text if is_number(field.name) => numbers::sought(field.name, value).map(Self::Number),
            Kind::Text if !matches!(field.name, "house" | "flat" | "email") => names::sought(value).map(Self::Words),
            _ => None,
        }
    }

    /// Looks for it on a page.
    pub fn on(&self, page: &PageWords, months: &Months) -> Option<Found> {
        let (places, same) = match self {
            Self::Number(signs) => numbers::find(page, signs),
            Self::Day(day) => (days::find(page, *day, months), true),
            Self::Sum(sum) => (numbers::find_sum(page, *sum), true),
            Self::Words(words) => names::find(page, words),
        };
        let places: Vec<Region> = places.iter().take(MOST_PLACES).filter_map(|words| around(words)).collect();
        (!places.is_empty()).then_some(Found { places, same })
    }
}

/// Whether an answer of that name is a number with letters in it.
fn is_number(name: &str) -> bool {
    name.ends_with("number") || matches!(name, "iin" | "postcode" | "phone")
}

/// Words that stand together: their place on the page.
type Group<'a> = Vec<&'a Word>;

fn around(words: &[&Word]) -> Option<Region> {
    let edge = |of: fn(&Word) -> f64, pick: fn(f64, f64) -> f64| words.iter().map(|word| of(word)).reduce(pick);
    let (x, y) = (edge(|word| word.x, f64::min)?, edge(|word| word.y, f64::min)?);
    let (right, foot) = (edge(|word| word.x + word.width, f64::max)?, edge(|word| word.y + word.height, f64::max)?);
    Some(Region { x, y, width: right - x, height: foot - y })
}

/// A line as one text, a space between its words, and for each sign the word that it is of. Words that can only be figures
/// are in figures.
struct Line {
    signs: Vec<char>,
    of: Vec<usize>,
}

impl Line {
    fn of(words: &[Word]) -> Self {
        let mut line = Self { signs: Vec::new(), of: Vec::new() };
        for (at, word) in words.iter().enumerate() {
            let text = numbers::in_figures(&word.text);
            line.signs.extend(text.chars().chain([' ']));
            line.of.resize(line.signs.len(), at);
        }
        line
    }
    /// The words that a stretch of it is of.
    fn words<'a>(&self, words: &'a [Word], (from, to): (usize, usize)) -> Group<'a> {
        let ends = self.of.get(from).zip(self.of.get(to.saturating_sub(1)));
        ends.and_then(|(first, last)| words.get(*first..=*last)).unwrap_or_default().iter().collect()
    }
    /// Each run of figures: where it begins and ends.
    fn figures(&self) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (at, _) in self.signs.iter().enumerate().filter(|(_, sign)| sign.is_ascii_digit()) {
            match runs.last_mut() {
                Some((_, end)) if *end == at => *end = at + 1,
                _ => runs.push((at, at + 1)),
            }
        }
        runs
    }
    /// The value of a run of at most eighteen figures.
    fn value(&self, (from, to): (usize, usize)) -> Option<i64> {
        self.signs.get(from..to)?.iter().collect::<String>().parse().ok()
    }
    /// What stands between two runs.
    fn between(&self, one: (usize, usize), next: (usize, usize)) -> &[char] {
        self.signs.get(one.1..next.0).unwrap_or_default()
    }
}
