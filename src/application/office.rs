//! What the office wrote on an application: remarks, registration, approvals, the prepared refusal, the decision.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::event::Actor;
pub use super::refusal::PreparedRefusal;
use super::status::codes;
use crate::law::calendar::Calendar;
use crate::law::{DocumentKind, terms};

/// A remark on one step or one paper: what is to be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// A step's code, or `documents` or `photograph`.
    pub step: String,
    /// The document's code when it is about one paper.
    pub document: Option<String>,
    /// What is wrong and what to do, in the applicant's language.
    pub text: String,
}

impl Remark {
    /// Whether it is about this paper. The photograph has a step of its own, so a remark on the step is about it.
    pub fn opens(&self, kind: DocumentKind) -> bool {
        match self.document.as_deref() {
            Some(code) => code == kind.code(),
            None => kind == DocumentKind::Photo && self.step == "photograph",
        }
    }
}

/// The registration of an accepted application (APPK art. 64: number, date, time, officer).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// Unit, year, running number: `KZ75-2026-000017`.
    pub number: String,
    /// When the papers were handed in.
    pub handed_in_at: DateTime<Utc>,
    /// The day the term is counted from.
    pub registered_on: NaiveDate,
    /// The last day of the term.
    pub due_on: NaiveDate,
    /// Who accepted.
    pub officer: Actor,
    /// The person's name as it stood then: a paper that was handed out does not change with a later correction.
    pub name: String,
    /// The unit that accepted, as its region's code.
    pub unit: String,
    /// The documents whose originals were compared.
    pub compared: Vec<DocumentKind>,
}

/// Acceptance refused: each paper missing or expired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptanceRefusal {
    /// When.
    pub at: DateTime<Utc>,
    /// Who refused.
    pub officer: Actor,
    /// Paper and what is wrong with it.
    pub items: Vec<RefusedItem>,
}

/// One paper for which acceptance was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedItem {
    /// Which paper.
    pub document: DocumentKind,
    /// `missing` or `expired`.
    pub fault: Fault,
    /// The date that was seen on the original, where the answers had another: of a passport the last day of its validity,
    /// of other papers the day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<NaiveDate>,
}

impl RefusedItem {
    /// A paper with what is wrong with it.
    pub fn new(document: DocumentKind, fault: Fault) -> Self {
        Self { document, fault, seen_on: None }
    }
    /// With the date on its original.
    #[must_use]
    pub fn seen(self, on: Option<NaiveDate>) -> Self {
        Self { seen_on: on, ..self }
    }
}

codes! {
    /// Why a paper hinders acceptance (law on state services, arts. 19 and 20).
    Fault {
        /// It was not brought.
        Missing = "missing",
        /// Its time has run out.
        Expired = "expired",
    }
}

codes! {
    /// Whose approval is asked (RULES.md §6, LAW.md §3.1).
    Approver {
        /// Organs of national security: no permit without their positive answer (law on migration, art. 49).
        NationalSecurity = "national_security",
        /// The bank that issued the certificate.
        Bank = "bank",
        /// Records of the home state.
        HomeRecords = "home_records",
        /// Legal statistics of the prosecutor's office.
        LegalStatistics = "legal_statistics",
    }
}

codes! {
    /// What was answered.
    Answered {
        /// No objection.
        Positive = "positive",
        /// Objection.
        Negative = "negative",
        /// None came: the enquiry is closed without one.
        None = "none",
    }
}

impl Answered {
    /// Whether the body has said something: yes or no.
    pub fn says(self) -> bool {
        self != Self::None
    }
}

/// An approval asked for, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Whose.
    pub approver: Approver,
    /// When it was asked for.
    pub asked_on: NaiveDate,
    /// Number of the letter that went out.
    pub outgoing_number: String,
    /// The answer.
    pub answer: Option<Answered>,
    /// When the answer came.
    pub answered_on: Option<NaiveDate>,
    /// Letters by which the body was reminded, oldest first.
    #[serde(default)]
    pub reminders: Vec<Reminder>,
    /// From which day the body is to be reminded, as long as it has not answered.
    #[serde(default)]
    pub remind_on: Option<NaiveDate>,
    /// What it had answered before it was asked anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_before: Option<Answered>,
}

impl Approval {
    /// What it has said, yes or no, also when it was asked anew since.
    pub fn said(&self) -> Option<Answered> {
        self.answer.or(self.answered_before).filter(|answer| answer.says())
    }
    /// The day of the last letter to the body.
    pub fn last_letter(&self) -> NaiveDate {
        self.reminders.last().map_or(self.asked_on, |reminder| reminder.on)
    }
    /// From which day the body is to be reminded, as long as it has not answered. What was asked before this day was noted
    /// is counted from the last letter, by the working days that are known without the office's own.
    pub fn remind_from(&self) -> Option<NaiveDate> {
        self.remind_on.or_else(|| terms::remind_on(self.last_letter(), &Calendar::KAZAKHSTAN).ok())
    }
    /// Whether the body has not answered, and it is time to say so to it.
    pub fn is_to_be_reminded(&self, today: &NaiveDate) -> bool {
        self.answer.is_none() && self.remind_from().is_some_and(|day| day <= *today)
    }
}

/// A letter by which a body was reminded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its date.
    pub on: NaiveDate,
    /// Its number.
    pub outgoing_number: String,
    /// Who recorded it.
    pub officer: Actor,
}

/// The decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whether the permit is granted.
    pub granted: bool,
    /// Day of the act.
    pub decided_on: NaiveDate,
    /// Who decided.
    pub officer: Actor,
    /// Codes of the grounds of a refusal.
    pub grounds: Vec<String>,
    /// Reasons in the applicant's language.
    pub reasons: String,
    /// Until when a complaint can be filed.
    pub complaint_until: Option<NaiveDate>,
}

/// An answer that a clerk corrected: as it was given and as it is, each empty where nothing was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedAnswer {
    /// Name of its box.
    pub field: String,
    /// What stood there.
    pub was: Vec<String>,
    /// What was put there.
    pub is: Vec<String>,
}

/// What a clerk's correction changed. The chain of events holds no answers, so they are kept here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Code of the step.
    pub step: String,
    /// The answers that differ.
    pub answers: Vec<CorrectedAnswer>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// What is to be mended now; emptied when the applicant files again.
    pub remarks: Vec<Remark>,
    /// What was to be mended when the applicant filed last: what a clerk looks at the changes with.
    pub mended: Vec<Remark>,
    /// Until when it is to be mended (APPK art. 64: the body names the defect and sets a reasonable time).
    pub mend_until: Option<NaiveDate>,
    /// Papers with a file that turned out to be infected: open to the applicant, whatever else was remarked on, until
    /// they file again. Kept apart from the files: the paper stays open when the infected one is taken away.
    pub reopened: Vec<DocumentKind>,
    /// What clerks corrected, oldest first; an event of the chain names its own by the number in this list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Set by acceptance.
    pub registration: Option<Registration>,
    /// Set by refused acceptance.
    pub acceptance_refusal: Option<AcceptanceRefusal>,
    /// Approvals asked for.
    pub approvals: Vec<Approval>,
    /// The prepared refusal.
    pub prepared_refusal: Option<PreparedRefusal>,
    /// The decision.
    pub decision: Option<Decision>,
    /// Day the permit was handed out.
    pub issued_on: Option<NaiveDate>,
}

impl Office {
    /// The day on which the papers were handed in and the application was accepted.
    ///
    /// (reading) From then on letters about it may go out, also on the evening or the day off before the day of registration.
    /// What went out earlier was no step of this procedure.
    pub fn accepted_on(&self) -> Option<NaiveDate> {
        self.registration.as_ref().map(|registration| crate::clock::civil(registration.handed_in_at).date())
    }
    /// The last day of the term, once it runs.
    pub fn due_on(&self) -> Option<NaiveDate> {
        self.registration.as_ref().map(|registration| registration.due_on)
    }
    /// The earliest day from which a body that has not answered is to be reminded.
    pub fn remind_on(&self) -> Option<NaiveDate> {
        let silent = self.approvals.iter().filter(|approval| approval.answer.is_none());
        silent.filter_map(Approval::remind_from).min()
    }
    /// Whether national security has answered positively.
    pub fn security_agrees(&self) -> bool {
        self.security_answered(Answered::Positive)
    }
    /// Whether national security has answered negatively.
    pub fn security_refuses(&self) -> bool {
        self.security_answered(Answered::Negative)
    }
    fn security_answered(&self, answer: Answered) -> bool {
        let mut approvals = self.approvals.iter();
        approvals.any(|one| one.approver == Approver::NationalSecurity && one.answer == Some(answer))
    }
}
