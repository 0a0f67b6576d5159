//! Names and addresses among words: by their skeletons, so that it does not matter in which script and by which rule they
//! are written, or by how they look, since programs read Latin capitals as Cyrillic ones; most letters are enough.

use super::Group;
use super::numbers::looks;
use crate::documents::words::{PageWords, Word};
use crate::validation::names::{is_apostrophe, skeleton};

/// Shorter words (of, and, street) tell nothing.
const TELLING: usize = 3;
/// A word this long may have one letter read wrongly, or another ending.
const LONG: usize = 5;
/// A name or an address goes over so many lines at most.
const LINES: usize = 3;

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    bones: String,
    looks: String,
}

/// The words of a text.
fn shapes(text: &str) -> Vec<Shape> {
    let is_sign = |c: char| !c.is_alphanumeric() && !is_apostrophe(c);
    let shape = |word: &str| Shape { bones: skeleton(word), looks: word.chars().filter_map(looks).collect() };
    text.split(is_sign).map(shape).filter(|shape| !shape.bones.is_empty()).collect()
}

/// The telling words of a text; if none is, all.
pub(super) fn sought(value: &str) -> Option<Vec<Shape>> {
    let all = shapes(value);
    let long = |least: usize| -> Vec<Shape> { all.iter().filter(|word| word.letters() >= least).cloned().collect() };
    [TELLING, 2].into_iter().map(long).find(|words| !words.is_empty())
}

/// How a word that was read stands to one that is looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Near,
    Same,
}

/// The places where most of it stands together, and whether all of it does, letter by letter.
pub(super) fn find<'a>(page: &'a PageWords, sought: &[Shape]) -> (Vec<Group<'a>>, bool) {
    let lines: Vec<Vec<(&Word, Vec<Shape>)>> =
        page.lines().map(|line| line.iter().map(|word| (word, shapes(&word.text))).collect()).collect();
    let all: usize = sought.iter().map(Shape::letters).sum();
    // Letters found, then those letter by letter; then the fewest lines.
    let mut best = ((all / 2 + 1, 0), LINES);
    let mut found: Vec<(usize, Group<'a>)> = Vec::new();
    for first in 0..lines.len() {
        for count in 1..=LINES.min(lines.len() - first) {
            let window: Vec<_> = lines[first..first + count].iter().flatten().collect();
            let (letters, exact, group) = matched(&window, sought);
            let this = ((letters, exact), count);
            let better = this.0 > best.0 || (this.0 == best.0 && count < best.1);
            if better {
                found.clear();
            } else if this != best {
                continue;
            }
            best = this;
            if found.last().is_none_or(|(until, _)| *until <= first) {
                found.push((first + count, group));
            }
        }
    }
    let ((_, exact), _) = best;
    (found.into_iter().map(|(_, group)| group).collect(), exact == all)
}

/// Letters of what is looked for that are in a window, those of them that are the same, and where.
fn matched<'a>(window: &[&(&'a Word, Vec<Shape>)], sought: &[Shape]) -> (usize, usize, Group<'a>) {
    let (mut letters, mut exact, mut group) = (0, 0, Vec::new());
    let mut taken = vec![false; window.len()];
    for wanted in sought {
        let fits = window.iter().enumerate().filter(|(at, _)| !taken[*at]).filter_map(|(at, (_, parts))| {
            parts.iter().filter_map(|part| fit(part, wanted)).max().map(|fit| (fit, std::cmp::Reverse(at)))
        });
        let Some((fit, std::cmp::Reverse(at))) = fits.max() else { continue };
        taken[at] = true;
        letters += wanted.letters();
        exact += if fit == Fit::Same { wanted.letters() } else { 0 };
        group.push(window[at].0);
    }
    (letters, exact, group)
}

impl Shape {
    fn letters(&self) -> usize {
        self.looks.chars().count()
    }
}

fn fit(read: &Shape, wanted: &Shape) -> Option<Fit> {
    compared(&read.bones, &wanted.bones).max(compared(&read.looks, &wanted.looks))
}

fn compared(read: &str, wanted: &str) -> Option<Fit> {
    if read == wanted {
        return Some(Fit::Same);
    }
    let (one, other): (Vec<char>, Vec<char>) = (read.chars().collect(), wanted.chars().collect());
    let (long, short) = if one.len() >= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < LONG {
        return None;
    }
    let common = long.iter().zip(short).take_while(|(one, other)| one == other).count();
    let ends_otherwise = common + 1 >= short.len() && long.len() - short.len() <= 2;
    (ends_otherwise || is_one_off(long, short)).then_some(Fit::Near)
}

/// Whether two words are the same but for one letter that is another, or too many.
fn is_one_off(long: &[char], short: &[char]) -> bool {
    let common = long.iter().zip(short).take_while(|(one, other)| one == other).count();
    match long.len() - short.len() {
        0 => long[common..].iter().skip(1).eq(short[common..].iter().skip(1)),
        1 => long[common + 1..] == short[common..],
        _ => false,
    }
}
