//! What stands around the arguments of a text: words and names that come from elsewhere are put in as they are, so no
//! ending may be hung on them and no case be asked of them.

use super::support::sources::{files, is_cyrillic};
use super::support::texts::texts;

/// Ordinals, whose ending is the same after every number.
const ORDINALS: [&str; 2] = ["record-no", "view-page"];

#[test]
fn no_ending_hangs_on_an_argument() {
    let hangs = |reading: &str| {
        reading.match_indices('N').any(|(at, _)| {
            let rest = reading[at + 1..].trim_start_matches(['-', '\u{2011}', '\u{2013}']);
            rest.starts_with(is_cyrillic)
        })
    };
    assert!(hangs("N-жазба") && hangs("Nға") && !hangs("N жазба") && !hangs("№ N."));
    for language in ["kk", "ru"] {
        let all = texts(language);
        let of_arguments = all.iter().filter(|(_, text)| !text.variables.is_empty());
        let wrong: Vec<&String> = of_arguments
            .filter(|(id, text)| text.readings.iter().any(|one| hangs(one)) && !ORDINALS.contains(&id.as_str()))
            .map(|(id, _)| id)
            .collect();
        assert!(wrong.is_empty(), "{language}: {wrong:?}");
    }
    let kazakh = texts("kk");
    for id in ORDINALS {
        assert!(kazakh[id].readings.iter().any(|one| hangs(one)), "{id} needs no exception");
    }
}

/// Where a name may stand in Russian: after a colon, in quotation marks, or at the beginning of a sentence.
fn stands_by_itself(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([':', '«', '.', '?', '!', '='])
}

#[test]
fn no_name_is_asked_to_decline_in_russian() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in files("locales/ru", ".ftl") {
        for line in source.text.lines().filter(|line| !line.starts_with('#')) {
            for name in ["{ $name }", "{ $field }"] {
                for (at, _) in line.match_indices(name) {
                    seen += 1;
                    if !stands_by_itself(&line[..at]) {
                        wrong.push(format!("{}: {line}", source.path));
                    }
                }
            }
        }
    }
    assert!(seen >= 10, "{seen}: are names called otherwise now?");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
