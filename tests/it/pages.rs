//! Every page in every language and state: valid HTML, light enough for a slow line, no text missing.

use std::process::Command;

use ruqsat::language::Language;

use super::support::gallery::{Gallery, Shown};
use super::support::sources::fetched;

/// A page's HTML, in bytes.
const HEAVIEST: usize = 50_000;
/// A page with its style, script, icon and pictures.
const MOST_REQUESTS: usize = 6;

#[track_caller]
fn none(what: &str, wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} {what}: {wrong:#?}", wrong.len());
}

#[test]
fn every_page_is_valid_light_and_whole() {
    let gallery = Gallery::open();
    let pages: Vec<Shown> = Language::ALL.into_iter().flat_map(|language| gallery.pages(language)).collect();
    let name = |page: &Shown| {
        format!("{} ({}{})", page.address, page.state, page.done.map_or(String::new(), |done| format!(", {done}")))
    };

    let heavy = pages.iter().filter(|page| page.html.len() > HEAVIEST);
    none("heavier than allowed", heavy.map(|page| format!("{} {}", name(page), page.html.len())).collect());
    // Pictures that wait until they are scrolled to are not asked for with the page.
    let requests = |page: &Shown| {
        let asked = page.html.split('<').filter(|tag| tag.contains("src=\"/") || tag.contains("rel=\"stylesheet\""));
        1 + asked.filter(|tag| !tag.contains("loading=\"lazy\"")).count()
    };
    let many = pages.iter().filter(|page| requests(page) > MOST_REQUESTS);
    none("with too many requests", many.map(|page| format!("{} {}", name(page), requests(page))).collect());

    none("too slow", super::light::check(&gallery.app, &pages));

    // The checker reads files; what it says names them.
    let folder = super::support::database::Folder::new();
    for (i, page) in pages.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{i:04}.html")), &page.html).unwrap();
    }
    let jar = fetched("vnu-jar").join("build/dist/vnu.jar");
    let checked = Command::new("java")
        .args(["-Xss2m", "-jar"])
        .arg(jar)
        .args(["--errors-only", "--format", "gnu", "--skip-non-html"])
        .arg(folder.path())
        .output()
        .expect("java runs: tests/tools/install brings it");
    let said = String::from_utf8_lossy(&checked.stderr);
    let mut wrong = std::collections::BTreeMap::new();
    for line in said.lines() {
        let file = line.rsplit('/').next().unwrap_or_default();
        let page = file.get(..4).and_then(|i| pages.get(i.parse::<usize>().ok()?));
        let what = file.split_once(": ").map_or(line, |(_, what)| what);
        wrong.entry(what.to_owned()).or_insert_with(|| page.map(name).unwrap_or_default());
    }
    none("invalid", wrong.into_iter().map(|(what, page)| format!("{page}: {what}")).collect());
    assert!(checked.status.success(), "{said}");

    // The one-time link of the first administrator is gone as soon as there is an account.
    let unseen = Gallery::unseen(&pages);
    assert_eq!(unseen, ["/{lang}/admin/first/{token}"], "no visitor of the gallery can open these");
}
