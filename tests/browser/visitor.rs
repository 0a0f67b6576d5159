//! Somebody in front of a real browser. Labels and buttons are named by the ids of their texts, so that a journey runs
//! in both languages; what is no id is taken as the text itself.
use std::cell::Cell;

use ruqsat::language::Language;
use ruqsat::validation::{Field, Kind};
use serde_json::{Map, Value, json};

use crate::house::TestApp;
use crate::support::browser::{Browser, Engine, Options};

/// A person, the window before them and the language they read.
pub struct Visitor {
    pub browser: Browser,
    pub language: Language,
    /// Pages that they were led to by pressing something.
    pub pages: Cell<u32>,
    /// Boxes that they filled, answers and files that they chose.
    pub filled: Cell<u32>,
    /// Signs that they typed.
    pub signs: Cell<u32>,
    /// Whether they read each page to its end.
    pub reads: Cell<bool>,
    /// Whether their papers are a page without a picture: over a slow line the journey is tried, not the line.
    pub light: Cell<bool>,
    /// Words of the pages that they were led to.
    pub words: Cell<u32>,
    server: String,
}

impl Visitor {
    /// In front of a fresh browser of that width.
    pub fn new(app: &TestApp, language: Language, width: u32, javascript: bool) -> Self {
        Self::using(Engine::Chromium, app, language, width, javascript)
    }

    /// The same in front of another browser.
    pub fn using(engine: Engine, app: &TestApp, language: Language, width: u32, javascript: bool) -> Self {
        let options = Options { engine, javascript, width, height: 800, language: language.code() };
        Self::with(options, app, language)
    }

    /// The same with a browser of one's own making.
    pub fn with(options: Options, app: &TestApp, language: Language) -> Self {
        let server = format!("http://{}", app.address);
        let none = || Cell::new(0);
        Self {
            browser: Browser::open(options),
            language,
            pages: none(),
            filled: none(),
            signs: none(),
            reads: Cell::new(false),
            light: Cell::new(false),
            words: none(),
            server,
        }
    }

    /// The words of an id in their language, or the text itself.
    pub fn says(&self, id: &str) -> String {
        self.language.find(id, None).unwrap_or_else(|| id.to_owned())
    }

    /// Types an address of the site, without its language.
    #[track_caller]
    pub fn opens(&self, page: &str) {
        self.browser.goto(&format!("{}/{}{page}", self.server, self.language));
    }

    /// Types the address of the site, nothing more.
    #[track_caller]
    pub fn opens_the_site(&self) {
        self.browser.goto(&self.server);
    }

    /// Where they are, without the language, which must be theirs.
    #[track_caller]
    pub fn place(&self) -> String {
        let path = self.browser.current_path();
        let own = path.strip_prefix(&format!("/{}", self.language));
        own.unwrap_or_else(|| panic!("{path} is not in {}", self.language)).to_owned()
    }

    /// Must be at this page.
    #[track_caller]
    pub fn arrives_at(&self, page: &str) {
        let place = self.place();
        assert_eq!(place, page, "{:?}\n{}", self.browser.errors(), self.browser.text());
    }

    /// Presses a button or a link that leads to a page.
    #[track_caller]
    pub fn presses(&self, id: &str) {
        self.pages.set(self.pages.get() + 1);
        self.browser.press(&self.says(id));
        if self.reads.get() {
            let words: u32 = self.browser.asks(WORDS)[0].parse().unwrap();
            self.words.set(self.words.get() + words);
        }
    }

    /// Saves the page, which must lead somewhere else.
    #[track_caller]
    pub fn saves(&self) {
        self.leaves_by("save-and-continue");
    }

    /// Leaves a page on which there is nothing to save.
    #[track_caller]
    pub fn goes_on(&self) {
        self.leaves_by("go-on");
    }

    #[track_caller]
    fn leaves_by(&self, button: &str) {
        let before = self.place();
        self.presses(button);
        let (after, errors) = (self.place(), self.browser.errors());
        assert!(after != before && errors.is_empty(), "{before} was not saved: {errors:?}\n{}", self.browser.text());
    }

    /// The line breaks, or is there again.
    #[track_caller]
    pub fn is_offline(&self, offline: bool) {
        let line = json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.browser.does("Network.enable", &json!({}));
        self.browser.does("Network.emulateNetworkConditions", &line);
    }

    /// Must read this on the page.
    #[track_caller]
    pub fn sees(&self, id: &str) {
        let words = self.says(id);
        let (browser, place) = (&self.browser, self.browser.current_path());
        assert!(browser.has(&words), "“{words}” ({id}) is not on {place}, which says:\n{}", browser.text());
    }

    /// Types into a box.
    #[track_caller]
    pub fn fills(&self, label: &str, value: &str) {
        self.browser.fill(&self.says(label), value);
    }

    /// Chooses an answer.
    #[track_caller]
    pub fn chooses(&self, question: &str, answer: &str) {
        self.browser.choose(&self.says(question), &self.says(answer));
    }

    /// Fills the boxes of questions with stored answers; what is blank stays so.
    #[track_caller]
    pub fn fills_in(&self, prefix: &str, fields: &[Field], answers: &Map<String, Value>) {
        for one in entries(prefix, fields, answers) {
            self.filled.set(self.filled.get() + 1);
            if let Entry::Text(_, text) | Entry::Date(_, text) = &one {
                self.signs.set(self.signs.get() + u32::try_from(text.chars().count()).unwrap());
            }
            match one {
                Entry::Text(label, text) => self.fills(&label, &text),
                Entry::Date(label, text) => self.browser.fill_date(&self.says(&label), date(&text)),
                Entry::Choice(label, answer) => self.chooses(&label, &answer),
                Entry::Agreement(label) => self.browser.tick(&self.says(&label)),
            }
        }
    }

    /// Switches the page to the other language, with all that was typed.
    #[track_caller]
    pub fn switches(&mut self) {
        let place = self.place();
        self.language = match self.language {
            Language::Ru => Language::Kk,
            _ => Language::Ru,
        };
        self.browser.press(&self.says("language-own-name"));
        self.arrives_at(&place);
    }
}

/// How many words the page says by itself: neither in lists that open, nor behind clicks.
const WORDS: &str = "
    const main = document.querySelector('main').cloneNode(true);
    main.querySelectorAll('select, details, .visually-hidden, [hidden]').forEach(one => one.remove());
    return [String(main.textContent.trim().split(/\\s+/).length)];";

/// What somebody enters on a page: the id of a label, and what belongs there.
#[derive(Debug, Clone)]
pub enum Entry {
    /// Words into a box.
    Text(String, String),
    /// A date, as `2001-02-03`.
    Date(String, String),
    /// The id of an answer that is chosen.
    Choice(String, String),
    /// A statement that is agreed to.
    Agreement(String),
}

/// What has to be entered so that questions have these answers; what is blank is left out.
#[track_caller]
pub fn entries(prefix: &str, fields: &[Field], answers: &Map<String, Value>) -> Vec<Entry> {
    let mut all = Vec::new();
    for field in fields {
        let label = format!("{prefix}-{}", field.name);
        match (&answers[field.name], field.kind) {
            (Value::String(text), _) if text.is_empty() => {}
            (Value::String(text), Kind::Date) => all.push(Entry::Date(label, text.clone())),
            (Value::String(code), Kind::YesNo) if is_agreement(&label) => {
                assert_eq!(code, "yes", "{label}");
                all.push(Entry::Agreement(label));
            }
            (Value::String(code), Kind::YesNo) => all.push(Entry::Choice(label, code.clone())),
            (Value::String(code), Kind::Choice(list)) => all.push(Entry::Choice(label, format!("{list}-{code}"))),
            (Value::String(text), _) => all.push(Entry::Text(label, text.clone())),
            (Value::Array(codes), Kind::Choices(list)) => all.extend(
                codes.iter().map(|code| Entry::Choice(label.clone(), format!("{list}-{}", code.as_str().unwrap()))),
            ),
            (other, kind) => panic!("{label}: {other} is no {kind:?}"),
        }
    }
    all
}

/// Day, month and year of `2001-02-03`.
pub fn date(text: &str) -> (u32, u32, i32) {
    let parts: Vec<&str> = text.split('-').collect();
    (parts[2].parse().unwrap(), parts[1].parse().unwrap(), parts[0].parse().unwrap())
}

/// A statement to agree to is one box; a question has two.
fn is_agreement(label: &str) -> bool {
    ["declaration-truthful", "declaration-notices", "declaration-data_consent", "solvency-bank_may_answer"]
        .contains(&label)
}
