//! A zone as people type it and programs see it: small letters, spaces, another keyboard's letters, fillers miscounted, O
//! for zero. What is mended here is mended only where a place can hold nothing else, or where the check digits prove it.

use super::{PassportZone, ZoneError, check_digit, long_number, read};
use crate::validation::latin;

/// What lines that were typed say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The lines as they were read.
    pub lines: Vec<String>,
    /// Whether a letter was taken for a digit, or a digit for a letter.
    pub mended: bool,
    /// What they say, or what is wrong.
    pub zone: Result<PassportZone, ZoneError>,
    /// The parts whose check digit does not fit: `number`, `birth`, `expiry`, `personal`, `whole`.
    pub faults: Vec<&'static str>,
}

/// Reads lines as they were typed.
pub fn read_typed<S: AsRef<str>>(typed: &[S]) -> Reading {
    let plain = fitted(split(typed.iter().map(|line| signs(line.as_ref())).filter(|line| !line.is_empty()).collect()));
    let mut lines = plain.clone();
    if let Some(places) = places(&lines) {
        for (line, places) in lines.iter_mut().zip(places) {
            *line = line.chars().zip(places.chars()).map(|(sign, place)| at_place(sign, place)).collect();
        }
    }
    let mut zone = read(&lines);
    if zone == Err(ZoneError::CheckDigit)
        && let Some(other) = with_another_number(&lines)
    {
        zone = read(&other);
        lines = other;
    }
    let faults = if zone == Err(ZoneError::CheckDigit) { faults(&lines) } else { Vec::new() };
    Reading { mended: lines != plain, lines, zone, faults }
}

/// The signs of a line: capitals, digits, fillers. What looks like one of them is taken for it; spaces are left out.
pub(super) fn signs(line: &str) -> String {
    let mut signs = String::with_capacity(line.len());
    for sign in line.chars().flat_map(char::to_uppercase) {
        match sign {
            '\u{AB}' | '\u{226A}' => signs.push_str("<<"),
            '\u{2039}' | '\u{3008}' | '\u{FF1C}' | '\u{2264}' | '\u{2C2}' | '>' => signs.push('<'),
            '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' => {
                signs.extend(char::from_u32(u32::from(sign) - 0xFEE0));
            }
            _ if sign.is_whitespace() || sign.is_control() || matches!(sign, '\u{200B}'..='\u{200F}' | '\u{FEFF}') => {}
            // The keyboard may have been Russian or Kazakh.
            other => signs.push(latin(other)),
        }
    }
    signs
}

/// Lines that were pasted as one are told by their length.
fn split(lines: Vec<String>) -> Vec<String> {
    let [one] = lines.as_slice() else { return lines };
    let length = match one.len() {
        88 => 44,
        72 => 36,
        90 => 30,
        _ => return lines,
    };
    one.as_bytes().chunks(length).map(|line| String::from_utf8_lossy(line).into_owned()).collect()
}

/// Nobody counts fillers: a run of them makes up for what a line is too short or too long. In the line of names, and in the
/// first of a card, that is the run at the end; in the others the longest, and the check digits tell whether it was right.
fn fitted(lines: Vec<String>) -> Vec<String> {
    let length = match (lines.len(), lines.first().and_then(|line| line.chars().next())) {
        (3, _) => 30,
        (2, Some('A' | 'C' | 'I')) => 36,
        (2, _) if lines.iter().all(|line| line.len() == 36) => 36,
        (2, _) => 44,
        _ => return lines,
    };
    let open_end = |at: usize| at == 0 || at == 2;
    lines.into_iter().enumerate().map(|(at, line)| fit(line, length, open_end(at))).collect()
}

fn fit(line: String, length: usize, open_end: bool) -> String {
    // A short name leaves most of its line to fillers.
    let least = if open_end { 8 } else { length / 2 };
    if !line.is_ascii() || line.len() == length || line.len() < least {
        return line;
    }
    let (start, end) = match open_end {
        true => (line.trim_end_matches('<').len(), line.len()),
        false => longest_run(&line),
    };
    let (run, rest) = (end - start, line.len() - (end - start));
    // In the middle of a line a lone filler is no gap to be stretched.
    if rest > length || !open_end && run < 2 {
        return line;
    }
    format!("{}{}{}", &line[..start], "<".repeat(length - rest), &line[end..])
}

/// From where to where the longest run of fillers goes; the last of those that are equally long.
fn longest_run(line: &str) -> (usize, usize) {
    let (mut best, mut start) = ((0, 0), 0);
    for (at, sign) in line.bytes().chain([b' ']).enumerate() {
        if sign != b'<' {
            if at - start >= best.1 - best.0 {
                best = (start, at);
            }
            start = at + 1;
        }
    }
    best
}

/// What each place of a line can hold: `a` letters and fillers, `9` digits and fillers, `*` both.
fn places(lines: &[String]) -> Option<Vec<String>> {
    let lengths: Vec<usize> = lines.iter().map(String::len).collect();
    if !lines.iter().all(|line| line.is_ascii()) {
        return None;
    }
    let data = |optional: usize| format!("*********9aaa9999999s9999999{}", "*".repeat(optional));
    match lengths[..] {
        [44, 44] => Some(vec!["a".repeat(44), format!("{}99", data(14))]),
        [36, 36] => Some(vec!["a".repeat(36), format!("{}9", data(7))]),
        [30, 30, 30] => {
            let first = format!("aaaaa*********9{}", "*".repeat(15));
            Some(vec![first, format!("9999999s9999999aaa{}9", "*".repeat(11)), "a".repeat(30)])
        }
        _ => None,
    }
}

/// Letters and digits that are taken for each other.
const LIKE: [(char, char); 6] = [('O', '0'), ('I', '1'), ('Z', '2'), ('S', '5'), ('G', '6'), ('B', '8')];

fn at_place(sign: char, place: char) -> char {
    match (place, sign) {
        ('a', digit) => LIKE.iter().find(|(_, known)| *known == digit).map_or(digit, |(letter, _)| *letter),
        ('9', 'Q' | 'D') => '0',
        ('9', 'L') => '1',
        ('9', letter) => LIKE.iter().find(|(known, _)| *known == letter).map_or(letter, |(_, digit)| *digit),
        (_, sign) => sign,
    }
}

/// The number is letters and digits mixed: if it does not fit its check digit, an O of it may be a zero, an I a one, or two
/// such. Taken only when a single one of these makes the whole zone fit. No digit becomes a letter, and no other pair is
/// tried: one check digit in ten fits by chance, and the more is tried, the sooner a slip is taken for something else.
fn with_another_number(lines: &[String]) -> Option<Vec<String>> {
    let (line, from) = if lines.len() == 3 { (0, 5) } else { (1, 0) };
    let other = |sign: char| match sign {
        'O' => Some('0'),
        'I' => Some('1'),
        _ => None,
    };
    let swapped = |lines: &[String], at: usize| {
        let mut changed = lines.to_vec();
        let sign = other(char::from(*changed.get(line)?.as_bytes().get(at)?))?;
        changed[line].replace_range(at..=at, sign.encode_utf8(&mut [0; 4]));
        Some(changed)
    };
    let one: Vec<Vec<String>> = (from..from + 9).filter_map(|at| swapped(lines, at)).collect();
    let two = || {
        (from..from + 9).flat_map(|a| (a + 1..from + 9).map(move |b| (a, b))).filter_map(|(a, b)| {
            let first = swapped(lines, a)?;
            swapped(&first, b)
        })
    };
    let fitting = |tried: Vec<Vec<String>>| -> Vec<Vec<String>> {
        tried.into_iter().filter(|lines| read(lines).is_ok()).collect()
    };
    let mut found = fitting(one);
    if found.is_empty() {
        found = fitting(two().collect());
    }
    if found.len() == 1 { found.pop() } else { None }
}

/// The parts of lines of the right length whose check digit does not fit.
pub(super) fn faults<S: AsRef<str>>(lines: &[S]) -> Vec<&'static str> {
    let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
    let fits = |fields: &[&str], digit: &str| digit.as_bytes() == [check_digit(fields)];
    let parts = match lines[..] {
        [_, second] if second.len() == 44 => {
            let optional = &second[28..42];
            // An empty optional field may have a filler instead of its check digit.
            let empty = second[28..43].bytes().all(|filler| filler == b'<');
            vec![
                ("number", fits(&[&second[..9]], &second[9..10])),
                ("birth", fits(&[&second[13..19]], &second[19..20])),
                ("expiry", fits(&[&second[21..27]], &second[27..28])),
                ("personal", empty || fits(&[optional], &second[42..43])),
                ("whole", fits(&[&second[..10], &second[13..20], &second[21..43]], &second[43..44])),
            ]
        }
        [_, second] if second.len() == 36 => {
            let (number, digit) = long_number(&second[..9], &second[9..10], &second[28..35]);
            vec![
                ("number", fits(&[&number], digit)),
                ("birth", fits(&[&second[13..19]], &second[19..20])),
                ("expiry", fits(&[&second[21..27]], &second[27..28])),
                ("whole", fits(&[&second[..10], &second[13..20], &second[21..35]], &second[35..36])),
            ]
        }
        [first, second, _] if first.len() == 30 && second.len() == 30 => {
            let (number, digit) = long_number(&first[5..14], &first[14..15], &first[15..]);
            let whole = [&first[5..], &second[..7], &second[8..15], &second[18..29]];
            vec![
                ("number", fits(&[&number], digit)),
                ("birth", fits(&[&second[..6]], &second[6..7])),
                ("expiry", fits(&[&second[8..14]], &second[14..15])),
                ("whole", fits(&whole, &second[29..30])),
            ]
        }
        _ => Vec::new(),
    };
    parts.into_iter().filter(|(_, fits)| !fits).map(|(part, _)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    const DATA: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    fn reads(lines: &[&str]) -> bool {
        let reading = read_typed(lines);
        reading.zone.is_ok_and(|zone| zone.number == "L898902C3" && zone.given_names == "ANNA MARIA")
    }

    #[test]
    fn what_people_type_is_read() {
        for lines in [
            &[NAMES, DATA][..],
            &["p<utoeriksson<<anna<maria", "l898902c36 uto 7408122f1204159 ze184226b<<10"],
            &["P\u{2039}UTOERIKSSON\u{AB}ANNA\u{2039}MARIA", "L898902C36UTO7408122F1204159ZE184226B<<<<<<<10"],
            // Cyrillic letters that look Latin: P, O, E, A, M, C, B.
            &[
                "\u{420}<UT\u{41E}\u{415}RIKSS\u{41E}N<<ANNA<\u{41C}\u{410}RI\u{410}<<<",
                "L898902\u{421}36UT\u{41E}7408122F1204159ZE184226\u{412}<<<<<10",
            ],
            // Lines in one, an empty one between.
            &["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"],
            &[NAMES, "", DATA],
        ] {
            assert!(reads(lines), "{lines:?}: {:?}", read_typed(lines));
        }
    }

    #[test]
    fn letters_and_digits_that_look_alike() {
        for (lines, mended) in [
            ([NAMES, DATA], false),
            (["P<UT0ERIKSS0N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", DATA], true),
            ([NAMES, "L8989O2C36UTO7408122F1204159ZE184226B<<<<<10"], true),
            ([NAMES, "L898902C36UT074O8122FI2O4159ZE184226B<<<<<1O"], true),
            ([NAMES, "L8989O2C36UTO74O8I22F1204I59ZE184226B<<<<<10"], true),
        ] {
            let reading = read_typed(&lines);
            assert!(reads(&lines), "{lines:?}: {reading:?}");
            assert_eq!(reading.mended, mended, "{lines:?}");
        }
        // A wrong digit is no letter that looks like it: nothing is guessed.
        let reading = read_typed(&[NAMES, "L898903C36UTO7408122F1204159ZE184226B<<<<<10"]);
        assert_eq!(reading.zone, Err(ZoneError::CheckDigit));
        assert_eq!(reading.faults, ["number", "whole"]);
    }

    #[test]
    fn a_card_of_each_size() {
        let card = ["I<UTOD231458907", "7408122F1204159UTO<<6", "ERIKSSON<<ANNA<MARIA"];
        let zone = read_typed(&card).zone.unwrap();
        assert_eq!((zone.number.as_str(), zone.passport, zone.cut), ("D23145890", false, false));
        // The specimen of ICAO Doc 9303, part 6.
        let small = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];
        let zone = read_typed(&small).zone.unwrap();
        assert_eq!((zone.number.as_str(), zone.surname.as_str()), ("D23145890", "ERIKSSON"));
        let broken = read_typed(&[small[0], "D231458907UTO7408132F1204159<<<<<<<6"]);
        assert_eq!(broken.faults, ["birth", "whole"]);
    }

    #[test]
    fn nothing_that_is_typed_makes_it_stumble() {
        for line in ["", "<", "\u{436}\u{44F}", "P<", "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "\u{1F600}P<UTO"] {
            for lines in [vec![line], vec![line, line], vec![line, DATA], vec![line, line, line], vec![line; 9]] {
                assert!(read_typed(&lines).zone.is_err(), "{lines:?}");
            }
        }
    }
}
