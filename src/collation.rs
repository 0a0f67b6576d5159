//! The order of names in a language's own alphabet, for lists that a page shows by name: CLDR's, by `icu_collator`.
//!
//! Words count one by one, so that all of one family name stand together. Letters that a language borrows stand beside
//! those that they come from, its own script before others. Accents tell apart what is otherwise equal, then case does.

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::LanguageIdentifier;

/// The order of one language.
#[derive(Debug)]
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// The order of a language. One that CLDR does not know has the order common to all.
    #[expect(clippy::expect_used, reason = "both are part of the binary: the first test that sorts would fail")]
    pub fn of(tag: &str) -> Self {
        let language: LanguageIdentifier = tag.parse().expect("a language tag");
        Self(CollatorBorrowed::try_new(language.into(), CollatorOptions::default()).expect("compiled tables"))
    }

    /// Puts named things into order; those whose names do not differ stay as they stood.
    pub fn sort_by<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by(|one, other| self.0.compare(name(one), name(other)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that the words stand in order, whichever way they came.
    fn in_order(tag: &str, words: &[&str]) {
        let mut items: Vec<_> = words.iter().rev().map(|word| ((), word.to_string())).collect();
        Collation::of(tag).sort_by(&mut items, |(_, word)| word);
        let sorted: Vec<_> = items.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!(sorted, words);
    }

    #[test]
    fn alphabets_are_whole() {
        let kazakh = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я";
        let russian = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я";
        for (tag, alphabet) in [("kk", kazakh), ("ru", russian)] {
            let letters: Vec<_> = alphabet.split(' ').collect();
            in_order(tag, &letters);
        }
    }

    #[test]
    fn kazakh_letters_stand_in_their_places() {
        in_order(
            "kk",
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
        in_order("ru", &["Тего", "Тёркс и Кайкос", "Тест", "Тёст", "Тесты", "Того"]);
    }

    #[test]
    fn digits_then_the_own_script_then_others() {
        in_order("kk", &["5 мамыр", "Абай", "Ямайка", "Ascension", "zebra"]);
        in_order("en", &["5 May", "Åland Islands", "Albania", "Zimbabwe", "Абай", "Ямайка"]);
    }

    #[test]
    fn kazakh_letters_stand_beside_their_kin_in_russian() {
        in_order("ru", &["5 мамыр", "Абай", "Әлия", "Тараз", "Ұлытау", "Ямайка", "Ascension", "zebra"]);
        in_order("ru", &["область Абай", "область Жетісу", "область Ұлытау"]);
    }

    #[test]
    fn words_count_one_by_one() {
        in_order("kk", &["Гвинея", "Гвинея-Бисау", "Гвинеялық"]);
        in_order("ru", &["Ким Анна", "Ким Яна", "Ким-Ли Анна", "Кимова Анна"]);
        in_order("ru", &["Остров Мэн", "Остров Рождества", "Острова Кука"]);
    }

    #[test]
    fn case_counts_between_equals_only() {
        in_order("kk", &["буркина", "Буркина", "БУРКИНА", "буркина фасо", "Буркина-Фасо", "бурунди"]);
    }

    #[test]
    fn a_language_more_brings_its_own_order_and_an_unknown_one_has_the_common() {
        in_order("tr", &["cam", "çam", "dam", "Irak", "İran", "Jamaika"]);
        in_order("uz", &["Olma", "Zamin", "Oʻrik", "Shahar"]);
        in_order("kk-KZ", &["Ақ", "Әлия", "Яна", "Zoe"]);
        in_order("tlh", &["Ascension", "zebra", "Абай", "Әлия", "Борис"]);
    }

    #[test]
    fn equals_stay_as_they_stood() {
        let mut items = vec![(2, "Чад".to_string()), (1, "Чад".to_string()), (3, "Бенин".to_string())];
        Collation::of("kk").sort_by(&mut items, |(_, name)| name);
        assert_eq!(items.iter().map(|item| item.0).collect::<Vec<_>>(), [3, 2, 1]);
    }
}
