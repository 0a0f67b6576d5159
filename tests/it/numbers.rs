//! The numbers of the head as they stand on the page, after what people did in the office.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Auditor, Officer, Operator, Supervisor};

use super::support::{Person, TestApp, answers, each_db};

/// The figures of a line of a table, found by its head.
fn line(clerk: &Person, head: &str) -> Vec<String> {
    let (tree, text) = (&clerk.page.tree, clerk.says(head));
    let row = tree
        .all("tr")
        .find(|row| tree.inside(*row).iter().any(|id| tree.text(*id) == text && tree.nodes[*id].name == "th"));
    let row = row.unwrap_or_else(|| panic!("no line «{text}» on {}", clerk.page.told()));
    tree.inside(row).into_iter().filter(|id| tree.nodes[*id].name == "td").map(|id| tree.text(id)).collect()
}

#[test]
fn the_page_counts_what_happened() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let app = TestApp::on(kind);
            let granted = app.person(Kk).applies(&answers::adult());
            let refused = app.person(Kk).applies(&answers::adult());
            app.person(Kk).applies(&answers::minor());
            app.it_is("2026-06-12");
            let mut operator = app.clerk(Operator, Kk);
            operator.accepts(&granted).accepts(&refused);
            app.it_is("2026-06-15");
            let mut officer = app.clerk(Officer, reads);
            officer.asks_approver(&granted, "national_security");
            officer.records_answer(&granted, "national_security", "positive");
            officer.prepares_refusal(&refused, "49.4", "Savings are not confirmed");
            let mut supervisor = app.clerk(Supervisor, reads);
            app.it_is("2026-06-22"); // ten days after registration
            supervisor.confirms(&granted, "approve", "/approve").sees("status-approved");
            app.it_is("2026-08-03"); // 52 days after it: a week too late
            supervisor.confirms(&refused, "refuse", "/refuse").sees("status-refused");

            supervisor.goes_to("/desk/numbers");
            // Filed, waiting, overdue, granted, refused, late; half within, nine of ten within.
            let general = line(&supervisor, "route-general");
            assert_eq!(general[..6], ["2", "0", "0", "1", "1", "1"]);
            assert!(general[6].starts_with("10") && general[7].starts_with("52"), "{general:?}");
            assert_eq!(line(&supervisor, "route-minor")[..6], ["1", "1", "0", "0", "0", "0"]);
            assert_eq!(line(&supervisor, "ground-49-4"), ["1"]);
            assert_eq!(line(&supervisor, "numbers-age-older"), ["1"], "the girl's case grows old");
            // Seven charts; the bars of a table stand under their figures.
            let tree = &supervisor.page.tree;
            assert_eq!(tree.all("figure").count(), 7);
            let bars: Vec<usize> = tree.all("svg").filter_map(|svg| tree.around(svg, "td")).collect();
            assert!(bars.len() >= 3 && bars.iter().all(|cell| tree.text(*cell) != "0"), "{}", bars.len());
            supervisor.does_not_see("numbers-by-unit");

            let mut auditor = app.clerk(Auditor, reads);
            auditor.goes_to("/desk/numbers").sees("numbers-by-unit");
            let unit = line(&auditor, "region-KZ75");
            assert_eq!(unit[..6], ["3", "1", "0", "1", "1", "1"]);
            assert!(unit[6].starts_with("10") && unit[7].starts_with("52"), "{unit:?}");
            let mut elsewhere = app.clerk_of(Supervisor, "KZ71", reads);
            elsewhere.goes_to("/desk/numbers").sees("numbers-no-refusals");
            officer.takes(&refused).goes_to("/desk/numbers");
            assert_eq!(officer.status(), 403);
        });
    }
}
