//! The drawing process: `ruqsat draw`, which people do not call. Reads a byte that tells the format, one that tells the
//! first page that is wanted, two that tell how large, then the file; writes its pages ([`super::frame`]). A format in a
//! capital letter asks for a photograph instead ([`super::cutting`]). Whatever goes wrong ends it, and that is the answer.

use std::io::{self, Read, Write};

use super::frame::{self, Head};
use super::{LONGEST, cutting, limits, pdf};
use crate::documents::Format;
use crate::documents::file::MOST_BYTES;
use crate::imaging;

/// The name of the subcommand.
pub const NAME: &str = "draw";

/// The byte that tells the format, a small letter.
pub(super) fn sign(format: Format) -> u8 {
    match format {
        Format::Jpeg => b'j',
        Format::Png => b'p',
        Format::Webp => b'w',
        Format::Pdf => b'd',
    }
}

/// What goes before the file: format, first page, pixels of the longer side.
pub(super) fn told(format: Format, first: u32, longest: u32) -> [u8; 2 + SIZE] {
    let [low, high] = u16::try_from(longest).unwrap_or(u16::MAX).to_le_bytes();
    [sign(format), u8::try_from(first).unwrap_or(u8::MAX), low, high]
}

/// Bytes that tell how large.
const SIZE: usize = 2;

/// Draws the file of stdin onto stdout.
pub fn run() -> io::Result<()> {
    limits::lay()?;
    let (mut input, mut out) = (io::stdin().lock(), io::BufWriter::with_capacity(1 << 16, io::stdout().lock()));
    let mut told = [0; 2];
    input.read_exact(&mut told)?;
    let [told, first] = told;
    let is_told = |format: &Format| sign(*format) == told.to_ascii_lowercase();
    let format = Format::ALL.into_iter().find(is_told).ok_or(io::ErrorKind::InvalidInput)?;
    let cuts = told.is_ascii_uppercase();
    let mut wish = vec![0; if cuts { usize::from(first) } else { SIZE }];
    input.read_exact(&mut wish)?;
    let mut bytes = Vec::new();
    input.take(MOST_BYTES).read_to_end(&mut bytes)?;
    if cuts {
        return cutting::run(&bytes, format, &wish, &mut out);
    }
    let size = wish.first_chunk().ok_or(io::ErrorKind::InvalidInput)?;
    let longest = u32::from(u16::from_le_bytes(*size)).clamp(1, LONGEST);
    match format {
        Format::Pdf => pdf::draw(bytes, first, longest, &mut out)?,
        picture => {
            let upright = imaging::whole(&bytes, picture, longest).map_err(io::Error::other)?;
            frame::head(&mut out, Head::Pages(1))?;
            frame::page(&mut out, &upright)?;
        }
    }
    out.flush()
}
