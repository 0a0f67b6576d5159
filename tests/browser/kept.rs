//! An objection has a term of two days, and nobody writes it at one sitting: what is typed stays in the tab until it is
//! sent, and with nobody else.
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Officer, Operator};

use crate::house::{Kind, TestApp, answers};
use crate::visitor::Visitor;

const SAID: &str = "My savings are with another bank";

/// What stands in the box of a page of theirs.
#[track_caller]
fn on(visitor: &Visitor, page: &str, label: &str) -> String {
    visitor.opens(page);
    visitor.browser.value(&visitor.says(label))
}

#[test]
fn an_objection_that_is_not_sent_stands_there_when_the_person_comes_back() {
    let app = TestApp::on(Kind::Sqlite);
    let mut owner = app.person(Ru);
    let number = owner.applies(&answers::adult());
    app.it_is("2026-06-12");
    app.clerk(Operator, Kk).accepts(&number);
    app.it_is("2026-06-15");
    app.clerk(Officer, Kk).prepares_refusal(&number, "49.4", "Savings are not confirmed");
    let visitor = Visitor::new(&app, Ru, 360, true);
    visitor.opens("/open");
    visitor.browser.holds(&owner.cookies, &format!("http://{}", app.address));

    visitor.opens("/apply/objection");
    visitor.fills("objection-text", SAID);
    visitor.opens("/apply/messages");
    assert_eq!(visitor.browser.value(&visitor.says("talk-write")), "", "it belongs to another page");
    visitor.fills("talk-write", "When is the hearing?");
    assert_eq!(on(&visitor, "/apply/objection", "objection-text"), SAID);
    visitor.presses("objection-send");
    visitor.arrives_at("/track");
    visitor.sees(SAID);
    assert_eq!(on(&visitor, "/apply/objection", "objection-text"), "", "it is sent");

    // A message is answered by the same page: it is empty then, and stays so.
    assert_eq!(on(&visitor, "/apply/messages", "talk-write"), "When is the hearing?");
    visitor.presses("talk-send");
    visitor.sees("When is the hearing?");
    assert_eq!(visitor.browser.value(&visitor.says("talk-write")), "");
    assert_eq!(on(&visitor, "/apply/messages", "talk-write"), "");

    // What was not taken is still there, on the page that says so and after it.
    visitor.fills("talk-write", "   ");
    visitor.presses("talk-send");
    visitor.sees("denied-nothing_said");
    visitor.fills("talk-write", "And where?");
    assert_eq!(on(&visitor, "/apply/messages", "talk-write"), "And where?");

    // Whoever leaves takes it along.
    visitor.presses("leave");
    assert_eq!(visitor.browser.asks("return [String(sessionStorage.length)]"), ["0"]);
    visitor.browser.holds(&owner.cookies, &format!("http://{}", app.address));
    assert_eq!(on(&visitor, "/apply/messages", "talk-write"), "");
}
