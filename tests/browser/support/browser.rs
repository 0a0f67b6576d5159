//! A browser for a tester: named by what a person sees, and blocking, so that a test reads like a story.
//!
//! Whatever cannot be done panics at the test's own line and says what the page showed. A test is a plain
//! `#[test]`: the browser brings its own runtime, so the server under test runs on another thread.
pub use super::driver::Engine;
use super::driver::driver;
pub use super::options::Options;
use super::xpath::{self, Match, plain};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const LONGEST_WAIT: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// One window with a profile of its own; it closes when dropped.
pub struct Browser {
    runtime: Runtime,
    client: Option<Client>,
    profile: PathBuf,
    /// Whether everything is done with the keyboard alone.
    pub keyboard: Cell<bool>,
}

impl Browser {
    /// Starts a browser.
    #[track_caller]
    pub fn open(options: Options) -> Self {
        let driver = driver(options.engine);
        let profile = driver.profile();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let capabilities = options.capabilities(&profile);
        let client = runtime.block_on(async {
            let mut connector = HttpConnector::new();
            connector.set_nodelay(true); // commands are small and many
            let mut builder = ClientBuilder::new(connector);
            builder.capabilities(capabilities.as_object().cloned().unwrap_or_default());
            builder.connect(&driver.url).await
        });
        match client {
            Ok(client) => Self { runtime, client: Some(client), profile, keyboard: Cell::new(false) },
            Err(e) => panic!("the browser did not start: {e}\n{}", driver.log()),
        }
    }

    pub(super) fn client(&self) -> &Client {
        self.client.as_ref().unwrap()
    }

    #[track_caller]
    pub(super) fn must<T>(&self, doing: &str, work: impl Future<Output = Result<T, CmdError>>) -> T {
        match self.runtime.block_on(work) {
            Ok(done) => done,
            Err(e) => self.fail(&format!("{doing}: {e}")),
        }
    }

    #[track_caller]
    pub(super) fn fail(&self, why: &str) -> ! {
        panic!("{why}\n--- at {}, which says:\n{}", self.url(), self.shown().unwrap_or_default())
    }

    /// The one element that fits: first by all its words, then by some of them.
    #[track_caller]
    pub(super) fn one(&self, what: &str, within: Option<&Element>, path: impl Fn(Match) -> String) -> Element {
        for how in [Match::Whole, Match::Within] {
            let path = path(how);
            let mut found = self.must(what, async {
                match within {
                    Some(element) => element.find_all(Locator::XPath(&path)).await,
                    None => self.client().find_all(Locator::XPath(&path)).await,
                }
            });
            if found.len() > 1 {
                // a menu may be there twice, one of them hidden
                found = self.must(what, async {
                    let mut seen = Vec::new();
                    for element in found {
                        if element.is_displayed().await? {
                            seen.push(element);
                        }
                    }
                    Ok(seen)
                });
            }
            match found.len() {
                0 => {}
                1 => return found.remove(0),
                several => self.fail(&format!("{what}: {several} of them")),
            }
        }
        self.fail(&format!("{what}: there is none"))
    }

    /// Opens an address and waits until it is there.
    #[track_caller]
    pub fn goto(&self, url: &str) {
        self.must(&format!("go to {url}"), self.client().goto(url));
    }

    /// Types into the field with this label, in place of what it held.
    #[track_caller]
    pub fn fill(&self, label: &str, value: &str) {
        let what = format!("the field “{label}”");
        let field = self.one(&what, None, |how| xpath::field(label, how));
        self.types(&what, &field, value);
    }

    /// Types a date into the three boxes under this legend.
    #[track_caller]
    pub fn fill_date(&self, legend: &str, (day, month, year): (u32, u32, i32)) {
        let what = format!("the date “{legend}”");
        let group = self.one(&what, None, |how| xpath::group(legend, how));
        let boxes = self.must(&what, group.find_all(Locator::XPath(".//input[not(@type='hidden')]")));
        if boxes.len() != 3 {
            self.fail(&format!("{what}: {} boxes where 3 should be", boxes.len()));
        }
        for (field, value) in boxes.iter().zip([day.to_string(), month.to_string(), year.to_string()]) {
            self.types(&what, field, &value);
        }
    }

    /// With the keyboard: goes there, takes what is in it, and types over it.
    #[track_caller]
    fn types(&self, what: &str, field: &Element, value: &str) {
        if !self.keyboard.get() {
            return self.must(what, type_into(field, value));
        }
        self.reach(field);
        let held = self.must(what, field.prop("value")).unwrap_or_default();
        self.keys(std::iter::once(Key::End.into()).chain(held.chars().map(|_| Key::Backspace.into())));
        self.keys(value.chars());
    }

    /// Chooses an answer: a radio button or a checkbox under the question's legend, or an option of the list
    /// that the question is the label of. What is chosen stays chosen.
    #[track_caller]
    pub fn choose(&self, question: &str, answer: &str) {
        let what = format!("the answer “{answer}” to “{question}”");
        let lists = |how| format!("{}[self::select]", xpath::field(question, how));
        let group = self.one(&what, None, |how| format!("{} | {}", xpath::group(question, how), lists(how)));
        let choice = match self.must(&what, group.tag_name()).as_str() {
            "select" => self.one(&what, Some(&group), |_| xpath::option(answer)),
            _ => self.one(&what, Some(&group), |how| xpath::field_within(answer, how)),
        };
        if !self.must(&what, choice.is_selected()) {
            if self.keyboard.get() {
                self.activate(&choice);
            } else {
                self.must(&what, async {
                    let clicked = choice.click().await;
                    if clicked.is_err() {
                        // drawn by its label, the button itself lying out of reach
                        let label = Locator::XPath(&xpath::label_within(answer, Match::Whole));
                        return group.find(label).await?.click().await;
                    }
                    clicked
                });
            }
        }
        if !self.must(&what, choice.is_selected()) {
            self.fail(&format!("{what} was clicked or reached by keys and is not chosen"));
        }
    }

    /// Gives the file to the upload field with this label.
    #[track_caller]
    pub fn upload(&self, label: &str, file: &Path) {
        let what = format!("the upload “{label}”");
        let file = file.canonicalize().unwrap_or_else(|e| panic!("{what}: {}: {e}", file.display()));
        let field = self.one(&what, None, |how| xpath::field(label, how));
        if self.keyboard.get() {
            self.reach(&field); // what opens from there is the system's own window
        }
        self.must(&what, field.send_keys(&file.to_string_lossy()));
    }

    /// Presses a button or a link that leads to a page, and waits for that page.
    #[track_caller]
    pub fn press(&self, words: &str) {
        self.leads_on(words, || self.click(words));
    }

    /// Does what leads to another page, and waits for that page.
    #[track_caller]
    pub(super) fn leads_on(&self, what: &str, doing: impl FnOnce()) {
        let before = self.page();
        doing();
        let start = Instant::now();
        while self.page().is_none_or(|now| Some(now) == before) {
            if start.elapsed() > LONGEST_WAIT {
                self.fail(&format!("“{what}” was pressed and no new page came in {LONGEST_WAIT:?}"));
            }
            self.pause();
        }
    }

    /// Presses what stays on the page: a disclosure, a script's button, a download.
    #[track_caller]
    pub fn click(&self, words: &str) {
        let what = format!("the button or link “{words}”");
        let target = self.one(&what, None, |how| xpath::pressable(words, how));
        self.activate(&target);
    }

    /// Waits until the page shows these words: for what a script brings.
    #[track_caller]
    pub fn wait_for(&self, words: &str) {
        let start = Instant::now();
        while !self.shown().is_some_and(|text| plain(&text).contains(&plain(words))) {
            if start.elapsed() > LONGEST_WAIT {
                self.fail(&format!("“{words}” did not come in {LONGEST_WAIT:?}"));
            }
            self.pause();
        }
    }

    /// Names the document: another one has another name. None while pages change.
    fn page(&self) -> Option<impl PartialEq + use<>> {
        let root = self.runtime.block_on(self.client().find(Locator::Css("html")));
        root.ok().map(|html| html.element_id())
    }

    fn url(&self) -> String {
        self.runtime.block_on(self.client().current_url()).map_or_else(|e| e.to_string(), |url| url.to_string())
    }

    pub(super) fn shown(&self) -> Option<String> {
        self.runtime.block_on(async { self.client().find(Locator::Css("body")).await?.text().await }).ok()
    }

    fn pause(&self) {
        self.runtime.block_on(async { tokio::time::sleep(BETWEEN_LOOKS).await }); // the timer wants to be made inside
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            let closing = async { tokio::time::timeout(LONGEST_WAIT, client.close()).await };
            let _ = self.runtime.block_on(closing); // what does not close ends with this process
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

async fn type_into(field: &Element, value: &str) -> Result<(), CmdError> {
    // Asking is quicker than clearing, and most boxes are empty.
    if field.prop("value").await?.is_none_or(|held| !held.is_empty()) {
        field.clear().await?;
    }
    field.send_keys(value).await
}
