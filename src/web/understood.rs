//! What the portal understood of an answer, in words.

use crate::desk::understood::Understood;
use crate::language::{Args, Language};

/// The sentence of an understood value.
pub fn in_words(language: Language, value: &Understood) -> String {
    let say = |message: &str, numbers: &[(&'static str, i64)], texts: &[(&'static str, String)]| {
        let mut args = Args::new();
        numbers.iter().for_each(|(name, number)| args.set(*name, *number));
        texts.iter().for_each(|(name, text)| args.set(*name, text.clone()));
        language.text_with(message, &args)
    };
    match value {
        Understood::Iin(born_on, sex) => {
            let sex = language.find(&format!("sex-{}", sex.code()), None);
            let told: Vec<String> = born_on.map(|day| language.date(day)).into_iter().chain(sex).collect();
            if told.is_empty() { say("understood-iin-silent", &[], &[]) } else { told.join(", ") }
        }
        Understood::Bin => say("understood-bin", &[], &[]),
        Understood::Age(years) => say("understood-age", &[("years", i64::from(*years))], &[]),
        Understood::Turns(years) => say("understood-turns", &[("years", *years)], &[]),
        Understood::Passed(days) => say("understood-passed", &[("days", *days)], &[]),
        Understood::Ahead(days) => say("understood-ahead", &[("days", *days)], &[]),
        Understood::Left(months, days) => {
            say("understood-left", &[("months", i64::from(*months)), ("days", *days)], &[])
        }
        Understood::Lasts(months, days) => {
            say("understood-lasts", &[("months", i64::from(*months)), ("days", *days)], &[])
        }
        Understood::Bars(until) => say("understood-bars", &[], &[("day", language.date(*until))]),
        Understood::Name(zone, search) => {
            say("understood-name", &[], &[("zone", zone.clone()), ("search", search.clone())])
        }
        Understood::Phone(Some(number)) | Understood::Number(number) => number.clone(),
        Understood::Phone(None) => say("understood-phone-untold", &[], &[]),
        Understood::Money { hundredths, index, year } => {
            // Both languages of the office write a decimal comma.
            let sum = format!("{},{:02}", language.number(hundredths / 100), hundredths % 100);
            let texts = [("sum", sum), ("index", language.tenge(*index)), ("year", year.to_string())];
            say("understood-money", &[], &texts)
        }
        Understood::UnknownIndex(year) => say("understood-money-unknown", &[], &[("year", year.to_string())]),
        Understood::Country(code) => code.clone(),
        Understood::Unit(code) => language.text(&format!("unit-{code}")),
    }
}
