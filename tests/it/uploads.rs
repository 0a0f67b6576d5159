//! Papers on their way in: resumed where the line broke, many at once, and whatever bytes anybody sends.

mod memory;
mod property;
mod resumed;
mod tus;
