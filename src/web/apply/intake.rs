//! A file on its way in, however it comes (with the form, or resumed piece by piece): looked at and encrypted as it comes,
//! under the limits. What is not taken leaves nothing in the vault.

use actix_web::web;
use tokio::sync::Semaphore;

use super::shown_file::MEGABYTE;
use crate::documents::content::{Fault, Look};
use crate::documents::file::{FileRole, MOST_BYTES, MOST_BYTES_TOGETHER};
use crate::documents::picture::{self, MOST_PIXELS, MOST_SEE_THROUGH, PictureError};
use crate::documents::{Format, ScanState, StoredFile};
use crate::law::DocumentKind;
use crate::validation::{Finding, Place, Weight};
use crate::vault::{Vault, Writing, Written};
use crate::web::error::{Error, Outcome};
use crate::web::state::Office;

/// Why a file is not taken: message id is `error-{code}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Its code.
    pub code: &'static str,
    /// The limit that it names.
    pub most: Option<u64>,
}

impl Refusal {
    /// By its code.
    pub fn of(code: &'static str) -> Self {
        Self { code, most: None }
    }
    /// By its code, with the limit.
    pub fn over(code: &'static str, most: u64) -> Self {
        Self { code, most: Some(most) }
    }
    /// As the page shows it beside the box.
    pub fn finding(self, kind: DocumentKind, role: FileRole) -> Finding {
        let step = if kind == DocumentKind::Photo { "photograph" } else { "documents" };
        let field = if role == FileRole::Translation { "translation" } else { "files" };
        Finding {
            place: Place { step: step.to_owned(), item: Some(kind.code().to_owned()), field: Some(field.to_owned()) },
            code: self.code.to_owned(),
            params: self.most.map(|most| ("max".to_owned(), most.to_string())).into_iter().collect(),
            weight: Weight::Stops,
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        let most = match fault {
            Fault::TooManyPixels | Fault::PicturePixels => Some(MOST_PIXELS),
            Fault::SeeThrough => Some(MOST_SEE_THROUGH),
            _ => None,
        };
        Self { code: fault.code(), most: most.map(|pixels| pixels / 1_000_000) }
    }
}

/// What is taken of a file, or why it is not.
pub type Taken<T> = Outcome<Result<T, Refusal>>;

/// A file that is coming in.
pub struct Intake {
    look: Look,
    writing: Writing,
    id: String,
    name: String,
    role: FileRole,
    /// Bytes that may come.
    room: u64,
}

impl Intake {
    /// Begins with the first bytes ([`crate::documents::content::HEAD`] of them, or the whole of a smaller file), which
    /// are to be pushed too. `id` is new or that of an upload, `name` is already cleaned, `room` is what the application's
    /// limits leave.
    pub async fn begin(
        office: &Office,
        kind: DocumentKind,
        (id, name, role): (String, &str, FileRole),
        head: &[u8],
        room: u64,
    ) -> Taken<Self> {
        let look = match Look::begin(head) {
            Ok(look) if kind == DocumentKind::Photo && !look.format().is_picture() => {
                return Ok(Err(Refusal::of("photo_format")));
            }
            Err(Fault::Format) if kind == DocumentKind::Photo => return Ok(Err(Refusal::of("photo_format"))),
            Err(fault) => return Ok(Err(fault.into())),
            Ok(look) => look,
        };
        let writing = office.vault.begin(&id).await.map_err(vault_failed)?;
        Ok(Ok(Self { look, writing, id, name: name.to_owned(), role, room }))
    }

    /// Takes the next bytes.
    pub async fn push(&mut self, bytes: &[u8]) -> Taken<()> {
        let size = self.writing.size() + bytes.len() as u64;
        if size > MOST_BYTES {
            return Ok(Err(Refusal::over("file_too_large", MOST_BYTES / MEGABYTE)));
        }
        if size > self.room {
            return Ok(Err(Refusal::over("files_too_large", MOST_BYTES_TOGETHER / MEGABYTE)));
        }
        if let Err(fault) = self.look.feed(bytes) {
            return Ok(Err(fault.into()));
        }
        self.writing.write(bytes).await.map_err(vault_failed)?;
        Ok(Ok(()))
    }

    /// Puts the whole file into the vault; in no application yet.
    pub async fn finish(self, office: &Office) -> Taken<StoredFile> {
        let format = match self.look.finish() {
            Ok(format) => format,
            Err(fault) => return Ok(Err(fault.into())),
        };
        let Written { size, sha256 } = self.writing.finish().await.map_err(vault_failed)?;
        let file = StoredFile {
            id: self.id,
            name: self.name,
            role: self.role,
            format,
            size,
            sha256,
            at: office.clock.now(),
            taken_on: None,
            pages: None,
            scan: ScanState::of_new(office.scanner.is_some()),
        };
        // Of a WebP the look has seen all chunks that the decoder wants; some stand behind the pixels.
        if matches!(format, Format::Pdf | Format::Webp) {
            return Ok(Ok(file));
        }
        // Whether the decoder can begin with it, too.
        let fault = match picture_size(&office.vault, &file.id, format).await {
            Ok(Ok(_)) => return Ok(Ok(file)),
            Ok(Err(PictureError::TooLarge)) => Ok(Err(Fault::TooManyPixels.into())),
            Ok(Err(PictureError::Broken)) => Ok(Err(Fault::Broken.into())),
            Err(error) => Err(error),
        };
        office.vault.discard(&file.id);
        fault
    }
}

/// Whatever the vault says, the person hears that it is out of reach; the log hears why.
pub fn vault_failed(error: std::io::Error) -> Error {
    tracing::error!(event = "vault_failed", cause = %error);
    Error::Unavailable
}

/// Pictures that are looked at by all requests at once: each holds its beginning in memory.
static LOOKS: Semaphore = Semaphore::const_new(2);

/// The size of a picture in the vault. The header of nearly all is small; few have more notes before it than that.
async fn picture_size(vault: &Vault, id: &str, format: Format) -> Outcome<Result<picture::Size, PictureError>> {
    let _turn = LOOKS.acquire().await.map_err(|_| Error::Unavailable)?;
    let mut found = Err(PictureError::Broken);
    for most in [picture::HEADER, picture::BEGINNING] {
        let beginning = vault.read_beginning(id, most).await.map_err(vault_failed)?;
        let is_whole = (beginning.len() as u64) < most;
        found = web::block(move || picture::size(&beginning, format)).await.map_err(|_| Error::Unavailable)?;
        if is_whole || found != Err(PictureError::Broken) {
            break;
        }
    }
    Ok(found)
}
