//! What the portal understands of an answer where that is more, or other, than what was typed: the value that the rules,
//! the search and the comparison with the passport's zone work with.

use chrono::{Datelike, Months, NaiveDate};

use crate::application::choices::HousingProvider;
use crate::application::steps::StepName;
use crate::application::summary::Line;
use crate::law::facts::age_on;
use crate::law::numbers::{self, Sex};
use crate::law::{money, terms};
use crate::validation::names::{fold_number, in_capitals, skeleton};
use crate::validation::{Kind, Value, phone};

/// The understood value of one answer. Days and ages are those of the day that counts for the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    /// What an IIN tells; no day where it names no century.
    Iin(Option<NaiveDate>, Sex),
    /// A number of an organisation whose check digit fits.
    Bin,
    /// Full years.
    Age(u32),
    /// Years that are reached in the year.
    Turns(i64),
    /// So many days ago.
    Passed(i64),
    /// So many days ahead.
    Ahead(i64),
    /// Whole months, and days in all, that something still lasts.
    Left(u32, i64),
    /// Whole months, and days in all, from the first day to the last, both counted.
    Lasts(u32, i64),
    /// An expulsion: the last day on which it bars.
    Bars(NaiveDate),
    /// A name as the zone would write it, and as the search knows it.
    Name(String, String),
    /// By E.164; none when the number does not tell its country.
    Phone(Option<String>),
    /// A number without signs, as it is compared.
    Number(String),
    /// A sum counted in the index of a year.
    Money {
        /// Hundredths of the index.
        hundredths: i64,
        /// The index, in tenge.
        index: i64,
        /// Its year.
        year: i32,
    },
    /// A sum in a year whose index is not known.
    UnknownIndex(i32),
    /// ISO 3166-1 alpha-3.
    Country(String),
    /// The unit that receives the case.
    Unit(String),
}

/// What is understood of a line; `beside` are the other lines of its page or record, `day` is the day that counts.
pub fn understood(line: &Line, beside: &[Line], day: NaiveDate) -> Option<Understood> {
    use StepName as S;
    let given = line.values.first()?;
    let other = |name: &str| beside.iter().find(|line| line.field.name == name).and_then(|line| line.values.first());
    match (line.step, line.field.name, line.field.kind) {
        (_, name, Kind::Date) => dated(line.step, name, given.parse().ok()?, &other, day),
        (S::Fee | S::Solvency, "amount", _) => {
            let paid = other("paid_on").and_then(|day| day.parse().ok());
            Some(counted(given.parse().ok()?, if line.step == S::Fee { paid.unwrap_or(day) } else { day }))
        }
        (S::Relatives, "birth_year", _) => Some(Understood::Turns(i64::from(day.year()) - given.parse::<i64>().ok()?)),
        (S::Contacts, "region", _) => Some(Understood::Unit(given.clone())),
        (_, _, Kind::Choice("country")) => Some(Understood::Country(given.clone())),
        (_, "iin", _) => iin(given),
        (S::Residence, "provider_number", _) => match other("provider").map(|one| HousingProvider::read(one)) {
            Some(Some(HousingProvider::Organisation)) => numbers::bin(given).is_ok().then_some(Understood::Bin),
            _ => iin(given),
        },
        (_, "phone", _) => {
            let number = phone::e164(given);
            (number.as_ref() != Some(given)).then_some(Understood::Phone(number))
        }
        (S::Passport, "number", _) => {
            let number = fold_number(given).to_uppercase();
            (number != *given).then_some(Understood::Number(number))
        }
        (step, name, Kind::Text) if is_name(step, name) => {
            Some(Understood::Name(in_capitals(given), skeleton(given).to_uppercase()))
        }
        _ => None,
    }
}

/// Names that are searched, compared with the zone, or with the applicants of other cases.
fn is_name(step: StepName, field: &str) -> bool {
    use StepName as S;
    match step {
        S::Person => {
            matches!(
                field,
                "surname_latin" | "given_names_latin" | "surname" | "given_names" | "patronymic" | "former_name"
            )
        }
        S::Family => field == "spouse_name",
        S::Children | S::Relatives => field == "name",
        _ => false,
    }
}

fn iin(number: &str) -> Option<Understood> {
    numbers::iin(number).ok().map(|iin| Understood::Iin(iin.born_on, iin.sex))
}

fn dated<'a>(
    step: StepName,
    name: &str,
    given: NaiveDate,
    other: &impl Fn(&str) -> Option<&'a String>,
    day: NaiveDate,
) -> Option<Understood> {
    use StepName as S;
    let days = (given - day).num_days();
    let beside = |name: &str| other(name).and_then(|day| day.parse::<NaiveDate>().ok());
    Some(match (step, name) {
        (_, "born_on" | "spouse_born_on") if days <= 0 => Understood::Age(age_on(given, day)),
        (S::Passport, "expires_on") | (S::Arrival, "visa_until") if days >= 0 => {
            Understood::Left(months(day, given), days)
        }
        (S::Work, "until") => lasts(beside("from")?, given)?,
        (S::Work, "from") if other("ongoing").is_some_and(|ongoing| ongoing == "yes") => lasts(given, day)?,
        // The other end says how long it lasted.
        (S::Work, "from") => return None,
        (S::Arrival, "visa_from") if beside("visa_until").is_some() => lasts(given, beside("visa_until")?)?,
        (S::History, "expelled_on") => Understood::Bars(terms::years_after(given, 5)),
        _ if days > 0 => Understood::Ahead(days),
        _ => Understood::Passed(-days),
    })
}

fn lasts(from: NaiveDate, until: NaiveDate) -> Option<Understood> {
    let after = until.succ_opt()?;
    (from <= until).then(|| Understood::Lasts(months(from, after), (after - from).num_days()))
}

/// Whole months between two days.
fn months(from: NaiveDate, until: NaiveDate) -> u32 {
    let by_name = (until.year() - from.year()) * 12 + until.month() as i32 - from.month() as i32;
    let by_name = u32::try_from(by_name).unwrap_or_default();
    let reached = from.checked_add_months(Months::new(by_name)).is_some_and(|reached| reached <= until);
    if reached { by_name } else { by_name.saturating_sub(1) }
}

fn counted(tenge: i64, day: NaiveDate) -> Understood {
    match money::mci(day) {
        Ok(index) => Understood::Money { hundredths: tenge.saturating_mul(100) / index, index, year: day.year() },
        Err(unknown) => Understood::UnknownIndex(unknown.year),
    }
}

#[cfg(test)]
mod tests;
