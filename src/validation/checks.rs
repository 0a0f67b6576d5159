//! The named checks of one box. Each answers with a code; `error-{code}` in `locales/*/errors.ftl` is its sentence.
//!
//! A check of form (a phone, a name) lets an empty box pass: whether it must be filled is [`filled`]'s or
//! [`answered`]'s business.

use validator::{ValidateEmail, ValidateLength, ValidationError};

use super::kind::Kind;
use super::names;
use super::{Answer, Choices, Prose, Text, Value};
use crate::law::numbers;

type Checked = Result<(), ValidationError>;

fn refuse(code: &'static str) -> Checked {
    Err(ValidationError::new(code))
}

fn unless(fine: bool, code: &'static str) -> Checked {
    if fine { Ok(()) } else { refuse(code) }
}

impl ValidateLength<u64> for Text {
    fn length(&self) -> Option<u64> {
        Some(self.chars().count() as u64)
    }
}

impl ValidateLength<u64> for Prose {
    fn length(&self) -> Option<u64> {
        Some(self.chars().count() as u64)
    }
}

/// The box holds something.
pub fn filled<T: std::ops::Deref<Target = str>>(text: &T) -> Checked {
    unless(!text.is_empty(), "required")
}

/// The box holds a value.
pub fn answered<T: Value>(answer: &Answer<T>) -> Checked {
    if answer.is_blank() { refuse("required") } else { readable(answer) }
}

/// At least one of the list is ticked.
pub fn ticked<T: Value>(choices: &Choices<T>) -> Checked {
    unless(!choices.is_empty(), "required")
}

/// The box is empty or holds a value.
pub fn readable<T: Value>(answer: &Answer<T>) -> Checked {
    match answer {
        Answer::Unreadable(_) => refuse(match T::KIND {
            Kind::Date => "date",
            Kind::Number => "number",
            _ => "choice",
        }),
        _ => Ok(()),
    }
}

/// The statement is agreed to.
pub fn agreed(answer: &Answer<bool>) -> Checked {
    unless(answer.yes(), "agree")
}

/// A name in the letters of the machine-readable zone's page: Latin, with accents, hyphen, apostrophe.
pub fn latin_name(text: &Text) -> Checked {
    unless(text.chars().all(names::is_latin_name_char), "latin_name")
}

/// A name in Kazakh or Russian letters, or in Latin ones: a word has letters of one script. One that has both is a slip of
/// the keyboard, whose letters look alike and are never found.
pub fn local_name(text: &Text) -> Checked {
    let of_one =
        |word: &str| word.chars().all(names::is_cyrillic_name_char) || word.chars().all(names::is_latin_name_char);
    unless(text.split_whitespace().all(of_one), "cyrillic_name")
}

/// A name in either script.
pub fn any_name(text: &Text) -> Checked {
    unless(text.chars().all(|c| names::is_latin_name_char(c) || names::is_cyrillic_name_char(c)), "any_name")
}

/// A telephone number: international, 9 to 15 digits (E.164), signs of order allowed; no country's code begins with 0.
pub fn phone(text: &Text) -> Checked {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let signs = text.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c));
    let abroad = if text.starts_with('+') { Some(&*digits) } else { digits.strip_prefix("00") };
    let nowhere = abroad.is_some_and(|whole| whole.starts_with('0'));
    unless(text.is_empty() || (signs && !nowhere && (9..=15).contains(&digits.len())), "phone")
}

/// An e-mail address. One without a dot in its domain is well formed, and reaches nobody outside of one's own house.
pub fn email(text: &Text) -> Checked {
    let outside = text.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    unless(text.is_empty() || (outside && (&**text).validate_email()), "email")
}

/// An individual identification number with a right check digit.
pub fn iin(text: &Text) -> Checked {
    unless(text.is_empty() || numbers::iin(text).is_ok(), "iin")
}

/// An individual or a business identification number.
pub fn iin_or_bin(text: &Text) -> Checked {
    unless(text.is_empty() || numbers::iin(text).is_ok() || numbers::bin(text).is_ok(), "iin_or_bin")
}

/// Number of a passport or another paper: letters of any script, digits, and the signs that stand in such numbers.
pub fn paper_number(text: &Text) -> Checked {
    unless(text.chars().all(|c| c.is_alphanumeric() || " -/.№".contains(c)), "paper_number")
}

/// A postal code: six digits in the old form, or the newer A10A1B2.
pub fn postcode(text: &Text) -> Checked {
    let old = text.len() == 6 && text.chars().all(|c| c.is_ascii_digit());
    let new = text.len() == 7 && text.chars().all(|c| c.is_ascii_alphanumeric());
    unless(text.is_empty() || old || new, "postcode")
}
