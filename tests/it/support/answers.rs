//! What three believable, invented people answer: an engineer from Türkiye who shows his savings, a girl of fifteen
//! with her mother, a doctor of an in-demand profession. Papers and moves are dated around 10 June 2026.

mod pieces;

use ruqsat::application::steps::*;
use ruqsat::documents::Details;
use ruqsat::law::DocumentKind;
use ruqsat::validation::{Answer, Value};

use pieces::*;

/// Reads a code, a date or a number; the tests must not mistype one.
pub fn is<T: Value>(text: &str) -> Answer<T> {
    let read = Answer::read(text);
    assert!(read.given().is_some(), "{text} is no value");
    read
}

/// All answers of one person.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "each is the step of its name")]
pub struct Applicant {
    pub situation: Situation,
    pub representative: Option<Representative>,
    pub person: Person,
    pub passport: Passport,
    pub contacts: Contacts,
    pub arrival: Arrival,
    pub residence: Residence,
    pub family: Option<Family>,
    pub children: Vec<Child>,
    pub relatives: Vec<Relative>,
    pub education: Option<Education>,
    pub work: Vec<Job>,
    pub solvency: Option<Solvency>,
    pub history: Option<History>,
    pub fee: Fee,
    pub declaration: Declaration,
}

/// An engineer of 36 from Türkiye: the general route, with a bank's certificate.
pub fn adult() -> Applicant {
    Applicant {
        situation: Situation {
            born_on: is("1990-02-03"),
            stateless: is("no"),
            citizenship: is("TUR"),
            basis: is("b8"),
            refugee: is("no"),
            citizenship_taken_through_mission: is("no"),
            incapable: is("no"),
            children_14_to_17: is("0"),
            ..Default::default()
        },
        representative: None,
        person: person("YILMAZ", "Йылмаз", "MEHMET", "Мехмет", "male", "TUR", "turk"),
        passport: passport("U12345678", "TUR"),
        contacts: contacts(),
        arrival: Arrival {
            arrived_on: is("2024-09-01"),
            visa: is("B8"),
            visa_number: "KZ1234567".into(),
            visa_from: is("2025-09-01"),
            visa_until: is("2027-08-31"),
            purpose: "Work at a plant".into(),
            reason: "My family and my work are here".into(),
            abroad_country: is("TUR"),
            abroad_address: "Ankara, Atatürk Bulvarı 10".into(),
        },
        residence: residence(Answer::default()),
        family: Some(Family { marital_status: is("single"), ..Default::default() }),
        children: Vec::new(),
        relatives: vec![relative("mother", "Ayşe Yılmaz", "TUR")],
        education: Some(Education {
            level: is("bachelor"),
            institution: "Orta Doğu Teknik Üniversitesi".into(),
            graduated_in: is("2012"),
            profession: "Engineer".into(),
            ..Default::default()
        }),
        work: vec![job()],
        solvency: Some(Solvency {
            bank: "Halyk Bank".into(),
            amount: is("6000000"),
            bank_may_answer: is("yes"),
            ..Default::default()
        }),
        history: Some(history()),
        fee: fee("Mehmet Yılmaz"),
        declaration: declaration("Mehmet Yılmaz"),
    }
}

/// A girl of 15 from Mongolia who came with her mother.
pub fn minor() -> Applicant {
    let adult = adult();
    Applicant {
        situation: Situation {
            born_on: is("2011-01-20"),
            citizenship: is("MNG"),
            basis: is("visa_free"),
            arrived_with_parent: is("yes"),
            representative_resident: is("yes"),
            other_parent_abroad: is("no"),
            ..adult.situation
        },
        representative: Some(Representative {
            role: is("parent"),
            surname: "Бақыт".into(),
            given_names: "Гүлнар".into(),
            born_on: is("1985-04-05"),
            citizenship: is("MNG"),
            paper_number: "E1234567".into(),
            phone: "+7 701 222 33 44".into(),
            authority: "Birth certificate 12".into(),
            ..Default::default()
        }),
        person: person("BAKYT", "Бақыт", "AINUR", "Айнұр", "female", "MNG", "kazakh"),
        passport: passport("E7654321", "MNG"),
        arrival: Arrival {
            visa: is("visa_free"),
            visa_number: "".into(),
            visa_from: Answer::Blank,
            visa_until: Answer::Blank,
            ..adult.arrival
        },
        residence: residence(is("statement")),
        family: None,
        relatives: vec![relative("mother", "Gulnar Bakyt", "KAZ")],
        education: None,
        work: Vec::new(),
        solvency: None,
        fee: fee("Gulnar Bakyt"),
        declaration: declaration("Gulnar Bakyt"),
        ..adult
    }
}

/// An oncologist of 41 from India, exempt from solvency by the in-demand list; married, with a child of 8.
pub fn professional() -> Applicant {
    let adult = adult();
    Applicant {
        situation: Situation {
            born_on: is("1985-03-08"),
            citizenship: is("IND"),
            basis: is("b9"),
            grounds: grounds(&["in_demand_profession"]),
            ..adult.situation
        },
        person: person("SHARMA", "Шарма", "PRIYA", "Прия", "female", "IND", "indian"),
        passport: passport("Z1234567", "IND"),
        arrival: Arrival {
            visa: is("B9"),
            abroad_country: is("IND"),
            abroad_address: "Pune, MG Road 5".into(),
            ..adult.arrival
        },
        residence: residence(is("statement")),
        family: Some(Family {
            marital_status: is("married"),
            spouse_name: "Arjun Sharma".into(),
            spouse_born_on: is("1983-07-01"),
            spouse_citizenship: is("IND"),
            spouse_applies: is("no"),
            citizenship_by_marriage: Answer::default(),
        }),
        children: vec![Child {
            name: "Meera Sharma".into(),
            born_on: is("2018-05-05"),
            citizenship: is("IND"),
            applies_jointly: is("no"),
            lives_in_kazakhstan: is("yes"),
        }],
        relatives: vec![relative("brother", "Arjun Sharma", "KAZ")],
        education: Some(Education {
            level: is("doctor"),
            institution: "AIIMS".into(),
            profession: "Oncologist".into(),
            in_demand: is("oncologist"),
            ..Default::default()
        }),
        solvency: Some(Solvency {
            exempt_as: grounds(&["in_demand_profession"]),
            exemption_paper: "Petition 55 of 20.05.2026".into(),
            ..Default::default()
        }),
        fee: fee("Priya Sharma"),
        declaration: declaration("Priya Sharma"),
        ..adult
    }
}

/// What is written about a paper: issued here, in Kazakh, a week before.
pub fn details(kind: DocumentKind) -> Details {
    let rule = kind.rule();
    let mut details = Details::default();
    if rule.max_age_days.is_some() {
        details.issued_on = is("2026-06-01");
    }
    if rule.may_be_foreign {
        // A passport's country is asked with the passport.
        if kind != DocumentKind::Passport {
            details.issued_in = is("KAZ");
        }
        details.language = is("kk");
    }
    details
}

impl Applicant {
    /// The language of their letters.
    pub fn letters(&self) -> String {
        self.contacts.letters_in.text()
    }
    /// The answers as an application stores them.
    pub fn stored(&self) -> ruqsat::application::Answers {
        let mut answers = ruqsat::application::Answers::default();
        answers.set(&self.situation);
        self.representative.iter().for_each(|page| answers.set(page));
        answers.set(&self.person);
        answers.set(&self.passport);
        answers.set(&self.contacts);
        answers.set(&self.arrival);
        answers.set(&self.residence);
        self.family.iter().for_each(|page| answers.set(page));
        answers.set(&self.fee);
        self.education.iter().for_each(|page| answers.set(page));
        self.solvency.iter().for_each(|page| answers.set(page));
        self.history.iter().for_each(|page| answers.set(page));
        answers.set(&self.declaration);
        put_list(&mut answers, &self.children);
        put_list(&mut answers, &self.relatives);
        put_list(&mut answers, &self.work);
        answers
    }
}

fn put_list<R: Record + Clone>(answers: &mut ruqsat::application::Answers, records: &[R]) {
    for (i, record) in records.iter().enumerate() {
        answers.add(&Recorded { id: format!("{i:032x}"), answers: record.clone() });
    }
    answers.complete(R::LIST);
}

#[test]
fn nothing_stops_the_believable_applicants() {
    use ruqsat::application::review::review;
    let today = super::day("2026-06-10");
    for applicant in [adult(), minor(), professional()] {
        let application = super::application(&applicant);
        let found = review(&application, today, &Default::default());
        let wrong: Vec<_> = found.iter().filter(|finding| finding.stops()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
