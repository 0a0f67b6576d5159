//! The two servers of the comparison, each a process of its own with one worker: the portal, and the bare handler.

use std::io::{self, BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::{App, HttpResponse, HttpServer, web};
use diesel::prelude::*;
use ruqsat::application::steps::StepName;
use ruqsat::application::{Application, Code, Number};
use ruqsat::clock::Clock;
use ruqsat::config::Config;
use ruqsat::store::schema::answers;
use ruqsat::store::{Db, applications};
use ruqsat::web::key;

/// Applicants at once: each of at most so many connections works on an application of its own, as people do.
const APPLICANTS: usize = 64;

/// An office with filled applications, and the requests for them.
pub struct Portal {
    folder: PathBuf,
    database: String,
    applicants: Vec<Applicant>,
}

/// An application with what opens it.
#[derive(Clone)]
struct Applicant {
    id: String,
    cookie: String,
    token: String,
}

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

fn config(folder: &Path, database: &str) -> io::Result<Config> {
    let values = [
        ("RUQSAT_DATABASE_URL", database.to_owned()),
        ("RUQSAT_DATA_DIR", folder.display().to_string()),
        ("RUQSAT_VAULT_URL", format!("file://{}", folder.join("vault").display())),
    ];
    Config::from_values(&values.map(|(name, value)| (name.to_owned(), value)).into()).map_err(failed)
}

impl Portal {
    /// Makes the office. On PostgreSQL in a fresh database of the server at `postgres`.
    pub fn prepare(postgres: Option<String>) -> io::Result<Self> {
        // Beside the build, not in /tmp: that may be memory, where durability costs nothing.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("journey-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let database = match postgres {
            None => format!("sqlite://{}", folder.join("ruqsat.db").display()),
            Some(server) => fresh_database(&server)?,
        };
        let office = ruqsat::app::office(&config(&folder, &database)?, Clock::default()).map_err(failed)?;
        ruqsat::store::migrate::up(&office.db).map_err(failed)?;
        let applicants = (0..APPLICANTS).map(|_| Applicant::begin(&office)).collect::<io::Result<_>>()?;
        Ok(Self { folder, database, applicants })
    }

    /// The filled page of the contacts.
    pub fn page_requests(&self) -> impl Fn(u64) -> Vec<u8> + Send + Sync + 'static {
        let requests = self.each(|applicant| {
            let cookie = &applicant.cookie;
            format!("GET /kk/apply/contacts HTTP/1.1\r\nHost: localhost\r\nCookie: {}={cookie}\r\n\r\n", key::APPLICANT)
        });
        move |i| in_turn(&requests, i).clone().into_bytes()
    }

    /// The bare handler's page.
    pub fn bare_page_requests(&self) -> impl Fn(u64) -> Vec<u8> + Send + Sync + 'static {
        let requests = self.each(|applicant| format!("GET /page/{} HTTP/1.1\r\nHost: localhost\r\n\r\n", applicant.id));
        move |i| in_turn(&requests, i).clone().into_bytes()
    }

    /// Saves the contacts, each time with another house number, as a person who changes something does.
    pub fn save_requests(&self) -> impl Fn(u64) -> Vec<u8> + Send + Sync + 'static {
        let applicants = self.applicants.clone();
        move |i| {
            let Applicant { cookie, token, .. } = in_turn(&applicants, i);
            let body = format!(
                "csrf={token}&phone=%2B77012345678&email=&letters_in=kk&region=KZ75&district=&locality=Almaty&\
                 street=Abai&house={}&flat=7&postcode=050000",
                i / APPLICANTS as u64 % 500 + 1
            );
            format!(
                "POST /kk/apply/contacts HTTP/1.1\r\nHost: localhost\r\nCookie: {}={cookie}\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
                key::APPLICANT,
                body.len()
            )
            .into_bytes()
        }
    }

    /// The bare handler's save.
    pub fn bare_save_requests(&self) -> impl Fn(u64) -> Vec<u8> + Send + Sync + 'static {
        let requests = self.each(|applicant| {
            format!("POST /save/{} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", applicant.id)
        });
        move |i| in_turn(&requests, i).clone().into_bytes()
    }

    fn each(&self, request: impl Fn(&Applicant) -> String) -> Vec<String> {
        self.applicants.iter().map(request).collect()
    }
}

fn in_turn<T>(all: &[T], i: u64) -> &T {
    &all[i as usize % all.len()]
}

impl Applicant {
    fn begin(office: &ruqsat::web::state::Office) -> io::Result<Self> {
        let id = uuid::Uuid::now_v7().to_string();
        let hash = Code::random(&mut rand::rng()).hash(&office.key);
        let mut application =
            Application::begin(id.clone(), Number::random(&mut rand::rng()), hash, "kk", office.clock.now());
        for (step, body) in filled() {
            application.answers.put(step, body);
        }
        office.db.write(|conn| applications::begin(conn, &application)).map_err(failed)?;
        let cookie = key::applicant_cookie(office, &id).value().to_owned();
        let token = key::token(office, &id);
        Ok(Self { id, cookie, token })
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn fresh_database(server: &str) -> io::Result<String> {
    use diesel::connection::SimpleConnection;
    let name = format!("journey_{}", std::process::id());
    let mut conn = PgConnection::establish(server).map_err(failed)?;
    conn.batch_execute(&format!("CREATE DATABASE {name}")).map_err(failed)?;
    let (rest, _) = server.rsplit_once('/').ok_or_else(|| failed("TEST_POSTGRES names no database"))?;
    Ok(format!("{rest}/{name}"))
}

/// Believable answers for all plain steps.
fn filled() -> Vec<(StepName, ruqsat::application::steps::Body)> {
    let answers = serde_json::json!({
        "situation": {"born_on": "1990-05-17", "stateless": "no", "citizenship": "RUS", "basis": "visa_free",
            "grounds": ["former_compatriot"], "refugee": "no", "citizenship_taken_through_mission": "no", "incapable": "no"},
        "person": {"surname_latin": "SOLOVEVA", "given_names_latin": "ANNA", "surname": "Soloveva", "had_other_name": "no",
            "sex": "female", "birth_country": "KAZ", "birth_place": "Almaty", "nationality": "russian"},
        "passport": {"kind": "passport", "number": "N1234567", "country": "RUS", "issuer": "MVD", "issued_on": "2022-01-10",
            "expires_on": "2032-01-10"},
        "contacts": {"phone": "+77012345678", "letters_in": "kk", "region": "KZ75", "locality": "Almaty", "street": "Abai",
            "house": "12", "flat": "7", "postcode": "050000"},
        "arrival": {"arrived_on": "2026-02-01", "visa": "visa_free", "purpose": "family", "reason": "family",
            "abroad_country": "RUS", "abroad_address": "Omsk"},
        "history": {"convicted": "no", "prosecuted": "no", "expelled": "no", "fined": "no", "former_citizen": "no",
            "applied_before": "no"},
    });
    StepName::ALL
        .iter()
        .filter_map(|step| Some((*step, (step.form().read)(answers.get(step.code())?.as_object()?.clone()))))
        .collect()
}

/// A server in a process of its own; ends with this value.
pub struct Running {
    child: Child,
    address: SocketAddr,
}

impl Running {
    /// Starts this very program as `kind` and waits until it says its address.
    pub fn start(kind: &str, portal: &Portal) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["--server", kind, &portal.database])
            .arg(&portal.folder)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or_else(|| failed("no output"))?;
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim().parse().map_err(failed)?;
        Ok(Self { child, address })
    }
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs as one of the two servers until killed.
pub fn serve(kind: &str, database: &str, folder: &Path) -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    let office = ruqsat::app::office(&config(folder, database)?, Clock::default()).map_err(failed)?;
    let system = actix_web::rt::System::new();
    if kind == "portal" {
        return system.block_on(async { ruqsat::app::serve(office, listener, 1)?.await });
    }
    system.block_on(async {
        let bytes = web::Bytes::from(page_bytes(&office).await?);
        let db = office.db.clone();
        HttpServer::new(move || {
            App::new()
                .app_data(web::Data::new(db.clone()))
                .app_data(web::Data::new(bytes.clone()))
                .route("/page/{id}", web::get().to(bare_page))
                .route("/save/{id}", web::post().to(bare_save))
        })
        .workers(1)
        .listen(listener)?
        .run()
        .await
    })
}

/// As many bytes as the portal's page has: drawn once by the portal itself.
async fn page_bytes(office: &ruqsat::web::state::Office) -> io::Result<Vec<u8>> {
    let (id, _): (String, String) = office
        .db
        .read(|conn| {
            use ruqsat::store::schema::applications;
            Ok(applications::table.select((applications::id, applications::number)).first(conn)?)
        })
        .map_err(failed)?;
    let cookie = key::applicant_cookie(office, &id);
    let app = App::new().app_data(web::Data::new(office.clone())).configure(ruqsat::web::site);
    let app = actix_web::test::init_service(app).await;
    let request = actix_web::test::TestRequest::get().uri("/kk/apply/contacts").cookie(cookie).to_request();
    Ok(actix_web::test::call_and_read_body(&app, request).await.to_vec())
}

async fn bare_page(db: web::Data<Db>, bytes: web::Data<web::Bytes>, id: web::Path<String>) -> HttpResponse {
    let db = db.get_ref().clone();
    let found = web::block(move || {
        db.read(|conn| {
            Ok(answers::table.find((id.as_str(), "contacts")).select(answers::body).first::<String>(conn)?)
        })
    })
    .await;
    match found {
        Ok(Ok(_)) => HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bytes.get_ref().clone()),
        _ => HttpResponse::InternalServerError().finish(),
    }
}

/// Saves so far.
static SAVES: AtomicU64 = AtomicU64::new(0);

async fn bare_save(db: web::Data<Db>, id: web::Path<String>) -> HttpResponse {
    let db = db.get_ref().clone();
    let saved = web::block(move || {
        // One statement that commits itself: the least that keeps a row safe. Another value each time, since SQLite writes
        // nothing to the disk for a value that is there already.
        let body = format!("{{\"fined_how\":\"{}\"}}", SAVES.fetch_add(1, Ordering::Relaxed));
        db.alone(|conn| {
            let row = answers::table.find((id.as_str(), "history"));
            Ok(diesel::update(row).set(answers::body.eq(body)).execute(conn)?)
        })
    })
    .await;
    match saved {
        Ok(Ok(1)) => HttpResponse::SeeOther().insert_header(("Location", "/kk/apply/arrival")).finish(),
        _ => HttpResponse::InternalServerError().finish(),
    }
}
