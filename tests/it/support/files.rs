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

/// A PDF with a page for each of these drawings (operators of PDF), of that size in points; its text is Helvetica, `/F`.
pub fn pdf_of_pages(size: (u32, u32), drawings: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..drawings.len()).map(|i| format!("{} 0 R", 4 + 2 * i)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), drawings.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    for (i, drawing) in drawings.iter().enumerate() {
        let (contents, (width, height)) = (5 + 2 * i, size);
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {contents} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        ));
        objects.push(format!("<</Length {}>>\nstream\n{drawing}\nendstream", drawing.len()));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut offsets = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", i + 1));
    }
    let (start, count) = (file.len(), objects.len() + 1);
    file.push_str(&format!("xref\n0 {count}\n0000000000 65535 f \n"));
    offsets.iter().for_each(|offset| file.push_str(&format!("{offset:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}
