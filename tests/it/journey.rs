//! The whole way, as people go it: an applicant in one language, clerks in the other.

use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::Role::{Officer, Operator, Supervisor};

use super::support::answers::{self, Applicant};
use super::support::{Kind, Person, TestApp, each_db};

/// From the first page to the permit, with a return in between.
fn granted(kind: Kind, applicant: &Applicant, applicant_reads: Language, clerks_read: Language) {
    let app = TestApp::on(kind);
    let mut person = app.person(applicant_reads);
    let number = person.applies(applicant);
    person.sees(&number).sees_state("submitted");

    app.it_is("2026-06-11");
    let mut officer = app.clerk(Officer, clerks_read);
    officer.takes(&number).follows("move-return");
    officer.remarks("contacts", "Phone: one digit is missing").remarks("paper-housing", "The second page is missing");
    officer.presses("desk-return").sees("status-returned");

    corrects_what_was_named(&mut person, applicant);
    officer.takes(&number).sees("status-submitted").sees("event-resubmitted");

    app.it_is("2026-06-12");
    let mut operator = app.clerk(Operator, clerks_read);
    operator.accepts(&number).sees("KZ75-2026-000001");
    assert!(operator.page.address.starts_with(&format!("/{}/", applicant.letters())), "the talon is for the person");
    person.sees_state("accepted").sees("KZ75-2026-000001");

    officer.asks_approver(&number, "national_security").asks_approver(&number, "bank");
    app.it_is("2026-06-26");
    officer.records_answer(&number, "bank", "positive").records_answer(&number, "national_security", "positive");

    let mut supervisor = app.clerk(Supervisor, clerks_read);
    supervisor.confirms(&number, "approve", "/approve").sees("status-approved");
    person.sees_state("approved").sees("track-granted");

    operator.confirms(&number, "issue", "/issue").sees("status-issued");
    person.sees_state("issued");
}

/// Exactly the items that were named can be opened; then it is filed again.
fn corrects_what_was_named(person: &mut Person, applicant: &Applicant) {
    person.sees_state("returned").sees("Phone: one digit is missing").sees("The second page is missing");
    person.goes_to("/apply/person").arrives_at("/apply/check");
    person.goes_to("/apply/documents/passport");
    assert!(!person.is_at("/apply/documents/passport"), "this paper was not returned");

    person.goes_to("/apply/contacts").sees("Phone: one digit is missing");
    let mut contacts = applicant.contacts.clone();
    contacts.phone = "+7 701 123 45 68".into();
    person.answers(&contacts).presses("save-and-continue");
    person.goes_to("/apply/documents/housing").sees("The second page is missing");
    person.attaches("papers-add", "page 2.pdf", &super::support::files::pdf("page 2")).presses("save-and-continue");
    person.files().sees_state("submitted");
}

#[test]
fn an_engineer_files_in_kazakh_and_clerks_work_in_russian() {
    each_db(|kind| granted(kind, &answers::adult(), Kk, Ru));
}

#[test]
fn an_engineer_files_in_russian_and_clerks_work_in_kazakh() {
    each_db(|kind| granted(kind, &answers::adult(), Ru, Kk));
}

#[test]
fn a_girl_with_her_mother_files_in_kazakh_and_clerks_work_in_russian() {
    each_db(|kind| granted(kind, &answers::minor(), Kk, Ru));
}

#[test]
fn a_girl_with_her_mother_files_in_russian_and_clerks_work_in_kazakh() {
    each_db(|kind| granted(kind, &answers::minor(), Ru, Kk));
}

#[test]
fn a_doctor_files_in_kazakh_and_clerks_work_in_russian() {
    each_db(|kind| granted(kind, &answers::professional(), Kk, Ru));
}

#[test]
fn a_doctor_files_in_russian_and_clerks_work_in_kazakh() {
    each_db(|kind| granted(kind, &answers::professional(), Ru, Kk));
}

/// An application that is accepted on Friday, 12 June 2026, with the office that has it.
fn accepted(kind: Kind) -> (TestApp, Person, String) {
    let app = TestApp::on(kind);
    let mut person = app.person(Kk);
    let number = person.applies(&answers::adult());
    app.it_is("2026-06-12");
    app.clerk(Operator, Ru).accepts(&number);
    (app, person, number)
}

#[test]
fn a_refusal_is_announced_and_waits_three_working_days() {
    each_db(|kind| {
        let (app, mut person, number) = accepted(kind);
        app.it_is("2026-06-15"); // a Monday
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("move-prepare_refusal").presses("desk-grounds-choose");
        assert_eq!(officer.status(), 422);
        officer.sees("denied-no_ground");
        officer.chooses_ground(&number, "49.4").fills("desk-reasons", "Savings are not confirmed");
        officer.presses("desk-prepare");
        assert_eq!(officer.status(), 422);
        officer.sees("desk-lacks-rests").sees("desk-lacks-shows");
        officer.prepares_refusal(&number, "49.4", "Savings are not confirmed").sees("status-preliminary_refusal");
        person.sees_state("preliminary_refusal").sees("Savings are not confirmed").sees_day("2026-06-17"); // two working days to object

        app.it_is("2026-06-18"); // Thursday: the third working day has not passed
        let mut supervisor = app.clerk(Supervisor, Kk);
        supervisor.takes(&number).follows("move-refuse").sees_day("2026-06-19");
        supervisor.cannot_confirm(&number, "refuse", "/refuse", "denied-too_early").sees_day("2026-06-19");
        person.sees_state("preliminary_refusal");

        app.it_is("2026-06-19");
        supervisor.confirms(&number, "refuse", "/refuse").sees("status-refused");
        person.sees_state("refused").sees("Savings are not confirmed").sees_day("2026-09-19"); // three months for a complaint
        person.sees("ground-49-4").sees("The sum is too small");
    });
}

#[test]
fn who_prepared_a_refusal_does_not_sign_it() {
    each_db(|kind| {
        let (app, mut person, number) = accepted(kind);
        let mut supervisor = app.clerk(Supervisor, Ru);
        supervisor.prepares_refusal(&number, "49.4", "Savings are not confirmed");
        app.it_is("2026-06-22");
        supervisor.cannot_confirm(&number, "refuse", "/refuse", "denied-same_person");
        person.sees_state("preliminary_refusal");
    });
}

#[test]
fn no_permit_without_national_security() {
    each_db(|kind| {
        let (app, mut person, number) = accepted(kind);
        let (mut officer, mut supervisor) = (app.clerk(Officer, Ru), app.clerk(Supervisor, Kk));
        let mut refused = || {
            supervisor.takes(&number).follows("move-approve").follows("desk-way-approvals").sees("desk-security-waits");
            supervisor.cannot_confirm(&number, "approve", "/approve", "denied-security_missing");
        };
        refused(); // nobody was asked
        officer.asks_approver(&number, "bank").records_answer(&number, "bank", "positive");
        refused(); // the bank is not enough
        officer.asks_approver(&number, "national_security");
        refused(); // asked, not answered
        officer.records_answer(&number, "national_security", "negative");
        // Answered with no: it is not missing, it forbids.
        supervisor.takes(&number).does_not_see("desk-security-waits");
        supervisor.cannot_confirm(&number, "approve", "/approve", "desk-security-refused");
        person.sees_state("accepted");
        officer.changes_answer(&number, "national_security", "positive", "The second letter");
        supervisor.confirms(&number, "approve", "/approve").sees("status-approved");
        person.sees_state("approved");
    });
}

#[test]
fn acceptance_needs_every_original_or_is_refused_item_by_item() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let number = person.applies(&answers::adult());
        let mut operator = app.clerk(Operator, Kk);
        operator.takes(&number).follows("move-accept").ticks_value("original", "passport").presses("desk-accept");
        assert_eq!(operator.status(), 422);
        operator.sees("denied-originals_missing");
        operator.goes_to("/desk").follows(&number).follows("move-refuse_acceptance");
        operator.chooses("document-housing", "fault-missing").chooses("document-medical_028u", "fault-expired");
        operator.puts_day("seen-medical_028u", "2025-10-01").presses("desk-refuse-acceptance").sees("document-housing");
        person.sees_state("acceptance_refused").sees("document-housing").sees("fault-expired");
        person.follows("track-anew").presses_to("/start").sees("begun-title");
    });
}

#[test]
fn an_application_is_withdrawn_once() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.goes_to("/track");
        let number = person.applies(&answers::minor());
        person.goes_to("/track").follows("move-withdraw");
        let mut second_tab = person.clone();
        person.presses("withdraw-confirm").arrives_at("/track").sees_state("withdrawn");
        second_tab.presses("withdraw-confirm").arrives_at("/track").sees_state("withdrawn");
        let mut operator = app.clerk(Operator, Ru);
        operator.takes(&number).sees("status-withdrawn").does_not_see("move-accept");
    });
}

#[test]
fn filing_twice_files_once() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let (number, _) = person.begins();
        person.answers_everything(&answers::adult()).brings_everything().goes_to("/apply/check");
        let mut second_tab = person.clone();
        person.presses("move-submit").arrives_at("/apply/receipt").sees(&number);
        let receipt = person.page.text();
        second_tab.presses("move-submit").arrives_at("/apply/receipt");
        assert_eq!(second_tab.page.text(), receipt);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).sees("event-submitted").does_not_see("event-resubmitted");
    });
}

#[test]
fn a_draft_is_opened_on_another_computer_by_number_and_code() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let (number, code) = person.begins();
        person.saves(&answers::adult().situation);
        let mut elsewhere = app.person(Ru);
        elsewhere.goes_to("/apply");
        assert_eq!(elsewhere.status(), 403);
        elsewhere
            .goes_to("/open")
            .fills("open-number", &number.replace('-', " "))
            .fills("open-code", &code.to_lowercase());
        elsewhere.presses_to("/open").arrives_at("/apply").sees(&number);
        elsewhere.goes_to("/apply/situation");
        assert_eq!(elsewhere.finds_in("situation-born_on"), "3.2.1990");
    });
}
