//! Speaking tus to the server, as any client of the protocol does.

use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use ruqsat::documents::file::MOST_BYTES;
use ruqsat::language::Language::Kk;

use crate::support::http::{Request, Response};
use crate::support::{Person, TestApp, answers};

pub const PIECE: &str = "application/offset+octet-stream";

/// Somebody whose papers are known.
pub fn somebody(app: &TestApp) -> Person {
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    person
}

pub fn base64(text: &str) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sign = |three: &[u8], place: usize| {
        let held = three.iter().chain(&[0, 0]).take(3).fold(0_u32, |held, byte| held << 8 | u32::from(*byte));
        if place > three.len() { '=' } else { char::from(SIGNS[(held >> (18 - 6 * place) & 63) as usize]) }
    };
    text.as_bytes().chunks(3).flat_map(|three| (0..4).map(move |place| sign(three, place))).collect()
}

/// A request of the protocol.
pub fn request(method: &str, path: &str) -> Request {
    let request = Request { method: method.to_owned(), path: path.to_owned(), ..Request::default() };
    request.with("Tus-Resumable", "1.0.0")
}

/// Asks to begin an upload where uploads are begun.
pub fn creation(uploads: &str, paper: &str, name: &str, length: u64) -> Request {
    creation_in(uploads, paper, "files", name, length)
}

/// The same for a box of the paper's form.
pub fn creation_in(uploads: &str, paper: &str, into: &str, name: &str, length: u64) -> Request {
    let metadata = format!("filename {},paper {},box {}", base64(name), base64(paper), base64(into));
    request("POST", uploads).with("Upload-Length", &length.to_string()).with("Upload-Metadata", &metadata)
}

/// Asks to begin an upload by the application's key.
pub fn asks(person: &mut Person, paper: &str, name: &str, length: u64) -> Response {
    person.sends(creation("/kk/apply/uploads", paper, name, length))
}

/// Begins an upload to the contract on housing; gives its address.
pub fn begins(person: &mut Person, name: &str, length: usize) -> String {
    let made = asks(person, "housing", name, length as u64);
    assert_eq!((made.status, made.header("tus-resumable")), (201, Some("1.0.0")), "{}", made.text());
    assert!(made.header("upload-expires").is_some_and(|at| at.ends_with("GMT")));
    made.header("location").unwrap().to_owned()
}

/// Sends bytes from an offset.
pub fn patch(at: &str, offset: usize, bytes: &[u8]) -> Request {
    let request = request("PATCH", at).with("Upload-Offset", &offset.to_string()).with("Content-Type", PIECE);
    Request { body: bytes.to_vec(), ..request }
}

/// How much the server has; nothing when there is no such upload.
pub fn offset(person: &mut Person, at: &str) -> Option<usize> {
    offset_of(&person.sends(request("HEAD", at)))
}

/// How much the server says that it has.
pub fn offset_of(answer: &Response) -> Option<usize> {
    assert!(answer.body.is_empty(), "HEAD has no body");
    match answer.status {
        200 => {
            assert_eq!(answer.header("cache-control"), Some("no-store"));
            answer.header("upload-offset").map(|offset| offset.parse().unwrap())
        }
        404 => None,
        other => panic!("{other}"),
    }
}

/// Sends the form of the contract on housing, which names uploads.
pub fn files_form(person: &mut Person, uploads: &[&str]) {
    person.goes_to("/apply/documents/housing");
    names(person, "save-and-continue", uploads);
}

/// Sends the form before a person, which names uploads.
pub fn names(person: &mut Person, button: &str, uploads: &[&str]) {
    let mut sent = person.would_send(button);
    let named = uploads.iter().map(|at| ("upload".to_owned(), at.rsplit('/').next().unwrap().to_owned()));
    sent.fields.extend(named);
    person.submits(sent);
}

/// Sends the beginning of a piece, and the line breaks.
pub fn breaks_off(app: &TestApp, piece: &Request, sent: usize) {
    hangs(app, piece, sent).shutdown(Shutdown::Both).unwrap();
}

/// Sends the beginning of a piece, and then nothing; gives the line.
pub fn hangs(app: &TestApp, piece: &Request, sent: usize) -> TcpStream {
    let mut line = TcpStream::connect(app.address).unwrap();
    let headers: String = piece.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = piece.body.len();
    write!(line, "PATCH {} HTTP/1.1\r\nHost: x\r\n{headers}Content-Length: {length}\r\n\r\n", piece.path).unwrap();
    line.write_all(&piece.body[..sent]).unwrap();
    line
}

/// How much there is of an upload whose line broke, as soon as the server has it.
pub fn kept_of(mut offset: impl FnMut() -> Option<usize>) -> usize {
    let begun = Instant::now();
    loop {
        match offset() {
            Some(there) if there > 0 => return there,
            _ => assert!(begun.elapsed() < Duration::from_secs(30), "nothing of it was kept"),
        }
    }
}

/// Sends everything and names it in the form.
pub fn brings(person: &mut Person, name: &str, content: &[u8]) {
    let at = begins(person, name, content.len());
    for (n, piece) in content.chunks(1 + content.len() / 3).enumerate() {
        let from = n * (1 + content.len() / 3);
        let answer = person.sends(patch(&at, from, piece));
        let now = (from + piece.len()).to_string();
        assert_eq!((answer.status, answer.header("upload-offset")), (204, Some(&*now)), "{}", answer.text());
    }
    files_form(person, &[&at]);
}

/// What OPTIONS promises.
pub fn promised(person: &mut Person) {
    let answer = person.sends(request("OPTIONS", "/kk/apply/uploads"));
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("tus-version"), Some("1.0.0"));
    assert_eq!(answer.header("tus-extension"), Some("creation,termination,expiration"));
    assert_eq!(answer.header("tus-max-size"), Some(&*MOST_BYTES.to_string()));
}
