//! Nothing on an applicant's pages is wider than a small telephone.
use ruqsat::application::steps::{Shape, StepName};
use ruqsat::language::Language;

use crate::applicant::{Keys, papers};
use crate::house::answers;
use crate::house::{Kind, TestApp};
use crate::visitor::Visitor;

const WIDTH: u32 = 360;

/// Opens pages in both languages, and tells which are too wide, and by how much.
fn too_wide(visitor: &mut Visitor, pages: &[String]) -> Vec<String> {
    let mut wide = Vec::new();
    for language in Language::ALL {
        visitor.language = language;
        for page in pages {
            visitor.opens(page);
            visitor.arrives_at(page);
            let width = visitor.browser.content_width();
            if width > u64::from(WIDTH) {
                wide.push(format!("/{language}{page}: {width}"));
            }
        }
    }
    wide
}

#[test]
fn no_page_of_an_applicant_scrolls_sideways_on_a_telephone() {
    let (app, applicant) = (TestApp::on(Kind::Sqlite), answers::professional());
    let mut person = app.person(Language::Kk);
    let (number, code) = person.begins();
    person.answers_everything(&applicant).brings_everything();

    let mut visitor = Visitor::new(&app, Language::Kk, WIDTH, true);
    let mut pages: Vec<String> = ["", "/need", "/start", "/open"].map(str::to_owned).into();
    let mut wide = too_wide(&mut visitor, &pages);
    visitor.language = Language::Kk;
    visitor.returns_with(&Keys { number, code });

    pages = ["/apply", "/apply/check", "/track"].map(str::to_owned).into();
    for step in applicant.stored().asked_steps(crate::house::day("2026-06-10")) {
        pages.push(format!("/apply/{}", step.code()));
        if step.form().shape == Shape::List {
            pages.push(format!("/apply/{}/new", step.code()));
        }
    }
    assert!(pages.contains(&format!("/apply/{}", StepName::Photograph.code())));
    pages.extend(papers(&applicant).iter().map(|kind| format!("/apply/documents/{kind}")));
    wide.extend(too_wide(&mut visitor, &pages));

    person.files();
    pages = ["/apply/receipt", "/apply/check", "/apply/withdraw", "/track"].map(str::to_owned).into();
    wide.extend(too_wide(&mut visitor, &pages));
    assert!(wide.is_empty(), "wider than {WIDTH}: {wide:#?}");
}
