//! THE APPLICATION A PERSON FILES (appendix 4): its answers and papers, its verbs, its history.

pub mod answers;
pub mod born;
pub mod choices;
mod denied;
pub mod effort;
mod event;
pub mod freshness;
pub mod invitation;
pub mod lists;
pub mod merge;
pub mod minutes;
pub mod number;
pub mod office;
mod papers;
pub mod refusal;
pub mod review;
pub mod status;
pub mod steps;
pub mod submission;
pub mod summary;
pub mod trail;
pub mod zone;

pub use answers::Answers;
pub use denied::Denied;
pub use event::{Actor, Event, EventKind};
pub use number::{Code, Number};
pub use office::Office;
pub use status::{Move, Status};

use chrono::{DateTime, NaiveDate, Utc};

use crate::documents::passport_zone::Given as GivenZone;
use crate::documents::photo::Photograph;
use crate::documents::scan::any_infected;
use crate::documents::{Paper, ScanState, StoredFile, file};
use crate::law::switches::Switches;
use crate::law::{DocumentKind, Facts, Route};
use steps::{Body, Contacts, Person, Step, StepName};

/// The step on which a paper is given: the photograph has one of its own.
pub fn step_of(kind: DocumentKind) -> StepName {
    if kind == DocumentKind::Photo { StepName::Photograph } else { StepName::Documents }
}

/// An application with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// Id made by the program; never shown.
    pub id: String,
    /// What the person quotes.
    pub number: Number,
    /// Keyed hash of the code that opens it.
    pub code_hash: String,
    /// `kk` or `ru`: the language of letters and notices to this person.
    pub language: String,
    /// Where it stands.
    pub status: Status,
    /// Grows with every change, by one or more. 0 when only a step was loaded.
    pub revision: i64,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// When it was filed for the first time.
    pub submitted_at: Option<DateTime<Utc>>,
    /// What was answered.
    pub answers: Answers,
    /// What was given for each document.
    pub papers: Vec<Paper>,
    /// Files that were filed and are with their papers no more: evidence for the office, of no account elsewhere.
    pub replaced: Vec<(DocumentKind, StoredFile)>,
    /// How the photograph was cut from its picture.
    pub photograph: Option<Photograph>,
    /// The lines of the passport's zone, as they were given.
    pub zone: Option<GivenZone>,
    /// What the office wrote.
    pub office: Office,
}

impl Application {
    /// A new draft.
    pub fn begin(id: String, number: Number, code_hash: String, language: &str, at: DateTime<Utc>) -> Self {
        Self {
            id,
            number,
            code_hash,
            language: language.to_owned(),
            status: Status::Draft,
            revision: 0,
            begun_at: at,
            submitted_at: None,
            answers: Answers::default(),
            papers: Vec::new(),
            replaced: Vec::new(),
            photograph: None,
            zone: None,
            office: Office::default(),
        }
    }

    /// What the rules ask, on the day that counts (see [`Application::filing_day`]).
    pub fn facts(&self, today: NaiveDate) -> Option<Facts> {
        self.answers.facts(self.filing_day(today))
    }

    /// The day that counts for ages and for the 180 days: the day on which the papers were handed in, once they were;
    /// until then today, since the person applies in person (order 642, row 8, opening words). An application that ended
    /// before keeps the day on which it was filed here.
    pub fn filing_day(&self, today: NaiveDate) -> NaiveDate {
        let day = |at| crate::clock::civil(at).date();
        match (&self.office.registration, self.submitted_at, self.status) {
            (Some(registration), _, _) => day(registration.handed_in_at),
            (None, Some(at), Status::AcceptanceRefused | Status::Withdrawn) => day(at),
            _ => today,
        }
    }

    /// The route, once the date of birth is known.
    pub fn route(&self, today: NaiveDate) -> Option<Route> {
        self.facts(today).as_ref().map(Route::of)
    }

    /// The required documents; none before the date of birth is known.
    pub fn requirements(&self, today: NaiveDate, switches: &Switches) -> Vec<crate::law::documents::Requirement> {
        self.facts(today).map(|facts| crate::law::documents::required(&facts, switches)).unwrap_or_default()
    }

    /// The person's name as it is written in Kazakhstan, or as the passport has it, or nothing yet.
    pub fn name(&self) -> String {
        let person: Person = self.answers.page();
        let cyrillic = [&*person.surname, &*person.given_names, &*person.patronymic].join(" ");
        let latin = [&*person.surname_latin, &*person.given_names_latin].join(" ");
        let name = if cyrillic.trim().is_empty() { latin } else { cyrillic };
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The region whose unit receives the application: the one where the person lives.
    pub fn unit(&self) -> Option<&'static str> {
        self.answers.page::<Contacts>().region.given().map(|region| region.code())
    }

    /// Whether the applicant may change this step now: any step of a draft, the named steps of a returned one.
    pub fn may_change(&self, step: StepName) -> bool {
        match self.status {
            Status::Draft => true,
            Status::Returned => {
                self.office.remarks.iter().any(|remark| remark.step == step.code())
                    || self.office.reopened.iter().any(|kind| step_of(*kind) == step)
            }
            _ => false,
        }
    }

    /// Whether the applicant may change this paper now.
    pub fn may_change_paper(&self, kind: DocumentKind) -> bool {
        match self.status {
            Status::Draft => true,
            Status::Returned => {
                self.office.remarks.iter().any(|remark| remark.opens(kind)) || self.office.reopened.contains(&kind)
            }
            _ => false,
        }
    }

    /// Keeps the typed answers of a page, right or wrong: nothing typed is lost. Filing checks them all.
    pub fn keep(&mut self, step: StepName, body: Body) -> Result<(), Denied> {
        if !self.may_change(step) {
            return Err(Denied::Closed);
        }
        self.put(step, body);
        Ok(())
    }

    /// Puts answers in place; letters follow the language that was chosen for them.
    pub(crate) fn put(&mut self, step: StepName, body: Body) {
        self.answers.put(step, body);
        if step == Contacts::NAME
            && let Some(language) = self.answers.page::<Contacts>().letters_in.given()
        {
            self.language = crate::validation::Value::write(language);
        }
    }

    fn paper_mut(&mut self, kind: DocumentKind) -> &mut Paper {
        let at = self.papers.iter().position(|paper| paper.kind == kind).unwrap_or_else(|| {
            self.papers.push(Paper::empty(kind));
            self.papers.len() - 1
        });
        &mut self.papers[at]
    }

    /// Keeps what was written about a paper.
    pub fn describe(&mut self, kind: DocumentKind, details: crate::documents::Details) -> Result<(), Denied> {
        if !self.may_change_paper(kind) {
            return Err(Denied::Closed);
        }
        self.paper_mut(kind).details = details;
        Ok(())
    }

    /// Adds a file that lies in the vault.
    pub fn attach(&mut self, kind: DocumentKind, new: StoredFile) -> Result<(), Denied> {
        if !self.may_change_paper(kind) {
            return Err(Denied::Closed);
        }
        if self.bytes() + new.size > file::MOST_BYTES_TOGETHER || self.kept_paper(kind).files.len() >= file::MOST_FILES
        {
            return Err(Denied::TooMuch);
        }
        self.paper_mut(kind).files.push(new);
        Ok(())
    }

    /// Puts a photograph in the place of the one before: files of `kept` stay, the new ones come. Gives back those that
    /// are gone.
    pub fn place_photograph(
        &mut self,
        photograph: Option<Photograph>,
        kept: &[&str],
        new: Vec<StoredFile>,
    ) -> Result<Vec<StoredFile>, Denied> {
        let kind = DocumentKind::Photo;
        if !self.may_change_paper(kind) {
            return Err(Denied::Closed);
        }
        let files = std::mem::take(&mut self.paper_mut(kind).files);
        let (stay, gone) = files.into_iter().partition(|file| kept.contains(&file.id.as_str()));
        self.paper_mut(kind).files = stay;
        for file in new {
            self.attach(kind, file)?;
        }
        self.photograph = photograph;
        Ok(gone)
    }

    /// Takes a file away; `None` when there is no such file.
    pub fn detach(&mut self, kind: DocumentKind, file_id: &str) -> Result<Option<StoredFile>, Denied> {
        if !self.may_change_paper(kind) {
            return Err(Denied::Closed);
        }
        let files = &mut self.paper_mut(kind).files;
        Ok(files.iter().position(|file| file.id == file_id).map(|at| files.remove(at)))
    }

    /// Keeps a filed file that has left its paper. What is in it is kept once.
    pub fn keep_replaced(&mut self, kind: DocumentKind, file: StoredFile) {
        if !self.replaced.iter().any(|(of, kept)| *of == kind && kept.sha256 == file.sha256) {
            self.replaced.push((kind, file));
        }
    }

    /// The papers with a file in which the scanner found something.
    pub fn infected(&self) -> impl Iterator<Item = DocumentKind> {
        self.papers.iter().filter(|paper| any_infected(&paper.files)).map(|paper| paper.kind)
    }

    /// Whether files are still in quarantine.
    pub fn awaits_scan(&self) -> bool {
        !self.awaiting_scan().is_empty()
    }

    /// The papers with a file that waits for the scanner.
    pub fn awaiting_scan(&self) -> Vec<DocumentKind> {
        let waits = |paper: &&Paper| paper.files.iter().any(|file| file.scan == ScanState::Waiting);
        self.papers.iter().filter(waits).map(|paper| paper.kind).collect()
    }

    /// Seals a file in which the scanner found something, by the name of the signature. `None` when it is gone, or was
    /// not waiting for that.
    pub fn seal(&mut self, file_id: &str, signature: &str, at: DateTime<Utc>) -> Option<Event> {
        let held = self.papers.iter_mut().flat_map(|paper| {
            let kind = paper.kind;
            paper.files.iter_mut().map(move |file| (kind, file, true))
        });
        let replaced = self.replaced.iter_mut().map(|(kind, file)| (*kind, file, false));
        let waits = |file: &StoredFile| file.id == file_id && file.scan == ScanState::Waiting;
        let (kind, file, is_held) = held.chain(replaced).find(|(_, file, _)| waits(file))?;
        file.scan = ScanState::Infected;
        // Where another file has taken its place nothing is to be mended.
        if is_held && !self.office.reopened.contains(&kind) {
            self.office.reopened.push(kind);
        }
        let event = Event::new(EventKind::FileInfected, Actor::Portal, at);
        Some(event.with("document", kind.code()).with("signature", signature))
    }

    /// Bytes of all files together.
    pub fn bytes(&self) -> u64 {
        self.papers.iter().flat_map(|paper| &paper.files).map(|file| file.size).sum()
    }

    /// Moves along the table of moves.
    pub(crate) fn advance(&mut self, doing: Move) -> Result<(), Denied> {
        self.status = self.status.after(doing).ok_or(Denied::Move { from: self.status, doing })?;
        Ok(())
    }

    /// Files the application, for the first time or after a return.
    pub fn submit(&mut self, at: DateTime<Utc>, switches: &Switches) -> Result<Event, Denied> {
        let today = crate::clock::civil(at).date();
        let again = self.status == Status::Returned;
        let found = review::review(self, today, switches);
        if self.status.after(Move::Submit).is_some() && found.stop() {
            return Err(Denied::Findings(found));
        }
        self.advance(Move::Submit)?;
        self.submitted_at.get_or_insert(at);
        self.office.mended = std::mem::take(&mut self.office.remarks);
        self.office.mend_until = None;
        self.office.reopened.clear();
        Ok(Event::new(if again { EventKind::Resubmitted } else { EventKind::Submitted }, Actor::Applicant, at))
    }

    /// Takes the application back, at any time before the decision.
    pub fn withdraw(&mut self, at: DateTime<Utc>) -> Result<Event, Denied> {
        self.advance(Move::Withdraw)?;
        Ok(Event::new(EventKind::Withdrawn, Actor::Applicant, at))
    }
}
