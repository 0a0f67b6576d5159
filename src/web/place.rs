//! What a place of the form is called, for the applicant and for the desk: the box of a finding, and the record it is in.

use crate::application::Application;
use crate::application::steps::{Shape, StepName};
use crate::language::Language;
use crate::law::DocumentKind;
use crate::validation::Finding;

/// Codes whose general sentence says what is wrong and not of what: "answer this question".
const NAMELESS: [&str; 21] = [
    "required",
    "date",
    "decimal",
    "number",
    "choice",
    "agree",
    "length",
    "at_most",
    "at_least",
    "latin_name",
    "cyrillic_name",
    "any_name",
    "name_in_latin",
    "paper_number",
    "future",
    "before_own_birth",
    "too_long_ago",
    "year",
    "zone_alike",
    "zone_differs",
    "zone_spelled",
];

/// Message id of the label of a finding's box, where the sentence does not name the box. A box of files may have none.
pub fn box_label(finding: &Finding) -> Option<String> {
    let place = &finding.place;
    let own = |field: &str| Language::Kk.has(&format!("{}-{field}-{}", place.step, finding.code));
    let nameless = |field: &&String| NAMELESS.contains(&finding.code.as_str()) && !own(field);
    // The boxes of a paper share their names.
    let of = if place.step == StepName::Documents.code() { "paper" } else { place.step.as_str() };
    place.field.as_ref().filter(nameless).map(|field| format!("{of}-{field}"))
}

/// The list of a finding's record, and the record's id; none of a finding that is in no record.
pub fn record_of(finding: &Finding) -> Option<(StepName, &str)> {
    let id = finding.place.item.as_deref().filter(|item| item.parse::<DocumentKind>().is_err())?;
    let list = StepName::from_code(&finding.place.step).filter(|step| step.form().shape == Shape::List)?;
    Some((list, id))
}

/// What a record is called, empty while it has no name yet, and where it stands in its list, from 1; 0 when it is gone.
pub fn record_name(application: &Application, list: StepName, id: &str) -> (String, usize) {
    let records = application.answers.record_bodies(list);
    let found = records.iter().enumerate().find(|(_, (known, _))| known == id);
    found.map_or((String::new(), 0), |(at, (_, body))| ((list.form().record_title)(body), at + 1))
}
