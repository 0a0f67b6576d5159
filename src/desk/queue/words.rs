//! What a search finds a case by, and what was searched for.
//!
//! Names are compared by their skeleton: one spelling for case, Kazakh and Russian letters, and the Latin of passports
//! by ICAO 9303 and by older rules. Each case is found by every word of its name, and by every two of them in either
//! order, of which the last may be cut short, so that "Ivanov Pe" needs one stretch of an index however many are called
//! Ivanov. In the index a sign in front keeps numbers, one name and two names apart: what begins with "Ivanov" alone is
//! not scattered among Ivanov's given names.

use std::collections::BTreeSet;

use crate::application::Application;
use crate::application::steps::{Contacts, Passport, Person};
use crate::validation::names::{fold_number, skeleton};

/// So many words of a name are kept: surname, two given names and patronymic, a former name of three words, and the two or
/// three of the passport's spelling that fold to something else. Two of them together are a place in the index, so that
/// ten words are a hundred places at the most.
const MOST_WORDS: usize = 10;
/// More words than anybody searches for.
const MOST_SEARCHED: usize = 6;
/// A number of fewer signs is none.
const FEWEST_DIGITS: usize = 3;
/// Digits of a telephone number without the country's.
const PHONE: usize = 10;
/// What stands in front of a number in the index.
const NUMBER: char = '#';
/// In front of one name.
const NAME: char = '1';
/// In front of two.
const NAMES: char = '2';

/// What a case is found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Skeletons of the words of the names, present and former.
    pub names: Vec<String>,
    /// Numbers without gaps: of the application, the person, the passport, the telephone, the registration.
    pub numbers: Vec<String>,
}

impl Terms {
    /// Of an application as it stands.
    pub fn of(application: &Application) -> Self {
        let person: Person = application.answers.page();
        let passport: Passport = application.answers.page();
        let contacts: Contacts = application.answers.page();
        let parts = [
            &*person.surname,
            &*person.given_names,
            &*person.patronymic,
            &*person.former_name,
            &*person.surname_latin,
            &*person.given_names_latin,
        ];
        let mut names: Vec<String> = Vec::new();
        for word in skeleton(&parts.join(" ")).split(' ').filter(|word| !word.is_empty()) {
            if names.len() < MOST_WORDS && !names.iter().any(|known| known == word) {
                names.push(word.to_owned());
            }
        }
        let document = fold_number(&passport.number);
        let bare = document.trim_start_matches(char::is_alphabetic).to_owned();
        let registration = application.office.registration.as_ref().map(|one| fold_number(&one.number));
        let mut numbers: BTreeSet<String> =
            [application.number.as_str().to_owned(), fold_number(&person.iin), document, bare, phone(&contacts.phone)]
                .into();
        numbers.extend(registration);
        numbers.retain(|number| number.chars().count() >= FEWEST_DIGITS);
        Self { names, numbers: numbers.into_iter().collect() }
    }

    /// What stands in the index.
    pub fn indexed(&self) -> BTreeSet<String> {
        let mut words: BTreeSet<String> = self.numbers.iter().map(|number| format!("{NUMBER}{number}")).collect();
        for first in &self.names {
            words.insert(format!("{NAME}{first}"));
            let others = self.names.iter().filter(|other| *other != first);
            words.extend(others.map(|second| format!("{NAMES}{first} {second}")));
        }
        words
    }

    /// All terms in one text, for [`Search::finds`].
    pub fn text(&self) -> String {
        self.names.iter().chain(&self.numbers).map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// The digits of a telephone number, without the country's in front.
fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix(['7', '8']) {
        Some(rest) if rest.len() == PHONE => rest.to_owned(),
        _ => digits,
    }
}

/// What was searched for: every word, and a number in any of its spellings, must be the beginning of a term.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    names: Vec<String>,
    numbers: Vec<String>,
}

impl Search {
    /// Reads what was typed; none when it says nothing.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        // Before a number one or two letters are the series of a passport, unless they are written as a name is: "Li".
        let is_name = |word: &str| {
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
            let first = letters.next().is_some_and(char::is_uppercase);
            let rest: Vec<char> = letters.collect();
            rest.len() >= 2 || (first && rest.first().is_some_and(|c| c.is_lowercase()))
        };
        let is_number =
            |word: &str| digits >= FEWEST_DIGITS && (!is_name(word) || word.chars().any(|c| c.is_ascii_digit()));
        let (numbers, names): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| is_number(word));
        let words = skeleton(&names.join(" "));
        let names = words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).take(MOST_SEARCHED).collect();
        let number = fold_number(&numbers.concat());
        let as_phone = phone(&number);
        let mut spellings = Vec::new();
        if number.chars().count() >= FEWEST_DIGITS {
            if as_phone.len() == PHONE && as_phone != number {
                spellings.push(as_phone);
            }
            spellings.push(number);
        }
        let search = Self { names, numbers: spellings };
        (search != Self::default()).then_some(search)
    }

    /// Beginnings of what stands in the index: whatever is found begins with one of them. The first choice is narrow;
    /// the second is for when it finds nothing, since both words may be cut short.
    pub fn beginnings(&self) -> [Vec<String>; 2] {
        if !self.numbers.is_empty() {
            return [self.numbers.iter().map(|number| format!("{NUMBER}{number}")).collect(), Vec::new()];
        }
        let mut by_length: Vec<&String> = self.names.iter().collect();
        by_length.sort_by_key(|word| std::cmp::Reverse(word.len()));
        match &by_length[..] {
            [long, short, ..] => {
                let both = [format!("{NAMES}{long} {short}"), format!("{NAMES}{short} {long}")];
                [both.into(), vec![format!("{NAME}{long}")]]
            }
            [alone] => [vec![format!("{NAME}{alone}")], Vec::new()],
            [] => [Vec::new(), Vec::new()],
        }
    }

    /// Whether all that the narrow beginnings lead to is meant, so that nothing is left to look at.
    pub fn is_narrow(&self) -> bool {
        if self.numbers.is_empty() { self.names.len() <= 2 } else { self.names.is_empty() }
    }

    /// Whether a case with these terms is meant.
    pub fn finds(&self, terms: &str) -> bool {
        let begins = |word: &String| terms.split(' ').any(|term| term.starts_with(word.as_str()));
        self.names.iter().all(begins) && (self.numbers.is_empty() || self.numbers.iter().any(begins))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(names: &str, numbers: &[&str]) -> Terms {
        let names = skeleton(names).split(' ').map(str::to_owned).collect();
        Terms { names, numbers: numbers.iter().map(|number| (*number).to_owned()).collect() }
    }

    /// Whether the search finds it: by the index first, then by its terms, as the store does.
    fn finds(text: &str, terms: &Terms) -> bool {
        let search = Search::read(text).unwrap();
        let [narrow, wide] = search.beginnings();
        let stands = |begin: &String| terms.indexed().iter().any(|word| word.starts_with(begin.as_str()));
        (narrow.iter().any(stands) || wide.iter().any(stands)) && search.finds(&terms.text())
    }

    #[test]
    fn one_name_is_found_in_every_spelling() {
        let kazakh = terms("Ахметов Қайрат Болатұлы", &[]);
        for text in [
            "Қайрат",
            "КАЙРАТ",
            "qairat",
            "Kairat",
            "kayrat",
            "ахметов",
            "Akhmetov",
            "AHMETOV",
            "ахметов кай",
            "Kairat Akhm",
            "Болатұлы Қайрат",
            "bolatuly",
            "Akhmetov Kairat Bolatuly",
            "кай ахм",
        ] {
            assert!(finds(text, &kazakh), "{text}");
        }
        for text in ["Айрат", "Ахметова Кайрат", "Kairat Bekov", "Асан"] {
            assert!(!finds(text, &kazakh), "{text}");
        }
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        let found = terms("Ахметов", &["123456789012", "n1234567", "1234567", "7011234567", "870112300123"]);
        for text in [
            "1234-5678-9012",
            "1234 5678 9012",
            "N 1234-567",
            "n1234567",
            "1234567",
            "+7 (701) 123-45-67",
            "8 701 123 45 67",
            "77011234567",
            "7011234567",
            "870112300123",
            "Ахметов 1234567",
            "123456",
        ] {
            assert!(finds(text, &found), "{text}");
        }
        for text in ["234567", "Асанов 1234567", "N7654321"] {
            assert!(!finds(text, &found), "{text}");
        }
        // A name of two letters is none of a passport's series.
        let short = terms("Ли Чен", &["aa7654321", "7654321"]);
        for text in ["Ли 7654321", "Ли Чен", "AA 7654321", "aa 7654321"] {
            assert!(finds(text, &short), "{text}");
        }
        assert!(!finds("Ким 7654321", &short));
    }

    #[test]
    fn a_former_name_is_found_whatever_the_passport_spells() {
        let mut chance = rand::rng();
        let hash = crate::application::Code::random(&mut chance).hash(b"key");
        let number = crate::application::Number::random(&mut chance);
        let mut application = Application::begin("1".to_owned(), number, hash, "kk", chrono::DateTime::UNIX_EPOCH);
        let person = serde_json::json!({
            "surname": "Смит", "given_names": "Джон Майкл", "surname_latin": "SMITH",
            "given_names_latin": "JOHN MICHAEL", "former_name": "Браун Джон Майкл"
        });
        let body = serde_json::from_value(person).unwrap();
        application.answers.put(crate::application::steps::StepName::Person, body);
        let terms = Terms::of(&application);
        for text in ["Браун", "Braun Майкл", "Смит Джон", "SMITH JOHN", "michael"] {
            assert!(finds(text, &terms), "{text}: {terms:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_no_search() {
        for text in ["", " ", "%", "'", "- -"] {
            assert_eq!(Search::read(text), None, "{text}");
        }
    }
}
