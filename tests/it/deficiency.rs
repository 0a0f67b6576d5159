//! The notice of deficiencies: exactly the named items open, with a date; the rest closed and intact; old beside new.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::Officer;

use ruqsat::store::applications;

use super::support::http::{Request, multipart};
use super::support::journeys::filed;
use super::support::{self, answers, each_db, files};

#[test]
fn a_mended_paper_stands_old_beside_new_and_nothing_else_was_touched() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let (app, mut person, number) = filed(kind, applicant_reads);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer.takes(&number).follows("move-return").remarks("paper-housing", "The second page is missing");
            officer
                .presses("desk-return")
                .sees("status-returned")
                .sees_day("2026-06-24")
                .does_not_see("desk-mend-over");
            person.goes_to("/track").sees_day("2026-06-24").sees("The second page is missing");
            // What a clerk remarked on is not done by having been filed once.
            person.goes_to("/apply").sees("progress-remarked").does_not_see("filing-remark-touched");
            for closed in ["/apply/person", "/apply/contacts", "/apply/documents/passport", "/apply/photograph"] {
                person.goes_to(closed);
                assert!(!person.is_at(closed), "{closed} was not returned");
            }

            app.it_is("2026-06-25"); // a day too late: both see it, nothing is lost
            officer.takes(&number).sees("desk-mend-over");
            person.goes_to("/apply/documents/housing").attaches("papers-add", "page 2.pdf", &files::pdf("page 2"));
            person.presses("save-and-continue").goes_to("/apply").sees("filing-remark-touched");
            person.does_not_see("progress-remarked").files().sees_state("submitted");
            officer.takes(&number).sees("event-resubmitted").follows("review-open").sees("review-changed");
            officer.follows("document-housing").sees("review-mended").sees("page 2.pdf");
            officer.follows("document-passport").does_not_see("review-mended");
            officer.follows("step-contacts").does_not_see("review-mended");
        });
    }
}

#[test]
fn what_was_not_returned_is_closed_to_forms_and_files_sent_by_hand_too() {
    each_db(|kind| {
        let (app, mut person, number) = filed(kind, Kk);
        app.clerk(Officer, Ru).takes(&number).follows("move-return").remarks("contacts", "x").presses("desk-return");
        let case = support::queued(&app.office.db, None, None).remove(0).place.id;
        let stored = || {
            let now = app.office.db.read(|conn| applications::load(conn, &case)).unwrap();
            (now.answers, now.papers)
        };
        let before = stored();
        person.goes_to("/apply/contacts");
        let token = person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        for (page, name, value) in
            [("person", "surname", "Бөтен"), ("children/new", "name", "Бөтен"), ("work", "complete", "")]
        {
            let sent = Request::form(&format!("/kk/apply/{page}"), &[field("csrf", &token), field(name, value)]);
            let answer = person.sends(sent);
            assert!((300..500).contains(&answer.status), "{page}: {}", answer.status);
        }
        for (page, chooser) in [("documents/passport", "files"), ("photograph", "picture")] {
            let file = [(chooser.to_owned(), "new.pdf".to_owned(), files::pdf("new"))];
            let sent = multipart(&format!("/kk/apply/{page}"), &[field("csrf", &token)], &file);
            let answer = person.sends(sent);
            assert!((300..500).contains(&answer.status), "{page}: {}", answer.status);
        }
        assert!(stored() == before, "something that was not returned has changed");
    });
}

#[test]
fn a_further_return_shows_what_was_asked_before_and_keeps_it() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let (app, mut person, number) = filed(kind, applicant_reads);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer
                .takes(&number)
                .follows("move-return")
                .does_not_see("desk-remarked")
                .does_not_see("desk-return-kept");
            officer.remarks("paper-housing", "The second page is missing").presses("desk-return");
            officer.follows("review-open").sees("desk-remarked");

            officer
                .takes(&number)
                .follows("desk-return-again-title")
                .sees("desk-return-again-title")
                .sees("desk-return-kept");
            officer.sees("desk-remarked").sees("The second page is missing");
            officer.remarks("contacts", "The phone is wrong").presses("desk-return-again").sees("status-returned");
            person.goes_to("/track").sees("The second page is missing").sees("The phone is wrong");
        });
    }
}

/// 180 days after the 10th of June 2026 no paper is young enough any more: a day after them is a slip.
#[test]
fn the_day_for_mending_is_neither_over_nor_far_away() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, _, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number).follows("move-return").sees_day("2026-12-07").remarks("contacts", "One digit");
            for (until, why) in [
                ("2126-06-24", "denied-too_far"),
                ("2026-12-08", "denied-too_far"),
                ("2026-06-10", "desk-day-to-mend"),
                ("31.02.2026", "desk-day-to-mend"),
            ] {
                officer.fills("desk-return-mend_until", until).presses("desk-return");
                assert_eq!(officer.status(), 422, "{until}");
                officer.sees_first(why);
                let kept = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
                assert_eq!(kept.value, "One digit", "what was typed stays");
            }
            officer.fills("desk-return-mend_until", "2026-12-07").presses("desk-return").sees("status-returned");
            officer.sees_day("2026-12-07");
        });
    }
}

#[test]
fn a_notice_without_a_remark_says_what_is_missing() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("move-return").presses("desk-return");
        assert_eq!(officer.status(), 422);
        officer.sees_first("desk-lacks-remarks");
        let long = "x".repeat(2_001);
        officer.puts("remark-step-contacts", &long).presses("desk-return");
        assert_eq!(officer.status(), 422);
        officer.sees_first("desk-remark-long");
        let kept = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(kept.value, long, "what was typed stays");
    });
}

/// What was sent stays as it was: after a correction and after a further filing a clerk reads each version, old beside new.
#[test]
fn each_version_that_was_sent_is_read_later_beside_what_became_of_it() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, mut person, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number);
            let case = officer.open_case();
            officer.goes_to(&format!("{case}/sent")).sees("document-housing").does_not_see("desk-sent-since");
            officer.goes_to(&format!("{case}/correct/contacts")).fills("contacts-phone", "+7 701 123 45 60");
            officer.puts("reason", "By telephone").presses("desk-correct-keep");
            // The history names the box, and the version stands beside what a clerk made of it.
            officer.sees("event-corrected").sees("contacts-phone").sees("By telephone");
            officer.goes_to(&format!("{case}/sent?no=1")).sees("desk-sent-since").sees("+7 701 123 45 60");
            officer.sees(&answers::adult().contacts.phone);

            officer.takes(&number).follows("move-return").remarks("contacts", "One digit").presses("desk-return");
            let mut mended = answers::adult().contacts;
            mended.phone = "+7 701 123 45 69".into();
            person.saves(&mended).goes_to("/apply/check").presses_to("/apply/submit");
            officer.goes_to(&format!("{case}/sent")).sees("desk-sent-before").does_not_see("desk-sent-since");
            officer.sees("+7 701 123 45 69").does_not_see("+7 701 123 45 60");
            officer.goes_to(&format!("{case}/sent?no=1")).does_not_see("+7 701 123 45 69");
            officer.does_not_see("desk-sent-before");
            // Whoever may not see the case sees none of its versions; and looking is written down.
            let mut stranger = app.clerk_of(Officer, "KZ71", reads);
            stranger.goes_to(&format!("{case}/sent"));
            assert_eq!(stranger.status(), 404);
            officer.goes_to(&format!("{case}/reads")).sees("officer KZ75");
        });
    }
}

#[test]
fn what_was_marked_and_sent_is_not_sent_again_with_the_next_return() {
    each_db(|kind| {
        let (app, _, number) = filed(kind, Kk);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "mend");
        officer.fills("review-note", "One digit is missing").presses("review-keep");
        officer.takes(&number).follows("move-return").presses("desk-return").sees("status-returned");
        officer.takes(&number).follows("desk-return-again-title").sees("One digit is missing");
        let written = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(written.value, "");
    });
}

#[test]
fn what_was_marked_to_be_mended_is_not_lost_for_want_of_words() {
    for clerk_reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, mut person, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, clerk_reads);
            for item in ["step-contacts", "document-housing"] {
                officer.takes(&number).follows("review-open").follows(item).ticks_value("verdict", "mend");
                officer.presses("review-keep");
            }
            officer.takes(&number).follows("move-return").sees("desk-marked").remarks("person", "The name is cut");
            officer.presses("desk-return");
            assert_eq!(officer.status(), 422);
            officer.sees("desk-marked-bare").sees("desk-marked-mend");
            // The error stands with its item, and leads to the box.
            let tree = &officer.page.tree;
            let told: Vec<String> = tree
                .all("details")
                .map(|id| tree.text(id))
                .filter(|told| told.contains(&officer.says("desk-marked-mend")))
                .collect();
            assert_eq!(told.len(), 2);
            for (told, item) in told.iter().zip(["step-contacts", "document-housing"]) {
                let (told, name) = (told.replace('\u{a0}', " "), officer.says(item).replace('\u{a0}', " "));
                assert!(told.starts_with(&name), "{told}");
            }
            assert!(tree.all("a").any(|id| tree.attribute(id, "href") == Some("#remark-step-contacts")));

            // With words one goes; the other is left out because the clerk says so.
            officer.remarks("contacts", "One digit is missing").ticks_value("left-out", "paper-housing");
            officer.presses("desk-return").sees("status-returned");
            person.goes_to("/track").sees("One digit is missing").sees("The name is cut");
            person.goes_to("/apply/documents/housing");
            assert!(!person.is_at("/apply/documents/housing"), "what was left out stays closed");
        });
    }
}

#[test]
fn whoever_sends_an_old_page_is_told_what_the_applicant_mended_meanwhile() {
    for clerk_reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, mut person, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, clerk_reads);
            officer.takes(&number).follows("move-return").remarks("contacts", "A digit is missing");
            officer.remarks("paper-housing", "The second page is missing");
            officer.presses("desk-return").does_not_see("event-mended");
            let sends_late = |officer: &mut super::support::Person, change: &mut dyn FnMut()| {
                officer.takes(&number).follows("desk-return-again-title").remarks("person", "The name is cut");
                let sent = officer.would_send("desk-return-again");
                change();
                officer.submits(sent);
                assert_eq!(officer.status(), 409);
                officer.sees("claim-changed-what").sees("event-mended");
            };
            let mut contacts = answers::adult().contacts;
            contacts.phone = "+7 701 123 45 69".into();
            sends_late(&mut officer, &mut || {
                person.saves(&contacts);
            });
            officer.sees("step-contacts").does_not_see("document-housing");
            // A moment later once more: one line of history, and the clerk is told all the same.
            contacts.phone = "+7 701 123 45 70".into();
            sends_late(&mut officer, &mut || {
                person.saves(&contacts);
            });
            officer.sees("step-contacts");
            sends_late(&mut officer, &mut || {
                person.goes_to("/apply/documents/housing").attaches("papers-add", "page 2.pdf", &files::pdf("page 2"));
                person.presses("save-and-continue");
            });
            officer.sees("document-housing");
            let case = support::queued(&app.office.db, None, None).remove(0).place.id;
            let history = app.office.db.read(|conn| applications::history(conn, &case)).unwrap();
            let mended = history.iter().filter(|event| event.kind == ruqsat::application::EventKind::Mended);
            assert_eq!(mended.count(), 2, "{history:?}");
            assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());

            // Both sides read it; what was not returned stays closed, and the state is the same.
            officer.takes(&number).sees("event-mended");
            person.sees_state("returned").sees("event-mended").sees("document-housing");
            person.goes_to("/apply/person");
            assert!(!person.is_at("/apply/person"), "{}", person.page.told());
        });
    }
}

#[test]
fn each_correction_tells_what_it_found_and_what_it_left() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, _, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number);
            let case = officer.open_case();
            let (first, second, third) = (answers::adult().contacts.phone, "+7 701 123 45 60", "+7 701 123 45 61");
            for phone in [second, third] {
                officer.goes_to(&format!("{case}/correct/contacts")).fills("contacts-phone", phone);
                officer.puts("reason", "By telephone").presses("desk-correct-keep").sees("event-corrected");
            }
            let (tree, label) = (&officer.page.tree, officer.says("contacts-phone").replace('\u{a0}', " "));
            let notes = tree.all("li").map(|id| tree.text(id).replace('\u{a0}', " "));
            let told: Vec<String> = notes.filter(|note| note.starts_with(&label)).collect();
            assert_eq!(told.len(), 2, "{told:?}");
            for (told, (old, new)) in told.iter().zip([(second, third), (&*first, second)]) {
                let places = [old, new].map(|phone| told.find(phone));
                assert!(places[0].is_some() && places[0] < places[1], "{old} → {new}: {told}");
            }
            // They stay with the case: what is in the chain stays for ever.
            let id = case.rsplit('/').next().unwrap();
            let events = app.office.db.read(|conn| applications::history(conn, id)).unwrap();
            assert!(!format!("{events:?}").contains("701 123"), "{events:?}");
            assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());
        });
    }
}

#[test]
fn a_correction_that_changes_no_answer_is_told_so_and_leaves_no_trace() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, _, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number);
            let case = officer.open_case();
            let id = case.rsplit('/').next().unwrap();
            let stored = || {
                let read =
                    app.office.db.read(|conn| Ok((applications::load(conn, id)?, applications::history(conn, id)?)));
                read.unwrap()
            };
            officer.goes_to(&format!("{case}/correct/contacts")).puts("reason", "By telephone");
            let before = stored();
            officer.presses("desk-correct-keep");
            assert_eq!(officer.status(), 422);
            officer.sees_first("desk-correct-same");
            assert!(stored() == before, "something was written");
            let reason = officer.page.boxes.iter().find(|one| one.name == "reason").unwrap();
            assert_eq!(reason.value, "By telephone", "what was typed stays");
            officer.fills("contacts-phone", "+7 701 123 45 60").presses("desk-correct-keep").sees("event-corrected");
        });
    }
}
