//! The photograph of the passport on the page of its zone: taken there as everywhere, read by the real tesseract where it
//! is, with plain words where it is not; and a tesseract that hangs or raves is ended with all that it began.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use image::ImageFormat;
use ruqsat::documents::Format;
use ruqsat::drawing::Studio;
use ruqsat::imaging::{Recogniser, Seen};
use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::store::applications;

use super::support::database::Folder;
use super::support::papers::{data_page, his};
use super::support::{Kind, Person, TestApp, answers, each_db, files};

fn block_on<F: Future>(work: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn kept(app: &TestApp, person: &Person) -> Vec<String> {
    let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    let application = app.office.db.read(|conn| applications::load(conn, &id)).unwrap();
    application.paper(DocumentKind::Passport).files.into_iter().map(|file| file.name).collect()
}

#[test]
fn a_photograph_is_added_where_the_lines_are_asked_and_read() {
    let page = data_page(&his());
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(if kind == Kind::Sqlite { Kk } else { Ru });
        person.begins();
        person.goes_to("/apply/zone").attaches("zone-add", "passport.jpg", &page).presses("zone-add-and-read");
        assert_eq!(person.status(), 200, "{}", person.page.told());
        person.sees("zone-seen").sees("passport.jpg");
        assert_eq!([person.finds_in("zone-line1"), person.finds_in("zone-line2")], his());
        // A page that is loaded again takes nothing twice.
        let address = person.page.address.clone();
        person.opens(&address).sees("zone-seen");
        assert_eq!(kept(&app, &person), ["passport.jpg"]);
        // Seen is not kept: it is when a person has compared it and sent it.
        person.goes_to("/apply/zone");
        assert_eq!(person.finds_in("zone-line1"), "");
        let look = format!("{}: passport.jpg", person.says("zone-look"));
        person.presses(&look).sees("zone-seen").presses("zone-check").sees("zone-compare").presses("zone-take-over");
        person.goes_to("/apply/passport");
        assert_eq!(person.finds_in("passport-number"), "U12345678");
        // It is the paper that is asked for.
        person.saves(&answers::adult().situation);
        person.goes_to("/apply/documents/passport").sees("passport.jpg");
    });
}

#[test]
fn a_photograph_that_lies_is_read_too() {
    let lying = image::load_from_memory(&data_page(&his())).unwrap().rotate90();
    let lying = files::encoded(lying, ImageFormat::Png);
    let studio = Studio::new(env!("CARGO_BIN_EXE_ruqsat").into());
    let recogniser = Recogniser::find().expect("tesseract, which tests/tools/install installs");
    // Four looks, on a machine that runs all the other tests.
    let recogniser = recogniser.with_deadline(Duration::from_secs(300));
    let load = async { Ok::<_, std::io::Error>(files::pieces(lying)) };
    let page = async |longest| studio.upright(Format::Png, longest, load).await;
    assert_eq!(block_on(recogniser.zone(page)).unwrap(), Seen::Lines(his().to_vec()));
}

#[test]
fn what_is_not_taken_says_why_and_nothing_typed_is_lost() {
    let app = TestApp::on(Kind::Sqlite);
    for language in [Kk, Ru, En] {
        let mut person = app.person(language);
        person.begins();
        person.goes_to("/apply/zone").fills("zone-line1", "P<TURYILMAZ<<MEHMET").fills("zone-line2", "U123");
        let typed = |person: &Person| {
            assert_eq!(person.status(), 422, "{}", person.page.told());
            assert_eq!(
                (person.finds_in("zone-line1").as_str(), person.finds_in("zone-line2").as_str()),
                ("P<TURYILMAZ<<MEHMET", "U123")
            );
        };
        person.presses("zone-add-and-read").sees("error-zone_no_photograph");
        typed(&person);
        person.attaches("zone-add", "page.jpg", b"<html><script>alert(1)</script>").presses("zone-add-and-read");
        person.sees("page.jpg").sees("error-file_web");
        typed(&person);
        person.attaches("zone-add", "empty.jpg", b"").presses("zone-add-and-read").sees("error-file_empty");
        typed(&person);
        assert!(kept(&app, &person).is_empty());
        // A PDF is a passport as good as any; its lines are to be typed.
        person.attaches("zone-add", "scan.pdf", &files::pdf("scan")).presses("zone-add-and-read").sees("zone-came-pdf");
        assert_eq!(person.finds_in("zone-line2"), "U123");
        // A picture without lines is kept as well.
        person.attaches("zone-add", "blank.png", &files::png()).presses("zone-add-and-read").sees("zone-not-seen");
        assert_eq!(person.finds_in("zone-line1"), "P<TURYILMAZ<<MEHMET");
        assert_eq!(kept(&app, &person), ["scan.pdf", "blank.png"]);
    }
}

#[test]
fn where_nobody_reads_photographs_it_says_so_and_keeps_them() {
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_TESSERACT", "off")]);
    for language in [Kk, Ru, En] {
        let mut person = app.person(language);
        person.begins();
        person.goes_to("/apply/zone").sees("zone-photograph.unread").does_not_see("zone-look");
        person.fills("zone-line1", "P<TUR").attaches("zone-add", "passport.png", &files::png());
        person.presses("zone-add-only").sees("zone-came").sees("passport.png");
        assert_eq!((person.status(), person.finds_in("zone-line1").as_str()), (200, "P<TUR"));
        assert_eq!(kept(&app, &person), ["passport.png"]);
    }
}

#[test]
fn what_a_browser_sends_behind_the_file_counts_too() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Ru);
    person.begins();
    let [first, second] = his();
    person.goes_to("/apply/zone").fills("zone-line1", &first).fills("zone-line2", &second).presses("zone-check");
    person.attaches("zone-add", "passport.png", &files::png());
    let sent = person.would_send("zone-take-over");
    let token = sent.fields[..1].to_vec();
    assert_eq!(token[0].0, "csrf");
    let mut request = super::support::http::multipart(&sent.action, &token, &sent.files);
    let end = request.body.iter().rposition(|byte| *byte == b'\n').unwrap();
    let last = request.body[..end].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let boundary = request.body.split_off(last);
    let line = String::from_utf8(boundary).unwrap().trim_end().trim_end_matches('-').to_owned();
    for (name, value) in &sent.fields[1..] {
        let part = format!("{line}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        request.body.extend(part.bytes());
    }
    request.body.extend(format!("{line}--\r\n").bytes());
    person.asks(request);
    assert_eq!(person.status(), 200, "{}", person.page.told());
    assert_eq!(kept(&app, &person), ["passport.png"]);
    person.goes_to("/apply/passport");
    assert_eq!(person.finds_in("passport-number"), "U12345678");
}

/// A program that knows letters and reads like this.
pub fn program(folder: &Path, reads: &str) -> PathBuf {
    let path = folder.join("tesseract");
    std::fs::write(&path, format!("#!/bin/sh\n[ \"$1\" = --list-langs ] && echo eng && exit\n{reads}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// Begins another of itself and waits with it, for ever.
const HANGS: &str = "[ \"$1\" = again ] || sh \"$0\" again &\nwhile :; do sleep 1; done";

/// Processes that run a file of this folder.
fn left(folder: &Path) -> usize {
    let folder = folder.display().to_string();
    let all = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    all.filter_map(|one| std::fs::read(one.path().join("cmdline")).ok())
        .filter(|line| String::from_utf8_lossy(line).contains(&folder))
        .count()
}

#[test]
fn a_reader_that_hangs_or_raves_is_ended_with_all_that_it_began() {
    for (reads, what) in [
        (HANGS, "it hangs"),
        ("while :; do echo 'P<TURYILMAZ<<MEHMET'; done", "it raves"),
        ("cat >/dev/null; exit 1", "it fails"),
        ("exec 0<&- 1>&-; while :; do sleep 1; done", "it is deaf and dumb"),
        ("kill -KILL $$", "it falls"),
    ] {
        let folder = Folder::new();
        let path = program(folder.path(), reads);
        let recogniser = Recogniser::at(&path).unwrap().with_deadline(Duration::from_secs(2));
        let page = async |_| Ok::<_, ()>(image::load_from_memory(&files::png()).ok().map(|png| png.to_rgb8()));
        assert_eq!(block_on(recogniser.zone(page)), Ok(Seen::Away), "{what}");
        while left(folder.path()) > 0 {
            std::thread::yield_now(); // a process that was killed takes a moment to be gone
        }
    }
}

#[test]
fn a_reader_that_does_not_even_tell_its_letters_is_none() {
    let folder = Folder::new();
    let path = folder.path().join("tesseract");
    std::fs::write(&path, format!("#!/bin/sh\n{HANGS}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(Recogniser::at(&path).is_none());
    while left(folder.path()) > 0 {
        std::thread::yield_now();
    }
    assert!(Recogniser::at(&folder.path().join("nothing")).is_none());
}

#[test]
fn the_page_answers_in_plain_words_while_the_reader_hangs() {
    let folder = Folder::new();
    let path = program(folder.path(), HANGS);
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_TESSERACT", &path.display().to_string())]);
    let mut person = app.person(Kk);
    person.begins();
    person.goes_to("/apply/zone").fills("zone-line1", "P<TUR").attaches("zone-add", "passport.png", &files::png());
    person.presses("zone-add-and-read");
    assert_eq!(person.status(), 200, "{}", person.page.told());
    person.sees("zone-away").sees("passport.png");
    assert_eq!(person.finds_in("zone-line1"), "P<TUR");
    while left(folder.path()) > 0 {
        std::thread::yield_now();
    }
    assert_eq!(kept(&app, &person), ["passport.png"]);
}
