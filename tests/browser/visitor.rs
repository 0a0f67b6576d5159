//! Somebody in front of a real browser. Labels and buttons are named by the ids of their texts, so that a journey runs
//! in both languages; what is no id is taken as the text itself.
use ruqsat::language::Language;
use ruqsat::validation::{Field, Kind};
use serde_json::{Map, Value};

use crate::house::TestApp;
use crate::support::browser::{Browser, Engine, Options};

/// A person, the window before them and the language they read.
pub struct Visitor {
    pub browser: Browser,
    pub language: Language,
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
        Self { browser: Browser::open(options), language, server: format!("http://{}", app.address) }
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
        self.browser.press(&self.says(id));
    }

    /// Saves the page, which must lead somewhere else.
    #[track_caller]
    pub fn saves(&self) {
        let before = self.place();
        self.presses("save-and-continue");
        let (after, errors) = (self.place(), self.browser.errors());
        assert!(after != before && errors.is_empty(), "{before} was not saved: {errors:?}\n{}", self.browser.text());
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
        for field in fields {
            let label = format!("{prefix}-{}", field.name);
            match (&answers[field.name], field.kind) {
                (Value::String(text), _) if text.is_empty() => {}
                (Value::String(text), Kind::Date) => self.browser.fill_date(&self.says(&label), date(text)),
                (Value::String(code), Kind::YesNo) if is_agreement(&label) => {
                    assert_eq!(code, "yes", "{label}");
                    self.browser.tick(&self.says(&label));
                }
                (Value::String(code), Kind::YesNo) => self.chooses(&label, code),
                (Value::String(code), Kind::Choice(list)) => self.chooses(&label, &format!("{list}-{code}")),
                (Value::String(text), _) => self.fills(&label, text),
                (Value::Array(codes), Kind::Choices(list)) => {
                    for code in codes {
                        self.chooses(&label, &format!("{list}-{}", code.as_str().unwrap()));
                    }
                }
                (other, kind) => panic!("{label}: {other} is no {kind:?}"),
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
        self.presses("language-own-name");
        self.arrives_at(&place);
    }
}

/// Day, month and year of `2001-02-03`.
fn date(text: &str) -> (u32, u32, i32) {
    let parts: Vec<&str> = text.split('-').collect();
    (parts[2].parse().unwrap(), parts[1].parse().unwrap(), parts[0].parse().unwrap())
}

/// A statement to agree to is one box; a question has two.
fn is_agreement(label: &str) -> bool {
    ["declaration-truthful", "declaration-notices", "declaration-data_consent", "solvency-bank_may_answer"]
        .contains(&label)
}
