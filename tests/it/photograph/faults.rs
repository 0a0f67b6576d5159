//! What can be wrong with a photograph, each in a picture in which nothing else is: it is found, and nothing beside it.

use image::{ImageFormat, Rgb, RgbImage};
use ruqsat::demo::portrait::{Looks, draw};
use ruqsat::documents::Format;
use ruqsat::documents::photo::Crop;
use ruqsat::imaging::{Wish, portrait};

use super::pictures::{PLAIN, encoded};
use super::{before_the_camera, brings, cut, found, hidden, judged};
use crate::support::{Kind, TestApp};

/// Light skin and dark: what is wrong is found whoever it is.
const SKINS: [[u8; 3]; 2] = [PLAIN.skin, [96, 66, 50]];

/// Where the eyes of a proposed photograph stand over its lower edge, in millimetres of 45.
const EYES: f64 = 25.3;

/// The frame that is proposed, so many times as large, with the eyes so high over its lower edge.
fn frame(proposed: &Crop, times: f64, eyes: f64) -> Crop {
    let eyes_at = proposed.y + proposed.height() * (1.0 - EYES / 45.0);
    let crop = Crop { width: proposed.width * times, ..*proposed };
    let x = proposed.x + (proposed.width - crop.width) / 2.0;
    Crop { x, y: eyes_at - crop.height() * (1.0 - eyes / 45.0), ..crop }
}

/// Somebody who was taken down to the waist, so that a frame has room below.
fn to_the_waist(skin: [u8; 3]) -> RgbImage {
    let drawn = draw(&Looks { skin, ..PLAIN });
    let mut picture = RgbImage::from_pixel(drawn.width(), drawn.height() + 400, Rgb(PLAIN.coat));
    image::imageops::replace(&mut picture, &drawn, 0, 0);
    picture
}

#[test]
fn a_frame_that_is_too_wide_too_narrow_too_high_or_too_low_is_told() {
    for skin in SKINS {
        let picture = encoded(&to_the_waist(skin), ImageFormat::Png);
        let proposed = cut(&picture).crop;
        for (times, eyes, wanted) in [
            (1.0, 27.0, &[][..]),
            (1.2, 27.0, &["photo_face_small"]),
            (0.8, 29.0, &["photo_face_large"]),
            (1.0, 20.5, &["photo_eyes_low"]),
            (1.0, 37.0, &["photo_eyes_high"]),
        ] {
            let crop = frame(&proposed, times, eyes);
            let made = portrait(&picture, Format::Png, Wish::Part(0, crop)).unwrap();
            assert!(made.crop.is_near(&crop), "the frame lies inside the picture: {:?} {crop:?}", made.crop);
            let measured = made.measured.clone();
            assert_eq!(judged(made), wanted, "{times} {eyes} {skin:?}: {measured:?}");
        }
    }
}

#[test]
fn a_picture_that_was_cut_through_the_hair_has_a_head_too_large() {
    // Nothing better can be proposed of it than all of it.
    let drawn = draw(&PLAIN);
    let near = image::imageops::crop_imm(&drawn, 190, 260, 460, 620).to_image();
    let found = found(&encoded(&near, ImageFormat::Png));
    assert!(found.contains(&"photo_face_large".to_owned()), "{found:?}");
}

/// As through fog, or a greasy lens: everything nearer to white.
fn in_fog(picture: &RgbImage) -> RgbImage {
    let mut pale = picture.clone();
    pale.iter_mut().for_each(|part| *part = 255 - ((255.0 - f64::from(*part)) * 0.35) as u8);
    pale
}

/// Lit from a window at the viewer's left: the other half of the head is in the shade, the wall is not.
fn from_one_side(picture: &RgbImage) -> RgbImage {
    let mut lit = picture.clone();
    for (x, y, pixel) in lit.enumerate_pixels_mut() {
        let (x, y) = (f64::from(x), f64::from(y));
        let of_head = ((x - 420.0) / 212.0).hypot((y - 560.0) / 326.0) < 1.0;
        if of_head {
            let shade = 1.0 - 0.45 * ((x - 380.0) / 80.0).clamp(0.0, 1.0);
            pixel.0 = pixel.0.map(|part| (f64::from(part) * shade) as u8);
        }
    }
    lit
}

/// With a third of the light.
fn in_the_dusk(mut picture: RgbImage) -> RgbImage {
    picture.pixels_mut().for_each(|pixel| pixel.0 = pixel.0.map(|part| (f64::from(part) * 0.35) as u8));
    picture
}

#[test]
fn light_and_wall_that_are_not_as_they_should_be_are_told() {
    for skin in SKINS {
        let looks = Looks { skin, ..PLAIN };
        let on_wall = |wall: [u8; 3]| draw(&Looks { wall, ..looks });
        for (what, picture, wanted) in [
            ("nothing", draw(&looks), &[][..]),
            ("fog", in_fog(&draw(&looks)), &["photo_flat"]),
            ("the dusk", in_the_dusk(draw(&looks)), &["photo_background_dark"]),
            ("a window at one side", from_one_side(&draw(&looks)), &["photo_side_light"]),
            ("a blue wall", on_wall([150, 190, 235]), &["photo_background_colour"]),
            ("a green wall", on_wall([170, 225, 165]), &["photo_background_colour"]),
            ("lamps", on_wall([232, 222, 202]), &[]),
        ] {
            let made = cut(&encoded(&picture, ImageFormat::Png));
            let measured = made.measured.clone();
            assert_eq!(judged(made), wanted, "{what} {skin:?}: {measured:?}");
        }
    }
}

#[test]
fn the_page_tells_it_at_once_and_the_button_mends_it() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = before_the_camera(&app);
    brings(&mut person, "me.jpg", &encoded(&to_the_waist(PLAIN.skin), ImageFormat::Jpeg));
    person.sees("photo-nothing");
    let down = format!("↓ {}", person.says("photo-step-down"));
    let up = format!("↑ {}", person.says("photo-step-up"));
    // A little step is 1.2 millimetres of the print; the eyes may stand less than two of them lower.
    for _ in 0..3 {
        person.presses(&down);
    }
    person.sees("error-photo_eyes_low").does_not_see("photo-nothing");
    for _ in 0..3 {
        person.presses(&up);
    }
    person.sees("photo-nothing");
    // Below what the buttons reach, by the script's own boxes.
    let (y, width): (f64, f64) =
        (hidden(&person, "crop-y").parse().unwrap(), hidden(&person, "crop-width").parse().unwrap());
    person.puts("crop-y", &(y + width / 3.0).round().to_string()).presses("save-and-continue");
    person.goes_to("/apply/photograph").sees("error-photo_eyes_high");
}
