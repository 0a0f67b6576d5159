//! WHO SIGNS IN: staff, roles, passwords, sessions; and the throttling of those who guess.

mod lifetimes;
pub mod password;
mod staff;
pub mod throttle;

pub use lifetimes::{Lifetimes, lifetime};
pub use staff::{
    COMMITTEE, ChangedStaff, Lent, NewStaff, Role, Staff, StaffError, valid_login, valid_name, valid_unit,
};
