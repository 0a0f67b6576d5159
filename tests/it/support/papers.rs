//! Papers as people have them: what is to be said of each, and its files. What is slow to draw is drawn once for the whole
//! run: pages out of a scanner, portraits, the data page of each passport.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use image::imageops::{FilterType, overlay, resize};
use image::{DynamicImage, ImageFormat};
use ruqsat::documents::passport_zone::check_digit;
use ruqsat::documents::{Details, Format};
use ruqsat::drawing::Studio;
use ruqsat::law::DocumentKind;

use super::answers::{Applicant, details, is};
use super::{files, vaults};

/// A file as it lies on somebody's computer.
#[derive(Debug, Clone)]
pub struct OnDisk {
    pub name: String,
    pub content: Vec<u8>,
}

/// A paper that somebody brings.
#[derive(Debug, Clone)]
pub struct Brought {
    pub about: Details,
    pub files: Vec<OnDisk>,
    pub translation: Option<OnDisk>,
}

impl Brought {
    /// The boxes of its page.
    pub fn boxes(&self) -> serde_json::Map<String, serde_json::Value> {
        let boxes = serde_json::to_value(&self.about).unwrap();
        boxes.as_object().unwrap().clone()
    }
}

/// A paper of this person. Their passport, which they photographed, and the certificates of the state that they came from
/// are in its language: with a notarised translation, the certificates with an apostille on their second page. What they
/// have from here is three pages out of a scanner, and a fourth that was photographed.
pub fn of(applicant: &Applicant, kind: DocumentKind) -> Brought {
    let mut about = details(kind);
    let country = applicant.situation.citizenship.text();
    let passport = kind == DocumentKind::Passport;
    let file = |name: &str, content| OnDisk { name: name.to_owned(), content };
    if !passport && !matches!(kind, DocumentKind::CriminalRecord | DocumentKind::BirthCertificate) {
        let scanned = file(&format!("{kind}.pdf"), files::scanned(3, kind.code()));
        let photographed = file(&format!("{kind}-4.jpg"), files::scan(3));
        return Brought { about, files: vec![scanned, photographed], translation: None };
    }
    about.language = is(match country.as_str() {
        "TUR" => "tr",
        "MNG" => "mn",
        "IND" => "en",
        other => panic!("the language of {other}?"),
    });
    about.translated = is("yes");
    if !passport {
        about.issued_in = is(&country);
        about.legalisation = is("apostille");
    }
    let pages = if passport { 1 } else { 2 };
    let own = if passport {
        file("passport.jpg", data_page(&lines_of(applicant)))
    } else {
        file(&format!("{kind}.pdf"), files::scanned(pages, kind.code()))
    };
    let translation = files::scanned(pages, &format!("{kind}, translated"));
    Brought { about, files: vec![own], translation: Some(file(&format!("{kind}-аударма.pdf"), translation)) }
}

/// The lines of a passport, all check digits right.
pub fn lines(names: &str, issuer: &str, number: &str, born: &str, sex: char, expires: &str) -> [String; 2] {
    lines_for(names, [issuer, issuer], number, born, sex, expires)
}

/// The same for somebody who is no citizen of the state that issued it.
pub fn lines_for(
    names: &str,
    [issuer, holder]: [&str; 2],
    number: &str,
    born: &str,
    sex: char,
    expires: &str,
) -> [String; 2] {
    let digit = |field: &str| char::from(check_digit(&[field]));
    let number = format!("{number:<<9}");
    let front = format!("{number}{}{holder}{born}{}{sex}{expires}{}", digit(&number), digit(born), digit(expires));
    let all = format!("{front}{}<", "<".repeat(14));
    let whole = check_digit(&[&all[..10], &all[13..20], &all[21..43]]);
    [format!("{:<<44}", format!("P<{issuer}{names}")), format!("{all}{}", char::from(whole))]
}

/// Those of the engineer from Türkiye.
pub fn his() -> [String; 2] {
    lines_of(&super::answers::adult())
}

/// Those of the passport that somebody told of.
pub fn lines_of(applicant: &Applicant) -> [String; 2] {
    let (person, passport) = (&applicant.person, &applicant.passport);
    // Of 2033-01-09 the zone has 330109.
    let six = |day: String| day[2..].replace('-', "");
    let sex = if person.sex.text() == "female" { 'F' } else { 'M' };
    let names = format!("{}<<{}", &*person.surname_latin, &*person.given_names_latin);
    let (born, expires) = (six(applicant.situation.born_on.text()), six(passport.expires_on.text()));
    lines(&names, &passport.country.text(), &passport.number, &born, sex, &expires)
}

/// The data page of a passport as somebody photographs it: a portrait, the names, the zone.
pub fn data_page(lines: &[String; 2]) -> Vec<u8> {
    static DRAWN: Mutex<BTreeMap<[String; 2], Vec<u8>>> = Mutex::new(BTreeMap::new());
    let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    drawn.entry(lines.clone()).or_insert_with(|| photographed(lines)).clone()
}

fn photographed([first, second]: &[String; 2]) -> Vec<u8> {
    let (surname, given) = first[5..].trim_end_matches('<').split_once("<<").unwrap();
    let text = format!(
        "0.93 0.91 0.86 rg 0 0 595 420 re f 0 g BT /F 14 Tf 200 330 Td (PASSPORT) Tj 0 -30 Td ({surname}) Tj \
         0 -30 Td ({given}) Tj /F 20 Tf -166 -190 Td ({first}) Tj 0 -32 Td ({second}) Tj ET"
    );
    // The zone is printed in a typewriter's letters.
    let pdf = String::from_utf8(files::pdf_of_pages((595, 420), &[&text])).unwrap();
    let pdf = pdf.replace("/Helvetica", "/Courier  ").into_bytes();
    let mut page = None;
    let studio = Studio::new(env!("CARGO_BIN_EXE_ruqsat").into());
    let load = async { Ok::<_, std::io::Error>(files::pieces(pdf)) };
    let drawn = studio.draw(Format::Pdf, 1..=1, load, async |drawn| {
        page = drawn.picture;
        Ok(())
    });
    vaults::done(drawn).unwrap();
    let mut page = page.unwrap();
    // Beside the names, 40 points from the left and 80 from above.
    let points = |points: u32| points * page.width() / 595;
    let portrait = image::load_from_memory(&files::portrait()).unwrap().into_rgb8();
    let portrait = resize(&portrait, points(130), points(170), FilterType::Triangle);
    let (x, y) = (points(40), points(80));
    overlay(&mut page, &portrait, x.into(), y.into());
    files::encoded(DynamicImage::from(page), ImageFormat::Jpeg)
}
