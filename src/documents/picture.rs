//! Pictures: their size in pixels, read from the header alone, and the size of the 35×45 photograph.
//!
//! Nothing here decodes a picture: a header that claims 65,500 × 65,500 would cost 13 GB.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, ImageFormat, ImageReader};

use super::Format;

/// So many first bytes are looked at for the header; the notes that cameras put before it are smaller.
pub const BEGINNING: u64 = 4 * 1024 * 1024;
/// So many hold the header of a picture whose notes are short.
pub const HEADER: u64 = 128 * 1024;
/// More pixels than any scanner gives for a page: 100 megapixels.
pub const MOST_PIXELS: u64 = 100_000_000;
/// Of a WebP with loss that has transparent places: while it is decoded each pixel takes ten and a half bytes, and the
/// process that does it has a gigabyte.
pub const MOST_SEE_THROUGH: u64 = 64_000_000;
/// Width of a printed photograph in millimetres (order 642, row 8, item 8).
pub const PHOTO_WIDTH_MM: u32 = 35;
/// Height of a printed photograph in millimetres (order 642, row 8, item 8).
pub const PHOTO_HEIGHT_MM: u32 = 45;
/// 35 mm at 300 dots per inch (general rules for identity papers, LAW.md §8).
pub const PHOTO_WIDTH: u32 = 413;
/// 45 mm at 300 dots per inch (general rules for identity papers, LAW.md §8).
pub const PHOTO_HEIGHT: u32 = 531;

/// Pixels, as the picture is seen: a phone's picture lying on its side is counted upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It begins like a picture, but has no header that can be read.
    #[error("the picture cannot be read")]
    Broken,
    /// It claims more pixels than are taken.
    #[error("the picture has too many pixels")]
    TooLarge,
}

/// The size of a picture of this format, from its first [`HEADER`] bytes or, when these say nothing, from
/// [`BEGINNING`]. The notes of a WebP stand behind its pixels: of one that has some, all bytes are needed.
pub fn size(beginning: &[u8], format: Format) -> Result<Size, PictureError> {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        Format::Pdf => return Err(PictureError::Broken),
    };
    let refuse = |error: ImageError| match error {
        ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::Broken,
    };
    // The reader's own limits stay on: they count bytes it would need.
    let mut decoder = ImageReader::with_format(Cursor::new(beginning), format).into_decoder().map_err(refuse)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PictureError::Broken);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooLarge);
    }
    // A picture whose notes cannot be read is seen as it lies.
    let lies = decoder.orientation().is_ok_and(|orientation| {
        use Orientation::*;
        matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
    });
    Ok(if lies { Size { width: height, height: width } } else { Size { width, height } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image::RgbImage::new(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// A PNG's header with other numbers in it, and its check sum made right.
    fn png_claiming(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = drawn(1, 1, ImageFormat::Png);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let mut sum = u32::MAX;
        for byte in &bytes[12..29] {
            sum ^= u32::from(*byte);
            for _ in 0..8 {
                sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            }
        }
        bytes[29..33].copy_from_slice(&(!sum).to_be_bytes());
        bytes
    }

    #[test]
    fn sizes_are_read_from_the_header() {
        let expected = Ok(Size { width: 70, height: 90 });
        assert_eq!(size(&drawn(70, 90, ImageFormat::Png), Format::Png), expected);
        assert_eq!(size(&drawn(70, 90, ImageFormat::Jpeg), Format::Jpeg), expected);
        assert_eq!(size(&drawn(70, 90, ImageFormat::WebP), Format::Webp), expected);
        assert_eq!(size(&drawn(70, 90, ImageFormat::Png)[..60], Format::Png), expected, "the beginning is enough");
    }

    #[test]
    fn a_magic_number_alone_is_no_picture() {
        assert_eq!(size(&[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], Format::Jpeg), Err(PictureError::Broken));
        assert_eq!(size(b"\x89PNG\r\n\x1a\nrubbish", Format::Png), Err(PictureError::Broken));
        assert_eq!(size(b"%PDF-1.7", Format::Pdf), Err(PictureError::Broken));
    }

    #[test]
    fn a_huge_claim_is_refused_before_decoding() {
        assert_eq!(size(&png_claiming(10_000, 10_000), Format::Png), Ok(Size { width: 10_000, height: 10_000 }));
        for (width, height) in [(10_001, 10_000), (65_500, 65_500), (u32::MAX >> 1, u32::MAX >> 1)] {
            assert_eq!(size(&png_claiming(width, height), Format::Png), Err(PictureError::TooLarge), "{width}");
        }
    }
}
