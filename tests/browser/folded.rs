//! What only some answers ask for is out of the way until it is asked, without a script; what was typed stays in sight. And
//! what a script adds where there is no pen.
use ruqsat::language::Language::{Kk, Ru};

use crate::applicant::begun;
use crate::house::{Kind, TestApp};
use crate::visitor::Visitor;

/// Whether a box can be seen.
fn shows(visitor: &Visitor, id: &str) -> bool {
    visitor.browser.asks(&format!("return [document.getElementById('{id}').checkVisibility()];")) == ["true"]
}

#[test]
fn a_box_opens_with_the_answer_that_asks_for_it_and_never_hides_what_was_typed() {
    let app = TestApp::on(Kind::Sqlite);
    let (_, visitor) = begun(&app, Kk, 360, false);

    visitor.opens("/apply/person");
    assert!(!shows(&visitor, "former_name"), "nobody was asked yet");
    visitor.chooses("person-had_other_name", "yes");
    assert!(shows(&visitor, "former_name"));
    visitor.fills("person-former_name", "Мехмет Демир");
    visitor.chooses("person-had_other_name", "no");
    assert!(shows(&visitor, "former_name"), "it would be sent unseen");
    visitor.chooses("person-had_other_name", "yes");
    visitor.fills("person-former_name", "");
    visitor.chooses("person-had_other_name", "no");
    assert!(!shows(&visitor, "former_name"));

    // By a list, and by the answer that spares it.
    visitor.opens("/apply/arrival");
    assert!(shows(&visitor, "visa_number"), "the first page says B8");
    visitor.chooses("arrival-visa", "visa-visa_free");
    assert!(!shows(&visitor, "visa_number"));
    visitor.opens("/apply/family");
    visitor.chooses("family-marital_status", "marital-married");
    assert!(shows(&visitor, "spouse_name"));
    visitor.chooses("family-marital_status", "marital-single");
    assert!(!shows(&visitor, "spouse_name"));

    // What is to be mended is there, whatever else was answered.
    visitor.opens("/apply/person");
    visitor.chooses("person-had_other_name", "yes");
    visitor.presses("save-and-continue");
    assert!(shows(&visitor, "former_name"));
}

#[test]
fn number_and_code_are_copied_where_there_is_no_pen() {
    let app = TestApp::on(Kind::Sqlite);
    let visitor = Visitor::new(&app, Ru, 360, true);
    visitor.opens("/start");
    visitor.presses("start-begin");
    visitor.sees("begun-title");
    visitor.browser.click(&visitor.says("begun-copy"));
    // Where a browser forbids the clipboard, both are marked for a person to copy.
    let marked = visitor.browser.asks("return [getSelection().toString()];");
    let keys = visitor.browser.asks("return [...document.querySelectorAll('.keys dd')].map(one => one.innerText);");
    assert_eq!(keys.len(), 2);
    assert!(keys.iter().all(|key| marked[0].contains(key)), "{marked:?}");
    visitor.browser.wait_for(&visitor.says("begun-copied"));
}

#[test]
fn a_link_for_somebody_else_is_copied_whole() {
    let app = TestApp::on(Kind::Sqlite);
    let (_, visitor) = begun(&app, Kk, 360, true);
    visitor.opens("/apply/documents/housing/invite");
    visitor.fills("invite-for_whom", "Landlord");
    visitor.presses("invite-make");
    visitor.browser.click(&visitor.says("invite-copy"));
    let marked = "const box = document.getElementById('link'); return [String(box.selectionStart), String(box.selectionEnd - box.value.length)];";
    assert_eq!(visitor.browser.asks(marked), ["0", "0"]);
    visitor.browser.wait_for(&visitor.says("begun-copied"));
}
