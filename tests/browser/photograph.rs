//! The frame of the photograph: moved by buttons without the script; dragged, and moved by keys, with it.
use std::path::PathBuf;

use image::ImageFormat;
use ruqsat::demo::portrait::{Looks, draw};
use ruqsat::language::Language::{self, Kk, Ru};
use serde_json::json;

use crate::applicant::begun;
use crate::house::{Kind, TestApp};
use crate::visitor::Visitor;

/// Somebody, and the frame that is stored for them.
struct Sitting {
    visitor: Visitor,
    elsewhere: crate::house::Person,
}

impl Sitting {
    fn begin(app: &TestApp, language: Language, width: u32, javascript: bool) -> Self {
        let (elsewhere, visitor) = begun(app, language, width, javascript);
        visitor.opens("/apply/photograph");
        Self { visitor, elsewhere }
    }

    fn brings(&self, label: &str, file: &std::path::Path) {
        self.visitor.browser.upload(&self.visitor.says(label), file);
        self.visitor.presses("save-and-continue");
        self.visitor.arrives_at("/apply/photograph");
    }

    /// Left edge and width of the stored frame.
    fn frame(&mut self) -> (i64, i64) {
        self.elsewhere.goes_to("/apply/photograph");
        let value = |name: &str| {
            let boxes = &self.elsewhere.page.boxes;
            boxes.iter().find(|one| one.name == name).unwrap().value.parse::<i64>().unwrap()
        };
        (value("crop-x"), value("crop-width"))
    }

    /// Presses a button of the frame.
    fn moves(&self, step: &str) {
        self.visitor.presses(&format!("photo-step-{step}"));
        self.visitor.arrives_at("/apply/photograph");
    }
}

fn drawn(name: &str) -> PathBuf {
    let looks = Looks {
        skin: [196, 150, 116],
        hair: [40, 32, 28],
        coat: [58, 74, 104],
        scarf: Some([70, 90, 120]),
        glasses: true,
        wall: [222, 224, 226],
    };
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let lying = image::imageops::rotate90(&draw(&looks));
    // On its side, and without a word about it: as pictures come out of messengers.
    lying.save_with_format(&path, ImageFormat::Png).unwrap();
    path
}

fn keeps(visitor: &Visitor, name: &str) {
    visitor.browser.screenshot(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png")));
}

#[test]
fn without_the_script_buttons_move_the_frame() {
    let app = TestApp::on(Kind::Sqlite);
    for (language, width) in [(Ru, 360), (Kk, 1280)] {
        let mut sitting = Sitting::begin(&app, language, width, false);
        sitting.brings("photo-add", &drawn("without.png"));
        sitting.visitor.sees("photo-proposal");
        sitting.visitor.sees("photo-nothing");
        assert!(sitting.visitor.browser.content_width() <= u64::from(width));
        let (x, wide) = sitting.frame();
        sitting.moves("right");
        sitting.moves("closer");
        let moved = sitting.frame();
        assert!(moved.0 < x + 40 && moved.1 < wide, "{moved:?} after {:?}", (x, wide));
        // Each step is 1.2 mm of the print: five less the one to the right are more than the 3.5 mm that are let pass.
        for _ in 0..5 {
            sitting.moves("left");
        }
        sitting.visitor.sees("error-photo_aside");
        keeps(&sitting.visitor, &format!("photograph-{language}-{width}-plain"));
        sitting.visitor.saves();
        sitting.visitor.opens("/apply/photograph");
        sitting.visitor.sees("photo-agreed");
        sitting.visitor.opens("/apply/check");
        sitting.visitor.sees("error-photo_aside");
    }
}

#[test]
fn with_the_script_the_face_is_dragged_and_what_is_said_follows() {
    let app = TestApp::on(Kind::Sqlite);
    for (language, width) in [(Kk, 360), (Ru, 1280)] {
        let mut sitting = Sitting::begin(&app, language, width, true);
        sitting.brings("photo-add", &drawn("with.png"));
        let visitor = &sitting.visitor;
        visitor.sees("photo-nothing");
        visitor.browser.runs("document.getElementById('found').dataset.same = 'yes'");
        keeps(visitor, &format!("photograph-{language}-{width}-proposal"));
        let place = "const b = document.querySelector('#frame svg').getBoundingClientRect(); \
                     scrollTo(0, scrollY + b.top - 40); const a = document.querySelector('#frame svg')\
                     .getBoundingClientRect(); return [a.left + a.width / 2, a.top + a.height / 2].map(String)";
        let at: Vec<f64> = visitor.browser.asks(place).iter().map(|number| number.parse().unwrap()).collect();
        let mouse = |kind: &str, x: f64, buttons: u8| {
            let event =
                json!({"type": kind, "x": x, "y": at[1], "button": "left", "buttons": buttons, "clickCount": 1});
            visitor.browser.does("Input.dispatchMouseEvent", &event);
        };
        mouse("mousePressed", at[0], 1);
        mouse("mouseMoved", at[0] + 30.0, 1);
        mouse("mouseMoved", at[0] + 60.0, 1);
        mouse("mouseReleased", at[0] + 60.0, 0);
        // Nobody pressed a button, and the page says what the server found of the new frame.
        visitor.browser.wait_for(&visitor.says("error-photo_aside"));
        keeps(visitor, &format!("photograph-{language}-{width}-dragged"));
        let dragged = sitting.frame();
        let visitor = &sitting.visitor;
        let same = "return [document.getElementById('found').dataset.same ?? 'another']";
        assert_eq!(visitor.browser.asks(same), ["yes"], "what is read aloud when it changes is still there");

        // The line breaks: nothing is claimed of a frame that nobody measured.
        visitor.is_offline(true);
        visitor.browser.click(&visitor.says("photo-step-right"));
        visitor.browser.wait_for(&visitor.says("photo-unchecked"));
        assert!(!visitor.browser.has(&visitor.says("error-photo_aside")), "{}", visitor.browser.text());
        visitor.is_offline(false);

        // The arrows bring it back, as do the buttons, which do not leave the page.
        visitor.browser.runs("document.querySelector('#frame svg').focus()");
        for _ in 0..5 {
            for kind in ["keyDown", "keyUp"] {
                let key = json!({"type": kind, "key": "ArrowLeft", "code": "ArrowLeft", "windowsVirtualKeyCode": 37});
                visitor.browser.does("Input.dispatchKeyEvent", &key);
            }
        }
        visitor.browser.click(&visitor.says("photo-step-left"));
        visitor.browser.click(&visitor.says("photo-step-left"));
        visitor.browser.wait_for(&visitor.says("photo-nothing"));
        assert!(visitor.browser.content_width() <= u64::from(width));
        visitor.saves();
        assert!(sitting.frame().0 > dragged.0, "{:?} after {dragged:?}", sitting.frame());
        sitting.visitor.opens("/apply/photograph");
        sitting.visitor.sees("photo-agreed");
    }
}
