//! `ruqsat demo`: fills an empty office with an invented one.

use std::io::{IsTerminal, Write};

use clap::Args;

use crate::clock::Clock;
use crate::config::Config;
use crate::{app, demo, store};

pub const EXAMPLE: &str = "Example:\n  RUQSAT_DATABASE_URL=sqlite://var/demo.db ruqsat demo --applications 50 --seed 7";

#[derive(Args)]
pub struct Demo {
    /// How many applications
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    applications: u32,
    /// The same seed invents the same people
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(demo: &Demo, config: &Config) -> anyhow::Result<()> {
    let office = app::office(config, Clock::default())?;
    if !office.db.is_embedded() {
        store::migrate::up(&office.db)?;
    }
    let shows = std::io::stderr().is_terminal();
    let made = app::block_on(demo::fill(&office, demo.applications as usize, demo.seed, |done, of| {
        if shows && (done % 10 == 0 || done == of) {
            eprint!("\r{done} / {of}");
            let _ = std::io::stderr().flush();
        }
    }))?;
    if shows {
        eprintln!();
    }
    println!("{} applications", demo.applications);
    for (state, n) in &made.states {
        println!("  {:<20} {n}", state.code());
    }
    println!("clerks of {}, each with a password of their own:", demo::UNIT);
    for (login, password) in &made.clerks {
        println!("  {login:<18} {password}");
    }
    println!("some applications, by number and code:");
    for (number, code) in &made.drafts {
        println!("  {number}  {code}");
    }
    Ok(())
}
