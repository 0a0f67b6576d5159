//! A PDF (ISO 32000) looked through from its first byte to its last, without trusting what it says of itself: where its
//! tables point is not asked, so that nothing hides between them. Objects that are packed are unpacked; streams of pages
//! and pictures are not.
//!
//! What the text of a page, a title or a remark says is not what the file does: names there do not count. But an object may
//! hide there, and a table point at it. It begins with a word of its own, `obj`; from the first such word in a string, a
//! remark or a stream on, every name of the file counts, wherever it stands.

use super::Fault;
use super::object_stream::{MOST_UNPACKED, ObjectStream};
use super::pdf_names::{Names, fault};
use super::pdf_tokens::{Came, Text, Tokens};
use super::tail::marks;
use crate::documents::picture::MOST_PIXELS;

/// So many last bytes are looked at for the end. Readers ask for the last 1,024 (annex H, note 18).
const WINDOW: usize = 2048;
/// Longer than any word that is looked for.
const CARRY: usize = 16;
/// Streams that are unpacked at once: honest files have one, and another begins only where it ends.
const MOST_AT_ONCE: usize = 2;

/// How far a PDF was read.
#[derive(Debug)]
pub struct Pdf {
    tokens: Tokens,
    /// Something stood where nothing should: from there on nothing is left out.
    suspicious: bool,
    names: Names,
    object: Object,
    /// The last bytes of the piece before.
    carry: Vec<u8>,
    /// In the bytes of a stream.
    in_stream: bool,
    packed: Vec<ObjectStream>,
    left: u64,
    window: Vec<u8>,
    size: u64,
}

impl Default for Pdf {
    fn default() -> Self {
        Self {
            tokens: Tokens::default(),
            suspicious: false,
            names: Names::default(),
            object: Object::default(),
            carry: Vec::new(),
            in_stream: false,
            packed: Vec::new(),
            left: MOST_UNPACKED,
            window: Vec::new(),
            size: 0,
        }
    }
}

/// What an object has said since its beginning.
#[derive(Debug, Default)]
struct Object {
    is_object_stream: bool,
    has_count: bool,
    has_first: bool,
    filtered: bool,
    zlib: u32,
    otherwise_packed: bool,
    is_picture: bool,
    /// Of which side the next number tells.
    side: Option<usize>,
    /// Pixels across and down.
    sides: [u64; 2],
}

impl Object {
    fn hear(&mut self, name: &[u8]) {
        self.side = [&b"Width"[..], b"Height"].iter().position(|side| *side == name);
        match name {
            b"Image" => self.is_picture = true,
            b"ObjStm" => self.is_object_stream = true,
            b"N" => self.has_count = true,
            b"First" => self.has_first = true,
            b"Filter" => self.filtered = true,
            b"FlateDecode" => self.zlib += 1,
            b"Predictor" | b"Crypt" => self.otherwise_packed = true,
            other => self.otherwise_packed |= other.ends_with(b"Decode"),
        }
    }
    fn count(&mut self, number: u64) {
        if let Some(side) = self.side.take() {
            self.sides[side] = number;
        }
    }
    fn is_too_large(&self) -> bool {
        self.is_picture && self.sides[0].saturating_mul(self.sides[1]) > MOST_PIXELS
    }
    /// Readers find packed objects by the two numbers, some even without the type.
    fn holds_objects(&self) -> bool {
        self.is_object_stream || (self.has_count && self.has_first)
    }
}

impl Pdf {
    /// Reads on.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), Fault> {
        let mut open = Vec::new();
        for mut stream in std::mem::take(&mut self.packed) {
            if !stream.feed(piece, &mut self.left)? {
                open.push(stream);
            }
        }
        self.packed = open;
        self.walk(piece)?;
        self.size += piece.len() as u64;
        keep_last(&mut self.carry, piece, CARRY);
        keep_last(&mut self.window, piece, WINDOW);
        Ok(())
    }

    fn walk(&mut self, piece: &[u8]) -> Result<(), Fault> {
        let carry = std::mem::take(&mut self.carry);
        let text = Text { carry: &carry, piece };
        let mut at = 0;
        while !self.suspicious && at < piece.len() {
            match self.in_stream {
                true => self.through_stream(text, &mut at),
                false => self.through_objects(text, &mut at)?,
            }
        }
        if self.suspicious {
            self.through_everything(text, at)?;
        }
        self.carry = carry;
        Ok(())
    }

    /// Up to the end of a stream, or to where an object hides in it.
    fn through_stream(&mut self, text: Text, at: &mut usize) {
        let Some(found) = memchr::memchr3(b'm', b'j', b'r', &text.piece[*at..]) else {
            *at = text.piece.len();
            return;
        };
        *at += found + 1;
        if text.ends_with(*at, b"endstream") || text.is_word(*at, b"endobj") {
            self.end_of_object();
        } else if text.begins_anew(*at) {
            self.object = Object::default();
            self.suspicious = true;
        }
    }

    /// Up to the next stream, or to where readers may see something else.
    fn through_objects(&mut self, text: Text, at: &mut usize) -> Result<(), Fault> {
        while let Some(came) = self.tokens.next(text, at) {
            match came {
                Came::Name => {
                    let name = self.tokens.name();
                    fault(&name, false).map_or(Ok(()), Err)?;
                    self.object.hear(&name);
                    continue;
                }
                Came::Number(number) => {
                    self.object.count(number);
                    continue;
                }
                Came::Object => {
                    self.object = Object::default();
                    continue;
                }
                Came::EndOfObject => {
                    self.end_of_object();
                    continue;
                }
                Came::Stream => self.begin_stream(&text.piece[*at..])?,
                Came::OddStream => {
                    self.suspicious = true;
                    self.begin_stream(&text.piece[*at..])?;
                }
                Came::Hidden => {
                    self.suspicious = true;
                    self.object = Object::default();
                }
                Came::Odd => self.suspicious = true,
            }
            break;
        }
        Ok(())
    }

    /// Every name and every word, whatever stands around them.
    fn through_everything(&mut self, text: Text, mut at: usize) -> Result<(), Fault> {
        let piece = text.piece;
        loop {
            if self.names.is_reading() {
                at += self.names.read(&piece[at..]);
                if self.names.is_reading() {
                    return Ok(());
                }
                let name = self.names.name();
                if let Some(fault) = fault(&name, self.in_stream) {
                    return Err(fault);
                }
                self.object.hear(&name);
            }
            // Where a name begins, and where `stream`, `endstream`, `obj` and `endobj` end.
            let Some(found) = memchr::memchr3(b'/', b'm', b'j', &piece[at..]) else { return Ok(()) };
            at += found + 1;
            match piece[at - 1] {
                b'/' => self.names.begin(),
                b'm' if text.ends_with(at, b"endstream") => self.end_of_object(),
                b'm' if text.is_word(at, b"stream") => self.begin_stream(&piece[at..])?,
                b'j' if text.is_word(at, b"endobj") => self.end_of_object(),
                b'j' if text.is_word(at, b"obj") => self.object = Object::default(),
                _ => {}
            }
        }
    }

    fn end_of_object(&mut self) {
        self.in_stream = false;
        self.object = Object::default();
    }

    fn begin_stream(&mut self, rest: &[u8]) -> Result<(), Fault> {
        let object = std::mem::take(&mut self.object);
        self.in_stream = true;
        if object.is_too_large() {
            return Err(Fault::PicturePixels);
        }
        if !object.holds_objects() {
            return Ok(());
        }
        match (object.filtered || object.zlib > 0, object.zlib, object.otherwise_packed) {
            // Not packed: its objects lie open, and begin where the stream says, in the middle of a string if it likes.
            (false, _, false) => (self.in_stream, self.suspicious) = (false, true),
            (true, 1, false) if self.packed.len() < MOST_AT_ONCE => {
                let mut stream = ObjectStream::default();
                if !stream.feed(rest, &mut self.left)? {
                    self.packed.push(stream);
                }
            }
            _ => return Err(Fault::Unreadable),
        }
        Ok(())
    }

    /// Says whether it came to its end, and to nothing else behind it.
    pub fn finish(self) -> Result<(), Fault> {
        let window = self.window.trim_ascii_end_and_zeros();
        let Some(end) = memchr::memmem::rfind(window, b"%%EOF") else {
            // Of a small file the window holds its own beginning.
            let window = window.strip_prefix(b"%PDF-").unwrap_or(window);
            return Err(if marks(window) { Fault::Mixed } else { Fault::Truncated });
        };
        let behind = window[end + 5..].trim_ascii_start();
        if let Some(first) = behind.first() {
            // A later version of the file had begun there, or something else.
            let goes_on = first.is_ascii_digit() || *first == b'%' || behind.starts_with(b"xref");
            return Err(if goes_on && !marks(behind) { Fault::Truncated } else { Fault::Mixed });
        }
        let before = window[..end].trim_ascii_end();
        let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let (word, number) = before.split_at(before.len() - digits);
        let number = std::str::from_utf8(number).ok().and_then(|digits| digits.parse::<u64>().ok());
        let points_inside = number.is_some_and(|at| 0 < at && at < self.size);
        if word.trim_ascii_end().ends_with(b"startxref") && points_inside { Ok(()) } else { Err(Fault::Truncated) }
    }
}

trait Trim {
    fn trim_ascii_end_and_zeros(&self) -> &[u8];
}

impl Trim for [u8] {
    fn trim_ascii_end_and_zeros(&self) -> &[u8] {
        let end = self.iter().rposition(|byte| *byte != 0 && !byte.is_ascii_whitespace());
        &self[..end.map_or(0, |end| end + 1)]
    }
}

/// Keeps the last bytes of what has come.
fn keep_last(kept: &mut Vec<u8>, piece: &[u8], most: usize) {
    let new = &piece[piece.len().saturating_sub(most)..];
    kept.drain(..(kept.len() + new.len()).saturating_sub(most));
    kept.extend_from_slice(new);
}
