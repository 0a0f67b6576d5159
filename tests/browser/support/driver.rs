//! ChromeDriver, and geckodriver for Firefox: one of each for the whole test process, on a free port that it chooses.
//!
//! A small shell stands between. It reads from a pipe that only this process holds: when this process
//! ends, however it ends (killed, too), the pipe closes, and the shell ends the driver and all that
//! it started, and removes their files.
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const LONGEST_START: Duration = Duration::from_secs(60);

// The shell leads a process group of its own: `kill 0` reaches all that was started, and
// the shell bears it. It lets go of its output, so that a driver that did not start is an end of file.
const KEEPER: &str = r#"
trap '' TERM
home=$1; shift
(trap - TERM; TMPDIR=$home exec "$@" </dev/null 2>"$home/errors") &
driver=$!
exec >/dev/null
read -r _
kill -TERM 0
wait "$driver"
rm -rf -- "$home" 2>/dev/null || rm -rf -- "$home"
"#;

/// The browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engine {
    /// Debian's Chromium.
    #[default]
    Chromium,
    /// Debian's Firefox ESR.
    Firefox,
}

/// The running driver. It is never dropped: the end of the process closes the keeper's pipe.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    home: PathBuf,
    _keeper: Child,
    _chatter: BufReader<ChildStdout>, // stays open, lest the driver die of writing to it
}

static DRIVERS: [OnceLock<Driver>; 2] = [const { OnceLock::new() }; 2];
static PROFILES: AtomicU32 = AtomicU32::new(0);

/// This process's driver of a browser, started by whoever asks first.
pub fn driver(engine: Engine) -> &'static Driver {
    DRIVERS[engine as usize].get_or_init(|| Driver::start(engine))
}

/// The first of Debian's and others' names for the browser; none lets ChromeDriver look.
pub fn chromium() -> Option<&'static str> {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .find(|path| fs::exists(path).unwrap_or(false))
}

impl Driver {
    fn start(engine: Engine) -> Self {
        let home = std::env::temp_dir().join(format!("ruqsat-{engine:?}-{}", std::process::id()).to_lowercase());
        let command = match engine {
            Engine::Chromium => vec![
                "chromedriver".into(),
                "--port=0".into(),
                format!("--log-path={}", home.join("driver.log").display()),
            ],
            Engine::Firefox => {
                vec![
                    crate::house::sources::fetched("geckodriver").join("bin/geckodriver").display().to_string(),
                    "--port=0".into(),
                ]
            }
        };
        fs::create_dir_all(&home).unwrap_or_else(|e| panic!("{}: {e}", home.display()));
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(&home)
            .args(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|e| panic!("no shell to start the driver with: {e}"));
        let mut chatter = BufReader::new(keeper.stdout.take().unwrap());
        let mut said = String::new();
        let port = loop {
            let start = said.len();
            if chatter.read_line(&mut said).unwrap_or(0) == 0 {
                let errors = fs::read_to_string(home.join("errors")).unwrap_or_default();
                drop(keeper.stdin.take());
                let _ = keeper.wait();
                panic!("The driver of {engine:?} did not start. Run tests/tools/install.\n{said}{errors}");
            }
            if let Some(port) = port_in(&said[start..]) {
                break port;
            }
        };
        let driver = Self { url: format!("http://127.0.0.1:{port}"), home, _keeper: keeper, _chatter: chatter };
        driver.wait_until_ready(port);
        driver
    }

    fn wait_until_ready(&self, port: u16) {
        let start = Instant::now();
        while !ready(port).unwrap_or(false) {
            assert!(start.elapsed() < LONGEST_START, "the driver is not ready after {LONGEST_START:?}\n{}", self.log());
            thread::sleep(Duration::from_millis(20)); // between two questions, not instead of one
        }
    }

    /// An empty directory for one browser's profile.
    pub fn profile(&self) -> PathBuf {
        let path = self.home.join(format!("profile-{}", PROFILES.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir_all(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        path
    }

    /// The end of what the driver wrote down.
    pub fn log(&self) -> String {
        let log = fs::read_to_string(self.home.join("driver.log")).unwrap_or_default();
        let lines: Vec<_> = log.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

/// "ChromeDriver was started successfully on port 41234.", "geckodriver INFO Listening on 127.0.0.1:41234".
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim().trim_end_matches('.').parse().ok()
}

fn ready(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    // it keeps the connection open: read until it has said so, or nothing more
    let (mut answer, mut part) = (Vec::new(), [0; 1024]);
    loop {
        let n = stream.read(&mut part)?;
        answer.extend_from_slice(&part[..n]);
        if String::from_utf8_lossy(&answer).replace(' ', "").contains("\"ready\":true") {
            return Ok(true);
        }
        if n == 0 {
            return Ok(false);
        }
    }
}
