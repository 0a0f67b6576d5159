//! The states of an application and the ONE table of moves (RULES.md §6).

macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$doc])* $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// As stored and in message ids.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }
            /// The one of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// Where an application stands.
    Status {
        /// Being filled in.
        Draft = "draft",
        /// Filed; waits for the preliminary check and the visit in person.
        Submitted = "submitted",
        /// Sent back for correction of the items named.
        Returned = "returned",
        /// Originals compared, registered; the clock runs.
        Accepted = "accepted",
        /// Not accepted: incomplete set or expired papers.
        AcceptanceRefused = "acceptance_refused",
        /// A refusal is prepared; the person has been told and may object.
        PreliminaryRefusal = "preliminary_refusal",
        /// The permit is granted.
        Approved = "approved",
        /// Refused on grounds.
        Refused = "refused",
        /// The permit has been handed out.
        Issued = "issued",
        /// Taken back by the applicant.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What can be done to an application.
    Move {
        /// The applicant files it.
        Submit = "submit",
        /// A clerk returns it for correction.
        Return = "return",
        /// The originals are compared and the application is registered.
        Accept = "accept",
        /// Acceptance is refused.
        RefuseAcceptance = "refuse_acceptance",
        /// An approval is asked for or answered; the state stays.
        RecordApproval = "record_approval",
        /// A clerk corrects an answer with a reason; the state stays.
        Correct = "correct",
        /// A refusal is prepared and the person is told.
        PrepareRefusal = "prepare_refusal",
        /// The applicant objects to a prepared refusal or asks for a hearing; the state stays.
        Object = "object",
        /// A hearing is appointed, or its minutes are written; the state stays.
        Hear = "hear",
        /// The permit is granted.
        Approve = "approve",
        /// The permit is refused.
        Refuse = "refuse",
        /// The permit is handed out.
        Issue = "issue",
        /// The applicant takes the application back.
        Withdraw = "withdraw",
    }
}

/// THE TABLE: from where each move leads where. What is not here is not allowed.
pub const MOVES: &[(Status, Move, Status)] = {
    use Move as M;
    use Status as S;
    &[
        (S::Draft, M::Submit, S::Submitted),
        (S::Returned, M::Submit, S::Submitted),
        (S::Submitted, M::Return, S::Returned),
        (S::Returned, M::Return, S::Returned),
        (S::Submitted, M::Correct, S::Submitted),
        (S::Submitted, M::Accept, S::Accepted),
        (S::Submitted, M::RefuseAcceptance, S::AcceptanceRefused),
        (S::Accepted, M::Correct, S::Accepted),
        (S::Accepted, M::RecordApproval, S::Accepted),
        (S::Accepted, M::PrepareRefusal, S::PreliminaryRefusal),
        (S::Accepted, M::Approve, S::Approved),
        (S::PreliminaryRefusal, M::RecordApproval, S::PreliminaryRefusal),
        (S::PreliminaryRefusal, M::Object, S::PreliminaryRefusal),
        (S::PreliminaryRefusal, M::Hear, S::PreliminaryRefusal),
        (S::PreliminaryRefusal, M::Approve, S::Approved),
        (S::PreliminaryRefusal, M::Refuse, S::Refused),
        (S::Approved, M::Issue, S::Issued),
        (S::Submitted, M::Withdraw, S::Withdrawn),
        (S::Returned, M::Withdraw, S::Withdrawn),
        (S::Accepted, M::Withdraw, S::Withdrawn),
        (S::PreliminaryRefusal, M::Withdraw, S::Withdrawn),
    ]
};

impl Status {
    /// Where `doing` leads from here, if it is allowed.
    pub fn after(self, doing: Move) -> Option<Self> {
        MOVES.iter().find(|(from, allowed, _)| *from == self && *allowed == doing).map(|(_, _, to)| *to)
    }
    /// Whether the applicant may change answers: all of a draft, the named items of a returned application.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
    /// Whether the papers are still to be handed in: afterwards nobody asks how long they are good.
    pub fn awaits_papers(self) -> bool {
        self.is_open() || self == Self::Submitted
    }
    /// Whether nothing more will happen.
    pub fn is_final(self) -> bool {
        MOVES.iter().all(|(from, _, _)| *from != self)
    }
    /// Whether it was filed and neither decided nor ended in another way.
    pub fn awaits_decision(self) -> bool {
        self.clock_runs() || matches!(self, Self::Submitted | Self::Returned)
    }
    /// Whether the office's statutory clock runs.
    pub fn clock_runs(self) -> bool {
        matches!(self, Self::Accepted | Self::PreliminaryRefusal)
    }
}
