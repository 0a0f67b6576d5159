//! Journeys in a real browser, with and without JavaScript.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that panics has done its work

mod a11y;
mod applicant;
mod autosave;
mod clerk;
mod clerks;
mod desk;
mod ends;
mod enter;
mod focus;
mod folded;
mod harness_works;
#[allow(dead_code, unused_imports, reason = "the house of the tests over HTTP: of its people a browser needs few")]
#[path = "../it/support/mod.rs"]
mod house;
mod journey;
mod kept;
mod look;
mod narrow;
mod newcomer;
mod papers;
mod photograph;
mod queue;
mod rest;
mod review;
mod screens;
mod slow;
mod support;
mod text;
mod upload;
mod visitor;

/// The house's list of texts asks for this; nobody reads that list here.
mod law {
    pub mod words {
        pub fn wanted() -> std::collections::BTreeSet<String> {
            std::collections::BTreeSet::new()
        }
    }
}
