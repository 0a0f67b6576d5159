//! Units and duties: the committee sees all, an administrator no case, and a stand-in does a colleague's work for a while.

use ruqsat::application::EventKind;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::COMMITTEE;
use ruqsat::people::Role::{Admin, Officer, Operator, Supervisor};
use ruqsat::store::{applications, claims};

use super::support::answers::Applicant;
use super::support::{Kind, Person, TestApp, answers, each_db};

/// An accepted case that national security agrees to, and the officer who asked it.
fn office(kind: Kind) -> (TestApp, String, Person) {
    let app = TestApp::on(kind);
    let number = app.person(Kk).applies(&answers::adult());
    app.clerk(Operator, Ru).accepts(&number);
    let mut officer = app.clerk(Officer, Ru);
    officer.asks_approver(&number, "national_security");
    officer.records_answer(&number, "national_security", "positive");
    (app, number, officer)
}

fn appoints(by: &mut Person, absent: &str, deputy: &str, until: &str) {
    by.goes_to("/admin/stand-ins").chooses_holding("stand-in-absent", absent);
    by.chooses_holding("stand-in-deputy", deputy).fills("stand-in-until", until);
    by.fills("stand-in-why", "Order 12").presses("stand-in-make");
}

#[test]
fn who_stands_in_decides_for_the_colleague_and_the_trail_names_both() {
    each_db(|kind| {
        let (app, number, mut officer) = office(kind);
        let mut head = app.clerk(Supervisor, Kk);
        officer.takes(&number).does_not_see("move-approve");
        appoints(&mut head, "supervisor KZ75", "officer KZ75", "2026-06-12");
        assert_eq!(head.status(), 200, "{}", head.page.told());
        head.sees("officer KZ75").sees_day("2026-06-12");

        app.it_is("2026-06-12 17:00");
        officer.takes(&number).sees("supervisor KZ75").sees_day("2026-06-12");
        officer.confirms(&number, "approve", "/approve").sees("status-approved");
        officer.sees("event-approved");
        let case = officer.page.address.rsplit('/').next().unwrap().to_owned();
        let events = app.office.db.read(|conn| applications::history(conn, &case)).unwrap();
        let granted = events.iter().find(|event| event.kind == EventKind::Approved).unwrap();
        assert_eq!(granted.details["for"], "supervisor KZ75");
        let ruqsat::application::Actor::Staff { name, role, .. } = &granted.actor else { panic!() };
        assert_eq!((name.as_str(), role.as_str()), ("officer KZ75", "supervisor"));

        // It runs out by itself: on the next day the session is the same and the duty is gone.
        officer.goes_to("/desk/hand-over");
        assert_eq!(officer.status(), 200);
        app.it_is("2026-06-13 00:10");
        officer.signs_in("officer.kz75", super::support::app::PASSWORD).goes_to("/desk/hand-over");
        assert_eq!(officer.status(), 403);
    });
}

#[test]
fn a_paper_that_was_signed_in_a_colleagues_place_says_in_whose() {
    for (clerk_reads, applicant_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            // The paper is in the language of the person's letters.
            let applies = |mut applicant: Applicant| {
                applicant.contacts.letters_in = answers::is(applicant_reads.code());
                app.person(applicant_reads).applies(&applicant)
            };
            let mut operator = app.clerk(Operator, clerk_reads);
            operator.accepts(&applies(answers::adult()));
            let told = match applicant_reads {
                Kk => "мына қызметкердің орнына: operator KZ75",
                _ => "за сотрудника: operator KZ75",
            };
            operator.does_not_see(told);
            app.employs(Officer, super::support::app::UNIT, clerk_reads);
            let mut head = app.clerk(Supervisor, clerk_reads);
            appoints(&mut head, "operator KZ75", "officer KZ75", "2026-06-12");
            let mut officer = app.person(clerk_reads);
            officer.signs_in("officer.kz75", super::support::app::PASSWORD);
            officer
                .takes(&applies(answers::professional()))
                .follows("move-refuse_acceptance")
                .chooses("document-passport", "fault-missing");
            officer.presses("desk-refuse-acceptance");
            assert!(officer.page.address.ends_with("/refused-acceptance"), "{}", officer.page.told());
            officer.sees("officer KZ75").sees(told);
            officer.accepts(&applies(answers::minor())).sees("officer KZ75").sees(told);
        });
    }
}

#[test]
fn nobody_prepares_and_decides_in_whoevers_place() {
    each_db(|kind| {
        let (app, number, mut officer) = office(kind);
        officer.prepares_refusal(&number, "49.4", "Reasons in words");
        app.employs(Supervisor, super::support::app::UNIT, Ru);
        let mut admin = app.clerk(Admin, Ru);
        appoints(&mut admin, "supervisor KZ75", "officer KZ75", "2026-06-30");
        officer.cannot_confirm(&number, "approve", "/approve", "denied-same_person");
        // Nor is the right to lend lent: only by an administrator or a supervisor of one's own.
        officer.goes_to("/admin/stand-ins");
        assert_eq!(officer.status(), 403);
        let end = format!("{}: officer KZ75", admin.says("stand-in-end"));
        admin.goes_to("/admin/stand-ins").presses(&end).sees("stand-in-nobody");
        officer.takes(&number).does_not_see("move-approve");
        app.clerk(ruqsat::people::Role::Auditor, Kk)
            .goes_to("/admin/trail")
            .sees("event-stand_in_made")
            .sees("event-stand_in_ended");
    });
}

#[test]
fn who_cannot_stand_in_is_told_why() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut head = app.clerk(Supervisor, Kk);
        app.employs_as("anna", Officer, Kk);
        app.employs_as("berik", Officer, Kk);
        app.employs_as("reader", ruqsat::people::Role::Auditor, Kk);
        app.employs(Officer, "KZ71", Kk);
        head.goes_to("/admin/stand-ins").does_not_see("reader").does_not_see("KZ71");
        for (absent, deputy, until, why) in [
            ("anna", "anna", "2026-06-12", "stand-in-people"),
            ("anna", "supervisor", "2026-06-12", "stand-in-yourself"),
            ("anna", "berik", "2026-06-09", "stand-in-day"),
            ("anna", "berik", "2026-09-11", "stand-in-day"),
        ] {
            appoints(&mut head, absent, deputy, until);
            assert_eq!(head.status(), 422, "{why}");
            head.sees(why).sees("stand-in-nobody");
        }
        // A decision is for who reviews; and nobody stands in without a reason.
        app.employs(Operator, super::support::app::UNIT, Kk);
        appoints(&mut head, "supervisor", "operator", "2026-06-12");
        head.sees_first("stand-in-lower").sees("stand-in-nobody");
        head.chooses_holding("stand-in-absent", "operator").chooses_holding("stand-in-deputy", "anna");
        head.fills("stand-in-why", " ").presses("stand-in-make");
        assert_eq!(head.status(), 422);
        head.sees_first("stand-in-reason").fills("stand-in-why", "Order 12").presses("stand-in-make");
        head.does_not_see("stand-in-nobody");
        app.clerk(ruqsat::people::Role::Auditor, Kk).goes_to("/admin/trail").sees("Order 12");
        let mut admin = app.clerk(Admin, Ru);
        appoints(&mut admin, "anna", "officer KZ71", "2026-06-12");
        admin.sees("stand-in-unit");
    });
}

#[test]
fn the_committee_sees_every_unit_and_an_administrator_no_case() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        let mut centre = app.clerk_of(Officer, COMMITTEE, Ru);
        centre.takes(&number).sees("claim-nobody").presses("claim-take");
        let case = centre.page.address.clone();
        let mut stranger = app.clerk_of(Officer, "KZ71", Ru);
        let mut admin = app.clerk(Admin, Ru);
        for (person, status) in [(&mut stranger, 404), (&mut admin, 403)] {
            person.opens(&case);
            assert_eq!(person.status(), status);
        }
        let id = case.rsplit('/').next().unwrap().to_owned();
        let claim = app.office.db.read(|conn| claims::of(conn, &id)).unwrap().unwrap();
        assert_eq!(claim.name, "officer KZ00");
    });
}
