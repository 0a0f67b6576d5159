//! The vault behind the server: a damaged file breaks off, a bucket that has gone is told, and no typed text is lost.

use std::io::{Read, Write};
use std::net::TcpStream;

use ruqsat::language::Language::Kk;

use crate::support::http::Request;
use crate::support::vaults::{Kept, each_place};
use crate::support::{Kind, Person, TestApp, answers, files};

fn served(kept: &Kept) -> TestApp {
    let settings = kept.settings();
    let settings: Vec<_> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
    TestApp::with(Kind::Sqlite, &settings)
}

/// Somebody with a PDF of 300,000 bytes; its address, and its name in the vault.
fn with_a_file(app: &TestApp) -> (Person, String, String) {
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    person.goes_to("/apply/documents/housing").attaches("papers-add", "a.pdf", &files::pdf_of(300_000));
    person.presses("save-and-continue");
    person.goes_to("/apply/documents/housing").sees("a.pdf");
    let tree = &person.page.tree;
    let link = tree.all("a").filter_map(|id| tree.attribute(id, "href")).find(|href| href.contains("/files/"));
    let link = link.unwrap().to_owned();
    let id = link.rsplit('/').next().unwrap().to_owned();
    (person, link, id)
}

/// The answer as it comes over the line: its head, and how many bytes of body follow.
fn raw(person: &Person, app: &TestApp, path: &str) -> (String, usize) {
    let mut stream = TcpStream::connect(app.address).unwrap();
    let cookies = person.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {cookies}\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer); // a connection that breaks off may say so
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    (String::from_utf8_lossy(&answer[..end]).into_owned(), answer.len() - end - 4)
}

#[test]
fn a_damaged_file_is_never_taken_for_whole() {
    each_place(|kept| {
        let app = served(kept);
        let (mut person, link, id) = with_a_file(&app);
        assert_eq!(person.sends(Request::get(&link)).body, files::pdf_of(300_000));
        let lies = kept.get(&id).unwrap();

        let mut changed = lies.clone();
        changed[200_000] ^= 1;
        kept.put(&id, changed);
        let (head, came) = raw(&person, &app, &link);
        assert!(head.contains("ontent-length: 300000") || head.contains("ontent-Length: 300000"), "{head}");
        assert!(came < 200_000, "it breaks off before the damage: {came}");

        kept.put(&id, lies[..200_000].to_vec());
        assert_eq!(person.sends(Request::get(&link)).status, 503, "cut off: nothing of it is sent");
        kept.put(&id, files::pdf_of(300_000));
        assert_eq!(person.sends(Request::get(&link)).status, 503, "not sealed: nothing of it is sent");
        kept.put(&id, lies);
        assert_eq!(person.sends(Request::get(&link)).status, 200);
    });
}

#[test]
fn a_bucket_that_goes_in_the_middle_loses_no_text() {
    let kept = Kept::in_a_bucket();
    let app = served(&kept);
    let (mut person, link, _) = with_a_file(&app);
    assert_eq!(person.sends(Request::get("/readyz")).status, 200);
    let files_there = || kept.names().into_iter().filter(|name| !name.ends_with(".key")).collect::<Vec<_>>();
    let before = files_there();

    // Gone while a file of three parts is on its way.
    kept.line().cut_after(7_000_000);
    person.goes_to("/apply/documents/medical_028u").fills("paper-number", "17/2026");
    person.attaches("papers-add", "large.pdf", &files::pdf_of(12_000_000)).presses("save-and-continue");
    assert_eq!(person.status(), 503);
    person.sees_first("could-not-save");
    assert_eq!(person.finds_in("paper-number"), "17/2026", "what was typed is on the page");
    let ready = person.sends(Request::get("/readyz"));
    assert_eq!((ready.status, ready.text().trim()), (503, "out of reach: vault"));
    assert_eq!(person.sends(Request::get(&link)).status, 503);

    // Back again: the same page, sent once more, is kept.
    kept.line().mend();
    assert_eq!(person.sends(Request::get("/readyz")).status, 200);
    assert_eq!(files_there(), before, "nothing by halves; a key that seals nothing harms nobody");
    person.attaches("papers-add", "large.pdf", &files::pdf_of(12_000_000)).presses("save-and-continue");
    person.goes_to("/apply/documents/medical_028u").sees("large.pdf");
    assert_eq!(person.finds_in("paper-number"), "17/2026");
    assert_eq!(person.sends(Request::get(&link)).body.len(), 300_000);
}
