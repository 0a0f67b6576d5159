//! `ruqsat demo`: fills an empty office with an invented one.

use std::cell::RefCell;

use clap::Args;

use super::progress::Progress;
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
    let progress = RefCell::new(Progress::of("applications", Some(u64::from(demo.applications))));
    let tell = |done: usize, _| progress.borrow_mut().to(done as u64);
    let made = app::block_on(demo::fill(&office, demo.applications as usize, demo.seed, tell))?;
    progress.into_inner().end();
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
