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

/// The answers beside the finding's own box that made it.
pub fn inputs(code: &str) -> &'static [(StepName, &'static str)] {
    use StepName as S;
    match code {
        "iin_birth" => &[(S::Situation, "born_on")],
        "iin_sex" => &[(S::Person, "sex")],
        "before_birth" => &[(S::Situation, "born_on")],
        "expires_before_issue" => &[(S::Passport, "issued_on")],
        "not_stateless" => &[(S::Situation, "stateless")],
        "expelled_five_years" => &[(S::History, "expelled")],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::Findings;

    #[test]
    fn every_finding_has_a_provision_and_every_input_is_a_question() {
        for step in StepName::ALL {
            let mut found = Findings::of(step.code());
            found.add("x", "required");
            assert!(found.iter().all(|finding| citation(finding).is_some()), "{step:?}");
        }
        for code in
            ["iin_birth", "iin_sex", "before_birth", "expires_before_issue", "not_stateless", "expelled_five_years"]
        {
            for (step, field) in inputs(code) {
                assert!(step.form().fields.iter().any(|known| known.name == *field), "{code}: {step:?} has no {field}");
            }
        }
        let mut stale = Findings::of_item("documents", "housing");
        stale.add("issued_on", "paper_stale");
        stale.add("files", "file_missing");
        let cited: Vec<_> = stale.iter().filter_map(citation).collect();
        assert_eq!(cited, [Citation::Row8Validity, Citation::Row8Item6]);
    }
}
