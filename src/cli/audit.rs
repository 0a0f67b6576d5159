//! `ruqsat audit`: recomputes the chain of events.

use clap::Subcommand;

use super::Usage;
use super::progress::Progress;
use crate::application::trail::Head;
use crate::config::Config;
use crate::store;

pub const EXAMPLE: &str = "Example:\n  ruqsat audit verify";
const VERIFY_EXAMPLE: &str = "Example:\n  ruqsat audit verify\n\n\
    It prints the end of the chain as NUMBER:HASH. Keep it outside of this machine, and give it with --noted the next\n\
    time: whoever writes the whole chain anew is found out too.";

#[derive(Subcommand)]
pub enum Audit {
    /// Recomputes the chain of events; also while the office works
    #[command(after_help = VERIFY_EXAMPLE)]
    Verify {
        /// An end of the chain as it was printed before: NUMBER:HASH
        #[arg(long, value_name = "NUMBER:HASH")]
        noted: Option<String>,
    },
}

/// Runs the command.
pub fn run(command: &Audit, config: &Config) -> anyhow::Result<()> {
    let Audit::Verify { noted } = command;
    let noted: Option<Head> = noted
        .as_ref()
        .map(|text| text.parse().map_err(|()| Usage("--noted wants NUMBER:HASH, as `audit verify` prints it".into())))
        .transpose()?;
    let db = super::current_database(config)?;
    let mut progress: Option<Progress> = None;
    let outcome = store::verify::verify(&db, noted.as_ref(), |done, all| {
        progress.get_or_insert_with(|| Progress::of("events", u64::try_from(all).ok())).to(done.unsigned_abs());
    })?;
    if let Some(progress) = progress {
        progress.end();
    }
    let head = outcome?;
    println!("{} events, each follows the one before it\nthe chain ends with {head}", head.seq);
    Ok(())
}
