//! The whole of an applicant's journey in a text browser, w3m: from the site's address to filed, and back to it later, by
//! what the page shows.
use std::path::Path;

use ruqsat::application::steps::{Body, Shape, StepName};
use ruqsat::documents::Details;
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::validation::{Field, Questions as _};

use crate::applicant::{on_disk, papers};
use crate::house::answers::{self, Applicant};
use crate::house::papers::{OnDisk, of};
use crate::house::{Kind, TestApp, day, files};
use crate::support::w3m::{Screen, TextBrowser};
use crate::visitor::{Entry, date, entries};

/// Somebody with a terminal.
struct Reader {
    browser: TextBrowser,
    language: Language,
}

impl Reader {
    fn says(&self, id: &str) -> String {
        self.language.find(id, None).unwrap_or_else(|| id.to_owned()).replace('\u{A0}', " ")
    }

    #[track_caller]
    fn presses(&mut self, id: &str) -> Screen {
        let words = self.says(id);
        self.browser.press(&words)
    }

    #[track_caller]
    fn is_at(&mut self, page: &str) -> Screen {
        let screen = self.browser.looks();
        if !screen.address.trim_end_matches('?').ends_with(&format!("/{}{page}", self.language)) {
            screen.fail(&format!("not at {page}"));
        }
        screen
    }

    #[track_caller]
    fn sees(&mut self, id: &str) {
        let (screen, words) = (self.browser.looks(), self.says(id));
        if !screen.has(&words) {
            screen.fail(&format!("does not see “{words}” ({id})"));
        }
    }

    #[track_caller]
    fn fills_in(&mut self, prefix: &str, fields: &[Field], answers: &Body) {
        for one in entries(prefix, fields, answers) {
            match one {
                Entry::Text(label, text) => {
                    let label = self.says(&label);
                    self.browser.fill(&label, 0, &text);
                }
                Entry::Date(label, text) => {
                    let (label, (day, month, year)) = (self.says(&label), date(&text));
                    for (which, part) in [day.to_string(), month.to_string(), year.to_string()].iter().enumerate() {
                        self.browser.fill(&label, which, part);
                    }
                }
                Entry::Choice(label, answer) => {
                    let (label, answer) = (self.says(&label), self.says(&answer));
                    self.browser.choose(&label, &answer);
                }
                Entry::Agreement(label) => {
                    let label = self.says(&label);
                    self.browser.tick(&label);
                }
            }
        }
    }

    /// Saves the page, which must lead somewhere else.
    #[track_caller]
    fn saves(&mut self) -> Screen {
        let before = self.browser.looks();
        let after = self.presses("save-and-continue");
        if after.address == before.address {
            after.fail("it was not saved");
        }
        after
    }

    /// Names a file and sends it. Where a page has one box and nothing else to fill, w3m sends it at once.
    #[track_caller]
    fn names(&mut self, label: &str, file: &Path) -> Screen {
        let label = self.says(label);
        self.browser.fill(&label, 0, &file.display().to_string());
        if self.browser.looks().holds_path(&label) {
            self.presses("save-and-continue");
        }
        self.browser.looks()
    }

    /// Sends the file of a page, with which it is done.
    #[track_caller]
    fn attaches(&mut self, label: &str, file: &Path) {
        let before = self.browser.looks();
        let after = self.names(label, file);
        if after == before || after.has(&self.says("error-summary")) {
            after.fail(&format!("{} was not taken", file.display()));
        }
    }

    /// Describes a paper and sends its files one after the other, as many as a box takes in w3m: the paper, what is still
    /// missing when the page comes back, and what comes later.
    fn brings(&mut self, applicant: &Applicant, kind: DocumentKind) {
        let paper = of(applicant, kind);
        self.presses(&format!("document-{kind}"));
        self.fills_in("paper", Details::FIELDS, &paper.boxes());
        let files = paper.files.iter().map(|file| ("papers-add", file));
        let beside = paper.translation.iter().map(|file| ("papers-add-translation", file));
        for (label, OnDisk { name, content }) in files.chain(beside) {
            if !self.browser.looks().address.ends_with(&format!("/documents/{kind}")) {
                self.presses(&format!("document-{kind}"));
            }
            self.names(label, &on_disk(name, content));
        }
        self.is_at("/apply/documents");
        self.presses(&format!("document-{kind}"));
        for OnDisk { name, .. } in paper.files.iter().chain(&paper.translation) {
            self.sees(name);
        }
        self.presses("papers-to-list");
    }

    /// The first word of the page that is made of so many groups of four signs.
    fn reads(&mut self, groups: usize) -> String {
        let screen = self.browser.looks();
        let fits = |word: &&str| {
            let parts: Vec<&str> = word.split('-').collect();
            let four = |part: &&str| part.len() == 4 && part.chars().all(|sign| sign.is_ascii_alphanumeric());
            parts.len() == groups && parts.iter().all(four)
        };
        let found = screen.lines.iter().flat_map(|line| line.split_whitespace()).find(fits).map(str::to_owned);
        found.unwrap_or_else(|| screen.fail(&format!("no {groups} groups to write down")))
    }

    /// From the first page to the list of steps; what is written down on the way: number and code.
    fn begins(&mut self, applicant: &Applicant) -> (String, String) {
        self.is_at("");
        self.presses("home-to-need");
        let situation = applicant.stored().body(StepName::Situation).unwrap().clone();
        self.fills_in("situation", StepName::Situation.form().fields, &situation);
        self.presses("need-show");
        self.sees("need-result-title");
        for kind in papers(applicant) {
            self.sees(&format!("document-{kind}"));
        }
        self.presses("need-start");
        self.sees("begun-title");
        // What only a script can do is not offered.
        let screen = self.browser.looks();
        assert!(!screen.lines.iter().any(|line| line.contains(&self.says("print-page"))), "{screen:?}");
        let keys = (self.reads(3), self.reads(4));
        self.presses("begun-continue");
        self.is_at("/apply");
        keys
    }

    /// Leaves, and comes back by what was written down.
    fn comes_back(&mut self, (number, code): &(String, String)) {
        self.presses("leave");
        self.is_at("/start");
        self.presses("open-title");
        for (label, value) in [("open-number", number), ("open-code", code)] {
            let label = self.says(label);
            self.browser.fill(&label, 0, value);
        }
        self.presses("open-do");
        self.is_at("/track");
    }

    /// Every step that is asked, one leading to the next.
    fn answers_everything(&mut self, applicant: &Applicant) {
        let answers = applicant.stored();
        self.presses("step-situation");
        for step in answers.asked_steps(day("2026-06-10")) {
            self.is_at(&format!("/apply/{}", step.code()));
            match (step, step.form().shape) {
                (StepName::Situation, _) => drop(self.saves()),
                (StepName::Documents, _) => {
                    papers(applicant).into_iter().for_each(|kind| self.brings(applicant, kind));
                    self.presses("go-on");
                }
                (StepName::Photograph, _) => {
                    self.attaches("photo-add", &on_disk("me.jpg", &files::portrait()));
                    self.sees("photo-proposal");
                    self.saves();
                }
                (_, Shape::List) => {
                    let code = step.code();
                    let records = answers.record_bodies(step);
                    for (_, record) in &records {
                        self.presses(&format!("{code}-add"));
                        self.fills_in(code, step.form().fields, record);
                        self.saves();
                    }
                    let all = self.says(&format!("{code}-{}", if records.is_empty() { "none" } else { "all" }));
                    self.browser.tick(&all);
                    self.saves();
                }
                _ => {
                    self.fills_in(step.code(), step.form().fields, answers.body(step).unwrap());
                    self.saves();
                }
            }
        }
        self.is_at("/apply/check");
    }
}

fn files_in_a_text_browser(applicant: &Applicant, language: Language) {
    let app = TestApp::on(Kind::Sqlite);
    let browser = TextBrowser::open(&format!("http://{}/", app.address), language.code());
    let mut reader = Reader { browser, language };
    let keys = reader.begins(applicant);
    reader.answers_everything(applicant);
    reader.presses("move-submit");
    reader.is_at("/apply/receipt");
    reader.presses("filing-to-track");
    reader.sees("track-submitted");
    reader.comes_back(&keys);
    reader.sees("track-submitted");
}

#[test]
fn an_engineer_files_in_kazakh_in_a_text_browser() {
    files_in_a_text_browser(&answers::adult(), Kk);
}

#[test]
fn a_girl_with_her_mother_files_in_russian_in_a_text_browser() {
    files_in_a_text_browser(&answers::minor(), Ru);
}
