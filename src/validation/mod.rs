//! WHAT MAY STAND IN A BOX — shared by the form, the JSON and the clerk; answers in codes, never in sentences.

mod answer;
pub mod checks;
mod finding;
mod kind;
mod look_alikes;
pub mod names;
pub mod phone;
mod text;

pub use answer::{Answer, Choices, Value};
pub use finding::{Finding, Findings, Place, Weight, check_questions};
pub use kind::{Boxed, Field, Kind, Questions};
pub use look_alikes::latin;
pub use text::{Prose, Text};
