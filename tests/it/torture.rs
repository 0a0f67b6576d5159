//! Files that are not what they seem: each kind is refused with its own words, the others of the same form are kept, and
//! no file, however it is made, brings the door down.

pub mod cases;
mod pdfs;
mod webps;

use std::collections::BTreeSet;
use std::path::Path;

use cases::{Case, all};
use ruqsat::documents::content::{Fault, HEAD, Look, look};
use ruqsat::documents::picture::{MOST_PIXELS, MOST_SEE_THROUGH};
use ruqsat::language::Language::{self, En, Kk, Ru};

use super::support::http::{Request, multipart_declaring};
use super::support::vaults::Kept;
use super::support::{Kind, Person, TestApp, answers, each_db, files};

/// The whole set, written out for whoever wants to open one.
fn set() -> Vec<Case> {
    let cases = all();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/files");
    for case in &cases {
        std::fs::write(folder.join(case.file_name()), &case.content).unwrap();
    }
    cases
}

fn on_housing(app: &TestApp, language: Language) -> Person {
    let mut person = app.person(language);
    person.begins();
    person.saves(&answers::adult().situation);
    person.goes_to("/apply/documents/housing");
    person
}

/// What the page says of a file, in the words of the language.
fn said(person: &Person, name: &str) -> Option<String> {
    let told = person.page.complaints();
    let rest = told.iter().find_map(|text| text.trim_start().strip_prefix(name))?;
    Some(rest.trim_start_matches([' ', ':']).to_owned())
}

#[test]
fn each_kind_is_refused_in_its_own_words_and_the_rest_of_the_form_is_kept() {
    let cases = set();
    assert!(cases.len() >= 110, "{}", cases.len());
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), cases.len(), "each has a name of its own");
    let codes: BTreeSet<&str> = cases.iter().filter_map(|case| case.refused).collect();
    assert_eq!(codes, Fault::ALL.iter().map(|fault| fault.code()).collect(), "every refusal is in the set");
    let mut wrong = Vec::new();
    for language in [Kk, Ru, En] {
        // SQLite is enough: nothing of a refused file reaches the database.
        let kept = Kept::in_a_folder();
        let settings = kept.settings();
        let settings: Vec<_> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
        let app = TestApp::with(Kind::Sqlite, &settings);
        for some in cases.chunks(12) {
            let mut person = on_housing(&app, language);
            // A paper with a box beside its files.
            person.goes_to("/apply/documents/medical_028u").fills("paper-number", "17/2026");
            for case in some {
                person.attaches("papers-add", &case.file_name(), &case.content);
            }
            person.presses("save-and-continue");
            for case in some {
                let (wanted, found) =
                    (case.refused.map(|code| words(language, code)), said(&person, &case.file_name()));
                if found != wanted {
                    wrong.push(format!("{language} {}: {found:?}", case.file_name()));
                }
            }
            person.goes_to("/apply/documents/medical_028u");
            assert_eq!(person.finds_in("paper-number"), "17/2026");
            let odd = some.iter().filter(|case| person.can_read(&case.file_name()) != case.refused.is_none());
            wrong.extend(odd.map(|case| format!("{language} {}: on the list", case.file_name())));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        let files = kept.names().iter().filter(|name| !name.ends_with(".key")).count();
        assert_eq!(files, cases.iter().filter(|case| case.refused.is_none()).count(), "nothing else is in the vault");
    }
}

/// The sentence of a refusal.
fn words(language: Language, code: &str) -> String {
    let most = if code == "file_see_through" { MOST_SEE_THROUGH } else { MOST_PIXELS };
    let mut args = ruqsat::language::Args::new();
    args.set("max", most / 1_000_000);
    language.text_with(&format!("error-{code}"), &args).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_browser_declares_of_a_file_does_not_matter() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = on_housing(&app, Kk);
    let page = b"<!doctype html><script>alert(1)</script>".to_vec();
    for (name, content, declared, refused) in [
        ("page.png", page.clone(), "image/png", Some("file_web")),
        ("page.pdf", page, "application/pdf", Some("file_web")),
        ("contract.html", files::pdf("contract"), "text/html", None),
        ("scan.jpg", files::png(), "image/svg+xml", None),
    ] {
        person.goes_to("/apply/documents/housing").attaches("papers-add", name, &content);
        let sent = person.would_send("save-and-continue");
        person.asks(multipart_declaring(&sent.action, &sent.fields, &sent.files, declared));
        assert_eq!(said(&person, name), refused.map(|code| words(Kk, code)), "{name} as {declared}");
        person.goes_to("/apply/documents/housing");
        assert_eq!(person.can_read(name), refused.is_none(), "{name} as {declared}");
    }
}

#[test]
fn no_two_refusals_say_the_same() {
    for language in [Kk, Ru, En] {
        let all: BTreeSet<String> = Fault::ALL.iter().map(|fault| words(language, fault.code())).collect();
        assert_eq!(all.len(), Fault::ALL.len(), "{language}");
    }
}

#[test]
fn it_does_not_matter_how_the_line_cuts_a_file() {
    for case in all().iter().filter(|case| case.content.len() < 100_000) {
        let whole = look(&case.content);
        for size in [1, 7, 1_000] {
            let piece_by_piece = || {
                let mut look = Look::begin(&case.content[..case.content.len().min(HEAD)])?;
                case.content.chunks(size).try_for_each(|piece| look.feed(piece))?;
                look.finish()
            };
            assert_eq!(piece_by_piece(), whole, "{} in pieces of {size}", case.name);
        }
    }
}

#[test]
fn names_are_data_and_come_back_as_they_are() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_housing(&app, Kk);
        let long = format!("{}-2.pdf", "Ұ".repeat(125)); // 256 bytes
        let longest = format!("{}-17.pdf", "Ұ".repeat(124)); // 255, the most that a disk takes
        let cut = format!("{}…{}-17.pdf", "Ұ".repeat(95), "Ұ".repeat(17));
        for (given, shown, saved) in [
            ("o'connor.pdf", "o'connor.pdf", "o%27connor.pdf"),
            ("Ұлықбек.pdf", "Ұлықбек.pdf", "%D2%B0%D0%BB%D1%8B%D2%9B%D0%B1%D0%B5%D0%BA.pdf"),
            ("\u{202E}fdp.exe", "fdp.exe", "fdp.exe.pdf"),
            ("..\\..\\windows\\system32\\a.pdf", "a.pdf", "a.pdf"),
            ("/etc/passwd", "passwd", "passwd.pdf"),
            ("<b>\"x\"&amp;.pdf", "<b>\"x\"&amp;.pdf", "%3Cb%3E%22x%22&amp%3B.pdf"),
            (&long, "Ұ…", "%D2%B0"),
            (&longest, &cut, "%D2%B0"),
        ] {
            person.goes_to("/apply/documents/housing").attaches("papers-add", given, &files::pdf(given));
            person.presses("save-and-continue").goes_to("/apply/documents/housing").sees(shown);
            let tree = &person.page.tree;
            let link = tree
                .all("a")
                .filter_map(|id| tree.attribute(id, "href"))
                .filter(|href| href.contains("/files/"))
                .last();
            let link = link.unwrap().to_owned();
            let answer = person.sends(Request::get(&link));
            let header = answer.header("content-disposition").unwrap();
            assert!(header.starts_with("inline; filename=\"document.pdf\"; filename*=UTF-8''"), "{header}");
            assert!(header.contains(&format!("UTF-8''{saved}")), "{given}: {header}");
            assert!(header.is_ascii() && !header.contains("%0D") && !header.contains("%2F"), "{header}");
            assert!(answer.body == files::pdf(given));
        }
    });
}

#[test]
fn a_refusal_is_a_sentence_and_what_to_do() {
    for language in [Kk, Ru, En] {
        for fault in Fault::ALL {
            let said = words(language, fault.code());
            assert!(said.matches(['.', '!']).count() >= 2 && !said.contains("error-"), "{language} {said}");
        }
    }
}
