//! The whole way with papers as people have them: scanned pages, a certificate of another state with its apostille and its
//! translation, a portrait with a face in it, the lines of the passport, and a real scanner between applicant and desk.

use image::GenericImageView;
use ruqsat::documents::Details;
use ruqsat::documents::photo::Photograph;
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::law::DocumentKind::{self, BirthCertificate, CriminalRecord};
use ruqsat::people::Role::{Officer, Operator, Supervisor};
use ruqsat::store::applications;
use ruqsat::validation::Questions as _;

use super::support::answers::Applicant;
use super::support::clamd::{Clamd, Over, until};
use super::support::http::Request;
use super::support::papers::{self, OnDisk};
use super::support::{Kind, Person, TestApp, answers, each_db, files};

/// Brings every paper that is asked for, and a portrait in which a face is found; gives the certificate of another state.
fn brings_real_papers(person: &mut Person, applicant: &Applicant) -> DocumentKind {
    let asked = person.papers_asked();
    for kind in asked.iter().copied() {
        let paper = papers::of(applicant, kind);
        person.goes_to(&format!("/apply/documents/{kind}")).fills_all("paper", Details::FIELDS, &paper.boxes().into());
        for OnDisk { name, content } in &paper.files {
            person.attaches("papers-add", name, content);
        }
        if let Some(OnDisk { name, content }) = &paper.translation {
            person.attaches("papers-add-translation", name, content);
        }
        person.presses("save-and-continue");
        assert_eq!((person.status(), person.page.complaints()), (200, vec![]), "{}", person.page.told());
        if paper.translation.is_some() {
            person.goes_to(&format!("/apply/documents/{kind}")).sees("pair-translation-beside");
        }
    }
    let abroad = asked.into_iter().find(|kind| [CriminalRecord, BirthCertificate].contains(kind));
    let abroad = abroad.expect("a paper of another state");
    person.goes_to(&format!("/apply/documents/{abroad}")).sees("pair-legalisation-apostille");
    person.goes_to("/apply/photograph");
    person.attaches("photo-add", "me.jpg", &files::portrait()).presses("save-and-continue");
    person.arrives_at("/apply/photograph").sees("photo-proposal").sees("photo-nothing").presses("save-and-continue");
    assert_eq!((person.status(), person.page.complaints()), (200, vec![]), "{}", person.page.told());
    abroad
}

/// Types the lines of the passport, which agree with what was answered.
fn types_the_zone(person: &mut Person, applicant: &Applicant) {
    let [first, second] = papers::lines_of(applicant);
    person.goes_to("/apply/zone").fills("zone-line1", &first).fills("zone-line2", &second).presses("zone-check");
    person.sees("zone-agrees");
}

/// The page that is in the clerk's viewer, as the browser gets it.
fn in_the_viewer(clerk: &mut Person) -> Vec<u8> {
    let tree = &clerk.page.tree;
    let picture = tree.all("image").find_map(|id| tree.attribute(id, "href")).map(str::to_owned);
    let picture = picture.unwrap_or_else(|| panic!("nothing to see on {}", clerk.page.told()));
    let answer = clerk.sends(Request::get(&picture));
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/jpeg")), "{picture}");
    let seen = image::load_from_memory(&answer.body).unwrap();
    let ink = seen.to_luma8().pixels().filter(|pixel| pixel.0[0] < 128).count();
    let (width, height) = seen.dimensions();
    assert!(
        width.min(height) > 1_000 && ink > (width * height) as usize / 200,
        "a page with lines on it: {width}×{height}, {ink}"
    );
    answer.body
}

/// Opens a file of a paper from the case, looks at its pages, one after the other, and goes back.
fn looks_through(clerk: &mut Person, number: &str, name: &str, pages: usize) {
    clerk.takes(number).follows(name);
    let mut seen = vec![in_the_viewer(clerk)];
    for _ in 1..pages {
        let tree = &clerk.page.tree;
        let next = tree.all("a").find(|id| tree.attribute(*id, "data-key") == Some("n")).unwrap();
        let next = tree.attribute(next, "href").unwrap().to_owned();
        clerk.opens(&next);
        seen.push(in_the_viewer(clerk));
    }
    seen.dedup();
    assert_eq!(seen.len(), pages, "each page of {name} is another");
}

fn granted_on_real_papers(kind: Kind, applicant: &Applicant, reads: Language, clerks_read: Language) {
    let clamd = Clamd::over(Over::Unix);
    let app = TestApp::with(kind, &[("RUQSAT_CLAMD", &clamd.setting()), ("RUQSAT_DRAW_AHEAD", "on")]);
    let mut person = app.person(reads);
    let (number, _) = person.begins();
    person.answers_everything(applicant);
    types_the_zone(&mut person, applicant);
    let abroad = brings_real_papers(&mut person, applicant);
    person.goes_to("/apply/check").does_not_see("error-photo_no_face").does_not_see("error-zone_differs");
    person.files().sees(&number).sees_state("submitted");
    let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    let filed = || app.office.db.read(|conn| applications::load(conn, &id)).unwrap();
    until("every file is scanned", || !filed().awaits_scan());
    let Photograph { measured, confirmed, .. } = filed().photograph.unwrap();
    assert!(confirmed && measured.head.is_some_and(|head| (30.0..=37.5).contains(&head.tall)), "{measured:?}");

    let mut officer = app.clerk(Officer, clerks_read);
    officer.takes(&number).sees("desk-no-findings").does_not_see("desk-scan-waiting");
    officer.does_not_see("desk-scan-not_scanned").sees("pair-translation-beside").sees("pair-legalisation-apostille");
    officer.sees("desk-zone-agrees").does_not_see("desk-photo-marked");
    looks_through(&mut officer, &number, &format!("{abroad}.pdf"), 2);
    looks_through(&mut officer, &number, &format!("{abroad}-аударма.pdf"), 2);
    looks_through(&mut officer, &number, "passport.jpg", 1);
    looks_through(&mut officer, &number, "passport-аударма.pdf", 1);

    app.it_is("2026-06-12");
    let mut operator = app.clerk(Operator, clerks_read);
    operator.accepts(&number);
    person.sees_state("accepted");
    officer.asks_approver(&number, "national_security");
    officer.records_answer(&number, "national_security", "positive");
    app.clerk(Supervisor, clerks_read).confirms(&number, "approve", "/approve").sees("status-approved");
    operator.confirms(&number, "issue", "/issue").sees("status-issued");
    person.sees_state("issued");
}

#[test]
fn a_permit_is_granted_on_papers_as_people_have_them() {
    each_db(|kind| granted_on_real_papers(kind, &answers::adult(), Kk, Ru));
}

#[test]
fn a_permit_is_granted_on_papers_in_russian_by_clerks_who_read_kazakh() {
    granted_on_real_papers(Kind::Sqlite, &answers::adult(), Ru, Kk);
}

#[test]
fn a_girl_with_her_mother_brings_papers_as_people_have_them() {
    each_db(|kind| granted_on_real_papers(kind, &answers::minor(), Ru, Kk));
}
