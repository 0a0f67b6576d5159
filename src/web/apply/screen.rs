//! The page of each step: every step has its own template; a step without one does not compile.

use actix_web::http::StatusCode;
use askama::Template;

use crate::application::steps::StepName;
use crate::web::error::{Error, Outcome};
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::page::View;

/// What every step's template knows.
pub struct StepPage {
    /// The step's code.
    pub step: &'static str,
    /// Message id of the heading.
    pub title: String,
    /// The questions, the answers, what is wrong.
    pub form: Filled,
    /// Where the form goes: the address without its language.
    pub action: String,
    /// `check`: after saving, back to the summary.
    pub then: String,
    /// The grounds by which solvency needs no confirming: they decide which half of that page is asked.
    pub exempt: Vec<&'static str>,
    /// What the page counts in MCI, in tenge today, where that is known: the state duty, or the least sum of solvency.
    pub sum: Option<i64>,
    /// Remarks of the clerk on this step.
    pub remarks: Vec<String>,
    /// The answers could not be saved: the page says so and keeps the text.
    pub unsaved: bool,
    /// A record that is stored already can be removed.
    pub removable: bool,
    /// Id for a record that is not stored yet.
    pub new_record: Option<String>,
    /// Set when a clerk corrects the step of a case.
    pub correction: Option<Correction>,
}

/// A clerk's correction: the same page, with a reason.
pub struct Correction {
    /// Id of the case, where the page leads back to.
    pub case: String,
    /// Number of the application.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// The revision that the page is drawn on.
    pub revision: i64,
    /// The reason as typed.
    pub reason: String,
    /// Message id of what is wrong with the reason.
    pub wrong: &'static str,
    /// Whether it was sent with no answer changed.
    pub same: bool,
}

macro_rules! screens {
    ($($variant:ident = $path:literal),* $(,)?) => {$(
        #[derive(Template)]
        #[template(path = $path)]
        #[allow(dead_code, reason = "every step knows the same; the pages on money alone ask for `exempt` and `sum`")]
        struct $variant<'a> {
            form: &'a Filled,
            step: &'static str,
            title: &'a str,
            action: &'a str,
            then: &'a str,
            exempt: &'a [&'static str],
            sum: Option<i64>,
            remarks: &'a [String],
            unsaved: bool,
            removable: bool,
            new_record: &'a Option<String>,
            correction: &'a Option<Correction>,
        }

        impl $variant<'_> {
            /// Message id of what stands under the title.
            fn intro(&self) -> String {
                if self.exempt.is_empty() { format!("step-{}.intro", self.step) } else { "solvency-exempt-intro".to_owned() }
            }

            /// Whether a correction was sent without its reason, or with too long a one.
            fn is_reason_wrong(&self) -> bool {
                self.correction.as_ref().is_some_and(|correction| !correction.wrong.is_empty())
            }
        }
    )*

        /// Draws the page of a step.
        pub fn draw(view: &View, status: StatusCode, name: StepName, page: &StepPage) -> Outcome {
            let StepPage { step, title, form, action, then, exempt, sum, remarks, unsaved, removable, new_record, correction } = page;
            let (step, sum, unsaved, removable) = (*step, *sum, *unsaved, *removable);
            match name {
                $(StepName::$variant => {
                    view.page_with(status, &$variant { form, step, title, action, then, exempt, sum, remarks, unsaved, removable, new_record, correction })
                })*
                StepName::Documents | StepName::Photograph => Err(Error::NotFound),
            }
        }
    };
}

screens! {
    Situation = "apply/situation.html",
    Representative = "apply/representative.html",
    Person = "apply/person.html",
    Passport = "apply/passport.html",
    Contacts = "apply/contacts.html",
    Arrival = "apply/arrival.html",
    Residence = "apply/residence.html",
    Family = "apply/family.html",
    Children = "apply/child.html",
    Relatives = "apply/relative.html",
    Education = "apply/education.html",
    Work = "apply/job.html",
    Solvency = "apply/solvency.html",
    History = "apply/history.html",
    Fee = "apply/fee.html",
    Declaration = "apply/declaration.html",
}
