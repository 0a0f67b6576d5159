//! What the script is told that saves while a person types.

use actix_web::HttpResponse;
use serde_json::{Value, json};

use crate::application::merge::fingerprint;
use crate::application::steps::Body;
use crate::web::error::Outcome;
use crate::web::page::View;

/// Answers the script: the sentences to show, and the fingerprint of the page as it is now. `labels` begins the ids of the
/// texts over the boxes.
///
/// That is the fingerprint of what was typed here. A box that another tab changed and this one did not still shows the
/// old text here: with the fingerprint of the new text the next save would take the old one for a change.
pub fn answer(view: &View, labels: &str, typed: &Body, both: &[(String, Value)]) -> Outcome {
    let language = view.language;
    let replaced = both.iter().map(|(field, before)| {
        format!("{}: {}", language.text(&format!("{labels}-{field}")), before.as_str().unwrap_or_default())
    });
    let changed = (!both.is_empty()).then(|| {
        std::iter::once(language.text("changed-in-another-tab")).chain(replaced).collect::<Vec<_>>().join(" ")
    });
    let told = json!({ "seen": fingerprint(typed), "saved": view.saved_at(), "changed": changed });
    Ok(HttpResponse::Ok().json(told))
}
