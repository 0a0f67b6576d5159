//! What an applicant is told to mend, and the small words around it: each once, where it belongs.

use ruqsat::application::Number;
use ruqsat::application::steps::StepName;
use ruqsat::language::Args;
use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::people::Role::{Officer, Operator};
use ruqsat::store::applications::{self, Changed};

use super::support::html::Tree;
use super::support::{Kind, TestApp, answers, day};

/// Texts of the elements of a name inside of the one with an id.
fn inside(tree: &Tree, id: &str, name: &str) -> Vec<String> {
    let whole = (0..tree.nodes.len()).find(|node| tree.attribute(*node, "id") == Some(id)).unwrap();
    let of_name = tree.inside(whole).into_iter().filter(|node| tree.nodes[*node].name == name);
    of_name.map(|node| tree.text(node)).collect()
}

#[test]
fn the_errors_of_an_application_stand_under_their_steps_and_say_each_thing_once() {
    for reads in [Kk, Ru, En] {
        let app = TestApp::on(Kind::Sqlite);
        let mut person = app.person(reads);
        person.begins();
        person.saves(&answers::adult().situation);
        person.goes_to("/apply/contacts").fills("contacts-phone", "12").fills("contacts-house", &"9".repeat(900));
        person.presses("save-and-continue").goes_to("/apply/check");
        let tree = &person.page.tree;
        let lines = inside(tree, "errors", "li");
        // The sentence names its box, or the box is named before it.
        assert!(lines.contains(&person.says("error-phone")), "{lines:#?}");
        assert!(lines.contains(&person.says("contacts-street-required")), "{lines:#?}");
        let house = format!("{}: ", person.says("contacts-house"));
        assert_eq!(lines.iter().filter(|line| line.starts_with(&house)).count(), 1, "{lines:#?}");
        let steps = inside(tree, "errors", "h3");
        let in_order = |step: &&StepName| steps.contains(&person.says(&format!("step-{}", step.code())));
        let named: Vec<String> = StepName::ALL.iter().filter(in_order).map(|step| step.code().to_owned()).collect();
        assert_eq!(steps, named.iter().map(|step| person.says(&format!("step-{step}"))).collect::<Vec<_>>());
        assert!(steps.len() > 10 && !steps.contains(&person.says("step-situation")), "{steps:?}");
        // A page that nobody opened is one line, not one for each question.
        assert!(!lines.contains(&person.says("person-sex-required")), "{lines:#?}");
        let untouched = inside(tree, "errors", "p").iter().filter(|p| **p == person.says("check-not-answered")).count();
        assert!(untouched > 5, "{untouched}");
        let count = (lines.len() + untouched).to_string();
        assert!(inside(tree, "errors", "h2")[0].contains(&count), "{count}");
        let to_person = person.says("step-person");
        person.follows(&to_person).arrives_at("/apply/person");
    }
}

#[test]
fn entries_that_have_no_name_yet_are_told_apart_by_their_place() {
    for reads in [Kk, Ru, En] {
        let app = TestApp::on(Kind::Sqlite);
        let mut person = app.person(reads);
        person.begins();
        person.saves(&answers::adult().situation);
        for city in ["Izmir", "Bursa"] {
            person.goes_to("/apply/relatives/new").fills("relatives-address", city).presses("save-and-continue");
        }
        let second = reads.text_with("record-no", &Args::from_iter([("no", 2)]));
        person.goes_to("/apply/check");
        let lines = inside(&person.page.tree, "errors", "li");
        assert!(lines.iter().any(|line| line.starts_with(&format!("{second}: "))), "{second}: {lines:#?}");
        person.goes_to("/apply/relatives").follows(&second);
        assert_eq!(person.finds_in("relatives-address"), "Bursa");
    }
}

#[test]
fn a_time_without_a_place_of_work_is_named_by_what_was_done_and_not_by_the_town() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    person.begins();
    person.saves(&answers::adult().situation);
    person.goes_to("/apply/work/new").chooses("work-occupation", "occupation-unemployed");
    person.fills("work-locality", "Urgut").presses("save-and-continue").goes_to("/apply/work");
    let named = person.says("occupation-unemployed");
    assert_eq!(inside(&person.page.tree, "items", "a"), [named.as_str()]);
    person.goes_to("/apply/check");
    assert!(inside(&person.page.tree, "content", "h3").contains(&named), "{}", person.page.told());
}

#[test]
fn a_list_offers_who_belongs_on_it_and_the_page_of_a_new_one_says_what_is_done() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Ru);
    let (number, _) = person.begins();
    person.saves(&answers::adult().situation);
    for list in ["children", "relatives", "work"] {
        person.goes_to(&format!("/apply/{list}/new"));
        assert_eq!(person.page.heading(), person.says(&format!("{list}-add")));
    }
    let offered = |person: &super::support::Person| {
        let tree = &person.page.tree;
        tree.all("option").map(|option| tree.text(option)).collect::<Vec<_>>()
    };
    person.goes_to("/apply/relatives/new");
    let (mother, spouse) = (person.says("relation-mother"), person.says("relation-spouse"));
    assert!(offered(&person).contains(&mother) && !offered(&person).contains(&spouse));
    // Who named the spouse before, still reads so.
    person.chooses("relatives-relation", "relation-mother").fills("relatives-name", "Айгүл");
    person.chooses("relatives-country", "country-KAZ").presses("save-and-continue").arrives_at("/apply/relatives");
    let (db, list) = (&app.office.db, StepName::Relatives);
    let id = db.write(|conn| {
        let own = applications::by_number(conn, &Number::read(&number).unwrap())?.0;
        applications::change(conn, &own, None, |application, _| {
            let (id, mut body) = application.answers.record_bodies(list).remove(0);
            body.insert("relation".to_owned(), "spouse".into());
            application.answers.put_record(list, &id, body);
            Ok(Changed { value: id, event: None })
        })
    });
    let id = id.unwrap();
    person.goes_to(&format!("/apply/relatives/{id}"));
    assert!(offered(&person).contains(&spouse));
    assert_eq!(person.finds_in("relatives-relation"), "spouse");
}

#[test]
fn after_an_objection_the_page_says_so_and_offers_to_add_to_it_while_the_term_runs() {
    let app = TestApp::on(Kind::Sqlite);
    let mut person = app.person(Kk);
    let number = person.applies(&answers::adult());
    app.it_is("2026-06-12");
    app.clerk(Operator, Ru).accepts(&number);
    app.it_is("2026-06-15");
    app.clerk(Officer, Ru).prepares_refusal(&number, "49.4", "Savings are not confirmed");
    let links = |person: &super::support::Person| {
        let tree = &person.page.tree;
        tree.all("a").map(|link| tree.text(link)).collect::<Vec<_>>()
    };
    app.it_is("2026-06-16");
    person.goes_to("/track").follows("objection-title").fills("objection-text", "One").presses("objection-send");
    let (first, more) = (person.says("objection-title"), person.says("objection-more"));
    assert!(!links(&person).contains(&first) && links(&person).contains(&more), "{:?}", links(&person));
    let told = person.says("track-objected");
    person.sees(told.split(':').next().unwrap()).sees_day("2026-06-16").sees_day("2026-06-17");
    person.follows("objection-more").fills("objection-text", "Two").presses("objection-send").sees("One").sees("Two");
    app.it_is("2026-06-18");
    person.goes_to("/track").sees_day("2026-06-16").sees("objection-over-then").sees("Two");
    assert!(!links(&person).contains(&first) && !links(&person).contains(&more), "{:?}", links(&person));
}

#[test]
fn a_date_does_not_break_after_its_day() {
    for language in [Kk, Ru, En] {
        let date = language.date(day("2027-03-12"));
        let month = language.text("month-of-3");
        assert!(date.contains(&format!("12\u{A0}{month}")), "{date:?}");
    }
}
