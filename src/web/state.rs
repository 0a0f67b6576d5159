//! What every handler may ask for: database, vault, clock, keys, throttles.

use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use actix_web::web;
use tokio::sync::{Notify, Semaphore};

use super::error::{Error, Outcome};
use crate::clock::Clock;
use crate::config::{Config, Recognise};
use crate::drawing::Studio;
use crate::imaging::Recogniser;
use crate::law::calendar::Calendar;
use crate::law::switches::Switches;
use crate::people::throttle::Throttle;
use crate::people::{Lifetimes, Offices};
use crate::scanner::worker::Quarantine;
use crate::scanner::{Patience, Scanner};
use crate::store::{Conn, Db, Stored};
use crate::vault::Vault;

/// So many pages are marked at once: each has some 16 MB.
const PICTURES_AT_ONCE: usize = 2;

/// More than there can be forms with files, and pieces of resumed ones, under way at once.
const UPLOADS: usize = 1 << 20;

/// Shared by all handlers; a clone shares the same.
#[derive(Clone)]
pub struct Office {
    /// The database.
    pub db: Db,
    /// Where files lie.
    pub vault: Vault,
    /// Who looks at files before people do, if the office has a scanner.
    pub scanner: Option<Arc<Scanner>>,
    /// Told when a file has come in that is to be scanned.
    pub came_in: Arc<Notify>,
    /// Today and now.
    pub clock: Clock,
    /// The office's secret: keys of cookies, tokens and code hashes are derived from it.
    pub key: Arc<[u8]>,
    /// Documents turned on.
    pub switches: Switches,
    /// Where units receive people, as far as it was written.
    pub offices: Offices,
    /// Working days, as they were read last: for pages. Who decides reads them in the same transaction.
    calendar: Arc<RwLock<Calendar>>,
    /// How people reach the portal.
    pub public_url: String,
    /// Proxies whose word on the address of a request is taken.
    pub trusted_proxies: Arc<[std::net::IpAddr]>,
    /// How long keys and sessions are good.
    pub lifetimes: Lifetimes,
    /// Guesses at numbers and codes.
    pub code_guesses: Arc<Throttle>,
    /// Guesses at passwords.
    pub password_guesses: Arc<Throttle>,
    /// Signing in from one address, whatever the login.
    pub sign_ins: Arc<Throttle>,
    /// Links for one paper opened from one address.
    pub brings: Arc<Throttle>,
    /// Messages and notes of one person on one case.
    pub messages: Arc<Throttle>,
    /// Drafts begun from one address.
    pub begins: Arc<Throttle>,
    /// Places for pages that get their watermark. What a stranger brought is decoded in the studio only.
    pub darkroom: Arc<Semaphore>,
    /// Where papers are drawn as pictures, by processes of their own.
    pub studio: Arc<Studio>,
    /// Held while a file is drawn, by the last sign of its id: nobody draws the same file twice at once.
    pub easels: Arc<[tokio::sync::Mutex<()>; 16]>,
    /// A permit for each form with files, and for each piece of a resumed one, that is under way.
    pub uploads: Arc<Semaphore>,
    /// Whether first pages are drawn before somebody looks.
    pub draws_ahead: bool,
    /// Reads the zone in a photograph of a passport, and the words of papers, if the machine can.
    pub recogniser: Option<Arc<Recogniser>>,
    /// The words of papers that were read last.
    pub words: Arc<super::desk::Shelf>,
    /// How long a decision usually takes.
    pub usual: Arc<Mutex<Option<crate::desk::usual::Counted>>>,
    /// Token of the one-time link that makes the first administrator.
    pub first_admin: Arc<Mutex<Option<String>>>,
}

/// The shared state as handlers take it.
pub type App = web::Data<Office>;

/// A burst for slips of the finger, then slow: 80 bits of code and 12 characters of password do the rest.
fn throttle(burst: u32, seconds: u64) -> Arc<Throttle> {
    Arc::new(Throttle::new(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN), Duration::from_secs(seconds)))
}

fn recogniser(by: &Recognise) -> Option<Recogniser> {
    match by {
        Recognise::IfInstalled => Recogniser::find(),
        Recognise::By(program) => Recogniser::at(program).or_else(|| {
            tracing::warn!(event = "recogniser_missing", program = %program.display());
            None
        }),
        Recognise::Never => None,
    }
}

impl Office {
    /// Puts it together.
    pub fn new(config: &Config, db: Db, vault: Vault, clock: Clock, key: Vec<u8>) -> Self {
        Self {
            db,
            vault,
            scanner: config.clamd.clone().map(|address| Arc::new(Scanner { address, patience: Patience::default() })),
            came_in: Arc::default(),
            clock,
            key: key.into(),
            switches: config.switches.clone(),
            offices: config.offices.clone(),
            calendar: Arc::default(),
            public_url: config.public_url.clone(),
            trusted_proxies: config.trusted_proxies.clone().into(),
            lifetimes: config.lifetimes,
            code_guesses: throttle(8, 30),
            password_guesses: throttle(8, 30),
            sign_ins: throttle(60, 2),
            brings: throttle(60, 5),
            messages: throttle(8, 60),
            begins: throttle(30, 20),
            darkroom: Arc::new(Semaphore::new(PICTURES_AT_ONCE)),
            studio: Arc::new(Studio::new(config.program.clone())),
            easels: Arc::default(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            draws_ahead: config.draw_ahead,
            recogniser: recogniser(&config.recognise).map(Arc::new),
            words: Arc::default(),
            usual: Arc::default(),
            first_admin: Arc::default(),
        }
    }
    /// How many forms with files, and pieces of resumed ones, are under way.
    pub fn uploads_under_way(&self) -> usize {
        UPLOADS - self.uploads.available_permits()
    }
    /// The work of the scanner, if there is one.
    pub fn quarantine(&self) -> Option<Quarantine> {
        let scanner = self.scanner.clone()?;
        let (db, vault, clock) = (self.db.clone(), self.vault.clone(), self.clock.clone());
        Some(Quarantine { db, vault, clock, scanner, came_in: self.came_in.clone() })
    }
    /// Working days, as they were read last.
    pub fn calendar(&self) -> Calendar {
        self.calendar.read().map(|calendar| calendar.clone()).unwrap_or_default()
    }
    /// The year in which what is accepted in the next weeks will be due, if its working days are not known.
    pub fn unknown_year(&self) -> Option<i32> {
        use chrono::Datelike;
        // What is accepted now is due within 45 days and a run of days off; the calendar is published in autumn.
        const AHEAD: chrono::Days = chrono::Days::new(90);
        let year = self.clock.today().checked_add_days(AHEAD)?.year();
        (!self.calendar().knows(year)).then_some(year)
    }
    /// The year that begins within a month, if its MCI is not known: fees could not be checked in it.
    pub fn unknown_mci(&self) -> Option<i32> {
        let soon = self.clock.today().checked_add_days(chrono::Days::new(31))?;
        crate::law::mci::mci(soon).err().map(|unknown| unknown.year)
    }
    /// Reads the calendar anew: another server, or another page, may have changed it.
    pub async fn refresh_calendar(&self) -> Outcome<()> {
        self.take_calendar(self.read(crate::store::calendar::load).await?);
        Ok(())
    }
    /// Takes a calendar that was read.
    pub fn take_calendar(&self, fresh: Calendar) {
        if let Ok(mut calendar) = self.calendar.write() {
            *calendar = fresh;
        }
    }
    /// Whether cookies travel over https only.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
    /// Asks the database, off the threads that serve.
    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Conn) -> Stored<T> + Send + 'static,
    ) -> Outcome<T> {
        self.aside(|db| db.read(ask)).await
    }
    /// Changes the database in one transaction, off the threads that serve.
    pub async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Conn) -> Stored<T> + Send + 'static,
    ) -> Outcome<T> {
        self.aside(|db| db.write(change)).await
    }
    /// Changes the database by single statements, in no transaction, off the threads that serve.
    pub async fn write_alone<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Conn) -> Stored<T> + Send + 'static,
    ) -> Outcome<T> {
        self.aside(|db| db.alone(change)).await
    }
    async fn aside<T: Send + 'static>(&self, work: impl FnOnce(Db) -> Stored<T> + Send + 'static) -> Outcome<T> {
        let db = self.db.clone();
        Ok(web::block(move || work(db)).await.map_err(|_| Error::Unavailable)??)
    }
}
