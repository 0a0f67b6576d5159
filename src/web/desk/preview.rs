//! What the applicant will read of a refusal, before it is sent: in both languages of the law, by the pieces of their own page.

use askama::Template;

use crate::application::refusal::PreparedRefusal;
use crate::language::Language;
use crate::law::terms;
use crate::web::apply::track::{Ground, grounds};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::page::View;

#[derive(Template)]
#[template(path = "desk/preview.html")]
struct Part<'a> {
    prepared: &'a PreparedRefusal,
    grounds: Vec<Ground>,
    /// Working days for an objection.
    days: i64,
}

/// The text in each language of the law, as HTML; the applicant's own language first.
pub fn parts(view: &View, prepared: &PreparedRefusal, language: &str) -> Outcome<Vec<String>> {
    let mut languages = Language::OFFICE;
    languages.sort_by_key(|one| one.code() != language);
    let part = |language| {
        let part = Part {
            prepared,
            grounds: grounds(&prepared.grounds, &prepared.evidence),
            days: terms::OBJECTION_WORKING_DAYS.into(),
        };
        View { language, ..view.clone() }.drawn(&part)
    };
    languages.into_iter().map(part).collect()
}
