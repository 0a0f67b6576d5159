//! Papers as they arrive: the form's text is admitted first, then each file is streamed into the vault and looked at.
//! What no application has taken in the end is removed from the vault.

use std::time::Duration;

use actix_web::rt::time::timeout;
use actix_web::{HttpRequest, web};

use super::fresh::Fresh;
use super::intake::{Intake, Refusal, Taken};
use super::load;
use crate::application::{Application, Denied};
use crate::documents::StoredFile;
use crate::documents::content::HEAD;
use crate::documents::file::{FileRole, MOST_BYTES_TOGETHER, MOST_FILES};
use crate::documents::name::shown_name;
use crate::law::DocumentKind;
use crate::validation::Finding;
use crate::web::bring::is_right;
use crate::web::error::{Error, Outcome};
use crate::web::form::{self, Fields};
use crate::web::multipart::{Body, Part, is_multipart};
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Applicant, ApplicantForm};

/// 60 MB over a line of 256 kbit/s.
const MOST_TIME: Duration = Duration::from_secs(35 * 60);

/// Who sends a form with papers.
#[derive(Debug, Clone)]
pub enum Sender {
    /// Whoever holds the application's key.
    Owner,
    /// Whoever holds a link for one paper of it: the application's id, and what the tokens of the link's forms are made
    /// from.
    Invited {
        /// Id of the application.
        application: String,
        /// Of whom the form's token must be.
        holder: String,
    },
}

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
    receive_from(req, office, payload, kind, &Sender::Owner).await
}

/// The same from whoever may bring it.
pub async fn receive_from(
    req: &HttpRequest,
    office: &App,
    payload: web::Payload,
    kind: DocumentKind,
    sender: &Sender,
) -> Outcome<Upload> {
    if !is_multipart(req) {
        let fields = form::read(req, payload).await?;
        return Upload::begin(req, office, fields, kind, sender).await;
    }
    let mut body = Body::of(req, payload);
    let (mut texts, mut upload) = (Vec::new(), None);
    let read = timeout(MOST_TIME, read(req, office, &mut body, &mut texts, &mut upload, (kind, sender))).await;
    let failed = read.unwrap_or(Err(Error::Unreadable)).err();
    if failed.is_some() {
        // A browser that is still sending hears an answer only when it has been listened to.
        let _ = timeout(MOST_TIME, body.drain()).await;
    }
    match (upload, failed) {
        (Some(upload), failed) => Ok(Upload { failed: failed.or(upload.failed), ..upload }),
        (None, Some(error)) => Err(error),
        (None, None) => Upload::begin(req, office, Fields::checked(texts)?, kind, sender).await,
    }
}

async fn read(
    req: &HttpRequest,
    office: &App,
    body: &mut Body,
    texts: &mut Vec<(String, String)>,
    upload: &mut Option<Upload>,
    (kind, sender): (DocumentKind, &Sender),
) -> Result<(), Error> {
    while let Some(part) = body.part().await? {
        let Some(name) = part.file_name() else {
            texts.push(body.text(part).await?);
            continue;
        };
        // Token and text stand before the files in our forms: nothing is stored for whoever may not store it.
        if upload.is_none() {
            *upload = Some(Upload::begin(req, office, Fields::checked(texts.clone())?, kind, sender).await?);
        }
        if let Some(upload) = upload {
            upload.take(office, body, part, &name).await?;
        }
    }
    Ok(())
}

impl Upload {
    async fn begin(
        req: &HttpRequest,
        office: &App,
        fields: Fields,
        kind: DocumentKind,
        sender: &Sender,
    ) -> Outcome<Self> {
        let mut form = match sender {
            Sender::Owner => ApplicantForm::admit(req, office, fields).await?,
            Sender::Invited { application, holder } => {
                if !is_right(req, office, holder, fields.get("csrf")) {
                    return Err(Error::StaleForm(fields));
                }
                ApplicantForm { applicant: Applicant { id: application.clone(), view: View::of(req) }, fields }
            }
        };
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

    /// Streams a file into the vault, as far as it may go.
    async fn store(
        &mut self,
        office: &App,
        body: &mut Body,
        part: &mut Part,
        head: Vec<u8>,
        (name, role): (&str, FileRole),
    ) -> Taken<()> {
        let Some(application) = &self.application else { return Err(Error::Unavailable) };
        let room = match room(application, self.kind, self.fresh.files())? {
            Ok(room) => room,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut intake = match Intake::begin(office, self.kind, (name, role), &head, room).await? {
            Ok(intake) => intake,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut piece = Some(web::Bytes::from(head));
        while let Some(bytes) = piece {
            if let Err(refusal) = intake.push(&bytes).await? {
                return Ok(Err(refusal));
            }
            drop(bytes);
            piece = body.piece(part).await?;
        }
        match intake.finish(office).await? {
            Ok(file) => self.fresh.add(file),
            Err(refusal) => return Ok(Err(refusal)),
        }
        Ok(Ok(()))
    }

    fn refuse(&mut self, name: String, role: FileRole, refusal: Refusal) {
        self.refused.push(Refused { name, finding: refusal.finding(self.kind, role) });
    }
}

/// How many bytes may still come for a paper, if one more file may; `fresh` came with the same form.
pub fn room(
    application: &Application,
    kind: DocumentKind,
    fresh: &[StoredFile],
) -> Result<Result<u64, Refusal>, Error> {
    if !application.may_change_paper(kind) {
        return Err(Denied::Closed.into());
    }
    let paper = application.paper(kind);
    // A new photograph takes the place of the old one.
    let (most, there) = match kind {
        DocumentKind::Photo => (1, &[][..]),
        _ => (MOST_FILES, &paper.files[..]),
    };
    let replaced: u64 = paper.files.iter().map(|file| file.size).sum::<u64>() - bytes(there);
    let used = application.bytes() - replaced + bytes(fresh);
    if there.len() + fresh.len() >= most {
        return Ok(Err(match kind {
            DocumentKind::Photo => Refusal::of("one_photo"),
            _ => Refusal::over("too_many_files", most as u64),
        }));
    }
    Ok(Ok(MOST_BYTES_TOGETHER.saturating_sub(used)))
}

impl Refused {
    fn of(kind: DocumentKind, file: &StoredFile, code: &'static str) -> Self {
        Self { name: file.name.clone(), finding: Refusal::of(code).finding(kind, file.role) }
    }
    /// It looked like a picture, and does not open.
    pub fn broken(kind: DocumentKind, file: &StoredFile) -> Self {
        Self::of(kind, file, "file_broken")
    }
    /// There was room when it came, but another page had filled it when it was to be kept.
    pub fn without_room(kind: DocumentKind, file: &StoredFile) -> Self {
        Self::of(kind, file, "no_room_left")
    }
}

fn bytes(files: &[StoredFile]) -> u64 {
    files.iter().map(|file| file.size).sum()
}
