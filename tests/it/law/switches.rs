//! The documents that the operator switches on: their days, of whom they are asked, and settings that are wrong.

use ruqsat::law::documents::{Because, DocumentKind as Kind, required};
use ruqsat::law::facts::{Facts, Ground};
use ruqsat::law::switches::{SwitchError, Switches};

use super::documents::asked_with;
use super::{adult, born, day};

#[test]
fn switches_count_from_their_day() {
    let on = |filed_on, setting| asked_with(&born("1990-01-01", filed_on), Kind::FingerprintCertificate, setting);
    assert_eq!(on("2026-06-10", ""), None);
    assert_eq!(on("2024-12-07", "fingerprint_certificate"), None);
    assert_eq!(on("2024-12-08", "fingerprint_certificate"), Some(Because::SwitchedOn));
    assert_eq!(on("2026-06-09", "fingerprint_certificate=2026-06-10"), None);
    assert_eq!(on("2026-06-10", " pilot_notice , fingerprint_certificate = 2026-06-10 ,"), Some(Because::SwitchedOn));
    let all = "fingerprint_certificate,home_state_consent,pilot_notice";
    assert_eq!(required(&adult(&[]), &all.parse().unwrap()).len(), 11);
    let stateless = Facts { citizenship: None, ..adult(&[]) };
    assert_eq!(asked_with(&stateless, Kind::HomeStateConsent, all), None);
    assert_eq!(asked_with(&Facts { refugee: true, ..adult(&[]) }, Kind::HomeStateConsent, all), None);
    assert_eq!(asked_with(&adult(&[Ground::InDemandProfession]), Kind::PilotNotice, all), None);
    let switches: Switches = "pilot_notice".parse().unwrap();
    assert_eq!(switches.iter().collect::<Vec<_>>(), [(Kind::PilotNotice, day("2026-02-13"))]);
}

#[test]
fn wrong_switches_are_said() {
    let error = |setting: &str| setting.parse::<Switches>().unwrap_err();
    assert_eq!(error("finger"), SwitchError::UnknownDocument("finger".into()));
    assert_eq!(error("passport"), SwitchError::NotSwitchable(Kind::Passport));
    assert_eq!(error("pilot_notice=2026-02-30"), SwitchError::BadDay(Kind::PilotNotice, "2026-02-30".into()));
    assert_eq!(error("pilot_notice="), SwitchError::BadDay(Kind::PilotNotice, String::new()));
    assert_eq!(error("pilot_notice,pilot_notice=2027-01-01"), SwitchError::Twice(Kind::PilotNotice));
}
