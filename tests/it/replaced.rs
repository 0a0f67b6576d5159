//! What was filed and then replaced: the desk sees it beside what took its place, copies hold it, and it counts nowhere else.

use std::collections::HashSet;

use ruqsat::application::Application;
use ruqsat::documents::{ScanState, StoredFile};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role::Officer;
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::{dump, scans, vaulted};

use super::support::http::Request;
use super::support::{Person, TestApp, answers, each_db, files, moment};

const HOUSING: DocumentKind = DocumentKind::Housing;

fn load(app: &TestApp, id: &str) -> Application {
    app.office.db.read(|conn| applications::load(conn, id)).unwrap()
}

/// Somebody to whom a filed application was returned for one paper.
struct Returned {
    person: Person,
    clerk: Person,
    number: String,
    id: String,
    /// The files of the paper as they were filed.
    filed: Vec<StoredFile>,
}

impl Returned {
    fn to(app: &TestApp, kind: DocumentKind) -> Self {
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        let filed = load(app, &id).paper(kind).filed().cloned().collect();
        let mut clerk = app.clerk(Officer, Ru);
        clerk.takes(&number).follows("move-return").remarks(&format!("paper-{kind}"), "unreadable");
        clerk.presses("desk-return").sees("status-returned");
        Self { person, clerk, number, id, filed }
    }
    fn opens_at_desk(&self, clerk: &mut Person, file: &str) -> u16 {
        clerk.sends(Request::get(&format!("/ru/desk/cases/{}/files/{file}", self.id))).status
    }
}

fn ids<'a>(files: impl IntoIterator<Item = &'a StoredFile>) -> Vec<&'a str> {
    files.into_iter().map(|file| file.id.as_str()).collect()
}

/// What lies in the vault and has no row.
fn strays(app: &TestApp) -> Vec<String> {
    let rows = |conn: &mut _| Ok([vaulted::after(conn, "")?, vaulted::sheets_after(conn, "")?].concat());
    let known: HashSet<String> = app.office.db.read(rows).unwrap().into_iter().map(|row| row.id).collect();
    let mut strays = Vec::new();
    let visit = async |name: &str| {
        strays.extend((!known.contains(name)).then(|| name.to_owned()));
        Ok(())
    };
    ruqsat::app::block_on(app.office.vault.each_file(visit)).unwrap();
    strays
}

#[test]
fn a_paper_that_was_filed_lies_at_the_desk_beside_the_one_that_took_its_place() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut case = Returned::to(&app, HOUSING);
        case.person.takes_away_all(HOUSING).brings(HOUSING, &files::pdf("a mistake"));
        let mistake = load(&app, &case.id).paper(HOUSING).files.remove(0);
        case.person.takes_away_all(HOUSING).brings(HOUSING, &files::pdf("the better one")).files();

        let now = load(&app, &case.id);
        assert_eq!(ids(now.replaced.iter().map(|(_, file)| file)), ids(&case.filed), "what was never filed is gone");
        assert_eq!(now.paper(HOUSING).files.len(), 1);
        assert_eq!(now.bytes(), now.papers.iter().flat_map(|paper| &paper.files).map(|file| file.size).sum::<u64>());
        assert_eq!(strays(&app), Vec::<String>::new());
        for file in &case.filed {
            let own = format!("/kk/apply/documents/housing/files/{}", file.id);
            assert_eq!(case.person.sends(Request::get(&own)).status, 404, "its owner has the new one");
        }
        // A copy holds it, and what it names lies in the vault.
        let dumped = dump::write(&app.office.db, &mut Vec::new(), |_| {}).unwrap();
        for file in &case.filed {
            assert!(dumped.files.contains(&file.id));
            let there = ruqsat::app::block_on(app.office.vault.examine(&file.id)).unwrap();
            assert_eq!(there.sha256, file.sha256);
        }

        let mut clerk = case.clerk.clone();
        clerk.takes(&case.number).follows("review-open").follows("document-housing").sees("review-mended");
        let tree = &clerk.page.tree;
        let links = tree.all("a").filter_map(|link| tree.attribute(link, "href")).map(str::to_owned);
        let links: Vec<String> = links.filter(|to| to.contains("/papers/housing?file=")).collect();
        assert_eq!(links.len(), case.filed.len(), "{links:?}");
        for to in &links {
            clerk.opens(to).sees("desk-file-replaced");
            let tree = &clerk.page.tree;
            let page = tree.all("image").find_map(|image| tree.attribute(image, "href")).unwrap().to_owned();
            assert_eq!(clerk.sends(Request::get(&page)).status, 200);
        }
        clerk.goes_to(&format!("/desk/cases/{}/papers/housing", case.id)).does_not_see("desk-file-replaced");
        assert_eq!(case.opens_at_desk(&mut clerk, &mistake.id), 404);
        let mut elsewhere = app.clerk_of(Officer, "KZ71", Ru);
        assert_eq!(case.opens_at_desk(&mut elsewhere, &case.filed[0].id), 404);
    });
}

#[test]
fn of_a_photograph_that_is_replaced_what_was_filed_stays_and_nothing_else() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut case = Returned::to(&app, DocumentKind::Photo);
        let person = &mut case.person;
        person.goes_to("/apply/photograph").attaches("photo-replace", "better.jpg", &files::portrait());
        person.presses("save-and-continue").arrives_at("/apply/photograph");
        let right = format!("→ {}", person.says("photo-step-right"));
        person.presses(&right).presses(&right).presses("save-and-continue").files();
        let now = load(&app, &case.id);
        assert_eq!(ids(now.replaced.iter().map(|(_, file)| file)), ids(&case.filed));
        assert_eq!(strays(&app), Vec::<String>::new());
        let mut clerk = case.clerk.clone();
        assert_eq!(case.opens_at_desk(&mut clerk, &case.filed[0].id), 200);
    });
}

#[test]
fn a_find_in_a_file_that_was_replaced_closes_it_and_asks_for_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut case = Returned::to(&app, HOUSING);
        case.person.takes_away_all(HOUSING).brings(HOUSING, &files::pdf("the better one")).files();
        let (at, file) = (moment("2026-06-10 10:00"), case.filed[0].id.clone());
        let waits = |conn: &mut _| {
            applications::change(conn, &case.id, None, |application, _| {
                application.replaced.iter_mut().for_each(|(_, file)| file.scan = ScanState::Waiting);
                Ok(Changed { value: (), event: None })
            })
        };
        app.office.db.write(waits).unwrap();
        let mut clerk = case.clerk.clone();
        assert_eq!(case.opens_at_desk(&mut clerk, &file), 409, "nobody has looked at it yet");
        assert!(!load(&app, &case.id).awaits_scan(), "and nobody waits for it");
        app.office.db.write(|conn| scans::infected(conn, &file, "Test", at)).unwrap();
        let now = load(&app, &case.id);
        let state = |id: &str| now.replaced.iter().find(|(_, file)| file.id == id).unwrap().1.scan;
        assert_eq!((state(&file), now.office.reopened.len()), (ScanState::Infected, 0));
        assert_eq!(case.opens_at_desk(&mut clerk, &file), 409);
        clerk.takes(&case.number).does_not_see("desk-error-file_infected");
    });
}
