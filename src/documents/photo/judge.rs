//! What is worth a look about a photograph: advice to the applicant and a mark for the clerk, never more.
//!
//! Every limit stands here, once, with its reason; findings, the clerk's table and the help follow from it. The limits of
//! light, background and sharpness were set by looking at a handful of pictures: how little that proves is written in the
//! README, and on the page of help.

use chrono::{Months, NaiveDate};

use super::{Head, Measured, Photograph};
use crate::documents::picture::{PHOTO_HEIGHT, PHOTO_WIDTH};
use crate::validation::{Finding, Findings, Place, Weight};

/// Between which numbers a measure is as it should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// At least this.
    pub least: Option<f64>,
    /// At most this.
    pub most: Option<f64>,
}

impl Limit {
    const fn between(least: f64, most: f64) -> Self {
        Self { least: Some(least), most: Some(most) }
    }
    const fn least(least: f64) -> Self {
        Self { least: Some(least), most: None }
    }
    const fn most(most: f64) -> Self {
        Self { least: None, most: Some(most) }
    }
    fn below(self, value: f64) -> bool {
        self.least.is_some_and(|least| value < least)
    }
    fn over(self, value: f64) -> bool {
        self.most.is_some_and(|most| value > most)
    }
    fn holds(self, value: f64) -> bool {
        !self.below(value) && !self.over(value)
    }
}

// LAW.md §8 asks for 32–36 mm from crown to chin (70–80 per cent of 45 mm are 31.5–36). The estimate errs by a tenth, so
// a head is told to be too small or too large only where it is that beyond doubt: half of that margin.
const HEAD_MM: Limit = Limit::between(30.0, 37.5);
/// 25–35 mm are asked of visa photographs (LAW.md §8); two millimetres for heads that are built otherwise.
const EYES_MM: Limit = Limit::between(23.0, 35.0);
/// "In the middle": a tenth of the width.
const ASIDE_MM: Limit = Limit::between(-3.5, 3.5);
/// "Without tilt": ISO/IEC 19794-5 allows 8 degrees; points found by a network err by two or three.
const ROLL: Limit = Limit::between(-8.0, 8.0);
/// "Without turn": ISO/IEC 19794-5 allows 5 degrees, which one nose cannot tell; this is a turn that anybody sees.
const YAW: Limit = Limit::between(-18.0, 18.0);
/// "Even light": one cheek more than twice as bright as the other, and a little.
const SIDES: Limit = Limit::between(-1.2, 1.2);
/// From the darkest to the brightest: less is fog. Told only before a light wall: before a dark one it would be told of
/// dark skin and not of light skin.
const RANGE: Limit = Limit::least(0.35);
/// "White or light grey": sRGB 0.6 is the grey #999. A dark wall and too little light look alike, unless one knows how
/// bright the face should be: so both have one name, and the face is not asked.
const BACKGROUND: Limit = Limit::least(0.6);
/// "White or grey": warm light of lamps is not meant.
const COLOUR: Limit = Limit::most(0.2);
/// "Plain": hair and scarves reach into the strips too, so not all of them is asked.
const PLAIN: Limit = Limit::least(0.6);
/// Sharp faces have about 0.3, soft portraits 0.6; blurred over two pixels of the photograph, 0.7.
const BLUR: Limit = Limit::most(0.66);
/// "Within the last 6 months" (LAW.md §8).
const MONTHS: Months = Months::new(6);

/// What is worth a look, on the day that counts.
pub fn judge(photograph: &Photograph, day: NaiveDate) -> Findings {
    let mut found = Findings::default();
    let measured = &photograph.measured;
    match &measured.head {
        None => found.put(finding("face", "photo_no_face")),
        Some(_) if measured.others > 0 => found.put(finding("face", "photo_faces")),
        Some(_) => {}
    }
    if let Some(head) = &measured.head {
        of_head(head, &mut found);
    }
    if !BACKGROUND.below(measured.background) && RANGE.below(measured.range) {
        found.put(finding("light", "photo_flat"));
    } else if measured.head.is_some_and(|head| !SIDES.holds(head.sides)) {
        found.put(finding("light", "photo_side_light"));
    }
    if BACKGROUND.below(measured.background) {
        found.put(finding("background", "photo_background_dark"));
    } else if PLAIN.below(measured.plain) {
        found.put(finding("background", "photo_background_busy"));
    } else if COLOUR.over(measured.colour) {
        found.put(finding("background", "photo_background_colour"));
    }
    let pixels = Limit::least(f64::from(PHOTO_WIDTH));
    if pixels.below(f64::from(measured.width)) {
        let sized = finding("pixels", "photo_small").with("width", measured.width).with("height", measured.height);
        found.put(sized.with("least_width", PHOTO_WIDTH).with("least_height", PHOTO_HEIGHT));
    } else if BLUR.over(measured.blur) {
        found.put(finding("sharpness", "photo_blurred"));
    }
    if let Some(taken_on) = photograph.taken_on.filter(|taken_on| is_old(*taken_on, day)) {
        found.put(finding("age", "photo_old").with("day", taken_on));
    }
    if !photograph.confirmed {
        found.put(finding("proposal", "photo_unconfirmed"));
    }
    found
}

fn of_head(head: &Head, found: &mut Findings) {
    let share = (head.tall / 45.0 * 100.0).round();
    if HEAD_MM.below(head.tall) {
        found.put(finding("size", "photo_face_small").with("share", share));
    } else if HEAD_MM.over(head.tall) {
        found.put(finding("size", "photo_face_large").with("share", share));
    }
    if !YAW.holds(head.yaw) {
        found.put(finding("turn", "photo_turned").with("degrees", head.yaw.abs().round()));
    }
    if !ROLL.holds(head.roll) {
        found.put(finding("tilt", "photo_tilted").with("degrees", head.roll.abs().round()));
    }
    if !ASIDE_MM.holds(head.aside) {
        found.put(finding("middle", "photo_aside"));
    }
    if EYES_MM.below(head.eyes) {
        found.put(finding("eyes", "photo_eyes_low"));
    } else if EYES_MM.over(head.eyes) {
        found.put(finding("eyes", "photo_eyes_high"));
    }
}

/// Each of the findings has a box of its own, so that all of them are told.
fn finding(field: &str, code: &str) -> Finding {
    Finding {
        place: Place { step: "photograph".to_owned(), item: Some("photo".to_owned()), field: Some(field.to_owned()) },
        code: code.to_owned(),
        params: Default::default(),
        weight: Weight::Advises,
    }
}

/// A camera whose clock is in the future knows nothing about the age.
fn is_old(taken_on: NaiveDate, day: NaiveDate) -> bool {
    taken_on.checked_add_months(MONTHS).is_some_and(|until| until < day)
}

/// A line of the clerk's table: what was measured, and between which numbers it should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Message id is `desk-photo-{code}`.
    pub code: &'static str,
    /// The number.
    pub value: f64,
    /// How many decimal places are worth showing.
    pub places: usize,
    /// Where it should be.
    pub limit: Limit,
    /// Whether it is not.
    pub marked: bool,
}

/// All that was measured, in the order of the findings.
pub fn readings(measured: &Measured) -> Vec<Reading> {
    let reading =
        |code, value: f64, places, limit: Limit| Reading { code, value, places, limit, marked: !limit.holds(value) };
    let faces = measured.head.map_or(0.0, |_| 1.0) + f64::from(measured.others);
    let mut all = vec![reading("faces", faces, 0, Limit::between(1.0, 1.0))];
    if let Some(head) = &measured.head {
        all.extend([
            reading("head", head.tall, 1, HEAD_MM),
            reading("eyes", head.eyes, 1, EYES_MM),
            reading("aside", head.aside, 1, ASIDE_MM),
            reading("yaw", head.yaw, 0, YAW),
            reading("roll", head.roll, 0, ROLL),
            reading("sides", head.sides, 1, SIDES),
        ]);
    }
    all.extend([
        reading("range", measured.range * 100.0, 0, per_cent(RANGE)),
        reading("background", measured.background * 100.0, 0, per_cent(BACKGROUND)),
        reading("plain", measured.plain * 100.0, 0, per_cent(PLAIN)),
        reading("colour", measured.colour * 100.0, 0, per_cent(COLOUR)),
        reading("width", f64::from(measured.width), 0, Limit::least(f64::from(PHOTO_WIDTH))),
        reading("blur", measured.blur * 100.0, 0, per_cent(BLUR)),
    ]);
    all
}

fn per_cent(limit: Limit) -> Limit {
    Limit { least: limit.least.map(|least| least * 100.0), most: limit.most.map(|most| most * 100.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Photograph {
        let head = Head { tall: 33.0, eyes: 25.3, ..Head::default() };
        let measured = Measured {
            head: Some(head),
            width: 800,
            height: 1029,
            range: 0.8,
            background: 0.85,
            plain: 0.95,
            blur: 0.3,
            ..Measured::default()
        };
        Photograph { measured, confirmed: true, ..Photograph::default() }
    }

    fn head(change: impl Fn(&mut Head)) -> Photograph {
        let mut photograph = good();
        photograph.measured.head.iter_mut().for_each(change);
        photograph
    }

    fn measured(change: impl Fn(&mut Measured)) -> Photograph {
        let mut photograph = good();
        change(&mut photograph.measured);
        photograph
    }

    #[test]
    fn each_fault_has_its_name_and_none_of_them_stops() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let taken = |on: (i32, u32, u32)| Photograph { taken_on: NaiveDate::from_ymd_opt(on.0, on.1, on.2), ..good() };
        for (photograph, codes) in [
            (good(), &[][..]),
            (measured(|m| m.head = None), &["photo_no_face"]),
            (measured(|m| m.others = 1), &["photo_faces"]),
            (head(|h| h.tall = 26.0), &["photo_face_small"]),
            (head(|h| h.tall = 40.0), &["photo_face_large"]),
            (head(|h| h.yaw = -30.0), &["photo_turned"]),
            (head(|h| h.roll = 12.0), &["photo_tilted"]),
            (head(|h| h.aside = 5.0), &["photo_aside"]),
            (head(|h| h.eyes = 20.0), &["photo_eyes_low"]),
            (head(|h| h.eyes = 36.0), &["photo_eyes_high"]),
            (measured(|m| m.range = 0.2), &["photo_flat"]),
            (measured(|m| (m.range, m.background) = (0.2, 0.1)), &["photo_background_dark"]),
            (head(|h| h.sides = 2.0), &["photo_side_light"]),
            (measured(|m| m.background = 0.3), &["photo_background_dark"]),
            (measured(|m| m.plain = 0.4), &["photo_background_busy"]),
            (measured(|m| m.colour = 0.4), &["photo_background_colour"]),
            (measured(|m| m.width = 300), &["photo_small"]),
            (measured(|m| m.blur = 0.7), &["photo_blurred"]),
            (taken((2026, 5, 24)), &["photo_old"]),
            (taken((2026, 5, 25)), &[]),
            (taken((2031, 1, 1)), &[]),
            (Photograph { confirmed: false, ..good() }, &["photo_unconfirmed"]),
            (
                Photograph { confirmed: false, ..head(|h| (h.tall, h.yaw, h.sides) = (26.0, 40.0, -2.0)) },
                &["photo_face_small", "photo_turned", "photo_side_light", "photo_unconfirmed"],
            ),
        ] {
            let found = judge(&photograph, day);
            assert!(!found.stop(), "{codes:?}: a finding is advice");
            assert_eq!(found.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), codes);
        }
    }

    #[test]
    fn the_clerk_sees_the_numbers_that_made_the_marks() {
        let marked = |photograph: &Photograph| -> Vec<&str> {
            readings(&photograph.measured).iter().filter(|one| one.marked).map(|one| one.code).collect()
        };
        assert_eq!(marked(&good()), [""; 0]);
        assert_eq!(marked(&measured(|m| (m.others, m.plain) = (1, 0.2))), ["faces", "plain"]);
        assert_eq!(marked(&head(|h| h.yaw = 25.0)), ["yaw"]);
    }
}
