//! Files out of the vault: streamed, with headers that keep a hostile file harmless. For their owner alone; the desk sees
//! pictures of their pages ([`super::drawn`]).

use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::Bytes;
use futures_util::stream;

use super::error::{Error, Outcome};
use super::form::percent_encoded;
use super::state::App;
use crate::documents::StoredFile;
use crate::documents::name::with_ending;
use crate::vault::Reader;

/// Nothing in the file may run, load or be taken for a page of this site.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/// A browser's reader of PDF is a page of its own, which does not open inside a sandbox.
const POLICY_PDF: &str = "frame-ancestors 'none'";

/// A file that the quarantine lets out to somebody. Whatever is made of a file for people (the file itself, a picture of
/// a page, a copy with a watermark) takes one of these, and there is no other way to one than the two gates.
#[derive(Debug, Clone)]
pub struct Admitted(StoredFile);

impl Admitted {
    /// The gate of the desk: neither what waits for the scanner nor what is infected.
    pub fn at_desk(file: StoredFile) -> Outcome<Self> {
        file.scan.opens_at_desk()?;
        Ok(Self(file))
    }
    /// The gate of its owner: nothing infected.
    pub fn for_owner(file: StoredFile) -> Outcome<Self> {
        file.scan.opens_for_owner()?;
        Ok(Self(file))
    }
}

impl std::ops::Deref for Admitted {
    type Target = StoredFile;
    fn deref(&self) -> &StoredFile {
        &self.0
    }
}

/// Serves a file of the vault to somebody who was found to be allowed to read it.
pub async fn serve(office: &App, file: &Admitted) -> Outcome {
    let opened = office.vault.open_file(&file.id).await?;
    if opened.size() != file.size {
        tracing::error!(event = "file_damaged", file = file.id);
        return Err(Error::Unavailable);
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.format.media_type()))
        .insert_header((CONTENT_DISPOSITION, disposition(&with_ending(&file.name, file.format), file.format.code())))
        .insert_header((CONTENT_SECURITY_POLICY, if file.format.is_picture() { POLICY } else { POLICY_PDF }))
        .insert_header(("X-Content-Type-Options", "nosniff"))
        .insert_header(("Cross-Origin-Resource-Policy", "same-origin"))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(SizedStream::new(file.size, pieces(file.id.clone(), opened))))
}

/// The file, a piece at a time. One that turns out to be damaged breaks off: the browser was told how much was to come,
/// and takes nothing for whole.
pub fn pieces(id: String, file: Reader) -> impl stream::Stream<Item = std::io::Result<Bytes>> {
    stream::try_unfold(file, move |mut file| {
        let id = id.clone();
        async move {
            match file.next().await {
                Ok(piece) => Ok(piece.map(|piece| (piece, file))),
                Err(error) => {
                    tracing::error!(event = "file_damaged", file = id, cause = %error);
                    Err(error)
                }
            }
        }
    })
}

/// Shown in the browser; saved under the name that the person's computer gave it, in any letters (RFC 6266, RFC 8187).
fn disposition(name: &str, format: &str) -> String {
    let encoded = percent_encoded(name, b"!#$&+-.^_`|~");
    format!("inline; filename=\"document.{format}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header() {
        let header = disposition("\u{49B} \"a\";\r\nX: 1%.pdf", "pdf");
        assert_eq!(
            header,
            "inline; filename=\"document.pdf\"; filename*=UTF-8''%D2%9B%20%22a%22%3B%0D%0AX%3A%201%25.pdf"
        );
    }
}
