//! `ruqsat staff`: accounts of clerks from the command line.

use std::io::{BufRead, IsTerminal, Write};

use clap::Subcommand;

use super::Usage;
use crate::application::Actor;
use crate::clock::Clock;
use crate::config::Config;
use crate::people::{self, NewStaff, Role, StaffError, password};
use crate::{app, store};

pub const EXAMPLE: &str =
    "Example:\n  ruqsat staff add --login a.omarova --name \"Omarova A.\" --role officer --unit KZ75 --password-stdin";

#[derive(Subcommand)]
pub enum Staff {
    /// Makes an account
    #[command(after_help = EXAMPLE)]
    Add {
        /// 3 to 40 of a-z 0-9 . - _
        #[arg(long)]
        login: String,
        /// Surname and initials
        #[arg(long)]
        name: String,
        /// operator, officer, supervisor, auditor or admin
        #[arg(long)]
        role: String,
        /// Code of the region, such as KZ75
        #[arg(long)]
        unit: String,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Lists the accounts
    #[command(after_help = "Example:\n  ruqsat staff list")]
    List,
    /// Gives an account a new password and ends the open sessions
    #[command(after_help = "Example:\n  ruqsat staff password a.omarova --password-stdin")]
    Password {
        /// Whose
        login: String,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Forbids signing in and ends the open sessions
    #[command(after_help = "Example:\n  ruqsat staff disable a.omarova")]
    Disable {
        /// Whose
        login: String,
    },
}

/// Runs the command.
pub fn run(command: Staff, config: &Config) -> anyhow::Result<()> {
    match command {
        Staff::Add { login, name, role, unit, password_stdin } => {
            let made = checked(&login, &name, &role, &unit)?;
            let password = read_password(password_stdin)?;
            let password_hash = password::hash(&password, &login).map_err(usage)?;
            let office = app::office(config, Clock::default())?;
            let new = NewStaff { staff: made, password_hash };
            if !office.db.write(|conn| store::staff::add(conn, &new, Actor::Console, office.clock.now()))? {
                return Err(usage(StaffError::LoginTaken).into());
            }
            println!("{login} may sign in");
        }
        Staff::List => {
            let office = app::office(config, Clock::default())?;
            for one in office.db.read(store::staff::list)? {
                let state = if one.enabled { "" } else { "\tdisabled" };
                println!("{}\t{}\t{}\t{}{state}", one.login, one.role.code(), one.unit, one.name);
            }
        }
        Staff::Password { login, password_stdin } => {
            let password = read_password(password_stdin)?;
            let hash = password::hash(&password, &login).map_err(usage)?;
            let office = app::office(config, Clock::default())?;
            let by = Actor::Console;
            let set = |conn: &mut _| store::staff::set_password(conn, &login, hash, &by, office.clock.now());
            known(&login, office.db.write(set))?;
            println!("{login} has a new password");
        }
        Staff::Disable { login } => {
            let office = app::office(config, Clock::default())?;
            let disable = |conn: &mut _| store::staff::enable(conn, &login, false, Actor::Console, office.clock.now());
            known(&login, office.db.write(disable))?;
            println!("{login} may no longer sign in");
        }
    }
    Ok(())
}

fn known(login: &str, done: store::Stored<()>) -> anyhow::Result<()> {
    match done {
        Err(store::StoreError::NotFound) => Err(Usage(format!("there is no account {login}")).into()),
        other => Ok(other?),
    }
}

fn usage(error: StaffError) -> Usage {
    Usage(error.to_string())
}

fn checked(login: &str, name: &str, role: &str, unit: &str) -> Result<people::Staff, Usage> {
    people::valid_login(login).map_err(usage)?;
    people::valid_name(name).map_err(usage)?;
    people::valid_unit(unit).map_err(usage)?;
    let role = Role::from_code(role).ok_or_else(|| usage(StaffError::Role))?;
    Ok(people::Staff {
        id: uuid::Uuid::now_v7().to_string(),
        login: login.to_owned(),
        name: name.trim().to_owned(),
        role,
        unit: unit.to_owned(),
        language: "kk".to_owned(),
        enabled: true,
        lent: Vec::new(),
    })
}

fn read_password(from_stdin: bool) -> anyhow::Result<String> {
    let stdin = std::io::stdin();
    if !from_stdin {
        if !stdin.is_terminal() {
            return Err(Usage("say --password-stdin to read the password from standard input".to_owned()).into());
        }
        print!("Password (12 characters or more, shown as you type): ");
        std::io::stdout().flush()?;
    }
    let mut line = String::new();
    stdin.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
