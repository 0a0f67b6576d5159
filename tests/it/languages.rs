//! What makes two languages safe: the same texts in both, every text that is asked for is there, none lies unused.

use std::collections::{BTreeMap, BTreeSet};

use ruqsat::application::office::{Answered, Approver, Fault};
use ruqsat::application::steps::{Shape, StepName};
use ruqsat::desk::Duty;
use ruqsat::desk::related::Reason as Related;
use ruqsat::desk::stand_in::Unfit;
use ruqsat::language::Language;
use ruqsat::validation::Questions;

use super::support::derived::{CLOSED, derived, error_codes, questions};
use super::support::sources::{files, is_cyrillic};
use super::support::texts::{Text, asked_by_templates, calls, fits, literal, strings, texts};

type Texts = BTreeMap<String, Text>;

fn both() -> (Texts, Texts) {
    (texts("kk"), texts("ru"))
}

#[track_caller]
fn nothing(what: &str, wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{} {what}: {wrong:#?}", wrong.len());
}

/// That each has the same texts in the same files is the build's own condition (`build.rs`).
#[test]
fn every_language_gives_a_text_the_same_arguments() {
    let kazakh = texts("kk");
    for language in Language::ALL {
        let here = texts(language.code());
        let differ = here.iter().filter(|(id, text)| kazakh[*id].variables != text.variables);
        nothing("with other arguments", differ.map(|(id, _)| format!("{language}: {id}")));
        let missing = kazakh
            .iter()
            .filter(|(id, text)| (language.is_official() || !text.file.starts_with("desk")) && !here.contains_key(*id));
        nothing("missing", missing.map(|(id, text)| format!("{language}/{}: {id}", text.file)));
    }
}

#[test]
fn texts_are_plain_and_in_their_language() {
    let (kazakh, russian) = both();
    let own = |c: char| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c);
    for (language, all) in [("kk", &kazakh), ("ru", &russian)] {
        let markup = |words: &str| words.contains('<') || words.contains("&nbsp") || words.contains("&#");
        nothing("with markup", all.iter().filter(|(_, t)| markup(&t.words)).map(|(id, _)| format!("{language} {id}")));
        nothing(
            "without words",
            all.iter()
                .filter(|(_, t)| t.words.trim().is_empty() && t.variables.is_empty() && t.refers.is_empty())
                .map(|(id, _)| format!("{language} {id}")),
        );
    }
    // Two regions and this site keep their Kazakh names in Russian.
    let names = ["region-", "unit-", "site-name"];
    let general = |id: &str| names.iter().any(|name| id.starts_with(name));
    let mixed = russian.iter().filter(|(id, text)| !general(id) && text.words.contains(own));
    nothing("Russian texts with Kazakh letters", mixed.map(|(id, _)| id.clone()));
    let words = |text: &Text| text.words.split_whitespace().filter(|word| word.contains(is_cyrillic)).count();
    // Short Kazakh phrases may do without; letters of borrowed words give a Russian one away.
    let borrowed = |c: char| "щъьэюяёцчЩЭЮЯЦЧ".contains(c);
    let foreign = kazakh
        .iter()
        .filter(|(_, text)| words(text) >= 3 && !text.words.contains(own) && text.words.contains(borrowed));
    nothing("Kazakh texts without a Kazakh letter", foreign.map(|(id, text)| format!("{id}: {}", text.words)));
    let same = kazakh.iter().filter(|(id, text)| words(text) >= 3 && russian[*id].words == text.words);
    nothing("texts that are the same in both languages", same.map(|(id, _)| id.clone()));
}

/// The cases of a selector that counts.
const PLURALS: [&str; 5] = ["zero", "one", "two", "few", "many"];

fn counts(cases: &BTreeSet<String>) -> bool {
    cases.iter().any(|case| PLURALS.contains(&case.as_str()))
}

#[test]
fn numbers_take_the_forms_of_the_language() {
    // After "not more than", "within" and the like a Russian noun has two forms only.
    const GENITIVE: [&str; 4] = ["error-length", "receipt-next-term", "track-complaint-limit", "track-objection"];
    let mut wrong = Vec::new();
    for (id, text) in both().1 {
        for cases in text.selectors.iter().filter(|cases| counts(cases)) {
            let has = |case: &str| cases.contains(case);
            // Whole numbers are one, few or many; `other` is for fractions and may serve as many.
            let right = has("one") && (has("many") || has("other")) && (has("few") || GENITIVE.contains(&id.as_str()));
            if !right {
                wrong.push(format!("{id}: {cases:?}"));
            }
        }
    }
    nothing("Russian texts without a form", wrong);
}

/// A Russian noun after a number has the forms that numbers want; unless the number is a year, or a limit of ours, for which
/// the one form is right.
#[test]
fn nouns_in_one_form_stand_after_years_and_limits_only() {
    const YEARS: [&str; 6] = [
        "calendar-effect-title",
        "calendar-missing",
        "date-in-words",
        "desk-mci-missing",
        "understood-money",
        "understood-money-unknown",
    ];
    const LIMITS: [&str; 9] = [
        "audit-refused",
        "calendar-wrong-long",
        "error-file_pixels",
        "error-file_see_through",
        "error-pdf_pixels",
        "invite-full",
        "reasons-too-long",
        "talk-write.hint",
        "talk-write-closed",
    ];
    // "from … to", "of", after a day "inclusive"; units that have one form.
    const NO_NOUNS: [&str; 5] = ["до", "из", "включительно", "КБ", "МБ"];
    let noun_follows = |reading: &String| {
        let words: Vec<&str> = reading.split_whitespace().collect();
        words.windows(2).any(|pair| {
            let is_argument = pair[0].trim_start_matches(|sign: char| !sign.is_alphanumeric()) == "N";
            let next = pair[1].trim_matches(|sign: char| !sign.is_alphabetic());
            is_argument && next.starts_with(is_cyrillic) && !NO_NOUNS.contains(&next)
        })
    };
    let russian = texts("ru");
    let in_one_form = |text: &Text| !text.variables.is_empty() && !text.selectors.iter().any(counts);
    let found = russian.iter().filter(|(_, text)| in_one_form(text) && text.readings.iter().any(noun_follows));
    let found: BTreeSet<&str> = found.map(|(id, _)| id.as_str()).collect();
    let known: BTreeSet<&str> = YEARS.into_iter().chain(LIMITS).collect();
    nothing("nouns in one form", found.difference(&known).map(|id| format!("{id}: {:?}", russian[*id].readings)));
    nothing("stale names", known.difference(&found).map(|id| (*id).to_owned()));
}

/// The table of `locales/GLOSSARY.md` under a heading, cell by cell.
fn glossary(heading: &str) -> Vec<Vec<String>> {
    let text = include_str!("../../locales/GLOSSARY.md");
    let part = text.split_once(heading).unwrap_or_else(|| panic!("no {heading}")).1;
    let part = part.split("\n## ").next().unwrap_or_default();
    let rows = part.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn no_word_is_used_that_the_glossary_forbids() {
    let (kazakh, russian) = both();
    let rows = glossary("## Not said");
    assert!(rows.len() >= 15, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        for (all, stem) in [(&kazakh, &row[0]), (&russian, &row[1])] {
            let stem = stem.trim_matches('`').to_lowercase();
            // The order's own words are quoted as they are.
            let ours = all.iter().filter(|(id, _)| !id.ends_with(".official") && !id.starts_with("ground-"));
            // A space or a hyphen that does not break hides nothing.
            let plain = |words: &str| words.to_lowercase().replace('\u{a0}', " ").replace('\u{2011}', "-");
            let said = ours.filter(|(_, text)| !stem.is_empty() && plain(&text.words).contains(&stem));
            wrong.extend(said.map(|(id, _)| format!("{id} says «{stem}», not «{}»", row[2])));
        }
    }
    nothing("words of the glossary", wrong);
}

/// Words of the law or of the order as they stand there: not ours to shorten. What the law wants in a consent is a list of
/// things; the words are ours.
fn is_quoted(id: &str) -> bool {
    id.ends_with(".official") || ["ground-", "citation-"].iter().any(|words| id.starts_with(words))
}

#[test]
fn sentences_are_short() {
    // Under 20 words up to the full stop, whatever stands before a colon; arguments count as one.
    const MOST: usize = 19;
    let mut long = BTreeSet::new();
    for language in Language::ALL {
        for (id, text) in texts(language.code()).iter().filter(|(id, _)| !is_quoted(id)) {
            // What stands in brackets names the provision: it is no part of the sentence.
            for reading in text.readings.iter().map(|reading| without_brackets(reading)) {
                for sentence in reading.split_inclusive(['.', '?', '!']) {
                    let count =
                        sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
                    if count > MOST {
                        long.insert(format!("{language} {id}: {count} words: {}", sentence.trim()));
                    }
                }
            }
        }
    }
    nothing("sentences that are too long", long);
}

/// Each reason for a question names where the law has it: a number, and what that is the number of.
#[test]
fn every_reason_names_its_provision() {
    // They rest on the law on personal data as a whole.
    const WHOLE_LAW: [&str; 4] = ["truthful", "notices", "data_consent", "signed_by"];
    // No law asks for these: the text says so, and what they are good for.
    const NO_LAW: [&str; 4] = ["open-number", "open-code", "invite-for_whom", "invite-note"];
    let provisions = |language: Language| -> &[&str] {
        match language.code() {
            "kk" => &["бап", "баб", "тармақ", "бұйрық", "қосымша", "заң", "кодекс", "конвенция", "қағида"],
            "ru" => &["стать", "пункт", "приказ", "приложени", "закон", "кодекс", "конвенци", "правил"],
            "en" => &["article", "paragraph", "order", "appendix", "law", "code", "convention", "rules"],
            // A folder more needs nothing here: of its words the number alone is known.
            _ => &[""],
        }
    };
    let mut without = Vec::new();
    for language in Language::ALL {
        let all = texts(language.code());
        let reasons = all.iter().filter(|(id, _)| id.ends_with(".why"));
        // Those of the arrival say where the rule was read, whose text we did not find.
        let excused = |id: &str| {
            let without_law = NO_LAW.iter().any(|label| id == format!("{label}.why"));
            without_law
                || id.starts_with("arrival-")
                || WHOLE_LAW.iter().any(|field| id == format!("declaration-{field}.why"))
        };
        let names = |reading: &String| {
            let small = reading.to_lowercase();
            small.contains(|sign: char| sign.is_ascii_digit())
                && provisions(language).iter().any(|word| small.contains(word))
        };
        without.extend(
            reasons
                .filter(|(id, text)| !excused(id) && !text.readings.iter().all(names))
                .map(|(id, text)| format!("{language} {id}: {:?}", text.readings)),
        );
    }
    nothing("reasons without a provision", without);
}

/// What the glossary calls a thing is what the pages call it: each term stands in some text of its language, whatever its
/// ending.
#[test]
fn every_term_of_the_glossary_is_used() {
    let rows = glossary("# Glossary");
    assert!(rows.len() > 60, "{}", rows.len());
    let words = |text: &str| -> Vec<String> {
        let small = text.to_lowercase();
        small.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    // Six letters tell a word; endings, and the last sound before them, change.
    let stem = |word: &String| -> String {
        let letters = word.chars().count();
        word.chars().take(if letters <= 3 { letters } else { (letters - 2).clamp(3, 6) }).collect()
    };
    let mut unused = Vec::new();
    for (column, language) in ["kk", "ru"].into_iter().enumerate() {
        let said: Vec<Vec<String>> =
            texts(language).values().flat_map(|text| text.readings.iter().map(|reading| words(reading))).collect();
        for term in rows.iter().flat_map(|row| row[column].split([',', ';'])) {
            let stems: Vec<String> = words(term).iter().map(stem).collect();
            let is_said = |text: &Vec<String>| stems.iter().all(|stem| text.iter().any(|word| word.starts_with(stem)));
            if !said.iter().any(is_said) {
                unused.push(format!("{language}: {}", term.trim()));
            }
        }
    }
    // A passive that no page needs: those who are freed are spoken of by what frees them.
    unused.retain(|term| term != "ru: быть освобождённым");
    nothing("terms of the glossary that no page says", unused);
}

/// In Kazakh what is said of a thing closes the sentence. One that ends with a noun in a case has Russian word order:
/// "Шешім қабылданады басқармада".
#[test]
fn kazakh_sentences_end_with_what_is_said() {
    // Dative, locative, ablative, genitive. Particles ("да", "де") are words of their own.
    const CASES: [&str; 20] = [
        "ға", "ге", "қа", "ке", "да", "де", "та", "те", "нан", "нен", "дан", "ден", "тан", "тен", "ның", "нің", "дың",
        "дің", "тың", "тің",
    ];
    // "хабарланады", "ала аласыз" and the like end in none of them; a word of four letters or less may be anything.
    const SHORT: usize = 4;
    let mut wrong = Vec::new();
    for (id, text) in texts("kk") {
        let ours = !matches!(text.file.as_str(), "law.ftl" | "lists.ftl") && !id.ends_with(".official");
        let plain = without_brackets(&text.words);
        for sentence in
            plain.split_inclusive(['.', '?', '!', ':', ';']).filter(|sentence| ours && sentence.ends_with('.'))
        {
            let words: Vec<&str> = sentence.split_whitespace().filter(|word| word.contains(is_cyrillic)).collect();
            let last =
                words.last().map(|word| word.trim_matches(|sign: char| !sign.is_alphabetic())).unwrap_or_default();
            let case = last.chars().count() > SHORT && last != "қысқа" && CASES.iter().any(|end| last.ends_with(end));
            if words.len() >= 4 && case {
                wrong.push(format!("{id}: {}", sentence.trim()));
            }
        }
    }
    nothing("with the order of another language", wrong);
}

/// B1: sentences of seven words or less on the whole, in what applicants read.
#[test]
fn the_whole_reads_easily() {
    for language in Language::ALL {
        let (mut words, mut sentences) = (0, 0);
        for (_, text) in texts(language.code()).iter().filter(|(id, text)| {
            let applicants = !text.file.starts_with("desk") && !matches!(text.file.as_str(), "law.ftl" | "lists.ftl");
            applicants && !id.starts_with("rules-") && !id.starts_with("problem-")
        }) {
            for sentence in without_brackets(&text.words).split_inclusive(['.', '?', '!', ':', ';']) {
                let count = sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
                (words, sentences) = (words + count, sentences + usize::from(count > 0));
            }
        }
        let mean = words as f64 / sentences as f64;
        assert!(mean <= 7.0, "{language}: {mean:.1} words a sentence");
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    let mut plain = String::new();
    for sign in text.chars() {
        match sign {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth == 0 => plain.push(sign),
            _ => {}
        }
    }
    plain
}

/// Lists of codes that pages name by a pattern: when a pattern begins so, each code must have its text.
fn named_by_pattern() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("approver-{}", Approver::ALL.iter().map(|one| one.code()).collect()),
        ("answered-{}", Answered::ALL.iter().map(|one| one.code()).collect()),
        ("fault-{}", Fault::ALL.iter().map(|one| one.code()).collect()),
        ("stand-in-{}", Unfit::ALL.iter().map(|one| one.code()).collect()),
        ("related-{}", Related::ALL.iter().map(|one| one.code()).collect()),
        ("duty-{}", Duty::ALL.iter().map(|one| one.code()).collect()),
    ]
}

#[test]
fn every_text_that_a_type_asks_for_is_there() {
    let (kazakh, _) = both();
    nothing("missing", derived().into_iter().filter(|id| !kazakh.contains_key(id)));
    let asked = asked_by_templates();
    for (pattern, codes) in named_by_pattern() {
        let prefix = pattern.trim_end_matches("{}");
        if asked.iter().any(|one| one.id.starts_with(prefix)) {
            let missing = codes.iter().map(|code| format!("{prefix}{code}")).filter(|id| !kazakh.contains_key(id));
            nothing("missing", missing);
        }
    }
}

#[test]
fn every_question_says_why_it_is_asked() {
    let (kazakh, _) = both();
    let paper = ruqsat::documents::Details::FIELDS.iter().map(|field| format!("paper-{}", field.name));
    let of_applicants = |step: &str| StepName::from_code(step).is_some() || matches!(step, "zone" | "invite");
    let steps = questions().into_iter().filter(|(step, _)| of_applicants(step));
    let lists = StepName::ALL.iter().filter(|step| step.form().shape == Shape::List);
    let complete = lists.map(|list| format!("{}-complete", list.code()));
    // The boxes of pages that are no step.
    let others = [
        "funds-amount",
        "funds-rate",
        "open-number",
        "open-code",
        "objection-text",
        "objection-hearing",
        "minutes-remarks-text",
        "talk-write",
        "papers-add",
        "papers-add-translation",
        "photo-add",
        "photo-replace",
        "zone-add",
    ];
    let asked = steps.map(|(step, field)| format!("{step}-{}", field.name)).chain(paper).chain(complete);
    let asked = asked.chain(others.map(str::to_owned));
    nothing("without a reason", asked.filter(|id| !kazakh.contains_key(&format!("{id}.why"))));
}

#[test]
fn every_error_has_its_sentence() {
    let (kazakh, _) = both();
    let codes = error_codes();
    assert!(codes.contains("passport_short") && codes.contains("iin") && codes.contains("future"), "{codes:?}");
    nothing("missing", codes.iter().map(|code| format!("error-{code}")).filter(|id| !kazakh.contains_key(id)));
}

#[test]
fn every_text_that_a_template_asks_for_is_there() {
    let (kazakh, _) = both();
    let mut wrong = Vec::new();
    for asked in asked_by_templates().iter().filter(|asked| !asked.id.contains('{') && !asked.maybe) {
        match kazakh.get(&asked.id) {
            None => wrong.push(format!("{}: {} is missing", asked.path, asked.id)),
            Some(text) if text.variables != asked.given => {
                wrong.push(format!("{}: {} wants {:?}, gets {:?}", asked.path, asked.id, text.variables, asked.given));
            }
            Some(_) => {}
        }
    }
    nothing("in templates", wrong);
}

#[test]
fn every_text_that_the_program_asks_for_is_there() {
    let (kazakh, _) = both();
    let family = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let mut families: BTreeMap<String, usize> = BTreeMap::new();
    kazakh.keys().filter(|id| id.contains('-')).for_each(|id| *families.entry(family(id)).or_default() += 1);
    let known = |id: &str| kazakh.contains_key(id) || kazakh.keys().any(|other| other.starts_with(&format!("{id}-")));
    let signs = |id: &str| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c));
    let mut wrong = Vec::new();
    for source in files("src", ".rs") {
        for function in ["language.text", "language.text_with", "self.text", "self.text_with"] {
            for call in calls(source.program(), function) {
                let id = call.first().and_then(|argument| literal(argument)).filter(|id| !id.contains('{'));
                wrong.extend(id.filter(|id| !kazakh.contains_key(id)).map(|id| format!("{}: {id}", source.path)));
            }
        }
        // Ids that are handed on (titles, notes): whatever looks like one of a family of ids must be one.
        let looks = |id: &&String| id.contains('-') && signs(id) && families.get(&family(id)).is_some_and(|n| *n >= 3);
        let strings = strings(source.program());
        let handed_on = strings.iter().filter(looks).filter(|id| !known(id));
        wrong.extend(handed_on.map(|id| format!("{}: {id}", source.path)));
    }
    nothing("in the program", wrong);
}

#[test]
fn no_text_lies_unused() {
    let (kazakh, _) = both();
    let (derived, codes) = (derived(), error_codes());
    let mut literals = BTreeSet::new();
    files("src", ".rs").iter().for_each(|source| literals.extend(strings(source.program())));
    literals.extend(asked_by_templates().into_iter().map(|asked| asked.id));
    // Strings in template expressions and macro calls name texts too.
    files("templates", ".html").iter().for_each(|source| literals.extend(strings(&source.text)));
    let begins = |pattern: &str| pattern.find('{').is_some_and(|at| at >= 3 && pattern[..at].ends_with('-'));
    let patterns: Vec<&String> = literals.iter().filter(|pattern| begins(pattern)).collect();
    let referred: BTreeSet<&String> = kazakh.values().flat_map(|text| &text.refers).collect();
    let mut fields: BTreeSet<String> =
        questions().into_iter().map(|(step, field)| format!("{step}-{}", field.name)).collect();
    // Findings on papers belong to the step of all papers; those on a list to the list as a whole.
    for paper in ["documents", "photograph"] {
        let boxes = ruqsat::documents::Details::FIELDS.iter().map(|field| field.name);
        fields.extend(boxes.chain(["files", "translation"]).map(|name| format!("{paper}-{name}")));
    }
    for list in StepName::ALL.iter().filter(|step| step.form().shape == Shape::List) {
        fields.extend(["complete", "items"].map(|name| format!("{}-{name}", list.code())));
    }
    let used = |id: &str| {
        let (bare, attribute) = id.split_once('.').unwrap_or((id, ""));
        let (front, end) = bare.rsplit_once('-').unwrap_or((bare, ""));
        literals.contains(id)
            || derived.contains(id)
            || referred.contains(&id.to_owned())
            || (derived.contains(bare) && matches!(attribute, "hint" | "intro" | "why"))
            // `"{}.lead"|format(title)`, where the title is named elsewhere.
            || (!attribute.is_empty() && literals.contains(bare) && literals.contains(&format!("{{}}.{attribute}")))
            || fields.contains(id)
            || bare.strip_prefix("error-").is_some_and(|code| codes.contains(code))
            // A box's own sentence for an error: `{step}-{field}-{code}`.
            || (fields.contains(front) && codes.contains(end))
            || (!CLOSED.iter().any(|closed| id.starts_with(closed)) && patterns.iter().any(|pattern| fits(pattern, id)))
    };
    nothing("unused", kazakh.iter().filter(|(id, _)| !used(id)).map(|(id, text)| format!("{}: {id}", text.file)));
}
