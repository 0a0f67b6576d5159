//! Pages that the three people fill in alike, with what differs as arguments.

use ruqsat::application::choices::{Ground, HousingPaper};
use ruqsat::application::steps::*;
use ruqsat::validation::{Answer, Choices, Value};

use super::is;

pub(super) fn grounds(codes: &[&str]) -> Choices<Ground> {
    codes.iter().map(|code| Ground::read(code).unwrap()).collect()
}

pub(super) fn person(
    latin: &str,
    cyrillic: &str,
    given: &str,
    given_cyrillic: &str,
    sex: &str,
    from: &str,
    nation: &str,
) -> Person {
    Person {
        surname_latin: latin.into(),
        given_names_latin: given.into(),
        surname: cyrillic.into(),
        given_names: given_cyrillic.into(),
        had_other_name: is("no"),
        sex: is(sex),
        birth_country: is(from),
        birth_place: "Old town".into(),
        nationality: is(nation),
        ..Default::default()
    }
}

pub(super) fn passport(number: &str, country: &str) -> Passport {
    Passport {
        kind: is("passport"),
        number: number.into(),
        country: is(country),
        issuer: "Ministry of the Interior".into(),
        issued_on: is("2023-01-10"),
        expires_on: is("2033-01-09"),
    }
}

pub(super) fn contacts() -> Contacts {
    Contacts {
        phone: "+7 701 123 45 67".into(),
        email: "applicant@example.org".into(),
        letters_in: is("kk"),
        region: is(crate::support::app::UNIT),
        locality: "Алматы".into(),
        street: "Абай даңғылы".into(),
        house: "10".into(),
        flat: "5".into(),
        postcode: "050000".into(),
        ..Default::default()
    }
}

pub(super) fn residence(paper: Answer<HousingPaper>) -> Residence {
    Residence {
        same_address: is("yes"),
        provider: is("person"),
        provider_name: "Асқар Серік".into(),
        paper,
        notarised_on: is("2026-05-20"),
        notary: "Notary of Almaty".into(),
        notarial_number: "100".into(),
        registered_days: is("365"),
        ..Default::default()
    }
}

pub(super) fn relative(relation: &str, name: &str, country: &str) -> Relative {
    Relative { relation: is(relation), name: name.into(), country: is(country), ..Default::default() }
}

pub(super) fn job() -> Job {
    Job {
        occupation: is("work"),
        from: is("2015-01-01"),
        ongoing: is("yes"),
        organisation: "Plant 1".into(),
        position: "Engineer".into(),
        country: is("KAZ"),
        locality: "Алматы".into(),
        ..Default::default()
    }
}

pub(super) fn history() -> History {
    History {
        convicted: is("no"),
        prosecuted: is("no"),
        expelled: is("no"),
        fined: is("no"),
        former_citizen: is("no"),
        applied_before: is("no"),
        ..Default::default()
    }
}

pub(super) fn fee(payer: &str) -> Fee {
    Fee {
        paid_on: is("2026-06-05"),
        amount: is("17300"),
        receipt_number: "R-1".into(),
        payer: payer.into(),
        bank: "Kaspi".into(),
    }
}

pub(super) fn declaration(name: &str) -> Declaration {
    Declaration { truthful: is("yes"), notices: is("yes"), data_consent: is("yes"), signed_by: name.into() }
}
