//! The text of a PDF's objects as readers take it apart (ISO 32000, 7.2): names as keys and values count, what is written in
//! strings and remarks does not. Wherever a reader might see other tokens than are seen here, it is said, so that nothing
//! is left out from there on.

use super::pdf_names::{Names, is_delimiter};

/// Bytes that are being looked at, with those before them.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// The last bytes of the piece before.
    pub carry: &'a [u8],
    /// The piece.
    pub piece: &'a [u8],
}

impl Text<'_> {
    fn byte(&self, end: usize, back: usize) -> Option<u8> {
        match end.checked_sub(back) {
            Some(at) => self.piece.get(at).copied(),
            None => self.carry.len().checked_sub(back - end).and_then(|at| self.carry.get(at).copied()),
        }
    }
    /// Whether these letters stand before `end`.
    pub fn ends_with(&self, end: usize, word: &[u8]) -> bool {
        word.iter().rev().zip(1..).all(|(letter, back)| self.byte(end, back) == Some(*letter))
    }
    /// Whether a word ends before `end`, and is not the end of a longer one: `>>stream` and `1 0 obj`; a digit may stand
    /// right before, as sloppy writers have it.
    pub fn is_word(&self, end: usize, word: &[u8]) -> bool {
        let before = self.byte(end, word.len() + 1);
        self.ends_with(end, word) && before.is_none_or(|before| is_delimiter(before) || before.is_ascii_digit())
    }
    /// Whether a word ends before `end` at which a table may point, so that a reader begins anew there.
    pub fn begins_anew(&self, end: usize) -> bool {
        self.is_word(end, b"obj") || self.is_word(end, b"trailer")
    }
}

/// What was come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// A name, see [`Tokens::name`].
    Name,
    /// A whole number.
    Number(u64),
    /// An object begins.
    Object,
    /// It ends.
    EndOfObject,
    /// The bytes of a stream begin.
    Stream,
    /// The same word where none should stand.
    OddStream,
    /// An object begins inside a string or a remark.
    Hidden,
    /// Readers do not agree on what this is.
    Odd,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Plain,
    Remark,
    /// In a string, so many brackets deep; after a backslash or not.
    String(u32, bool),
    Hexadecimal,
    /// After `<`.
    Less,
    /// After `>`.
    Greater,
}

/// How far the text was taken apart.
#[derive(Debug, Default)]
pub struct Tokens {
    state: State,
    names: Names,
    /// The word that is being read; no longer than any that matters.
    word: Vec<u8>,
    /// Dictionaries and lists that are open.
    level: u32,
    /// A dictionary that stands in no other has just ended.
    after_dictionary: bool,
}

/// Longer than any word that matters, with the digits that may stand before it.
const LONGEST: usize = 24;

impl Tokens {
    /// The name that was come to.
    pub fn name(&self) -> Vec<u8> {
        self.names.name()
    }

    /// Goes on from `at` to what matters next; `None` at the end of the piece.
    pub fn next(&mut self, text: Text, at: &mut usize) -> Option<Came> {
        while let Some(byte) = text.piece.get(*at).copied() {
            if self.names.is_reading() {
                *at += self.names.read(&text.piece[*at..]);
                if !self.names.is_reading() {
                    return Some(Came::Name);
                }
                continue;
            }
            let hidden = |end: usize| matches!(byte, b'j' | b'r') && text.begins_anew(end);
            match &mut self.state {
                State::Plain => match self.plain(byte) {
                    Some(came) => return Some(came),
                    None => *at += 1,
                },
                State::Less if byte == b'<' => {
                    (self.state, self.level) = (State::Plain, self.level.saturating_add(1));
                    *at += 1;
                }
                State::Less => self.state = State::Hexadecimal,
                State::Greater => {
                    self.state = State::Plain;
                    if byte == b'>' {
                        self.after_dictionary = self.level == 1;
                        self.level = self.level.saturating_sub(1);
                        *at += 1;
                    }
                }
                State::Hexadecimal => {
                    match byte {
                        b'>' => self.state = State::Plain,
                        b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F' | 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' => {}
                        _ => return Some(Came::Odd),
                    }
                    *at += 1;
                }
                State::Remark | State::String(..) if hidden(*at + 1) => {
                    *at += 1;
                    return Some(Came::Hidden);
                }
                State::Remark => {
                    if matches!(byte, b'\r' | b'\n') {
                        self.state = State::Plain;
                    }
                    *at += 1;
                }
                State::String(depth, escaped) => {
                    match byte {
                        _ if *escaped => *escaped = false,
                        b'\\' => *escaped = true,
                        b'(' => *depth = depth.saturating_add(1),
                        b')' if *depth == 1 => self.state = State::Plain,
                        b')' => *depth -= 1,
                        _ => {}
                    }
                    *at += 1;
                }
            }
        }
        None
    }

    /// Takes a byte outside strings and remarks, or tells what the word before it was, and leaves the byte.
    fn plain(&mut self, byte: u8) -> Option<Came> {
        if !is_delimiter(byte) {
            self.word.truncate(LONGEST - 1);
            self.word.push(byte);
            return None;
        }
        if !self.word.is_empty()
            && let Some(came) = self.end_of_word()
        {
            return Some(came);
        }
        match byte {
            b'/' => self.names.begin(),
            b'(' => self.state = State::String(1, false),
            b'%' => self.state = State::Remark,
            b'<' => self.state = State::Less,
            b'>' => self.state = State::Greater,
            b'[' => self.level = self.level.saturating_add(1),
            b']' => self.level = self.level.saturating_sub(1),
            _ => {}
        }
        // White space, and a remark, may stand between a dictionary and its stream.
        self.after_dictionary &= matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ' | b'%');
        None
    }

    fn end_of_word(&mut self) -> Option<Came> {
        let word = std::mem::take(&mut self.word);
        let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let came = match &word[digits..] {
            b"" => {
                self.after_dictionary = false;
                // One with more digits than any number has is as large as any.
                let number = std::str::from_utf8(&word).ok().and_then(|digits| digits.parse().ok());
                return Some(Came::Number(number.unwrap_or(u64::MAX)));
            }
            b"obj" => Came::Object,
            b"endobj" => Came::EndOfObject,
            b"stream" if self.after_dictionary => Came::Stream,
            b"stream" => Came::OddStream,
            b"trailer" => {
                self.level = 0;
                self.after_dictionary = false;
                return None;
            }
            _ => {
                self.after_dictionary = false;
                return None;
            }
        };
        (self.level, self.after_dictionary) = (0, false);
        Some(came)
    }
}
