//! The rest of an office's day in a real browser: standard reasons that an administrator keeps and a clerk picks; a family
//! beside each other; the committee, which sees every unit, and an administrator, who sees no case; what a negative answer
//! of national security leaves to do; tables taken out. Once in each language of the office.
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::people::COMMITTEE;
use ruqsat::people::Role::{Admin, Officer, Operator, Supervisor};

use crate::house::app::{PASSWORD, UNIT};
use crate::house::{Kind, TestApp, answers};
use crate::visitor::Visitor;

/// Somebody else at the address of the engineer of the fixtures.
fn relative() -> answers::Applicant {
    let mut one = answers::adult();
    (one.person.surname, one.person.given_names) = ("Семёнов".into(), "Пётр".into());
    (one.person.surname_latin, one.person.given_names_latin) = ("SEMENOV".into(), "PETR".into());
    (one.person.iin, one.person.former_name) = ("".into(), "".into());
    one.passport.number = "N7654321".into();
    one.situation.born_on = answers::is("1979-12-30");
    one
}

fn rest_of_the_day(language: Language, applicant_reads: Language) {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(applicant_reads);
    let number = person.applies(&answers::adult());
    let mut relation = app.person(applicant_reads);
    let kin = relation.applies(&relative());

    // The administrator adds a reason, and sees no case.
    let admin = Visitor::new(&app, language, 1280, false);
    let login = app.employs(Admin, UNIT, language).login;
    admin.opens("/desk/sign-in");
    admin.fills("desk-login", &login);
    admin.fills("desk-password", PASSWORD);
    admin.presses("desk-sign-in");
    admin.opens("/admin/reasons");
    admin.chooses("reasons-about", "step-contacts");
    admin.fills("reasons-kk", "Үй нөмірі жазылмаған");
    admin.fills("reasons-ru", "Не указан номер дома");
    admin.presses("reasons-keep");
    admin.sees("Үй нөмірі жазылмаған");
    admin.opens("/desk");
    assert!(!admin.browser.has(&number), "{}", admin.browser.text());

    // A clerk sees the family beside the case, and picks the reason: the applicant reads it in the language of their letters.
    let officer = Visitor::new(&app, language, 1280, true);
    let officer_login = officer.works_as(&app, Officer);
    officer.takes(&kin);
    officer.sees("related-title");
    officer.sees("related-address");
    officer.sees(&number);
    officer.presses("move-return");
    let step = officer.says("step-contacts");
    officer.browser.click(&step); // unfolds it
    // The letters of the invented applicants are in Kazakh, whatever their pages are read in.
    let sentence = "Үй нөмірі жазылмаған";
    let picks = format!(
        "const box = document.getElementById('reason-step-contacts'); \
         box.selectedIndex = [...box.options].findIndex(one => one.textContent.includes('{sentence}')); \
         return [box.selectedIndex > 0 ? 'picked' : box.innerText];"
    );
    assert_eq!(officer.browser.asks(&picks), ["picked"]);
    officer.presses("desk-return");
    officer.sees("status-returned");
    relation.sees_state("returned").sees(sentence);

    // The committee sees the case too, of whatever unit it is.
    let centre = Visitor::new(&app, language, 1280, false);
    centre.signs_in(&app.employs(Officer, COMMITTEE, language).login);
    centre.takes(&number);

    // National security says no: nothing can be granted, and the page says what is left to do.
    app.clerk(Operator, language).accepts(&number);
    let mut asks = app.person(language);
    asks.signs_in(&officer_login, PASSWORD);
    asks.asks_approver(&number, "national_security");
    asks.records_answer(&number, "national_security", "negative");
    let head = Visitor::new(&app, language, 1920, true);
    head.works_as(&app, Supervisor);
    head.takes(&number);
    head.sees("desk-negative-national_security");
    head.presses("move-approve");
    head.sees("desk-security-refused");
    let grants = head.says("desk-approve-button");
    let buttons =
        head.browser.asks("return [...document.querySelectorAll('button')].map(one => one.innerText.trim());");
    assert!(!buttons.contains(&grants), "{buttons:?}");

    // The head takes the cases out as a table.
    head.opens("/desk");
    let table = head.browser.asks_later(
        "const done = arguments[arguments.length - 1]; \
         const link = [...document.links].find(link => link.href.includes('format=csv')); \
         fetch(link.href).then(answer => answer.text()).then(text => done(text.trim().split('\\n')));",
    );
    assert_eq!(table.len(), 3, "{table:?}");
    assert!(table.iter().any(|line| line.contains(&number)), "{table:?}");
}

#[test]
fn the_rest_of_the_day_in_kazakh() {
    rest_of_the_day(Kk, Ru);
}

#[test]
fn the_rest_of_the_day_in_russian() {
    rest_of_the_day(Ru, Kk);
}
