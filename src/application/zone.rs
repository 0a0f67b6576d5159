//! The passport's zone beside the answers: what differs, what of it can be put into the form, and what both sides are told.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::steps::{Passport, Person, Situation, Step, StepName};
use super::{Answers, Application, Denied};
use crate::documents::passport_zone::{Compared, Item, PassportZone, Typed, Verdict, compare};
use crate::law::numbers::Sex;
use crate::validation::{Finding, Place, Value, Weight};

impl Item {
    /// Every item that can be put into the form: the zone has no Cyrillic letters.
    pub const FILLABLE: [Self; 10] = [
        Self::SurnameLatin,
        Self::GivenNamesLatin,
        Self::BornOn,
        Self::Sex,
        Self::Citizenship,
        Self::Stateless,
        Self::Number,
        Self::Country,
        Self::ExpiresOn,
        Self::Kind,
    ];

    /// The box that it belongs to: step and field.
    pub fn place(self) -> (StepName, &'static str) {
        match self {
            Self::SurnameLatin => (StepName::Person, "surname_latin"),
            Self::GivenNamesLatin => (StepName::Person, "given_names_latin"),
            Self::Surname => (StepName::Person, "surname"),
            Self::GivenNames => (StepName::Person, "given_names"),
            Self::Sex => (StepName::Person, "sex"),
            Self::BornOn => (StepName::Situation, "born_on"),
            Self::Citizenship => (StepName::Situation, "citizenship"),
            Self::Stateless => (StepName::Situation, "stateless"),
            Self::Number => (StepName::Passport, "number"),
            Self::Country => (StepName::Passport, "country"),
            Self::ExpiresOn => (StepName::Passport, "expires_on"),
            Self::Kind => (StepName::Passport, "kind"),
        }
    }
    /// As a form names it: the field's name, which is nobody else's among these.
    pub fn code(self) -> &'static str {
        self.place().1
    }
}

/// What was typed of all that a zone tells.
pub fn typed(answers: &Answers) -> Typed {
    let (person, situation, passport): (Person, Situation, Passport) = (answers.page(), answers.page(), answers.page());
    let sex = person.sex.given().map(Value::write);
    Typed {
        surname_latin: person.surname_latin.to_string(),
        given_names_latin: person.given_names_latin.to_string(),
        surname: person.surname.to_string(),
        given_names: person.given_names.to_string(),
        patronymic: person.patronymic.to_string(),
        born_on: situation.born_on.given().copied(),
        sex: [Sex::Male, Sex::Female].into_iter().find(|known| sex.as_deref() == Some(known.code())),
        citizenship: situation.citizenship.given().map(Value::write),
        stateless: situation.stateless.given().copied(),
        number: passport.number.to_string(),
        country: passport.country.given().map(Value::write),
        expires_on: passport.expires_on.given().copied(),
        kind: passport.kind.given().map(Value::write),
    }
}

impl Application {
    /// The zone of the passport, when lines were given and every check digit fits.
    pub fn passport_zone(&self) -> Option<PassportZone> {
        self.zone.as_ref().and_then(|given| given.read().zone.ok())
    }

    /// The answers beside the zone; nothing without one that can be read.
    pub fn beside_zone(&self, today: NaiveDate) -> Vec<Compared> {
        let zone = self.passport_zone();
        zone.map(|zone| compare(&zone, &typed(&self.answers), today)).unwrap_or_default()
    }

    /// Keeps the lines of the zone, right or wrong; none takes them away.
    pub fn keep_zone(&mut self, given: Option<crate::documents::passport_zone::Given>) -> Result<(), Denied> {
        if !self.may_change(StepName::Passport) {
            return Err(Denied::Closed);
        }
        self.zone = given;
        Ok(())
    }

    /// Puts what the zone says into the boxes that the person named, and into no other. Boxes of steps that are closed to
    /// the applicant stay as they are.
    pub fn take_from_zone(&mut self, wanted: &[&str], today: NaiveDate) {
        for one in self.beside_zone(today) {
            let (step, field) = one.item.place();
            let takes = Item::FILLABLE.contains(&one.item) && wanted.contains(&field) && self.may_change(step);
            if takes {
                let mut body = self.answers.body(step).cloned().unwrap_or_else(|| blank(step));
                body.insert(field.to_owned(), Json::String(one.zone));
                self.answers.put(step, body);
            }
        }
    }
}

/// A step with every box empty.
fn blank(step: StepName) -> super::steps::Body {
    (step.form().read)(super::steps::Body::new())
}

/// What differs, at the box of each answer: advice for both sides, never a refusal. The office compares with the original.
pub fn findings(application: &Application, today: NaiveDate) -> Vec<Finding> {
    let at = |step: StepName, field: &str, code: String| Finding {
        place: Place { step: step.code().to_owned(), item: None, field: Some(field.to_owned()) },
        code,
        params: Default::default(),
        weight: Weight::Advises,
    };
    let beside = application.beside_zone(today);
    let differing = beside.iter().filter(|one| one.verdict.is_difference());
    let mut found: Vec<Finding> = differing
        .map(|one| {
            let (step, field) = one.item.place();
            at(step, field, format!("zone_{}", one.verdict.code()))
        })
        .collect();
    // MIA, February 2023 (LAW.md §2.3): an internal identity card is not enough, a foreign passport is wanted.
    let card = application.passport_zone().is_some_and(|zone| {
        let holder = crate::documents::passport_zone::Holder::of(&zone.nationality);
        !zone.passport && matches!(holder, crate::documents::passport_zone::Holder::Citizen(_))
    });
    if card {
        found.push(at(Passport::NAME, "kind", "zone_card".to_owned()));
    }
    found
}

/// Whether a verdict leaves anything to put into the form.
pub fn can_be_taken(one: &Compared) -> bool {
    let worth = one.verdict == Verdict::Blank || one.verdict.is_difference();
    worth && Item::FILLABLE.contains(&one.item)
}
