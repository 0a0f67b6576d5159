//! The line protocol: each error has its code and stops nothing, long and broken lines included.

use std::io::{self, BufRead, Read, Write};
use std::process::{Command, Stdio};

use ruqsat::law::switches::Switches;
use ruqsat::rules::{MAX_LINE_BYTES, answer_line, requirements, requirements_with, run};
use serde_json::{Value, json};

use super::answer;

const GOOD: &str = r#"{"rule":"passport_validity","filed_on":"2026-06-10","expires_on":"2027-06-10"}"#;

fn code(line: &str) -> String {
    let answer = answer(line);
    assert!(!answer["error"]["message"].as_str().unwrap().is_empty());
    answer["error"]["code"].as_str().unwrap().to_owned()
}

/// The code of the error in a case that has this besides the two days.
fn case_code(more: &str) -> String {
    code(&format!(r#"{{"rule":"requirements","case":{{"filed_on":"2026-06-10","born_on":"1990-05-05",{more}}}}}"#))
}

#[test]
fn errors_of_lines_and_rules() {
    for line in ["", "  ", "{", "{}}", "not json", "{'rule':'fee'}", "nul"] {
        assert_eq!(code(line), "not_json", "{line:?}");
    }
    for line in ["null", "[]", "5", r#"{"rule":7}"#, r#"{"rule":"fee","paid_on":20260101}"#] {
        assert_eq!(code(line), "wrong_type", "{line}");
    }
    assert_eq!(code("{}"), "missing_field");
    assert_eq!(code(r#"{"rule":"fees","paid_on":"2026-01-01"}"#), "unknown_rule");
    assert_eq!(code(r#"{"rule":"fee"}"#), "missing_field");
    assert_eq!(code(r#"{"rule":"fee","paid_on":"2026-01-01","x":1}"#), "unknown_field");
    assert_eq!(code(r#"{"rule":"fee","paid_on":"2026-02-29"}"#), "impossible_date");
    assert_eq!(code(r#"{"rule":"fee","paid_on":"tomorrow"}"#), "impossible_date");
    assert_eq!(code(r#"{"rule":"fee","paid_on":"2027-01-01"}"#), "unknown_mci");
    assert_eq!(code(r#"{"rule":"clock","handed_in_on":"2028-02-01","after_hours":false}"#), "unknown_year");
    assert_eq!(code(r#"{"rule":"clock","handed_in_on":"2026-02-02","after_hours":"no"}"#), "wrong_type");
    assert_eq!(code(r#"{"rule":"clock","handed_in_on":"2026-02-02"}"#), "missing_field");
    assert_eq!(code(r#"{"rule":"passport_zone","lines":["A",1]}"#), "wrong_type");
}

#[test]
fn errors_of_cases() {
    assert_eq!(code(r#"{"rule":"requirements"}"#), "missing_field");
    assert_eq!(code(r#"{"rule":"requirements","case":[]}"#), "wrong_type");
    assert_eq!(code(r#"{"rule":"requirements","case":{}}"#), "missing_field");
    let born_later = r#"{"rule":"requirements","case":{"filed_on":"2026-06-10","born_on":"2026-06-11"}}"#;
    assert_eq!(code(born_later), "born_after_filing");
    assert_eq!(case_code(r#""citizen":"DEU""#), "unknown_field");
    assert_eq!(case_code(r#""citizenship":"de""#), "unknown_value");
    assert_eq!(case_code(r#""citizenship":7"#), "wrong_type");
    assert_eq!(case_code(r#""grounds":["royal_blood"]"#), "unknown_value");
    assert_eq!(case_code(r#""grounds":null"#), "wrong_type");
    assert_eq!(case_code(r#""grounds":"ethnic_kazakh""#), "wrong_type");
    assert_eq!(case_code(r#""refugee":"yes""#), "wrong_type");
    assert_eq!(case_code(r#""refugee":null"#), "wrong_type");
    for count in ["-1", "1.5", "4294967296", r#""2""#] {
        assert_eq!(case_code(&format!(r#""children_14_to_17":{count}"#)), "wrong_type", "{count}");
    }
}

#[test]
fn citizenship_null_and_left_out_are_the_same() {
    let of = |more| {
        answer(&format!(r#"{{"rule":"requirements","case":{{"filed_on":"2026-06-10","born_on":"1990-05-05"{more}}}}}"#))
    };
    assert_eq!(of(""), of(r#","citizenship":null"#));
    assert_eq!(of("")["route"], "general");
}

#[test]
fn repeated_keys_and_deep_nesting() {
    assert_eq!(answer(r#"{"rule":"fee","rule":"bin","number":"1"}"#)["code"], "length");
    assert_eq!(code(&"[".repeat(100_000)), "not_json");
    assert_eq!(code(&format!(r#"{{"rule":"fee","paid_on":{}1{}}}"#, "[".repeat(5000), "]".repeat(5000))), "not_json");
}

#[test]
fn what_came_in_is_shown_shortened() {
    let long = "я".repeat(5000);
    assert!(answer_line(&format!(r#"{{"rule":"{long}"}}"#)).len() < 300);
    assert!(answer_line(&format!(r#"{{"rule":"fee","{long}":1}}"#)).len() < 300);
    assert!(answer_line(&format!(r#"{{"rule":"fee","paid_on":"{long}"}}"#)).len() < 400);
}

#[test]
fn the_json_address_takes_the_case_or_the_line() {
    let case = json!({ "filed_on": "2026-06-10", "born_on": "1990-05-05" });
    let expected = requirements(case.clone()).unwrap();
    assert_eq!(requirements(json!({ "case": case })).unwrap(), expected);
    assert_eq!(requirements(json!({ "rule": "requirements", "case": case })).unwrap(), expected);
    assert_eq!(requirements(json!({ "rule": "fee", "case": case })).unwrap_err().code(), "unknown_rule");
    assert_eq!(requirements(json!({ "case": case, "x": 1 })).unwrap_err().field(), Some("x"));
    assert_eq!(requirements(json!(5)).unwrap_err().code(), "wrong_type");
    let switches: Switches = "fingerprint_certificate".parse().unwrap();
    let documents = requirements_with(case, &switches).unwrap()["documents"].clone();
    assert!(documents.as_array().unwrap().contains(&json!("fingerprint_certificate")));
    assert!(!expected["documents"].as_array().unwrap().contains(&json!("fingerprint_certificate")));
}

/// The answers to an input that comes in pieces of this size.
fn answers(input: &[u8], piece: usize) -> Vec<Value> {
    let mut output = Vec::new();
    run(io::BufReader::with_capacity(piece, input), &mut output).unwrap();
    let output = String::from_utf8(output).unwrap();
    assert!(output.is_empty() || output.ends_with('\n'));
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_answer_a_line_whatever_the_pieces() {
    let mut input = Vec::new();
    input.extend_from_slice(format!("{GOOD}\r\n\n").as_bytes());
    input.extend_from_slice(b"{\"rule\":\"\xff\"}\n");
    input.extend_from_slice(GOOD.as_bytes());
    for piece in [1, 2, 7, 80, 1 << 16] {
        let answers = answers(&input, piece);
        assert_eq!(answers.len(), 4, "pieces of {piece}");
        assert_eq!((&answers[0]["ok"], &answers[3]["ok"]), (&json!(true), &json!(true)));
        assert_eq!(answers[1]["error"]["code"], "not_json");
        assert_eq!(answers[2]["error"]["code"], "not_json");
    }
    assert!(answers(b"", 8).is_empty());
}

#[test]
fn long_lines_are_refused_and_the_next_is_read() {
    for (extra, expected) in [(0, None), (1, Some("too_long")), (3 << 20, Some("too_long"))] {
        let padding = " ".repeat(MAX_LINE_BYTES - GOOD.len() + extra);
        for piece in [1 << 12, 8 << 20] {
            for end in ["\n", "\r\n"] {
                let answers = answers(format!("{GOOD}{padding}{end}{GOOD}").as_bytes(), piece);
                assert_eq!(answers.len(), 2);
                assert_eq!(answers[0]["error"]["code"].as_str(), expected, "{extra} more, pieces of {piece}");
                assert_eq!(answers[1]["ok"], true);
            }
        }
    }
    assert_eq!(code(&" ".repeat(MAX_LINE_BYTES + 1)), "too_long");
}

/// A conversation: gives the next line only when the answer to the one before has come out.
struct Talk {
    lines: Vec<Vec<u8>>,
    asked: usize,
    heard: std::rc::Rc<std::cell::RefCell<Vec<u8>>>,
}

impl Read for Talk {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("the rules read by buffers")
    }
}

impl BufRead for Talk {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let heard = self.heard.borrow().iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(heard, self.asked, "the answer was held back");
        Ok(self.lines.get(self.asked).map_or(&[], Vec::as_slice))
    }

    fn consume(&mut self, _: usize) {
        self.asked += 1;
    }
}

struct Ear(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_conversation_is_answered_line_by_line() {
    let heard = std::rc::Rc::default();
    let lines = vec![format!("{GOOD}\n").into_bytes(); 3];
    run(Talk { lines, asked: 0, heard: std::rc::Rc::clone(&heard) }, Ear(std::rc::Rc::clone(&heard))).unwrap();
    assert_eq!(heard.borrow().iter().filter(|byte| **byte == b'\n').count(), 3);
}

/// The law on the budget is published in December: the office gives the new year's figure, and fees are checked by it.
#[test]
fn the_mci_of_a_later_year_comes_from_the_settings() {
    let asks = |mci: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ruqsat"))
            .arg("rules")
            .env("RUQSAT_MCI", mci)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Who refuses its settings reads nothing.
        let _ = child.stdin.take().unwrap().write_all(b"{\"rule\":\"fee\",\"paid_on\":\"2027-01-15\"}\n");
        child.wait_with_output().unwrap()
    };
    let answer: Value = serde_json::from_slice(&asks("2027=4500").stdout).unwrap();
    assert_eq!((&answer["mci"], &answer["due"]), (&json!(4500), &json!(18_000)));
    let unknown: Value = serde_json::from_slice(&asks("").stdout).unwrap();
    assert_eq!(unknown["error"]["code"], "unknown_mci");
    let refused = asks("2027=45");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("RUQSAT_MCI"));
}
