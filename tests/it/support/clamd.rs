//! A real clamd of the test's own, with hand-made signatures: the machine has none of ClamAV's, and they change daily.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ruqsat::scanner::{Address, Scanner};

use super::database::Folder;

/// The test file of EICAR, which harms nobody, in two halves: so that no scanner removes this source.
pub fn eicar() -> Vec<u8> {
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].concat().into_bytes()
}

/// What it is found as.
pub const FOUND: &str = "Test.Eicar-Body.UNOFFICIAL";

/// How it is reached.
#[derive(Debug, Clone, Copy)]
pub enum Over {
    /// TCP, on a free port of this machine.
    Tcp,
    /// A Unix socket.
    Unix,
}

/// A scanner, gone when dropped.
pub struct Clamd {
    over: Over,
    folder: Folder,
    place: String,
    child: Option<Child>,
}

impl Clamd {
    /// Runs.
    pub fn over(over: Over) -> Self {
        let mut clamd = Self::away(over);
        clamd.starts();
        clamd
    }

    /// Has a place, and does not run yet.
    pub fn away(over: Over) -> Self {
        let folder = Folder::new();
        std::fs::create_dir(folder.path().join("signatures")).unwrap();
        let end: String = eicar().iter().rev().take(36).rev().map(|byte| format!("{byte:02x}")).collect();
        std::fs::write(folder.path().join("signatures/test.ndb"), format!("Test.Eicar-Body:0:*:{end}\n")).unwrap();
        let place = match over {
            // Free now; that it is still free when clamd takes it, `starts` sees.
            Over::Tcp => TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string(),
            Over::Unix => folder.path().join("clamd.sock").display().to_string(),
        };
        Self { over, folder, place, child: None }
    }

    /// As `RUQSAT_CLAMD` names it.
    pub fn setting(&self) -> String {
        match self.over {
            Over::Tcp => format!("tcp://{}", self.place),
            Over::Unix => format!("unix://{}", self.place),
        }
    }

    /// A client of it.
    pub fn client(&self) -> Scanner {
        let address: Address = self.setting().parse().unwrap();
        Scanner { address, patience: Default::default() }
    }

    /// Starts it, and waits until it answers.
    pub fn starts(&mut self) {
        let at = |name: &str| self.folder.path().join(name).display().to_string();
        let listens = match (self.over, self.place.rsplit_once(':')) {
            (Over::Tcp, Some((host, port))) => format!("TCPSocket {port}\nTCPAddr {host}"),
            _ => format!("LocalSocket {}\nFixStaleSocket yes", self.place),
        };
        // Root may not scan unless it is told to; nobody else may name a user.
        let user = if is_root() { "User root\n" } else { "" };
        let config = format!(
            "DatabaseDirectory {}\nTemporaryDirectory {}\n{listens}\n{user}Foreground yes\nStreamMaxLength 21M\n\
             ReadTimeout 60\n",
            at("signatures"),
            self.folder.path().display(),
        );
        std::fs::write(at("clamd.conf"), config).unwrap();
        let log = std::fs::File::create(at("clamd.log")).unwrap();
        let child = Command::new(program())
            .args(["--config-file", &at("clamd.conf")])
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .expect("clamd: run tests/tools/install");
        self.child = Some(child);
        let client = self.client();
        let deadline = Instant::now() + Duration::from_secs(60);
        while !ruqsat::app::block_on(client.answers(Duration::from_secs(1))) {
            let ended = self.child.as_mut().unwrap().try_wait().unwrap();
            let log = || std::fs::read_to_string(at("clamd.log")).unwrap_or_default();
            assert!(ended.is_none() && Instant::now() < deadline, "clamd does not run: {}", log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Killed, as by the kernel that runs out of memory.
    pub fn dies(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Stands still: takes connections and says nothing.
    pub fn freezes(&self) {
        let id = self.child.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-STOP", &id]).status().unwrap().success());
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        self.dies();
    }
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Debian keeps it off the path of those who are not root.
fn program() -> PathBuf {
    let debian = PathBuf::from("/usr/sbin/clamd");
    if debian.exists() { debian } else { "clamd".into() }
}

/// Waits until something holds; a minute is far more than it takes.
pub fn until(what: &str, holds: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !holds() {
        assert!(Instant::now() < deadline, "it never happened: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
