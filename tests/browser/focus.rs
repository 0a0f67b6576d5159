//! Where the focus is: at what is to be mended after a try, and nowhere of the page's choosing on an ordinary visit.
use ruqsat::language::Language::{Kk, Ru};

use crate::applicant::begun;
use crate::house::{Kind, TestApp};
use crate::visitor::Visitor;

fn focus(visitor: &Visitor) -> String {
    visitor.browser.asks("return [document.activeElement.id]").remove(0)
}

/// A browser heeds `autofocus` when it draws the page, a moment after it is there.
#[track_caller]
fn is_led_to_the_errors(visitor: &Visitor) {
    assert!((0..500).any(|_| focus(visitor) == "errors"), "the focus is at «{}»", focus(visitor));
}

#[test]
fn what_is_to_be_mended_has_the_focus_after_a_try_and_only_then() {
    let app = TestApp::on(Kind::Sqlite);
    for (language, javascript) in [(Kk, true), (Ru, false)] {
        let (_, visitor) = begun(&app, language, 1280, javascript);
        visitor.opens("/apply/person");
        assert_eq!(focus(&visitor), "");
        visitor.presses("save-and-continue");
        visitor.arrives_at("/apply/person");
        is_led_to_the_errors(&visitor);
        // Much is missing here, and nobody has tried to file yet.
        visitor.opens("/apply/check");
        visitor.sees("check-not-yet");
        assert_eq!(focus(&visitor), "");

        visitor.opens("/desk/sign-in");
        assert_eq!(focus(&visitor), "");
        visitor.fills("desk-login", "nobody");
        visitor.fills("desk-password", "wrong");
        visitor.presses("desk-sign-in");
        is_led_to_the_errors(&visitor);
    }
}
