//! What is told about saving: by the page that comes after it, and by the script that saves while a person types.

use actix_web::HttpResponse;
use serde_json::{Value, json};

use crate::application::merge::fingerprint;
use crate::application::steps::{Body, StepName};
use crate::web::error::Outcome;
use crate::web::form::Fields;
use crate::web::key;
use crate::web::page::View;
use crate::web::state::Office;

/// On to the next page, which says when this one was saved.
pub fn go(office: &Office, view: &View, path: &str) -> Outcome {
    let mut answer = view.go(path)?;
    let _ = answer.add_cookie(&key::saved_cookie(office));
    Ok(answer)
}

/// Answers the script: the sentences to show, and the fingerprint of the page as it is now.
///
/// That is the fingerprint of what was typed here. A box that another tab changed and this one did not still shows the
/// old text here: with the fingerprint of the new text the next save would take the old one for a change.
pub fn answer(office: &Office, view: &View, step: StepName, fields: &Fields, both: &[(String, Value)]) -> Outcome {
    let form = step.form();
    let typed = (form.read)(fields.answers(form.fields, &Body::new()));
    let language = view.language;
    let time = crate::clock::time_of_day(office.clock.now());
    let saved = language.text_with("saved-at", &[("time", time)].into_iter().collect());
    let replaced = both.iter().map(|(field, before)| {
        format!("{}: {}", language.text(&format!("{}-{field}", step.code())), before.as_str().unwrap_or_default())
    });
    let changed = (!both.is_empty()).then(|| {
        std::iter::once(language.text("changed-in-another-tab")).chain(replaced).collect::<Vec<_>>().join(" ")
    });
    Ok(HttpResponse::Ok().json(json!({ "seen": fingerprint(&typed), "saved": saved, "changed": changed })))
}
