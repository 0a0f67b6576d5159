//! What a camera writes beside a picture: which way is up is followed, the rest reaches nobody.

use image::{ImageFormat, Rgb, RgbImage};
use ruqsat::demo::portrait::draw;
use ruqsat::documents::Format;
use ruqsat::documents::content::look;
use ruqsat::documents::photo::Crop;
use ruqsat::imaging::{Wish, portrait, whole};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role;

use super::pictures::{PLAIN, encoded, notes_in, webp_with_notes, with_notes};
use super::{brings, hidden, link};
use crate::support::http::Request;
use crate::support::{Kind, TestApp, answers, day, webp};

const TAKEN: &str = "2026:02:03 04:05:06";

#[test]
fn where_a_picture_was_taken_is_told_to_nobody() {
    // SQLite is enough: nothing here depends on the database.
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Ru);
    person.begins();
    person.answers_everything(&answers::adult()).brings_everything();
    let taken = with_notes(&encoded(&draw(&PLAIN), ImageFormat::Jpeg), 1, TAKEN);
    assert_eq!(notes_in(&taken).len(), 8, "the camera wrote all of them: {:?}", notes_in(&taken));
    person.goes_to("/apply/photograph");
    brings(&mut person, "me.jpg", &taken);
    let (photograph, original) = (link(&person), hidden(&person, "original"));
    let of_photo = |id: &str| format!("/ru/apply/documents/photo/files/{id}");
    let tree = &person.page.tree;
    let preview = tree.all("image").find_map(|id| tree.attribute(id, "href")).unwrap().to_owned();
    let (page, thumb) = (of_photo(&original), of_photo(&format!("{original}?thumb=1")));
    for address in [photograph.clone(), preview, page, thumb] {
        let answer = person.sends(Request::get(&address));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/jpeg")), "{address}");
        assert_eq!(notes_in(&answer.body), [""; 0], "to its owner: {address}");
    }
    person.goes_to("/apply/photograph").presses("save-and-continue");
    person.files();
    let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    let filed = photograph.rsplit('/').next().unwrap().to_owned();
    let mut clerk = app.clerk(Role::Officer, Kk);
    for query in ["", "?thumb=1"] {
        let answer = clerk.sends(Request::get(&format!("/kk/desk/cases/{id}/files/{filed}{query}")));
        assert_eq!(answer.status, 200);
        assert_eq!(notes_in(&answer.body), [""; 0], "to the desk: {query}");
    }
}

/// Wide and high, as it is seen.
const SIZE: (u32, u32) = (480, 720);

/// No two places of it look the same: redder to the right, greener downwards.
fn everywhere_different() -> RgbImage {
    RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| Rgb([(40 + x * 180 / SIZE.0) as u8, (40 + y * 180 / SIZE.1) as u8, 128]))
}

/// The picture as a camera stores it that notes this orientation: where its first row and its first column are seen
/// (Exif 2.3, 4.6.4).
fn stored(upright: &RgbImage, orientation: u16) -> RgbImage {
    let ((width, height), (right, bottom)) = (SIZE, (SIZE.0 - 1, SIZE.1 - 1));
    let seen = |x: u32, y: u32| match orientation {
        1 => (x, y),                  // top, left
        2 => (right - x, y),          // top, right
        3 => (right - x, bottom - y), // bottom, right
        4 => (x, bottom - y),         // bottom, left
        5 => (y, x),                  // left, top
        6 => (right - y, x),          // right, top
        7 => (right - y, bottom - x), // right, bottom
        _ => (y, bottom - x),         // left, bottom
    };
    let (width, height) = if orientation > 4 { (height, width) } else { (width, height) };
    RgbImage::from_fn(width, height, |x, y| {
        let (x, y) = seen(x, y);
        *upright.get_pixel(x, y)
    })
}

/// Whether a place of one picture, told as a part of it, looks like a place of another.
fn alike(one: &RgbImage, at: (f64, f64), other: &RgbImage, there: (f64, f64)) -> bool {
    let pixel = |picture: &RgbImage, (x, y): (f64, f64)| {
        let (width, height) = picture.dimensions();
        *picture.get_pixel((x * f64::from(width)) as u32, (y * f64::from(height)) as u32)
    };
    pixel(one, at).0.into_iter().zip(pixel(other, there).0).all(|(one, other)| one.abs_diff(other) < 9)
}

#[test]
fn however_the_camera_was_held_the_part_that_was_chosen_is_the_part_that_is_cut() {
    let places = [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.6, 0.7)];
    let upright = everywhere_different();
    for orientation in 1..=8 {
        let bytes = with_notes(&encoded(&stored(&upright, orientation), ImageFormat::Jpeg), orientation, TAKEN);
        let shown = whole(&bytes, Format::Jpeg, 360).unwrap();
        assert_eq!(shown.dimensions(), (240, 360), "orientation {orientation}");
        assert!(places.iter().all(|at| alike(&shown, *at, &upright, *at)), "orientation {orientation}");
        // And turned by its owner besides.
        let mut seen = upright.clone();
        for turns in 0..4 {
            let told = format!("orientation {orientation}, {turns} turns");
            let (width, height) = seen.dimensions();
            let crop = Crop { x: 40.0, y: 60.0, width: 210.0 };
            let made = portrait(&bytes, Format::Jpeg, Wish::Part(turns, crop)).unwrap();
            assert_eq!((made.size.width, made.size.height), (width, height), "{told}");
            let [photograph, preview] =
                [&made.jpeg, &made.preview].map(|jpeg| image::load_from_memory(jpeg).unwrap().into_rgb8());
            for (x, y) in places {
                let there =
                    ((crop.x + x * crop.width) / f64::from(width), (crop.y + y * crop.height()) / f64::from(height));
                assert!(alike(&photograph, (x, y), &seen, there), "{told}: the photograph at {x} {y}");
                assert!(alike(&preview, (x, y), &seen, (x, y)), "{told}: the picture behind the frame at {x} {y}");
            }
            seen = image::imageops::rotate90(&seen);
        }
    }
}

#[test]
fn a_webp_is_seen_as_its_camera_was_held_and_tells_as_little() {
    let places = [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.6, 0.7)];
    let upright = everywhere_different();
    for orientation in 1..=8 {
        let lying = stored(&upright, orientation);
        for picture in [webp::lossy(&lying), webp::lossless(&lying)] {
            let bytes = webp_with_notes(&picture, lying.dimensions(), orientation, TAKEN);
            assert_eq!(look(&bytes), Ok(Format::Webp));
            assert_eq!(notes_in(&bytes).len(), 4, "{:?}", notes_in(&bytes));
            let shown = whole(&bytes, Format::Webp, 360).unwrap();
            assert_eq!(shown.dimensions(), (240, 360), "orientation {orientation}");
            assert!(places.iter().all(|at| alike(&shown, *at, &upright, *at)), "orientation {orientation}");
            let made = portrait(&bytes, Format::Webp, Wish::Turned(0)).unwrap();
            assert_eq!(made.taken_on, Some(day("2026-02-03")), "orientation {orientation}");
            assert_eq!((made.size.width, made.size.height), SIZE, "orientation {orientation}");
            assert_eq!([notes_in(&made.jpeg), notes_in(&made.preview)], [[""; 0]; 2]);
        }
    }
}
