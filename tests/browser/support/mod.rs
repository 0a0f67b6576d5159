//! What the journeys stand on.
pub mod browser;
mod driver;
mod options;
mod reading;
mod xpath;
