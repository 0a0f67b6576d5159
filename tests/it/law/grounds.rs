//! Grounds of refusal: the whole list, what serves annulment only, exemptions, and grounds newer than the order.

use ruqsat::law::facts::{Facts, Ground};
use ruqsat::law::refusal::{GROUNDS, GroundOfRefusal, LAW_82_FROM, Purpose, usable};

use super::{adult, answer, born, day};

fn codes(facts: &Facts, purpose: Purpose) -> Vec<&'static str> {
    usable(facts, purpose).into_iter().map(|ground| ground.code).collect()
}

fn refused(facts: &Facts, code: &str) -> bool {
    codes(facts, Purpose::Refusal).contains(&code)
}

fn annulled(facts: &Facts, code: &str) -> bool {
    codes(facts, Purpose::Annulment).contains(&code)
}

#[test]
fn the_list_is_the_orders_and_two_more() {
    let numbered = (1..=3).map(|number| format!("19-1.{number}")).chain((1..=21).map(|number| format!("49.{number}")));
    for code in numbered.chain(["49.3-1".to_owned(), "49.13-2".to_owned()]) {
        assert!(GroundOfRefusal::find(&code).is_some(), "{code}");
    }
    assert_eq!(GROUNDS.len(), 26);
    assert_eq!(LAW_82_FROM, Some(day("2024-05-16")));
    assert_eq!(GroundOfRefusal::find("49.17").map(|ground| ground.sub_paragraph), Some("14-1)"));
}

#[test]
fn a_first_refusal_has_no_grounds_of_annulment() {
    let refusal = codes(&adult(&[]), Purpose::Refusal);
    let annulment = codes(&adult(&[]), Purpose::Annulment);
    let only: Vec<_> = annulment.iter().filter(|code| !refusal.contains(code)).copied().collect();
    assert_eq!(only, ["49.15", "49.13-2", "49.16"]);
    assert_eq!((refusal.len(), annulment.len()), (23, 26));
    assert_eq!(refusal[..4], ["19-1.1", "19-1.2", "19-1.3", "49.1"]);
}

#[test]
fn solvency_is_not_held_against_the_exempt() {
    assert!(refused(&adult(&[]), "49.4"));
    for ground in Ground::ALL {
        assert!(!refused(&adult(&[*ground]), "49.4") && !annulled(&adult(&[*ground]), "49.4"), "{ground}");
    }
}

#[test]
fn numbers_15_and_17_spare_some() {
    let spared = |facts: &Facts| {
        let gone = [!refused(facts, "49.17"), !annulled(facts, "49.17"), !annulled(facts, "49.15")];
        assert!(gone.iter().all(|one| *one == gone[0]), "{gone:?}");
        assert!(annulled(facts, "49.16"));
        gone[0]
    };
    assert!(!spared(&adult(&[])));
    assert!(spared(&adult(&[Ground::EthnicKazakh])));
    assert!(spared(&adult(&[Ground::FamilyOfExempt])));
    assert!(!spared(&adult(&[Ground::FormerCompatriot, Ground::TreatyCitizenship, Ground::InDemandProfession])));
    assert!(spared(&Facts { convention_married_woman: true, ..adult(&[]) }));
    let papers = Facts { stateless_without_papers: true, ..adult(&[]) };
    assert!(!spared(&papers), "a citizen is not stateless");
    assert!(spared(&Facts { citizenship: None, ..papers }));
    assert!(!spared(&Facts { citizenship: None, ..adult(&[]) }));
}

#[test]
fn newer_than_the_order() {
    let before = born("1990-05-05", "2024-05-15");
    let since = born("1990-05-05", "2024-05-16");
    assert!(!refused(&before, "49.3-1") && refused(&since, "49.3-1"));
    assert!(!annulled(&before, "49.13-2") && annulled(&since, "49.13-2"));
    assert!(refused(&Facts { incapable: true, ..before }, "49.19"));
    assert!(refused(&since, "49.19"));
    assert!(!refused(&Facts { incapable: true, ..since }, "49.19"));
}

#[test]
fn by_the_line_protocol() {
    let case = r#"{"filed_on":"2026-06-10","born_on":"1990-05-05","grounds":["ethnic_kazakh"]}"#;
    let usable = answer(&format!(r#"{{"rule":"grounds","case":{case},"purpose":"refusal"}}"#))["usable"].clone();
    let usable: Vec<String> = serde_json::from_value(usable).unwrap();
    assert_eq!(usable.len(), 21);
    assert!(!usable.iter().any(|code| ["49.4", "49.15", "49.16", "49.17"].contains(&code.as_str())));
    let wrong = answer(&format!(r#"{{"rule":"grounds","case":{case},"purpose":"fun"}}"#));
    assert_eq!(wrong["error"]["code"], "unknown_value");
}
