//! A photograph cut in the drawing process, both sides of it: a picture of a few kilobytes may hold 100 megapixels, and its
//! decoder meets it there, under the limits, before the scanner has looked at it. Back come the pixels of the small copy and
//! of the photograph, then the numbers as JSON.

use std::io::{self, Write};
use std::pin::pin;

use bytes::Bytes;
use futures_util::Stream;
use image::RgbImage;
use tokio::io::AsyncReadExt;
use tokio::process::Child;
use tokio::time::{Instant, timeout_at};

use super::child;
use super::frame::{self, Head, MOST_NUMBERS};
use super::studio::{Fed, Studio, feed, next};
use crate::documents::Format;
use crate::documents::picture::PictureError;
use crate::imaging::{self, Developed, Portrait, Wish};

/// What goes before the picture: format and length, then the wish.
fn told(format: Format, wish: Wish) -> io::Result<Vec<u8>> {
    let wish = serde_json::to_vec(&wish)?;
    let length = u8::try_from(wish.len()).map_err(io::Error::other)?;
    Ok([&[child::sign(format).to_ascii_uppercase(), length], &*wish].concat())
}

/// The child's side: cuts the photograph and writes it down.
pub(super) fn run(bytes: &[u8], format: Format, wish: &[u8], out: &mut impl Write) -> io::Result<()> {
    let wish = serde_json::from_slice(wish)?;
    let Developed { photo, preview, found } = imaging::developed(bytes, format, wish).map_err(io::Error::other)?;
    frame::page(out, &preview)?;
    frame::page(out, &photo)?;
    let numbers = serde_json::to_vec(&found)?;
    frame::head(out, Head::Numbers(u32::try_from(numbers.len()).map_err(io::Error::other)?))?;
    out.write_all(&numbers)?;
    out.flush()
}

impl Studio {
    /// Makes the photograph of a picture of at most 20 MB that `load` gives out as soon as there is a place, piece by piece.
    /// A picture of which none can be made, or not within the limits, is a broken one. Errors are those of `load` and of its
    /// pieces, and of a machine that cannot begin a process or is too busy to end it.
    pub async fn cut<E: From<io::Error>, S: Stream<Item = io::Result<Bytes>>>(
        &self,
        format: Format,
        wish: Wish,
        load: impl Future<Output = Result<S, E>>,
    ) -> Result<Result<Portrait, PictureError>, E> {
        let told = told(format, wish)?;
        let (_place, pieces) = (self.place().await?, load.await?);
        let mut process = self.begin()?;
        let deadline = Instant::now() + self.deadline();
        let cut = timeout_at(deadline, async {
            feed(&mut process, &told, &mut pin!(pieces)).await?;
            Ok(read(&mut process).await)
        });
        let cut = cut.await;
        let _ = process.kill().await;
        let cut = match cut {
            Ok(Err(Fed::Broken(error))) => return Err(error.into()),
            Ok(Ok(Ok(cut))) => cut,
            Ok(_) => None,
            // Its own limit of CPU ends a bomb long before: this machine is too busy, and the picture may be good.
            Err(_) => return Err(io::Error::from(io::ErrorKind::TimedOut).into()),
        };
        let Some(cut) = cut.filter(Developed::is_sound) else {
            tracing::warn!(event = "not_cut");
            return Ok(Err(PictureError::Broken));
        };
        let written = tokio::task::spawn_blocking(move || cut.written());
        Ok(written.await.map_err(io::Error::other)?)
    }

    /// The whole of a picture, upright, its longer side of at most so many pixels; none when it cannot be drawn. Errors are
    /// those of [`Studio::draw`].
    pub async fn upright<E: From<io::Error>, S: Stream<Item = io::Result<Bytes>> + Unpin>(
        &self,
        format: Format,
        longest: u32,
        load: impl Future<Output = Result<S, E>>,
    ) -> Result<Option<RgbImage>, E> {
        let mut upright = None;
        let keep = async |page: super::Drawn| {
            upright = page.picture;
            Ok(())
        };
        self.draw_within(longest, format, 1..=1, load, keep).await?;
        Ok(upright)
    }
}

/// What the child says; none when it says anything else.
async fn read(process: &mut Child) -> io::Result<Option<Developed>> {
    let Some(out) = process.stdout.as_mut() else { return Ok(None) };
    let Some((_, Some(preview))) = next(out).await? else { return Ok(None) };
    let Some((_, Some(photo))) = next(out).await? else { return Ok(None) };
    let Some((Head::Numbers(length), _)) = next(out).await? else { return Ok(None) };
    let mut numbers = vec![0; length.min(MOST_NUMBERS) as usize];
    out.read_exact(&mut numbers).await?;
    Ok(Some(Developed { photo, preview, found: serde_json::from_slice(&numbers)? }))
}
