//! A member of the staff and their role.

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
}

impl Staff {
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

/// Why an account cannot be made. `error-{code}` is the sentence on the page.
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
    #[error("the unit must be one of the regions' codes, such as KZ75")]
    Unit,
    /// Shorter than 12 or longer than 200.
    #[error("the password must have 12 to 200 characters")]
    Password,
    /// None of the roles.
    #[error("the role must be one of operator, officer, supervisor, auditor, admin")]
    Role,
}

impl StaffError {
    /// The box it belongs to, and the code of the sentence.
    pub fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::Login => ("login", "staff_login"),
            Self::LoginTaken => ("login", "staff_login_taken"),
            Self::Name => ("name", "staff_name"),
            Self::Unit => ("unit", "required"),
            Self::Password => ("password", "staff_password"),
            Self::Role => ("role", "required"),
        }
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
    if lists::REGIONS.contains(&unit) { Ok(()) } else { Err(StaffError::Unit) }
}
