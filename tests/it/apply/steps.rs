//! Which steps are asked follows from the situation; what was answered on a step that is no longer asked stays.

use ruqsat::application::choices::StayBasis;
use ruqsat::application::lists::{COUNTRIES, NEAR_COUNTRIES};
use ruqsat::application::steps::{Job, Situation};
use ruqsat::language::Args;
use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::people::Role::Officer;
use ruqsat::validation::Answer;

use super::on_the_page;
use crate::support::journeys::pages;
use crate::support::{Kind, Person, TestApp, answers, day, each_db};

/// How many minutes the task list promises, in the sentence of an id.
fn minutes(person: &Person, id: &str) -> Option<i64> {
    let said = |count: i64| person.language.text_with(id, &Args::from_iter([("minutes", count)]));
    (1..500).find(|count| person.can_read(&said(*count)))
}

#[test]
fn how_long_it_takes_is_said_before_the_first_section_and_after_a_return() {
    for reads in [Kk, Ru, En] {
        let app = TestApp::on(Kind::Sqlite);
        let mut person = app.person(reads);
        let (number, _) = person.begins();
        let usual = minutes(person.goes_to("/apply"), "tasks-usual").unwrap();
        person.saves(&answers::adult().situation);
        let left = minutes(person.goes_to("/apply").does_not_see("tasks-first"), "tasks-left").unwrap();
        assert!(left <= usual && left * 2 > usual, "{left} of {usual}");
        person.answers_everything(&answers::adult()).brings_everything().files();
        let mut clerk = app.clerk(Officer, Kk);
        clerk.takes(&number).follows("move-return").remarks("person", "Surname").remarks("paper-housing", "Pale");
        clerk.presses("desk-return");
        let mending = minutes(person.goes_to("/apply").sees("tasks-returned"), "tasks-left").unwrap();
        assert!((4..left).contains(&mending), "{mending}");
        person.goes_to("/apply/person").fills("person-surname", "Йылмаз-Демир").presses("save-and-continue");
        assert!(minutes(person.goes_to("/apply"), "tasks-left").is_some_and(|less| less < mending));
    }
}

#[test]
fn the_list_of_sections_leads_to_the_next_that_is_not_done() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    let says = |section: &str| Kk.text_with("tasks-next", &Args::from_iter([("section", section.to_owned())]));
    for section in ["situation", "person"] {
        person.goes_to("/apply").follows(&says(&Kk.text(&format!("step-{section}"))));
        person.arrives_at(&format!("/apply/{section}")).saves(&answers::adult().situation);
    }
    // What was left half done comes before what nobody has begun.
    person.saves(&answers::adult().passport).goes_to("/apply/person").fills("person-surname", "Йылмаз");
    person.presses("save-and-continue").goes_to("/apply").sees(&says(&Kk.text("step-person")));
    person.answers_everything(&answers::adult()).brings_everything();
    person.goes_to("/apply").does_not_see(says("").trim());
}

#[test]
fn neighbours_are_offered_before_the_other_countries() {
    let app = TestApp::on(Kind::Sqlite);
    for reads in [Kk, Ru, En] {
        let mut person = app.person(reads);
        let tree = &person.goes_to("/need").page.tree;
        let groups: Vec<usize> = tree.all("optgroup").collect();
        let names = groups.iter().map(|id| tree.attribute(*id, "label").unwrap_or_default().to_owned());
        assert_eq!(names.collect::<Vec<_>>(), ["choose-near", "choose-others"].map(|id| reads.text(id)));
        let codes = |id: &usize| tree.inside(*id).into_iter().filter_map(|id| tree.attribute(id, "value")).collect();
        let [mut near, others]: [Vec<&str>; 2] = [codes(&groups[0]), codes(&groups[1])];
        near.sort_unstable();
        assert_eq!(near, NEAR_COUNTRIES);
        assert_eq!(near.len() + others.len(), COUNTRIES.len());
    }
}

#[test]
fn steps_go_and_come_back_with_their_answers() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.answers_everything(&answers::professional());
        person.goes_to("/apply").sees("step-education").sees("step-family").does_not_see("step-representative");

        person.saves(&answers::minor().situation);
        person.goes_to("/apply").sees("step-representative").does_not_see("step-work").does_not_see("step-solvency");
        person.goes_to("/apply/check").does_not_see("Meera Sharma");

        person.saves(&answers::professional().situation);
        person.goes_to("/apply").sees("step-education").does_not_see("step-representative");
        person.goes_to("/apply/family");
        assert_eq!(person.finds_in("family-spouse_name"), "Arjun Sharma");
        person.goes_to("/apply/children").sees("Meera Sharma");
        person.goes_to("/apply/solvency");
        assert_eq!(person.finds_in("solvency-exemption_paper"), "Petition 55 of 20.05.2026");
    });
}

#[test]
fn the_half_of_a_page_that_is_not_shown_keeps_its_answers() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let (engineer, doctor) = (answers::adult(), answers::professional());
        person.saves(&engineer.situation).saves(engineer.solvency.as_ref().unwrap());
        person.saves(&doctor.situation).saves(doctor.solvency.as_ref().unwrap());
        person.saves(&engineer.situation).goes_to("/apply/solvency");
        assert_eq!(person.finds_in("solvency-bank"), "Halyk Bank");
        assert_eq!(person.finds_in("solvency-bank_may_answer").replace('.', ""), "yes");
    });
}

#[test]
fn a_visa_ends_after_the_arrival_and_whoever_came_without_tells_of_none() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.goes_to("/apply/arrival").answers(&answers::adult().arrival);
        person.fills("arrival-visa_from", "2024-01-01").fills("arrival-visa_until", "2024-08-31");
        person.presses("save-and-continue");
        person.is_to_mend();
        let days = [("until", Kk.date(day("2024-08-31"))), ("arrived", Kk.date(day("2024-09-01")))];
        let told = Kk.text_with("error-visa_before_arrival", &Args::from_iter(days));
        person.sees(&told).fills("arrival-visa_until", "2024-09-01").presses("save-and-continue");
        person.arrives_at("/apply/residence").goes_to("/apply/check").sees("KZ1234567");

        // It is not checked, is not filed, and stays as it was typed.
        person.goes_to("/apply/arrival").chooses("arrival-visa", "visa-visa_free");
        person.fills("arrival-visa_until", "31.02.2020").presses("save-and-continue").arrives_at("/apply/residence");
        person.goes_to("/apply/check").sees("visa-visa_free").does_not_see("KZ1234567");
        person.goes_to("/apply/arrival");
        assert_eq!(person.page.complaints(), Vec::<String>::new());
        assert_eq!(person.finds_in("arrival-visa_number"), "KZ1234567");
    });
}

#[test]
fn answers_that_cannot_both_be_true_are_told_before_filing() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    // The status is asked for on the same page, and so is told there.
    let mut situation = answers::adult().situation;
    situation.basis = Answer::Given(StayBasis::Refugee);
    situation.refugee = Answer::Given(false);
    person.goes_to("/apply/situation").answers(&situation).presses("save-and-continue");
    person.is_to_mend();
    person.sees("error-basis_refugee");
    person.saves(&answers::adult().situation);
    let mut arrival = answers::adult().arrival;
    arrival.arrived_on = Answer::Given(day("1980-01-01"));
    arrival.visa_until = Answer::Given(day("2026-06-09"));
    person.saves(&arrival).goes_to("/apply/check");
    person.sees("error-arrived_before_birth").sees("error-visa_over");
    let mut mother = answers::adult().relatives.remove(0);
    mother.birth_year = Answer::Given(2020);
    person.goes_to("/apply/relatives/new").tells(&mother).presses("save-and-continue");
    person.goes_to("/apply/check").sees("error-parent_born_later").does_not_see("error-ground_possible");
    // Who was born in Kazakhstan need not confirm solvency, and may not know it.
    let mut born_here = answers::adult().person;
    born_here.birth_country = answers::is("KAZ");
    person.saves(&born_here).goes_to("/apply/check").sees("error-ground_possible");
    let mut registered = answers::adult().situation;
    registered.basis = Answer::Given(StayBasis::Resident);
    registered.citizenship_taken_through_mission = Answer::Given(true);
    registered.permanently_registered = Answer::Given(false);
    person.goes_to("/apply/situation").answers(&registered).presses("save-and-continue");
    person.is_to_mend().sees("error-basis_resident");
}

#[test]
fn an_address_that_reaches_nobody_is_no_email() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    for wrong in ["name", "name@example", "name@.", "@example.kz"] {
        person.goes_to("/apply/contacts").answers(&answers::adult().contacts).fills("contacts-email", wrong);
        person.presses("save-and-continue").sees("error-email");
        person.is_to_mend();
    }
    person.fills("contacts-email", "name@mail.example.kz").presses("save-and-continue").arrives_at("/apply/arrival");
}

#[test]
fn a_gap_between_two_jobs_is_told_with_both_its_ends() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    let job = answers::adult().work.remove(0);
    let first = Job { until: answers::is("2022-03-10"), ongoing: answers::is("no"), ..job.clone() };
    for one in [Job { from: answers::is("2024-01-15"), ..job }, first] {
        person.goes_to("/apply/work/new").tells(&one).presses("save-and-continue").arrives_at("/apply/work");
    }
    person.ticks("work-all").presses("save-and-continue");
    person.is_to_mend();
    let days = [("from", Kk.date(day("2022-03-10"))), ("until", Kk.date(day("2024-01-15")))];
    person.sees(&Kk.text_with("error-work_gap", &Args::from_iter(days)));
}

#[test]
fn each_gap_of_the_last_five_years_is_told() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    let job = answers::adult().work.remove(0);
    let of = |from, until| Job {
        from: answers::is(from),
        until: answers::is(until),
        ongoing: answers::is("no"),
        ..job.clone()
    };
    for one in [of("2015-01-01", "2022-03-10"), of("2023-01-15", "2024-02-01")] {
        person.goes_to("/apply/work/new").tells(&one).presses("save-and-continue").arrives_at("/apply/work");
    }
    person.ticks("work-all").presses("save-and-continue");
    for (from, until) in [("2022-03-10", "2023-01-15"), ("2024-02-01", "2026-06-10")] {
        let days = [("from", Kk.date(day(from))), ("until", Kk.date(day(until)))];
        person.sees(&Kk.text_with("error-work_gap", &Args::from_iter(days)));
    }
}

#[test]
fn what_cannot_be_is_told_at_its_box() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    let adult = answers::adult();
    person.saves(&adult.situation);
    let mut family = answers::professional().family.unwrap();
    (family.spouse_citizenship, family.spouse_applies) = (answers::is("KAZ"), answers::is("yes"));
    person.goes_to("/apply/family").answers(&family).presses("save-and-continue").arrives_at("/apply/family");
    person.sees("error-joint_citizen");
    // Who has no spouse tells of none, whatever stands there.
    person.chooses("family-marital_status", "marital-divorced").presses("save-and-continue");
    person.arrives_at("/apply/children");
    let mut education = adult.education.unwrap();
    education.graduated_in = answers::is("1984");
    person.goes_to("/apply/education").answers(&education).presses("save-and-continue");
    person.arrives_at("/apply/education").sees("error-finished_too_young");
    let job = Job { from: answers::is("1960-01-01"), ..adult.work[0].clone() };
    person.goes_to("/apply/work/new").tells(&job).presses("save-and-continue").sees("error-before_own_birth");
    let job = Job { until: answers::is("2020-01-01"), ..adult.work[0].clone() };
    person.goes_to("/apply/work/new").tells(&job).presses("save-and-continue").sees("error-ongoing_with_end");
    person.goes_to("/apply/contacts").answers(&adult.contacts).fills("contacts-phone", "+000 000 000 000");
    person.presses("save-and-continue").sees("error-phone");
}

#[test]
fn which_paper_on_housing_is_asked_only_of_those_who_may_bring_either() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    // Whoever confirms solvency is told that it is a contract.
    person.goes_to("/apply/residence").does_not_see("residence-paper").sees("housing-contract");
    person.saves(&answers::adult().residence);
    // Who is exempt may bring either.
    let statement = answers::professional().residence;
    person.saves(&answers::professional().situation).goes_to("/apply/residence").sees("residence-paper");
    person.does_not_see("housing-contract").saves(&statement);
    // What was chosen before is refused where it is written.
    person.saves(&answers::adult().situation).goes_to("/apply").sees("progress-to_mend");
    person
        .goes_to("/apply/residence")
        .sees_first("error-contract_needed")
        .chooses("residence-paper", "housing_paper-contract");
    person.presses("save-and-continue").goes_to("/apply/residence").does_not_see("error-contract_needed");
}

#[test]
fn every_page_opens_in_both_languages_with_every_box() {
    use ruqsat::language::Language;
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        for language in Language::ALL {
            person.language = language;
            for situation in [answers::adult().situation, answers::minor().situation, answers::professional().situation]
            {
                person.saves(&situation);
                for step in pages() {
                    person.goes_to(&format!("/apply/{}", step.code())).sees(&format!("step-{}", step.code()));
                    assert_eq!(person.status(), 200, "{}", person.page.told());
                    assert_eq!(person.page.tree.faults, Vec::<String>::new(), "{}", person.page.told());
                }
            }
        }
    });
}

#[test]
fn every_question_has_its_box() {
    use ruqsat::application::steps::{Shape, StepName};
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    for step in pages() {
        // Which half of the page on money is asked depends on the situation.
        let mut names = Vec::new();
        let stateless = Situation {
            stateless: answers::is("yes"),
            stateless_without_papers: answers::is("no"),
            ..answers::adult().situation
        };
        let (adult, expert) = (answers::adult().situation, answers::professional().situation);
        for situation in [adult, expert, stateless, answers::minor().situation] {
            person.saves(&situation);
            let new = if step.form().shape == Shape::List { "/new" } else { "" };
            person.goes_to(&format!("/apply/{}{new}", step.code()));
            names.extend(person.page.boxes.iter().map(|one| one.name.clone()));
            assert!(names.iter().all(|name| !name.is_empty()), "a box without a name on {}", person.page.told());
        }
        for field in step.form().fields {
            let there = names.iter().any(|name| name == field.name || *name == format!("{}-day", field.name));
            assert!(there, "{}: no box for {}", step.code(), field.name);
        }
    }
    assert!(StepName::from_code("documents").is_some());
}
