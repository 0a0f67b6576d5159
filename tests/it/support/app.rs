//! The real server, put together as `main` puts it together, on a port and a day of the test's own.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc;
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use ruqsat::application::Actor;
use ruqsat::clock::Clock;
use ruqsat::config::Config;
use ruqsat::language::Language;
use ruqsat::people::{NewStaff, Role, Staff, password};
use ruqsat::web::state::Office;

use super::database::{Folder, Kind, TestDatabase};
use super::person::Person;

/// The password of everybody on the staff.
pub const PASSWORD: &str = "a password of tests";
/// The unit whose region the believable applicants live in.
pub const UNIT: &str = "KZ75";

/// A running office.
pub struct TestApp {
    /// Where it listens.
    pub address: SocketAddr,
    /// What it knows, shared with the handlers.
    pub office: Office,
    clock: Clock,
    /// Its settings, by which it starts again.
    values: BTreeMap<String, String>,
    handle: Option<ServerHandle>,
    thread: Option<JoinHandle<()>>,
    database: TestDatabase,
    _folder: Folder,
}

impl TestApp {
    /// On Wednesday, 10 June 2026, at 10 o'clock.
    pub fn on(kind: Kind) -> Self {
        Self::with(kind, &[])
    }

    /// With settings beside those that every test needs.
    pub fn with(kind: Kind, settings: &[(&str, &str)]) -> Self {
        let (database, folder) = (TestDatabase::on(kind), Folder::new());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let lies = |name: &str| folder.path().join(name).display().to_string();
        let mut values: BTreeMap<String, String> = [
            ("RUQSAT_DATABASE_URL", database.url.clone()),
            ("RUQSAT_DATA_DIR", lies("data")),
            ("RUQSAT_VAULT_URL", format!("file://{}", lies("vault"))),
            ("RUQSAT_PUBLIC_URL", format!("http://{address}")),
            // Most tests look at no page of any paper.
            ("RUQSAT_DRAW_AHEAD", "off".to_owned()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
        values.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let clock = Clock::standing_at(super::moment("2026-06-10 10:00"));
        let office = ruqsat::app::office(&config(&values), clock.clone()).unwrap();
        let (handle, thread) = serve(office.clone(), listener);
        let (handle, thread) = (Some(handle), Some(thread));
        Self { address, office, clock, values, handle, thread, database, _folder: folder }
    }

    /// Closes, as a server that is told to end.
    pub fn stops(&mut self) {
        if let Some(handle) = self.handle.take() {
            drop(handle.stop(false)); // the order is sent at once; the future only tells when it is done
        }
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    /// Opens again at the same address, with what it had.
    pub fn starts(&mut self) {
        let listener = TcpListener::bind(self.address).unwrap();
        self.office = ruqsat::app::office(&config(&self.values), self.clock.clone()).unwrap();
        let (handle, thread) = serve(self.office.clone(), listener);
        (self.handle, self.thread) = (Some(handle), Some(thread));
    }

    /// Closes, and opens with other settings.
    pub fn restarts_with(&mut self, settings: &[(&str, &str)]) {
        self.stops();
        self.values.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.starts();
    }

    /// The address of its database, for commands that are run beside it.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// Sets the clock: `2026-06-15 10:00`, or a day at ten in the morning.
    pub fn it_is(&self, when: &str) {
        let when = if when.len() == 10 { format!("{when} 10:00") } else { when.to_owned() };
        self.clock.set(super::moment(&when));
    }

    /// Somebody with a browser.
    pub fn person(&self, language: Language) -> Person {
        Person::new(self.address, language)
    }

    /// Makes an account, as `ruqsat staff add` does; its login is the role with the unit.
    pub fn employs(&self, role: Role, unit: &str, language: Language) -> Staff {
        let (login, name) = (format!("{}.{}", role.code(), unit.to_lowercase()), format!("{} {unit}", role.code()));
        self.hires(&login, &name, role, unit, language)
    }

    /// A colleague in the applicants' unit, by a name of their own, which is the login too.
    pub fn employs_as(&self, name: &str, role: Role, language: Language) -> Staff {
        self.hires(name, name, role, UNIT, language)
    }

    fn hires(&self, login: &str, name: &str, role: Role, unit: &str, language: Language) -> Staff {
        let staff = Staff {
            id: uuid::Uuid::now_v7().to_string(),
            login: login.to_owned(),
            language: language.code().to_owned(),
            ..super::member(name, role, unit)
        };
        let new = NewStaff { staff: staff.clone(), password_hash: password_hash() };
        let at = self.clock.now();
        assert!(
            self.office.db.write(|conn| ruqsat::store::staff::add(conn, &new, Actor::Console, at)).unwrap(),
            "the login is taken"
        );
        staff
    }

    /// A member of the staff of the applicants' unit, at work.
    pub fn clerk(&self, role: Role, language: Language) -> Person {
        self.clerk_of(role, UNIT, language)
    }

    /// A member of the staff of a unit, signed in.
    pub fn clerk_of(&self, role: Role, unit: &str, language: Language) -> Person {
        let staff = self.employs(role, unit, language);
        let mut clerk = self.person(language);
        clerk.signs_in(&staff.login, PASSWORD);
        clerk
    }
}

/// The settings; papers are drawn by the program itself, which the tests are not.
fn config(values: &BTreeMap<String, String>) -> Config {
    Config { program: env!("CARGO_BIN_EXE_ruqsat").into(), ..Config::from_values(values).unwrap() }
}

/// The costly hash is made once.
fn password_hash() -> String {
    static HASH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    HASH.get_or_init(|| password::hash(PASSWORD, "").unwrap()).clone()
}

fn serve(office: Office, listener: TcpListener) -> (ServerHandle, JoinHandle<()>) {
    let (tell, told) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let work = ruqsat::app::work_beside(&office);
            let server = ruqsat::app::serve(office, listener, 1).unwrap();
            tell.send(server.handle()).unwrap();
            server.await.unwrap();
            work.stop().await;
        });
    });
    (told.recv().unwrap(), thread)
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            drop(handle.stop(false));
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
