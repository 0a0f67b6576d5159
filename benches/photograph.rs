//! What a photograph of 12 megapixels costs: decode, find the face, cut, measure, encode; beside decoding alone. Ends with
//! an error when one of the cases costs more than it may.
//!
//! CPU seconds of the whole process (`CLOCK_PROCESS_CPUTIME_ID`: what getrusage adds up, but to the nanosecond), so that
//! threads of a library would count too, and of the drawing process in which a photograph is cut (`cutime` and `cstime` of
//! proc(5), in hundredths), its beginning and its end included. The picture is drawn and given a sensor's noise: 12 megapixels in some 5 MB, as
//! phones write them. Where no face is found, it is looked for whichever way the picture lies: four times.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark that panics has told what is wrong")]

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, ExitCode};

use image::imageops::FilterType;
use image::{ImageFormat, ImageReader, RgbImage};
use ruqsat::demo::portrait::{Looks, draw};
use ruqsat::documents::Format;
use ruqsat::drawing::Studio;
use ruqsat::imaging::Wish;
use rustix::time::{ClockId, clock_gettime};

/// Width and height of the picture.
const SIZE: (u32, u32) = (3000, 4000);
/// So many in a row, so that hundredths of a second are fine enough; and so often: what else the machine does at that time
/// makes a row dearer and never cheaper, so the cheapest tells what the work costs.
const ROUNDS: u32 = 5;
const ROWS: u32 = 4;
/// What a photograph may cost.
const MOST: f64 = 0.4;
/// Steps of brightness that a sensor's noise takes to both sides; of a picture that a program has saved anew, the least.
const GRAIN: u64 = 7;
const FINE_GRAIN: u64 = 1;

fn cpu() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9 + cpu_of_ended_children()
}

/// Fields 16 and 17 of proc(5), `/proc/self/stat`: 14 and 15 behind the name, which may hold blanks.
fn cpu_of_ended_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let behind = stat.rsplit(')').next().unwrap();
    behind.split_whitespace().skip(13).take(2).map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>() / 100.0
}

/// CPU seconds of one round.
fn each(mut work: impl FnMut()) -> f64 {
    work(); // the weights are read once
    let row = |_| {
        let before = cpu();
        (0..ROUNDS).for_each(|_| work());
        (cpu() - before) / f64::from(ROUNDS)
    };
    (0..ROWS).map(row).fold(f64::INFINITY, f64::min)
}

/// A person before a wall, with room around.
fn person() -> RgbImage {
    draw(&Looks {
        skin: [196, 150, 116],
        hair: [40, 32, 28],
        coat: [58, 74, 104],
        scarf: None,
        glasses: true,
        wall: [222, 224, 226],
    })
}

/// The same picture without anybody in it: the wall, a shelf and a lamp.
fn nobody() -> RgbImage {
    RgbImage::from_fn(840, 1080, |x, y| match (x, y) {
        (100..740, 700..760) => image::Rgb([96, 70, 48]),
        (300..420, 300..700) => image::Rgb([240, 220, 160]),
        _ => image::Rgb([222, 224, 226]),
    })
}

/// A drawing as a camera takes it: large, and with the grain of its sensor.
fn taken(drawn: &RgbImage, most: u64) -> RgbImage {
    let mut picture = image::imageops::resize(drawn, SIZE.0, SIZE.1, FilterType::Triangle);
    let mut grain = 0x2545_F491_4F6C_DD1D_u64;
    for part in picture.iter_mut() {
        grain ^= grain << 13;
        grain ^= grain >> 7;
        grain ^= grain << 17;
        *part = part.saturating_add((grain % (2 * most + 1)) as u8).saturating_sub(most as u8);
    }
    picture
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The same JPEG in ten passes, as programs for the web write it (Debian: libjpeg-turbo-progs).
fn progressive(jpeg: &[u8]) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (from, to) = (folder.join("baseline.jpg"), folder.join("progressive.jpg"));
    std::fs::write(&from, jpeg).unwrap();
    run(Command::new("jpegtran").arg("-progressive").arg("-outfile").args([&to, &from]));
    std::fs::read(&to).unwrap()
}

/// Runs a program that tests/tools/install brings.
fn run(program: &mut Command) {
    assert!(program.status().is_ok_and(|status| status.success()), "{program:?}: see tests/tools/install");
}

/// The picture as WebP with loss, as phones and pages of the web have it (Debian: webp).
fn webp(picture: &RgbImage, more: &[&str]) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (from, to) = (folder.join("picture.ppm"), folder.join("picture.webp"));
    let head = format!("P6\n{} {}\n255\n", picture.width(), picture.height());
    std::fs::write(&from, [head.as_bytes(), picture.as_raw()].concat()).unwrap();
    run(Command::new("cwebp").arg("-quiet").args(more).arg("-o").args([&to, &from]));
    std::fs::read(&to).unwrap()
}

/// Measures one case; whether it costs no more than it may.
fn measure(name: &str, picture: &[u8], has_face: bool) -> bool {
    let format = Format::of(picture).unwrap();
    let decoder = match format {
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let plain = each(|| {
        let mut reader = ImageReader::new(std::io::Cursor::new(picture));
        reader.set_format(decoder);
        black_box(reader.decode().unwrap());
    });
    let studio = Studio::new(env!("CARGO_BIN_EXE_ruqsat").into());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let whole = each(|| {
        let pieces = picture.chunks(1 << 16).map(|piece| Ok(bytes::Bytes::copy_from_slice(piece)));
        let load = async { Ok::<_, std::io::Error>(futures_util::stream::iter(pieces)) };
        let made = runtime.block_on(studio.cut(format, Wish::Propose, load)).unwrap().unwrap();
        assert_eq!(made.measured.head.is_some(), has_face, "whether a face is found");
        black_box(made);
    });
    println!(
        "{name}: {:.1} MB, 12 megapixels: {whole:.3} s CPU ({:.2} of {MOST} s); decoding alone {plain:.3} s, ratio {:.2}",
        picture.len() as f64 / 1e6,
        whole / MOST,
        whole / plain
    );
    whole <= MOST
}

fn main() -> ExitCode {
    let upright = taken(&person(), GRAIN);
    let baseline = jpeg(&upright);
    let cases = [
        ("JPEG, upright", baseline.clone(), true),
        ("JPEG, on its side", jpeg(&image::imageops::rotate270(&upright)), true),
        ("JPEG, progressive", progressive(&baseline), true),
        ("JPEG without a face", jpeg(&taken(&nobody(), GRAIN)), false),
        ("PNG, upright", png(&taken(&person(), FINE_GRAIN)), true),
        ("PNG without a face", png(&taken(&nobody(), FINE_GRAIN)), false),
        ("WebP, upright", webp(&upright, &["-q", "75"]), true),
        ("WebP, large", webp(&upright, &["-q", "90"]), true),
        ("WebP without a face", webp(&taken(&nobody(), GRAIN), &["-q", "75"]), false),
        ("WebP without loss", webp(&taken(&person(), FINE_GRAIN), &["-lossless", "-z", "2"]), true),
    ];
    let dear: Vec<&str> = cases
        .iter()
        .filter(|(name, bytes, has_face)| !measure(name, bytes, *has_face))
        .map(|(name, ..)| *name)
        .collect();
    if dear.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("more than {MOST} s: {}", dear.join("; "));
    ExitCode::FAILURE
}
