//! Who may do what: one table of roles and duties; units see their own.

use crate::application::status::{MOVES, codes};
use crate::application::{Actor, Event, Move, Status};
use crate::people::{Lent, Role, Staff};

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
        /// Arranges who stands in for whom.
        Deputise = "deputise",
        /// Sees the numbers of the unit: how much, how fast, how late.
        Oversee = "oversee",
        /// Keeps the list of standard reasons.
        ManageReasons = "manage_reasons",
        /// Keeps the calendar of working days.
        ManageCalendar = "manage_calendar",
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
        &[
            Duty::Read,
            Duty::Return,
            Duty::Review,
            Duty::Decide,
            Duty::Assign,
            Duty::Deputise,
            Duty::Oversee,
            Duty::ManageReasons,
        ],
    ),
    (Role::Auditor, &[Duty::Read, Duty::Oversee, Duty::Audit]),
    (Role::Admin, &[Duty::Deputise, Duty::ManageReasons, Duty::ManageCalendar, Duty::ManageStaff, Duty::Audit]),
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

impl Duty {
    /// Whether it goes with a role that is lent to a stand-in: the right to lend on does not.
    pub fn is_lent(self) -> bool {
        self != Self::Deputise
    }
}

impl Staff {
    /// Whether they have the duty: by their role, or by standing in for a colleague.
    pub fn may(&self, duty: Duty) -> bool {
        self.role.may(duty) || self.lender_of(duty).is_some()
    }
    /// For whom they do it, when it is not a duty of their own.
    pub fn lender_of(&self, duty: Duty) -> Option<&Lent> {
        let lent = || self.lent.iter().find(|one| duty.is_lent() && one.role.may(duty));
        if self.role.may(duty) { None } else { lent() }
    }
    /// Whether there is something for them to do to a case in this state.
    pub fn has_work_in(&self, status: Status) -> bool {
        self.role.has_work_in(status) || self.lent.iter().any(|one| one.role.has_work_in(status))
    }
    /// As the history names whoever does a thing that belongs to a duty: with the role that has it.
    pub fn actor_by(&self, duty: Duty) -> Actor {
        let role = self.lender_of(duty).map_or(self.role, |lent| lent.role);
        Self { role, ..self.clone() }.actor()
    }
    /// An event of theirs, with the colleague in whose place they did it.
    pub fn signs(&self, event: Event, duty: Duty) -> Event {
        match self.lender_of(duty) {
            Some(lent) => event.with("for", lent.name.as_str()),
            None => event,
        }
    }
    /// Whether they see the cases of a unit: their own, or every unit's (see [`Staff::sees_every_unit`]). A case without a
    /// unit yet is nobody's.
    pub fn sees(&self, unit: Option<&str>) -> bool {
        unit.is_some_and(|unit| self.unit == unit || self.sees_every_unit())
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
