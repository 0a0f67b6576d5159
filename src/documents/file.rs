//! Files: which formats are taken (by content, never by name), how large, under which name they are shown.

use chrono::{DateTime, NaiveDate, Utc};

use super::ScanState;

/// A file of a paper may have this many bytes.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// All files of an application together may have this many bytes.
pub const MOST_BYTES_TOGETHER: u64 = 60 * 1024 * 1024;
/// A paper may have this many files.
pub const MOST_FILES: usize = 20;
/// What the browser's file box offers. HEIC is not among it: then iPhones hand pictures over as JPEG.
pub const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf,.jpg,.jpeg,.png,.webp,.pdf";
/// What the photograph's file box offers.
pub const ACCEPT_PHOTO: &str = "image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp";

/// A format that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP: what Android phones and pages of the web give.
    Webp,
    /// PDF.
    Pdf,
}

impl Format {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf];

    /// Recognises a format by the first [`super::content::HEAD`] bytes. A PDF may have up to 1,024 bytes before its mark (ISO 32000,
    /// annex H, note 13), as readers accept; but then it could be a page of HTML too, so it must begin with the mark.
    pub fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(&[0xFF, 0xD8, 0xFF]) {
            Some(Self::Jpeg)
        } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if head.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            None
        }
    }
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }
    /// The format of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }
    /// The media type to serve it as.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
    /// Whether a browser shows it as a picture.
    pub fn is_picture(self) -> bool {
        self != Self::Pdf
    }
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRole {
    /// The paper itself.
    Paper,
    /// Its notarised translation.
    Translation,
    /// The picture that a photograph was cut from: for its owner, while the photograph may be cut anew.
    Original,
    /// A smaller copy of it.
    Preview,
}

impl FileRole {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Translation => "translation",
            Self::Original => "original",
            Self::Preview => "preview",
        }
    }
    /// Whether such a file is filed and goes to the office. What a photograph was cut from stays with its owner.
    pub fn is_filed(self) -> bool {
        matches!(self, Self::Paper | Self::Translation)
    }
    /// The role of a stored code; anything unknown is the paper itself.
    pub fn from_code(code: &str) -> Self {
        let roles = [Self::Translation, Self::Original, Self::Preview];
        roles.into_iter().find(|role| role.code() == code).unwrap_or(Self::Paper)
    }
}

/// A file in the vault.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredFile {
    /// Random id; also its name in the vault.
    pub id: String,
    /// Shown name: what the person's computer called it. Data, never a path.
    pub name: String,
    /// What it is for.
    pub role: FileRole,
    /// Format by content.
    pub format: Format,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// When it was stored.
    pub at: DateTime<Utc>,
    /// The day on which the camera took the picture, if the picture said so.
    pub taken_on: Option<NaiveDate>,
    /// How many pages it has; unknown of a file that was stored before anybody looked.
    pub pages: Option<u32>,
    /// Where it stands with the scanner.
    pub scan: ScanState,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides() {
        assert_eq!(Format::of(b"%PDF-1.7 ..."), Some(Format::Pdf));
        assert_eq!(Format::of(&[0xFF, 0xD8, 0xFF, 0xE0]), Some(Format::Jpeg));
        assert_eq!(Format::of(b"RIFF\x10\0\0\0WEBPVP8 "), Some(Format::Webp));
        assert_eq!(Format::of(b"RIFF\x10\0\0\0WEB"), None);
        assert_eq!(Format::of(b"<html>%PDF-"), None);
        assert_eq!(Format::of(b""), None);
    }
}
