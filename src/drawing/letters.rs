//! Letters made of strokes: the capitals of the Kazakh and the Russian alphabet, digits and what stands between them.
//!
//! The file beside this one has a letter a line: the letter, and its strokes. A stroke is a chain of points, two digits
//! each: across from the left, down from the top. Capitals reach from 1 to 7, marks above them begin at 0, tails end at 8.
//! No file of a font is needed for a line of capitals, and none that covers Kazakh comes with the crates that are here
//! anyway.

use std::sync::LazyLock;

/// Height of a line in these units, with the room to the next.
pub const LINE: f64 = 11.0;
/// Room between two letters.
pub const GAP: f64 = 1.6;
/// Width of a space, and of a letter that is not known.
const SPACE: f64 = 2.4;

/// Letters and their strokes, a line each.
static LETTERS: LazyLock<Vec<(char, &str)>> = LazyLock::new(|| {
    let lines = include_str!("letters.txt").lines();
    lines
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(one, strokes)| Some((one.chars().next()?, strokes)))
        .collect()
});

/// A point, across and down.
pub type Point = (f64, f64);

/// The strokes of a letter; none of what is not known.
fn strokes(letter: char) -> Option<&'static str> {
    LETTERS.iter().find(|(known, _)| *known == letter).map(|(_, strokes)| *strokes)
}

fn points(stroke: &str) -> Vec<Point> {
    let digits: Vec<f64> = stroke.bytes().filter(u8::is_ascii_digit).map(|digit| f64::from(digit - b'0')).collect();
    digits.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// A text in capitals as pieces of line, and its width.
pub fn lines(text: &str) -> (Vec<(Point, Point)>, f64) {
    let (mut pieces, mut at) = (Vec::new(), 0.0);
    for letter in text.to_uppercase().chars() {
        let mut width = if strokes(letter).is_some() { 0.0 } else { SPACE };
        for stroke in strokes(letter).unwrap_or_default().split(' ') {
            let chain = points(stroke);
            width = chain.iter().map(|(x, _)| *x).fold(width, f64::max);
            pieces.extend(chain.windows(2).map(|pair| ((at + pair[0].0, pair[0].1), (at + pair[1].0, pair[1].1))));
        }
        at += width + GAP;
    }
    (pieces, at - GAP)
}

/// Letters of a text that cannot be written.
pub fn unknown(text: &str) -> Vec<char> {
    text.to_uppercase().chars().filter(|letter| !letter.is_whitespace() && strokes(*letter).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_both_alphabets_can_be_written_and_no_two_look_alike() {
        let kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
        assert_eq!(unknown(kazakh), [' '; 0]);
        assert_eq!(unknown("№ 0123-4567-89, 10.06.2026 – a"), ['A']);
        for (at, (letter, strokes)) in LETTERS.iter().enumerate() {
            let digits = strokes.bytes().filter(u8::is_ascii_digit).count();
            assert!(digits >= 4 && digits % 2 == 0, "{letter}");
            for (other, like) in &LETTERS[at + 1..] {
                let twins = [('О', '0'), ('З', '3')];
                assert!(strokes != like || twins.contains(&(*letter, *other)), "{letter} {other}");
            }
        }
    }

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        let (pieces, width) = lines("Т.");
        assert_eq!((pieces.len(), width), (3, 4.0 + GAP + 1.0));
    }
}
