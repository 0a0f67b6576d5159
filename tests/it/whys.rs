//! Under each box that an applicant fills in stands why it is asked, whichever page it is on.

use ruqsat::language::Language::{self, En, Kk, Ru};
use ruqsat::people::Role::{Officer, Operator};

use super::support::{Kind, Person, TestApp, answers};

/// Boxes of the page that say nothing of why they are asked, by name; and how many do.
fn silent(person: &Person) -> (Vec<&str>, usize) {
    let (page, asked) = (&person.page, person.says("why-asked"));
    let (mut silent, mut told) = (Vec::new(), 0);
    for one in page.boxes.iter().filter(|one| !matches!(one.kind.as_str(), "hidden" | "submit" | "button")) {
        let mut at = page.tree.nodes[one.node].parent;
        let is_field = |at: usize| page.tree.attribute(at, "class").is_some_and(|class| class.starts_with("field"));
        while at != 0 && !is_field(at) {
            at = page.tree.nodes[at].parent;
        }
        let says = at != 0 && page.tree.text(at).contains(&asked);
        told += usize::from(says);
        silent.extend((!says).then_some(one.name.as_str()));
    }
    (silent, told)
}

#[track_caller]
fn explains(person: &mut Person, page: &str, boxes: usize) {
    person.goes_to(page).arrives_at(page);
    assert_eq!(silent(person), (vec![], boxes), "{}", person.page.told());
}

fn each_page_explains_itself(reads: Language) {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(reads);
    explains(&mut person, "/funds", 2);
    explains(&mut person, "/open", 2);
    let number = person.begins().0;
    let mut exempt = app.person(reads);
    exempt.begins();
    exempt.saves(&answers::professional().situation);
    // One ground only: it is not chosen, and all the same it is said why it is asked.
    exempt.goes_to("/apply/solvency").sees("solvency-exempt_as.why");

    person.answers_everything(&answers::adult());
    for (page, boxes) in [
        ("/apply/zone", 4),
        ("/apply/children", 1),
        ("/apply/relatives", 1),
        ("/apply/work", 1),
        ("/apply/solvency", 3),
        ("/apply/documents/housing/invite", 2),
        ("/apply/photograph", 1),
    ] {
        explains(&mut person, page, boxes);
    }
    // A paper: what is asked about it, its files and their translation.
    person.goes_to("/apply/documents/criminal_record").sees("papers-add-translation");
    assert_eq!(silent(&person).0, Vec::<&str>::new(), "{}", person.page.told());
    let link = person.invites();
    explains(&mut app.person(reads), &link, 1);
    person.brings_everything().files();
    explains(&mut person, "/apply/messages", 1);
    app.it_is("2026-06-12");
    app.clerk(Operator, Kk).accepts(&number);
    app.it_is("2026-06-15");
    app.clerk(Officer, Kk).prepares_refusal(&number, "49.4", "Savings are not confirmed");
    explains(&mut person, "/apply/objection", 2);
}

#[test]
fn each_box_says_why_it_is_asked() {
    for reads in [Kk, Ru, En] {
        each_page_explains_itself(reads);
    }
}
