//! Pages that come only in answer to a form: results, what was refused, failures. Each is come to as people come to it, in
//! an office of its own, so that the gallery's stays as it is.

use ruqsat::application::Status;
use ruqsat::language::Language;
use ruqsat::people::Role;
use ruqsat::store::applications;

use super::super::{Kind, Person, TestApp, UNIT, answers, files, queued};
use super::{Shown, shown};

/// What was kept of the way.
struct Album {
    shown: Vec<Shown>,
}

impl Album {
    /// Keeps the page before a person, who must read this on it.
    #[track_caller]
    fn keeps(&mut self, person: &mut Person, text: &str) {
        person.sees(text);
        let address = person.page.address.clone();
        self.shown.push(shown(person, "answered", text, &address, Some("sent")));
    }
}

/// What everybody and an applicant can be answered.
pub(super) fn outside(language: Language) -> Vec<Shown> {
    let app = TestApp::on(Kind::Sqlite);
    let mut album = Album { shown: Vec::new() };
    learns_what_is_needed(&mut app.person(language), &mut album);
    has_a_paper_brought(&app, language, &mut album);
    is_told_what_failed(&app, language, &mut album);
    album.shown
}

fn learns_what_is_needed(person: &mut Person, album: &mut Album) {
    let mut citizen = answers::professional().situation;
    person.goes_to("/need").answers(&citizen).presses("need-show");
    album.keeps(person, "need-result-title");
    let mut twice = person.clone();
    person.presses("need-start");
    person.sees("begun-title").arrives_at("/apply/begun");
    let code = person.reads_code();
    album.shown.push(shown(person, "/{lang}/apply/begun", "begun", &person.page.address, None));
    // The same form again, as after a second click: the same page.
    twice.cookies = person.cookies.clone();
    twice.presses("need-start");
    twice.arrives_at("/apply/begun").sees(&code);
    person.goes_to("/start");
    album.keeps(person, "leave");
    citizen.citizenship = answers::is("KAZ");
    person.goes_to("/need").answers(&citizen).presses("need-show");
    album.keeps(person, "need-cannot-title");
}

fn has_a_paper_brought(app: &TestApp, language: Language, album: &mut Album) {
    let mut owner = app.person(language);
    owner.begins();
    owner.saves(&answers::adult().situation).saves(&answers::adult().person);
    let link = owner.invites();
    album.keeps(&mut owner, "invite-revoke");
    let mut landlord = app.person(language);
    landlord.goes_to(&link).attaches("papers-add", "photo.exe", b"MZ a program").presses("bring-send");
    album.keeps(&mut landlord, "error-summary");
    landlord.goes_to(&link).attaches("papers-add", "contract.pdf", &files::pdf("contract")).presses("bring-send");
    album.keeps(&mut landlord, "bring-came.next");
    owner.goes_to("/apply/documents/housing/invite").presses_to("/revoke");
    album.keeps(&mut owner, "invite-title");
    landlord.goes_to(&link);
    album.keeps(&mut landlord, "bring-closed.next");
    // What is no picture, at the owner's own doors; and a box that two tabs changed.
    for page in ["/apply/documents/housing", "/apply/photograph"] {
        let label = if page.ends_with("graph") { "photo-add" } else { "papers-add" };
        owner.goes_to(page).attaches(label, "photo.exe", b"MZ a program").presses("save-and-continue");
        album.keeps(&mut owner, "error-summary");
    }
    let mut other = owner.goes_to("/apply/person").clone();
    owner.fills("person-surname", "Бірінші").presses("save-and-continue");
    other.fills("person-surname", "Екінші").presses("save-and-continue");
    album.keeps(&mut other, "changed-in-another-tab");
}

fn is_told_what_failed(app: &TestApp, language: Language, album: &mut Album) {
    let mut person = app.person(language);
    person.begins();
    person.goes_to("/apply/contacts").puts("csrf", "0").presses("save-and-continue");
    album.keeps(&mut person, "failure-stale_form.title");
    person.goes_to("/apply/contacts").loses("ruqsat_key").presses("save-and-continue");
    album.keeps(&mut person, "failure-key_gone.title");
    person.goes_to("/open");
    let mut tries = 0..30;
    while person.status() != 429 && tries.next().is_some() {
        person.puts("open_number", "0000-0000-0000").puts("open_code", "0000-0000-0000-0000").presses("open-do");
    }
    album.keeps(&mut person, "failure-throttled.title");
}

/// What a clerk can be answered.
pub(super) fn inside(language: Language) -> Vec<Shown> {
    let app = TestApp::on(Kind::Sqlite);
    ruqsat::app::block_on(ruqsat::demo::fill(&app.office, 60, 7, |_, _| {})).unwrap();
    let mut album = Album { shown: Vec::new() };
    let mut head = app.clerk(Role::Supervisor, language);
    gives_cases_away(&app, &mut head, &mut album);
    is_stopped(&app, &mut head, &mut album);
    album.shown
}

fn gives_cases_away(app: &TestApp, head: &mut Person, album: &mut Album) {
    // Who can do the same has nothing to lend.
    app.employs_as("anna", Role::Officer, Language::Kk);
    app.employs_as("berik", Role::Operator, Language::Kk);
    head.goes_to("/desk?status=submitted").fills("queue-keep-name", "Таңғы").presses("queue-keep-do");
    head.goes_to("/desk?status=submitted");
    album.keeps(head, "Таңғы");
    head.ticks_all("case").presses("assign-ticked");
    album.keeps(head, "assign-do");
    head.presses("assign-do");
    album.keeps(head, "assign-to-missing");
    head.chooses_holding("claim-to", "berik").fills("claim-reason", "Кезек").presses("assign-do");
    album.keeps(head, "assign-done-title");
    head.goes_to("/admin/stand-ins").chooses_holding("stand-in-absent", "anna");
    head.chooses_holding("stand-in-deputy", "berik").fills("stand-in-until", "2026-06-12");
    head.fills("stand-in-why", "Бұйрық").presses("stand-in-make");
    album.keeps(head, "stand-in-end");
    let mut admin = app.clerk(Role::Admin, head.language);
    admin.goes_to("/admin/calendar?year=2026");
    let off = format!("{}\n27.07 Мереке", admin.finds_in("calendar-off"));
    admin.fills("calendar-off", &off).presses("calendar-preview");
    album.keeps(&mut admin, "calendar-confirm");
    admin.presses("calendar-confirm");
    album.keeps(&mut admin, "calendar-kept");
    admin.goes_to("/admin/reasons");
    let tree = &admin.page.tree;
    let links: Vec<&str> = tree.all("a").filter_map(|id| tree.attribute(id, "href")).collect();
    let change = links.into_iter().find(|to| to.contains("?change=")).unwrap().to_owned();
    admin.opens(&change);
    album.keeps(&mut admin, "reasons-keep");
}

fn is_stopped(app: &TestApp, head: &mut Person, album: &mut Album) {
    let case = queued(&app.office.db, Some(UNIT), Some(Status::Submitted)).remove(0).place.id;
    let page = format!("/desk/cases/{case}/return");
    let mut clerk = app.clerk(Role::Officer, head.language);
    clerk.goes_to(&page).remarks("person", "Туған жері жазылмаған");
    let mut signed_out = clerk.clone();
    signed_out.loses("ruqsat_session").presses("desk-return");
    album.keeps(&mut signed_out, "failure-signed_out.title");
    // In the meantime something of it has changed; then somebody else has taken it.
    let touch = |conn: &mut _| {
        applications::change(conn, &case, None, |application, _| {
            application.language = "ru".to_owned();
            Ok(applications::Changed { value: (), event: None })
        })
    };
    app.office.db.write(touch).unwrap();
    let mut late = clerk.clone();
    late.presses("desk-return");
    album.keeps(&mut late, "desk-changed-title");
    clerk.goes_to(&page).remarks("person", "Туған жері жазылмаған");
    head.goes_to(&format!("/desk/cases/{case}")).presses_to("/take");
    clerk.presses("desk-return");
    album.keeps(&mut clerk, "failure-held.title");
}
