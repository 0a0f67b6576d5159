//! Review side by side: marks are kept, become the notice of deficiencies, and grow old when the applicant mends.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Admin, Auditor, Officer, Operator, Supervisor};

use super::support::{Person, TestApp, answers, each_db};

#[test]
fn what_was_marked_to_be_mended_stands_in_the_notice_and_comes_back_old_beside_new() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        let number = person.applies(&answers::adult());
        let mut officer = app.clerk(Officer, Ru);
        officer.takes(&number).follows("review-open").sees("step-situation");
        officer.presses("review-keep");
        assert_eq!(officer.status(), 422);
        officer.sees("review-verdict-missing");
        officer.ticks_value("verdict", "right").presses("review-keep").sees("step-person");

        // A note is kept, and leads into the notice; what was not finished is there on the next day.
        officer.takes(&number).follows("review-open").follows("step-contacts").ticks_value("verdict", "mend");
        officer.fills("review-note", "Phone: one digit is missing").presses("review-keep");
        app.it_is("2026-06-11");
        officer.takes(&number).follows("review-open").follows("step-contacts");
        assert_eq!(officer.finds_in("review-note"), "Phone: one digit is missing");
        officer.takes(&number).follows("move-return");
        let remark = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
        assert_eq!(remark.value, "Phone: one digit is missing");
        officer.puts("reason-paper-passport", "reason-unreadable").presses("desk-return").sees("status-returned");

        // The applicant sees exactly these, in the own language, with the day; the rest stays closed.
        person.goes_to("/track").sees("Phone: one digit is missing").sees("reason-unreadable").sees_day("2026-06-25");
        person.goes_to("/apply/person");
        assert!(!person.is_at("/apply/person"), "{}", person.page.told());
        let mut mended = answers::adult().contacts;
        mended.phone = "+7 701 123 45 69".into();
        person.saves(&mended).goes_to("/apply/check").presses_to("/apply/submit");

        officer.takes(&number).follows("review-open").follows("step-contacts");
        officer.sees("review-outdated").sees("review-mended").sees("+7 701 123 45 69");
        officer.takes(&number).follows("review-open").sees("review-changed");
    });
}

/// The standard reasons that the notice offers.
fn offered(clerk: &Person) -> Vec<String> {
    let tree = &clerk.page.tree;
    tree.all("option").map(|option| tree.text(option)).collect()
}

#[test]
fn the_office_keeps_its_own_list_of_reasons() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let number = person.applies(&answers::adult());
        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to("/admin/reasons").fills("reasons-ru", "Only half").presses("reasons-keep");
        assert_eq!(admin.status(), 422);
        admin.sees("reasons-about-missing").sees("reasons-sentence-missing");
        assert_eq!(admin.finds_in("reasons-ru"), "Only half");
        admin.puts("about", "step-fee").fills("reasons-kk", "kk-words").fills("reasons-ru", "ru-words");
        admin.fills("reasons-citation-kk", "art. 1").presses("reasons-keep").sees("kk-words");

        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("move-return");
        assert!(offered(&officer).contains(&"kk-words (art. 1)".to_owned()));
        assert!(
            !offered(&officer).iter().any(|reason| reason.contains("ru-words")),
            "in the applicant's language only"
        );

        let mut supervisor = app.clerk(Supervisor, Ru);
        let retire = format!("{}: ru-words", supervisor.says("reasons-retire"));
        supervisor.goes_to("/admin/reasons").presses(&retire).sees("reasons-retired");
        officer.takes(&number).follows("move-return");
        assert!(!offered(&officer).iter().any(|reason| reason.contains("kk-words")));
        for mut stranger in [app.clerk(Operator, Ru), app.clerk(Auditor, Ru)] {
            stranger.goes_to("/admin/reasons");
            assert_eq!(stranger.status(), 403);
        }
    });
}
