//! Until when keys and sessions are good, told by the pages themselves.

use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::Role;

use super::support::http::Request;
use super::support::{Kind, TestApp, each_db};

fn with(language: Language, id: &str, name: &'static str, value: &str) -> String {
    language.text_with(id, &[(name, value.to_owned())].into_iter().collect())
}

#[test]
fn a_key_lives_while_it_is_used_and_each_page_says_until_when() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        // The page with number and code, which stands open while they are written down, says it too.
        person.sees(&with(Kk, "ends-application-until", "until", "2026 жылғы 10 шілде, сағат 10:00"));
        let first = person.cookies["ruqsat_key"].clone();
        person.goes_to("/apply").sees(&with(Kk, "ends-application-until", "until", "2026 жылғы 10 шілде, сағат 10:00"));
        assert_eq!(person.cookies["ruqsat_key"], first, "a secret does not travel with each page");
        for day in ["2026-07-05", "2026-07-30", "2026-08-25"] {
            app.it_is(day);
            person.goes_to("/apply");
            assert_eq!(person.status(), 200, "{day}: opened less than 30 days ago");
        }
        person.sees(&with(Kk, "ends-application-until", "until", "2026 жылғы 24 қыркүйек, сағат 10:00"));
        app.it_is("2026-09-24");
        person.goes_to("/apply").sees("failure-key_gone.title");
    });
}

#[test]
fn the_lifetimes_are_settings() {
    let settings = [("RUQSAT_KEY_LIFE", "45m"), ("RUQSAT_SESSION_IDLE", "20m")];
    let app = TestApp::with(Kind::Sqlite, &settings);
    let (mut person, mut clerk) = (app.person(Ru), app.clerk(Role::Officer, Ru));
    person.begins();
    person.goes_to("/apply").sees(&with(Ru, "ends-application-until", "until", "10 июня 2026 года, 10:45"));
    clerk.goes_to("/desk").sees(&with(Ru, "ends-desk-until", "until", "10:20"));
    app.it_is("2026-06-10 10:20");
    clerk.goes_to("/desk").arrives_at("/desk/sign-in");
    app.it_is("2026-06-10 10:45");
    person.goes_to("/apply");
    assert_eq!(person.status(), 403);
}

#[test]
fn without_a_script_a_page_drawn_near_the_end_says_so() {
    let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_SESSION_LIFE", "1h")]);
    let mut clerk = app.clerk(Role::Officer, Ru);
    let last = with(Ru, "ends-desk-last", "time", "11:00");
    app.it_is("2026-06-10 10:50");
    clerk.goes_to("/desk").does_not_see(&last);
    app.it_is("2026-06-10 10:56");
    clerk.goes_to("/desk").sees(&last);
}

#[test]
fn asking_prolongs_nothing_and_another_site_cannot() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let clerk = app.clerk(Role::Officer, Kk);
        let left = |request: Request| -> i64 {
            let answer = clerk.clone().sends(request);
            serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap()["left"].as_i64().unwrap()
        };
        let ask = || left(Request::get("/kk/stay/desk"));
        assert_eq!(ask(), 7_200);
        app.it_is("2026-06-10 11:30");
        assert_eq!((ask(), ask()), (1_800, 1_800));
        let stay = || Request::post("/kk/stay/desk", "", Vec::new());
        let refused = clerk.clone().sends(stay().with("Origin", "https://elsewhere.example"));
        assert_eq!((refused.status, ask()), (403, 1_800));
        assert_eq!((left(stay()), ask()), (7_200, 7_200));
        // Whoever holds nothing has nothing left.
        let nobody = app.person(Kk).sends(Request::get("/kk/stay/application"));
        assert_eq!(nobody.text(), r#"{"left":0}"#);
        assert_eq!(app.person(Kk).sends(Request::get("/en/stay/desk")).status, 404);
    });
}
