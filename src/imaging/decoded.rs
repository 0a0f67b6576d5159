//! A picture out of its file: pixels, and what the file notes of how they lie and of their colours.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage, RgbaImage};
use image_webp::{UpsamplingMethod, WebPDecoder};

use crate::documents::Format;
use crate::documents::picture::{MOST_PIXELS, PictureError};

/// From so many pixels on the colours of a lossy WebP, one for four pixels, are not blended into each other: in a picture
/// this large nobody sees that, and it takes its time.
const LARGE: u64 = 4_000_000;

/// What a file holds.
pub struct Decoded {
    /// As the camera stored them.
    pub pixels: DynamicImage,
    /// EXIF.
    pub notes: Option<Vec<u8>>,
    /// ICC.
    pub profile: Option<Vec<u8>>,
}

/// Decodes a file, which must not claim more pixels than are taken.
pub fn decode(bytes: &[u8], format: Format) -> Result<Decoded, PictureError> {
    match format {
        Format::Jpeg => by_image(bytes, ImageFormat::Jpeg),
        Format::Png => by_image(bytes, ImageFormat::Png),
        Format::Webp => webp(bytes),
        Format::Pdf => Err(PictureError::Broken),
    }
}

fn by_image(bytes: &[u8], format: ImageFormat) -> Result<Decoded, PictureError> {
    let broken = |_| PictureError::Broken;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(broken)?;
    taken(decoder.dimensions())?;
    let (notes, profile) = (decoder.exif_metadata().ok().flatten(), decoder.icc_profile().ok().flatten());
    Ok(Decoded { pixels: DynamicImage::from_decoder(decoder).map_err(broken)?, notes, profile })
}

fn webp(bytes: &[u8]) -> Result<Decoded, PictureError> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|_| PictureError::Broken)?;
    let (width, height) = decoder.dimensions();
    if taken((width, height))? > LARGE {
        decoder.set_lossy_upsampling(UpsamplingMethod::Simple);
    }
    let (notes, profile) = (decoder.exif_metadata().ok().flatten(), decoder.icc_profile().ok().flatten());
    let mut parts = vec![0; decoder.output_buffer_size().ok_or(PictureError::TooLarge)?];
    decoder.read_image(&mut parts).map_err(|_| PictureError::Broken)?;
    let pixels = match decoder.has_alpha() {
        true => RgbaImage::from_raw(width, height, parts).map(DynamicImage::ImageRgba8),
        false => RgbImage::from_raw(width, height, parts).map(DynamicImage::ImageRgb8),
    };
    Ok(Decoded { pixels: pixels.ok_or(PictureError::Broken)?, notes, profile })
}

/// How many pixels there are, if they are not too many.
fn taken((width, height): (u32, u32)) -> Result<u64, PictureError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS { Err(PictureError::TooLarge) } else { Ok(pixels) }
}
