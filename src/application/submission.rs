//! The frozen text of what was filed, with its SHA-256: a later correction cannot alter the evidence.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::Application;

/// What was filed, once and for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// 1 for the first filing, then one more with each filing after a return.
    pub no: i64,
    /// JSON text: number, time, answers by step, papers with the SHA-256 of each file.
    pub body: String,
    /// SHA-256 of `body`, hexadecimal.
    pub sha256: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Freezes the application as it stands.
pub fn freeze(application: &Application, no: i64, at: DateTime<Utc>) -> Submission {
    let today = crate::clock::civil(at).date();
    let asked = application.answers.asked_steps(today);
    let answers: Map<String, Value> = application
        .answers
        .iter()
        .filter(|(step, _)| asked.contains(step))
        .map(|(step, body)| (step.code().to_owned(), Value::Object(body.clone())))
        .collect();
    let papers: Vec<Value> = application
        .papers
        .iter()
        .map(|paper| {
            json!({
                "document": paper.kind.code(),
                "details": paper.details,
                "files": paper.files.iter().map(|file| json!({
                    "name": file.name, "role": file.role.code(), "format": file.format.code(), "size": file.size,
                    "sha256": file.sha256,
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let body = json!({
        "number": application.number.to_string(),
        "submission": no,
        "at": at.to_rfc3339(),
        "unit": application.unit(),
        "answers": answers,
        "papers": papers,
    })
    .to_string();
    let sha256 = sha256_hex(body.as_bytes());
    Submission { no, body, sha256, at }
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
