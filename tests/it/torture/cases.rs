//! The torture set: pictures, strangers, and all together.

use image::ImageFormat;

use super::{pdfs, webps};
use crate::support::files;

/// A file, its ending, and the code of its refusal; none when it is to be taken.
pub struct Case {
    pub name: &'static str,
    pub ending: &'static str,
    pub content: Vec<u8>,
    pub refused: Option<&'static str>,
}

impl Case {
    /// As a person's computer calls it.
    pub fn file_name(&self) -> String {
        format!("{}.{}.{}", self.name, self.refused.unwrap_or("taken"), self.ending)
    }
}

pub fn bad(name: &'static str, ending: &'static str, content: Vec<u8>, code: &'static str) -> Case {
    Case { name, ending, content, refused: Some(code) }
}

pub fn good(name: &'static str, ending: &'static str, content: Vec<u8>) -> Case {
    Case { name, ending, content, refused: None }
}

/// Every case.
pub fn all() -> Vec<Case> {
    [jpegs(), pngs(), webps::webps(), pdfs::whole(), pdfs::active(), pdfs::told(), pdfs::packed(), strangers()]
        .into_iter()
        .flatten()
        .collect()
}

/// One after the other.
pub fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

fn jpeg() -> Vec<u8> {
    files::picture(64, 48, ImageFormat::Jpeg)
}

/// An archive with one empty file in it.
pub fn zip(name: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Where a marker of a JPEG stands.
fn marker(jpeg: &[u8], code: u8) -> usize {
    jpeg.windows(2).position(|two| two == [0xFF, code]).unwrap()
}

/// The same picture, claiming another size.
fn claiming(height: u16, width: u16) -> Vec<u8> {
    let mut jpeg = jpeg();
    let frame = marker(&jpeg, 0xC0);
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

/// A remark right after the beginning.
fn with_segment(code: u8, length: u16, content: &[u8]) -> Vec<u8> {
    joined(&[&[0xFF, 0xD8, 0xFF, code], &length.to_be_bytes(), content, &jpeg()[2..]])
}

fn jpegs() -> Vec<Case> {
    let whole = jpeg();
    let pixels = marker(&whole, 0xDA);
    // Each scan is a pass over all pixels.
    let scans =
        joined(&[&whole[..whole.len() - 2], &whole[pixels..whole.len() - 2].repeat(300), &whole[whole.len() - 2..]]);
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08mdatMotionPhoto_Data";
    vec![
        good("jpeg", "jpg", whole.clone()),
        good("jpeg-named-pdf", "pdf", whole.clone()),
        good("jpeg-with-a-film-behind", "jpg", joined(&[&whole, film])),
        good("jpeg-with-a-second-picture-behind", "jpg", joined(&[&whole, &whole])),
        good("jpeg-padded", "jpg", joined(&[&whole, &[0; 3_000]])),
        good("jpeg-with-fill-bytes", "jpg", joined(&[&whole[..2], &[0xFF; 9], &whole[2..]])),
        bad("jpeg-half", "jpg", whole[..whole.len() / 2].to_vec(), "file_truncated"),
        bad("jpeg-without-its-last-byte", "jpg", whole[..whole.len() - 1].to_vec(), "file_truncated"),
        bad("jpeg-of-four-bytes", "jpg", vec![0xFF, 0xD8, 0xFF, 0xE0], "file_truncated"),
        bad("jpeg-without-pixels", "jpg", vec![0xFF, 0xD8, 0xFF, 0xD9], "file_broken"),
        bad("jpeg-with-a-segment-of-no-length", "jpg", with_segment(0xFE, 0, b""), "file_broken"),
        bad("jpeg-bomb", "jpg", claiming(65_500, 65_500), "file_pixels"),
        bad("jpeg-of-no-height", "jpg", claiming(0, 64), "file_broken"),
        bad("jpeg-of-many-scans", "jpg", scans, "file_pixels"),
        bad("jpeg-and-zip", "jpg", joined(&[&whole, &zip("a.txt")]), "file_mixed"),
        bad("jpeg-and-jar-in-a-remark", "jpg", with_segment(0xFE, 24, &zip_end()), "file_mixed"),
        bad("jpeg-and-page", "jpg", joined(&[&whole, b"<HTML><script>alert(1)</script>"]), "file_mixed"),
        bad("jpeg-and-pdf-in-a-remark", "jpg", with_segment(0xFE, 11, b"%PDF-1.4\n"), "file_mixed"),
        bad("jpeg-and-pdf-behind", "jpg", joined(&[&whole, &files::pdf("behind")]), "file_mixed"),
        bad("jpeg-and-rar", "jpg", joined(&[&whole, b"Rar!\x1A\x07\x01\0"]), "file_mixed"),
    ]
}

/// An empty archive.
fn zip_end() -> Vec<u8> {
    joined(&[b"PK\x05\x06", &[0; 18]])
}

/// A chunk of a PNG with its check sum.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(content);
    joined(&[&(content.len() as u32).to_be_bytes(), name, content, &sum.sum().to_be_bytes()])
}

const MARK: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The head of a PNG.
fn head(width: u32, height: u32, bits: u8, colour: u8) -> Vec<u8> {
    chunk(b"IHDR", &joined(&[&width.to_be_bytes(), &height.to_be_bytes(), &[bits, colour, 0, 0, 0]]))
}

fn pngs() -> Vec<Case> {
    let whole = files::png();
    let end = chunk(b"IEND", b"");
    let claims =
        |width, height, bits, colour| joined(&[MARK, &head(width, height, bits, colour), &chunk(b"IDAT", b"x"), &end]);
    vec![
        good("png", "png", whole.clone()),
        good("png-padded", "png", joined(&[&whole, b"\0\0\r\n"])),
        bad("png-without-its-end", "png", whole[..whole.len() - 12].to_vec(), "file_truncated"),
        bad("png-cut-in-its-pixels", "png", whole[..whole.len() / 2].to_vec(), "file_truncated"),
        bad("png-of-eight-bytes", "png", MARK.to_vec(), "file_truncated"),
        bad("png-bomb", "png", claims(65_535, 65_535, 8, 2), "file_pixels"),
        bad("png-bomb-of-deep-colours", "png", claims(9_000, 9_000, 16, 6), "file_pixels"),
        bad("png-bomb-of-the-largest-number", "png", claims(u32::MAX, u32::MAX, 16, 6), "file_pixels"),
        bad("png-of-no-width", "png", claims(0, 10, 8, 2), "file_broken"),
        bad("png-of-no-colours", "png", claims(10, 10, 8, 7), "file_broken"),
        bad("png-without-pixels", "png", joined(&[MARK, &head(10, 10, 8, 2), &end]), "file_broken"),
        bad("png-without-head", "png", joined(&[MARK, &chunk(b"IDAT", b"x"), &end]), "file_broken"),
        bad("png-of-a-wrong-sum", "png", joined(&[&whole[..30], b"!", &whole[31..]]), "file_broken"),
        bad("png-of-rubbish", "png", joined(&[MARK, b"rubbish rubbish rubbish"]), "file_broken"),
        bad("png-and-zip", "png", joined(&[&whole, &zip("a.txt")]), "file_mixed"),
        bad("png-and-page", "png", joined(&[&whole, b"<html>"]), "file_mixed"),
        bad("png-and-one-byte", "png", joined(&[&whole, b"x"]), "file_mixed"),
        bad(
            "png-and-pdf-in-a-remark",
            "png",
            joined(&[&whole[..33], &chunk(b"tEXt", b"a\0%PDF-1.4"), &whole[33..]]),
            "file_mixed",
        ),
    ]
}

fn strangers() -> Vec<Case> {
    let compound = joined(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[0; 600]]);
    vec![
        bad("nothing", "pdf", Vec::new(), "file_empty"),
        bad("page", "pdf", b"<!DOCTYPE html><title>x</title><script>alert(1)</script>".to_vec(), "file_web"),
        bad("drawing", "png", b"<?xml version=\"1.0\"?><svg xmlns=\"x\" onload=\"alert(1)\"/>".to_vec(), "file_web"),
        bad("text-of-an-office", "docx", zip("[Content_Types].xml"), "file_office"),
        bad("table-of-an-office", "ods", zip("xl/workbook.xml"), "file_office"),
        bad("old-text-of-an-office", "doc", compound, "file_office"),
        bad("archive", "pdf", zip("passport.pdf"), "file_archive"),
        bad("picture-of-a-phone", "jpg", b"\0\0\0\x24ftypheic\0\0\0\0mif1heicmeta".to_vec(), "file_heic"),
        bad("film", "jpg", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec(), "file_format"),
        bad("avif", "jpg", b"\0\0\0\x1Cftypavif\0\0\0\0avifmif1miaf".to_vec(), "file_other_picture"),
        bad("sound", "webp", b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), "file_format"),
        bad("gif", "png", b"GIF89a\x01\0\x01\0".to_vec(), "file_other_picture"),
        bad("tiff", "jpg", b"II*\0\x08\0\0\0".to_vec(), "file_other_picture"),
        bad("program", "pdf", b"MZ\x90\0\x03\0 This program cannot be run".to_vec(), "file_format"),
        bad("words", "pdf", "Менің паспортым".as_bytes().to_vec(), "file_format"),
        bad("zeros", "jpg", vec![0; 5_000], "file_format"),
    ]
}
