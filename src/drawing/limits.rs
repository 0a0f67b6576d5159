//! What the drawing process may use of the machine. It lays these on itself before it reads the first byte of a file.

use std::time::Duration;

use rustix::io;
use rustix::process::{Resource, Rlimit, setrlimit};

/// Memory, mapped or not: a picture of 100 megapixels has 300 MB, and its decoder needs some.
const MEMORY: u64 = 1 << 30;
/// Seconds of a processor's time.
const CPU: u64 = 25;
/// After so long the process is ended from outside, whatever it does.
pub const DEADLINE: Duration = Duration::from_secs(40);

/// Lays the limits on this process, for good: neither it nor what might take it over can lift them.
///
/// Files: stdin, stdout and stderr are open, and no other can be opened; nothing can be written to a file. No other
/// process can be begun (the superuser is exempt from that one).
pub fn lay() -> io::Result<()> {
    for (resource, most) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, CPU),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nofile, 3),
        (Resource::Nproc, 0),
    ] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}
