//! The 120 worked cases of `vectors.json`, asked through the line protocol.

use serde_json::{Value, json};

use super::answer;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../fixtures/vectors.json")).unwrap()
}

#[test]
fn all_cases_of_requirements() {
    let vectors = vectors();
    let cases = vectors["requirements"].as_array().unwrap();
    assert_eq!(cases.len(), 60);
    for case in cases {
        let line = json!({ "rule": "requirements", "case": case["case"] }).to_string();
        assert_eq!(answer(&line), case["expect"], "{line}");
        assert_eq!(ruqsat::rules::requirements(case["case"].clone()).unwrap(), case["expect"], "{line}");
    }
}

#[test]
fn all_cases_of_dates() {
    let vectors = vectors();
    let cases = vectors["dates"].as_array().unwrap();
    assert_eq!(cases.len(), 60);
    for case in cases {
        let mut question = case.clone();
        let expected = question.as_object_mut().unwrap().remove("expect").unwrap();
        let expected = if expected.is_boolean() { json!({ "ok": expected }) } else { expected };
        assert_eq!(answer(&question.to_string()), expected, "{question}");
    }
}
