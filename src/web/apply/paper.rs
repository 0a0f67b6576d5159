//! One required paper on its own page: what it must be, what is asked about it, its files.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;

use super::documents::{remarks, then, with_then};
use super::paper_save::{Kept, body_of, keep, take_away, typed};
use super::shown_file::{MEGABYTE, ShownFile, size_in_words};
use super::upload::{self, Refused, Upload};
use super::{autosave, load, passing};
use crate::application::Application;
use crate::documents::drawn::is_identity_paper;
use crate::documents::file::{ACCEPT, FileRole, MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES};
use crate::documents::pair::Pair;
use crate::documents::{Details, Format, check_paper, freshness};
use crate::language::Language;
use crate::law::DocumentKind;
use crate::law::documents::{DocumentRule, Requirement, housing_form};
use crate::validation::{Finding, Questions};
use crate::web::drawn::{self, Wanted};
use crate::web::error::{Error, Outcome};
use crate::web::files::{self, Admitted};
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Applicant, ApplicantForm};

/// Begins the message ids of the questions about a paper.
const PREFIX: &str = "paper";

#[derive(Template)]
#[template(path = "apply/document.html")]
struct PaperPage {
    kind: &'static str,
    /// What lies beside it, or should.
    pair: Option<Pair>,
    /// Files that came by links: whom each link was for, and their names.
    came: Vec<(String, Vec<String>)>,
    /// None when the answers do not ask for it any more, or cannot be read now.
    because: Option<&'static str>,
    rule: &'static DocumentRule,
    housing: Option<&'static str>,
    form: Filled,
    good_until: Option<NaiveDate>,
    /// The day by which a decision would be expected, if the paper is out of date by then.
    decision_on: Option<NaiveDate>,
    files: Vec<ShownFile>,
    translation: bool,
    refused: Vec<Refused>,
    remarks: Vec<String>,
    accept: &'static str,
    most_files: usize,
    most_megabytes: i64,
    most_together: i64,
    free: (&'static str, String),
    then: String,
    unsaved: bool,
}

/// The papers that have a page here.
pub fn paper_of(code: &str) -> Result<DocumentKind, Error> {
    code.parse::<DocumentKind>().ok().filter(|kind| kind.rule().files).ok_or(Error::NotFound)
}

/// Shows a paper.
pub async fn show(
    req: HttpRequest,
    office: App,
    path: web::Path<(String, String)>,
    mut applicant: Applicant,
) -> Outcome {
    let kind = paper_of(&path.1)?;
    if kind == DocumentKind::Photo {
        return applicant.view.go(&with_then("/apply/photograph", then(&req)));
    }
    let application = load(&office, &mut applicant).await?;
    if !application.may_change_paper(kind) {
        return applicant.view.go("/apply/documents");
    }
    let links = super::invite::links(&office, &application, kind).await?;
    let came = links.into_iter().filter(|link| !link.files.is_empty()).map(|link| (link.for_whom, link.files));
    let mut page = page(&office, &application, kind)?;
    if passing::is_untold(&req) {
        page.form.findings.clear();
    }
    if passing::is_told(&req) {
        let found = check_paper(&application.paper(kind), page.rule, application.filing_day(office.clock.today()));
        page.form = page.form.with(found);
    }
    applicant.view.page(&PaperPage { then: then(&req).to_owned(), came: came.collect(), ..page })
}

/// Saves a paper: what was typed and what was added; then back to the list, or to what is to be mended.
pub async fn save(req: HttpRequest, office: App, path: web::Path<(String, String)>, payload: web::Payload) -> Outcome {
    let kind = paper_of(&path.1).and_then(|kind| match kind {
        DocumentKind::Photo => Err(Error::NotFound),
        other => Ok(other),
    })?;
    let Upload { form, application, fresh, refused, failed, .. } =
        upload::receive(&req, &office, payload, kind).await?;
    let ApplicantForm { mut applicant, fields } = form;
    if let Some(application) = &application {
        belongs(&office, application, kind)?;
    }
    match failed {
        Some(Error::Unavailable) => unsaved(&office, &applicant.view, application.as_ref(), kind, &fields),
        Some(broken) => {
            // The line broke in the middle of a file: the text had come whole and is kept.
            drop(fresh);
            keep(&office, &applicant.id, kind, fields, None).await?;
            Err(broken)
        }
        None => {
            let came = fresh.files().len();
            match keep(&office, &applicant.id, kind, fields.clone(), Some(fresh)).await {
                Ok(kept) => {
                    // A page that asks for files only has saved nothing when none was taken.
                    if came > kept.left.len() || !Details::asked(kind.rule()).is_empty() {
                        applicant.view.is_saved(&office);
                    }
                    after_save(&office, &applicant.view, kept, kind, &fields, refused)
                }
                Err(Error::Unavailable) => unsaved(&office, &applicant.view, application.as_ref(), kind, &fields),
                Err(other) => Err(other),
            }
        }
    }
}

fn after_save(
    office: &Office,
    view: &View,
    kept: Kept,
    kind: DocumentKind,
    fields: &Fields,
    mut refused: Vec<Refused>,
) -> Outcome {
    let Kept { application, both, left } = kept;
    if fields.has("autosave") {
        return autosave::answer(view, PREFIX, &typed(fields, &body_of(&Details::default())), &both);
    }
    refused.extend(left);
    let then = fields.get("then");
    let is_all_told = both.is_empty() && refused.is_empty();
    if let Some(language) = Language::from_code(fields.get("switch")).filter(|_| is_all_told) {
        let address = with_then(&format!("/apply/documents/{}", kind.code()), then);
        return passing::switch(view, language, &address, fields);
    }
    if passing::aside(fields) && is_all_told {
        return view.go(&with_then("/apply/documents", then));
    }
    let paper = application.paper(kind);
    let found = check_paper(&paper, kind.rule(), application.filing_day(office.clock.today()));
    if is_all_told && !found.stop() {
        return view.go(if then == "check" { "/apply/check" } else { "/apply/documents" });
    }
    if is_all_told {
        return passing::to_mend(view, &with_then(&format!("/apply/documents/{}", kind.code()), then));
    }
    // What another tab had changed, and files that were not taken, are kept nowhere else.
    let status = if found.stop() || !refused.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut page = page(office, &application, kind)?;
    page.form = page.form.with(found).changed_elsewhere(both);
    view.page_with(status, &PaperPage { refused, then: then.to_owned(), ..page })
}

/// Database or vault are out of reach: the page comes back with all that was typed, and says so.
fn unsaved(
    office: &Office,
    view: &View,
    application: Option<&Application>,
    kind: DocumentKind,
    fields: &Fields,
) -> Outcome {
    let mut page = match application {
        Some(application) => page(office, application, kind)?,
        None => blank(kind),
    };
    let stored = application.map(|application| application.kept_paper(kind).details).unwrap_or_default();
    let typed = typed(fields, &body_of(&stored));
    page.form = Filled::unchecked(PREFIX, Details::FIELDS, typed).still_seen(fields.get("seen"));
    page.then = fields.get("then").to_owned();
    page.unsaved = true;
    view.page_with(StatusCode::SERVICE_UNAVAILABLE, &page)
}

/// A paper's page from its row in the table alone.
fn blank(kind: DocumentKind) -> PaperPage {
    let rule = kind.rule();
    PaperPage {
        kind: kind.code(),
        pair: None,
        came: Vec::new(),
        because: None,
        rule,
        housing: None,
        form: Filled::unchecked(PREFIX, Details::FIELDS, body_of(&Details::default())),
        good_until: None,
        decision_on: None,
        files: Vec::new(),
        translation: rule.may_be_foreign,
        refused: Vec::new(),
        remarks: Vec::new(),
        accept: ACCEPT,
        most_files: MOST_FILES,
        most_megabytes: (MOST_BYTES / MEGABYTE) as i64,
        most_together: (MOST_BYTES_TOGETHER / MEGABYTE) as i64,
        free: size_in_words(MOST_BYTES_TOGETHER),
        then: String::new(),
        unsaved: false,
    }
}

/// Why a paper is asked of this person; nothing when it is not, but already has files. Any other is not theirs.
fn belongs(office: &Office, application: &Application, kind: DocumentKind) -> Outcome<Option<Requirement>> {
    let asked = application.requirements(office.clock.today(), &office.switches);
    let asked = asked.into_iter().find(|one| one.kind == kind);
    let is_theirs = asked.is_some() || !application.paper(kind).files.is_empty();
    if is_theirs { Ok(asked) } else { Err(Error::NotFound) }
}

/// A paper's page as it is stored. Only papers that belong to this person.
fn page(office: &Office, application: &Application, kind: DocumentKind) -> Outcome<PaperPage> {
    let asked = belongs(office, application, kind)?;
    let today = office.clock.today();
    let paper = application.paper(kind);
    let page = blank(kind);
    let kept = application.kept_paper(kind);
    let mut form = Filled::unchecked(PREFIX, Details::FIELDS, body_of(&kept.details));
    if kept.is_begun() {
        form = form.with(check_paper(&paper, page.rule, application.filing_day(today)));
    }
    let good_until = application.good_until(kind);
    let decision_on = freshness::expected_decision(today, None, &office.calendar());
    // What is too old already cannot be handed in today.
    let in_time = good_until.filter(|until| today <= *until);
    let housing = application.facts(today).filter(|_| kind == DocumentKind::Housing);
    Ok(PaperPage {
        pair: Pair::of(&paper, page.rule).filter(|pair| pair.is_worth_showing()),
        because: asked.map(|asked| asked.because.code()),
        housing: housing.map(|facts| housing_form(&facts).code()),
        form,
        good_until,
        // A passport is not out of date by then.
        decision_on: decision_on.filter(|day| !page.has_zone() && in_time.is_some_and(|until| until < *day)),
        files: paper.files.iter().map(ShownFile::from).collect(),
        translation: page.translation || paper.files.iter().any(|file| file.role == FileRole::Translation),
        remarks: remarks(application, kind),
        free: size_in_words(MOST_BYTES_TOGETHER.saturating_sub(application.bytes())),
        ..page
    })
}

impl PaperPage {
    /// Whether it has machine-readable lines, which have a page of their own.
    fn has_zone(&self) -> bool {
        self.rule.kind == DocumentKind::Passport
    }
    /// Whether this page asks it.
    fn asks(&self, field: &str) -> bool {
        Details::asked(self.rule).contains(&field)
    }
    /// Whether it asks anything but files.
    fn asks_anything(&self) -> bool {
        !Details::asked(self.rule).is_empty()
    }
    /// Whether somebody else may have it: a passport is with its holder.
    fn may_invite(&self) -> bool {
        self.rule.kind != DocumentKind::Passport
    }
    /// What the check says about a box of files.
    fn about_files(&self, field: &str) -> Option<&Finding> {
        self.form.findings.iter().find(|finding| finding.place.field.as_deref() == Some(field))
    }
    /// Files that were chosen in this box and not taken.
    fn refused_at(&self, field: &str) -> Vec<&Refused> {
        self.refused.iter().filter(|one| one.finding.place.field.as_deref() == Some(field)).collect()
    }
}

/// Takes a file away. The form around the button travels along, so nothing typed is lost.
pub async fn remove(office: App, path: web::Path<(String, String, String)>, form: ApplicantForm) -> Outcome {
    let kind = paper_of(&path.1)?;
    let ApplicantForm { mut applicant, fields } = form;
    let address = match kind {
        DocumentKind::Photo => "/apply/photograph".to_owned(),
        other => format!("/apply/documents/{}", other.code()),
    };
    let address = with_then(&address, fields.get("then"));
    take_away(&office, &applicant.id, kind, path.2.clone(), fields).await?;
    applicant.view.is_saved(&office);
    applicant.view.go(&address)
}

/// Serves a file of this person's own application: its pages as pictures. Its owner has two files back as they are: the
/// photograph that was cut here, and a PDF that proves no identity.
pub async fn file(
    req: HttpRequest,
    office: App,
    path: web::Path<(String, String, String)>,
    mut applicant: Applicant,
) -> Outcome {
    let kind = paper_of(&path.1)?;
    let query = Fields::parse(req.query_string().as_bytes())?;
    let application = load(&office, &mut applicant).await?;
    let paper = application.paper(kind);
    let file = paper.files.into_iter().find(|file| file.id == path.2).ok_or(Error::NotFound)?;
    let file = Admitted::for_owner(file)?;
    let made_here = application.photograph.is_some() && kind == DocumentKind::Photo && file.role != FileRole::Original;
    let own = file.format == Format::Pdf && !is_identity_paper(kind) && !query.has("page");
    match made_here || own {
        true => files::serve(&office, &file).await,
        false => drawn::serve(&office, &application, kind, &file, Wanted::read(&query)).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_papers_with_files_have_a_page() {
        assert!(paper_of("passport").is_ok());
        for code in ["questionnaire", "nothing", "../passport", ""] {
            assert!(matches!(paper_of(code), Err(Error::NotFound)), "{code}");
        }
    }
}
