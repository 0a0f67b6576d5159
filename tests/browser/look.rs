//! Every page for the eye: `make look` keeps a picture of each page in each language of the law and state, at its
//! widths, light and dark, in `target/look/`, for whoever reviews a change of the design. `LOOK_AT=/admin,/zone` keeps those
//! of these addresses only, `LOOK_WIDTHS=360,1280` those widths.
use ruqsat::language::Language;

use crate::a11y::{opened, unlike};
use crate::house::gallery::Gallery;
use crate::house::sources;
use crate::support::browser::{Browser, Options};
use crate::support::measuring::Colours;

/// A phone, a tablet at the counter, a clerk's screens; nobody fills in a form on the last.
const WIDTHS: [u32; 4] = [360, 768, 1280, 1920];

#[expect(clippy::disallowed_methods, reason = "a setting of whoever takes pictures, not of the program")]
fn asked_for(setting: &str) -> String {
    std::env::var(setting).unwrap_or_default()
}

#[test]
#[ignore = "makes pictures instead of checking them: make look"]
fn look() {
    let gallery = Gallery::open();
    let (only, widths) = (asked_for("LOOK_AT"), asked_for("LOOK_WIDTHS"));
    let is_wanted = |width: u32| widths.is_empty() || widths.split(',').any(|one| one == width.to_string());
    let is_meant = |address: &str| only.is_empty() || only.split(',').any(|part| address.contains(part));
    let office = format!("http://{}", gallery.app.address);
    std::thread::scope(|scope| {
        for language in Language::OFFICE {
            let (gallery, office, is_meant, is_wanted) = (&gallery, &office, &is_meant, &is_wanted);
            scope.spawn(move || {
                let browser = Browser::open(Options::default());
                let folder = sources::root().join("target/look").join(language.code());
                for (number, page) in unlike(gallery.pages(language)).iter().enumerate() {
                    if !is_meant(&page.address) {
                        continue;
                    }
                    opened(&browser, office, page);
                    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
                    let name: String = page.address[1..].chars().map(plain).take(60).collect();
                    let pressed = if page.done.is_some() { "-pressed" } else { "" };
                    let at_the_desk = page.cookies.contains_key("ruqsat_session");
                    for width in WIDTHS.into_iter().filter(|width| is_wanted(*width) && (at_the_desk || *width < 1920))
                    {
                        browser.as_large_as_its_page(width);
                        for colours in [Colours::Light, Colours::Dark] {
                            browser.sees_in(colours);
                            let file = format!("{number:03}-{name}-{}{pressed}-{width}-{colours:?}.png", page.state);
                            browser.screenshot(folder.join(file));
                        }
                    }
                }
            });
        }
    });
}
