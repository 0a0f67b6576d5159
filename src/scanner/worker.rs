//! The work beside the threads that serve: takes files out of quarantine one by one and has them scanned.
//!
//! What is to be done stands in the database: a restart, a kill or another process of the same office lose nothing and
//! do nothing twice. A file is taken for [`LEASE`]; while clamd is down it is given back at once and asked for again
//! after a pause that grows.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::{ScanError, Scanner};
use crate::clock::Clock;
use crate::documents::scan::Verdict;
use crate::store::scans::{self, Taken};
use crate::store::{Conn, Db, StoreError, Stored};
use crate::vault::Vault;

/// So long a process has a file for itself. Longer than the longest scan: sending 20 MB, then the judgement.
const LEASE: chrono::Duration = chrono::Duration::minutes(10);
/// A file that could not be scanned is tried again after a minute, then two, four … at most after:
const LONGEST_BACKOFF: chrono::Duration = chrono::Duration::hours(1);
/// While clamd is down it is asked for after a second, then two, four … at most after:
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// So often the database is asked without having been told of a file: for those of other processes and of the past.
const ROUND: Duration = Duration::from_secs(5);
/// So many scans at once: one that takes long does not hold up all others.
const LANES: usize = 2;

/// What the work needs.
#[derive(Clone)]
pub struct Quarantine {
    /// The database.
    pub db: Db,
    /// Where the files lie.
    pub vault: Vault,
    /// Today and now.
    pub clock: Clock,
    /// Who scans.
    pub scanner: Arc<Scanner>,
    /// Told when a file has come in.
    pub came_in: Arc<Notify>,
}

/// The work under way.
pub struct Work {
    stop: watch::Sender<()>,
    lanes: Vec<JoinHandle<()>>,
}

impl Work {
    /// Ends at once: a scan in the middle is broken off and its file given back.
    pub async fn stop(self) {
        drop(self.stop);
        for lane in self.lanes {
            // A lane that panicked has nothing to give back: its lease runs out.
            let _ = lane.await;
        }
    }
}

/// Puts every file into the state that fits an office with or without a scanner, and begins to scan.
pub fn begin(db: &Db, quarantine: Option<Quarantine>) -> Work {
    let (stop, stopped) = watch::channel(());
    match db.alone(|conn| scans::settle(conn, quarantine.is_some())) {
        Ok(0) => {}
        Ok(files) => tracing::info!(event = "scan_settled", files, scanner = quarantine.is_some()),
        // A database that is away now is asked again by each round.
        Err(error) => tracing::error!(event = "store_failed", cause = %error),
    }
    let lane = |quarantine: &Quarantine| tokio::spawn(quarantine.clone().lane(stopped.clone()));
    let lanes = quarantine.iter().flat_map(|quarantine| (0..LANES).map(move |_| lane(quarantine))).collect();
    Work { stop, lanes }
}

/// What a round came to.
enum Round {
    /// A file was dealt with; there may be more.
    Went,
    /// Nothing waits.
    Idle,
    /// clamd, or the database, is away.
    Away,
}

impl Quarantine {
    async fn lane(self, mut stopped: watch::Receiver<()>) {
        let held = Arc::new(Mutex::new(None));
        tokio::select! {
            () = self.work(held.clone()) => {}
            _ = stopped.changed() => {
                let taken = held.lock().ok().and_then(|mut held| held.take());
                if let Some(Taken { id, .. }) = taken {
                    self.give_back(id, chrono::Duration::zero(), false).await;
                }
            }
        }
    }

    async fn work(&self, held: Arc<Mutex<Option<Taken>>>) {
        let mut pause = Duration::ZERO;
        loop {
            match self.round(&held).await {
                Round::Went => pause = Duration::ZERO,
                Round::Idle => {
                    pause = Duration::ZERO;
                    // Either way the next round looks for itself.
                    let _ = timeout(ROUND, self.came_in.notified()).await;
                }
                Round::Away => {
                    pause = (pause * 2).clamp(Duration::from_secs(1), LONGEST_PAUSE);
                    sleep(pause).await;
                }
            }
        }
    }

    async fn round(&self, held: &Mutex<Option<Taken>>) -> Round {
        let at = self.clock.now();
        let taken = match self.store(move |conn| scans::take(conn, at, LEASE)).await {
            Ok(Some(taken)) => taken,
            Ok(None) => return Round::Idle,
            Err(_) => return Round::Away,
        };
        hold(held, Some(taken.clone()));
        let begun = Instant::now();
        let answer = self.scan(&taken).await;
        let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let round = self.follow(&taken, answer, ms).await;
        hold(held, None);
        round
    }

    async fn scan(&self, taken: &Taken) -> Result<Verdict, ScanError> {
        let mut content = self.vault.open_file(&taken.id).await.map_err(ScanError::Unreadable)?;
        // The vault itself notices what was changed or cut; this, what is another file altogether.
        if content.size() != taken.size {
            return Err(ScanError::Unreadable(std::io::ErrorKind::InvalidData.into()));
        }
        self.scanner.scan(&mut content).await
    }

    /// What follows from an answer.
    async fn follow(&self, taken: &Taken, answer: Result<Verdict, ScanError>, ms: u64) -> Round {
        let (id, at) = (taken.id.clone(), self.clock.now());
        let kept = match answer {
            Ok(Verdict::Clean) => {
                tracing::info!(event = "file_clean", file = id, ms);
                self.store(move |conn| scans::clean(conn, &id)).await
            }
            Ok(Verdict::Infected(signature)) => {
                tracing::warn!(event = "file_infected", file = id, signature, ms);
                self.store_whole(move |conn| scans::infected(conn, &id, &signature, at)).await
            }
            Err(error) if matches!(error, ScanError::Unreachable(_)) => {
                tracing::warn!(event = "scanner_away", cause = %error);
                self.give_back(id, chrono::Duration::zero(), false).await;
                return Round::Away;
            }
            Err(error) => {
                tracing::error!(event = "file_not_scanned", file = id, tries = taken.tries + 1, cause = %error, ms);
                self.give_back(id, backoff(taken.tries), true).await;
                return if error.is_outage() { Round::Away } else { Round::Went };
            }
        };
        // The lease runs out by itself, and the file is scanned again.
        if kept.is_ok() { Round::Went } else { Round::Away }
    }

    async fn give_back(&self, id: String, after: chrono::Duration, in_vain: bool) {
        let due = self.clock.now() + after;
        // Failing that, the lease runs out.
        let _ = self.store(move |conn| scans::give_back(conn, &id, due, in_vain)).await;
    }

    async fn store<T: Send + 'static>(&self, ask: impl FnOnce(&mut Conn) -> Stored<T> + Send + 'static) -> Stored<T> {
        self.aside(move |db| db.alone(ask)).await
    }

    async fn store_whole<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Conn) -> Stored<T> + Send + 'static,
    ) -> Stored<T> {
        self.aside(move |db| db.write(change)).await
    }

    async fn aside<T: Send + 'static>(&self, work: impl FnOnce(Db) -> Stored<T> + Send + 'static) -> Stored<T> {
        let db = self.db.clone();
        let done = tokio::task::spawn_blocking(move || work(db)).await;
        let done = done.unwrap_or_else(|error| Err(StoreError::Connection(error.to_string())));
        if let Err(error) = &done {
            tracing::error!(event = "store_failed", cause = %error);
        }
        done
    }
}

fn hold(held: &Mutex<Option<Taken>>, taken: Option<Taken>) {
    if let Ok(mut held) = held.lock() {
        *held = taken;
    }
}

/// A minute, doubled with each try.
fn backoff(tries: u32) -> chrono::Duration {
    let minutes = 1_i64.checked_shl(tries.min(16)).unwrap_or(i64::MAX);
    chrono::Duration::minutes(minutes).min(LONGEST_BACKOFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_tried_again_ever_more_rarely() {
        let minutes: Vec<i64> = [0, 1, 2, 5, 6, 60, u32::MAX].map(|tries| backoff(tries).num_minutes()).into();
        assert_eq!(minutes, [1, 2, 4, 32, 60, 60, 60]);
    }
}
