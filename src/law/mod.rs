//! The law of permanent residence permits as pure functions: facts in, requirements, days, sums and grounds out.
//!
//! No clock, no language, no input or output. Every rule cites its article; whatever the law leaves open is marked
//! `(reading)` at the one place where it is decided.

mod coded;

pub mod calendar;
pub mod citation;
pub mod documents;
pub mod facts;
pub mod legalisation;
pub mod mci;
pub mod money;
pub mod numbers;
pub mod refusal;
pub mod route;
pub mod switches;
pub mod terms;

pub use coded::UnknownCode;
pub use documents::DocumentKind;
pub use facts::{Facts, Ground};
pub use route::Route;
