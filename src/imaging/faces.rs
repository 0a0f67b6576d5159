//! Finds the faces of a picture: the network looks at the whole, then, when it saw nobody, at parts of it; each face that
//! was found is looked at once more from near, which tells its points better.

use std::sync::LazyLock;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbImage;

use super::network::{NUMBERS, Network, SIDE};
use crate::documents::photo::{Face, Point};

static NETWORK: LazyLock<Option<Network>> = LazyLock::new(Network::load);

/// A logit of 0 is a likelihood of one half, which is where MediaPipe draws the line too.
const LEAST_SCORE: f32 = 0.0;
/// From near a face is surer: those that look at the camera had 0.83 to 0.96, of what were none most had less than this.
const LEAST_SURE: f64 = 0.7;
/// Faces that overlap more than this are one.
const OVERLAP: f64 = 0.3;
/// A face fills about half of the window in which it is looked at from near.
const NEAR: f64 = 2.0;
/// So many faces are looked at from near: one is wanted, and the others only have to be counted.
const MOST_NEAR: usize = 3;

/// A square part of the picture, which may reach beyond it.
#[derive(Clone, Copy)]
struct Window {
    x: f64,
    y: f64,
    side: f64,
}

/// A face with the square around it.
#[derive(Clone, Copy)]
struct Found {
    face: Face,
    window: Window,
}

/// The faces of an upright picture, the largest first.
pub fn find(picture: &RgbImage) -> Vec<Face> {
    let Some(network) = NETWORK.as_ref() else { return Vec::new() };
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let side = width.max(height);
    let whole = Window { x: (width - side) / 2.0, y: (height - side) / 2.0, side };
    let mut found = look(network, picture, whole);
    if found.is_empty() {
        found = parts(width, height).into_iter().flat_map(|part| look(network, picture, part)).collect();
        found = one_each(found);
    }
    found.sort_by(|one, other| other.window.side.total_cmp(&one.window.side));
    for one in found.iter_mut().take(MOST_NEAR) {
        *one = nearer(network, picture, one).unwrap_or(*one);
    }
    found.sort_by(|one, other| other.window.side.total_cmp(&one.window.side));
    found.into_iter().map(|one| one.face).filter(|face| face.sure >= LEAST_SURE).collect()
}

/// Four corners and the middle, each a little over half of the picture.
fn parts(width: f64, height: f64) -> Vec<Window> {
    let side = width.max(height) * 0.55;
    let ends = |length: f64| if length <= side { vec![(length - side) / 2.0] } else { vec![0.0, length - side] };
    let mut parts = vec![Window { x: (width - side) / 2.0, y: (height - side) / 2.0, side }];
    for y in ends(height) {
        parts.extend(ends(width).into_iter().map(|x| Window { x, y, side }));
    }
    parts
}

fn nearer(network: &Network, picture: &RgbImage, found: &Found) -> Option<Found> {
    let Window { x, y, side } = found.window;
    let margin = side * (NEAR - 1.0) / 2.0;
    let near = look(network, picture, Window { x: x - margin, y: y - margin, side: side * NEAR });
    near.into_iter().find(|near| overlap(near.window, found.window) > OVERLAP)
}

/// What the network sees in a window.
fn look(network: &Network, picture: &RgbImage, window: Window) -> Vec<Found> {
    let Some(pixels) = sample(picture, window) else { return Vec::new() };
    let scale = window.side;
    let mut found = Vec::new();
    for guess in network.look(&pixels).into_iter().filter(|guess| guess.score >= LEAST_SCORE) {
        let at = |number: usize| -> Point {
            let along = |cell: f32, moved: f32| f64::from(cell + moved / SIDE as f32) * scale;
            Point {
                x: window.x + along(guess.cell.0, guess.numbers[number]),
                y: window.y + along(guess.cell.1, guess.numbers[number + 1]),
            }
        };
        debug_assert_eq!(NUMBERS, 16, "a box of four numbers and six points");
        let (middle, side) = (at(0), f64::from(guess.numbers[2].max(guess.numbers[3])) / SIDE as f64 * scale);
        let face = Face {
            left_eye: at(4),
            right_eye: at(6),
            nose: at(8),
            mouth: at(10),
            left_ear: at(12),
            right_ear: at(14),
            sure: 1.0 / (1.0 + f64::from(-guess.score).exp()),
        };
        found.push(Found { face, window: Window { x: middle.x - side / 2.0, y: middle.y - side / 2.0, side } });
    }
    one_each(found)
}

/// Of guesses at the same face one, in which each has its weight.
fn one_each(mut guesses: Vec<Found>) -> Vec<Found> {
    guesses.sort_by(|one, other| other.face.sure.total_cmp(&one.face.sure));
    let mut faces: Vec<Found> = Vec::new();
    while let Some(best) = guesses.first().copied() {
        let (same, rest): (Vec<Found>, Vec<Found>) =
            guesses.into_iter().partition(|guess| overlap(guess.window, best.window) > OVERLAP);
        guesses = rest;
        faces.push(if same.is_empty() { best } else { mean(&same, best) });
        if same.is_empty() {
            break; // a square without an extent overlaps nothing, not even itself
        }
    }
    faces
}

fn mean(guesses: &[Found], best: Found) -> Found {
    let all: f64 = guesses.iter().map(|guess| guess.face.sure).sum();
    let of = |part: fn(&Found) -> f64| guesses.iter().map(|guess| part(guess) * guess.face.sure).sum::<f64>() / all;
    let point = |part: fn(&Face) -> Point| Point {
        x: guesses.iter().map(|guess| part(&guess.face).x * guess.face.sure).sum::<f64>() / all,
        y: guesses.iter().map(|guess| part(&guess.face).y * guess.face.sure).sum::<f64>() / all,
    };
    Found {
        face: Face {
            left_eye: point(|face| face.left_eye),
            right_eye: point(|face| face.right_eye),
            nose: point(|face| face.nose),
            mouth: point(|face| face.mouth),
            left_ear: point(|face| face.left_ear),
            right_ear: point(|face| face.right_ear),
            sure: best.face.sure,
        },
        window: Window { x: of(|one| one.window.x), y: of(|one| one.window.y), side: of(|one| one.window.side) },
    }
}

/// What two squares share, of what they cover together.
fn overlap(one: Window, other: Window) -> f64 {
    let shared = |a: f64, b: f64| ((a + one.side).min(b + other.side) - a.max(b)).max(0.0);
    let both = shared(one.x, other.x) * shared(one.y, other.y);
    both / (one.side * one.side + other.side * other.side - both).max(1e-9)
}

/// A window as the network wants it: [`SIDE`]² pixels from -1 to 1; what lies beyond the picture is black.
fn sample(picture: &RgbImage, window: Window) -> Option<Vec<f32>> {
    let (left, top) = (window.x.max(0.0), window.y.max(0.0));
    let right = (window.x + window.side).min(f64::from(picture.width()));
    let bottom = (window.y + window.side).min(f64::from(picture.height()));
    let scale = SIDE as f64 / window.side;
    let (columns, rows) = (((right - left) * scale).round(), ((bottom - top) * scale).round());
    if !(columns >= 1.0 && rows >= 1.0) {
        return None;
    }
    let (columns, rows) = ((columns as usize).min(SIDE), (rows as usize).min(SIDE));
    let from = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x3).ok()?;
    let mut to = Image::new(columns as u32, rows as u32, PixelType::U8x3);
    let options = ResizeOptions::new()
        .crop(left, top, right - left, bottom - top)
        .resize_alg(ResizeAlg::Convolution(FilterType::Bilinear));
    Resizer::new().resize(&from, &mut to, &options).ok()?;
    let (x, y) = (((left - window.x) * scale).round() as usize, ((top - window.y) * scale).round() as usize);
    let (x, y) = (x.min(SIDE - columns), y.min(SIDE - rows));
    let mut pixels = vec![-1.0; SIDE * SIDE * 3];
    for (row, line) in to.buffer().chunks_exact(columns * 3).enumerate() {
        let at = ((y + row) * SIDE + x) * 3;
        for (pixel, value) in pixels[at..at + columns * 3].iter_mut().zip(line) {
            *pixel = f32::from(*value) / 127.5 - 1.0;
        }
    }
    Some(pixels)
}
