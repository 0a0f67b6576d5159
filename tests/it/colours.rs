//! Contrast, computed from the style sheet by the formula of WCAG 2.2 (1.4.3, 1.4.11), in light and dark.

use std::collections::{BTreeMap, BTreeSet};

use ruqsat::language::Language;

use super::support::http::Request;
use super::support::sources::root;
use super::support::{Kind, TestApp};

type Colours = BTreeMap<String, [f64; 3]>;

/// What is written in, and what is written on: each on each, 4.5 to 1 at least.
const INKS: [&str; 6] = ["ink", "soft", "teal", "teal-deep", "bad", "good"];
const GROUNDS: [&str; 5] = ["ground", "paper", "sand-pale", "bad-pale", "good-pale"];
/// The words of buttons, and these; 4.5 to 1 too.
const BUTTONS: [(&str, &str); 3] = [("on-teal", "teal"), ("on-teal", "teal-deep"), ("paper", "bad")];
/// Borders of boxes and the ring of focus, on each ground; 3 to 1 at least.
const EDGES: [&str; 4] = ["edge", "focus", "bad", "teal"];
/// Painted behind pictures and in lines, where nothing is written.
const UNWRITTEN: [&str; 1] = ["line"];

/// Every `--name: #…` of a part of the style sheet.
fn colours(css: &str) -> Colours {
    let mut all = Colours::new();
    for part in css.split("--").skip(1) {
        let Some((name, rest)) = part.split_once(':') else { continue };
        let value = rest.trim().split([';', '}']).next().unwrap_or_default().trim();
        let Some(digits) = value.strip_prefix('#') else { continue };
        let digits = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => digits.to_owned(),
        };
        let channel = |at: usize| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        all.insert(name.to_owned(), [channel(0), channel(2), channel(4)]);
    }
    all
}

fn luminance(colour: [f64; 3]) -> f64 {
    let linear =
        |channel: f64| if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn everything_stands_out_from_its_ground() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9 && (contrast([0.4; 3], [0.4; 3]) - 1.0).abs() < 1e-9);
    let css = include_str!("../../static/site.css");
    let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let dark = rest.split_once("}\n}").unwrap().0;
    let mut wrong = Vec::new();
    for (scheme, colours) in [("light", colours(light)), ("dark", colours(dark))] {
        let on_grounds = |names: &'static [&str], least: f64| {
            names.iter().flat_map(move |one| GROUNDS.map(|ground| (*one, ground, least)))
        };
        let buttons = BUTTONS.map(|(word, button)| (word, button, 4.5));
        for (one, other, least) in on_grounds(&INKS, 4.5).chain(buttons).chain(on_grounds(&EDGES, 3.0)) {
            let ratio = contrast(colours[one], colours[other]);
            if ratio < least {
                wrong.push(format!("{scheme}: {one} on {other}: {ratio:.2}, {least} is needed"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn style_and_script_are_light() {
    let app = TestApp::on(Kind::Sqlite);
    let mut visitor = app.person(Language::Kk);
    let mut sent = |files: &[&str]| -> usize {
        files.iter().map(|file| visitor.sends(Request::get(&format!("/static/{file}"))).body.len()).sum()
    };
    let (style, script) = (sent(&["site.css", "desk.css"]), sent(&["site.js", "photo.js", "upload.js"]));
    assert!(style > 1_000 && style < 20_000, "style: {style} bytes");
    assert!(script > 1_000 && script < 15_000, "script: {script} bytes");
}

/// Both sheets.
fn sheets() -> String {
    ["site.css", "desk.css"]
        .iter()
        .map(|sheet| std::fs::read_to_string(root().join("static").join(sheet)).unwrap())
        .collect()
}

/// Whoever paints with another colour adds it above.
#[test]
fn every_colour_of_words_and_of_grounds_is_measured() {
    let css = sheets();
    let painted = |property: &str| -> BTreeSet<String> {
        let declared = css.split(['{', ';', '}']).filter_map(|part| part.trim().strip_prefix(property));
        declared.filter_map(|value| value.trim().strip_prefix("var(--")?.split(')').next().map(str::to_owned)).collect()
    };
    let words: BTreeSet<&str> = INKS.into_iter().chain(BUTTONS.map(|(word, _)| word)).collect();
    let grounds: BTreeSet<&str> =
        GROUNDS.into_iter().chain(BUTTONS.map(|(_, ground)| ground)).chain(UNWRITTEN).collect();
    for (properties, known) in [(["color:", "fill:"], words), (["background:", "background-color:"], grounds)] {
        let painted: BTreeSet<String> = properties.into_iter().flat_map(painted).collect();
        assert!(painted.len() > 4, "{painted:?}");
        let unknown: Vec<&String> = painted.iter().filter(|name| !known.contains(name.as_str())).collect();
        assert!(unknown.is_empty(), "{properties:?}: {unknown:?}");
    }
}

/// A colour that no sheet names is none: what it should have painted is black, also on black.
#[test]
fn every_colour_that_is_used_has_a_name() {
    let css = sheets();
    let used = css.split("var(").skip(1).filter_map(|part| part.split([')', ',']).next());
    let unknown: Vec<&str> = used.filter(|name| !css.contains(&format!("{name}: "))).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
