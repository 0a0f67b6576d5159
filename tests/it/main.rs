//! Everything but the browser: one binary, so that it is linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that panics has done its work")]

mod acceptance;
mod access;
mod apply;
mod approvals;
mod architecture;
mod backup;
mod calendar;
mod claims;
mod colours;
mod deficiency;
mod documents;
mod ends;
mod export;
mod freshness;
mod journey;
mod languages;
mod law;
mod light;
mod load;
mod migrations;
mod model;
mod names;
mod numbers;
mod pages;
mod photograph;
mod refusal;
mod review;
mod scan;
mod store;
mod support;
mod torture;
mod trail;
mod vault;
mod zone;
