//! What people do at this office, step by step: the words of the journeys.

use ruqsat::application::steps::{Record, Step, StepName};
use ruqsat::documents::Details;
use ruqsat::language::Language;
use ruqsat::law::DocumentKind;
use ruqsat::validation::Questions;

use super::answers::{self, Applicant, details};
use super::files;
use super::http::Request;
use super::person::Person;
use super::{Kind, TestApp};

/// An office with a case that was just filed, its owner and its number.
pub fn filed(kind: Kind, reads: Language) -> (TestApp, Person, String) {
    let app = TestApp::on(kind);
    let mut person = app.person(reads);
    let number = person.applies(&answers::adult());
    (app, person, number)
}

/// The applicant.
impl Person {
    /// Answers one page of questions and goes on.
    pub fn saves<S: Step>(&mut self, answers: &S) -> &mut Self {
        self.goes_to(&format!("/apply/{}", S::NAME.code()));
        self.answers(answers).presses("save-and-continue");
        if S::NAME == StepName::Situation && self.is_at("/apply/situation") {
            // Who turns out to be a minor, or stateless, is asked the rest.
            self.answers(answers).presses("save-and-continue");
        }
        assert!(self.status() == 200 && !self.is_at(&format!("/apply/{}", S::NAME.code())), "{}", self.page.told());
        self
    }

    /// Adds the records of a list, one page each, and says that these are all.
    pub fn saves_all<R: Record>(&mut self, records: &[R]) -> &mut Self {
        let list = R::LIST.code();
        for record in records {
            self.goes_to(&format!("/apply/{list}/new")).tells(record).presses("save-and-continue");
            self.arrives_at(&format!("/apply/{list}"));
        }
        self.goes_to(&format!("/apply/{list}"));
        let all = if records.is_empty() { "none" } else { "all" };
        self.ticks(&format!("{list}-{all}")).presses("save-and-continue");
        assert_eq!((self.status(), self.page.complaints()), (200, vec![]), "{}", self.page.told());
        self
    }

    /// Fills in every page that is asked of this applicant, papers and photograph left out.
    pub fn answers_everything(&mut self, applicant: &Applicant) -> &mut Self {
        self.saves(&applicant.situation);
        if let Some(representative) = &applicant.representative {
            self.saves(representative);
        }
        self.saves(&applicant.person).saves(&applicant.passport).saves(&applicant.contacts);
        self.saves(&applicant.arrival).saves(&applicant.residence);
        if let Some(family) = &applicant.family {
            self.saves(family).saves_all(&applicant.children);
        }
        self.saves_all(&applicant.relatives);
        if let Some(education) = &applicant.education {
            self.saves(education).saves_all(&applicant.work);
        }
        if let Some(solvency) = &applicant.solvency {
            self.saves(solvency);
        }
        if let Some(history) = &applicant.history {
            self.saves(history);
        }
        self.saves(&applicant.fee).saves(&applicant.declaration)
    }

    /// The papers that the list asks for, by the links to their pages.
    pub fn papers_asked(&mut self) -> Vec<DocumentKind> {
        self.goes_to("/apply/documents");
        let tree = &self.page.tree;
        let links = tree.all("a").filter_map(|id| tree.attribute(id, "href"));
        let codes = links.filter_map(|href| href.split("/apply/documents/").nth(1));
        let mut papers: Vec<DocumentKind> = Vec::new();
        for code in codes {
            let paper = code.parse().unwrap_or_else(|_| panic!("no paper {code}"));
            // The first that is left to do stands on top once more.
            if !papers.contains(&paper) {
                papers.push(paper);
            }
        }
        papers
    }

    /// Brings one paper with one file.
    pub fn brings(&mut self, kind: DocumentKind, content: &[u8]) -> &mut Self {
        self.goes_to(&format!("/apply/documents/{kind}"));
        self.fills_all("paper", Details::FIELDS, &serde_json::to_value(details(kind)).unwrap());
        self.attaches("papers-add", &format!("{kind}.pdf"), content).presses("save-and-continue");
        assert_eq!((self.status(), self.page.complaints()), (200, vec![]), "{}", self.page.told());
        self
    }

    /// Makes a link to the paper on housing for somebody else; gives its address without host and language.
    pub fn invites(&mut self) -> String {
        self.goes_to("/apply/documents/housing").follows("invite-link").arrives_at("/apply/documents/housing/invite");
        self.fills("invite-for_whom", "Landlord").fills("invite-note", "For two years, please").presses("invite-make");
        let tree = &self.page.tree;
        let shown = tree.all("input").find(|id| tree.attribute(*id, "id") == Some("link")).unwrap();
        let address = tree.attribute(shown, "value").unwrap();
        address.split_once("/bring/").map(|(_, token)| format!("/bring/{token}")).unwrap()
    }

    /// Takes away every file of a paper.
    pub fn takes_away_all(&mut self, kind: DocumentKind) -> &mut Self {
        self.goes_to(&format!("/apply/documents/{kind}"));
        loop {
            let tree = &self.page.tree;
            let buttons = tree.all("button").filter_map(|id| tree.attribute(id, "formaction"));
            let Some(first) = buttons.into_iter().find(|to| to.ends_with("/remove")).map(str::to_owned) else {
                return self;
            };
            self.presses_to(&first);
        }
    }

    /// Brings every paper that is asked for, and the photograph.
    pub fn brings_everything(&mut self) -> &mut Self {
        for kind in self.papers_asked() {
            self.goes_to(&format!("/apply/documents/{kind}"));
            self.fills_all("paper", Details::FIELDS, &serde_json::to_value(details(kind)).unwrap());
            // Three pages out of a scanner, and a fourth that was photographed.
            self.attaches("papers-add", &format!("{kind}.pdf"), &files::scanned(3, kind.code()));
            self.attaches("papers-add", "4-бет.jpg", &files::scan(3)).presses("save-and-continue");
            assert_eq!((self.status(), self.page.complaints()), (200, vec![]), "{}", self.page.told());
        }
        self.goes_to("/apply/photograph").attaches("photo-add", "me.jpg", &files::portrait());
        self.presses("save-and-continue");
        // What was proposed is agreed to.
        self.arrives_at("/apply/photograph").presses("save-and-continue");
        assert_eq!((self.status(), self.page.complaints()), (200, vec![]), "{}", self.page.told());
        self
    }

    /// Looks through all of it and files it.
    pub fn files(&mut self) -> &mut Self {
        self.goes_to("/apply/check");
        assert_eq!(self.page.complaints(), Vec::<String>::new(), "{}", self.page.told());
        self.presses_to("/apply/submit").arrives_at("/apply/receipt")
    }

    /// Begins, fills in everything and files; gives the number.
    pub fn applies(&mut self, applicant: &Applicant) -> String {
        let (number, _) = self.begins();
        self.answers_everything(applicant).brings_everything().files();
        number
    }

    /// The state in which their application stands, in words.
    pub fn sees_state(&mut self, status: &str) -> &mut Self {
        self.goes_to("/track");
        let said = self.says(&state_id(status));
        assert_eq!(self.page.heading(), said, "{}", self.page.told());
        self
    }
}

/// Message id of what the applicant's own page says of a state.
fn state_id(status: &str) -> String {
    if status == "submitted" { "track-submitted".to_owned() } else { format!("status-{status}") }
}

/// The clerk.
impl Person {
    /// Opens a case from the queue by its number; on another day, after signing in again.
    pub fn takes(&mut self, number: &str) -> &mut Self {
        self.goes_to("/desk");
        if self.is_at("/desk/sign-in") {
            let login = self.login.clone();
            self.signs_in(&login, super::app::PASSWORD).goes_to("/desk");
        }
        self.follows(number).sees(number)
    }

    /// The case that is open, as it stands in addresses behind the language: `/desk/` and its id.
    pub fn open_case(&self) -> String {
        self.page.address.split('#').next().unwrap()[3..].to_owned()
    }

    /// Writes a remark on a step or, as `paper-housing`, on a paper.
    pub fn remarks(&mut self, on: &str, text: &str) -> &mut Self {
        let item = if on.starts_with("paper-") { on.to_owned() } else { format!("step-{on}") };
        self.puts(&format!("remark-{item}"), text)
    }

    /// Compares all originals and accepts.
    pub fn accepts(&mut self, number: &str) -> &mut Self {
        self.takes(number).follows("move-accept").ticks_all("original").presses("desk-accept");
        assert!(self.page.address.ends_with("/talon"), "{}", self.page.told());
        self
    }

    /// Asks an approver with a letter, today.
    pub fn asks_approver(&mut self, number: &str, approver: &str) -> &mut Self {
        self.takes(number).follows("desk-ask-title").chooses("desk-approver", &format!("approver-{approver}"));
        self.fills("desk-approval-outgoing_number", "12-34").presses("desk-record").sees(number)
    }

    /// Records what an approver answered, today.
    pub fn records_answer(&mut self, number: &str, approver: &str, answer: &str) -> &mut Self {
        self.takes(number).follows("desk-answer-title").chooses("desk-approver", &format!("approver-{approver}"));
        self.chooses("desk-answered", &format!("answered-{answer}")).presses("desk-record").sees(number)
    }

    /// Puts another answer in place of the one that is recorded, and says why.
    pub fn changes_answer(&mut self, number: &str, approver: &str, answer: &str, why: &str) -> &mut Self {
        self.takes(number).follows("desk-answer-title").chooses("desk-approver", &format!("approver-{approver}"));
        self.chooses("desk-answered", &format!("answered-{answer}")).fills("desk-answer-why", why);
        self.presses("desk-record").sees(number).sees(why)
    }

    /// Opens the page of a move and confirms it.
    pub fn confirms(&mut self, number: &str, doing: &str, path: &str) -> &mut Self {
        self.takes(number).follows(&format!("move-{doing}")).presses_to(path)
    }

    /// Opens the page of a move that cannot be made now: it says why and has no button; and whoever sends its form all
    /// the same is told so.
    pub fn cannot_confirm(&mut self, number: &str, doing: &str, path: &str, why: &str) -> &mut Self {
        self.takes(number).follows(&format!("move-{doing}")).sees(why);
        assert_eq!(self.page.button_to(path), None, "{}", self.page.told());
        let hidden = self.page.boxes.iter().filter(|one| one.form.is_some() && one.kind == "hidden");
        let fields: Vec<(String, String)> = hidden.map(|one| (one.name.clone(), one.value.clone())).collect();
        let action = self.page.address.clone();
        self.asks(Request::form(&action, &fields));
        assert_eq!(self.status(), 409, "{}", self.page.told());
        self.sees(why)
    }

    /// Prepares a refusal on one ground, which rests on the questionnaire's part about funds.
    pub fn prepares_refusal(&mut self, number: &str, ground: &str, reasons: &str) -> &mut Self {
        self.chooses_ground(number, ground);
        self.chooses("desk-rests-on", "step-solvency").fills("desk-rests-shows", "The sum is too small");
        self.fills("desk-reasons", reasons).presses("desk-prepare").sees(number)
    }

    /// Chooses one ground of refusal, so that the page asks what it rests on.
    pub fn chooses_ground(&mut self, number: &str, ground: &str) -> &mut Self {
        self.takes(number).follows("move-prepare_refusal").ticks_value("ground", ground);
        self.presses("desk-grounds-choose").sees("desk-rests-on")
    }
}

/// The steps of papers have rooms of their own.
pub fn pages() -> impl Iterator<Item = StepName> {
    use ruqsat::application::steps::Shape;
    StepName::ALL.iter().copied().filter(|step| step.form().shape != Shape::Papers)
}
