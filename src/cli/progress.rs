//! How far a command has come, on standard error: counts and nothing else. On a terminal one line that is drawn over; in
//! a log a line at each quarter.

use std::io::{IsTerminal, Write};

/// The line of one piece of work.
pub struct Progress {
    terminal: bool,
    what: &'static str,
    all: Option<u64>,
    done: u64,
    quarters: u64,
}

/// So often a line is drawn over, at most.
const STEPS: u64 = 200;

impl Progress {
    /// Begins at nothing. `all` is how many there will be, when that is known.
    pub fn of(what: &'static str, all: Option<u64>) -> Self {
        Self { terminal: std::io::stderr().is_terminal(), what, all, done: 0, quarters: 0 }
    }
    /// One more.
    pub fn one(&mut self) {
        self.to(self.done + 1);
    }
    /// So many in all.
    pub fn to(&mut self, done: u64) {
        self.done = done;
        let step = self.all.map_or(50, |all| (all / STEPS).max(1));
        if self.terminal && (done.is_multiple_of(step) || Some(done) == self.all) {
            eprint!("\r{}", self.line());
            let _ = std::io::stderr().flush();
        }
        let quarters = self.all.filter(|all| *all >= 4).map_or(0, |all| done * 4 / all);
        if !self.terminal && quarters > self.quarters {
            self.quarters = quarters;
            eprintln!("{}", self.line());
        }
    }
    fn line(&self) -> String {
        match self.all {
            Some(all) => format!("{} of {all} {}", self.done, self.what),
            None => format!("{} {}", self.done, self.what),
        }
    }
    /// How many there were. The line is wiped off the terminal.
    pub fn end(self) -> u64 {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
        self.done
    }
}
