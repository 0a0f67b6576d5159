//! WebP: its chunks put together by hand, and pictures with loss, which only libwebp writes.

use std::io::Write;
use std::process::{Command, Stdio};

use image::{DynamicImage, ImageFormat, RgbImage};

use super::files;

/// What an extended file says of its other chunks.
pub const SEE_THROUGH: u8 = 0x10;
pub const EXIF: u8 = 0x08;
pub const XMP: u8 = 0x04;
pub const MOVES: u8 = 0x02;

/// Two red pixels across and down, with loss: an image of libwebp, without what is around it.
pub const RED: [u8; 48] = [
    0xD0, 0x01, 0x00, 0x9D, 0x01, 0x2A, 0x02, 0x00, 0x02, 0x00, 0x02, 0x00, 0x34, 0x25, 0xA0, 0x02, 0x74, 0xBA, 0x01,
    0xF8, 0x00, 0x03, 0xB0, 0x00, 0xFE, 0xF0, 0xC4, 0x0B, 0xFF, 0x20, 0xB9, 0x61, 0x75, 0xC8, 0xD7, 0xFF, 0x20, 0x3F,
    0xE4, 0x07, 0xFC, 0x80, 0xFF, 0xF8, 0xF2, 0x00, 0x00, 0x00,
];

/// A chunk, padded to an even length.
pub fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let padding = &[0][..content.len() % 2];
    [name, &(content.len() as u32).to_le_bytes()[..], content, padding].concat()
}

/// A file of these chunks.
pub fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
    let chunks = chunks.concat();
    [b"RIFF", &(chunks.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &chunks].concat()
}

/// The first chunk of an extended file: what else there is, and the canvas.
pub fn canvas(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let side = |length: u32| (length - 1).to_le_bytes();
    chunk(b"VP8X", &[&[flags, 0, 0, 0], &side(width)[..3], &side(height)[..3]].concat())
}

/// The red pixels, claiming another size.
pub fn claiming(width: u16, height: u16) -> Vec<u8> {
    let mut red = RED;
    red[6..8].copy_from_slice(&width.to_le_bytes());
    red[8..10].copy_from_slice(&height.to_le_bytes());
    chunk(b"VP8 ", &red)
}

/// A picture as a file without loss.
pub fn lossless(picture: &RgbImage) -> Vec<u8> {
    files::encoded(DynamicImage::from(picture.clone()), ImageFormat::WebP)
}

/// A picture as a file with loss, as phones and pages of the web have it (Debian: webp).
pub fn lossy(picture: &RgbImage) -> Vec<u8> {
    let mut cwebp = Command::new("cwebp")
        .args(["-quiet", "-q", "90", "-o", "-", "--", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("cwebp, which tests/tools/install brings: {error}"));
    let pnm = [format!("P6\n{} {}\n255\n", picture.width(), picture.height()).as_bytes(), picture.as_raw()].concat();
    let mut input = cwebp.stdin.take().unwrap();
    // It reads all before it writes.
    input.write_all(&pnm).unwrap();
    drop(input);
    let made = cwebp.wait_with_output().unwrap();
    assert!(made.status.success(), "cwebp");
    made.stdout
}

/// The same picture with notes behind it.
pub fn noted(webp: &[u8], (width, height): (u32, u32), exif: &[u8], xmp: &[u8]) -> Vec<u8> {
    file(&[canvas(EXIF | XMP, width, height), webp[12..].to_vec(), chunk(b"EXIF", exif), chunk(b"XMP ", xmp)])
}
