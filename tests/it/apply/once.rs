//! What was said once is not asked again, and what is missing is told where it is missing.

use ruqsat::application::choices::Ground;
use ruqsat::application::steps::{Person as PersonStep, Situation};
use ruqsat::language::Args;
use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::validation::Answer;

use super::on_the_page;
use crate::support::{Kind, Person, TestApp, answers, day, each_db, files};

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
fn what_the_basis_says_is_not_asked_a_second_time() {
    let app = TestApp::on(Kind::Sqlite);
    for reads in [Kk, Ru] {
        let mut kazakh = app.person(reads);
        kazakh.begins();
        let mut situation = answers::adult().situation;
        situation.basis = answers::is("ethnic_kazakh");
        kazakh.saves(&situation).goes_to("/apply/documents").sees("document-solvency_exemption");
        kazakh.goes_to("/apply/solvency").sees("solvency-exempt-intro").sees("legal-ground-ethnic_kazakh");
        kazakh.goes_to("/apply/situation");
        let ticked = kazakh.page.boxes.iter().any(|one| one.name == "grounds" && one.kind == "checkbox" && one.on);
        assert!(!ticked, "what was not ticked stays so");

        let mut refugee = app.person(reads);
        refugee.begins();
        (situation.basis, situation.refugee) = (answers::is("refugee"), Answer::Blank);
        refugee.saves(&situation).goes_to("/apply/documents").does_not_see("document-criminal_record");

        // Who named permanent registration takes the consular route by the one other answer.
        let mut resident = app.person(reads);
        resident.begins();
        (situation.basis, situation.refugee) = (answers::is("resident"), answers::is("no"));
        situation.citizenship_taken_through_mission = answers::is("yes");
        resident.saves(&situation).goes_to("/apply/documents").does_not_see("document-medical_028u");
    }
}

#[test]
fn who_holds_another_visa_is_told_so_before_the_questions_and_at_them() {
    let app = TestApp::on(Kind::Sqlite);
    for reads in [Kk, Ru, En] {
        let mut person = app.person(reads);
        person.goes_to("").sees("home-who-visas").sees("home-who-visas.ask");
        person.goes_to("/need").sees("situation-basis.hint");
        assert!(
            person.page.described("basis").contains(&person.says("situation-basis.hint")),
            "{}",
            person.page.told()
        );
    }
}

/// What the list of sections says of one of them.
fn stands(person: &mut Person, step: &str) -> String {
    let name = person.goes_to("/apply").says(&format!("step-{step}"));
    let tree = &person.page.tree;
    let row = tree.all("li").map(|id| tree.text(id)).find(|row| row.starts_with(&name));
    row.unwrap_or_else(|| panic!("no {step} on {}", person.page.told()))[name.len()..].trim().to_owned()
}

#[test]
fn what_is_left_to_do_is_not_called_a_mistake() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    let [unfinished, to_mend, done] = ["unfinished", "to_mend", "done"].map(|id| Kk.text(&format!("progress-{id}")));
    person.brings(DocumentKind::Passport, &files::pdf("passport"));
    assert_eq!(stands(&mut person, "documents"), unfinished, "of the others none is begun");
    person.goes_to("/apply/documents/medical_028u").attaches("papers-add", "028.pdf", &files::pdf("028"));
    person.presses("save-and-continue").is_to_mend();
    assert_eq!(stands(&mut person, "documents"), to_mend, "its day is missing");

    let mother = answers::adult().relatives.remove(0);
    person.goes_to("/apply/relatives/new").tells(&mother).presses("save-and-continue");
    assert_eq!(stands(&mut person, "relatives"), unfinished, "there may be more");

    // Nobody has agreed to the part of the picture yet.
    person.goes_to("/apply/photograph").attaches("photo-add", "me.jpg", &files::portrait());
    person.presses("save-and-continue").arrives_at("/apply/photograph");
    assert_eq!(stands(&mut person, "photograph"), unfinished);
    person.goes_to("/apply/photograph").presses("save-and-continue");
    assert_eq!(stands(&mut person, "photograph"), done);
}

#[test]
fn a_new_entry_with_nothing_in_it_is_none() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        for list in ["children", "relatives", "work"] {
            person.goes_to(&format!("/apply/{list}/new")).presses("save-and-continue");
            person.is_to_mend().arrives_at(&format!("/apply/{list}/new"));
            person.goes_to(&format!("/apply/{list}")).sees("list-is-empty");
        }
        // The page that says so takes the entry.
        person.goes_to("/apply/relatives/new").presses("save-and-continue").is_to_mend();
        person.tells(&answers::adult().relatives[0]).presses("save-and-continue");
        person.arrives_at("/apply/relatives").sees("Ayşe Yılmaz");
    });
}

#[test]
fn a_paper_that_is_not_legalised_yet_says_so_and_is_not_ready() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    person.brings(DocumentKind::CriminalRecord, &files::pdf("record"));
    person.goes_to("/apply/documents/criminal_record").chooses("paper-issued_in", "country-TUR");
    person.chooses("paper-language", "language-ru").chooses("paper-legalisation", "legalisation-not_yet");
    person.presses("save-and-continue").is_to_mend().sees("error-not_legalised");
    person.goes_to("/apply/documents/criminal_record");
    assert_eq!(person.finds_in("paper-legalisation"), "not_yet");
    person.chooses("paper-legalisation", "legalisation-apostille").presses("save-and-continue");
    person.arrives_at("/apply/documents");
}

#[test]
fn papers_that_are_not_known_yet_are_said_to_be_left_out_of_the_count() {
    let app = TestApp::on(Kind::Sqlite);
    for reads in [Kk, Ru, En] {
        let mut person = app.person(reads);
        person.begins();
        person.goes_to("/apply/check").sees("check-papers-uncounted");
        person.saves(&answers::adult().situation).goes_to("/apply/check").does_not_see("check-papers-uncounted");
    }
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

#[test]
fn nobody_is_asked_what_concerns_others() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        // Nothing is known of who it is: all of it is asked.
        person.goes_to("/apply/situation").sees("need-group-minor").sees("situation-stateless_without_papers");
        let man = answers::adult();
        person.saves(&man.situation).saves(&man.person);
        let others = [
            ("situation", "situation-arrived_with_parent"),
            ("situation", "situation-stateless_without_papers"),
            ("person", "person-last_citizenship"),
            ("family", "family-citizenship_by_marriage"),
            ("education", "education-in_demand"),
        ];
        for (step, question) in others {
            person.goes_to(&format!("/apply/{step}")).does_not_see(question);
        }
        // Whom it concerns is asked.
        let woman = PersonStep { sex: answers::is("female"), ..man.person };
        person.saves(&woman).goes_to("/apply/family").sees("family-citizenship_by_marriage");
        person.chooses("family-citizenship_by_marriage", "yes").chooses("family-marital_status", "marital-single");
        person.presses("save-and-continue");
        // What stands in it already does not go out of sight.
        let man = PersonStep { sex: answers::is("male"), ..woman };
        person.saves(&man).goes_to("/apply/family").sees("family-citizenship_by_marriage");
        person.saves(&answers::professional().situation).goes_to("/apply/education").sees("education-in_demand");
    });
}

#[test]
fn the_visa_of_the_first_page_is_chosen_already() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let man = answers::adult();
        person.saves(&man.situation).goes_to("/apply/arrival");
        assert_eq!(person.finds_in("arrival-visa"), "B8");
        // Who only looked at the page has said nothing.
        person.presses("to-task-list").goes_to("/apply/arrival");
        assert_eq!((person.finds_in("arrival-visa"), person.page.complaints()), ("B8".to_owned(), vec![]));
        // Another answer stays.
        person.answers(&man.arrival).chooses("arrival-visa", "visa-C3").presses("save-and-continue");
        person.goes_to("/apply/arrival");
        assert_eq!(person.finds_in("arrival-visa"), "C3");
        // That the two differ is told before it is filed, and hinders nothing.
        person.goes_to("/apply/check").sees("error-visa_differs");
        person.saves(&man.arrival).goes_to("/apply/check").does_not_see("error-visa_differs");
    });
}

#[test]
fn a_city_is_named_once_and_a_village_beside_its_region() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let mut contacts = answers::adult().contacts;
        (contacts.region, contacts.locality) = (answers::is("KZ75"), "".into());
        person.saves(&contacts);
        contacts.region = answers::is("KZ19");
        person.goes_to("/apply/contacts").answers(&contacts).fills("contacts-locality", "");
        person.presses("save-and-continue").sees("contacts-locality-required");
    });
}

#[test]
fn the_list_of_papers_tells_what_is_known_of_the_persons_own_country() {
    let app = TestApp::on(Kind::Sqlite);
    for (country, told, not) in [
        ("UZB", "need-legalisation-spared", "need-legalisation-none"),
        ("UKR", "need-legalisation-none", "need-legalisation-spared"),
        ("TUR", "need-legalisation-none", "need-legalisation-spared"),
    ] {
        let mut person = app.person(Ru);
        let situation = Situation { citizenship: answers::is(country), ..answers::adult().situation };
        person.goes_to("/need").answers(&situation).presses("need-show").sees(told).does_not_see(not);
    }
}

#[test]
fn a_receipt_tells_of_a_visa_that_ends_before_the_papers() {
    let app = TestApp::on(Kind::Sqlite);
    for (until, is_told) in [("2026-07-01", true), ("2027-08-31", false), ("2026-01-15", false)] {
        let mut applicant = answers::adult();
        applicant.arrival.visa_until = answers::is(until);
        applicant.arrival.visa_from = Answer::Blank;
        let mut person = app.person(Ru);
        person.applies(&applicant);
        person.goes_to("/apply/receipt");
        let told = Ru.text_with("receipt-visa-until", &Args::from_iter([("day", Ru.date(day(until)))]));
        assert_eq!(person.can_read(&told), is_told, "{until}: {}", person.page.told());
    }
}
