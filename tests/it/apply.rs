//! The form: nothing typed is ever lost, nothing bad that comes in does harm.

mod bad_input;
mod full_disk;
mod kept;
mod latin;
mod once;
mod saved;
mod steps;
mod tabs;

use ruqsat::language::Language::Kk;

use super::support::{Person, TestApp, answers};

/// Somebody on the page about their person, with the situation answered; their number and code.
fn on_the_page(app: &TestApp) -> (Person, String, String) {
    let mut person = app.person(Kk);
    let (number, code) = person.begins();
    person.saves(&answers::adult().situation).goes_to("/apply/person");
    (person, number, code)
}
