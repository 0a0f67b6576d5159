//! The torture set: WebP.

use image::ImageFormat;

use super::cases::{Case, bad, good, joined, zip};
use crate::support::files;
use crate::support::webp::{EXIF, MOVES, RED, SEE_THROUGH, XMP, canvas, chunk, claiming, file};

/// Notes of a camera: TIFF with which way is up, and what leads to the place where it was.
fn notes() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, value: u32| {
        joined(&[&tag.to_le_bytes(), &kind.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()])
    };
    let place = joined(&[&1_u16.to_le_bytes(), &entry(0x0001, 2, u32::from(b'N')), &[0; 4]]);
    joined(&[b"II*\0\x08\0\0\0", &2_u16.to_le_bytes(), &entry(0x0112, 3, 6), &entry(0x8825, 4, 38), &[0; 4], &place])
}

/// Without loss, claiming a size.
fn lossless_claiming(width: u32, height: u32) -> Vec<u8> {
    let said = (width - 1) | (height - 1) << 14;
    file(&[chunk(b"VP8L", &joined(&[b"\x2F", &said.to_le_bytes(), b"pixels"]))])
}

/// The same file, saying that it has so many bytes more or fewer.
fn of_length(mut webp: Vec<u8>, more: i32) -> Vec<u8> {
    let length = (webp.len() as i32 - 8 + more) as u32;
    webp[4..8].copy_from_slice(&length.to_le_bytes());
    webp
}

pub fn webps() -> Vec<Case> {
    let red = || chunk(b"VP8 ", &RED);
    let lossy = file(&[red()]);
    let lossless = files::picture(64, 48, ImageFormat::WebP);
    // Transparent to a half: not packed, a byte for each of four pixels.
    let clear = || chunk(b"ALPH", &[0, 128, 128, 128, 128]);
    let half_clear = file(&[canvas(SEE_THROUGH, 2, 2), clear(), red()]);
    let whole_without_loss = file(&[canvas(0, 64, 48), lossless[12..].to_vec()]);
    let noted = file(&[canvas(EXIF, 2, 2), red(), chunk(b"EXIF", &notes())]);
    let frame = joined(&[&[0; 6], &[1, 0, 0, 1, 0, 0, 100, 0, 0, 0], &red()]);
    let moving =
        |flags| file(&[canvas(flags, 2, 2), chunk(b"ANIM", &[0; 6]), chunk(b"ANMF", &frame), chunk(b"ANMF", &frame)]);
    let oddly = file(&[red(), chunk(b"odd ", b"1")]);
    let mut no_key = RED;
    no_key[0] |= 1;
    vec![
        good("webp", "webp", lossy.clone()),
        good("webp-named-jpg", "jpg", lossy.clone()),
        good("webp-without-loss", "webp", lossless.clone()),
        good("webp-without-loss-on-a-canvas", "webp", whole_without_loss),
        good("webp-half-transparent", "webp", half_clear),
        good("webp-on-its-side-with-its-place", "webp", noted.clone()),
        good("webp-padded", "webp", joined(&[&lossy, b"\0\0\r\n"])),
        good("webp-without-its-last-padding", "webp", of_length(oddly[..oddly.len() - 1].to_vec(), 0)),
        bad("webp-that-moves", "webp", moving(MOVES), "file_moving"),
        bad("webp-that-moves-unsaid", "webp", moving(0), "file_moving"),
        bad("webp-half", "webp", lossless[..lossless.len() / 2].to_vec(), "file_truncated"),
        bad("webp-without-its-last-byte", "webp", noted[..noted.len() - 1].to_vec(), "file_truncated"),
        bad("webp-of-twelve-bytes", "webp", lossy[..12].to_vec(), "file_truncated"),
        bad("webp-of-too-long-a-length", "webp", of_length(lossy.clone(), 100), "file_truncated"),
        bad("webp-of-too-short-a-length", "webp", of_length(lossy.clone(), -10), "file_broken"),
        bad("webp-of-no-length", "webp", joined(&[b"RIFF\0\0\0\0", &lossy[8..]]), "file_broken"),
        bad("webp-of-rubbish", "webp", joined(&[&of_length(lossy.clone(), 0)[..12], &[7; 60]]), "file_broken"),
        bad("webp-of-two-sizes", "webp", file(&[canvas(0, 64, 48), red()]), "file_broken"),
        bad("webp-of-two-pictures", "webp", file(&[canvas(0, 2, 2), red(), red()]), "file_broken"),
        bad("webp-of-no-width", "webp", file(&[claiming(0, 2)]), "file_broken"),
        bad("webp-that-is-half-a-film", "webp", file(&[chunk(b"VP8 ", &no_key)]), "file_broken"),
        bad("webp-without-pixels", "webp", file(&[canvas(EXIF, 2, 2), chunk(b"EXIF", &notes())]), "file_broken"),
        bad("webp-without-the-notes-it-tells-of", "webp", file(&[canvas(XMP, 2, 2), red()]), "file_broken"),
        bad("webp-without-the-veil-it-tells-of", "webp", file(&[canvas(SEE_THROUGH, 2, 2), red()]), "file_broken"),
        bad("webp-bomb", "webp", file(&[claiming(16_383, 16_383)]), "file_pixels"),
        bad("webp-bomb-without-loss", "webp", lossless_claiming(16_383, 16_383), "file_pixels"),
        bad("webp-bomb-of-a-canvas", "webp", file(&[canvas(0, 1 << 24, 1 << 24), red()]), "file_pixels"),
        bad(
            "webp-bomb-that-is-transparent",
            "webp",
            file(&[canvas(SEE_THROUGH, 9_000, 9_000), clear(), claiming(9_000, 9_000)]),
            "file_see_through",
        ),
        bad("webp-and-zip", "webp", joined(&[&lossy, &zip("a.txt")]), "file_mixed"),
        bad("webp-and-page", "webp", joined(&[&lossy, b"<html><script>alert(1)</script>"]), "file_mixed"),
        bad("webp-and-one-byte", "webp", joined(&[&lossy, b"x"]), "file_mixed"),
        bad(
            "webp-and-jar-in-a-remark",
            "webp",
            file(&[red(), chunk(b"note", &joined(&[b"PK\x05\x06", &[0; 18]]))]),
            "file_mixed",
        ),
        bad("webp-and-pdf-in-a-remark", "webp", file(&[red(), chunk(b"note", b"%PDF-1.4")]), "file_mixed"),
    ]
}
