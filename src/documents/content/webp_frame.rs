//! The picture inside a WebP: how large it is, by its first bytes (RFC 6386, 9.1; RFC 9649, 3.4).

/// How it is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// With loss: VP8.
    Lossy,
    /// Without: VP8L.
    Lossless,
}

impl Frame {
    /// So many first bytes say the size.
    pub fn beginning(self) -> usize {
        match self {
            Self::Lossy => 10,
            Self::Lossless => 5,
        }
    }

    /// Width and height by those bytes, of a picture of so many bytes in all; none when it is no picture.
    pub fn size(self, head: &[u8], bytes: u64) -> Option<(u64, u64)> {
        // A side of 16,384 pixels can be written without loss, and no program does it or reads it.
        let (sound, width, height) = match self {
            Self::Lossy => {
                // A key frame that is shown, and whose first part lies inside.
                let tag = number(&head[..3]);
                let sound = tag & 1 == 0 && tag & 0x10 != 0 && tag >> 5 < bytes && head[3..6] == [0x9D, 0x01, 0x2A];
                (sound, number(&head[6..8]) & 0x3FFF, number(&head[8..10]) & 0x3FFF)
            }
            Self::Lossless => {
                let said = number(&head[1..5]);
                let sound = head[0] == 0x2F && said >> 29 == 0;
                (sound, (1 + said) & 0x3FFF, (1 + (said >> 14)) & 0x3FFF)
            }
        };
        (sound && width > 0 && height > 0).then_some((width, height))
    }
}

/// A number, the lowest byte first.
pub fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
