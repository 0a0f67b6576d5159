//! THE PHOTOGRAPH 35×45: the part of the picture that becomes it, what is measured of it, and what is said about that.
//!
//! All of it is advice. What a program finds in a photograph is never a ground for refusal: see [`judge`].

mod geometry;
mod judge;
mod measure;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use geometry::{Crop, Face, Point, Step};
pub use judge::{Limit, Reading, judge, readings};
pub use measure::{Head, Measured, Pixels, main_face, measure};

use super::picture::Size;

/// A photograph of an application: which part of which picture, and whether the person has agreed to it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Photograph {
    /// Id of the file that the person brought.
    pub original: String,
    /// Id of a smaller copy of it, upright: the page shows it through the frame.
    pub preview: String,
    /// Quarter turns, clockwise, after the camera's own.
    pub turns: u8,
    /// Pixels of the upright picture, from left to right.
    pub width: u32,
    /// The same from top to bottom.
    pub height: u32,
    /// The part that is the photograph.
    pub crop: Crop,
    /// What was measured.
    pub measured: Measured,
    /// When it was taken, as the camera says.
    pub taken_on: Option<NaiveDate>,
    /// Whether the person has agreed to the part; until then it is a proposal.
    pub confirmed: bool,
}

impl Photograph {
    /// The upright picture.
    pub fn size(&self) -> Size {
        Size { width: self.width, height: self.height }
    }
}
