//! Letters in a picture, by tesseract where the machine has it: the lines of a passport's zone, or all words of a paper.
//! It runs as a process of its own ([`super::reader`]), and is given nothing but grey pixels that were decoded and drawn
//! anew (by `ruqsat draw`): no byte of what was brought.

use std::path::{Path, PathBuf};
use std::time::Duration;

use image::{GrayImage, RgbImage};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};

use super::reader;
use crate::documents::passport_zone::seen;
use crate::documents::words::PageWords;

/// Where a system keeps it.
const PLACES: [&str; 3] = ["/usr/bin/tesseract", "/usr/local/bin/tesseract", "/opt/homebrew/bin/tesseract"];
/// Signs of a zone.
const ZONE: &str = "tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
/// Pixels of the longer side of a photograph that it reads best: letters of a passport's page are then 20 to 40 pixels high.
const LONGEST: u32 = 2_000;
/// For a picture, whichever way it lies. A look at a page takes about a second, on a busy machine some.
const DEADLINE: Duration = Duration::from_secs(25);
/// For all pages on which somebody has a word looked for: a clerk waits for it.
const PATIENCE: Duration = Duration::from_secs(10);
/// The letters of papers, by the names that the program has for them.
const ALPHABETS: [&str; 3] = ["kaz", "rus", "eng"];
/// So many look at once: each may take a gigabyte and a processor.
const AT_ONCE: usize = 2;

/// The program, and what it knows to read.
#[derive(Debug)]
pub struct Recogniser {
    program: PathBuf,
    /// Letters made for zones, if somebody has taught it them; else those of English.
    letters: &'static str,
    /// Letters of papers, joined as the program wants them; empty when it knows none.
    alphabets: String,
    /// How it looks for words: anywhere, whichever way the page lies if it has learned to tell that.
    sparse: &'static str,
    deadline: Duration,
    places: Semaphore,
}

/// What came of a look at a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Lines that may be those of a zone.
    Lines(Vec<String>),
    /// None, or no picture that could be opened.
    Nothing,
    /// The program was busy, broke, or did not answer in time.
    Away,
}

impl Recogniser {
    /// Looks for it on this machine; `None` when it is not there, or has no letters to read.
    pub fn find() -> Option<Self> {
        PLACES.into_iter().map(Path::new).find(|path| path.is_file()).and_then(Self::at)
    }

    /// The program of this path; `None` when it does not answer, or has no letters to read.
    pub fn at(program: &Path) -> Option<Self> {
        let known = reader::ask(program, "--list-langs").ok()?;
        let knows = |one: &&str| known.lines().any(|line| line.trim() == *one);
        Some(Self {
            program: program.to_owned(),
            letters: ["ocrb", "mrz", "eng"].into_iter().find(knows)?,
            alphabets: ALPHABETS.into_iter().filter(knows).collect::<Vec<_>>().join("+"),
            sparse: if knows(&"osd") { "12" } else { "11" },
            deadline: DEADLINE,
            places: Semaphore::new(AT_ONCE),
        })
    }

    /// With another deadline: for whoever tries what happens after it.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// The lines of a zone in a picture that `page` draws, upright, its longer side of so many pixels as it is told; none when
    /// it cannot be drawn. Whatever the program does, there is an answer at the deadline, and the process has ended by then.
    /// Errors are those of `page`.
    pub async fn zone<E>(&self, page: impl AsyncFnOnce(u32) -> Result<Option<RgbImage>, E>) -> Result<Seen, E> {
        let ends = Instant::now() + self.deadline;
        let Ok(Ok(_place)) = timeout_at(ends, self.places.acquire()).await else { return Ok(Seen::Away) };
        Ok(match timeout_at(ends, page(LONGEST)).await {
            Ok(page) => match page? {
                Some(page) => self.look(page, ends).await,
                None => Seen::Nothing,
            },
            Err(_) => Seen::Away,
        })
    }

    /// Whether it knows the letters of any papers.
    pub fn reads_words(&self) -> bool {
        !self.alphabets.is_empty()
    }

    /// When a look for words that begins now is over, however many pages it takes.
    pub fn patience(&self) -> Instant {
        Instant::now() + self.deadline.min(PATIENCE)
    }

    /// The words of a page that was drawn here, with their places; none when there was no room, or no answer in time.
    /// Errors are those of `page`.
    pub async fn words<E>(
        &self,
        page: impl Future<Output = Result<RgbImage, E>>,
        ends: Instant,
    ) -> Result<Option<PageWords>, E> {
        let Ok(Ok(_place)) = timeout_at(ends, self.places.acquire()).await else { return Ok(None) };
        let Ok(page) = timeout_at(ends, page).await else { return Ok(None) };
        let page = grey(page?);
        let asked = ["--psm", self.sparse, "-l", &self.alphabets, "-c", "tessedit_create_tsv=1"];
        Ok(match reader::text(&self.program, &asked, pgm(&page), ends).await {
            Ok(table) => Some(PageWords::read(&table, page.dimensions())),
            Err(error) => {
                tracing::warn!(event = "recogniser_failed", cause = %error);
                None
            }
        })
    }

    async fn look(&self, page: RgbImage, ends: Instant) -> Seen {
        let mut page = grey(page);
        // As the camera says first, then on its side, on its head, and on the other side.
        for turns in 0..4 {
            if turns > 0 {
                page = image::imageops::rotate90(&page);
            }
            let asked =
                ["--psm", "6", "-l", self.letters, "-c", ZONE, "-c", "load_system_dawg=0", "-c", "load_freq_dawg=0"];
            match reader::text(&self.program, &asked, pgm(&page), ends).await {
                Ok(text) => match seen(&text) {
                    Some(lines) => return Seen::Lines(lines),
                    None => continue,
                },
                Err(error) => {
                    tracing::warn!(event = "recogniser_failed", cause = %error);
                    return Seen::Away;
                }
            }
        }
        Seen::Nothing
    }
}

/// Without colours, which is a third of the memory.
fn grey(page: RgbImage) -> GrayImage {
    let mut grey = GrayImage::new(page.width(), page.height());
    for (to, from) in grey.pixels_mut().zip(page.pixels()) {
        let [red, green, blue] = from.0.map(u32::from);
        to.0 = [((red * 299 + green * 587 + blue * 114) / 1000) as u8];
    }
    grey
}

/// A picture without notes (PGM).
fn pgm(page: &GrayImage) -> Vec<u8> {
    let head = format!("P5 {} {} 255\n", page.width(), page.height());
    [head.as_bytes(), page.as_raw()].concat()
}
