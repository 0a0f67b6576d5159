//! Two clerks on one case: seen by all, stopped with the holder's name or with what changed, nothing typed is lost.

use ruqsat::language::Args;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::COMMITTEE;
use ruqsat::people::Role::{Officer, Operator, Supervisor};

use super::support::journeys::filed;
use super::support::{Person, TestApp, answers, each_db};

/// Another member of the staff with the same role: logins are made of role and unit.
fn colleague(app: &TestApp, name: &str, language: ruqsat::language::Language) -> Person {
    app.employs_as(name, Officer, language);
    let mut clerk = app.person(language);
    clerk.signs_in(name, super::support::app::PASSWORD);
    clerk
}

#[test]
fn a_case_that_is_with_somebody_is_seen_by_all_and_stops_the_others() {
    each_db(|kind| {
        let (app, mut person, number) = filed(kind, Kk);
        app.it_is("2026-06-10 10:20");
        let mut anna = colleague(&app, "anna", Ru);
        let mut berik = colleague(&app, "berik", Kk);
        let mut operator = app.clerk(Operator, Ru);
        operator.takes(&number).follows("move-accept");
        let page = operator.page.clone();
        anna.takes(&number).sees("claim-nobody").presses("claim-take").sees("10:20").sees("11:20");
        berik.takes(&number).sees("anna").sees("10:20").does_not_see("claim-take");

        // The operator's page was drawn before: the ticks are not lost, and the holder is named.
        operator.page = page;
        operator.ticks_all("original").presses("desk-accept");
        assert_eq!(operator.status(), 409);
        operator.sees("failure-held.title").sees("anna").sees("10:20").presses("desk-changed-again");
        assert!(operator.page.boxes.iter().filter(|one| one.name == "original").all(|one| one.on));
        person.sees_state("submitted");
        // Without JavaScript, past the button that is not offered: still held.
        berik.goes_to("/desk").follows(&number);
        let case = berik.page.address.clone();
        let token = berik.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        let taking = super::support::http::Request::form(&format!("{case}/take"), &[("csrf".to_owned(), token)]);
        berik.asks(taking);
        assert_eq!(berik.status(), 409);
        berik.sees("anna");

        // It runs out by itself.
        app.it_is("2026-06-10 11:20");
        berik
            .takes(&number)
            .presses("claim-take")
            .sees("claim-give-back")
            .presses("claim-give-back")
            .sees("claim-nobody");
        operator.accepts(&number);
        person.goes_to("/track").does_not_see("event-claimed").does_not_see("anna");
    });
}

#[test]
fn a_stale_page_gets_409_and_is_told_who_changed_what() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        berik.takes(&number).follows("move-return").remarks("contacts", "Телефон нөмірінде бір цифр жоқ");
        app.it_is("2026-06-10 10:05");
        anna.takes(&number).follows("move-return").remarks("person", "Write the patronymic").presses("desk-return");
        app.it_is("2026-06-10 10:06");
        berik.presses("desk-return");
        assert_eq!(berik.status(), 409);
        berik.sees("desk-changed-title").sees("event-returned").sees("anna").sees("10:05").sees("step-person");
        berik.sees("Телефон нөмірінде бір цифр жоқ").presses("desk-changed-again");
        let kept = berik.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(kept.value, "Телефон нөмірінде бір цифр жоқ");
        berik.presses("desk-return-again").sees("status-returned");
    });
}

#[test]
fn marks_take_the_case_and_a_supervisor_takes_it_over_with_a_reason() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        berik.takes(&number).follows("review-open").ticks_value("verdict", "mend").fills("review-note", "two words");
        anna.takes(&number).follows("review-open").ticks_value("verdict", "right").presses("review-keep");
        berik.presses("review-keep");
        assert_eq!(berik.status(), 409);
        berik.sees("anna").sees("two words");

        let mut head = app.clerk(Supervisor, Kk);
        head.takes(&number).follows("claim-hand-over").chooses("claim-to", "claim-myself").presses("claim-hand");
        assert_eq!(head.status(), 422);
        head.sees("denied-no_reasons").fills("claim-reason", "Anna is ill").presses("claim-hand").sees("Anna is ill");
        head.sees("claim-yours").sees("event-assigned");
        anna.takes(&number).sees("supervisor KZ75").does_not_see("claim-hand-over");
    });
}

/// Nobody waits for whoever has gone home; the case stays theirs until somebody takes it.
#[test]
fn who_signs_out_works_on_nothing_any_more() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        anna.takes(&number).presses("claim-take").sees("claim-give-back");
        berik.takes(&number).does_not_see("claim-take");
        anna.presses("desk-sign-out");
        berik.takes(&number).sees("event-lease_ended").sees("anna").sees("claim-take");
        anna.signs_in("anna", super::support::app::PASSWORD).takes(&number).sees("claim-yours");
        berik.presses("claim-take").sees("claim-give-back");
        assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());
    });
}

/// Whoever signs in at a computer where a colleague is still signed in has signed the colleague out.
#[test]
fn who_signs_in_over_a_colleague_ends_what_the_colleague_works_on() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        anna.takes(&number).presses("claim-take").sees("claim-give-back");
        // Signing in anew herself she goes on.
        anna.signs_in("anna", super::support::app::PASSWORD);
        berik.takes(&number).does_not_see("claim-take").does_not_see("event-lease_ended");
        app.employs_as("dana", Officer, Ru);
        let session = anna.cookies["ruqsat_session"].clone();
        anna.signs_in("dana", super::support::app::PASSWORD);
        berik.takes(&number).sees("event-lease_ended").sees("anna").sees("claim-take");
        anna.cookies.insert("ruqsat_session".to_owned(), session);
        anna.goes_to("/desk").arrives_at("/desk/sign-in");
        assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());
    });
}

#[test]
fn whom_nobody_chose_is_told_at_the_box() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut anna = colleague(&app, "anna", Ru);
        colleague(&app, "berik", Kk);
        anna.takes(&number).presses("claim-take").follows("claim-hand-over").presses("claim-hand");
        assert_eq!(anna.status(), 422);
        anna.sees_first("claim-lacks-to");
        let mut head = app.clerk(Supervisor, Kk);
        head.goes_to("/desk/hand-over").fills("claim-reason", "on leave").presses("claim-hand");
        assert_eq!(head.status(), 422);
        head.sees_first("claim-lacks-from").chooses_holding("claim-from", "anna").presses("claim-hand");
        head.sees_first("claim-lacks-to").chooses_holding("claim-to", "anna").presses("claim-hand");
        head.sees_first("claim-to-the-same");
    });
}

#[test]
fn a_case_that_changed_hands_since_the_form_was_drawn_is_not_taken_from_the_wrong_clerk() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        anna.takes(&number).presses("claim-take");
        let mut head = app.clerk(Supervisor, Ru);
        head.takes(&number).follows("claim-hand-over").chooses("claim-to", "claim-myself");
        head.fills("claim-reason", "Anna is ill");
        anna.takes(&number).presses("claim-give-back");
        berik.takes(&number).presses("claim-take");
        head.presses("claim-hand");
        assert_eq!(head.status(), 422);
        head.sees("denied-holder_changed").sees("berik");
        assert_eq!(head.finds_in("claim-reason"), "Anna is ill");
        berik.takes(&number).sees("claim-give-back");
        head.presses("claim-hand").sees("claim-yours");
    });
}

#[test]
fn a_clerk_who_goes_on_when_the_lease_ran_out_is_still_the_one_whom_the_form_names() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut anna = colleague(&app, "anna", Ru);
        anna.takes(&number).presses("claim-take");
        let mut head = app.clerk(Supervisor, Kk);
        head.takes(&number).follows("claim-hand-over").chooses("claim-to", "claim-myself");
        head.fills("claim-reason", "Anna is ill");
        app.it_is("2026-06-10 11:30");
        anna.takes(&number).presses("claim-take").sees("11:30");
        head.presses("claim-hand").sees("claim-yours").does_not_see("denied-holder_changed");
        assert_eq!(head.status(), 200);
    });
}

#[test]
fn all_cases_of_an_absent_colleague_go_to_another() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let other = app.person(Kk).applies(&answers::adult());
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        for number in [&number, &other] {
            anna.takes(number).presses("claim-take");
        }
        let mut head = app.clerk(Supervisor, Ru);
        head.goes_to("/desk").follows("claim-all-title").chooses_holding("claim-from", "anna");
        head.chooses_holding("claim-to", "berik").presses("claim-hand");
        assert_eq!(head.status(), 422);
        head.sees("denied-no_reasons").fills("claim-reason", "on leave").presses("claim-hand");
        assert!(head.page.response.text().contains("berik, инспектор (2)"), "{}", head.page.told());
        berik.takes(&number).sees("claim-yours").sees("on leave");
        berik.takes(&other).sees("claim-yours");
        anna.goes_to("/desk/hand-over");
        assert_eq!(anna.status(), 403);
    });
}

#[test]
fn the_committee_hands_over_in_every_unit_and_is_told_what_stays() {
    each_db(|kind| {
        let (app, _, here) = filed(kind, Kk);
        let mut elsewhere = answers::adult();
        elsewhere.contacts.region = answers::is("KZ71");
        let far = app.person(Kk).applies(&elsewhere);
        let mut marat = app.clerk_of(Supervisor, COMMITTEE, Kk);
        let mut berik = colleague(&app, "berik", Kk);
        for number in [&here, &far] {
            marat.takes(number).presses("claim-take");
        }
        let mut centre = app.clerk_of(Officer, COMMITTEE, Ru);
        centre.goes_to("/desk/hand-over");
        assert_eq!(centre.status(), 403, "an officer's of the committee it is not either");
        marat.goes_to("/desk/hand-over").chooses_holding("claim-from", "supervisor KZ00");
        marat.chooses_holding("claim-to", "berik").fills("claim-reason", "on leave").presses("claim-hand");
        for id in ["claim-all-given", "claim-all-stay"] {
            marat.sees(&Kk.text_with(id, &Args::from_iter([("count", 1)])));
        }
        berik.takes(&here).sees("claim-yours").sees("on leave");
        marat.goes_to("/desk?clerk=me").sees(&far).does_not_see(&here);
    });
}

#[test]
fn a_case_with_a_colleague_is_looked_at_and_says_so_before_anything_is_typed() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        app.it_is("2026-06-10 10:20");
        let (mut anna, mut berik) = (colleague(&app, "anna", Ru), colleague(&app, "berik", Kk));
        let mut head = app.clerk(Supervisor, Ru);
        berik
            .takes(&number)
            .follows("review-open")
            .sees("review-keep")
            .sees("review-keep-first")
            .does_not_see("claim-look-only");
        let page = berik.page.clone();
        anna.takes(&number).presses("claim-take");
        anna.follows("review-open").sees("review-keep").does_not_see("claim-look-only");
        for (clerk, takes) in [(&mut berik, false), (&mut head, true)] {
            clerk.takes(&number).follows("review-open").sees("anna").sees("10:20").sees("claim-look-only");
            clerk.does_not_see("review-keep").does_not_see("review-keep-first").sees("review-next");
            assert_eq!(clerk.can_read("claim-hand-over"), takes, "{}", clerk.page.told());
        }
        berik.takes(&number).follows("move-return").sees("anna").sees("claim-look-only.act");
        // Who had the page before keeps what they have typed.
        berik.page = page;
        berik.fills("review-note", "Two words").presses("review-keep");
        assert_eq!(berik.status(), 409);
        berik.sees("Two words").presses("desk-changed-again").sees("claim-look-only");
        assert_eq!(berik.finds_in("review-note"), "Two words");
        app.it_is("2026-06-10 11:20");
        berik.takes(&number).follows("review-open").does_not_see("claim-look-only").sees("review-keep");
    });
}
