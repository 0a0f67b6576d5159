//! No byte sequence makes a door answer 5xx, hang, or exceed its memory: the looking itself on thousands of damaged
//! files, and the real program on hundreds of damaged requests, at every door that files come in by.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use ruqsat::documents::content::{HEAD, Look};
use ruqsat::language::Language::Kk;

use super::tus::{creation_in, patch, request};
use crate::support::database::Folder;
use crate::support::http::{Request, Response, multipart};
use crate::support::program::Program;
use crate::support::{Person, answers, files};
use crate::torture::cases::{Case, all};

/// The torture set: what is looked through at once, and what takes its time (it unpacks to megabytes, or is hundreds of
/// passes over a picture).
struct Seeds {
    light: Vec<Case>,
    heavy: Vec<Case>,
}

impl Seeds {
    fn all() -> Self {
        let (light, heavy): (Vec<_>, Vec<_>) = all().into_iter().partition(|case| case.content.len() < 30_000);
        assert!(heavy.iter().any(|case| case.name == "pdf-with-a-bomb"), "the bombs are among them");
        Self { light, heavy }
    }
    fn pick(&self, (at, heavy): (Index, bool)) -> Vec<u8> {
        let some = if heavy { &self.heavy } else { &self.light };
        some[at.index(some.len())].content.clone()
    }
}

/// One of the set; a heavy one now and then.
fn seed(heavy: f64) -> impl Strategy<Value = (Index, bool)> {
    (any::<Index>(), prop::bool::weighted(heavy))
}

/// What happens to bytes on the way, or by malice.
#[derive(Debug, Clone)]
enum Harm {
    Changed(Index, u8),
    Cut(Index),
    Repeated(Index, Index),
    Put(Index, Vec<u8>),
    Joined(Index),
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
        b"\xFF\xFF\xFF\xFFVP8X",
        b"ANMF\x10\0\0\0",
        b"PK\x05\x06",
        b"\r\n--",
        b"<html>",
    ]);
    let index = any::<Index>;
    prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Harm::Changed(at, byte)),
        index().prop_map(Harm::Cut),
        (index(), index()).prop_map(|(from, to)| Harm::Repeated(from, to)),
        (index(), prop_oneof![words.prop_map(<[u8]>::to_vec), prop::collection::vec(any::<u8>(), 0..40)])
            .prop_map(|(at, bytes)| Harm::Put(at, bytes)),
        index().prop_map(Harm::Joined),
    ]
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm], seeds: &Seeds) -> Vec<u8> {
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
            Harm::Joined(seed) => bytes.extend(seeds.pick((*seed, false))),
        }
    }
    bytes
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() })
}

#[test]
fn whatever_the_bytes_the_look_comes_to_an_end() {
    let seeds = Seeds::all();
    let any_file = (seed(0.005), prop::collection::vec(harm(), 0..6), 1..3_000_usize);
    let looked = runner(3_000).run(&any_file, |(seed, harms, size)| {
        let bytes = harmed(seeds.pick(seed), &harms, &seeds);
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

/// A door: the page of its form (none: a link in somebody else's hands), the paper that gets what comes in, and the page
/// where that is taken away again.
struct Door {
    form: &'static str,
    paper: &'static str,
    kept: &'static str,
}

static DOORS: [Door; 4] = [
    Door { form: "/apply/documents/housing", paper: "housing", kept: "/apply/documents/housing" },
    Door { form: "/apply/photograph", paper: "photo", kept: "/apply/photograph" },
    Door { form: "/apply/zone", paper: "passport", kept: "/apply/documents/passport" },
    Door { form: "", paper: "housing", kept: "/apply/documents/housing" },
];

/// How bytes are brought to a door.
enum By<'a> {
    /// With its form.
    Form,
    /// With its form, which is damaged too.
    DamagedForm(&'a [Harm]),
    /// Ahead of its form, by tus.
    Tus(Cut),
}

/// What is sent of a file by tus.
#[derive(Debug, Clone, Copy)]
enum Cut {
    /// All at once.
    Nowhere,
    /// Two pieces.
    InTwo(Index),
    /// Its beginning at an offset, right or wrong: so little that whoever does not want it has it all the same.
    At(Index),
}

impl Cut {
    /// Offsets, and what is sent there.
    fn pieces(self, content: &[u8]) -> Vec<(usize, &[u8])> {
        match self {
            Self::Nowhere => vec![(0, content)],
            Self::InTwo(at) => {
                let (first, second) = content.split_at(at.index(content.len() + 1));
                vec![(0, first), (first.len(), second)]
            }
            Self::At(at) => vec![(at.index(2 * content.len() + 1), &content[..content.len().min(1_000)])],
        }
    }
}

fn cut() -> impl Strategy<Value = Cut> {
    let index = any::<Index>;
    prop_oneof![2 => Just(Cut::Nowhere), 1 => index().prop_map(Cut::InTwo), 1 => index().prop_map(Cut::At)]
}

/// The boxes for files: of the paper, and now and then of its translation, which only papers have.
fn box_for_files() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => Just("files"), 1 => Just("translation")]
}

/// An applicant, and whoever has the link to a paper of theirs.
struct People {
    owner: Person,
    guest: Person,
    link: String,
    token: String,
    knocks: u32,
    taken: usize,
}

impl People {
    fn of(program: &Program) -> Self {
        let mut owner = Person::new(program.address, Kk);
        owner.begins();
        owner.saves(&answers::adult().situation);
        let link = owner.invites();
        let guest = Person::new(program.address, Kk);
        Self { owner, guest, link, token: String::new(), knocks: 0, taken: 0 }
    }

    /// Brings bytes into a box at a door; the worst of its answers.
    fn bring(&mut self, door: &Door, into: &str, content: Vec<u8>, by: &By<'_>, seeds: &Seeds) -> u16 {
        let form = self.stands_at(door);
        let csrf = ("csrf".to_owned(), self.token.clone());
        if let By::Tus(cut) = by {
            let uploads = if door.form.is_empty() { format!("{form}/uploads") } else { "/kk/apply/uploads".to_owned() };
            let made = self.sends(door, creation_in(&uploads, door.paper, into, "a.pdf", content.len() as u64));
            let Some(at) = made.header("location") else { return made.status };
            let mut worst = made.status;
            for (offset, bytes) in cut.pieces(&content) {
                worst = worst.max(self.sends(door, patch(at, offset, bytes)).status);
            }
            let named = ("upload".to_owned(), at.rsplit('/').next().unwrap().to_owned());
            worst = worst.max(self.sends(door, Request::form(&form, &[csrf, named])).status);
            // What did not come whole takes no room of the next.
            return worst.max(self.sends(door, request("DELETE", at)).status);
        }
        let mut request = multipart(&form, &[csrf], &[(into.to_owned(), "a.pdf".to_owned(), content)]);
        if let By::DamagedForm(harms) = by {
            request = Request { body: harmed(request.body, harms, seeds), ..request };
        }
        self.sends(door, request).status
    }

    /// Goes to a door; gives the address of its form. Where a link takes no more, there is another.
    fn stands_at(&mut self, door: &Door) -> String {
        let csrf =
            |person: &Person| person.page.boxes.iter().find(|one| one.name == "csrf").map(|one| one.value.clone());
        if !door.form.is_empty() {
            self.token = csrf(&self.owner).unwrap();
            return format!("/kk{}", door.form);
        }
        for _ in 0..2 {
            let from = self.from();
            self.guest.asks(Request::get(&format!("/kk{}", self.link)).with("X-Forwarded-For", &from));
            if let Some(token) = csrf(&self.guest) {
                self.token = token;
                return format!("/kk{}", self.link);
            }
            self.link = self.owner.invites();
        }
        panic!("no link opens: {}", self.guest.page.told());
    }

    /// Whoever knocks often at links is slowed down, so each comes from elsewhere.
    fn from(&mut self) -> String {
        self.knocks += 1;
        let [_, one, two, three] = self.knocks.to_be_bytes();
        format!("10.{one}.{two}.{three}")
    }

    fn sends(&mut self, door: &Door, request: Request) -> Response {
        if !door.form.is_empty() {
            return self.owner.sends(request);
        }
        let from = self.from();
        self.guest.sends(request.with("X-Forwarded-For", &from).with("X-Form-Token", &self.token))
    }

    /// Takes away what a door took, so that there is room for the next. The status of the page where it is shown.
    fn tidy(&mut self, door: &Door) -> u16 {
        self.owner.goes_to(door.kept);
        while let Some(found) = self.owner.page.button_to("/remove") {
            self.taken += 1;
            let sent = self.owner.page.pressed(found);
            self.owner.submits(sent).goes_to(door.kept);
        }
        self.owner.status()
    }
}

#[test]
fn whatever_the_bytes_every_door_answers_and_keeps_its_memory() {
    const LONGEST: Duration = Duration::from_secs(30);
    const MOST: u64 = 40 * 1024 * 1024;
    let seeds = Seeds::all();
    let folder = Folder::new();
    // Behind a proxy, for those who come by the link; and nobody waits here for letters to be read.
    let settings = [("RUQSAT_TRUSTED_PROXIES", "127.0.0.1"), ("RUQSAT_TESSERACT", "off")];
    let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let program = Program::with(folder.path(), "unlimited", &settings);
    let mut people = People::of(&program);
    // What the program needs once, it has: its threads, its texts, the weights that find a face.
    for door in &DOORS {
        let status = people.bring(door, "files", files::portrait(), &By::Form, &seeds);
        assert!(status < 400 && people.tidy(door) == 200, "{}: {status}", door.form);
    }
    assert_eq!(people.taken, DOORS.len(), "a good picture comes in by each of them");
    program.forgets_the_most();
    let (before, _) = program.memory();
    for (door, case) in DOORS.iter().flat_map(|door| seeds.heavy.iter().map(move |case| (door, case))) {
        for by in [By::Form, By::Tus(Cut::Nowhere)] {
            let begun = Instant::now();
            let status = people.bring(door, "files", case.content.clone(), &by, &seeds);
            assert!((200..500).contains(&status), "{} at {}: {status}", case.name, door.form);
            assert!(begun.elapsed() < LONGEST, "{} at {}: {:?}", case.name, door.form, begun.elapsed());
        }
        assert_eq!(people.tidy(door), 200);
    }
    let people = std::cell::RefCell::new(people);
    let harms = || prop::collection::vec(harm(), 0..6);
    let any_request = (seed(0.02), harms(), harms(), 0..4_u8, cut(), 0..DOORS.len(), box_for_files());
    let run = runner(250).run(&any_request, |(seed, harms, of_the_form, how, cut, door, into)| {
        let (mut people, door) = (people.borrow_mut(), &DOORS[door]);
        let content = harmed(seeds.pick(seed), &harms, &seeds);
        let by = match how {
            0 => By::Tus(cut),
            1 => By::DamagedForm(&of_the_form),
            _ => By::Form,
        };
        let begun = Instant::now();
        let status = people.bring(door, into, content, &by, &seeds);
        prop_assert!((200..500).contains(&status), "{} at {}, {}", status, door.form, into);
        prop_assert!(begun.elapsed() < LONGEST, "{:?} at {}", begun.elapsed(), door.form);
        prop_assert_eq!(people.tidy(door), 200);
        Ok(())
    });
    run.unwrap();
    let rise = program.memory().1.saturating_sub(before);
    assert!(rise < MOST, "{} MB", rise / 1024 / 1024);
    let taken = people.borrow().taken - DOORS.len();
    assert!(taken > 0, "some are whole");
}
