//! Several clerks and one case, in a real browser: taken, in the way of a colleague, handed over; a stand-in; cases that
//! belong together; the conversation, and notes inside the office; who looked; the numbers. Once in each language of the
//! office, the colleague on the counter's tablet.
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::Role::{Officer, Supervisor};

use crate::house::app::UNIT;
use crate::house::{Kind, TestApp, answers};
use crate::visitor::Visitor;

/// Somebody of the office at a screen of this width.
fn clerk(app: &TestApp, name: &str, language: Language, width: u32) -> Visitor {
    let visitor = Visitor::new(app, language, width, false);
    app.employs_as(name, Officer, language);
    visitor.signs_in(name);
    visitor
}

fn share_a_case(language: Language, applicant_reads: Language) {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(applicant_reads);
    let (number, code) = person.begins();
    person.answers_everything(&answers::adult()).brings_everything().files();
    let again = app.person(applicant_reads).applies(&answers::adult());

    let anna = clerk(&app, "anna", language, 1280);
    anna.takes(&number);
    // The same person applied twice.
    anna.sees("related-title");
    anna.sees(&again);
    anna.sees("related-passport");
    anna.presses("claim-take");
    anna.sees("claim-give-back");

    let berik = clerk(&app, "berik", language, 360);
    berik.takes(&number);
    berik.sees("anna");
    berik.presses("move-return");
    let step = berik.says("step-contacts");
    berik.browser.click(&step); // unfolds it
    let box_of_contacts = format!("{}: {step}", berik.says("desk-remark"));
    berik.browser.fill(&box_of_contacts, "One digit is missing");
    berik.presses("desk-return");
    berik.sees("failure-held.title");
    berik.sees("anna");
    assert!(berik.browser.content_width() <= 360, "nothing to scroll sideways");
    berik.presses("desk-changed-again");
    berik.browser.click(&step);
    assert_eq!(berik.browser.value(&box_of_contacts), "One digit is missing");

    // The supervisor says why, and arranges who stands in.
    let head = Visitor::new(&app, language, 1920, false);
    head.works_as(&app, Supervisor);
    head.takes(&number);
    head.presses("claim-hand-over");
    let as_officer = |name: &str| format!("{name}, {}", head.says("staff-role-officer"));
    head.browser.choose(&head.says("claim-to"), &as_officer("berik"));
    head.fills("claim-reason", "Anna is ill");
    head.presses("claim-hand");
    head.sees("Anna is ill");
    head.presses("stand-in-title");
    let supervisor = format!("supervisor {UNIT}, {}", head.says("staff-role-supervisor"));
    head.browser.choose(&head.says("stand-in-absent"), &supervisor);
    head.browser.choose(&head.says("stand-in-deputy"), &as_officer("anna"));
    head.browser.fill_date(&head.says("stand-in-until"), (12, 6, 2026));
    head.fills("stand-in-why", "Order 12");
    head.presses("stand-in-make");
    head.sees("stand-in-end");
    anna.opens("/desk");
    anna.sees("claim-all-title"); // a supervisor's room

    // The conversation.
    let applicant = Visitor::new(&app, applicant_reads, 360, false);
    applicant.opens("/open");
    applicant.fills("open-number", &number);
    applicant.fills("open-code", &code);
    applicant.presses("open-do");
    applicant.arrives_at("/track"); // what is filed opens where it stands
    applicant.presses("talk-title");
    applicant.fills("talk-write", "On which day?");
    applicant.presses("talk-send");
    berik.takes(&number);
    berik.sees("claim-yours");
    berik.presses("talk-desk-title");
    berik.sees("On which day?");
    berik.fills("talk-desk-write", "On Friday");
    berik.presses("talk-send");

    // A note for colleagues: another clerk reads it, the applicant does not.
    let note = "The bank was telephoned";
    berik.fills("talk-note", note);
    berik.presses("talk-note-keep");
    berik.sees(note);
    anna.takes(&number);
    anna.sees("event-noted");
    anna.presses("talk-desk-title");
    anna.sees(note);
    applicant.opens("/apply/messages");
    applicant.sees("On Friday");
    for page in ["/apply/messages", "/track"] {
        applicant.opens(page);
        assert!(!applicant.browser.has(note), "{}", applicant.browser.text());
    }

    // Who looked, by role and unit and never by name.
    applicant.opens("/apply/opened");
    applicant.sees("event-opened");
    let looked = format!("{}, {}", applicant.says("track-role-officer"), applicant.says(&format!("unit-{UNIT}")));
    assert!(applicant.browser.has(&looked), "{}", applicant.browser.text());
    for name in ["anna", "berik"] {
        assert!(!applicant.browser.has(name), "{}", applicant.browser.text());
    }

    // All cases of a colleague go to another; and the head looks at the numbers.
    head.opens("/desk/hand-over");
    head.browser.choose(&head.says("claim-from"), &format!("{} (1)", as_officer("berik")));
    head.browser.choose(&head.says("claim-to"), &as_officer("anna"));
    head.fills("claim-reason", "Berik is on leave");
    head.presses("claim-hand");
    anna.takes(&number);
    anna.sees("claim-yours");
    anna.sees("Berik is on leave");
    head.opens("/desk/numbers");
    for part in ["numbers-filed", "numbers-by-month", "numbers-ages", "numbers-by-route", "numbers-by-ground"] {
        head.sees(part);
    }
    assert!(head.browser.content_width() <= 1920, "nothing to scroll sideways");
}

#[test]
fn clerks_share_a_case_in_kazakh() {
    share_a_case(Kk, Ru);
}

#[test]
fn clerks_share_a_case_in_russian() {
    share_a_case(Ru, Kk);
}
