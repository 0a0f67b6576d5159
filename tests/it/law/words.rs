//! The words of the law: every code has its message in both languages, with the attributes that the pages use.

use std::collections::{BTreeMap, BTreeSet};

use ruqsat::law::citation::Citation;
use ruqsat::law::documents::{Because, DocumentKind, HousingForm, OriginalForm};
use ruqsat::law::facts::Ground;
use ruqsat::law::refusal::GROUNDS;
use ruqsat::law::route::Route;

const LANGUAGES: [(&str, &str); 2] =
    [("kk", include_str!("../../../locales/kk/law.ftl")), ("ru", include_str!("../../../locales/ru/law.ftl"))];

/// Each message or `message.attribute` with its text; every line must be one, or a comment, or blank.
fn messages(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut message = "";
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, value) = line.split_once(" = ").unwrap_or_else(|| panic!("no message: {line}"));
        let name = if let Some(attribute) = name.strip_prefix("    .") {
            format!("{message}.{attribute}")
        } else {
            message = name;
            name.to_owned()
        };
        let sound = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_.".contains(letter);
        assert!(name.chars().all(sound), "{name}");
        assert!(!value.trim().is_empty() && !value.contains(['{', '}']), "{name}");
        assert_eq!(found.insert(name.clone(), value.to_owned()), None, "{name} twice");
    }
    found
}

/// Every name that the pages ask for.
pub fn wanted() -> BTreeSet<String> {
    let mut wanted = BTreeSet::new();
    for kind in DocumentKind::ALL {
        let name = format!("document-{kind}");
        wanted.extend([".official", ".original", ".hint"].map(|attribute| format!("{name}{attribute}")));
        wanted.insert(name);
    }
    for route in Route::ALL {
        wanted.extend([format!("route-{route}"), format!("route-{route}.hint")]);
    }
    wanted.extend(Because::ALL.iter().map(|because| format!("because-{because}")));
    wanted.extend(OriginalForm::ALL.iter().map(|form| format!("original-{form}")));
    wanted.extend(HousingForm::ALL.iter().map(|form| format!("housing-{form}")));
    wanted.extend(Citation::ALL.iter().map(|citation| format!("citation-{citation}")));
    wanted.extend(Ground::ALL.iter().map(|ground| format!("legal-ground-{ground}")));
    wanted.extend(GROUNDS.iter().map(|ground| format!("ground-{}", ground.code.replace('.', "-"))));
    wanted
}

#[test]
fn every_code_has_its_words_and_no_words_are_left_over() {
    for (language, text) in LANGUAGES {
        let found: BTreeSet<String> = messages(text).into_keys().collect();
        let wanted = wanted();
        let missing: Vec<_> = wanted.difference(&found).collect();
        let unused: Vec<_> = found.difference(&wanted).collect();
        assert!(missing.is_empty() && unused.is_empty(), "{language}: missing {missing:?}, unused {unused:?}");
    }
}

#[test]
fn the_languages_are_not_mixed_up() {
    let [kazakh, russian] = LANGUAGES.map(|(_, text)| messages(text));
    let letters = |text: &str| text.chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter));
    for (name, value) in &russian {
        assert!(!letters(value), "{name} is not Russian");
        assert_ne!(value, &kazakh[name], "{name} is not translated");
    }
    for (name, value) in &kazakh {
        assert!(letters(value), "{name} has no Kazakh letter");
    }
}

#[test]
fn the_sources_have_no_letters_of_either_language() {
    let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/law"))];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(!text.contains(cyrillic), "{}", path.display());
                files += 1;
            }
        }
    }
    assert!(files > 10);
}
