//! Drawn people, of nobody: enough of a face that a program which looks for faces finds one.

use image::{Rgb, RgbImage};
use rand::{Rng, RngExt};

/// How a drawn person looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Looks {
    /// Skin, as light falls on it.
    pub skin: [u8; 3],
    /// Hair and brows.
    pub hair: [u8; 3],
    /// Clothes.
    pub coat: [u8; 3],
    /// A headscarf of this colour.
    pub scarf: Option<[u8; 3]>,
    /// Glasses.
    pub glasses: bool,
    /// The wall behind.
    pub wall: [u8; 3],
}

const SKINS: [[u8; 3]; 5] = [[238, 205, 178], [222, 182, 150], [196, 150, 116], [150, 106, 78], [96, 66, 50]];
const HAIRS: [[u8; 3]; 4] = [[40, 32, 28], [76, 52, 36], [120, 110, 104], [24, 22, 24]];
const COATS: [[u8; 3]; 4] = [[58, 74, 104], [88, 60, 66], [60, 84, 70], [52, 52, 58]];
const SCARVES: [[u8; 3]; 4] = [[70, 90, 120], [120, 84, 100], [44, 44, 52], [200, 196, 186]];

impl Looks {
    /// Anybody.
    pub fn any(chance: &mut impl Rng) -> Self {
        let pick = |chance: &mut dyn Rng, colours: &[[u8; 3]]| colours[chance.random_range(0..colours.len())];
        Self {
            skin: pick(chance, &SKINS),
            hair: pick(chance, &HAIRS),
            coat: pick(chance, &COATS),
            scarf: chance.random_bool(0.25).then(|| pick(chance, &SCARVES)),
            glasses: chance.random_bool(0.25),
            wall: [222, 224, 226],
        }
    }
}

/// Width and height of the drawing: as a phone would take it, more than the photograph needs.
const SIZE: (u32, u32) = (840, 1080);

/// Draws a person before a wall, from the shoulders up.
pub fn draw(looks: &Looks) -> RgbImage {
    let mut picture = RgbImage::from_fn(SIZE.0, SIZE.1, |_, y| {
        // Walls are lighter where the lamp is.
        Rgb(looks.wall.map(|part| scaled(part, 1.02 - 0.06 * f64::from(y) / f64::from(SIZE.1))))
    });
    let (shade, light) = (looks.skin.map(|part| scaled(part, 0.72)), looks.skin.map(|part| scaled(part, 1.08)));
    let dark = looks.skin.map(|part| scaled(part, 0.5));
    blob(&mut picture, (420.0, 1180.0), (370.0, 280.0), looks.coat, 1.0);
    if let Some(scarf) = looks.scarf {
        blob(&mut picture, (420.0, 960.0), (215.0, 260.0), scarf, 1.0);
        blob(&mut picture, (420.0, 540.0), (232.0, 300.0), scarf, 1.0);
    } else {
        blob(&mut picture, (420.0, 500.0), (208.0, 262.0), looks.hair, 1.0);
        for x in [232.0, 608.0] {
            blob(&mut picture, (x, 590.0), (26.0, 52.0), shade, 1.0);
        }
    }
    blob(&mut picture, (420.0, 850.0), (92.0, 130.0), if looks.scarf.is_some() { looks.coat } else { shade }, 1.0);
    face(&mut picture, looks, light);
    for side in [-1.0, 1.0] {
        eye(&mut picture, 420.0 + side * 74.0, side, looks, (shade, dark));
    }
    // The nose: its shadow under the tip, a light along it.
    blob(&mut picture, (420.0, 640.0), (13.0, 74.0), light, 0.35);
    blob(&mut picture, (420.0, 684.0), (38.0, 22.0), shade, 0.55);
    blob(&mut picture, (420.0, 672.0), (24.0, 22.0), light, 0.55);
    for x in [403.0, 437.0] {
        blob(&mut picture, (x, 693.0), (8.0, 5.0), dark, 0.9);
    }
    let lips = [scaled(looks.skin[0], 0.78), scaled(looks.skin[1], 0.6), scaled(looks.skin[2], 0.6)];
    blob(&mut picture, (420.0, 748.0), (60.0, 13.0), lips, 1.0);
    blob(&mut picture, (420.0, 760.0), (48.0, 14.0), lips, 1.0);
    blob(&mut picture, (420.0, 752.0), (58.0, 3.5), dark, 1.0);
    blob(&mut picture, (420.0, 790.0), (44.0, 9.0), shade, 0.4);
    picture
}

/// The oval, lit from the front: darker towards its edge.
fn face(picture: &mut RgbImage, looks: &Looks, light: [u8; 3]) {
    let top = if looks.scarf.is_some() { 0.9 } else { 1.0 };
    blob(picture, (420.0, 590.0), (172.0, 250.0 * top), looks.skin.map(|part| scaled(part, 0.86)), 1.0);
    blob(picture, (420.0, 590.0), (158.0, 234.0 * top), looks.skin, 1.0);
    blob(picture, (420.0, 480.0), (100.0, 62.0), light, 0.35);
    for x in [330.0, 510.0] {
        blob(picture, (x, 660.0), (42.0, 44.0), light, 0.35);
    }
}

fn eye(picture: &mut RgbImage, x: f64, side: f64, looks: &Looks, (shade, dark): ([u8; 3], [u8; 3])) {
    blob(picture, (x, 572.0), (46.0, 30.0), shade, 0.5);
    blob(picture, (x, 576.0), (34.0, 15.0), [236, 234, 230], 1.0);
    blob(picture, (x, 575.0), (15.0, 15.0), [70, 52, 42], 1.0);
    blob(picture, (x, 575.0), (7.0, 7.0), [14, 12, 12], 1.0);
    blob(picture, (x + 4.0, 570.0), (3.0, 3.0), [250, 250, 250], 1.0);
    blob(picture, (x, 562.0), (38.0, 5.0), dark, 0.9);
    blob(picture, (x, 590.0), (30.0, 3.0), shade, 0.8);
    blob(picture, (x + side * 3.0, 530.0), (46.0, 9.0), looks.hair, 0.9);
    if looks.glasses {
        ring(picture, (x, 578.0), (58.0, 42.0), [30, 30, 34]);
        for step in 0..16 {
            let from = 420.0 + side * f64::from(step);
            blob(picture, (from, 570.0), (3.0, 3.0), [30, 30, 34], 1.0);
        }
    }
}

fn scaled(part: u8, by: f64) -> u8 {
    (f64::from(part) * by).clamp(0.0, 255.0) as u8
}

/// An ellipse with a soft edge; `strength` 1 covers what is under it.
fn blob(picture: &mut RgbImage, middle: (f64, f64), radius: (f64, f64), colour: [u8; 3], strength: f64) {
    around(
        picture,
        middle,
        radius,
        |distance| ((1.0 - distance) * radius.0.min(radius.1) / 3.0 + 0.5).clamp(0.0, 1.0) * strength,
        colour,
    );
}

/// The line of an ellipse.
fn ring(picture: &mut RgbImage, middle: (f64, f64), radius: (f64, f64), colour: [u8; 3]) {
    around(picture, middle, (radius.0 * 1.1, radius.1 * 1.1), |distance| f64::from(u8::from(distance > 0.9)), colour);
}

fn around(
    picture: &mut RgbImage,
    (cx, cy): (f64, f64),
    (rx, ry): (f64, f64),
    cover: impl Fn(f64) -> f64,
    colour: [u8; 3],
) {
    let range = |middle: f64, radius: f64, most: u32| {
        ((middle - radius).max(0.0) as u32)..((middle + radius + 1.0).clamp(0.0, f64::from(most)) as u32)
    };
    for y in range(cy, ry, picture.height()) {
        for x in range(cx, rx, picture.width()) {
            let distance = ((f64::from(x) - cx) / rx).hypot((f64::from(y) - cy) / ry);
            if distance < 1.0 {
                let part = cover(distance);
                let pixel = picture.get_pixel_mut(x, y);
                for (old, new) in pixel.0.iter_mut().zip(colour) {
                    *old = (f64::from(*old) * (1.0 - part) + f64::from(new) * part) as u8;
                }
            }
        }
    }
}
