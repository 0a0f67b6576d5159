//! Draws the first page of what has come in, before somebody looks: one file at a time, the last first, and only while
//! nobody waits for a page and no crowd sends files. What waits stands in the database and nowhere else: no restart loses
//! it, no crowd fills the memory. A file in quarantine is drawn when the scanner has let it out.

use std::time::Duration;

use actix_web::rt::time::{sleep, timeout};
use actix_web::web;

use super::drawn::drawing;
use super::error::{Error, Outcome};
use super::files::Admitted;
use super::state::{App, Office};
use crate::application::Application;
use crate::store::{applications, drawn};

/// Older files are drawn at the first look: an office that moves here with all its papers does not draw them for days.
const AGE: chrono::Duration = chrono::Duration::hours(24);
/// Larger files are drawn at the first look: while one is drawn all of it is in memory, and 64 uploads of 20 MB together may
/// take 40 MB. Telephones write pictures of 3 to 8 MB.
const MOST_BYTES: i64 = 8 * 1024 * 1024;
/// So often the database is asked without having been told of a file.
const ROUND: Duration = Duration::from_secs(5);
/// With so many forms and pieces of files under way memory and processors are theirs.
const CROWD: usize = 4;
/// People come first: so soon it is seen whether they still wait.
const PERSON: Duration = Duration::from_millis(300);
/// When database or vault are away.
const PAUSE: Duration = Duration::from_secs(30);

/// Draws for ever.
pub async fn work(office: Office) {
    let office = web::Data::new(office);
    loop {
        match round(&office).await {
            Ok(true) => {}
            // With a scanner it is the scanner who is told of what has come; its word is in the database.
            Ok(false) if office.scanner.is_some() => sleep(ROUND).await,
            Ok(false) => drop(timeout(ROUND, office.came_in.notified()).await),
            Err(_) => sleep(PAUSE).await,
        }
    }
}

/// Draws one file; whether there was any.
async fn round(office: &App) -> Outcome<bool> {
    let after = office.clock.now() - AGE;
    let waiting = office.read(move |conn| drawn::undrawn(conn, after, MOST_BYTES)).await?;
    let mut failed = None;
    for (application, id) in waiting {
        while !office.studio.is_idle() || office.uploads_under_way() >= CROWD {
            sleep(PERSON).await;
        }
        let drawn = match office.read(move |conn| applications::load(conn, &application)).await {
            Ok(application) => draw(office, &application, &id).await,
            Err(error) => Err(error),
        };
        match drawn {
            Ok(true) => return Ok(true),
            Ok(false) | Err(Error::NotFound) => {} // it is gone meanwhile
            // One that is damaged does not hold up the next.
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(false), Err)
}

async fn draw(office: &App, application: &Application, id: &str) -> Outcome<bool> {
    let held = application.papers.iter().flat_map(|paper| &paper.files).find(|file| file.id == id);
    let Some(file) = held.cloned().and_then(|file| Admitted::at_desk(file).ok()) else { return Ok(false) };
    drawing(office, &file, 1).await.map(|_| true)
}
