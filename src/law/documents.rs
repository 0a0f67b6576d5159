//! Which papers the order asks of whom: one table, a row per document, and the question of who has to bring it.

use crate::law::citation::Citation;
use crate::law::coded::coded_enum;
use crate::law::facts::{CountryCode, Facts, Ground};
use crate::law::route::Route;
use crate::law::switches::Switches;

coded_enum! {
    /// A document of the set, in the table's order.
    DocumentKind {
        /// Application-questionnaire, filled in here.
        Questionnaire => "questionnaire",
        /// Foreign passport or a stateless person's document.
        Passport => "passport",
        /// Confirmation of solvency.
        Solvency => "solvency",
        /// Proof of a ground that frees from confirming solvency.
        SolvencyExemption => "solvency_exemption",
        /// Criminal record, or its absence.
        CriminalRecord => "criminal_record",
        /// Consent of a child of 14–17.
        ChildConsent => "child_consent",
        /// Contract or statement on housing and registration.
        Housing => "housing",
        /// Medical certificate, form 028/u.
        Medical028u => "medical_028u",
        /// Photograph 35×45 mm.
        Photo => "photo",
        /// Proof that the state duty is paid.
        StateFee => "state_fee",
        /// Petition of the state body of the branch.
        SectoralPetition => "sectoral_petition",
        /// Birth certificate of a child under 16.
        BirthCertificate => "birth_certificate",
        /// Consent of the parent, or parents, abroad.
        ParentConsent => "parent_consent",
        /// Papers on the authority of a legal representative.
        RepresentativeAuthority => "representative_authority",
        /// Certificate of fingerprint registration (switchable).
        FingerprintCertificate => "fingerprint_certificate",
        /// Consent of the state of citizenship (switchable).
        HomeStateConsent => "home_state_consent",
        /// Notice of compliance of the 2026 pilot (switchable).
        PilotNotice => "pilot_notice",
    }
}

coded_enum! {
    /// What the original of a document must be.
    OriginalForm {
        /// Filled in on the portal, signed in person.
        FilledHere => "filled_here",
        /// A copy, and the original for comparison.
        CopyAndOriginal => "copy_and_original",
        /// The original itself.
        Original => "original",
        /// A paper certified by a notary.
        Notarised => "notarised",
        /// The original issued by the competent body of a foreign state.
        IssuedAbroad => "issued_abroad",
        /// A printed photograph.
        Print => "print",
    }
}

coded_enum! {
    /// The answer because of which a document is asked.
    Because {
        /// Everybody brings it.
        Everyone => "everyone",
        /// The case takes the general route.
        RouteGeneral => "route_general",
        /// The case takes the route of minors.
        RouteMinor => "route_minor",
        /// The case takes the consular route, whose list has four documents only.
        RouteConsular => "route_consular",
        /// No ground frees from confirming solvency.
        ConfirmsSolvency => "confirms_solvency",
        /// A ground frees from confirming solvency.
        Exempt => "exempt",
        /// The applicant is 14, 15, 16 or 17.
        AgeFrom14To17 => "age_from_14_to_17",
        /// Children of 14–17 apply jointly.
        Children14To17 => "children_14_to_17",
        /// The applicant is under 16.
        Under16 => "under_16",
        /// A parent lives outside Kazakhstan.
        OtherParentAbroad => "other_parent_abroad",
        /// The applicant is under 18.
        Under18 => "under_18",
        /// A court declared the applicant incapable.
        Incapable => "incapable",
        /// The applicant holds an in-demand profession.
        InDemandProfession => "in_demand_profession",
        /// The operator switched the document on.
        SwitchedOn => "switched_on",
    }
}

coded_enum! {
    /// Which papers on housing are good.
    HousingForm {
        /// A notarised contract only.
        Contract => "contract",
        /// A notarised contract or a notarised statement.
        ContractOrStatement => "contract_or_statement",
    }
}

/// One row of the table of documents.
#[derive(Debug)]
pub struct DocumentRule {
    /// The document.
    pub kind: DocumentKind,
    /// The number of the item in row 8, as printed; empty for those without a number.
    pub item: &'static str,
    /// The provision that asks for it.
    pub article: Citation,
    /// What the original must be.
    pub original: OriginalForm,
    /// How old it may be on the day of applying, in calendar days from the day of issue.
    pub max_age_days: Option<i64>,
    /// Whether one that is older holds the application back; else the office looks at it.
    pub age_stops: bool,
    /// By more than how many calendar days it must outlive the day of applying.
    pub outlives_filing_by_days: Option<i64>,
    /// Whether it can be issued abroad, so that translation and legalisation are worth asking about.
    pub may_be_foreign: bool,
    /// Whether files are uploaded for it.
    pub files: bool,
    /// Why it is asked of this case; `None` when it is not. Switchable documents are also subject to the [`Switches`].
    pub asked: fn(&Facts, Route) -> Option<Because>,
}

impl DocumentRule {
    /// Whether its time can run out: it may be only so old, or has to be valid for so long.
    #[must_use]
    pub fn has_term(&self) -> bool {
        self.max_age_days.is_some() || self.outlives_filing_by_days.is_some()
    }
}

/// A document that one case has to bring, and why.
#[derive(Debug, Clone, Copy)]
pub struct Requirement {
    /// The document.
    pub kind: DocumentKind,
    /// The answer because of which it is asked.
    pub because: Because,
    /// Its row in the table.
    pub rule: &'static DocumentRule,
}

impl DocumentKind {
    /// The row of the table for this document.
    #[must_use]
    pub fn rule(self) -> &'static DocumentRule {
        &TABLE[self as usize]
    }
}

/// The documents that this case has to bring, in the table's order (order 642, row 8).
#[must_use]
pub fn required(facts: &Facts, switches: &Switches) -> Vec<Requirement> {
    let route = Route::of(facts);
    let asked = TABLE.iter().filter_map(|rule| {
        let because = (rule.asked)(facts, route)?;
        let off = because == Because::SwitchedOn && !switches.is_on(rule.kind, facts.filed_on);
        (!off).then_some(Requirement { kind: rule.kind, because, rule })
    });
    asked.collect()
}

/// Which papers on housing this person may bring (order 642, row 8, item 6): a contract who confirms solvency,
/// a contract or a statement who is exempt.
///
/// (reading) A minor on the route of minors does not confirm solvency, so a statement is enough. The words in brackets bind
/// those who confirm solvency to the contract; LAW.md §2.3 lets an ordinary adult bring either, RULES.md §3 does not.
/// A proof of ownership, which lists of 2026 name, is not in the order: the page of the housing says so.
#[must_use]
pub fn housing_form(facts: &Facts) -> HousingForm {
    if facts.solvency_exempt() || Route::of(facts) == Route::Minor {
        HousingForm::ContractOrStatement
    } else {
        HousingForm::Contract
    }
}

mod asked;
mod table;

pub use table::TABLE;

/// The citizens of China who are ethnic Kazakhs need no criminal record (order 642, row 8, item 4).
fn ethnic_kazakh_of_china(facts: &Facts) -> bool {
    facts.grounds.has(Ground::EthnicKazakh) && facts.citizenship == Some(CountryCode::CHINA)
}
