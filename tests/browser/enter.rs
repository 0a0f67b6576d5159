//! The Enter key in a text box does what the page's own button does: it does not switch the language, nor remove a file.
use ruqsat::language::Language::Kk;
use ruqsat::people::Role;

use crate::house::app::PASSWORD;
use crate::house::{Kind, TestApp, answers, files};
use crate::visitor::Visitor;

fn enter_saves(javascript: bool) {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    let (number, code) = person.begins();
    let applicant = answers::adult();
    person.saves(&applicant.situation).saves(&applicant.contacts);
    person.goes_to("/apply/documents/medical_028u").fills("paper-issued_on", "2026-06-01");
    person.attaches("papers-add", "medical.pdf", &files::pdf("medical")).presses("save-and-continue");
    let visitor = Visitor::new(&app, Kk, 360, javascript);

    // By number and code, typed blind.
    visitor.opens("/open");
    visitor.fills("open-number", &number);
    visitor.fills("open-code", &code);
    visitor.browser.press_enter(&visitor.says("open-code"));
    visitor.arrives_at("/apply");

    // A page of questions is saved, and leads to the next.
    visitor.opens("/apply/contacts");
    visitor.fills("contacts-house", "11");
    visitor.browser.press_enter(&visitor.says("contacts-house"));
    visitor.arrives_at("/apply/arrival");
    visitor.opens("/apply/contacts");
    assert_eq!(visitor.browser.value(&visitor.says("contacts-house")), "11");

    // So is the page of a paper; its file stays.
    visitor.opens("/apply/documents/medical_028u");
    visitor.fills("paper-number", "U12345678");
    visitor.browser.press_enter(&visitor.says("paper-number"));
    assert_ne!(visitor.place(), "/apply/documents/medical_028u", "{:?}", visitor.browser.errors());
    visitor.opens("/apply/documents/medical_028u");
    assert_eq!(visitor.browser.value(&visitor.says("paper-number")), "U12345678");
    visitor.sees("medical.pdf");

    // At the desk.
    let staff = app.employs(Role::Officer, crate::house::app::UNIT, Kk);
    visitor.opens("/desk/sign-in");
    visitor.fills("desk-login", &staff.login);
    visitor.fills("desk-password", PASSWORD);
    visitor.browser.press_enter(&visitor.says("desk-password"));
    visitor.arrives_at("/desk");
    visitor.fills("desk-search-label", &number);
    visitor.browser.press_enter(&visitor.says("desk-search-label"));
    visitor.arrives_at("/desk");
    visitor.sees(&number);
}

#[test]
fn enter_saves_the_page_with_javascript() {
    enter_saves(true);
}

#[test]
fn enter_saves_the_page_without_javascript() {
    enter_saves(false);
}
