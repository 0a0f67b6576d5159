//! What is known about a paper: what its own page was told, and what a step of the form asks about it already.

use super::Application;
use super::steps::{Fee, Passport, Residence, Solvency};
use crate::documents::{Details, Paper};
use crate::law::DocumentKind;
use crate::validation::{Answer, Text, Value};

impl Application {
    /// What was given on a document's own page.
    pub fn kept_paper(&self, kind: DocumentKind) -> Paper {
        self.papers.iter().find(|paper| paper.kind == kind).cloned().unwrap_or_else(|| Paper::empty(kind))
    }

    /// What was given for a document, the answers of its step included: they go before what an older page asked again.
    pub fn paper(&self, kind: DocumentKind) -> Paper {
        let mut paper = self.kept_paper(kind);
        let details = &mut paper.details;
        match kind {
            DocumentKind::Passport => {
                let step: Passport = self.answers.page();
                described(details, step.number, step.issued_on, step.issuer);
                given(&mut details.issued_in, step.country);
            }
            DocumentKind::Housing => {
                let step: Residence = self.answers.page();
                described(details, step.notarial_number, step.notarised_on, step.notary);
            }
            DocumentKind::StateFee => {
                let step: Fee = self.answers.page();
                described(details, step.receipt_number, step.paid_on, step.bank);
            }
            DocumentKind::Solvency => {
                let step: Solvency = self.answers.page();
                described(details, Text::default(), Answer::default(), step.bank);
            }
            _ => {}
        }
        paper
    }
}

fn described(details: &mut Details, number: Text, issued_on: Answer<chrono::NaiveDate>, issuer: Text) {
    for (to, from) in [(&mut details.number, number), (&mut details.issuer, issuer)] {
        if !from.is_empty() {
            *to = from;
        }
    }
    given(&mut details.issued_on, issued_on);
}

fn given<T: Value>(to: &mut Answer<T>, from: Answer<T>) {
    if !from.is_blank() {
        *to = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::Number;
    use crate::application::steps::Step;
    use chrono::NaiveDate;
    use serde_json::json;

    fn application(step: &str, answers: serde_json::Value) -> Application {
        let step = crate::application::steps::StepName::from_code(step).unwrap();
        let (number, hash) = (Number::random(&mut rand::rng()), String::new());
        let mut application = Application::begin("1".to_owned(), number, hash, "kk", chrono::DateTime::UNIX_EPOCH);
        application.put(step, answers.as_object().unwrap().clone());
        application
    }

    #[test]
    fn a_paper_knows_what_its_step_was_told() {
        let day = |text: &str| Answer::Given(text.parse::<NaiveDate>().unwrap());
        let said = json!({ "number": "N1", "country": "UZB", "issuer": "State", "issued_on": "2020-01-02" });
        let told = application(Passport::NAME.code(), said).paper(DocumentKind::Passport).details;
        assert_eq!((&*told.number, &*told.issuer, told.issued_on), ("N1", "State", day("2020-01-02")));
        assert_eq!(told.issued_in.given().map(|country| country.code()), Some("UZB"));

        let said = json!({ "notarial_number": "77", "notary": "N. Notary", "notarised_on": "2026-05-04" });
        let told = application(Residence::NAME.code(), said).paper(DocumentKind::Housing).details;
        assert_eq!((&*told.number, &*told.issuer, told.issued_on), ("77", "N. Notary", day("2026-05-04")));

        let said = json!({ "bank": "Bank", "amount": "9000000" });
        let told = application(Solvency::NAME.code(), said).paper(DocumentKind::Solvency).details;
        assert_eq!(&*told.issuer, "Bank", "number and date come with the paper itself");

        let said = json!({ "receipt_number": "R5", "paid_on": "2026-05-05", "bank": "Bank" });
        let told = application(Fee::NAME.code(), said).paper(DocumentKind::StateFee).details;
        assert_eq!((&*told.number, &*told.issuer, told.issued_on), ("R5", "Bank", day("2026-05-05")));
    }

    #[test]
    fn what_an_older_page_was_told_stays_until_the_step_says_otherwise() {
        let mut old = application(Passport::NAME.code(), json!({ "number": "" }));
        let details = Details { number: "OLD".into(), issued_in: Answer::read("TUR"), ..Details::default() };
        old.papers.push(Paper { details, ..Paper::empty(DocumentKind::Passport) });
        assert_eq!(&*old.paper(DocumentKind::Passport).details.number, "OLD");
        old.put(Passport::NAME, json!({ "number": "NEW" }).as_object().unwrap().clone());
        assert_eq!(&*old.paper(DocumentKind::Passport).details.number, "NEW");
        assert_eq!(&*old.kept_paper(DocumentKind::Passport).details.number, "OLD");
    }
}
