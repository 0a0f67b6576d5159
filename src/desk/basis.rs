//! What a finding rests on: the provision behind it, and the answers that made it.

use crate::application::steps::StepName;
use crate::law::DocumentKind;
use crate::law::citation::Citation;
use crate::validation::Finding;

/// The provision that a finding rests on; none when nothing but plain sense asks for it.
pub fn citation(finding: &Finding) -> Option<Citation> {
    use Citation as C;
    use StepName as S;
    let field = finding.place.field.as_deref().unwrap_or_default();
    if let Some(kind) = finding.place.item.as_deref().and_then(|item| item.parse::<DocumentKind>().ok()) {
        return Some(match field {
            "translated" | "translation" | "language" => C::Row8Translation,
            "legalisation" => C::Row8Legalisation,
            "issued_on" => C::Row8Validity,
            _ => kind.rule().article,
        });
    }
    match (StepName::from_code(&finding.place.step)?, finding.code.as_str()) {
        (_, "expelled_five_years") => Some(C::Migration49),
        (S::Passport, _) => Some(C::Row8Item2),
        (S::Solvency, _) => Some(C::Row8Item3),
        (S::Residence, _) => Some(C::Row8Item6),
        (S::Fee, _) => Some(C::Tax666),
        (S::Representative, _) => Some(C::Row8Opening),
        (S::Photograph, _) => Some(C::Row8Item8),
        (S::Documents, _) => Some(C::Row8List),
        // The answers are the application-questionnaire.
        _ => Some(C::Row8Item1),
    }
}

/// The answers beside the finding's own box that made it: of a list's record, its own boxes; of another list, all records.
pub fn inputs(finding: &Finding) -> Vec<(StepName, &'static str)> {
    use StepName as S;
    let Some(step) = StepName::from_code(&finding.place.step) else { return Vec::new() };
    let field = finding.place.field.as_deref().unwrap_or_default();
    let here = |fields: &[&'static str]| fields.iter().map(|field| (step, *field)).collect();
    let born = (S::Situation, "born_on");
    match (step, finding.code.as_str(), field) {
        (_, "iin_birth" | "before_birth" | "before_own_birth" | "finished_too_young", _) => vec![born],
        (_, "iin_sex", _) => here(&["sex"]),
        (_, "expires_before_issue", _) => here(&["issued_on"]),
        (_, "not_stateless", _) => vec![(S::Situation, "stateless")],
        (_, "expelled_five_years", _) => here(&["expelled"]),
        (_, "children_differ", _) => {
            vec![(S::Children, "name"), (S::Children, "born_on"), (S::Children, "applies_jointly")]
        }
        (_, "contract_needed", _) => vec![(S::Situation, "grounds"), (S::Situation, "citizenship")],
        (_, "basis_refugee", _) => here(&["refugee"]),
        (_, "basis_resident", _) => here(&["basis"]),
        (_, "ground_possible", _) => {
            vec![(S::Person, "birth_country"), (S::Person, "last_citizenship"), (S::History, "former_citizen")]
        }
        (_, "arrived_before_birth", _) => vec![born],
        (_, "visa_over", _) => here(&["visa"]),
        (_, "parent_born_later", _) => vec![(step, "relation"), born],
        (S::Family, "joint_citizen", _) => here(&["spouse_citizenship"]),
        (S::Children, "joint_citizen", _) => here(&["citizenship"]),
        (S::Work, "ongoing_with_end", _) => here(&["ongoing"]),
        (S::Fee, "fee_short", _) => here(&["paid_on"]),
        (S::Work, "until_before_from", _) => here(&["from", "ongoing"]),
        (S::Arrival, "until_before_from", _) => here(&["visa_from"]),
        (S::Arrival, "visa_before_arrival", _) => here(&["arrived_on"]),
        (_, "work_gap", _) => here(&["from", "until", "ongoing"]),
        (S::Documents, "translation_missing" | "translation_file_missing", _) => here(&["language", "translated"]),
        (
            S::Documents,
            "not_legalised" | "not_legalised_treaty" | "treaty_unsure" | "treaty_not_named" | "treaty_unlikely",
            _,
        ) => here(&["issued_in"]),
        (_, "required", field) => wanted_by(step, field),
        _ => Vec::new(),
    }
}

/// The answer because of which a box must be filled; none of a box that everybody fills.
fn wanted_by(step: StepName, field: &str) -> Vec<(StepName, &'static str)> {
    use StepName as S;
    let born = (S::Situation, "born_on");
    let by = match (step, field) {
        (S::Situation, "citizenship" | "stateless_without_papers") => (step, "stateless"),
        (S::Situation, "refugee") => (step, "basis"),
        (S::Situation, "permanently_registered") => {
            return vec![(step, "citizenship_taken_through_mission"), (step, "basis")];
        }
        (S::Situation, "arrived_with_parent" | "representative_resident" | "other_parent_abroad") => born,
        (S::Person, "former_name") => (step, "had_other_name"),
        (S::Arrival, "visa_number" | "visa_until") => (step, "visa"),
        (S::Contacts, "locality") => (step, "region"),
        (S::Residence, "locality") => return vec![(step, "same_address"), (step, "region")],
        (S::Residence, "region" | "street" | "house") => (step, "same_address"),
        (S::Residence, "provider_name" | "paper" | "registered_days") => (step, "provider"),
        (S::Family, "spouse_name" | "spouse_born_on" | "spouse_applies") => (step, "marital_status"),
        (S::Education, "institution") => (step, "level"),
        (S::Education, "in_demand") => (S::Situation, "grounds"),
        (S::Work, "until") => (step, "ongoing"),
        (S::Work, "organisation") => (step, "occupation"),
        (S::Solvency, _) => (S::Situation, "grounds"),
        (S::History, "convicted_details") => (step, "convicted"),
        (S::History, "prosecuted_details") => (step, "prosecuted"),
        (S::History, "expelled_on") => (step, "expelled"),
        (S::History, "fined_details") => (step, "fined"),
        (S::History, "citizenship_ended") => (step, "former_citizen"),
        (S::History, "applied_before_details") => (step, "applied_before"),
        (S::Documents, "legalisation") => (step, "issued_in"),
        _ => return Vec::new(),
    };
    vec![by]
}

/// The measure of the photograph that made the finding, by its code in the table of measures.
pub fn measure(code: &str) -> Option<&'static str> {
    Some(match code {
        "photo_no_face" | "photo_faces" => "faces",
        "photo_face_small" | "photo_face_large" => "head",
        "photo_eyes_low" | "photo_eyes_high" => "eyes",
        "photo_aside" => "aside",
        "photo_turned" => "yaw",
        "photo_tilted" => "roll",
        "photo_side_light" => "sides",
        "photo_flat" => "range",
        "photo_background_dark" => "background",
        "photo_background_busy" => "plain",
        "photo_background_colour" => "colour",
        "photo_small" => "width",
        "photo_blurred" => "blur",
        _ => return None,
    })
}

/// Whether the finding depends on the day that counts for the case.
pub fn counts_days(code: &str) -> bool {
    matches!(
        code,
        "future"
            | "too_long_ago"
            | "passport_short"
            | "passport_soon"
            | "paper_stale"
            | "paper_soon"
            | "proof_old"
            | "solvency_floor"
            | "expelled_five_years"
            | "child_grown"
            | "spouse_young"
            | "representative_age"
            | "work_gap"
            | "children_differ"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Details;
    use crate::validation::{Findings, Questions};

    #[test]
    fn every_finding_has_a_provision_and_every_input_is_a_question() {
        for step in StepName::ALL {
            let mut found = Findings::of(step.code());
            found.add("x", "required");
            assert!(found.iter().all(|finding| citation(finding).is_some()), "{step:?}");
        }
        let papers: Vec<&str> = Details::names();
        for step in StepName::ALL {
            let fields: Vec<&str> = step.form().fields.iter().map(|field| field.name).collect();
            for field in fields.iter().chain(&papers) {
                for code in ["required", "until_before_from", "work_gap", "fee_short", "children_differ", "iin_sex"] {
                    let mut found = Findings::of(step.code());
                    found.add(field, code);
                    for (other, input) in found.iter().flat_map(inputs) {
                        let known = other.form().fields.iter().any(|known| known.name == input);
                        // A code is tried on steps that never find it, too: those have no such boxes.
                        let tried = code != "required" && other == *step;
                        let paper = other == StepName::Documents && papers.contains(&input);
                        assert!(known || tried || paper, "{code} of {field}: {other:?} has no {input}");
                    }
                }
            }
        }
        let mut stale = Findings::of_item("documents", "housing");
        stale.add("issued_on", "paper_stale");
        stale.add("files", "file_missing");
        let cited: Vec<_> = stale.iter().filter_map(citation).collect();
        assert_eq!(cited, [Citation::Row8Validity, Citation::Row8Item6]);
    }
}
