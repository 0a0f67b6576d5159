//! Files as people bring them: small, but of the right format by content.

use std::io::Cursor;
use std::sync::OnceLock;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use rand::SeedableRng;
use rand::rngs::StdRng;
use ruqsat::demo::pictures;
use ruqsat::demo::portrait::{Looks, draw};

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
    let own = [
        format!("<<{root}>>").into_bytes(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_vec(),
    ];
    pdf_of_objects(&[&own[..], objects].concat(), remark)
}

/// A PDF of these objects, the catalogue first.
fn pdf_of_objects(objects: &[Vec<u8>], remark: &str) -> Vec<u8> {
    let mut file = format!("%PDF-1.7\n% {remark}\n").into_bytes();
    let mut offsets = Vec::new();
    for object in objects {
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

/// A page of a paper as a scanner makes it: heading, lines, stamp and signature, of nobody.
pub fn scan(page: usize) -> Vec<u8> {
    static PAGES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let drawn = |page| pictures::scan(&mut StdRng::seed_from_u64(page), 18);
    PAGES.get_or_init(|| (0..4).map(drawn).collect())[page % 4].clone()
}

/// A paper of several pages as a scanner makes it, a picture a page, with a remark that makes it this one.
pub fn scanned(pages: usize, remark: &str) -> Vec<u8> {
    let mut objects = vec![Vec::new(), Vec::new()];
    let mut kids = String::new();
    for page in 0..pages {
        let at = objects.len() + 1;
        kids += &format!("{at} 0 R ");
        let about = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<</XObject<</Im0 {} 0 R>>>>>>",
            at + 1,
            at + 2
        );
        let drawing = "q 595 0 0 842 0 0 cm /Im0 Do Q";
        let picture = scan(page);
        let head = format!(
            "<</Type/XObject/Subtype/Image/Width 620/Height 877/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode\
             /Length {}>>stream\n",
            picture.len()
        );
        objects.push(about.into_bytes());
        objects.push(format!("<</Length {}>>stream\n{drawing}\nendstream ", drawing.len()).into_bytes());
        objects.push([head.as_bytes(), &picture, b"\nendstream "].concat());
    }
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {pages}>>").into_bytes();
    pdf_of_objects(&objects, remark)
}

/// A file as it comes out of the vault.
pub fn pieces(content: Vec<u8>) -> impl futures_util::Stream<Item = std::io::Result<bytes::Bytes>> + Unpin {
    let pieces: Vec<_> = content.chunks(1 << 16).map(|piece| Ok(bytes::Bytes::copy_from_slice(piece))).collect();
    futures_util::stream::iter(pieces)
}

/// A PNG.
pub fn png() -> Vec<u8> {
    picture(40, 30, ImageFormat::Png)
}

/// Somebody before a light grey wall.
pub const PLAIN: Looks = Looks {
    skin: [222, 182, 150],
    hair: [40, 32, 28],
    coat: [58, 74, 104],
    scarf: None,
    glasses: false,
    wall: [222, 224, 226],
};

/// A portrait in which a face is found, large enough to print. Most tests bring it: it is drawn once.
pub fn portrait() -> Vec<u8> {
    static DRAWN: OnceLock<Vec<u8>> = OnceLock::new();
    let drawn = || encoded(DynamicImage::from(draw(&PLAIN)), ImageFormat::Jpeg);
    DRAWN.get_or_init(drawn).clone()
}

/// An oval where a head would be, in the proportions of 35×45 mm: no face.
pub fn oval() -> Vec<u8> {
    picture(700, 900, ImageFormat::Jpeg)
}

/// A picture as a file.
pub fn encoded(picture: DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
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
    encoded(DynamicImage::from(picture), format)
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
