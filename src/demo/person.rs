//! The answers of one invented applicant: a filled form that passes every check of its day.

use chrono::{Datelike, Duration, NaiveDate};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::names::{Name, Names, Origin, Texts};
use crate::application::Answers;
use crate::application::lists::REGIONS;
use crate::application::steps::{Body, StepName};
use crate::law::{Facts, money};

/// Who is to be invented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An adult on the general route.
    Adult,
    /// A child who came with a parent.
    Minor,
    /// Somebody of the in-demand list.
    InDemand,
}

/// One invented applicant.
pub struct Invented {
    /// The filled form.
    pub answers: Answers,
    /// `kk` or `ru`.
    pub language: &'static str,
    /// Where their papers come from, and in which language.
    pub papers: (String, String),
}

/// Invents somebody who files on `filed_on`.
pub fn invent(
    names: &Names,
    kind: Kind,
    filed_on: NaiveDate,
    unit: Option<&str>,
    chance: &mut StdRng,
) -> Option<Invented> {
    let demanded = |origin: &&Origin| origin.grounds.iter().any(|g| g == "in_demand_profession");
    let fitting: Vec<&Origin> = names.origin.iter().filter(|o| demanded(o) == (kind == Kind::InDemand)).collect();
    let origin = *fitting.choose(chance)?;
    let language = if chance.random_bool(0.5) { "kk" } else { "ru" };
    let texts = names.texts.get(language)?;
    let mut form = Form { origin, texts, language, kind, filed_on, chance, answers: Answers::default(), unit };
    form.fill();
    let papers = (origin.country.clone(), origin.language.clone());
    Some(Invented { answers: form.answers, language, papers })
}

struct Form<'a> {
    origin: &'a Origin,
    texts: &'a Texts,
    language: &'static str,
    kind: Kind,
    filed_on: NaiveDate,
    chance: &'a mut StdRng,
    answers: Answers,
    unit: Option<&'a str>,
}

fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

impl Form<'_> {
    fn put(&mut self, step: StepName, answers: Value) {
        let typed: Body = answers.as_object().cloned().unwrap_or_default();
        self.answers.put(step, (step.form().read)(typed));
    }

    fn ago(&mut self, days: std::ops::Range<i64>) -> String {
        iso(self.filed_on - Duration::days(self.chance.random_range(days)))
    }

    fn digits(&mut self, n: usize) -> String {
        (0..n).filter_map(|_| char::from_digit(self.chance.random_range(0..10), 10)).collect()
    }

    fn fill(&mut self) {
        let women = self.chance.random_bool(0.5);
        let (given, surnames) = self.origin.names(women);
        let (given, surname) = (Name::of(pick(given, self.chance)), Name::of(pick(surnames, self.chance)));
        let age =
            if self.kind == Kind::Minor { self.chance.random_range(5..13) } else { self.chance.random_range(22..64) };
        let born = self.filed_on - Duration::days(age * 365 + self.chance.random_range(20..340));
        self.situation(born);
        if self.kind == Kind::Minor {
            self.representative(&surname);
        }
        self.person(&given, &surname, women);
        self.identity(born);
        self.place();
        self.family_and_work(age);
        self.money_and_history();
    }

    fn situation(&mut self, born: NaiveDate) {
        let minor = self.kind == Kind::Minor;
        let basis = match self.kind {
            Kind::InDemand => "b9",
            _ if self.origin.grounds.iter().any(|g| g == "ethnic_kazakh") => "ethnic_kazakh",
            _ if matches!(self.origin.country.as_str(), "RUS" | "UZB" | "KGZ") => "visa_free",
            _ => "b8",
        };
        let answers = json!({
            "born_on": iso(born), "stateless": "no", "citizenship": self.origin.country, "basis": basis,
            "grounds": self.origin.grounds, "refugee": "no", "citizenship_taken_through_mission": "no",
            "incapable": "no", "children_14_to_17": "0",
            "arrived_with_parent": if minor { "yes" } else { "" },
            "representative_resident": if minor { "no" } else { "" },
            "other_parent_abroad": if minor { "no" } else { "" },
        });
        self.put(StepName::Situation, answers);
    }

    fn representative(&mut self, surname: &Name) {
        let (given, _) = self.origin.names(true);
        let given = Name::of(pick(given, self.chance));
        let number = format!("N{}", self.digits(8));
        let answers = json!({
            "role": "parent", "surname": surname.cyrillic, "given_names": given.cyrillic,
            "born_on": iso(self.filed_on - Duration::days(365 * 38)), "citizenship": self.origin.country,
            "paper_number": number, "phone": "+7 701 555 12 34", "authority": self.texts.authority,
        });
        self.put(StepName::Representative, answers);
    }

    fn person(&mut self, given: &Name, surname: &Name, women: bool) {
        let answers = json!({
            "surname_latin": surname.latin, "given_names_latin": given.latin, "surname": surname.cyrillic,
            "given_names": given.cyrillic, "had_other_name": "no", "sex": if women { "female" } else { "male" },
            "birth_country": self.origin.country, "birth_place": self.origin.place,
            "nationality": self.origin.nationality,
        });
        self.put(StepName::Person, answers);
    }

    fn identity(&mut self, born: NaiveDate) {
        let number = format!("{}{}", ["N", "P", "AA", "FA"][self.chance.random_range(0..4)], self.digits(8));
        let issued =
            (self.filed_on - Duration::days(self.chance.random_range(200..1500))).max(born + Duration::days(30));
        let expires = self.filed_on + Duration::days(self.chance.random_range(400..2400));
        let answers = json!({
            "kind": "passport", "number": number, "country": self.origin.country, "issuer": self.texts.issuer,
            "issued_on": iso(issued), "expires_on": iso(expires),
        });
        self.put(StepName::Passport, answers);
    }

    fn place(&mut self) {
        let region = self.unit.unwrap_or_else(|| pick(REGIONS, self.chance));
        let (phone, house) = (self.digits(7), self.chance.random_range(1..180).to_string());
        let flat = self.chance.random_range(1..90).to_string();
        let contacts = json!({
            "phone": format!("+7 70{} {}", 1 + phone.len() % 8, phone), "letters_in": self.language, "region": region,
            "locality": self.texts.localities.get(region), "street": self.texts.street, "house": house, "flat": flat,
        });
        self.put(StepName::Contacts, contacts);
        let arrived = self.ago(90..400);
        let visa_free = matches!(self.origin.country.as_str(), "RUS" | "UZB" | "KGZ");
        let number = self.digits(7);
        let reason = if self.kind == Kind::Minor { &self.texts.reason_minor } else { &self.texts.reason };
        let arrival = json!({
            "arrived_on": arrived, "visa": if visa_free { "visa_free" } else { "B8" },
            "visa_number": if visa_free { String::new() } else { number },
            "visa_until": if visa_free { String::new() } else { iso(self.filed_on + Duration::days(120)) },
            "purpose": self.texts.purpose, "reason": reason, "abroad_country": self.origin.country,
            "abroad_address": self.texts.abroad,
        });
        self.put(StepName::Arrival, arrival);
        let notarised = self.ago(5..60);
        let number = self.digits(4);
        let residence = json!({
            "same_address": "yes", "provider": "person", "provider_name": self.texts.provider, "paper": "contract",
            "notarised_on": notarised, "notary": self.texts.notary, "notarial_number": number,
            "registered_days": "365",
        });
        self.put(StepName::Residence, residence);
    }

    fn family_and_work(&mut self, age: i64) {
        self.answers.complete(StepName::Relatives);
        if age < 16 {
            return;
        }
        let status = ["single", "divorced", "widowed"][self.chance.random_range(0..3)];
        self.put(StepName::Family, json!({ "marital_status": status }));
        self.answers.complete(StepName::Children);
        let in_demand = if self.kind == Kind::InDemand { "software_architect" } else { "" };
        let graduated = (i64::from(self.filed_on.year()) - age + 22).min(i64::from(self.filed_on.year()));
        let education = json!({
            "level": "bachelor", "institution": self.texts.school, "graduated_in": graduated.to_string(),
            "profession": self.texts.profession, "in_demand": in_demand,
        });
        self.put(StepName::Education, education);
        let job = json!({
            "occupation": "work", "from": iso(self.filed_on - Duration::days(2600)), "ongoing": "yes",
            "organisation": self.texts.employer, "position": self.texts.position, "country": self.origin.country,
        });
        let body = (StepName::Work.form().read)(job.as_object().cloned().unwrap_or_default());
        self.answers.put_record(
            StepName::Work,
            &uuid::Uuid::from_u128(self.chance.random()).simple().to_string(),
            body,
        );
        self.answers.complete(StepName::Work);
    }

    fn money_and_history(&mut self) {
        let exempt = self.answers.facts(self.filed_on).as_ref().is_some_and(Facts::solvency_exempt);
        let floor = money::solvency_floor(self.filed_on).unwrap_or_default();
        let solvency = if exempt {
            json!({ "exempt_as": self.origin.grounds, "exemption_paper": self.texts.exemption })
        } else {
            json!({
                "bank": self.texts.bank, "amount": (floor + 250_000).to_string(), "bank_may_answer": "yes",
            })
        };
        self.put(StepName::Solvency, solvency);
        let history = json!({
            "convicted": "no", "prosecuted": "no", "expelled": "no", "fined": "no", "former_citizen": "no",
            "applied_before": "no",
        });
        self.put(StepName::History, history);
        let paid = self.filed_on - Duration::days(1);
        let receipt = self.digits(10);
        let person = self.answers.page::<crate::application::steps::Person>();
        let name = format!("{} {}", &*person.surname, &*person.given_names);
        let fee = json!({
            "paid_on": iso(paid), "amount": money::fee(paid).unwrap_or_default().to_string(),
            "receipt_number": receipt, "payer": name, "bank": self.texts.bank,
        });
        self.put(StepName::Fee, fee);
        let declaration = json!({ "truthful": "yes", "notices": "yes", "data_consent": "yes", "signed_by": name });
        self.put(StepName::Declaration, declaration);
    }
}

fn pick<'a, T: AsRef<str>>(of: &'a [T], chance: &mut StdRng) -> &'a str {
    of.choose(chance).map_or("", AsRef::as_ref)
}
