//! Dates that cannot be, since the applicant was not born yet or was too small: told at their own boxes, as soon as the date of
//! birth is known.

use chrono::{Datelike, NaiveDate};

use super::steps::{Body, Education, History, Job, Person, StepName};
use super::{Answers, Application};
use crate::validation::Findings;

/// (reading) Nobody has finished a school at a younger age.
const YOUNGEST_GRADUATE: i64 = 5;

/// What on a page is older than the applicant.
pub(super) fn on_page(answers: &Answers, step: StepName, born: NaiveDate, found: &mut Findings) {
    match step {
        StepName::Person => {
            let person: Person = answers.page();
            if person.former_name_until.given().is_some_and(|until| *until < born) {
                found.add("former_name_until", "before_own_birth");
            }
        }
        StepName::Education => {
            let finished = answers.page::<Education>().graduated_in;
            if finished.given().is_some_and(|year| *year < i64::from(born.year()) + YOUNGEST_GRADUATE) {
                found.add("graduated_in", "finished_too_young");
            }
        }
        StepName::History => {
            let history: History = answers.page();
            if history.expelled.yes() && history.expelled_on.given().is_some_and(|day| *day < born) {
                found.add("expelled_on", "before_own_birth");
            }
        }
        StepName::Work => {
            for (id, body) in answers.record_bodies(step) {
                found.extend(in_record(step, &id, &body, born));
            }
        }
        _ => {}
    }
}

/// The same in one record of a list.
fn in_record(list: StepName, id: &str, body: &Body, born: NaiveDate) -> Findings {
    let mut found = Findings::of_item(list.code(), id);
    if list == StepName::Work {
        let job: Job = serde_json::from_value(body.clone().into()).unwrap_or_default();
        if job.from.given().is_some_and(|from| *from < born) {
            found.add("from", "before_own_birth");
        }
    }
    found
}

/// What is wrong in a record of a list, the applicant's own birth considered.
pub fn of_record(application: &Application, list: StepName, id: &str, body: &Body, today: NaiveDate) -> Findings {
    let mut found = (list.form().check_record)(id, body, application.filing_day(today));
    if let Some(facts) = application.facts(today) {
        found.extend(in_record(list, id, body, facts.born_on));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn body(value: Value) -> Body {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn what_was_before_the_birth_is_told_at_its_box() {
        let born = NaiveDate::from_ymd_opt(1990, 5, 17).unwrap();
        let mut answers = Answers::default();
        answers.put(StepName::Person, body(json!({"former_name_until": "1990-05-16"})));
        answers.put(StepName::Education, body(json!({"graduated_in": "1994"})));
        answers.put(StepName::History, body(json!({"expelled": "yes", "expelled_on": "1989-01-01"})));
        answers.put_record(StepName::Work, "a", body(json!({"from": "1990-05-16"})));
        answers.put_record(StepName::Work, "b", body(json!({"from": "1990-05-17"})));
        let told = |step: StepName| {
            let mut found = Findings::of(step.code());
            on_page(&answers, step, born, &mut found);
            found.into_iter().map(|one| (one.place.field.unwrap_or_default(), one.code)).collect::<Vec<_>>()
        };
        let one = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
        assert_eq!(told(StepName::Person), one("former_name_until", "before_own_birth"));
        assert_eq!(told(StepName::Education), one("graduated_in", "finished_too_young"));
        assert_eq!(told(StepName::History), one("expelled_on", "before_own_birth"));
        assert_eq!(told(StepName::Work), one("from", "before_own_birth"));
    }
}
