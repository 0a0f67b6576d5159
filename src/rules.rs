//! `ruqsat rules`: one JSON object a line in, one JSON object a line out, in order. The law answers; this only reads
//! questions and writes answers.

use std::io::{self, BufRead, BufWriter, Write};

use serde_json::Value;

use crate::law::switches::Switches;

mod answers;
mod error;
mod fields;

pub use error::RuleError;
pub use fields::facts;

/// The longest line that is read, in bytes without its end; a longer one is answered with the error `too_long`.
pub const MAX_LINE_BYTES: usize = 1 << 20;

/// How much of the output is kept together before it is written.
const OUTPUT_BYTES: usize = 1 << 18;

/// Answers one line: always exactly one JSON object, without a line end.
#[must_use]
pub fn answer_line(line: &str) -> String {
    if line.len() > MAX_LINE_BYTES {
        return refusal(&RuleError::TooLong);
    }
    let answer = serde_json::from_str::<Value>(line).map_err(|_| RuleError::NotJson).and_then(answers::answer);
    answer.unwrap_or_else(|error| refusal(&error))
}

/// Answers every line of the input until it ends. Whatever is wrong with a line is said in its answer, and the next is
/// read. Answers are flushed whenever all input at hand is answered, so that a person or a pipe can talk with it.
///
/// # Errors
/// Only those of reading and writing.
pub fn run(mut input: impl BufRead, output: impl Write) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(OUTPUT_BYTES, output);
    let mut begun = Begun::default();
    loop {
        let at_hand = match input.fill_buf() {
            Ok([]) => break,
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let length = at_hand.len();
        let mut rest = at_hand;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            begun.finish(&rest[..end], &mut output)?;
            rest = &rest[end + 1..];
        }
        begun.keep(rest);
        input.consume(length);
        output.flush()?;
    }
    if begun.is_open() {
        begun.finish(b"", &mut output)?;
    }
    output.flush()
}

/// The line whose end has not been seen yet; of one that is too long only that is kept.
#[derive(Default)]
struct Begun {
    bytes: Vec<u8>,
    too_long: bool,
}

impl Begun {
    fn is_open(&self) -> bool {
        self.too_long || !self.bytes.is_empty()
    }

    fn keep(&mut self, more: &[u8]) {
        // One byte is spared for a carriage return at the end.
        self.too_long |= self.bytes.len() + more.len() > MAX_LINE_BYTES + 1;
        if self.too_long {
            self.bytes = Vec::new();
        } else {
            self.bytes.extend_from_slice(more);
        }
    }

    fn finish(&mut self, last: &[u8], output: &mut impl Write) -> io::Result<()> {
        let answer = if self.is_open() {
            self.keep(last);
            let answer = if self.too_long { refusal(&RuleError::TooLong) } else { answer_bytes(&self.bytes) };
            self.bytes.clear();
            self.too_long = false;
            answer
        } else {
            answer_bytes(last)
        };
        output.write_all(answer.as_bytes())?;
        output.write_all(b"\n")
    }
}

fn answer_bytes(line: &[u8]) -> String {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    std::str::from_utf8(line).map_or_else(|_| refusal(&RuleError::NotJson), answer_line)
}

fn refusal(error: &RuleError) -> String {
    let body = serde_json::json!({ "error": { "code": error.code(), "message": error.to_string() } });
    body.to_string()
}

/// The route and the documents of a case, with no switchable document on: `{"route":…,"documents":[…]}`.
///
/// Takes the case itself, or the object of the line protocol (`{"rule":"requirements","case":{…}}`, `rule` left out or not).
///
/// # Errors
/// A [`RuleError`] that says what is wrong with the case.
pub fn requirements(value: Value) -> Result<Value, RuleError> {
    requirements_with(value, &Switches::default())
}

/// Like [`requirements`], with the documents that the operator switched on.
///
/// # Errors
/// A [`RuleError`] that says what is wrong with the case.
pub fn requirements_with(value: Value, switches: &Switches) -> Result<Value, RuleError> {
    let facts = fields::requirements_question(value)?;
    serde_json::to_value(answers::Requirements::of(&facts, switches)).map_err(|_| RuleError::NotAnswered)
}
