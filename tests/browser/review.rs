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
    office.presses("review-keep");
    office.chooses("review-verdict", "verdict-right");
    office.presses("review-keep");

    office.signs_out();
    office.signs_in(&login);
    office.takes(&number);
    office.presses("review-open");
    office.sees("verdict-mend");
    office.sees("verdict-right");
    office.presses("step-passport");
    assert_eq!(office.browser.value(&office.says("review-note")), NOTE);
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
