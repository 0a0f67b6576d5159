//! The pictures of the README: `make screenshots` takes them anew from an invented office.
use ruqsat::language::Language;

use crate::house::gallery::Gallery;
use crate::support::browser::{Browser, Options};

/// Name, route, state, and the size of the window.
const SCREENS: [(&str, &str, &str, (u32, u32)); 4] = [
    ("tasks", "/{lang}/apply", "filled", (360, 740)),
    ("passport", "/{lang}/apply/{step}", "filled", (360, 740)),
    ("track", "/{lang}/track", "accepted", (360, 740)),
    ("case", "/{lang}/desk/cases/{case}", "accepted", (1280, 740)),
];

#[test]
#[ignore = "makes pictures instead of checking them: make screenshots"]
fn screenshots() {
    let gallery = Gallery::open();
    let office = format!("http://{}", gallery.app.address);
    for language in Language::OFFICE {
        let pages = gallery.pages(language);
        for (name, route, state, (width, height)) in SCREENS {
            let shows = |address: &str| route != "/{lang}/apply/{step}" || address.ends_with(name);
            let page = pages
                .iter()
                .find(|page| page.route == route && page.state == state && page.done.is_none() && shows(&page.address));
            let page = page.unwrap_or_else(|| panic!("no {name} in {language}"));
            let browser = Browser::open(Options { width, height, ..Options::default() });
            browser.holds(&page.cookies, &office);
            browser.goto(&format!("{office}{}", page.address));
            browser.screenshot(crate::house::sources::root().join(format!("static/screens/{language}-{name}.png")));
        }
    }
}
