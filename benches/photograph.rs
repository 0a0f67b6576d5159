//! What a photograph of 12 megapixels costs: decode, find the face, cut, measure, encode; beside decoding alone.
//!
//! CPU seconds of the whole process (`CLOCK_PROCESS_CPUTIME_ID`: what getrusage adds up, but to the nanosecond), so that
//! threads of a library would count too. The picture is drawn and given a sensor's noise: 12 megapixels in some 5 MB, as
//! phones write them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark that panics has told what is wrong")]

use std::hint::black_box;

use image::imageops::FilterType;
use image::{ImageFormat, ImageReader, RgbImage};
use ruqsat::demo::portrait::{Looks, draw};
use ruqsat::documents::Format;
use ruqsat::imaging::{Wish, portrait};
use rustix::time::{ClockId, clock_gettime};

/// Width and height of the picture.
const SIZE: (u32, u32) = (3000, 4000);
const ROUNDS: u32 = 10;
/// What a photograph may cost.
const MOST: f64 = 0.4;

fn cpu() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// CPU seconds of one round.
fn each(mut work: impl FnMut()) -> f64 {
    work(); // the weights are read once
    let before = cpu();
    (0..ROUNDS).for_each(|_| work());
    (cpu() - before) / f64::from(ROUNDS)
}

/// A person before a wall, with room around and the grain of a sensor.
fn taken() -> RgbImage {
    let looks = Looks {
        skin: [196, 150, 116],
        hair: [40, 32, 28],
        coat: [58, 74, 104],
        scarf: None,
        glasses: true,
        wall: [222, 224, 226],
    };
    let drawn = draw(&looks);
    let mut picture = image::imageops::resize(&drawn, SIZE.0, SIZE.1, FilterType::Triangle);
    let mut grain = 0x2545_F491_4F6C_DD1D_u64;
    for part in picture.iter_mut() {
        grain ^= grain << 13;
        grain ^= grain >> 7;
        grain ^= grain << 17;
        *part = part.saturating_add((grain % 15) as u8).saturating_sub(7);
    }
    picture
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

fn main() {
    let upright = taken();
    for (name, picture) in [("upright", upright.clone()), ("on its side", image::imageops::rotate270(&upright))] {
        let bytes = jpeg(&picture);
        let megabytes = bytes.len() as f64 / 1e6;
        let plain = each(|| {
            let mut reader = ImageReader::new(std::io::Cursor::new(&bytes));
            reader.set_format(ImageFormat::Jpeg);
            black_box(reader.decode().unwrap());
        });
        let whole = each(|| {
            let made = portrait(&bytes, Format::Jpeg, Wish::Propose).unwrap();
            assert!(made.measured.head.is_some(), "the face is found");
            black_box(made);
        });
        println!(
            "{name}: {megabytes:.1} MB, 12 megapixels: {whole:.3} s CPU ({:.2} of {MOST} s); decoding alone {plain:.3} s, ratio {:.2}",
            whole / MOST,
            whole / plain
        );
    }
}
