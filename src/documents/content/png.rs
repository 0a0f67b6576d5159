//! A PNG (ISO 15948) by its chunks: that it has a picture, how many pixels it claims, and that it comes to its end.

use super::Fault;
use super::pieces::{gather, is_padding};
use crate::documents::picture::MOST_PIXELS;

/// Bytes of the mark before the first chunk.
const MARK: usize = 8;
/// Decoded bytes: as many pixels as are taken, at four bytes each.
const MOST_DECODED: u64 = 4 * MOST_PIXELS;

/// How far a PNG was read.
#[derive(Debug, Default)]
pub struct Png {
    /// Bytes of the mark that have come.
    mark: usize,
    at: At,
    /// What has come of the head of a chunk, or of the first chunk.
    head: Vec<u8>,
    framed: bool,
    pixels: bool,
}

#[derive(Debug, Default)]
enum At {
    /// In the length and the name of a chunk.
    #[default]
    Head,
    /// In the first chunk, which says the size.
    Size,
    /// In a chunk and its check sum; so many bytes are left.
    Chunk(u64),
    /// In the check sum of the last chunk.
    Last(u64),
    /// Behind the end.
    End,
}

impl Png {
    /// Reads on.
    pub fn feed(&mut self, mut piece: &[u8]) -> Result<(), Fault> {
        let marked = piece.len().min(MARK - self.mark);
        self.mark += marked;
        piece = &piece[marked..];
        while !piece.is_empty() {
            match self.at {
                At::Head => {
                    if gather(&mut self.head, &mut piece, 8) {
                        self.begin_chunk()?;
                    }
                }
                At::Size => {
                    if gather(&mut self.head, &mut piece, 13) {
                        self.size()?;
                        self.at = At::Chunk(4);
                    }
                }
                At::Chunk(ref mut left) | At::Last(ref mut left) => {
                    let read = (piece.len() as u64).min(*left);
                    *left -= read;
                    piece = &piece[read as usize..];
                    match self.at {
                        At::Chunk(0) => self.at = At::Head,
                        At::Last(0) => self.at = At::End,
                        _ => {}
                    }
                }
                At::End if is_padding(piece) => return Ok(()),
                At::End => return Err(Fault::Mixed),
            }
        }
        Ok(())
    }

    fn begin_chunk(&mut self) -> Result<(), Fault> {
        let length = number(&self.head);
        let name = [self.head[4], self.head[5], self.head[6], self.head[7]];
        self.head.clear();
        if length > u64::from(u32::MAX >> 1) || !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Fault::Broken);
        }
        self.at = match (&name, self.framed) {
            (b"IHDR", false) if length == 13 => At::Size,
            (b"IHDR", _) | (_, false) => return Err(Fault::Broken),
            (b"IEND", _) if !self.pixels => return Err(Fault::Broken),
            (b"IEND", _) => At::Last(length + 4),
            _ => At::Chunk(length + 4),
        };
        self.pixels |= &name == b"IDAT";
        Ok(())
    }

    fn size(&mut self) -> Result<(), Fault> {
        let (width, height) = (number(&self.head), number(&self.head[4..]));
        let channels = match self.head[9] {
            0 | 3 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => return Err(Fault::Broken),
        };
        let bits = u64::from(self.head[8]);
        self.head.clear();
        self.framed = true;
        if width == 0 || height == 0 || !matches!(bits, 1 | 2 | 4 | 8 | 16) {
            return Err(Fault::Broken);
        }
        let pixels = width * height;
        if pixels > MOST_PIXELS || pixels * channels * bits / 8 > MOST_DECODED {
            return Err(Fault::TooManyPixels);
        }
        Ok(())
    }

    /// Says whether it came to its end.
    pub fn finish(self) -> Result<(), Fault> {
        if matches!(self.at, At::End) { Ok(()) } else { Err(Fault::Truncated) }
    }
}

/// Four bytes, the highest first.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
