//! Who may do what: one table of roles and duties; units see their own.

use crate::application::status::{MOVES, codes};
use crate::application::{Move, Status};
use crate::people::{Role, Staff};

codes! {
    /// A thing that somebody on the staff does.
    Duty {
        /// Sees the queue and reads cases.
        Read = "read",
        /// Returns for correction.
        Return = "return",
        /// Accepts, refuses acceptance, hands the permit out.
        Accept = "accept",
        /// Asks for approvals and records the answers; corrects an answer; prepares a refusal.
        Review = "review",
        /// Grants or refuses.
        Decide = "decide",
        /// Gives cases to the clerks of the unit, and takes them over.
        Assign = "assign",
        /// Sees the numbers of the unit: how much, how fast, how late.
        Oversee = "oversee",
        /// Keeps the list of standard reasons.
        ManageReasons = "manage_reasons",
        /// Keeps the accounts.
        ManageStaff = "manage_staff",
        /// Sees the chain of events: its end, and what happened to the office itself.
        Audit = "audit",
    }
}

/// THE TABLE. An administrator keeps accounts and sees no application: least rights.
const DUTIES: &[(Role, &[Duty])] = &[
    (Role::Operator, &[Duty::Read, Duty::Return, Duty::Accept]),
    (Role::Officer, &[Duty::Read, Duty::Return, Duty::Review]),
    (
        Role::Supervisor,
        &[Duty::Read, Duty::Return, Duty::Review, Duty::Decide, Duty::Assign, Duty::Oversee, Duty::ManageReasons],
    ),
    (Role::Auditor, &[Duty::Read, Duty::Oversee, Duty::Audit]),
    (Role::Admin, &[Duty::ManageReasons, Duty::ManageStaff, Duty::Audit]),
];

impl Role {
    /// Its duties.
    pub fn duties(self) -> &'static [Duty] {
        DUTIES.iter().find(|(role, _)| *role == self).map_or(&[], |(_, duties)| duties)
    }
    /// Whether there is something for the role to do to a case in this state.
    pub fn has_work_in(self, status: Status) -> bool {
        let own = |doing: Move| duty_of(doing).is_some_and(|duty| self.may(duty));
        MOVES.iter().any(|(from, doing, _)| *from == status && own(*doing))
    }
    /// Whether the role has the duty.
    pub fn may(self, duty: Duty) -> bool {
        self.duties().contains(&duty)
    }
}

impl Staff {
    /// Whether they see the cases of a unit. An auditor sees every unit's; a case without a unit yet, nobody's.
    pub fn sees(&self, unit: Option<&str>) -> bool {
        match (self.role, unit) {
            (_, None) => false,
            (Role::Auditor, Some(_)) => true,
            (_, Some(unit)) => self.unit == unit,
        }
    }
}

/// The duty that a move belongs to; none for the applicant's own moves.
pub fn duty_of(doing: Move) -> Option<Duty> {
    Some(match doing {
        Move::Submit | Move::Withdraw | Move::Object => return None,
        Move::Return => Duty::Return,
        Move::Accept | Move::RefuseAcceptance | Move::Issue => Duty::Accept,
        Move::Correct | Move::RecordApproval | Move::PrepareRefusal | Move::Hear => Duty::Review,
        Move::Approve | Move::Refuse => Duty::Decide,
    })
}
