//! A disk without room: the program runs under a limit of the system on how far its files may grow, so that writing fails
//! in the middle, as it does on a full disk.

use std::path::Path;

use ruqsat::language::Language::Kk;
use ruqsat::law::DocumentKind::Passport;

use crate::support::database::Folder;
use crate::support::program::Program;
use crate::support::{Person, answers, files};

fn files_below(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_below(&path) } else { 1 }).sum()
}

#[test]
fn a_full_disk_takes_nothing_by_halves() {
    let folder = Folder::new();
    drop(Program::start(folder.path(), "unlimited")); // tables, secret key

    let program = Program::start(folder.path(), "4096"); // 2 MB
    let mut person = Person::new(program.address, Kk);
    let (number, code) = person.begins();
    person.saves(&answers::adult().situation);

    // A scan that does not fit leaves nothing in the vault, and the page says so.
    person
        .goes_to("/apply/documents/passport")
        .attaches("papers-add", "паспорт.pdf", &files::pdf_of(3_000_000))
        .presses("save-and-continue");
    assert_eq!(person.status(), 503);
    person.sees_first("could-not-save").sees("papers-choose-again");
    assert_eq!(files_below(&folder.path().join("var/vault")), 0);

    // Answers are kept until there is no room; then the page comes back with what was typed.
    let mut kept = String::new();
    let refused = (0..2_000).find_map(|n| {
        let street = format!("Абай даңғылы {n}");
        person.goes_to("/apply/contacts").fills("contacts-street", &street).presses("save-and-continue");
        match person.status() {
            503 => Some(street),
            _ => {
                kept = street;
                None
            }
        }
    });
    let refused = refused.expect("the disk was never full");
    assert_eq!(person.finds_in("contacts-street"), refused);
    person.sees_first("could-not-save");
    person.goes_to("/apply/contacts");
    assert_eq!((person.status(), person.finds_in("contacts-street")), (200, kept.clone()), "reading goes on");
    drop(program);

    // There is room again: all that was said to be kept is there, and the way goes on.
    let program = Program::start(folder.path(), "unlimited");
    let mut person = Person::new(program.address, Kk);
    person.goes_to("/open").fills("open-number", &number).fills("open-code", &code).presses_to("/open");
    person.goes_to("/apply/contacts");
    assert_eq!(person.finds_in("contacts-street"), kept);
    person.saves(&answers::adult().contacts).brings(Passport, &files::pdf_of(3_000_000));
    assert_eq!(files_below(&folder.path().join("var/vault")), 2, "the file and its key");
}
