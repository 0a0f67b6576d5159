//! The house stands as it was drawn: who may name whom, what lives where, how long a file is.

use std::collections::BTreeSet;

use super::support::sources::{Source, files, is_cyrillic, line_at};

/// Which modules each module may name. `clock` gives civil time, `choice!` and `questions!` are macros of `validation`.
const EDGES: &[(&str, &[&str])] = &[
    ("law", &["law"]),
    ("validation", &["validation", "law"]),
    ("collation", &[]),
    ("clock", &[]),
    ("application", &["application", "documents", "validation", "law", "clock", "collation", "choice", "questions"]),
    ("documents", &["documents", "application", "validation", "law", "choice", "questions"]),
    ("imaging", &["imaging", "documents"]),
    ("drawing", &["drawing", "documents", "imaging"]),
    ("sheet", &["sheet"]),
    ("people", &["people", "application", "law", "validation"]),
    ("desk", &["desk", "application", "documents", "people", "validation", "law", "clock"]),
    ("rules", &["rules", "law", "documents", "application", "validation"]),
    ("language", &["language", "clock"]),
    ("store", &["store", "application", "documents", "desk", "people", "validation", "law", "clock"]),
    ("vault", &[]),
    ("scanner", &["scanner", "documents", "store", "vault", "clock"]),
    ("config", &["law", "people", "store", "vault", "scanner"]),
    ("backup", &["store", "vault"]),
];

/// These put the house together and may name everything.
const BUILDERS: [&str; 6] = ["web", "app", "cli", "demo", "main", "lib"];

/// The modules that a text names by `crate::`.
fn named(text: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        // `$crate::` in a macro names the crate of its user: still ours.
        let rest = &text[at + "crate::".len()..];
        let list = rest.strip_prefix('{').map(top_level);
        for name in list.unwrap_or_else(|| vec![rest.to_owned()]) {
            let word: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            named.insert(word);
        }
    }
    named
}

/// The parts of `a::{b, c}, d}` between the commas that are not inside braces.
fn top_level(list: &str) -> Vec<String> {
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[test]
fn a_group_of_names_is_read() {
    let found = named("use crate::{app, rules::{a, b}, store};\nuse crate::law::x; $crate::validation::Field");
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ["app", "law", "rules", "store", "validation"]);
}

#[test]
fn nobody_names_whom_they_may_not_know() {
    let mut wrong = Vec::new();
    for source in files("src", ".rs") {
        let module = source.module();
        if BUILDERS.contains(&module) {
            continue;
        }
        let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{module} is not in the table: whom may it know?"));
            continue;
        };
        let strangers = named(source.program()).into_iter().filter(|name| !allowed.contains(&name.as_str()));
        wrong.extend(strangers.map(|name| format!("{}: {module} → {name}", source.path)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Words that may stand in these places only.
const AT_HOME: &[(&str, &[&str])] = &[
    ("diesel::", &["src/store/"]),
    ("diesel_migrations::", &["src/store/"]),
    ("object_store::", &["src/vault/"]),
    ("actix_web::", &["src/web/", "src/app.rs"]),
    ("actix_multipart::", &["src/web/"]),
    ("askama::", &["src/web/"]),
    ("hayro::", &["src/drawing/"]),
    ("fluent_bundle::", &["src/language.rs"]),
    ("Utc::now", &["src/clock.rs"]),
    ("Local::now", &[]),
    ("SystemTime::now", &[]),
    ("std::env::var", &["src/config.rs"]),
    ("env::var", &["src/config.rs"]),
    ("replace_into", &[]), // deletes the row and its children
    ("on_conflict", &[]),  // the two databases differ; update, and insert when nothing was updated
    ("println!", &["src/cli/"]),
    ("todo!(", &[]),
    ("unimplemented!(", &[]),
    ("dbg!(", &[]),
];

/// The text without comments, which may name everything.
fn code(source: &Source) -> String {
    source.program().lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_library_lives_in_one_place() {
    let mut wrong = Vec::new();
    for source in files("src", ".rs") {
        let code = code(&source);
        for (word, homes) in AT_HOME {
            if !homes.iter().any(|home| source.path.starts_with(home)) {
                wrong.extend(
                    code.match_indices(word).map(|(at, _)| format!("{}:{} {word}", source.path, line_at(&code, at))),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let sources = files("src", ".rs");
    let mut lengths: Vec<usize> = sources.iter().map(|source| source.text.lines().count()).collect();
    let mut wrong: Vec<String> = sources
        .iter()
        .zip(&lengths)
        .filter(|(_, lines)| **lines > 500)
        .map(|(source, lines)| format!("{}: {lines} lines", source.path))
        .collect();
    let silent = sources.iter().filter(|source| !source.text.starts_with("//! "));
    wrong.extend(silent.map(|source| format!("{} does not open with //!", source.path)));
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(wrong.is_empty() && median <= 120, "median {median}: {wrong:#?}");
}

/// Statements written by hand: the lock of the migrations (2), the settings of a connection
/// (2), "are you there?", and those of the dump, which knows tables from the catalogue only (5).
const RAW_SQL: usize = 10;

#[test]
fn raw_sql_keeps_to_its_budget() {
    let mut found = Vec::new();
    for source in files("src/store", ".rs") {
        let code = code(&source);
        for word in ["sql_query(", ".batch_execute(", "dsl::sql::<", "sql::<"] {
            let hits = code.match_indices(word).filter(|(at, _)| word != "sql::<" || !code[..*at].ends_with("dsl::"));
            found.extend(hits.map(|(at, _)| format!("{}:{} {word}", source.path, line_at(&code, at))));
        }
    }
    assert!(found.len() <= RAW_SQL, "{found:#?}");
}

#[test]
fn texts_stand_in_the_locales_only() {
    let mut wrong = Vec::new();
    let templates = files("templates", ".html");
    for source in files("src", ".rs").iter().chain(&templates).chain(&files("static", ".js")) {
        let text = if source.path.ends_with(".rs") { source.program() } else { &source.text };
        wrong.extend(text.find(is_cyrillic).map(|at| format!("{}:{}", source.path, line_at(text, at))));
    }
    assert!(wrong.is_empty(), "Cyrillic letters: {wrong:#?}");
}

#[test]
fn a_page_is_drawn_in_one_place() {
    let callers: Vec<String> = files("src", ".rs")
        .into_iter()
        .filter(|source| [".render(", ".render_with"].iter().any(|word| code(source).contains(word)))
        .map(|source| source.path)
        .collect();
    assert_eq!(callers, ["src/web/page.rs"]);
}

#[test]
fn boxes_are_drawn_by_the_same_few_macros() {
    let mut found = Vec::new();
    for source in files("templates", ".html").iter().filter(|source| !source.path.starts_with("templates/parts/")) {
        for control in ["<input", "<select", "<textarea"] {
            for (at, _) in source.text.match_indices(control) {
                let tag = source.text[at + 1..].split('<').next().unwrap_or_default();
                // What is hidden has no label, no hint and no error.
                if !tag.contains("type=\"hidden\"") && !tag.contains(" hidden>") {
                    found.push(format!("{}:{} {control}", source.path, line_at(&source.text, at)));
                }
            }
        }
    }
    assert!(found.is_empty(), "use parts/field.html, and draw there what it lacks: {found:#?}");
}

/// The macros that a template file declares, with what each of them is made of.
fn macros(file: &str) -> Vec<(String, String)> {
    let source = files("templates/parts", ".html").into_iter().find(|source| source.path.ends_with(file)).unwrap();
    let declared = source.text.split("macro ").skip(1).filter(|rest| !rest.starts_with('-'));
    let name = |rest: &str| rest.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect::<String>();
    declared.map(|rest| (name(rest), rest.to_owned())).filter(|(name, _)| !name.is_empty()).collect()
}

#[test]
fn the_living_page_draws_every_box() {
    // Attributes for the script, which draw nothing.
    const INVISIBLE: [&str; 1] = ["ahead"];
    let page = files("templates", ".html").into_iter().find(|source| source.path == "templates/style.html").unwrap();
    let mut missing = Vec::new();
    for (file, name) in [("field.html", "field"), ("files.html", "attached")] {
        let all = macros(file);
        assert!(all.len() >= 4, "{file}: {}", all.len());
        for (one, _) in &all {
            let drawn = page.text.contains(&format!("{name}::{one}("));
            // A piece of other boxes is drawn with them.
            let within = all.iter().any(|(other, body)| other != one && body.contains(&format!("call {one}(")));
            if !drawn && !within && !INVISIBLE.contains(&one.as_str()) {
                missing.push(format!("{file}: {one}"));
            }
        }
    }
    assert!(missing.is_empty(), "not on templates/style.html: {missing:?}");
}
