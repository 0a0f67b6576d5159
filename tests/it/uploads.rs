//! Papers on their way in: resumed where the line broke, many at once, and whatever bytes anybody sends.

pub mod by_link;
mod decoded;
mod memory;
mod property;
mod resumed;
pub mod tus;
