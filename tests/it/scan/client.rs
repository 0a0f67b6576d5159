//! What clamd answers, over both of its transports, and what it is when it answers nothing.

use std::io;
use std::net::TcpListener;
use std::time::Duration;

use bytes::Bytes;
use ruqsat::app::block_on;
use ruqsat::documents::scan::Verdict;
use ruqsat::scanner::{Address, Content, Patience, ScanError, Scanner};

use crate::support::clamd::{Clamd, FOUND, Over, eicar};
use crate::support::files;

/// Bytes, in pieces as the vault gives them out.
struct Pieces(Vec<Bytes>);

impl Pieces {
    fn of(bytes: Vec<u8>) -> Self {
        Self(bytes.chunks(64 * 1024).rev().map(Bytes::copy_from_slice).collect())
    }
}

impl Content for Pieces {
    async fn piece(&mut self) -> io::Result<Option<Bytes>> {
        Ok(self.0.pop())
    }
}

/// A file that cannot be read to its end.
struct Broken(bool);

impl Content for Broken {
    async fn piece(&mut self) -> io::Result<Option<Bytes>> {
        let first = std::mem::replace(&mut self.0, false);
        if first { Ok(Some(Bytes::from_static(b"%PDF-"))) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

fn scanned(scanner: &Scanner, bytes: Vec<u8>) -> Result<Verdict, ScanError> {
    block_on(scanner.scan(&mut Pieces::of(bytes)))
}

#[test]
fn it_finds_what_there_is_to_find() {
    for over in [Over::Tcp, Over::Unix] {
        let clamd = Clamd::over(over);
        let scanner = clamd.client();
        let found = Verdict::Infected(FOUND.to_owned());
        let within_pdf = files::pdf(&String::from_utf8(eicar()).unwrap());
        // In the seam between two pieces, where a scanner of pieces would miss it.
        let mut in_the_seam = vec![b' '; 64 * 1024 - 30];
        in_the_seam.extend(eicar());
        for (what, bytes, verdict) in [
            ("nothing at all", Vec::new(), &Verdict::Clean),
            ("a PDF", files::pdf("harmless"), &Verdict::Clean),
            ("a photograph", files::portrait(), &Verdict::Clean),
            ("20 MB", files::pdf_of(20 * 1024 * 1024), &Verdict::Clean),
            ("EICAR", eicar(), &found),
            ("EICAR in a PDF", within_pdf, &found),
            ("EICAR in the seam", in_the_seam, &found),
        ] {
            assert_eq!(&scanned(&scanner, bytes).unwrap(), verdict, "{what}, {over:?}");
        }
        assert!(block_on(scanner.answers(Duration::from_secs(5))));
    }
}

#[test]
fn a_stream_larger_than_its_limit_is_told_from_a_line_that_broke() {
    for over in [Over::Tcp, Over::Unix] {
        let clamd = Clamd::over(over);
        let answer = scanned(&clamd.client(), files::pdf_of(40 * 1024 * 1024));
        assert!(matches!(answer, Err(ScanError::TooLarge)), "{answer:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_not_clean() {
    let clamd = Clamd::over(Over::Unix);
    let answer = block_on(clamd.client().scan(&mut Broken(true)));
    assert!(matches!(answer, Err(ScanError::Unreadable(_))), "{answer:?}");
}

#[test]
fn one_that_is_down_and_one_that_dies_in_the_middle_are_out_of_reach() {
    for over in [Over::Tcp, Over::Unix] {
        let mut clamd = Clamd::over(over);
        clamd.freezes();
        let scanner = clamd.client();
        let asked = std::thread::spawn(move || scanned(&scanner, eicar()));
        clamd.dies();
        let answer = asked.join().unwrap();
        assert!(matches!(answer, Err(ScanError::Unreachable(_))), "in the middle: {answer:?}");
        let answer = scanned(&clamd.client(), eicar());
        assert!(matches!(answer, Err(ScanError::Unreachable(_))), "down: {answer:?}");
        assert!(!block_on(clamd.client().answers(Duration::from_secs(5))));
    }
}

#[test]
fn one_that_never_answers_is_given_up() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let short = Duration::from_millis(100);
    let scanner = Scanner {
        address: Address::Tcp(silent.local_addr().unwrap().to_string()),
        patience: Patience { connect: short, piece: short, judge: short },
    };
    for bytes in [eicar(), files::pdf_of(20 * 1024 * 1024)] {
        assert!(matches!(scanned(&scanner, bytes), Err(ScanError::Silent)));
    }
    assert!(!block_on(scanner.answers(short)));
}
