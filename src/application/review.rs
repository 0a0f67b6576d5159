//! All checks of an application together: every step, every paper, and the rules that need several of them.
//!
//! Used at "check your answers", at filing, and on the clerk's desk. Each finding names the box it belongs to.

use chrono::{Datelike, NaiveDate};

use super::choices::{Country, Relation, StayBasis, Visa};
use super::steps::{
    Arrival, Child, Education, Passport, Person, Relative, Residence, Shape, Situation, Solvency, StepName,
};
use super::{Answers, Application, born, step_of, zone};
use crate::documents::check_paper;
use crate::documents::photo::judge;
use crate::law::documents::housing_form;
use crate::law::facts::age_on;
use crate::law::switches::Switches;
use crate::law::{DocumentKind, Facts, Ground, Route, numbers, terms};
use crate::validation::{Answer, Finding, Findings, Place, Value, Weight};

/// How a step of the task list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Never saved.
    NotStarted,
    /// Begun, and nothing in it is wrong: the rest is still to be done.
    Unfinished,
    /// Saved, and something is to be mended.
    ToMend,
    /// Saved and right.
    Done,
}

impl Progress {
    /// Message id is `progress-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Unfinished => "unfinished",
            Self::ToMend => "to_mend",
            Self::Done => "done",
        }
    }
}

/// How each asked step stands. Recomputed, never stored.
pub fn progress(application: &Application, today: NaiveDate, switches: &Switches) -> Vec<(StepName, Progress)> {
    application
        .answers
        .asked_steps(today)
        .into_iter()
        .map(|step| {
            let begun = match step {
                StepName::Documents | StepName::Photograph => {
                    application.papers.iter().any(|paper| step_of(paper.kind) == step && paper.is_begun())
                }
                // What must be confirmed is not known before the situation is.
                StepName::Solvency if application.facts(today).is_none() => false,
                _ => application.answers.body(step).is_some(),
            };
            let progress = match begun {
                false => Progress::NotStarted,
                true => stands(application, step, &of_step(application, step, today, switches)),
            };
            (step, progress)
        })
        .collect()
}

/// How a step stands that was begun, by what is found on it. A part of the picture that the person has not agreed to
/// stops nothing, and is not done all the same.
fn stands(application: &Application, step: StepName, found: &Findings) -> Progress {
    // What a list has not reached yet is no gap in it.
    let goes_on = step.form().shape == Shape::List && found.iter().any(is_complete_asked);
    let is_left = |finding: &Finding| is_left(application, step, finding) || (goes_on && finding.code == "work_gap");
    match found.stop() {
        true if found.iter().filter(|finding| finding.stops()).all(is_left) => Progress::Unfinished,
        true => Progress::ToMend,
        false if found.iter().any(|finding| finding.code == "photo_unconfirmed") => Progress::Unfinished,
        false => Progress::Done,
    }
}

fn is_complete_asked(finding: &Finding) -> bool {
    finding.place.item.is_none() && finding.place.field.as_deref() == Some("complete")
}

/// Whether a finding tells of what nobody has done yet, and of no mistake: a paper that is not begun, a list of which
/// nobody has said that it is complete.
fn is_left(application: &Application, step: StepName, finding: &Finding) -> bool {
    let place = &finding.place;
    let paper = || place.item.as_deref().and_then(|item| item.parse::<DocumentKind>().ok());
    match step.form().shape {
        Shape::Page => false,
        Shape::List => is_complete_asked(finding),
        Shape::Papers => paper().is_some_and(|kind| !application.kept_paper(kind).is_begun()),
    }
}

/// What is wrong on one step, papers and the rules of the situation included.
pub fn of_step(application: &Application, step: StepName, today: NaiveDate, switches: &Switches) -> Findings {
    let mut found = Findings::of(step.code());
    let day = application.filing_day(today);
    match step {
        StepName::Documents | StepName::Photograph => {
            let asked = application.requirements(today, switches);
            for requirement in &asked {
                if requirement.rule.files && step_of(requirement.kind) == step {
                    found.extend(check_paper(&application.paper(requirement.kind), requirement.rule, day));
                    if step == StepName::Photograph
                        && let Some(photograph) = &application.photograph
                    {
                        found.extend(judge(photograph, day));
                    }
                }
            }
            // What is no longer asked would be filed too: nothing infected leaves for the office.
            let spare = |kind: &DocumentKind| asked.iter().all(|requirement| requirement.kind != *kind);
            for kind in application.infected().filter(|kind| step_of(*kind) == step).filter(spare) {
                let mut of_paper = Findings::of_item(step.code(), kind.code());
                of_paper.add("files", "file_infected");
                found.extend(of_paper);
            }
        }
        _ => {
            let body = application.answers.body(step).cloned().unwrap_or_default();
            found.extend((step.form().check)(&body, day));
        }
    }
    if let Some(facts) = application.facts(today) {
        born::on_page(&application.answers, step, facts.born_on, &mut found);
        match step {
            StepName::Solvency if facts.solvency_exempt() => application.answers.page::<Solvency>().exempt(&mut found),
            StepName::Solvency => application.answers.page::<Solvency>().confirming(day, &mut found),
            StepName::Education if facts.grounds.has(Ground::InDemandProfession) => {
                let education: Education = application.answers.page();
                found.require("in_demand", education.in_demand.is_blank());
            }
            StepName::Residence if Route::of(&facts) != Route::Consular => {
                application.answers.page::<Residence>().housed(housing_form(&facts), &mut found);
            }
            _ => {}
        }
    }
    found
}

/// What is wrong with the papers and the passport on a day: what hinders acceptance at the counter.
pub fn papers(application: &Application, today: NaiveDate, switches: &Switches) -> Findings {
    let mut found = Findings::default();
    for step in [StepName::Passport, StepName::Documents, StepName::Photograph] {
        found.extend(of_step(application, step, today, switches));
    }
    found
}

/// All findings of the application, in the order of the form.
pub fn review(application: &Application, today: NaiveDate, switches: &Switches) -> Findings {
    let mut found = Findings::default();
    for step in application.answers.asked_steps(today) {
        found.extend(of_step(application, step, today, switches));
    }
    if let Some(facts) = application.facts(today) {
        across_steps(application, &facts, &mut found);
    }
    found
}

fn at(step: StepName, field: &str, code: &str) -> Finding {
    Finding {
        place: Place { step: step.code().to_owned(), item: None, field: Some(field.to_owned()) },
        code: code.to_owned(),
        params: Default::default(),
        weight: Weight::Stops,
    }
}

/// Rules that need answers of several steps.
fn across_steps(application: &Application, facts: &Facts, found: &mut Findings) {
    let answers = &application.answers;
    let (situation, person): (Situation, Person) = (answers.page(), answers.page());
    let passport: Passport = answers.page();

    if let Ok(iin) = numbers::iin(&person.iin) {
        if iin.born_on.is_some_and(|born| born != facts.born_on) {
            found.put(at(StepName::Person, "iin", "iin_birth").advice());
        }
        let stated = person.sex.given().map(Value::write);
        if iin.sex != numbers::Sex::Unspecified && stated.is_some_and(|sex| sex != iin.sex.code()) {
            found.put(at(StepName::Person, "iin", "iin_sex").advice());
        }
    }
    if passport.issued_on.given().is_some_and(|issued| *issued < facts.born_on) {
        found.put(at(StepName::Passport, "issued_on", "before_birth"));
    }
    let stateless_paper = passport.kind.given().is_some_and(|kind| *kind == super::choices::PassportKind::Stateless);
    if situation.stateless.no() && stateless_paper {
        found.put(at(StepName::Passport, "kind", "not_stateless").advice());
    }
    let arrival: Arrival = answers.page();
    if arrival.arrived_on.given().is_some_and(|arrived| *arrived < facts.born_on) {
        found.put(at(StepName::Arrival, "arrived_on", "arrived_before_birth"));
    }
    // A visa may have been changed for another one inside the country: that is told, and hinders nothing.
    let stays_by = situation.basis.given().and_then(StayBasis::visa);
    if stays_by.zip(arrival.visa.given()).is_some_and(|(basis, visa)| visa.write() != basis) {
        found.put(at(StepName::Arrival, "visa", "visa_differs").advice());
    }
    let came_by_visa = arrival.visa.given().is_some_and(Visa::is_a_visa);
    if came_by_visa && arrival.visa_until.given().is_some_and(|until| *until < facts.filed_on) {
        found.put(at(StepName::Arrival, "visa_until", "visa_over").advice());
    }
    parents(answers, facts, found);
    compatriot(answers, &person, facts, found);
    if answers.asked(StepName::Children, facts.filed_on) {
        let joint = answers
            .records::<Child>()
            .items
            .iter()
            .filter(|child| child.answers.applies_jointly.yes())
            .filter_map(|child| child.answers.born_on.given())
            .filter(|born| (14..18).contains(&age_on(**born, facts.filed_on)))
            .count();
        if joint as u32 != facts.children_14_to_17 && (answers.body(StepName::Children).is_some() || joint > 0) {
            found.put(at(StepName::Situation, "children_14_to_17", "children_differ").with("listed", joint));
        }
    }
    zone::findings(application, facts.filed_on).into_iter().for_each(|finding| found.put(finding));
    expulsion(application, facts, found);
}

/// Who was born in Kazakhstan, or was once its citizen, need not confirm solvency, and may not know it.
fn compatriot(answers: &Answers, person: &Person, facts: &Facts, found: &mut Findings) {
    let is_of_kazakhstan = |country: &Answer<Country>| country.given().is_some_and(|country| country.code() == "KAZ");
    let history: super::steps::History = answers.page();
    let was = is_of_kazakhstan(&person.birth_country)
        || is_of_kazakhstan(&person.last_citizenship)
        || history.former_citizen.yes();
    if was && Route::of(facts) == Route::General && !facts.solvency_exempt() {
        found.put(at(StepName::Situation, "grounds", "ground_possible").advice());
    }
}

/// A parent of the same year or a later one is a slip of the pen.
fn parents(answers: &Answers, facts: &Facts, found: &mut Findings) {
    for relative in answers.records::<Relative>().items {
        let is_parent = relative.answers.relation.given().is_some_and(Relation::is_parent);
        let year = i64::from(facts.born_on.year());
        if is_parent && relative.answers.birth_year.given().is_some_and(|born| *born >= year) {
            let mut of_relative = Findings::of_item(StepName::Relatives.code(), &relative.id);
            of_relative.advise("birth_year", "parent_born_later");
            found.extend(of_relative);
        }
    }
}

/// Ground 49.13: expelled within five years. The person is told before filing; the decision is the office's.
fn expulsion(application: &Application, facts: &Facts, found: &mut Findings) {
    let history: super::steps::History = application.answers.page();
    if let Some(day) = history.expelled_on.given().filter(|_| history.expelled.yes())
        && terms::years_after(*day, 5) > facts.filed_on
    {
        found.put(
            at(StepName::History, "expelled_on", "expelled_five_years")
                .with("until", terms::years_after(*day, 5))
                .advice(),
        );
    }
}
