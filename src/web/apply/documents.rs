//! The papers that this person has to bring: which, why, how each stands, and until when it is good.

use actix_web::HttpRequest;
use askama::Template;
use chrono::NaiveDate;

use super::load;
use crate::application::review::Progress;
use crate::application::steps::StepName;
use crate::application::{Application, Status};
use crate::documents::scan::any_infected;
use crate::documents::{Paper, ScanState, check_paper};
use crate::law::DocumentKind;
use crate::law::documents::{DocumentRule, Requirement};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Applicant;

#[derive(Template)]
#[template(path = "apply/documents.html")]
struct DocumentsPage {
    rows: Vec<Row>,
    /// Papers with files that the answers do not ask for any more.
    spare: Vec<&'static str>,
    remarks: Vec<String>,
    returned: bool,
    then: &'static str,
    /// The photograph comes after this page: not where it may not be changed, nor on the way back to the summary.
    leads_to_photograph: bool,
}

struct Row {
    code: &'static str,
    because: &'static str,
    citation: &'static str,
    /// The questionnaire: it has no files, it is being filled in.
    filled_here: bool,
    open: bool,
    progress: &'static str,
    files: usize,
    /// That a file of it is infected: a code, or nothing.
    scan: &'static str,
    good_until: Option<NaiveDate>,
    remarks: Vec<String>,
}

impl DocumentsPage {
    /// The first paper with something left to do.
    fn next(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.open && (row.progress != Progress::Done.code() || !row.remarks.is_empty()))
    }
}

/// Shows the list.
pub async fn show(req: HttpRequest, office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !is_open(&application) {
        return applicant.view.go("/apply/check");
    }
    let today = office.clock.today();
    let asked = application.requirements(today, &office.switches);
    let day = application.filing_day(today);
    let rows: Vec<Row> = asked
        .iter()
        .filter(|requirement| requirement.kind != DocumentKind::Photo)
        .map(|requirement| row(&application, requirement, day))
        .collect();
    applicant.view.page(&DocumentsPage {
        rows,
        spare: spare(&application, &asked),
        remarks: super::step::remarks(&application, StepName::Documents),
        returned: application.status == Status::Returned,
        then: then(&req),
        leads_to_photograph: then(&req).is_empty() && application.may_change_paper(DocumentKind::Photo),
    })
}

/// Whether there is anything here that the applicant may change.
fn is_open(application: &Application) -> bool {
    application.may_change(StepName::Documents)
        || DocumentKind::ALL.iter().any(|kind| *kind != DocumentKind::Photo && application.may_change_paper(*kind))
}

fn row(application: &Application, requirement: &Requirement, day: NaiveDate) -> Row {
    let Requirement { kind, because, rule } = *requirement;
    let paper = application.paper(kind);
    Row {
        code: kind.code(),
        because: because.code(),
        citation: rule.article.code(),
        filled_here: !rule.files,
        open: rule.files && application.may_change_paper(kind),
        progress: progress(application.kept_paper(kind).is_begun(), &paper, rule, day).code(),
        files: paper.files.len(),
        scan: if any_infected(&paper.files) { ScanState::Infected.mark() } else { "" },
        good_until: application.good_until(kind),
        remarks: remarks(application, kind),
    }
}

fn progress(begun: bool, paper: &Paper, rule: &DocumentRule, day: NaiveDate) -> Progress {
    if !begun {
        Progress::NotStarted
    } else if check_paper(paper, rule, day).stop() {
        Progress::ToMend
    } else {
        Progress::Done
    }
}

fn spare(application: &Application, asked: &[Requirement]) -> Vec<&'static str> {
    let with_files = application.papers.iter().filter(|paper| !paper.files.is_empty());
    with_files
        .map(|paper| paper.kind)
        .filter(|kind| *kind != DocumentKind::Photo && asked.iter().all(|requirement| requirement.kind != *kind))
        .map(DocumentKind::code)
        .collect()
}

/// The clerk's remarks on a paper.
pub fn remarks(application: &Application, kind: DocumentKind) -> Vec<String> {
    let remarks = application.office.remarks.iter().filter(|remark| remark.opens(kind));
    remarks.map(|remark| remark.text.clone()).collect()
}

/// `check` when the page was opened from the summary, to which it then leads back.
pub fn then(req: &HttpRequest) -> &'static str {
    if req.query_string().split('&').any(|pair| pair == "then=check") { "check" } else { "" }
}

/// An address that remembers where its page leads back to.
pub fn with_then(path: &str, then: &str) -> String {
    if then == "check" { format!("{path}?then=check") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Format, StoredFile, file::FileRole};

    fn file() -> StoredFile {
        StoredFile {
            id: "a".to_owned(),
            name: "a.pdf".to_owned(),
            role: FileRole::Paper,
            format: Format::Pdf,
            size: 1,
            sha256: String::new(),
            at: chrono::DateTime::UNIX_EPOCH,
            taken_on: None,
            pages: Some(1),
            scan: crate::documents::ScanState::Clean,
        }
    }

    #[test]
    fn a_paper_is_begun_by_a_file_or_a_word() {
        let kind = DocumentKind::Medical028u;
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut paper = Paper::empty(kind);
        assert_eq!(progress(paper.is_begun(), &paper, kind.rule(), day), Progress::NotStarted);
        paper.files.push(file());
        assert_eq!(
            progress(paper.is_begun(), &paper, kind.rule(), day),
            Progress::ToMend,
            "its date of issue is asked"
        );
        paper.details.issued_on = crate::validation::Answer::Given(day);
        assert_eq!(progress(paper.is_begun(), &paper, kind.rule(), day), Progress::Done);
        paper.files.clear();
        assert_eq!(progress(paper.is_begun(), &paper, kind.rule(), day), Progress::ToMend);
    }

    #[test]
    fn the_way_back_is_kept() {
        assert_eq!(with_then("/apply/documents", "check"), "/apply/documents?then=check");
        assert_eq!(with_then("/apply/documents", "https://elsewhere"), "/apply/documents");
    }
}
