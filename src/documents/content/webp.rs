//! A WebP (RFC 9649) by its chunks: that it has one picture which stands still, how many pixels it claims, and that it
//! comes to its end.

use super::Fault;
use super::pieces::{gather, is_padding};
use super::webp_frame::{Frame, number};
use crate::documents::picture::{MOST_PIXELS, MOST_SEE_THROUGH};

/// Bytes of `RIFF`, the length, and `WEBP`.
const MARK: usize = 12;
/// Bytes of the name and the length of a chunk.
const HEAD: u64 = 8;
/// Bytes of the first chunk of an extended file.
const CANVAS: u64 = 10;
/// What the first chunk of an extended file says of the others.
const SEE_THROUGH: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
const MOVES: u8 = 0x02;

/// How far a WebP was read.
#[derive(Debug, Default)]
pub struct Webp {
    at: At,
    /// What has come of the mark, of the head of a chunk, or of the size in it.
    head: Vec<u8>,
    /// Bytes of the whole that are still to come, as its beginning says.
    left: u64,
    /// The canvas of an extended file, and what is said of the rest.
    canvas: Option<((u64, u64), u8)>,
    /// Of what was said, what has come.
    seen: u8,
    framed: Option<Frame>,
}

#[derive(Debug, Default, Clone, Copy)]
enum At {
    #[default]
    Mark,
    /// In the name and the length of a chunk.
    Head,
    /// In the first chunk of an extended file.
    Canvas,
    /// In the first bytes of the picture, which say its size: how many the chunk has, and how many are behind them.
    Size(Frame, u64, u64),
    /// In a chunk; so many bytes are left.
    Chunk(u64),
    /// Behind the end.
    End,
}

impl Webp {
    /// Reads on.
    pub fn feed(&mut self, mut piece: &[u8]) -> Result<(), Fault> {
        while !piece.is_empty() {
            match self.at {
                At::Mark => {
                    if gather(&mut self.head, &mut piece, MARK) {
                        self.left = number(&self.head[4..8]).checked_sub(4).ok_or(Fault::Broken)?;
                        self.next(0)?;
                    }
                }
                At::Head => {
                    if gather(&mut self.head, &mut piece, HEAD as usize) {
                        self.begin_chunk()?;
                    }
                }
                At::Canvas => {
                    if gather(&mut self.head, &mut piece, CANVAS as usize) {
                        self.canvas()?;
                        self.next(0)?;
                    }
                }
                At::Size(frame, size, rest) => {
                    if gather(&mut self.head, &mut piece, frame.beginning()) {
                        self.size(frame, size)?;
                        self.next(rest)?;
                    }
                }
                At::Chunk(left) => {
                    let read = (piece.len() as u64).min(left);
                    piece = &piece[read as usize..];
                    self.next(left - read)?;
                }
                At::End if is_padding(piece) => return Ok(()),
                At::End => return Err(Fault::Mixed),
            }
        }
        Ok(())
    }

    /// Goes on behind what was gathered: so many bytes of the chunk are left.
    fn next(&mut self, rest: u64) -> Result<(), Fault> {
        self.head.clear();
        self.at = match (rest, self.left) {
            (0, 0) => At::End,
            (0, 1..HEAD) => return Err(Fault::Broken),
            (0, _) => At::Head,
            (rest, _) => At::Chunk(rest),
        };
        if matches!(self.at, At::End) { self.whole() } else { Ok(()) }
    }

    fn begin_chunk(&mut self) -> Result<(), Fault> {
        let name = [self.head[0], self.head[1], self.head[2], self.head[3]];
        let size = number(&self.head[4..8]);
        self.left -= HEAD;
        if size > self.left {
            return Err(Fault::Broken);
        }
        // A byte makes the length even; some programs leave it away at the end.
        let padded = (size + size % 2).min(self.left);
        self.left -= padded;
        let is_first = self.canvas.is_none() && self.framed.is_none();
        let at = match &name {
            b"VP8X" if is_first && size == CANVAS => At::Canvas,
            b"VP8 " => self.frame(Frame::Lossy, size, padded)?,
            b"VP8L" => self.frame(Frame::Lossless, size, padded)?,
            _ if is_first || &name == b"VP8X" => return Err(Fault::Broken),
            b"ANIM" | b"ANMF" => return Err(Fault::Moving),
            _ => {
                self.seen |= match &name {
                    b"ALPH" => SEE_THROUGH,
                    b"EXIF" => EXIF,
                    b"XMP " => XMP,
                    _ => 0,
                };
                return self.next(padded);
            }
        };
        self.head.clear();
        self.at = at;
        Ok(())
    }

    /// One picture, and no other.
    fn frame(&self, frame: Frame, size: u64, padded: u64) -> Result<At, Fault> {
        let beginning = frame.beginning() as u64;
        match padded.checked_sub(beginning) {
            Some(rest) if self.framed.is_none() && size > beginning => Ok(At::Size(frame, size, rest)),
            _ => Err(Fault::Broken),
        }
    }

    fn canvas(&mut self) -> Result<(), Fault> {
        let side = |at: usize| 1 + number(&self.head[at..at + 3]);
        let (flags, canvas) = (self.head[0], (side(4), side(7)));
        if flags & MOVES != 0 {
            return Err(Fault::Moving);
        }
        if canvas.0 * canvas.1 > MOST_PIXELS {
            return Err(Fault::TooManyPixels);
        }
        self.canvas = Some((canvas, flags));
        Ok(())
    }

    fn size(&mut self, frame: Frame, size: u64) -> Result<(), Fault> {
        let (width, height) = frame.size(&self.head, size).ok_or(Fault::Broken)?;
        if self.canvas.is_some_and(|(canvas, _)| canvas != (width, height)) {
            return Err(Fault::Broken);
        }
        if width * height > MOST_PIXELS {
            return Err(Fault::TooManyPixels);
        }
        if frame == Frame::Lossy && self.said() & SEE_THROUGH != 0 && width * height > MOST_SEE_THROUGH {
            return Err(Fault::SeeThrough);
        }
        self.framed = Some(frame);
        Ok(())
    }

    /// What the first chunk says of the others.
    fn said(&self) -> u8 {
        self.canvas.map_or(0, |(_, flags)| flags)
    }

    /// At its end: whether all that was said of it has come. The decoder takes no other, and what programs show of such a
    /// picture differs.
    fn whole(&self) -> Result<(), Fault> {
        let Some(frame) = self.framed else { return Err(Fault::Broken) };
        let see_through = match frame {
            Frame::Lossy => (self.said() ^ self.seen) & SEE_THROUGH == 0 || self.canvas.is_none(),
            Frame::Lossless => true,
        };
        let noted = self.said() & (EXIF | XMP) & !self.seen == 0;
        if see_through && noted { Ok(()) } else { Err(Fault::Broken) }
    }

    /// Says whether it came to its end.
    pub fn finish(self) -> Result<(), Fault> {
        if matches!(self.at, At::End) { Ok(()) } else { Err(Fault::Truncated) }
    }
}
