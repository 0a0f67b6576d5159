//! The photograph: what was brought becomes 413×531 pixels, what is found in it is told to both sides and stops nobody.

mod faults;
mod notes;
pub mod pictures;

use image::{DynamicImage, GenericImageView, ImageFormat, RgbImage};
use ruqsat::demo::portrait::{Looks, draw};
use ruqsat::documents::Format;
use ruqsat::documents::content::look;
use ruqsat::documents::photo::{Photograph, judge};
use ruqsat::imaging::{Portrait, Wish, portrait};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role;
use ruqsat::store::applications;

use super::support::http::Request;
use super::support::sources::root;
use super::support::{Kind, Person, TestApp, answers, day, each_db, files, webp};
use pictures::{PLAIN, encoded, with_notes};

fn cut(bytes: &[u8]) -> Portrait {
    portrait(bytes, Format::of(bytes).unwrap(), Wish::Propose).unwrap()
}

/// The codes of what is found in a picture, today.
fn found(bytes: &[u8]) -> Vec<String> {
    judged(cut(bytes))
}

fn judged(cut: Portrait) -> Vec<String> {
    let photograph =
        Photograph { measured: cut.measured, taken_on: cut.taken_on, confirmed: true, ..Default::default() };
    judge(&photograph, day("2026-06-10")).iter().map(|finding| finding.code.clone()).collect()
}

/// Somebody on the page of the photograph.
fn before_the_camera(app: &TestApp) -> Person {
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    person.goes_to("/apply/photograph");
    person
}

fn brings(person: &mut Person, name: &str, content: &[u8]) {
    let empty = !person.page.labelled(&person.says("photo-add")).is_empty();
    let chooser = if empty { "photo-add" } else { "photo-replace" };
    person.attaches(chooser, name, content).presses("save-and-continue").arrives_at("/apply/photograph");
}

/// The address of the photograph that would be filed.
fn link(person: &Person) -> String {
    let tree = &person.page.tree;
    let mut links = tree.all("a").filter_map(|id| tree.attribute(id, "href")).filter(|href| href.contains("/files/"));
    let link = links.next().unwrap().to_owned();
    assert_eq!(links.next(), None, "one photograph");
    link
}

fn hidden(person: &Person, name: &str) -> String {
    person.page.boxes.iter().find(|one| one.name == name).unwrap_or_else(|| panic!("no {name}")).value.clone()
}

#[test]
fn a_picture_becomes_the_photograph_and_its_owner_moves_the_frame() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = before_the_camera(&app);
        brings(&mut person, "me.png", &encoded(&draw(&PLAIN), ImageFormat::Png));
        person.sees("photo-proposal").sees("photo-nothing").sees("me.jpg");
        let first = link(&person);
        let answer = person.sends(Request::get(&first));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/jpeg")));
        let photograph = image::load_from_memory(&answer.body).unwrap();
        assert_eq!(photograph.dimensions(), (413, 531));
        // JFIF: units of inches, 300 across and down.
        assert_eq!((&answer.body[6..11], &answer.body[13..18]), (&b"JFIF\0"[..], &[1, 1, 44, 1, 44][..]));

        let before: f64 = hidden(&person, "crop-x").parse().unwrap();
        let (right, closer) = (person.says("photo-step-right"), person.says("photo-step-closer"));
        person.presses(&format!("→ {right}")).arrives_at("/apply/photograph").sees("photo-proposal");
        let after: f64 = hidden(&person, "crop-x").parse().unwrap();
        assert!(after < before, "the face goes right when the frame goes left: {before} {after}");
        assert_ne!(link(&person), first, "another photograph");
        assert_eq!(person.sends(Request::get(&first)).status, 404, "the one before is gone");
        person.presses(&format!("+ {closer}"));
        let width: f64 = hidden(&person, "crop-width").parse().unwrap();

        person.presses("save-and-continue");
        assert!(!person.is_at("/apply/photograph"), "{}", person.page.told());
        person.goes_to("/apply/photograph").sees("photo-agreed").does_not_see("photo-proposal");
        assert_eq!(hidden(&person, "crop-width").parse::<f64>().unwrap(), width, "the frame stays where it was left");
    });
}

#[test]
fn a_frame_drawn_by_the_script_is_cut_as_it_was_drawn() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = before_the_camera(&app);
    brings(&mut person, "me.jpg", &encoded(&draw(&PLAIN), ImageFormat::Jpeg));
    person.puts("crop-x", "100").puts("crop-y", "120").puts("crop-width", "630").presses("save-and-continue");
    person.goes_to("/apply/photograph").sees("photo-agreed");
    let frame = ["crop-x", "crop-y", "crop-width"].map(|name| hidden(&person, name));
    assert_eq!(frame, ["100", "120", "630"]);
    // Beyond the picture, or no number at all: nothing breaks, and the frame stays inside.
    for (x, width) in [("-500", "9999999"), ("NaN", "inf"), ("text", "0")] {
        person.puts("crop-x", x).puts("crop-width", width).presses("save-and-continue");
        assert_eq!(person.status(), 200, "{}", person.page.told());
        person.goes_to("/apply/photograph");
        let (x, width): (f64, f64) =
            (hidden(&person, "crop-x").parse().unwrap(), hidden(&person, "crop-width").parse().unwrap());
        assert!(x >= 0.0 && x + width <= 841.0, "{x} {width}");
    }
    // A page of a picture that is gone moves nothing.
    let mut stale = person.clone();
    brings(&mut person, "better.jpg", &encoded(&draw(&PLAIN), ImageFormat::Jpeg));
    let kept = hidden(&person, "crop-x");
    stale.puts("crop-x", "1").presses("save-and-continue");
    person.goes_to("/apply/photograph").sees("better.jpg").sees("photo-proposal");
    assert_eq!(hidden(&person, "crop-x"), kept);
}

#[test]
fn what_is_found_is_told_to_both_sides_and_stops_nobody() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        let dark = Looks { wall: [70, 66, 64], ..PLAIN };
        person.goes_to("/apply/photograph");
        brings(&mut person, "me.jpg", &encoded(&draw(&dark), ImageFormat::Jpeg));
        person.sees("error-photo_background_dark").sees("photo-advice-only");
        let original = hidden(&person, "original");
        person.goes_to("/apply/check").sees("error-photo_background_dark").sees("error-photo_unconfirmed");
        person.goes_to("/apply/photograph").presses("save-and-continue");
        person.goes_to("/apply/check").sees("error-photo_background_dark").does_not_see("error-photo_unconfirmed");
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        let own = format!("/ru/apply/documents/photo/files/{original}");
        assert_eq!(person.sends(Request::get(&own)).status, 200, "its owner still has the picture");
        person.files();

        let mut clerk = app.clerk(Role::Officer, Kk);
        clerk.goes_to(&format!("/desk/cases/{id}")).sees("desk-error-photo_background_dark");
        clerk
            .sees("desk-photo-title")
            .sees("desk-photo-marked")
            .sees("desk-photo-background")
            .sees("desk-photo-advice");
        let files = format!("/kk/desk/cases/{id}/files");
        assert_eq!(clerk.sends(Request::get(&format!("{files}/{original}"))).status, 404, "it was never filed");
        let application = app.office.db.read(|conn| applications::load(conn, &id)).unwrap();
        let paper = application.paper(ruqsat::law::DocumentKind::Photo);
        let filed: Vec<_> = paper.filed().collect();
        assert_eq!(filed.len(), 1);
        assert_eq!(clerk.sends(Request::get(&format!("{files}/{}", filed[0].id))).status, 200);
        let frozen = app.office.db.read(|conn| applications::submissions_of(conn, &id)).unwrap().remove(0).body;
        assert!(frozen.contains(&filed[0].sha256), "the photograph is evidence");
        for file in paper.files.iter().filter(|file| !file.role.is_filed()) {
            assert!(!frozen.contains(&file.sha256), "{:?} is not", file.role);
        }
    });
}

#[test]
fn taking_the_photograph_away_takes_what_it_was_cut_from() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = before_the_camera(&app);
    brings(&mut person, "me.jpg", &encoded(&draw(&PLAIN), ImageFormat::Jpeg));
    let (photograph, original) = (link(&person), hidden(&person, "original"));
    person.presses_to(&format!("{}/remove", photograph.trim_start_matches("/kk"))).sees("photo-add");
    for address in [photograph, format!("/kk/apply/documents/photo/files/{original}")] {
        assert_eq!(person.sends(Request::get(&address)).status, 404);
    }
}

#[test]
fn a_picture_that_breaks_off_is_refused_and_the_one_before_stays() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = before_the_camera(&app);
    brings(&mut person, "me.jpg", &encoded(&draw(&PLAIN), ImageFormat::Jpeg));
    let whole = encoded(&draw(&PLAIN), ImageFormat::Png);
    person.attaches("photo-replace", "half.png", &whole[..whole.len() / 2]).presses("save-and-continue");
    assert_eq!(person.status(), 422);
    assert!(person.page.complaints().join(" ").contains("half.png"), "{:?}", person.page.complaints());
    person.goes_to("/apply/photograph").sees("me.jpg").sees("photo-proposal");
}

#[test]
fn the_cameras_notes_say_which_way_is_up_and_when() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = before_the_camera(&app);
    // As a phone stores a picture that was taken upright: on its side, with a note to turn it (EXIF orientation 6).
    let lying = image::imageops::rotate270(&draw(&PLAIN));
    brings(&mut person, "phone.jpg", &with_notes(&encoded(&lying, ImageFormat::Jpeg), 6, "2025:02:03 04:05:06"));
    person.sees_day("2025-02-03").does_not_see("error-photo_no_face");
    brings(&mut person, "new.jpg", &with_notes(&encoded(&lying, ImageFormat::Jpeg), 6, "2026:02:03 04:05:06"));
    person.sees("photo-nothing");
}

#[test]
fn whichever_way_a_picture_lies_its_face_is_found() {
    let upright = draw(&PLAIN);
    let placed = cut(&encoded(&upright, ImageFormat::Jpeg)).crop;
    for (turns, lying) in [
        (1, image::imageops::rotate270(&upright)),
        (2, image::imageops::rotate180(&upright)),
        (3, image::imageops::rotate90(&upright)),
    ] {
        let found = cut(&encoded(&lying, ImageFormat::Jpeg));
        assert_eq!(found.turns, turns);
        let near = |one: f64, other: f64| assert!((one - other).abs() < placed.width / 20.0, "{found:?}");
        near(found.crop.x, placed.x);
        near(found.crop.y, placed.y);
    }
}

#[test]
fn drawn_skin_scarf_and_glasses_change_nothing_that_is_found() {
    let skins = [[238, 205, 178], [196, 150, 116], [150, 106, 78], [96, 66, 50]];
    for skin in skins {
        for (scarf, glasses) in [(None, false), (Some([70, 90, 120]), false), (None, true), (Some([40, 40, 48]), true)]
        {
            let looks = Looks { skin, scarf, glasses, ..PLAIN };
            assert_eq!(found(&encoded(&draw(&looks), ImageFormat::Png)), [""; 0], "{looks:?}");
        }
    }
    // What is wrong is found whoever it is.
    for skin in [skins[0], skins[3]] {
        let bad = draw(&Looks { skin, wall: [60, 60, 64], ..PLAIN });
        assert_eq!(found(&encoded(&bad, ImageFormat::Png)), ["photo_background_dark"], "{skin:?}");
        let blurred = image::imageops::blur(&draw(&Looks { skin, ..PLAIN }), 8.0);
        assert_eq!(found(&encoded(&blurred, ImageFormat::Png)), ["photo_blurred"], "{skin:?}");
    }
}

#[test]
fn who_is_not_alone_or_not_there_is_told() {
    assert_eq!(found(&files::oval())[0], "photo_no_face", "an oval is no face");
    let one = draw(&PLAIN);
    let mut two = RgbImage::new(one.width() * 2, one.height());
    image::imageops::replace(&mut two, &one, 0, 0);
    image::imageops::replace(&mut two, &one, i64::from(one.width()), 0);
    assert!(found(&encoded(&two, ImageFormat::Jpeg)).contains(&"photo_faces".to_owned()));
}

#[test]
fn colours_are_brought_to_srgb_and_what_is_transparent_to_white() {
    let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let red = RgbImage::from_pixel(500, 600, image::Rgb([200, 60, 60]));
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95);
    image::ImageEncoder::set_icc_profile(&mut encoder, p3).unwrap();
    encoder.encode_image(&red).unwrap();
    let pixel = *image::load_from_memory(&cut(&bytes).jpeg).unwrap().to_rgb8().get_pixel(200, 200);
    // Display P3 has stronger colours: the same red needs a larger number in sRGB (218, 43, 52).
    assert!((214..=222).contains(&pixel.0[0]) && (36..=50).contains(&pixel.0[1]), "{pixel:?}");

    // The same colours as WebP: a profile in a chunk of its own.
    let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let told =
        webp::file(&[webp::canvas(0x20, 500, 600), webp::chunk(b"ICCP", &p3), webp::lossless(&red)[12..].to_vec()]);
    assert_eq!(look(&told), Ok(Format::Webp));
    let pixel = *image::load_from_memory(&cut(&told).jpeg).unwrap().to_rgb8().get_pixel(200, 200);
    assert!((214..=222).contains(&pixel.0[0]) && (36..=50).contains(&pixel.0[1]), "{pixel:?}");

    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let clear = DynamicImage::ImageRgba8(image::RgbaImage::new(500, 600));
        assert!(cut(&files::encoded(clear, format)).measured.background > 0.99, "{format:?}");
    }
    // With loss, the transparence lies in a chunk beside the colours: black that nobody sees.
    let black = webp::lossy(&RgbImage::new(500, 600));
    let veil = webp::chunk(b"ALPH", &[0; 1 + 500 * 600]);
    let clear = webp::file(&[webp::canvas(webp::SEE_THROUGH, 500, 600), veil, black[12..].to_vec()]);
    assert_eq!(look(&clear), Ok(Format::Webp));
    assert!(cut(&clear).measured.background > 0.99);
}

#[test]
fn a_webp_becomes_the_same_photograph_as_the_jpeg_of_it() {
    let drawn = draw(&PLAIN);
    let of_jpeg = cut(&encoded(&drawn, ImageFormat::Jpeg));
    for webp in [webp::lossy(&drawn), webp::lossless(&drawn)] {
        let made = cut(&webp);
        assert_eq!((made.size, made.turns), (of_jpeg.size, of_jpeg.turns));
        assert!((made.crop.width - of_jpeg.crop.width).abs() < 0.03 * of_jpeg.crop.width, "{:?}", made.crop);
        assert_eq!(judged(made), [""; 0]);
    }
    // And by the doors that people use: with the form, and cut in the process that draws.
    let app = TestApp::on(Kind::Sqlite);
    let mut person = before_the_camera(&app);
    brings(&mut person, "IMG-20260601-WA0007.webp", &webp::lossy(&drawn));
    person.sees("photo-proposal").sees("photo-nothing").sees("IMG-20260601-WA0007.jpg");
    let filed = person.sends(Request::get(&link(&person)));
    assert_eq!((filed.status, filed.header("content-type")), (200, Some("image/jpeg")));
    // As a paper it is drawn, as other pictures are.
    person.goes_to("/apply/documents/housing").attaches("papers-add", "contract", &webp::lossy(&drawn));
    person.presses("save-and-continue").goes_to("/apply/documents/housing").sees("contract");
    let tree = &person.page.tree;
    let links = tree.all("a").filter_map(|id| tree.attribute(id, "href")).filter(|href| href.contains("/files/"));
    let at = links.last().unwrap().to_owned();
    let page = person.sends(Request::get(&at));
    assert_eq!((page.status, page.header("content-type")), (200, Some("image/jpeg")), "{}", page.text());
    let picture = image::load_from_memory(&page.body).unwrap();
    assert_eq!(picture.width() > picture.height(), drawn.width() > drawn.height());
}

/// Photographs of people that packages ship; see tests/tools/fetch. So few prove next to nothing: this holds the README's
/// table of them, and nothing more.
#[test]
fn of_the_few_photographs_of_people_that_packages_ship_this_is_found() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    // | `picture` | what it shows | `found`, `found` |
    let rows = readme.lines().filter_map(|line| line.trim().strip_prefix("| `")?.split_once(".jpg` |"));
    let rows: Vec<(&str, &str)> = rows.collect();
    assert_eq!(rows.len(), 6, "the README tells of six");
    let mut wrong = Vec::new();
    for (name, row) in rows {
        let told = row.trim_end_matches('|').rsplit('|').next().unwrap().trim();
        let found = found(&pictures::of_people(&format!("{name}.jpg")));
        let found = found.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ");
        if found != told {
            wrong.push(format!("{name}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "the README says otherwise: {wrong:#?}");
}
