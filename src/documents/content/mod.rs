//! WHAT A FILE IS, by its content alone: never by its name, and never by what the browser says of it. A file is looked at
//! piece by piece as it comes, in a few kilobytes of memory however large it is; nothing is decoded.

mod jpeg;
mod object_stream;
mod pdf;
mod pdf_names;
mod pdf_tokens;
mod pieces;
mod png;
mod stranger;
mod tail;
mod webp;
mod webp_frame;

use super::Format;
use jpeg::Jpeg;
use pdf::Pdf;
use png::Png;
use tail::ZipEnd;
use webp::Webp;

/// So many first bytes tell the format. A PDF reader looks so far for its mark (ISO 32000, annex H, note 13).
pub const HEAD: usize = 1024;

/// Why a file is not taken; message id is `error-{code}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.code())]
pub enum Fault {
    /// Not one byte.
    Empty,
    /// Nothing that is taken, and nothing known.
    Format,
    /// A picture as phones of one maker store it (HEIC).
    Heic,
    /// A picture in another format: AVIF, GIF, TIFF, BMP, JPEG XL.
    OtherPicture,
    /// A text or a table of an office program.
    Office,
    /// A page or a drawing of the web (HTML, SVG): it can carry programs.
    Web,
    /// Files packed together.
    Archive,
    /// It claims more pixels than are decoded.
    TooManyPixels,
    /// It has transparent places and claims more pixels than are decoded of such a picture.
    SeeThrough,
    /// It moves: a paper stands still.
    Moving,
    /// It ends before its end.
    Truncated,
    /// It is not built as its format is.
    Broken,
    /// Two files in one: what one program shows is not what another opens.
    Mixed,
    /// A PDF that asks for a password.
    Encrypted,
    /// A PDF that carries a program, or a form that is one.
    Script,
    /// A PDF that starts other programs.
    Launch,
    /// A PDF with other files, films or sounds in it.
    Embedded,
    /// A PDF with a picture in it that claims more pixels than are decoded.
    PicturePixels,
    /// A PDF whose parts are packed so that they cannot be looked through.
    Unreadable,
}

impl Fault {
    /// Every one.
    pub const ALL: [Self; 19] = [
        Self::Empty,
        Self::Format,
        Self::Heic,
        Self::OtherPicture,
        Self::Office,
        Self::Web,
        Self::Archive,
        Self::TooManyPixels,
        Self::SeeThrough,
        Self::Moving,
        Self::Truncated,
        Self::Broken,
        Self::Mixed,
        Self::Encrypted,
        Self::Script,
        Self::Launch,
        Self::Embedded,
        Self::PicturePixels,
        Self::Unreadable,
    ];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::Format => "file_format",
            Self::Heic => "file_heic",
            Self::OtherPicture => "file_other_picture",
            Self::Office => "file_office",
            Self::Web => "file_web",
            Self::Archive => "file_archive",
            Self::TooManyPixels => "file_pixels",
            Self::SeeThrough => "file_see_through",
            Self::Moving => "file_moving",
            Self::Truncated => "file_truncated",
            Self::Broken => "file_broken",
            Self::Mixed => "file_mixed",
            Self::Encrypted => "pdf_encrypted",
            Self::Script => "pdf_script",
            Self::Launch => "pdf_launch",
            Self::Embedded => "pdf_embedded",
            Self::PicturePixels => "pdf_pixels",
            Self::Unreadable => "pdf_unreadable",
        }
    }
}

/// A file that is being looked at.
#[derive(Debug)]
pub struct Look {
    body: Body,
    zip: ZipEnd,
}

#[derive(Debug)]
enum Body {
    Jpeg(Jpeg),
    Png(Png),
    Webp(Box<Webp>),
    Pdf(Box<Pdf>),
}

impl Look {
    /// Begins with the first [`HEAD`] bytes, or with the whole of a smaller file. They are to be fed too.
    pub fn begin(head: &[u8]) -> Result<Self, Fault> {
        let head = &head[..head.len().min(HEAD)];
        let body = match Format::of(head) {
            Some(Format::Jpeg) => Body::Jpeg(Jpeg::default()),
            Some(Format::Png) => Body::Png(Png::default()),
            Some(Format::Webp) => Body::Webp(Box::default()),
            Some(Format::Pdf) => Body::Pdf(Box::default()),
            None => return Err(stranger::fault(head)),
        };
        let is_pdf = matches!(body, Body::Pdf(_));
        if is_pdf && !(head.get(5).is_some_and(u8::is_ascii_digit) && head.get(6) == Some(&b'.')) {
            return Err(Fault::Broken);
        }
        if !is_pdf && memchr::memmem::find(head, b"%PDF-").is_some() {
            return Err(Fault::Mixed); // readers of PDF would open it
        }
        Ok(Self { body, zip: ZipEnd::default() })
    }

    /// What it is.
    pub fn format(&self) -> Format {
        match self.body {
            Body::Jpeg(_) => Format::Jpeg,
            Body::Png(_) => Format::Png,
            Body::Webp(_) => Format::Webp,
            Body::Pdf(_) => Format::Pdf,
        }
    }

    /// Looks at the next bytes.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), Fault> {
        self.zip.feed(piece);
        match &mut self.body {
            Body::Jpeg(jpeg) => jpeg.feed(piece),
            Body::Png(png) => png.feed(piece),
            Body::Webp(webp) => webp.feed(piece),
            Body::Pdf(pdf) => pdf.feed(piece),
        }
    }

    /// Says what it was, when all has come.
    pub fn finish(self) -> Result<Format, Fault> {
        let format = self.format();
        // Programs that unpack look at the end first: whatever it begins like, for them it is an archive.
        if self.zip.is_archive() {
            return Err(Fault::Mixed);
        }
        match self.body {
            Body::Jpeg(jpeg) => jpeg.finish(),
            Body::Png(png) => png.finish(),
            Body::Webp(webp) => webp.finish(),
            Body::Pdf(pdf) => pdf.finish(),
        }?;
        Ok(format)
    }
}

/// Looks at a whole file in memory.
pub fn look(bytes: &[u8]) -> Result<Format, Fault> {
    let mut look = Look::begin(bytes)?;
    look.feed(bytes)?;
    look.finish()
}
