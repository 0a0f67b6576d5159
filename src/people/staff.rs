//! A member of the staff and their role.

use chrono::NaiveDate;

use crate::application::status::codes;
use crate::application::{Actor, lists};

codes! {
    /// What a member of the staff is there for. What each may do stands in `desk::duty`.
    Role {
        /// Compares originals and accepts.
        Operator = "operator",
        /// Reviews.
        Officer = "officer",
        /// Decides.
        Supervisor = "supervisor",
        /// Reads, in every unit.
        Auditor = "auditor",
        /// Keeps the accounts.
        Admin = "admin",
    }
}

/// The unit of the committee, the centre of the service: whoever belongs to it sees the cases of every unit, and does in
/// each what their role does. Here and in [`Staff::sees_every_unit`] alone stands what the committee is.
pub const COMMITTEE: &str = "KZ00";

/// The duties of a colleague who is away, lent for a while.
#[derive(Debug, Clone, PartialEq)]
pub struct Lent {
    /// The colleague's name.
    pub name: String,
    /// The colleague's role.
    pub role: Role,
    /// The last day.
    pub until: NaiveDate,
}

/// An account.
#[derive(Debug, Clone, PartialEq)]
pub struct Staff {
    /// Id made by the program.
    pub id: String,
    /// What is typed to sign in.
    pub login: String,
    /// Surname and initials, as papers show it.
    pub name: String,
    /// Role.
    pub role: Role,
    /// P-code of the unit.
    pub unit: String,
    /// `kk` or `ru`.
    pub language: String,
    /// Whether it may sign in.
    pub enabled: bool,
    /// For whom they stand in today.
    pub lent: Vec<Lent>,
}

impl Staff {
    /// Whether the cases of every unit are theirs to see: an auditor's, and whoever's of the committee.
    pub fn sees_every_unit(&self) -> bool {
        self.role == Role::Auditor || self.unit == COMMITTEE
    }
    /// The one unit whose cases they see; none for whoever sees every unit.
    pub fn only_unit(&self) -> Option<&str> {
        (!self.sees_every_unit()).then_some(self.unit.as_str())
    }
    /// What an administrator changes of it, as one text: a form that was drawn on another one is old.
    pub fn stamp(&self) -> String {
        format!("{} {} {}", self.role.code(), self.unit, self.name)
    }
    /// As the history names them.
    pub fn actor(&self) -> Actor {
        Actor::Staff {
            id: self.id.clone(),
            name: self.name.clone(),
            role: self.role.code().to_owned(),
            unit: self.unit.clone(),
        }
    }
}

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// The account.
    pub staff: Staff,
    /// Argon2id hash in PHC form.
    pub password_hash: String,
}

/// What an account is to become. Login, language and id stay.
#[derive(Debug, Clone)]
pub struct ChangedStaff {
    /// Surname and initials.
    pub name: String,
    /// Role.
    pub role: Role,
    /// P-code of the unit.
    pub unit: String,
    /// Argon2id hash in PHC form of a new password; none keeps the old one.
    pub password_hash: Option<String>,
}

/// Why an account cannot be made or changed. `error-{code}` is the sentence on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StaffError {
    /// 3 to 40 of a-z, 0-9, dot, hyphen, underscore.
    #[error("the login must have 3 to 40 of the signs a-z 0-9 . - _")]
    Login,
    /// Somebody has it.
    #[error("the login is taken")]
    LoginTaken,
    /// Empty or longer than 100.
    #[error("the name must have 1 to 100 characters")]
    Name,
    /// None of the 20.
    #[error("the unit must be one of the regions' codes, such as KZ75, or KZ00 for the committee")]
    Unit,
    /// Shorter than 12 or longer than 200, or one of those that are tried first.
    #[error("the password must have 12 to 200 characters and be no login, repetition or row such as 12345")]
    Password,
    /// None of the roles.
    #[error("the role must be one of operator, officer, supervisor, auditor, admin")]
    Role,
    /// Administrators do not take their own role away.
    #[error("an administrator cannot give up the own role")]
    OwnRole,
    /// Nobody else who may sign in keeps the accounts.
    #[error("this is the last administrator who may sign in")]
    LastAdmin,
    /// Somebody else changed the account since the form was drawn.
    #[error("the account was changed meanwhile")]
    Changed,
}

impl StaffError {
    /// The box it belongs to, and the code of the sentence.
    pub fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::Login => ("login", "staff_login"),
            Self::LoginTaken => ("login", "staff_login_taken"),
            Self::Name => ("name", "staff_name"),
            Self::Unit => ("unit", "staff_unit"),
            Self::Password => ("password", "staff_password"),
            Self::Role => ("role", "staff_role"),
            Self::OwnRole => ("role", "staff_own_role"),
            Self::LastAdmin => ("role", "staff_last_admin"),
            Self::Changed => ("name", "staff_changed"),
        }
    }
    /// Whether nothing that was typed is wrong by itself: it does not go with how things are.
    pub fn is_conflict(self) -> bool {
        matches!(self, Self::OwnRole | Self::LastAdmin | Self::Changed)
    }
}

/// Checks a login.
pub fn valid_login(login: &str) -> Result<(), StaffError> {
    let signs = login.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c));
    if (3..=40).contains(&login.len()) && signs { Ok(()) } else { Err(StaffError::Login) }
}

/// Checks a name.
pub fn valid_name(name: &str) -> Result<(), StaffError> {
    if (1..=100).contains(&name.trim().chars().count()) { Ok(()) } else { Err(StaffError::Name) }
}

/// Checks a unit.
pub fn valid_unit(unit: &str) -> Result<(), StaffError> {
    if unit == COMMITTEE || lists::REGIONS.contains(&unit) { Ok(()) } else { Err(StaffError::Unit) }
}
