//! The machine-readable lines of an invented passport; those of every fifth person say another day of birth than they
//! typed, so that there is something to compare.

use chrono::NaiveDate;

use crate::application::{Answers, zone};
use crate::documents::passport_zone::{Given, check_digit};
use crate::law::numbers::Sex;

/// The lines of a passport with these answers; none when they leave something open.
pub fn lines(answers: &Answers, n: usize) -> Option<Given> {
    let typed = zone::typed(answers);
    let (born, expires) = (typed.born_on?, typed.expires_on?);
    let born = if n % 5 == 1 { born.succ_opt()? } else { born };
    let plain = |name: &str| -> String {
        let letter = |sign: char| if sign.is_ascii_alphabetic() { sign.to_ascii_uppercase() } else { '<' };
        name.chars().map(letter).collect()
    };
    let names = format!("{}<<{}", plain(&typed.surname_latin), plain(&typed.given_names_latin));
    let digit = |field: &str| char::from(check_digit(&[field]));
    let (born, expires) = (six(born), six(expires));
    // A zone has room for nine: what is longer is not invented here.
    let number = Some(plain_number(&typed.number)).filter(|number| number.len() <= 9)?;
    let number = format!("{number:<<9}");
    let sex = if typed.sex == Some(Sex::Female) { 'F' } else { 'M' };
    let (issuer, holder) = (typed.country?, typed.citizenship?);
    let front = format!(
        "{number}{}{holder}{born}{}{sex}{expires}{}{}",
        digit(&number),
        digit(&born),
        digit(&expires),
        "<".repeat(15)
    );
    let whole = check_digit(&[front.get(..10)?, front.get(13..20)?, front.get(21..43)?]);
    let first: String = format!("{:<<44}", format!("P<{issuer}{names}")).chars().take(44).collect();
    Some(Given { lines: vec![first, format!("{front}{}", char::from(whole))], from_photograph: n % 2 == 1 })
}

fn plain_number(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

fn six(day: NaiveDate) -> String {
    day.format("%y%m%d").to_string()
}
