//! Which papers prove which answers: what lies beside a step in the review.

use crate::application::steps::StepName;
use crate::law::DocumentKind;

/// The papers to look at while the answers of a step are read, the telling one first.
pub fn papers_beside(step: StepName) -> &'static [DocumentKind] {
    use DocumentKind as D;
    use StepName as S;
    match step {
        S::Situation | S::Person | S::Passport => &[D::Passport, D::BirthCertificate, D::Photo],
        S::Representative => &[D::RepresentativeAuthority, D::ParentConsent],
        S::Arrival => &[D::Passport],
        S::Contacts | S::Residence => &[D::Housing],
        S::Family | S::Children | S::Relatives => &[D::BirthCertificate, D::ChildConsent, D::ParentConsent],
        S::Education | S::Work => &[D::SectoralPetition],
        S::Solvency => &[D::Solvency, D::SolvencyExemption],
        S::History => &[D::CriminalRecord],
        S::Fee => &[D::StateFee],
        S::Documents | S::Photograph | S::Declaration => &[],
    }
}
