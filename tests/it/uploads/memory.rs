//! Many large files at once: the memory of the real program grows by less than two of them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use ruqsat::documents::file::{MOST_BYTES, MOST_BYTES_TOGETHER};
use ruqsat::language::Language::Kk;

use super::tus::{asks, patch};
use crate::support::clamd::until;
use crate::support::database::Folder;
use crate::support::http::{Request, multipart};
use crate::support::program::Program;
use crate::support::vaults::Kept;
use crate::support::{Person, answers, files};

const MEGABYTE: u64 = 1024 * 1024;
const MOST: u64 = 40 * MEGABYTE;
const PAPERS: [&str; 3] = ["passport", "housing", "medical_028u"];

/// Where those who send wait for each other.
struct HalfWay {
    all: usize,
    there: Mutex<usize>,
    changed: Condvar,
}

impl HalfWay {
    fn of(all: usize) -> Self {
        Self { all, there: Mutex::new(0), changed: Condvar::new() }
    }
}

/// A request with a file in it: what stands before the file's bytes, and what behind.
struct Sent {
    before: Vec<u8>,
    behind: Vec<u8>,
}

impl Sent {
    /// The form of a paper, for a file of so many bytes.
    fn form(person: &mut Person, paper: &str, bytes: usize) -> Self {
        const PLACE: &[u8] = b"here stands the file";
        let token = token(person, paper);
        let file = [("files".to_owned(), format!("{paper}.pdf"), PLACE.to_vec())];
        let request = multipart(&format!("/kk/apply/documents/{paper}"), &[("csrf".to_owned(), token)], &file);
        let at = request.body.windows(PLACE.len()).position(|some| some == PLACE).unwrap();
        let head = head(person, &request, request.body.len() - PLACE.len() + bytes);
        let before = [&head, &request.body[..at]].concat();
        Self { before, behind: request.body[at + PLACE.len()..].to_vec() }
    }

    /// All of an upload of so many bytes in one piece (tus).
    fn piece(person: &Person, upload: &str, bytes: usize) -> Self {
        Self { before: head(person, &patch(upload, 0, b""), bytes), behind: Vec::new() }
    }

    /// The form of a paper, which names an upload.
    fn naming(person: &mut Person, paper: &str, upload: &str) -> Self {
        let id = upload.rsplit('/').next().unwrap().to_owned();
        let fields = [("csrf".to_owned(), token(person, paper)), ("upload".to_owned(), id)];
        let request = Request::form(&format!("/kk/apply/documents/{paper}"), &fields);
        Self { before: head(person, &request, request.body.len()), behind: request.body }
    }

    /// Sends half, waits until all others have sent half, sends the rest; gives the answer's status.
    fn goes(&self, server: SocketAddr, content: &[u8], half_way: &HalfWay) -> u16 {
        let mut line = TcpStream::connect(server).unwrap();
        line.set_read_timeout(Some(Duration::from_secs(600))).unwrap();
        let (first, mut rest) = content.split_at(content.len() / 2);
        line.write_all(&self.before).unwrap();
        line.write_all(first).unwrap();
        // Whoever waits sends a byte now and then: a silent line is taken for a broken one.
        let mut there = half_way.there.lock().unwrap();
        *there += 1;
        half_way.changed.notify_all();
        while *there < half_way.all {
            there = half_way.changed.wait_timeout(there, Duration::from_secs(5)).unwrap().0;
            let (byte, later) = rest.split_at(rest.len().min(1));
            line.write_all(byte).unwrap();
            rest = later;
        }
        drop(there);
        line.write_all(rest).unwrap();
        line.write_all(&self.behind).unwrap();
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap().parse().unwrap()
    }
}

/// The token of a paper's form.
fn token(person: &mut Person, paper: &str) -> String {
    person.goes_to(&format!("/apply/documents/{paper}"));
    person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone()
}

/// A request up to its body, which will have so many bytes.
fn head(person: &Person, request: &Request, bytes: usize) -> Vec<u8> {
    let cookies = person.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    let headers: String = request.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let line = format!("{} {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n", request.method, request.path);
    format!("{line}Cookie: {cookies}\r\n{headers}Content-Length: {bytes}\r\n\r\n").into_bytes()
}

/// How files come.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// With the form of their paper.
    Form,
    /// Ahead of it, by tus; the form names them.
    Tus,
}

/// Sends all at once; each is half there before any is whole.
fn together(server: SocketAddr, all: &[Sent], content: &[u8]) {
    let half_way = HalfWay::of(all.len());
    std::thread::scope(|scope| {
        let half_way = &half_way;
        let under_way: Vec<_> =
            all.iter().map(|one| scope.spawn(move || one.goes(server, content, half_way))).collect();
        for upload in under_way {
            let status = upload.join().unwrap();
            assert!(status < 500, "{status}");
        }
    });
}

/// How far the memory rises over what it was when so many files of so many bytes are under way at once.
fn rise(kept: &Kept, uploads: usize, content: &[u8], by: By) -> u64 {
    let (folder, bytes) = (Folder::new(), content.len() as u64);
    // Nothing but the uploads: a picture would be drawn soon after it has come.
    let settings = [kept.settings(), vec![("RUQSAT_DRAW_AHEAD".to_owned(), "off".to_owned())]].concat();
    let program = Program::with(folder.path(), "unlimited", &settings);
    let server = program.address;
    let somebody = || {
        let mut person = Person::new(server, Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        person
    };
    let brings = |people: &mut [(Person, &'static str)]| {
        let begun = |person: &mut Person, paper: &str| {
            let made = asks(person, paper, "large.pdf", bytes);
            made.header("location").unwrap_or_else(|| panic!("{}", made.text())).to_owned()
        };
        if by == By::Form {
            let forms: Vec<_> =
                people.iter_mut().map(|(person, paper)| Sent::form(person, paper, content.len())).collect();
            return together(server, &forms, content);
        }
        let ahead: Vec<String> = people.iter_mut().map(|(person, paper)| begun(person, paper)).collect();
        let pieces = people.iter().zip(&ahead).map(|((person, _), at)| Sent::piece(person, at, content.len()));
        together(server, &pieces.collect::<Vec<_>>(), content);
        let forms = people.iter_mut().zip(&ahead).map(|((person, paper), at)| Sent::naming(person, paper, at));
        together(server, &forms.collect::<Vec<_>>(), b"");
    };
    // What the program needs once, it has: its threads, its caches, the texts.
    brings(&mut [(somebody(), "housing")]);
    let of_one = (MOST_BYTES_TOGETHER / bytes).min(PAPERS.len() as u64) as usize;
    let mut people = Vec::new();
    while people.len() < uploads {
        let person = somebody();
        people.extend(PAPERS[..of_one].iter().map(|paper| (person.clone(), *paper)));
    }
    people.truncate(uploads);
    program.forgets_the_most();
    let (before, _) = program.memory();
    brings(&mut people);
    let rise = program.memory().1.saturating_sub(before);
    let stored = || kept.names().iter().filter(|name| !name.ends_with(".key")).count();
    until("each was taken, and its pieces are gone", || stored() == uploads + 1);
    let by = if by == By::Form { "with the form" } else { "by tus, and named by the form" };
    println!("{uploads} uploads of {} MB at once {by}: {} MB more", bytes / MEGABYTE, rise / MEGABYTE);
    rise
}

/// A picture with so many bytes in its only scan, which is nothing but noise: as far as its header goes, a JPEG as any.
fn jpeg_of(bytes: usize) -> Vec<u8> {
    let mut jpeg = files::picture(640, 480, image::ImageFormat::Jpeg);
    assert_eq!(jpeg.split_off(jpeg.len() - 2), [0xFF, 0xD9], "the end of a picture");
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    while jpeg.len() < bytes - 2 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        jpeg.push(((state >> 56) as u8).min(0xFE)); // no mark
    }
    [jpeg, vec![0xFF, 0xD9]].concat()
}

#[test]
fn pictures_whose_beginning_is_looked_at_take_no_more() {
    let rise = rise(&Kept::in_a_folder(), 64, &jpeg_of(MOST_BYTES as usize), By::Form);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}

#[test]
fn sixty_four_files_of_20_mb_at_once_take_less_than_40_mb() {
    let rise = rise(&Kept::in_a_folder(), 64, &files::pdf_of(MOST_BYTES as usize), By::Form);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}

#[test]
fn ahead_of_their_form_they_take_no_more() {
    let rise = rise(&Kept::in_a_folder(), 64, &files::pdf_of(MOST_BYTES as usize), By::Tus);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}

#[test]
fn on_their_way_to_a_bucket_they_take_no_more() {
    // The endpoint of the tests keeps all of it in a memory of its own.
    let rise = rise(&Kept::in_a_bucket(), 64, &files::pdf_of(MOST_BYTES as usize), By::Form);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}

#[test]
fn ahead_of_their_form_and_to_a_bucket_they_take_no_more() {
    let rise = rise(&Kept::in_a_bucket(), 64, &files::pdf_of(MOST_BYTES as usize), By::Tus);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}
