//! What follows from where a file stands: at the desk, at the counter, for the applicant.

use ruqsat::documents::ScanState;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;
use ruqsat::store::applications;

use super::stands;
use crate::support::http::Request;
use crate::support::{Kind, Person, TestApp, answers, each_db, files};

const HOUSING: DocumentKind = DocumentKind::Housing;

/// Id of the application that a browser has open.
fn id_of(person: &Person) -> String {
    person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned()
}

/// Address of the file of the contract on housing, at the desk.
fn at_desk(app: &TestApp, id: &str) -> String {
    let application = app.office.db.read(|conn| applications::load(conn, id)).unwrap();
    format!("/kk/desk/cases/{id}/files/{}", application.paper(HOUSING).files[0].id)
}

#[test]
fn the_desk_opens_what_was_scanned_and_says_plainly_what_was_not() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let id = id_of(&person);
        let address = at_desk(&app, &id);
        let mut clerk = app.clerk(Role::Officer, Kk);
        let links = |clerk: &Person| {
            let tree = &clerk.page.tree;
            tree.all("a").chain(tree.all("img")).any(|one| {
                let file = address.rsplit('/').next().unwrap();
                tree.attribute(one, "href").or(tree.attribute(one, "src")).is_some_and(|to| to.contains(file))
            })
        };
        for (state, status, told) in [
            (ScanState::NotScanned, 200, Some("desk-scan-not_scanned")),
            (ScanState::Waiting, 409, Some("desk-scan-waiting")),
            (ScanState::Infected, 409, Some("desk-scan-infected")),
            (ScanState::Clean, 200, None),
        ] {
            stands(&app, &id, HOUSING, state);
            clerk.takes(&number);
            assert_eq!(links(&clerk), status == 200, "{state:?}: {}", clerk.page.told());
            let answer = clerk.sends(Request::get(&address));
            assert_eq!(answer.status, status, "{state:?}");
            if status != 200 {
                let denied = format!("denied-{}", state.opens_at_desk().unwrap_err().code());
                clerk.goes_to(address.trim_start_matches("/kk")).sees(&denied);
                clerk.takes(&number);
            }
            if let Some(told) = told {
                clerk.sees(told);
            }
        }
    });
}

#[test]
fn nothing_is_accepted_that_nobody_has_seen() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let mut clerk = app.clerk(Role::Operator, Kk);
        clerk.takes(&number).follows("move-accept").does_not_see("denied-files_waiting").ticks_all("original");
        let mut sent = clerk.would_send("desk-accept");
        stands(&app, &id_of(&person), HOUSING, ScanState::Waiting);
        person.goes_to("/track").sees("scan-track-waiting");
        // The case says so before its buttons, none of which urges to accept.
        clerk.takes(&number);
        let tree = &clerk.page.tree;
        let link = tree.all("a").find(|id| tree.text(*id) == clerk.says("move-accept")).unwrap();
        assert_eq!(tree.attribute(link, "class"), Some("button secondary"));
        let told = tree.all("p").find(|id| tree.attribute(*id, "class") == Some("notice")).unwrap();
        assert!(told < link && tree.text(told).contains(&clerk.says("desk-scan-waiting")), "{}", tree.text(told));
        // It is said before anything is ticked, and there is nothing to press.
        clerk.takes(&number).follows("move-accept").sees("denied-files_waiting");
        assert!(clerk.page.buttons(&clerk.says("desk-accept")).is_empty());
        let tree = &clerk.page.tree;
        let waiting = tree.all("div").find(|id| tree.attribute(*id, "class") == Some("notice")).unwrap();
        assert!(tree.text(waiting).contains(&clerk.says("document-housing")), "the paper is named");
        // Nor does a form of one's own making help.
        let revision = clerk.page.boxes.iter().find(|one| one.name == "revision").unwrap().value.clone();
        sent.fields.iter_mut().filter(|(name, _)| name == "revision").for_each(|(_, old)| *old = revision.clone());
        clerk.submits(sent);
        assert_eq!(clerk.status(), 422);
        clerk.sees_first("denied-files_waiting").sees("document-housing");
        let told = clerk.page.text().matches(&clerk.says("denied-files_waiting")).count();
        assert_eq!(told, 1, "{}", clerk.page.told());
        let tree = &clerk.page.tree;
        assert!(tree.all("div").any(|id| tree.attribute(id, "id") == Some("originals")), "the summary leads somewhere");
        stands(&app, &id_of(&person), HOUSING, ScanState::Clean);
        clerk.accepts(&number);
    });
}

#[test]
fn an_infected_file_is_told_of_everywhere_and_stops_filing_until_another_takes_its_place() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        let id = id_of(&person);
        stands(&app, &id, HOUSING, ScanState::Infected);
        person.goes_to("/apply").sees("scan-tasks").sees("document-housing");
        person.goes_to("/apply/check").sees("error-file_infected").sees("scan-infected");
        person.goes_to("/track").sees("scan-track-title").sees("document-housing");
        person.goes_to("/apply/documents/housing").sees("error-file_infected").sees("scan-infected");
        let file = app.office.db.read(|conn| applications::load(conn, &id)).unwrap().paper(HOUSING).files[0].id.clone();
        let address = format!("/ru/apply/documents/housing/files/{file}");
        assert_eq!(person.sends(Request::get(&address)).status, 409, "not even its owner gets it");
        // The page lets no one file, so the form is sent as a stubborn browser would.
        person.goes_to("/apply/check");
        assert!(person.page.button_to("/ru/apply/submit").is_none());

        person.goes_to("/apply/documents/housing").presses_to(&format!("/apply/documents/housing/files/{file}/remove"));
        person.brings(HOUSING, &files::pdf("another"));
        person.goes_to("/apply").does_not_see("scan-tasks");
        person.files();
    });
}

#[test]
fn found_after_filing_it_is_returned_for_and_mended() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let id = id_of(&person);
        stands(&app, &id, HOUSING, ScanState::Infected);
        person.goes_to("/track").sees("scan-track-wait").sees("document-housing");
        let mut clerk = app.clerk(Role::Officer, Kk);
        clerk.takes(&number).sees("desk-error-file_infected").follows("move-return");
        clerk.sees("desk-error-file_infected").presses("desk-return");
        person.goes_to("/apply/documents").sees("desk-scan-remark");
        let file = app.office.db.read(|conn| applications::load(conn, &id)).unwrap().paper(HOUSING).files[0].id.clone();
        person.goes_to("/apply/documents/housing").presses_to(&format!("/apply/documents/housing/files/{file}/remove"));
        person.brings(HOUSING, &files::pdf("another")).files();
        clerk.takes(&number).does_not_see("desk-error-file_infected");
    });
}

#[test]
fn returned_for_something_else_the_infected_paper_is_open_too() {
    // SQLite is enough: nothing here depends on the database.
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    let number = person.applies(&answers::adult());
    let id = id_of(&person);
    let mut clerk = app.clerk(Role::Officer, Kk);
    clerk.takes(&number).follows("move-return").remarks("contacts", "Телефон қате").presses("desk-return");
    person.goes_to("/apply/documents/housing");
    assert!(!person.is_at("/apply/documents/housing"), "closed: nobody remarked on it");
    stands(&app, &id, DocumentKind::Photo, ScanState::Infected);
    stands(&app, &id, HOUSING, ScanState::Infected);
    person.goes_to("/apply/documents/housing").arrives_at("/apply/documents/housing").sees("error-file_infected");
    person.goes_to("/apply/photograph").arrives_at("/apply/photograph").sees("error-file_infected");
    person.attaches("photo-replace", "better.jpg", &files::portrait()).presses("save-and-continue");
    person.goes_to("/apply").does_not_see("document-photo").sees("document-housing");
}
