//! Leaving a page otherwise than by its own button: to the list, or into another language. What was typed goes along, and
//! nobody is told of mistakes before they have said that they are done.

use actix_web::HttpRequest;
use serde_json::Value;

use crate::application::steps::Body;
use crate::language::Language;
use crate::web::error::Outcome;
use crate::web::form::Fields;
use crate::web::page::View;

/// The query of a page that says nothing of mistakes.
const UNTOLD: &str = "untold";
/// The query of a page that says all of them: what its form is answered with.
const TOLD: &str = "told";

/// Whether the person goes to the list.
pub fn aside(fields: &Fields) -> bool {
    fields.has("aside")
}

/// Whether the person only passed through: what is blank is no answer then, and the page stays untouched.
pub fn leaves_untouched(fields: &Fields, typed: &Body) -> bool {
    (aside(fields) || fields.has("switch")) && is_blank(typed)
}

/// Whether nothing stands in any box.
pub fn is_blank(typed: &Body) -> bool {
    typed.values().all(|value| match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(codes) => codes.is_empty(),
        _ => false,
    })
}

/// The same page in another language: of mistakes it tells when it told of them before.
pub fn switch(view: &View, language: Language, address: &str, fields: &Fields) -> Outcome {
    view.go_in(language, &with(address, if fields.has("told") { TOLD } else { UNTOLD }))
}

/// Leads to the page that says what is to be mended. All that was typed is kept, right or wrong, so the page has an address:
/// the browser's ways back, forth and anew open it without sending the form once more.
pub fn to_mend(view: &View, address: &str) -> Outcome {
    view.go(&with(address, TOLD))
}

/// Leads to a page that nobody has been asked to mend yet.
pub fn untold(view: &View, address: &str) -> Outcome {
    view.go(&with(address, UNTOLD))
}

fn with(address: &str, query: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}{query}=yes")
}

/// Whether a page is to say nothing of mistakes.
pub fn is_untold(req: &HttpRequest) -> bool {
    asks(req, UNTOLD)
}

/// Whether a page is to say all mistakes.
pub fn is_told(req: &HttpRequest) -> bool {
    asks(req, TOLD)
}

fn asks(req: &HttpRequest, query: &str) -> bool {
    req.query_string().split('&').any(|pair| pair.strip_suffix("=yes") == Some(query))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_page_is_left_untouched_when_nothing_stands_in_it() {
        let pressed = |name: &str| Fields(vec![(name.to_owned(), "yes".to_owned())]);
        let body = |value: Value| value.as_object().cloned().unwrap_or_default();
        let (blank, typed) = (body(json!({"a": " ", "b": []})), body(json!({"a": "", "b": ["x"]})));
        for button in ["aside", "switch"] {
            assert!(leaves_untouched(&pressed(button), &blank));
            assert!(!leaves_untouched(&pressed(button), &typed));
        }
        assert!(!leaves_untouched(&Fields::default(), &blank), "its own button says that it is done");
    }
}
