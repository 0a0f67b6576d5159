//! A small reader of HTML: enough for pages that close what they open, and it says when they do not.

/// An element, or a piece of text (then `name` is empty).
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Name of the element.
    pub name: String,
    /// Its attributes, with entities read.
    pub attributes: Vec<(String, String)>,
    /// Text of a piece of text.
    pub text: String,
    /// The element around it.
    pub parent: usize,
    /// What is in it.
    pub children: Vec<usize>,
}

/// A page as a tree; node 0 is the page itself.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// All nodes in the order in which they begin.
    pub nodes: Vec<Node>,
    /// What is not closed, or closed without having been opened.
    pub faults: Vec<String>,
}

const VOID: [&str; 12] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

impl Tree {
    /// Reads a page.
    pub fn read(page: &str) -> Self {
        let mut tree = Self { nodes: vec![Node::default()], faults: Vec::new() };
        let (mut rest, mut open) = (page, 0);
        while let Some(at) = rest.find('<') {
            tree.push_text(open, &rest[..at]);
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            } else if rest.starts_with("<!") {
                rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            } else if let Some(after) = rest.strip_prefix("</") {
                let end = after.find('>').unwrap_or(after.len());
                open = tree.close(open, after[..end].trim());
                rest = after.get(end + 1..).unwrap_or_default();
            } else {
                let (node, after) = element(&rest[1..]);
                let (name, parent) = (node.name.clone(), open);
                let id = tree.push(Node { parent, ..node });
                rest = after;
                if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
                    // Nothing inside is markup; a first line break of a textarea is not part of it.
                    let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
                    let inner = if name == "textarea" { rest[..end].trim_start_matches('\n') } else { &rest[..end] };
                    tree.push_text(id, inner);
                    rest = rest[end..].find('>').map_or("", |close| &rest[end + close + 1..]);
                } else if !VOID.contains(&name.as_str()) {
                    open = id;
                }
            }
        }
        tree.push_text(open, rest);
        if open != 0 {
            let name = tree.nodes[open].name.clone();
            tree.faults.push(format!("<{name}> is not closed"));
        }
        tree
    }

    #[allow(dead_code, reason = "asked by those who look with a browser")]
    /// How the page is built, whatever its words: elements with their attributes, and of what repeats one.
    pub fn skeleton(&self) -> String {
        self.bones(0)
    }
    fn bones(&self, id: usize) -> String {
        const TELLING: [&str; 5] = ["class", "role", "type", "autocomplete", "aria-current"];
        let node = &self.nodes[id];
        let attributes = node.attributes.iter().map(|(name, value)| match TELLING.contains(&name.as_str()) {
            true => format!(" {name}={value}"),
            false => format!(" {name}"),
        });
        let head = format!("{}{}", node.name, attributes.collect::<String>());
        let inner: std::collections::BTreeSet<String> =
            node.children.iter().filter(|id| !self.nodes[**id].name.is_empty()).map(|id| self.bones(*id)).collect();
        format!("<{head}>{}", inner.into_iter().collect::<String>())
    }
    fn push(&mut self, node: Node) -> usize {
        let (id, parent) = (self.nodes.len(), node.parent);
        self.nodes.push(node);
        self.nodes[parent].children.push(id);
        id
    }

    fn push_text(&mut self, parent: usize, text: &str) {
        if !text.is_empty() {
            self.push(Node { text: unescape(text), parent, ..Node::default() });
        }
    }

    fn close(&mut self, open: usize, name: &str) -> usize {
        let mut at = open;
        while at != 0 && self.nodes[at].name != name {
            at = self.nodes[at].parent;
        }
        if at == 0 {
            self.faults.push(format!("</{name}> closes nothing"));
            return open;
        }
        if at != open {
            self.faults.push(format!("<{}> is not closed before </{name}>", self.nodes[open].name));
        }
        self.nodes[at].parent
    }

    /// The value of an attribute.
    pub fn attribute(&self, id: usize, name: &str) -> Option<&str> {
        self.nodes[id].attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    /// Every element of a name, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.name == name).map(|(id, _)| id)
    }
    /// The elements inside another, itself left out.
    pub fn inside(&self, id: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for child in &self.nodes[id].children {
            found.push(*child);
            found.extend(self.inside(*child));
        }
        found
    }
    /// The nearest element of a name around another.
    pub fn around(&self, id: usize, name: &str) -> Option<usize> {
        let mut at = self.nodes[id].parent;
        while at != 0 && self.nodes[at].name != name {
            at = self.nodes[at].parent;
        }
        (at != 0).then_some(at)
    }
    /// What a person reads in an element, its spaces made one.
    pub fn text(&self, id: usize) -> String {
        self.text_without(id, "")
    }
    /// The same without what has a class.
    pub fn text_without(&self, id: usize, class: &str) -> String {
        let mut text = String::new();
        self.gather(id, class, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
    fn gather(&self, id: usize, without: &str, text: &mut String) {
        const NOT_READ: [&str; 6] = ["script", "style", "select", "textarea", "title", "head"];
        let node = &self.nodes[id];
        text.push_str(&node.text);
        for child in &node.children {
            let name = self.nodes[*child].name.as_str();
            let left_out = !without.is_empty() && self.attribute(*child, "class") == Some(without);
            if left_out || NOT_READ.contains(&name) {
                continue;
            }
            let inline = matches!(name, "" | "a" | "strong" | "em" | "span" | "b" | "code" | "abbr" | "time");
            let gap = if inline { "" } else { " " };
            text.push_str(gap);
            self.gather(*child, without, text);
            text.push_str(gap);
        }
    }
    /// The text of an element that is not read aloud as part of a page: a textarea, a title.
    pub fn raw_text(&self, id: usize) -> String {
        self.nodes[id].children.iter().map(|child| self.nodes[*child].text.as_str()).collect()
    }
}

/// Reads `name attribute="value" …>`; gives what follows.
fn element(text: &str) -> (Node, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(text.len());
    let mut node = Node { name: text[..end].to_ascii_lowercase(), ..Node::default() };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (node, after);
        }
        if rest.is_empty() {
            return (node, "");
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|c| *c == '"' || *c == '\'');
            let (inner, close) = match quote {
                Some(quote) => (&after[1..], after[1..].find(quote).map(|end| (end, end + 1))),
                None => (after, after.find(|c: char| c.is_whitespace() || c == '>').map(|end| (end, end))),
            };
            let (end, next) = close.unwrap_or((inner.len(), inner.len()));
            value = unescape(&inner[..end]);
            rest = &inner[next..];
        }
        node.attributes.push((name, value));
    }
}

/// Reads the entities that askama writes, and a few that templates have.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let read = end.and_then(|end| {
            let name = &rest[1..end];
            let code = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
            let code = code.or_else(|| name.strip_prefix('#').map(str::parse));
            let sign = match (name, code) {
                (_, Some(code)) => char::from_u32(code.ok()?)?,
                ("amp", _) => '&',
                ("lt", _) => '<',
                ("gt", _) => '>',
                ("quot", _) => '"',
                ("nbsp", _) => '\u{A0}',
                ("middot", _) => '·',
                _ => return None,
            };
            Some((sign, end + 1))
        });
        let (sign, next) = read.unwrap_or(('&', 1));
        plain.push(sign);
        rest = &rest[next..];
    }
    plain + rest
}

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    let tree = Tree::read(
        "<!doctype html><p class=\"a b\">A &lt;b&gt; <strong>c</strong>d<br>e</p><input name=x disabled value=\"1 &#34;\">\
         <textarea>\n<b>&amp;</textarea><!-- <i> -->",
    );
    assert!(tree.faults.is_empty(), "{:?}", tree.faults);
    assert_eq!(tree.text(0), "A <b> cd e");
    let input = tree.all("input").next().unwrap();
    assert_eq!((tree.attribute(input, "value"), tree.attribute(input, "disabled")), (Some("1 \""), Some("")));
    assert_eq!(tree.raw_text(tree.all("textarea").next().unwrap()), "<b>&");
    assert_eq!(Tree::read("<p><b></p>").faults.len(), 1);
}
