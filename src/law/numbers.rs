//! The two twelve-digit numbers of Kazakhstan: IIN of a person and BIN of an organisation (RULES §5).

use chrono::NaiveDate;
use thiserror::Error;

use crate::law::coded::coded_enum;

coded_enum! {
    /// Sex as papers write it.
    Sex {
        /// Male.
        Male => "male",
        /// Female.
        Female => "female",
        /// Not said.
        Unspecified => "unspecified",
    }
}

/// What an IIN says about its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Iin {
    /// Date of birth; `None` when the seventh digit is 0, since then the number does not say the century.
    pub born_on: Option<NaiveDate>,
    /// Sex; unspecified when the seventh digit is 0.
    pub sex: Sex,
}

/// Why a number is not valid. The length is looked at first, then digits, check digit, century, date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Not twelve characters.
    #[error("the number has twelve digits")]
    Length,
    /// A character that is not one of 0–9.
    #[error("the number consists of the digits 0 to 9")]
    Digits,
    /// The last digit does not follow from the others, or no digit could.
    #[error("the check digit does not fit")]
    CheckDigit,
    /// The seventh digit is none of 0–6.
    #[error("the seventh digit tells no century")]
    Century,
    /// The first six digits are no date.
    #[error("the number does not begin with a date of birth")]
    BirthDate,
}

impl NumberError {
    /// The stable word for this error.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Digits => "digits",
            Self::CheckDigit => "check_digit",
            Self::Century => "century",
            Self::BirthDate => "birth_date",
        }
    }
}

/// Reads an IIN and says what it tells.
///
/// (reading) With 0 as the seventh digit the six first digits must still be a date in some century.
///
/// # Errors
/// A [`NumberError`] for the first thing that is wrong.
pub fn iin(number: &str) -> Result<Iin, NumberError> {
    let digits = checked(number)?;
    let two = |at: usize| u32::from(digits[at]) * 10 + u32::from(digits[at + 1]);
    let born = |century: i32| {
        let year = century + i32::try_from(two(0)).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, two(2), two(4)).ok_or(NumberError::BirthDate)
    };
    let (century, sex) = match digits[6] {
        // Of 1800, 1900 and 2000 only the last had a 29 February, so 2000 admits every date that any century admits.
        0 => {
            return born(2000).map(|_| Iin { born_on: None, sex: Sex::Unspecified });
        }
        1 => (1800, Sex::Male),
        2 => (1800, Sex::Female),
        3 => (1900, Sex::Male),
        4 => (1900, Sex::Female),
        5 => (2000, Sex::Male),
        6 => (2000, Sex::Female),
        _ => return Err(NumberError::Century),
    };
    Ok(Iin { born_on: Some(born(century)?), sex })
}

/// Checks a BIN: twelve digits and the check digit.
///
/// # Errors
/// [`NumberError::Length`], [`NumberError::Digits`] or [`NumberError::CheckDigit`].
pub fn bin(number: &str) -> Result<(), NumberError> {
    checked(number).map(|_| ())
}

/// The check digit that belongs to eleven digits (each 0–9); `None` when there is none and the number cannot exist.
#[must_use]
pub fn check_digit(first_eleven: &[u8; 11]) -> Option<u8> {
    let remainder = |weight: fn(u32) -> u32| {
        let products = (1_u32..).zip(first_eleven).map(|(place, digit)| u32::from(*digit) * weight(place));
        products.sum::<u32>() % 11
    };
    let first = remainder(|place| place);
    // The second time the weights are 3, 4, …, 11, 1, 2.
    let last = if first == 10 { remainder(|place| (place + 1) % 11 + 1) } else { first };
    u8::try_from(last).ok().filter(|digit| *digit < 10)
}

/// The twelve digits of a number whose check digit fits.
fn checked(number: &str) -> Result<[u8; 12], NumberError> {
    if number.chars().count() != 12 {
        return Err(NumberError::Length);
    }
    let mut digits: [u8; 12] = number.as_bytes().try_into().map_err(|_| NumberError::Digits)?;
    for digit in &mut digits {
        *digit = digit.checked_sub(b'0').filter(|digit| *digit < 10).ok_or(NumberError::Digits)?;
    }
    let [first_eleven @ .., last] = &digits;
    if check_digit(first_eleven) == Some(*last) { Ok(digits) } else { Err(NumberError::CheckDigit) }
}
