//! Many large files at once: the memory of the real program grows by less than two of them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use ruqsat::documents::file::{MOST_BYTES, MOST_BYTES_TOGETHER};
use ruqsat::language::Language::Kk;

use crate::support::database::Folder;
use crate::support::http::multipart;
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

/// A form with one file: what stands before the file's bytes, and what behind.
struct Form {
    before: Vec<u8>,
    behind: Vec<u8>,
}

impl Form {
    /// The form of a paper, with the cookies, for a file of so many bytes.
    fn of(person: &mut Person, paper: &str, bytes: usize) -> Self {
        const PLACE: &[u8] = b"here stands the file";
        person.goes_to(&format!("/apply/documents/{paper}"));
        let token = person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        let file = [("files".to_owned(), format!("{paper}.pdf"), PLACE.to_vec())];
        let request = multipart(&format!("/kk/apply/documents/{paper}"), &[("csrf".to_owned(), token)], &file);
        let cookies =
            person.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let kind = &request.headers.iter().find(|(name, _)| name == "Content-Type").unwrap().1;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {cookies}\r\nContent-Type: {kind}\r\n\
             Content-Length: {}\r\n\r\n",
            request.path,
            request.body.len() - PLACE.len() + bytes
        );
        let at = request.body.windows(PLACE.len()).position(|some| some == PLACE).unwrap();
        let before = [head.as_bytes(), &request.body[..at]].concat();
        Self { before, behind: request.body[at + PLACE.len()..].to_vec() }
    }

    /// Sends half, waits until all others have sent half, sends the rest; gives the answer's status.
    fn sent(&self, server: SocketAddr, content: &[u8], half_way: &HalfWay) -> u16 {
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
            line.write_all(&rest[..1]).unwrap();
            rest = &rest[1..];
        }
        drop(there);
        line.write_all(rest).unwrap();
        line.write_all(&self.behind).unwrap();
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap().parse().unwrap()
    }
}

/// How far the memory rises over what it was when so many files of so many bytes are under way at once.
fn rise(kept: &Kept, uploads: usize, bytes: u64) -> u64 {
    let folder = Folder::new();
    let program = Program::with(folder.path(), "unlimited", &kept.settings());
    let server = program.address;
    let somebody = || {
        let mut person = Person::new(server, Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        person
    };
    let content = files::pdf_of(bytes as usize);
    // What the program needs once, it has: its threads, its caches, the texts.
    let first = Form::of(&mut somebody(), "housing", content.len());
    assert!(first.sent(server, &content, &HalfWay::of(1)) < 500);
    let of_one = (MOST_BYTES_TOGETHER / bytes).min(PAPERS.len() as u64) as usize;
    let mut people: Vec<Person> = (0..uploads.div_ceil(of_one)).map(|_| somebody()).collect();
    let forms: Vec<Form> =
        (0..uploads).map(|n| Form::of(&mut people[n / of_one], PAPERS[n % of_one], content.len())).collect();
    program.forgets_the_most();
    let (before, _) = program.memory();
    let half_way = HalfWay::of(uploads);
    std::thread::scope(|scope| {
        let (content, half_way) = (&content, &half_way);
        let under_way: Vec<_> =
            forms.iter().map(|form| scope.spawn(move || form.sent(server, content, half_way))).collect();
        for upload in under_way {
            assert!(upload.join().unwrap() < 500);
        }
    });
    let rise = program.memory().1.saturating_sub(before);
    let stored = kept.names().iter().filter(|name| !name.ends_with(".key")).count();
    assert_eq!(stored, uploads + 1, "each was taken");
    println!("{uploads} uploads of {} MB at once: {} MB more", bytes / MEGABYTE, rise / MEGABYTE);
    rise
}

#[test]
fn sixty_four_files_of_20_mb_at_once_take_less_than_40_mb() {
    let rise = rise(&Kept::in_a_folder(), 64, MOST_BYTES);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}

#[test]
fn on_their_way_to_a_bucket_they_take_no_more() {
    // The endpoint of the tests keeps all of it in a memory of its own.
    let rise = rise(&Kept::in_a_bucket(), 64, MOST_BYTES);
    assert!(rise < MOST, "{} MB", rise / MEGABYTE);
}
