//! Files that are resumed: the whole way, a cut line, and everything that is not taken.

use ruqsat::documents::file::{MOST_BYTES, MOST_FILES};
use ruqsat::language::Language::Kk;

use super::tus::{
    asks, begins, breaks_off, brings, files_form, hangs, kept_of, offset, patch, promised, request, somebody,
};
use crate::support::clamd::until;
use crate::support::http::Request;
use crate::support::vaults::{Kept, each_place};
use crate::support::{Kind, Person, TestApp, each_db, files};

/// An office whose vault can be looked into.
pub fn office(kind: Kind, kept: &Kept) -> TestApp {
    let settings = kept.settings();
    let settings: Vec<_> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
    TestApp::with(kind, &settings)
}

/// The files on the page, by their addresses.
pub fn links(person: &mut Person) -> Vec<String> {
    person.goes_to("/apply/documents/housing");
    let tree = &person.page.tree;
    let links = tree.all("a").filter_map(|id| tree.attribute(id, "href"));
    links.filter(|href| href.contains("/files/")).map(str::to_owned).collect()
}

#[test]
fn a_file_in_pieces_becomes_a_paper_like_any_other() {
    each_place(|kept| {
        let app = office(Kind::Sqlite, kept);
        let mut person = somebody(&app);
        promised(&mut person);
        let content = files::pdf_of(200_000);
        brings(&mut person, "Ұлықбек's шарт.pdf", &content);
        assert_eq!(person.status(), 200);
        let link = links(&mut person).remove(0);
        person.sees("Ұлықбек's шарт.pdf");
        assert!(person.sends(Request::get(&link)).body == content);
        let left: Vec<String> = kept.names().into_iter().filter(|name| !name.ends_with(".key")).collect();
        assert_eq!(left.len(), 1, "the pieces are gone: {left:?}");
    });
}

#[test]
fn an_upload_belongs_to_its_application_and_to_the_database() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, mut other) = (somebody(&app), somebody(&app));
        let content = files::pdf_of(9_000);
        let at = begins(&mut person, "a.pdf", content.len());
        assert_eq!(person.sends(patch(&at, 0, &content[..4_000])).status, 204);
        assert_eq!(offset(&mut other, &at), None, "nobody else's");
        assert_eq!(other.sends(patch(&at, 4_000, b"x")).status, 404);
        assert_eq!(other.sends(request("DELETE", &at)).status, 404);
        files_form(&mut other, &[&at]);
        other.sees("error-file_not_arrived");
        assert_eq!(links(&mut other), Vec::<String>::new());
        let mut keyless = person.clone();
        keyless.loses("ruqsat_key");
        assert_eq!(keyless.sends(request("HEAD", &at)).status, 403);

        assert_eq!(offset(&mut person, &at), Some(4_000));
        assert_eq!(person.sends(patch(&at, 4_000, &content[4_000..])).status, 204);
        files_form(&mut person, &[&at]);
        // Sent twice, as when a button is pressed twice: it is there once, and nothing is to be told.
        files_form(&mut person, &[&at, &at]);
        assert_eq!((person.status(), person.page.complaints()), (200, vec![]), "{}", person.page.told());
        assert_eq!(links(&mut person).len(), 1);
        assert_eq!(offset(&mut person, &at), None, "the form has it now");
    });
}

#[test]
fn what_came_before_the_line_broke_is_not_sent_again() {
    let kept = Kept::in_a_folder();
    let mut app = office(Kind::Sqlite, &kept);
    let mut person = somebody(&app);
    let content = files::pdf_of(500_000);
    let at = begins(&mut person, "a.pdf", content.len());
    let cookies = person.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    breaks_off(&app, &patch(&at, 0, &content).with("Cookie", &cookies), 300_000);
    let there = kept_of(|| offset(&mut person, &at));
    assert!(there <= 300_000, "{there}");
    // The server itself may go meanwhile.
    app.stops();
    app.starts();
    assert_eq!(offset(&mut person, &at), Some(there));
    assert_eq!(person.sends(patch(&at, 0, &content)).status, 409, "from where it stands, and from nowhere else");
    assert_eq!(person.sends(patch(&at, there, &content[there..])).status, 204);
    files_form(&mut person, &[&at]);
    let link = links(&mut person).remove(0);
    assert!(person.sends(Request::get(&link)).body == content);
}

#[test]
fn what_is_wrong_is_refused_as_the_protocol_says() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = somebody(&app);
    let bare =
        |method: &str, path: &str| Request { method: method.to_owned(), path: path.to_owned(), ..Request::default() };
    for method in ["HEAD", "PATCH", "DELETE"] {
        let of_none = request(method, "/kk/apply/uploads/0").with("Content-Type", super::tus::PIECE);
        let keyless = app.person(Kk).sends(of_none.clone());
        let (none, unversioned) = (person.sends(of_none), person.sends(bare(method, "/kk/apply/uploads/0")));
        for (answer, status) in [(none, 404), (keyless, 403), (unversioned, 412)] {
            assert_eq!((answer.status, answer.header("tus-resumable")), (status, Some("1.0.0")), "{method}");
        }
    }
    let old = person.sends(bare("POST", "/kk/apply/uploads").with("Tus-Resumable", "0.2.2"));
    assert_eq!((old.status, old.header("tus-version")), (412, Some("1.0.0")));
    let abroad = request("POST", "/kk/apply/uploads").with("Origin", "https://elsewhere.example");
    assert_eq!(person.sends(abroad.with("Upload-Length", "1")).status, 403, "a page of another site");
    assert_eq!(person.sends(request("POST", "/kk/apply/uploads")).status, 400, "no length");
    assert_eq!(person.sends(request("POST", "/kk/apply/uploads").with("Upload-Length", "1")).status, 400, "no name");
    assert_eq!(asks(&mut person, "nothing", "a.pdf", 1).status, 404, "no such paper");
    assert_eq!(asks(&mut person, "housing", "a.pdf", MOST_BYTES + 1).status, 413);
    assert_eq!(asks(&mut person, "housing", "a.pdf", u64::MAX).status, 413);

    let at = begins(&mut person, "a.pdf", 10);
    assert_eq!(person.sends(patch(&at, 3, b"abc")).status, 409);
    let form = request("PATCH", &at).with("Upload-Offset", "0").with("Content-Type", "text/plain");
    assert_eq!(person.sends(Request { body: b"abc".to_vec(), ..form }).status, 415);
    assert_eq!(person.sends(patch(&at, 0, b"more than ten bytes")).status, 413);
    assert_eq!(offset(&mut person, &at), Some(0), "nothing of what was too much");

    // As much as an application may have, and not one more.
    for _ in 0..2 {
        begins(&mut person, "large.pdf", MOST_BYTES as usize);
    }
    assert_eq!(asks(&mut person, "housing", "large.pdf", MOST_BYTES).status, 413);
    // Where proxies let no DELETE through.
    assert_eq!(person.sends(request("POST", &at).with("X-HTTP-Method-Override", "DELETE")).status, 204);
    assert_eq!(offset(&mut person, &at), None);
    begins(&mut person, "large.pdf", MOST_BYTES as usize);
}

#[test]
fn a_resumed_file_is_looked_at_like_any_other() {
    let kept = Kept::in_a_folder();
    let app = office(Kind::Sqlite, &kept);
    let mut person = somebody(&app);
    brings(&mut person, "page.pdf", b"<!doctype html><script>alert(1)</script>");
    assert_eq!(person.status(), 422);
    person.sees("error-file_web");
    brings(&mut person, "nothing.pdf", b"");
    person.sees("error-file_empty");
    let at = begins(&mut person, "half.pdf", 50_000);
    assert_eq!(person.sends(patch(&at, 0, &files::pdf_of(50_000)[..20_000])).status, 204);
    files_form(&mut person, &[&at]);
    person.sees("error-file_truncated");
    assert_eq!(links(&mut person), Vec::<String>::new());
    assert_eq!(kept.names(), Vec::<String>::new(), "nothing is left of them");
}

#[test]
fn a_file_that_did_not_arrive_is_told_of_beside_those_that_did() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = somebody(&app);
        let content = files::pdf("contract");
        let mut ahead = |paper: &str, name: &str| {
            let at = asks(&mut person, paper, name, content.len() as u64).header("location").unwrap().to_owned();
            assert_eq!(person.sends(patch(&at, 0, &content)).status, 204);
            at
        };
        let (good, gone) = (ahead("housing", "good.pdf"), ahead("housing", "gone.pdf"));
        let elsewhere = ahead("medical_028u", "elsewhere.pdf");
        assert_eq!(person.sends(request("DELETE", &gone)).status, 204);
        files_form(&mut person, &[&good, &gone, &elsewhere]);
        assert_eq!(person.status(), 422);
        let (told, why) = (person.page.complaints(), person.says("error-file_not_arrived"));
        assert_eq!(told.iter().filter(|told| told.ends_with(&why)).count(), 2, "{told:?}");
        let named: Vec<&str> = told.iter().map(|told| told.trim_end_matches(&why)).collect();
        assert!(named.contains(&"elsewhere.pdf : ") && named.contains(&""), "{told:?}");
        assert_eq!(links(&mut person).len(), 1);
        person.sees("good.pdf");
    });
}

#[test]
fn of_more_files_than_a_paper_takes_each_that_is_left_out_is_named() {
    let kept = Kept::in_a_folder();
    let app = office(Kind::Sqlite, &kept);
    let mut person = somebody(&app);
    let content = files::pdf("contract");
    let mut ahead = |number: usize| {
        let at = begins(&mut person, &format!("page {number:02}.pdf"), content.len());
        assert_eq!(person.sends(patch(&at, 0, &content)).status, 204);
        at
    };
    let sent: Vec<String> = (1..=MOST_FILES + 5).map(&mut ahead).collect();
    // As the script names them, the last one first; and each twice, as of a form whose button was pressed twice.
    let named: Vec<&str> = sent.iter().rev().chain(sent.iter().rev()).map(String::as_str).collect();
    files_form(&mut person, &named);
    assert_eq!(person.status(), 422);
    let told = person.page.complaints();
    for number in 1..=MOST_FILES + 5 {
        let name = format!("page {number:02}.pdf");
        let refused = told.iter().any(|told| told.contains(&name));
        assert_eq!(refused, number > MOST_FILES, "{name}: {told:?}");
    }
    assert_eq!(links(&mut person).len(), MOST_FILES);
    person.sees("page 01.pdf").sees(&format!("page {MOST_FILES}.pdf"));
    assert_eq!(kept.names().iter().filter(|name| !name.ends_with(".key")).count(), MOST_FILES, "nothing else is left");
}

#[test]
fn a_piece_that_is_under_way_counts_as_a_form_does() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = somebody(&app);
    let at = begins(&mut person, "a.pdf", 9_000);
    let cookies = person.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    let line = hangs(&app, &patch(&at, 0, &[b'x'; 9_000]).with("Cookie", &cookies), 4_000);
    until("it is under way", || app.office.uploads_under_way() == 1);
    drop(line);
    until("it is over", || app.office.uploads_under_way() == 0);
}

#[test]
fn what_nobody_goes_on_with_is_gone_after_a_day() {
    let kept = Kept::in_a_folder();
    let app = office(Kind::Sqlite, &kept);
    let mut person = somebody(&app);
    let at = begins(&mut person, "a.pdf", 9_000);
    assert_eq!(person.sends(patch(&at, 0, &[b'x'; 4_000])).status, 204);
    app.it_is("2026-06-11 09:59");
    assert_eq!(offset(&mut person, &at), Some(4_000));
    app.it_is("2026-06-11 10:01");
    assert_eq!(offset(&mut person, &at), None);
    assert_eq!(person.sends(patch(&at, 4_000, b"x")).status, 404);
    begins(&mut person, "b.pdf", 9_000); // whoever comes next clears it away
    assert_eq!(kept.names(), Vec::<String>::new());
}
