//! The process that reads letters: little memory, time and room to write; ended, with all that it began, when its time is
//! over or when it says more than a page holds.

use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, prlimit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::time::{Instant, timeout_at};

/// Bytes of memory that it may take.
const MEMORY: u64 = 1 << 30;
/// Seconds of a processor's time.
const CPU: u64 = 15;
/// A page of letters has a few thousand bytes, and with the place of each word some sixty thousand.
const MOST_TEXT: u64 = 256 * 1024;
/// A program that does not say in this time what it knows is not asked again.
const PATIENCE: Duration = Duration::from_secs(5);

/// A process and all that it begins; ended when dropped, whoever stopped waiting for it.
struct Group(Pid);

impl Group {
    fn of(id: Option<u32>) -> io::Result<Self> {
        let pid = id.and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        pid.map(Self).ok_or(io::ErrorKind::NotFound.into())
    }
    /// Before it is given anything to read: no more memory and time than it needs, no files, no trace of a fall.
    fn limit(&self) -> io::Result<()> {
        for (resource, most) in
            [(Resource::As, MEMORY), (Resource::Cpu, CPU), (Resource::Fsize, 0), (Resource::Core, 0)]
        {
            prlimit(Some(self.0), resource, Rlimit { current: Some(most), maximum: Some(most) })?;
        }
        Ok(())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = kill_process_group(self.0, Signal::KILL); // one that has ended is not there to be killed
    }
}

/// What `program` says of a picture (PGM) when it is asked so.
pub async fn text(program: &Path, asked: &[&str], picture: Vec<u8>, ends: Instant) -> io::Result<String> {
    let mut child = Command::new(program)
        .args(["stdin", "stdout"])
        .args(asked)
        .env_clear()
        .env("OMP_THREAD_LIMIT", "1")
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let group = Group::of(child.id())?;
    group.limit()?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let told = async {
        // One that has seen enough may close its ears.
        let _ = input.write_all(&picture).await;
        drop(input);
    };
    let heard = async {
        let mut text = Vec::new();
        output.take(MOST_TEXT + 1).read_to_end(&mut text).await.map(|_| text)
    };
    let said = timeout_at(ends, async {
        let ((), text) = tokio::join!(told, heard);
        let text = text?;
        if text.len() as u64 > MOST_TEXT {
            return Err(io::Error::other("it says more than a page holds"));
        }
        if child.wait().await?.success() { Ok(text) } else { Err(io::Error::other("it failed")) }
    });
    let said = said.await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
    drop(group);
    let _ = child.kill().await; // and its remains are taken away
    Ok(String::from_utf8_lossy(&said?).into_owned())
}

/// What a program answers to one word. Waits for it: for the time before anybody is served.
pub fn ask(program: &Path, word: &str) -> io::Result<String> {
    let mut command = std::process::Command::new(program);
    command
        .arg(word)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0);
    let mut child = command.spawn()?;
    let group = Group::of(Some(child.id()))?;
    let output = child.stdout.take();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let read = output.map(|output| output.take(MOST_TEXT).read_to_end(&mut text));
        let _ = tell.send(read.map(|_| text)); // nobody may wait for it any more
    });
    let heard = told.recv_timeout(PATIENCE);
    drop(group);
    child.wait()?;
    let text = heard.ok().flatten().ok_or(io::ErrorKind::TimedOut)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
