//! `ruqsat vault`: another master key, a look at every file, the sealing of files of earlier releases.

use std::collections::HashSet;

use clap::Subcommand;

use super::progress::Progress;
use crate::app;
use crate::clock::Clock;
use crate::config::Config;
use crate::store::vaulted::{self, Vaulted};
use crate::vault::Written;
use crate::web::state::Office;

pub const EXAMPLE: &str = "Example:\n  ruqsat vault verify";

#[derive(Subcommand)]
pub enum Vault {
    /// Makes a new master key and wraps the key of every file by it; the server may run meanwhile
    #[command(after_help = "Example:\n  ruqsat vault rotate")]
    Rotate,
    /// Reads every file and says which are damaged or missing; the server may run meanwhile
    #[command(after_help = EXAMPLE)]
    Verify,
    /// Encrypts the files that an earlier release kept as they came
    #[command(after_help = "Example:\n  ruqsat vault seal")]
    Seal,
}

/// Runs the command.
pub fn run(command: &Vault, config: &Config) -> anyhow::Result<()> {
    let office = app::office(config, Clock::default())?;
    app::block_on(async {
        match command {
            Vault::Rotate => rotate(&office).await,
            Vault::Verify => verify(&office).await,
            Vault::Seal => seal(&office).await,
        }
    })
}

async fn rotate(office: &Office) -> anyhow::Result<()> {
    let mut counting = Progress::of("keys", None);
    let rotated = office.vault.rotate(|_| counting.one()).await?;
    counting.end();
    match rotated.made {
        true => println!("a new master key was made; keep a copy of vault.key apart from the vault"),
        false => println!("no new master key was made: a rotation that was cut off, or the keys of RUQSAT_VAULT_KEY"),
    }
    println!("{} keys of files were wrapped anew", rotated.rewrapped);
    for name in &rotated.damaged {
        println!("{name}: damaged, left as it is");
    }
    anyhow::ensure!(rotated.damaged.is_empty(), "{} keys are damaged: the old master keys stay", rotated.damaged.len());
    Ok(())
}

/// Shows every file that an application holds.
async fn each_row(office: &Office, mut visit: impl AsyncFnMut(Vaulted) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut last = String::new();
    loop {
        let rows = office.db.read(|conn| vaulted::after(conn, &last))?;
        let Some(end) = rows.last() else { return Ok(()) };
        last.clone_from(&end.id);
        for row in rows {
            visit(row).await?;
        }
    }
}

async fn verify(office: &Office) -> anyhow::Result<()> {
    let (mut seen, mut damaged, mut counting) = (HashSet::new(), Vec::new(), Progress::of("files", None));
    each_row(office, async |row| {
        match office.vault.examine(&row.id).await {
            Ok(Written { size, sha256 }) if size == row.size as u64 && sha256 == row.sha256 => {}
            Ok(_) => damaged.push((row.id.clone(), "it is not the file that was brought".to_owned())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                damaged.push((row.id.clone(), "it is missing".to_owned()));
            }
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                damaged.push((row.id.clone(), error.to_string()));
            }
            Err(error) => return Err(error.into()),
        }
        seen.insert(row.id);
        counting.one();
        Ok(())
    })
    .await?;
    let mut others = 0_u64;
    let visit = async |id: &str| {
        if seen.contains(id) {
            return Ok(());
        }
        others += 1;
        match office.vault.examine(id).await {
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                damaged.push((id.to_owned(), format!("{error} (no application holds it now)")));
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {} // removed meanwhile
            other => drop(other?),
        }
        counting.one();
        Ok(())
    };
    office.vault.each_file(visit).await?;
    let files = counting.end();
    for (id, what) in &damaged {
        println!("{id}: {what}");
    }
    anyhow::ensure!(damaged.is_empty(), "{} of {files} files are damaged or missing", damaged.len());
    println!("{files} files are whole; {others} of them no application holds now");
    Ok(())
}

async fn seal(office: &Office) -> anyhow::Result<()> {
    let (mut sealed, mut damaged, mut counting) = (0_u64, Vec::new(), Progress::of("files", None));
    each_row(office, async |row| {
        let written = Written { size: row.size as u64, sha256: row.sha256 };
        match office.vault.seal(&row.id, &written).await {
            Ok(now) => sealed += u64::from(now),
            Err(error) => damaged.push((row.id, error)),
        }
        counting.one();
        Ok(())
    })
    .await?;
    let files = counting.end();
    println!("{sealed} of {files} files were sealed; the others had been already");
    for (id, error) in &damaged {
        println!("{id}: {error}; left as it is");
    }
    anyhow::ensure!(damaged.is_empty(), "{} files could not be sealed", damaged.len());
    Ok(())
}
