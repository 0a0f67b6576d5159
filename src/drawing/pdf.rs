//! Pages of a PDF, drawn by hayro. Scripts, attachments, links and forms are not looked at: there is nothing here that
//! could run them.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::RgbImage;

use super::MOST_PAGES;
use super::frame::{self, Head};

/// No larger than this beside what it says: a stamp is not blown up to a poster.
const MOST_SCALE: f32 = 4.0;

/// Draws the pages onto `out`, from the first that is wanted on, each as soon as it is done, its longer side of so many
/// pixels.
pub fn draw(bytes: Vec<u8>, first: u8, longest: u32, out: &mut impl Write) -> io::Result<()> {
    let pdf = Pdf::new(bytes).map_err(|_| io::ErrorKind::InvalidData)?;
    let pages = pdf.pages();
    frame::head(out, Head::Pages(u32::try_from(pages.len()).unwrap_or(u32::MAX)))?;
    let cache = RenderCache::new();
    for page in pages.iter().take(MOST_PAGES as usize).skip(usize::from(first).saturating_sub(1)) {
        match catch_unwind(AssertUnwindSafe(|| one(page, longest, &cache))) {
            Ok(Some(picture)) => frame::page(out, &picture)?,
            _ => frame::head(out, Head::Broken)?,
        }
    }
    Ok(())
}

fn one<'a>(page: &'a Page<'a>, longest: u32, cache: &RenderCache<'a>) -> Option<RgbImage> {
    let (width, height) = page.render_dimensions();
    let scale = (longest as f32 / width.max(height)).min(MOST_SCALE);
    if !(width * scale >= 1.0 && height * scale >= 1.0) {
        return None; // no size, or a line as thin as a hair
    }
    let (interpret, draw) = (InterpreterSettings::default(), RenderSettings::default());
    let paper = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(page, cache, &interpret, &draw, &paper);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    // On white nothing is transparent: the three colours are all there is.
    let rgb = drawn.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    RgbImage::from_raw(width, height, rgb)
}
