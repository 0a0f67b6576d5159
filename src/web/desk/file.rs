//! THE GATE to the files of a case: whatever the desk opens, as a page, as a picture or to take away, it opens by
//! [`open`], and whatever stands between a clerk and a file is asked there.

use actix_web::{HttpRequest, web};

use super::find;
use super::reads::{self, Read};
use crate::application::Application;
use crate::documents::Paper;
use crate::law::DocumentKind;
use crate::people::Staff;
use crate::web::drawn::{self, Wanted};
use crate::web::error::{Error, Outcome};
use crate::web::files::Admitted;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::Clerk;

/// A file that this clerk may open.
pub struct Opened {
    /// The case.
    pub application: Application,
    /// The document that it belongs to.
    pub kind: DocumentKind,
    /// The file, let out of quarantine.
    pub file: Admitted,
}

/// Opens the file of an address, also one that was filed and then replaced, unless it waits for the scanner or is infected.
/// A file of another case, of another unit's, and no file at all are the same 404.
pub async fn open(office: &App, staff: &Staff, case: &str, file: &str) -> Outcome<Opened> {
    let application = find(office, staff, case).await?;
    let held = |paper: &Paper| Some((paper.kind, paper.filed().find(|one| one.id == file)?.clone()));
    let replaced = || application.replaced.iter().find(|(_, one)| one.id == file).cloned();
    let (kind, file) = application.papers.iter().find_map(held).or_else(replaced).ok_or(Error::NotFound)?;
    let file = Admitted::at_desk(file)?;
    // What cannot be written down is not shown.
    reads::note(office, staff, case, Read::File(kind, file.id.clone())).await?;
    Ok(Opened { application, kind, file })
}

/// Shows a page of one of the files of a case. The file itself never reaches the desk.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String, String)>, clerk: Clerk) -> Outcome {
    let wanted = Wanted::read(&Fields::parse(req.query_string().as_bytes())?);
    let Opened { application, kind, file } = open(&office, &clerk.staff, &path.1, &path.2).await?;
    drawn::serve(&office, &application, kind, &file, wanted).await
}
