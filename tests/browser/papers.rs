//! Papers in a real browser: the lines of a passport read from its photograph, a link for somebody else's paper, a paper
//! with its translation beside it, and until when it is good.
use std::path::PathBuf;

use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::language::{Arg, Args};

use crate::applicant::{begun, on_disk};
use crate::house::papers::{data_page, his};
use crate::house::{Kind, TestApp, day, files};
use crate::visitor::Visitor;

fn keeps(visitor: &Visitor, name: &str) {
    visitor.browser.screenshot(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png")));
}

#[test]
fn the_lines_of_a_passport_are_read_from_its_photograph_and_put_into_the_form() {
    let app = TestApp::on(Kind::Sqlite);
    let lines = his();
    let picture = on_disk("passport.jpg", &data_page(&lines));
    for (language, width, javascript) in [(Kk, 360, false), (Ru, 1280, true)] {
        let (_, visitor) = begun(&app, language, width, javascript);
        visitor.opens("/apply/passport");
        visitor.presses("zone-link");
        visitor.arrives_at("/apply/zone");
        // With the script the photograph goes ahead of the form, piece by piece; without, with it.
        visitor.browser.upload(&visitor.says("zone-add"), &picture);
        visitor.presses("zone-add-and-read");
        visitor.sees("zone-seen");
        let seen = ["zone-line1", "zone-line2"].map(|line| visitor.browser.value(&visitor.says(line)));
        assert_eq!(seen, lines, "a person compares, and finds nothing to mend");
        visitor.presses("zone-check");
        visitor.sees("zone-compare");
        visitor.sees("zone-verdict-blank");
        assert!(visitor.browser.content_width() <= u64::from(width), "it scrolls sideways");
        keeps(&visitor, &format!("zone-{language}"));
        visitor.presses("zone-take-over");
        visitor.opens("/apply/passport");
        assert_eq!(visitor.browser.value(&visitor.says("passport-number")), "U12345678");
        visitor.opens("/apply/person");
        assert_eq!(visitor.browser.value(&visitor.says("person-surname_latin")), "YILMAZ");
    }
}

#[test]
fn somebody_else_brings_a_paper_by_a_link() {
    let app = TestApp::on(Kind::Sqlite);
    for (language, width, javascript) in [(Kk, 360, false), (Ru, 1280, true)] {
        let (_, owner) = begun(&app, language, width, javascript);
        owner.opens("/apply/documents/housing");
        owner.presses("invite-link");
        owner.fills("invite-for_whom", "Landlord");
        owner.presses("invite-make");
        let link = owner.browser.value(&owner.says("invite-address"));
        assert!(owner.browser.content_width() <= u64::from(width), "it scrolls sideways");
        keeps(&owner, &format!("invite-{language}"));
        let landlord = Visitor::new(&app, En, 360, !javascript);
        landlord.browser.goto(&link.replace(&format!("/{language}/"), "/en/"));
        landlord.sees("document-housing");
        landlord.browser.upload(&landlord.says("papers-add"), &on_disk("contract.pdf", &files::scanned(3, "contract")));
        keeps(&landlord, &format!("bring-{language}"));
        landlord.presses("bring-send");
        landlord.sees("bring-came.next");
        owner.opens("/apply/documents/housing");
        owner.sees("invite-came-to-paper");
        owner.sees("contract.pdf");
    }
}

#[test]
fn a_foreign_paper_asks_for_its_translation_and_tells_until_when_it_is_good() {
    let app = TestApp::on(Kind::Sqlite);
    for (language, width, javascript) in [(Kk, 360, false), (Ru, 1280, true)] {
        let (_, visitor) = begun(&app, language, width, javascript);
        visitor.opens("/apply/documents/criminal_record");
        visitor.browser.fill_date(&visitor.says("paper-issued_on"), (20, 12, 2025));
        visitor.chooses("paper-issued_in", "country-TUR");
        visitor.chooses("paper-language", "language-tr");
        visitor.browser.upload(&visitor.says("papers-add"), &on_disk("record.pdf", &files::scanned(2, "record")));
        visitor.presses("save-and-continue");
        visitor.sees("error-translation_missing");
        visitor.sees("pair-legalisation-missing");
        visitor.chooses("paper-translated", "yes");
        visitor.chooses("paper-legalisation", "legalisation-apostille");
        let translation = on_disk("translation.pdf", &files::scanned(2, "translation"));
        visitor.browser.upload(&visitor.says("papers-add-translation"), &translation);
        visitor.saves();
        visitor.opens("/apply/documents/criminal_record");
        visitor.sees("pair-translation-beside");
        let told = |id: &str, days: i64| {
            let mut args = Args::new();
            args.set("day".to_owned(), language.date(day("2026-06-18")).arg());
            args.set("days".to_owned(), days.arg());
            language.text_with(id, &args)
        };
        visitor.sees(&told("fresh-until", 0));
        assert!(visitor.browser.content_width() <= u64::from(width), "it scrolls sideways");
        keeps(&visitor, &format!("pair-{language}"));
        visitor.opens("/track");
        visitor.sees("fresh-title");
        visitor.sees(&told("fresh-month", 8));
        keeps(&visitor, &format!("fresh-{language}"));
    }
}
