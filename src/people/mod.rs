//! WHO SIGNS IN: staff, roles, passwords, sessions; the throttling of those who guess; and where the office receives people.

mod lifetimes;
mod offices;
pub mod password;
mod staff;
pub mod throttle;

pub use lifetimes::{Lifetimes, lifetime};
pub use offices::Offices;
pub use staff::{
    COMMITTEE, ChangedStaff, Lent, NewStaff, Role, Staff, StaffError, valid_login, valid_name, valid_unit,
};
