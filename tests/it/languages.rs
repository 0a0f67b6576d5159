//! What makes two languages safe: the same texts in both, every text that is asked for is there, none lies unused.

use std::collections::{BTreeMap, BTreeSet};

use ruqsat::application::office::{Answered, Approver, Fault};
use ruqsat::application::review::Progress;
use ruqsat::application::steps::{Shape, StepName};
use ruqsat::application::{Denied, EventKind, Move, Status, choices, lists};
use ruqsat::desk::Duty;
use ruqsat::people::Role;
use ruqsat::validation::{Field, Kind, Questions};
use ruqsat::web::error::Error;

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

#[test]
fn both_languages_have_the_same_texts() {
    let (kazakh, russian) = both();
    let only = |one: &Texts, other: &Texts| -> Vec<String> {
        one.iter().filter(|(id, _)| !other.contains_key(*id)).map(|(id, text)| format!("{}: {id}", text.file)).collect()
    };
    nothing("in Kazakh only", only(&kazakh, &russian));
    nothing("in Russian only", only(&russian, &kazakh));
    let differ = kazakh.iter().filter(|(id, text)| russian[*id].variables != text.variables);
    nothing("with other arguments", differ.map(|(id, _)| id.clone()));
    let moved = kazakh.iter().filter(|(id, text)| russian[*id].file != text.file);
    nothing("in different files", moved.map(|(id, _)| id.clone()));
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
    // Two regions keep their Kazakh names in Russian; the alphabets are of both languages.
    let general = |id: &str| id.starts_with("alphabet") || id.starts_with("region-") || id.starts_with("unit-");
    let mixed = russian.iter().filter(|(id, text)| !general(id) && text.words.contains(own));
    nothing("Russian texts with Kazakh letters", mixed.map(|(id, _)| id.clone()));
    let words = |text: &Text| text.words.split_whitespace().filter(|word| word.contains(is_cyrillic)).count();
    let foreign = kazakh.iter().filter(|(_, text)| words(text) >= 4 && !text.words.contains(own));
    nothing("Kazakh texts of four words without a Kazakh letter", foreign.map(|(id, t)| format!("{id}: {}", t.words)));
    let same = kazakh.iter().filter(|(id, text)| words(text) >= 3 && russian[*id].words == text.words);
    nothing("texts that are the same in both languages", same.map(|(id, _)| id.clone()));
}

#[test]
fn numbers_take_the_forms_of_the_language() {
    const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let (kazakh, russian) = both();
    for (all, wanted) in [(kazakh, &["one", "other"][..]), (russian, &["one", "few", "many", "other"][..])] {
        let wanted: BTreeSet<String> = wanted.iter().map(|case| (*case).to_owned()).collect();
        for (id, text) in all {
            for cases in &text.selectors {
                let plural = cases.iter().any(|case| PLURALS.contains(&case.as_str()) && case != "other");
                assert!(!plural || wanted.is_subset(cases), "{id} has {cases:?}, needs {wanted:?}");
            }
        }
    }
}

/// Every question that is asked anywhere, with the code that begins its text.
fn questions() -> Vec<(String, Field)> {
    let of_steps =
        StepName::ALL.iter().flat_map(|step| step.form().fields.iter().map(|f| (step.code().to_owned(), *f)));
    let of_papers = ruqsat::documents::Details::FIELDS.iter().map(|field| ("details".to_owned(), *field));
    let of_desk = ruqsat::web::desk::approvals::BOXES.iter().map(|field| ("desk-approval".to_owned(), *field));
    of_steps.chain(of_papers).chain(of_desk).collect()
}

/// Prefixes whose ids come from types, all of them, and nothing else may begin so.
const CLOSED: &[&str] = &[
    "step-",
    "status-",
    "event-",
    "move-",
    "denied-",
    "staff-role-",
    "progress-",
    "country-",
    "region-",
    "language-",
    "relation-",
    "visa-",
    "nationality-",
    "unit-",
    "month-of-",
];

/// Every id that follows from a type.
fn derived() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut all = |prefix: &str, codes: &[&str]| ids.extend(codes.iter().map(|code| format!("{prefix}{code}")));
    all("step-", &StepName::ALL.iter().map(|step| step.code()).collect::<Vec<_>>());
    all("status-", &Status::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("event-", &EventKind::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("move-", &Move::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("staff-role-", &Role::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("progress-", &[Progress::NotStarted, Progress::ToMend, Progress::Done].map(Progress::code));
    all("denied-", Denied::CODES);
    all("failure-", Error::CODES);
    all(
        "failure-",
        &Error::CODES
            .iter()
            .flat_map(|code| [format!("{code}.title"), format!("{code}.next")])
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
    );
    all("unit-", lists::REGIONS);
    all("month-of-", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    for list in ["country", "region", "language", "relation", "visa", "nationality"] {
        all(&format!("{list}-"), lists::list(list).unwrap());
    }
    let mut labels = BTreeSet::new();
    for (step, field) in questions() {
        // The boxes of a paper share their names: `paper-…`.
        labels.insert(format!("{}-{}", if step == "details" { "paper" } else { step.as_str() }, field.name));
        if let Kind::Choice(list) | Kind::Choices(list) = field.kind {
            let codes = choices::codes(list).unwrap_or_else(|| panic!("{step}-{}: no list {list}", field.name));
            labels.extend(codes.iter().map(|code| format!("{list}-{code}")));
        }
    }
    for list in StepName::ALL.iter().filter(|step| step.form().shape == Shape::List) {
        labels.extend(["add", "none", "all"].map(|word| format!("{}-{word}", list.code())));
    }
    ids.extend(labels);
    ids.extend(super::law::words::wanted());
    ids
}

/// Lists of codes that pages name by a pattern: when a pattern begins so, each code must have its text.
fn named_by_pattern() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("approver-{}", Approver::ALL.iter().map(|one| one.code()).collect()),
        ("answered-{}", Answered::ALL.iter().map(|one| one.code()).collect()),
        ("fault-{}", Fault::ALL.iter().map(|one| one.code()).collect()),
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

/// Codes of findings: what stands where a code stands in the calls that make one.
fn error_codes() -> BTreeSet<String> {
    let mut codes: BTreeSet<String> = ["length", "required"].map(str::to_owned).into();
    // Function, and at which place its code stands.
    const MAKERS: [(&str, usize); 10] = [
        ("refuse", 0),
        ("unless", 1),
        ("add_page", 0),
        ("add", 1),
        ("advise", 1),
        ("add_with", 1),
        ("at", 2),
        ("of_code", 0),
        ("ValidationError::new", 0),
        ("finding", 1),
    ];
    let pure = ["src/validation/", "src/application/", "src/documents/", "src/desk/"];
    for source in files("src", ".rs").iter().filter(|source| pure.iter().any(|pure| source.path.starts_with(pure))) {
        for (maker, place) in MAKERS {
            for call in calls(source.program(), maker) {
                codes.extend(call.get(place).and_then(|argument| literal(argument)));
            }
        }
    }
    // A box of this kind that holds no value: `readable` in `validation::checks`.
    codes.extend(["date", "number", "choice"].map(str::to_owned));
    use ruqsat::people::StaffError as S;
    let staff = [S::Login, S::LoginTaken, S::Name, S::Unit, S::Password, S::Role];
    codes.extend(staff.map(|error| error.place().1.to_owned()));
    codes
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
    let mut wrong = Vec::new();
    // The line protocol reads texts of its own by functions of the same name.
    for source in files("src", ".rs").into_iter().filter(|source| source.module() != "rules") {
        for function in ["text", "text_with", "t", "says"] {
            for call in calls(source.program(), function) {
                let id = call.first().and_then(|argument| literal(argument)).filter(|id| !id.contains('{'));
                wrong.extend(id.filter(|id| !kazakh.contains_key(id)).map(|id| format!("{}: {id}", source.path)));
            }
        }
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
    let fields: BTreeSet<String> =
        questions().into_iter().map(|(step, field)| format!("{step}-{}", field.name)).collect();
    let used = |id: &str| {
        let (bare, attribute) = id.split_once('.').unwrap_or((id, ""));
        let (front, end) = bare.rsplit_once('-').unwrap_or((bare, ""));
        literals.contains(id)
            || derived.contains(id)
            || referred.contains(&id.to_owned())
            || (derived.contains(bare) && matches!(attribute, "hint" | "intro"))
            || bare.strip_prefix("error-").is_some_and(|code| codes.contains(code))
            // A box's own sentence for an error: `{step}-{field}-{code}`.
            || (fields.contains(front) && codes.contains(end))
            || (!CLOSED.iter().any(|closed| id.starts_with(closed)) && patterns.iter().any(|pattern| fits(pattern, id)))
    };
    nothing("unused", kazakh.iter().filter(|(id, _)| !used(id)).map(|(id, text)| format!("{}: {id}", text.file)));
}
