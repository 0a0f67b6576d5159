//! Letters of Cyrillic that look like Latin ones: whoever copies a code or a number by a Kazakh or Russian keyboard types
//! them without knowing.

/// The Latin capital that looks like a Cyrillic letter; every other sign as it is.
pub fn latin(sign: char) -> char {
    match sign {
        '\u{410}' | '\u{430}' => 'A',
        '\u{412}' | '\u{432}' => 'B',
        '\u{415}' | '\u{435}' => 'E',
        '\u{406}' | '\u{456}' => 'I',
        '\u{41A}' | '\u{43A}' => 'K',
        '\u{41C}' | '\u{43C}' => 'M',
        '\u{41D}' | '\u{43D}' => 'H',
        '\u{41E}' | '\u{43E}' => 'O',
        '\u{420}' | '\u{440}' => 'P',
        '\u{421}' | '\u{441}' => 'C',
        '\u{422}' | '\u{442}' => 'T',
        '\u{423}' | '\u{443}' => 'Y',
        '\u{425}' | '\u{445}' => 'X',
        other => other,
    }
}
