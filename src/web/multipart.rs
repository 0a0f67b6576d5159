//! Forms with files as they come in: part by part, piece by piece, under limits of bytes, parts and time.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartConfig, MultipartError};
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::rt::time::timeout;
use actix_web::web::{self, Bytes};
use actix_web::{FromRequest, HttpRequest, dev};
use futures_util::{FutureExt, StreamExt};

use super::error::Error;
use crate::documents::file;

/// A body of more bytes is not read to its end. Three times what an application may hold: who chose too many files
/// is told so on the page, and not by a connection that breaks.
const MOST_BYTES: u64 = 3 * file::MOST_BYTES_TOGETHER;
/// So much of a body is held while it is taken apart: with many uploads at once every buffer counts.
const BUFFER: usize = 16 * 1024;
/// More parts than boxes and files on any page.
const MOST_PARTS: usize = 200;
/// The longest box has 8,000 characters of up to four bytes; `Fields::checked` counts the characters.
const MOST_TEXT: usize = 32 * 1024;
/// All boxes together, as of a form without files: they are in memory before it is known who sends them.
const MOST_TEXT_TOGETHER: usize = 256 * 1024;
/// A line that is silent for so long has gone.
const SILENCE: Duration = Duration::from_secs(60);

/// How bodies are read.
pub fn reading() -> MultipartConfig {
    MultipartConfig::default().buffer_limit(BUFFER)
}

/// Whether a request brings a form with files.
pub fn is_multipart(req: &HttpRequest) -> bool {
    let kind = req.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.to_ascii_lowercase().starts_with("multipart/form-data")
}

/// A body that is being read.
pub struct Body {
    parts: Multipart,
    seen: usize,
    /// Bytes of text, the names of its boxes included.
    text: usize,
    overflown: Rc<Cell<bool>>,
    /// After an error nothing can be read any more.
    broken: bool,
}

/// One box or one file.
pub struct Part {
    field: Field,
    /// A field that is asked again after its end panics.
    ended: bool,
}

impl Part {
    fn begin(field: Field) -> Self {
        Self { field, ended: false }
    }
    /// Name of the box.
    pub fn name(&self) -> &str {
        self.field.name().unwrap_or_default()
    }
    /// Name of the file; `None` when the part is text. A box in which nothing was chosen has an empty name.
    pub fn file_name(&self) -> Option<String> {
        let parsed = self.field.content_disposition()?.get_filename()?;
        let raw =
            self.field.headers().get(CONTENT_DISPOSITION).and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
        Some(raw.and_then(quoted_file_name).unwrap_or_else(|| parsed.to_owned()))
    }
}

/// The name as browsers write it: quotes as `%22`, backslashes as they are (HTML, multipart/form-data encoding), where
/// the header's own grammar, which the library follows, would take a backslash away. Other programs write `\"`.
fn quoted_file_name(header: &str) -> Option<String> {
    const NAME: &str = "filename=\"";
    let at = header.to_ascii_lowercase().rfind(NAME)?;
    let mut rest = header[at + NAME.len()..].chars().peekable();
    let mut name = String::new();
    while let Some(c) = rest.next() {
        match c {
            '"' => return Some(name.replace("%22", "\"")),
            '\\' if rest.peek() == Some(&'"') => name.extend(rest.next()),
            other => name.push(other),
        }
    }
    None
}

impl Body {
    /// Begins to read.
    pub fn of(req: &HttpRequest, payload: web::Payload) -> Self {
        let overflown = Rc::new(Cell::new(false));
        let (mut bytes, flag) = (0, overflown.clone());
        let counted = payload.map(move |piece| {
            let piece = piece?;
            bytes += piece.len() as u64;
            if bytes > MOST_BYTES {
                flag.set(true);
                return Err(PayloadError::Overflow);
            }
            Ok::<_, PayloadError>(piece)
        });
        // Through the extractor, which knows the limit of the buffer, and has its answer ready.
        let mut counted: dev::Payload = dev::Payload::Stream { payload: Box::pin(counted) };
        let parts = Multipart::from_request(req, &mut counted).now_or_never().and_then(Result::ok);
        let parts = parts.unwrap_or_else(|| Multipart::new(req.headers(), futures_util::stream::empty()));
        Self { parts, seen: 0, text: 0, overflown, broken: false }
    }

    /// The next part; the one before must have been read to its end.
    pub async fn part(&mut self) -> Result<Option<Part>, Error> {
        if self.broken {
            return Err(Error::Unreadable);
        }
        let next = timeout(SILENCE, self.parts.next()).await.ok();
        let part = self.heard(next)?.map(Part::begin);
        self.seen += usize::from(part.is_some());
        if self.seen > MOST_PARTS {
            return Err(Error::TooMuch("fields"));
        }
        Ok(part)
    }

    /// The next bytes of a part.
    pub async fn piece(&mut self, part: &mut Part) -> Result<Option<Bytes>, Error> {
        if part.ended {
            return Ok(None);
        }
        if self.broken {
            return Err(Error::Unreadable);
        }
        let next = timeout(SILENCE, part.field.next()).await.ok();
        let piece = self.heard(next)?;
        part.ended = piece.is_none();
        Ok(piece)
    }

    /// The text of a box.
    pub async fn text(&mut self, mut part: Part) -> Result<(String, String), Error> {
        let name = part.name().to_owned();
        let mut text = Vec::new();
        self.counted(name.len())?;
        while let Some(piece) = self.piece(&mut part).await? {
            if text.len() + piece.len() > MOST_TEXT {
                return Err(Error::TooMuch("text"));
            }
            self.counted(piece.len())?;
            text.extend_from_slice(&piece);
        }
        Ok((name, String::from_utf8(text).map_err(|_| Error::Unreadable)?))
    }

    /// So many bytes of text more.
    fn counted(&mut self, bytes: usize) -> Result<(), Error> {
        self.text += bytes;
        if self.text > MOST_TEXT_TOGETHER { Err(Error::TooMuch("form")) } else { Ok(()) }
    }

    /// Reads a part to its end and forgets it.
    pub async fn skip(&mut self, mut part: Part) -> Result<(), Error> {
        while self.piece(&mut part).await?.is_some() {}
        Ok(())
    }

    /// Reads what is left, so that the browser hears the answer; gives up where reading would give up.
    pub async fn drain(&mut self) {
        while !self.broken {
            match timeout(SILENCE, self.parts.next()).await {
                Ok(Some(Ok(field))) => {
                    let _ = self.skip(Part::begin(field)).await;
                }
                _ => self.broken = true,
            }
        }
    }

    /// `None` when the line stayed silent.
    fn heard<T>(&mut self, next: Option<Option<Result<T, MultipartError>>>) -> Result<Option<T>, Error> {
        match next {
            Some(None) => Ok(None),
            Some(Some(Ok(heard))) => Ok(Some(heard)),
            Some(Some(Err(_))) | None => {
                self.broken = true;
                Err(if self.overflown.get() { Error::TooMuch("files") } else { Error::Unreadable })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_browsers_write_them() {
        for (header, name) in [
            (r#"form-data; name="files"; filename="a.pdf""#, Some("a.pdf")),
            (r#"form-data; name="files"; filename="""#, Some("")),
            (r#"form-data; name="files"; filename="C:\Users\me\scan.pdf""#, Some(r"C:\Users\me\scan.pdf")),
            (r#"form-data; name="files"; FileName="\"a\"; b.pdf""#, Some(r#""a"; b.pdf"#)),
            ("form-data; name=\"files\"; filename=\"\u{49B} %22a%22.pdf\"", Some("\u{49B} \"a\".pdf")),
            (r#"form-data; name="files"; filename=bare.pdf"#, None),
            (r#"form-data; name="files"; filename="endless"#, None),
        ] {
            assert_eq!(quoted_file_name(header).as_deref(), name, "{header}");
        }
    }
}
