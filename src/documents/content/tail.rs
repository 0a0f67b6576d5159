//! What stands behind the end of a file: padding, what cameras put there, or another file.

/// Marks of files that other programs would open, in small letters.
const MARKS: [&[u8]; 10] = [
    b"<html",
    b"<!doctype",
    b"<script",
    b"<svg",
    b"<?php",
    b"<iframe",
    b"%pdf-",
    b"rar!\x1A\x07",
    b"7z\xBC\xAF\x27\x1C",
    b"pk\x03\x04",
];

/// Looks for another file behind the end of a picture. Phones put second pictures, films and notes of their own there,
/// so not every byte is one too many.
#[derive(Debug, Default)]
pub struct Tail {
    /// The last bytes, the newest lowest.
    last: u128,
    found: bool,
}

impl Tail {
    /// Looks at the next bytes.
    pub fn feed(&mut self, piece: &[u8]) {
        for byte in piece {
            self.last = (self.last << 8) | u128::from(byte.to_ascii_lowercase());
            self.found |= MARKS.iter().any(|mark| self.ends_with(mark));
        }
    }
    fn ends_with(&self, mark: &[u8]) -> bool {
        let bytes = self.last.to_be_bytes();
        bytes.ends_with(mark)
    }
    /// Whether there is another file.
    pub fn has_a_file(&self) -> bool {
        self.found
    }
}

/// Whether any mark of another file stands in a text.
pub fn marks(text: &[u8]) -> bool {
    let mut tail = Tail::default();
    tail.feed(text);
    tail.found
}

/// Looks for the end of an archive (ZIP and all that is one: DOCX, JAR, APK), by which programs recognise it.
#[derive(Debug, Default)]
pub struct ZipEnd {
    /// The last 21 bytes.
    carry: Vec<u8>,
    archive: bool,
    bytes: u64,
    /// Bytes of the remark that the last end announced, and where it began.
    ends_at: u64,
}

/// The end of a central directory, without its remark.
const END: usize = 22;

impl ZipEnd {
    /// Looks at the next bytes.
    pub fn feed(&mut self, piece: &[u8]) {
        self.carry.extend_from_slice(&piece[..piece.len().min(END - 1)]);
        let joint = std::mem::take(&mut self.carry);
        let before = self.bytes - (joint.len() - piece.len().min(END - 1)) as u64;
        self.search(&joint, before);
        self.search(piece, self.bytes);
        self.bytes += piece.len() as u64;
        let rest = if piece.len() >= END - 1 { &piece[piece.len() - (END - 1)..] } else { &joint[..] };
        self.carry = rest[rest.len().saturating_sub(END - 1)..].to_vec();
    }
    fn search(&mut self, bytes: &[u8], begins_at: u64) {
        for at in memchr::memmem::find_iter(bytes, b"PK\x05\x06") {
            let Some(end) = bytes.get(at..at + END) else { break };
            let word = |at: usize| u32::from(end[at]) | u32::from(end[at + 1]) << 8;
            let long = |at: usize| u64::from(word(at)) | u64::from(word(at + 2)) << 16;
            let position = begins_at + at as u64;
            // One disk, as many entries here as in all, and a directory that lies before its end.
            let one_disk = word(4) == 0 && word(6) == 0 && word(8) == word(10);
            if one_disk && long(12).saturating_add(long(16)) <= position {
                self.archive = true;
                self.ends_at = position + END as u64 + u64::from(word(20));
            }
        }
    }
    /// Whether programs would find an archive, whatever else it is. They look through the last 64 KB.
    pub fn is_archive(&self) -> bool {
        self.archive && self.bytes <= self.ends_at + (1 << 16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty archive.
    const EMPTY: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

    #[test]
    fn an_archive_is_found_wherever_the_pieces_are_cut() {
        let file = [&b"\xFF\xD8 picture"[..], EMPTY].concat();
        for cut in 0..=file.len() {
            let mut zip = ZipEnd::default();
            zip.feed(&file[..cut]);
            zip.feed(&file[cut..]);
            assert!(zip.is_archive(), "{cut}");
        }
        let mut byte_by_byte = ZipEnd::default();
        file.iter().for_each(|byte| byte_by_byte.feed(&[*byte]));
        assert!(byte_by_byte.is_archive());
    }

    #[test]
    fn four_bytes_by_chance_are_no_archive() {
        let mut zip = ZipEnd::default();
        zip.feed(b"PK\x05\x06 and whatever follows in a picture");
        assert!(!zip.is_archive());
        let mut far = ZipEnd::default();
        far.feed(EMPTY);
        far.feed(&vec![7; 70_000]);
        assert!(!far.is_archive(), "nobody looks so far from the end");
    }

    #[test]
    fn what_phones_add_is_no_file_and_a_page_is() {
        assert!(!marks(b"\0\0\0\x18ftypmp42 MotionPhoto_Data \xFF\xD8\xFF\xE1 Exif <x:xmpmeta> SEFT"));
        assert!(marks(b"\0\0<ScRiPt>alert(1)</script>"));
    }
}
