//! Pictures of a few hundred kilobytes that hold as many pixels as are taken: the memory of the real program does not rise
//! by those, at no door that decodes what a stranger brought.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, ImageFormat, RgbImage};
use ruqsat::documents::picture::{MOST_PIXELS, MOST_SEE_THROUGH};
use ruqsat::language::Language::Kk;

use crate::support::database::Folder;
use crate::support::program::Program;
use crate::support::{Person, answers, files, webp};

const MEGABYTE: u64 = 1024 * 1024;
/// Stated in the README.
const MOST: u64 = 40 * MEGABYTE;

/// The largest picture that is taken, all of one colour.
fn jpeg() -> Vec<u8> {
    let side = MOST_PIXELS.isqrt() as u32;
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(side, side, image::Rgb([200, 190, 180])).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// 64 MB of colours and transparence: a decoder of PNG that is compiled for tests takes seconds for these already.
fn png() -> Vec<u8> {
    const SIDE: u32 = 4_000;
    let pixels = [200, 190, 180, 128].repeat((SIDE * SIDE) as usize);
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Sub);
    encoder.write_image(&pixels, SIDE, SIDE, ExtendedColorType::Rgba8).unwrap();
    bytes
}

/// As many transparent pixels as are taken of a picture with loss: its decoder wants more for each than that of a JPEG.
fn webp() -> Vec<u8> {
    let side = MOST_SEE_THROUGH.isqrt() as u32;
    let colours = webp::lossy(&RgbImage::from_pixel(side, side, image::Rgb([200, 190, 180])));
    // How transparent: as the green of a picture without loss, whose size stands around it already.
    let veil = webp::lossless(&RgbImage::from_pixel(side, side, image::Rgb([0, 128, 0])));
    let veil = [&[1], &veil[12 + 8 + 5..]].concat();
    webp::file(&[webp::canvas(webp::SEE_THROUGH, side, side), webp::chunk(b"ALPH", &veil), colours[12..].to_vec()])
}

/// How far the memory of the program rises while somebody does something that they have done before.
fn rise(program: &Program, what: &str, mut does: impl FnMut()) {
    program.forgets_the_most();
    let before = program.memory().0;
    does();
    let rise = program.memory().1.saturating_sub(before);
    println!("{what}: {} MB more", rise / MEGABYTE);
    assert!(rise < MOST, "{what}: {} MB", rise / MEGABYTE);
}

#[test]
fn a_picture_of_as_many_pixels_as_are_taken_is_decoded_outside_of_the_server() {
    let folder = Folder::new();
    // The doors alone: a page that is drawn ahead meanwhile has 16 MB of its own.
    let settings = [("RUQSAT_DRAW_AHEAD".to_owned(), "off".to_owned())];
    let program = Program::with(folder.path(), "unlimited", &settings);
    let mut person = Person::new(program.address, Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    let as_photograph = |person: &mut Person, name: &str, content: &[u8]| {
        person.goes_to("/apply/photograph");
        let empty = !person.page.labelled(&person.says("photo-add")).is_empty();
        let chooser = if empty { "photo-add" } else { "photo-replace" };
        person.attaches(chooser, name, content).presses("save-and-continue").arrives_at("/apply/photograph");
        person.sees("photo-proposal").sees("error-photo_no_face");
    };
    let as_passport = |person: &mut Person, name: &str, content: &[u8]| {
        let button = if person.goes_to("/apply/zone").can_read("zone-add-and-read") {
            "zone-add-and-read"
        } else {
            "zone-add-only"
        };
        person.attaches("zone-add", name, content).presses(button);
        assert_eq!(person.status(), 200, "{}", person.page.told());
        person.sees(name);
    };
    // What the program needs once, it has.
    as_photograph(&mut person, "small.jpg", &files::oval());
    as_passport(&mut person, "small.jpg", &files::oval());
    for (name, content) in [("flat.jpg", jpeg()), ("flat.png", png()), ("flat.webp", webp())] {
        assert!(content.len() < 10_000_000, "{name}: {} bytes", content.len());
        rise(&program, &format!("{name} as the photograph"), || as_photograph(&mut person, name, &content));
        rise(&program, &format!("{name} as the passport"), || as_passport(&mut person, name, &content));
    }
}
