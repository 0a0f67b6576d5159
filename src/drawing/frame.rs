//! What the drawing process says: a head of nine bytes (a sign and two numbers), then the pixels of a page.

use std::io::{self, Write};

use image::RgbImage;

use super::LONGEST;

/// Bytes of the numbers of a photograph: some 600.
pub const MOST_NUMBERS: u32 = 4096;
/// Bytes of a head.
pub const HEAD: usize = 9;

/// What a head says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// The document has so many pages.
    Pages(u32),
    /// A page of so many pixels across and down; three bytes for each follow.
    Page(u32, u32),
    /// The next page could not be drawn.
    Broken,
    /// So many bytes of JSON follow: the numbers of a photograph.
    Numbers(u32),
}

impl Head {
    /// As bytes.
    pub fn write(self) -> [u8; HEAD] {
        let (sign, one, other) = match self {
            Self::Pages(pages) => (b'N', pages, 0),
            Self::Page(width, height) => (b'P', width, height),
            Self::Broken => (b'X', 0, 0),
            Self::Numbers(length) => (b'M', length, 0),
        };
        let mut bytes = [sign; HEAD];
        bytes[1..5].copy_from_slice(&one.to_le_bytes());
        bytes[5..].copy_from_slice(&other.to_le_bytes());
        bytes
    }
    /// From bytes that nobody vouches for: a page larger than any that is asked for is none.
    pub fn read(bytes: [u8; HEAD]) -> Option<Self> {
        let [sign, a, b, c, d, e, f, g, h] = bytes;
        let (one, other) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h]));
        match sign {
            b'N' => Some(Self::Pages(one)),
            b'P' if (1..=LONGEST).contains(&one) && (1..=LONGEST).contains(&other) => Some(Self::Page(one, other)),
            b'X' => Some(Self::Broken),
            b'M' if one <= MOST_NUMBERS => Some(Self::Numbers(one)),
            _ => None,
        }
    }
}

/// Writes a page.
pub fn page(out: &mut impl Write, picture: &RgbImage) -> io::Result<()> {
    out.write_all(&Head::Page(picture.width(), picture.height()).write())?;
    out.write_all(picture.as_raw())?;
    out.flush()
}

/// Writes a head alone.
pub fn head(out: &mut impl Write, head: Head) -> io::Result<()> {
    out.write_all(&head.write())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_as_written_and_nothing_else_is() {
        for head in [Head::Pages(7), Head::Page(1, LONGEST), Head::Broken, Head::Numbers(MOST_NUMBERS)] {
            assert_eq!(Head::read(head.write()), Some(head));
        }
        for wrong in [
            Head::Page(0, 5),
            Head::Page(5, LONGEST + 1),
            Head::Page(u32::MAX, u32::MAX),
            Head::Numbers(MOST_NUMBERS + 1),
        ] {
            assert_eq!(Head::read(wrong.write()), None, "{wrong:?}");
        }
        assert_eq!(Head::read(*b"GIF89a..."), None);
    }
}
