//! Light enough for a slow line: what travels is compressed, what is kept is kept for a year, and by bytes and requests
//! every page is usable within two seconds on slow 3G.

use std::collections::BTreeMap;
use std::io::Read;

use ruqsat::language::Language::{self, Kk};
use ruqsat::web::compress::gzip;

use super::support::gallery::Shown;
use super::support::html::Tree;
use super::support::http::{Request, Response};
use super::support::{Kind, Person, TestApp, answers};

/// Slow 3G as browsers' tools simulate it: to and fro in 400 ms, 400 kbit/s.
const ROUND: f64 = 0.4;
const BYTES_A_SECOND: f64 = 400_000.0 / 8.0;
/// A page is usable when its text and its style are there: it works without the script.
const PATIENCE: f64 = 2.0;
/// Ten packets of 1,460 bytes travel before the first is acknowledged (RFC 6928).
const FIRST_FLIGHT: usize = 14_600;

fn plain(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).unwrap();
    text
}

fn asks(person: &mut Person, address: &str, encodings: &str) -> Response {
    person.sends(Request::get(address).with("Accept-Encoding", encodings))
}

/// What a page asks for at once: style sheets, scripts, pictures that do not wait.
fn wanted(html: &str) -> Vec<String> {
    let tree = Tree::read(html);
    let elements = (0..tree.nodes.len()).filter(|id| tree.attribute(*id, "loading") != Some("lazy"));
    let mut all: Vec<String> = elements
        .filter_map(|id| {
            tree.attribute(id, "src").or_else(|| (tree.nodes[id].name == "link").then(|| tree.attribute(id, "href"))?)
        })
        .filter(|address| address.starts_with("/static/"))
        .map(str::to_owned)
        .collect();
    all.sort();
    all.dedup();
    all
}

#[test]
fn texts_travel_compressed_to_whoever_reads_that() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    for page in ["/kk", "/kk/apply/residence", "/static/site.css", "/static/icon.svg", "/openapi.json", "/kk/nowhere"] {
        let (whole, short) = (asks(&mut person, page, "br"), asks(&mut person, page, "gzip, br"));
        assert_eq!((whole.header("content-encoding"), whole.header("vary")), (None, Some("Accept-Encoding")), "{page}");
        let encoded = short.header("content-encoding") == Some("gzip");
        assert!(encoded || short.body.len() < 1_500, "{page}: {} bytes", short.body.len());
        if encoded {
            assert_eq!(short.header("vary"), Some("Accept-Encoding"), "{page}");
            assert!(short.body.len() < whole.body.len(), "{page}");
            let text = String::from_utf8(plain(&short.body)).unwrap();
            assert!(text.len().abs_diff(whole.body.len()) < 50, "{page}: it is the same text");
        }
    }
}

#[test]
fn papers_and_pictures_go_as_they_are() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    // No identity paper: those come back as pictures under a watermark.
    let paper = super::support::files::pdf("solvency");
    person.brings(ruqsat::law::DocumentKind::Solvency, &paper).goes_to("/apply/documents/solvency");
    let tree = &person.page.tree;
    let file = tree.all("a").filter_map(|id| tree.attribute(id, "href")).find(|href| href.contains("/files/"));
    let file = file.unwrap().to_owned();
    let answer = asks(&mut person, &file, "gzip");
    assert_eq!((answer.header("content-encoding"), answer.body.len()), (None, paper.len()));
}

/// Compression must not tell the token of the forms by the length of the page: each page bears other signs.
#[test]
fn the_token_of_forms_is_another_on_each_page_and_good_all_the_same() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    let token = |person: &mut Person| {
        person.goes_to("/apply/contacts");
        person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone()
    };
    let (first, second) = (token(&mut person), token(&mut person));
    let same = first.bytes().zip(second.bytes()).filter(|(a, b)| a == b).count();
    assert!(same < first.len() / 3, "{first} {second}");
    // The older page still saves; a changed or cut token does not.
    let sends = |person: &mut Person, csrf: &str| {
        person.goes_to("/apply/contacts").puts("csrf", csrf).presses("save-and-continue");
        person.can_read("failure-stale_form")
    };
    assert!(!sends(&mut person, &first));
    let other = if first.ends_with('0') { '1' } else { '0' };
    let changed = format!("{}{other}", &first[..first.len() - 1]);
    for wrong in [changed.as_str(), &first[..64], &first[64..], "", "0", &"0".repeat(128)] {
        assert!(sends(&mut person, wrong), "{wrong}");
    }
}

/// Static files are named by their content and kept for a year; every page, in each language and state, is usable within
/// two seconds on slow 3G. What a page weighs is what is sent for it: compressed, with heads.
pub fn check(app: &TestApp, pages: &[Shown]) -> Vec<String> {
    let mut visitor = app.person(Kk);
    let mut sent: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    let (mut wrong, mut slowest) = (Vec::new(), (0.0, String::new()));
    for page in pages {
        let (mut bytes, mut blocking) =
            (gzip(page.html.as_bytes()).map_or(page.html.len(), |short| short.len()) + HEAD, 0);
        let own = bytes;
        if page.html.split("\"/static/").skip(1).any(|rest| !rest.split('"').next().unwrap_or_default().contains("?v="))
        {
            wrong.push(format!("{}: a static file without its version: name it by the filter `file`", page.route));
        }
        for address in wanted(&page.html) {
            let (size, kept) = *sent.entry(address.clone()).or_insert_with(|| {
                let answer = asks(&mut visitor, &address, "gzip");
                let kept = answer.header("cache-control") == Some("public, max-age=31536000, immutable");
                (answer.body.len() + HEAD, kept && answer.status == 200)
            });
            if !kept {
                wrong.push(format!("{address} is not kept for a year: name it by the filter `file`"));
            }
            // Scripts wait for the page (`defer`) and pictures for both: what is read and filled in is there before them.
            if address.contains(".css") {
                bytes += size;
                blocking += 1;
            }
        }
        // The line is made (TCP, TLS 1.3), the page comes, then its style sheets, side by side.
        let rounds = 2 + 1 + usize::from(blocking > 0) + usize::from(own > FIRST_FLIGHT);
        let seconds = rounds as f64 * ROUND + bytes as f64 / BYTES_A_SECOND;
        let told = format!("{} ({}): {seconds:.2} s for {bytes} bytes", page.address, page.state);
        if seconds > slowest.0 {
            slowest = (seconds, told.clone());
        }
        if seconds > PATIENCE {
            wrong.push(told);
        }
    }
    eprintln!("slowest on slow 3G: {}", slowest.1);
    wrong.sort();
    wrong.dedup();
    wrong
}

/// Bytes of an answer's head, measured on a page with all its headers; a little more than any.
const HEAD: usize = 720;

#[test]
fn heads_are_no_longer_than_reckoned() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Language::Ru);
    person.begins();
    for page in ["/ru/apply/contacts", "/static/site.css"] {
        let answer = asks(&mut person, page, "gzip");
        let head: usize = answer.headers.iter().map(|(name, value)| name.len() + value.len() + 4).sum::<usize>() + 20;
        assert!(head < HEAD, "{page}: {head}");
    }
}
