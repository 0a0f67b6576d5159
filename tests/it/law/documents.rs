//! The table of documents: every row, every condition at its boundary, and the switches.

use ruqsat::law::documents::{
    Because, DocumentKind as Kind, HousingForm, OriginalForm, Requirement, TABLE, housing_form, required,
};
use ruqsat::law::facts::{CountryCode, Facts, Ground, Grounds};
use ruqsat::law::route::Route;
use ruqsat::law::switches::Switches;

use super::{adult, born, day};

fn asked(facts: &Facts, kind: Kind) -> Option<Because> {
    asked_with(facts, kind, "")
}

pub(super) fn asked_with(facts: &Facts, kind: Kind, setting: &str) -> Option<Because> {
    let switches: Switches = setting.parse().unwrap();
    required(facts, &switches).into_iter().find(|row| row.kind == kind).map(|row| row.because)
}

fn minor(born_on: &str, filed_on: &str) -> Facts {
    Facts { arrived_with_parent: true, ..born(born_on, filed_on) }
}

#[test]
fn every_document_has_its_row_in_order() {
    assert_eq!(TABLE.len(), Kind::ALL.len());
    for (kind, row) in Kind::ALL.iter().zip(&TABLE) {
        assert_eq!(*kind, row.kind);
        assert_eq!(kind.rule().kind, *kind);
        assert_eq!(kind.code().parse::<Kind>(), Ok(*kind));
    }
    assert!("passports".parse::<Kind>().is_err());
    let aged: Vec<Kind> = TABLE.iter().filter(|row| row.max_age_days == Some(180)).map(|row| row.kind).collect();
    assert_eq!(aged, [Kind::Solvency, Kind::SolvencyExemption, Kind::CriminalRecord, Kind::Medical028u]);
    let may_be_old: Vec<Kind> = TABLE.iter().filter(|row| !row.age_stops).map(|row| row.kind).collect();
    assert_eq!(may_be_old, [Kind::SolvencyExemption], "a certificate of birth has no term");
    let outliving: Vec<Kind> =
        TABLE.iter().filter(|row| row.outlives_filing_by_days.is_some()).map(|row| row.kind).collect();
    assert_eq!(outliving, [Kind::Passport]);
    let without_files: Vec<Kind> = TABLE.iter().filter(|row| !row.files).map(|row| row.kind).collect();
    assert_eq!(without_files, [Kind::Questionnaire]);
    let notarised: Vec<Kind> =
        TABLE.iter().filter(|row| row.original == OriginalForm::Notarised).map(|row| row.kind).collect();
    assert_eq!(notarised, [Kind::ChildConsent, Kind::Housing, Kind::ParentConsent]);
}

#[test]
fn a_requirement_brings_its_row() {
    let rows: Vec<Requirement> = required(&adult(&[]), &Switches::default());
    assert_eq!(rows.len(), 8);
    assert!(rows.iter().all(|row| row.rule.kind == row.kind));
    assert!(rows.iter().is_sorted_by_key(|row| row.kind));
}

#[test]
fn routes_from_the_narrowest() {
    let mut facts = minor("2010-06-11", "2026-06-10");
    assert_eq!(Route::of(&facts), Route::Minor);
    facts.citizenship_taken_through_mission = true;
    assert_eq!(Route::of(&facts), Route::Minor);
    facts.permanently_registered = true;
    assert_eq!(Route::of(&facts), Route::Consular);
    assert_eq!(Route::of(&born("2010-06-11", "2026-06-10")), Route::General);
    assert_eq!(Route::of(&minor("2008-06-11", "2026-06-10")), Route::Minor);
    assert_eq!(Route::of(&minor("2008-06-10", "2026-06-10")), Route::General);
    let ward = Facts { representative_resident: true, ..born("2015-01-01", "2026-06-10") };
    assert_eq!(Route::of(&ward), Route::Minor);
}

#[test]
fn solvency_or_its_exemption_never_both() {
    assert_eq!(asked(&adult(&[]), Kind::Solvency), Some(Because::ConfirmsSolvency));
    assert_eq!(asked(&adult(&[]), Kind::SolvencyExemption), None);
    for ground in Ground::ALL {
        assert_eq!(asked(&adult(&[*ground]), Kind::Solvency), None, "{ground}");
        assert_eq!(asked(&adult(&[*ground]), Kind::SolvencyExemption), Some(Because::Exempt), "{ground}");
    }
}

#[test]
fn criminal_record_not_from_refugees_nor_ethnic_kazakhs_of_china() {
    let of = |citizenship: &str, grounds: &[Ground], refugee| {
        let citizenship = Some(citizenship.parse::<CountryCode>().unwrap());
        asked(&Facts { citizenship, refugee, ..adult(grounds) }, Kind::CriminalRecord)
    };
    assert_eq!(of("CHN", &[], false), Some(Because::RouteGeneral));
    assert_eq!(of("CHN", &[Ground::FamilyOfExempt], false), Some(Because::RouteGeneral));
    assert_eq!(of("MNG", &[Ground::EthnicKazakh], false), Some(Because::RouteGeneral));
    assert_eq!(of("CHN", &[Ground::EthnicKazakh], false), None);
    assert_eq!(of("MNG", &[], true), None);
}

#[test]
fn consent_of_a_child_from_14_to_17() {
    let consent = |filed_on| asked(&born("2010-06-10", filed_on), Kind::ChildConsent);
    assert_eq!(consent("2024-06-09"), None);
    assert_eq!(consent("2024-06-10"), Some(Because::AgeFrom14To17));
    assert_eq!(consent("2028-06-09"), Some(Because::AgeFrom14To17));
    assert_eq!(consent("2028-06-10"), None);
    let mut parent = Facts { children_14_to_17: 1, ..adult(&[]) };
    assert_eq!(asked(&parent, Kind::ChildConsent), Some(Because::Children14To17));
    parent.citizenship_taken_through_mission = true;
    parent.permanently_registered = true;
    assert_eq!(asked(&parent, Kind::ChildConsent), None);
    assert_eq!(asked(&parent, Kind::Passport), Some(Because::RouteConsular));
}

#[test]
fn papers_of_minors() {
    assert_eq!(asked(&minor("2010-06-11", "2026-06-10"), Kind::BirthCertificate), Some(Because::Under16));
    assert_eq!(asked(&minor("2010-06-10", "2026-06-10"), Kind::BirthCertificate), None);
    assert_eq!(asked(&born("2015-06-10", "2026-06-10"), Kind::BirthCertificate), None);
    let left_behind = Facts { other_parent_abroad: true, ..minor("2010-06-10", "2026-06-10") };
    assert_eq!(asked(&left_behind, Kind::ParentConsent), Some(Because::OtherParentAbroad));
    let alone = Facts { arrived_with_parent: false, ..left_behind };
    assert_eq!(asked(&alone, Kind::ParentConsent), None);
}

#[test]
fn representatives_on_every_route() {
    let authority = |facts: &Facts| asked(facts, Kind::RepresentativeAuthority);
    assert_eq!(authority(&born("2008-06-11", "2026-06-10")), Some(Because::Under18));
    assert_eq!(authority(&born("2008-06-10", "2026-06-10")), None);
    let mut incapable = Facts { incapable: true, ..adult(&[]) };
    assert_eq!(authority(&incapable), Some(Because::Incapable));
    incapable.citizenship_taken_through_mission = true;
    incapable.permanently_registered = true;
    assert_eq!(authority(&incapable), Some(Because::Incapable));
}

#[test]
fn petition_only_on_the_general_route() {
    assert_eq!(asked(&adult(&[Ground::InDemandProfession]), Kind::SectoralPetition), Some(Because::InDemandProfession));
    let grounds: Grounds = [Ground::InDemandProfession].into_iter().collect();
    let child = Facts { grounds, ..minor("2010-06-10", "2026-06-10") };
    assert_eq!(asked(&child, Kind::SectoralPetition), None);
}

#[test]
fn forms_of_housing() {
    assert_eq!(housing_form(&adult(&[])), HousingForm::Contract);
    assert_eq!(housing_form(&adult(&[Ground::TreatyCitizenship])), HousingForm::ContractOrStatement);
    assert_eq!(housing_form(&minor("2010-06-10", "2026-06-10")), HousingForm::ContractOrStatement);
}

#[test]
fn facts_are_stored_and_read_back() {
    let facts = Facts { children_14_to_17: 2, ..adult(&[Ground::FamilyOfExempt, Ground::EthnicKazakh]) };
    let text = serde_json::to_string(&facts).unwrap();
    assert!(text.contains(r#""citizenship":"DEU","grounds":["ethnic_kazakh","family_of_exempt"]"#), "{text}");
    assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts);
    let least: Facts = serde_json::from_str(r#"{"filed_on":"2026-06-10","born_on":"1990-05-05"}"#).unwrap();
    assert_eq!(least, Facts::new(day("2026-06-10"), day("1990-05-05")));
    assert!("de".parse::<CountryCode>().is_err() && "deu".parse::<CountryCode>().is_err());
}
