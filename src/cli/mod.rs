//! The commands. Exit status: 0 done, 1 failed, 2 wrong arguments or settings (then nothing was written).

mod audit;
mod backup;
mod demo;
mod export;
mod progress;
mod staff;
mod vault;

use std::io::{self, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

use crate::clock::Clock;
use crate::config::Config;
use crate::store::Db;
use crate::{app, drawing, rules, store};

#[derive(Parser)]
#[command(name = "ruqsat", version, about = "Portal for permanent residence permits in Kazakhstan", after_help = SERVE_EXAMPLE)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

const SERVE_EXAMPLE: &str = "Example:\n  RUQSAT_BIND=127.0.0.1:8080 ruqsat serve";

#[derive(Subcommand)]
enum Command {
    /// Migrates the embedded database and serves (the default)
    #[command(after_help = SERVE_EXAMPLE)]
    Serve,
    /// Brings the database to the newest schema and ends
    #[command(after_help = "Example:\n  RUQSAT_DATABASE_URL=postgres://ruqsat@localhost/ruqsat ruqsat migrate")]
    Migrate,
    /// Accounts of clerks
    #[command(subcommand, after_help = staff::EXAMPLE)]
    Staff(staff::Staff),
    /// The chain of events
    #[command(subcommand, after_help = audit::EXAMPLE)]
    Audit(audit::Audit),
    /// Streams the filed applications, a line each
    #[command(after_help = export::EXAMPLE)]
    Export(export::Export),
    /// Fills an empty database with an invented office
    #[command(after_help = demo::EXAMPLE)]
    Demo(demo::Demo),
    /// Copies database and vault into a folder, while the server runs
    #[command(after_help = backup::EXAMPLE)]
    Backup(backup::Place),
    /// Brings such a copy back into an empty place
    #[command(after_help = backup::RESTORE_EXAMPLE)]
    Restore(backup::Place),
    /// The care of the files that people brought
    #[command(subcommand, after_help = vault::EXAMPLE)]
    Vault(vault::Vault),
    /// Answers questions about the rules: one JSON object a line in, one a line out
    #[command(after_help = "Example:\n  echo '{\"rule\":\"fee\",\"paid_on\":\"2026-04-13\"}' | ruqsat rules")]
    Rules,
    /// Draws a paper of stdin: the server starts it
    #[command(hide = true, name = drawing::child::NAME)]
    Draw,
}

/// A failure that is the caller's: exit status 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Usage(String);

/// Runs the command line.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // --help and --version are no errors; of a wrong argument the first line says what is wrong.
        Err(asked) if !asked.use_stderr() => {
            print!("{asked}");
            return ExitCode::SUCCESS;
        }
        Err(wrong) => {
            let text = wrong.to_string();
            let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            eprintln!("ruqsat: {line}; see `ruqsat --help`");
            return ExitCode::from(2);
        }
    };
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ruqsat: {error:#}");
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command.unwrap_or(Command::Serve) {
        Command::Rules => {
            settings()?;
            Ok(rules::run(BufReader::with_capacity(1 << 16, io::stdin().lock()), io::stdout().lock())?)
        }
        Command::Draw => Ok(drawing::child::run()?),
        Command::Serve => serve(&settings()?),
        Command::Migrate => migrate(&settings()?),
        Command::Demo(command) => demo::run(&command, &settings()?),
        Command::Export(command) => export::run(&command, &settings()?),
        Command::Audit(command) => audit::run(&command, &settings()?),
        Command::Staff(command) => staff::run(command, &settings()?),
        Command::Backup(place) => backup::take(&place, &settings()?),
        Command::Restore(place) => backup::restore(&place, &settings()?),
        Command::Vault(command) => vault::run(&command, &settings()?),
    }
}

fn settings() -> anyhow::Result<Config> {
    let config = Config::load().map_err(|errors| Usage(errors.to_string()))?;
    crate::law::mci::learn(config.mci.clone());
    Ok(config)
}

fn start_log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log).unwrap_or_default();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    // A second start in one process (a test) keeps the first log.
    let _ = if config.log_json { log.json().try_init() } else { log.try_init() };
}

/// No upload goes on for so long: what is older was cut off.
const LONGEST_UPLOAD: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);

fn serve(config: &Config) -> anyhow::Result<()> {
    start_log(config);
    let listener = TcpListener::bind(config.bind).with_context(|| format!("Failed to listen on {}", config.bind))?;
    let office = app::office(config, Clock::default())?;
    if !office.db.is_embedded() && !store::migrate::is_current(&office.db)? {
        return Err(Usage("the database is not current: run `ruqsat migrate` first".to_owned()).into());
    }
    let vault = office.vault.clone();
    // A large vault takes its time, and nobody waits for it.
    std::thread::spawn(move || match vault.sweep(LONGEST_UPLOAD) {
        Ok(0) => {}
        Ok(swept) => tracing::info!(event = "vault_swept", swept),
        Err(error) => tracing::warn!(event = "vault_not_swept", cause = %error),
    });
    println!("Ruqsat is at {}", config.public_url);
    if let Some(link) = app::first_admin_link(&office)? {
        println!("Nobody has an account yet. This link makes the first administrator, once:\n  {link}");
    }
    app::block_on(async {
        let work = app::work_beside(&office);
        let served = app::serve(office, listener, 0)?.await;
        work.stop().await;
        served
    })?;
    Ok(())
}

fn migrate(config: &Config) -> anyhow::Result<()> {
    let db = app::open_database(config)?;
    let done = store::migrate::up(&db)?;
    println!("{} migrations run; the database is current", done.len());
    Ok(())
}

/// The database that is there: a mistyped address must not make an empty one.
fn existing_database(config: &Config) -> anyhow::Result<Db> {
    match config.database_url.strip_prefix("sqlite://") {
        Some(path) if !Path::new(path).exists() => Err(Usage(format!("there is no database at {path}")).into()),
        _ => app::open_database(config),
    }
}

/// The same, when its tables are the newest.
fn current_database(config: &Config) -> anyhow::Result<Db> {
    let db = existing_database(config)?;
    if !store::migrate::is_current(&db)? {
        return Err(Usage("the database is not current: run `ruqsat migrate` first".to_owned()).into());
    }
    Ok(db)
}
