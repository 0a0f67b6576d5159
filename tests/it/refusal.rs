//! A refusal as the law wants it: grounds on evidence, the notice, the objection, the hearing, the act; and who signs it.

use ruqsat::application::office::Approver;
use ruqsat::application::refusal::Evidence;
use ruqsat::application::{Actor, Application, Denied, Status};
use ruqsat::desk::approvals::{self, Letter};
use ruqsat::desk::decision::{self, Proposal};
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::law::calendar::Calendar;
use ruqsat::people::Role::{Officer, Operator, Supervisor};
use ruqsat::store::StoreError;
use ruqsat::store::applications::{self, Changed};

use super::support::answers::{self, Applicant};
use super::support::{Kind, Person, TestApp, TestDatabase, application, each_db, moment};

/// An application that is accepted on Friday, 12 June 2026, with the office that has it, on Monday the 15th.
fn accepted(kind: Kind, applicant: &Applicant, reads: Language) -> (TestApp, Person, String) {
    let app = TestApp::on(kind);
    let mut person = app.person(reads);
    let number = person.applies(applicant);
    app.it_is("2026-06-12");
    app.clerk(Operator, Ru).accepts(&number);
    app.it_is("2026-06-15");
    (app, person, number)
}

#[test]
fn an_objection_and_a_hearing_go_before_the_act() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let (app, mut person, number) = accepted(kind, &answers::adult(), applicant_reads);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer.prepares_refusal(&number, "49.4", "Savings are not confirmed").sees("desk-no-objections");

            app.it_is("2026-06-17 23:50"); // the last day of the two, late in the evening
            person.sees_state("preliminary_refusal").sees("The sum is too small").follows("objection-title");
            person.presses("objection-send");
            assert_eq!(person.status(), 422);
            person.sees("denied-nothing_said");
            person.fills("objection-text", "My savings are with another bank").ticks("objection-hearing");
            person.presses("objection-send").sees("My savings are with another bank").sees("track-hearing-not-yet");

            app.it_is("2026-06-19"); // the first day of the act: but nobody was heard
            let mut supervisor = app.clerk(Supervisor, clerk_reads);
            supervisor.takes(&number).follows("move-refuse").follows("desk-way-prepared").sees("desk-asks-hearing");
            supervisor.cannot_confirm(&number, "refuse", "/refuse", "denied-hearing_waits");

            officer.takes(&number).sees("My savings are with another bank").follows("desk-appoint-title");
            officer.fills("desk-hearing-on", "2026-06-21").fills("desk-hearing-place", "204");
            officer.presses("desk-appoint");
            assert_eq!(officer.status(), 422, "a Sunday");
            officer.sees("desk-day-of-hearing");
            // On Monday, 27 July, the term ends; the office opens at nine and closes at half past six.
            officer.sees("desk-hearing-last-day").sees_day("2026-07-27");
            for (on, time, why) in [
                ("2026-07-28", "10:30", "denied-after_term"),
                ("2026-07-27", "08:59", "denied-out_of_hours"),
                ("2026-07-27", "18:30", "denied-out_of_hours"),
            ] {
                officer.fills("desk-hearing-on", on).fills("desk-hearing-time", time).presses("desk-appoint");
                assert_eq!(officer.status(), 422, "{on} {time}");
                officer.sees_first(why);
                assert_eq!(officer.finds_in("desk-hearing-time"), time, "what was typed stays");
            }
            officer
                .fills("desk-hearing-on", "2026-06-23")
                .fills("desk-hearing-time", "10:30")
                .presses("desk-appoint")
                .sees(&number);
            person.goes_to("/track").sees_day("2026-06-23").sees("10:30").sees("204");

            officer.takes(&number).follows("desk-move-title");
            let set = ["on", "time", "place"].map(|name| officer.finds_in(&format!("desk-hearing-{name}")));
            assert_eq!(set, ["23.6.2026", "10:30", "204"], "what is set stands there");

            app.it_is("2026-06-23 12:00");
            officer.takes(&number).follows("desk-minutes-title").chooses("desk-hearing-outcome", "outcome-held");
            officer.fills("desk-minutes-text", "x");
            let early = officer.would_send("desk-minutes");
            app.it_is("2026-06-22");
            officer.submits(early);
            assert_eq!(officer.status(), 409, "nobody writes the minutes of tomorrow");
            officer.takes(&number).does_not_see("desk-minutes-title").sees("desk-hearing-to-come");
            let minutes = officer.page.address.split('#').next().unwrap().to_owned() + "/minutes";
            officer.opens(&minutes).sees("desk-minutes-title").sees("desk-hearing-to-come");
            assert!(officer.page.buttons(&officer.says("desk-minutes")).is_empty());
            supervisor.cannot_confirm(&number, "refuse", "/refuse", "denied-hearing_waits");

            app.it_is("2026-06-23 12:00");
            officer.takes(&number).follows("desk-minutes-title").chooses("desk-hearing-outcome", "outcome-held");
            officer.presses("desk-minutes");
            assert_eq!(officer.status(), 422, "minutes say what was said");
            officer.fills("desk-minutes-text", "A statement of another bank was shown").presses("desk-minutes");
            officer.sees("event-hearing_recorded").does_not_see("desk-hearing-waits");
            person.goes_to("/track").sees("A statement of another bank was shown").sees("outcome-held");
            person.sees_day("2026-06-26"); // three working days for remarks on the minutes

            supervisor.confirms(&number, "refuse", "/refuse").sees("status-refused");
            person.sees_state("refused").sees("My savings are with another bank").sees("The sum is too small");
            person.sees("A statement of another bank was shown").sees_day("2026-09-23");
            // The act, to be printed in the language of the letters: grounds, reasons, who decided, how to complain.
            supervisor.follows("desk-decision-open").sees("supervisor KZ75");
            assert!(supervisor.page.address.starts_with("/kk/"), "{}", supervisor.page.address);
            assert!(!supervisor.can_read(&Kk.text("desk-queue-title")), "the desk would stay in that language");
            for told in
                ["desk-decision-refused", "ground-49-4", "track-complaint-way", "unit-KZ75", "desk-decision-form"]
            {
                assert!(supervisor.can_read(&Kk.text(told)), "{told}");
            }
            supervisor.sees("Savings are not confirmed").sees("The sum is too small");
            for day in ["2026-06-15", "2026-06-23", "2026-09-23"] {
                assert!(supervisor.can_read(&Kk.date(super::support::day(day))), "{day}");
            }
        });
    }
}

/// Whom the person has answered finds the case among what waits for them; a case that somebody has stays with them.
#[test]
fn an_objection_reaches_the_desk_of_who_prepared_the_refusal() {
    for (reads, held) in [(Kk, false), (Ru, true)] {
        each_db(|kind| {
            let (app, mut person, number) = accepted(kind, &answers::adult(), reads);
            let mut officer = app.clerk(Officer, reads);
            officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
            let waits = "/desk?list=waiting_for_me";
            officer.goes_to(waits).does_not_see(&number);
            let mut supervisor = app.clerk(Supervisor, reads);
            if held {
                supervisor.takes(&number).presses("claim-take");
            }
            person.goes_to("/apply/objection").fills("objection-text", "I do not agree").presses("objection-send");
            let (theirs, others) = if held { (&mut supervisor, &mut officer) } else { (&mut officer, &mut supervisor) };
            others.goes_to(waits).does_not_see(&number).goes_to("/desk").sees(&number).sees("queue-news-objection");
            theirs.goes_to(waits).sees(&number).sees("queue-news-objection").does_not_see("queue-news-hearing");
            person.goes_to("/apply/objection").ticks("objection-hearing").presses("objection-send");
            theirs.goes_to(waits).sees(&number).sees("queue-news-hearing").follows(&number);
            assert_eq!(theirs.can_read("event-assigned"), !held, "{}", theirs.page.told());
            theirs.follows("desk-appoint-title").fills("desk-hearing-place", "204").presses("desk-appoint");
            theirs.goes_to(waits).sees("queue-news-objection").does_not_see("queue-news-hearing");
        });
    }
}

/// A hearing today, and two at once in one room, are appointed only when the clerk says that they mean it.
#[test]
fn a_hearing_today_or_beside_another_is_asked_about_first() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let (mut one, mut other) = (app.person(reads), app.person(reads));
            let (number, beside) = (one.applies(&answers::adult()), other.applies(&answers::adult()));
            app.it_is("2026-06-12");
            app.clerk(Operator, reads).accepts(&number).accepts(&beside);
            app.it_is("2026-06-15");
            let mut officer = app.clerk(Officer, reads);
            for (person, number) in [(&mut one, &number), (&mut other, &beside)] {
                officer.prepares_refusal(number, "49.4", "Savings are not confirmed");
                person.goes_to("/apply/objection").ticks("objection-hearing").presses("objection-send");
            }
            let asks = |officer: &mut Person, number: &str, on: &str, time: &str| {
                officer.takes(number).follows("desk-appoint-title").does_not_see("desk-hearing-together");
                officer.fills("desk-hearing-on", on).fills("desk-hearing-time", time);
                officer.fills("desk-hearing-place", "204").presses("desk-appoint");
            };
            asks(&mut officer, &number, "2026-06-15", "16:00");
            assert_eq!(officer.status(), 422, "{}", officer.page.told());
            officer.sees_first("denied-short_notice").ticks("desk-hearing-agreed").presses("desk-appoint");
            assert_eq!(officer.status(), 200, "{}", officer.page.told());
            officer.takes(&number).follows("desk-move-title").fills("desk-hearing-on", "2026-06-17");
            officer.presses("desk-move").sees_day("2026-06-17");

            asks(&mut officer, &beside, "2026-06-17", "16:00");
            assert_eq!(officer.status(), 422, "{}", officer.page.told());
            officer.sees_first("denied-hearing_beside").ticks("desk-hearing-together").presses("desk-appoint");
            officer.sees(&beside).sees_day("2026-06-17").does_not_see("denied-hearing_beside");
            officer.takes(&beside).follows("desk-move-title").fills("desk-hearing-time", "16:30");
            officer.presses("desk-move").does_not_see("denied-hearing_beside").sees_day("2026-06-17");
        });
    }
}

#[test]
fn a_refusal_that_would_come_too_late_says_so_before_it_is_prepared() {
    each_db(|kind| {
        let (app, _, number) = accepted(kind, &answers::adult(), Ru);
        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("review-open").sees("review-note-staff");
        // The term ends on Monday, 27 July: on Tuesday before, the third working day after is Friday.
        app.it_is("2026-07-21");
        officer.takes(&number).follows("move-prepare_refusal").sees("desk-due-on").sees_day("2026-07-27");
        officer.does_not_see("desk-prepare-late");
        app.it_is("2026-07-22");
        officer.takes(&number).follows("move-prepare_refusal").sees("desk-prepare-late").sees_day("2026-07-28");
    });
}

#[test]
fn what_the_person_will_read_is_seen_in_both_languages_before_it_is_sent() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let (app, mut person, number) = accepted(kind, &answers::adult(), applicant_reads);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer.chooses_ground(&number, "49.4").presses("desk-preview");
            assert_eq!(officer.status(), 422, "what is missing is told first");
            officer.sees_first("desk-lacks-rests").sees_first("denied-no_reasons").does_not_see("desk-preview-title");
            officer.chooses("desk-rests-on", "step-solvency").fills("desk-rests-shows", "The sum is too small");
            officer.fills("desk-reasons", "Savings are not confirmed").presses("desk-preview");
            assert_eq!(officer.status(), 200);
            officer.sees("desk-preview-title").sees("The sum is too small").sees_day("2026-06-17");
            for language in [Kk, Ru] {
                officer.sees(&language.text("ground-49-4")).sees(&language.text("track-objection-until"));
                officer.sees(&language.date(super::support::day("2026-06-19")));
            }
            // Nothing is sent so far, and nothing that was typed is lost.
            person.sees_state("accepted");
            officer.presses("desk-prepare").sees("status-preliminary_refusal").sees("done-refusal_prepared");
            person.sees_state("preliminary_refusal").sees("The sum is too small").sees("Savings are not confirmed");
        });
    }
}

#[test]
fn remarks_on_the_minutes_go_with_the_case_until_the_third_working_day() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let (app, mut person, number) = accepted(kind, &answers::adult(), applicant_reads);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
            person.goes_to("/apply/objection").ticks("objection-hearing").presses("objection-send");
            person.goes_to("/apply/minutes").arrives_at("/track"); // nothing to remark on
            officer.takes(&number).follows("desk-appoint-title").fills("desk-hearing-place", "204");
            officer.presses("desk-appoint");
            app.it_is("2026-06-17 12:00");
            officer.takes(&number).follows("desk-minutes-title").chooses("desk-hearing-outcome", "outcome-held");
            officer.fills("desk-minutes-text", "The person has no savings").presses("desk-minutes");

            person.goes_to("/track").follows("minutes-remarks-title").sees("The person has no savings");
            person.presses("minutes-remarks-send");
            assert_eq!(person.status(), 422);
            person.sees("denied-nothing_said");
            let long = "x".repeat(4001);
            person.fills("minutes-remarks-text", &long).presses("minutes-remarks-send");
            assert_eq!(person.status(), 422);
            person.sees("denied-too_long");
            assert_eq!(person.finds_in("minutes-remarks-text"), long, "nothing typed is lost");
            person.fills("minutes-remarks-text", "I showed a statement");
            let sent = person.would_send("minutes-remarks-send");
            person.submits(sent.clone()).submits(sent).sees("status-preliminary_refusal");
            assert_eq!(person.page.text().matches("I showed a statement").count(), 1, "sent twice, taken once");
            person.sees("event-minutes_remarked");
            officer.takes(&number).sees("desk-minutes-remarks").sees("I showed a statement");
            officer.sees("event-minutes_remarked");

            // The act does not end the right: the last of three working days counts whole, and the next is too late.
            app.it_is("2026-06-19");
            app.clerk(Supervisor, clerk_reads).confirms(&number, "refuse", "/refuse").sees("status-refused");
            app.it_is("2026-06-22 23:50");
            person.goes_to("/apply/minutes").fills("minutes-remarks-text", "And a second one");
            person.presses("minutes-remarks-send").sees("And a second one").sees("status-refused");
            person.goes_to("/apply/minutes").fills("minutes-remarks-text", "Too late");
            let late = person.would_send("minutes-remarks-send");
            app.it_is("2026-06-23 00:01");
            person.submits(late);
            assert_eq!(person.status(), 422);
            person.sees("minutes-denied-term_over").sees_day("2026-06-22");
            person.goes_to("/track").sees("And a second one");
            let tree = &person.page.tree;
            let led = |id: usize| tree.attribute(id, "href").is_some_and(|to| to.ends_with("/apply/minutes"));
            assert!(!tree.all("a").any(led), "a way to where nothing is taken any more");
            officer.takes(&number).sees("And a second one").does_not_see("Too late");
        });
    }
}

#[test]
fn the_last_day_for_the_minutes_is_shown_and_later_they_are_taken_all_the_same() {
    for clerk_reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, mut person, number) = accepted(kind, &answers::adult(), Ru);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
            person.goes_to("/apply/objection").ticks("objection-hearing").presses("objection-send");
            officer.takes(&number).does_not_see("desk-minutes-until").follows("desk-appoint-title");
            officer.fills("desk-hearing-on", "2026-06-25").fills("desk-hearing-place", "204").presses("desk-appoint");
            // Held on a Thursday: Friday and Monday are left.
            officer.takes(&number).sees("desk-minutes-until").sees_day("2026-06-29");
            app.it_is("2026-06-29 17:00");
            officer.takes(&number).does_not_see("desk-minutes-over").follows("desk-minutes-title");
            officer.sees("desk-minutes-until").sees_day("2026-06-29").does_not_see("desk-minutes-over");
            app.it_is("2026-06-30");
            officer.takes(&number).sees("desk-minutes-over").follows("desk-minutes-title").sees("desk-minutes-over");
            officer.chooses("desk-hearing-outcome", "outcome-held").fills("desk-minutes-text", "No savings");
            officer.presses("desk-minutes").sees("event-hearing_recorded").does_not_see("desk-minutes-until");
        });
    }
}

#[test]
fn who_does_not_come_to_the_hearing_stops_nothing() {
    each_db(|kind| {
        let (app, mut person, number) = accepted(kind, &answers::adult(), Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
        person
            .goes_to("/apply/objection")
            .ticks("objection-hearing")
            .presses("objection-send")
            .sees_state("preliminary_refusal");
        officer.takes(&number).follows("desk-appoint-title").fills("desk-hearing-place", "204").presses("desk-appoint");
        app.it_is("2026-06-19");
        officer.takes(&number).follows("desk-minutes-title").chooses("desk-hearing-outcome", "outcome-absent");
        officer.presses("desk-minutes").sees("outcome-absent");
        let mut supervisor = app.clerk(Supervisor, Kk);
        supervisor.confirms(&number, "refuse", "/refuse").sees("status-refused");
        person.sees_state("refused").sees("outcome-absent");
    });
}

#[test]
fn after_the_term_the_page_says_so_plainly() {
    each_db(|kind| {
        let (app, mut person, number) = accepted(kind, &answers::adult(), Ru);
        person.goes_to("/apply/objection").arrives_at("/track"); // nothing to object to
        let mut officer = app.clerk(Officer, Kk);
        officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
        person.goes_to("/apply/objection").fills("objection-text", "Too late");
        let late = person.would_send("objection-send");
        app.it_is("2026-06-18 00:01");
        person.submits(late);
        assert_eq!(person.status(), 422);
        person.sees("denied-term_over").sees_day("2026-06-17").sees("objection-over-then");
        person.goes_to("/track").does_not_see("objection-title").sees("objection-over-then");
        officer.takes(&number).sees("desk-no-objections");
    });
}

#[test]
fn the_same_objection_sent_twice_is_one() {
    each_db(|kind| {
        let (app, mut person, number) = accepted(kind, &answers::adult(), Ru);
        app.clerk(Officer, Kk).prepares_refusal(&number, "49.4", "Savings are not confirmed");
        person.goes_to("/apply/objection").fills("objection-text", "I do not agree");
        let sent = person.would_send("objection-send");
        person.submits(sent.clone()).submits(sent).sees("I do not agree");
        assert_eq!(person.page.text().matches("I do not agree").count(), 1);
    });
}

#[test]
fn an_exempt_person_never_sees_the_ground_of_solvency() {
    each_db(|kind| {
        let (app, _, number) = accepted(kind, &answers::professional(), Ru);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("move-prepare_refusal").sees("ground-49-9").does_not_see("ground-49-4");
        officer.does_not_see("ground-49-15").does_not_see("ground-49-13-2");
        // Nor does a form of one's own making help.
        officer.ticks_value("ground", "49.9");
        let mut sent = officer.would_send("desk-grounds-choose");
        sent.fields.retain(|(name, _)| name != "choose");
        for (name, value) in &mut sent.fields {
            if name == "ground" {
                "49.4".clone_into(value);
            }
        }
        officer.submits(sent);
        assert_eq!(officer.status(), 422);
        officer.sees("denied-ground_unusable");
    });
}

// --- at the store

fn staff(id: &str, role: &str) -> Actor {
    let text = str::to_owned;
    Actor::Staff { id: text(id), name: format!("{id} {role}"), role: text(role), unit: text("KZ75") }
}

fn proposal(item: &str) -> Proposal {
    let evidence = Evidence { ground: "49.9".to_owned(), item: item.to_owned(), shows: "x".to_owned() };
    Proposal { grounds: vec!["49.9".to_owned()], evidence: vec![evidence], reasons: "x".to_owned() }
}

fn prepare(case: &mut Application, item: &str, officer: Actor) -> Result<(), Denied> {
    let at = moment("2026-06-15 10:00");
    decision::prepare_refusal(case, proposal(item), officer, at, &Calendar::KAZAKHSTAN, &Default::default()).map(drop)
}

fn accepted_case() -> Application {
    let mut case = application(&answers::adult());
    case.status = Status::Accepted;
    case
}

#[test]
fn evidence_is_something_of_the_case_that_was_examined() {
    for item in ["", "paper-gone", "paper-parent_consent", "approval-bank", "approval-"] {
        assert_eq!(prepare(&mut accepted_case(), item, staff("1", "officer")), Err(Denied::NoEvidence), "{item}");
    }
    let mut case = accepted_case();
    let at = moment("2026-06-15 09:00");
    let letter = Letter { on: at.date_naive(), number: "1".to_owned() };
    approvals::ask(&mut case, Approver::Bank, letter, staff("1", "officer"), at, &Calendar::KAZAKHSTAN).unwrap();
    let asked_only = prepare(&mut case, "approval-bank", staff("1", "officer"));
    assert_eq!(asked_only, Err(Denied::NoEvidence), "what was not answered shows nothing");
    for item in ["paper-criminal_record", "step-history"] {
        assert_eq!(prepare(&mut accepted_case(), item, staff("1", "officer")), Ok(()), "{item}");
    }
}

#[test]
fn a_promotion_does_not_make_two_people_of_one() {
    let mut case = accepted_case();
    prepare(&mut case, "step-history", staff("1", "officer")).unwrap();
    let (at, own) = (moment("2026-06-22 10:00"), staff("1", "supervisor"));
    assert_eq!(decision::refuse(&mut case.clone(), own.clone(), at), Err(Denied::SamePerson));
    assert!(decision::refuse(&mut case, staff("2", "supervisor"), at).is_ok());
}

/// Two threads sign at once, many times: who prepared never succeeds, and one act is signed.
#[test]
fn preparer_and_supervisor_who_sign_at_once_make_one_act_of_the_supervisors() {
    each_db(|kind| {
        for round in 0..8 {
            let TestDatabase { db, .. } = &TestDatabase::on(kind);
            let mut case = accepted_case();
            prepare(&mut case, "step-history", staff("1", "supervisor")).unwrap();
            let stored = super::store::store(db, &case);
            let sign = |who: &str| {
                let actor = staff(who, "supervisor");
                db.write(|conn| {
                    applications::change(conn, &stored.id, None, |case, _| {
                        let event = decision::refuse(case, actor, moment("2026-06-22 10:00"))?;
                        Ok(Changed { value: (), event: Some(event) })
                    })
                })
            };
            let outcomes: Vec<_> = std::thread::scope(|scope| {
                let threads: Vec<_> = ["1", "2", "1", "3"].map(|who| scope.spawn(move || (who, sign(who)))).into();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            let signed: Vec<_> = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).collect();
            assert_eq!(signed.len(), 1, "round {round}: {outcomes:?}");
            assert_ne!(signed[0].0, "1");
            let own = outcomes.iter().filter(|(who, _)| *who == "1");
            for (_, outcome) in own {
                let denied = matches!(outcome, Err(StoreError::Denied(Denied::SamePerson | Denied::Move { .. })));
                assert!(denied, "{outcome:?}");
            }
        }
    });
}
