//! Where a finding or a remark leads: the address of the box, and what the place is called.

use crate::application::Application;
use crate::application::office::Remark;
use crate::application::steps::StepName;
use crate::desk::marks::Item;
use crate::law::DocumentKind;
use crate::validation::Finding;
use crate::web::place::{box_label, record_name, record_of};

/// A place of the form.
pub struct Spot {
    /// Address without its language.
    pub address: String,
    /// Message id of the step's or the document's name.
    pub title: String,
    /// Name of the record, if it is one and has one yet.
    pub record: String,
    /// Where the record stands in its list, from 1; 0 for what is no record.
    pub nth: usize,
    /// Whether the applicant may change it now.
    pub open: bool,
}

impl Spot {
    /// The form as a whole: of what belongs to no step.
    pub fn of_form() -> Self {
        Self { address: "/apply".to_owned(), title: String::new(), record: String::new(), nth: 0, open: false }
    }
    /// Whether it is one of several papers of its step; the photograph is a step of its own.
    pub fn is_paper(&self) -> bool {
        self.address.starts_with(&format!("/apply/{}/", StepName::Documents.code()))
    }
}

/// A finding with the way to its box.
pub struct Led {
    /// What is wrong.
    pub finding: Finding,
    /// Message id of the box's label, where the sentence does not name the box. A paper's box may have none.
    pub label: Option<String>,
    /// Where.
    pub spot: Spot,
}

/// A remark with the way to what it is about.
pub struct Remarked {
    /// What the clerk wrote.
    pub text: String,
    /// Where.
    pub spot: Spot,
    /// Whether it was changed since the application was filed; none when that is not known.
    pub touched: Option<bool>,
}

/// The box of a finding.
pub fn of_finding(application: &Application, finding: Finding) -> Led {
    let place = &finding.place;
    let step = StepName::from_code(&place.step);
    let document = place.item.as_deref().and_then(|item| item.parse::<DocumentKind>().ok());
    let mut spot = match (step, document, record_of(&finding)) {
        (Some(StepName::Documents | StepName::Photograph), Some(kind), _) => paper(application, kind),
        (_, _, Some((list, id))) => record(application, list, id),
        (Some(step), ..) => page(application, step),
        (None, ..) => Spot::of_form(),
    };
    if let Some(field) = &place.field {
        spot.address = format!("{}#{field}", spot.address);
    }
    Led { label: box_label(&finding), finding, spot }
}

/// What a remark is about.
pub fn of_remark(application: &Application, remark: &Remark) -> Spot {
    match Item::of_remark(remark) {
        Some(Item::Paper(kind)) => paper(application, kind),
        Some(Item::Step(step)) => page(application, step),
        None => Spot::of_form(),
    }
}

/// A step's page.
pub fn page(application: &Application, step: StepName) -> Spot {
    Spot {
        address: format!("/apply/{}", step.code()),
        title: format!("step-{}", step.code()),
        record: String::new(),
        nth: 0,
        open: application.may_change(step),
    }
}

/// A record's page.
pub fn record(application: &Application, list: StepName, id: &str) -> Spot {
    let (name, nth) = record_name(application, list, id);
    let spot = page(application, list);
    Spot { address: format!("{}/{id}", spot.address), record: name, nth, ..spot }
}

/// A paper's page; the photograph has one of its own.
pub fn paper(application: &Application, kind: DocumentKind) -> Spot {
    let address = match kind {
        DocumentKind::Photo => format!("/apply/{}", StepName::Photograph.code()),
        other => format!("/apply/{}/{}", StepName::Documents.code(), other.code()),
    };
    Spot {
        address,
        title: format!("document-{}", kind.code()),
        record: String::new(),
        nth: 0,
        open: application.may_change_paper(kind),
    }
}
