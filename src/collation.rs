//! The order of names in a language's own alphabet, for lists that a page shows by name.
//!
//! Code points put the letters that only Kazakh has after all others; the alphabet of each language is
//! therefore data, the message `alphabet` of `locales/*/lists.ftl`. Letters written together there
//! share one place and are told apart only between texts otherwise equal.

use std::collections::HashMap;

/// Weight of the first letter of the alphabet: above the digits, below the Cyrillic code points.
const ALPHABET: u16 = 0x100;
/// Added to the code points of all scripts but Cyrillic, which sends them behind it.
const OTHER_SCRIPTS: u16 = 0x2000;
/// Parts the two levels of a key. Lower than any weight, so that a word comes before its longer forms.
const NEXT_LEVEL: u16 = 0;

/// The order of one language.
#[derive(Debug, Clone)]
pub struct Collation {
    /// For each letter its place, and its rank among those that share the place.
    letters: HashMap<char, (u16, u16)>,
}

impl Collation {
    /// Reads an alphabet: small letters in their order, parted by spaces.
    pub fn new(alphabet: &str) -> Self {
        let mut letters = HashMap::new();
        for (place, group) in (ALPHABET..).zip(alphabet.split_whitespace()) {
            for (rank, letter) in (0..).zip(group.chars()) {
                letters.insert(letter, (place, rank));
            }
        }
        Self { letters }
    }

    /// What to compare instead of the text.
    ///
    /// Digits come first, then the alphabet, then Cyrillic letters it lacks, then Latin and other scripts.
    /// Case, spaces, hyphens and other signs do not count.
    pub fn key(&self, text: &str) -> Vec<u16> {
        let (mut key, ranks): (Vec<u16>, Vec<u16>) = text
            .chars()
            .flat_map(char::to_lowercase)
            .filter(|letter| letter.is_alphanumeric())
            .map(|letter| self.weight(letter))
            .unzip();
        key.push(NEXT_LEVEL);
        key.extend(ranks);
        key
    }

    /// Puts named things into order; those whose names do not differ stay as they stood.
    pub fn sort_by<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by_cached_key(|item| self.key(name(item)));
    }

    fn weight(&self, letter: char) -> (u16, u16) {
        if let Some(&weight) = self.letters.get(&letter) {
            return weight;
        }
        let code = u16::try_from(u32::from(letter)).unwrap_or(u16::MAX);
        match letter {
            '0'..='9' | '\u{400}'..='\u{52F}' => (code, 0),
            _ => (code.saturating_add(OTHER_SCRIPTS), 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order of a language, from its own file.
    fn collation(file: &str) -> Collation {
        Collation::new(alphabet(file))
    }

    fn alphabet(file: &str) -> &str {
        file.lines().find_map(|line| line.strip_prefix("alphabet = ")).unwrap_or_default()
    }

    const KK: &str = include_str!("../locales/kk/lists.ftl");
    const RU: &str = include_str!("../locales/ru/lists.ftl");

    /// Asserts that the words stand in order, whichever way they came.
    fn in_order(file: &str, words: &[&str]) {
        let mut items: Vec<_> = words.iter().rev().map(|word| ((), word.to_string())).collect();
        collation(file).sort_by(&mut items, |(_, word)| word);
        let sorted: Vec<_> = items.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!(sorted, words);
    }

    #[test]
    fn alphabets_are_whole() {
        assert_eq!(alphabet(KK).split_whitespace().count(), 42);
        assert_eq!(alphabet(RU).chars().filter(|sign| *sign != ' ').count(), 33);
        let letters: Vec<_> = alphabet(KK).split_whitespace().collect();
        in_order(KK, &letters);
    }

    #[test]
    fn kazakh_letters_stand_in_their_places() {
        in_order(
            KK,
            &[
                "Австрия",
                "Ақтөбе",
                "Ангола",
                "Аңырақай",
                "Әзірбайжан",
                "Бразилия",
                "Гана",
                "Ғарыш",
                "Кипр",
                "Қазақстан",
                "Қытай",
                "Латвия",
                "Оман",
                "Өзбекстан",
                "Перу",
                "Тунис",
                "Түркия",
                "Уругвай",
                "Ұлыбритания",
                "Үндістан",
                "Франция",
                "Хорватия",
                "Һиндустан",
                "Швеция",
                "Ыстықкөл",
                "Ірі",
                "Эстония",
            ],
        );
    }

    #[test]
    fn russian_io_is_told_from_ie_only_between_equals() {
        in_order(RU, &["Тего", "Тёркс и Кайкос", "Тест", "Тёст", "Тесты", "Того"]);
    }

    #[test]
    fn digits_then_the_alphabet_then_its_guests_then_latin() {
        in_order(RU, &["5 мамыр", "Абай", "Ямайка", "Ұлытау", "Ascension", "zebra"]);
        in_order(RU, &["область Абай", "область Жетісу", "область Ұлытау"]);
    }

    #[test]
    fn case_spaces_and_hyphens_do_not_count() {
        let order = collation(KK);
        assert_eq!(order.key("Буркина-Фасо"), order.key("буркина фасо"));
        assert_eq!(order.key("Кот-д’Ивуар"), order.key("КОТ ДИВУАР"));
        in_order(KK, &["Гвинея", "Гвинея-Бисау", "Гвинеялық"]);
    }

    #[test]
    fn equals_stay_as_they_stood() {
        let mut items = vec![(2, "Чад".to_string()), (1, "ЧАД".to_string()), (3, "Бенин".to_string())];
        collation(KK).sort_by(&mut items, |(_, name)| name);
        assert_eq!(items.iter().map(|item| item.0).collect::<Vec<_>>(), [3, 2, 1]);
    }
}
