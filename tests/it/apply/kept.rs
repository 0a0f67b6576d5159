//! Whatever goes wrong, what was typed is there: on the page, or one click away.

use ruqsat::language::Language::{Kk, Ru};

use super::on_the_page;
use crate::support::http::Request;
use crate::support::{Person, TestApp, answers, each_db, files};

#[test]
fn what_is_wrong_comes_back_as_it_was_typed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.fills("person-surname", "Smith <b>\"&").fills("person-former_name_until", "31.02.2020");
        person.fills("person-iin", "12 34").presses("save-and-continue").arrives_at("/apply/person");
        assert!(person.page.complaints().len() > 5, "{}", person.page.told());
        let named = format!("{}: {}", person.says("person-surname"), person.says("error-cyrillic_name"));
        assert!(person.page.complaints().contains(&named), "{:?}", person.page.complaints());
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
fn another_language_tells_of_mistakes_only_where_the_page_did() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let [kazakh, russian] = [Kk, Ru].map(|language| language.text("language-own-name"));
        let mut record = person.clone();
        person.fills("person-surname", "Йылмаз").presses(&russian);
        person.language = Ru;
        assert_eq!((person.page.complaints(), person.finds_in("person-surname")), (vec![], "Йылмаз".to_owned()));
        person.presses("save-and-continue");
        assert!(!person.page.complaints().is_empty());
        person.presses(&kazakh);
        person.language = Kk;
        assert!(!person.page.complaints().is_empty(), "{}", person.page.told());

        record.goes_to("/apply/relatives/new").fills("relatives-name", "Ayşe Yılmaz").presses(&russian);
        assert_eq!(record.page.complaints(), Vec::<String>::new());
        record.goes_to("/apply/documents/criminal_record").fills("paper-number", "77-A").presses(&russian);
        assert_eq!(record.page.complaints(), Vec::<String>::new());
        record.language = Ru;
        assert_eq!(record.finds_in("paper-number"), "77-A");
    });
}

#[test]
fn the_way_back_to_the_list_takes_along_what_was_typed() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.fills("person-surname", "Йылмаз").fills("person-iin", "12 34").presses("to-task-list");
        person.arrives_at("/apply").sees("progress-to_mend").goes_to("/apply/person");
        assert_eq!(person.finds_in("person-surname"), "Йылмаз");
        assert_eq!(person.finds_in("person-iin"), "12 34");
        assert!(!person.page.complaints().is_empty());

        person.goes_to("/apply/relatives/new").fills("relatives-name", "Ayşe Yılmaz").presses("step-relatives");
        person.arrives_at("/apply/relatives").sees("Ayşe Yılmaz");

        person.goes_to("/apply/documents/criminal_record").fills("paper-number", "77-A");
        person.attaches("papers-add", "record.pdf", &files::pdf("record")).presses("papers-to-list");
        person.arrives_at("/apply/documents").goes_to("/apply/documents/criminal_record").sees("record.pdf");
        assert_eq!(person.finds_in("paper-number"), "77-A");
    });
}

#[test]
fn who_only_passes_through_a_page_has_begun_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let russian = Ru.text("language-own-name");
        let begun = |person: &Person| {
            person.page.tree.all("span").any(|id| person.page.tree.attribute(id, "class") == Some("badge to_mend"))
        };
        person.presses("to-task-list").arrives_at("/apply");
        assert!(!begun(&person), "{}", person.page.text());
        person.goes_to("/apply/relatives/new").presses("step-relatives").sees("list-is-empty");
        person.goes_to("/apply/relatives/new").presses(&russian);
        person.language = Ru;
        person.arrives_at("/apply/relatives/new").goes_to("/apply/relatives").sees("list-is-empty");
        person.goes_to("/apply/contacts").presses(&Kk.text("language-own-name"));
        person.language = Kk;
        person.arrives_at("/apply/contacts");
        assert_eq!(person.page.complaints(), Vec::<String>::new());
        person.goes_to("/apply");
        assert!(!begun(&person), "{}", person.page.text());
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
fn the_page_with_the_code_opens_again_and_begins_nothing_anew() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.goes_to("/start");
        let mut again = person.clone();
        person.presses_to("/start").arrives_at("/apply/begun");
        let (address, code) = (person.page.address.clone(), person.reads_code());
        // A refresh; the form of before sent once more; another language.
        person.opens(&address).sees(&code);
        again.cookies = person.cookies.clone();
        again.presses_to("/start").arrives_at("/apply/begun").sees(&code);
        again.follows(&Ru.text("language-own-name")).sees(&code);
        // For an hour, and not when somebody has left this computer.
        app.it_is("2026-06-10 10:59");
        person.opens(&address).sees(&code);
        again.language = Ru;
        again.presses("leave").opens(&address).does_not_see(&code);
        app.it_is("2026-06-10 11:01");
        person.opens(&address).does_not_see(&code).arrives_at("/apply");
    });
}

#[test]
fn what_is_needed_has_an_address_that_holds_no_answers_and_opens_again() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.goes_to("/need").answers(&answers::professional().situation);
        person.fills("situation-born_on", "31.02.1985").presses("need-show");
        let address = person.page.address.clone();
        assert_eq!((person.status(), address.as_str()), (422, "/kk/need?list=yes"));
        person.opens("/kk/start").opens(&address); // back
        assert_eq!(person.status(), 422);
        assert_eq!(person.finds_in("situation-born_on"), "31.02.1985");
        assert_eq!(person.finds_in("situation-citizenship"), "IND");
        person.fills("situation-born_on", "1985-03-08").presses("need-show").sees("document-sectoral_petition");
        person.opens(&address).sees("document-sectoral_petition").presses("need-change");
        assert_eq!((person.status(), person.page.complaints()), (200, vec![]));
        assert_eq!(person.finds_in("situation-citizenship"), "IND");

        // Whoever comes by the front door finds the questions without answers, and so does another browser.
        person.goes_to("/need");
        assert_eq!(person.finds_in("situation-citizenship"), "");
        let mut other = person.clone();
        other.loses("ruqsat_need").opens(&address);
        assert_eq!((other.status(), other.finds_in("situation-citizenship")), (200, String::new()));

        // At another's computer they are taken away again.
        person.opens(&address).presses("need-forget").arrives_at("/need");
        assert!(!person.cookies.contains_key("ruqsat_need"));
        person.opens(&address);
        assert_eq!((person.status(), person.finds_in("situation-citizenship")), (200, String::new()));
    });
}

#[test]
fn a_closed_application_says_so_and_changes_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let mut old_tab = person.clone();
        person.answers_everything(&answers::adult()).brings_everything().files();
        old_tab.fills("person-surname", "Жұлдызбеков").presses("save-and-continue");
        assert_eq!(old_tab.status(), 409);
        old_tab.sees("denied-closed");
        person.goes_to("/apply/check").sees("Йылмаз").does_not_see("Жұлдызбеков");
        person.asks(Request::get("/kk/apply")).arrives_at("/track");
    });
}
