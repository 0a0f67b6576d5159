//! Two tabs of one application: box by box the later save wins, and what both changed is said.

use ruqsat::language::Language::{Kk, Ru};

use super::on_the_page;
use crate::support::{Person, TestApp, answers, each_db, files};

/// Two tabs in which the same saved step is open.
fn two_tabs(app: &TestApp) -> [Person; 2] {
    let (mut one, _, _) = on_the_page(app);
    one.answers(&answers::adult().person).presses("save-and-continue").goes_to("/apply/person");
    [one.clone(), one]
}

#[test]
fn each_tab_keeps_the_box_that_it_changed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let [mut one, mut two] = two_tabs(&app);
        one.fills("person-surname", "Бірінші").presses("save-and-continue");
        two.fills("person-birth_place", "Стамбул").presses("save-and-continue");
        two.goes_to("/apply/person");
        assert_eq!(two.finds_in("person-surname"), "Бірінші");
        assert_eq!(two.finds_in("person-birth_place"), "Стамбул");
    });
}

#[test]
fn a_box_that_both_changed_is_said() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let [mut one, mut two] = two_tabs(&app);
        one.fills("person-surname", "Бірінші").presses("save-and-continue");
        two.fills("person-surname", "Екінші").presses("save-and-continue").arrives_at("/apply/person");
        two.sees("changed-in-another-tab").sees("Бірінші");
        assert_eq!(two.finds_in("person-surname"), "Екінші");
        two.presses("save-and-continue").goes_to("/apply/person").does_not_see("changed-in-another-tab");
        assert_eq!(two.finds_in("person-surname"), "Екінші");
    });
}

#[test]
fn who_goes_on_in_another_language_is_told_too() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let [mut one, mut two] = two_tabs(&app);
        one.fills("person-surname", "Бірінші").presses("save-and-continue");
        two.fills("person-surname", "Екінші").presses(&Ru.text("language-own-name"));
        two.language = Ru;
        two.arrives_at("/apply/person").sees("changed-in-another-tab").sees("Бірінші");
    });
}

#[test]
fn two_tabs_add_two_records_and_a_form_sent_twice_adds_one() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut one, _, _) = on_the_page(&app);
        let mut two = one.clone();
        let mother = answers::adult().relatives.remove(0);
        one.goes_to("/apply/relatives/new").tells(&mother);
        two.goes_to("/apply/relatives/new").tells(&mother).fills("relatives-name", "Fatma Yılmaz");
        let mut again = one.clone();
        one.presses("save-and-continue");
        two.presses("save-and-continue");
        again.presses("save-and-continue").arrives_at("/apply/relatives");
        assert_eq!(again.page.text().matches("Ayşe Yılmaz").count(), 1);
        assert_eq!(again.page.text().matches("Fatma Yılmaz").count(), 1);
        again.follows("Fatma Yılmaz").presses("remove-record").arrives_at("/apply/relatives");
        again.sees("Ayşe Yılmaz").does_not_see("Fatma Yılmaz");
    });
}

#[test]
fn what_the_script_saves_is_merged_like_any_save() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation).saves(&answers::adult().contacts);
        person.goes_to("/apply/contacts");
        let mut other = person.clone();
        other.fills("contacts-street", "Абай").fills("contacts-house", "99").presses("save-and-continue");

        let mut sent = person.fills("contacts-street", "Достық").would_send("save-and-continue");
        sent.fields.push(("autosave".to_owned(), "yes".to_owned()));
        let answer = person.sends(person.request_of(&sent));
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(told["saved"], "Сақталды, сағат 10:00");
        let changed = told["changed"].as_str().unwrap_or_default();
        assert!(changed.contains("Абай") && !changed.contains("99"), "{told}");
        // The page still shows the old house; with the new fingerprint it is still not taken for a change.
        person.puts("seen", told["seen"].as_str().unwrap()).presses("save-and-continue");
        person.goes_to("/apply/contacts");
        assert_eq!(
            (person.finds_in("contacts-street"), person.finds_in("contacts-house")),
            ("Достық".into(), "99".into())
        );
    });
}

#[test]
fn the_script_saves_what_is_typed_about_a_paper_and_none_of_its_files() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation).goes_to("/apply/documents/criminal_record");
        let mut other = person.clone();
        other.fills("paper-number", "1").fills("paper-issuer", "IIM").presses("save-and-continue");

        let mut sent = person.fills("paper-number", "77").would_send("save-and-continue");
        sent.multipart = false;
        sent.fields.push(("autosave".to_owned(), "yes".to_owned()));
        let answer = person.sends(person.request_of(&sent));
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(told["saved"], "Сақталды, сағат 10:00");
        assert!(told["changed"].as_str().is_some_and(|changed| changed.ends_with(": 1")), "{told}");
        person.puts("seen", told["seen"].as_str().unwrap()).attaches("papers-add", "a.pdf", &files::pdf("a"));
        person.presses("save-and-continue").goes_to("/apply/documents/criminal_record").sees("a.pdf");
        assert_eq!((person.finds_in("paper-number"), person.finds_in("paper-issuer")), ("77".into(), "IIM".into()));
    });
}

#[test]
fn what_is_filed_from_an_old_page_says_first_that_it_has_changed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut one, _, _) = on_the_page(&app);
        one.answers_everything(&answers::adult()).brings_everything().goes_to("/apply/check");
        let mut two = one.clone();
        two.goes_to("/apply/contacts").fills("contacts-street", "Сәтбаев көшесі").presses("save-and-continue");
        one.presses("move-submit");
        assert_eq!(one.status(), 409, "{}", one.page.told());
        one.sees_first("check-changed");
    });
}
