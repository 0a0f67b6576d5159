//! The whole way in a real browser: an applicant with a narrow one in one language, clerks in the other.
use std::sync::{Mutex, MutexGuard, PoisonError};

use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::law::DocumentKind::{BirthCertificate, CriminalRecord};
use ruqsat::people::Role::{Officer, Operator, Supervisor};

use crate::applicant::{Keys, papers};
use crate::house::answers::{self, Applicant};
use crate::house::{Kind, TestApp};
use crate::support::browser::Engine;
use crate::visitor::Visitor;

/// How somebody goes the way.
#[derive(Clone, Copy)]
struct Way {
    engine: Engine,
    javascript: bool,
    keyboard: bool,
}

impl Way {
    fn visitor(self, app: &TestApp, language: Language, width: u32) -> Visitor {
        let visitor = Visitor::using(self.engine, app, language, width, self.javascript);
        visitor.browser.keyboard.set(self.keyboard);
        visitor
    }
    /// Holds the way free of others: one geckodriver has one Firefox at a time.
    fn alone(self) -> Option<MutexGuard<'static, ()>> {
        static FIREFOX: Mutex<()> = Mutex::new(());
        (self.engine == Engine::Firefox).then(|| FIREFOX.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn granted(applicant: &Applicant, javascript: bool, applicant_reads: Language, clerks_read: Language) {
    let way = Way { engine: Engine::Chromium, javascript, keyboard: false };
    granted_on(way, applicant, applicant_reads, clerks_read);
}

fn granted_on(way: Way, applicant: &Applicant, applicant_reads: Language, clerks_read: Language) {
    let _alone = way.alone();
    let app = TestApp::on(Kind::Sqlite);
    let keys = filed_on(way, &app, applicant, applicant_reads);

    let remark = "Phone: one digit is missing";
    // One geckodriver has one Firefox: the clerks, who are there at the same time, have Chromium.
    let office = Way { engine: Engine::Chromium, ..way }.visitor(&app, clerks_read, 1280);
    let login = office.works_as(&app, Officer);
    let abroad = papers(applicant).into_iter().find(|kind| [CriminalRecord, BirthCertificate].contains(kind));
    office.sees_pair(&keys.number, abroad.expect("a paper of another state"));
    office.returns(&keys.number, "contacts", remark);

    let person = way.visitor(&app, applicant_reads, 360);
    person.returns_with(&keys);
    person.corrects_contacts(remark, "+7 701 123 45 68");
    office.signs_out();
    office.works_as(&app, Operator);
    office.takes(&keys.number);
    office.sees("+7 701 123 45 68");
    office.accepts(&keys.number);
    person.is_told("accepted");

    // The talon is in the applicant's language; signing out is in one's own.
    office.opens("/desk");
    office.signs_out();
    office.signs_in(&login);
    office.hears_national_security(&keys.number);
    office.signs_out();
    office.works_as(&app, Supervisor);
    office.approves(&keys.number);
    person.is_told("approved");
    person.sees("track-granted");
}

/// The way of an application until it is filed.
fn filed_on(way: Way, app: &TestApp, applicant: &Applicant, reads: Language) -> Keys {
    let mut person = way.visitor(app, reads, 360);
    let keys = person.begins(applicant);
    person.answers_everything(applicant);
    person.files(&keys);
    keys // the computer was not theirs: the browser closes
}

#[test]
fn an_engineer_in_kazakh_without_javascript_clerks_in_russian() {
    granted(&answers::adult(), false, Kk, Ru);
}

#[test]
fn an_engineer_in_russian_with_javascript_clerks_in_kazakh() {
    granted(&answers::adult(), true, Ru, Kk);
}

#[test]
fn a_doctor_in_russian_with_javascript_clerks_in_kazakh() {
    granted(&answers::professional(), true, Ru, Kk);
}

#[test]
fn a_doctor_in_kazakh_without_javascript_clerks_in_russian() {
    granted(&answers::professional(), false, Kk, Ru);
}

#[test]
fn a_girl_with_her_mother_in_kazakh_with_javascript_clerks_in_russian() {
    granted(&answers::minor(), true, Kk, Ru);
}

#[test]
fn a_girl_with_her_mother_in_russian_without_javascript_clerks_in_kazakh() {
    granted(&answers::minor(), false, Ru, Kk);
}

#[test]
fn an_engineer_in_kazakh_in_firefox_clerks_in_russian() {
    let way = Way { engine: Engine::Firefox, javascript: true, keyboard: false };
    granted_on(way, &answers::adult(), Kk, Ru);
}

#[test]
fn a_girl_with_her_mother_files_in_russian_in_firefox_without_javascript() {
    let way = Way { engine: Engine::Firefox, javascript: false, keyboard: false };
    let _alone = way.alone();
    filed_on(way, &TestApp::on(Kind::Sqlite), &answers::minor(), Ru);
}

#[test]
fn a_girl_with_her_mother_in_kazakh_by_keyboard_alone_and_so_the_clerks() {
    let way = Way { engine: Engine::Chromium, javascript: true, keyboard: true };
    granted_on(way, &answers::minor(), Kk, Ru);
}
