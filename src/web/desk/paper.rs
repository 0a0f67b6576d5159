//! The papers of a case as the clerk reads them: what is asked, what was given, what was found.

use chrono::NaiveDate;

use crate::application::Application;
use crate::application::summary::Line;
use crate::desk::versions::details;
use crate::documents::pair::Pair;
use crate::documents::photo::{Reading, readings};
use crate::documents::{Paper, ScanState, StoredFile, file::FileRole, freshness};
use crate::law::DocumentKind;
use crate::law::switches::Switches;
use crate::validation::{Finding, Findings};

/// One paper.
pub struct PaperView {
    /// Id of its case.
    pub case: String,
    /// The document's code.
    pub code: &'static str,
    /// Whether it is asked of this person; a paper given earlier may no longer be.
    pub asked: bool,
    /// Whether it has files at all: the questionnaire is filled in on the portal.
    pub has_files: bool,
    /// What was written about it.
    pub lines: Vec<Line>,
    /// The last day on which it is fresh, if it ages.
    pub until: Option<NaiveDate>,
    /// Message id of what that day is called.
    pub until_label: &'static str,
    /// Its files.
    pub files: Vec<FileView>,
    /// What the rules found.
    pub findings: Vec<Finding>,
    /// What was measured of the photograph.
    pub photo: Vec<PhotoLine>,
    /// The paper and its translation side by side; none of a paper that has nothing beside it.
    pub pair: Option<PairView>,
    /// Whether the first page of each file stands beside its name.
    pub pictured: bool,
}

/// How a paper stands with what lies beside it.
pub struct PairView {
    /// How the translation stands, and whether something is to be done.
    pub translation: &'static str,
    pub translation_bad: bool,
    /// How apostille or legalisation stands, and whether something is to be done.
    pub legalisation: &'static str,
    pub legalisation_bad: bool,
}

fn pair(paper: &Paper) -> Option<PairView> {
    let pair = Pair::of(paper, paper.kind.rule()).filter(|pair| pair.is_worth_showing())?;
    Some(PairView {
        translation: pair.translation.code(),
        translation_bad: pair.translation.is_open(),
        legalisation: pair.legalisation.code(),
        legalisation_bad: pair.legalisation.is_open(),
    })
}

/// One measure of the photograph.
pub struct PhotoLine {
    /// Message id is `desk-photo-{code}`.
    pub code: &'static str,
    /// The number as it is written.
    pub value: String,
    /// The least and the most that it should be; empty where there is no such limit.
    pub limits: (String, String),
    /// Whether it is outside.
    pub marked: bool,
}

/// One file.
pub struct FileView {
    /// Id.
    pub id: String,
    /// Shown name.
    pub name: String,
    /// Whether it is the translation.
    pub translation: bool,
    /// Kilobytes, rounded up.
    pub kilobytes: i64,
    /// Where it stands with the scanner.
    pub scan: ScanState,
}

impl FileView {
    /// Whether the gate of the desk lets it be opened.
    pub fn opens(&self) -> bool {
        self.scan.opens_at_desk().is_ok()
    }
    /// Whether there is anything to say beside its name.
    pub fn is_marked(&self) -> bool {
        self.scan != ScanState::Clean
    }
}

/// Every paper that is asked, in the law's order, then those given although they are not.
pub fn papers(application: &Application, today: NaiveDate, switches: &Switches, found: &Findings) -> Vec<PaperView> {
    let asked: Vec<DocumentKind> = application.requirements(today, switches).iter().map(|one| one.kind).collect();
    let more = application.papers.iter().filter(|paper| !asked.contains(&paper.kind) && !paper.files.is_empty());
    let more: Vec<DocumentKind> = more.map(|paper| paper.kind).collect();
    asked
        .iter()
        .map(|kind| (*kind, true))
        .chain(more.into_iter().map(|kind| (kind, false)))
        .map(|(kind, asked)| {
            let paper = application.paper(kind);
            PaperView {
                case: application.id.clone(),
                code: kind.code(),
                asked,
                has_files: kind.rule().files,
                lines: details(&paper.details),
                until: application.good_until(kind),
                until_label: freshness::until_label(kind),
                files: paper.filed().map(FileView::from).collect(),
                photo: photo(application, kind),
                pair: pair(&paper),
                pictured: kind == DocumentKind::Photo,
                findings: found.iter().filter(|one| one.place.item.as_deref() == Some(kind.code())).cloned().collect(),
            }
        })
        .collect()
}

/// The numbers behind the marks beside the photograph.
fn photo(application: &Application, kind: DocumentKind) -> Vec<PhotoLine> {
    let photograph = application.photograph.as_ref().filter(|_| kind == DocumentKind::Photo);
    let all = photograph.map(|one| readings(&one.measured)).unwrap_or_default();
    // Both languages of the office write a decimal comma; nothing is less than zero by nothing.
    let written = |value: f64, places: usize| {
        let text = format!("{value:.places$}").replace('.', ",");
        let minus = if text.contains(|c| matches!(c, '1'..='9')) { "\u{2212}" } else { "" };
        text.replace('-', minus)
    };
    let line = |one: Reading| {
        let limit = |limit: Option<f64>| limit.map(|limit| written(limit, one.places)).unwrap_or_default();
        PhotoLine {
            code: one.code,
            value: written(one.value, one.places),
            limits: (limit(one.limit.least), limit(one.limit.most)),
            marked: one.marked,
        }
    };
    all.into_iter().map(line).collect()
}

impl From<&StoredFile> for FileView {
    fn from(file: &StoredFile) -> Self {
        Self {
            id: file.id.clone(),
            name: file.name.clone(),
            translation: file.role == FileRole::Translation,
            kilobytes: i64::try_from(file.size.div_ceil(1024)).unwrap_or(i64::MAX),
            scan: file.scan,
        }
    }
}
