//! A JPEG (ITU-T T.81) by its markers: that it has a picture, how many pixels it claims, and that it comes to its end.

use super::Fault;
use super::tail::Tail;
use crate::documents::picture::MOST_PIXELS;

/// Scans of one picture. Progressive pictures have about ten; each is a pass over all pixels when it is decoded.
const MOST_SCANS: u32 = 200;

/// How far a JPEG was read.
#[derive(Debug, Default)]
pub struct Jpeg {
    at: At,
    framed: bool,
    scans: u32,
    tail: Tail,
}

#[derive(Debug, Default)]
enum At {
    /// Between segments, looking for a marker.
    #[default]
    Between,
    /// After `FF`.
    Marker,
    /// In the two bytes of a segment's length.
    Length(u8, Option<u8>),
    /// In a segment: its marker, bytes left, and of a frame what has come of it.
    Segment(u8, u32, Vec<u8>),
    /// In the compressed pixels; whether the last byte was `FF`.
    Pixels(bool),
    /// Behind the end.
    End,
}

impl Jpeg {
    /// Reads on.
    pub fn feed(&mut self, mut piece: &[u8]) -> Result<(), Fault> {
        while let Some(first) = piece.first().copied() {
            let mut read = 1;
            match &mut self.at {
                At::Between | At::Pixels(false) => match memchr::memchr(0xFF, piece) {
                    Some(found) => {
                        read = found + 1;
                        self.at = if matches!(self.at, At::Between) { At::Marker } else { At::Pixels(true) };
                    }
                    None => return Ok(()),
                },
                // A stuffed zero or a restart: still pixels.
                At::Pixels(true) if first == 0 || (0xD0..=0xD7).contains(&first) => self.at = At::Pixels(false),
                At::Pixels(true) | At::Marker => self.at = self.marker(first)?,
                At::Length(marker, None) => self.at = At::Length(*marker, Some(first)),
                At::Length(marker, Some(high)) => {
                    let length = u32::from(*high) << 8 | u32::from(first);
                    let left = length.checked_sub(2).ok_or(Fault::Broken)?;
                    self.at = At::Segment(*marker, left, Vec::new());
                    self.end_of_segment()?;
                }
                At::Segment(marker, left, start) => {
                    read = piece.len().min(*left as usize);
                    if is_frame(*marker) {
                        start.extend_from_slice(&piece[..read.min(5_usize.saturating_sub(start.len()))]);
                    }
                    *left -= read as u32;
                    self.end_of_segment()?;
                }
                At::End => {
                    self.tail.feed(piece);
                    return if self.tail.has_a_file() { Err(Fault::Mixed) } else { Ok(()) };
                }
            }
            piece = &piece[read..];
        }
        Ok(())
    }

    fn marker(&mut self, code: u8) -> Result<At, Fault> {
        Ok(match code {
            0xFF => At::Marker, // fill
            0xD9 if self.framed && self.scans > 0 => At::End,
            0xD9 => return Err(Fault::Broken),
            0xD8 | 0x01 | 0x00 | 0xD0..=0xD7 => At::Between, // the start; markers that stand alone
            _ => At::Length(code, None),
        })
    }

    /// After the last byte of a segment.
    fn end_of_segment(&mut self) -> Result<(), Fault> {
        let At::Segment(marker, 0, start) = &self.at else { return Ok(()) };
        let marker = *marker;
        if is_frame(marker) {
            let [_, h1, h0, w1, w0] = start[..] else { return Err(Fault::Broken) };
            let (width, height) = (u64::from(w1) << 8 | u64::from(w0), u64::from(h1) << 8 | u64::from(h0));
            if width == 0 || height == 0 {
                return Err(Fault::Broken);
            }
            if width * height > MOST_PIXELS {
                return Err(Fault::TooManyPixels);
            }
            self.framed = true;
        }
        self.at = At::Between;
        if marker == 0xDA {
            self.scans += 1;
            if self.scans > MOST_SCANS {
                return Err(Fault::TooManyPixels);
            }
            self.at = At::Pixels(false);
        }
        Ok(())
    }

    /// Says whether it came to its end.
    pub fn finish(self) -> Result<(), Fault> {
        if matches!(self.at, At::End) { Ok(()) } else { Err(Fault::Truncated) }
    }
}

/// Start of a frame, whose first bytes are precision, height, width.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}
