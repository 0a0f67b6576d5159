//! The number a person quotes on the phone, and the code that opens the application from another computer.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use rand::RngExt;
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::validation::latin;

/// Twelve digits in groups of four, the last a check digit (Luhn, ISO/IEC 7812-1): a slip on the phone is noticed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number(String);

impl Number {
    /// A new random number.
    pub fn random(chance: &mut impl rand::Rng) -> Self {
        // The first digit is not 0, so that nobody drops it.
        let mut digits: Vec<u32> = vec![chance.random_range(1..=9)];
        digits.extend((0..10).map(|_| chance.random_range(0..=9)));
        digits.push(luhn(&digits));
        Self(digits.iter().filter_map(|d| char::from_digit(*d, 10)).collect())
    }
    /// Reads what a person typed: spaces and hyphens do not matter.
    pub fn read(text: &str) -> Option<Self> {
        let digits: Vec<u32> =
            text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_digit(10)).collect::<Option<_>>()?;
        let (check, rest) = digits.split_last()?;
        (digits.len() == 12 && luhn(rest) == *check)
            .then(|| Self(digits.iter().filter_map(|d| char::from_digit(*d, 10)).collect()))
    }
    /// As it is stored: twelve digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// A number that was stored.
    pub fn stored(digits: String) -> Self {
        Self(digits)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<&str> = (0..self.0.len()).step_by(4).map(|i| &self.0[i..(i + 4).min(self.0.len())]).collect();
        f.write_str(&groups.join("-"))
    }
}

fn luhn(digits: &[u32]) -> u32 {
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { (d * 2) / 10 + (d * 2) % 10 } else { *d }).sum();
    (10 - sum % 10) % 10
}

/// Letters and digits that nobody mistakes for one another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The code of an application: 16 signs of 5 bits, 80 bits of chance. Shown once; only its keyed hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// A secret: never printed.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Code {
    /// A new random code.
    pub fn random(chance: &mut impl rand::Rng) -> Self {
        Self((0..16).map(|_| char::from(ALPHABET[chance.random_range(0..32)])).collect())
    }
    /// The code of an application that a form began, made of the form's random token: who sends the form again, or opens the
    /// page of the code anew, sees the same one.
    pub fn of_form(key: &[u8], form: &str, id: &str) -> Self {
        let digits = keyed_hash(key, b"first code", format!("{form}.{id}").as_bytes());
        let sign = |pair: &[u8]| {
            pair.iter().fold(0, |sum, digit| sum * 16 + char::from(*digit).to_digit(16).unwrap_or(0) as usize) % 32
        };
        Self(digits.as_bytes().chunks(2).take(16).map(|pair| char::from(ALPHABET[sign(pair)])).collect())
    }
    /// Reads what a person typed: case, spaces and hyphens do not matter; O is 0, I and L are 1. Who copies it by a Kazakh or
    /// Russian keyboard types letters that look the same.
    pub fn read(text: &str) -> Option<Self> {
        let code: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match latin(c).to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        (code.len() == 16 && code.bytes().all(|b| ALPHABET.contains(&b))).then_some(Self(code))
    }
    /// In groups of four, to be shown once.
    pub fn shown(&self) -> String {
        [&self.0[0..4], &self.0[4..8], &self.0[8..12], &self.0[12..16]].join("-")
    }
    /// What is stored: HMAC-SHA-256 under the office's key, in hexadecimal. With 80 bits of chance no slow hash is needed.
    pub fn hash(&self, key: &[u8]) -> String {
        keyed_hash(key, b"code", self.0.as_bytes())
    }
    /// Whether this is the code of the stored hash; takes the same time whatever differs.
    pub fn opens(&self, key: &[u8], stored_hash: &str) -> bool {
        self.hash(key).as_bytes().ct_eq(stored_hash.as_bytes()).into()
    }
}

/// HMAC-SHA-256 of `text` for one purpose, in hexadecimal.
pub fn keyed_hash(key: &[u8], purpose: &[u8], text: &[u8]) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    mac.update(purpose);
    mac.update(&[0]);
    mac.update(text);
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_back_as_people_type_it() {
        let number = Number::random(&mut rand::rng());
        assert_eq!(Number::read(&number.to_string()), Some(number.clone()));
        assert_eq!(Number::read(&format!(" {} ", number.to_string().replace('-', " "))), Some(number));
    }

    #[test]
    fn one_wrong_digit_is_noticed() {
        let number = Number::random(&mut rand::rng());
        for i in 0..12 {
            let mut digits: Vec<u8> = number.as_str().bytes().collect();
            digits[i] = b'0' + (digits[i] - b'0' + 1) % 10;
            assert_eq!(Number::read(&String::from_utf8(digits).unwrap()), None);
        }
    }

    #[test]
    fn a_code_opens_only_its_own_hash() {
        let (code, other) = (Code::random(&mut rand::rng()), Code::random(&mut rand::rng()));
        let hash = code.hash(b"key");
        assert!(Code::read(&code.shown().to_lowercase()).unwrap().opens(b"key", &hash));
        assert!(!other.opens(b"key", &hash));
        let made = Code::of_form(b"key", "form", "id");
        assert_eq!(Code::read(&made.shown()), Some(made.clone()));
        assert!(made == Code::of_form(b"key", "form", "id") && made != Code::of_form(b"key", "form", "other id"));
        let typed = "\u{410}\u{432}\u{441}\u{415}-\u{43D}\u{41A}\u{43C}\u{41E} \u{440}\u{422}\u{425}\u{443}0\u{456}l1";
        assert_eq!(Code::read(typed).map(|code| code.shown()).as_deref(), Some("ABCE-HKM0-PTXY-0111"));
        assert!(!code.opens(b"another key", &hash));
    }
}
