//! What applicants do, page by page.
use std::path::{Path, PathBuf};

use ruqsat::application::Answers;
use ruqsat::application::steps::{Body, Shape, StepName};
use ruqsat::application::submission::sha256_hex;
use ruqsat::documents::Details;
use ruqsat::language::Language;
use ruqsat::law::DocumentKind;
use ruqsat::validation::Questions as _;

use crate::house::answers::{self, Applicant, details};
use crate::house::papers::{self, Brought, OnDisk};
use crate::house::{Person, TestApp, day, files};
use crate::visitor::Visitor;

/// The keys of an application.
pub struct Keys {
    pub number: String,
    pub code: String,
}

/// The papers with files that are asked of an applicant on 10 June 2026, the photograph left out.
pub fn papers(applicant: &Applicant) -> Vec<DocumentKind> {
    let asked = crate::house::application(applicant).requirements(day("2026-06-10"), &Default::default());
    asked.iter().filter(|one| one.rule.files && one.kind != DocumentKind::Photo).map(|one| one.kind).collect()
}

/// Puts a file where a browser can take it from.
pub fn on_disk(name: &str, content: &[u8]) -> PathBuf {
    // A browser sends no file that was touched after it was chosen: what another journey brings lies elsewhere, and what is
    // there already stays as it is.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("papers-{}", std::process::id()));
    let folder = folder.join(&sha256_hex(content)[..16]);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    if path.exists() {
        return path;
    }
    // Two journeys bring the same paper: whoever reads finds a whole file.
    let part = folder.join(format!("{name}.{:?}", std::thread::current().id()));
    std::fs::write(&part, content).unwrap();
    std::fs::rename(&part, &path).unwrap();
    path
}

/// A page without a picture, from here.
fn light(kind: DocumentKind) -> Brought {
    let file = OnDisk { name: format!("{kind}-1.pdf"), content: files::pdf(kind.code()) };
    Brought { about: details(kind), files: vec![file], translation: None }
}

/// Somebody who has said who they are and no more: at another computer, and in a browser.
#[track_caller]
pub fn begun(app: &TestApp, language: Language, width: u32, javascript: bool) -> (Person, Visitor) {
    let mut elsewhere = app.person(language);
    let (number, code) = elsewhere.begins();
    elsewhere.saves(&answers::adult().situation);
    let visitor = Visitor::new(app, language, width, javascript);
    visitor.returns_with(&Keys { number, code });
    (elsewhere, visitor)
}

impl Visitor {
    /// Asks what is needed, gets the list, and begins with these answers; writes down number and code.
    #[track_caller]
    pub fn begins(&self, applicant: &Applicant) -> Keys {
        self.opens_the_site();
        self.arrives_at("");
        self.sees("home-title");
        self.presses("home-to-need");
        self.fills_body(StepName::Situation, applicant.stored().body(StepName::Situation).unwrap());
        self.presses("need-show");
        self.sees("need-result-title");
        for kind in papers(applicant) {
            self.sees(&format!("document-{kind}"));
        }
        self.presses("need-start");
        self.sees("begun-title");
        let keys = Keys { number: self.reads(&[4; 3]), code: self.reads(&[4; 4]) };
        self.presses("begun-continue");
        self.arrives_at("/apply");
        self.sees(&keys.number);
        keys
    }

    /// The first word of the page that is made of groups with hyphens between them.
    #[track_caller]
    fn reads(&self, groups: &[usize]) -> String {
        let text = self.browser.text();
        let fits = |word: &&str| {
            word.split('-').map(str::len).eq(groups.iter().copied())
                && word.chars().all(|c| c == '-' || c.is_ascii_alphanumeric())
        };
        text.split_whitespace().find(fits).unwrap_or_else(|| panic!("no {groups:?} to read in:\n{text}")).to_owned()
    }

    /// Opens the application with number and code.
    #[track_caller]
    pub fn returns_with(&self, keys: &Keys) {
        self.opens("");
        self.presses("home-to-track");
        self.fills("open-number", &keys.number);
        self.fills("open-code", &keys.code);
        self.presses("open-do");
        self.arrives_at("/apply");
    }

    /// Goes through all steps that are asked, from the list of steps to the page where all is checked.
    pub fn answers_everything(&mut self, applicant: &Applicant) {
        let answers = applicant.stored();
        self.presses("step-situation");
        for step in answers.asked_steps(day("2026-06-10")) {
            self.arrives_at(&format!("/apply/{}", step.code()));
            match (step, step.form().shape) {
                // They are known from "what will I need?".
                (StepName::Situation, _) => self.saves(),
                (StepName::Documents, _) => self.brings(applicant),
                (StepName::Photograph, _) => {
                    self.attaches("photo-add", &on_disk("me.jpg", &files::portrait()));
                    self.presses("save-and-continue");
                    self.arrives_at("/apply/photograph");
                    self.saves();
                }
                (StepName::Contacts, _) => {
                    self.fills_body(step, answers.body(step).unwrap());
                    self.switches_and_back(applicant);
                    self.saves();
                }
                (_, Shape::List) => self.lists(step, &answers),
                _ => {
                    self.fills_body(step, answers.body(step).unwrap());
                    self.saves();
                }
            }
        }
        self.arrives_at("/apply/check");
    }

    #[track_caller]
    fn fills_body(&self, step: StepName, body: &Body) {
        let mut body = body.clone();
        // Of one ground, which was ticked on the first page, nothing is asked again.
        let grounds = body.get("exempt_as").and_then(|grounds| grounds.as_array()).map_or(0, Vec::len);
        if step == StepName::Solvency && grounds == 1 {
            body.insert("exempt_as".to_owned(), Vec::<String>::new().into());
            self.sees("legal-ground-in_demand_profession");
        }
        self.fills_in(step.code(), step.form().fields, &body);
    }

    /// Looks at the page in the other language; what was typed and not yet saved is there, and there again.
    fn switches_and_back(&mut self, applicant: &Applicant) {
        for _ in 0..2 {
            self.switches();
            for (label, typed) in
                [("contacts-phone", &*applicant.contacts.phone), ("contacts-street", &*applicant.contacts.street)]
            {
                assert_eq!(self.browser.value(&self.says(label)), typed, "{label} in {}", self.language);
            }
        }
    }

    fn lists(&self, list: StepName, answers: &Answers) {
        let (code, records) = (list.code(), answers.record_bodies(list));
        for (_, record) in &records {
            self.presses(&format!("{code}-add"));
            self.arrives_at(&format!("/apply/{code}/new"));
            self.fills_body(list, record);
            self.saves();
            self.arrives_at(&format!("/apply/{code}"));
        }
        let all = if records.is_empty() { "none" } else { "all" };
        self.browser.tick(&self.says(&format!("{code}-{all}")));
        self.saves();
    }

    /// Describes and attaches every paper that is asked for, with what has to lie beside it.
    fn brings(&self, applicant: &Applicant) {
        for kind in papers(applicant) {
            self.presses(&format!("document-{kind}"));
            self.arrives_at(&format!("/apply/documents/{kind}"));
            let paper = if self.light.get() { light(kind) } else { papers::of(applicant, kind) };
            self.fills_in("paper", Details::FIELDS, &paper.boxes());
            for OnDisk { name, content } in &paper.files {
                self.attaches("papers-add", &on_disk(name, content));
            }
            if let Some(OnDisk { name, content }) = &paper.translation {
                self.attaches("papers-add-translation", &on_disk(name, content));
            }
            self.saves();
            self.arrives_at("/apply/documents");
        }
        self.goes_on();
    }

    #[track_caller]
    fn attaches(&self, label: &str, file: &Path) {
        self.filled.set(self.filled.get() + 1);
        self.browser.upload(&self.says(label), file);
    }

    /// Looks through all of it and files it, and sees where it stands.
    #[track_caller]
    pub fn files(&self, keys: &Keys) {
        assert_eq!(self.browser.errors(), Vec::<String>::new());
        self.presses("move-submit");
        self.arrives_at("/apply/receipt");
        self.sees(&keys.number);
        self.pages.set(self.pages.get() + 1);
        self.browser.press_first(&self.says("filing-to-track"));
        self.arrives_at("/track");
        self.sees("track-submitted");
    }

    /// Corrects the telephone number, which alone was remarked on, and files again.
    #[track_caller]
    pub fn corrects_contacts(&self, remark: &str, phone: &str) {
        self.is_told("returned");
        self.sees(remark);
        self.opens("/apply/person");
        self.arrives_at("/apply/check"); // this was not named
        self.opens("/apply");
        self.presses("step-contacts");
        self.sees(remark);
        self.fills("contacts-phone", phone);
        self.saves();
        self.opens("/apply/check");
        self.presses("check-submit-again");
        self.arrives_at("/apply/receipt");
        self.is_told("submitted");
    }

    /// The state in which their application stands, as they are told.
    #[track_caller]
    pub fn is_told(&self, status: &str) {
        self.opens("/track");
        let id = if status == "submitted" { "track-submitted".to_owned() } else { format!("status-{status}") };
        assert!(
            self.browser.title().starts_with(&self.says(&id)),
            "not {status}: {}\n{}",
            self.browser.title(),
            self.browser.text()
        );
    }
}
