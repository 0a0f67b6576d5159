//! Style, script, icon and the pictures that help: part of the binary. Style sheets and scripts without their comments
//! (`build.rs`).

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};

use super::error::{Error, Outcome};

/// Serves one of the files.
pub async fn serve(file: web::Path<String>) -> Outcome {
    let (media_type, body): (&str, &'static str) = match file.as_str() {
        "site.css" => ("text/css; charset=utf-8", include_str!(concat!(env!("OUT_DIR"), "/site.css"))),
        "desk.css" => ("text/css; charset=utf-8", include_str!(concat!(env!("OUT_DIR"), "/desk.css"))),
        "site.js" => ("text/javascript; charset=utf-8", include_str!(concat!(env!("OUT_DIR"), "/site.js"))),
        "upload.js" => ("text/javascript; charset=utf-8", include_str!(concat!(env!("OUT_DIR"), "/upload.js"))),
        "photo.js" => ("text/javascript; charset=utf-8", include_str!(concat!(env!("OUT_DIR"), "/photo.js"))),
        "icon.svg" => ("image/svg+xml", include_str!("../../static/icon.svg")),
        other => ("image/svg+xml", help(other).ok_or(Error::NotFound)?),
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(body))
}

/// Declares the pictures of `static/help`.
macro_rules! help {
    ($($name:literal),* $(,)?) => {
        fn help(file: &str) -> Option<&'static str> {
            match file {
                $(concat!($name, ".svg") => Some(include_str!(concat!("../../static/help/", $name, ".svg"))),)*
                _ => None,
            }
        }
    };
}

help! {
    "notarised_translation", "passport_dates", "passport_number", "passport_zone", "photo_background", "photo_dark",
    "photo_glasses_glare", "photo_headscarf_right", "photo_right", "photo_too_small", "photo_turned",
}
