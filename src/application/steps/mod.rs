//! THE FORM: the steps in order, and which are asked of whom (appendix 4; fields in LAW.md §1.3, whose order is kept).
//!
//! The official layout of appendix 4 was not found: this order is a reconstruction, declared in this one place.

mod arrival;
mod contacts;
mod declaration;
mod education;
mod family;
mod fee;
mod form;
mod history;
mod passport;
mod person;
mod records;
mod representative;
mod residence;
mod situation;
mod solvency;
mod unasked;

pub use arrival::Arrival;
pub use contacts::Contacts;
pub use declaration::Declaration;
pub use education::{Education, Job};
pub use family::{Child, Family, Relative};
pub use fee::Fee;
pub use form::{Body, FORM, FormStep, Shape};
pub use history::History;
pub use passport::Passport;
pub use person::Person;
pub use records::{MOST_RECORDS, Record, Recorded, Records};
pub use representative::Representative;
pub use residence::Residence;
pub use situation::Situation;
pub use solvency::Solvency;
pub use unasked::unasked;

use chrono::NaiveDate;

use crate::validation::{Findings, Questions};

/// A page of questions.
pub trait Step: Questions {
    /// Its name.
    const NAME: StepName;
    /// Checks that need two boxes, or the day.
    fn together(&self, _today: NaiveDate, _found: &mut Findings) {}
    /// Boxes that another answer has made void: they stay as typed, and are neither checked nor told to anybody.
    fn idle(&self) -> &'static [&'static str] {
        &[]
    }
}

macro_rules! step_names {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// The steps in the order in which they are asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each step is described in its own module")]
        pub enum StepName { $($name),* }

        impl StepName {
            /// Every step, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            /// The step's part of the address and of the message ids.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }
        }
    };
}

step_names! {
    Situation = "situation", Representative = "representative", Person = "person", Passport = "passport",
    Contacts = "contacts", Arrival = "arrival", Residence = "residence", Family = "family", Children = "children",
    Relatives = "relatives", Education = "education", Work = "work", Solvency = "solvency", History = "history",
    Fee = "fee", Documents = "documents", Photograph = "photograph", Declaration = "declaration",
}

impl StepName {
    /// The step of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.code() == code)
    }
    /// How the form treats the step.
    pub fn form(self) -> &'static FormStep {
        &FORM[self as usize]
    }
}
