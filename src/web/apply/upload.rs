//! Papers as they arrive: the form's text is admitted first, then each file is streamed into the vault and looked at.
//! What no application has taken in the end is removed from the vault.

use std::time::Duration;

use actix_web::rt::time::timeout;
use actix_web::{HttpRequest, web};
use tokio::sync::Semaphore;

use super::fresh::Fresh;
use super::load;
use super::shown_file::MEGABYTE;
use crate::application::{Application, Denied};
use crate::documents::file::{FileRole, HEAD, MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES, shown_name};
use crate::documents::picture::{self, PictureError};
use crate::documents::{Format, ScanState, StoredFile};
use crate::law::DocumentKind;
use crate::validation::{Finding, Place, Weight};
use crate::vault::{Vault, Written};
use crate::web::error::{Error, Outcome};
use crate::web::form::{self, Fields};
use crate::web::multipart::{Body, Part, is_multipart};
use crate::web::state::App;
use crate::web::visit::ApplicantForm;

/// 60 MB over a line of 256 kbit/s.
const MOST_TIME: Duration = Duration::from_secs(35 * 60);

/// A form with papers.
pub struct Upload {
    /// What was typed, of whom; key and token are right.
    pub form: ApplicantForm,
    /// As it was before the form came; `None` when the database is out of reach.
    pub application: Option<Application>,
    /// Files that lie in the vault and that no application has yet.
    pub fresh: Fresh,
    /// Files that were not taken.
    pub refused: Vec<Refused>,
    /// Why the rest of the form was not read, or its files not stored. What was typed is whole all the same.
    pub failed: Option<Error>,
    kind: DocumentKind,
}

/// A file that was not taken, and why.
#[derive(Debug)]
pub struct Refused {
    /// Its name on the person's computer.
    pub name: String,
    /// Why, and what to do.
    pub finding: Finding,
}

/// Reads a form with papers for one document, or an ordinary form without.
pub async fn receive(req: &HttpRequest, office: &App, payload: web::Payload, kind: DocumentKind) -> Outcome<Upload> {
    if !is_multipart(req) {
        let fields = form::read(req, payload).await?;
        return Upload::begin(req, office, fields, kind).await;
    }
    let mut body = Body::of(req, payload);
    let (mut texts, mut upload) = (Vec::new(), None);
    let read = timeout(MOST_TIME, read(req, office, &mut body, &mut texts, &mut upload, kind)).await;
    let failed = read.unwrap_or(Err(Error::Unreadable)).err();
    if failed.is_some() {
        // A browser that is still sending hears an answer only when it has been listened to.
        let _ = timeout(MOST_TIME, body.drain()).await;
    }
    match (upload, failed) {
        (Some(upload), failed) => Ok(Upload { failed: failed.or(upload.failed), ..upload }),
        (None, Some(error)) => Err(error),
        (None, None) => Upload::begin(req, office, Fields::checked(texts)?, kind).await,
    }
}

async fn read(
    req: &HttpRequest,
    office: &App,
    body: &mut Body,
    texts: &mut Vec<(String, String)>,
    upload: &mut Option<Upload>,
    kind: DocumentKind,
) -> Result<(), Error> {
    while let Some(part) = body.part().await? {
        let Some(name) = part.file_name() else {
            texts.push(body.text(part).await?);
            continue;
        };
        // Token and text stand before the files in our forms: nothing is stored for whoever may not store it.
        if upload.is_none() {
            *upload = Some(Upload::begin(req, office, Fields::checked(texts.clone())?, kind).await?);
        }
        if let Some(upload) = upload {
            upload.take(office, body, part, &name).await?;
        }
    }
    Ok(())
}

impl Upload {
    async fn begin(req: &HttpRequest, office: &App, fields: Fields, kind: DocumentKind) -> Outcome<Self> {
        let mut form = ApplicantForm::admit(req, office, fields).await?;
        let application = match load(office, &mut form.applicant).await {
            Ok(application) => Some(application),
            Err(Error::Unavailable) => None,
            Err(other) => return Err(other),
        };
        let failed = application.is_none().then_some(Error::Unavailable);
        let fresh = Fresh::of(&office.vault);
        Ok(Self { form, application, fresh, refused: Vec::new(), failed, kind })
    }

    /// Takes one file, or says why not. An error ends the reading: the line broke, or the vault did.
    async fn take(&mut self, office: &App, body: &mut Body, mut part: Part, name: &str) -> Result<(), Error> {
        let role = match part.name() {
            "files" => FileRole::Paper,
            "translation" if self.kind != DocumentKind::Photo => FileRole::Translation,
            _ => return body.skip(part).await,
        };
        let mut head = Vec::new();
        while head.len() < HEAD
            && let Some(piece) = body.piece(&mut part).await?
        {
            head.extend_from_slice(&piece);
        }
        if head.is_empty() && name.is_empty() {
            return Ok(()); // nothing was chosen in this box
        }
        let name = shown_name(name);
        if let Err(refusal) = self.store(office, body, &mut part, head, (&name, role)).await? {
            body.skip(part).await?;
            self.refuse(name, role, refusal);
        }
        Ok(())
    }

    /// Streams a file into the vault, as far as it may go, and looks at it there.
    async fn store(
        &mut self,
        office: &App,
        body: &mut Body,
        part: &mut Part,
        head: Vec<u8>,
        (name, role): (&str, FileRole),
    ) -> Result<Result<(), Refusal>, Error> {
        if head.is_empty() {
            return refuse("file_empty");
        }
        let Some(format) = Format::of(&head).filter(|format| self.takes(*format)) else {
            return refuse(if self.kind == DocumentKind::Photo { "photo_format" } else { "file_format" });
        };
        let room = match self.room()? {
            Ok(room) => room,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let id = uuid::Uuid::now_v7().to_string();
        let mut writing = office.vault.begin(&id).await.map_err(vault_failed)?;
        let mut piece = Some(web::Bytes::from(head));
        while let Some(bytes) = piece {
            let size = writing.size() + bytes.len() as u64;
            if size > MOST_BYTES {
                return refuse_over("file_too_large", MOST_BYTES / MEGABYTE);
            }
            if size > room {
                return refuse_over("files_too_large", MOST_BYTES_TOGETHER / MEGABYTE);
            }
            writing.write(&bytes).await.map_err(vault_failed)?;
            piece = body.piece(part).await?;
        }
        let Written { size, sha256 } = writing.finish().await.map_err(vault_failed)?;
        let (at, name) = (office.clock.now(), name.to_owned());
        self.fresh.add(StoredFile {
            id: id.clone(),
            name,
            role,
            format,
            size,
            sha256,
            at,
            taken_on: None,
            pages: None,
            scan: ScanState::of_new(office.scanner.is_some()),
        });
        let looked = match format.is_picture() {
            true => picture_size(&office.vault, id, format).await?,
            false => return Ok(Ok(())),
        };
        let Err(error) = looked else { return Ok(Ok(())) };
        self.fresh.discard_last();
        refuse(if error == PictureError::TooLarge { "file_format" } else { "file_broken" })
    }

    fn takes(&self, format: Format) -> bool {
        self.kind != DocumentKind::Photo || format.is_picture()
    }

    /// How many bytes may still come, if one more file may.
    fn room(&self) -> Result<Result<u64, Refusal>, Error> {
        let Some(application) = &self.application else { return Err(Error::Unavailable) };
        if !application.may_change_paper(self.kind) {
            return Err(Denied::Closed.into());
        }
        let paper = application.paper(self.kind);
        // A new photograph takes the place of the old one.
        let (most, there) = match self.kind {
            DocumentKind::Photo => (1, &[][..]),
            _ => (MOST_FILES, &paper.files[..]),
        };
        let replaced: u64 = paper.files.iter().map(|file| file.size).sum::<u64>() - bytes(there);
        let used = application.bytes() - replaced + bytes(self.fresh.files());
        if there.len() + self.fresh.files().len() >= most {
            return match self.kind {
                DocumentKind::Photo => refuse("one_photo"),
                _ => refuse_over("too_many_files", most as u64),
            };
        }
        Ok(Ok(MOST_BYTES_TOGETHER.saturating_sub(used)))
    }

    fn refuse(&mut self, name: String, role: FileRole, refusal: Refusal) {
        self.refused.push(Refused::of(self.kind, name, role, refusal));
    }
}

impl Refused {
    fn of(kind: DocumentKind, name: String, role: FileRole, Refusal { code, most }: Refusal) -> Self {
        let step = if kind == DocumentKind::Photo { "photograph" } else { "documents" };
        let field = if role == FileRole::Translation { "translation" } else { "files" };
        let finding = Finding {
            place: Place { step: step.to_owned(), item: Some(kind.code().to_owned()), field: Some(field.to_owned()) },
            code: code.to_owned(),
            params: most.map(|most| ("max".to_owned(), most.to_string())).into_iter().collect(),
            weight: Weight::Stops,
        };
        Self { name, finding }
    }
    /// It looked like a picture, and does not open.
    pub fn broken(kind: DocumentKind, file: &StoredFile) -> Self {
        Self::of(kind, file.name.clone(), file.role, Refusal { code: "file_broken", most: None })
    }
    /// There was room when it came, but another page had filled it when it was to be kept.
    pub fn without_room(kind: DocumentKind, file: &StoredFile) -> Self {
        let refusal = Refusal { code: "no_room_left", most: None };
        Self::of(kind, file.name.clone(), file.role, refusal)
    }
}

/// Why a file is not taken: message id is `error-{code}`.
struct Refusal {
    code: &'static str,
    most: Option<u64>,
}

fn refuse<T>(code: &'static str) -> Result<Result<T, Refusal>, Error> {
    Ok(Err(Refusal { code, most: None }))
}

fn refuse_over<T>(code: &'static str, most: u64) -> Result<Result<T, Refusal>, Error> {
    Ok(Err(Refusal { code, most: Some(most) }))
}

fn bytes(files: &[StoredFile]) -> u64 {
    files.iter().map(|file| file.size).sum()
}

/// Whatever the vault says, the person hears that it is out of reach; the log hears why.
fn vault_failed(error: std::io::Error) -> Error {
    tracing::error!(event = "vault_failed", cause = %error);
    Error::Unavailable
}

/// Pictures that are looked at by all requests at once: each holds its beginning in memory.
static LOOKS: Semaphore = Semaphore::const_new(2);

/// The size of a picture in the vault.
pub async fn picture_size(vault: &Vault, id: String, format: Format) -> Outcome<Result<picture::Size, PictureError>> {
    let _turn = LOOKS.acquire().await.map_err(|_| Error::Unavailable)?;
    let beginning = vault.read_beginning(&id, picture::BEGINNING).await.map_err(vault_failed)?;
    web::block(move || picture::size(&beginning, format)).await.map_err(|_| Error::Unavailable)
}
