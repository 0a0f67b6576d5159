//! The closed lists of the questionnaire. Long lists that come from elsewhere (countries, regions …) are in `lists`.

use super::lists;
use crate::choice;
use crate::law::facts::{CountryCode, Ground as LawGround};
use crate::validation::{Kind, Value};

/// A list whose codes are kept in [`lists`].
macro_rules! listed {
    ($($(#[$about:meta])* $name:ident in $list:literal),* $(,)?) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(&'static str);

        impl $name {
            /// The code.
            pub fn code(&self) -> &'static str {
                self.0
            }
        }
        impl Value for $name {
            const KIND: Kind = Kind::Choice($list);
            fn read(text: &str) -> Option<Self> {
                lists::list($list)?.iter().copied().find(|code| *code == text).map(Self)
            }
            fn write(&self) -> String {
                self.0.to_owned()
            }
        }
    )*};
}

listed! {
    /// A country, ISO 3166-1 alpha-3.
    Country in "country",
    /// One of the 20 regions (LAW.md §11), by its p-code.
    Region in "region",
    /// A language a paper can be written in.
    PaperLanguage in "language",
    /// How a close relative is related.
    Relation in "relation",
    /// Kind of visa, or the visa-free regime.
    Visa in "visa",
    /// Ethnic nationality.
    Nationality in "nationality",
}

impl Country {
    /// As the rules want it.
    pub fn for_law(&self) -> Option<CountryCode> {
        self.0.parse().ok()
    }
}

impl Relation {
    /// Whether it is the mother or the father.
    pub fn is_parent(&self) -> bool {
        matches!(self.code(), "mother" | "father")
    }
}

impl StayBasis {
    /// The code of the visa that it names, where it names one.
    pub fn visa(&self) -> Option<&'static str> {
        match self {
            Self::PermanentVisa => Some("B8"),
            Self::InDemandVisa => Some("B9"),
            Self::VisaFree => Some("visa_free"),
            Self::InvestorVisa | Self::AnyVisaEthnicKazakh | Self::Refugee | Self::Resident | Self::None => None,
        }
    }
}

impl Region {
    /// Whether it is a city that no region holds (Astana, Almaty, Shymkent): it has no other locality to name.
    pub fn is_a_city(&self) -> bool {
        matches!(self.code(), "KZ71" | "KZ75" | "KZ79")
    }
    /// Whether a locality is still to be named in an address of this region.
    pub fn lacks(region: Option<&Self>, locality: &str) -> bool {
        locality.is_empty() && !region.is_some_and(Self::is_a_city)
    }
}

impl Visa {
    /// Whether it is a visa with a number, and not a regime without one.
    pub fn is_a_visa(&self) -> bool {
        self.0 != "visa_free"
    }
}

/// A ground that exempts from solvency or simplifies the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Ethnic Kazakh.
    EthnicKazakh,
    /// Born in, or once a citizen of, the Kazakh SSR or Kazakhstan.
    FormerCompatriot,
    /// Entitled to simplified citizenship by treaty.
    TreatyCitizenship,
    /// Member of the family of one of the former.
    FamilyOfExempt,
    /// Works in a profession of the in-demand list.
    InDemandProfession,
}

impl Ground {
    /// As the rules name it.
    pub fn for_law(self) -> LawGround {
        match self {
            Self::EthnicKazakh => LawGround::EthnicKazakh,
            Self::FormerCompatriot => LawGround::FormerCompatriot,
            Self::TreatyCitizenship => LawGround::TreatyCitizenship,
            Self::FamilyOfExempt => LawGround::FamilyOfExempt,
            Self::InDemandProfession => LawGround::InDemandProfession,
        }
    }
}

choice! {
    /// By what right the applicant stays, or may apply (LAW.md §2.1). (reading) Refugees and permanent registration are not
    /// named there; row 8 of the order speaks of papers that such people bring, so they may apply.
    StayBasis in "basis" {
        PermanentVisa = "b8", InDemandVisa = "b9", InvestorVisa = "investor", VisaFree = "visa_free",
        AnyVisaEthnicKazakh = "ethnic_kazakh", Refugee = "refugee", Resident = "resident", None = "none",
    }
}
choice! {
    /// Who represents.
    RepresentativeRole in "role" { Parent = "parent", Guardian = "guardian", Trustee = "trustee" }
}
choice! {
    /// Sex as the passport has it.
    Sex in "sex" { Female = "female", Male = "male" }
}
choice! {
    /// Kind of the identity paper (order 642, row 8, item 2).
    PassportKind in "passport_kind" { Passport = "passport", Stateless = "stateless", Refugee = "refugee" }
}
choice! {
    /// Language of letters.
    LetterLanguage in "letters" { Kazakh = "kk", Russian = "ru" }
}
choice! {
    /// Who provides the housing.
    HousingProvider in "provider" { Person = "person", Organisation = "organisation", Own = "own" }
}
choice! {
    /// The notarised paper on housing (order 642, row 8, item 6).
    HousingPaper in "housing_paper" { Contract = "contract", Statement = "statement" }
}
choice! {
    /// Marital status.
    MaritalStatus in "marital" { Single = "single", Married = "married", Divorced = "divorced", Widowed = "widowed" }
}
choice! {
    /// Level of education.
    EducationLevel in "education" {
        None = "none", Secondary = "secondary", Vocational = "vocational", Bachelor = "bachelor", Master = "master",
        Doctor = "doctor",
    }
}
choice! {
    /// What a stretch of time was filled with.
    Occupation in "occupation" {
        Work = "work", OwnBusiness = "own_business", Study = "study", Service = "service", Home = "home",
        Unemployed = "unemployed", Pension = "pension",
    }
}
choice! {
    /// How citizenship of Kazakhstan ended (grounds 49.20 and 49.21).
    CitizenshipEnd in "citizenship_end" {
        Left = "left", TookAnother = "took_another", Lost = "lost", Deprived = "deprived", SovietOnly = "soviet_only",
    }
}
choice! {
    /// The in-demand list of 2023 (LAW.md §5) and "another of the list": the list of 2024 was not found in full.
    Profession in "profession" {
        ItInfrastructureArchitect = "it_infrastructure_architect", SoftwareArchitect = "software_architect",
        Neonatologist = "neonatologist", Oncologist = "oncologist", Endocrinologist = "endocrinologist",
        Neurosurgeon = "neurosurgeon", Hematologist = "hematologist", Bacteriologist = "bacteriologist",
        MedicalPhysicist = "medical_physicist", MedicalRadiochemist = "medical_radiochemist",
        PharmacyEngineer = "pharmacy_engineer", OrganicEngineer = "organic_engineer",
        InorganicEngineer = "inorganic_engineer", MineralsEngineer = "minerals_engineer",
        PulpEngineer = "pulp_engineer", SpaceEngineer = "space_engineer", InnovationEngineer = "innovation_engineer",
        AviationEngineer = "aviation_engineer", LaserEngineer = "laser_engineer",
        TrainingMaster = "training_master", TextileClassifier = "textile_classifier", Other = "other",
    }
}

impl Value for Ground {
    const KIND: Kind = Kind::Choice("legal-ground");
    fn read(text: &str) -> Option<Self> {
        [
            Self::EthnicKazakh,
            Self::FormerCompatriot,
            Self::TreatyCitizenship,
            Self::FamilyOfExempt,
            Self::InDemandProfession,
        ]
        .into_iter()
        .find(|ground| ground.for_law().code() == text)
    }
    fn write(&self) -> String {
        self.for_law().code().to_owned()
    }
}

impl Occupation {
    /// Whether an employer, a school or a unit has a name.
    pub fn has_a_place(&self) -> bool {
        matches!(self, Self::Work | Self::OwnBusiness | Self::Study | Self::Service)
    }
}

/// The codes of a list by its name, in the order in which they are declared.
pub fn codes(list: &str) -> Option<&'static [&'static str]> {
    Some(match list {
        "basis" => StayBasis::CODES,
        "role" => RepresentativeRole::CODES,
        "sex" => Sex::CODES,
        "passport_kind" => PassportKind::CODES,
        "letters" => LetterLanguage::CODES,
        "provider" => HousingProvider::CODES,
        "housing_paper" => HousingPaper::CODES,
        "marital" => MaritalStatus::CODES,
        "education" => EducationLevel::CODES,
        "occupation" => Occupation::CODES,
        "citizenship_end" => CitizenshipEnd::CODES,
        "profession" => Profession::CODES,
        "legalisation" => crate::documents::Legalisation::CODES,
        "legal-ground" => {
            &["ethnic_kazakh", "former_compatriot", "treaty_citizenship", "family_of_exempt", "in_demand_profession"]
        }
        other => return lists::list(other),
    })
}

/// Whether a code is still offered. Others stand in answers of before, and are read there.
///
/// A husband or wife is asked about on the page of the family, and is none of the close relatives of the Code on
/// Marriage and Family (art. 1): the list of relatives offered one once.
pub fn is_offered(list: &str, code: &str) -> bool {
    (list, code) != ("relation", "spouse")
}

/// Codes that are offered before all others of their list.
pub fn first(list: &str) -> &'static [&'static str] {
    match list {
        "country" => lists::NEAR_COUNTRIES,
        _ => &[],
    }
}

/// Lists long enough to be sorted by each language's alphabet; the others keep the order in which they are declared.
pub fn sorted(list: &str) -> bool {
    matches!(list, "country" | "region" | "language" | "nationality")
}
