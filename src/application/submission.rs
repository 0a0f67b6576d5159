//! The frozen text of what was filed, with its SHA-256: a later correction cannot alter the evidence.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::answers::Answers;
use super::office::Remark;
use super::steps::StepName;
use super::{Application, steps::Body};
use crate::documents::file::FileRole;
use crate::documents::{Details, Paper};
use crate::law::DocumentKind;
use crate::law::switches::Switches;

/// What was filed, once and for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// 1 for the first filing, then one more with each filing after a return.
    pub no: i64,
    /// JSON text: number, time, name, unit, answers by step, documents asked, papers with the SHA-256 of each file.
    pub body: String,
    /// SHA-256 of `body`, hexadecimal.
    pub sha256: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Freezes the application as it stands.
pub fn freeze(application: &Application, no: i64, at: DateTime<Utc>, switches: &Switches) -> Submission {
    let today = crate::clock::civil(at).date();
    let asked = application.answers.asked_steps(today);
    let answers: Map<String, Value> = application
        .answers
        .iter()
        .filter(|(step, _)| asked.contains(step))
        .map(|(step, body)| (step.code().to_owned(), Value::Object(body.clone())))
        .collect();
    let papers: Vec<Value> = application.papers.iter().map(frozen_paper).collect();
    let required: Vec<DocumentKind> = application.requirements(today, switches).iter().map(|one| one.kind).collect();
    let body = json!({
        "number": application.number.to_string(),
        "submission": no,
        "at": at.to_rfc3339(),
        "name": application.name(),
        "unit": application.unit(),
        "answers": answers,
        "required": required,
        "papers": papers,
        "passport_zone": application.zone.as_ref().map(|given| &given.lines),
    })
    .to_string();
    let sha256 = sha256_hex(body.as_bytes());
    Submission { no, body, sha256, at }
}

/// A paper as the frozen text holds it: what was written about it, and each file with its SHA-256.
pub fn frozen_paper(paper: &Paper) -> Value {
    json!({
        "document": paper.kind.code(),
        "details": paper.details,
        "files": paper.filed().map(|file| json!({
            "name": file.name, "role": file.role.code(), "format": file.format.code(), "size": file.size,
            "sha256": file.sha256,
        })).collect::<Vec<_>>(),
    })
}

/// What a frozen text says was filed: for the receipt, and to see what was mended since.
#[derive(Debug, Clone, Default)]
pub struct Filed {
    /// The answers.
    pub answers: Answers,
    /// The person's name.
    pub name: String,
    /// The receiving unit.
    pub unit: Option<String>,
    /// The documents that were asked of the person.
    pub required: Vec<DocumentKind>,
    papers: Vec<Value>,
}

/// A paper as it was filed.
#[derive(Debug, Clone, PartialEq)]
pub struct FiledPaper {
    /// Which document.
    pub kind: DocumentKind,
    /// What was written about it.
    pub details: Details,
    /// Its files.
    pub files: Vec<FiledFile>,
}

/// A file as it was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledFile {
    /// Shown name.
    pub name: String,
    /// Whether it is the translation.
    pub translation: bool,
    /// SHA-256 of its bytes, hexadecimal: two scans may bear one name.
    pub sha256: String,
}

impl Submission {
    /// Reads the frozen text. Steps and documents that this release does not know are left out.
    pub fn filed(&self) -> Filed {
        let mut body: Body = serde_json::from_str(&self.body).unwrap_or_default();
        let required = body.get("required").and_then(Value::as_array).into_iter().flatten();
        let mut filed = Filed {
            name: text(body.get("name")).unwrap_or_default(),
            unit: text(body.get("unit")),
            required: required.filter_map(|kind| kind.as_str()?.parse().ok()).collect(),
            ..Filed::default()
        };
        if let Some(Value::Object(answers)) = body.shift_remove("answers") {
            for (step, body) in answers {
                if let (Some(step), Value::Object(body)) = (StepName::from_code(&step), body) {
                    filed.answers.put(step, body);
                }
            }
        }
        if let Some(Value::Array(papers)) = body.shift_remove("papers") {
            filed.papers = papers;
        }
        filed
    }
}

impl Filed {
    /// The papers that had a file.
    pub fn papers(&self) -> Vec<FiledPaper> {
        self.papers
            .iter()
            .filter_map(|paper| {
                let files: Vec<FiledFile> = paper.get("files")?.as_array()?.iter().filter_map(filed_file).collect();
                let details = paper.get("details").cloned().unwrap_or_default();
                Some(FiledPaper {
                    kind: paper.get("document")?.as_str()?.parse().ok()?,
                    details: serde_json::from_value(details).unwrap_or_default(),
                    files,
                })
            })
            .filter(|paper| !paper.files.is_empty())
            .collect()
    }
    /// Whether what a remark is about differs now from what was filed.
    pub fn differs(&self, application: &Application, remark: &Remark) -> bool {
        let same_paper = |kind: &str| {
            let now = application.papers.iter().find(|paper| paper.kind.code() == kind).map(frozen_paper);
            now.as_ref() == self.papers.iter().find(|paper| paper["document"] == kind)
        };
        match (&remark.document, StepName::from_code(&remark.step)) {
            (Some(kind), _) => !same_paper(kind),
            (None, Some(StepName::Photograph)) => !same_paper(DocumentKind::Photo.code()),
            (None, Some(StepName::Documents)) => DocumentKind::ALL
                .iter()
                .filter(|kind| **kind != DocumentKind::Photo)
                .any(|kind| !same_paper(kind.code())),
            (None, Some(step)) => application.answers.body(step) != self.answers.body(step),
            (None, None) => false,
        }
    }
}

fn filed_file(file: &Value) -> Option<FiledFile> {
    let translation = text(file.get("role")).as_deref() == Some(FileRole::Translation.code());
    Some(FiledFile { name: text(file.get("name"))?, translation, sha256: text(file.get("sha256")).unwrap_or_default() })
}

fn text(value: Option<&Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Code, Number};

    fn application() -> Application {
        let mut chance = rand::rng();
        let hash = Code::random(&mut chance).hash(b"key");
        Application::begin("1".to_owned(), Number::random(&mut chance), hash, "kk", DateTime::UNIX_EPOCH)
    }

    fn remark(step: StepName, document: Option<DocumentKind>) -> Remark {
        Remark {
            step: step.code().to_owned(),
            document: document.map(|kind| kind.code().to_owned()),
            text: "mend it".to_owned(),
        }
    }

    #[test]
    fn what_was_mended_since_is_seen() {
        let mut application = application();
        let body: Body = serde_json::from_value(json!({"phone": "+77001112233"})).unwrap();
        application.answers.put(StepName::Contacts, body);
        application.papers.push(Paper::empty(DocumentKind::Passport));
        let filed = freeze(&application, 1, DateTime::UNIX_EPOCH, &Switches::default()).filed();
        assert_eq!(filed.answers, application.answers);
        assert!(!filed.differs(&application, &remark(StepName::Contacts, None)));
        assert!(!filed.differs(&application, &remark(StepName::Documents, Some(DocumentKind::Passport))));

        let body: Body = serde_json::from_value(json!({"phone": "+77001112244"})).unwrap();
        application.answers.put(StepName::Contacts, body);
        application.papers.push(Paper::empty(DocumentKind::Photo));
        assert!(filed.differs(&application, &remark(StepName::Contacts, None)));
        assert!(!filed.differs(&application, &remark(StepName::Documents, Some(DocumentKind::Passport))));
        assert!(filed.differs(&application, &remark(StepName::Photograph, None)));
    }

    #[test]
    fn a_text_of_another_release_is_read_as_far_as_it_goes() {
        let body =
            json!({"unit": "KZ75", "required": ["passport", "gone"], "answers": {"gone": {}, "fee": {}}, "papers": [
                {"document": "passport", "details": {}, "files": [{"name": "a.pdf"}]},
                {"document": "gone", "details": {}, "files": [{"name": "b.pdf"}]},
                {"document": "housing", "details": {}, "files": []},
            ]})
            .to_string();
        let filed = Submission { no: 1, body, sha256: String::new(), at: DateTime::UNIX_EPOCH }.filed();
        assert_eq!(filed.unit.as_deref(), Some("KZ75"));
        assert_eq!(filed.required, [DocumentKind::Passport]);
        assert_eq!(filed.answers.iter().count(), 1);
        assert_eq!(filed.papers().iter().map(|paper| paper.kind).collect::<Vec<_>>(), [DocumentKind::Passport]);
    }
}
