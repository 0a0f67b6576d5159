//! The receipt of what was filed: number, time, unit, papers with the originals to bring, fingerprint, what comes next.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};

use super::{load, reception};
use crate::application::steps::{Arrival, Passport};
use crate::application::submission::{FiledFile, FiledPaper, Submission};
use crate::application::{Application, Status};
use crate::documents::{Paper, freshness};
use crate::law::documents::housing_form;
use crate::law::{DocumentKind, terms};
use crate::store::applications;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Applicant;

#[derive(Template)]
#[template(path = "apply/receipt.html")]
struct ReceiptPage {
    number: String,
    /// Where the application stands by now.
    status: Status,
    name: String,
    /// How often it was filed.
    no: i64,
    at: DateTime<Utc>,
    first_at: Option<DateTime<Utc>>,
    unit: Option<String>,
    reception: Option<(&'static str, String)>,
    papers: Vec<ToBring>,
    /// Whether the originals are still to be brought.
    waits: bool,
    /// The last day on which every paper is still good.
    come_until: Option<NaiveDate>,
    /// The last day of the visa, where it comes before that: who has outstayed it cannot come.
    visa_until: Option<NaiveDate>,
    sha256: String,
    term_days: i64,
    hearing_days: i64,
}

/// One document of the set, and the original that belongs to it.
struct ToBring {
    document: &'static str,
    original: &'static str,
    files: Vec<FiledFile>,
    /// It is filled in here, or printed: no file is given.
    without_file: bool,
    good_until: Option<NaiveDate>,
    /// Of the paper on housing: which is accepted.
    housing: Option<&'static str>,
}

impl ReceiptPage {
    /// Enough of the fingerprint to compare at a glance.
    fn short(&self) -> String {
        self.sha256.chars().take(12).collect::<Vec<_>>().chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }
    /// The whole fingerprint in groups, so that it breaks across lines and can be read aloud.
    fn groups(&self) -> Vec<String> {
        self.sha256.chars().collect::<Vec<_>>().chunks(8).map(String::from_iter).collect()
    }
}

/// Shows the receipt of the last filing; to the form when nothing was filed.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    let id = applicant.id.clone();
    let filed = office.read(move |conn| applications::submissions_of(conn, &id)).await?;
    let Some(last) = filed.last() else { return applicant.view.go("/apply") };
    let first_at = filed.first().filter(|first| first.no != last.no).map(|first| first.at);
    let page = page(&application, last, first_at);
    let reception = reception(&office, &applicant.view, page.unit.as_deref());
    applicant.view.page(&ReceiptPage { reception, ..page })
}

fn page(application: &Application, last: &Submission, first_at: Option<DateTime<Utc>>) -> ReceiptPage {
    let filed = last.filed();
    let given = filed.papers();
    let expires_on = filed.answers.page::<Passport>().expires_on.given().copied();
    let filed_on = crate::clock::civil(last.at).date();
    let housing = filed.answers.facts(filed_on).map(|facts| housing_form(&facts).code());
    let papers: Vec<ToBring> = filed.required.iter().map(|kind| to_bring(*kind, &given, expires_on, housing)).collect();
    let come_until = papers.iter().filter_map(|paper| paper.good_until).min();
    let arrival: Arrival = filed.answers.page();
    // One that was over before has another right to stay beside it: a refugee's, a registration.
    let visa = arrival.visa.given().filter(|visa| visa.is_a_visa()).and(arrival.visa_until.given());
    ReceiptPage {
        number: application.number.to_string(),
        status: application.status,
        name: filed.name,
        no: last.no,
        at: last.at,
        first_at,
        unit: filed.unit,
        reception: None,
        waits: application.status == Status::Submitted,
        visa_until: visa.copied().filter(|until| *until >= filed_on && come_until.is_none_or(|day| *until < day)),
        come_until,
        papers,
        sha256: last.sha256.clone(),
        term_days: terms::SERVICE_DAYS.cast_signed(),
        hearing_days: terms::HEARING_WORKING_DAYS.into(),
    }
}

fn to_bring(
    kind: DocumentKind,
    given: &[FiledPaper],
    passport_expires_on: Option<NaiveDate>,
    housing: Option<&'static str>,
) -> ToBring {
    let given = given.iter().find(|paper| paper.kind == kind);
    let details = given.map(|paper| paper.details.clone()).unwrap_or_default();
    let paper = Paper { details, ..Paper::empty(kind) };
    let rule = kind.rule();
    ToBring {
        document: kind.code(),
        original: rule.original.code(),
        files: given.map(|paper| paper.files.clone()).unwrap_or_default(),
        without_file: !rule.files,
        good_until: freshness::good_until(&paper, rule, passport_expires_on),
        housing: housing.filter(|_| kind == DocumentKind::Housing),
    }
}
