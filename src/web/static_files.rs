//! Style, script, icon and the pictures that help: part of the binary. Style sheets and scripts without their comments
//! (`build.rs`).
//!
//! Pages name each by its content (`site.css?v=…`), so that browsers keep it for a year and ask for it once; another
//! release has another address.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};

use super::error::{Error, Outcome};

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

macro_rules! style {
    ($name:literal) => {
        ($name, CSS, include_str!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}
macro_rules! script {
    ($name:literal) => {
        ($name, JS, include_str!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}
/// A picture of `static/help`.
macro_rules! help {
    ($name:literal) => {
        ($name, SVG, include_str!(concat!("../../static/help/", $name)))
    };
}

/// Name, kind and content of each.
const FILES: &[(&str, &str, &str)] = &[
    style!("site.css"),
    style!("desk.css"),
    script!("site.js"),
    script!("upload.js"),
    script!("photo.js"),
    ("icon.svg", SVG, include_str!("../../static/icon.svg")),
    help!("notarised_translation.svg"),
    help!("passport_dates.svg"),
    help!("passport_number.svg"),
    help!("passport_zone.svg"),
    help!("photo_background.svg"),
    help!("photo_dark.svg"),
    help!("photo_glasses_glare.svg"),
    help!("photo_headscarf_right.svg"),
    help!("photo_right.svg"),
    help!("photo_too_small.svg"),
    help!("photo_turned.svg"),
];

/// The beginning of each file's SHA-256: eight signs tell two releases apart.
static VERSIONS: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let version = |body: &str| super::key::hex(&Sha256::digest(body)[..4]);
    FILES.iter().map(|(name, _, body)| (*name, version(body))).collect()
});

/// The address by which pages name a file.
pub fn address(name: &str) -> String {
    match VERSIONS.get(name) {
        Some(version) => format!("/static/{name}?v={version}"),
        None => format!("/static/{name}"),
    }
}

/// The content of a file as it is served; nothing for an unknown one.
pub fn body(name: &str) -> &'static str {
    FILES.iter().find(|(known, ..)| *known == name).map_or("", |(_, _, body)| body)
}

/// Serves one of the files: for a year to whoever asks for this very content.
pub async fn serve(req: HttpRequest, file: web::Path<String>) -> Outcome {
    let known = FILES.iter().find(|(name, ..)| *name == file.as_str());
    let (name, media_type, body) = known.ok_or(Error::NotFound)?;
    let asked = req.query_string().strip_prefix("v=").unwrap_or_default();
    let kept = match VERSIONS.get(name) {
        Some(version) if version == asked => "public, max-age=31536000, immutable",
        _ => "public, max-age=3600",
    };
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, *media_type)).insert_header((CACHE_CONTROL, kept)).body(*body))
}
