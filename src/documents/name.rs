//! Names of files as people's computers give them: data to show, never a path, and never a word on what is in the file.

use super::Format;

/// Characters of a shown name.
const MOST: usize = 120;
/// Characters kept at the end of a longer one: the ending, and what tells one page's scan from the next.
const END: usize = 24;

/// A name to show: without any folder, without signs that cannot be seen and signs that turn the text around, at most 120
/// characters.
pub fn shown_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: Vec<char> = last.chars().filter(|c| !c.is_control() && !is_hidden(*c)).collect();
    let clean: String = match clean.len() {
        ..=MOST => clean.iter().collect(),
        all => clean[..MOST - END - 1].iter().chain(&['…']).chain(&clean[all - END..]).collect(),
    };
    if clean.trim().is_empty() { "-".to_owned() } else { clean.trim().to_owned() }
}

/// Signs of direction, of width zero and of line ends (Unicode: Bidi_Control, and Default_Ignorable that no name needs).
/// The two joiners stay: Persian and Hindi are written with them.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{61C}'
            | '\u{AD}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// A name to store a file under: its ending is that of what it is.
pub fn with_ending(name: &str, format: Format) -> String {
    let lower = name.to_ascii_lowercase();
    let endings: &[&str] = match format {
        Format::Jpeg => &[".jpg", ".jpeg", ".jpe", ".jfif"],
        Format::Png => &[".png"],
        Format::Webp => &[".webp"],
        Format::Pdf => &[".pdf"],
    };
    if endings.iter().any(|ending| lower.ends_with(ending)) { name.to_owned() } else { format!("{name}{}", endings[0]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_data() {
        let long = format!("{}-17.pdf", "ұ".repeat(251));
        for (given, shown) in [
            ("C:\\Users\\a\\паспорт.pdf", "паспорт.pdf"),
            ("../../etc/passwd", "passwd"),
            ("o'connor <b>.png", "o'connor <b>.png"),
            ("Ұлықбек Әлі.pdf", "Ұлықбек Әлі.pdf"),
            ("a\u{202E}fdp.exe", "afdp.exe"),
            ("\u{200F}\u{5D3}\u{5E8}\u{5DB}\u{5D5}\u{5DF}.pdf", "\u{5D3}\u{5E8}\u{5DB}\u{5D5}\u{5DF}.pdf"),
            ("می\u{200C}خواهم.pdf", "می\u{200C}خواهم.pdf"),
            ("a\0b\r\nX: y.pdf", "abX: y.pdf"),
            ("\0\n", "-"),
            ("..", ".."),
            (&long, &format!("{}…{}-17.pdf", "ұ".repeat(95), "ұ".repeat(17))),
        ] {
            assert_eq!(shown_name(given), shown, "{given:?}");
        }
    }

    #[test]
    fn a_stored_file_ends_as_what_it_is() {
        for (name, format, stored) in [
            ("scan.PDF", Format::Pdf, "scan.PDF"),
            ("page.exe", Format::Pdf, "page.exe.pdf"),
            ("me.jpeg", Format::Jpeg, "me.jpeg"),
            ("me.pdf", Format::Jpeg, "me.pdf.jpg"),
            ("me.jpg", Format::Webp, "me.jpg.webp"),
        ] {
            assert_eq!(with_ending(name, format), stored);
        }
    }
}
