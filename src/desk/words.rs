//! Lengths of what a clerk writes: checked by the moves and by the pages that draw the boxes.

use crate::application::Denied;

/// What is wrong with a text: empty where something has to stand (`missing` says why not), or over `longest` characters.
/// Blanks around it do not count.
pub fn wrong_length(text: &str, longest: usize, missing: Option<Denied>) -> Option<Denied> {
    match text.trim().chars().count() {
        0 => missing,
        length => (length > longest).then_some(Denied::TooLong),
    }
}

/// As the outcome of a check.
pub(super) fn sound(wrong: Option<Denied>) -> Result<(), Denied> {
    wrong.map_or(Ok(()), Err)
}
