//! A link for one paper: whoever has it brings that paper and learns nothing else; it closes in time, when it is taken
//! back, and when the application is filed.

use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;

use super::support::http::Request;
use super::support::{Kind, Person, TestApp, answers, each_db, files};

fn begun(app: &TestApp) -> (Person, String) {
    let mut person = app.person(Kk);
    let (number, _) = person.begins();
    person.saves(&answers::adult().situation).saves(&answers::adult().person);
    (person, number)
}

#[test]
fn somebody_with_the_link_brings_the_paper_and_the_applicant_sees_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        for language in [Kk, Ru, En] {
            let (mut owner, number) = begun(&app);
            let link = owner.invites();
            // A browser that never was here.
            let mut landlord = app.person(language);
            landlord.goes_to(&link).sees("document-housing").sees("For two years, please").sees_day("2026-06-24");
            let text = landlord.page.text();
            for secret in ["YILMAZ", "Йылмаз", "Мехмет", "Landlord", number.as_str(), "1990"] {
                assert!(!text.contains(secret), "{secret}: {text}");
            }
            landlord.sees("Й. М.").presses("bring-send");
            assert_eq!(landlord.status(), 422, "no file was chosen");
            landlord.sees("error-file_missing").attaches("papers-add", "contract.pdf", &files::pdf("contract"));
            landlord.attaches("papers-add", "photo.exe", b"MZ a program").presses("bring-send");
            assert_eq!(landlord.status(), 422, "one was taken and one was not");
            assert!(landlord.page.complaints().join(" ").contains("photo.exe"), "{}", landlord.page.told());
            landlord.goes_to(&link).does_not_see("contract.pdf");
            landlord.attaches("papers-add", "annex.pdf", &files::pdf("annex")).presses("bring-send");
            assert!(landlord.page.address.ends_with("?came=1"), "{}", landlord.page.address);
            landlord.sees("bring-came.next");

            owner.goes_to("/apply/documents/housing").sees("invite-came-to-paper").sees("contract.pdf");
            owner.sees("annex.pdf").does_not_see("photo.exe");
            owner.goes_to("/track").sees("event-invitation_made").sees("event-paper_brought").sees("track-by-invited");
            owner.goes_to("/apply/documents/housing").presses_to("/remove").does_not_see("contract.pdf");
            owner.sees("annex.pdf");
        }
    });
}

#[test]
fn a_link_that_does_not_open_says_no_more() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut owner, _) = begun(&app);
        let link = owner.invites();
        // It is shown once.
        owner.goes_to("/apply/documents/housing/invite").sees("invite-standing-open");
        assert!(!owner.page.response.text().contains(link.trim_start_matches("/bring/")));
        let closed = |link: &str| {
            let mut stranger = app.person(Ru);
            stranger.goes_to(link).sees("bring-closed");
            assert_eq!(stranger.status(), 404);
            stranger.page.response.text().replace(link, "")
        };
        let unknown = closed(&format!("/bring/{}", "0".repeat(64)));
        let mut open = app.person(Ru);
        open.goes_to(&link).attaches("papers-add", "late.pdf", &files::pdf("late"));
        owner.presses_to("/revoke").sees("invite-standing-revoked");
        assert_eq!(closed(&link), unknown, "whether there ever was such a link is not told");
        // Nor does the form that was open before it was taken back.
        open.presses("bring-send").sees("bring-closed");
        owner.goes_to("/apply/documents/housing").does_not_see("late.pdf");

        let second = owner.invites();
        app.it_is("2026-06-24 09:59");
        app.person(Kk).goes_to(&second).sees("document-housing");
        app.it_is("2026-06-24 10:00");
        assert_eq!(closed(&second), unknown);
        owner.goes_to("/apply/documents/housing/invite").sees("invite-standing-expired");
    });
}

#[test]
fn filing_closes_every_link() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut owner = app.person(Ru);
        let (number, _) = owner.begins();
        owner.answers_everything(&answers::adult()).brings_everything();
        let link = owner.invites();
        owner.files();
        app.person(Kk).goes_to(&link).sees("bring-closed");
        // Returned for another paper, the link stays closed; for this one it opens again.
        let mut clerk = app.clerk(Role::Officer, Kk);
        clerk.takes(&number).follows("move-return").remarks("paper-housing", "unreadable").presses("desk-return");
        app.person(Kk).goes_to(&link).sees("document-housing");
        clerk.takes(&number).sees("event-invitation_made");
    });
}

#[test]
fn a_form_without_the_links_token_or_of_another_site_brings_nothing() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut owner, _) = begun(&app);
    let link = owner.invites();
    let mut stranger = app.person(Kk);
    let send = |stranger: &mut Person, token: &str, origin: Option<&str>| {
        let fields = vec![("csrf".to_owned(), token.to_owned())];
        let file = vec![("files".to_owned(), "a.pdf".to_owned(), files::pdf("a"))];
        let mut request = super::support::http::multipart(&format!("/kk{link}"), &fields, &file);
        if let Some(origin) = origin {
            request = request.with("Origin", origin);
        }
        stranger.sends(request).status
    };
    stranger.goes_to(&link);
    let token = stranger.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
    assert_eq!(send(&mut stranger, "", None), 403);
    // The owner's own token is of another door.
    owner.goes_to("/apply/documents/housing");
    let own = owner.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
    assert_eq!(send(&mut stranger, &own, None), 403);
    assert_eq!(send(&mut stranger, &token, Some("https://elsewhere.example")), 403);
    owner.goes_to("/apply/documents/housing").does_not_see("a.pdf");
    assert_eq!(send(&mut stranger, &token, None), 303);
    owner.goes_to("/apply/documents/housing").sees("a.pdf");
    // The link is no key: nothing else opens with it.
    for page in ["/apply", "/apply/documents/housing", "/apply/documents/housing/invite", "/apply/check"] {
        assert_eq!(stranger.sends(Request::get(&format!("/kk{page}"))).status, 403, "{page}");
    }
}

#[test]
fn another_applicant_takes_no_link_back_and_a_link_has_a_limit() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut owner, _) = begun(&app);
        let link = owner.invites();
        owner.goes_to("/apply/documents/housing/invite");
        let revoke = owner.page.tree.all("form").filter_map(|id| owner.page.tree.attribute(id, "action"));
        let revoke = revoke.into_iter().find(|action| action.ends_with("/revoke")).unwrap().to_owned();
        let (mut other, _) = begun(&app);
        other.goes_to("/apply/documents/housing");
        let csrf = other.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        assert_eq!(other.sends(Request::form(&revoke, &[("csrf".to_owned(), csrf)])).status, 404);
        let mut landlord = app.person(Kk);
        landlord.goes_to(&link);
        for n in 0..6 {
            landlord.attaches("papers-add", &format!("page{n}.pdf"), &files::pdf(&n.to_string()));
        }
        landlord.presses("bring-send");
        assert_eq!(landlord.status(), 422);
        assert!(landlord.page.complaints().join(" ").contains("page5.pdf"), "{}", landlord.page.told());
        landlord.goes_to(&link).sees("bring-closed");
        owner.goes_to("/apply/documents/housing/invite").sees("invite-standing-full").sees("page4.pdf");
        owner.does_not_see("page5.pdf");
    });
}

#[test]
fn a_paper_has_few_open_links_and_guesses_are_slowed_down() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut owner, _) = begun(&app);
    for _ in 0..3 {
        owner.invites();
    }
    owner.goes_to("/apply/documents/housing/invite").does_not_see("invite-new");
    let mut stranger = app.person(Kk);
    let status = |n: usize, stranger: &mut Person| stranger.sends(Request::get(&format!("/kk/bring/{n:064}"))).status;
    let first = status(0, &mut stranger);
    assert_eq!(first, 404);
    assert!((1..100).any(|n| status(n, &mut stranger) == 429));
}

#[test]
fn only_papers_of_this_person_that_may_be_brought_have_links() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut owner, _) = begun(&app);
    for kind in [DocumentKind::Photo, DocumentKind::Questionnaire] {
        owner.goes_to(&format!("/apply/documents/{kind}/invite"));
        assert_eq!(owner.status(), 404, "{kind}");
    }
}
