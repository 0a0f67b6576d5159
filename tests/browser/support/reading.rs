//! What a tester reads off the page.
use super::browser::Browser;
use super::xpath::plain;
use fantoccini::Locator;
use std::path::Path;

impl Browser {
    /// All that the page shows.
    #[track_caller]
    pub fn text(&self) -> String {
        self.must("the page's text", async { self.client().find(Locator::Css("body")).await?.text().await })
    }

    /// Whether the page shows these words; spaces of all kinds are one space.
    #[track_caller]
    pub fn has(&self, words: &str) -> bool {
        plain(&self.text()).contains(&plain(words))
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.must("the title", self.client().title())
    }

    /// The path of the page's address.
    #[track_caller]
    pub fn current_path(&self) -> String {
        self.must("the address", self.client().current_url()).path().to_owned()
    }

    /// The list of what is wrong, at the top of a refused form.
    #[track_caller]
    pub fn errors(&self) -> Vec<String> {
        self.must("the list of errors", async {
            let mut texts = Vec::new();
            for item in self.client().find_all(Locator::Css(".error-summary li")).await? {
                texts.push(plain(&item.text().await?));
            }
            Ok(texts)
        })
    }

    /// Keeps a picture of the window as PNG.
    #[track_caller]
    pub fn screenshot(&self, path: impl AsRef<Path>) {
        let path = path.as_ref();
        let png = self.must("a screenshot", self.client().screenshot());
        let kept = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, png));
        kept.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }
}
