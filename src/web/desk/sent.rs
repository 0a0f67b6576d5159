//! The versions of an application that were sent: each as it was, beside the one before it and what stands there now.

use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};

use super::{keep_language, load};
use crate::application::Application;
use crate::application::steps::{Shape, StepName};
use crate::application::submission::{FiledPaper, Submission, freeze};
use crate::application::summary::{Line, Section, sections};
use crate::desk::versions::{Differences, details};
use crate::store::applications;
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/sent.html")]
struct SentPage {
    id: String,
    number: String,
    /// The name as it was sent.
    name: String,
    no: i64,
    at: DateTime<Utc>,
    sha256: String,
    /// The numbers of all that were sent.
    all: Vec<i64>,
    /// Against the version before; none of the first.
    before: Option<Differences>,
    /// Of the last version: what a clerk has corrected since, or the applicant mends.
    since: Option<Differences>,
    sections: Vec<Section>,
    papers: Vec<SentPaper>,
}

/// A paper as it was sent.
struct SentPaper {
    code: &'static str,
    lines: Vec<Line>,
    /// Its files: name, whether it is the translation, and where it is looked at without the language; nowhere when nobody
    /// kept it.
    files: Vec<(String, bool, Option<String>)>,
}

/// Shows one version; the last when the address names none.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let application = load(&office, &clerk.staff, &path.1).await?;
    let id = path.1.clone();
    let sent: Vec<Submission> = office.read(move |conn| applications::submissions_of(conn, &id)).await?;
    let last = sent.len().checked_sub(1).ok_or(Error::NotFound)?;
    let no: Option<i64> = asked.get("no").parse().ok();
    let at = no.and_then(|no| sent.iter().position(|one| one.no == no)).unwrap_or(last);
    let (shown, filed) = (sent.get(at).ok_or(Error::NotFound)?, sent.iter().map(Submission::filed).collect::<Vec<_>>());
    let this = filed.get(at).ok_or(Error::NotFound)?;
    let before = at.checked_sub(1).and_then(|at| filed.get(at)).map(|before| Differences::between(before, this));
    // As on the day of that filing: what is asked depends on the age then.
    let now = || freeze(&application, shown.no, shown.at, &office.switches).filed();
    let since = (at == last).then(|| Differences::between(this, &now()));
    let steps = StepName::ALL.iter().copied().filter(|step| step.form().shape != Shape::Papers);
    clerk.view.page(&SentPage {
        number: application.number.to_string(),
        name: this.name.clone(),
        no: shown.no,
        at: shown.at,
        sha256: shown.sha256.clone(),
        all: sent.iter().map(|one| one.no).collect(),
        before,
        since: since.filter(|since| !since.is_empty()),
        sections: sections(&this.answers, steps),
        papers: this.papers().iter().map(|paper| paper_of(&application, paper)).collect(),
        id: application.id,
    })
}

fn paper_of(application: &Application, paper: &FiledPaper) -> SentPaper {
    let now = application.paper(paper.kind);
    let replaced = application.replaced.iter().filter(|(kind, _)| *kind == paper.kind).map(|(_, file)| file);
    let kept: Vec<_> = now.filed().chain(replaced).collect();
    let to = |sha256: &str| {
        let file = kept.iter().find(|file| file.sha256 == sha256)?;
        Some(format!("/desk/cases/{}/papers/{}?file={}#viewer", application.id, paper.kind.code(), file.id))
    };
    SentPaper {
        code: paper.kind.code(),
        lines: details(&paper.details),
        files: paper.files.iter().map(|file| (file.name.clone(), file.translation, to(&file.sha256))).collect(),
    }
}
