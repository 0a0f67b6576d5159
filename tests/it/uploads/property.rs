//! No byte sequence makes the door answer 5xx, hang, or exceed its memory: the looking itself on thousands of damaged
//! files, and the real program on hundreds of damaged requests.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use ruqsat::documents::content::{HEAD, Look};
use ruqsat::language::Language::Kk;

use super::tus::{asks, files_form, patch};
use crate::support::database::Folder;
use crate::support::http::{Request, multipart};
use crate::support::program::Program;
use crate::support::{Person, answers};
use crate::torture::cases::{Case, all};

/// The torture set without what takes long to unpack.
fn seeds() -> Vec<Case> {
    all().into_iter().filter(|case| case.content.len() < 30_000).collect()
}

/// What happens to bytes on the way, or by malice.
#[derive(Debug, Clone)]
enum Harm {
    Changed(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Repeated(prop::sample::Index, prop::sample::Index),
    Put(prop::sample::Index, Vec<u8>),
    Joined(prop::sample::Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let words = prop::sample::select(vec![
        &b"stream\r\n"[..],
        b"endstream",
        b" 9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n",
        b"/J#",
        b"%%EOF",
        b"startxref\n99999999999999999999\n",
        b"\xFF\xD8\xFF\xE1\xFF\xFF",
        b"\xFF\xC0\x00\x02",
        b"\x7F\xFF\xFF\xFFIDAT",
        b"PK\x05\x06",
        b"\r\n--",
        b"<html>",
    ]);
    let index = any::<prop::sample::Index>;
    prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Harm::Changed(at, byte)),
        index().prop_map(Harm::Cut),
        (index(), index()).prop_map(|(from, to)| Harm::Repeated(from, to)),
        (index(), prop_oneof![words.prop_map(<[u8]>::to_vec), prop::collection::vec(any::<u8>(), 0..40)])
            .prop_map(|(at, bytes)| Harm::Put(at, bytes)),
        index().prop_map(Harm::Joined),
    ]
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm], seeds: &[Case]) -> Vec<u8> {
    for harm in harms {
        let length = bytes.len() + 1;
        match harm {
            Harm::Changed(at, byte) => {
                let at = at.index(length);
                if let Some(there) = bytes.get_mut(at) {
                    *there ^= byte;
                }
            }
            Harm::Cut(at) => bytes.truncate(at.index(length)),
            Harm::Repeated(from, to) => {
                let (from, to) = (from.index(length), to.index(length));
                let some = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.extend(some);
            }
            Harm::Put(at, more) => {
                let at = at.index(length);
                bytes.splice(at..at, more.iter().copied());
            }
            Harm::Joined(seed) => bytes.extend(&seeds[seed.index(seeds.len())].content),
        }
    }
    bytes
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() })
}

#[test]
fn whatever_the_bytes_the_look_comes_to_an_end() {
    let seeds = seeds();
    let any_file = (any::<prop::sample::Index>(), prop::collection::vec(harm(), 0..6), 1..3_000_usize);
    let looked = runner(3_000).run(&any_file, |(seed, harms, size)| {
        let bytes = harmed(seeds[seed.index(seeds.len())].content.clone(), &harms, &seeds);
        let whole = ruqsat::documents::content::look(&bytes);
        let in_pieces = || {
            let mut look = Look::begin(&bytes[..bytes.len().min(HEAD)])?;
            bytes.chunks(size).try_for_each(|piece| look.feed(piece))?;
            look.finish()
        };
        prop_assert_eq!(in_pieces().is_ok(), whole.is_ok(), "pieces of {}", size);
        Ok(())
    });
    looked.unwrap();
}

#[test]
fn whatever_the_bytes_the_door_answers_and_keeps_its_memory() {
    const LONGEST: Duration = Duration::from_secs(30);
    const MOST: u64 = 40 * 1024 * 1024;
    let seeds = seeds();
    let folder = Folder::new();
    let program = Program::start(folder.path(), "unlimited");
    let somebody = || {
        let mut person = Person::new(program.address, Kk);
        person.begins();
        person.saves(&answers::adult().situation);
        person.goes_to("/apply/documents/housing");
        person
    };
    let person = std::cell::RefCell::new(somebody());
    let taken = std::cell::Cell::new(0);
    let before = std::cell::Cell::new(None);
    let harms = || prop::collection::vec(harm(), 0..6);
    let any_request = (any::<prop::sample::Index>(), harms(), harms(), 0..4_u8);
    let run = runner(250).run(&any_request, |(seed, harms, of_the_form, how)| {
        let mut person = person.borrow_mut();
        let content = harmed(seeds[seed.index(seeds.len())].content.clone(), &harms, &seeds);
        let token = person.page.boxes.iter().find(|one| one.name == "csrf").map(|one| one.value.clone());
        let fields = [("csrf".to_owned(), token.unwrap_or_default())];
        let begun = Instant::now();
        let status = if how == 0 {
            // The same, resumed.
            match asks(&mut person, "housing", "a.pdf", content.len() as u64).header("location") {
                Some(at) => {
                    let at = at.to_owned();
                    let sent = person.sends(patch(&at, 0, &content)).status;
                    files_form(&mut person, &[&at]);
                    sent.max(person.status())
                }
                None => 413,
            }
        } else {
            let file = [("files".to_owned(), "a.pdf".to_owned(), content)];
            let mut request = multipart("/kk/apply/documents/housing", &fields, &file);
            if how == 1 {
                request = Request { body: harmed(request.body, &of_the_form, &seeds), ..request };
            }
            person.sends(request).status
        };
        prop_assert!((200..500).contains(&status), "{}", status);
        prop_assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
        person.goes_to("/apply/documents/housing");
        prop_assert_eq!(person.status(), 200);
        // What was taken is taken away again, so that there is room for the next.
        while let Some(found) = person.page.button_to("/remove") {
            taken.set(taken.get() + 1);
            let sent = person.page.pressed(found);
            person.submits(sent).goes_to("/apply/documents/housing");
        }
        if before.get().is_none() {
            program.forgets_the_most();
            before.set(Some(program.memory().0));
        }
        Ok(())
    });
    run.unwrap();
    let rise = program.memory().1.saturating_sub(before.get().unwrap_or_default());
    assert!(rise < MOST, "{} MB", rise / 1024 / 1024);
    assert!(taken.get() > 5, "some are whole: {}", taken.get());
}
