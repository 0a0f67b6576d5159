//! The guard at each route: lets in whom the site map names. Staff are looked up here, once a request.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest};

use super::desk::wanted_page;
use super::error::Error;
use super::key;
use super::page::{Ends, see_other};
use super::state::App;
use super::visit::SignedIn;
use crate::desk::Duty;

/// Who may open a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anybody.
    Public,
    /// Whoever holds an application's key; the handler's type checks it.
    Applicant,
    /// Any member of the staff.
    Staff,
    /// Staff who have the duty.
    Desk(Duty),
}

/// Left for the handler's type when nobody could be looked up, since the store is out of reach.
#[derive(Debug, Clone, Copy)]
pub struct StoreAway;

/// Lets the request pass, or answers it.
pub async fn guard(
    audience: Audience,
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<actix_web::body::BoxBody>, actix_web::Error> {
    let duty = match audience {
        Audience::Public | Audience::Applicant => return Ok(next.call(req).await?.map_into_boxed_body()),
        Audience::Staff => None,
        Audience::Desk(duty) => Some(duty),
    };
    // Answers, not errors: an error would pass by `failure`, which draws the page.
    let Some(office) = req.app_data::<App>().cloned() else { return Ok(req.error_response(Error::Unavailable)) };
    let found = match signed_in(req.request(), &office).await {
        Ok(found) => found,
        Err(error) if req.method() == Method::GET => return Ok(req.error_response(error)),
        // A form is read first, so that what was typed can be given back.
        Err(_) => {
            req.extensions_mut().insert(StoreAway);
            return Ok(next.call(req).await?.map_into_boxed_body());
        }
    };
    match found {
        Some(signed_in) if duty.is_none_or(|duty| signed_in.staff.may(duty)) => {
            req.extensions_mut().insert(signed_in);
            Ok(next.call(req).await?.map_into_boxed_body())
        }
        Some(signed_in) => {
            // The page of the failure knows who reads it, and leads back to their work.
            req.extensions_mut().insert(signed_in);
            Ok(req.error_response(Error::Forbidden))
        }
        None if req.method() == Method::GET => {
            let address = wanted_page::sign_in_address(req.request());
            Ok(req.into_response(see_other(&address)).map_into_boxed_body())
        }
        // A form: the handler's type answers with what was typed.
        None => Ok(next.call(req).await?.map_into_boxed_body()),
    }
}

/// Looks up the session of a request, and notes that it is used.
pub(super) async fn signed_in(req: &HttpRequest, office: &App) -> Result<Option<SignedIn>, Error> {
    let Some(cookie) = req.cookie(key::SESSION) else { return Ok(None) };
    let session = key::session_hash(office, cookie.value());
    let (at, life) = (office.clock.now(), office.lifetimes);
    let hash = session.clone();
    let found = office.read(move |conn| crate::store::sessions::find(conn, &hash, at, &life)).await?;
    let Some(mut found) = found else { return Ok(None) };
    if found.note {
        let hash = session.clone();
        office.write(move |conn| crate::store::sessions::note(conn, &hash, at)).await?;
        found.ends_at = (at + life.idle).min(found.last_end);
    }
    let ends = Ends::of_session(office, &found);
    Ok(Some(SignedIn { staff: found.staff, session, ends }))
}
