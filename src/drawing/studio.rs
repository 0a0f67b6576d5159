//! The server's side of drawing: begins the process, gives it the file, takes pixels, ends it when its time is over.

use std::io;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use image::RgbImage;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdout, Command};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout_at};

use super::frame::{HEAD, Head};
use super::{LONGEST, MOST_PAGES, child, limits};
use crate::documents::Format;

/// So many processes draw at once: each may take a gigabyte and a processor.
const AT_ONCE: usize = 2;

/// Where papers are drawn.
#[derive(Debug)]
pub struct Studio {
    program: PathBuf,
    places: Semaphore,
    deadline: Duration,
}

/// A page that came.
#[derive(Debug)]
pub struct Drawn {
    /// Its number, from 1.
    pub number: u32,
    /// Its pixels; none when it could not be drawn.
    pub picture: Option<RgbImage>,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Pages of the document, as far as it told; none when it could not even be opened.
    pub pages: u32,
    /// It went through to the end: no limit was hit, nothing broke.
    pub whole: bool,
}

impl Studio {
    /// Draws with a program that knows `draw`: this one.
    pub fn new(program: PathBuf) -> Self {
        Self { program, places: Semaphore::new(AT_ONCE), deadline: limits::DEADLINE }
    }
    /// With another deadline: for whoever tries what happens after it.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// Whether nobody draws.
    pub fn is_idle(&self) -> bool {
        self.places.available_permits() == AT_ONCE
    }

    /// Draws these pages of a file of at most 20 MB that `load` gives out as soon as there is a place, piece by piece;
    /// shows each page as it comes. A file that cannot be drawn is no error. Errors are those of `load`, of its pieces and
    /// of `show`, and of a machine that cannot begin a process.
    pub async fn draw<E: From<io::Error>, S: Stream<Item = io::Result<Bytes>> + Unpin>(
        &self,
        format: Format,
        pages: RangeInclusive<u32>,
        load: impl Future<Output = Result<S, E>>,
        show: impl AsyncFnMut(Drawn) -> Result<(), E>,
    ) -> Result<Ended, E> {
        self.draw_within(LONGEST, format, pages, load, show).await
    }

    /// The same, the longer side of each page of at most so many pixels.
    pub(super) async fn draw_within<E: From<io::Error>, S: Stream<Item = io::Result<Bytes>> + Unpin>(
        &self,
        longest: u32,
        format: Format,
        pages: RangeInclusive<u32>,
        load: impl Future<Output = Result<S, E>>,
        mut show: impl AsyncFnMut(Drawn) -> Result<(), E>,
    ) -> Result<Ended, E> {
        let _place = self.place().await?;
        let mut pieces = load.await?;
        let mut process = self.begin()?;
        let deadline = Instant::now() + self.deadline;
        let mut ended = Ended { pages: 0, whole: false };
        let (first, last) = pages.into_inner();
        let fed = timeout_at(deadline, feed(&mut process, &child::told(format, first, longest), &mut pieces)).await;
        if let Ok(Err(Fed::Broken(error))) = fed {
            return Err(error.into()); // the process goes with what was to be fed
        }
        if matches!(fed, Ok(Ok(()))) {
            drop(pieces);
            let mut number = first.saturating_sub(1);
            while let Some(out) = process.stdout.as_mut()
                && let Ok(Ok(head)) = timeout_at(deadline, next(out)).await
            {
                let picture = match head {
                    None => {
                        let left = timeout_at(deadline, process.wait()).await;
                        ended.whole = ended.pages > 0 && left.is_ok_and(|left| left.is_ok_and(|one| one.success()));
                        break;
                    }
                    Some((Head::Pages(pages), _)) => {
                        ended.pages = pages;
                        continue;
                    }
                    Some((_, picture)) => picture,
                };
                number += 1;
                if number > MOST_PAGES.min(ended.pages) {
                    break;
                }
                show(Drawn { number, picture }).await?;
                if number == last && last < MOST_PAGES {
                    ended.whole = true; // all that was wanted
                    break;
                }
            }
        }
        // Whatever it still does, nobody waits for it; a process that has ended is not there to be killed.
        let _ = process.kill().await;
        if !ended.whole {
            tracing::warn!(event = "not_drawn", pages = ended.pages);
        }
        Ok(ended)
    }

    /// A place for a process.
    pub(super) async fn place(&self) -> io::Result<SemaphorePermit<'_>> {
        self.places.acquire().await.map_err(io::Error::other)
    }
    /// How long a process may take.
    pub(super) fn deadline(&self) -> Duration {
        self.deadline
    }

    pub(super) fn begin(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .arg(child::NAME)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(io::Error::other)
    }
}

/// Why a process was not fed.
pub(super) enum Fed {
    /// It does not eat.
    Refused,
    /// There is no more to give.
    Broken(io::Error),
}

pub(super) async fn feed(
    process: &mut Child,
    told: &[u8],
    pieces: &mut (impl Stream<Item = io::Result<Bytes>> + Unpin),
) -> Result<(), Fed> {
    let refused = |_| Fed::Refused;
    let mut input = process.stdin.take().ok_or(Fed::Refused)?;
    input.write_all(told).await.map_err(refused)?;
    while let Some(piece) = pieces.next().await {
        input.write_all(&piece.map_err(Fed::Broken)?).await.map_err(refused)?;
    }
    input.shutdown().await.map_err(refused)
}

/// The next head with the pixels that follow it; none at the end.
pub(super) async fn next(out: &mut ChildStdout) -> io::Result<Option<(Head, Option<RgbImage>)>> {
    let mut head = [0; HEAD];
    if out.read(&mut head[..1]).await? == 0 {
        return Ok(None);
    }
    out.read_exact(&mut head[1..]).await?;
    let head = Head::read(head).ok_or(io::ErrorKind::InvalidData)?;
    let Head::Page(width, height) = head else { return Ok(Some((head, None))) };
    let mut pixels = vec![0; width as usize * height as usize * 3];
    out.read_exact(&mut pixels).await?;
    Ok(Some((head, RgbImage::from_raw(width, height, pixels))))
}
