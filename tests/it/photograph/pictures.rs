//! Pictures of people: drawn ones, and the few that packages ship.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};

pub use crate::support::files::PLAIN;
use crate::support::sources::fetched;
use crate::support::webp;

/// A picture as a file.
pub fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Where it was taken: degrees, minutes, hundredths of seconds, as EXIF writes them.
const PLACE: [u8; 24] = [43, 0, 0, 0, 1, 0, 0, 0, 14, 0, 0, 0, 1, 0, 0, 0, 0x73, 0x07, 0, 0, 100, 0, 0, 0];
/// What the notes of [`with_notes`] say beside which way is up: whose it is, where and when it was taken.
const NOTES: [&[u8]; 8] = [
    b"Exif\0",
    b"Asqar's telephone",
    b"12:13:14",
    &PLACE,
    b"2025:02:04",
    b"http://ns.adobe.com/xap/1.0/",
    b"At home, Abay 10",
    b"Almaty, Medeu",
];

/// Which of its notes a file still holds.
pub fn notes_in(bytes: &[u8]) -> Vec<String> {
    let held = NOTES.iter().filter(|note| bytes.windows(note.len()).any(|part| part == **note));
    held.map(|note| String::from_utf8_lossy(note).into_owned()).collect()
}

/// A value of EXIF: tag, type, count, bytes.
type Noted<'a> = (u16, u16, u32, &'a [u8]);

/// A directory of EXIF that lies at this place: its entries, then what does not fit into them.
fn directory(at: usize, entries: &[Noted<'_>]) -> Vec<u8> {
    let far = at + 2 + 12 * entries.len() + 4;
    let (mut table, mut values) = ((entries.len() as u16).to_le_bytes().to_vec(), Vec::<u8>::new());
    for (tag, kind, count, value) in entries {
        table.extend(tag.to_le_bytes());
        table.extend(kind.to_le_bytes());
        table.extend(count.to_le_bytes());
        if value.len() <= 4 {
            table.extend(value.iter().chain(&[0; 4]).take(4));
        } else {
            table.extend(((far + values.len()) as u32).to_le_bytes());
            values.extend(value.iter().chain(&[0; 1]).take(value.len().next_multiple_of(2)));
        }
    }
    [table, vec![0; 4], values].concat()
}

/// What is written beside the place in XMP.
const XMP: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
     <rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='43,14.3178N'/></rdf:RDF></x:xmpmeta>";

/// EXIF as a camera writes it: how the picture lies (`Orientation`), when (`DateTimeOriginal`) and where it was taken.
fn exif(orientation: u16, taken: &str) -> Vec<u8> {
    let taken = [taken.as_bytes(), b"\0"].concat();
    // TIFF, little-endian. What is led to comes first.
    let exif = directory(8, &[(0x9003, 2, 20, &taken)]);
    let at_gps = 8 + exif.len();
    let gps = directory(
        at_gps,
        &[(1, 2, 2, b"N\0"), (2, 5, 3, &PLACE), (3, 2, 2, b"E\0"), (4, 5, 3, &PLACE), (29, 2, 11, b"2025:02:04\0")],
    );
    let at_first = at_gps + gps.len();
    let first = directory(
        at_first,
        &[
            (0x0110, 2, 18, b"Asqar's telephone\0"),
            (0x0112, 3, 1, &orientation.to_le_bytes()),
            (0x0132, 2, 20, b"2025:02:04 12:13:14\0"),
            (0x8769, 4, 1, &8_u32.to_le_bytes()),
            (0x8825, 4, 1, &(at_gps as u32).to_le_bytes()),
        ],
    );
    [&b"II*\0"[..], &(at_first as u32).to_le_bytes(), &exif, &gps, &first].concat()
}

/// A WebP with what a camera and a program beside it write down, EXIF and XMP.
pub fn webp_with_notes(webp: &[u8], size: (u32, u32), orientation: u16, taken: &str) -> Vec<u8> {
    webp::noted(webp, size, &exif(orientation, taken), XMP.as_bytes())
}

/// A JPEG with all that a camera and a program beside it write down: EXIF; XMP; what IPTC keeps for agencies; and a remark.
pub fn with_notes(jpeg: &[u8], orientation: u16, taken: &str) -> Vec<u8> {
    let tiff = exif(orientation, taken);
    let city = b"\x1C\x02\x5A\0\x0DAlmaty, Medeu";
    let agency = [&b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x12"[..], city].concat();
    let mut bytes = vec![0xFF, 0xD8];
    for (marker, notes) in [
        (0xE1, [&b"Exif\0\0"[..], &tiff].concat()),
        (0xE1, [&b"http://ns.adobe.com/xap/1.0/\0"[..], XMP.as_bytes()].concat()),
        (0xED, agency),
        (0xFE, b"At home, Abay 10".to_vec()),
    ] {
        bytes.extend([0xFF, marker]);
        bytes.extend((notes.len() as u16 + 2).to_be_bytes());
        bytes.extend(notes);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A photograph that a package ships.
pub fn of_people(name: &str) -> Vec<u8> {
    std::fs::read(fetched("people").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
