//! For machines: whether the portal is alive and ready, what its API is, and the rules as JSON.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};

use super::error::Outcome;
use super::state::App;
use super::{form, problem};
use crate::rules::{self, RuleError};

/// A case has some fifteen short fields; this is a hundred times as much.
const MOST_BYTES: usize = 64 * 1024;

/// Alive: the process answers.
pub async fn healthz() -> HttpResponse {
    plain(HttpResponse::Ok(), "ok\n".to_owned())
}

/// Ready: database and vault are within reach; else 503 with what is not.
pub async fn readyz(office: App) -> HttpResponse {
    let db = office.db.clone();
    let database = matches!(web::block(move || db.ping()).await, Ok(Ok(())));
    let vault = office.vault.ping().await.is_ok();
    let missing: Vec<&str> = [("database", database), ("vault", vault)]
        .into_iter()
        .filter_map(|(name, reached)| (!reached).then_some(name))
        .collect();
    if missing.is_empty() {
        return plain(HttpResponse::Ok(), format!("ready\n{}", scanner(&office).await));
    }
    tracing::error!(event = "not_ready", missing = missing.join(","));
    plain(HttpResponse::ServiceUnavailable(), format!("out of reach: {}\n", missing.join(", ")))
}

/// So long the scanner may take to say that it is there.
const SCANNER_WITHIN: std::time::Duration = std::time::Duration::from_secs(1);

/// Without its scanner the office is ready: files wait. But whoever looks after it is told.
async fn scanner(office: &App) -> &'static str {
    match &office.scanner {
        None => "no scanner: files are not scanned\n",
        Some(scanner) if scanner.answers(SCANNER_WITHIN).await => "scanner: ready\n",
        Some(_) => "scanner: out of reach, files wait\n",
    }
}

fn plain(mut answer: actix_web::HttpResponseBuilder, text: String) -> HttpResponse {
    answer
        .insert_header((CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(text)
}

/// The description of the API.
pub async fn openapi() -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(include_str!("openapi.json"))
}

/// Which route a case takes and which documents it has to bring. Open to all; nothing is kept.
pub async fn requirements(req: HttpRequest, office: App, payload: web::Payload) -> Outcome {
    let body = form::whole(payload, MOST_BYTES).await?;
    let answer = serde_json::from_slice(&body)
        .map_err(|_| RuleError::NotJson)
        .and_then(|question| rules::requirements_with(question, &office.switches));
    Ok(match answer {
        Ok(answer) => HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "application/json"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .body(answer.to_string()),
        Err(error) => problem::of_rules(problem::language_of(req.headers()), &error),
    })
}
