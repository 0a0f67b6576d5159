//! What people are shown of a file: its pages as pictures, drawn by a process of their own and sealed into the vault beside
//! the original. The first page is drawn alone, soon after the file has come ([`super::drawn_ahead`]) or at the first look;
//! the others when somebody turns to one of them.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web;
use image::RgbImage;

use super::error::{Error, Outcome};
use super::files::{Admitted, POLICY};
use super::state::{App, Office};
use crate::application::{Application, Denied};
use crate::documents::drawn::{Drawing, Sealed, Sheet, is_identity_paper};
use crate::drawing::{self, Drawn, MOST_PAGES, THUMB, watermark};
use crate::imaging;
use crate::language::{Args, Language};
use crate::law::DocumentKind;
use crate::store::drawn as stored;
use crate::vault::Written;

/// A page of text at 200 dots per inch has some 400 KB, and no rim around its letters that would be seen.
const QUALITY: u8 = 85;
/// No picture of a page is larger.
const MOST_PICTURE: u64 = 16 * 1024 * 1024;

/// Which picture of a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The page, from 1.
    pub page: u32,
    /// The thumbnail.
    pub thumb: bool,
}

impl Wanted {
    /// Reads the query of an address: `page=2&thumb=1`; the first page, large, when it does not say.
    pub fn read(query: &super::form::Fields) -> Self {
        Self { page: query.get("page").parse().unwrap_or(1), thumb: query.has("thumb") }
    }
}

/// The pages of a file as far as they are drawn, and at least this one: drawn now if it was not before. A file that cannot
/// be drawn has none, and what a limit cut off is missing until it is asked for some time later.
pub async fn drawing(office: &App, file: &Admitted, page: u32) -> Outcome<Drawing> {
    let (now, page) = (office.clock.now(), page.clamp(1, MOST_PAGES));
    let known = |drawing: &Drawing| drawing.is_enough_for(page, now);
    if let Some(drawing) = find(office, &file.id).await?.filter(known) {
        return Ok(drawing);
    }
    // Whoever comes while it is drawn waits here, and finds it drawn.
    let easel = usize::from(file.id.bytes().next_back().unwrap_or_default()) % office.easels.len();
    let _turn = office.easels[easel].lock().await;
    match find(office, &file.id).await? {
        Some(drawing) if known(&drawing) => Ok(drawing),
        before => draw(office, file, page, before).await,
    }
}

async fn find(office: &App, file: &str) -> Outcome<Option<Drawing>> {
    let file = file.to_owned();
    office.read(move |conn| stored::of(conn, &file)).await
}

async fn draw(office: &App, file: &Admitted, page: u32, before: Option<Drawing>) -> Outcome<Drawing> {
    let first = before.as_ref().map_or(1, |drawing| drawing.goes_on_at(page));
    let (pages, tried, before) = before.map(|it| (it.pages, it.whole, it.sheets)).unwrap_or_default();
    let mut sheets = Sheets { office, sheets: Vec::new() };
    let load = async {
        let opened = office.vault.open_file(&file.id).await?;
        Ok::<_, Error>(Box::pin(super::files::pieces(file.id.clone(), opened)))
    };
    // Whoever sees the first page waits for no other.
    let last = if page == 1 { 1 } else { MOST_PAGES };
    let ended = office
        .studio
        .draw(file.format, first..=last, load, async |Drawn { number, picture }| {
            let there = before.iter().any(|sheet| sheet.number == number);
            let Some(picture) = picture.filter(|_| !there) else { return Ok(()) };
            let encoded = web::block(move || {
                let thumb = imaging::shrunk(&picture, THUMB);
                let (large, small) = (imaging::encode(&picture, QUALITY), imaging::encode(&thumb, QUALITY));
                Ok::<_, Error>(((large?, picture.dimensions()), (small?, thumb.dimensions())))
            });
            let (page, thumb) = encoded.await.map_err(|_| Error::Unavailable)??;
            let (page, thumb) = (sheets.seal(page).await?, sheets.seal(thumb).await?);
            sheets.sheets.push(Sheet { number, page, thumb });
            Ok(())
        })
        .await?;
    // A try that broke off before it counted the pages does not make them fewer; one that did not even open the file has
    // tried none of them, whichever was asked for.
    let known = pages > 0;
    let pages = ended.pages.max(pages);
    let whole = pages > 0 && (last > 1 || pages == 1 || (tried && known));
    let drawing = Drawing { pages, at: office.clock.now(), whole, sheets: sheets.sheets.clone() };
    let (id, written) = (file.id.clone(), drawing.clone());
    if office.write(move |conn| stored::put(conn, &id, &written)).await? {
        let new = std::mem::take(&mut sheets.sheets); // they are kept
        let mut sheets: Vec<Sheet> = before.into_iter().chain(new).collect();
        sheets.sort_by_key(|sheet| sheet.number);
        return Ok(Drawing { sheets, ..drawing });
    }
    // Another process of the same office was quicker, or the file was taken away.
    find(office, &file.id).await?.ok_or(Error::NotFound)
}

/// Pictures in the vault that are taken out again unless they are written down.
struct Sheets<'a> {
    office: &'a App,
    sheets: Vec<Sheet>,
}

impl Sheets<'_> {
    async fn seal(&self, (jpeg, (width, height)): (Vec<u8>, (u32, u32))) -> Outcome<Sealed> {
        let id = uuid::Uuid::now_v7().to_string();
        let Written { size, sha256 } = self.office.vault.write_all(&id, &jpeg).await?;
        Ok(Sealed { id, width, height, size, sha256 })
    }
}

impl Drop for Sheets<'_> {
    fn drop(&mut self) {
        for sheet in &self.sheets {
            self.office.vault.discard(&sheet.page.id);
            self.office.vault.discard(&sheet.thumb.id);
        }
    }
}

/// Serves a picture of a page to somebody who was found to be allowed to see it. Of an identity paper, under a watermark.
pub async fn serve(
    office: &App,
    application: &Application,
    kind: DocumentKind,
    file: &Admitted,
    wanted: Wanted,
) -> Outcome {
    let drawing = drawing(office, file, wanted.page).await?;
    let Some(sheet) = drawing.sheet(wanted.page) else {
        // A page that there is, and that could not be drawn; or none.
        let there = wanted.page <= drawing.pages.max(1) && wanted.page > 0;
        return Err(if there { Denied::FileNotDrawn.into() } else { Error::NotFound });
    };
    let sealed = if wanted.thumb { &sheet.thumb } else { &sheet.page };
    let mut jpeg = office.vault.read_all(&sealed.id, MOST_PICTURE).await?;
    if is_identity_paper(kind) {
        let lines = lines(office, application);
        let place = office.darkroom.clone().acquire_owned().await.map_err(|_| Error::Unavailable)?;
        let marked = web::block(move || {
            let _place = place;
            let mut picture = imaging::decoded(&jpeg)?;
            watermark::lay(&mut picture, &lines);
            imaging::encode(&picture, QUALITY)
        });
        jpeg = marked.await.map_err(|_| Error::Unavailable)??;
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        .insert_header((CONTENT_DISPOSITION, "inline; filename=\"page.jpg\""))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .insert_header(("X-Content-Type-Options", "nosniff"))
        .insert_header(("Cross-Origin-Resource-Policy", "same-origin"))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(jpeg))
}

/// The pixels of a page that was drawn, without a watermark: for a program of this machine that looks at them, for nobody's
/// eyes.
pub async fn pixels(office: &App, _: &Admitted, sheet: &Sheet) -> Outcome<RgbImage> {
    let jpeg = office.vault.read_all(&sheet.page.id, MOST_PICTURE).await?;
    Ok(web::block(move || imaging::decoded(&jpeg)).await.map_err(|_| Error::Unavailable)??)
}

/// The watermark's lines: what the copy is for, of which application, given out on which day; in each language of the law.
fn lines(office: &Office, application: &Application) -> Vec<String> {
    let mut args = Args::new();
    args.set("number", application.number.to_string());
    args.set("day", office.clock.today().format("%d.%m.%Y").to_string());
    Language::OFFICE.iter().map(|language| language.text_with("watermark-line", &args)).collect()
}

/// Takes the pictures of files that are gone out of the vault. A vault that fails here is the log's business: what is left
/// is found at the next start.
pub async fn forget(office: &Office, file: &str) {
    let failed = |error: &dyn std::fmt::Display| {
        tracing::error!(event = "vault_failed", file, cause = %error);
    };
    let id = file.to_owned();
    let names = match office.read(move |conn| stored::names(conn, &id)).await {
        Ok(names) => names,
        Err(error) => return failed(&error),
    };
    for name in &names {
        if let Err(error) = office.vault.remove(name).await {
            return failed(&error);
        }
    }
    let id = file.to_owned();
    if let Err(error) = office.write(move |conn| stored::forget(conn, &id)).await {
        failed(&error);
    }
}

/// Takes out what a power cut left: pictures of files that are gone.
pub async fn sweep(office: &Office) {
    let before = office.clock.now() - chrono::Duration::hours(1);
    if let Ok(files) = office.read(move |conn| stored::left_over(conn, before)).await {
        for file in files {
            forget(office, &file).await;
        }
    }
}

impl From<crate::documents::picture::PictureError> for Error {
    fn from(error: crate::documents::picture::PictureError) -> Self {
        tracing::error!(event = "picture_failed", cause = %error);
        Self::Unavailable
    }
}

const _: () =
    assert!(drawing::LONGEST as u64 * drawing::LONGEST as u64 <= MOST_PICTURE, "a byte a pixel is room enough");
