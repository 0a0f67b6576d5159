//! What a clerk has typed comes back, whatever stood in its way.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Officer, Operator};

use super::support::app::PASSWORD;
use super::support::journeys::filed;
use super::support::{answers, each_db};

const WORDS: &str = "The flat is not theirs";

#[test]
fn the_texts_about_a_ground_outlive_that_it_is_not_chosen_for_a_while() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        app.clerk(Operator, Kk).accepts(&number);
        let mut officer = app.clerk(Officer, Ru);
        officer.chooses_ground(&number, "49.4").chooses("desk-rests-on", "step-solvency");
        officer.fills("desk-rests-shows", WORDS).fills("desk-reasons", "These are the reasons");
        for ground in officer.page.boxes.iter_mut().filter(|one| one.name == "ground") {
            ground.on = false;
        }
        officer.presses("desk-prepare");
        assert_eq!(officer.status(), 422);
        officer.sees_first("denied-no_ground");
        assert_eq!(officer.finds_in("desk-reasons"), "These are the reasons");
        officer.ticks_value("ground", "49.4").presses("desk-grounds-choose");
        assert_eq!(officer.finds_in("desk-rests-shows"), WORDS);
        assert_eq!(officer.finds_in("desk-reasons"), "These are the reasons");
        officer.presses("desk-prepare").sees(&number).sees(WORDS);
    });
}

#[test]
fn what_was_typed_for_a_case_that_has_ended_is_read_on_its_page() {
    each_db(|kind| {
        let (app, mut person, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Kk);
        let mut writes = officer.clone();
        officer.takes(&number).follows("review-open").chooses("review-verdict", "verdict-mend");
        writes.takes(&number).follows("talk-desk-title").fills("talk-desk-write", WORDS);
        person.goes_to("/apply/withdraw").presses_to("/apply/withdraw");
        officer.fills("review-note", WORDS).presses("review-keep");
        assert_eq!(officer.status(), 409);
        officer.sees("denied-finished").sees("desk-changed-typed").sees(WORDS);
        writes.presses("talk-send");
        assert_eq!(writes.status(), 422);
        writes.sees(WORDS);
    });
}

#[test]
fn what_was_typed_when_the_session_had_ended_is_read_and_sent_again() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("move-return").remarks("contacts", WORDS).loses("ruqsat_session");
        officer.presses("desk-return").sees("failure-signed_out.title").sees("failure-typed").sees(WORDS);
        let page = officer.page.clone();
        officer.signs_in("officer.kz75", PASSWORD);
        officer.page = page;
        // The page was drawn for nobody: it is asked once more whether this is meant.
        officer.presses("failure-send-again").sees("failure-stale_form.title").sees(WORDS);
        officer.presses("failure-send-again").sees("status-returned");
    });
}

#[test]
fn a_date_that_cannot_be_is_told_at_its_box_and_the_rest_stays() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        app.clerk(Operator, Kk).accepts(&number);
        let mut officer = app.clerk(Officer, Ru);
        for (wrong, why) in [
            ("2020-01-15", "denied-before_acceptance"),
            ("1999-12-31", "denied-before_acceptance"),
            ("2026-06-11", "desk-day-of-letter"),
            ("31.02.2026", "desk-day-of-letter"),
        ] {
            officer.takes(&number).follows("desk-ask-title").chooses("desk-approver", "approver-bank");
            officer.fills("desk-approval-outgoing_number", "12-34").fills("desk-approval-asked_on", wrong);
            officer.presses("desk-record");
            assert_eq!(officer.status(), 422, "{wrong}");
            officer.sees_first(why);
            let said = officer.says(why);
            assert_eq!(officer.page.text().matches(&said).count(), 2, "{wrong}: {}", officer.page.text());
            assert_eq!(officer.finds_in("desk-approval-outgoing_number"), "12-34", "{wrong}");
            assert_eq!(officer.finds_in("desk-approver"), "bank", "{wrong}");
        }
        officer.fills("desk-approval-asked_on", "2026-06-10").presses("desk-record").sees("12-34");
    });
}

#[test]
fn whom_nobody_named_is_told_at_the_box() {
    each_db(|kind| {
        let app = super::support::TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        app.clerk(Operator, Kk).accepts(&number);
        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("desk-ask-title").fills("desk-approval-outgoing_number", "12-34");
        officer.presses("desk-record").sees_first("desk-lacks-approver");
        let said = officer.says("desk-lacks-approver");
        assert_eq!(officer.page.text().matches(&said).count(), 2, "{}", officer.page.text());
        // The number is missing: it is told there.
        officer.chooses("desk-approver", "approver-bank").fills("desk-approval-outgoing_number", "");
        officer.presses("desk-record").sees_first("desk-lacks-number");
        assert_eq!(officer.finds_in("desk-approver"), "bank");
    });
}
