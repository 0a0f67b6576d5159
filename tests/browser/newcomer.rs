//! A first visit, by what the pages show alone: nobody told the newcomer an address but the site's own, and they press
//! only what stands before them. What is counted is what they have to do; the time is reckoned from it.
//!
//! What made newcomers hesitate when the way was gone by eye and in a text browser, and is gone: sections that could not be
//! opened and nobody said why; a heading whose last letter stood alone on a telephone; without a style sheet choices and
//! reasons that ran into one line, names of languages that stuck together, a button that only a script can press.
use ruqsat::language::Language::{self, Kk, Ru};

use crate::house::answers::{self, Applicant};
use crate::house::{Kind, TestApp};
use crate::visitor::Visitor;

/// Pages, boxes, signs and words of a way.
#[derive(Debug)]
struct Effort {
    pages: u32,
    boxes: u32,
    signs: u32,
    words: u32,
}

impl Effort {
    /// By the keystroke-level model (Card, Moran, Newell 1983): thinking 1.35 s, pointing 1.1 s, a press 0.2 s, a sign 0.5 s
    /// for somebody who types seldom; and 180 words read a minute.
    fn minutes(&self) -> f64 {
        let reading = f64::from(self.words) / 3.0;
        let acting = f64::from(self.pages + self.boxes) * (1.35 + 1.1 + 0.2);
        (reading + acting + f64::from(self.signs) * 0.5) / 60.0
    }
}

/// From the site's address to filed.
fn first_visit(applicant: &Applicant, language: Language) -> Effort {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = Visitor::new(&app, language, 360, true);
    person.reads.set(true);
    let keys = person.begins(applicant);
    person.answers_everything(applicant);
    person.files(&keys);
    let effort = Effort {
        pages: person.pages.get(),
        boxes: person.filled.get(),
        signs: person.signs.get(),
        words: person.words.get(),
    };
    eprintln!("{language}: {effort:?}, about {:.0} minutes", effort.minutes());
    effort
}

/// The list of steps promises this to somebody who has not begun: all that is asked must fit into it.
#[track_caller]
fn fits(effort: &Effort, promised: f64) {
    assert!(effort.minutes() <= promised, "{:.0} minutes, {promised} were promised: {effort:?}", effort.minutes());
    // Whoever adds a page or a box finds out here, and thinks twice.
    assert!(effort.pages <= 60 && effort.boxes <= 160, "{effort:?}");
}

#[test]
fn a_newcomer_files_in_kazakh_by_what_the_pages_show() {
    fits(&first_visit(&answers::adult(), Kk), 60.0);
}

#[test]
fn a_newcomer_files_in_russian_by_what_the_pages_show() {
    fits(&first_visit(&answers::professional(), Ru), 60.0);
}
