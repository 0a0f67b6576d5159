//! Pictures of people: drawn ones, and the few that packages ship.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};
use ruqsat::demo::portrait::Looks;

use crate::support::sources::fetched;

/// Somebody before a light grey wall.
pub const PLAIN: Looks = Looks {
    skin: [222, 182, 150],
    hair: [40, 32, 28],
    coat: [58, 74, 104],
    scarf: None,
    glasses: false,
    wall: [222, 224, 226],
};

/// A picture as a file.
pub fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with a camera's notes: how it lies (EXIF, `Orientation`) and when it was taken (`DateTimeOriginal`).
pub fn with_notes(jpeg: &[u8], orientation: u16, taken: &str) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = Vec::new();
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
        bytes
    };
    // TIFF, little-endian: two entries, of which the second leads to a directory of one.
    let mut notes = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    notes.extend(2_u16.to_le_bytes());
    notes.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    notes.extend(entry(0x8769, 4, 1, 38));
    notes.extend(0_u32.to_le_bytes());
    notes.extend(1_u16.to_le_bytes());
    notes.extend(entry(0x9003, 2, 20, 56));
    notes.extend(0_u32.to_le_bytes());
    notes.extend(taken.bytes().chain([0]));
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1];
    bytes.extend((notes.len() as u16 + 2).to_be_bytes());
    bytes.extend(notes);
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A photograph that a package ships.
pub fn of_people(name: &str) -> Vec<u8> {
    std::fs::read(fetched("people").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
