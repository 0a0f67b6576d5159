//! "Do I have enough?": what a person types is counted, or complained about at its box and kept.

use ruqsat::language::Language::{En, Kk, Ru};

use super::support::{Kind, Person, TestApp};

/// In June 2026: 1320 times 4325 tenge.
const LEAST: i64 = 1320 * 4325;

fn counts<'a>(person: &'a mut Person, amount: &str, rate: &str) -> &'a mut Person {
    person.goes_to("/funds").fills("funds-amount", amount).fills("funds-rate", rate).presses("funds-count")
}

#[test]
fn a_sum_at_a_rate_is_counted_in_tenge_and_compared_with_the_least() {
    let app = TestApp::on(Kind::Sqlite);
    for reads in [Kk, Ru, En] {
        let mut person = app.person(reads);
        person.goes_to("/funds").sees(&reads.tenge(LEAST)).does_not_see("funds-enough").does_not_see("funds-lacks");
        // 12 000 at 475.75 are the least sum to the tenge.
        counts(&mut person, "12 000", "475,75").sees("funds-enough").does_not_see("funds-lacks");
        assert_eq!((person.status(), person.finds_in("funds-rate")), (200, "475,75".to_owned()));
        counts(&mut person, "12 000", "475,74").sees(&reads.tenge(LEAST - 120)).sees(&reads.tenge(120));
        person.sees("funds-lacks").does_not_see("funds-enough");
        // Without a rate the sum is in tenge.
        counts(&mut person, "5709000,50", "").sees("funds-enough");
    }
}

/// The box, by the words of its label: whether it is marked as wrong, and whether the error stands by it.
fn is_wrong(person: &Person, name: &str) -> bool {
    let tree = &person.page.tree;
    let by_id = |id: &str| (0..tree.nodes.len()).find(|node| tree.attribute(*node, "id") == Some(id));
    let marked = by_id(name).is_some_and(|node| tree.attribute(node, "aria-invalid") == Some("true"));
    let told = by_id(&format!("{name}-error"));
    assert_eq!(marked, told.is_some(), "{name}: marked and told, or neither");
    let says = if name == "amount" { "error-sum" } else { "error-decimal" };
    told.is_some_and(|node| tree.text(node).contains(&person.says(says)))
}

#[test]
fn what_is_no_number_is_complained_about_at_its_box_and_kept() {
    let app = TestApp::on(Kind::Sqlite);
    for reads in [Kk, Ru, En] {
        for (amount, rate, wrong) in [
            ("twelve", "475,75", (true, false)),
            ("", "", (true, false)),
            ("12 000", "about 475", (false, true)),
            ("-1", "1,23456", (true, true)),
            // Two numbers that are too large together.
            ("999999999999", "999999999999", (true, false)),
        ] {
            let mut person = app.person(reads);
            counts(&mut person, amount, rate);
            assert_eq!(person.status(), 422, "{amount} {rate}");
            assert_eq!((is_wrong(&person, "amount"), is_wrong(&person, "rate")), wrong, "{amount} {rate}");
            assert_eq!(person.page.complaints().len(), usize::from(wrong.0) + usize::from(wrong.1));
            person.does_not_see("funds-enough").does_not_see("funds-lacks");
            assert_eq!((person.finds_in("funds-amount"), person.finds_in("funds-rate")), (amount.into(), rate.into()));
        }
    }
}
