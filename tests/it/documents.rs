//! Papers: what may be brought, how it is kept, and that it comes back byte by byte.

use ruqsat::documents::file::{MOST_BYTES, MOST_BYTES_TOGETHER};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::store::applications::{self, Changed};

use super::support::http::{Request, multipart};
use super::support::{Kind, Person, TestApp, answers, each_db, files, stored_file};

/// Somebody whose situation is known: the papers follow from it.
fn on_the_papers(app: &TestApp) -> Person {
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    person
}

/// Addresses of the stored files on the page.
fn file_links(person: &Person) -> Vec<String> {
    let tree = &person.page.tree;
    let links = tree.all("a").filter_map(|id| tree.attribute(id, "href"));
    links.filter(|href| href.contains("/files/")).map(str::to_owned).collect()
}

#[test]
fn several_files_lie_with_a_paper_and_come_back() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        let (pdf, png, jpeg) = (files::pdf("one"), files::png(), files::portrait());
        person.goes_to("/apply/documents/criminal_record");
        person.attaches("papers-add", "1-бет.pdf", &pdf).attaches("papers-add", "2-бет.png", &png);
        person.attaches("papers-add-translation", "аударма.jpg", &jpeg).presses("save-and-continue");
        person.goes_to("/apply/documents/criminal_record").sees("1-бет.pdf").sees("2-бет.png").sees("аударма.jpg");
        let links = file_links(&person);
        // A PDF as it was brought; of a picture, what is to be seen on it.
        let wanted = [("application/pdf", Some(&pdf)), ("image/jpeg", None), ("image/jpeg", None)];
        assert_eq!(links.len(), wanted.len(), "{links:?}");
        for (link, (media_type, content)) in links.iter().zip(wanted) {
            let answer = person.sends(Request::get(link));
            assert_eq!((answer.status, answer.header("content-type")), (200, Some(media_type)));
            match content {
                Some(content) => assert!(answer.body == *content, "{link}: {} bytes", answer.body.len()),
                None => drop(image::load_from_memory(&answer.body).unwrap()),
            }
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
            assert!(answer.header("content-security-policy").is_some());
            let cached = answer.header("cache-control").unwrap_or_default();
            assert!(cached.contains("no-store") || cached.contains("private"), "{cached}");
        }
    });
}

#[test]
fn the_content_decides_and_not_the_name() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        person.goes_to("/apply/documents/medical_028u");
        person.attaches("papers-add", "contract.pdf", b"MZ\x90\0 a program").attaches(
            "papers-add",
            "page.exe",
            &files::pdf("good"),
        );
        person.attaches("papers-add", "page.html", b"<html><script>").attaches("papers-add", "empty.pdf", b"");
        person.fills("paper-number", "17/2026").presses("save-and-continue");
        assert_eq!(person.status(), 422);
        let told = person.page.complaints().join(" ");
        assert!(told.contains("contract.pdf") && told.contains("page.html") && told.contains("empty.pdf"), "{told}");
        assert!(!told.contains("page.exe"), "{told}");
        assert_eq!(person.finds_in("paper-number"), "17/2026", "what was typed is kept");
        person.goes_to("/apply/documents/medical_028u").sees("page.exe").does_not_see("page.html");
        assert_eq!(person.finds_in("paper-number"), "17/2026");
    });
}

#[test]
fn a_name_is_shown_and_nothing_else() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        for name in ["../../etc/passwd.pdf", "scan.pdf", "<img src=x onerror=alert(1)>.pdf", "a'b;c%00.pdf"] {
            person
                .goes_to("/apply/documents/housing")
                .attaches("papers-add", name, &files::pdf(name))
                .presses("save-and-continue");
        }
        person
            .goes_to("/apply/documents/housing")
            .sees("passwd.pdf")
            .sees("scan.pdf")
            .sees("<img src=x onerror=alert(1)>.pdf");
        person.does_not_see("etc");
        assert!(person.page.tree.all("img").all(|id| person.page.tree.attribute(id, "onerror").is_none()));
        assert_eq!(file_links(&person).len(), 4);
    });
}

#[test]
fn a_file_that_is_too_large_is_refused_and_the_rest_is_kept() {
    // SQLite is enough: the bytes never reach the database.
    let app = TestApp::on(Kind::Sqlite);
    let mut person = on_the_papers(&app);
    person.goes_to("/apply/documents/medical_028u").fills("paper-number", "17/2026");
    person.attaches("papers-add", "good.pdf", &files::pdf("good"));
    person.attaches("papers-add", "huge.pdf", &files::pdf_of(MOST_BYTES as usize + 1)).presses("save-and-continue");
    assert_eq!(person.status(), 422);
    let told = person.page.complaints().join(" ");
    assert!(told.contains("huge.pdf") && told.contains("20"), "the limit is told: {told}");
    person.goes_to("/apply/documents/medical_028u").sees("good.pdf").does_not_see("huge.pdf");
    assert_eq!(person.finds_in("paper-number"), "17/2026");
}

#[test]
fn all_files_together_have_a_limit() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        // As if nearly all of it had been brought already.
        let change = |conn: &mut _| {
            applications::change(conn, &id, None, |application, _| {
                for (n, kind) in [DocumentKind::Passport, DocumentKind::CriminalRecord, DocumentKind::Medical028u]
                    .into_iter()
                    .enumerate()
                {
                    let mut file = stored_file(&format!("{n}.pdf"));
                    file.size = MOST_BYTES_TOGETHER / 3 - 100;
                    application.attach(kind, file)?;
                }
                Ok(Changed { value: (), event: None })
            })
        };
        app.office.db.write(change).unwrap();
        person.goes_to("/apply/documents/housing").attaches("papers-add", "more.pdf", &files::pdf_of(1_000));
        person.presses("save-and-continue");
        assert_eq!(person.status(), 422);
        let told = person.page.complaints().join(" ");
        assert!(told.contains("more.pdf") && told.contains("60"), "{told}");
        person.goes_to("/apply/documents/housing").does_not_see("more.pdf");
    });
}

#[test]
fn a_photograph_for_which_there_is_no_room_is_told_of_on_its_page() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        let portrait = files::portrait();
        // Room for the picture, and not for the photograph that is cut from it.
        let mut nearly_all = stored_file("contract.pdf");
        nearly_all.size = MOST_BYTES_TOGETHER - portrait.len() as u64 - 100;
        let change = |conn: &mut _| {
            applications::change(conn, &id, None, |application, _| {
                application.attach(DocumentKind::Housing, nearly_all)?;
                Ok(Changed { value: (), event: None })
            })
        };
        app.office.db.write(change).unwrap();
        person.goes_to("/apply/photograph").attaches("photo-add", "me.jpg", &portrait).presses("save-and-continue");
        assert_eq!(person.status(), 422, "{}", person.page.told());
        let told = person.page.complaints().join(" ");
        assert!(told.contains("me.jpg") && told.contains(&person.says("error-no_room_left")), "{told}");
        person.goes_to("/apply/photograph").does_not_see("me.jpg");
    });
}

#[test]
fn the_words_of_a_form_with_files_have_a_limit_together() {
    // SQLite is enough: the words never reach the database.
    let app = TestApp::on(Kind::Sqlite);
    let mut person = on_the_papers(&app);
    person.goes_to("/apply/documents/medical_028u");
    let token = person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
    let form = |boxes: usize| {
        let mut fields = vec![("csrf".to_owned(), token.clone()), ("number".to_owned(), "17/2026".to_owned())];
        fields.extend((0..boxes).map(|n| (format!("box-{n}"), "x".repeat(4_000))));
        multipart("/kk/apply/documents/medical_028u", &fields, &[])
    };
    let mut stranger = app.person(Kk);
    for person in [&mut person, &mut stranger] {
        let answer = person.sends(form(70));
        assert_eq!((answer.status, answer.header("x-failure")), (413, Some("too_large_form")));
    }
    assert_eq!(stranger.sends(form(50)).status, 403, "only then it is asked who sends it");
    let answer = person.sends(form(50));
    let mends = answer.header("location") == Some("/kk/apply/documents/medical_028u?told=yes");
    assert!(answer.status == 303 && mends, "without a file");
    person.goes_to("/apply/documents/medical_028u");
    assert_eq!(person.finds_in("paper-number"), "17/2026");
}

#[test]
fn a_file_is_taken_away_by_its_owner_only() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, mut other) = (on_the_papers(&app), on_the_papers(&app));
        for name in ["one.pdf", "two.pdf"] {
            person
                .goes_to("/apply/documents/medical_028u")
                .attaches("papers-add", name, &files::pdf(name))
                .presses("save-and-continue");
        }
        person.goes_to("/apply/documents/medical_028u");
        let links = file_links(&person);
        assert_eq!(links.len(), 2);
        other.goes_to("/apply/documents/medical_028u");
        let token = other.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
        assert_eq!(other.sends(Request::get(&links[0])).status, 404);
        other.asks(Request::form(&format!("{}/remove", links[0]), &[("csrf".to_owned(), token)]));
        assert_eq!(person.sends(Request::get(&links[0])).status, 200, "still there");

        person.fills("paper-number", "17/2026").presses_to(&format!("{}/remove", links[0].trim_start_matches("/kk")));
        person.goes_to("/apply/documents/medical_028u").does_not_see("one.pdf").sees("two.pdf");
        assert_eq!(person.finds_in("paper-number"), "17/2026", "taking a file away loses no text");
        assert_eq!(person.sends(Request::get(&links[0])).status, 404);
        assert_eq!(person.sends(Request::get(&links[1])).status, 200);
    });
}

#[test]
fn a_photograph_is_a_picture_and_a_new_one_takes_its_place() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        person
            .goes_to("/apply/photograph")
            .attaches("photo-add", "me.pdf", &files::pdf("me"))
            .presses("save-and-continue");
        assert_eq!(person.status(), 422);
        person.attaches("photo-add", "me.jpg", &files::portrait()[..200]).presses("save-and-continue");
        assert_eq!(person.status(), 422, "a picture that is cut off");
        person.attaches("photo-add", "me.jpg", &files::portrait()).presses("save-and-continue");
        assert_eq!(person.status(), 200);
        person.goes_to("/apply/photograph").sees("me.jpg");
        person.attaches("photo-replace", "better.jpg", &files::portrait()).presses("save-and-continue");
        person.goes_to("/apply/photograph").sees("better.jpg").does_not_see("me.jpg");
    });
}

#[test]
fn papers_are_looked_at_by_their_dates() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        let brings = |person: &mut Person, issued: &str| {
            person.goes_to("/apply/documents/medical_028u").fills("paper-issued_on", issued);
            person.presses("save-and-continue").page.complaints().is_empty()
        };
        person.goes_to("/apply/documents/medical_028u").attaches("papers-add", "028.pdf", &files::pdf("028"));
        person.presses("save-and-continue").is_to_mend();
        assert!(brings(&mut person, "2025-12-12"), "180 days before 10 June 2026");
        assert!(!brings(&mut person, "2025-12-11"), "181 days");
        assert!(!brings(&mut person, "2026-06-11"), "tomorrow");
        assert!(!brings(&mut person, "31.02.2026"), "no day");
        assert_eq!(person.finds_in("paper-issued_on"), "31.02.2026");
    });
}

#[test]
fn a_proof_of_an_exemption_may_be_old_and_the_page_says_what_is_not_sure() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::professional().situation);
        person.brings(DocumentKind::SolvencyExemption, &files::pdf("birth"));
        person
            .goes_to("/apply/documents/solvency_exemption")
            .sees("papers-fresh-unsure")
            .does_not_see("error-proof_old");
        person.fills("paper-issued_on", "1985-03-20").presses("save-and-continue").arrives_at("/apply/documents");
        person.goes_to("/apply/documents/solvency_exemption").sees("error-proof_old");
        assert_eq!(person.page.complaints(), Vec::<String>::new());
        // Tomorrow.
        person.fills("paper-issued_on", "2026-06-11").presses("save-and-continue").is_to_mend();
    });
}

#[test]
fn the_same_papers_are_asked_in_both_languages() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        for (applicant, extra) in [
            (answers::adult(), DocumentKind::Solvency),
            (answers::minor(), DocumentKind::BirthCertificate),
            (answers::professional(), DocumentKind::SectoralPetition),
        ] {
            person.language = Kk;
            person.saves(&applicant.situation);
            let kazakh = person.papers_asked();
            person.language = Ru;
            assert_eq!(person.papers_asked(), kazakh);
            assert!(kazakh.contains(&extra), "{kazakh:?}");
        }
    });
}

#[test]
fn a_form_with_files_needs_its_key_and_its_token() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = on_the_papers(&app);
        person.goes_to("/apply/documents/medical_028u").fills("paper-number", "17/2026").attaches(
            "papers-add",
            "a.pdf",
            &files::pdf("a"),
        );
        let mut stale = person.clone();
        stale.puts("csrf", "0123").presses("save-and-continue");
        assert_eq!(stale.status(), 403);
        let mut keyless = person.clone();
        keyless.loses("ruqsat_key").presses("save-and-continue");
        assert_eq!(keyless.status(), 403);
        person.goes_to("/apply/documents/medical_028u").does_not_see("a.pdf");
        stale.sees("failure-send-again").presses("failure-send-again");
        person.goes_to("/apply/documents/medical_028u");
        assert_eq!(person.finds_in("paper-number"), "17/2026", "the text came back, the file is to be chosen again");
    });
}
