//! Cases that belong together: one person's twice, or one family's. Shown to the clerk with the reason; nothing is stopped
//! by it, since a name and a day of birth can be two people's.
//!
//! Each case that was filed has keys; two cases are related when a key of one meets a key of the other.

use chrono::{Datelike, NaiveDate};

use crate::application::Application;
use crate::application::choices::{HousingProvider, Region};
use crate::application::status::codes;
use crate::application::steps::{Child, Contacts, Family, Passport, Person, Relative, Residence, Situation};
use crate::validation::Value;
use crate::validation::names::{fold, fold_number, skeleton};

codes! {
    /// What a key is made of.
    Key {
        /// State and number of the passport.
        Passport = "passport",
        /// IIN.
        Iin = "iin",
        /// The applicant's name and day of birth.
        Person = "person",
        /// The applicant's name and year of birth.
        Year = "year",
        /// Name and day or year of birth of the spouse, a child or a relative.
        Named = "named",
        /// A dwelling: where they live or will live.
        Address = "address",
        /// The person who gives the housing.
        Provider = "provider",
    }
}

codes! {
    /// Why two cases belong together. `related-{code}` is the sentence on the page.
    Reason {
        /// One passport.
        Passport = "passport",
        /// One IIN.
        Iin = "iin",
        /// One name, however spelt, and one day of birth: also after a new passport.
        Name = "name",
        /// The other person is named here as family.
        NamedHere = "named_here",
        /// This person is named there as family.
        NamedThere = "named_there",
        /// One dwelling.
        Address = "address",
        /// One person gives the housing.
        Provider = "provider",
    }
}

impl Reason {
    /// Whether it tells that the same person applies twice; else it is family.
    pub fn is_duplicate(self) -> bool {
        matches!(self, Self::Passport | Self::Iin | Self::Name)
    }
}

/// Which key of a case meets which key of another, and what that tells.
pub const MEETINGS: &[(Key, Key, Reason)] = &[
    (Key::Passport, Key::Passport, Reason::Passport),
    (Key::Iin, Key::Iin, Reason::Iin),
    (Key::Person, Key::Person, Reason::Name),
    (Key::Named, Key::Person, Reason::NamedHere),
    (Key::Named, Key::Year, Reason::NamedHere),
    (Key::Person, Key::Named, Reason::NamedThere),
    (Key::Year, Key::Named, Reason::NamedThere),
    (Key::Address, Key::Address, Reason::Address),
    (Key::Provider, Key::Provider, Reason::Provider),
];

/// Surname and first given name in any order and spelling; nothing when there is only one word.
fn name(text: &str) -> Option<String> {
    let mut words: Vec<String> = text.split_whitespace().map(skeleton).filter(|word| !word.is_empty()).collect();
    words.truncate(2);
    words.sort();
    (words.len() == 2).then(|| words.join(" "))
}

/// An address. In a city that no region holds the locality says the same once more, or nothing.
fn dwelling(region: Option<&Region>, [locality, street, house, flat]: [&str; 4]) -> Option<String> {
    let locality = if region.is_some_and(Region::is_a_city) { "" } else { locality };
    let lacks_part = [street, house].iter().any(|part| fold(part).is_empty());
    let whole = !lacks_part && !Region::lacks(region, &fold(locality));
    let region = region.map_or("", |region| region.code());
    whole.then(|| [region, locality, street, house, flat].map(fold).join("|"))
}

/// The keys of a case; each once.
pub fn keys(application: &Application) -> Vec<(Key, String)> {
    let answers = &application.answers;
    let (person, passport): (Person, Passport) = (answers.page(), answers.page());
    let mut keys = Vec::new();
    let mut add = |key: Key, value: Option<String>| keys.extend(value.map(|value| (key, value)));
    let country = passport.country.given().map(|country| country.write().to_owned()).unwrap_or_default();
    let number = fold_number(&passport.number);
    add(Key::Passport, (!number.is_empty()).then(|| format!("{country} {number}")));
    add(Key::Iin, (!person.iin.is_empty()).then(|| person.iin.to_string()));
    if let Some(born_on) = answers.page::<Situation>().born_on.given() {
        let own = [
            name(&format!("{} {}", &*person.surname, &*person.given_names)),
            name(&format!("{} {}", &*person.surname_latin, &*person.given_names_latin)),
            name(&person.former_name),
        ];
        for own in own.into_iter().flatten() {
            add(Key::Person, Some(format!("{own} {born_on}")));
            add(Key::Year, Some(format!("{own} {}", born_on.year())));
        }
    }
    let day = |text: &str, born: Option<&NaiveDate>| Some(format!("{} {}", name(text)?, born?));
    let family: Family = answers.page();
    add(Key::Named, day(&family.spouse_name, family.spouse_born_on.given()));
    for child in answers.records::<Child>().items {
        add(Key::Named, day(&child.answers.name, child.answers.born_on.given()));
    }
    for relative in answers.records::<Relative>().items {
        let year = relative.answers.birth_year.given();
        add(Key::Named, name(&relative.answers.name).zip(year).map(|(name, year)| format!("{name} {year}")));
    }
    let (lives, will): (Contacts, Residence) = (answers.page(), answers.page());
    let now = [&*lives.locality, &*lives.street, &*lives.house, &*lives.flat];
    add(Key::Address, dwelling(lives.region.given(), now));
    let then = [&*will.locality, &*will.street, &*will.house, &*will.flat];
    add(Key::Address, dwelling(will.region.given(), then));
    // An organisation houses many who have nothing to do with each other.
    if will.provider.given() == Some(&HousingProvider::Person) {
        // By the number only: a name without a day of birth is many people's.
        let number = fold_number(&will.provider_number);
        add(Key::Provider, (!number.is_empty()).then_some(number));
    }
    keys.sort_by(|one, other| (one.0.code(), &one.1).cmp(&(other.0.code(), &other.1)));
    keys.dedup();
    keys
}
