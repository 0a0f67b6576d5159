//! The desk in a real browser: the counter, what is to be mended, approvals with a reminder, a refusal with objection and
//! hearing, the calendar. The applicant has a narrow window in one language, the office a tablet or a desk in the other.
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::Role::{Admin, Officer, Operator, Supervisor};

use crate::house::{Kind, Person, TestApp, answers};
use crate::visitor::Visitor;

/// An office with a filed application, whose owner sits before a browser.
struct Desk {
    app: TestApp,
    number: String,
    person: Visitor,
    office: Visitor,
    operator: String,
    officer: String,
    supervisor: String,
}

impl Desk {
    fn opens(applicant_reads: Language, clerks_read: Language, javascript: bool, width: u32) -> Self {
        let app = TestApp::on(Kind::Sqlite);
        let mut owner: Person = app.person(applicant_reads);
        let number = owner.applies(&answers::adult());
        let person = Visitor::new(&app, applicant_reads, 360, javascript);
        person.opens("/open");
        person.browser.holds(&owner.cookies, &format!("http://{}", app.address));
        let office = Visitor::new(&app, clerks_read, width, javascript);
        let employs = |role| app.employs(role, crate::house::app::UNIT, clerks_read).login;
        let (operator, officer, supervisor) = (employs(Operator), employs(Officer), employs(Supervisor));
        Self { app, number, person, office, operator, officer, supervisor }
    }

    /// On a day, somebody of the staff takes the case.
    #[track_caller]
    fn on(&self, day: &str, login: &str) {
        self.app.it_is(day);
        self.office.opens("/desk");
        if self.office.place() == "/desk" {
            self.office.signs_out();
        }
        self.office.signs_in(login);
        self.office.takes(&self.number);
    }

    #[track_caller]
    fn tracks(&self) {
        self.person.opens("/track");
    }

    /// What both sides read: a day in the words of each.
    #[track_caller]
    fn both_see_day(&self, day: &str) {
        let day = crate::house::day(day);
        for side in [&self.person, &self.office] {
            side.sees(&side.language.date(day));
        }
    }

    fn case(&self) -> String {
        self.office.takes(&self.number);
        self.office.place()
    }
}

fn four(journey: impl Fn(Desk)) {
    for (applicant_reads, clerks_read, javascript) in [(Kk, Ru, false), (Ru, Kk, true)] {
        journey(Desk::opens(applicant_reads, clerks_read, javascript, 1280));
    }
}

#[test]
fn the_counter_ticks_each_original_and_both_see_the_same_days() {
    for (applicant_reads, clerks_read) in [(Kk, Ru), (Ru, Kk)] {
        // The counter has a tablet.
        let desk = Desk::opens(applicant_reads, clerks_read, false, 360);
        // Somebody came without a paper: the receipt names it.
        let mut incomplete = answers::professional();
        incomplete.contacts.letters_in = answers::is(clerks_read.code());
        let other = desk.app.person(applicant_reads).applies(&incomplete);
        desk.on("2026-06-12", &desk.operator);
        desk.office.takes(&other);
        desk.office.presses("move-refuse_acceptance");
        desk.office.chooses("document-housing", "fault-missing");
        desk.office.presses("desk-refuse-acceptance");
        assert!(desk.office.browser.current_path().ends_with("/refused-acceptance"), "{}", desk.office.browser.text());
        desk.office.sees("document-housing");
        desk.office.sees("fault-missing");
        desk.on("2026-06-12 18:45", &desk.operator); // Friday, after hours
        desk.office.presses("move-accept");
        desk.office.sees("desk-next-day");
        desk.office.presses("desk-accept");
        desk.office.sees("desk-original-missing");
        desk.office.browser.tick_all(&desk.office.says("desk-originals"));
        desk.office.presses("desk-accept");
        assert!(desk.office.browser.current_path().ends_with("/talon"), "{}", desk.office.browser.text());
        assert!(desk.office.browser.has("KZ75-2026-000001") && desk.office.browser.has("18:45"));
        desk.case();
        desk.tracks();
        desk.both_see_day("2026-06-15");
        desk.both_see_day("2026-07-30");
    }
}

#[test]
fn what_was_mended_stands_beside_what_was_there() {
    four(|desk| {
        desk.on("2026-06-11", &desk.officer);
        desk.office.returns(&desk.number, "contacts", "Phone: one digit is missing");
        desk.tracks();
        desk.both_see_day("2026-06-25"); // ten working days
        desk.person.sees("Phone: one digit is missing");
        desk.person.corrects_contacts("Phone: one digit is missing", "+7 701 123 45 68");
        desk.office.takes(&desk.number);
        desk.office.presses("review-open");
        desk.office.presses("step-contacts");
        desk.office.sees("review-mended");
        desk.office.sees("review-old");
        desk.office.sees("+7 701 123 45 68");
    });
}

fn accepted(desk: &Desk) {
    desk.on("2026-06-12", &desk.operator);
    desk.office.accepts(&desk.number);
}

#[test]
fn who_does_not_answer_is_reminded() {
    four(|desk| {
        accepted(&desk);
        desk.on("2026-06-15", &desk.officer);
        desk.office.presses("desk-ask-title");
        desk.office.chooses("desk-approver", "approver-national_security");
        desk.office.fills("desk-approval-outgoing_number", "12-34");
        desk.office.presses("desk-record");
        desk.on("2026-06-29", &desk.officer);
        desk.office.sees("desk-to-remind");
        desk.office.presses("reminders-title");
        desk.office.sees(&desk.number);
        desk.office.presses("desk-remind-title"); // who is reminded stands chosen
        desk.office.fills("desk-approval-outgoing_number", "77-R");
        desk.office.presses("desk-record");
        desk.office.sees("77-R");
        desk.office.opens("/desk/reminders");
        desk.office.sees("reminders-none");
    });
}

#[test]
fn a_refusal_is_objected_to_and_heard() {
    four(|desk| {
        accepted(&desk);
        desk.on("2026-06-15", &desk.officer);
        desk.office.presses("move-prepare_refusal");
        desk.office.ticks_ground("49.4");
        desk.office.presses("desk-grounds-choose");
        desk.office.chooses("desk-rests-on", "step-solvency");
        desk.office.fills("desk-rests-shows", "The sum is too small");
        desk.office.fills("desk-reasons", "Savings are not confirmed");
        desk.office.presses("desk-prepare");
        desk.office.sees("status-preliminary_refusal");
        desk.tracks();
        desk.both_see_day("2026-06-17");
        desk.both_see_day("2026-06-19");
        desk.person.sees("The sum is too small");
        desk.person.presses("objection-title");
        desk.person.fills("objection-text", "My savings are with another bank");
        desk.person.browser.tick(&desk.person.says("objection-hearing"));
        desk.person.presses("objection-send");
        desk.person.sees("My savings are with another bank");

        desk.on("2026-06-16", &desk.officer);
        desk.office.sees("My savings are with another bank");
        desk.office.presses("desk-appoint-title");
        desk.office.fills("desk-hearing-place", "Room 204");
        desk.office.presses("desk-appoint");
        desk.tracks();
        desk.both_see_day("2026-06-18");
        desk.person.sees("Room 204");

        desk.on("2026-06-19", &desk.supervisor);
        desk.office.presses("move-refuse");
        desk.office.sees("denied-hearing_waits");
        assert!(!desk.office.browser.has(&desk.office.says("desk-refuse-button")));
        desk.office.presses("desk-way-prepared");
        desk.office.sees("desk-hearing");
        desk.on("2026-06-19 11:00", &desk.officer);
        desk.office.presses("desk-minutes-title");
        desk.office.chooses("desk-hearing-outcome", "outcome-held");
        desk.office.fills("desk-minutes-text", "A statement of another bank was shown");
        desk.office.presses("desk-minutes");
        desk.tracks();
        desk.person.presses("minutes-remarks-title");
        desk.person.fills("minutes-remarks-text", "It was of two banks");
        desk.person.presses("minutes-remarks-send");
        desk.person.sees("It was of two banks");
        desk.on("2026-06-19 12:00", &desk.supervisor);
        desk.office.sees("It was of two banks");
        desk.office.presses("move-refuse");
        desk.office.presses("desk-refuse-button");
        desk.office.sees("status-refused");
        desk.tracks();
        desk.person.sees("status-refused");
        desk.person.sees("A statement of another bank was shown");
        desk.both_see_day("2026-09-19");
    });
}

#[test]
fn the_calendar_shows_what_it_does_before_it_is_kept() {
    four(|desk| {
        accepted(&desk);
        let admin = desk.app.employs(Admin, crate::house::app::UNIT, desk.office.language).login;
        desk.office.opens("/desk");
        desk.office.signs_out();
        desk.office.opens("/desk/sign-in");
        desk.office.fills("desk-login", &admin);
        desk.office.fills("desk-password", crate::house::app::PASSWORD);
        desk.office.presses("desk-sign-in");
        desk.office.opens("/admin/calendar?year=2026");
        let off = desk.office.browser.value(&desk.office.says("calendar-off"));
        desk.office.fills("calendar-off", &format!("{off}\n27.07 Test holiday"));
        desk.office.presses("calendar-preview");
        desk.office.sees(&desk.number);
        desk.office.sees(&desk.office.language.date(crate::house::day("2026-07-28")));
        desk.office.presses("calendar-confirm");
        desk.office.sees("calendar-kept");
        desk.tracks();
        desk.person.sees(&desk.person.language.date(crate::house::day("2026-07-28")));
    });
}

impl Visitor {
    /// Ticks the ground of a code.
    #[track_caller]
    fn ticks_ground(&self, code: &str) {
        let words = self.says(&format!("ground-{}", code.replace('.', "-")));
        self.browser.tick(&format!("{code} {words}"));
    }
}
