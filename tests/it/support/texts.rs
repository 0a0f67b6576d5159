//! The texts of the locales as a table, read with fluent's own grammar; and the ids that the program asks for.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::sources::{Source, files};

/// One text: a message, or an attribute of one under `id.attribute`.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// File without folder.
    pub file: String,
    /// Its words, the arguments left out.
    pub words: String,
    /// Names of its arguments.
    pub variables: BTreeSet<String>,
    /// The cases of each selector.
    pub selectors: Vec<BTreeSet<String>>,
    /// Ids of other messages that it takes in.
    pub refers: BTreeSet<String>,
    /// The whole of it, once for each choice of variants: with what it takes in, and `N` in the place of each argument.
    pub readings: Vec<String>,
}

/// Around the id of a text that another takes in.
const REFERENCE: char = '\u{1}';

/// Reads all texts of a language; complains about what is no fluent and about ids that stand twice.
pub fn texts(language: &str) -> BTreeMap<String, Text> {
    let mut all = BTreeMap::new();
    for Source { path, text } in files(&format!("locales/{language}"), ".ftl") {
        let file = path.rsplit('/').next().unwrap().to_owned();
        let read = fluent_syntax::parser::parse(text.as_str());
        let resource = read.unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        for entry in resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                Entry::Junk { content } => panic!("{path}: {content}"),
                _ => continue,
            };
            for attribute in attributes {
                add(&mut all, &format!("{id}.{}", attribute.id.name), &file, &attribute.value);
            }
            if let Some(value) = value {
                add(&mut all, &id, &file, &value);
            }
        }
    }
    let bare = all.clone();
    for text in all.values_mut() {
        text.readings = text.readings.iter().flat_map(|reading| whole(reading, &bare)).collect();
    }
    all
}

/// A reading with the readings of all that it takes in.
fn whole(reading: &str, all: &BTreeMap<String, Text>) -> Vec<String> {
    let mut parts = reading.splitn(3, REFERENCE);
    let (Some(before), Some(id), Some(after)) = (parts.next(), parts.next(), parts.next()) else {
        return vec![reading.to_owned()];
    };
    let taken_in = all.get(id).map(|text| text.readings.as_slice()).unwrap_or_default();
    taken_in.iter().flat_map(|inner| whole(&format!("{before}{inner}{after}"), all)).collect()
}

fn readings(pattern: &Pattern<&str>) -> Vec<String> {
    pattern.elements.iter().fold(vec![String::new()], |begun, element| {
        let ways = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => readings_of(expression),
        };
        begun.iter().flat_map(|before| ways.iter().map(move |way| format!("{before}{way}"))).collect()
    })
}

fn readings_of(expression: &Expression<&str>) -> Vec<String> {
    use InlineExpression as I;
    match expression {
        Expression::Select { variants, .. } => variants.iter().flat_map(|one| readings(&one.value)).collect(),
        Expression::Inline(I::StringLiteral { value }) => vec![(*value).to_owned()],
        Expression::Inline(I::MessageReference { id, attribute }) => {
            let attribute = attribute.as_ref().map(|name| format!(".{}", name.name)).unwrap_or_default();
            vec![format!("{REFERENCE}{}{attribute}{REFERENCE}", id.name)]
        }
        Expression::Inline(I::Placeable { expression }) => readings_of(expression),
        Expression::Inline(_) => vec!["N".to_owned()],
    }
}

fn add(all: &mut BTreeMap<String, Text>, id: &str, file: &str, pattern: &Pattern<&str>) {
    let mut text = Text { file: file.to_owned(), readings: readings(pattern), ..Text::default() };
    text.take(pattern);
    assert!(all.insert(id.to_owned(), text).is_none(), "{id} stands twice");
}

impl Text {
    fn take(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.take_expression(expression),
            }
        }
    }
    fn take_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.take_inline(inline),
            Expression::Select { selector, variants } => {
                self.take_inline(selector);
                let cases = variants.iter().map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                self.selectors.push(cases.collect());
                for variant in variants {
                    self.words.push(' ');
                    self.take(&variant.value);
                }
            }
        }
    }
    fn take_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.refers.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.refers.insert(format!("-{}", id.name));
                arguments.iter().for_each(|arguments| self.take_arguments(arguments));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.take_arguments(arguments),
            InlineExpression::Placeable { expression } => self.take_expression(expression),
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
        }
    }
    fn take_arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|one| self.take_inline(one));
        arguments.named.iter().for_each(|one| self.take_inline(&one.value));
    }
}

/// A text that a template asks for: `"id"|t1("name", …)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where.
    pub path: String,
    /// The id, or a pattern with `{}` in it.
    pub id: String,
    /// Names of the arguments given.
    pub given: BTreeSet<String>,
    /// Whether it may be missing.
    pub maybe: bool,
}

/// Everything that the templates ask for.
pub fn asked_by_templates() -> Vec<Asked> {
    let mut asked = Vec::new();
    for Source { path, text } in files("templates", ".html") {
        for filter in ["|t}", "|t ", "|t|", "|t)", "|t,", "|t1(", "|t2(", "|t_maybe"] {
            for (at, _) in text.match_indices(filter) {
                let before = skip_format(&text[..at]);
                let Some(id) = before.strip_suffix('"').and_then(|rest| rest.rsplit('"').next()) else { continue };
                let given = match filter {
                    "|t1(" | "|t2(" => literals(arguments(&text[at + filter.len()..])),
                    _ => BTreeSet::new(),
                };
                asked.push(Asked { path: path.clone(), id: id.to_owned(), given, maybe: filter == "|t_maybe" });
            }
        }
    }
    asked
}

/// Takes `|format(…)` off the end.
fn skip_format(before: &str) -> &str {
    let Some(inner) = before.strip_suffix(')') else { return before };
    let mut depth = 1;
    for (at, c) in inner.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return inner[..at].strip_suffix("|format").unwrap_or(before);
        }
    }
    before
}

/// What stands before the bracket that closes.
fn arguments(text: &str) -> &str {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

/// Every argument name among the arguments: the first literal of each pair.
fn literals(arguments: &str) -> BTreeSet<String> {
    let mut parts = split(arguments);
    let mut names = BTreeSet::new();
    while !parts.is_empty() {
        let name = parts.remove(0);
        names.insert(name.trim().trim_matches('"').to_owned());
        if !parts.is_empty() {
            parts.remove(0);
        }
    }
    names
}

/// Splits arguments at the commas that are not inside brackets or quotes.
pub fn split(arguments: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut parts) = (0, false, vec![String::new()]);
    for c in arguments.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 && !quoted { parts.push(String::new()) } else { parts.last_mut().unwrap().push(c) }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The arguments of every call of a function in a text.
pub fn calls(text: &str, function: &str) -> Vec<Vec<String>> {
    let open = format!("{function}(");
    let starts_word = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let found = text.match_indices(&open).filter(|(at, _)| starts_word(*at) && !text[..*at].ends_with("fn "));
    found.map(|(at, _)| split(arguments(&text[at + open.len()..]))).collect()
}

/// The text of an argument that is a literal.
pub fn literal(argument: &str) -> Option<String> {
    let inner = argument.trim().strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"')).then(|| inner.to_owned())
}

/// Every string literal of a program's text.
pub fn strings(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

/// Whether an id has the form of a pattern such as `failure-{}.title`: each `{…}` stands for one code.
pub fn fits(pattern: &str, id: &str) -> bool {
    let (mut parts, mut rest) = (Vec::new(), pattern);
    while let Some(open) = rest.find('{') {
        parts.push(&rest[..open]);
        rest = rest[open..].find('}').map_or("", |close| &rest[open + close + 1..]);
    }
    parts.push(rest);
    let Some(mut left) = id.strip_prefix(parts[0]) else { return false };
    for (i, part) in parts.iter().enumerate().skip(1) {
        let code = left.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(left.len());
        let last = i + 1 == parts.len();
        let Some(end) =
            (1..=code).rev().find(|end| left[*end..].starts_with(part) && (!last || left[*end..] == **part))
        else {
            return false;
        };
        left = &left[end + part.len()..];
    }
    left.is_empty()
}

#[test]
fn patterns_fit_codes() {
    assert!(fits("failure-{}.title", "failure-not_found.title"));
    assert!(fits("step-{}", "step-person") && !fits("step-{}", "step-person-x") && !fits("step-{}", "step-"));
    assert!(fits("a-{x}-{y}", "a-b-c") && fits("{}-add", "work-add") && !fits("{}-add", "work-none"));
    assert_eq!(skip_format("{{ \"x-{}\"|format(a.b())"), "{{ \"x-{}\"");
    assert_eq!(calls("refuse(\"a\"); fn refuse(code: x) unless(f(a, b), \"c\")", "unless")[0][1].trim(), "\"c\"");
}
