//! Texts travel compressed to whoever can read gzip. Pictures and papers are compressed already and go as they are, and
//! so does what is streamed, whose length people are told.
//!
//! Compression tells by a page's length what stands in it twice (BREACH). The one secret that a page repeats, the token
//! of its forms, is masked anew for each page ([`super::key::token`]), and no page repeats what a stranger sent: cookies
//! do not travel with requests from other sites.

use std::io::Write;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, VARY};
use actix_web::middleware::Next;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A shorter text fits into one packet as it is.
const LEAST_BYTES: usize = 512;

/// Compresses the answer on its way out.
pub async fn answer(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let readable = reads_gzip(req.headers());
    let mut response = next.call(req).await?.map_into_boxed_body();
    if !is_text(response.headers()) || response.headers().contains_key(CONTENT_ENCODING) {
        return Ok(response);
    }
    // Caches on the way keep both forms apart.
    response.headers_mut().append(VARY, HeaderValue::from_static("Accept-Encoding"));
    if !readable {
        return Ok(response);
    }
    let mut smaller = false;
    let mut response = response.map_body(|_, body| match body.try_into_bytes() {
        Ok(bytes) => match gzip(&bytes) {
            Some(short) => {
                smaller = true;
                BoxBody::new(short)
            }
            None => BoxBody::new(bytes),
        },
        Err(streamed) => streamed,
    });
    if smaller {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

/// The text as gzip; nothing when that would not be shorter.
pub fn gzip(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() < LEAST_BYTES {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 3), Compression::default());
    let short = encoder.write_all(text).and_then(|()| encoder.finish()).ok()?;
    (short.len() < text.len()).then_some(short)
}

/// Whether the visitor's browser reads gzip: `gzip` or `*` in the list, not forbidden by `q=0`.
fn reads_gzip(headers: &HeaderMap) -> bool {
    let lists = headers.get_all(ACCEPT_ENCODING).filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|one| {
        let (name, quality) = one.split_once(';').unwrap_or((one, ""));
        let quality = quality.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok()).unwrap_or(1.0);
        matches!(name.trim(), "gzip" | "*") && quality > 0.0
    })
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/")
        || ["application/json", "application/problem+json", "image/svg+xml"].iter().any(|text| kind.starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    #[test]
    fn who_reads_gzip_says_so() {
        let reads = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(value));
            reads_gzip(&headers)
        };
        assert!(reads("gzip") && reads("deflate, gzip;q=0.5, br") && reads("*"));
        assert!(!reads("") && !reads("br, deflate") && !reads("gzip;q=0"));
        assert!(!reads_gzip(&HeaderMap::new()));
    }

    #[test]
    fn what_gets_no_shorter_stays() {
        assert_eq!(gzip(b"short"), None);
        let noise: Vec<u8> = (0_u64..600).map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8).collect();
        assert_eq!(gzip(&noise), None);
        assert!(gzip(&b"the same ".repeat(100)).unwrap().len() < 100);
    }
}
