//! What a tester does beside filling and pressing: single boxes, all boxes, the Enter key; and what a box holds.
use super::browser::Browser;
use super::xpath;
use fantoccini::Locator;
use fantoccini::key::Key;

impl Browser {
    /// Ticks the one box with this label. What is ticked stays ticked.
    #[track_caller]
    pub fn tick(&self, label: &str) {
        let what = format!("the box “{label}”");
        let found = self.one(&what, None, |how| xpath::field(label, how));
        if !self.must(&what, found.is_selected()) {
            self.activate(&found);
        }
        if !self.must(&what, found.is_selected()) {
            self.fail(&format!("{what} was clicked and is not ticked"));
        }
    }

    /// Ticks every box under a legend, and tells how many there are.
    #[track_caller]
    pub fn tick_all(&self, legend: &str) -> usize {
        let what = format!("the boxes of “{legend}”");
        let group = self.one(&what, None, |how| xpath::group(legend, how));
        let boxes = self.must(&what, group.find_all(Locator::Css("input[type=checkbox]")));
        for one in &boxes {
            if !self.must(&what, one.is_selected()) {
                self.activate(one);
            }
        }
        boxes.len()
    }

    /// Presses the first of several links that say and do the same, and waits for that page.
    #[track_caller]
    pub fn press_first(&self, words: &str) {
        let what = format!("the links “{words}”");
        let path = xpath::pressable(words, xpath::Match::Whole);
        let found = self.must(&what, self.client().find_all(Locator::XPath(&path)));
        let first = found.first().unwrap_or_else(|| self.fail(&format!("{what}: there is none")));
        self.leads_on(words, || self.activate(first));
    }

    /// Presses the Enter key in the box with this label, and waits for the page that comes.
    #[track_caller]
    pub fn press_enter(&self, label: &str) {
        let what = format!("Enter in “{label}”");
        let field = self.one(&what, None, |how| xpath::field(label, how));
        self.leads_on(&what, || self.must(&what, field.send_keys(&char::from(Key::Enter).to_string())));
    }

    /// What the box with this label holds.
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        let what = format!("the field “{label}”");
        let field = self.one(&what, None, |how| xpath::field(label, how));
        self.must(&what, field.prop("value")).unwrap_or_default()
    }

    /// How wide the page's content is, in CSS pixels: wider than the window means scrolling sideways.
    #[track_caller]
    pub fn content_width(&self) -> u64 {
        let script = "return document.documentElement.scrollWidth";
        self.must("the page's width", self.client().execute(script, Vec::new())).as_u64().unwrap()
    }
}
