//! Papers drawn as pictures: what people see of a file, and what a file that means harm comes to.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::web;
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
use ruqsat::documents::{Format, Paper, StoredFile};
use ruqsat::drawing::{Ended, LONGEST, MOST_PAGES, Studio};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role::{Officer, Supervisor};
use ruqsat::store::{applications, drawn as stored};
use ruqsat::web::drawn;
use ruqsat::web::files::Admitted;

use super::photograph::pictures::{encoded, notes_in, with_notes};
use super::support::app::UNIT;
use super::support::database::Folder;
use super::support::http::{Request, Response};
use super::support::{Kind, Person, TestApp, answers, each_db, files, webp};

const HOUSING: DocumentKind = DocumentKind::Housing;

/// A filed application whose contract on housing is this file; its id, and the id of the file.
fn filed_with(app: &TestApp, kind: DocumentKind, content: &[u8]) -> (Person, String, String) {
    let mut person = app.person(Kk);
    person.begins();
    person.answers_everything(&answers::adult()).brings_everything();
    let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    person.takes_away_all(kind);
    person.brings(kind, content).files();
    let file = file_of(app, &id, kind);
    (person, id, file)
}

fn file_of(app: &TestApp, id: &str, kind: DocumentKind) -> String {
    let application = app.office.db.read(|conn| applications::load(conn, id)).unwrap();
    application.paper(kind).files[0].id.clone()
}

fn at_desk(clerk: &mut Person, id: &str, file: &str, query: &str) -> Response {
    clerk.sends(Request::get(&format!("/{}/desk/cases/{id}/files/{file}{query}", clerk.language)))
}

fn picture(answer: &Response) -> DynamicImage {
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/jpeg")), "{}", answer.text());
    image::load_from_memory(&answer.body).unwrap()
}

/// Light above and dark below, or the other way round.
fn is_dark(picture: &DynamicImage, x: f64, y: f64) -> bool {
    let (width, height) = picture.dimensions();
    let Rgb(pixel) =
        picture.to_rgb8().get_pixel((x * f64::from(width)) as u32, (y * f64::from(height)) as u32).to_owned();
    pixel.iter().all(|part| *part < 128)
}

#[test]
fn a_clerk_sees_the_pages_of_a_pdf_as_pictures_and_never_the_file() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let pages = ["0 0 300 842 re f", "0 421 595 421 re f BT /F 40 Tf 60 700 Td (Page 2) Tj ET"];
        let (_, id, file) = filed_with(&app, HOUSING, &files::pdf_of_pages((595, 842), &pages));
        let mut clerk = app.clerk(Officer, Ru);
        let first = picture(&at_desk(&mut clerk, &id, &file, ""));
        assert_eq!(first.dimensions(), ((f64::from(LONGEST) * 595.0 / 842.0) as u32, LONGEST));
        assert!(is_dark(&first, 0.2, 0.8) && !is_dark(&first, 0.8, 0.8), "the left half is black");
        let second = picture(&at_desk(&mut clerk, &id, &file, "?page=2"));
        assert!(is_dark(&second, 0.8, 0.3) && !is_dark(&second, 0.8, 0.8), "the upper half is black");
        let thumb = picture(&at_desk(&mut clerk, &id, &file, "?page=2&thumb=1"));
        assert!(thumb.height() == 240 && is_dark(&thumb, 0.8, 0.3), "{:?}", thumb.dimensions());
        for none in ["?page=3", "?page=0", "?page=x1"] {
            let answer = at_desk(&mut clerk, &id, &file, none);
            assert!(answer.status == 404 || none == "?page=x1", "{none}: {}", answer.status);
        }
    });
}

#[test]
fn what_a_camera_noted_stays_in_the_vault() {
    let app = TestApp::on(Kind::Sqlite);
    let mut upright = RgbImage::from_pixel(400, 600, Rgb([240; 3]));
    (0..400).for_each(|x| (0..300).for_each(|y| upright.put_pixel(x, y, Rgb([10; 3]))));
    let lying = encoded(&image::imageops::rotate270(&upright), ImageFormat::Jpeg);
    let brought = with_notes(&lying, 6, "2025:02:03 04:05:06");
    let (mut person, id, file) = filed_with(&app, HOUSING, &brought);
    let mut clerk = app.clerk(Officer, Kk);
    for answer in [
        at_desk(&mut clerk, &id, &file, ""),
        at_desk(&mut clerk, &id, &file, "?thumb=1"),
        person.sends(Request::get(&format!("/kk/apply/documents/housing/files/{file}"))),
    ] {
        let seen = picture(&answer);
        assert!(seen.height() > seen.width(), "upright: {:?}", seen.dimensions());
        assert!(is_dark(&seen, 0.5, 0.2) && !is_dark(&seen, 0.5, 0.8));
        assert_eq!(notes_in(&answer.body), [""; 0], "no word beside the picture");
    }
}

/// Files that begin like what they say they are.
fn torture() -> Vec<(&'static str, Vec<u8>)> {
    let whole = files::pdf_of_pages((595, 842), &["0 0 300 842 re f"]);
    let text = |text: &str| text.as_bytes().to_vec();
    let page = |page: &str, more: &str| {
        text(&format!(
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R {page}>>endobj\n{more}\ntrailer<</Root 1 0 R>>\n%%EOF"
        ))
    };
    let form = "4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 13>>\n\
                stream\n/X Do /X Do /X\nendstream endobj\n5 0 obj<</Length 5>>\nstream\n/X Do\nendstream endobj";
    let saves = "q ".repeat(100_000);
    let showing = "/MediaBox[0 0 99 99]/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>";
    let picture = |about: &str, pixels: &str| {
        format!(
            "4 0 obj<</Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8{about}>>stream\n{pixels}\n\
             endstream endobj\n5 0 obj<</Length 26>>stream\nq 99 0 0 99 0 0 cm /X Do Q\nendstream endobj"
        )
    };
    let jpeg = files::picture(600, 400, ImageFormat::Jpeg);
    let mut noise = jpeg.clone();
    let at = noise.len() / 2;
    noise[at..].iter_mut().enumerate().for_each(|(i, byte)| *byte = (i * 37 % 251) as u8);
    vec![
        ("a name alone", text("%PDF-1.7")),
        (
            "noise after the name",
            [b"%PDF-1.7\n".to_vec(), (0..50_000_u32).map(|i| (i * 31 % 253) as u8).collect()].concat(),
        ),
        ("cut in half", whole[..whole.len() / 2].to_vec()),
        (
            "a page tree that bites its tail",
            text(
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>",
            ),
        ),
        (
            "no pages",
            text(
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>",
            ),
        ),
        ("brackets without end", [b"%PDF-1.7\n1 0 obj".to_vec(), b"[".repeat(300_000)].concat()),
        ("a page of a mile", page("/MediaBox[0 0 1e30 1e30]", "")),
        ("a page of nothing", page("/MediaBox[0 0 0 0]", "")),
        ("a page that is no number", page("/MediaBox[(a) /b null 1]", "")),
        ("a picture in itself", page("/MediaBox[0 0 99 99]/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>", form)),
        ("saved and never restored", files::pdf_of_pages((595, 842), &[&saves])),
        (
            "a pattern a million times",
            files::pdf_of_pages((595, 842), &[&"1 0 0 rg 0 0 595 842 re f 5 5 m 590 800 l S ".repeat(2_000)]),
        ),
        ("a picture of ten thousand megapixels", page(showing, &picture("/ColorSpace/DeviceRGB/Length 0", ""))),
        ("a bomb of pixels", {
            let zeros = "00".repeat(1 << 20); // in figures, so that the file stays text
            page(showing, &picture("/ColorSpace/DeviceGray/Filter/ASCIIHexDecode", &zeros))
        }),
        ("a picture of ten thousand megapixels in the drawing", {
            let inline = "BI /W 100000 /H 100000 /CS /RGB /BPC 8 ID x EI";
            files::pdf_of_pages((99, 99), &[&format!("q 99 0 0 99 0 0 cm {inline} Q")])
        }),
        ("a jpeg that is noise", noise),
        ("half a png", {
            let png = files::picture(900, 700, ImageFormat::Png);
            png[..png.len() / 3].to_vec()
        }),
        ("half a webp", {
            let webp = files::picture(900, 700, ImageFormat::WebP);
            webp[..webp.len() / 3].to_vec()
        }),
        ("a webp that claims what it has not", webp::file(&[webp::claiming(9_000, 9_000)])),
    ]
}

#[test]
fn no_file_breaks_the_house_and_one_that_cannot_be_drawn_says_so() {
    let app = TestApp::on(Kind::Sqlite);
    let (mut owner, id, _) = filed_with(&app, HOUSING, &files::pdf("x"));
    let mut clerk = app.clerk(Officer, Kk);
    let mut refused = Vec::new();
    for (name, content) in torture() {
        // As if it had come past the checks of an upload: what draws must not depend on them.
        let format = Format::of(&content).unwrap();
        let file = replaces(&app, &id, HOUSING, format, &content);
        let begun = Instant::now();
        let answer = at_desk(&mut clerk, &id, &file, "");
        assert!(matches!(answer.status, 200 | 409), "{name}: {} {}", answer.status, answer.text());
        assert!(begun.elapsed() < Duration::from_secs(45), "{name}");
        if answer.status == 409 {
            refused.push(name);
            clerk.goes_to(&format!("/desk/cases/{id}/files/{file}")).sees("denied-file_not_drawn");
        }
    }
    for name in ["a name alone", "no pages", "half a png", "half a webp"] {
        assert!(refused.contains(&name), "{name} was drawn; refused: {refused:?}");
    }
    owner.goes_to("/track");
    assert_eq!(owner.status(), 200, "the house stands");
}

/// Puts a file into the place of the contract on housing, past all checks.
fn replaces(app: &TestApp, id: &str, kind: DocumentKind, format: Format, content: &[u8]) -> String {
    use ruqsat::store::applications::{Changed, change};
    let new = uuid::Uuid::now_v7().to_string();
    let written = ruqsat::app::block_on(app.office.vault.write_all(&new, content)).unwrap();
    app.office
        .db
        .write(|conn| {
            change(conn, id, None, |application, _| {
                let like = application.papers.iter().find(|paper| paper.kind == HOUSING).unwrap().clone();
                let (size, sha256) = (written.size, written.sha256);
                let file = StoredFile { id: new.clone(), format, size, sha256, ..like.files[0].clone() };
                application.papers.retain(|paper| paper.kind != kind);
                application.papers.push(Paper { kind, files: vec![file], ..like });
                Ok(Changed { value: (), event: None })
            })
        })
        .unwrap();
    new
}

#[test]
fn what_is_drawn_is_sealed_beside_the_file_and_goes_with_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        person.brings(HOUSING, &files::pdf_of_pages((300, 400), &["0 0 9 9 re f", "9 9 9 9 re f"]));
        let lies = || {
            let mut names = Vec::new();
            let visit = async |name: &str| {
                names.push(name.to_owned());
                Ok(())
            };
            ruqsat::app::block_on(app.office.vault.each_file(visit)).unwrap();
            names
        };
        let before = lies();
        let file = file_of(&app, &id, HOUSING);
        let address = format!("/kk/apply/documents/housing/files/{file}");
        assert_eq!(person.sends(Request::get(&format!("{address}?page=2"))).status, 200);
        let after = lies();
        assert_eq!(after.len(), before.len() + 4, "two pages, large and small");
        assert_eq!(person.sends(Request::get(&format!("{address}?page=1&thumb=1"))).status, 200);
        assert_eq!(lies(), after, "drawn once");
        for name in after.iter().filter(|name| !before.contains(name)) {
            let plain = ruqsat::app::block_on(app.office.vault.read_all(name, 1 << 24)).unwrap();
            assert!(plain.starts_with(&[0xFF, 0xD8, 0xFF]), "a JPEG, for who has the key");
        }
        person.goes_to("/apply/documents/housing");
        person.presses_to(&format!("/apply/documents/housing/files/{file}/remove"));
        assert_eq!(lies().len(), before.len() - 1, "nothing of it is left");
    });
}

#[test]
fn pages_that_a_limit_cut_off_are_drawn_for_whoever_asks_some_time_later() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        person.brings(HOUSING, &files::pdf_of_pages((300, 400), &["0 0 9 9 re f", "9 9 9 9 re f", "0 9 9 9 re f"]));
        let file = app.office.db.read(|conn| applications::load(conn, &id)).unwrap().paper(HOUSING).files.remove(0);
        // Three pages; one of a white point comes, and the process is at its end.
        let head =
            |sign: char, one: u8, other: u8| format!("{sign}\\{one:03o}\\000\\000\\000\\{other:03o}\\000\\000\\000");
        let came = format!("{}{}\\377\\377\\377", head('N', 3, 0), head('P', 1, 1));
        let cut = format!("cat >/dev/null; printf '{came}'; kill -9 $$");
        let folder = Folder::new();
        let mut office = app.office.clone();
        office.studio = Arc::new(Studio::new(script(&folder, &cut)));
        let (office, admitted) = (web::Data::new(office), Admitted::at_desk(file.clone()).unwrap());
        let first = ruqsat::app::block_on(drawn::drawing(&office, &admitted, 2)).unwrap();
        assert_eq!((first.pages, first.sheets.len()), (3, 1));

        let mut pages = || {
            [1, 2, 3, 4].map(|page| {
                let address = format!("/kk/apply/documents/housing/files/{}?page={page}", file.id);
                person.sends(Request::get(&address)).status
            })
        };
        app.it_is("2026-06-10 10:59");
        assert_eq!(pages(), [200, 409, 409, 404], "not again and again");
        app.it_is("2026-06-10 11:01");
        assert_eq!(pages(), [200, 200, 200, 404]);
        let whole = app.office.db.read(|conn| stored::of(conn, &file.id)).unwrap().unwrap();
        assert_eq!(whole.sheets.iter().map(|sheet| sheet.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(whole.sheets[0], first.sheets[0], "what was drawn is not drawn again");
    });
}

#[test]
fn each_kind_of_identity_paper_is_marked_and_no_other() {
    use DocumentKind as D;
    let app = TestApp::on(Kind::Sqlite);
    let white = files::pdf_of_pages((177, 125), &["1 g 0 0 177 125 re f"]);
    let (_, id, _) = filed_with(&app, HOUSING, &white);
    let mut clerk = app.clerk(Officer, Ru);
    for (kind, marked) in [
        (D::Passport, true),
        (D::BirthCertificate, true),
        (D::RepresentativeAuthority, true),
        (D::FingerprintCertificate, true),
        (HOUSING, false),
        (D::Medical028u, false),
    ] {
        let file = replaces(&app, &id, kind, Format::Pdf, &white);
        let shown = picture(&at_desk(&mut clerk, &id, &file, "")).to_rgb8();
        let is_marked = shown.pixels().any(|pixel| pixel.0[1] < 220);
        assert_eq!(is_marked, marked, "{}", kind.code());
    }
}

#[test]
fn an_identity_paper_is_given_out_under_a_watermark_only() {
    let app = TestApp::on(Kind::Sqlite);
    let white = files::pdf_of_pages((354, 249), &["1 g 0 0 354 249 re f"]);
    let (mut person, id, file) = filed_with(&app, DocumentKind::Passport, &white);
    let housing = replaces(&app, &id, HOUSING, Format::Pdf, &white);
    let mut clerk = app.clerk(Officer, Ru);
    let plain = picture(&at_desk(&mut clerk, &id, &housing, "")).to_rgb8();
    assert!(plain.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)), "other papers are as they are");
    let own = format!("/kk/apply/documents/passport/files/{file}");
    for (name, answer) in [
        ("desk", at_desk(&mut clerk, &id, &file, "")),
        ("thumb", at_desk(&mut clerk, &id, &file, "?thumb=1")),
        ("owner", person.sends(Request::get(&own))),
    ] {
        std::fs::write(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("watermark-{name}.jpg")), &answer.body)
            .unwrap();
        let marked = picture(&answer).to_rgb8();
        let ink = marked.pixels().filter(|pixel| pixel.0[1] < 220).count();
        let all = (marked.width() * marked.height()) as usize;
        assert!(ink > all / 100 && ink < all / 3, "{name}: {ink} of {all}");
    }
    for language in [Kk, Ru] {
        let line = language.text("watermark-line").replace(['{', '}', '$'], "");
        let strange = ruqsat::drawing::watermark::unknown(&line);
        assert!(strange.iter().all(char::is_ascii), "{language}: no strokes for {strange:?}");
    }
    // It tells whose paper this is, and the day on which this copy was given out.
    let (_, other, same) = filed_with(&app, DocumentKind::Passport, &white);
    let (his, others) = (at_desk(&mut clerk, &id, &file, ""), at_desk(&mut clerk, &other, &same, ""));
    assert_eq!(picture(&his).dimensions(), picture(&others).dimensions());
    assert!(his.body != others.body, "the same white page, of another application");
    let one = at_desk(&mut clerk, &id, &file, "").body;
    assert!(one == at_desk(&mut clerk, &id, &file, "").body, "the same on the same day");
    app.it_is("2026-06-10 23:30");
    let mut later = app.clerk_of(Supervisor, UNIT, Ru);
    assert!(one == at_desk(&mut later, &id, &file, "").body);
    app.it_is("2026-06-11 00:30");
    assert!(one != at_desk(&mut later, &id, &file, "").body, "another day");
}

/// A program in the place of the one that draws.
fn script(folder: &Folder, body: &str) -> PathBuf {
    let path = folder.path().join("draw.sh");
    std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    path
}

/// What a studio makes of a small file, and how many pages it showed.
fn drawn_by(studio: &Studio) -> (Ended, usize) {
    let mut shown = 0;
    let load = async { Ok::<_, std::io::Error>(files::pieces(files::pdf("x"))) };
    let ended = ruqsat::app::block_on(studio.draw(Format::Pdf, 1..=MOST_PAGES, load, async |_| {
        shown += 1;
        Ok(())
    }));
    (ended.unwrap(), shown)
}

#[test]
fn whoever_takes_the_drawing_process_over_finds_nothing_and_says_nothing() {
    let folder = Folder::new();
    let told = folder.path().join("told");
    // What it is given: no environment of the server's.
    let studio = Studio::new(script(&folder, &format!("tr '\\0' '\\n' < /proc/$$/environ > {}", told.display())));
    assert_eq!(drawn_by(&studio), (Ended { pages: 0, whole: false }, 0));
    assert_eq!(std::fs::read_to_string(&told).unwrap(), "");
    // What it says: anything but pages of a sane size is the end of it.
    for (lie, shown) in [
        ("cat /dev/zero".to_owned(), 0),
        ("printf 'N\\001\\000\\000\\000\\000\\000\\000\\000P\\377\\377\\377\\377\\377\\377\\377\\377'; cat /dev/zero".to_owned(), 0),
        ("while :; do printf 'X\\000\\000\\000\\000\\000\\000\\000\\000'; done".to_owned(), 0),
        ("printf 'N\\377\\377\\377\\177\\000\\000\\000\\000'; while :; do printf 'X\\000\\000\\000\\000\\000\\000\\000\\000'; done".to_owned(), MOST_PAGES as usize),
        ("exec 0<&-; exit 7".to_owned(), 0),
    ] {
        let (ended, pages) = drawn_by(&Studio::new(script(&folder, &lie)));
        assert_eq!((ended.whole, pages), (false, shown), "{lie}");
    }
    // How long it may take.
    let begun = Instant::now();
    let studio =
        Studio::new(script(&folder, "cat > /dev/null; exec sleep 600")).with_deadline(Duration::from_millis(300));
    assert_eq!(drawn_by(&studio), (Ended { pages: 0, whole: false }, 0));
    assert!(begun.elapsed() < Duration::from_secs(60));
}

#[test]
fn the_drawing_process_lays_limits_on_itself_before_it_reads() {
    let mut process = Command::new(env!("CARGO_BIN_EXE_ruqsat"))
        .arg("draw")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let limits = || std::fs::read_to_string(format!("/proc/{}/limits", process.id())).unwrap();
    let begun = Instant::now();
    // It was given nothing to read: what it does, it does before.
    let limit = |name: &str| {
        let limits = limits();
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        line[name.len()..].split_whitespace().take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    while limit("Max processes") != ["0", "0"] && begun.elapsed() < Duration::from_secs(30) {
        std::thread::yield_now();
    }
    for (name, most) in [
        ("Max address space", "1073741824"),
        ("Max cpu time", "25"),
        ("Max open files", "3"),
        ("Max file size", "0"),
        ("Max core file size", "0"),
        ("Max processes", "0"),
    ] {
        assert_eq!(limit(name), [most, most], "{name}");
    }
    process.kill().unwrap();
    process.wait().unwrap();
}
