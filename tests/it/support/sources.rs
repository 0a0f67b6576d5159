//! The program's own files, for the tests that read them.

use std::path::{Path, PathBuf};

/// A file of the project.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its path from the project's folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The text without its tests: they close a file.
    pub fn program(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }
    /// The first part of the path inside `src/`: `law`, `web`, `app` …
    pub fn module(&self) -> &str {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inner.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of a tool that no package of Debian's has.
pub fn fetched(tool: &str) -> PathBuf {
    let answer = std::process::Command::new(root().join("tests/tools/fetch")).arg(tool).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).unwrap().trim().into()
}

/// Every file of a folder whose name ends so, deep down, in the order of their paths.
pub fn files(folder: &str, end: &str) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root().join(folder), end, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no {end} in {folder}");
    found
}

fn gather(folder: &PathBuf, end: &str, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, end, found);
        } else if path.to_string_lossy().ends_with(end) {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push(Source { path: path.strip_prefix(root()).unwrap().display().to_string(), text });
        }
    }
}

/// The number of the line at a place of a text.
pub fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Whether a letter is Cyrillic.
pub fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&letter)
}
