//! Builds the whole application from a `Config`; used by `main` and by every test.

use std::io;
use std::net::TcpListener;
use std::path::Path;

use actix_web::dev::Server;
use actix_web::middleware::{DefaultHeaders, from_fn};
use actix_web::{App, HttpServer, web};
use anyhow::Context;

use crate::clock::Clock;
use crate::config::Config;
use crate::desk::reasons::{self, StandardReason};
use crate::language::Language;
use crate::scanner::worker::{self, Work};
use crate::store::{Db, migrate};
use crate::vault::{Place, Vault};
use crate::web::state::Office;
use crate::web::{drawn, drawn_ahead, failure, key, site};

/// Opens everything that the configuration names. The embedded database is migrated; a served one must be current.
pub fn office(config: &Config, clock: Clock) -> anyhow::Result<Office> {
    private_folder(&config.data_dir).context("Failed to make the data folder")?;
    let db = open_database(config)?;
    if db.is_embedded() {
        migrate::up(&db).context("Failed to migrate the database")?;
    }
    if migrate::is_current(&db).unwrap_or(false) {
        begin_reasons(&db).context("Failed to write the standard reasons")?;
    }
    if let Place::Folder(folder) = &config.vault.place {
        private_folder(folder).context("Failed to make the vault")?;
    }
    let vault = Vault::open(&config.vault).context("Failed to open the vault")?;
    let secret = secret(&config.data_dir.join("secret.key")).context("Failed to read or make the secret key")?;
    let office = Office::new(config, db, vault, clock, secret);
    if migrate::is_current(&office.db).unwrap_or(false) {
        office.take_calendar(office.db.read(crate::store::calendar::load).context("Failed to read the calendar")?);
    }
    Ok(office)
}

/// Gives a new office the standard reasons that it begins with, in the words of both languages.
fn begin_reasons(db: &Db) -> anyhow::Result<()> {
    let first: Vec<StandardReason> = reasons::BUILT_IN
        .iter()
        .map(|(id, about, citation)| {
            let cited = format!("citation-{}", citation.code());
            StandardReason {
                id: (*id).to_owned(),
                about: about.clone(),
                kk: Language::Kk.text(id),
                ru: Language::Ru.text(id),
                citation_kk: Language::Kk.text(&cited),
                citation_ru: Language::Ru.text(&cited),
                retired: false,
            }
        })
        .collect();
    Ok(db.write(|conn| crate::store::reasons::begin(conn, &first))?)
}

/// Makes a folder that its owner alone can open, with the folders above it; one that is there stays as it is.
fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if path.as_os_str().is_empty() {
        return Ok(());
    }
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Opens the database; makes the folder of an embedded one.
pub fn open_database(config: &Config) -> anyhow::Result<Db> {
    if let Some(path) = config.database_url.strip_prefix("sqlite://")
        && let Some(folder) = Path::new(path).parent()
    {
        private_folder(folder).context("Failed to make the folder of the database")?;
    }
    Ok(Db::open(&config.database_url)?)
}

/// The office's secret of 256 bits: made once, readable by its owner alone.
fn secret(path: &Path) -> io::Result<Vec<u8>> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    match std::fs::read_to_string(path) {
        Ok(text) if text.trim().len() >= 64 => Ok(text.trim().as_bytes().to_vec()),
        Ok(_) => Err(io::Error::new(io::ErrorKind::InvalidData, "the secret key is damaged")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let made = key::random_token();
            let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
            file.write_all(made.as_bytes())?;
            file.sync_all()?;
            Ok(made.into_bytes())
        }
        Err(error) => Err(error),
    }
}

/// If nobody has an account yet: the address of the one-time page that makes the first administrator.
pub fn first_admin_link(office: &Office) -> anyhow::Result<Option<String>> {
    if !office.db.read(crate::store::staff::is_empty)? {
        return Ok(None);
    }
    let token = key::random_token();
    let link = format!("{}/kk/admin/first/{token}", office.public_url);
    if let Ok(mut waiting) = office.first_admin.lock() {
        *waiting = Some(token);
    }
    Ok(Some(link))
}

/// Everything comes from this site; nothing is sent elsewhere. `same-origin`, since `no-referrer` makes browsers send
/// `Origin: null` with forms.
fn security_headers() -> DefaultHeaders {
    DefaultHeaders::new()
        .add((
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ))
        .add(("X-Content-Type-Options", "nosniff"))
        .add(("X-Frame-Options", "DENY"))
        .add(("Referrer-Policy", "same-origin"))
        .add(("Permissions-Policy", "camera=(), microphone=(), geolocation=()"))
        .add(("Cross-Origin-Opener-Policy", "same-origin"))
}

/// Runs asynchronous work to its end on this thread: for the commands, which know nothing of actix.
pub fn block_on<F: Future>(work: F) -> F::Output {
    actix_web::rt::System::new().block_on(work)
}

/// Begins the work beside serving: to be stopped when serving has ended.
pub fn work_beside(office: &Office) -> Work {
    let swept = office.clone();
    actix_web::rt::spawn(async move { drawn::sweep(&swept).await });
    if office.draws_ahead {
        actix_web::rt::spawn(drawn_ahead::work(office.clone()));
    }
    worker::begin(&office.db, office.quarantine())
}

/// Threads of each worker that wait for the disk and the database. Each has a stack and a heap of its own: with as many as
/// there are uploads, they would hold more memory than the uploads themselves.
const BLOCKING: usize = 16;

/// Bytes that the system may hold of each connection before they are read (Linux doubles it). By itself it grows to
/// megabytes; actix then reads on until it has 128 KiB, and 64 uploads at once hold more than 40 MB. In an office the TLS
/// proxy stands beside, and far lines end there; without it a line of 50 ms there and back has at least 0.5 MB in a second.
const RECEIVE: usize = 24 * 1024;

/// Serves on a listener until it is stopped. `workers` of 0 means one for each core.
pub fn serve(office: Office, listener: TcpListener, workers: usize) -> io::Result<Server> {
    let state = web::Data::new(office);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .wrap(from_fn(failure::draw))
            .wrap(security_headers())
            .wrap(from_fn(crate::web::compress::answer))
            .wrap(from_fn(crate::web::log::request))
            .wrap(from_fn(crate::web::apply::tus::meant))
            .configure(site)
    })
    .client_request_timeout(std::time::Duration::from_secs(10))
    .keep_alive(std::time::Duration::from_secs(30))
    .worker_max_blocking_threads(BLOCKING);
    let server = if workers > 0 { server.workers(workers) } else { server };
    rustix::net::sockopt::set_socket_recv_buffer_size(&listener, RECEIVE)?; // its connections have it from it
    Ok(server.listen(listener)?.run())
}
