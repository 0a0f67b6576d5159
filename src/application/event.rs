//! What happened, by whom, when: the history that both sides see.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::status::codes;

codes! {
    /// What happened.
    EventKind {
        /// The draft was begun.
        Begun = "begun",
        /// Filed.
        Submitted = "submitted",
        /// Filed again after a return.
        Resubmitted = "resubmitted",
        /// Returned for correction.
        Returned = "returned",
        /// The applicant changed an item of an application that was returned.
        Mended = "mended",
        /// A clerk corrected an answer.
        Corrected = "corrected",
        /// Accepted and registered.
        Accepted = "accepted",
        /// Acceptance refused.
        AcceptanceRefused = "acceptance_refused",
        /// An approval was asked for.
        ApprovalAsked = "approval_asked",
        /// A body that did not answer was reminded.
        ApprovalReminded = "approval_reminded",
        /// An approval was answered.
        ApprovalAnswered = "approval_answered",
        /// A refusal was prepared.
        RefusalPrepared = "refusal_prepared",
        /// The applicant objected to a prepared refusal, or asked for a hearing.
        Objected = "objected",
        /// A hearing was appointed.
        HearingAppointed = "hearing_appointed",
        /// The minutes of a hearing were written, or that the person did not come.
        HearingRecorded = "hearing_recorded",
        /// The applicant made remarks on the minutes.
        MinutesRemarked = "minutes_remarked",
        /// Granted.
        Approved = "approved",
        /// Refused.
        Refused = "refused",
        /// Handed out.
        Issued = "issued",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// The applicant made a link by which somebody else brings a paper.
        InvitationMade = "invitation_made",
        /// The applicant took such a link back.
        InvitationRevoked = "invitation_revoked",
        /// Somebody brought a paper by such a link.
        PaperBrought = "paper_brought",
        /// The scanner found something in a file.
        FileInfected = "file_infected",
        /// A member of the staff opened the case. A read: nothing changed.
        Opened = "opened",
        /// A member of the staff opened a file of a paper. A read: nothing changed.
        PaperRead = "paper_read",
        /// Inside the office: a clerk took the case.
        Claimed = "claimed",
        /// Inside the office: the clerk gave the case back.
        GivenBack = "given_back",
        /// Inside the office: the clerk signed out while working on the case; it stays theirs, and others may take it.
        LeaseEnded = "lease_ended",
        /// Inside the office: the case was given to a clerk, by its holder or by a supervisor.
        Assigned = "assigned",
        /// Inside the office: a clerk marked an item of the case.
        Marked = "marked",
        /// Of the conversation between applicant and office: a message.
        Message = "message",
        /// Inside the office: a note.
        Noted = "noted",
        /// Of the office: somebody stands in for a colleague.
        StandInMade = "stand_in_made",
        /// Of the office: standing in was ended before its day.
        StandInEnded = "stand_in_ended",
        /// The calendar changed, and with it days of the case.
        DueMoved = "due_moved",
        /// Of the office: the calendar of working days was changed.
        CalendarChanged = "calendar_changed",
        /// Of the office: a standard reason was added, changed, retired or offered again.
        ReasonsChanged = "reasons_changed",
        /// Of the office: cases or numbers left it as a table.
        Exported = "exported",
        /// Of the office: somebody signed in.
        SignedIn = "signed_in",
        /// Of the office: somebody tried to sign in and was not let in.
        SignInFailed = "sign_in_failed",
        /// Of the office: an account was made.
        StaffAdded = "staff_added",
        /// Of the office: name, role, unit or password of an account was changed.
        StaffChanged = "staff_changed",
        /// Of the office: an account may no longer sign in.
        StaffDisabled = "staff_disabled",
        /// Of the office: an account may sign in again.
        StaffEnabled = "staff_enabled",
    }
}

impl EventKind {
    /// Somebody looked; nothing changed.
    pub const READS: [Self; 2] = [Self::Opened, Self::PaperRead];

    /// How the office shares its work: no business of the applicant's.
    pub const INSIDE: [Self; 6] =
        [Self::Claimed, Self::GivenBack, Self::LeaseEnded, Self::Assigned, Self::Noted, Self::Marked];

    /// What the history of a case leaves out: who looked has a page of its own, and marks, some thirty a case, stand at
    /// their items. The chain has all of it.
    pub const LEFT_OUT: [Self; 3] = {
        let [opened, paper_read] = Self::READS;
        [opened, paper_read, Self::Marked]
    };

    /// Whether the office keeps it to itself.
    pub fn is_inside(self) -> bool {
        Self::INSIDE.contains(&self)
    }

    /// Whether somebody looked and nothing changed.
    pub fn is_read(self) -> bool {
        Self::READS.contains(&self)
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Actor {
    /// The applicant, or who acts for them.
    Applicant,
    /// Somebody who was given a link for one paper.
    Invited,
    /// The program by itself.
    Portal,
    /// Whoever runs the program: its command line, or its first start.
    Console,
    /// A member of the staff.
    Staff {
        /// Account.
        id: String,
        /// Name as the case shows it.
        name: String,
        /// Role at that time.
        role: String,
        /// Unit at that time.
        unit: String,
    },
}

impl Actor {
    /// Whether both are the same person: by the account, whatever the name, the role or the unit have become.
    pub fn is_same_person(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Staff { id, .. }, Self::Staff { id: theirs, .. }) => id == theirs,
            _ => self == other,
        }
    }
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// By whom.
    pub actor: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Codes and dates that belong to it; no answers of the person.
    pub details: Map<String, Value>,
}

impl Event {
    /// A line without details.
    pub fn new(kind: EventKind, actor: Actor, at: DateTime<Utc>) -> Self {
        Self { kind, actor, at, details: Map::new() }
    }
    /// Adds a detail.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
}
