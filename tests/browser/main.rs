//! Journeys in a real browser, with and without JavaScript.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that panics has done its work

mod harness_works;
mod support;
