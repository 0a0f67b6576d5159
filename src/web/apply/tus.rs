//! Files that are resumed where the line broke: tus 1.0 (core, creation, termination, expiration), for the holder of an
//! application's key and for whoever has a link for one of its papers ([`Sending`] says which). What has come lies
//! encrypted in the vault; a paper gets it when the form names it (`upload=id`), by the same way as a file that comes with
//! the form.
//!
//! From the holder of the key no token is asked, and none is needed: every request must carry `Tus-Resumable`. A page of
//! another site can send such a header, or the methods PATCH and DELETE, only after asking this server (CORS preflight),
//! which never allows it; the key's cookie is `SameSite=Lax` besides, and what browsers say of the origin is checked as
//! with forms.

use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, HttpDate, LOCATION};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use chrono::{DateTime, Utc};
use futures_util::{Stream, StreamExt};
use tokio::time::{Instant, timeout_at};

use super::fresh::unbroken;
use super::intake::vault_failed;
use super::paper::paper_of;
use super::resumed::discard;
use super::upload::MOST_TIME;
use crate::documents::file::{FileRole, MOST_BYTES};
use crate::documents::name::shown_name;
use crate::documents::resumed::{MOST_PIECES, Resumed};
use crate::store::{applications, uploads};
use crate::web::error::{Error, Outcome};
use crate::web::key;
use crate::web::sending::{Named, Sending};
use crate::web::state::App;

const VERSION: &str = "1.0.0";
const RESUMABLE: &str = "tus-resumable";
const OFFSET: &str = "Upload-Offset";
const LENGTH: &str = "Upload-Length";
const METADATA: &str = "Upload-Metadata";
const EXPIRES: &str = "Upload-Expires";
/// An upload is kept so long after its last byte.
const LIFE: chrono::Duration = chrono::Duration::hours(24);
/// A line that is silent for so long is broken: what has come is kept, and the rest may be resumed.
const SILENCE: Duration = Duration::from_secs(30);
/// Names of 255 bytes, in base64, with the rest.
const MOST_METADATA: usize = 2048;

/// Behind old proxies that let neither PATCH nor DELETE through, a client sends POST and says what it means. Every answer
/// names the version that is spoken, failures too; what OPTIONS is answered is [`discover`]'s.
pub async fn meant(
    mut req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let is_spoken = req.path().split('/').any(|part| part == "uploads") && req.method() != Method::OPTIONS;
    if req.method() == Method::POST && req.path().contains("/uploads/") {
        let meant = req.headers().get("X-HTTP-Method-Override").map(HeaderValue::as_bytes);
        let meant = [Method::PATCH, Method::DELETE].into_iter().find(|one| meant == Some(one.as_str().as_bytes()));
        if let Some(meant) = meant {
            req.head_mut().method = meant;
        }
    }
    let mut answer = next.call(req).await?;
    if is_spoken {
        answer.headers_mut().insert(HeaderName::from_static(RESUMABLE), HeaderValue::from_static(VERSION));
    }
    Ok(answer)
}

/// Says what is spoken here.
pub async fn discover(_: Sending) -> HttpResponse {
    HttpResponse::NoContent()
        .insert_header((RESUMABLE, VERSION))
        .insert_header(("Tus-Version", VERSION))
        .insert_header(("Tus-Extension", "creation,termination,expiration"))
        .insert_header(("Tus-Max-Size", MOST_BYTES.to_string()))
        .finish()
}

fn answer(status: StatusCode) -> HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer.insert_header((CACHE_CONTROL, "no-store"));
    answer
}

/// For programs: no page.
fn refused(status: StatusCode, why: &'static str) -> HttpResponse {
    let mut answer = answer(status);
    if status == StatusCode::PRECONDITION_FAILED {
        answer.insert_header(("Tus-Version", VERSION));
    }
    answer.insert_header((CONTENT_TYPE, "text/plain")).body(why)
}

/// The answer to a request that is none of tus, or not from this site.
fn unspoken(req: &HttpRequest, office: &App) -> Option<HttpResponse> {
    if header(req, RESUMABLE) != Some(VERSION) {
        return Some(refused(StatusCode::PRECONDITION_FAILED, "Tus-Resumable: 1.0.0 is needed"));
    }
    (!key::is_same_origin(req, office)).then(|| refused(StatusCode::FORBIDDEN, "another site"))
}

fn header<'a>(req: &'a HttpRequest, name: &str) -> Option<&'a str> {
    req.headers().get(name)?.to_str().ok()
}

fn number(req: &HttpRequest, name: &str) -> Option<u64> {
    header(req, name)?.parse().ok()
}

fn expires(at: DateTime<Utc>) -> (&'static str, String) {
    let at = u64::try_from(at.timestamp()).unwrap_or_default();
    (EXPIRES, HttpDate::from(std::time::UNIX_EPOCH + Duration::from_secs(at)).to_string())
}

/// Begins an upload: its length, and in the metadata `filename`, `paper` and `box` (`files` or `translation`).
pub async fn begin(req: HttpRequest, office: App, sending: Sending) -> Outcome {
    if let Some(refused) = unspoken(&req, &office) {
        return Ok(refused);
    }
    sending.begins(&req, &office)?;
    let Some(length) = number(&req, LENGTH) else {
        return Ok(refused(StatusCode::BAD_REQUEST, "Upload-Length is needed"));
    };
    let metadata = header(&req, METADATA).filter(|text| text.len() <= MOST_METADATA).unwrap_or_default();
    let Some(name) = told(metadata, "filename") else {
        return Ok(refused(StatusCode::BAD_REQUEST, "Upload-Metadata: filename is needed"));
    };
    let kind = paper_of(&told(metadata, "paper").unwrap_or_default())?;
    if sending.only.is_some_and(|only| only != kind) {
        return Err(Error::NotFound);
    }
    let id = sending.whose.application.clone();
    if !office.read(move |conn| applications::load(conn, &id)).await?.may_change_paper(kind) {
        return Err(crate::application::Denied::Closed.into());
    }
    let role =
        if told(metadata, "box").as_deref() == Some("translation") { FileRole::Translation } else { FileRole::Paper };
    sweep(&office).await;
    let upload = Resumed {
        id: uuid::Uuid::now_v7().to_string(),
        expires_at: until(&office, &sending),
        whose: sending.whose,
        kind,
        role,
        name: shown_name(&name),
        length,
        received: 0,
        pieces: Vec::new(),
    };
    let address = format!("{}/{}", req.path(), upload.id);
    let until = expires(upload.expires_at);
    if length > MOST_BYTES || !office.write(move |conn| uploads::begin(conn, &upload)).await? {
        return Ok(refused(StatusCode::PAYLOAD_TOO_LARGE, "no room"));
    }
    Ok(answer(StatusCode::CREATED).insert_header((LOCATION, address)).insert_header(until).finish())
}

/// Until when what comes now is kept.
fn until(office: &App, sending: &Sending) -> DateTime<Utc> {
    let at = office.clock.now() + LIFE;
    sending.until.map_or(at, |end| end.min(at))
}

async fn find(office: &App, sending: &Sending, named: web::Path<Named>) -> Outcome<Resumed> {
    let (whose, id, at) = (sending.whose.clone(), named.into_inner().upload, office.clock.now());
    office.read(move |conn| uploads::find(conn, &whose, &id, at)).await
}

/// Says how much has come.
pub async fn offset(req: HttpRequest, office: App, named: web::Path<Named>, sending: Sending) -> Outcome {
    if let Some(refused) = unspoken(&req, &office) {
        return Ok(refused);
    }
    let upload = find(&office, &sending, named).await?;
    Ok(answer(StatusCode::OK)
        .insert_header((OFFSET, upload.received.to_string()))
        .insert_header((LENGTH, upload.length.to_string()))
        .insert_header(expires(upload.expires_at))
        .finish())
}

/// Takes the next bytes. When the line breaks in between, what has come is kept.
pub async fn append(
    req: HttpRequest,
    office: App,
    named: web::Path<Named>,
    payload: web::Payload,
    sending: Sending,
) -> Outcome {
    if let Some(refused) = unspoken(&req, &office) {
        return Ok(refused);
    }
    if header(&req, "Content-Type") != Some("application/offset+octet-stream") {
        return Ok(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "application/offset+octet-stream is needed"));
    }
    let upload = find(&office, &sending, named).await?;
    if number(&req, OFFSET) != Some(upload.received) {
        return Ok(refused(StatusCode::CONFLICT, "another offset"));
    }
    if upload.pieces.len() >= MOST_PIECES {
        return Ok(refused(StatusCode::PAYLOAD_TOO_LARGE, "too many pieces"));
    }
    // A browser that goes away takes its request with it, but not what it has sent.
    unbroken(async move { take(&office, &sending, upload, payload).await }).await
}

/// A body on its way.
struct Line<S> {
    body: S,
    /// All of it must have come by then.
    until: Instant,
}

/// The line broke, was silent for too long, or took too long altogether.
struct Broken;

impl<S: Stream<Item = Result<web::Bytes, PayloadError>> + Unpin> Line<S> {
    /// The next bytes; nothing after the last.
    async fn next(&mut self) -> Result<Option<web::Bytes>, Broken> {
        let until = self.until.min(Instant::now() + SILENCE);
        match timeout_at(until, self.body.next()).await {
            Ok(None) => Ok(None),
            // A copy: as long as these are held, the whole memory is that they were read into, and the next are read into new.
            Ok(Some(Ok(bytes))) => Ok(Some(web::Bytes::copy_from_slice(&bytes))),
            Ok(Some(Err(_))) | Err(_) => Err(Broken),
        }
    }
}

async fn take(office: &App, sending: &Sending, upload: Resumed, payload: web::Payload) -> Outcome {
    let _under_way = office.uploads.acquire().await.map_err(|_| Error::Unavailable)?;
    let piece = uuid::Uuid::now_v7().to_string();
    let mut writing = office.vault.begin(&piece).await.map_err(vault_failed)?;
    let room = upload.length - upload.received;
    let mut line = Line { body: payload, until: Instant::now() + MOST_TIME };
    let broken = loop {
        match line.next().await {
            Ok(Some(bytes)) if writing.size() + bytes.len() as u64 > room => {
                return Ok(refused(StatusCode::PAYLOAD_TOO_LARGE, "more than was announced"));
            }
            Ok(Some(bytes)) => writing.write(&bytes).await.map_err(vault_failed)?,
            Ok(None) => break false,
            Err(Broken) => break true,
        }
    };
    let mut offset = upload.received;
    let until = until(office, sending);
    if writing.size() > 0 {
        let bytes = writing.finish().await.map_err(vault_failed)?.size;
        offset += bytes;
        let id = piece.clone();
        let grown = office.write(move |conn| uploads::grow(conn, &upload, &id, bytes, until)).await;
        if !matches!(grown, Ok(true)) {
            office.vault.discard(&piece);
            grown?;
            return Ok(refused(StatusCode::CONFLICT, "another offset"));
        }
    }
    if broken {
        return Err(Error::Unreadable);
    }
    Ok(answer(StatusCode::NO_CONTENT)
        .insert_header((OFFSET, offset.to_string()))
        .insert_header(expires(until))
        .finish())
}

/// Ends an upload that is not wanted any more.
pub async fn end(req: HttpRequest, office: App, named: web::Path<Named>, sending: Sending) -> Outcome {
    if let Some(refused) = unspoken(&req, &office) {
        return Ok(refused);
    }
    let upload = find(&office, &sending, named).await?;
    let taken = office.write(move |conn| uploads::take(conn, &sending.whose, &upload.id)).await?;
    discard(&office.vault, taken.as_slice());
    Ok(answer(StatusCode::NO_CONTENT).finish())
}

/// Clears what has expired: each upload that begins does it, so that no clockwork is needed. Nobody's upload fails for it.
async fn sweep(office: &App) {
    let at = office.clock.now();
    if let Ok(old) = office.write(move |conn| uploads::expired(conn, at)).await {
        discard(&office.vault, &old);
    }
}

/// A value of the metadata: `key base64,key base64`.
fn told(metadata: &str, key: &str) -> Option<String> {
    let value = metadata.split(',').filter_map(|pair| pair.trim().split_once(' ')).find(|(name, _)| *name == key)?.1;
    String::from_utf8(decoded(value.trim())?).ok()
}

/// Base64 (RFC 4648, with padding or without).
fn decoded(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut bits) = (0_u32, 0);
    for sign in text.bytes() {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = (held << 6 | u32::from(value)) & 0xFFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_drips_on_for_ever_is_broken_off() {
        let drip = async |()| {
            tokio::time::sleep(Duration::from_millis(1)).await;
            Some((Ok::<_, PayloadError>(web::Bytes::from_static(b"x")), ()))
        };
        let came = crate::app::block_on(async {
            let body = Box::pin(futures_util::stream::unfold((), drip));
            let mut line = Line { body, until: Instant::now() + Duration::from_millis(50) };
            let mut came = 0;
            while let Ok(Some(bytes)) = line.next().await {
                came += bytes.len();
                assert!(came < 20_000, "it goes on and on");
            }
            came
        });
        assert!(came > 0, "what came before is there");
    }

    #[test]
    fn metadata_is_read() {
        let text = "filename 0rDQu9GL0pvQsdC10LoucGRm,paper aG91c2luZw==, box ZmlsZXM=,empty";
        assert_eq!(told(text, "filename").as_deref(), Some("Ұлықбек.pdf"));
        assert_eq!(told(text, "paper").as_deref(), Some("housing"));
        assert_eq!(told(text, "box").as_deref(), Some("files"));
        assert_eq!(told(text, "empty"), None);
        assert_eq!(told("filename !!", "filename"), None);
        assert_eq!(told("filename /w==", "filename"), None, "no text");
    }
}
