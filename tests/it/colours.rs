//! Contrast, computed from the style sheet by the formula of WCAG 2.2 (1.4.3, 1.4.11), in light and dark.

use std::collections::BTreeMap;

use ruqsat::language::Language;

use super::support::http::Request;
use super::support::{Kind, TestApp};

type Colours = BTreeMap<String, [f64; 3]>;

/// Text and what it stands on; 4.5 to 1 at least.
const TEXT: [(&str, &str); 18] = [
    ("ink", "ground"),
    ("ink", "paper"),
    ("ink", "sand-pale"),
    ("ink", "bad-pale"),
    ("ink", "good-pale"),
    ("soft", "ground"),
    ("soft", "paper"),
    ("soft", "sand-pale"),
    ("teal", "ground"),
    ("teal", "paper"),
    ("teal", "sand-pale"),
    ("teal-deep", "ground"),
    ("teal-deep", "paper"),
    ("on-teal", "teal"),
    ("on-teal", "teal-deep"),
    ("bad", "bad-pale"),
    ("good", "good-pale"),
    ("paper", "bad"),
];
/// Borders of boxes and the ring of focus, and what they stand on; 3 to 1 at least.
const EDGES: [(&str, &str); 6] = [
    ("edge", "ground"),
    ("edge", "paper"),
    ("focus", "ground"),
    ("focus", "paper"),
    ("bad", "ground"),
    ("bad", "paper"),
];

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
        for (pairs, least) in [(&TEXT[..], 4.5), (&EDGES[..], 3.0)] {
            for (one, other) in pairs {
                let ratio = contrast(colours[*one], colours[*other]);
                if ratio < least {
                    wrong.push(format!("{scheme}: {one} on {other}: {ratio:.2}, {least} is needed"));
                }
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

/// A colour that no sheet names is none: what it should have painted is black, also on black.
#[test]
fn every_colour_that_is_used_has_a_name() {
    let sheets = ["static/site.css", "static/desk.css"];
    let css: String = sheets.iter().map(|sheet| std::fs::read_to_string(sheet).unwrap()).collect();
    let used = css.split("var(").skip(1).filter_map(|part| part.split([')', ',']).next());
    let unknown: Vec<&str> = used.filter(|name| !css.contains(&format!("{name}: "))).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
