//! Where on the page of an action it is to be mended what stood in its way: the summary of errors leads there, and says
//! what is missing or what would fit.

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
        ("return", D::BadDate | D::TooFar) => "mend_until",
        ("approvals" | "answers" | "reminders", D::NothingNamed | D::NotAsked) => "approver",
        ("approvals", D::BadDate | D::BeforeAcceptance) => "asked_on",
        ("answers", D::BadDate) => "answered_on",
        ("answers", D::AnswerStands | D::TooLong) => "reason",
        ("reminders", D::BadDate) => "reminded_on",
        ("approvals" | "reminders", D::TooLong) => "outgoing_number",
        ("hearing", D::BadDate | D::AfterTerm(_)) => "on",
        ("hearing", D::BadTime | D::OutOfHours) => "time",
        ("hearing", D::ShortNotice) => "agreed",
        ("hearing", D::HearingBeside) => "together",
        ("hearing", D::NothingSaid | D::TooLong) => "place",
        ("minutes", D::NothingNamed) => "outcome",
        ("minutes", D::NothingSaid | D::TooLong) => "text",
        ("hand-over", D::NoSuchColleague) => "to",
        ("hand-over", D::NoReasons) => "reason",
        _ => return None,
    })
}

/// Message id of what is wrong at a box, where the reason alone would name neither the box nor what fits there.
pub fn told_at(id: &str, denied: &Denied) -> Option<&'static str> {
    use Denied as D;
    Some(match (id, denied) {
        ("approver", D::NothingNamed) => "desk-lacks-approver",
        ("outgoing_number", D::NothingNamed) => "desk-lacks-number",
        ("answer", D::NothingNamed) => "desk-lacks-answer",
        ("outcome", D::NothingNamed) => "desk-lacks-outcome",
        ("faults", D::NothingNamed) => "desk-lacks-faults",
        ("remarks", D::NothingNamed) => "desk-lacks-remarks",
        ("place", D::NothingSaid) => "desk-lacks-place",
        ("text", D::NothingSaid) => "desk-lacks-minutes",
        ("asked_on", D::BadDate) => "desk-day-of-letter",
        ("answered_on", D::BadDate) => "desk-day-of-answer",
        ("reminded_on", D::BadDate) => "desk-day-of-reminder",
        ("on", D::BadDate) => "desk-day-of-hearing",
        ("mend_until", D::BadDate) => "desk-day-to-mend",
        _ => return None,
    })
}
