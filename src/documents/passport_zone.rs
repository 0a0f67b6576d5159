//! The machine-readable zone of passports (TD3) and cards (TD1, TD2), read and checked as ICAO Doc 9303 says.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::law::numbers::Sex;

mod compare;
mod error;
mod holder;
mod seen;
mod typed;

pub use compare::{Compared, Item, Typed, Verdict, compare};
pub use error::ZoneError;
pub use holder::{Holder, country};
pub use seen::seen;
pub use typed::{Reading, read_typed};

/// The lines of a zone as they were given, right or wrong, to be read anew whenever they are looked at.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What was typed, a line each.
    pub lines: Vec<String>,
    /// Whether a program proposed the lines from a photograph before the person looked at them.
    pub from_photograph: bool,
}

/// Lines are personal data: `Debug` tells only how many there are.
impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Given({} lines)", self.lines.len())
    }
}

impl Given {
    /// No line is longer than this, however many fillers too many were typed.
    pub const LONGEST: usize = 100;

    /// What the lines say.
    pub fn read(&self) -> Reading {
        read_typed(&self.lines)
    }
}

/// What a zone says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportZone {
    /// Primary identifier, words apart.
    pub surname: String,
    /// Secondary identifier, words apart; empty when there is none.
    pub given_names: String,
    /// Number of the document, without fillers at the end.
    pub number: String,
    /// Letters of the issuer as printed, without fillers (`D<<` is `D`).
    pub issuer: String,
    /// Letters of the nationality as printed, without fillers.
    pub nationality: String,
    /// Date of birth; `None` when the zone leaves a part of it unknown.
    pub born_on: Option<NaiveDate>,
    /// Sex.
    pub sex: Sex,
    /// Last day of validity.
    pub expires_on: NaiveDate,
    /// Whether it is a passport, and not a card.
    pub passport: bool,
    /// Whether the names fill their field to the last place: the issuer may have cut them.
    pub cut: bool,
}

/// Reads a zone of two lines of 44 (TD3) or 36 (TD2), or three of 30 (TD1), and checks every check digit, the composite
/// one too.
///
/// # Errors
/// A [`ZoneError`] for the first thing that is wrong.
pub fn read<S: AsRef<str>>(lines: &[S]) -> Result<PassportZone, ZoneError> {
    match lines {
        [first, second] if first.as_ref().len() == 36 => small(line(first.as_ref(), 36)?, line(second.as_ref(), 36)?),
        [first, second] => passport(line(first.as_ref(), 44)?, line(second.as_ref(), 44)?),
        [first, second, third] => {
            card(line(first.as_ref(), 30)?, line(second.as_ref(), 30)?, line(third.as_ref(), 30)?)
        }
        _ => Err(ZoneError::Lines),
    }
}

/// The check digit of fields put together: weights 7, 3, 1; digits count themselves, letters 10 to 35, fillers 0
/// (ICAO Doc 9303, part 3, 4.9).
#[must_use]
pub fn check_digit(fields: &[&str]) -> u8 {
    let values = fields.iter().flat_map(|field| field.bytes()).map(|character| match character {
        b'0'..=b'9' => u32::from(character - b'0'),
        b'A'..=b'Z' => u32::from(character - b'A') + 10,
        _ => 0,
    });
    let sum = values.zip([7_u32, 3, 1].into_iter().cycle()).fold(0, |sum, (value, weight)| (sum + value * weight) % 10);
    b'0' + u8::try_from(sum).unwrap_or_default()
}

/// TD3 (ICAO Doc 9303, part 4).
fn passport(first: &str, second: &str) -> Result<PassportZone, ZoneError> {
    if !first.starts_with('P') {
        return Err(ZoneError::DocumentType);
    }
    let sound = typed::faults(&[first, second]).is_empty();
    let fields = Fields {
        passport: true,
        number: &second[..9],
        issuer: &first[2..5],
        nationality: &second[10..13],
        born: &second[13..19],
        sex: &second[20..21],
        expires: &second[21..27],
        names: &first[5..44],
    };
    if sound { fields.read() } else { Err(ZoneError::CheckDigit) }
}

/// TD1 (ICAO Doc 9303, part 5).
fn card(first: &str, second: &str, third: &str) -> Result<PassportZone, ZoneError> {
    if !first.starts_with(['A', 'C', 'I']) {
        return Err(ZoneError::DocumentType);
    }
    let (number, _) = long_number(&first[5..14], &first[14..15], &first[15..]);
    let sound = typed::faults(&[first, second, third]).is_empty();
    let fields = Fields {
        passport: false,
        number: &number,
        issuer: &first[2..5],
        nationality: &second[15..18],
        born: &second[..6],
        sex: &second[7..8],
        expires: &second[8..14],
        names: third,
    };
    if sound { fields.read() } else { Err(ZoneError::CheckDigit) }
}

/// TD2 (ICAO Doc 9303, part 6): cards of the older size, with the lines of a passport, shorter.
fn small(first: &str, second: &str) -> Result<PassportZone, ZoneError> {
    if !first.starts_with(['A', 'C', 'I', 'P']) {
        return Err(ZoneError::DocumentType);
    }
    let (number, _) = long_number(&second[..9], &second[9..10], &second[28..35]);
    let sound = typed::faults(&[first, second]).is_empty();
    let fields = Fields {
        passport: first.starts_with('P'),
        number: &number,
        issuer: &first[2..5],
        nationality: &second[10..13],
        born: &second[13..19],
        sex: &second[20..21],
        expires: &second[21..27],
        names: &first[5..36],
    };
    if sound { fields.read() } else { Err(ZoneError::CheckDigit) }
}

/// The number and its check digit. One longer than nine has a filler for a digit and goes on in the optional field, where
/// its check digit follows it (ICAO Doc 9303, part 5, 4.2.2.1, note j).
fn long_number<'a>(number: &str, digit: &'a str, optional: &'a str) -> (String, &'a str) {
    let rest = optional.split('<').next().unwrap_or_default();
    if digit == "<" && rest.len() > 1 {
        let (more, digit) = rest.split_at(rest.len() - 1);
        (format!("{number}{more}"), digit)
    } else {
        (number.to_owned(), digit)
    }
}

/// The fields of a zone as printed.
struct Fields<'a> {
    passport: bool,
    number: &'a str,
    issuer: &'a str,
    nationality: &'a str,
    born: &'a str,
    sex: &'a str,
    expires: &'a str,
    names: &'a str,
}

impl Fields<'_> {
    fn read(&self) -> Result<PassportZone, ZoneError> {
        let number = words(self.number);
        if number.is_empty() {
            return Err(ZoneError::Number);
        }
        let sex = match self.sex {
            "M" => Sex::Male,
            "F" => Sex::Female,
            "<" => Sex::Unspecified,
            _ => return Err(ZoneError::Sex),
        };
        let (surname, given_names) = self.names.split_once("<<").unwrap_or((self.names, ""));
        let names = PersonNames { surname: words(surname), given_names: words(given_names) };
        if names.surname.is_empty() || self.names.bytes().any(|character| character.is_ascii_digit()) {
            return Err(ZoneError::Name);
        }
        let expires_on = expiry(self.expires)?;
        Ok(PassportZone {
            surname: names.surname,
            given_names: names.given_names,
            number,
            issuer: letters(self.issuer)?,
            nationality: letters(self.nationality)?,
            born_on: birth(self.born, expires_on)?,
            sex,
            expires_on,
            passport: self.passport,
            cut: !self.names.ends_with('<'),
        })
    }
}

struct PersonNames {
    surname: String,
    given_names: String,
}

/// The line, when it has this length and only characters of a zone (so that it can be cut at any place).
fn line(text: &str, length: usize) -> Result<&str, ZoneError> {
    if text.chars().count() != length {
        return Err(ZoneError::Length);
    }
    let allowed = |character: u8| matches!(character, b'A'..=b'Z' | b'0'..=b'9' | b'<');
    if text.bytes().all(allowed) { Ok(text) } else { Err(ZoneError::Characters) }
}

/// The words of a field: fillers between them become one space.
fn words(field: &str) -> String {
    let words: Vec<&str> = field.split('<').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn letters(field: &str) -> Result<String, ZoneError> {
    let code = field.trim_end_matches('<');
    let sound = !code.is_empty() && code.bytes().all(|letter| letter.is_ascii_uppercase());
    if sound { Ok(code.to_owned()) } else { Err(ZoneError::Country) }
}

/// Two digits of a date as a number.
fn two(digits: &str) -> Option<u32> {
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// YYMMDD in the century that begins with this year.
fn date(field: &str, century: i32) -> Option<NaiveDate> {
    let year = i32::try_from(two(&field[..2])?).ok()?;
    NaiveDate::from_ymd_opt(century + year, two(&field[2..4])?, two(&field[4..6])?)
}

/// (reading) A document with a zone expires in 20YY.
fn expiry(field: &str) -> Result<NaiveDate, ZoneError> {
    date(field, 2000).ok_or(ZoneError::ExpiryDate)
}

/// (reading) The zone has no century and this module no clock: the birth is in the latest century that puts it before
/// the expiry. Parts that the issuer does not know are fillers; then there is no date to give.
fn birth(field: &str, expires_on: NaiveDate) -> Result<Option<NaiveDate>, ZoneError> {
    let parts = [&field[..2], &field[2..4], &field[4..6]];
    if parts.contains(&"<<") {
        let sound = |(part, limit): (&str, u32)| part == "<<" || two(part).is_some_and(|number| number <= limit);
        return parts.into_iter().zip([99, 12, 31]).all(sound).then_some(None).ok_or(ZoneError::BirthDate);
    }
    let of_century = |century| date(field, century).filter(|born| *born < expires_on && born.year() >= 1900);
    of_century(2000).or_else(|| of_century(1900)).map(Some).ok_or(ZoneError::BirthDate)
}
