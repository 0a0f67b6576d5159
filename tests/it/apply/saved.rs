//! Every save says when it was made, on the page that the person sees next; and nothing else says so.

use image::ImageFormat;
use ruqsat::demo::portrait::draw;
use ruqsat::language::Language::Ru;
use ruqsat::law::DocumentKind;

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
        let (mut person, _, _) = on_the_page(&app);
        says_once(&person, "10:00");
        // What is wrong is stored too.
        app.it_is("2026-06-10 10:01");
        person.fills("person-iin", "12 34").presses("save-and-continue");
        assert_eq!(person.status(), 422);
        says_once(&person, "10:01");
        person.goes_to("/apply");
        says_once(&person, "10:01");
        app.it_is("2026-06-10 10:02");
        person.goes_to("/apply/person").fills("person-iin", "").answers(&answers::adult().person);
        person.presses("save-and-continue");
        says_once(&person, "10:02");

        app.it_is("2026-06-10 10:03");
        person.goes_to("/apply/relatives/new").tells(&answers::adult().relatives[0]).presses("save-and-continue");
        says_once(&person, "10:03");
        app.it_is("2026-06-10 10:04");
        person.presses("save-and-continue");
        assert_eq!(person.status(), 422, "nobody said that the list is complete");
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
        assert_eq!(person.status(), 422, "its file is missing");
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
        assert_eq!(person.status(), 422);
        says_once(&person, "10:06");
        app.it_is("2026-06-10 10:07");
        person.fills("zone-line2", &second).presses("zone-check").sees("zone-read");
        says_once(&person, "10:07");
    });
}
