//! The address of a link is a secret: neither it nor anything about the person whose paper it asks for stands in the logs
//! of the real program, in its database, or in what a browser tells other sites.

use std::collections::BTreeMap;
use std::fs::File;

use ruqsat::application::invitation::Invitation;
use ruqsat::clock::Clock;
use ruqsat::config::Config;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::store::{applications, invitations};
use ruqsat::web::key::invitation_hash;

use super::support::database::Folder;
use super::support::http::Request;
use super::support::program::Program;
use super::support::{Person, answers, files, moment};
use super::uploads::by_link::Guest;
use super::uploads::tus::patch;

/// All bytes of the files of a folder.
fn bytes(folder: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { all.extend(bytes(&entry)) } else { all.extend(std::fs::read(&entry).unwrap()) }
    }
    all
}

fn holds(all: &[u8], word: &str) -> bool {
    all.windows(word.len()).any(|part| part == word.as_bytes())
}

/// A link that was made long ago, and has expired since.
fn made_long_ago(settings: &[(String, String)], id: &str) -> String {
    let values: BTreeMap<String, String> = settings.iter().cloned().collect();
    let office =
        ruqsat::app::office(&Config::from_values(&values).unwrap(), Clock::standing_at(moment("2020-06-10 10:00")))
            .unwrap();
    let token = "5e".repeat(32);
    let hash = invitation_hash(&office, &token);
    let made = |conn: &mut ruqsat::store::Conn| {
        let application = applications::load(conn, id)?;
        let about = ("Landlord", "For two years, please");
        let at = moment("2020-06-10 10:00");
        let made = Invitation::make("old".to_owned(), &application, DocumentKind::Housing, about, at)?;
        invitations::make(conn, &made, &hash)
    };
    office.db.write(made).unwrap();
    format!("/bring/{token}")
}

#[test]
fn no_link_and_no_person_is_in_the_logs() {
    let folder = Folder::new();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let log = folder.path().join("log");
    let lies = |name: &str| data.join(name).display().to_string();
    let settings: Vec<(String, String)> = [
        ("RUQSAT_DATABASE_URL", format!("sqlite://{}", lies("ruqsat.db"))),
        ("RUQSAT_DATA_DIR", lies("")),
        ("RUQSAT_VAULT_URL", format!("file://{}", lies("vault"))),
        // All that the program itself ever says.
        ("RUQSAT_LOG", "info,ruqsat=trace".to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    let program = Program::saying(folder.path(), "unlimited", &settings, File::create(&log).unwrap().into());
    let mut owner = Person::new(program.address, Kk);
    let (number, code) = owner.begins();
    owner.saves(&answers::adult().situation).saves(&answers::adult().person);
    let id = owner.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    let (good, revoked, unknown) = (owner.invites(), owner.invites(), format!("/bring/{}", "ab".repeat(32)));
    owner.goes_to("/apply/documents/housing/invite").presses_to("/revoke");
    let expired = made_long_ago(&settings, &id);

    let mut visitor = Person::new(program.address, Ru);
    for (link, opens) in [(&good, true), (&revoked, false), (&expired, false), (&unknown, false)] {
        visitor.goes_to(link).sees(if opens { "document-housing" } else { "bring-closed" });
        let header = |name: &str| visitor.page.response.header(name).unwrap_or_default().to_owned();
        // No other site is told the address of the page that led to it, and nobody's cache keeps it.
        assert_eq!(header("referrer-policy"), "same-origin", "{link}");
        assert!(header("cache-control").contains("no-store"), "{link}: {}", header("cache-control"));
        let form = vec![("csrf".to_owned(), "forged".to_owned())];
        let file = vec![("files".to_owned(), "YILMAZ Mehmet.pdf".to_owned(), files::pdf("x"))];
        let sent = visitor.sends(super::support::http::multipart(&format!("/ru{link}"), &form, &file));
        assert_eq!(sent.status, if opens { 403 } else { 404 });
        // Nor do the addresses of files that go ahead of the form.
        let ahead = super::uploads::tus::creation(&format!("/ru{link}/uploads"), "housing", "YILMAZ Mehmet.pdf", 9);
        assert_eq!(visitor.sends(ahead.with("X-Form-Token", "forged")).status, 404);
        for odd in ["?came=1", "/more", "%00", "?x=YILMAZ"] {
            visitor.sends(Request::get(&format!("/ru{link}{odd}")));
        }
    }
    visitor.goes_to(&good).attaches("papers-add", "YILMAZ Mehmet.pdf", &files::pdf("y")).presses("bring-send");
    visitor.sees("bring-came.next");
    let mut guest = Guest::of(visitor.clone(), &good);
    let at = guest.begins("YILMAZ Mehmet.pdf", 9);
    assert_eq!(guest.sends(patch(&at, 0, b"not yet")).status, 204);
    assert_eq!(guest.sends(patch(&at, 7, b"too much")).status, 413);
    visitor.goes_to(&good).attaches("papers-add", "YILMAZ.exe", b"MZ").presses("bring-send");
    assert_eq!(visitor.status(), 422);
    drop(program);

    let (log, stored) = (std::fs::read(&log).unwrap(), bytes(&data));
    assert!(
        holds(&log, "/{lang}/bring/{token}") || holds(&log, "bring"),
        "it does log: {}",
        String::from_utf8_lossy(&log)
    );
    for link in [&good, &revoked, &expired, &unknown] {
        let token = link.trim_start_matches("/bring/");
        assert!(!holds(&log, token), "{link} is in the log");
        assert!(!holds(&stored, token), "{link} is on the disk");
    }
    let person = ["YILMAZ", "Йылмаз", "Мехмет", "Landlord", "two years", &number, &code];
    for secret in person {
        assert!(!holds(&log, secret), "{secret}: {}", String::from_utf8_lossy(&log));
    }
}
