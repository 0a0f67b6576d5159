//! The page of a failure: says what happened, what is kept, and offers the next step; gives back what was typed.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use askama::Template;

use super::error::Error;
use super::filters;
use super::form::Fields;
use super::key;
use super::page::{View, language_of};
use super::state::App;

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    code: &'static str,
    /// Id of a `denied-…` text.
    denied: Option<String>,
    /// Where the form is sent again; none when nothing was typed.
    again: Option<String>,
    kept: Vec<(String, String)>,
    /// Whether number and code are asked.
    asks_code: bool,
    seconds: i64,
}

/// Draws a page over every answer that failed.
pub async fn draw(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let response = match next.call(req).await {
        Ok(response) => response.map_into_boxed_body(),
        Err(error) => return Err(error),
    };
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || has_body(&response) {
        return Ok(response);
    }
    let req = response.request().clone();
    if req.path().starts_with("/api/") || req.path() == "/readyz" || req.path() == "/healthz" {
        return Ok(response);
    }
    let retry = response.headers().get(RETRY_AFTER).cloned();
    let holder = req.app_data::<App>().and_then(|office| {
        let signed_in = actix_web::HttpMessage::extensions(&req).get::<super::visit::SignedIn>().cloned();
        signed_in
            .map(|one| one.session)
            .or_else(|| key::applicant_of(&req, office))
            .map(|holder| key::token(office, &holder))
    });
    let view = View::of(&req).with_token(holder.unwrap_or_default());
    let page = page_of(response.response().error(), status, &req);
    let language = language_of(req.path());
    let mut drawn = match view.page_with(status, &page) {
        Ok(drawn) if language.is_some() || status != StatusCode::OK => drawn,
        Ok(drawn) => drawn,
        Err(_) => return Ok(response),
    };
    if let Some(retry) = retry {
        drawn.headers_mut().insert(RETRY_AFTER, retry);
    }
    drawn.headers_mut().insert(HeaderName::from_static("x-failure"), HeaderValue::from_static(page.code));
    Ok(response.into_response(drawn))
}

fn has_body(response: &ServiceResponse<BoxBody>) -> bool {
    // Our own errors have no body yet; actix's (a method that a route has not, for one) have a short text.
    !matches!(response.response().body().size(), actix_web::body::BodySize::None | actix_web::body::BodySize::Sized(0))
        && response.response().error().is_none()
}

fn page_of(error: Option<&actix_web::Error>, status: StatusCode, req: &actix_web::HttpRequest) -> FailurePage {
    let mut page =
        FailurePage { code: "not_found", denied: None, again: None, kept: Vec::new(), asks_code: false, seconds: 0 };
    let keep = |page: &mut FailurePage, fields: &Fields| {
        page.kept = fields.typed().cloned().collect();
        page.kept.extend(
            ["seen", "then", "revision"]
                .iter()
                .filter(|name| fields.has(name))
                .map(|name| ((*name).to_owned(), fields.get(name).to_owned())),
        );
        page.again = Some(req.path().to_owned());
    };
    match error.and_then(|error| error.as_error::<Error>()) {
        Some(error) => {
            page.code = error.code();
            match error {
                Error::KeyGone(Some(fields)) => {
                    keep(&mut page, fields);
                    page.asks_code = true;
                }
                Error::StaleForm(fields) | Error::SignedOut(Some(fields)) => keep(&mut page, fields),
                Error::Denied(denied) => page.denied = Some(format!("denied-{}", denied.code())),
                Error::Throttled(seconds) => page.seconds = i64::try_from(*seconds).unwrap_or(60),
                _ => {}
            }
        }
        None => {
            page.code = match status.as_u16() {
                400 => "unreadable",
                403 => "forbidden",
                413 => "too_large_form",
                429 => "throttled",
                500..=599 => "unavailable",
                _ => "not_found",
            }
        }
    }
    page
}
