//! Who sends files ahead of a form: the holder of an application's key, or whoever has a link for one of its papers. The
//! address tells which door it is; nobody comes through the other's.
//!
//! Through a link it is asked what its form asks: the link's token in the address, and the token of its form, here in the
//! header `X-Form-Token`. Only whoever has opened the link can bring that one, and was counted when they opened it, so that
//! the pieces of a file, however many, count for nothing; who comes without it is counted as one who guesses.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::bring;
use super::error::{Error, Outcome};
use super::state::{App, Office};
use super::visit::Applicant;
use crate::documents::resumed::Whose;
use crate::law::DocumentKind;

/// Brings the token of a link's form.
const FORM_TOKEN: &str = "X-Form-Token";

/// The upload that an address names.
#[derive(Debug, Deserialize)]
pub struct Named {
    /// Its id.
    pub upload: String,
}

/// Somebody who may send files ahead.
#[derive(Debug)]
pub struct Sending {
    /// Whose uploads they reach: their own.
    pub whose: Whose,
    /// The only paper that they may send, where they came by a link.
    pub only: Option<DocumentKind>,
    /// When their door closes.
    pub until: Option<DateTime<Utc>>,
}

impl Sending {
    /// Counts an upload that begins through a link, as each form of it is counted.
    pub fn begins(&self, req: &HttpRequest, office: &Office) -> Outcome<()> {
        if self.whose.link.is_some() { bring::count(req, office) } else { Ok(()) }
    }

    async fn by_link(req: &HttpRequest, office: &App, token: &str) -> Outcome<Self> {
        let brought = req.headers().get(FORM_TOKEN).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !bring::is_right(req, office, &bring::holder(office, token), brought) {
            bring::count(req, office)?;
            return Err(Error::NotFound);
        }
        let invitation = bring::opened(office, token).await?.ok_or(Error::NotFound)?.invitation;
        let (only, until) = (Some(invitation.kind), Some(invitation.expires_at));
        Ok(Self { whose: bring::whose(&invitation), only, until })
    }
}

impl FromRequest for Sending {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if req.match_info().get("token").is_some() {
            let req = req.clone();
            return Box::pin(async move {
                let office = req.app_data::<App>().ok_or(Error::Unavailable)?;
                Self::by_link(&req, office, req.match_info().query("token")).await
            });
        }
        let key = Applicant::from_request(req, payload);
        Box::pin(async move {
            let whose = Whose { application: key.await?.id, link: None };
            Ok(Self { whose, only: None, until: None })
        })
    }
}
