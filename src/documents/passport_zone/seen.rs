//! The lines of a zone among all that a program saw in a photograph: a hint, which a person compares with the paper.

use super::typed::{read_typed, signs};

/// Lines that may be of a zone have at least this many signs; a card's have thirty.
const SHORTEST: usize = 26;
/// And at most this many; a passport's have 44.
const LONGEST: usize = 48;

/// The lines of a zone in a text; nothing when none look like it. Lines whose check digits fit come before others.
pub fn seen(text: &str) -> Option<Vec<String>> {
    let lines: Vec<String> = text
        .lines()
        .map(|line| signs(line).chars().filter(|sign| matches!(sign, 'A'..='Z' | '0'..='9' | '<')).collect())
        .map(|line: String| without_specks(&line))
        .filter(|line| (SHORTEST..=LONGEST).contains(&line.len()) && line.contains('<'))
        .collect();
    let windows = || lines.windows(3).chain(lines.windows(2));
    windows().find_map(sound).or_else(|| {
        let mut likely = windows().filter(|lines| lines[0].starts_with(['P', 'I', 'A', 'C']) && fit(lines));
        likely.next_back().map(<[String]>::to_vec)
    })
}

/// Three lines of a card, or two of a passport.
fn fit(lines: &[String]) -> bool {
    let about = if lines.len() == 3 { 26..=33 } else { 33..=48 };
    lines.iter().all(|line| about.contains(&line.len()))
}

/// The lines if they can be read, a sign that was seen double left out.
fn sound(lines: &[String]) -> Option<Vec<String>> {
    let reads = |lines: &[String]| read_typed(lines).zone.is_ok();
    if reads(lines) {
        return Some(read_typed(lines).lines);
    }
    let data = if lines.len() == 3 { 0..=1 } else { 1..=1 };
    for line in data {
        for at in (0..lines[line].len()).filter(|_| matches!(lines[line].len(), 31 | 37 | 45)) {
            let mut fewer = lines.to_vec();
            fewer[line].remove(at);
            if reads(&fewer) {
                return Some(read_typed(&fewer).lines);
            }
        }
    }
    None
}

/// A lone letter among fillers is a filler that was seen as one.
fn without_specks(line: &str) -> String {
    let signs: Vec<char> = line.chars().collect();
    let filler = |at: Option<usize>| at.is_none_or(|at| signs.get(at).is_none_or(|sign| *sign == '<'));
    let lone = |at: usize| {
        let (before, after) = ((at.checked_sub(1), at.checked_sub(2)), (Some(at + 1), Some(at + 2)));
        at > 1 && filler(before.0) && filler(before.1) && filler(after.0) && filler(after.1)
    };
    let clean = |(at, sign): (usize, &char)| if sign.is_ascii_alphabetic() && lone(at) { '<' } else { *sign };
    signs.iter().enumerate().map(clean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_found_among_others() {
        let text = "PASSPORT\n17MAY1990\n\nP<UTOERIKSSON<<ANNA<MARIA<<<<<K<<<<<<<C<<<<<\n\nL898902C36UTO7408122F1204159ZE184226B<<<<<1Q0\n7\n";
        let lines = seen(text).unwrap();
        assert_eq!(lines[0], "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
        assert_eq!(lines[1], "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
        let card = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
        assert_eq!(seen(card).unwrap().len(), 3);
    }

    #[test]
    fn lines_that_do_not_fit_are_a_hint_and_other_text_is_none() {
        let text = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898903C36UTO7408122F1204159ZE184226B<<<<<10";
        assert_eq!(seen(text).unwrap()[1], "L898903C36UTO7408122F1204159ZE184226B<<<<<10");
        assert_eq!(seen("REPUBLIC OF UTOPIA\nPASSPORT\nTHIS IS A LONG LINE OF A PAGE WITHOUT A ZONE\n"), None);
        assert_eq!(seen(""), None);
    }
}
