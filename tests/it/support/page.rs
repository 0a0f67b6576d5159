//! A page as a person without JavaScript has it before them: its text, its boxes found by their labels, its buttons.

use super::html::Tree;
use super::http::{Attached, Response};

/// A page with what was put into its boxes.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Path and query.
    pub address: String,
    /// Status.
    pub status: u16,
    /// What came.
    pub response: Response,
    /// Its elements.
    pub tree: Tree,
    /// Its boxes, in order.
    pub boxes: Vec<Control>,
}

/// One box of a form.
#[derive(Debug, Clone, Default)]
pub struct Control {
    /// The element.
    pub node: usize,
    /// Name under which it is sent.
    pub name: String,
    /// `text`, `hidden`, `checkbox`, `radio`, `select`, `file` …
    pub kind: String,
    /// What is in it.
    pub value: String,
    /// Whether a checkbox or radio is on.
    pub on: bool,
    /// Files that were chosen: name and content.
    pub files: Vec<(String, Vec<u8>)>,
    /// The form it belongs to.
    pub form: Option<usize>,
}

/// What pressing a button sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// Where to, as the form says it.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// Whether files travel along.
    pub multipart: bool,
    /// Fields in the order of the page.
    pub fields: Vec<(String, String)>,
    /// Files.
    pub files: Vec<Attached>,
}

impl Page {
    /// Reads an answer.
    pub fn read(address: &str, response: Response) -> Self {
        let html = response.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        let tree = if html { Tree::read(&response.text()) } else { Tree::default() };
        let boxes = tree
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| matches!(node.name.as_str(), "input" | "select" | "textarea"))
            .map(|(node, _)| Control::read(&tree, node))
            .collect();
        Self { address: address.to_owned(), status: response.status, response, tree, boxes }
    }

    /// Everything that is to be read on it.
    pub fn text(&self) -> String {
        if self.tree.nodes.is_empty() { self.response.text() } else { self.tree.text(0) }
    }

    /// The text of its heading.
    pub fn heading(&self) -> String {
        self.tree.all("h1").map(|id| self.tree.text(id)).collect::<Vec<_>>().join(" | ")
    }

    /// Boxes under a label, or in a group under a legend.
    pub fn labelled(&self, label: &str) -> Vec<usize> {
        let tree = &self.tree;
        let mut nodes = Vec::new();
        for legend in tree.all("legend").filter(|id| tree.text(*id) == label) {
            nodes.extend(tree.around(legend, "fieldset").map(|group| tree.inside(group)).unwrap_or_default());
        }
        for one in tree.all("label").filter(|id| tree.text(*id) == label) {
            nodes.extend(tree.inside(one));
            let target = tree.attribute(one, "for");
            nodes.extend((0..tree.nodes.len()).filter(|id| target.is_some() && tree.attribute(*id, "id") == target));
        }
        (0..self.boxes.len()).filter(|at| nodes.contains(&self.boxes[*at].node)).collect()
    }

    /// What is read out with a box besides its label.
    pub fn described(&self, id: &str) -> String {
        let tree = &self.tree;
        let by_id = |wanted: &str| (0..tree.nodes.len()).find(|at| tree.attribute(*at, "id") == Some(wanted));
        let node = by_id(id).unwrap_or_else(|| panic!("no {id} on {}", self.told()));
        let ids = tree.attribute(node, "aria-describedby").unwrap_or_default().to_owned();
        ids.split(' ').filter_map(by_id).map(|at| tree.text(at)).collect::<Vec<_>>().join(" ")
    }

    /// The text of the label that a radio or checkbox stands in, or that points at it; what explains the choice is no part of it.
    pub fn label_of(&self, at: usize) -> String {
        let tree = &self.tree;
        let node = self.boxes[at].node;
        let own = tree.around(node, "label");
        let id = tree.attribute(node, "id");
        let other = || tree.all("label").find(|label| id.is_some() && tree.attribute(*label, "for") == id);
        own.or_else(other).map(|label| tree.text_without(label, "hint")).unwrap_or_default()
    }

    /// Buttons with this text.
    pub fn buttons(&self, text: &str) -> Vec<usize> {
        let tree = &self.tree;
        let inputs = tree
            .all("input")
            .filter(|id| tree.attribute(*id, "type") == Some("submit") && tree.attribute(*id, "value") == Some(text));
        tree.all("button").filter(|id| tree.text(*id) == text).chain(inputs).collect()
    }

    /// The first button of the form that goes to an address ending so.
    pub fn button_to(&self, action: &str) -> Option<usize> {
        self.tree.all("button").find(|id| {
            let goes = self.tree.attribute(*id, "formaction").map(str::to_owned);
            let goes = goes.or_else(|| Some(self.tree.attribute(self.form_of(*id)?, "action")?.to_owned()));
            goes.is_some_and(|goes| goes.ends_with(action))
        })
    }

    fn form_of(&self, node: usize) -> Option<usize> {
        form_of(&self.tree, node)
    }

    /// What a browser sends when the button is pressed.
    pub fn pressed(&self, button: usize) -> Sent {
        let tree = &self.tree;
        let form = self.form_of(button).expect("a button in a form");
        let said = |own: &str, of_form: &str, usual: &str| {
            tree.attribute(button, own).or_else(|| tree.attribute(form, of_form)).unwrap_or(usual).to_owned()
        };
        let mut sent = Sent {
            action: said("formaction", "action", &self.address),
            method: said("formmethod", "method", "get").to_lowercase(),
            multipart: said("formenctype", "enctype", "").starts_with("multipart/"),
            fields: Vec::new(),
            files: Vec::new(),
        };
        for one in self.boxes.iter().filter(|one| one.form == Some(form) && !one.name.is_empty()) {
            match one.kind.as_str() {
                "checkbox" | "radio" if !one.on => {}
                "submit" | "button" | "reset" => {}
                // A browser sends a file box without a file as one without name and content.
                "file" if one.files.is_empty() => {
                    sent.files.push((one.name.clone(), String::new(), Vec::new()));
                }
                "file" => {
                    let files = one.files.iter().cloned();
                    sent.files.extend(files.map(|(name, content)| (one.name.clone(), name, content)));
                }
                _ => sent.fields.push((one.name.clone(), one.value.clone())),
            }
        }
        if let Some(name) = tree.attribute(button, "name") {
            sent.fields.push((name.to_owned(), tree.attribute(button, "value").unwrap_or_default().to_owned()));
        }
        sent
    }

    /// Forms with boxes whose answers are checked: those that ask the browser not to. A form without boxes only confirms.
    pub fn checked_forms(&self) -> Vec<usize> {
        let tree = &self.tree;
        let posts = |form: &usize| tree.attribute(*form, "method") == Some("post");
        let has_boxes = |form: &usize| self.boxes.iter().any(|one| one.form == Some(*form) && one.kind != "hidden");
        let checked = |form: &usize| tree.attribute(*form, "novalidate").is_some();
        tree.all("form").filter(|form| posts(form) && checked(form) && has_boxes(form)).collect()
    }

    /// What a browser sends when the form's first button is pressed and nothing stands in its boxes; nothing when it
    /// has no button.
    pub fn emptied(&self, form: usize) -> Option<Sent> {
        let mut page = self.clone();
        for one in page.boxes.iter_mut().filter(|one| one.form == Some(form)) {
            one.on = false;
            if !matches!(one.kind.as_str(), "hidden" | "checkbox" | "radio" | "select") {
                one.value.clear();
            }
        }
        let first = page.tree.all("button").find(|button| {
            page.form_of(*button) == Some(form) && page.tree.attribute(*button, "type") != Some("button")
        });
        first.map(|button| page.pressed(button))
    }

    /// What is wrong according to the page: the lines of its summary of errors.
    pub fn complaints(&self) -> Vec<String> {
        let tree = &self.tree;
        let summaries = (0..tree.nodes.len()).filter(|id| tree.attribute(*id, "class") == Some("error-summary"));
        summaries
            .flat_map(|id| tree.inside(id))
            .filter(|id| tree.nodes[*id].name == "li")
            .map(|id| tree.text(id))
            .collect()
    }

    /// For messages of failed tests.
    pub fn told(&self) -> String {
        format!("{} ({}) «{}» {:?}", self.address, self.status, self.heading(), self.complaints())
    }
}

impl Control {
    fn read(tree: &Tree, node: usize) -> Self {
        let attribute = |name: &str| tree.attribute(node, name).map(str::to_owned);
        let element = tree.nodes[node].name.as_str();
        let (kind, value) = match element {
            "select" => {
                let options: Vec<usize> =
                    tree.inside(node).into_iter().filter(|id| tree.nodes[*id].name == "option").collect();
                let chosen = options.iter().find(|id| tree.attribute(**id, "selected").is_some());
                let chosen = chosen.or_else(|| options.first());
                let value = chosen.and_then(|id| tree.attribute(*id, "value")).unwrap_or_default();
                ("select".to_owned(), value.to_owned())
            }
            "textarea" => ("textarea".to_owned(), tree.raw_text(node)),
            _ => {
                let kind = attribute("type").unwrap_or_else(|| "text".to_owned());
                let usual = if matches!(kind.as_str(), "checkbox" | "radio") { "on" } else { "" };
                (kind, attribute("value").unwrap_or_else(|| usual.to_owned()))
            }
        };
        Self {
            node,
            name: attribute("name").unwrap_or_default(),
            kind,
            value,
            on: tree.attribute(node, "checked").is_some(),
            files: Vec::new(),
            form: form_of(tree, node),
        }
    }
}

/// The form of a box or button: the one it names, or the one around it.
fn form_of(tree: &Tree, node: usize) -> Option<usize> {
    match tree.attribute(node, "form") {
        Some(named) => tree.all("form").find(|form| tree.attribute(*form, "id") == Some(named)),
        None => tree.around(node, "form"),
    }
}
