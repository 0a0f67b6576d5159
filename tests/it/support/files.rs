//! Files as people bring them: small, but of the right format by content.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A PDF of one empty page, with a remark that makes it this one.
pub fn pdf(remark: &str) -> Vec<u8> {
    pdf_with(&[], remark)
}

/// A PDF of exactly so many bytes: what is missing stands in a stream.
pub fn pdf_of(bytes: usize) -> Vec<u8> {
    let stream = |padding: usize| format!("<</Length {padding:010}>>stream\n{}\nendstream", " ".repeat(padding));
    let bare = pdf_with(&[stream(0).into_bytes()], "large").len();
    // The tables hold the length in ten digits, and where they begin in as many as it takes.
    let guess = bytes.checked_sub(bare).expect("no PDF is so small");
    let made = |padding: usize| pdf_with(&[stream(padding).into_bytes()], "large");
    let over = made(guess).len() - bytes;
    let pdf = made(guess - over);
    assert_eq!(pdf.len(), bytes);
    pdf
}

/// A PDF of one empty page with more objects, from number 4 on.
pub fn pdf_with(objects: &[Vec<u8>], remark: &str) -> Vec<u8> {
    pdf_of_root("/Type/Catalog/Pages 2 0 R", objects, remark)
}

/// A PDF whose catalogue says this.
pub fn pdf_of_root(root: &str, objects: &[Vec<u8>], remark: &str) -> Vec<u8> {
    let mut file = format!("%PDF-1.7\n% {remark}\n").into_bytes();
    let own = [
        format!("<<{root}>>").into_bytes(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_vec(),
    ];
    let mut offsets = Vec::new();
    for object in own.iter().chain(objects) {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj", offsets.len()).bytes());
        file.extend(object);
        file.extend(b"endobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).bytes());
    offsets.iter().for_each(|offset| file.extend(format!("{offset:010} 00000 n \n").bytes()));
    let size = offsets.len() + 1;
    file.extend(format!("trailer<</Root 1 0 R/Size {size}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

/// A PNG.
pub fn png() -> Vec<u8> {
    picture(40, 30, ImageFormat::Png)
}

/// A portrait in the proportions of 35×45 mm, large enough to print.
pub fn portrait() -> Vec<u8> {
    picture(700, 900, ImageFormat::Jpeg)
}

/// A picture of that size.
pub fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut picture = RgbImage::from_pixel(width, height, Rgb([235, 235, 235]));
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        // A head before a light wall.
        let (dx, dy) = (f64::from(x) / f64::from(width) - 0.5, f64::from(y) / f64::from(height) - 0.45);
        if (dx / 0.25).powi(2) + (dy / 0.33).powi(2) < 1.0 {
            *pixel = Rgb([190, 150, 130 + (x % 32) as u8]);
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}
