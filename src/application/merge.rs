//! Two tabs, one page: the later save wins box by box, and what both changed is said.
//!
//! The page carries a short fingerprint of each box as it was shown. A box whose text still has its fingerprint was
//! not touched in this tab, so what another tab stored meanwhile stays. A box touched in both gets the later text,
//! and its name is given back so that the page can say so.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::steps::Body;

/// The outcome of a save over a page that may have changed meanwhile.
#[derive(Debug, PartialEq)]
pub struct Merged {
    /// What to store.
    pub body: Body,
    /// Boxes that another tab changed too, with the text that was replaced.
    pub both: Vec<(String, Value)>,
}

/// Eight hexadecimal digits for each box, in their order.
pub fn fingerprint(body: &Body) -> String {
    body.values().map(of_value).collect()
}

/// 32 bits are enough to see a change; they are not a secret of the page: the page shows the text itself.
fn of_value(value: &Value) -> String {
    let digest = Sha256::digest(value.to_string().as_bytes());
    digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// Merges what was `typed` on a page that was drawn when it had the fingerprint `seen` into what is `stored` now.
///
/// A fingerprint of another shape (an older release's page, or none) means: all of it was typed here.
pub fn merge(stored: &Body, seen: &str, typed: Body) -> Merged {
    if seen.len() != typed.len() * 8 || !seen.is_ascii() || stored.is_empty() {
        return Merged { body: typed, both: Vec::new() };
    }
    let mut both = Vec::new();
    let mut body = Body::new();
    for (i, (name, value)) in typed.into_iter().enumerate() {
        let shown = &seen[i * 8..i * 8 + 8];
        let before = stored.get(&name);
        let changed_here = of_value(&value) != shown;
        let changed_there = before.is_some_and(|before| of_value(before) != shown);
        match before {
            Some(before) if changed_there && !changed_here => {
                body.insert(name, before.clone());
            }
            Some(before) if changed_there && *before != value => {
                both.push((name.clone(), before.clone()));
                body.insert(name, value);
            }
            _ => {
                body.insert(name, value);
            }
        }
    }
    Merged { body, both }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn body(value: Value) -> Body {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn each_tab_keeps_the_box_it_changed() {
        let shown = body(json!({"surname": "Ivanov", "phone": ""}));
        let seen = fingerprint(&shown);
        let stored = body(json!({"surname": "Ivanov", "phone": "+7700"}));
        let merged = merge(&stored, &seen, body(json!({"surname": "Petrov", "phone": ""})));
        assert_eq!(merged.body, body(json!({"surname": "Petrov", "phone": "+7700"})));
        assert!(merged.both.is_empty());
    }

    #[test]
    fn a_box_changed_in_both_is_told() {
        let seen = fingerprint(&body(json!({"surname": "Ivanov"})));
        let merged = merge(&body(json!({"surname": "Sidorov"})), &seen, body(json!({"surname": "Petrov"})));
        assert_eq!(merged.body, body(json!({"surname": "Petrov"})));
        assert_eq!(merged.both, [("surname".to_owned(), json!("Sidorov"))]);
    }

    #[test]
    fn the_same_change_twice_is_no_conflict() {
        let seen = fingerprint(&body(json!({"surname": ""})));
        let merged = merge(&body(json!({"surname": "Petrov"})), &seen, body(json!({"surname": "Petrov"})));
        assert!(merged.both.is_empty());
    }
}
