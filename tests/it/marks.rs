//! Review side by side, in the words of whoever reads: the applicant's own words beside the clerk's, and each of the marks.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::Officer;

use super::support::journeys::filed;
use super::support::{TestApp, answers, each_db};

#[test]
fn beside_kazakh_words_stand_the_russian_ones_of_the_applicant() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut applicant = answers::adult();
        applicant.contacts.letters_in = answers::is("ru");
        let number = app.person(Ru).applies(&applicant);
        let mut officer = app.clerk(Officer, Kk);
        officer.takes(&number).follows("review-open").follows("desk-step-situation").sees("understood-original");
        let tree = &officer.page.tree;
        let in_russian = |id: &usize| tree.attribute(*id, "lang") == Some("ru") && tree.text(*id) == "Турция";
        let country = tree.all("span").find(in_russian).expect("the country in Russian, and marked as such");
        let answer = tree.around(country, "dd").map(|answer| tree.text(answer)).unwrap();
        assert!(answer.starts_with("Түркия Турция"), "{answer}");
    });
}

#[test]
fn that_an_item_does_not_apply_is_kept_and_is_no_remark() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, _, number) = filed(kind, Kk);
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number).follows("review-open").follows("step-contacts");
            officer.ticks_value("verdict", "not_applicable").presses("review-keep");
            assert_eq!(officer.status(), 200, "{}", officer.page.told());
            app.it_is("2026-06-11");
            officer.takes(&number).follows("review-open").follows("step-contacts");
            assert_eq!(officer.finds_in("review-verdict"), "not_applicable");
            let (item, verdict) = (officer.says("step-contacts"), officer.says("verdict-not_applicable"));
            let tree = &officer.page.tree;
            let items: Vec<String> = tree.all("li").map(|id| tree.text(id)).collect();
            assert!(items.iter().any(|told| told.starts_with(&item) && told.contains(&verdict)), "{items:#?}");
            officer.takes(&number).follows("move-return");
            let remark = officer.page.boxes.iter().find(|one| one.name == "remark-step-contacts").unwrap();
            assert_eq!(remark.value, "");
        });
    }
}
