//! A stored file as the pages list it, and its size as people read it.

use crate::documents::StoredFile;
use crate::documents::file::FileRole;

/// Bytes in a megabyte, as people count them.
pub const MEGABYTE: u64 = 1024 * 1024;

/// A file as the pages list it.
pub struct ShownFile {
    /// Its id.
    pub id: String,
    /// Name on the person's computer.
    pub name: String,
    /// Whether it is a translation.
    pub translation: bool,
    /// `PDF`, the same in every language.
    pub format: String,
    /// What is to be said of the scanner: a code, or nothing.
    pub scan: &'static str,
    /// Whether it may be opened.
    pub opens: bool,
    /// Message id of the unit, and the number that goes with it.
    pub size: (&'static str, String),
}

impl From<&StoredFile> for ShownFile {
    fn from(file: &StoredFile) -> Self {
        Self {
            id: file.id.clone(),
            name: file.name.clone(),
            translation: file.role == FileRole::Translation,
            format: file.format.code().to_uppercase(),
            scan: file.scan.mark(),
            opens: file.scan.opens_for_owner().is_ok(),
            size: size_in_words(file.size),
        }
    }
}

/// Bytes as people read them: message id of the unit, and the number with a decimal comma (both languages write it so).
pub fn size_in_words(bytes: u64) -> (&'static str, String) {
    if bytes < MEGABYTE {
        return ("papers-kilobytes", bytes.div_ceil(1024).to_string());
    }
    let tenths = bytes * 10 / MEGABYTE;
    let number =
        if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{},{}", tenths / 10, tenths % 10) };
    ("papers-megabytes", number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::file::MOST_BYTES_TOGETHER;

    #[test]
    fn sizes_are_told_as_people_read_them() {
        for (bytes, told) in [
            (1, ("papers-kilobytes", "1")),
            (1024, ("papers-kilobytes", "1")),
            (1025, ("papers-kilobytes", "2")),
            (MEGABYTE, ("papers-megabytes", "1")),
            (MEGABYTE * 3 / 2, ("papers-megabytes", "1,5")),
            (MOST_BYTES_TOGETHER, ("papers-megabytes", "60")),
        ] {
            let (unit, number) = size_in_words(bytes);
            assert_eq!((unit, &*number), told, "{bytes}");
        }
    }
}
