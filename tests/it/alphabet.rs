//! Names of the staff stand in the reader's alphabet, wherever one of them is chosen or all are listed.

use ruqsat::language::Language::{Kk, Ru};
use ruqsat::people::Role::{Admin, Officer, Supervisor};

use super::support::app::PASSWORD;
use super::support::{Kind, Person, TestApp, answers};

const NAMES: [&str; 8] = ["Яковлев", "Ілияс", "Ұлан", "Әлия", "Борис", "Қайрат", "Оспан", "Өмір"];
const IN_KAZAKH: [&str; 8] = ["Әлия", "Борис", "Қайрат", "Оспан", "Өмір", "Ұлан", "Ілияс", "Яковлев"];
/// A reader of Russian finds the letters that their alphabet lacks beside those that they come from.
const IN_RUSSIAN: [&str; 8] = ["Әлия", "Борис", "Ілияс", "Қайрат", "Оспан", "Өмір", "Ұлан", "Яковлев"];

/// Those of the names that can be chosen in a box, in its order.
fn offered(person: &Person, name: &str) -> Vec<String> {
    let tree = &person.page.tree;
    let list = tree.all("select").find(|id| tree.attribute(*id, "name") == Some(name));
    let list = list.unwrap_or_else(|| panic!("no {name} on {}", person.page.told()));
    let options = tree.inside(list).into_iter().filter(|id| tree.nodes[*id].name == "option");
    let names = options.map(|id| tree.raw_text(id).split(',').next().unwrap_or_default().trim().to_owned());
    names.filter(|name| NAMES.contains(&name.as_str())).collect()
}

#[test]
fn colleagues_stand_in_the_readers_alphabet_wherever_one_is_chosen() {
    let app = TestApp::on(Kind::Sqlite);
    for name in NAMES {
        app.employs_as(name, Officer, Kk);
    }
    let numbers: Vec<String> = (0..3).map(|_| app.person(Kk).applies(&answers::adult())).collect();
    for (name, number) in ["Қайрат", "Ілияс"].into_iter().zip(&numbers) {
        let mut clerk = app.person(Kk);
        clerk.signs_in(name, PASSWORD).takes(number).presses("claim-take");
    }
    let mut head = app.clerk(Supervisor, Kk);
    for (reads, all, holders) in [(Kk, IN_KAZAKH, ["Қайрат", "Ілияс"]), (Ru, IN_RUSSIAN, ["Ілияс", "Қайрат"])]
    {
        head.language = reads;
        for (page, name) in [
            ("/desk/assign?status=submitted", "to"),
            ("/desk/filter", "clerk"),
            ("/desk/hand-over", "to"),
            ("/admin/stand-ins", "absent"),
            ("/admin/stand-ins", "deputy"),
        ] {
            assert_eq!(offered(head.goes_to(page), name), all, "{page} {name}");
        }
        assert_eq!(offered(head.goes_to("/desk/hand-over"), "from"), holders);
        let case = head.takes(&numbers[2]).page.address.clone();
        assert_eq!(offered(head.opens(&format!("{case}/hand-over")), "to"), all);
    }
}

#[test]
fn accounts_stand_in_the_readers_alphabet_also_after_a_mistake() {
    let app = TestApp::on(Kind::Sqlite);
    for name in NAMES {
        app.employs_as(name, Officer, Kk);
    }
    let mut admin = app.clerk(Admin, Kk);
    for (reads, all) in [(Kk, IN_KAZAKH), (Ru, IN_RUSSIAN)] {
        admin.language = reads;
        assert_eq!(listed(admin.goes_to("/admin/staff")), all);
        assert_eq!(listed(admin.presses("admin-add")), all);
        assert_eq!(admin.status(), 422);
    }
}

/// Those of the names that begin a row, from the top.
fn listed(person: &Person) -> Vec<String> {
    let tree = &person.page.tree;
    let rows = tree.all("th").filter(|id| tree.attribute(*id, "scope") == Some("row"));
    rows.map(|id| tree.text(id)).filter(|name| NAMES.contains(&name.as_str())).collect()
}
