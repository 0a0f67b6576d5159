//! Files go ahead of their form where there is JavaScript: the page shows how far they are, and a broken line costs
//! nothing that has come already.
use std::path::PathBuf;

use ruqsat::language::Language::{self, Kk, Ru};

use crate::applicant::{Keys, on_disk};
use crate::house::s3::Line;
use crate::house::{Kind, Person, TestApp, answers, files};
use crate::visitor::Visitor;

/// Somebody on the page of the medical certificate, over a line that can be cut, and the same person elsewhere; or whoever
/// was given a link for it.
fn over(line: &Line, app: &TestApp, language: Language, width: u32, by_link: bool) -> (Visitor, Person) {
    let mut elsewhere = app.person(language);
    let (number, code) = elsewhere.begins();
    elsewhere.saves(&answers::adult().situation);
    let visitor = Visitor::new(app, language, width, true);
    let page = if by_link {
        elsewhere.invites()
    } else {
        visitor.returns_with(&Keys { number, code });
        "/apply/documents/medical_028u".to_owned()
    };
    visitor.browser.goto(&format!("http://{}/{language}{page}", line.address()));
    (visitor, elsewhere)
}

/// How far the bar is, in bytes.
fn sent(visitor: &Visitor) -> u64 {
    visitor.browser.asks("return [String(document.querySelector('progress').value)]")[0].parse().unwrap()
}

#[test]
fn a_line_that_breaks_is_gone_on_from_and_the_other_file_is_told_of() {
    let app = TestApp::on(Kind::Sqlite);
    let large = on_disk("large.pdf", &files::pdf_of(9_000_000));
    let page = on_disk("page.pdf", b"<!doctype html><script>alert(1)</script>");
    for (language, width, by_link) in [(Kk, 360, false), (Ru, 1280, false), (Kk, 1280, true), (Ru, 360, true)] {
        let line = Line::to(app.address);
        let (visitor, mut elsewhere) = over(&line, &app, language, width, by_link);
        if !by_link {
            visitor.fills("paper-number", "17/2026");
        }
        visitor.browser.upload(&visitor.says("papers-add"), &large);
        visitor.browser.upload(&visitor.says("papers-add"), &page);
        // The script that sends ahead is fetched when a file is chosen.
        visitor.browser.asks_later(
            "const done = arguments[arguments.length - 1]; const look = () => \
             document.getElementById('main').dataset.ready ? done([]) : setTimeout(look, 20); look()",
        );
        line.cut_after(6_000_000);
        visitor.browser.click(&visitor.says(if by_link { "bring-send" } else { "save-and-continue" }));
        visitor.browser.wait_for(&visitor.says("papers-waiting"));
        assert!(sent(&visitor) > 4_000_000, "{}", sent(&visitor));
        assert!(visitor.browser.content_width() <= u64::from(width));
        let name = format!("upload-{language}-{width}.png");
        visitor.browser.screenshot(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name));
        line.mend();
        visitor.browser.wait_for(&visitor.says("error-file_web"));
        if by_link {
            visitor.sees("bring-came.next");
        } else {
            visitor.sees("large.pdf");
        }
        let paper = if by_link { "housing" } else { "medical_028u" };
        elsewhere.goes_to(&format!("/apply/documents/{paper}")).sees("large.pdf").does_not_see("page.pdf");
        if !by_link {
            assert_eq!(elsewhere.finds_in("paper-number"), "17/2026");
        }
    }
}
