//! The notice of deficiencies: exactly the named items open, with a date; the rest closed and intact; old beside new.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::Officer;

use ruqsat::store::applications;

use super::support::http::{Request, multipart};
use super::support::{self, TestApp, answers, each_db, files};

#[test]
fn a_mended_paper_stands_old_beside_new_and_nothing_else_was_touched() {
    for (applicant_reads, clerk_reads) in [(Kk, Ru), (Ru, Kk)] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let mut person = app.person(applicant_reads);
            let number = person.applies(&answers::adult());
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
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
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
            let app = TestApp::on(kind);
            let mut person = app.person(applicant_reads);
            let number = person.applies(&answers::adult());
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

#[test]
fn what_was_marked_and_sent_is_not_sent_again_with_the_next_return() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "mend");
        officer.fills("review-note", "One digit is missing").presses("review-keep");
        officer.takes(&number).follows("move-return").presses("desk-return").sees("status-returned");
        officer.takes(&number).follows("desk-return-again-title").sees("One digit is missing");
        let written = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(written.value, "");
    });
}
