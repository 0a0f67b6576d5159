//! A text that a language lacks ends the build, which names it.

use std::fs;
use std::path::Path;

use super::support::database::Folder;
use super::support::sources::root;

#[path = "../../build.rs"]
#[allow(dead_code, reason = "what the build writes is tried by building")]
mod build;

/// A copy of the languages, changed.
fn faults_after(change: impl FnOnce(&Path)) -> Vec<String> {
    let folder = Folder::new();
    for language in fs::read_dir(root().join("locales")).unwrap().map(Result::unwrap) {
        if !language.file_type().unwrap().is_dir() {
            continue;
        }
        let copy = folder.path().join(language.file_name());
        fs::create_dir(&copy).unwrap();
        for file in fs::read_dir(language.path()).unwrap().map(Result::unwrap) {
            fs::copy(file.path(), copy.join(file.file_name())).unwrap();
        }
    }
    change(folder.path());
    build::faults(&build::read(folder.path()).unwrap())
}

/// Takes the line away that begins so.
fn without(file: &Path, beginning: &str) {
    let text = fs::read_to_string(file).unwrap();
    let (gone, kept): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with(beginning));
    assert_eq!(gone.len(), 1, "{beginning} in {}", file.display());
    fs::write(file, kept.join("\n")).unwrap();
}

#[test]
fn a_text_that_a_language_lacks_is_named() {
    assert_eq!(faults_after(|_| ()), Vec::<String>::new());
    let lacks = faults_after(|all| without(&all.join("ru/site.ftl"), "saved-at = "));
    assert_eq!(lacks, ["locales/ru/site.ftl: saved-at is missing"]);
    let hint = faults_after(|all| without(&all.join("ru/desk.ftl"), "    .hint = 3–40"));
    assert_eq!(hint, ["locales/ru/desk.ftl: admin-login.hint is missing"]);
    let measure = faults_after(|all| without(&all.join("kk/site.ftl"), "saved-at = "));
    assert_eq!(measure, ["ru", "en"].map(|code| format!("locales/{code}/site.ftl: saved-at is not in kk")));
}

#[test]
fn a_file_that_a_language_lacks_is_named_unless_it_is_the_offices_and_the_language_only_helps() {
    let gone = |name: &'static str| faults_after(move |all| fs::remove_file(all.join(name)).unwrap());
    assert_eq!(gone("en/errors.ftl"), ["locales/en/errors.ftl is missing"]);
    assert_eq!(gone("ru/desk_queue.ftl"), ["locales/ru/desk_queue.ftl is missing"]);
    let none = faults_after(|all| fs::remove_dir_all(all.join("kk")).unwrap());
    assert_eq!(none, ["locales/kk is missing"]);
}
