//! What the review of a case left to be mended, before a move that cannot be taken back.

use crate::application::Application;
use crate::desk::marks::{Mark, Verdict};

/// An item that the review found to be mended, or began to write on.
pub(super) struct Marked {
    pub code: String,
    /// Message id of what it is.
    pub label: String,
    /// Whether the verdict is still open.
    pub begun: bool,
    pub note: String,
}

/// The marks that speak against such a move: to be mended, or begun with a note; on what stands there now.
pub(super) fn marked(marks: &[Mark], application: &Application) -> Vec<Marked> {
    let speaks = |mark: &&Mark| matches!(mark.verdict, None | Some(Verdict::Mend)) && mark.is_current(application);
    let line = |mark: &Mark| Marked {
        code: mark.item.code(),
        label: mark.item.label(),
        begun: mark.verdict.is_none(),
        note: mark.note.clone(),
    };
    marks.iter().filter(speaks).map(line).collect()
}
