//! Where on the page of an action it is to be mended what stood in its way: the summary of errors leads there, and says
//! what is missing or what would fit.

use crate::application::Denied;

/// A box where something is to be mended.
pub struct Wrong {
    /// Its id.
    pub at: String,
    /// What it is about, in words, where other boxes have the same label; else empty.
    pub of: String,
    /// Message id of what is wrong with it.
    pub why: String,
}

impl Wrong {
    /// A box that is the only one of its kind.
    pub fn at(id: &str, denied: &Denied) -> Self {
        Self { at: id.to_owned(), of: String::new(), why: told(Some(id), denied) }
    }
}

/// Message id of why something was not done: in the words of the box where it is to be mended, if it has its own.
pub fn told(mend_at: Option<&str>, denied: &Denied) -> String {
    let own = mend_at.and_then(|id| told_at(id, denied));
    own.map_or_else(|| format!("denied-{}", denied.code()), str::to_owned)
}

/// Id of the box on the page at `path` of a case.
pub fn box_of(path: &str, denied: &Denied) -> Option<&'static str> {
    use Denied as D;
    Some(match (path, denied) {
        ("prepare-refusal", D::NoGround | D::GroundUnusable) => "grounds",
        ("prepare-refusal", D::NoReasons) => "reasons",
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
fn told_at(id: &str, denied: &Denied) -> Option<&'static str> {
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
        ("to", D::NothingNamed) => "claim-lacks-to",
        ("asked_on", D::BadDate) => "desk-day-of-letter",
        ("answered_on", D::BadDate) => "desk-day-of-answer",
        ("reminded_on", D::BadDate) => "desk-day-of-reminder",
        ("on", D::BadDate) => "desk-day-of-hearing",
        ("mend_until", D::BadDate) => "desk-day-to-mend",
        _ => return None,
    })
}
