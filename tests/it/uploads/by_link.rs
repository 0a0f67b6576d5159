//! Files that come through a link for one paper, ahead of its form: resumed as the applicant's own are, by whoever has the
//! link and by nobody else, as long as it is open.

use ruqsat::language::Language::{Kk, Ru};

use super::resumed::{links, office};
use super::tus::{
    begins, breaks_off, creation, files_form, kept_of, names, offset, offset_of, patch, request, somebody,
};
use crate::support::http::{Request, Response};
use crate::support::vaults::Kept;
use crate::support::{Kind, Person, TestApp, each_db, files};

/// Somebody who has opened a link.
pub struct Guest {
    pub person: Person,
    link: String,
    token: String,
}

impl Guest {
    /// Opens a link in somebody's browser.
    pub fn of(mut person: Person, link: &str) -> Self {
        person.goes_to(link);
        let token = person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        Self { person, link: link.to_owned(), token }
    }
    /// In a browser that never was here.
    fn new(app: &TestApp, link: &str) -> Self {
        Self::of(app.person(Ru), link)
    }
    /// Sends a request with the token of the link's form.
    pub fn sends(&mut self, request: Request) -> Response {
        self.person.sends(request.with("X-Form-Token", &self.token))
    }
    fn asks(&mut self, paper: &str, name: &str, length: usize) -> Response {
        let uploads = format!("/{}{}/uploads", self.person.language, self.link);
        self.sends(creation(&uploads, paper, name, length as u64))
    }
    /// Begins an upload; gives its address.
    pub fn begins(&mut self, name: &str, length: usize) -> String {
        let made = self.asks("housing", name, length);
        assert_eq!((made.status, made.header("tus-resumable")), (201, Some("1.0.0")), "{}", made.text());
        let at = made.header("location").unwrap().to_owned();
        assert!(at.contains(&self.link), "{at}");
        at
    }
    fn offset(&mut self, at: &str) -> Option<usize> {
        offset_of(&self.sends(request("HEAD", at)))
    }
    /// Sends all of a file ahead; gives its address.
    fn sends_ahead(&mut self, name: &str, content: &[u8]) -> String {
        let at = self.begins(name, content.len());
        assert_eq!(self.sends(patch(&at, 0, content)).status, 204);
        at
    }
    /// Sends the link's form, which names uploads.
    fn files(&mut self, uploads: &[&str]) -> &mut Person {
        self.person.goes_to(&self.link);
        names(&mut self.person, "bring-send", uploads);
        &mut self.person
    }
}

#[test]
fn a_line_that_breaks_costs_nothing_that_has_come_through_a_link() {
    each_db(|kind| {
        let kept = Kept::in_a_folder();
        let app = office(kind, &kept);
        let mut owner = somebody(&app);
        let mut guest = Guest::new(&app, &owner.invites());
        assert!(!guest.person.cookies.contains_key("ruqsat_key"), "no key is needed");
        let uploads = format!("/ru{}/uploads", guest.link);
        assert_eq!(guest.sends(request("OPTIONS", &uploads)).header("tus-version"), Some("1.0.0"));

        let content = files::pdf_of(500_000);
        let at = guest.begins("Шарт.pdf", content.len());
        breaks_off(&app, &patch(&at, 0, &content).with("X-Form-Token", &guest.token), 300_000);
        let there = kept_of(|| guest.offset(&at));
        assert_eq!(guest.sends(patch(&at, 0, &content)).status, 409, "from where it stands, and from nowhere else");
        // Another tab, another token of the same form.
        let mut guest = Guest::of(guest.person, &guest.link);
        assert_eq!(guest.sends(patch(&at, there, &content[there..])).status, 204);
        guest.files(&[&at]).sees("bring-came.next");
        assert!(guest.person.page.address.ends_with("?came=1"), "{}", guest.person.page.address);
        assert_eq!(guest.offset(&at), None, "the paper has it now");

        let link = links(&mut owner).remove(0);
        owner.sees("Шарт.pdf").sees("invite-came-to-paper");
        assert!(owner.sends(Request::get(&link)).body == content);
        assert_eq!(kept.names().iter().filter(|name| !name.ends_with(".key")).count(), 1, "the pieces are gone");
    });
}

#[test]
fn a_file_that_is_refused_keeps_the_others() {
    let kept = Kept::in_a_folder();
    let app = office(Kind::Sqlite, &kept);
    let mut owner = somebody(&app);
    let mut guest = Guest::new(&app, &owner.invites());
    let page = guest.sends_ahead("page.pdf", b"<!doctype html><script>alert(1)</script>");
    let good = guest.sends_ahead("contract.pdf", &files::pdf("contract"));
    let half = guest.begins("half.pdf", 50_000);
    assert_eq!(guest.sends(patch(&half, 0, &files::pdf_of(50_000)[..20_000])).status, 204);
    let person = guest.files(&[&page, &good, &half]);
    assert_eq!(person.status(), 422);
    person.sees("error-file_web").sees("error-file_truncated");
    let told = person.page.complaints().join(" ");
    assert!(told.contains("page.pdf") && told.contains("half.pdf") && !told.contains("contract.pdf"), "{told}");
    assert_eq!(links(&mut owner).len(), 1);
    owner.sees("contract.pdf");
    assert_eq!(kept.names().iter().filter(|name| !name.ends_with(".key")).count(), 1, "nothing else is left");
}

#[test]
fn nobody_reaches_what_came_through_a_link_but_through_that_link() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut owner, mut stranger) = (somebody(&app), somebody(&app));
        let mut guest = Guest::new(&app, &owner.invites());
        let content = files::pdf("contract");
        let at = guest.sends_ahead("contract.pdf", &content);
        let id = at.rsplit('/').next().unwrap().to_owned();
        // By another link to the same paper, by a link of somebody else, by the owner's own key, and without any.
        for link in [owner.invites(), stranger.invites()] {
            let mut other = Guest::new(&app, &link);
            let there = format!("/ru{link}/uploads/{id}");
            assert_eq!(other.offset(&there), None);
            assert_eq!(other.offset(&at), None, "not with the token of another link's form");
            assert_eq!(other.sends(patch(&there, content.len(), b"x")).status, 404);
            assert_eq!(other.sends(request("DELETE", &there)).status, 404);
            other.files(&[&there]).sees("error-file_not_arrived");
        }
        let own = format!("/kk/apply/uploads/{id}");
        assert_eq!((offset(&mut owner, &own), offset(&mut owner, &at)), (None, None));
        assert_eq!(owner.sends(request("DELETE", &own)).status, 404);
        files_form(&mut owner, &[&own]);
        assert_eq!(links(&mut owner), Vec::<String>::new());
        for method in ["HEAD", "PATCH", "DELETE"] {
            assert_eq!(guest.person.sends(request(method, &at)).status, 404, "{method} without the form's token");
        }
        let abroad = request("DELETE", &at).with("Origin", "https://elsewhere.example");
        assert_eq!(guest.sends(abroad).status, 404, "a page of another site");
        // Nor does a link reach what its owner has begun.
        let mine = begins(&mut owner, "mine.pdf", 9);
        let mine = format!("/ru{}/uploads/{}", guest.link, mine.rsplit('/').next().unwrap());
        assert_eq!(guest.offset(&mine), None);
        guest.files(&[&mine]).sees("error-file_not_arrived");
        guest.files(&[&at]).sees("bring-came.next");
    });
}

#[test]
fn what_is_under_way_when_the_link_is_taken_back_is_gone() {
    each_db(|kind| {
        let kept = Kept::in_a_folder();
        let app = office(kind, &kept);
        let mut owner = somebody(&app);
        let mut guest = Guest::new(&app, &owner.invites());
        let whole = guest.sends_ahead("whole.pdf", &files::pdf("whole"));
        let half = guest.begins("half.pdf", 9_000);
        assert_eq!(guest.sends(patch(&half, 0, &[b'x'; 4_000])).status, 204);
        let mut named = guest.person.would_send("bring-send");
        owner.goes_to("/apply/documents/housing/invite").presses_to("/revoke").sees("invite-standing-revoked");
        assert_eq!(kept.names(), Vec::<String>::new(), "at once");
        assert_eq!((guest.offset(&half), guest.offset(&whole)), (None, None));
        assert_eq!(guest.sends(patch(&half, 4_000, &[b'x'; 5_000])).status, 404);
        assert_eq!(guest.asks("housing", "new.pdf", 9).status, 404);
        named.fields.push(("upload".to_owned(), whole.rsplit('/').next().unwrap().to_owned()));
        guest.person.submits(named).sees("bring-closed");
        assert_eq!(links(&mut owner), Vec::<String>::new());
    });
}

#[test]
fn a_link_ends_its_uploads_with_itself_and_takes_only_its_paper() {
    let kept = Kept::in_a_folder();
    let app = office(Kind::Sqlite, &kept);
    let mut owner = somebody(&app);
    let mut guest = Guest::new(&app, &owner.invites());
    assert_eq!(guest.asks("passport", "a.pdf", 9).status, 404, "another paper");
    assert_eq!(guest.asks("photo", "a.png", 9).status, 404);
    // What nobody goes on with is kept for a day, and whoever comes next clears it away.
    let left = guest.begins("left.pdf", 9_000);
    assert_eq!(guest.sends(patch(&left, 0, &[b'x'; 4_000])).status, 204);
    app.it_is("2026-06-11 10:01");
    assert_eq!(guest.offset(&left), None);
    begins(&mut owner, "b.pdf", 9);
    assert_eq!(kept.names(), Vec::<String>::new());
    // The link ends on 24 June at 10:00, and so does what is half there.
    app.it_is("2026-06-24 09:00");
    let late = guest.asks("housing", "late.pdf", 9_000);
    assert_eq!(late.header("upload-expires"), Some("Wed, 24 Jun 2026 05:00:00 GMT"));
    let late = late.header("location").unwrap().to_owned();
    assert_eq!(guest.sends(patch(&late, 0, &[b'x'; 4_000])).status, 204);
    app.it_is("2026-06-24 10:00");
    assert_eq!(guest.offset(&late), None);
    assert_eq!(guest.sends(patch(&late, 4_000, &[b'x'; 5_000])).status, 404);
    assert_eq!(guest.asks("housing", "new.pdf", 9).status, 404);
    // A link through which five files came takes no more.
    let mut guest = Guest::new(&app, &owner.invites());
    let all: Vec<String> =
        (0..5).map(|n| guest.sends_ahead(&format!("{n}.pdf"), &files::pdf(&n.to_string()))).collect();
    guest.files(&all.iter().map(String::as_str).collect::<Vec<_>>()).sees("bring-came.next");
    assert_eq!(guest.person.status(), 200, "thanks, though the link has closed");
    assert_eq!(links(&mut owner).len(), 5);
    assert_eq!(guest.asks("housing", "sixth.pdf", 9).status, 404);
}

#[test]
fn pieces_count_for_nothing_and_guesses_are_slowed_down() {
    let app = TestApp::on(Kind::Sqlite);
    let mut owner = somebody(&app);
    let mut guest = Guest::new(&app, &owner.invites());
    let content = files::pdf_of(20_000);
    let at = guest.begins("contract.pdf", content.len());
    for (n, piece) in content.chunks(100).enumerate() {
        assert_eq!(guest.sends(patch(&at, 100 * n, piece)).status, 204, "piece {n}");
    }
    guest.files(&[&at]).sees("bring-came.next");
    let mut stranger = app.person(Kk);
    let guess =
        |n: usize| request("HEAD", &format!("/kk/bring/{n:064}/uploads/0")).with("X-Form-Token", &"0".repeat(128));
    let answers: Vec<u16> = (0..100).map(|n| stranger.sends(guess(n)).status).collect();
    assert_eq!((answers[0], answers[99]), (404, 429), "{answers:?}");
    // Nor do uploads begin without end.
    assert!((0..100).any(|_| guest.asks("housing", "a.pdf", 1).status == 429));
}
