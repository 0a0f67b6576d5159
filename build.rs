//! Makes the languages from the folders of `locales/`: a folder more is a language more.
//!
//! Kazakh is the measure. The build ends with the name of every text that another language lacks or has too many. A
//! language without `desk.ftl` is for applicants only, and a help: the office works in the languages of the law.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use fluent_syntax::ast::{Entry, Identifier};

/// The language that all others are measured by.
const MEASURE: &str = "kk";
/// The texts of the office's own pages: the first of its files, without which a language is for applicants only.
const OFFICE: &str = "desk.ftl";

/// Whether a file holds texts of the office's own pages: `desk.ftl`, `desk_queue.ftl` and so on.
fn is_of_office(name: &str) -> bool {
    name.starts_with("desk")
}

#[expect(clippy::disallowed_methods, reason = "cargo tells a build in no other way where it is")]
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=static");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let languages = read(&root.join("locales"))?;
    let faults = faults(&languages);
    if !faults.is_empty() {
        faults.iter().for_each(|fault| println!("cargo::error={fault}"));
        return Ok(());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for style in ["site.css", "desk.css"] {
        fs::write(out.join(style), light(&fs::read_to_string(root.join("static").join(style))?))?;
    }
    for script in ["site.js", "photo.js", "upload.js"] {
        fs::write(out.join(script), plain(&fs::read_to_string(root.join("static").join(script))?))?;
    }
    fs::write(out.join("languages.rs"), code(&languages))
}

/// A script without the lines that are remarks, without the space before a line, and without the ends of lines that say
/// nothing. No text in a script goes over lines, and no remark stands behind code.
fn plain(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, if line.ends_with(['{', ';', ',', '(']) { "" } else { "\n" }]).collect()
}

/// A style sheet without what browsers pass over: comments, and space beside braces, semicolons and signs. Space before a
/// colon stays: in a selector it means something. No sheet of ours adds lengths, where space around `+` would.
fn light(style: &str) -> String {
    let mut text = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut light = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for wide in [" {", "{ ", " }", "} ", "; ", ": ", ", ", " > ", " + ", " !"] {
        light = light.replace(wide, wide.trim());
    }
    light.replace(";}", "}")
}

/// A folder of `locales/`.
pub(crate) struct Language {
    code: String,
    files: BTreeMap<String, File>,
}

/// A file, and the ids of its texts; attributes as `id.attribute`.
struct File {
    path: PathBuf,
    ids: Vec<String>,
}

/// The languages, Kazakh first.
pub(crate) fn read(locales: &Path) -> io::Result<Vec<Language>> {
    let mut languages = Vec::new();
    for folder in fs::read_dir(locales)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        let mut files = BTreeMap::new();
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            if name.ends_with(".ftl") {
                let text = fs::read_to_string(file.path())?;
                files.insert(name, File { path: file.path(), ids: ids(&text) });
            }
        }
        languages.push(Language { code: folder.file_name().to_string_lossy().into_owned(), files });
    }
    // Kazakh first, then the office's other languages, then those that only help.
    languages.sort_by_key(|one| (one.code != MEASURE, !one.files.contains_key(OFFICE), one.code.clone()));
    Ok(languages)
}

/// What is no fluent is left to the tests, which say where it stands.
fn ids(text: &str) -> Vec<String> {
    let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(text);
    let mut ids = Vec::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let Identifier { name } = &message.id;
            ids.extend(message.value.is_some().then(|| (*name).to_owned()));
            ids.extend(message.attributes.iter().map(|attribute| format!("{name}.{}", attribute.id.name)));
        }
    }
    ids
}

/// What each language lacks or has too many, by its file.
pub(crate) fn faults(languages: &[Language]) -> Vec<String> {
    let Some((measure, others)) = languages.split_first().filter(|(first, _)| first.code == MEASURE) else {
        return vec![format!("locales/{MEASURE} is missing")];
    };
    let mut faults = Vec::new();
    for language in others {
        let code = &language.code;
        for (name, wanted) in &measure.files {
            let Some(file) = language.files.get(name) else {
                // The office's rooms stand together: a language has all of their texts or none.
                if !is_of_office(name) || language.files.contains_key(OFFICE) {
                    faults.push(format!("locales/{code}/{name} is missing"));
                }
                continue;
            };
            let only = |one: &File, other: &File| -> Vec<String> {
                one.ids.iter().filter(|id| !other.ids.contains(id)).cloned().collect()
            };
            faults.extend(only(wanted, file).iter().map(|id| format!("locales/{code}/{name}: {id} is missing")));
            faults
                .extend(only(file, wanted).iter().map(|id| format!("locales/{code}/{name}: {id} is not in {MEASURE}")));
        }
        let unknown = language.files.keys().filter(|name| !measure.files.contains_key(*name));
        faults.extend(unknown.map(|name| format!("locales/{code}/{name} is not in {MEASURE}")));
    }
    faults
}

fn code(languages: &[Language]) -> String {
    let name = |language: &Language| {
        let mut letters = language.code.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let (mut variants, mut codes, mut texts) = (String::new(), String::new(), String::new());
    for language in languages {
        let (name, code) = (name(language), &language.code);
        let _ = writeln!(variants, "    /// `locales/{code}`.\n    {name},");
        let _ = writeln!(codes, "            Self::{name} => {code:?},");
        let files: Vec<String> = language.files.values().map(|file| format!("include_str!({:?})", file.path)).collect();
        let _ = writeln!(texts, "            Self::{name} => &[{}],", files.join(", "));
    }
    let offices = languages.iter().filter(|one| one.files.contains_key(OFFICE)).count(); // sorted to the front
    let list = |kept: &[Language]| kept.iter().map(|one| format!("Self::{}", name(one))).collect::<Vec<_>>().join(", ");
    let pattern = |kept: &[Language]| kept.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join("|");
    format!(
        "/// A language that pages are written in: a folder of `locales/`.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]\n\
         #[serde(rename_all = \"lowercase\")]\n\
         pub enum Language {{\n{variants}}}\n\n\
         impl Language {{\n\
         \x20   /// Every language, in the order in which they are offered.\n\
         \x20   pub const ALL: [Self; {}] = [{}];\n\
         \x20   /// The languages of the law, in which the office works.\n\
         \x20   pub const OFFICE: [Self; {}] = [{}];\n\
         \x20   /// Their codes, as a pattern of addresses.\n\
         \x20   pub const ALL_CODES: &str = {:?};\n\
         \x20   /// The codes of the office's languages, as a pattern of addresses.\n\
         \x20   pub const OFFICE_CODES: &str = {:?};\n\n\
         \x20   /// The first part of every page's address.\n\
         \x20   pub fn code(self) -> &'static str {{\n        match self {{\n{codes}        }}\n    }}\n\
         \x20   fn texts(self) -> &'static [&'static str] {{\n        match self {{\n{texts}        }}\n    }}\n\
         }}\n",
        languages.len(),
        list(languages),
        offices,
        list(&languages[..offices]),
        pattern(languages),
        pattern(&languages[..offices]),
    )
}
