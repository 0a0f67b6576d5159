//! `ruqsat backup` and `ruqsat restore`: a copy of the office while it works, and back into an empty place.

use std::path::PathBuf;

use clap::Args;

use super::Usage;
use super::progress::Progress;
use crate::app;
use crate::backup::{self, Counted};
use crate::clock::Clock;
use crate::config::Config;
use crate::vault::Vault;

pub const EXAMPLE: &str = "Example:\n  ruqsat backup /mnt/copies/2026-06-10\n\n\
    The keys are not in the copy: keep secret.key and vault.key (or RUQSAT_VAULT_KEY) in another place.";
pub const RESTORE_EXAMPLE: &str = "Example:\n  ruqsat restore /mnt/copies/2026-06-10\n\n\
    The database must have no tables and the vault no files; SQLite or PostgreSQL, folder or bucket, whatever the copy\n\
    was taken from. secret.key and vault.key of the office must lie in the data folder first.";

#[derive(Args)]
pub struct Place {
    /// A folder: to copy into, empty or not there yet; or to bring back from
    folder: PathBuf,
}

/// The lines of both kinds, one after the other.
struct Lines(Option<(Counted, Progress)>);

impl Lines {
    fn tell(&mut self, counted: Counted, done: u64, all: Option<u64>) {
        let fresh = self.0.as_ref().is_none_or(|(now, _)| *now != counted);
        if fresh {
            self.end();
            let what = if counted == Counted::Rows { "rows" } else { "files" };
            self.0 = Some((counted, Progress::of(what, all)));
        }
        if let Some((_, progress)) = &mut self.0 {
            progress.to(done);
        }
    }
    fn end(&mut self) {
        if let Some((_, progress)) = self.0.take() {
            progress.end();
        }
    }
}

/// Takes a copy.
pub fn take(place: &Place, config: &Config) -> anyhow::Result<()> {
    let (db, vault) = (super::existing_database(config)?, Vault::open(&config.vault)?);
    let mut lines = Lines(None);
    let at = Clock::default().now();
    let taken = app::block_on(backup::take(&db, &vault, &place.folder, at, &mut |of, done, all| {
        lines.tell(of, done, all);
    }));
    lines.end();
    let about = taken?;
    println!("{} rows and {} files are in {}", about.rows, about.files, place.folder.display());
    println!("the chain of events ends with {}", about.chain);
    println!("the keys are not in the copy: keep secret.key and vault.key in another place");
    Ok(())
}

/// Brings a copy back.
pub fn restore(place: &Place, config: &Config) -> anyhow::Result<()> {
    let about = backup::about(&place.folder).map_err(|error| Usage(format!("{error:#}")))?;
    let key_file = config.data_dir.join("secret.key");
    for (wanted, name) in [(true, &key_file), (config.vault.keys.is_none() && about.files > 0, &config.vault.key_file)]
    {
        if wanted && !name.exists() {
            return Err(Usage(format!("{} is missing: put the office's keys there first", name.display())).into());
        }
    }
    let (db, vault) = (app::open_database(config)?, Vault::open(&config.vault)?);
    let mut lines = Lines(None);
    let brought = app::block_on(backup::bring_back(&db, &vault, &place.folder, &mut |of, done, all| {
        lines.tell(of, done, all);
    }));
    lines.end();
    let about = brought?;
    println!("{} rows and {} files are back, as of {}", about.rows, about.files, about.taken_at.format("%F %T UTC"));
    println!("look at them with `ruqsat audit verify --noted {}` and `ruqsat vault verify`", about.chain);
    Ok(())
}
