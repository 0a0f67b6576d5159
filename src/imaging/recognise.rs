//! Letters in a picture, by tesseract where the machine has it. It runs as a process of its own, with little memory and
//! time, and is given nothing but grey pixels that were decoded and drawn anew here: no byte of what was brought.

use std::io::{self, Read, Write};
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use image::RgbImage;
use rustix::process::{Pid, Resource, Rlimit, prlimit};

use super::source::Source;
use crate::documents::Format;
use crate::documents::passport_zone::seen;
use crate::documents::picture::PictureError;

/// Where a system keeps it.
const PLACES: [&str; 3] = ["/usr/bin/tesseract", "/usr/local/bin/tesseract", "/opt/homebrew/bin/tesseract"];
/// Pixels of the longer side: letters of a passport's page are then 20 to 40 pixels high.
const LONGEST: u32 = 2_000;
/// A page takes about a second.
const DEADLINE: Duration = Duration::from_secs(15);
/// Bytes of memory that it may take.
const MEMORY: u64 = 1 << 30;
/// A page of letters has a few thousand bytes.
const MOST_TEXT: u64 = 64 * 1024;

/// The program, and what it knows to read.
#[derive(Debug, Clone)]
pub struct Recogniser {
    program: PathBuf,
    /// Letters made for zones, if somebody has taught it them; else those of English.
    letters: &'static str,
}

impl Recogniser {
    /// Looks for it on this machine; `None` when it is not there, or has no letters to read.
    pub fn find() -> Option<Self> {
        let program = PLACES.into_iter().map(PathBuf::from).find(|path| path.is_file())?;
        let known = Command::new(&program).arg("--list-langs").stdin(Stdio::null()).output().ok()?;
        let known = String::from_utf8_lossy(&known.stdout).into_owned();
        let letters = ["ocrb", "mrz", "eng"].into_iter().find(|one| known.lines().any(|line| line.trim() == *one))?;
        Some(Self { program, letters })
    }

    /// The lines of a zone in a picture; `None` when it sees none. Slow: whoever serves does it aside.
    pub fn zone(&self, bytes: &[u8], format: Format) -> Result<Option<Vec<String>>, PictureError> {
        // A picture that makes the decoder panic is a broken one.
        catch_unwind(|| self.look(bytes, format)).unwrap_or(Err(PictureError::Broken))
    }

    fn look(&self, bytes: &[u8], format: Format) -> Result<Option<Vec<String>>, PictureError> {
        let source = Source::open(bytes, format)?;
        let ends = Instant::now() + DEADLINE;
        // As the camera says first, then lying on either side, then on its head.
        for turns in [0, 1, 3, 2] {
            let page = source.small(turns, LONGEST)?;
            match self.text(&page, ends) {
                Ok(text) => {
                    if let Some(lines) = seen(&text) {
                        return Ok(Some(lines));
                    }
                }
                Err(error) => {
                    tracing::warn!(event = "recogniser_failed", cause = %error);
                    return Ok(None);
                }
            }
        }
        Ok(None)
    }

    /// All letters of a page, until the deadline.
    fn text(&self, page: &RgbImage, ends: Instant) -> io::Result<String> {
        let mut child = Command::new(&self.program)
            .args(["stdin", "stdout", "--psm", "6", "-l", self.letters])
            .args(["-c", "tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"])
            .args(["-c", "load_system_dawg=0", "-c", "load_freq_dawg=0"])
            .env_clear()
            .env("OMP_THREAD_LIMIT", "1")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let read = limit(&child).and_then(|()| speak(&mut child, grey(page), ends));
        let _ = child.kill();
        let _ = child.wait();
        read
    }
}

/// Before it is given anything to read: no more memory and time than it needs, no files, no trace of a fall.
fn limit(child: &Child) -> io::Result<()> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let set = |resource, most| {
        prlimit(pid, resource, Rlimit { current: Some(most), maximum: Some(most) }).map(|_| ()).map_err(io::Error::from)
    };
    set(Resource::As, MEMORY)?;
    set(Resource::Cpu, DEADLINE.as_secs())?;
    set(Resource::Fsize, 0)?;
    set(Resource::Core, 0)
}

/// Gives it the picture and takes what it says; whoever is silent at the deadline is ended.
fn speak(child: &mut Child, picture: Vec<u8>, ends: Instant) -> io::Result<String> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::Error::from(io::ErrorKind::BrokenPipe));
    };
    let told = std::thread::spawn(move || input.write_all(&picture));
    let heard = std::thread::spawn(move || {
        let mut text = Vec::new();
        output.take(MOST_TEXT).read_to_end(&mut text).map(|_| text)
    });
    while child.try_wait()?.is_none() {
        if Instant::now() >= ends {
            child.kill()?;
            return Err(io::Error::from(io::ErrorKind::TimedOut));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let broken = |_| io::Error::from(io::ErrorKind::BrokenPipe);
    told.join().map_err(broken)??;
    Ok(String::from_utf8_lossy(&heard.join().map_err(broken)??).into_owned())
}

/// A picture without notes and colours: PGM.
fn grey(page: &RgbImage) -> Vec<u8> {
    let mut picture = format!("P5 {} {} 255\n", page.width(), page.height()).into_bytes();
    picture.extend(page.pixels().map(|pixel| {
        let [red, green, blue] = pixel.0.map(u32::from);
        ((red * 299 + green * 587 + blue * 114) / 1000) as u8
    }));
    picture
}
