//! Cases that belong together: the same person twice, also with a new passport; families. Shown with the reason, only
//! number and unit of another unit's case, and nothing is stopped by it.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Officer, Operator};

use super::support::answers::{Applicant, adult, is};
use super::support::{Person, TestApp, each_db};

/// Somebody with nothing in common with the engineer of the fixtures.
fn other() -> Applicant {
    let mut one = adult();
    (one.person.surname, one.person.given_names) = ("Семёнов".into(), "Пётр".into());
    (one.person.surname_latin, one.person.given_names_latin) = ("SEMENOV".into(), "PETR".into());
    one.person.iin = "".into();
    one.person.former_name = "".into();
    one.passport.number = "N7654321".into();
    one.situation.born_on = is("1979-12-30");
    (one.contacts.street, one.contacts.house) = ("Абай".into(), "199".into());
    one.residence.provider_name = "".into();
    one.residence.provider = is("own");
    one.children.clear();
    one.relatives.clear();
    one
}

fn applies(app: &TestApp, who: &Applicant) -> String {
    app.person(Kk).applies(who)
}

/// What the page of a case tells of another one.
fn tells(clerk: &mut Person, case: &str, other: &str, reasons: &[&str]) {
    clerk.takes(case).sees("related-title").sees(other);
    for reason in reasons {
        clerk.sees(reason);
    }
}

#[test]
fn the_same_iin_tells_of_the_same_person_whatever_else_differs() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut one = other();
        one.person.iin = "880229300007".into();
        let first = applies(&app, &one);
        let mut again = one.clone();
        (again.person.surname, again.person.given_names) = ("Цой".into(), "Алексей".into());
        (again.person.surname_latin, again.person.given_names_latin) = ("TSOY".into(), "ALEXEY".into());
        (again.passport.number, again.contacts.house) = ("N9999999".into(), "3".into());
        again.situation.born_on = is("1988-02-29");
        let second = applies(&app, &again);
        let mut officer = app.clerk(Officer, Ru);
        tells(&mut officer, &first, &second, &["related-duplicate", "related-iin"]);
        officer.does_not_see("related-passport").does_not_see("related-name");
        tells(&mut officer, &second, &first, &["related-iin"]);
    });
}

#[test]
fn the_same_person_is_found_again_also_with_a_new_passport_and_in_other_letters() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let first = applies(&app, &other());
        let stranger = applies(&app, &{
            let mut one = other();
            (one.person.surname, one.person.surname_latin) = ("Ким".into(), "KIM".into());
            (one.passport.number, one.contacts.house) = ("N0000001".into(), "7".into());
            one
        });
        let mut renewed = other();
        renewed.passport.number = "N9999999".into();
        (renewed.person.surname, renewed.contacts.house) = ("Семенов".into(), "1".into());
        let second = applies(&app, &renewed);
        let mut borrowed = other();
        (borrowed.person.surname, borrowed.person.surname_latin) = ("Цой".into(), "TSOY".into());
        (borrowed.situation.born_on, borrowed.contacts.house) = (is("1985-05-05"), "2".into());
        let third = applies(&app, &borrowed);
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&stranger).does_not_see("related-title");
        tells(&mut officer, &first, &second, &["related-duplicate", "related-name"]);
        tells(&mut officer, &first, &third, &["related-passport"]);
        officer.takes(&second).does_not_see(&third).does_not_see("related-passport");
        // Nothing is stopped by it.
        app.clerk(Operator, Kk).accepts(&second);
    });
}

#[test]
fn families_are_linked_and_of_another_unit_only_number_and_unit_are_told() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let husband = other();
        let mut wife = other();
        (wife.person.surname, wife.person.given_names) = ("Семёнова".into(), "Анна".into());
        (wife.person.surname_latin, wife.person.given_names_latin) = ("SEMENOVA".into(), "ANNA".into());
        (wife.passport.number, wife.situation.born_on) = ("N1111111".into(), is("1981-01-02"));
        (wife.contacts.region, wife.contacts.street) = (is("KZ71"), "Сарыарқа".into());
        let family = wife.family.as_mut().unwrap();
        family.marital_status = is("married");
        (family.spouse_name, family.spouse_born_on) = ("Semenov Petr".into(), is("1979-12-30"));
        family.spouse_applies = is("yes");
        let mut neighbour = husband.clone();
        (neighbour.person.surname, neighbour.person.surname_latin) = ("Ким".into(), "KIM".into());
        (neighbour.passport.number, neighbour.situation.born_on) = ("N2222222".into(), is("1990-01-01"));
        let (his, hers, third) = (applies(&app, &husband), applies(&app, &wife), applies(&app, &neighbour));
        let mut officer = app.clerk(Officer, Kk);
        tells(&mut officer, &his, &hers, &["related-named_there", "unit-KZ71"]);
        officer.does_not_see("Семёнова");
        tells(&mut officer, &his, &third, &["related-address", "Ким"]);
        let mut theirs = app.clerk_of(Officer, "KZ71", Ru);
        tells(&mut theirs, &hers, &his, &["related-named_here", "unit-KZ75"]);
    });
}

#[test]
fn one_address_in_a_city_is_one_with_and_without_the_name_of_the_city() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut named, mut unnamed) = (other(), other());
        (named.contacts.region, named.contacts.locality) = (is("KZ75"), "Алматы".into());
        (unnamed.contacts.region, unnamed.contacts.locality) = (is("KZ75"), "".into());
        (unnamed.person.surname, unnamed.person.surname_latin) = ("Ким".into(), "KIM".into());
        (unnamed.passport.number, unnamed.situation.born_on) = ("N0000001".into(), is("1985-05-05"));
        let (first, second) = (applies(&app, &named), applies(&app, &unnamed));
        let mut officer = app.clerk_of(Officer, "KZ75", Ru);
        tells(&mut officer, &first, &second, &["related-address"]);
    });
}
