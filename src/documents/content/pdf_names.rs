//! The names of a PDF (`/JavaScript`), read as readers read them: `/J#61vaScript` is the same name (ISO 32000, 7.3.5).

use super::Fault;

/// No name that matters is longer, even with every letter written as `#xx`.
const LONGEST: usize = 48;

/// A name that is being read, over the ends of pieces.
#[derive(Debug, Default)]
pub struct Names {
    reading: bool,
    raw: Vec<u8>,
}

impl Names {
    /// After a slash.
    pub fn begin(&mut self) {
        self.reading = true;
        self.raw.clear();
    }
    /// Whether a name has begun and not ended.
    pub fn is_reading(&self) -> bool {
        self.reading
    }
    /// Reads up to the end of the name; gives back how many bytes were read.
    pub fn read(&mut self, bytes: &[u8]) -> usize {
        let end = bytes.iter().position(|byte| is_delimiter(*byte));
        let read = end.unwrap_or(bytes.len());
        let room = LONGEST + 1 - self.raw.len();
        self.raw.extend_from_slice(&bytes[..read.min(room)]);
        self.reading = end.is_none();
        read
    }
    /// The name that was read, without escapes; empty when it is too long to matter.
    pub fn name(&self) -> Vec<u8> {
        if self.raw.len() > LONGEST {
            return Vec::new();
        }
        let mut name = Vec::with_capacity(self.raw.len());
        let mut rest = &self.raw[..];
        while let [first, more @ ..] = rest {
            let digit = |at: usize| more.get(at).and_then(|byte| char::from(*byte).to_digit(16));
            match (first, digit(0), digit(1)) {
                (b'#', Some(high), Some(low)) => {
                    name.push((high * 16 + low) as u8);
                    rest = &more[2..];
                }
                _ => {
                    name.push(*first);
                    rest = more;
                }
            }
        }
        name
    }
    /// Tells each name of a text that comes in pieces.
    pub fn each(&mut self, mut text: &[u8], mut tell: impl FnMut(&[u8]) -> Result<(), Fault>) -> Result<(), Fault> {
        loop {
            if self.reading {
                text = &text[self.read(text)..];
                if self.reading {
                    return Ok(());
                }
                tell(&self.name())?;
            }
            let Some(slash) = memchr::memchr(b'/', text) else { return Ok(()) };
            text = &text[slash + 1..];
            self.begin();
        }
    }
}

/// White space and the signs that end a name (ISO 32000, 7.2.2).
pub fn is_delimiter(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ') || b"()<>[]{}/%".contains(&byte)
}

/// What a name anywhere in the file gives away. In the bytes of a stream only long names count: short ones stand in
/// compressed bytes by chance.
pub fn fault(name: &[u8], in_stream: bool) -> Option<Fault> {
    Some(match name {
        b"JavaScript" => Fault::Script,
        b"JS" | b"XFA" if !in_stream => Fault::Script,
        b"Launch" => Fault::Launch,
        b"EmbeddedFile" | b"EmbeddedFiles" | b"RichMedia" => Fault::Embedded,
        b"EF" | b"GoToE" | b"Movie" | b"Sound" if !in_stream => Fault::Embedded,
        b"Encrypt" => Fault::Encrypted,
        _ => return None,
    })
}
