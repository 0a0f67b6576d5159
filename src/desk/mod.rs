//! THE CLERK'S DESK: what waits, who may do what, and what can be done to an application from this side.

pub mod acceptance;
pub mod approvals;
pub mod decision;
pub mod deficiency;
pub mod duty;
pub mod queue;
pub mod usual;

pub use duty::Duty;
