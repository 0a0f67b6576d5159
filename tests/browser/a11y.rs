//! Accessibility, measured in a real browser on every page in every language and state: axe-core's rules of WCAG 2.2 A
//! and AA and its good practice, in light and dark; nothing wider than 320 pixels (which is 400 % of 1280); targets of at
//! least 24 pixels; text that is spaced out as WCAG 1.4.12 says and stays whole.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use ruqsat::language::Language;

use crate::house::gallery::{Gallery, Shown};
use crate::house::html::Tree;
use crate::house::sources::fetched;
use crate::support::browser::{Browser, Options};
use crate::support::measuring::Colours;

/// As many browsers look at once.
const BROWSERS: usize = 2;

/// Asked of axe: the rules, and for each that is broken its name and the element.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, {
        resultTypes: ['violations'],
        runOnly: RULES,
    }).then(
        result => done(result.violations.flatMap(broken => broken.nodes.map(node => broken.id + ': ' + node.html.slice(0, 160)))),
        error => done(['axe failed: ' + error]),
    );";

/// All rules, once; what colours can break, in the dark too.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
const COLOURS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/// With forced colours grounds and shadows are gone: what can be pressed or typed into must have a border.
const STANDS_OUT: &str = "
    const wrong = [];
    for (const target of document.querySelectorAll('.button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, .choice')) {
        const style = getComputedStyle(target);
        if (target.getBoundingClientRect().width && style.borderTopStyle === 'none') wrong.push('no border in forced colours: ' + target.outerHTML.slice(0, 120));
    }
    return wrong;";

/// Opens what is folded, so that it is looked into; and folds it again.
const UNFOLD: &str =
    "window.folded = [...document.querySelectorAll('details:not([open])')]; folded.forEach(one => one.open = true);";
const FOLD: &str = "folded.forEach(one => one.open = false);";

/// Our own measures of the page as it stands.
const MEASURES: &str = "
    const wrong = [], told = element => element.outerHTML.slice(0, 120);
    for (const one of document.querySelectorAll('*')) {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
        if (animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth') wrong.push('moves: ' + told(one));
    }
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) wrong.push(`wider than ${innerWidth}: ${wide}`);
    for (const target of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
        const box = target.getBoundingClientRect();
        if (!box.width || target.closest('.visually-hidden, .skip')) continue;
        // A label is part of the target; a link inside a sentence may be as small as its line (2.5.8, inline), one that
        // stands alone may not.
        const label = target.labels?.[0]?.getBoundingClientRect();
        const around = target.closest('p, li, dd, td, th, label, legend')?.innerText.trim() ?? '';
        const inline = target.matches('a') && getComputedStyle(target).display === 'inline' && around.length > target.innerText.trim().length;
        const height = Math.max(box.height, label?.height ?? 0), width = Math.max(box.width, label?.width ?? 0);
        if (!inline && (height < 24 || width < 24)) wrong.push(`target of ${Math.round(width)} by ${Math.round(height)}: ${told(target)}`);
    }
    return wrong;";

/// WCAG 1.4.12: lines 1.5, letters 0.12, words 0.16, paragraphs 2 times the size of the letters. Nothing may be cut off.
const SPACED: &str = "
    const spaced = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';
    const sheet = new CSSStyleSheet(); sheet.replaceSync(spaced);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const wrong = [], wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) wrong.push(`spaced out, wider than ${innerWidth}: ${wide}`);
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
        const cut = getComputedStyle(element).overflow !== 'visible' && !element.matches('select, textarea, input, .wide') && !element.closest('.visually-hidden, svg, thead');
        if (cut && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) wrong.push('cut off: ' + element.outerHTML.slice(0, 120));
    }
    document.adoptedStyleSheets = [];
    return wrong;";

fn axe() -> String {
    std::fs::read_to_string(fetched("axe-core").join("axe.min.js")).unwrap()
}

/// Of pages that are built alike, whatever their words, one is enough; of each route one in each language.
pub(super) fn unlike(pages: Vec<Shown>) -> Vec<Shown> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for page in pages {
        let skeleton = Tree::read(&page.html).skeleton();
        let fresh = [seen.insert(skeleton), seen.insert(format!("{} {}", page.route, &page.address[1..3]))];
        if fresh.contains(&true) || page.state.starts_with("long") && page.address.starts_with("/kk/") {
            kept.push(page);
        }
    }
    kept
}

/// Opens a page as it was looked at. What answered a form is not asked for again, which could change the office: the
/// browser is given what was answered.
pub(super) fn opened(browser: &Browser, office: &str, page: &Shown) {
    browser.holds(&page.cookies, office);
    match page.done {
        None => browser.goto(&format!("{office}{}", page.address)),
        Some(_) => {
            browser.goto(&format!("{office}/kk/accessibility"));
            browser.shows(&page.html);
        }
    }
}

/// What is wrong with a page: in light, in dark, and narrow. What is folded is open but in the dark and where it is wide.
fn wrong_on(browser: &Browser, axe: &str, office: &str, page: &Shown) -> Vec<String> {
    opened(browser, office, page);
    let mut wrong = Vec::new();
    browser.runs(axe);
    for (colours, rules, folds) in [(Colours::Light, RULES, UNFOLD), (Colours::Dark, COLOURS, FOLD)] {
        browser.sees_in(colours);
        browser.runs(folds);
        let axe = AXE.replace("RULES", rules);
        wrong.extend(browser.asks_later(&axe).into_iter().map(|one| format!("{colours:?}: {one}")));
    }
    browser.runs(UNFOLD);
    browser.sees_in(Colours::Forced);
    wrong.extend(browser.asks(STANDS_OUT));
    browser.sees_in(Colours::Light);
    browser.as_wide_as(320);
    wrong.extend(browser.asks(MEASURES));
    wrong.extend(browser.asks(SPACED));
    browser.runs(FOLD);
    // A clerk's screens: nothing is hidden to the right either, however long a name is.
    let widths: &[u32] = if page.cookies.contains_key("ruqsat_session") { &[1920, 1280] } else { &[1280] };
    for width in widths {
        browser.as_wide_as(*width);
        wrong.extend(browser.asks(MEASURES));
    }
    wrong
}

#[test]
fn every_page_is_accessible() {
    let gallery = Gallery::open();
    let pages = unlike(Language::ALL.into_iter().flat_map(|language| gallery.pages(language)).collect());
    assert!(pages.len() > 150, "{}", pages.len());
    eprintln!("{} pages", pages.len());
    let (axe, office) = (axe(), format!("http://{}", gallery.app.address));
    let next = AtomicUsize::new(0);
    let found: Vec<(String, String)> = std::thread::scope(|scope| {
        let browsers: Vec<_> = (0..BROWSERS)
            .map(|_| {
                scope.spawn(|| {
                    let browser = Browser::open(Options::default());
                    let mut found = Vec::new();
                    while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let name = format!("{} ({}, {:?})", page.address, page.state, page.done);
                        found
                            .extend(wrong_on(&browser, &axe, &office, page).into_iter().map(|one| (one, name.clone())));
                    }
                    found
                })
            })
            .collect();
        browsers.into_iter().flat_map(|browser| browser.join().unwrap()).collect()
    });
    // The same fault on many pages is told once, with the first page and how many.
    let mut faults: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (fault, page) in found {
        faults.entry(fault).or_insert((page, 0)).1 += 1;
    }
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
}
