//! Freshness clocks: each paper says until when it is good, on every page where somebody can still do something about it.

use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;

use super::support::{Person, TestApp, answers, each_db, files};

/// Brings a paper anew that was issued on that day.
fn issued(person: &mut Person, kind: DocumentKind, day: &str) {
    person.goes_to(&format!("/apply/documents/{kind}")).fills("paper-issued_on", day);
    person.presses("save-and-continue");
}

/// The sentence of an id with a day and, where it has one, a number of days.
fn says(person: &Person, id: &str, day: &str, days: i64) -> String {
    use ruqsat::language::{Arg, Args};
    let mut args = Args::new();
    args.set("day".to_owned(), person.language.date(super::support::day(day)).arg());
    args.set("days".to_owned(), days.arg());
    person.language.text_with(id, &args)
}

#[test]
fn the_clock_is_told_at_upload_before_filing_while_waiting_and_at_the_counter() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        for language in [Kk, Ru, En] {
            app.it_is("2026-06-10");
            let mut person = app.person(language);
            let (number, _) = person.begins();
            person.answers_everything(&answers::adult()).brings_everything();
            // Good until 18 June: eight days are left.
            issued(&mut person, DocumentKind::Medical028u, "2025-12-20");
            person.goes_to("/apply/documents/medical_028u");
            let until = says(&person, "fresh-until", "2026-06-18", 0);
            let decision = says(&person, "fresh-decision", "2026-07-27", 0);
            person.sees(&until).sees(&decision);
            let come = says(&person, "fresh-come", "2026-06-18", 0);
            person.goes_to("/apply/check").sees(&until).sees(&come);
            let month = says(&person, "fresh-month", "2026-06-18", 8);
            person.files().goes_to("/track").sees("fresh-title").sees(&month);

            app.it_is("2026-06-11");
            let week = says(&person, "fresh-week", "2026-06-18", 7);
            person.goes_to("/track").sees(&week);
            if language == Ru {
                let mut clerk = app.clerk(Role::Operator, Kk);
                clerk.takes(&number).follows("move-accept").sees_day("2026-06-18").sees("desk-fresh-before-decision");
            }
            app.it_is("2026-06-19");
            let gone = says(&person, "fresh-gone", "2026-06-18", 0);
            person.goes_to("/track").sees(&gone);
        }
    });
}

#[test]
fn a_paper_that_has_run_out_is_not_filed_and_not_accepted() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let (number, _) = person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        issued(&mut person, DocumentKind::Medical028u, "2025-12-11");
        // 181 days old.
        person.is_to_mend();
        let decision = says(&person, "fresh-decision", "2026-07-27", 0);
        person.goes_to("/apply/documents/medical_028u").does_not_see(&decision);
        person.goes_to("/apply/check");
        assert!(!person.page.complaints().is_empty());
        issued(&mut person, DocumentKind::Medical028u, "2025-12-12");
        person.files();
        let mut clerk = app.clerk(Role::Operator, Kk);
        app.it_is("2026-06-11");
        clerk.takes(&number).follows("move-accept").ticks_all("original").presses("desk-accept");
        assert_ne!(clerk.status(), 200);
        clerk.sees_day("2026-06-10");
    });
}

#[test]
fn a_passport_has_a_clock_too_and_what_is_handed_in_has_none() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let (number, _) = person.begins();
        let mut applicant = answers::adult();
        applicant.passport.expires_on = answers::is("2027-01-05"); // 181 days before: 8 July 2026
        person.answers_everything(&applicant).brings_everything();
        person.goes_to("/apply/documents/passport");
        let until = says(&person, "passport-until", "2026-07-08", 0);
        person.sees(&until).goes_to("/apply/check").sees("check-advices").sees_day("2026-07-08");
        person.files().goes_to("/track").sees("document-passport").sees("fresh-title");
        let mut clerk = app.clerk(Role::Operator, Ru);
        // The last day to apply lies before the decision; the passport is good for half a year more.
        clerk.takes(&number).follows("move-accept").sees_day("2026-07-08").does_not_see("desk-fresh-before-decision");
        clerk.accepts(&number);
        person.goes_to("/track").does_not_see("fresh-title");
    });
}

#[test]
fn papers_without_a_term_have_no_clock() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation).brings(DocumentKind::Housing, &files::pdf("housing"));
        person.goes_to("/apply/documents/housing").does_not_see("papers-fresh");
    });
}
