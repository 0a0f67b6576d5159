//! THE CLERK'S DESK: what waits, who may do what, and what can be done to an application from this side.

pub mod acceptance;
pub mod approvals;
pub mod basis;
pub mod beside;
pub mod bulk;
pub mod calendar;
pub mod claim;
pub mod decision;
pub mod deficiency;
pub mod duty;
pub mod evidence;
pub mod hearing;
pub mod marks;
pub mod mended;
pub mod numbers;
pub mod queue;
pub mod reasons;
pub mod recount;
pub mod regions;
pub mod related;
pub mod sought;
pub mod stand_in;
pub mod talk;
pub mod title;
pub mod understood;
pub mod usual;
pub mod versions;
pub mod words;

pub use duty::Duty;
