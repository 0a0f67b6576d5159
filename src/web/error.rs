//! What can go wrong with a request, and the status it is answered with. The page is drawn in `failure`, where the
//! reader's language is known.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use super::form::Fields;
use crate::application::Denied;
use crate::desk::claim::Claim;
use crate::store::StoreError;

/// Result of a handler.
pub type Outcome<T = HttpResponse> = Result<T, Error>;

/// Why a request is not done. Text that was typed travels along, so that the page can give it back.
#[derive(Debug)]
pub enum Error {
    /// Nothing here, or nothing that this visitor may know of.
    NotFound,
    /// Known, but not allowed.
    Forbidden,
    /// The applicant's key is missing, forged or has run out.
    KeyGone(Option<Fields>),
    /// The member of the staff is signed out.
    SignedOut(Option<Fields>),
    /// The form's token is missing or old, or the form came from another site.
    StaleForm(Fields),
    /// It has changed since the page was drawn.
    Conflict,
    /// Somebody else has the case.
    Held(Box<Claim>),
    /// The business says no.
    Denied(Denied),
    /// More than is taken: `form`, `fields`, `text`, `file`, `files`.
    TooMuch(&'static str),
    /// Not what a browser sends: broken encoding, no form.
    Unreadable,
    /// Too many tries; seconds to wait.
    Throttled(u64),
    /// The database or the vault is out of reach or full.
    Unavailable,
}

impl Error {
    /// Message ids are `failure-{code}` with the attributes `.title` and `.next`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Forbidden => "forbidden",
            Self::KeyGone(_) => "key_gone",
            Self::SignedOut(_) => "signed_out",
            Self::StaleForm(_) => "stale_form",
            Self::Conflict => "conflict",
            Self::Held(_) => "held",
            Self::Denied(_) => "denied",
            Self::TooMuch(what) => match *what {
                "fields" => "too_many_fields",
                "text" => "too_long_text",
                "file" => "too_large_file",
                "files" => "too_large_files",
                _ => "too_large_form",
            },
            Self::Unreadable => "unreadable",
            Self::Throttled(_) => "throttled",
            Self::Unavailable => "unavailable",
        }
    }
    /// Every code.
    pub const CODES: &'static [&'static str] = &[
        "not_found",
        "forbidden",
        "key_gone",
        "signed_out",
        "stale_form",
        "conflict",
        "held",
        "denied",
        "too_many_fields",
        "too_long_text",
        "too_large_file",
        "too_large_files",
        "too_large_form",
        "unreadable",
        "throttled",
        "unavailable",
    ];
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::KeyGone(_) | Self::SignedOut(_) | Self::StaleForm(_) => StatusCode::FORBIDDEN,
            Self::Conflict | Self::Held(_) | Self::Denied(_) => StatusCode::CONFLICT,
            Self::TooMuch(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Throttled(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
    /// Without a body: `failure` draws it.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if let Self::Throttled(seconds) = self {
            response.insert_header(("Retry-After", seconds.to_string()));
        }
        response.finish()
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Stale { .. } => Self::Conflict,
            StoreError::Held(claim) => Self::Held(claim),
            StoreError::Denied(denied) => Self::Denied(denied),
            other => {
                // The cause belongs in the log; diesel's texts hold SQL and constraint names, not values.
                tracing::error!(event = "store_failed", cause = %other);
                Self::Unavailable
            }
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::NotFound {
            return Self::NotFound;
        }
        tracing::error!(event = "vault_failed", cause = %error);
        Self::Unavailable
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}
