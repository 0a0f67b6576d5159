//! A tester without a mouse: goes from one thing to the next with Tab, chooses with arrows and the space bar, presses
//! with Enter. What cannot be reached so, or holds the focus and does not let go, ends the test.
use super::browser::Browser;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;

/// More things than any page has.
const MOST_STOPS: usize = 400;

impl Browser {
    /// Presses keys, one after the other, wherever the focus is.
    #[track_caller]
    pub fn keys(&self, keys: impl IntoIterator<Item = char>) {
        let all = keys.into_iter().fold(KeyActions::new("keyboard".to_owned()), |all, value| {
            all.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.must("keys", self.client().perform_actions(all));
    }

    /// Goes on with Tab until the focus is on this element, or on another radio button of its group.
    #[track_caller]
    pub(super) fn reach(&self, element: &Element) {
        let group = self.must("the kind", async {
            let radio = element.attr("type").await?.as_deref() == Some("radio");
            Ok(if radio { element.attr("name").await? } else { None })
        });
        for _ in 0..MOST_STOPS {
            let here = self.must("the focus", self.client().active_element());
            if here.element_id() == element.element_id() {
                return;
            }
            if group.is_some() && self.must("the name", here.attr("name")) == group {
                return;
            }
            self.keys([Key::Tab.into()]);
        }
        let what = self.must("the element", element.html(false));
        self.fail(&format!("Tab does not reach {what}"));
    }

    /// Does with the keyboard what a click does: presses, ticks, chooses.
    #[track_caller]
    pub(super) fn activate(&self, element: &Element) {
        let what = "something to press";
        if !self.keyboard.get() {
            return self.must(what, element.click());
        }
        let (tag, kind) =
            self.must(what, async { Ok((element.tag_name().await?, element.attr("type").await?.unwrap_or_default())) });
        if tag == "option" {
            let list = self.must(what, element.find(fantoccini::Locator::XPath("./ancestor::select")));
            self.reach(&list);
            let script = "return [arguments[0].closest('select').selectedIndex, arguments[0].index]";
            let places =
                self.must(what, async { self.client().execute(script, vec![serde_json::to_value(element)?]).await });
            let (now, wanted) = (places[0].as_i64().unwrap(), places[1].as_i64().unwrap());
            let key = if wanted > now { Key::Down } else { Key::Up };
            return self.keys((now.min(wanted)..now.max(wanted)).map(|_| char::from(key)));
        }
        self.reach(element);
        match (tag.as_str(), kind.as_str()) {
            ("input", "radio") => {
                for _ in 0..MOST_STOPS {
                    let here = self.must(what, self.client().active_element());
                    if here.element_id() == element.element_id() {
                        break;
                    }
                    self.keys([Key::Down.into()]);
                }
                if !self.must(what, element.is_selected()) {
                    self.keys([' ']);
                }
            }
            ("input", "checkbox") => self.keys([' ']),
            _ => self.keys([Key::Enter.into()]),
        }
    }
}
