//! Where on the page of an action it is to be mended what stood in its way: the summary of errors leads there.

use crate::application::Denied;

/// Id of the box on the page at `path` of a case.
pub fn box_of(path: &str, denied: &Denied) -> Option<&'static str> {
    use Denied as D;
    Some(match (path, denied) {
        ("prepare-refusal", D::NoGround | D::GroundUnusable) => "grounds",
        ("prepare-refusal", D::NoReasons | D::TooLong) => "reasons",
        ("accept", D::OriginalsMissing | D::FilesWaiting) => "originals",
        ("refuse-acceptance", D::NothingNamed) => "faults",
        ("return", D::NothingNamed) => "remarks",
        ("return", D::BadDate) => "mend_until",
        ("approvals" | "answers" | "reminders", D::NothingNamed | D::NotAsked) => "approver",
        ("approvals", D::BadDate | D::BeforeAcceptance) => "asked_on",
        ("answers", D::BadDate) => "answered_on",
        ("reminders", D::BadDate) => "reminded_on",
        ("approvals" | "reminders", D::TooLong) => "outgoing_number",
        ("hearing", D::BadDate | D::AfterTerm(_)) => "on",
        ("hearing", D::BadTime | D::OutOfHours) => "time",
        ("hearing", D::NothingSaid | D::TooLong) => "place",
        ("minutes", D::NothingNamed) => "outcome",
        ("minutes", D::NothingSaid | D::TooLong) => "text",
        ("hand-over", D::NoSuchColleague) => "to",
        ("hand-over", D::NoReasons) => "reason",
        _ => return None,
    })
}
