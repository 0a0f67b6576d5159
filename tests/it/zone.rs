//! The passport's zone: typed lines are checked and compared, put into the form only where the person ticks it, and what
//! differs is told to both sides.

use ruqsat::documents::passport_zone::check_digit;
use ruqsat::language::Args;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role;

use super::support::http::Request;
use super::support::papers::lines_for;
pub use super::support::papers::{his, lines};
use super::support::{Kind, Person, TestApp, answers, day, each_db};

/// The three lines of a card (TD1), all check digits right.
fn card(names: &str, issuer: &str, number: &str, born: &str, sex: char, expires: &str) -> [String; 3] {
    let digit = |field: &str| char::from(check_digit(&[field]));
    let number = format!("{number:<<9}");
    let first = format!("{:<<30}", format!("I<{issuer}{number}{}", digit(&number)));
    let all = format!("{born}{}{sex}{expires}{}{issuer}{}", digit(born), digit(expires), "<".repeat(11));
    let whole = check_digit(&[&first[5..30], &all[..7], &all[8..15], &all[18..29]]);
    [first, format!("{all}{}", char::from(whole)), format!("{names:<<30}")]
}

fn types(person: &mut Person, lines: &[String]) {
    person.goes_to("/apply/zone");
    for (label, line) in ["zone-line1", "zone-line2", "zone-line3"].iter().zip(lines) {
        person.fills(label, line);
    }
    person.presses("zone-check");
}

#[test]
fn the_way_back_takes_along_lines_that_are_not_whole_yet() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    person.goes_to("/apply/zone").fills("zone-line1", "P<TURYILMAZ").presses("zone-back").arrives_at("/apply/passport");
    person.goes_to("/apply/zone");
    assert_eq!(person.finds_in("zone-line1"), "P<TURYILMAZ");
}

#[test]
fn an_empty_form_is_filled_by_what_was_ticked_and_by_nothing_else() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        for language in [Kk, Ru] {
            let mut person = app.person(language);
            person.begins();
            person.goes_to("/apply/passport").follows("zone-link").arrives_at("/apply/zone");
            let [first, second] = his();
            // As people type: small letters, and fillers nobody counts.
            types(&mut person, &[first.trim_end_matches('<').to_lowercase(), second]);
            person.sees("zone-verdict-blank").sees_day("2033-01-09").sees("country-TUR");
            for box_ in person.page.boxes.iter_mut().filter(|one| one.name == "take" && one.value == "number") {
                box_.on = false;
            }
            person.presses("zone-take-over");
            assert_eq!(person.status(), 200);
            person.goes_to("/apply/passport");
            assert_eq!(person.finds_in("passport-expires_on"), "9.1.2033");
            assert_eq!(person.finds_in("passport-number"), "", "it was not ticked");
            person.goes_to("/apply/person");
            assert_eq!(person.finds_in("person-surname_latin"), "YILMAZ");
            assert_eq!(person.finds_in("person-surname"), "", "the zone has no Cyrillic letters");
            person.goes_to("/apply/situation");
            assert_eq!(person.finds_in("situation-born_on"), "3.2.1990");
        }
    });
}

#[test]
fn three_lines_of_a_card_fill_the_form_and_both_sides_hear_that_a_passport_is_wanted() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let [first, second, third] = card("YILMAZ<<MEHMET", "TUR", "U12345678", "900203", 'M', "330109");
        for language in [Kk, Ru] {
            let mut person = app.person(language);
            person.begins();
            // As people type: small letters, and fillers nobody counts.
            let typed = [first.to_lowercase(), second.clone(), third.trim_end_matches('<').to_owned()];
            types(&mut person, &typed);
            person.sees("zone-verdict-blank").sees_day("2033-01-09").sees("country-TUR").presses("zone-take-over");
            person.goes_to("/apply/passport");
            let taken =
                ["number", "country", "expires_on", "kind"].map(|name| person.finds_in(&format!("passport-{name}")));
            assert_eq!(taken, ["U12345678", "TUR", "9.1.2033", ""], "a card is none of the kinds that the form knows");
            person.goes_to("/apply/person");
            let names = ["surname_latin", "given_names_latin"].map(|name| person.finds_in(&format!("person-{name}")));
            assert_eq!(names, ["YILMAZ", "MEHMET"]);
        }
        let mut person = app.person(Ru);
        let (number, _) = person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        types(&mut person, &[first, second, third]);
        person.sees("zone-agrees").goes_to("/apply/check").sees("error-zone_card").files();
        app.clerk(Role::Officer, Kk)
            .takes(&number)
            .sees("desk-error-zone_card")
            .does_not_see("desk-error-zone_differs");
    });
}

#[test]
fn the_letters_tell_who_is_stateless_and_who_a_refugee() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        // XXA: Convention of 1954; XXB: Convention of 1951; XXC: another refugee.
        for (letters, sort, stateless) in [("XXA", "stateless", "yes"), ("XXB", "refugee", ""), ("XXC", "refugee", "")]
        {
            let lines = lines_for("NUR<<ALI", ["KAZ", letters], "N12345678", "900203", 'M', "330109");
            let mut person = app.person(if letters == "XXB" { Kk } else { Ru });
            person.begins();
            types(&mut person, &lines);
            person.sees("zone-verdict-blank").sees(&format!("passport_kind-{sort}")).presses("zone-take-over");
            person.goes_to("/apply/passport");
            let taken = ["kind", "country", "number"].map(|name| person.finds_in(&format!("passport-{name}")));
            assert_eq!(taken, [sort, "KAZ", "N12345678"], "{letters}");
            person.goes_to("/apply/situation");
            assert_eq!(person.finds_in("situation-stateless"), stateless, "{letters}");
            assert_eq!(person.finds_in("situation-citizenship"), "", "{letters}: nobody's citizen");
        }
        // Who wrote to be a citizen with a passport is asked to look, and may take over what the lines say.
        let mut person = app.person(Kk);
        person.begins();
        person.answers_everything(&answers::adult());
        types(&mut person, &lines_for("YILMAZ<<MEHMET", ["TUR", "XXA"], "U12345678", "900203", 'M', "330109"));
        person.sees("zone-verdict-differs").goes_to("/apply/check").sees("error-zone_differs");
        person.goes_to("/apply/zone").ticks_value("take", "stateless").ticks_value("take", "kind");
        person.presses("zone-take-over").sees("zone-agrees");
        person.goes_to("/apply/passport");
        assert_eq!(person.finds_in("passport-kind"), "stateless");
    });
}

#[test]
fn what_was_typed_is_not_replaced_without_a_yes() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.answers_everything(&answers::adult());
        types(&mut person, &his());
        person.sees("zone-agrees").does_not_see("zone-verdict-differs");
        let other = lines("YILMAZ<<AHMET", "TUR", "U12345679", "900203", 'M', "330109");
        types(&mut person, &other);
        person.sees("zone-verdict-differs").sees("U12345679");
        person.presses("zone-take-over"); // what differs is not ticked
        person.goes_to("/apply/passport");
        assert_eq!(person.finds_in("passport-number"), "U12345678");
        // The difference is told before filing, and stops nothing.
        person.goes_to("/apply/check").sees("error-zone_differs").sees("AHMET").sees("zone-differs-title");
        person.goes_to("/apply/zone").ticks_value("take", "number").presses("zone-take-over");
        person.goes_to("/apply/passport");
        assert_eq!(person.finds_in("passport-number"), "U12345679");
    });
}

#[test]
fn the_clerk_reads_the_lines_beside_the_answers() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let (number, _) = person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        types(&mut person, &lines("YILMAZ<<MEHMET", "TUR", "U12345678", "900204", 'M', "330109"));
        person.sees("zone-verdict-differs");
        person.files();
        let mut clerk = app.clerk(Role::Officer, Kk);
        clerk.takes(&number).sees("desk-zone").sees("desk-error-zone_differs").sees("zone-verdict-differs");
        let named = format!("{}: {}", clerk.says("situation-born_on"), clerk.says("desk-error-zone_differs"));
        assert!(clerk.can_read(&named), "{}", clerk.page.text());
        clerk.sees_day("1990-02-04").sees_day("1990-02-03").sees("P<TURYILMAZ<<MEHMET");
        // Once filed, the lines are closed to their owner like the answers.
        person.goes_to("/apply/zone");
        assert!(person.is_at("/apply/check"), "{}", person.page.told());
    });
}

#[test]
fn lines_that_do_not_fit_are_kept_and_told_what_is_wrong() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        person.begins();
        let [first, second] = his();
        for (lines, error) in [
            ([first.clone(), second.replacen("U12345678", "U12345679", 1)], "error-zone_digit_number"),
            ([first.clone(), second.replacen("900203", "900204", 1)], "error-zone_digit_birth"),
            ([first.clone(), "U123".to_owned()], "error-zone_length"),
            ([first.clone(), second.replacen("TUR", "T?R", 1)], "error-zone_characters"),
            ([first.replacen("P<", "V<", 1), second.clone()], "error-zone_document_type"),
        ] {
            types(&mut person, &lines);
            person.is_to_mend().sees(error);
            person.goes_to("/apply/zone");
            assert_eq!(person.finds_in("zone-line2"), lines[1], "what was typed is kept");
        }
        // Emptied, they are gone.
        types(&mut person, &[String::new(), String::new()]);
        assert_eq!(person.status(), 200);
        person.goes_to("/apply/zone").does_not_see("zone-read");
    });
}

#[test]
fn a_form_of_another_site_changes_nothing() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    let fields = [("csrf", "x"), ("line1", "P<"), ("line2", "1")].map(|(name, value)| (name.into(), value.into()));
    let answer = person.sends(Request::form("/kk/apply/zone", &fields));
    assert_eq!((answer.status, answer.header("x-failure")), (403, Some("stale_form")));
    person.goes_to("/apply/zone");
    assert_eq!(person.finds_in("zone-line1"), "");
}

#[test]
fn a_passport_that_ends_too_early_is_told_beside_its_lines_and_the_form_goes_on() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    types(&mut person, &lines("YILMAZ<<MEHMET", "TUR", "U12345678", "900203", 'M', "260801"));
    let told = Kk.text_with("error-passport_short", &Args::from_iter([("until", Kk.date(day("2026-12-08")))]));
    person.sees(&told).presses("zone-take-over").sees(&told);
    // Of the person the lines know the half: that page comes first, and nobody is told of what they were not asked yet.
    person.presses("save-and-continue").arrives_at("/apply/person");
    assert_eq!((person.finds_in("person-surname_latin"), person.page.complaints()), ("YILMAZ".to_owned(), vec![]));
    person.goes_to("/apply/passport");
    assert_eq!(person.finds_in("passport-number"), "U12345678");
}
