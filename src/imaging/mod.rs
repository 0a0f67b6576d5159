//! PICTURES DECODED, FACES FOUND: what a person brought becomes the photograph of 413×531 pixels. Slow work on big memory:
//! for whoever serves it is done in a process of its own (`ruqsat draw`), a bounded number at once.

mod decoded;
mod faces;
mod model;
mod network;
mod reader;
mod recognise;
mod source;

use std::panic::catch_unwind;

use chrono::{Datelike, NaiveDate};
use image::codecs::jpeg::{JpegEncoder, PixelDensity};
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use serde::{Deserialize, Serialize};

use crate::documents::Format;
use crate::documents::photo::{Crop, Face, Measured, Pixels, Point, main_face, measure};
use crate::documents::picture::{MOST_PIXELS, PHOTO_HEIGHT, PHOTO_WIDTH, PictureError, Size};
use source::Source;

pub use recognise::{Recogniser, Seen};

/// The copy that is shown through the frame, and in which faces are looked for: pixels of its longer side.
const PREVIEW: u32 = 1024;
/// 300 dots per inch: 413 pixels are 35 mm.
const DENSITY: u16 = 300;
/// A photograph of this quality has 40 to 80 kilobytes.
const QUALITY: u8 = 92;

/// Years in which pictures can have been taken with a camera that notes the day.
const CAMERAS: std::ops::RangeInclusive<i32> = 1990..=2200;

/// A face that is this sure, and upright, tells that the picture is.
const SURE: f64 = 0.88;

/// What is wanted of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Wish {
    /// Find the face, whichever way the picture lies, and propose the part around it.
    Propose,
    /// Turn it so many quarters, and propose.
    Turned(u8),
    /// This part of it, turned so many quarters.
    Part(u8, Crop),
}

/// A finished photograph.
#[derive(Debug, Clone, PartialEq)]
pub struct Portrait {
    /// JPEG of 413×531 pixels in sRGB, 300 to the inch.
    pub jpeg: Vec<u8>,
    /// JPEG of the whole, small and upright.
    pub preview: Vec<u8>,
    /// Quarter turns, clockwise, after the camera's own.
    pub turns: u8,
    /// The upright picture.
    pub size: Size,
    /// The part.
    pub crop: Crop,
    /// What was measured.
    pub measured: Measured,
    /// When it was taken, as the camera says.
    pub taken_on: Option<NaiveDate>,
}

/// A photograph before it is written as a file: pixels and numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Developed {
    /// 413×531 pixels in sRGB.
    pub photo: RgbImage,
    /// The whole, small and upright.
    pub preview: RgbImage,
    /// What is known of it.
    pub found: Found,
}

/// What is known of a photograph: the fields of [`Portrait`] of these names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    turns: u8,
    width: u32,
    height: u32,
    crop: Crop,
    measured: Measured,
    taken_on: Option<NaiveDate>,
}

impl Developed {
    /// Whether it can be what [`developed`] makes: it may come from a process that nobody vouches for.
    pub fn is_sound(&self) -> bool {
        let Found { turns, width, height, crop, ref measured, taken_on } = self.found;
        let pixels = u64::from(width) * u64::from(height);
        self.photo.dimensions() == (PHOTO_WIDTH, PHOTO_HEIGHT)
            && self.preview.width().max(self.preview.height()) <= PREVIEW
            && turns < 4
            && (1..=MOST_PIXELS).contains(&pixels)
            && crop.inside(Size { width, height }).is_near(&crop)
            && measured.is_sound()
            && taken_on.is_none_or(|day| CAMERAS.contains(&day.year()))
    }

    /// As files.
    pub fn written(self) -> Result<Portrait, PictureError> {
        let Found { turns, width, height, crop, measured, taken_on } = self.found;
        Ok(Portrait {
            jpeg: encode(&self.photo, QUALITY)?,
            preview: encode(&self.preview, 85)?,
            turns,
            size: Size { width, height },
            crop,
            measured,
            taken_on,
        })
    }
}

/// Makes the photograph of a picture, in this process: what a stranger brought is given to one of its own instead
/// (`ruqsat draw`). A picture that makes the decoder panic is a broken one.
pub fn portrait(bytes: &[u8], format: Format, wish: Wish) -> Result<Portrait, PictureError> {
    developed(bytes, format, wish)?.written()
}

/// The same, not yet written as a file.
pub fn developed(bytes: &[u8], format: Format, wish: Wish) -> Result<Developed, PictureError> {
    catch_unwind(|| develop(bytes, format, wish)).unwrap_or(Err(PictureError::Broken))
}

fn develop(bytes: &[u8], format: Format, wish: Wish) -> Result<Developed, PictureError> {
    let source = Source::open(bytes, format)?;
    let (turns, preview, faces) = match wish {
        Wish::Propose => upright(&source)?,
        Wish::Turned(turns) | Wish::Part(turns, _) => {
            let preview = source.small(turns % 4, PREVIEW)?;
            let faces = faces::find(&preview);
            (turns % 4, preview, faces)
        }
    };
    let size = source.size(turns);
    let faces = enlarged(&faces, &preview, size);
    let crop = match wish {
        Wish::Part(_, crop) => crop.inside(size),
        _ => Crop::propose(size, meant(&faces, size)),
    };
    let photo = source.part(turns, &crop)?;
    let pixels = Pixels { width: photo.width() as usize, height: photo.height() as usize, rgb: photo.as_raw() };
    let measured = measure(pixels, &crop, &faces);
    let Size { width, height } = size;
    let found = Found { turns, width, height, crop, measured, taken_on: taken_on(bytes) };
    Ok(Developed { photo, preview, found })
}

/// Which way is up: as the camera says, unless a face is surer otherwise. The network finds faces that lie, too, and
/// now and then one in a head that stands on its hair.
fn upright(source: &Source) -> Result<(u8, RgbImage, Vec<Face>), PictureError> {
    let first = source.small(0, PREVIEW)?;
    let mut turned = first.clone();
    let mut best = (0.0, 0, first, Vec::new());
    for turns in [0, 1, 2, 3] {
        if turns > 0 {
            turned = image::imageops::rotate90(&turned);
        }
        let faces = faces::find(&turned);
        let sure = faces.iter().map(|face| if face.is_upright() { face.sure } else { 0.0 }).fold(0.0, f64::max);
        if turns == 0 && sure >= SURE {
            return Ok((0, turned, faces));
        }
        // Faces that lie were found at 0.68 to 0.86, faces where there are none at up to 0.81, in the few pictures that were
        // at hand: see the README on how few.
        if sure > best.0 && (turns == 0 || sure >= SURE) {
            best = (sure, turns, turned.clone(), faces);
        }
    }
    Ok((best.1, best.2, best.3))
}

/// The face that the picture is of: the largest.
fn meant(faces: &[Face], size: Size) -> Option<&Face> {
    let all = Crop { x: 0.0, y: 0.0, width: f64::from(size.width.max(size.height)) };
    main_face(&all, faces).or(faces.first())
}

/// Faces of the small copy in pixels of the picture.
fn enlarged(faces: &[Face], small: &RgbImage, size: Size) -> Vec<Face> {
    let (across, down) =
        (f64::from(size.width) / f64::from(small.width()), f64::from(size.height) / f64::from(small.height()));
    faces.iter().map(|face| face.moved(|point| Point { x: point.x * across, y: point.y * down })).collect()
}

/// A whole picture as it is seen: upright, in sRGB, on white paper, its longer side of at most so many pixels.
pub fn whole(bytes: &[u8], format: Format, longest: u32) -> Result<RgbImage, PictureError> {
    Source::open(bytes, format)?.small(0, longest)
}

/// A smaller copy, its longer side of at most so many pixels.
pub fn shrunk(picture: &RgbImage, longest: u32) -> RgbImage {
    let scale = (f64::from(longest) / f64::from(picture.width().max(picture.height()))).min(1.0);
    let scaled = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    image::imageops::thumbnail(picture, scaled(picture.width()), scaled(picture.height()))
}

/// Pixels of a JPEG that this program wrote.
pub fn decoded(jpeg: &[u8]) -> Result<RgbImage, PictureError> {
    let picture = image::load_from_memory_with_format(jpeg, image::ImageFormat::Jpeg);
    Ok(picture.map_err(|_| PictureError::Broken)?.into_rgb8())
}

/// A picture as JPEG, without a word beside it.
pub fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, PictureError> {
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
    if (picture.width(), picture.height()) == (PHOTO_WIDTH, PHOTO_HEIGHT) {
        encoder.set_pixel_density(PixelDensity::dpi(DENSITY));
    }
    encoder
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|_| PictureError::Broken)?;
    Ok(jpeg)
}

/// The day on which the picture was taken, from the camera's notes (EXIF, `DateTimeOriginal`).
fn taken_on(bytes: &[u8]) -> Option<NaiveDate> {
    let notes = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes)).ok()?;
    let field = notes.get_field(exif::Tag::DateTimeOriginal, exif::In::PRIMARY)?;
    let exif::Value::Ascii(texts) = &field.value else { return None };
    let text = std::str::from_utf8(texts.first()?).ok()?;
    NaiveDate::parse_from_str(text.get(..10)?, "%Y:%m:%d").ok()
}
