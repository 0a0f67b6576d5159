//! Errors for machines: `application/problem+json` (RFC 9457) with the places that are wrong.

use actix_web::body::BoxBody;
use actix_web::dev::{ResourceDef, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::error::Error;
use crate::language::{Args, Language};
use crate::rules::RuleError;

/// One thing that is wrong.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// The field; absent when it is the whole request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Stable code.
    pub code: &'static str,
    /// The sentence in the language that was asked for.
    pub message: String,
}

/// The body of an error.
#[derive(Debug, Serialize)]
pub struct Problem {
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    errors: Vec<Wrong>,
}

/// The language of `Accept-Language`, else Kazakh.
pub fn language_of(headers: &HeaderMap) -> Language {
    let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    super::start::preferred(header).unwrap_or(Language::Kk)
}

/// Answers with a problem; its title is the text `problem-{code}`.
pub fn answer(language: Language, status: StatusCode, code: &str, errors: Vec<Wrong>) -> HttpResponse {
    let title = language.text(&format!("problem-{code}"));
    let problem = Problem { kind: format!("urn:ruqsat:problem:{code}"), title, status: status.as_u16(), errors };
    HttpResponse::build(status)
        .insert_header((CONTENT_TYPE, "application/problem+json"))
        .insert_header(("Content-Language", language.code()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(serde_json::to_string(&problem).unwrap_or_default())
}

/// A question to the rules that is wrong: 400 when it cannot be read at all, 422 when its content is wrong.
pub fn of_rules(language: Language, error: &RuleError) -> HttpResponse {
    let mut args = Args::new();
    args.set("field", error.field().unwrap_or_default().to_owned());
    let message = language.text_with(&format!("rules-error-{}", error.code()), &args);
    let wrong = Wrong { field: error.field().map(str::to_owned), code: error.code(), message };
    let (status, code) = match error {
        RuleError::NotJson => (StatusCode::BAD_REQUEST, "not_json"),
        RuleError::TooLong => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        RuleError::NotAnswered => (StatusCode::INTERNAL_SERVER_ERROR, "unavailable"),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, "wrong_content"),
    };
    answer(language, status, code, vec![wrong])
}

/// Draws a problem over an answer under `/api` that failed without a body of its own.
pub fn over(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let req = response.request();
    let language = language_of(req.headers());
    let others = other_methods(req);
    let (status, code) =
        match (response.response().error().and_then(|error| error.as_error::<Error>()), response.status()) {
            (None, StatusCode::NOT_FOUND) if !others.is_empty() => (StatusCode::METHOD_NOT_ALLOWED, "wrong_method"),
            (Some(Error::Unreadable), status) => (status, "unreadable"),
            (_, status) => (status, general(status)),
        };
    let retry = response.headers().get(RETRY_AFTER).cloned();
    let mut drawn = answer(language, status, code, Vec::new());
    if let Some(retry) = retry {
        drawn.headers_mut().insert(RETRY_AFTER, retry);
    }
    if let (StatusCode::METHOD_NOT_ALLOWED, Ok(allowed)) = (status, others.join(", ").parse()) {
        drawn.headers_mut().insert(ALLOW, allowed);
    }
    response.into_response(drawn)
}

/// The code of a status that nothing more is known of.
fn general(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "signed_out",
        403 => "forbidden",
        404 => "not_found",
        405 => "wrong_method",
        409 => "conflict",
        413 => "too_large",
        429 => "throttled",
        500..=599 => "unavailable",
        _ => "unreadable",
    }
}

/// The methods that this address has, when the one that was used is not among them.
fn other_methods(req: &HttpRequest) -> Vec<String> {
    let at_this_address = |path: &str| ResourceDef::new(path).is_match(req.path());
    let known = super::SITE_MAP.iter().filter(|(_, path, _)| path.starts_with("/api/") && at_this_address(path));
    let methods: Vec<String> = known.map(|(method, _, _)| method.to_uppercase()).collect();
    if methods.iter().any(|method| method == req.method().as_str()) { Vec::new() } else { methods }
}
