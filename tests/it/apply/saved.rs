//! Every save says when it was made, on the page that the person sees next; and nothing else says so.

use image::ImageFormat;
use ruqsat::demo::portrait::draw;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;

use super::on_the_page;
use crate::photograph::pictures::{PLAIN, encoded};
use crate::support::{Person, TestApp, answers, each_db, files};
use crate::zone::his;

/// The sentence, with this time in it.
fn sentence(person: &Person, time: &str) -> String {
    person.language.text_with("saved-at", &[("time", time.to_owned())].into_iter().collect())
}

#[track_caller]
fn says_once(person: &Person, time: &str) {
    let text = person.page.text();
    let said = (text.matches(&sentence(person, time)).count(), text.matches(sentence(person, "").trim()).count());
    assert_eq!(said, (1, 1), "{time} on {}: {text}", person.page.told());
}

#[track_caller]
fn says_nothing(person: &Person) {
    let text = person.page.text();
    assert!(!text.contains(sentence(person, "").trim()), "on {}: {text}", person.page.told());
}

#[test]
fn every_save_of_answers_says_when_it_was_made() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        says_once(&person, "10:00");
        person.goes_to("/apply/person");
        says_nothing(&person);
        // What is wrong is stored too.
        app.it_is("2026-06-10 10:01");
        person.fills("person-iin", "12 34").presses("save-and-continue");
        person.is_to_mend();
        says_once(&person, "10:01");
        // The page itself has said it; no other says it again.
        person.goes_to("/apply");
        says_nothing(&person);
        app.it_is("2026-06-10 10:02");
        person.goes_to("/apply/person").fills("person-iin", "").answers(&answers::adult().person);
        person.presses("save-and-continue");
        says_once(&person, "10:02");

        app.it_is("2026-06-10 10:03");
        person.goes_to("/apply/relatives/new").tells(&answers::adult().relatives[0]).presses("save-and-continue");
        says_once(&person, "10:03");
        app.it_is("2026-06-10 10:04");
        // Nobody said that the list is complete.
        person.presses("save-and-continue").is_to_mend();
        says_once(&person, "10:04");
        app.it_is("2026-06-10 10:05");
        person.follows("Ayşe Yılmaz").presses("remove-record").arrives_at("/apply/relatives");
        says_once(&person, "10:05");
        app.it_is("2026-06-10 10:06");
        person.ticks("relatives-none").presses("save-and-continue");
        says_once(&person, "10:06");

        app.it_is("2026-06-10 10:07");
        person.goes_to("/apply/contacts?then=check");
        person.answers(&answers::adult().contacts).presses("save-and-continue").arrives_at("/apply/check");
        says_once(&person, "10:07");
        // Nor does a page that is opened after it.
        person.goes_to("/apply/check");
        says_nothing(&person);
        app.it_is("2026-06-10 10:08");
        person.goes_to("/apply/contacts").presses(&Ru.text("language-own-name"));
        person.language = Ru;
        says_once(&person, "10:08");
    });
}

#[test]
fn every_save_of_papers_says_so_and_what_was_not_taken_does_not() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        app.it_is("2026-06-10 10:01");
        person.goes_to("/apply/documents/criminal_record").fills("paper-number", "7").presses("save-and-continue");
        // Its file is missing.
        person.is_to_mend();
        says_once(&person, "10:01");
        app.it_is("2026-06-10 10:02");
        person.brings(DocumentKind::Medical028u, &files::pdf("medical")).arrives_at("/apply/documents");
        says_once(&person, "10:02");
        app.it_is("2026-06-10 10:03");
        person.goes_to("/apply/documents/medical_028u").presses_to("/remove");
        says_once(&person, "10:03");
        // Only a file is asked, and it is none.
        person
            .goes_to("/apply/documents/housing")
            .attaches("papers-add", "a.txt", b"words")
            .presses("save-and-continue");
        assert_eq!(person.status(), 422);
        says_nothing(&person);

        app.it_is("2026-06-10 10:04");
        let picture = encoded(&draw(&PLAIN), ImageFormat::Jpeg);
        person.goes_to("/apply/photograph").attaches("photo-add", "me.jpg", &picture).presses("save-and-continue");
        says_once(&person, "10:04");
        person.attaches("photo-replace", "half.jpg", &picture[..picture.len() / 2]).presses("save-and-continue");
        assert_eq!(person.status(), 422);
        says_nothing(&person);
        app.it_is("2026-06-10 10:05");
        person.goes_to("/apply/photograph").presses("save-and-continue");
        says_once(&person, "10:05");

        app.it_is("2026-06-10 10:06");
        let [first, second] = his();
        person.goes_to("/apply/zone").fills("zone-line1", &first).fills("zone-line2", "U123").presses("zone-check");
        person.is_to_mend();
        says_once(&person, "10:06");
        app.it_is("2026-06-10 10:07");
        person.fills("zone-line2", &second).presses("zone-check").sees("zone-read");
        says_once(&person, "10:07");
    });
}

#[test]
fn lines_of_a_passport_are_saved_while_they_are_typed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        app.it_is("2026-06-10 10:01");
        let [first, _] = his();
        person.goes_to("/apply/zone").fills("zone-line1", &first).fills("zone-line2", "U123");
        assert!(person.page.response.text().contains("data-autosave="), "{}", person.page.told());
        let mut sent = person.would_send("zone-check");
        sent.multipart = false;
        sent.fields.push(("autosave".to_owned(), "yes".to_owned()));
        let answer = person.sends(person.request_of(&sent));
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(told["saved"], sentence(&person, "10:01"));
        // The script finds the box in which it keeps what it is told.
        person.puts("seen", told["seen"].as_str().unwrap());
        person.goes_to("/apply/zone");
        assert_eq!((person.finds_in("zone-line1"), person.finds_in("zone-line2")), (first, "U123".to_owned()));
    });
}

#[test]
fn making_a_link_and_taking_it_back_say_so() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        app.it_is("2026-06-10 10:01");
        person.goes_to("/apply/documents/housing/invite").presses("invite-make");
        assert_eq!(person.status(), 422);
        says_nothing(&person);
        person.invites();
        says_once(&person, "10:01");
        app.it_is("2026-06-10 10:02");
        person.presses_to("/revoke").sees("invite-standing-revoked");
        says_once(&person, "10:02");
    });
}

#[test]
fn the_office_is_told_too() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let number = app.person(Kk).applies(&answers::adult());
        app.clerk(Role::Operator, Kk).accepts(&number);
        let (mut officer, mut admin) = (app.clerk(Role::Officer, Ru), app.clerk(Role::Admin, Kk));
        officer.takes(&number);
        says_nothing(&officer);
        let case = officer.page.address.clone();
        app.it_is("2026-06-10 10:01");
        // What a person declares nobody else can say for them.
        officer.opens(&format!("{case}/correct/declaration"));
        assert_eq!(officer.status(), 404);
        officer.opens(&format!("{case}/correct/contacts")).presses("desk-correct-keep");
        assert_eq!(officer.status(), 422);
        says_nothing(&officer);
        officer.puts("reason", "By telephone").fills("contacts-phone", "+7 701 123 45 68").presses("desk-correct-keep");
        says_once(&officer, "10:01");
        app.it_is("2026-06-10 10:02");
        officer.goes_to("/desk?status=accepted").fills("queue-keep-name", "Mine").presses("queue-keep-do");
        says_once(&officer, "10:02");
        app.it_is("2026-06-10 10:03");
        officer.presses_to("/remove");
        says_once(&officer, "10:03");

        admin.goes_to("/admin/staff/officer.kz75/change").fills("admin-name", "Omarova A.").presses("admin-keep");
        says_once(&admin, "10:03");
        app.it_is("2026-06-10 10:04");
        admin.goes_to("/admin/staff").presses_to("/officer.kz75/disable");
        says_once(&admin, "10:04");
        app.it_is("2026-06-10 10:05");
        admin.presses_to("/officer.kz75/enable");
        says_once(&admin, "10:05");
        app.it_is("2026-06-10 10:06");
        admin.goes_to("/admin/reasons").puts("about", "step-fee").fills("reasons-kk", "kk").fills("reasons-ru", "ru");
        admin.presses("reasons-keep");
        says_once(&admin, "10:06");
        app.it_is("2026-06-10 10:07");
        app.employs(Role::Supervisor, "KZ75", Kk);
        admin.goes_to("/admin/stand-ins").chooses_holding("stand-in-absent", "supervisor KZ75");
        admin.chooses_holding("stand-in-deputy", "Omarova A.").presses("stand-in-make");
        assert_eq!(admin.status(), 422, "no day");
        says_nothing(&admin);
        admin.fills("stand-in-until", "2026-06-12").fills("stand-in-why", "Order 12").presses("stand-in-make");
        says_once(&admin, "10:07");
        app.it_is("2026-06-10 10:08");
        let off =
            format!("{}\n27.07 Test holiday", admin.goes_to("/admin/calendar?year=2026").finds_in("calendar-off"));
        admin.fills("calendar-off", &off).presses("calendar-preview");
        says_nothing(&admin);
        admin.presses("calendar-confirm").sees("calendar-kept");
        says_once(&admin, "10:08");
    });
}
