//! Who comes, as types in the handlers' signatures: [`Applicant`] and [`Clerk`] for pages, [`ApplicantForm`] and
//! [`ClerkForm`] for forms. Whoever is not who the type says never reaches the handler.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use super::desk::way_back::Left;
use super::error::{Error, Outcome};
use super::form::{self, Fields};
use super::key::{self, Held};
use super::page::{Ends, Member, View, Visitor};
use super::state::{App, Office};
use crate::application::{Application, Code, Number};
use crate::people::Staff;

type Soon<T> = Pin<Box<dyn Future<Output = Result<T, Error>>>>;

fn office(req: &HttpRequest) -> Result<App, Error> {
    req.app_data::<App>().cloned().ok_or(Error::Unavailable)
}

/// What a form brings, before anybody has asked from whom it is.
async fn sent(req: &HttpRequest, body: Result<web::Payload, actix_web::Error>) -> Result<(App, Fields), Error> {
    let body = body.map_err(|_| Error::Unreadable)?;
    Ok((office(req)?, form::read(req, body).await?))
}

/// The address a request comes from: whom the throttles count. Behind a proxy that the configuration names it is the
/// last hop of `X-Forwarded-For` that is no such proxy; from anybody else that header counts for nothing.
pub fn address(req: &HttpRequest) -> String {
    let Some(peer) = req.peer_addr().map(|address| address.ip()) else { return "unknown".to_owned() };
    let trusted = req.app_data::<App>().map(|office| office.trusted_proxies.clone()).unwrap_or_default();
    if !trusted.contains(&peer) {
        return peer.to_string();
    }
    let hops =
        req.headers().get_all("X-Forwarded-For").filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
    hops.rsplit(',')
        .filter_map(|hop| hop.trim().parse::<std::net::IpAddr>().ok())
        .find(|hop| !trusted.contains(hop))
        .unwrap_or(peer)
        .to_string()
}

/// An applicant with a good key.
#[derive(Debug)]
pub struct Applicant {
    /// Id of the application.
    pub id: String,
    /// View for the pages.
    pub view: View,
}

impl Applicant {
    fn of(req: &HttpRequest, office: &Office, mut held: Held) -> Self {
        if held.is_worn(office) {
            held = Held::new(office, held.id);
            req.extensions_mut().insert(RenewedKey(held.id.clone()));
        }
        let view = View::of(req)
            .with_token(key::token(office, &held.id))
            .seen_by(Visitor::Applicant(String::new()))
            .ending(Ends::of_key(office, held.until));
        Self { id: held.id, view }
    }

    /// Puts the number of their application into the page's head.
    pub fn is_told(&mut self, application: &Application) {
        self.view.visitor = Visitor::Applicant(application.number.to_string());
    }
}

impl FromRequest for Applicant {
    type Error = Error;
    type Future = Soon<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let office = office(&req)?;
            let held = key::held(&req, &office).ok_or(Error::KeyGone(None))?;
            Ok(Self::of(&req, &office, held))
        })
    }
}

/// A form of an applicant: key and token are right.
#[derive(Debug)]
pub struct ApplicantForm {
    /// Who.
    pub applicant: Applicant,
    /// What was typed.
    pub fields: Fields,
}

/// Left for `failure::draw`, which every answer passes: the key was renewed, by being used or by number and code in the
/// form itself, so its cookie goes with whatever is answered.
#[derive(Debug, Clone)]
pub struct RenewedKey(pub String);

impl FromRequest for ApplicantForm {
    type Error = Error;
    type Future = Soon<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), web::Payload::from_request(req, payload));
        Box::pin(async move {
            let (office, fields) = sent(&req, payload.await).await?;
            Self::admit(&req, &office, fields).await
        })
    }
}

impl ApplicantForm {
    /// Checks key and token of a form whose fields are read. A form whose key has run out may bring number and code.
    pub async fn admit(req: &HttpRequest, office: &App, fields: Fields) -> Result<Self, Error> {
        let (held, renewed) = match key::held(req, office) {
            Some(held) => (held, false),
            None if fields.has("open_code") => {
                match open(office, &address(req), fields.get("open_number"), fields.get("open_code")).await? {
                    Some(id) => (Held::new(office, id), true),
                    None => return Err(Error::KeyGone(Some(fields))),
                }
            }
            None => return Err(Error::KeyGone(Some(fields))),
        };
        let right = renewed || key::is_token(office, &held.id, fields.get("csrf"));
        if !right || !key::is_same_origin(req, office) {
            return Err(Error::StaleForm(fields));
        }
        if renewed {
            req.extensions_mut().insert(RenewedKey(held.id.clone()));
        }
        Ok(Self { applicant: Applicant::of(req, office, held), fields })
    }
}

/// Opens an application by number and code; throttled by the address together with the number. Which of the two was
/// wrong is never told.
pub async fn open(office: &App, address: &str, number: &str, code: &str) -> Outcome<Option<String>> {
    let (number, code) = (Number::read(number), Code::read(code));
    let guessed_at = number.as_ref().map_or("", Number::as_str).to_owned();
    office.code_guesses.attempt(&format!("{address} {guessed_at}")).map_err(Error::Throttled)?;
    let (Some(number), Some(code)) = (number, code) else { return Ok(None) };
    let found = office
        .read(move |conn| match crate::store::applications::by_number(conn, &number) {
            Err(crate::store::StoreError::NotFound) => Ok(None),
            other => other.map(Some),
        })
        .await?;
    // Without an application the same comparison is made in vain.
    let (id, hash) = found.map_or((None, String::new()), |(id, hash)| (Some(id), hash));
    let opens = code.opens(&office.key, &hash);
    tracing::info!(event = if opens { "code_ok" } else { "code_failed" });
    Ok(id.filter(|_| opens))
}

/// A member of the staff, signed in and allowed here (the guard of the route has seen to it).
#[derive(Debug)]
pub struct Clerk {
    /// Who.
    pub staff: Staff,
    /// View for the pages.
    pub view: View,
}

/// What the guard leaves for the handlers.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub staff: Staff,
    /// Hash of the session's token.
    pub session: String,
    /// Until when.
    pub ends: Ends,
}

impl Clerk {
    fn of(req: &HttpRequest, office: &Office) -> Result<Self, Error> {
        let signed_in = req.extensions().get::<SignedIn>().cloned().ok_or(Error::SignedOut(None))?;
        let view = View::of(req)
            .with_token(key::token(office, &signed_in.session))
            .seen_by(Visitor::Staff(Member::of(&signed_in.staff)))
            .having_left(Left::of(req, office, &signed_in.staff))
            .ending(signed_in.ends);
        Ok(Self { staff: signed_in.staff, view })
    }
}

impl FromRequest for Clerk {
    type Error = Error;
    type Future = Soon<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { Self::of(&req, &*office(&req)?) })
    }
}

/// A form of a member of the staff: the token is right.
#[derive(Debug)]
pub struct ClerkForm {
    /// Who.
    pub clerk: Clerk,
    /// What was typed.
    pub fields: Fields,
}

impl FromRequest for ClerkForm {
    type Error = Error;
    type Future = Soon<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), web::Payload::from_request(req, payload));
        Box::pin(async move {
            let (office, fields) = sent(&req, payload.await).await?;
            let signed_in = req.extensions().get::<SignedIn>().cloned();
            if req.extensions().get::<super::guard::StoreAway>().is_some() {
                return Err(Error::Unavailable);
            }
            let Some(signed_in) = signed_in else { return Err(Error::SignedOut(Some(fields))) };
            if !key::is_token(&office, &signed_in.session, fields.get("csrf")) || !key::is_same_origin(&req, &office) {
                return Err(Error::StaleForm(fields));
            }
            Ok(Self { clerk: Clerk::of(&req, &office)?, fields })
        })
    }
}

/// A form of anybody: nothing is at stake but what it brings itself; it must come from this site.
#[derive(Debug)]
pub struct AnyoneForm {
    /// View for the pages.
    pub view: View,
    /// What was typed.
    pub fields: Fields,
}

impl FromRequest for AnyoneForm {
    type Error = Error;
    type Future = Soon<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), web::Payload::from_request(req, payload));
        Box::pin(async move {
            let (office, fields) = sent(&req, payload.await).await?;
            if !key::is_same_origin(&req, &office) {
                return Err(Error::StaleForm(fields));
            }
            Ok(Self { view: View::of(&req), fields })
        })
    }
}
