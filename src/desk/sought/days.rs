//! Days among words: by figures in either order, or with the name of the month in the languages that papers have here.

use chrono::{Datelike, NaiveDate};

use super::{Group, Line};
use crate::documents::words::{PageWords, Word};
use crate::validation::names::skeleton;

/// The names of months, by their sound: the skeleton is the same in either script.
#[derive(Debug, Clone)]
pub struct Months(Vec<(u32, String)>);

/// An abbreviation has so many letters, and an ending changes at most two.
const STEM: usize = 3;
const ENDING: usize = 2;
/// Words between the month and its day or its year.
const NEAR: usize = 3;

impl Months {
    /// Names with their numbers, from 1, as they are inflected in a date.
    pub fn new(names: impl IntoIterator<Item = (u32, String)>) -> Self {
        Self(names.into_iter().map(|(number, name)| (number, skeleton(&name))).collect())
    }
    /// Whether a word is that month, in any of the languages, with another ending or cut short.
    fn is(&self, word: &str, month: u32) -> bool {
        let words = skeleton(word);
        let like = |word: &str, name: &str| {
            let (long, known) = (word.chars().count(), name.chars().count());
            let common = word.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
            let is_short = long >= STEM && common == long;
            is_short || (common >= STEM.max(known.saturating_sub(ENDING)) && long <= known + ENDING)
        };
        let names = self.0.iter().filter(|(number, _)| *number == month);
        names.into_iter().any(|(_, name)| words.split(' ').any(|word| like(word, name)))
    }
}

/// The places of a day.
pub(super) fn find<'a>(page: &'a PageWords, day: NaiveDate, months: &Months) -> Vec<Group<'a>> {
    page.lines().flat_map(|words| in_figures(words, day).into_iter().chain(by_name(words, day, months))).collect()
}

/// 12.03.2026, 12/3/26, 12 03 2026, 2026-03-12.
fn in_figures(words: &[Word], day: NaiveDate) -> Vec<Group<'_>> {
    let line = Line::of(words);
    let runs = line.figures();
    let places = runs.windows(3).filter(|three| {
        let [one, two, three] = **three else { return false };
        let together = |one, next| {
            let between = line.between(one, next);
            between.len() <= 3 && between.iter().all(|sign| matches!(sign, ' ' | '.' | '/' | '-' | ',' | '\u{2013}'))
        };
        let is = |run: (usize, usize), part: u32, most: usize| {
            run.1 - run.0 <= most && line.value(run) == Some(i64::from(part))
        };
        let is_year = |run: (usize, usize)| match run.1 - run.0 {
            4 => line.value(run) == Some(i64::from(day.year())),
            2 => line.value(run) == Some(i64::from(day.year() % 100)),
            _ => false,
        };
        let (number, month) = (day.day(), day.month());
        let begins_with_day = is(one, number, 2) && is(two, month, 2) && is_year(three);
        let begins_with_year = one.1 - one.0 == 4 && is_year(one) && is(two, month, 2) && is(three, number, 2);
        together(one, two) && together(two, three) && (begins_with_day || begins_with_year)
    });
    places.map(|three| line.words(words, (three[0].0, three[2].1))).collect()
}

/// «12» of March 2026, March 12, 2026, 2026, 12 March.
fn by_name<'a>(words: &'a [Word], day: NaiveDate, months: &Months) -> Vec<Group<'a>> {
    let numbers: Vec<Option<(i64, usize)>> = words.iter().map(|word| number(&word.text)).collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        if !months.is(&words[at].text, day.month()) {
            continue;
        }
        let near = |wanted: &dyn Fn(i64, usize) -> bool, but: usize| {
            let around = at.saturating_sub(NEAR)..words.len().min(at + NEAR + 1);
            let fits =
                |place: &usize| *place != but && numbers[*place].is_some_and(|(value, long)| wanted(value, long));
            around.filter(fits).min_by_key(|place| place.abs_diff(at))
        };
        let is_day = |value: i64, long: usize| long <= 2 && value == i64::from(day.day());
        let is_year = |value: i64, long: usize| {
            (long == 4 && value == i64::from(day.year())) || (long == 2 && value == i64::from(day.year() % 100))
        };
        let Some(number) = near(&is_day, at) else { continue };
        let Some(year) = near(&is_year, number) else { continue };
        let (first, last) = (at.min(number).min(year), at.max(number).max(year));
        found.push(words[first..=last].iter().collect());
    }
    found
}

/// The figures of a word that has one run of them, before an ending at most: the number, and how many they are.
fn number(word: &str) -> Option<(i64, usize)> {
    let word = super::numbers::in_figures(word);
    let figures = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = figures.find(|c: char| !c.is_ascii_digit()).unwrap_or(figures.len());
    let (figures, ending) = figures.split_at(end);
    if ending.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some((figures.parse().ok()?, figures.len()))
}
