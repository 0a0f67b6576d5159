//! Whether a name as it was typed and the Latin of a passport are the same name, letter by letter.

use super::letters::{plain, small_letters, spelling};

/// How a typed name stands to a passport's Latin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The Latin is what ICAO Doc 9303 makes of the typed name.
    Same,
    /// The Latin is what older or national rules make of it.
    SameByOlderRules,
    /// By no rule known here.
    Different,
}

/// Compares a typed name, Cyrillic or Latin, with the Latin of a passport. Spaces, hyphens, apostrophes and case do not
/// count.
pub fn same_name(typed: &str, latin: &str) -> Likeness {
    compare(typed, latin, false)
}

/// The same for a name that the passport's zone had no room for: what is there must be the beginning of the typed one.
pub fn same_beginning(typed: &str, latin: &str) -> Likeness {
    compare(typed, latin, true)
}

/// Walks over the typed letters and keeps, for each length of Latin that they can have made so far, the best rule by
/// which they did: at most 3 × length × length steps.
fn compare(typed: &str, latin: &str, cut: bool) -> Likeness {
    let typed: Vec<char> = small_letters(typed).into_iter().flatten().collect();
    let target = plain_letters(latin);
    if typed.is_empty() || target.is_empty() {
        return if typed.is_empty() && target.is_empty() { Likeness::Same } else { Likeness::Different };
    }
    let mut reached = vec![vec![None; target.len() + 1]; typed.len() + 1];
    reached[0][0] = Some(Likeness::Same);
    for at in 0..typed.len() {
        for there in 0..=target.len() {
            let Some(so_far) = reached[at][there] else { continue };
            let mut step = |taken: usize, written: &str, rule: Likeness| {
                let rest = &target[there..];
                let whole = rest.starts_with(written.as_bytes());
                if !(whole || cut && written.as_bytes().starts_with(rest)) {
                    return;
                }
                let cell = &mut reached[at + taken][(there + written.len()).min(target.len())];
                let best = so_far.max(rule);
                *cell = Some(cell.map_or(best, |known: Likeness| known.min(best)));
            };
            for taken in [1, 2] {
                let Some(letters) = typed.get(at..at + taken) else { continue };
                let letters: String = letters.iter().collect();
                match spelling(&letters) {
                    Some(spelling) => {
                        spelling.now.iter().for_each(|written| step(taken, written, Likeness::Same));
                        spelling.older.iter().for_each(|written| step(taken, written, Likeness::SameByOlderRules));
                    }
                    None if taken == 1 => {
                        let unsigned = letters.chars().next().and_then(plain);
                        step(1, unsigned.unwrap_or(&letters), Likeness::Same);
                    }
                    None => {}
                }
            }
        }
    }
    let ends = if cut { &reached[1..] } else { &reached[typed.len()..] };
    ends.iter().filter_map(|row| row[target.len()]).min().unwrap_or(Likeness::Different)
}

/// Small plain Latin letters and digits.
fn plain_letters(latin: &str) -> Vec<u8> {
    let mut letters = String::with_capacity(latin.len());
    for c in small_letters(latin).into_iter().flatten() {
        let by_rule = spelling(c.encode_utf8(&mut [0; 4])).filter(|_| !c.is_ascii()).and_then(|spelling| {
            // A sign that was left standing: the shortest way to write the letter without it.
            spelling.now.iter().min_by_key(|written| written.len()).copied()
        });
        match by_rule.or_else(|| plain(c)) {
            Some(written) => letters.push_str(written),
            None => letters.push(c),
        }
    }
    letters.into_bytes()
}
