//! A decoded picture as the camera stored it: turned, cut and brought to sRGB only where it is small.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::decoded::{Decoded, decode};
use crate::documents::Format;
use crate::documents::photo::Crop;
use crate::documents::picture::{PHOTO_HEIGHT, PHOTO_WIDTH, PictureError, Size};

/// A picture in memory: three bytes a pixel.
pub struct Source {
    pixels: RgbImage,
    orientation: Orientation,
    /// Its colours, when they are not sRGB.
    profile: Option<ColorProfile>,
}

impl Source {
    /// Decodes a picture, which must not claim more pixels than are taken.
    pub fn open(bytes: &[u8], format: Format) -> Result<Self, PictureError> {
        let Decoded { pixels, notes, profile } = decode(bytes, format)?;
        let orientation = notes.as_deref().and_then(lies);
        let profile = profile.as_deref().and_then(foreign);
        let pixels = plain(pixels);
        if pixels.width() == 0 || pixels.height() == 0 {
            return Err(PictureError::Broken);
        }
        Ok(Self { pixels, orientation: orientation.unwrap_or(Orientation::NoTransforms), profile })
    }

    /// The upright picture, after so many quarter turns more.
    pub fn size(&self, turns: u8) -> Size {
        let (width, height) = self.pixels.dimensions();
        if self.lies(turns) { Size { width: height, height: width } } else { Size { width, height } }
    }

    fn lies(&self, turns: u8) -> bool {
        use Orientation::*;
        matches!(self.orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH) != (turns % 2 == 1)
    }

    /// The whole, upright, its longer side of at most so many pixels.
    pub fn small(&self, turns: u8, longest: u32) -> Result<RgbImage, PictureError> {
        let (width, height) = self.pixels.dimensions();
        let scale = (f64::from(longest) / f64::from(width.max(height))).min(1.0);
        let scaled = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
        let whole = [0.0, 0.0, f64::from(width), f64::from(height)];
        self.resized(whole, (scaled(width), scaled(height)), FilterType::Bilinear, turns)
    }

    /// A part of the upright picture as the photograph.
    pub fn part(&self, turns: u8, crop: &Crop) -> Result<RgbImage, PictureError> {
        let size = self.size(turns);
        let (wide, high) = (f64::from(size.width), f64::from(size.height));
        // Two opposite corners, as parts of the whole, back to how the camera stored them.
        let one = self.stored((crop.x / wide, crop.y / high), turns);
        let two = self.stored(((crop.x + crop.width) / wide, (crop.y + crop.height()) / high), turns);
        let (width, height) = self.pixels.dimensions();
        let span = |one: f64, two: f64, length: u32| {
            let (from, to) = (one.min(two).clamp(0.0, 1.0), one.max(two).clamp(0.0, 1.0));
            (from * f64::from(length), (to - from) * f64::from(length))
        };
        let ((x, across), (y, down)) = (span(one.0, two.0, width), span(one.1, two.1, height));
        let target = if self.lies(turns) { (PHOTO_HEIGHT, PHOTO_WIDTH) } else { (PHOTO_WIDTH, PHOTO_HEIGHT) };
        self.resized([x, y, across, down], target, FilterType::CatmullRom, turns)
    }

    /// Where a place of the upright picture lies in the stored one; both from 0 to 1.
    fn stored(&self, (mut u, mut v): (f64, f64), turns: u8) -> (f64, f64) {
        use Orientation::*;
        for _ in 0..turns % 4 {
            (u, v) = (v, 1.0 - u); // what is right after a turn was on top before
        }
        match self.orientation {
            NoTransforms => (u, v),
            Rotate90 => (v, 1.0 - u),
            Rotate180 => (1.0 - u, 1.0 - v),
            Rotate270 => (1.0 - v, u),
            FlipHorizontal => (1.0 - u, v),
            FlipVertical => (u, 1.0 - v),
            Rotate90FlipH => (v, u),
            Rotate270FlipH => (1.0 - v, 1.0 - u),
        }
    }

    fn resized(
        &self,
        [x, y, width, height]: [f64; 4],
        (columns, rows): (u32, u32),
        filter: FilterType,
        turns: u8,
    ) -> Result<RgbImage, PictureError> {
        let broken = PictureError::Broken;
        let from = ImageRef::new(self.pixels.width(), self.pixels.height(), self.pixels.as_raw(), PixelType::U8x3)
            .map_err(|_| broken)?;
        let mut to = Image::new(columns, rows, PixelType::U8x3);
        let options = ResizeOptions::new().crop(x, y, width, height).resize_alg(ResizeAlg::Convolution(filter));
        Resizer::new().resize(&from, &mut to, &options).map_err(|_| broken)?;
        let mut pixels = to.into_vec();
        if let Some(profile) = &self.profile {
            pixels = to_srgb(profile, pixels);
        }
        let small = RgbImage::from_raw(columns, rows, pixels).ok_or(broken)?;
        let mut small = DynamicImage::ImageRgb8(small);
        small.apply_orientation(self.orientation);
        let turned = match turns % 4 {
            1 => small.rotate90(),
            2 => small.rotate180(),
            3 => small.rotate270(),
            _ => small,
        };
        Ok(turned.into_rgb8())
    }
}

/// How a camera was held, from its notes (EXIF). Some programs put the mark of a JPEG before those of a WebP.
fn lies(notes: &[u8]) -> Option<Orientation> {
    Orientation::from_exif_chunk(notes.strip_prefix(b"Exif\0\0").unwrap_or(notes))
}

/// Eight bits a colour; what is transparent lies on white paper.
fn plain(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let over = |colour: u8, alpha: u8| {
        ((u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha)) + 127) / 255) as u8
    };
    let picture = picture.into_rgba8();
    let ((width, height), mut parts) = (picture.dimensions(), picture.into_raw());
    // In place: a second copy of 100 megapixels would be 300 MB.
    let pixels = parts.len() / 4;
    for at in 0..pixels {
        let alpha = parts[at * 4 + 3];
        for part in 0..3 {
            parts[at * 3 + part] = over(parts[at * 4 + part], alpha);
        }
    }
    parts.truncate(pixels * 3);
    RgbImage::from_raw(width, height, parts).unwrap_or_default()
}

/// A profile of three colours that is not sRGB itself. Those of grey or of printing inks are left out: the decoder has
/// made three colours of them already. One that cannot be read is taken for sRGB, as browsers do.
fn foreign(profile: &[u8]) -> Option<ColorProfile> {
    let read = ColorProfile::new_from_slice(profile).ok()?;
    (read.color_space == DataColorSpace::Rgb).then_some(read)
}

fn to_srgb(profile: &ColorProfile, pixels: Vec<u8>) -> Vec<u8> {
    let made =
        profile.create_transform_8bit(Layout::Rgb, &ColorProfile::new_srgb(), Layout::Rgb, TransformOptions::default());
    let mut converted = vec![0; pixels.len()];
    match made.map(|transform| transform.transform(&pixels, &mut converted)) {
        Ok(Ok(())) => converted,
        _ => pixels,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_with_the_mark_of_a_jpeg_and_without() {
        let notes = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(lies(notes), Some(Orientation::Rotate90));
        assert_eq!(lies(&[b"Exif\0\0", &notes[..]].concat()), Some(Orientation::Rotate90));
        assert_eq!(lies(b"Exif\0\0"), None);
    }
}
