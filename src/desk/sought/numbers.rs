//! Numbers among words: of papers, by letters and figures that look alike; sums, however they are grouped.

use super::{Group, Line};
use crate::documents::words::{PageWords, Word};
use crate::validation::latin;

/// A number this short is one word, or it would be found inside of others.
const SHORT: usize = 5;
/// One sign of a number this long may be read wrongly.
const LONG: usize = 7;

/// A sign as all that look like it; none for what stands between signs. Programs take O for nought and I for one, and a
/// number in Cyrillic letters looks the same in Latin ones.
pub(super) fn looks(sign: char) -> Option<char> {
    let capital = sign.to_uppercase().next().filter(|c| c.is_alphanumeric())?;
    Some(match latin(capital) {
        'O' | '\u{4E8}' => '0',
        'I' | 'L' | '\u{4C0}' => '1',
        '\u{417}' => '3',
        '\u{4A2}' => 'H',
        '\u{49A}' => 'K',
        '\u{4AE}' | '\u{4B0}' => 'Y',
        other => other,
    })
}

/// A word in figures, if it has one and nothing else that could not be one: `2O26` is a year.
pub(super) fn in_figures(word: &str) -> String {
    let figure = |c: char| looks(c).filter(char::is_ascii_digit);
    let all = word.chars().filter(|c| c.is_alphanumeric()).all(|c| figure(c).is_some());
    if !all || !word.contains(|c: char| c.is_ascii_digit()) {
        return word.to_owned();
    }
    word.chars().map(|c| figure(c).unwrap_or(c)).collect()
}

/// What is looked for of a number: of a telephone without the code of the country, which papers write in several ways.
pub(super) fn sought(field: &str, value: &str) -> Option<Vec<char>> {
    const TELEPHONE: usize = 10;
    let mut signs: Vec<char> = value.chars().filter_map(looks).collect();
    if field == "phone" && signs.len() > TELEPHONE {
        signs.drain(..signs.len() - TELEPHONE);
    }
    let is_short = signs.len() < 2 || (signs.len() == 2 && signs.iter().all(char::is_ascii_digit));
    (!is_short).then_some(signs)
}

/// The places of a number, and whether all its signs are there.
pub(super) fn find<'a>(page: &'a PageWords, signs: &[char]) -> (Vec<Group<'a>>, bool) {
    let with = |wrong: usize| -> Vec<Group<'a>> { page.lines().flat_map(|line| on_line(line, signs, wrong)).collect() };
    let exact = with(0);
    if !exact.is_empty() || signs.len() < LONG {
        return (exact, true);
    }
    (with(1), false)
}

/// A sign of a line: as what it looks, the word that it is of, whether it begins or ends what is written without a break.
struct Sign {
    looks: char,
    word: usize,
    first: bool,
    last: bool,
}

fn signs_of(words: &[Word]) -> Vec<Sign> {
    let mut all: Vec<Sign> = Vec::new();
    for (word, text) in words.iter().map(|word| &word.text).enumerate() {
        let mut broken = true;
        for sign in text.chars() {
            match looks(sign) {
                Some(looks) => {
                    all.push(Sign { looks, word, first: broken, last: false });
                    broken = false;
                }
                None => {
                    broken = true;
                    all.last_mut().filter(|last| last.word == word).into_iter().for_each(|last| last.last = true);
                }
            }
        }
        all.last_mut().into_iter().for_each(|last| last.last = true);
    }
    all
}

fn on_line<'a>(words: &'a [Word], signs: &[char], wrong: usize) -> Vec<Group<'a>> {
    let line = signs_of(words);
    let mut found: Vec<Group<'a>> = Vec::new();
    let mut free = 0;
    for (at, window) in line.windows(signs.len()).enumerate() {
        let ([begin, ..], [.., end]) = (window, window) else { continue };
        let off = window.iter().zip(signs).filter(|(sign, wanted)| sign.looks != **wanted).count();
        if at < free || off > wrong {
            continue;
        }
        // Figures that go on are another number; a letter before figures is a series that may have been left out.
        let differs = |one: &Sign, next: &Sign| one.looks.is_ascii_digit() != next.looks.is_ascii_digit();
        let before = at.checked_sub(1).and_then(|at| line.get(at));
        let after = line.get(at + signs.len());
        let starts = begin.first || before.is_some_and(|before| differs(before, begin));
        let ends = end.last || after.is_some_and(|after| differs(end, after));
        let alone = |beside: Option<&Sign>, own: &Sign| beside.is_none_or(|beside| beside.word != own.word);
        let whole = alone(before, begin) && alone(after, end);
        if starts && ends && (signs.len() >= SHORT || whole) {
            found.push(words.get(begin.word..=end.word).unwrap_or_default().iter().collect());
            free = at + signs.len();
        }
    }
    found
}

/// The places of a sum: in one piece or in groups of three, with hundredths or without.
pub(super) fn find_sum(page: &PageWords, sum: i64) -> Vec<Group<'_>> {
    page.lines()
        .flat_map(|words| sums(words).into_iter().filter(move |(value, _)| *value == sum))
        .map(|(_, at)| at)
        .collect()
}

/// All sums of a line.
fn sums(words: &[Word]) -> Vec<(i64, Group<'_>)> {
    let line = Line::of(words);
    let runs = line.figures();
    let long = |run: &(usize, usize)| run.1 - run.0;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = runs.get(at) {
        let mut digits: String = line.signs[first.0..first.1].iter().collect();
        let mut last = *first;
        at += 1;
        if long(first) <= 3 {
            while let Some(next) = runs.get(at).filter(|next| long(next) == 3 && is_joint(line.between(last, **next))) {
                digits.extend(&line.signs[next.0..next.1]);
                last = *next;
                at += 1;
            }
        }
        // Hundredths belong to the sum, and are no number of their own.
        if let Some(next) = runs.get(at).filter(|next| long(next) == 2)
            && matches!(line.between(last, *next), [',' | '.' | '-' | '='])
        {
            at += 1;
        }
        found.extend(digits.parse().ok().map(|value| (value, line.words(words, (first.0, last.1)))));
    }
    found
}

fn is_joint(between: &[char]) -> bool {
    matches!(between, [' ' | '\u{A0}' | '.' | ',' | '\'' | '\u{2019}'])
}
