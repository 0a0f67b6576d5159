//! The watermark of identity papers: a slanted line of red capitals, again and again over the whole page, so that no part
//! that is worth cutting out is without one; thin enough to read through.

use image::RgbImage;

use super::letters::{self, LINE, Point};

pub use letters::unknown;

/// The ink, and how much of it is laid on.
const INK: [f64; 3] = [170.0, 10.0, 40.0];
const INK_SHARE: f64 = 0.42;
/// A rim of white around the letters: they show on dark paper too.
const RIM_SHARE: f64 = 0.35;
/// Half of a stroke's width, and what the rim adds, in units of the letters.
const HALF: f64 = 0.42;
const RIM: f64 = 0.55;
/// How much a line rises on its way.
const SLANT: f64 = 0.13;
/// How much of the page's width a line takes.
const ACROSS: f64 = 0.94;
/// So many times the lines stand on a page.
const TIMES: u32 = 4;

/// Lays the lines over a picture.
pub fn lay(picture: &mut RgbImage, lines: &[String]) {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let texts: Vec<_> = lines.iter().map(|line| letters::lines(line)).collect();
    let widest = texts.iter().map(|(_, wide)| *wide).fold(1.0, f64::max);
    let unit = width * ACROSS / widest;
    let mut cover = Cover::of(picture);
    let block = texts.len() as f64 * LINE * unit;
    let rises = width * ACROSS * SLANT;
    for time in 0..TIMES {
        let middle = height * (f64::from(time) + 0.5) / f64::from(TIMES);
        let top = middle - block / 2.0 + rises / 2.0;
        for (row, (pieces, wide)) in texts.iter().enumerate() {
            let left = (width - wide * unit) / 2.0;
            let down = top + row as f64 * LINE * unit;
            let put = |(x, y): Point| (left + x * unit, down + y * unit - (left + x * unit) * SLANT);
            pieces.iter().for_each(|(from, to)| cover.line(put(*from), put(*to), unit));
        }
    }
    cover.lay(picture);
}

/// How much of each pixel is covered: by ink, by the rim.
struct Cover {
    width: usize,
    height: usize,
    ink: Vec<u8>,
    rim: Vec<u8>,
}

impl Cover {
    fn of(picture: &RgbImage) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        Self { width, height, ink: vec![0; width * height], rim: vec![0; width * height] }
    }

    fn line(&mut self, from: Point, to: Point, unit: f64) {
        // On a thumbnail a stroke is still a whole pixel wide.
        let (half, rim) = ((HALF * unit).max(0.5), RIM * unit);
        let reach = half + rim + 1.0;
        let span = |one: f64, other: f64, end: usize| {
            let (least, most) = (one.min(other) - reach, one.max(other) + reach);
            (least.max(0.0) as usize)..(most.max(0.0) as usize + 1).min(end)
        };
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let long = (dx * dx + dy * dy).max(1e-9);
        for y in span(from.1, to.1, self.height) {
            for x in span(from.0, to.0, self.width) {
                let (px, py) = (x as f64 + 0.5 - from.0, y as f64 + 0.5 - from.1);
                let along = ((px * dx + py * dy) / long).clamp(0.0, 1.0);
                let far = (px - along * dx).hypot(py - along * dy);
                let share = |edge: f64| ((edge - far + 0.5).clamp(0.0, 1.0) * 255.0) as u8;
                let at = y * self.width + x;
                self.ink[at] = self.ink[at].max(share(half));
                self.rim[at] = self.rim[at].max(share(half + rim));
            }
        }
    }

    fn lay(&self, picture: &mut RgbImage) {
        for (pixel, (ink, rim)) in picture.pixels_mut().zip(self.ink.iter().zip(&self.rim)) {
            let (ink, rim) = (f64::from(*ink) / 255.0 * INK_SHARE, f64::from(rim - ink) / 255.0 * RIM_SHARE);
            for (part, colour) in pixel.0.iter_mut().zip(INK) {
                let light = f64::from(*part) * (1.0 - rim) + 255.0 * rim;
                *part = (light * (1.0 - ink) + colour * ink).round() as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stripe_of_the_page_is_marked_on_light_and_on_dark_and_most_of_it_stays_readable() {
        let lines = ["ТЕК ҮЛГІ № 1".to_owned(), "ТОЛЬКО ОБРАЗЕЦ № 1".to_owned()];
        for (width, height, ground) in [(800, 1100, 255), (1100, 800, 255), (800, 1100, 0), (170, 240, 128)] {
            let mut picture = RgbImage::from_pixel(width, height, image::Rgb([ground; 3]));
            lay(&mut picture, &lines);
            let changed = |y: u32| (0..width).filter(|x| picture.get_pixel(*x, y).0 != [ground; 3]).count();
            for third in 0..6 {
                let rows = height * third / 6..height * (third + 1) / 6;
                assert!(rows.map(changed).sum::<usize>() > 50, "{width}×{height} {ground}: stripe {third}");
            }
            let all = (0..height).map(changed).sum::<usize>();
            assert!(all < (width * height / 2) as usize, "{width}×{height}: {all} pixels are covered");
        }
    }
}
