//! ChromeDriver: one for the whole test process, on a free port that it chooses itself.
//!
//! A small shell stands between. It reads from a pipe that only this process holds: when this process
//! ends, however it ends (killed, too), the pipe closes, and the shell ends ChromeDriver and all that
//! ChromeDriver started, and removes their files.
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
// the shell bears it. It lets go of its output, so that a ChromeDriver that did not start is an end of file.
const KEEPER: &str = r#"
trap '' TERM
(trap - TERM; exec chromedriver --port=0 --log-path="$1/chromedriver.log" </dev/null 2>"$1/errors") &
driver=$!
exec >/dev/null
read -r _
kill -TERM 0
wait "$driver"
rm -rf -- "$1" 2>/dev/null || rm -rf -- "$1"
"#;

/// The running ChromeDriver. It is never dropped: the end of the process closes the keeper's pipe.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    home: PathBuf,
    _keeper: Child,
    _chatter: BufReader<ChildStdout>, // stays open, lest ChromeDriver die of writing to it
}

static DRIVER: OnceLock<Driver> = OnceLock::new();
static PROFILES: AtomicU32 = AtomicU32::new(0);

/// This process's ChromeDriver, started by whoever asks first.
pub fn driver() -> &'static Driver {
    DRIVER.get_or_init(Driver::start)
}

/// The first of Debian's and others' names for the browser; none lets ChromeDriver look.
pub fn chromium() -> Option<&'static str> {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .find(|path| fs::exists(path).unwrap_or(false))
}

impl Driver {
    fn start() -> Self {
        let home = std::env::temp_dir().join(format!("ruqsat-browser-{}", std::process::id()));
        fs::create_dir_all(&home).unwrap_or_else(|e| panic!("{}: {e}", home.display()));
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(&home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|e| panic!("no shell to start chromedriver with: {e}"));
        let mut chatter = BufReader::new(keeper.stdout.take().unwrap());
        let mut said = String::new();
        let port = loop {
            let start = said.len();
            if chatter.read_line(&mut said).unwrap_or(0) == 0 {
                let errors = fs::read_to_string(home.join("errors")).unwrap_or_default();
                drop(keeper.stdin.take());
                let _ = keeper.wait();
                panic!(
                    "The browser tests need ChromeDriver, and it did not start. Run tests/tools/install \
                     (Debian packages chromium and chromium-driver).\n{said}{errors}"
                );
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
            assert!(
                start.elapsed() < LONGEST_START,
                "ChromeDriver is not ready after {LONGEST_START:?}\n{}",
                self.log()
            );
            thread::sleep(Duration::from_millis(20)); // between two questions, not instead of one
        }
    }

    /// An empty directory for one browser's profile.
    pub fn profile(&self) -> PathBuf {
        let path = self.home.join(format!("profile-{}", PROFILES.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir_all(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        path
    }

    /// The end of what ChromeDriver wrote down.
    pub fn log(&self) -> String {
        let log = fs::read_to_string(self.home.join("chromedriver.log")).unwrap_or_default();
        let lines: Vec<_> = log.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

/// "ChromeDriver was started successfully on port 41234."
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
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
