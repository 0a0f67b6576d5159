//! On each page in a language that is none of the law it is said, before all else, that it only helps to understand.

use ruqsat::language::Language;
use ruqsat::web::SITE_MAP;
use ruqsat::web::guard::Audience;

use super::support::{Kind, Person, TestApp, answers};

/// Whether it is said, and that it is said before the heading.
fn is_told(person: &Person) -> bool {
    let plain = |text: String| text.replace('\u{A0}', " ");
    let (text, said) = (plain(person.page.text()), plain(person.says("unofficial-translation")));
    let heading = text.rfind(&plain(person.page.heading())).unwrap_or_else(|| panic!("{}", person.page.told()));
    assert!(text.find(&said).is_none_or(|at| at < heading), "{}", person.page.told());
    text.contains(&said)
}

#[test]
fn english_pages_say_that_they_have_no_legal_force_and_the_others_do_not() {
    let app = TestApp::on(Kind::Sqlite);
    let public: Vec<&str> = SITE_MAP
        .iter()
        .filter(|(method, _, audience)| *method == "get" && matches!(audience, Audience::Public))
        .filter_map(|(_, route, _)| route.strip_prefix("/{lang}"))
        // The desk is in the languages of the law only.
        .filter(|page| !page.contains('{') && !page.starts_with("/desk"))
        .collect();
    assert!(public.len() > 5 && public.contains(&"/funds") && public.contains(&"/track"), "{public:?}");
    for language in Language::ALL {
        let mut person = app.person(language);
        let look = |person: &mut Person, page: &str| {
            person.goes_to(page);
            assert!(person.page.address.starts_with(&format!("/{language}")), "{}", person.page.told());
            assert_eq!(is_told(person), !language.is_official(), "{}", person.page.told());
        };
        public.iter().for_each(|page| look(&mut person, page));
        look(&mut person, "/apply"); // without a key it is a page about that
        person.begins();
        for page in ["/apply", "/apply/situation", "/apply/check", "/track"] {
            look(&mut person, page);
        }
        person.answers_everything(&answers::adult()).brings_everything().files();
        for page in ["/track", "/apply/check", "/apply/messages", "/apply/opened", "/apply/withdraw"] {
            look(&mut person, page);
        }
    }
}
