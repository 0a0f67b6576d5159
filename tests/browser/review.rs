//! A clerk without a mouse reviews a case beside its papers, marks, goes home, and finds the marks on the next morning.
use std::path::PathBuf;

use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::Role::Officer;

use crate::house::{Kind, TestApp, answers};
use crate::visitor::Visitor;

const NOTE: &str = "Passport: the number is another one";

fn keeps(visitor: &Visitor, name: &str) {
    visitor.browser.screenshot(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("review-{name}.png")));
}

/// Waits until the viewer names this file, or the paper that it belongs to.
fn waits_for_paper(visitor: &Visitor, name: &str) {
    let name = name.replace('\u{a0}', " ");
    let script = format!(
        "const done = arguments[arguments.length - 1], name = {}; \
         const told = () => document.querySelector('#viewer .whose').textContent.replace(/\\s+/g, ' '); \
         const look = () => told().includes(name) ? done([name]) : setTimeout(look, 25); look();",
        serde_json::json!(name)
    );
    assert_eq!(visitor.browser.asks_later(&script), [name]);
}

/// The name of the item that is open.
fn item(visitor: &Visitor) -> String {
    visitor.browser.asks("return [document.getElementById('item').textContent.replace(/\\s+/g, ' ').trim()];").remove(0)
}

/// What the list at the side says of an item.
fn listed(visitor: &Visitor, item: &str) -> String {
    let lines = visitor
        .browser
        .asks("return [...document.querySelectorAll('.items li')].map(one => one.textContent.replace(/\\s+/g, ' '));");
    lines.iter().find(|line| line.trim().starts_with(item)).unwrap_or_else(|| panic!("no {item}: {lines:?}")).clone()
}

fn reviews(language: Language, width: u32, javascript: bool) {
    let app = TestApp::on(Kind::Sqlite);
    let number = app.person(language).applies(&answers::adult());
    let office = Visitor::new(&app, language, width, javascript);
    office.browser.keyboard.set(true);
    let login = office.works_as(&app, Officer);
    office.takes(&number);
    office.presses("review-open");
    office.presses("step-person");
    office.sees("MEKHMET"); // what the portal makes of the name in Cyrillic
    office.presses("step-passport");
    let on_paper = format!("{}: {}", office.says("review-on-paper"), office.says("passport-number"));
    let (page_two, turned) = ("×2", "90°");
    if javascript {
        // What is being typed stays, whatever is done to the paper beside it; and one key does it.
        office.chooses("review-verdict", "verdict-mend");
        office.fills("review-note", NOTE);
        office.browser.runs("document.querySelector('#viewer [role=status]').dataset.same = 'yes'");
        office.browser.click(&on_paper);
        office.browser.wait_for(&office.says("view-usually"));
        // So that a tired clerk may shut the lid: it is kept without a button.
        office.browser.wait_for(&language.text_with("saved-at", &[("time", "10:00")].into_iter().collect()));
        office.browser.keys(['+']);
        office.browser.wait_for(page_two);
        office.browser.keys(['r']);
        office.browser.wait_for(turned);
        // The same place, with other words in it, is what a screen reader reads out.
        let said = "return [...document.querySelectorAll('#viewer [role=status]')].map(one => one.dataset.same + one.textContent)";
        let said = office.browser.asks(said);
        assert!(said.len() == 1 && said[0].starts_with("yes") && said[0].contains(turned), "{said:?}");
        assert_eq!(office.browser.value(&office.says("review-note")), NOTE);
    } else {
        office.presses(&on_paper);
        office.sees("view-part-number");
        office.presses("view-closer");
        office.sees(page_two);
        office.presses("view-turn-right");
        office.sees(turned);
        office.chooses("review-verdict", "verdict-mend");
        office.fills("review-note", NOTE);
    }
    assert!(office.browser.content_width() <= u64::from(width));
    keeps(&office, &format!("{language}-{width}"));
    if javascript {
        // One key leads on: to the passport's other file, then to another paper.
        office.browser.keys([']']);
        waits_for_paper(&office, "4-бет.jpg");
        office.browser.keys([']']);
        waits_for_paper(&office, &office.says("document-photo"));
        assert_eq!(office.browser.value(&office.says("review-note")), NOTE);
    }
    office.presses("review-keep");
    let verdicts = ["verdict-right", "verdict-not_applicable"].map(|verdict| {
        office.chooses("review-verdict", verdict);
        let item = item(&office);
        office.presses("review-keep");
        (item, office.says(verdict).replace('\u{a0}', " "))
    });

    office.signs_out();
    office.signs_in(&login);
    office.takes(&number);
    office.presses("review-open");
    for (item, verdict) in &verdicts {
        assert!(listed(&office, item).contains(verdict), "{item}: {verdict}\n{}", office.browser.text());
    }
    office.presses("step-passport");
    assert_eq!(office.browser.value(&office.says("review-note")), NOTE);
    let chosen = |value: &str| {
        let script = "const done = arguments[arguments.length - 1]; \
             const look = () => { const one = document.querySelector('[name=verdict]:checked'); \
             return one ? done([one.value]) : setTimeout(look, 25); }; look();";
        assert_eq!(office.browser.asks_later(script), [value]);
    };
    chosen("mend");
    office.presses(&verdicts[1].0);
    chosen("not_applicable");
}

#[test]
fn a_clerk_reviews_by_keyboard_alone() {
    reviews(Kk, 1280, true);
    reviews(Ru, 1920, true);
}

#[test]
fn a_clerk_reviews_by_keyboard_alone_without_javascript() {
    reviews(Ru, 1280, false);
    reviews(Kk, 360, false);
}
