//! A name's skeleton: what is left when the differences between spellings of one name are taken away, in whatever
//! script it was typed. For finding, not for judging: [`super::same_name`] judges.

use super::letters::{plain, small_letters};

/// Sounds that the skeleton keeps apart, each as one capital, so that no rule takes them for letters once more.
const SH: char = 'W';
const ZH: char = 'J';
const KH: char = 'H';
const TS: char = 'C';

/// One spelling for all spellings of a name: Kazakh and Russian letters, Latin by ICAO, by Soviet passports, by the Kazakh
/// alphabet of 2021. Hyphens and spaces become one space, apostrophes nothing, doubled letters one.
///
/// Kazakh and Russian writing differ in the sounds of SH and CH (and write one for the other), so these are one; so are
/// all of I, Y and short I. Vowels stay: without them Asan and Asel would be nearer than they are.
pub fn skeleton(text: &str) -> String {
    let letters = small_letters(text);
    let words = letters.split(Option::is_none).map(|word| {
        let letters: Vec<char> = word.iter().copied().flatten().collect();
        bones(&folded(&heard(&latin(&letters))))
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A word in plain Latin, with capitals for the sounds that Cyrillic has a letter of its own for.
fn latin(letters: &[char]) -> Vec<char> {
    let mut word = Vec::with_capacity(letters.len() + 4);
    for letter in letters {
        let written = match letter {
            '\u{436}' | '\u{497}' | '\u{45F}' | '\u{4B7}' => "J",
            '\u{445}' | '\u{4B3}' | '\u{4BB}' => "H",
            '\u{446}' => "C",
            '\u{447}' | '\u{448}' | '\u{449}' | '\u{45B}' => "W",
            // The hard and the soft sign are heard in the letter beside them.
            '\u{44A}' | '\u{44C}' => "",
            '\u{44B}' | '\u{458}' => "i",
            '\u{45E}' => "o",
            '\u{454}' => "e",
            other => match super::letters::spelling(other.encode_utf8(&mut [0; 4])) {
                Some(spelling) if *other > '\u{370}' => spelling.now.first().copied().unwrap_or_default(),
                _ => match plain(*other) {
                    Some(plain) => plain,
                    None => {
                        word.push(*other);
                        continue;
                    }
                },
            },
        };
        word.extend(written.chars());
    }
    word
}

/// Letters that stand for one sound together; first the longest.
const TOGETHER: &[(&str, &str)] = &[
    ("tsch", "W"),
    ("dsch", "J"),
    ("tch", "W"),
    ("sch", "W"),
    ("sh", "W"),
    ("ch", "W"),
    ("zh", "J"),
    ("kh", "H"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
];

/// Latin letters as they are heard.
fn heard(word: &[char]) -> Vec<char> {
    let mut heard = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let rest = &word[at..];
        let begins = |sign: &str| sign.chars().enumerate().all(|(place, c)| rest.get(place) == Some(&c));
        if let Some((sign, sound)) = TOGETHER.iter().find(|(sign, _)| begins(sign)) {
            heard.extend(sound.chars());
            at += sign.len();
            continue;
        }
        let (before, after) = (heard.last().copied(), rest.get(1).copied());
        let followed_by = |letters: &[char]| after.is_some_and(|next| letters.contains(&next));
        at += 1;
        match rest[0] {
            // Before H the S belongs to SH: Batshat, Aqsholpan.
            't' if followed_by(&['s', 'z']) && rest.get(2) != Some(&'h') => {
                heard.push(TS);
                at += 1;
            }
            'k' | 'q' if followed_by(&['s']) && rest.get(2) != Some(&'h') => {
                heard.push(KH); // what X is in one passport and KS in another is H in a third
                at += 1;
            }
            'x' => heard.push(KH),
            'c' if followed_by(&['e', 'i', 'y']) => heard.push(TS),
            'c' | 'q' => heard.push('k'),
            'w' => heard.push('v'),
            'y' => heard.push('i'),
            'j' if before.is_some_and(is_vowel) && !after.is_some_and(is_vowel) => heard.push('i'), // Andrej
            'j' => heard.push(ZH),
            'u' if before == Some('g') && followed_by(&['e', 'i', 'y']) => {} // SERGUEI
            'h' if before.is_some_and(is_vowel) && after.is_none() => {}      // Abdullah
            'h' => heard.push(KH),
            other => heard.push(other),
        }
    }
    if heard.ends_with(&['o', 'f', 'f']) || heard.ends_with(&['e', 'f', 'f']) {
        heard.truncate(heard.len() - 2);
        heard.push('v');
    }
    heard
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Vowels that are written as one or as two, and consonants that swallow the one before them.
fn folded(word: &[char]) -> Vec<char> {
    let mut folded: Vec<char> = Vec::with_capacity(word.len());
    for &letter in word {
        let before = folded.iter().rev().nth(1).copied();
        match (folded.last().copied(), letter) {
            (Some(last), same) if last == same => {}
            // YE, IE and E; YO, IO and what Russian writes with two dots.
            (Some('i'), 'e' | 'o') => {
                folded.pop();
                match folded.last() {
                    Some('a' | 'o' | 'u' | 'e') => {} // AE as below
                    _ => folded.push('e'),
                }
            }
            // AE, OE and UE write the Kazakh and the German vowels with two dots.
            (Some('a' | 'o' | 'u'), 'e') => {}
            (Some('i'), 'u') if before.is_some_and(|before| !is_vowel(before)) => {
                folded.pop();
                folded.push('u');
            }
            (Some('t' | 's'), SH) | (Some('d'), ZH) => {
                folded.pop();
                if folded.last() != Some(&letter) {
                    folded.push(letter);
                }
            }
            _ => folded.push(letter),
        }
    }
    folded
}

/// Endings of older passports: POUCHKINE; IVANOFF is mended before its two F become one.
fn bones(word: &[char]) -> String {
    let mut word = word.to_vec();
    if word.len() > 4 && word.ends_with(&['i', 'n', 'e']) {
        word.pop();
    }
    word.into_iter().flat_map(char::to_lowercase).collect()
}
