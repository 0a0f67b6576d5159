//! The page of a failure: says what happened, what is kept, and offers the next step; gives back what was typed.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use askama::Template;

use super::desk::way_back::Left;
use super::error::Error;
use super::filters;
use super::form::Fields;
use super::key;
use super::page::{Ends, Member, View, Visitor, is_of_office};
use super::state::App;
use super::visit::{RenewedKey, SignedIn};

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    code: &'static str,
    /// Id of a `denied-…` text.
    denied: Option<String>,
    /// Where the form is sent again; none when nothing was typed.
    again: Option<String>,
    kept: Vec<(String, String)>,
    /// The sentences among it, to be seen and copied.
    sentences: Vec<String>,
    /// Whether number and code are asked.
    asks_code: bool,
    seconds: i64,
    /// Where to go from here: path and text.
    ways: &'static [Way],
}

/// A path in the reader's language, and the id of its text.
type Way = (&'static str, &'static str);

const HOME: Way = ("", "to-start-page");
const START: Way = ("/start", "failure-way-start");
const OPEN: Way = ("/open", "failure-way-open");
const TASKS: Way = ("/apply", "failure-way-tasks");
const DESK: Way = ("/desk", "failure-way-desk");
const ACCOUNTS: Way = ("/admin/staff", "failure-way-desk");
const SIGN_IN: Way = ("/desk/sign-in", "failure-way-sign-in");

/// The next steps after a failure. Where something typed is given back, its button comes first and these follow.
fn ways(code: &str, view: &View) -> &'static [Way] {
    let (visitor, of_office) = (&view.visitor, view.language.is_official() && is_of_office(&view.here));
    match (code, visitor) {
        ("signed_out", _) => &[SIGN_IN],
        ("key_gone", _) => &[OPEN, START],
        (_, Visitor::Staff(member)) if member.work == ACCOUNTS.0 => &[ACCOUNTS],
        (_, Visitor::Staff(_)) => &[DESK],
        // Whose page it is is not known, since there is none or they could not be looked up: the desk asks.
        (_, Visitor::Anyone) if of_office && view.here.starts_with("/admin") => &[ACCOUNTS],
        (_, Visitor::Anyone) if of_office => &[DESK],
        ("not_found" | "unreadable", Visitor::Anyone) => &[HOME, OPEN],
        ("throttled", Visitor::Anyone) => &[HOME],
        (_, Visitor::Applicant(_)) => &[TASKS, HOME],
        (_, Visitor::Anyone) => &[HOME],
    }
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
    let response = with_renewed_key(response);
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || has_body(&response) {
        return Ok(response);
    }
    let req = response.request().clone();
    if req.path().starts_with("/api/") {
        return Ok(super::problem::over(response));
    }
    let retry = response.headers().get(RETRY_AFTER).cloned();
    let view = view_of(&req);
    let page = page_of(response.response().error(), status, &req, &view);
    let Ok(mut drawn) = view.page_with(status, &page) else { return Ok(response) };
    if let Some(retry) = retry {
        drawn.headers_mut().insert(RETRY_AFTER, retry);
    }
    drawn.headers_mut().insert(HeaderName::from_static("x-failure"), HeaderValue::from_static(page.code));
    Ok(response.into_response(drawn))
}

/// Sets the cookie of a key that the form itself renewed.
fn with_renewed_key(mut response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let renewed = actix_web::HttpMessage::extensions(response.request()).get::<RenewedKey>().cloned();
    let office = response.request().app_data::<App>().cloned();
    if let (Some(RenewedKey(id)), Some(office)) = (renewed, office) {
        // A cookie that cannot be written as a header would be a fault of `key`; the page stands without it.
        let _ = response.response_mut().add_cookie(&key::applicant_cookie(&office, &id));
    }
    response
}

/// The view of whoever asked: their token, so that what was typed can be sent again.
fn view_of(req: &actix_web::HttpRequest) -> View {
    let view = View::of(req);
    let Some(office) = req.app_data::<App>() else { return view };
    let signed_in = actix_web::HttpMessage::extensions(req).get::<SignedIn>().cloned();
    if let Some(SignedIn { staff, session, ends }) = signed_in {
        let visitor = Visitor::Staff(Member::of(&staff));
        let left = Left::of(req, office, &staff);
        return view.with_token(key::token(office, &session)).seen_by(visitor).having_left(left).ending(ends);
    }
    match key::held(req, office) {
        Some(held) => view
            .with_token(key::token(office, &held.id))
            .seen_by(Visitor::Applicant(String::new()))
            .ending(Ends::of_key(office, held.until)),
        None => view,
    }
}

fn has_body(response: &ServiceResponse<BoxBody>) -> bool {
    // Our own errors have no body yet; actix's (a method that a route has not, for one) have a short text.
    !matches!(response.response().body().size(), actix_web::body::BodySize::None | actix_web::body::BodySize::Sized(0))
        && response.response().error().is_none()
}

/// What was typed into the form that failed, if it was read.
fn typed_before(req: &actix_web::HttpRequest) -> Option<Fields> {
    actix_web::HttpMessage::extensions(req).get::<Fields>().cloned().filter(|fields| fields.typed().next().is_some())
}

fn page_of(
    error: Option<&actix_web::Error>,
    status: StatusCode,
    req: &actix_web::HttpRequest,
    view: &View,
) -> FailurePage {
    let mut page = FailurePage {
        code: "not_found",
        denied: None,
        again: None,
        kept: Vec::new(),
        sentences: Vec::new(),
        asks_code: false,
        seconds: 0,
        ways: &[],
    };
    let keep = |page: &mut FailurePage, fields: &Fields| {
        page.kept = fields.typed().cloned().collect();
        page.sentences = fields.sentences();
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
                Error::Unavailable | Error::TooMuch("text") => {
                    if let Some(fields) = typed_before(req) {
                        keep(&mut page, &fields);
                    }
                }
                Error::Throttled(seconds) => {
                    page.seconds = i64::try_from(*seconds).unwrap_or(60);
                    if let Some(fields) = typed_before(req) {
                        page.asks_code = fields.has("open_code") && req.path().contains("/apply");
                        keep(&mut page, &fields);
                    }
                }
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
    page.ways = ways(page.code, view);
    page
}
