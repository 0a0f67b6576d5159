//! What a file is that is not taken: so that the refusal can say what to do with it.

use super::Fault;

/// The fault of a file whose first bytes are none of a format that is taken.
pub fn fault(head: &[u8]) -> Fault {
    if head.is_empty() {
        return Fault::Empty;
    }
    let has = |mark: &[u8]| memchr::memmem::find(head, mark).is_some();
    if head.get(4..8) == Some(b"ftyp") {
        return match head.get(8..12) {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => Fault::Heic,
            Some(b"avif" | b"avis") => Fault::OtherPicture,
            _ => Fault::Format, // a film
        };
    }
    if head.starts_with(b"PK\x03\x04") {
        // What office programs store is a ZIP with these names at its beginning.
        let office =
            [&b"[Content_Types].xml"[..], b"mimetypeapplication/vnd.oasis", b"word/", b"xl/", b"ppt/", b"_rels/"];
        return if office.iter().any(|name| has(name)) { Fault::Office } else { Fault::Archive };
    }
    const OFFICE: [&[u8]; 2] = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"{\\rtf"];
    const PACKED: [&[u8]; 5] = [b"Rar!\x1A\x07", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B", b"BZh", b"PK\x05\x06"];
    const PICTURES: [&[u8]; 8] =
        [b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\xFF\x0A", b"\0\0\0\x0CJXL ", b"\0\0\0\x0CjP  ", b"8BPS"];
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| head.starts_with(mark));
    if begins(&OFFICE) {
        return Fault::Office;
    }
    if begins(&PACKED) {
        return Fault::Archive;
    }
    if begins(&PICTURES) {
        return Fault::OtherPicture;
    }
    if has(b"%PDF-") {
        return Fault::Mixed; // something stands before it
    }
    let text = head.to_ascii_lowercase();
    let web = [&b"<!doctype"[..], b"<html", b"<svg", b"<script", b"<?xml", b"<body", b"<head"];
    if web.iter().any(|mark| memchr::memmem::find(&text, mark).is_some()) {
        return Fault::Web;
    }
    Fault::Format
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_bring_by_mistake_is_known() {
        for (head, expected) in [
            (&b""[..], Fault::Empty),
            (b"\0\0\0\x24ftypheic\0\0\0\0mif1heic", Fault::Heic),
            (b"\0\0\0\x20ftypisom\0\0\x02\0", Fault::Format),
            (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml", Fault::Office),
            (b"PK\x03\x04\x14\0\0\0\0\0scans/1.jpg", Fault::Archive),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", Fault::Office),
            (b"RIFF\x10\0\0\0WAVEfmt ", Fault::Format),
            (b"GIF89a\x01\0\x01\0", Fault::OtherPicture),
            (b"\xEF\xBB\xBF <?xml version='1.0'?><svg onload=''/>", Fault::Web),
            (b"<!DOCTYPE HTML><p>", Fault::Web),
            (b"junk\n%PDF-1.4", Fault::Mixed),
            (b"MZ\x90\0", Fault::Format),
        ] {
            assert_eq!(fault(head), expected, "{}", head.escape_ascii());
        }
    }
}
