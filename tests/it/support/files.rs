//! Files as people bring them: small, but of the right format by content.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A PDF of one empty page, with a remark that makes it this one.
pub fn pdf(remark: &str) -> Vec<u8> {
    format!(
        "%PDF-1.4\n% {remark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    .into_bytes()
}

/// A PDF of about so many bytes.
pub fn pdf_of(bytes: usize) -> Vec<u8> {
    let mut pdf = pdf("large");
    pdf.resize(bytes, b' ');
    pdf
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
