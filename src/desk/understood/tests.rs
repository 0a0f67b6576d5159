//! Answers beside what the portal understands of them.

use super::*;
use StepName as S;
use Understood as U;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A line of a step, as the summary gives it.
fn line(step: S, field: &str, value: &str) -> Line {
    let known = step.form().fields.iter().find(|known| known.name == field);
    Line { step, field: *known.unwrap_or_else(|| panic!("{field}")), values: vec![value.to_owned()] }
}

fn of(step: S, field: &str, value: &str, beside: &[(&str, &str)]) -> Option<U> {
    let beside: Vec<Line> = beside.iter().map(|(field, value)| line(step, field, value)).collect();
    understood(&line(step, field, value), &beside, day("2026-06-10"))
}

#[test]
fn each_kind_of_answer_is_told_as_the_portal_counts_it() {
    let name = |zone: &str, search: &str| Some(U::Name(zone.to_owned(), search.to_owned()));
    for (step, field, value, beside, told) in [
        (S::Situation, "born_on", "1990-06-11", &[][..], Some(U::Age(35))),
        (S::Situation, "born_on", "1990-06-10", &[], Some(U::Age(36))),
        (S::Situation, "born_on", "2026-06-12", &[], Some(U::Ahead(2))),
        (S::Situation, "citizenship", "TUR", &[], Some(U::Country("TUR".into()))),
        (S::Person, "iin", "900203300001", &[], iin("900203300001")),
        (S::Person, "iin", "900203300005", &[], None),
        (
            S::Person,
            "surname",
            "\u{429}\u{435}\u{440}\u{431}\u{430}\u{43A}\u{43E}\u{432}",
            &[],
            name("SHCHERBAKOV", &skeleton("Sherbakov").to_uppercase()),
        ),
        (
            S::Person,
            "given_names",
            "\u{49A}\u{430}\u{439}\u{440}\u{430}\u{442}",
            &[],
            name("KAIRAT", &skeleton("Qairat").to_uppercase()),
        ),
        (S::Person, "birth_place", "\u{410}\u{43D}\u{43A}\u{430}\u{440}\u{430}", &[], None),
        (S::Passport, "number", "n 12-345", &[], Some(U::Number("N12345".into()))),
        (S::Passport, "number", "N12345", &[], None),
        (S::Passport, "issued_on", "2026-06-01", &[], Some(U::Passed(9))),
        (S::Passport, "expires_on", "2026-12-07", &[], Some(U::Left(5, 180))),
        (S::Passport, "expires_on", "2026-06-09", &[], Some(U::Passed(1))),
        (S::Contacts, "phone", "8 (701) 123-45-67", &[], Some(U::Phone(Some("+77011234567".into())))),
        (S::Contacts, "phone", "+77011234567", &[], None),
        (S::Contacts, "phone", "532 123 45 67", &[], Some(U::Phone(None))),
        (S::Contacts, "region", "KZ75", &[], Some(U::Unit("KZ75".into()))),
        (S::Arrival, "arrived_on", "2026-05-31", &[], Some(U::Passed(10))),
        (S::Arrival, "visa_from", "2026-01-01", &[("visa_until", "2026-12-31")], Some(U::Lasts(12, 365))),
        (S::Work, "until", "2024-03-30", &[("from", "2024-01-31")], Some(U::Lasts(2, 60))),
        (S::Work, "from", "2026-05-11", &[("ongoing", "yes")], Some(U::Lasts(1, 31))),
        (S::Work, "from", "2024-01-31", &[("ongoing", "no")], None),
        (S::History, "expelled_on", "2024-02-29", &[], Some(U::Bars(day("2029-03-01")))),
        (S::Relatives, "birth_year", "1960", &[], Some(U::Turns(66))),
        (S::Solvency, "amount", "5709000", &[], Some(U::Money { hundredths: 132_000, index: 4325, year: 2026 })),
        (
            S::Fee,
            "amount",
            "15728",
            &[("paid_on", "2025-12-31")],
            Some(U::Money { hundredths: 400, index: 3932, year: 2025 }),
        ),
        (S::Fee, "amount", "15728", &[("paid_on", "2031-01-01")], Some(U::UnknownIndex(2031))),
        (S::Residence, "provider_number", "900203300001", &[("provider", "person")], iin("900203300001")),
        (S::Residence, "provider_number", "1", &[("provider", "organisation")], None),
    ] {
        assert_eq!(of(step, field, value, beside), told, "{field} {value}");
    }
}

#[test]
fn no_date_of_the_form_is_left_without_a_word_of_how_it_counts() {
    for step in StepName::ALL {
        for field in step.form().fields.iter().filter(|field| field.kind == Kind::Date) {
            let beside = [("from", "2020-01-01"), ("until", "2024-01-01")];
            let beside = if *step == S::Work { &beside[..] } else { &[] };
            let told = of(*step, field.name, "2022-02-03", beside);
            // The first day of a stretch is told at its last.
            assert!(told.is_some() || (*step, field.name) == (S::Work, "from"), "{step:?} {}", field.name);
        }
    }
}
