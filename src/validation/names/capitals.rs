//! A name in the capitals in which a passport's machine-readable zone would write it.

use super::letters::{plain, small_letters, spelling};

/// By today's rule of ICAO Doc 9303, the first where it leaves a choice: one space between words, no signs.
pub fn in_capitals(name: &str) -> String {
    let mut written = String::with_capacity(name.len());
    for letter in small_letters(name) {
        let Some(letter) = letter else {
            written.push(' ');
            continue;
        };
        let by_rule = spelling(letter.encode_utf8(&mut [0; 4])).and_then(|spelling| spelling.now.first().copied());
        match by_rule.or_else(|| plain(letter)) {
            Some(letters) => written.push_str(letters),
            None => written.push(letter),
        }
    }
    written.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::names::{Likeness, same_name};

    #[test]
    fn a_name_becomes_what_the_zone_has() {
        for (name, zone) in [
            ("Қайрат", "KAIRAT"),
            ("Щербаков", "SHCHERBAKOV"),
            ("Иванов-Петров", "IVANOV PETROV"),
            ("O'Connor", "OCONNOR"),
            ("Yılmaz", "YILMAZ"),
            ("Müller", "MUELLER"),
        ] {
            assert_eq!(in_capitals(name), zone);
            assert_eq!(same_name(name, zone), Likeness::Same);
        }
    }
}
