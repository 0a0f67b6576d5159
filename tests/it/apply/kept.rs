//! Whatever goes wrong, what was typed is there: on the page, or one click away.

use ruqsat::language::Language::{Kk, Ru};

use super::on_the_page;
use crate::support::http::Request;
use crate::support::{TestApp, answers, each_db};

#[test]
fn what_is_wrong_comes_back_as_it_was_typed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.fills("person-surname", "Smith <b>\"&").fills("person-former_name_until", "31.02.2020");
        person.fills("person-iin", "12 34").presses("save-and-continue").arrives_at("/apply/person");
        assert_eq!(person.status(), 422);
        person.sees("error-cyrillic_name").sees("error-date").sees("error-required");
        let stays = |person: &crate::support::Person| {
            assert_eq!(person.finds_in("person-surname"), "Smith <b>\"&");
            assert_eq!(person.finds_in("person-former_name_until"), "31.02.2020");
            assert_eq!(person.finds_in("person-iin"), "12 34");
        };
        stays(&person);
        person.goes_to("/apply/person"); // another day, another computer
        stays(&person);
        person.goes_to("/apply").sees("progress-to_mend");
    });
}

#[test]
fn each_error_leads_to_its_box() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.presses("save-and-continue");
        let tree = &person.page.tree;
        let ids: Vec<&str> = (0..tree.nodes.len()).filter_map(|id| tree.attribute(id, "id")).collect();
        let links: Vec<&str> = tree.all("a").filter_map(|id| tree.attribute(id, "href")?.strip_prefix('#')).collect();
        assert!(links.len() > 5, "{links:?}");
        for link in links {
            assert!(ids.contains(&link), "no element {link} on {}", person.page.told());
        }
        let described = (0..tree.nodes.len()).filter_map(|id| tree.attribute(id, "aria-describedby"));
        for id in described.flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "aria-describedby names {id}");
        }
    });
}

#[test]
fn a_stale_token_gives_everything_back_one_click_away() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person
            .fills("person-surname", "Йылмаз")
            .chooses("person-sex", "sex-male")
            .fills("person-birth_place", "Анкара");
        person.puts("csrf", "0123").presses("save-and-continue");
        assert_eq!(person.status(), 403);
        person.sees("failure-stale_form.title").presses("failure-send-again");
        person.goes_to("/apply/person");
        assert_eq!(person.finds_in("person-surname"), "Йылмаз");
        assert_eq!(person.finds_in("person-sex"), "male");
        assert_eq!(person.finds_in("person-birth_place"), "Анкара");
    });
}

#[test]
fn a_form_from_another_site_is_not_taken() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let sent = person.fills("person-surname", "Бөтен").would_send("save-and-continue");
        for (name, value) in [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null")]
        {
            let answer = person.clone().sends(person.request_of(&sent).with(name, value));
            assert_eq!((answer.status, answer.header("x-failure")), (403, Some("stale_form")), "{name}: {value}");
        }
        person.goes_to("/apply/person");
        assert_eq!(person.finds_in("person-surname"), "");
    });
}

#[test]
fn a_lost_key_is_found_by_number_and_code_in_the_same_form() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, number, code) = on_the_page(&app);
        person.fills("person-surname", "Йылмаз").fills("person-birth_place", "Анкара");
        app.it_is("2026-07-20"); // the key has run out, the browser does not know
        person.presses("save-and-continue");
        assert_eq!(person.status(), 403);
        person.sees("failure-key_gone.title").fills("open-number", &number).fills("open-code", "0000-0000-0000-0000");
        person.presses("failure-send-again");
        assert_eq!(person.status(), 403, "a wrong code opens nothing, and the text is still there");
        person.fills("open-number", &number).fills("open-code", &code).presses("failure-send-again");
        person.goes_to("/apply/person");
        assert_eq!(person.status(), 200, "the key is renewed");
        assert_eq!(person.finds_in("person-surname"), "Йылмаз");
        assert_eq!(person.finds_in("person-birth_place"), "Анкара");
    });
}

#[test]
fn a_cookie_that_is_gone_loses_nothing_either() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, number, code) = on_the_page(&app);
        let mut record = person.clone();
        record.goes_to("/apply/relatives/new").tells(&answers::adult().relatives[0]).loses("ruqsat_key");
        record.presses("save-and-continue").fills("open-number", &number).fills("open-code", &code);
        record.presses("failure-send-again");
        person.goes_to("/apply/relatives").sees("Ayşe Yılmaz");
    });
}

#[test]
fn switching_the_language_takes_along_what_was_typed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.fills("person-surname", "Йылмаз").fills("person-former_name_until", "31.02.2020");
        person.chooses("person-birth_country", "country-TUR");
        let russian = Ru.text("language-own-name");
        person.presses(&russian);
        person.language = Ru;
        person.arrives_at("/apply/person").sees("step-person");
        assert_eq!(person.finds_in("person-surname"), "Йылмаз");
        assert_eq!(person.finds_in("person-former_name_until"), "31.02.2020");
        assert_eq!(person.finds_in("person-birth_country"), "TUR");
        let kazakh = Kk.text("language-own-name");
        person.fills("person-birth_place", "Анкара").presses(&kazakh);
        person.language = Kk;
        person.arrives_at("/apply/person");
        assert_eq!(person.finds_in("person-birth_place"), "Анкара");
        assert_eq!(person.finds_in("person-surname"), "Йылмаз");
    });
}

#[test]
fn switching_the_language_of_a_new_record_keeps_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.goes_to("/apply/relatives/new").tells(&answers::adult().relatives[0]);
        person.presses(&Ru.text("language-own-name"));
        person.language = Ru;
        assert_eq!(person.finds_in("relatives-name"), "Ayşe Yılmaz");
        person.presses("save-and-continue").arrives_at("/apply/relatives");
        assert_eq!(person.page.text().matches("Ayşe Yılmaz").count(), 1, "one record, not two");
    });
}

#[test]
fn a_database_that_fails_gives_the_page_back() {
    // SQLite only: its file can be taken away under the running office.
    let app = TestApp::on(crate::support::Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    person.fills("person-surname", "Йылмаз");
    let sent = person.would_send("save-and-continue");
    let held = app.office.db.clone();
    let answer = std::thread::scope(|scope| {
        let (tell, told) = std::sync::mpsc::channel();
        let (done, wait) = std::sync::mpsc::channel::<()>();
        scope.spawn(move || {
            held.write(|_| {
                tell.send(()).unwrap();
                let _ = wait.recv(); // the only writer, held by somebody for longer than a request waits
                Ok(())
            })
        });
        told.recv().unwrap();
        let answer = person.clone().sends(person.request_of(&sent));
        done.send(()).unwrap();
        answer
    });
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("Йылмаз"), "what was typed is on the page");
    person.submits(sent).goes_to("/apply/person");
    assert_eq!(person.finds_in("person-surname"), "Йылмаз");
}

#[test]
fn answers_before_the_application_come_along() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.goes_to("/need").answers(&answers::professional().situation);
        let button = person.page.button_to("/need").unwrap();
        let sent = person.page.pressed(button);
        person.submits(sent).sees("document-sectoral_petition");
        person.presses_to("/start");
        assert_eq!(person.status(), 200, "{}", person.page.told());
        person.goes_to("/apply/situation");
        assert_eq!(person.finds_in("situation-born_on"), "8.3.1985");
        assert_eq!(person.finds_in("situation-citizenship"), "IND");
        person.goes_to("/apply").sees("progress-done");
    });
}

#[test]
fn a_closed_application_says_so_and_changes_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let mut old_tab = person.clone();
        person.answers_everything(&answers::adult()).brings_everything().files();
        old_tab.fills("person-surname", "Басқа").presses("save-and-continue");
        assert_eq!(old_tab.status(), 409);
        old_tab.sees("denied-closed");
        person.goes_to("/apply/check").sees("Йылмаз").does_not_see("Басқа");
        person.asks(Request::get("/kk/apply")).arrives_at("/track");
    });
}
