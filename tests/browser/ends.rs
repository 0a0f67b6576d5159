//! Keys and sessions do not run out in silence: the page says so in time, aloud and without taking the focus, and one
//! button prolongs them. The browser's clock is the test's own, as the server's is.
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role;
use serde_json::json;

use crate::applicant::Keys;
use crate::house::{Kind, TestApp, answers};
use crate::visitor::Visitor;

/// Puts the browser's clock ahead, and lets what looks at it regularly look; done when that is done.
const CLOCK: &str = "(() => {
    const now = Date.now.bind(Date), set = setInterval, looks = [];
    let ahead = 0;
    Date.now = () => now() + ahead;
    window.setInterval = (look, every) => { looks.push(look); return set(look, every); };
    window.passes = (minutes) => { ahead += minutes * 60000; return Promise.all(looks.map((look) => look())); };
})()";

impl Visitor {
    fn has_a_clock(&self) {
        self.browser.does("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": CLOCK }));
    }
    /// So many minutes later, on this page.
    fn waits(&self, minutes: i64) {
        let script =
            format!("const done = arguments[0]; passes({minutes}).then(() => done([]), (e) => done([`${{e}}`]));");
        assert_eq!(self.browser.asks_later(&script), Vec::<String>::new());
    }
    /// What is announced, as a screen reader would say it.
    fn hears(&self) -> String {
        let live = "const ends = document.getElementById('ends'); return [ends.getAttribute('role'), ends.innerText];";
        let told = self.browser.asks(live);
        assert_eq!(told[0], "status");
        told[1].split_whitespace().collect::<Vec<_>>().join(" ")
    }
    fn focus(&self) -> String {
        self.browser.asks("return [document.activeElement.id]").remove(0)
    }
    fn ends_with(&self, id: &str, name: &'static str, value: &str) -> String {
        let told = self.language.text_with(id, &[(name, value.to_owned())].into_iter().collect());
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

const DAY: i64 = 24 * 60;

#[test]
fn an_applicant_hears_before_the_key_runs_out_and_prolongs_it_with_one_button() {
    let app = TestApp::on(Kind::Sqlite);
    let mut elsewhere = app.person(Ru);
    let (number, code) = elsewhere.begins();
    elsewhere.saves(&answers::adult().situation).saves(&answers::adult().contacts);
    let keys = Keys { number, code };
    let visitor = Visitor::new(&app, Ru, 360, true);
    visitor.has_a_clock();
    visitor.returns_with(&keys);
    visitor.opens("/apply/contacts");
    visitor.sees(&visitor.ends_with("ends-application-until", "until", "10 июля 2026 года, 10:00"));

    // Half a month later nothing is said.
    app.it_is("2026-06-25");
    visitor.waits(15 * DAY);
    assert_eq!(visitor.hears(), "");
    // Four minutes before the end it is, and whoever types goes on typing.
    visitor.browser.runs("document.getElementById('street').focus()");
    app.it_is("2026-07-10 09:56");
    visitor.waits(15 * DAY - 4);
    let told = visitor.hears();
    assert!(told.starts_with(&visitor.ends_with("ends-application-soon", "time", "10:00")), "{told}");
    assert_eq!(visitor.focus(), "street");

    visitor.browser.click(&visitor.says("ends-stay"));
    visitor.browser.wait_for("9 августа 2026 года, 09:56");
    assert_eq!(visitor.focus(), "street", "back to where the person was");
    let ground = "const s = getComputedStyle(document.getElementById('ends')); return [s.position, s.backgroundColor]";
    let ground = visitor.browser.asks(ground);
    assert!(ground[0] == "sticky" && ground[1] != "rgba(0, 0, 0, 0)", "words lie over words: {ground:?}");
    app.it_is("2026-07-20");
    visitor.opens("/apply/contacts"); // which prolongs it too
    visitor.sees("19 августа 2026 года");

    // Left alone for longer: it says that it is over, and what was typed is filed after all.
    app.it_is("2026-08-25");
    visitor.waits(36 * DAY);
    assert!(visitor.hears().starts_with(&visitor.says("ends-application-gone")), "{}", visitor.hears());
    visitor.fills("contacts-street", "Достық даңғылы");
    visitor.browser.runs("scrollTo(0, document.body.scrollHeight)"); // past the notice, which lies at the window's edge
    visitor.presses("save-and-continue");
    visitor.sees("failure-key_gone.title");
    visitor.fills("open-number", &keys.number);
    visitor.fills("open-code", &keys.code);
    visitor.presses("failure-send-again");
    visitor.opens("/apply/contacts");
    assert_eq!(visitor.browser.value(&visitor.says("contacts-street")), "Достық даңғылы");
}

#[test]
fn nothing_is_said_when_another_window_prolonged_the_key() {
    let app = TestApp::on(Kind::Sqlite);
    let (number, code) = app.person(Kk).begins();
    let visitor = Visitor::new(&app, Kk, 1280, true);
    visitor.has_a_clock();
    visitor.returns_with(&Keys { number, code });
    app.it_is("2026-07-10 09:50");
    let other = "const done = arguments[0]; fetch('/kk/apply').then((page) => done([`${page.status}`]));";
    assert_eq!(visitor.browser.asks_later(other), ["200"]);
    app.it_is("2026-07-10 09:58");
    visitor.waits(30 * DAY - 2);
    assert_eq!(visitor.hears(), "");
}

#[test]
fn a_clerk_hears_before_the_session_ends_and_when_no_button_helps() {
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_SESSION_LIFE", "150m")]);
    let visitor = Visitor::new(&app, Kk, 1280, true);
    visitor.has_a_clock();
    visitor.works_as(&app, Role::Officer);
    visitor.opens("/desk");
    app.it_is("2026-06-10 11:57");
    visitor.waits(117);
    let told = visitor.hears();
    assert!(told.starts_with(&visitor.ends_with("ends-desk-soon", "time", "12:00")), "{told}");
    visitor.browser.click(&visitor.says("ends-stay"));
    visitor.browser.wait_for(&visitor.ends_with("ends-desk-until", "until", "12:30")); // the day is over then

    app.it_is("2026-06-10 12:26");
    visitor.waits(29);
    assert_eq!(visitor.hears(), visitor.ends_with("ends-desk-last", "time", "12:30"), "and no button");
    app.it_is("2026-06-10 12:30");
    visitor.waits(4);
    let told = visitor.hears();
    assert_eq!(told, format!("{} {}", visitor.says("ends-desk-gone"), visitor.says("ends-desk-way")));
}
