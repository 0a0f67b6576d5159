//! A page of questions with its answers and what is wrong with them: what the field macros draw.

use serde_json::Value;

use crate::application::choices;
use crate::application::steps::Body;
use crate::validation::{Field, Finding, Findings, Kind};

/// Answers with their errors.
#[derive(Debug, Clone)]
pub struct Filled {
    /// Code that begins the message ids of the fields.
    pub prefix: &'static str,
    fields: &'static [Field],
    values: Body,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// Boxes that another tab changed too: field and the text that was replaced.
    pub both: Vec<(String, String)>,
    seen: Option<String>,
    /// Of this question these choices only.
    only: Option<(&'static str, Vec<&'static str>)>,
    /// Questions that other pages have made void.
    unasked: Vec<&'static str>,
    /// Whether each question says why it is asked.
    explained: bool,
    /// Boxes that stood in the way of a move, each with the message id of why.
    denied: Vec<(String, String)>,
}

/// One box as it is drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    prefix: &'static str,
    /// Name of the input.
    pub name: &'static str,
    /// Id of the input: where an error's link leads.
    pub id: String,
    /// Text of the box.
    pub value: String,
    chosen: Vec<String>,
    only: Option<Vec<&'static str>>,
    kind: Kind,
    /// What is wrong with it.
    pub error: Option<Finding>,
    /// What is worth a look, and stops nothing.
    pub advice: Option<Finding>,
    /// Message id of why a move was not made for what stands in it.
    pub denied: Option<String>,
    hinted: bool,
    explained: bool,
    unasked: bool,
}

impl Filled {
    /// A page with answers that nobody checked yet.
    pub fn unchecked(prefix: &'static str, fields: &'static [Field], values: Body) -> Self {
        let (findings, both, denied) = (Vec::new(), Vec::new(), Vec::new());
        let unasked = Vec::new();
        Self { prefix, fields, values, findings, both, seen: None, only: None, unasked, explained: true, denied }
    }
    /// With what was found.
    #[must_use]
    pub fn with(mut self, findings: Findings) -> Self {
        self.findings = findings.into_iter().collect();
        self
    }
    /// For text that could not be stored: the fingerprint of the page on which it was typed stays.
    #[must_use]
    pub fn still_seen(mut self, seen: &str) -> Self {
        self.seen = Some(seen.to_owned());
        self
    }
    /// With why a move was not made, at the box where that is to be mended.
    #[must_use]
    pub fn denied(mut self, at: Option<&str>, why: Option<&str>) -> Self {
        self.denied.extend(at.zip(why).map(|(at, why)| (at.to_owned(), why.to_owned())));
        self
    }
    /// With these choices only.
    #[must_use]
    pub fn offering(mut self, name: &'static str, codes: &[&'static str]) -> Self {
        self.only = Some((name, codes.to_vec()));
        self
    }
    /// Without these questions, unless something stands in them.
    #[must_use]
    pub fn without(mut self, names: Vec<&'static str>) -> Self {
        self.unasked = names;
        self
    }
    /// For a clerk, who knows why each question is asked.
    #[must_use]
    pub fn unexplained(mut self) -> Self {
        self.explained = false;
        self
    }
    /// With what is ticked until the person says otherwise: what is stored is still what the page was drawn on.
    #[must_use]
    pub fn proposing(mut self, name: &str, codes: &[&str]) -> Self {
        self.seen = Some(self.seen());
        self.values.insert(name.to_owned(), codes.iter().copied().map(Value::from).collect());
        self
    }
    /// The same for a question with one answer, where nothing was answered yet.
    #[must_use]
    pub fn proposing_one(mut self, name: &str, code: &str) -> Self {
        if self.is(name, "") {
            self.seen = Some(self.seen());
            self.values.insert(name.to_owned(), Value::from(code));
        }
        self
    }
    /// With the boxes that another tab changed too.
    #[must_use]
    pub fn changed_elsewhere(mut self, both: Vec<(String, Value)>) -> Self {
        self.both =
            both.into_iter().map(|(field, text)| (field, text.as_str().unwrap_or_default().to_owned())).collect();
        self
    }
    /// The fingerprint that goes with the page, see `application::merge`.
    pub fn seen(&self) -> String {
        self.seen.clone().unwrap_or_else(|| crate::application::merge::fingerprint(&self.values))
    }
    /// Whether something is to be mended.
    pub fn is_wrong(&self) -> bool {
        self.findings.iter().any(Finding::stops)
    }
    /// What is to be mended, for the summary on top.
    pub fn stopping(&self) -> Vec<&Finding> {
        self.findings.iter().filter(|finding| finding.stops()).collect()
    }
    /// One box. A name that no question has is a fault of the template: it draws an empty box, and the tests see it.
    pub fn field(&self, name: &str) -> Drawn {
        let field = self
            .fields
            .iter()
            .find(|field| field.name == name)
            .copied()
            .unwrap_or(Field { name: "", kind: Kind::Text });
        let (value, chosen) = match self.values.get(name) {
            Some(Value::String(text)) => (text.clone(), Vec::new()),
            Some(Value::Array(codes)) => {
                (String::new(), codes.iter().filter_map(|c| c.as_str().map(str::to_owned)).collect())
            }
            _ => (String::new(), Vec::new()),
        };
        let hinted = crate::language::Language::Kk.has(&format!("{}-{name}.hint", self.prefix));
        Drawn {
            prefix: self.prefix,
            name: field.name,
            id: field.name.to_owned(),
            value,
            chosen,
            only: self.only.as_ref().filter(|(of, _)| *of == name).map(|(_, codes)| codes.clone()),
            kind: field.kind,
            error: self.findings.iter().find(|f| f.stops() && f.place.field.as_deref() == Some(name)).cloned(),
            advice: self.findings.iter().find(|f| !f.stops() && f.place.field.as_deref() == Some(name)).cloned(),
            denied: self.denied.iter().find(|(at, _)| at == name).map(|(_, why)| why.clone()),
            hinted,
            explained: self.explained,
            unasked: self.unasked.contains(&name),
        }
    }
    /// Whether a question is put.
    pub fn asks(&self, name: &str) -> bool {
        self.field(name).is_asked()
    }
    /// Whether the answer to a question is this text.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.values.get(name).and_then(Value::as_str) == Some(value)
    }
}

impl Drawn {
    /// Message id of the label.
    pub fn label_key(&self) -> String {
        format!("{}-{}", self.prefix, self.name)
    }
    /// Message id of why it is asked, for those to whom it is told.
    pub fn why_key(&self) -> Option<String> {
        self.explained.then(|| format!("{}-{}.why", self.prefix, self.name))
    }
    /// Message id of the hint, which there may be.
    pub fn hint_key(&self) -> String {
        format!("{}-{}.hint", self.prefix, self.name)
    }
    /// Name of the list that the box chooses from.
    pub fn list(&self) -> &'static str {
        match self.kind {
            Kind::Choice(list) | Kind::Choices(list) => list,
            _ => "",
        }
    }
    /// Whether the code can be chosen; an answer of before stays among the choices.
    pub fn offers(&self, code: &str) -> bool {
        let listed = choices::is_offered(self.list(), code) || self.value == code;
        listed && self.only.as_ref().is_none_or(|only| only.contains(&code))
    }
    /// Whether the question is put: one that is void is, while something stands in it.
    pub fn is_asked(&self) -> bool {
        !self.unasked || !self.value.is_empty() || !self.chosen.is_empty() || self.error.is_some()
    }
    /// Whether something stands there that is to be mended.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some() || self.denied.is_some()
    }
    /// Whether the code is among the chosen.
    pub fn has(&self, code: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen == code)
    }
    /// Whether the box takes numbers of papers: no autocorrection then.
    pub fn is_code(&self) -> bool {
        self.name.ends_with("number") || self.name == "iin"
    }
    /// Whether it asks when the applicant was born: a browser may offer what it knows then.
    pub fn is_own_birth(&self) -> bool {
        self.prefix == "situation" && self.name == "born_on"
    }
    /// Day, month and year as typed, right or wrong.
    pub fn date_parts(&self) -> (String, String, String) {
        let split = |sep: char| self.value.split(sep).map(|part| part.trim().to_owned()).collect::<Vec<_>>();
        let trim = |text: &String| text.trim_start_matches('0').to_owned();
        match (self.value.parse::<chrono::NaiveDate>(), split('.')) {
            (Ok(_), _) => {
                let parts = split('-');
                (trim(&parts[2]), trim(&parts[1]), parts[0].clone())
            }
            (Err(_), parts) if parts.len() == 3 => (parts[0].clone(), parts[1].clone(), parts[2].clone()),
            _ => (self.value.clone(), String::new(), String::new()),
        }
    }
    /// The attributes that tie hint and error to the box. Made of field names only, so nothing is to be escaped.
    pub fn described(&self) -> String {
        let mut ids = Vec::new();
        if self.hinted {
            ids.push(format!("{}-hint", self.id));
        }
        if self.is_wrong() {
            ids.push(format!("{}-error", self.id));
        }
        let mut attributes = String::new();
        if !ids.is_empty() {
            attributes = format!(" aria-describedby=\"{}\"", ids.join(" "));
        }
        if self.is_wrong() && !matches!(self.kind, Kind::YesNo | Kind::Date | Kind::Choices(_)) {
            attributes.push_str(" aria-invalid=\"true\"");
        }
        attributes
    }
}
