//! How far a command has come, on standard error: counts and nothing else. On a terminal one line that is drawn over, with
//! a bar when the end is known; in a log a line at each quarter.

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
/// Signs between the brackets of a bar.
const SIGNS: u64 = 20;

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
        let Some(all) = self.all else { return format!("{} {}", self.done, self.what) };
        let counts = format!("{} of {all} {}", self.done, self.what);
        match bar(self.done, all).filter(|_| self.terminal) {
            Some(bar) => format!("{bar} {counts}"),
            None => counts,
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

/// `[#####-----]  50%`; none where there is nothing to do. What came on top while the work was done counts as done.
fn bar(done: u64, all: u64) -> Option<String> {
    let part = |whole: u64| done.min(all).saturating_mul(whole).checked_div(all);
    let (signs, percent) = (part(SIGNS)?, part(100)?);
    let bar: String = (0..SIGNS).map(|sign| if sign < signs { '#' } else { '-' }).collect();
    Some(format!("[{bar}] {percent:>3}%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(terminal: bool, done: u64, all: Option<u64>) -> String {
        Progress { terminal, what: "rows", all, done, quarters: 0 }.line()
    }

    #[test]
    fn a_terminal_shows_a_bar_when_the_end_is_known() {
        assert_eq!(line(true, 0, Some(8)), "[--------------------]   0% 0 of 8 rows");
        assert_eq!(line(true, 3, Some(8)), "[#######-------------]  37% 3 of 8 rows");
        assert_eq!(line(true, 8, Some(8)), "[####################] 100% 8 of 8 rows");
        assert_eq!(line(true, 9, Some(8)), "[####################] 100% 9 of 8 rows");
        assert_eq!(line(true, 3, None), "3 rows");
        assert_eq!(line(true, 0, Some(0)), "0 of 0 rows");
    }

    #[test]
    fn a_log_has_counts_only() {
        assert_eq!(line(false, 3, Some(8)), "3 of 8 rows");
        assert_eq!(line(false, 3, None), "3 rows");
    }
}
