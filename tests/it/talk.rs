//! The conversation of applicant and office, with marks of what is new for each; notes that never leave the office.

use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::people::Role::{Auditor, Officer, Operator};

use super::support::{TestApp, answers, each_db};

#[test]
fn both_sides_write_and_see_what_is_new() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        person.goes_to("/track").follows("talk-title").sees("talk-nothing").presses("talk-send");
        assert_eq!(person.status(), 422);
        person.sees("denied-nothing_said").fills("talk-write", &"x".repeat(2_001)).presses("talk-send");
        assert_eq!(person.status(), 422);
        person.sees("denied-too_long");
        assert_eq!(person.finds_in("talk-write").len(), 2_001, "what was typed comes back");
        person.fills("talk-write", "<b>Когда</b> прийти?\nНа какой день?").presses("talk-send");
        person.arrives_at("/apply/messages").sees("talk-sent").sees("<b>Когда</b> прийти?");
        person.goes_to("/apply/messages").does_not_see("talk-sent");

        let mut auditor = app.clerk(Auditor, Ru);
        auditor.takes(&number).follows("talk-desk-title").sees("Когда").does_not_see("talk-note-keep");
        let mut officer = app.clerk(Officer, Ru);
        let new = officer.language.text("talk-desk-title");
        officer.takes(&number);
        assert!(officer.page.text().contains("1 новое сообщение"), "an auditor's look does not answer it");
        officer.follows(&new).sees("На какой день?").fills("talk-desk-write", "15 маусым, 10:00").presses("talk-send");
        officer.sees("15 маусым, 10:00").sees("officer KZ75");
        officer.takes(&number);
        assert!(!officer.page.text().contains("новое сообщение"));

        person.goes_to("/track");
        assert!(person.page.text().contains("1 жаңа хабар"));
        person.goes_to("/apply/messages").sees("15 маусым, 10:00").sees("unit-KZ75").does_not_see("officer KZ75");
        person.goes_to("/track");
        assert!(!person.page.text().contains("жаңа хабар"));

        // What has ended may still be read.
        person.goes_to("/apply/withdraw").presses_to("/apply/withdraw").goes_to("/apply/messages");
        person.sees("15 маусым, 10:00").sees("talk-closed").does_not_see("talk-send");
        let mut stranger = app.person(En);
        stranger.applies(&answers::adult());
        stranger.goes_to("/apply/messages").sees("talk-nothing").does_not_see("15 маусым");
    });
}

#[test]
fn notes_never_leave_the_office() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let number = person.applies(&answers::adult());
        let mut officer = app.clerk(Officer, Kk);
        officer
            .takes(&number)
            .follows("talk-desk-title")
            .fills("talk-note", "Compare with case 7")
            .presses("talk-note-keep");
        officer.sees("Compare with case 7");
        let mut operator = app.clerk(Operator, Ru);
        operator.takes(&number).follows("talk-desk-title").sees("Compare with case 7").sees("officer KZ75");
        for page in ["/track", "/apply", "/apply/messages", "/apply/opened", "/apply/receipt", "/apply/check"] {
            person.goes_to(page).does_not_see("Compare with case 7").does_not_see("event-noted");
        }
        let mut stranger = app.clerk_of(Officer, "KZ71", Ru);
        stranger.opens(&operator.page.address.clone());
        assert_eq!(stranger.status(), 404);
    });
}

#[test]
fn who_writes_too_often_is_asked_to_wait_and_loses_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.applies(&answers::adult());
        for nth in 0.. {
            person.goes_to("/apply/messages").fills("talk-write", &format!("two words {nth}")).presses("talk-send");
            if person.status() == 429 {
                let kept = person.page.boxes.iter().find(|one| one.name == "text").unwrap();
                assert_eq!(kept.value, format!("two words {nth}"));
                break;
            }
            assert!(nth < 20, "nobody was stopped");
        }
    });
}
