//! Spelling of names: which letters a name may have, how names are folded so that a search finds them, and whether two
//! spellings in two scripts are one name.

mod capitals;
mod letters;
mod likeness;
mod skeleton;

pub use capitals::in_capitals;
pub use likeness::{Likeness, same_beginning, same_name};
pub use skeleton::skeleton;

/// Whether `c` may stand in a name as a passport prints it.
pub fn is_latin_name_char(c: char) -> bool {
    c.is_ascii_alphabetic()
        || ('\u{00C0}'..='\u{024F}').contains(&c)
        || ('\u{1E00}'..='\u{1EFF}').contains(&c)
        || is_joint(c)
}

/// Whether `c` may stand in a name written in Kazakh or Russian letters.
pub fn is_cyrillic_name_char(c: char) -> bool {
    ('\u{0400}'..='\u{052F}').contains(&c) || is_joint(c)
}

/// Whether a name, or a part of it, is in Latin letters.
pub fn has_latin(name: &str) -> bool {
    name.chars().any(|c| is_latin_name_char(c) && !is_joint(c))
}

/// Hyphen, apostrophes, full stop and space join the parts of a name.
fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '\u{2010}' | '\u{2011}') || is_apostrophe(c)
}

/// The apostrophe and the signs that stand in its place, the Uzbek turned comma among them.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{02BB}' | '\u{02BC}')
}

/// The nine Kazakh letters beside the Russian one that a keyboard without Kazakh puts in their place; last, io beside ie.
const FOLDED: [(char, char); 10] = [
    ('\u{04D9}', '\u{0430}'),
    ('\u{0493}', '\u{0433}'),
    ('\u{049B}', '\u{043A}'),
    ('\u{04A3}', '\u{043D}'),
    ('\u{04E9}', '\u{043E}'),
    ('\u{04B1}', '\u{0443}'),
    ('\u{04AF}', '\u{0443}'),
    ('\u{04BB}', '\u{0445}'),
    ('\u{0456}', '\u{0438}'),
    ('\u{0451}', '\u{0435}'),
];

/// Folds a name, a number or a search for comparison: case, Kazakh and Russian spelling, signs between words.
///
/// The same function folds what is stored and what is searched, so the two always meet.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        if is_apostrophe(c) {
            continue;
        }
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(FOLDED.iter().find(|(kazakh, _)| *kazakh == c).map_or(c, |(_, russian)| *russian));
        } else {
            gap = true;
        }
    }
    folded
}

/// Folds without any gaps: `N 1234 567` and `n1234567` are one number.
pub fn fold_number(text: &str) -> String {
    fold(text).replace(' ', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_and_russian_spellings_of_one_name_meet() {
        for (stored, searched) in [
            ("Қайрат", "КАЙРАТ"),
            ("Ұлықбек Әбдіғалиев", "улыкбек абдигалиев"),
            ("Өмірзақов", "омирзаков"),
            ("Семёнов", "семенов"),
            ("O'Connor", "oconnor"),
            ("O\u{2BB}ktam", "oktam"),
            ("Петров-Водкин", "петров водкин"),
        ] {
            assert_eq!(fold(stored), fold(searched), "{stored} / {searched}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        assert_ne!(fold("Асан"), fold("Асель"));
        assert_eq!(fold_number("N 1234-567"), "n1234567");
    }
}
