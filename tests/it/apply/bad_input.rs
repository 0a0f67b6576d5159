//! What no browser sends: unknown fields, wrong types, too much of everything, broken text, other people's ids.

use super::on_the_page;
use crate::support::http::{Request, Response};
use crate::support::{Person, TestApp, each_db};
use ruqsat::language::Language::Kk;

fn fields(person: &Person, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let token = person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
    let mut fields = vec![("csrf".to_owned(), token)];
    fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

/// Sends a page about the person with these fields.
fn sends(person: &mut Person, more: &[(&str, &str)]) -> Response {
    let request = Request::form("/kk/apply/person", &fields(person, more));
    person.sends(request)
}

/// Whether the answer leads to the page that says what is to be mended.
fn leads_to_mistakes(answer: &Response) -> bool {
    answer.status == 303 && answer.header("location") == Some("/kk/apply/person?told=yes")
}

#[test]
fn unknown_fields_and_wrong_types_are_answered_with_the_page() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        for more in [
            &[("is_admin", "1"), ("status", "approved"), ("surname", "Ә")][..],
            &[("sex", "both"), ("birth_country", "ATLANTIS"), ("had_other_name", "maybe"), ("surname", "Ә")][..],
            &[("former_name_until", "yesterday"), ("nationality", "{}"), ("surname", "Ә"), ("surname", "Ә")][..],
            &[("born_on-day", "99999999999999999999"), ("surname[]", "x"), ("surname", "Ә"), ("", "")][..],
            &[("surname", "Ә\0")][..],
        ] {
            let answer = sends(&mut person, more);
            assert!(leads_to_mistakes(&answer), "{more:?}");
            person.goes_to("/apply/person");
            assert_eq!(person.finds_in("person-surname"), "Ә", "{more:?}");
        }
        person.goes_to("/apply").sees("tasks-title");
    });
}

#[test]
fn too_much_is_refused_and_harms_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        assert!(leads_to_mistakes(&sends(&mut person, &[("surname", "Асан")])));
        let long = "ә".repeat(10_000);
        let answer = sends(&mut person, &[("surname", &long)]);
        assert_eq!((answer.status, answer.header("x-failure")), (413, Some("too_long_text")));
        let many: Vec<(String, String)> = (0..5_000).map(|i| (format!("f{i}"), "x".to_owned())).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = sends(&mut person, &many);
        assert_eq!((answer.status, answer.header("x-failure")), (413, Some("too_many_fields")));
        let huge = "x".repeat(10 << 20);
        let answer = sends(&mut person, &[("surname", &huge)]);
        assert_eq!((answer.status, answer.header("x-failure")), (413, Some("too_large_form")));
        person.goes_to("/apply/person");
        assert_eq!(person.finds_in("person-surname"), "Асан");
    });
}

#[test]
fn a_name_that_is_too_long_for_its_box_is_only_wrong() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let long = "Ә".repeat(101);
        person.fills("person-surname", &long).presses("save-and-continue");
        person.is_to_mend();
        assert_eq!(person.finds_in("person-surname"), long);
        let told = person.page.complaints().join(" ");
        assert!(told.contains("100"), "the limit is told: {told}");
    });
}

#[test]
fn broken_text_and_other_kinds_of_body_are_unreadable() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let form = "application/x-www-form-urlencoded";
        for (kind, body) in [
            (form, b"surname=%D3".to_vec()),
            (form, b"surname=\xD3\x28".to_vec()),
            (form, b"surname=%ZZ".to_vec()),
            ("application/json", b"{\"surname\":1}".to_vec()),
            ("text/plain", b"surname=x".to_vec()),
            ("multipart/form-data; boundary=x", b"--x\r\nbroken".to_vec()),
        ] {
            let answer = person.sends(Request::post("/kk/apply/person", kind, body.clone()));
            assert_eq!((answer.status, answer.header("x-failure")), (400, Some("unreadable")), "{kind} {body:?}");
        }
        let nothing = person.sends(Request::form("/kk/apply/person", &[]));
        assert_eq!((nothing.status, nothing.header("x-failure")), (403, Some("stale_form")));
    });
}

#[test]
fn what_is_not_there_is_404() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        let (mut other, _, _) = on_the_page(&app);
        other.goes_to("/apply/relatives/new").tells(&crate::support::answers::adult().relatives[0]);
        other.presses("save-and-continue").follows("Ayşe Yılmaz");
        let theirs = other.page.address.clone();
        for address in [
            "/kk/apply/nothing",
            "/kk/apply/documents/nothing",
            "/kk/apply/documents/parent_consent", // not asked of this person
            "/kk/apply/person/new",
            "/kk/apply/relatives/0123",
            "/kk/apply/documents/housing/files/0123",
            "/kk/apply/documents/housing/files/..%2f..%2fsecret.key",
            "/fr/apply",
            "/kk/../apply",
            "/static/..%2fCargo.toml",
            "/kk/desk/cases/x/y/z",
            &theirs,
        ] {
            let answer = person.sends(Request::get(address));
            assert_eq!(answer.status, 404, "{address}");
            assert!(answer.text().contains("<h1>"), "{address}: a page that offers the next step");
        }
        let made_up = Request::form("/kk/apply/relatives/my-own-id", &fields(&other, &[("name", "x")]));
        assert_eq!(other.sends(made_up).status, 404, "ids of records are ours");
        let answer = person.sends(Request::post("/kk", "", vec![]));
        assert!(matches!(answer.status, 404 | 405), "a method that a page has not: {}", answer.status);
    });
}

#[test]
fn who_guesses_at_a_code_waits_and_nobody_else_does() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (_, number, code) = on_the_page(&app);
        let (_, other_number, other_code) = on_the_page(&app);
        let mut guesser = app.person(Kk);
        let mut last = Response::default();
        for i in 0..20 {
            let tried = [("open_number", number.as_str()), ("open_code", "0000-0000-0000-0000")];
            let tried = tried.map(|(name, value)| (name.to_owned(), value.to_owned()));
            last = guesser.sends(Request::form("/kk/open", &tried));
            if last.status == 429 {
                assert!(i >= 5, "a slip of the finger is no guessing");
                break;
            }
            assert_eq!(last.status, 422);
        }
        assert_eq!((last.status, last.header("x-failure")), (429, Some("throttled")));
        assert!(last.header("retry-after").and_then(|wait| wait.parse::<u64>().ok()).is_some_and(|wait| wait > 0));
        let opens = |number: &str, code: &str| {
            let mut person = app.person(Kk);
            person.goes_to("/open").fills("open-number", number).fills("open-code", code).presses_to("/open");
            person.status()
        };
        assert_eq!(opens(&other_number, &other_code), 200, "another application from the same address");
        assert_eq!(opens(&number, &code), 429);
    });
}

#[test]
fn who_guesses_at_a_password_waits() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let staff = app.employs(ruqsat::people::Role::Officer, "KZ75", Kk);
        let tries = |login: &str, password: &str| {
            let fields = [("login", login), ("password", password)];
            let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
            app.person(Kk).sends(Request::form("/kk/desk/sign-in", &fields)).status
        };
        let known = tries(&staff.login, "not the password");
        assert_eq!((known, tries("nobody.here", "not the password")), (422, 422), "which was wrong is not told");
        let statuses: Vec<u16> = (0..12).map(|_| tries(&staff.login, "not the password")).collect();
        assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
        assert_eq!(tries("somebody.else", "not the password"), 422);
    });
}

#[test]
fn a_list_has_an_end() {
    // SQLite is enough: sixty pages are.
    let app = TestApp::on(crate::support::Kind::Sqlite);
    let (mut person, _, _) = on_the_page(&app);
    let relative = crate::support::answers::adult().relatives.remove(0);
    for i in 0..60 {
        let record = format!("{i:032x}");
        person.goes_to("/apply/relatives/new").puts("record", &record).tells(&relative).presses("save-and-continue");
        person.arrives_at("/apply/relatives");
    }
    person.goes_to("/apply/relatives/new").tells(&relative).presses("save-and-continue");
    assert_eq!(person.status(), 409, "{}", person.page.told());
    person.sees("denied-too_much");
    // The ones that are there can still be corrected.
    person.goes_to("/apply/relatives").follows("Ayşe Yılmaz").fills("relatives-name", "Ayşe Demir");
    person.presses("save-and-continue").arrives_at("/apply/relatives").sees("Ayşe Demir");
}
