//! Papers as they arrive: the form's text is admitted first, then each file is streamed into the vault and looked at as it
//! comes. Files that went ahead of the form (`tus`) are named in it, and go the same way.
//! What no application has taken in the end is removed from the vault.

use std::time::Duration;

use actix_web::rt::time::timeout;
use actix_web::{HttpRequest, web};
use tokio::sync::Semaphore;

use super::fresh::Fresh;
use super::intake::{Intake, Refusal, Taken};
use super::load;
use super::resumed::Pieces;
use crate::application::{Application, Denied};
use crate::documents::StoredFile;
use crate::documents::content::{Fault, HEAD};
use crate::documents::file::{FileRole, MOST_BYTES_TOGETHER, MOST_FILES};
use crate::documents::name::shown_name;
use crate::documents::resumed::{Resumed, Whose};
use crate::law::DocumentKind;
use crate::store::{applications, uploads};
use crate::validation::Finding;
use crate::web::bring::is_right;
use crate::web::error::{Error, Outcome};
use crate::web::form::{self, Fields};
use crate::web::multipart::{Body, Part, is_multipart};
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Applicant, ApplicantForm};

/// No body takes longer: 60 MB over a line of 256 kbit/s.
pub(super) const MOST_TIME: Duration = Duration::from_secs(35 * 60);

/// So many uploads a form may name: no more are ever begun at once. Which of them a paper takes, [`room`] says one by one.
const MOST_NAMED: usize = 2 * MOST_FILES;

/// A file that was sent ahead of the form is not there.
const NOT_ARRIVED: &str = "file_not_arrived";

/// Who sends a form with papers.
#[derive(Debug, Clone)]
pub enum Sender {
    /// Whoever holds the application's key.
    Owner,
    /// Whoever holds a link for one paper of it.
    Invited {
        /// The application's id and the link's.
        whose: Whose,
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
    whose: Whose,
}

/// A file that was not taken, and why.
#[derive(Debug)]
pub struct Refused {
    /// Its name on the person's computer; empty of one of which nothing is there.
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
        let mut upload = Upload::begin(req, office, fields, kind, sender).await?;
        upload.take_resumed(office).await;
        return Ok(upload);
    }
    let _under_way = office.uploads.acquire().await.map_err(|_| Error::Unavailable)?;
    let mut body = Body::of(req, payload);
    let (mut texts, mut upload) = (Vec::new(), None);
    let read = timeout(MOST_TIME, read(req, office, &mut body, &mut texts, &mut upload, (kind, sender))).await;
    let failed = read.unwrap_or(Err(Error::Unreadable)).err();
    if failed.is_some() {
        // A browser that is still sending hears an answer only when it has been listened to.
        let _ = timeout(MOST_TIME, body.drain()).await;
    }
    match (upload, failed) {
        (Some(mut upload), None) => {
            upload.take_resumed(office).await;
            Ok(upload)
        }
        (Some(upload), failed) => Ok(Upload { failed: failed.or(upload.failed), ..upload }),
        (None, Some(error)) => Err(error),
        (None, None) => {
            let mut upload = Upload::begin(req, office, Fields::checked(texts)?, kind, sender).await?;
            upload.take_resumed(office).await;
            Ok(upload)
        }
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
            let text = body.text(part).await?;
            // What stands behind a file counts too: a browser sends boxes and buttons in the order of the page.
            if let Some(upload) = upload {
                let mut all = std::mem::take(&mut upload.form.fields.0);
                all.push(text);
                upload.form.fields = Fields::checked(all)?;
            } else {
                texts.push(text);
            }
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

/// Files that are read out of the vault and written into it at once, for all requests: nobody's line is in it, so that a turn
/// is short, and a bucket gives more in one go than is wanted.
static HANDED_OVER: Semaphore = Semaphore::const_new(4);

impl Upload {
    async fn begin(
        req: &HttpRequest,
        office: &App,
        fields: Fields,
        kind: DocumentKind,
        sender: &Sender,
    ) -> Outcome<Self> {
        let (mut form, whose) = match sender {
            Sender::Owner => {
                let form = ApplicantForm::admit(req, office, fields).await?;
                let whose = Whose { application: form.applicant.id.clone(), link: None };
                (form, whose)
            }
            Sender::Invited { whose, holder } => {
                if !is_right(req, office, holder, fields.get("csrf")) {
                    return Err(Error::StaleForm(fields));
                }
                let applicant = Applicant { id: whose.application.clone(), view: View::of(req) };
                (ApplicantForm { applicant, fields }, whose.clone())
            }
        };
        let application = match load(office, &mut form.applicant).await {
            Ok(application) => Some(application),
            Err(Error::Unavailable) => None,
            Err(other) => return Err(other),
        };
        let failed = application.is_none().then_some(Error::Unavailable);
        let fresh = Fresh::of(&office.vault);
        Ok(Self { form, application, fresh, refused: Vec::new(), failed, kind, whose })
    }

    /// Takes one file, or says why not. An error ends the reading: the line broke, or the vault did.
    async fn take(&mut self, office: &App, body: &mut Body, mut part: Part, name: &str) -> Result<(), Error> {
        let role = match part.name() {
            "files" => FileRole::Paper,
            "translation" if self.kind != DocumentKind::Photo => FileRole::Translation,
            _ => return body.skip(part).await,
        };
        let mut source = FromForm { body, part: &mut part };
        let head = beginning(&mut source).await?;
        if head.is_empty() && name.is_empty() {
            return Ok(()); // nothing was chosen in this box
        }
        let name = shown_name(name);
        let id = uuid::Uuid::now_v7().to_string();
        if let Err(refusal) = self.store(office, &mut source, head, (id, &name, role)).await? {
            body.skip(part).await?;
            self.refuse(name, role, refusal);
        }
        Ok(())
    }

    /// Takes the files that came ahead of the form, piece by piece, and that it names.
    async fn take_resumed(&mut self, office: &App) {
        let mut named: Vec<String> = self.form.fields.all("upload").map(str::to_owned).collect();
        named.sort_unstable();
        named.dedup();
        named.truncate(MOST_NAMED);
        // Most forms name none: they do not stand in line behind those that do.
        if named.is_empty() {
            return;
        }
        let mut later = None;
        let Ok(_turn) = HANDED_OVER.acquire().await else {
            self.failed = Some(Error::Unavailable);
            return;
        };
        for id in named {
            if self.failed.is_none() {
                self.failed = self.take_one_resumed(office, id, &mut later).await.err();
            }
        }
    }

    async fn take_one_resumed(
        &mut self,
        office: &App,
        id: String,
        later: &mut Option<Application>,
    ) -> Result<(), Error> {
        let (whose, named) = (self.whose.clone(), id.clone());
        let taken = office.write(move |conn| uploads::take(conn, &whose, &named)).await?;
        let Some(upload) = taken else {
            // What it was called went with it, or it is somebody else's.
            if !self.has_come(office, &id, later).await? {
                self.refuse(String::new(), FileRole::Paper, Refusal::of(NOT_ARRIVED));
            }
            return Ok(());
        };
        let mut pieces = Pieces::of(&office.vault, &upload);
        let Resumed { name, role, .. } = &upload;
        let stored = if upload.kind != self.kind {
            Err(Refusal::of(NOT_ARRIVED)) // it was meant for another paper
        } else if upload.is_whole() {
            let head = beginning(&mut pieces).await?;
            self.store(office, &mut pieces, head, (id, name, *role)).await?
        } else {
            Err(Fault::Truncated.into())
        };
        if let Err(refusal) = stored {
            self.refuse(name.clone(), *role, refusal);
        }
        Ok(())
    }

    /// Whether the paper has a file that was an upload of this id: a form that is sent twice names it twice, and the other
    /// may have come after this one began. So the application is loaded once more (`later`), however many are gone.
    async fn has_come(&self, office: &App, id: &str, later: &mut Option<Application>) -> Outcome<bool> {
        let has = |application: &Application| application.kept_paper(self.kind).files.iter().any(|file| file.id == id);
        if self.application.as_ref().is_some_and(has) {
            return Ok(true);
        }
        if later.is_none() {
            let application = self.whose.application.clone();
            *later = Some(office.read(move |conn| applications::load(conn, &application)).await?);
        }
        Ok(later.as_ref().is_some_and(has))
    }

    /// Streams a file into the vault, as far as it may go.
    async fn store(
        &mut self,
        office: &App,
        source: &mut impl Source,
        head: Vec<u8>,
        (id, name, role): (String, &str, FileRole),
    ) -> Taken<()> {
        let Some(application) = &self.application else { return Err(Error::Unavailable) };
        let room = match room(application, self.kind, self.fresh.files())? {
            Ok(room) => room,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut intake = match Intake::begin(office, self.kind, (id, name, role), &head, room).await? {
            Ok(intake) => intake,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut piece = Some(web::Bytes::from(head));
        while let Some(bytes) = piece {
            if let Err(refusal) = intake.push(&bytes).await? {
                return Ok(Err(refusal));
            }
            drop(bytes);
            piece = source.piece().await?;
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

/// Where the bytes of a file come from.
trait Source {
    /// The next of them.
    async fn piece(&mut self) -> Result<Option<web::Bytes>, Error>;
}

/// A part of a form.
struct FromForm<'a> {
    body: &'a mut Body,
    part: &'a mut Part,
}

impl Source for FromForm<'_> {
    async fn piece(&mut self) -> Result<Option<web::Bytes>, Error> {
        self.body.piece(self.part).await
    }
}

impl Source for Pieces {
    async fn piece(&mut self) -> Result<Option<web::Bytes>, Error> {
        self.next().await
    }
}

/// The first bytes, by which a file is known.
async fn beginning(source: &mut impl Source) -> Result<Vec<u8>, Error> {
    let mut head = Vec::new();
    while head.len() < HEAD
        && let Some(piece) = source.piece().await?
    {
        head.extend_from_slice(&piece);
    }
    Ok(head)
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
