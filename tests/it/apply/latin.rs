//! A name in Latin letters is taken with a word of advice: whose papers have no other letters can file, and is found.

use ruqsat::documents::passport_zone::{Item, Verdict};
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::Officer;
use ruqsat::store::applications;

use super::on_the_page;
use crate::support::{TestApp, answers, day, each_db};
use crate::zone::lines;

#[test]
fn a_name_in_latin_letters_is_advised_about_filed_found_and_compared() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut applicant = answers::adult();
        // By the Kazakh alphabet of 2021.
        applicant.person.surname = "Jūmabaev".into();
        applicant.person.given_names = "Qairat".into();
        let mut person = app.person(Kk);
        person.begins();
        person.answers_everything(&applicant).goes_to("/apply/person").sees("error-name_in_latin");
        person.goes_to("/apply/zone");
        let [first, second] = lines("ZHUMABAEV<<KAIRAT", "KGZ", "U12345678", "900203", 'M', "330109");
        person.fills("zone-line1", &first).fills("zone-line2", &second).presses("zone-check");
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        let application = app.office.db.read(|conn| applications::load(conn, &id)).unwrap();
        let beside = application.beside_zone(day("2026-06-10"));
        for item in [Item::Surname, Item::GivenNames] {
            let verdict = beside.iter().find(|one| one.item == item).map(|one| one.verdict);
            assert_eq!(verdict, Some(Verdict::SameByOlderRules), "{item:?}");
        }

        person.brings_everything().goes_to("/apply/check").sees("error-name_in_latin").files();
        let number = application.number.to_string();
        let mut clerk = app.clerk(Officer, Ru);
        for words in ["Жұмабаев", "жумабаев кайрат", "Zhumabayev", "QAIRAT"] {
            clerk.goes_to("/desk").fills("desk-search-label", words).presses("desk-search").sees(&number);
        }
        clerk.takes(&number).sees("desk-error-name_in_latin");
    });
}

#[test]
fn letters_of_two_alphabets_in_one_word_are_a_slip() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut person, _, _) = on_the_page(&app);
        person.fills("person-surname", "A\u{445}метов").presses("save-and-continue");
        person.is_to_mend();
        person.sees("error-cyrillic_name");
    });
}
