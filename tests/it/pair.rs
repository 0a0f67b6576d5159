//! A paper from elsewhere asks for what lies beside it, and the desk sees both together.

use ruqsat::language::Language::{En, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;

use super::support::http::Request;
use super::support::{Person, TestApp, answers, each_db, files};

/// The certificate of criminal record as it is described; what is empty is left alone.
fn describes(person: &mut Person, country: &str, language: &str, translated: &str, legalisation: &str) {
    person.goes_to("/apply/documents/criminal_record").fills("paper-issued_on", "2026-06-01");
    person.chooses("paper-issued_in", &format!("country-{country}"));
    person.chooses("paper-language", &format!("language-{language}"));
    if !translated.is_empty() {
        person.chooses("paper-translated", translated);
    }
    if !legalisation.is_empty() {
        person.chooses("paper-legalisation", &format!("legalisation-{legalisation}"));
    }
    person.presses("save-and-continue");
}

#[test]
fn the_page_says_what_must_lie_beside_the_paper() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        for language in [Kk, Ru, En] {
            let mut person = app.person(language);
            person.begins();
            person.saves(&answers::adult().situation).brings(DocumentKind::CriminalRecord, &files::pdf("record"));
            for (country, letters, translated, legalisation, sees) in [
                ("TUR", "tr", "", "", ["pair-translation-missing", "pair-legalisation-missing"]),
                ("TUR", "tr", "yes", "apostille", ["pair-translation-promised", "pair-legalisation-apostille"]),
                ("RUS", "ru", "", "treaty", ["pair-legalisation-treaty", "pair-unsure"]),
                ("UKR", "uk", "yes", "treaty", ["pair-legalisation-treaty_not_named", "pair-not_named"]),
                ("CHN", "zh", "yes", "treaty", ["pair-translation-promised", "pair-legalisation-unlikely"]),
            ] {
                describes(&mut person, country, letters, translated, legalisation);
                person.goes_to("/apply/documents/criminal_record").sees(sees[0]).sees(sees[1]);
            }
            person.attaches("papers-add-translation", "translation.pdf", &files::pdf("translation"));
            person.presses("save-and-continue").goes_to("/apply/documents/criminal_record");
            person.sees("pair-translation-beside");
        }
    });
}

#[test]
fn the_desk_sees_paper_and_translation_side_by_side() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Ru);
        let (number, _) = person.begins();
        person.answers_everything(&answers::adult()).brings_everything();
        describes(&mut person, "UZB", "uz", "yes", "treaty");
        // The translation is missing.
        person.is_to_mend().attaches("papers-add-translation", "translation.pdf", &files::pdf("translation"));
        person.presses("save-and-continue");
        person.goes_to("/apply/check").sees("error-treaty_unsure").files();
        // Two files of one paper: the receipt tells which is the translation.
        person.goes_to("/apply/receipt");
        let translated = format!("translation.pdf ({})", person.says("papers-is-translation"));
        assert!(person.can_read("criminal_record.pdf") && person.can_read(&translated), "{}", person.page.text());
        let mut clerk = app.clerk(Role::Officer, Kk);
        let row = |clerk: &Person| {
            let tree = &clerk.page.tree;
            let rows: Vec<String> = tree.all("tr").map(|id| tree.text(id)).collect();
            rows.into_iter().find(|row| row.contains("translation.pdf"))
        };
        clerk.takes(&number);
        let together = row(&clerk).unwrap();
        assert!(together.contains("criminal_record.pdf"), "{together}");
        clerk.sees("pair-legalisation-treaty").follows("review-open").follows("document-criminal_record");
        let together = row(&clerk).unwrap();
        assert!(together.contains("criminal_record.pdf"), "{together}");
        assert!(together.contains(&clerk.says("pair-translation-beside")), "{together}");
        // Each file is named once, and opens beside the mark.
        for name in ["criminal_record.pdf", "translation.pdf"] {
            let tree = &clerk.page.tree;
            let links = tree.all("a").filter(|id| tree.text(*id) == name);
            let to: Vec<&str> = links.filter_map(|id| tree.attribute(id, "href")).collect();
            assert_eq!(to.len(), 1, "{name}: {to:?}");
            assert!(to[0].contains("/review?item=paper-criminal_record&file="), "{to:?}");
        }

        // On the paper's own page both lie in one row, each with its picture.
        clerk.takes(&number).follows("criminal_record.pdf");
        assert!(clerk.page.address.contains("/papers/criminal_record"), "{}", clerk.page.address);
        let together = row(&clerk).unwrap();
        assert!(together.contains("criminal_record.pdf"), "{together}");
        let tree = &clerk.page.tree;
        let row = tree.all("tr").find(|id| tree.text(*id).contains("translation.pdf")).unwrap();
        let inside = |id: usize, name: &str| -> Vec<usize> {
            tree.inside(id).into_iter().filter(|id| tree.nodes[*id].name == name).collect()
        };
        let cells = inside(row, "td").into_iter().filter(|cell| !inside(*cell, "img").is_empty());
        assert_eq!(cells.count(), 2, "{together}");
        let pictures = inside(row, "img").into_iter().map(|id| tree.attribute(id, "src").unwrap().to_owned());
        let pictures: std::collections::BTreeSet<String> = pictures.collect();
        assert_eq!(pictures.len(), inside(row, "img").len(), "each its own: {pictures:?}");
        for picture in pictures {
            assert_eq!(clerk.sends(Request::get(&picture)).status, 200, "{picture}");
        }
    });
}
