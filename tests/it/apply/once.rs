//! What was said once is not asked again, and what is missing is told where it is missing.

use ruqsat::application::choices::Ground;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::validation::Answer;

use super::on_the_page;
use crate::support::{Kind, Person, TestApp, answers, each_db, files};

fn names(person: &Person) -> Vec<String> {
    person.page.boxes.iter().map(|one| one.name.clone()).collect()
}

#[test]
fn a_paper_does_not_ask_what_its_step_asks() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let mut applicant = answers::adult();
        applicant.passport.number = "AB1234567".into();
        person.saves(&applicant.passport);
        person.goes_to("/apply/documents").sees("progress-not_started");
        person.goes_to("/apply/documents/passport");
        assert_eq!(person.page.complaints(), Vec::<String>::new(), "nobody was here yet");
        for name in ["number", "issued_on-day", "issuer", "issued_in", "legalisation"] {
            assert!(!names(&person).iter().any(|one| one == name), "{name} on {}", person.page.told());
        }
        for paper in ["housing", "state_fee"] {
            person.goes_to(&format!("/apply/documents/{paper}"));
            assert!(!names(&person).iter().any(|one| one == "number"), "{}", person.page.told());
        }
        // A newer certificate comes with a newer date: both are asked with its file, and the bank before.
        person.goes_to("/apply/documents/solvency");
        let asked = |name: &str| names(&person).iter().any(|one| one == name);
        assert!(asked("number") && asked("issued_on-day") && !asked("issuer"), "{}", person.page.told());
        person.goes_to("/apply/solvency");
        assert!(!names(&person).iter().any(|one| one.contains("certificate")), "{}", person.page.told());
        // Nothing else is missing: the country is known.
        person.brings(DocumentKind::Passport, &files::pdf("passport"));
        person.goes_to("/apply/check");
        assert!(!person.page.complaints().join(" ").contains(&person.says("document-passport")));
    });
}

#[test]
fn a_ground_that_was_named_is_not_named_again() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let mut applicant = answers::professional();
        person.saves(&applicant.situation).goes_to("/apply/solvency").sees("legal-ground-in_demand_profession");
        person.sees("solvency-exempt-intro").does_not_see("legal-ground-ethnic_kazakh");
        person.fills("solvency-exemption_paper", "Petition 55").presses("save-and-continue");
        assert_eq!(person.status(), 200, "{}", person.page.told());

        applicant.situation.grounds = [Ground::InDemandProfession, Ground::FamilyOfExempt].into_iter().collect();
        let mut other = app.person(Ru);
        other.begins();
        other.saves(&applicant.situation).goes_to("/apply/solvency").does_not_see("legal-ground-former_compatriot");
        let ticked = |person: &Person| {
            person.page.boxes.iter().filter(|one| one.name == "exempt_as" && one.kind == "checkbox" && one.on).count()
        };
        assert_eq!(ticked(&other), 2);
        other.unticks("solvency-exempt_as").chooses("solvency-exempt_as", "legal-ground-family_of_exempt");
        other.fills("solvency-exemption_paper", "Certificate 7").presses("save-and-continue");
        other.goes_to("/apply/solvency");
        assert_eq!(ticked(&other), 1, "what they said stays");
    });
}

#[test]
fn a_list_that_is_not_complete_says_so_at_its_box() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.goes_to("/apply/children").presses("save-and-continue");
        person.is_to_mend();
        assert!(person.page.described("complete").contains(&person.says("children-complete-required")));
        person.ticks("children-none").presses("save-and-continue");
        person.goes_to("/apply/children");
        let ticked = |person: &Person| person.page.boxes.iter().any(|one| one.name == "complete" && one.on);
        assert!(ticked(&person));
        person.unticks("children-none").presses("save-and-continue");
        person.is_to_mend();
        assert!(!ticked(&person));
        person.goes_to("/apply/children");
        assert!(!ticked(&person));
    });
}

#[test]
fn a_wrong_record_is_called_by_its_name() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    person.goes_to("/apply/children/new").fills("children-name", "Dana Sapar").presses("save-and-continue");
    person.goes_to("/apply/children").ticks("children-all").presses("save-and-continue");
    let told = person.page.complaints().join(" ");
    assert!(told.contains("Dana Sapar") && !told.contains(&person.says("step-children")), "{told}");
}

#[test]
fn a_wrong_number_is_told_at_both_boxes() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.goes_to("/open").fills("open-number", "1").fills("open-code", "x").presses("open-do");
    assert!(person.page.described("open_number").contains(&person.says("open-number.wrong")));
    assert!(person.page.described("open_code").contains(&person.says("open-code.wrong")));
}

#[test]
fn the_last_day_of_a_passport_and_the_last_day_to_come_with_it_are_two() {
    let app = TestApp::on(Kind::Sqlite);
    for language in [Kk, Ru] {
        let mut person = app.person(language);
        person.begins();
        let mut applicant = answers::adult();
        applicant.passport.expires_on = Answer::read("2027-03-12");
        person.saves(&applicant.situation).saves(&applicant.passport);
        let day = language.date("2026-09-12".parse().unwrap());
        let until = language.text_with("passport-until", &[("day", day)].into_iter().collect());
        person.goes_to("/apply/documents").sees(&until);
        person.goes_to("/apply/documents/passport").sees(&until).sees("passport-until.then");
    }
}
