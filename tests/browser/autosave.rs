//! What is typed is saved while it is typed, where there is JavaScript; and when it cannot be, the page says so.
use ruqsat::language::Language::Kk;

use crate::applicant::{begun, on_disk};
use crate::house::{Kind, Person, TestApp, answers, files};

fn street(person: &mut Person) -> String {
    person.goes_to("/apply/contacts").finds_in("contacts-street")
}

#[test]
fn what_is_typed_is_saved_by_itself_or_the_page_says_that_it_is_not() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut elsewhere, visitor) = begun(&app, Kk, 360, true);

    // Nobody presses a button; on another computer it is there.
    visitor.opens("/apply/contacts");
    visitor.fills("contacts-street", "Абай даңғылы");
    visitor.browser.wait_for("Сақталды, сағат 10:00");
    assert_eq!(street(&mut elsewhere), "Абай даңғылы");

    // The line breaks.
    visitor.is_offline(true);
    visitor.fills("contacts-street", "Достық даңғылы");
    visitor.browser.wait_for(&visitor.says("autosave-failed"));
    assert_eq!(street(&mut elsewhere), "Абай даңғылы");
    visitor.is_offline(false);
    visitor.fills("contacts-house", "7");
    visitor.browser.wait_for("Сақталды, сағат 10:00");
    assert_eq!(street(&mut elsewhere), "Достық даңғылы");

    // Saved by the button in the end: nobody else changed anything, and nothing says so.
    visitor.fills("contacts-street", "Сейфуллин даңғылы");
    visitor.presses("save-and-continue");
    assert!(!visitor.browser.has(&visitor.says("changed-in-another-tab")), "{}", visitor.browser.text());
    assert_eq!(street(&mut elsewhere), "Сейфуллин даңғылы");
}

#[test]
fn a_change_in_another_window_is_told_to_whoever_types() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut elsewhere, visitor) = begun(&app, Kk, 360, true);
    elsewhere.saves(&answers::adult().contacts);
    visitor.opens("/apply/contacts");
    elsewhere.goes_to("/apply/contacts").fills("contacts-street", "Төле би").fills("contacts-house", "99");
    elsewhere.presses("save-and-continue");

    visitor.fills("contacts-street", "Достық даңғылы");
    visitor.browser.wait_for(&visitor.says("changed-in-another-tab"));
    visitor.browser.wait_for("Төле би");
    visitor.presses("save-and-continue");
    assert_eq!(street(&mut elsewhere), "Достық даңғылы", "the later one stays");
    assert_eq!(elsewhere.finds_in("contacts-house"), "99", "and what only the other changed");
}

#[test]
fn what_is_typed_about_a_paper_is_saved_by_itself_and_its_files_with_the_button() {
    const PAGE: &str = "/apply/documents/criminal_record";
    let app = TestApp::on(Kind::Sqlite);
    let (mut elsewhere, visitor) = begun(&app, Kk, 360, true);
    visitor.opens(PAGE);
    visitor.browser.upload(&visitor.says("papers-add"), &on_disk("record.pdf", &files::pdf("record")));
    visitor.fills("paper-number", "77-A");
    visitor.browser.wait_for("Сақталды, сағат 10:00");
    elsewhere.goes_to(PAGE).sees("papers-no-files");
    assert_eq!(elsewhere.finds_in("paper-number"), "77-A");

    visitor.presses("save-and-continue");
    assert!(!visitor.browser.has(&visitor.says("changed-in-another-tab")), "{}", visitor.browser.text());
    elsewhere.goes_to(PAGE).sees("record.pdf");
    assert_eq!(elsewhere.finds_in("paper-number"), "77-A");
}
