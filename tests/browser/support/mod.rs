//! What the journeys stand on.
mod acting;
pub mod browser;
mod driver;
mod keyboard;
pub mod measuring;
mod options;
mod reading;
pub mod w3m;
mod xpath;

pub use crate::house::app; // the believable answers look for their unit here
