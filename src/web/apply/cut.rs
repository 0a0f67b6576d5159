//! Cutting the photograph: the picture that was brought, or the one that lies there, becomes 413×531 pixels. Decoding is
//! done by a process of its own under limits, few at once; rows and files change together.

use std::time::Duration;

use actix_web::rt::time::timeout;

use super::fresh::{Fresh, unbroken};
use super::paper_save::{clear, keep_evidence};
use crate::application::{Application, Denied};
use crate::documents::file::FileRole;
use crate::documents::photo::{Crop, Photograph, Step};
use crate::documents::picture::PictureError;
use crate::documents::{Format, StoredFile};
use crate::imaging::{Portrait, Wish};
use crate::law::DocumentKind;
use crate::store::applications::change_own;
use crate::vault::Written;
use crate::web::error::{Error, Outcome};
use crate::web::files;
use crate::web::form::Fields;
use crate::web::state::App;

/// A picture takes half a second; so long somebody waits for it, and for a place, before they are sent away.
const MOST_WAIT: Duration = Duration::from_secs(60);

/// What the form asks of the photograph.
pub struct Asked {
    /// The picture that the page was drawn for.
    original: String,
    /// The frame, as it stood on the page.
    crop: Option<Crop>,
    /// A button that moves the frame.
    step: Option<Step>,
    /// The button that turns the picture.
    turn: bool,
    /// The part is agreed to.
    pub confirms: bool,
}

impl Asked {
    /// Reads the form. Numbers that are none leave the frame where it is.
    pub fn read(fields: &Fields) -> Self {
        let number = |name: &str| fields.get(name).parse::<f64>().ok();
        let crop = || Some(Crop { x: number("crop-x")?, y: number("crop-y")?, width: number("crop-width")? });
        let button = fields.get("move");
        Self {
            original: fields.get("original").to_owned(),
            crop: crop(),
            step: Step::from_code(button),
            turn: button == "turn",
            confirms: button.is_empty() && fields.get("switch").is_empty(),
        }
    }
    /// What is to be done with the photograph that lies there; nothing when it stays as it is.
    fn wish(&self, photograph: &Photograph) -> Option<Wish> {
        if self.original != photograph.original {
            return None; // the page is of a picture that is gone
        }
        if self.turn {
            return Some(Wish::Turned((photograph.turns + 1) % 4));
        }
        let size = photograph.size();
        let framed = self.crop.map_or(photograph.crop, |crop| crop.inside(size));
        // A form carries whole pixels: what did not move is what was stored.
        let framed = if framed.is_near(&photograph.crop) { photograph.crop } else { framed };
        let framed = self.step.map_or(framed, |step| framed.stepped(step, size));
        (!framed.is_near(&photograph.crop)).then_some(Wish::Part(photograph.turns, framed))
    }
}

/// Does what the form asks: a picture that came takes the place of the one before, else the frame moves.
pub async fn cut(
    office: &App,
    application: &Application,
    fresh: Fresh,
    asked: &Asked,
) -> Outcome<Result<Application, PictureError>> {
    let before = application.photograph.clone();
    let brought = fresh.files().last().cloned();
    let (original, wish) = match (brought, &before) {
        (Some(file), _) => (file, Wish::Propose),
        (None, None) => return Ok(Ok(application.clone())),
        (None, Some(photograph)) => match asked.wish(photograph) {
            Some(wish) => (original(application, photograph)?, wish),
            None => return confirm(office, application, asked).await.map(Ok),
        },
    };
    let portrait = match develop(office, &original, wish).await? {
        Ok(portrait) => portrait,
        Err(error) => return Ok(Err(error)),
    };
    let confirmed = asked.confirms && wish != Wish::Propose;
    keep(office, application, fresh, original, portrait, wish, confirmed).await.map(Ok)
}

/// The picture that the photograph was cut from.
fn original(application: &Application, photograph: &Photograph) -> Outcome<StoredFile> {
    let files = application.paper(DocumentKind::Photo).files;
    files.into_iter().find(|file| file.id == photograph.original).ok_or(Error::NotFound)
}

async fn develop(office: &App, file: &StoredFile, wish: Wish) -> Outcome<Result<Portrait, PictureError>> {
    // The place comes first: a picture of 20 MB is not read while others are decoded.
    let load = async {
        let opened = office.vault.open_file(&file.id).await?;
        Ok::<_, Error>(files::pieces(file.id.clone(), opened))
    };
    timeout(MOST_WAIT, office.studio.cut(file.format, wish, load)).await.map_err(|_| Error::Unavailable)?
}

async fn keep(
    office: &App,
    application: &Application,
    mut fresh: Fresh,
    original: StoredFile,
    portrait: Portrait,
    wish: Wish,
    confirmed: bool,
) -> Outcome<Application> {
    let before = application.photograph.clone();
    let stays = |wish: Wish| matches!(wish, Wish::Part(..));
    let mut photograph = Photograph {
        original: original.id.clone(),
        preview: before.as_ref().map(|one| one.preview.clone()).unwrap_or_default(),
        turns: portrait.turns,
        width: portrait.size.width,
        height: portrait.size.height,
        crop: portrait.crop,
        measured: portrait.measured,
        taken_on: original.taken_on.or(portrait.taken_on),
        confirmed,
    };
    let mut new = Vec::new();
    if wish == Wish::Propose {
        new.push(StoredFile { role: FileRole::Original, ..original.clone() });
    }
    if !stays(wish) {
        let preview = made(office, &mut fresh, &original, FileRole::Preview, &portrait.preview).await?;
        photograph.preview = preview.id.clone();
        new.push(preview);
    }
    new.push(made(office, &mut fresh, &original, FileRole::Paper, &portrait.jpeg).await?);
    let mut kept = Vec::new();
    if wish != Wish::Propose {
        kept.push(photograph.original.clone());
    }
    if stays(wish) {
        kept.push(photograph.preview.clone());
    }
    let (office, id, now) = (office.clone(), application.id.clone(), office.clock.now());
    unbroken(async move {
        let (application, gone) = office
            .write(move |conn| {
                change_own(conn, &id, now, |application, conn| {
                    // Another tab brought another picture meanwhile: a frame of the old one means nothing any more.
                    let same = application.photograph.as_ref().map(|one| &one.original)
                        == before.as_ref().map(|one| &one.original);
                    if wish != Wish::Propose && !same {
                        return Ok((application.clone(), Vec::new()));
                    }
                    let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
                    let gone = application.place_photograph(Some(photograph), &kept, new)?;
                    keep_evidence(application, conn, DocumentKind::Photo, &gone)?;
                    Ok((application.clone(), gone))
                })
            })
            .await?;
        let files = application.paper(DocumentKind::Photo).files;
        fresh.keep(|file| files.iter().any(|kept| kept.id == file.id));
        office.came_in.notify_one();
        clear(&office, &application, &gone).await;
        Ok(application)
    })
    .await
}

/// Writes a picture of ours into the vault, beside the one it was made of.
async fn made(
    office: &App,
    fresh: &mut Fresh,
    original: &StoredFile,
    role: FileRole,
    jpeg: &[u8],
) -> Outcome<StoredFile> {
    let id = uuid::Uuid::now_v7().to_string();
    let Written { size, sha256 } = office.vault.write_all(&id, jpeg).await?;
    let stem = original.name.rsplit_once('.').map_or(original.name.as_str(), |(stem, _)| stem);
    let file = StoredFile {
        id,
        name: format!("{stem}.jpg"),
        role,
        format: Format::Jpeg,
        size,
        sha256,
        at: office.clock.now(),
        ..original.clone()
    };
    fresh.add(file.clone());
    Ok(file)
}

/// The person agrees to what lies there.
async fn confirm(office: &App, application: &Application, asked: &Asked) -> Outcome<Application> {
    let agreed = application.photograph.as_ref().is_some_and(|one| one.confirmed);
    let of_this = application.photograph.as_ref().is_some_and(|one| one.original == asked.original);
    if !asked.confirms || agreed || !of_this {
        return Ok(application.clone());
    }
    let (id, original, now) = (application.id.clone(), asked.original.clone(), office.clock.now());
    office
        .write(move |conn| {
            change_own(conn, &id, now, |application, _| {
                if !application.may_change_paper(DocumentKind::Photo) {
                    return Err(Denied::Closed.into());
                }
                if let Some(photograph) = application.photograph.as_mut().filter(|one| one.original == original) {
                    photograph.confirmed = true;
                }
                Ok(application.clone())
            })
        })
        .await
}
