//! Drawn papers: believable at a glance, of nobody.

use image::{ImageFormat, Rgb, RgbImage};
use rand::{Rng, RngExt};

const PAPER: Rgb<u8> = Rgb([250, 248, 240]);
const INK: Rgb<u8> = Rgb([45, 48, 60]);
const FADED: Rgb<u8> = Rgb([150, 152, 160]);
const STAMP: Rgb<u8> = Rgb([70, 80, 170]);

fn fill(picture: &mut RgbImage, x: u32, y: u32, width: u32, height: u32, colour: Rgb<u8>) {
    for row in y..(y + height).min(picture.height()) {
        for column in x..(x + width).min(picture.width()) {
            picture.put_pixel(column, row, colour);
        }
    }
}

fn ring(picture: &mut RgbImage, (cx, cy): (i64, i64), radius: i64, colour: Rgb<u8>) {
    for y in (cy - radius).max(0)..(cy + radius).min(i64::from(picture.height())) {
        for x in (cx - radius).max(0)..(cx + radius).min(i64::from(picture.width())) {
            let distance = (x - cx).pow(2) + (y - cy).pow(2);
            if distance <= radius.pow(2) && distance >= (radius - 4).pow(2) {
                picture.put_pixel(x as u32, y as u32, colour);
            }
        }
    }
}

/// A portrait of nobody, as somebody's phone took it.
pub fn portrait(chance: &mut impl Rng) -> Vec<u8> {
    encode(&super::portrait::draw(&super::portrait::Looks::any(chance)), ImageFormat::Jpeg)
}

/// A sheet of paper: a heading, lines of text, a signature, a round stamp.
pub fn sheet(chance: &mut impl Rng, lines: u32) -> RgbImage {
    let mut picture = RgbImage::from_pixel(620, 877, PAPER);
    let heading = chance.random_range(220..360);
    fill(&mut picture, 310 - heading / 2, 70, heading, 16, INK);
    fill(&mut picture, 250, 100, 120, 8, FADED);
    for line in 0..lines {
        let y = 160 + line * 30;
        let mut x = 70;
        let end = if line % 6 == 5 { chance.random_range(200..420) } else { 550 };
        while x < end {
            let word = chance.random_range(14..64);
            fill(&mut picture, x, y, word.min(550 - x.min(549)), 8, if line % 4 == 0 { INK } else { FADED });
            x += word + 9;
        }
    }
    let (x, y) = (chance.random_range(400..470), chance.random_range(700..760));
    ring(&mut picture, (x, y), 62, STAMP);
    ring(&mut picture, (x, y), 44, STAMP);
    for step in 0..130_u32 {
        let wave = (f64::from(step) / 9.0).sin() * 12.0;
        fill(&mut picture, 120 + step, (760.0 + wave) as u32, 3, 3, STAMP);
    }
    picture
}

/// The sheet as JPEG.
pub fn scan(chance: &mut impl Rng, lines: u32) -> Vec<u8> {
    encode(&sheet(chance, lines), ImageFormat::Jpeg)
}

/// The sheet as a PDF of one page: the JPEG wrapped as ISO 32000 wants it (catalogue, pages, page, contents, image).
pub fn pdf(chance: &mut impl Rng, lines: u32) -> Vec<u8> {
    let jpeg = scan(chance, lines);
    let drawing = b"q 595 0 0 842 0 0 cm /Im0 Do Q";
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let mut object = |file: &mut Vec<u8>, head: &str, stream: Option<&[u8]>| {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{head}\n", offsets.len()).bytes());
        if let Some(stream) = stream {
            file.extend(b"stream\n");
            file.extend(stream);
            file.extend(b"\nendstream\n");
        }
        file.extend(b"endobj\n");
    };
    object(&mut file, "<< /Type /Catalog /Pages 2 0 R >>", None);
    object(&mut file, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", None);
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
                /Resources << /XObject << /Im0 5 0 R >> >> >>";
    object(&mut file, page, None);
    object(&mut file, &format!("<< /Length {} >>", drawing.len()), Some(drawing));
    let image = format!(
        "<< /Type /XObject /Subtype /Image /Width 620 /Height 877 /ColorSpace /DeviceRGB /BitsPerComponent 8 \
         /Filter /DCTDecode /Length {} >>",
        jpeg.len()
    );
    object(&mut file, &image, Some(&jpeg));
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).bytes());
    for offset in &offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = offsets.len() + 1;
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

fn encode(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    // Writing into memory fails on a picture without pixels only, and ours have some.
    let _ = picture.write_to(&mut bytes, format);
    bytes.into_inner()
}
