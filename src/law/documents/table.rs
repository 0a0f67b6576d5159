//! THE TABLE of documents: order 642, row 8, one row for each document, in the order in which they are asked.

use crate::law::citation::Citation as From;
use crate::law::documents::{DocumentKind as Kind, DocumentRule, OriginalForm as Form, asked};
use crate::law::terms::{PAPER_MAX_AGE_DAYS, PASSPORT_OUTLIVES_BY_DAYS};

/// What is true of most documents: no term, issued in Kazakhstan, uploaded as a file, asked of everybody.
const USUAL: DocumentRule = DocumentRule {
    kind: Kind::Questionnaire,
    item: "",
    article: From::Row8List,
    original: Form::Original,
    max_age_days: None,
    age_stops: true,
    outlives_filing_by_days: None,
    may_be_foreign: false,
    files: true,
    asked: asked::everyone,
};

/// Order 642, row 8, the last sentence of the list: papers 3), 4), 7) are good for 180 days.
///
/// (reading) The sentence names item 3) whole, so the age of the proof of an exemption is counted like that of the
/// confirmation of solvency. It limits the paper's own term of validity, and the usual proofs, a certificate of
/// birth for one, have none: an old proof is told to both sides and stops nothing (`age_stops`).
const FRESH: Option<i64> = Some(PAPER_MAX_AGE_DAYS);

/// Every document, in the order of [`Kind::ALL`].
pub static TABLE: [DocumentRule; 17] = [
    // Order 642, row 8, item 1).
    DocumentRule { item: "1)", article: From::Row8Item1, original: Form::FilledHere, files: false, ..USUAL },
    // Order 642, row 8, item 2): valid for more than 180 days on the day of applying.
    DocumentRule {
        kind: Kind::Passport,
        item: "2)",
        article: From::Row8Item2,
        original: Form::CopyAndOriginal,
        outlives_filing_by_days: Some(PASSPORT_OUTLIVES_BY_DAYS),
        may_be_foreign: true,
        ..USUAL
    },
    // Order 642, row 8, item 3), first half; the certificate comes from a bank of Kazakhstan.
    DocumentRule {
        kind: Kind::Solvency,
        item: "3)",
        article: From::Row8Item3,
        max_age_days: FRESH,
        asked: asked::solvency,
        ..USUAL
    },
    // Order 642, row 8, item 3), second half. (reading) A copy with the original: such proofs are not given away.
    DocumentRule {
        kind: Kind::SolvencyExemption,
        item: "3)",
        article: From::Row8Item3,
        original: Form::CopyAndOriginal,
        max_age_days: FRESH,
        age_stops: false,
        may_be_foreign: true,
        asked: asked::solvency_exemption,
        ..USUAL
    },
    // Order 642, row 8, item 4): issued by the competent body of the state concerned.
    DocumentRule {
        kind: Kind::CriminalRecord,
        item: "4)",
        article: From::Row8Item4,
        original: Form::IssuedAbroad,
        max_age_days: FRESH,
        may_be_foreign: true,
        asked: asked::criminal_record,
        ..USUAL
    },
    // Order 642, row 8, item 5).
    DocumentRule {
        kind: Kind::ChildConsent,
        item: "5)",
        article: From::Row8Item5,
        original: Form::Notarised,
        may_be_foreign: true,
        asked: asked::child_consent,
        ..USUAL
    },
    // Order 642, row 8, item 6).
    DocumentRule {
        kind: Kind::Housing,
        item: "6)",
        article: From::Row8Item6,
        original: Form::Notarised,
        asked: asked::housing,
        ..USUAL
    },
    // Order 642, row 8, item 7).
    DocumentRule {
        kind: Kind::Medical028u,
        item: "7)",
        article: From::Row8Item7,
        max_age_days: FRESH,
        asked: asked::medical,
        ..USUAL
    },
    // Order 642, row 8, item 8).
    DocumentRule { kind: Kind::Photo, item: "8)", article: From::Row8Item8, original: Form::Print, ..USUAL },
    // Order 642, row 8, item 9).
    DocumentRule { kind: Kind::StateFee, item: "9)", article: From::Row8Item9, ..USUAL },
    // Order 642, row 8, item 10).
    DocumentRule {
        kind: Kind::SectoralPetition,
        item: "10)",
        article: From::Row8Item10,
        asked: asked::sectoral_petition,
        ..USUAL
    },
    // Order 642, row 8, paragraph on minors.
    DocumentRule {
        kind: Kind::BirthCertificate,
        article: From::Row8Minors,
        original: Form::CopyAndOriginal,
        may_be_foreign: true,
        asked: asked::birth_certificate,
        ..USUAL
    },
    // Order 642, row 8, paragraph on minors.
    DocumentRule {
        kind: Kind::ParentConsent,
        article: From::Row8Minors,
        original: Form::Notarised,
        may_be_foreign: true,
        asked: asked::parent_consent,
        ..USUAL
    },
    // Order 642, row 8, opening words. (reading) A copy with the original: such papers are not given away.
    DocumentRule {
        kind: Kind::RepresentativeAuthority,
        article: From::Row8Opening,
        original: Form::CopyAndOriginal,
        may_be_foreign: true,
        asked: asked::representative_authority,
        ..USUAL
    },
    // Order 905 of 18.11.2024, switchable.
    DocumentRule {
        kind: Kind::FingerprintCertificate,
        article: From::Order905,
        asked: asked::fingerprint_certificate,
        ..USUAL
    },
    // Joint order of 30.01.2026, switchable.
    DocumentRule {
        kind: Kind::HomeStateConsent,
        article: From::JointOrder2026,
        original: Form::IssuedAbroad,
        may_be_foreign: true,
        asked: asked::home_state_consent,
        ..USUAL
    },
    // Joint order of 30.01.2026, switchable.
    DocumentRule { kind: Kind::PilotNotice, article: From::JointOrder2026, asked: asked::pilot_notice, ..USUAL },
];
