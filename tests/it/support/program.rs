//! The program in a process of its own, as an office starts it: where its memory and its limits can be looked at.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// What a command said.
pub struct Said {
    /// Its exit status.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

/// Runs a command of the program to its end.
pub fn ruqsat(settings: impl IntoIterator<Item = (impl AsRef<OsStr>, impl AsRef<OsStr>)>, arguments: &[&str]) -> Said {
    let done = Command::new(env!("CARGO_BIN_EXE_ruqsat")).args(arguments).envs(settings).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

/// It ends when dropped.
pub struct Program {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// Open as long as the program runs: it may have more to say.
    _says: BufReader<ChildStdout>,
}

impl Program {
    /// Starts it on a folder. `most` is the largest size of any of its files, in units of 512 bytes (POSIX `ulimit -f`).
    pub fn start(folder: &Path, most: &str) -> Self {
        Self::with(folder, most, &[])
    }

    /// Starts it with more settings.
    pub fn with(folder: &Path, most: &str, settings: &[(String, String)]) -> Self {
        Self::saying(folder, most, settings, Stdio::null())
    }

    /// Starts it with more settings; what it logs goes there.
    pub fn saying(folder: &Path, most: &str, settings: &[(String, String)], log: Stdio) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut child = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; exec \"$0\"", env!("CARGO_BIN_EXE_ruqsat"), most])
            .current_dir(folder)
            .env_remove("RUQSAT_DATABASE_URL")
            .envs(settings.iter().map(|(name, value)| (name, value)))
            .env("RUQSAT_BIND", address.to_string())
            .env("RUQSAT_PUBLIC_URL", format!("http://{address}"))
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut says = BufReader::new(child.stdout.take().unwrap());
        says.read_line(&mut said).unwrap();
        assert!(said.contains(&address.to_string()), "it did not start: {said}");
        Self { child, address, _says: says }
    }

    /// Bytes of memory that it holds now, and the most that it has held since `forgets_the_most`.
    pub fn memory(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            line.trim().trim_end_matches(" kB").trim().parse::<u64>().unwrap() * 1024
        };
        (line("VmRSS:"), line("VmHWM:"))
    }

    /// From now on the most is counted anew (proc(5), `clear_refs`).
    pub fn forgets_the_most(&self) {
        std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5").unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
