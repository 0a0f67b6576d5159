//! What is measured of a photograph, in numbers that say nothing about a person: where the head stands, how light falls,
//! what is behind it, how sharp it is. What the numbers mean is judged elsewhere (see [`super::judge`]).
//!
//! Skin is never compared with anything but itself: the light is one cheek beside the other, the brightness that of the
//! wall alone, sharpness the loss by blurring once more.

use serde::{Deserialize, Serialize};

use super::geometry::{Crop, Face, Point};
use crate::documents::picture::PHOTO_HEIGHT_MM;

/// Pixels of three bytes: red, green, blue.
#[derive(Clone, Copy)]
pub struct Pixels<'a> {
    /// From left to right.
    pub width: usize,
    /// From top to bottom.
    pub height: usize,
    /// Row after row.
    pub rgb: &'a [u8],
}

impl Pixels<'_> {
    fn at(&self, x: usize, y: usize) -> [f64; 3] {
        let at = (y * self.width + x) * 3;
        self.rgb.get(at..at + 3).map_or([0.0; 3], |pixel| [0, 1, 2].map(|i| f64::from(pixel[i]) / 255.0))
    }
    /// Every brightness, row after row.
    fn all(&self) -> Vec<f32> {
        let weighed = |pixel: &[u8]| {
            (0.2126 * f32::from(pixel[0]) + 0.7152 * f32::from(pixel[1]) + 0.0722 * f32::from(pixel[2])) / 255.0
        };
        self.rgb.chunks_exact(3).map(weighed).collect()
    }
}

fn bright([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The numbers of one photograph.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Measured {
    /// The head, if one was found.
    pub head: Option<Head>,
    /// Other heads that are large enough to be meant.
    pub others: u32,
    /// Pixels of the person's own picture that the photograph was made of, from left to right.
    pub width: u32,
    /// The same from top to bottom.
    pub height: u32,
    /// From the darkest thousandth, where pupils and nostrils are, to the brightest hundredth; from 0 to 1.
    pub range: f64,
    /// How bright the background is, from 0 to 1.
    pub background: f64,
    /// How far the background is from grey: the largest difference of its three colours, from 0 to 1.
    pub colour: f64,
    /// How much of the strips beside the head looks like the background, from 0 to 1.
    pub plain: f64,
    /// How little is lost by blurring once more: from 0 (sharp) to 1 (nothing left to blur).
    pub blur: f64,
}

impl Measured {
    /// Whether numbers from elsewhere can be measures at all.
    pub fn is_sound(&self) -> bool {
        let shares = [self.range, self.background, self.colour, self.plain, self.blur];
        let head = self.head.map(|head| [head.tall, head.eyes, head.aside, head.roll, head.yaw, head.sides]);
        shares.iter().all(|share| (-0.001..=1.001).contains(share))
            && head.is_none_or(|head| head.iter().all(|number| number.abs() < FARTHEST))
    }
}

/// Millimetres, degrees and stops beyond any photograph.
const FARTHEST: f64 = 1_000.0;

/// The head in the photograph, in millimetres of the print of 35×45.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// From crown to chin: an estimate, a tenth more or less.
    pub tall: f64,
    /// The eye line over the lower edge.
    pub eyes: f64,
    /// The middle of the head to the right of the middle.
    pub aside: f64,
    /// Tilted, in degrees.
    pub roll: f64,
    /// Turned, in degrees: an estimate from the nose.
    pub yaw: f64,
    /// How much brighter the one cheek is than the other, in stops: 1 is twice as bright.
    pub sides: f64,
}

/// A head that is smaller than this share of the main one is somebody in the background, unless it is in the photograph.
const BACKGROUND: f64 = 0.5;
/// In the photograph itself a face of this share is one too many.
const INSIDE: f64 = 0.25;

/// The face that a photograph is of: the largest that it holds.
pub fn main_face<'a>(crop: &Crop, faces: &'a [Face]) -> Option<&'a Face> {
    let held = faces.iter().filter(|face| crop.holds(face.eyes()));
    held.max_by(|one, other| one.head().total_cmp(&other.head()))
}

/// Measures a finished photograph, `pixels`, that was made of this part of a picture with these faces.
pub fn measure(pixels: Pixels<'_>, crop: &Crop, faces: &[Face]) -> Measured {
    let main = main_face(crop, faces);
    let others = main.map_or(0, |main| {
        let too_many = |face: &&Face| {
            let share = if crop.holds(face.eyes()) { INSIDE } else { BACKGROUND };
            *face != main && face.head() >= main.head() * share
        };
        faces.iter().filter(too_many).count()
    });
    let placed = main.map(|face| crop.face(face));
    let all = pixels.all();
    let mut counts = [0_usize; 256];
    all.iter().for_each(|value| counts[(value * 255.0) as usize & 255] += 1);
    let part = |share: f64| {
        let mut left = (all.len() as f64 * share) as usize;
        let at = counts.iter().position(|count| {
            let here = left < *count;
            left = left.saturating_sub(*count);
            here
        });
        at.unwrap_or(255) as f64 / 255.0
    };
    let (background, colour, plain) = behind(pixels);
    Measured {
        head: placed.map(|face| head(pixels, &face)),
        others: others as u32,
        width: crop.width.round() as u32,
        height: crop.height().round() as u32,
        range: rounded(part(0.99) - part(0.001)),
        background: rounded(background),
        colour: rounded(colour),
        plain: rounded(plain),
        blur: rounded(blur(&all, pixels.width, window(pixels, placed.as_ref()))),
    }
}

/// Three places are enough to judge by.
fn rounded(value: f64) -> f64 {
    if value.is_finite() { (value * 1000.0).round() / 1000.0 } else { 0.0 }
}

fn head(pixels: Pixels<'_>, face: &Face) -> Head {
    let mm = f64::from(PHOTO_HEIGHT_MM) / pixels.height as f64;
    Head {
        tall: rounded(face.head() * mm),
        eyes: rounded((pixels.height as f64 - face.eyes().y) * mm),
        aside: rounded((face.centre() - pixels.width as f64 / 2.0) * mm),
        roll: rounded(face.roll()),
        yaw: rounded(face.yaw()),
        sides: rounded(sides(pixels, face)),
    }
}

/// One cheek beside the other. Under each eye, as high as the nose: over beards, under frames, inside headscarves.
fn sides(pixels: Pixels<'_>, face: &Face) -> f64 {
    let down = Point { x: face.mouth.x - face.eyes().x, y: face.mouth.y - face.eyes().y };
    let cheek = |eye: Point| Point { x: eye.x + down.x * 0.55, y: eye.y + down.y * 0.55 };
    let radius = (face.eye_distance() * 0.18).max(2.0);
    let light = |at: Point| {
        let range = |middle: f64, most: usize| {
            ((middle - radius).max(0.0) as usize)..((middle + radius).clamp(0.0, most as f64) as usize)
        };
        let mut all: Vec<f64> = Vec::new();
        for y in range(at.y, pixels.height) {
            all.extend(range(at.x, pixels.width).map(|x| bright(pixels.at(x, y).map(linear))));
        }
        all.sort_unstable_by(f64::total_cmp);
        all.get(all.len() / 2).copied()
    };
    match (light(cheek(face.left_eye)), light(cheek(face.right_eye))) {
        // A thousandth is what eight bits still tell from black.
        (Some(left), Some(right)) => (left.max(1e-3) / right.max(1e-3)).log2(),
        _ => 0.0,
    }
}

/// From a stored value to light (sRGB).
fn linear(value: f64) -> f64 {
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// Brightness and colour of the background, and how plain it is. The upper corners tell what it looks like, since heads
/// are round; strips of a twelfth of the width at both sides, down to the eyes, tell whether it goes on like that.
fn behind(pixels: Pixels<'_>) -> (f64, f64, f64) {
    let strip = (pixels.width / 12).max(1);
    let corner = pixels.height / 6;
    let columns = || (0..strip).chain(pixels.width - strip..pixels.width);
    let mut channels = [Vec::new(), Vec::new(), Vec::new()];
    for y in (0..corner).step_by(2) {
        for x in columns() {
            pixels.at(x, y).into_iter().zip(&mut channels).for_each(|(value, all)| all.push(value));
        }
    }
    let median = channels.map(|mut all| {
        all.sort_unstable_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    });
    let least = median.iter().copied().fold(f64::INFINITY, f64::min);
    let most = median.iter().copied().fold(0.0, f64::max);
    let (mut alike, mut all) = (0.0, 0.0);
    for y in (0..pixels.height * 9 / 20).step_by(2) {
        for x in columns() {
            let pixel = pixels.at(x, y);
            all += 1.0;
            // Light falls off across a wall; a tenth is what a viewer still takes for the same.
            let near = pixel.iter().zip(&median).all(|(value, median)| (value - median).abs() <= 0.1);
            alike += f64::from(u8::from(near));
        }
    }
    (bright(median), most - least, alike / f64::max(all, 1.0))
}

/// Where sharpness is looked at: the face, or the middle.
fn window(pixels: Pixels<'_>, face: Option<&Face>) -> [usize; 4] {
    let (width, height) = (pixels.width as f64, pixels.height as f64);
    let [left, top, right, bottom] = match face {
        Some(face) => {
            let (eyes, unit) = (face.eyes(), face.unit());
            [eyes.x - unit, eyes.y - unit * 0.7, eyes.x + unit, eyes.y + unit * 1.5]
        }
        None => [width * 0.25, height * 0.2, width * 0.75, height * 0.7],
    };
    let inside = |value: f64, most: f64| value.clamp(0.0, most) as usize;
    [inside(left, width), inside(top, height), inside(right, width), inside(bottom, height)]
}

/// The measure of Crété and others (2007): how much the differences of neighbours shrink when the picture is blurred once
/// more over nine pixels. Of a sharp picture much is lost, of a blurred one little; contrast and brightness cancel out.
fn blur(all: &[f32], width: usize, [left, top, right, bottom]: [usize; 4]) -> f64 {
    const REACH: usize = 4;
    if right < left + 3 * REACH || bottom < top + 3 * REACH {
        return 0.0;
    }
    let one_way = |step: usize, lines: std::ops::Range<usize>, line: usize, along: std::ops::Range<usize>| {
        let (mut before, mut lost) = (0.0, 0.0);
        for start in lines.map(|number| number * line) {
            let at = |i: usize| all[start + i * step];
            let window = (2 * REACH + 1) as f32;
            let mut sum: f32 = (along.start..along.start + 2 * REACH + 1).map(at).sum();
            for i in along.start + REACH + 1..along.end - REACH {
                let last = sum;
                sum += at(i + REACH) - at(i - REACH - 1);
                let (sharp, soft) = ((at(i) - at(i - 1)).abs(), (sum - last).abs() / window);
                before += f64::from(sharp);
                lost += f64::from((sharp - soft).max(0.0));
            }
        }
        if before > 0.0 { (before - lost) / before } else { 1.0 }
    };
    let across = one_way(1, top..bottom, width, left..right);
    let down = one_way(width, left..right, 1, top..bottom);
    across.max(down)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 413;
    const HEIGHT: usize = 531;

    fn drawn(colour: impl Fn(usize, usize) -> [u8; 3]) -> Vec<u8> {
        (0..WIDTH * HEIGHT).flat_map(|at| colour(at % WIDTH, at / WIDTH)).collect()
    }

    fn measured(rgb: &[u8]) -> Measured {
        let crop = Crop { x: 0.0, y: 0.0, width: WIDTH as f64 };
        measure(Pixels { width: WIDTH, height: HEIGHT, rgb }, &crop, &[face()])
    }

    fn face() -> Face {
        let at = |x: f64, y: f64| Point { x, y };
        Face {
            left_eye: at(150.0, 230.0),
            right_eye: at(260.0, 230.0),
            nose: at(205.0, 290.0),
            mouth: at(205.0, 345.0),
            left_ear: at(100.0, 250.0),
            right_ear: at(310.0, 250.0),
            sure: 1.0,
        }
    }

    /// A wall, and before it an oval of this skin, lit from the left by so much more than from the right.
    fn portrait(wall: [u8; 3], skin: [f64; 3], from_the_left: f64) -> Vec<u8> {
        drawn(|x, y| {
            let (dx, dy) = ((x as f64 - 205.0) / 130.0, (y as f64 - 270.0) / 190.0);
            if dx * dx + dy * dy > 1.0 {
                return wall;
            }
            let light = if x < 205 { from_the_left.sqrt() } else { 1.0 / from_the_left.sqrt() };
            skin.map(|part| {
                let light = part * light;
                let stored = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
                (stored * 255.0).round() as u8
            })
        })
    }

    /// Light of skin from very dark to very light: a factor of ten.
    const SKINS: [[f64; 3]; 4] = [[0.06, 0.04, 0.03], [0.16, 0.10, 0.07], [0.35, 0.24, 0.18], [0.55, 0.42, 0.35]];

    #[test]
    fn skin_does_not_change_what_is_measured_of_light_and_background() {
        for lit in [1.0, 3.0] {
            let all: Vec<Measured> =
                SKINS.iter().map(|skin| measured(&portrait([215, 216, 218], *skin, lit))).collect();
            let first = &all[0];
            for other in &all[1..] {
                let (one, two) = (first.head.unwrap(), other.head.unwrap());
                assert!((one.sides - two.sides).abs() < 0.1, "{one:?} {two:?}");
                assert_eq!(
                    (first.background, first.plain, first.colour),
                    (other.background, other.plain, other.colour)
                );
            }
            assert!((first.head.unwrap().sides - f64::log2(lit)).abs() < 0.1);
        }
    }

    #[test]
    fn the_background_is_told_by_itself() {
        let plain = measured(&portrait([215, 216, 218], SKINS[1], 1.0));
        assert!(plain.plain > 0.99 && plain.background > 0.8 && plain.colour < 0.05, "{plain:?}");
        let dark = measured(&portrait([40, 42, 46], SKINS[1], 1.0));
        assert!(dark.background < 0.2, "{dark:?}");
        let blue = measured(&portrait([90, 120, 220], SKINS[1], 1.0));
        assert!(blue.colour > 0.3, "{blue:?}");
        let busy = drawn(|x, y| if (x / 7 + y / 9) % 2 == 0 { [230, 230, 230] } else { [120, 60, 40] });
        assert!(measured(&busy).plain < 0.7);
    }

    #[test]
    fn what_is_blurred_is_told_whatever_its_contrast() {
        let stripes = |soft: f64, contrast: f64| {
            drawn(|x, y| {
                // Edges of a width: a step is smoothed over so many pixels.
                let edge = |at: usize| ((at as f64 * 0.25).sin() * 12.0 / soft).tanh();
                [(128.0 + contrast * edge(x) * edge(y)) as u8; 3]
            })
        };
        let (sharp, soft) = (measured(&stripes(0.5, 100.0)).blur, measured(&stripes(12.0, 100.0)).blur);
        assert!(sharp + 0.2 < soft, "{sharp} {soft}");
        let pale = measured(&stripes(0.5, 25.0)).blur;
        assert!((pale - sharp).abs() < 0.1, "{pale} {sharp}");
    }

    #[test]
    fn who_stands_far_behind_does_not_count() {
        let crop = Crop { x: 0.0, y: 0.0, width: WIDTH as f64 };
        let rgb = vec![200; WIDTH * HEIGHT * 3];
        let pixels = Pixels { width: WIDTH, height: HEIGHT, rgb: &rgb };
        let beside = |share: f64, dx: f64| {
            face().moved(|p| Point { x: (p.x - 205.0) * share + 205.0 + dx, y: (p.y - 230.0) * share + 230.0 })
        };
        let others = |other: Face| measure(pixels, &crop, &[face(), other]).others;
        assert_eq!(others(beside(0.3, 900.0)), 0, "small and outside");
        assert_eq!(others(beside(0.7, 900.0)), 1, "nearly as large, though outside");
        assert_eq!(others(beside(0.3, 150.0)), 1, "small, but in the photograph");
        assert_eq!(others(beside(0.1, 150.0)), 0, "tiny");
    }
}
