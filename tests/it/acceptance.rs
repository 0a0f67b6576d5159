//! At the counter: the originals, the talon, the receipt; the clock with after hours, days off and moved days.

use ruqsat::application::office::{Fault, RefusedItem};
use ruqsat::application::{Actor, Denied, Status};
use ruqsat::desk::acceptance;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role::{Admin, Operator, Supervisor};

use super::support::{TestApp, answers, application, day, each_db, moment};

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
            // The menu of the browser is named only where no script makes the button.
            let (tree, by_menu) = (&operator.page.tree, operator.says("print-hint"));
            assert!(tree.all("noscript").any(|id| tree.text(id) == by_menu), "{}", operator.page.told());
            assert_eq!(operator.page.text().matches(&by_menu).count(), 1);
            // The paper is the person's; no way from it leads the desk into their language.
            operator.does_not_see("desk-queue-title").follows("desk-back-to-case");
            let own = format!("/{clerk_reads}/desk/cases/");
            assert!(operator.page.address.starts_with(&own), "{}", operator.page.address);
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
        let items = items.iter().map(|kind| RefusedItem::new(*kind, fault)).collect();
        acceptance::refuse(case, items, clerk.clone(), at, &Default::default())
    };
    let refuse = |case: &mut _, items: &[DocumentKind]| refuse_for(case, items, Fault::Missing);
    assert_eq!(refuse_for(&mut case, &[DocumentKind::Photo], Fault::Expired), Err(Denied::NothingNamed));
    assert_eq!(refuse(&mut case, &[DocumentKind::BirthCertificate]), Err(Denied::NothingNamed));
    refuse(&mut case, &[DocumentKind::BirthCertificate, DocumentKind::Housing, DocumentKind::Housing]).unwrap();
    assert_eq!(case.office.acceptance_refusal.unwrap().items.len(), 1);
}

/// What the portal knows as good has not expired, unless the date on the original says otherwise.
#[test]
fn what_is_known_as_good_expires_by_the_date_on_the_original_only() {
    use DocumentKind::{Housing, Medical028u, Passport};
    let at = moment("2026-06-12 10:00");
    // Issued on 1 June; the passport of the answers is good for years.
    let refuse = |kind: DocumentKind, seen: Option<&str>| {
        let mut case = application(&answers::adult());
        case.status = Status::Submitted;
        let item = RefusedItem::new(kind, Fault::Expired).seen(seen.map(day));
        acceptance::refuse(&mut case, vec![item], Actor::Console, at, &Default::default())?;
        Ok(case.office.acceptance_refusal.unwrap().items[0].seen_on)
    };
    for (kind, seen) in [
        (Medical028u, None),
        (Medical028u, Some("2025-12-14")), // 180 days: the last day on which it is good
        (Medical028u, Some("2026-07-01")),
        (Passport, None),
        (Passport, Some("2026-12-10")), // 181 days are left
    ] {
        assert_eq!(refuse(kind, seen), Err(Denied::NotExpired(kind)), "{seen:?}");
    }
    for (kind, seen) in [(Medical028u, "2025-12-13"), (Passport, "2026-12-09"), (Passport, "2026-01-01")] {
        assert_eq!(refuse(kind, Some(seen)), Ok(Some(day(seen))));
    }
    assert_eq!(refuse(Housing, Some("2020-01-01")), Err(Denied::NothingNamed), "what has no term");
    // A proof of an exemption stops nobody by its age; said to be old at the counter, it is so by its date all the same.
    let proof = |seen: Option<&str>| {
        let mut case = application(&answers::professional());
        case.status = Status::Submitted;
        let item = RefusedItem::new(DocumentKind::SolvencyExemption, Fault::Expired).seen(seen.map(day));
        acceptance::refuse(&mut case, vec![item], Actor::Console, at, &Default::default()).map(drop)
    };
    assert_eq!(proof(None), Err(Denied::NotExpired(DocumentKind::SolvencyExemption)));
    assert_eq!(proof(Some("2025-12-13")), Ok(()));
    // What has run out by the answers needs no other date.
    let mut case = application(&answers::adult());
    case.status = Status::Submitted;
    let (item, at) = (RefusedItem::new(Medical028u, Fault::Expired), moment("2027-02-01 10:00"));
    acceptance::refuse(&mut case, vec![item], Actor::Console, at, &Default::default()).unwrap();
}

#[test]
fn the_counter_reads_until_when_each_paper_is_good_and_writes_what_the_original_says() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let mut person = app.person(Kk);
            let number = person.applies(&answers::adult());
            app.it_is("2026-06-12");
            let mut operator = app.clerk(Operator, reads);
            operator.takes(&number).follows("move-refuse_acceptance");
            operator.sees_day("2026-11-28"); // issued on 1 June
            operator.puts_on("fault-medical_028u", "expired").puts_on("fault-passport", "expired");
            operator.presses("desk-refuse-acceptance");
            assert_eq!(operator.status(), 422);
            operator.sees_first("denied-not_expired");
            for paper in ["seen-medical_028u", "seen-passport"] {
                let tree = &operator.page.tree;
                let told = (0..tree.nodes.len()).any(|at| tree.attribute(at, "id") == Some(&format!("{paper}-error")));
                assert!(told, "{paper}");
            }
            operator.puts_day("seen-medical_028u", "2025-11-01").puts_day("seen-passport", "2036-01-01");
            operator.presses("desk-refuse-acceptance");
            assert_eq!(operator.status(), 422, "a passport that is valid for ten years");
            let tree = &operator.page.tree;
            let wrong = |id: &str| (0..tree.nodes.len()).any(|at| tree.attribute(at, "id") == Some(id));
            assert!(wrong("seen-passport-error") && !wrong("seen-medical_028u-error"));
            assert!(operator.page.boxes.iter().any(|one| one.name == "seen-medical_028u-year" && one.value == "2025"));
            operator.puts_on("fault-passport", "").presses("desk-refuse-acceptance");
            operator.language = Kk; // the receipt is in the language of the letters
            operator.sees("document-medical_028u").sees("desk-receipt-seen-issued").sees_day("2025-11-01");
            operator.does_not_see("document-passport");
        });
    }
}
