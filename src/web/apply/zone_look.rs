//! The photograph of the passport on the page of its zone: taken as every paper's files are, it lies with the passport; where
//! the machine can, a program looks for the lines in it. What it sees is put into the boxes, and kept only when the person
//! has compared it and sent it.

use super::fresh::{Fresh, unbroken};
use super::paper_save::attach;
use super::shown_file::MEGABYTE;
use super::upload::Refused;
use crate::application::Application;
use crate::documents::file::{ACCEPT_PHOTO, FileRole, MOST_BYTES};
use crate::documents::{Format, StoredFile};
use crate::imaging::Seen;
use crate::law::DocumentKind;
use crate::store::applications::change_own;
use crate::validation::{Finding, Findings};
use crate::web::error::{Error, Outcome};
use crate::web::files::{self, Admitted};
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::{App, Office};

/// The paper that a photograph of the zone belongs to.
pub const PASSPORT: DocumentKind = DocumentKind::Passport;

/// What the page says of photographs.
#[derive(Default)]
pub struct Photographs {
    /// Those that can be looked at: id and name.
    pub list: Vec<(String, String)>,
    /// Whether this machine looks at photographs.
    pub recognises: bool,
    /// Whether another may come.
    pub takes: bool,
    /// Message id of what came of the last one; empty when nothing did.
    pub looked: &'static str,
    /// Files that were not taken.
    pub refused: Vec<Refused>,
    /// None was chosen.
    pub missing: Option<Finding>,
}

impl Photographs {
    /// Those of an application.
    pub fn of(office: &Office, application: &Application) -> Self {
        let openable = |file: &&StoredFile| file.format.is_picture() && file.scan.opens_for_owner().is_ok();
        Self {
            list: photographs(application)
                .iter()
                .filter(openable)
                .map(|file| (file.id.clone(), file.name.clone()))
                .collect(),
            recognises: office.recogniser.is_some(),
            takes: application.may_change_paper(PASSPORT),
            ..Self::default()
        }
    }
    /// Largest file, in megabytes.
    pub fn megabytes(&self) -> i64 {
        (MOST_BYTES / MEGABYTE) as i64
    }
    /// What the box offers to choose from.
    pub fn accept(&self) -> &'static str {
        ACCEPT_PHOTO
    }
    /// Those not taken, as the box shows them.
    pub fn not_taken(&self) -> Vec<&Refused> {
        self.refused.iter().collect()
    }
    /// That none was chosen.
    pub fn without_one(mut self) -> Self {
        let mut missing = Findings::of("zone");
        missing.add("files", "zone_no_photograph");
        self.missing = missing.into_iter().next();
        self
    }
}

fn photographs(application: &Application) -> Vec<StoredFile> {
    let own = |file: &StoredFile| file.role == FileRole::Paper;
    application.paper(PASSPORT).files.into_iter().filter(own).collect()
}

/// What a form became.
pub struct Kept {
    /// The application with it.
    pub application: Application,
    /// Id of the first file that came.
    pub came: Option<String>,
    /// Files for which there was no room.
    pub left: Vec<Refused>,
}

/// Keeps what came with the form: what `words` does with its text, and its files, in one change.
pub async fn keep(
    office: &App,
    id: &str,
    fresh: Fresh,
    words: impl Fn(&mut Application) -> crate::store::Stored<()> + Send + 'static,
) -> Outcome<Kept> {
    let (office, id, now) = (office.clone(), id.to_owned(), office.clock.now());
    unbroken(async move {
        let files = fresh.files().to_vec();
        let kept = office
            .write(move |conn| {
                change_own(conn, &id, now, |application, _| {
                    words(application)?;
                    let left = attach(application, PASSPORT, files.clone())?;
                    let there = application.paper(PASSPORT).files;
                    let came = files.iter().find(|file| there.iter().any(|kept| kept.id == file.id));
                    let came = came.map(|file| file.id.clone());
                    Ok(Kept { application: application.clone(), came, left })
                })
            })
            .await?;
        let there = kept.application.paper(PASSPORT).files;
        fresh.keep(|file| there.iter().any(|kept| kept.id == file.id));
        office.came_in.notify_one();
        Ok(kept)
    })
    .await
}

/// Looks for the lines in a file of the passport; what came of it is a message id, and lines where there are any.
pub async fn look(office: &App, application: &Application, id: &str) -> Outcome<(&'static str, Vec<String>)> {
    let Some(file) = photographs(application).into_iter().find(|file| file.id == id) else {
        return Ok(("", Vec::new()));
    };
    let file = Admitted::for_owner(file)?;
    if file.format == Format::Pdf {
        return Ok(("zone-came-pdf", Vec::new()));
    }
    let Some(recogniser) = &office.recogniser else { return Ok(("zone-came", Vec::new())) };
    let load = async {
        let opened = office.vault.open_file(&file.id).await?;
        Ok::<_, Error>(Box::pin(files::pieces(file.id.clone(), opened)))
    };
    Ok(match recogniser.zone(async |longest| office.studio.upright(file.format, longest, load).await).await? {
        Seen::Lines(lines) => ("zone-seen", lines),
        Seen::Nothing => ("zone-not-seen", Vec::new()),
        Seen::Away => ("zone-away", Vec::new()),
    })
}

/// Which button was pressed: that of a photograph (its id), or that of the one that comes with the form.
pub fn wanted<'a>(fields: &'a Fields, kept: &'a Kept) -> Option<&'a str> {
    match fields.get("look") {
        // Without lines a photograph can only have been meant to be looked at.
        "" => {
            kept.came.as_deref().filter(|_| ["line1", "line2", "line3"].iter().all(|line| fields.get(line).is_empty()))
        }
        "new" => kept.came.as_deref(),
        id => Some(id),
    }
}

/// Leads to the page that looks. An address, so that a page that is loaded again takes nothing twice.
pub fn go(view: &View, id: &str) -> Outcome {
    let id: String = id.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect();
    view.go(&format!("/apply/zone?look={id}#looked"))
}
