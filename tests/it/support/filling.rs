//! How people fill in forms: by labels, as they read them.

use ruqsat::application::steps::{Record, Step};
use ruqsat::validation::{Field, Kind};
use serde_json::Value;

use super::page::Control;
use super::person::Person;

/// Questions of the first page that are not put to everybody.
const VOID: [&str; 4] =
    ["stateless_without_papers", "arrived_with_parent", "representative_resident", "other_parent_abroad"];

/// Box by box.
impl Person {
    /// Fills a box. A date may be written `2001-02-03` or, right or wrong, `31.02.2020`.
    pub fn fills(&mut self, label: &str, value: &str) -> &mut Self {
        let found = self.boxes_of(label);
        let named = |end: &str| found.iter().copied().find(|at| self.page.boxes[*at].name.ends_with(end));
        if let (Some(day), Some(month), Some(year)) = (named("-day"), named("-month"), named("-year")) {
            let parts: Vec<&str> = value.split(['-', '.']).collect();
            let parts = if value.contains('-') { vec![parts[2], parts[1], parts[0]] } else { parts };
            for (at, part) in [day, month, year].into_iter().zip(parts) {
                self.page.boxes[at].value = part.to_owned();
            }
            return self;
        }
        assert_eq!(found.len(), 1, "boxes «{label}» on {}", self.page.told());
        self.page.boxes[found[0]].value = value.to_owned();
        self
    }
    /// Chooses one of a list or one of several buttons.
    pub fn chooses(&mut self, label: &str, option: &str) -> &mut Self {
        let (found, option) = (self.boxes_of(label), self.says(option));
        if let [only] = found[..]
            && self.page.boxes[only].kind == "select"
        {
            let tree = &self.page.tree;
            let options = tree.inside(self.page.boxes[only].node);
            let chosen = options.into_iter().find(|id| tree.raw_text(*id).trim() == option);
            let chosen = chosen.unwrap_or_else(|| panic!("no «{option}» under «{label}» on {}", self.page.told()));
            self.page.boxes[only].value = tree.attribute(chosen, "value").unwrap_or_default().to_owned();
            return self;
        }
        let chosen = found.iter().copied().find(|at| self.page.label_of(*at) == option);
        let chosen = chosen.unwrap_or_else(|| panic!("no «{option}» under «{label}» on {}", self.page.told()));
        let name = self.page.boxes[chosen].name.clone();
        for at in found {
            let one = &mut self.page.boxes[at];
            if one.name == name {
                one.on = at == chosen || (one.on && one.kind != "radio");
            }
        }
        self
    }
    /// Chooses of a list what holds this text.
    pub fn chooses_holding(&mut self, label: &str, part: &str) -> &mut Self {
        let tree = &self.page.tree;
        let mut options = self.boxes_of(label).into_iter().flat_map(|at| tree.inside(self.page.boxes[at].node));
        let found = options.find(|id| tree.nodes[*id].name == "option" && tree.raw_text(*id).contains(part));
        let found = found.unwrap_or_else(|| panic!("no «{part}» under «{label}» on {}", self.page.told()));
        let value = tree.attribute(found, "value").unwrap_or_default().to_owned();
        self.fills(label, &value)
    }
    /// Ticks a box by its own label.
    pub fn ticks(&mut self, label: &str) -> &mut Self {
        for at in self.boxes_of(label) {
            self.page.boxes[at].on = true;
        }
        self
    }
    /// Takes a tick away.
    pub fn unticks(&mut self, label: &str) -> &mut Self {
        for at in self.boxes_of(label) {
            self.page.boxes[at].on = false;
        }
        self
    }
    /// Ticks every box of a name: the originals on the counter, for one.
    pub fn ticks_all(&mut self, name: &str) -> &mut Self {
        self.ticks_those(|one| one.name == name)
    }
    /// Ticks the box of a name and a value.
    pub fn ticks_value(&mut self, name: &str, value: &str) -> &mut Self {
        self.ticks_those(|one| one.name == name && one.value == value)
    }
    fn ticks_those(&mut self, wanted: impl Fn(&Control) -> bool) -> &mut Self {
        let told = self.page.told();
        let boxes = self.page.boxes.iter_mut().filter(|one| matches!(one.kind.as_str(), "checkbox" | "radio"));
        let mut found = boxes.filter(|one| wanted(one)).peekable();
        assert!(found.peek().is_some(), "no such box on {told}");
        found.for_each(|one| one.on = true);
        self
    }
    /// Adds a file to a file box.
    pub fn attaches(&mut self, label: &str, name: &str, content: &[u8]) -> &mut Self {
        for at in self.boxes_of(label) {
            self.page.boxes[at].files.push((name.to_owned(), content.to_vec()));
        }
        self
    }
    /// Puts a value into a box by its name: for what a person cannot do and a program can.
    pub fn puts(&mut self, name: &str, value: &str) -> &mut Self {
        let told = self.page.told();
        let mut found = self.page.boxes.iter_mut().filter(|one| one.name == name).peekable();
        assert!(found.peek().is_some(), "no box named {name} on {told}");
        found.for_each(|one| one.value = value.to_owned());
        self
    }
    /// Chooses one of several buttons by name and value: where many groups have the same label.
    pub fn puts_on(&mut self, name: &str, value: &str) -> &mut Self {
        let told = self.page.told();
        let mut found = self.page.boxes.iter_mut().filter(|one| one.name == name && one.kind == "radio").peekable();
        assert!(found.peek().is_some(), "no button named {name} on {told}");
        found.for_each(|one| one.on = one.value == value);
        self
    }
    /// Writes a date, `2026-06-01`, into the three boxes of a name.
    pub fn puts_day(&mut self, name: &str, date: &str) -> &mut Self {
        let parts: Vec<&str> = date.split('-').collect();
        for (part, value) in ["year", "month", "day"].into_iter().zip(parts) {
            self.puts(&format!("{name}-{part}"), value);
        }
        self
    }
    fn has_no_box(&self, label: &str) -> bool {
        self.page.labelled(&self.says(label)).is_empty()
    }
    /// Boxes under a label; there must be some.
    pub fn boxes_of(&self, label: &str) -> Vec<usize> {
        let text = self.says(label);
        let found = self.page.labelled(&text);
        assert!(!found.is_empty(), "no box «{text}» ({label}) on {}", self.page.told());
        found
    }
}

/// Typed answers, as a step declares them.
impl Person {
    /// Fills the page of a step with typed answers; boxes that the page has not are left alone.
    pub fn answers<S: Step>(&mut self, answers: &S) -> &mut Self {
        self.fills_all(S::NAME.code(), S::FIELDS, &serde_json::to_value(answers).unwrap())
    }
    /// Fills the page of a record.
    pub fn tells<R: Record>(&mut self, record: &R) -> &mut Self {
        self.fills_all(R::LIST.code(), R::FIELDS, &serde_json::to_value(record).unwrap())
    }
    /// Fills the boxes of questions with what they hold.
    pub fn fills_all(&mut self, prefix: &str, fields: &[Field], values: &Value) -> &mut Self {
        for field in fields {
            let label = format!("{prefix}-{}", field.name);
            match (&values[field.name], field.kind) {
                (Value::String(text), _) if text.is_empty() => {}
                (Value::String(code), Kind::Choice(list)) => {
                    self.chooses(&label, &format!("{list}-{code}"));
                }
                // Put only to those whom they concern, as far as it is known.
                (Value::String(_), Kind::YesNo) if VOID.contains(&field.name) && self.has_no_box(&label) => {}
                // A statement to agree to is one box; a question has two.
                (Value::String(code), Kind::YesNo) if self.boxes_of(&label).len() == 1 => {
                    if code == "yes" {
                        self.ticks(&label)
                    } else {
                        self.unticks(&label)
                    };
                }
                (Value::String(code), Kind::YesNo) => {
                    self.chooses(&label, code);
                }
                (Value::String(text), _) => {
                    self.fills(&label, text);
                }
                // The only one there is to choose is printed.
                (Value::Array(codes), Kind::Choices(list)) if self.has_no_box(&label) => {
                    for code in codes {
                        self.sees(&format!("{list}-{}", code.as_str().unwrap()));
                    }
                }
                (Value::Array(codes), Kind::Choices(list)) => {
                    self.unticks(&label);
                    for code in codes {
                        self.chooses(&label, &format!("{list}-{}", code.as_str().unwrap()));
                    }
                }
                (other, kind) => panic!("{label}: {other} is no {kind:?}"),
            }
        }
        self
    }
}
