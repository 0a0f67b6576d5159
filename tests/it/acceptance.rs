//! At the counter: the originals, the talon, the receipt; the clock with after hours, days off and moved days.

use ruqsat::application::office::Fault;
use ruqsat::application::{Actor, Denied, Status};
use ruqsat::desk::acceptance;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role::{Admin, Operator, Supervisor};

use super::support::{TestApp, answers, application, each_db, moment};

#[test]
fn the_talon_says_all_that_the_law_asks() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let mut person = app.person(applicant_reads);
            let number = person.applies(&answers::adult());
            app.it_is("2026-06-12 11:20");
            let mut operator = app.clerk(Operator, clerk_reads);
            operator.takes(&number).follows("move-accept").sees_day("2026-06-12").does_not_see("desk-next-day");
            operator.ticks_value("original", "passport").presses("desk-accept").sees("desk-original-missing");
            operator.ticks_all("original").presses("desk-accept");
            operator.language = Kk; // the talon is in the language of the letters
            // Number, date, time; surname, initials and position of who accepted (the tests' names are role and unit).
            operator.sees("KZ75-2026-000001").sees_day("2026-06-12").sees("11:20").sees_day("2026-07-27");
            operator.sees("operator KZ75").sees("document-medical_028u").sees("document-housing");
            operator.sees("staff-role-operator");
            person.goes_to("/track").sees("KZ75-2026-000001").sees_day("2026-06-12").sees_day("2026-07-27");
            app.clerk(Supervisor, clerk_reads).takes(&number).sees("KZ75-2026-000001").sees_day("2026-07-27");
        });
    }
}

#[test]
fn after_hours_and_on_days_off_the_next_working_day_counts() {
    for (when, registered, due) in [
        ("2026-06-12 18:29", "2026-06-12", "2026-07-27"),
        ("2026-06-12 18:30", "2026-06-15", "2026-07-30"), // Friday evening: Monday
        ("2026-06-13 11:00", "2026-06-15", "2026-07-30"), // Saturday
        ("2026-07-06 11:00", "2026-07-07", "2026-08-21"), // the Day of the Capital
        ("2026-09-10 11:00", "2026-09-10", "2026-10-27"), // the last day, 25 October, is a holiday on a Sunday, moved on
    ] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            app.it_is(&format!("{} 10:00", &when[..10]));
            let mut person = app.person(Ru);
            let number = person.applies(&answers::professional());
            app.it_is(when);
            let mut operator = app.clerk(Operator, Kk);
            operator.takes(&number).follows("move-accept").sees_day(registered).sees_day(due);
            if registered != &when[..10] {
                operator.sees("desk-next-day");
            }
            operator.ticks_all("original").presses("desk-accept").sees_day(registered).sees_day(due);
            person.goes_to("/track").sees_day(registered).sees_day(due);
        });
    }
}

#[test]
fn a_saturday_that_is_worked_in_exchange_registers() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let number = person.applies(&answers::adult());
        let mut admin = app.clerk(Admin, Ru);
        admin.goes_to("/admin/calendar?year=2026").fills("calendar-worked", "13.06 instead of 6 July");
        admin.presses("calendar-preview").presses("calendar-confirm").sees("calendar-kept");
        app.it_is("2026-06-13 11:00");
        let mut operator = app.clerk(Operator, Kk);
        operator.accepts(&number).sees_day("2026-06-13");
        person.goes_to("/track").sees_day("2026-06-13").sees_day("2026-07-28");
    });
}

#[test]
fn the_receipt_names_each_item_and_nothing_else() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        app.it_is("2027-02-01"); // the papers of spring 2026 have run out
        let mut operator = app.clerk(Operator, Ru);
        operator.takes(&number).follows("move-refuse_acceptance").sees("document-medical_028u");
        assert_eq!(operator.finds_in("document-medical_028u"), "expired", "what has run out stands chosen");
        let offers = |name: &str| operator.page.boxes.iter().any(|one| one.name == name && one.value == "expired");
        assert!(offers("fault-passport") && offers("fault-medical_028u"));
        for without_term in ["questionnaire", "photo", "state_fee"] {
            assert!(!offers(&format!("fault-{without_term}")), "{without_term} cannot run out");
        }
        operator.sees("desk-irreversible");
        operator.chooses("document-housing", "fault-missing").presses("desk-refuse-acceptance");
        operator.language = Kk; // the receipt is in the language of the letters
        operator.sees("document-medical_028u").sees("fault-expired").sees("document-housing").sees("fault-missing");
        operator.does_not_see("document-birth_certificate").sees("operator KZ75").sees("desk-receipt-note");
    });
}

#[test]
fn what_is_not_asked_of_this_person_cannot_be_missing() {
    let mut case = application(&answers::adult());
    case.status = Status::Submitted;
    let (at, clerk) = (moment("2026-06-12 10:00"), Actor::Console);
    let refuse_for = |case: &mut ruqsat::application::Application, items: &[DocumentKind], fault: Fault| {
        let items = items.iter().map(|kind| (*kind, fault)).collect();
        acceptance::refuse(case, items, clerk.clone(), at, &Default::default())
    };
    let refuse = |case: &mut _, items: &[DocumentKind]| refuse_for(case, items, Fault::Missing);
    assert_eq!(refuse_for(&mut case, &[DocumentKind::Photo], Fault::Expired), Err(Denied::NothingNamed));
    assert_eq!(refuse(&mut case, &[DocumentKind::BirthCertificate]), Err(Denied::NothingNamed));
    refuse(&mut case, &[DocumentKind::BirthCertificate, DocumentKind::Housing, DocumentKind::Housing]).unwrap();
    assert_eq!(case.office.acceptance_refusal.unwrap().items.len(), 1);
}
