//! The scanner that looks at every file that comes in: ClamAV's clamd, over TCP or a Unix socket.
//!
//! An own client, since it is small. The crate clamav-client (2.3) was looked at: it has no time limits, and an answer
//! that clamd gives before it has heard everything (the stream is larger than it takes) is lost as a broken pipe.

mod clamd;
pub mod worker;

use std::io;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use bytes::Bytes;

use crate::vault::Reader;

/// Where clamd listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// Host and port.
    Tcp(String),
    /// Path of a Unix socket.
    Unix(PathBuf),
}

impl FromStr for Address {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "must be tcp://host:port, such as tcp://127.0.0.1:3310, or unix:///path";
        if let Some(path) = text.strip_prefix("unix://") {
            return if path.starts_with('/') { Ok(Self::Unix(path.into())) } else { Err(WRONG) };
        }
        let place = text.strip_prefix("tcp://").ok_or(WRONG)?;
        let (host, port) = place.rsplit_once(':').ok_or(WRONG)?;
        let right = !host.is_empty() && !host.contains('/') && port.parse::<u16>().is_ok_and(|port| port > 0);
        if right { Ok(Self::Tcp(place.to_owned())) } else { Err(WRONG) }
    }
}

/// How long clamd may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Until it takes the connection.
    pub connect: Duration,
    /// Until it takes the next piece.
    pub piece: Duration,
    /// Until it has judged what it was given: longer than its own MaxScanTime, which is 120 seconds.
    pub judge: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), piece: Duration::from_secs(30), judge: Duration::from_secs(150) }
    }
}

/// What is scanned: given out piece by piece, so that no more than one is in memory.
pub trait Content: Send {
    /// The next piece; `None` after the last.
    fn piece(&mut self) -> impl Future<Output = io::Result<Option<Bytes>>> + Send;
}

impl Content for Reader {
    async fn piece(&mut self) -> io::Result<Option<Bytes>> {
        self.next().await
    }
}

/// A scanner. Nothing is kept between two scans: each has a connection of its own.
#[derive(Debug, Clone)]
pub struct Scanner {
    /// Where it listens.
    pub address: Address,
    /// How long it may take.
    pub patience: Patience,
}

/// Why a scan has no answer. Whatever it is, the file stays in quarantine and is scanned later.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// clamd is down, or went down in the middle.
    #[error("clamd is out of reach: {0}")]
    Unreachable(io::Error),
    /// clamd was given its time and said nothing.
    #[error("clamd does not answer")]
    Silent,
    /// The file is larger than clamd takes.
    #[error("the file is larger than clamd's StreamMaxLength")]
    TooLarge,
    /// clamd answered with an error of its own.
    #[error("clamd says: {0}")]
    Failed(String),
    /// The file itself could not be read.
    #[error("the file could not be read: {0}")]
    Unreadable(io::Error),
}

impl ScanError {
    /// Whether it is clamd that is away, and not this file that is the matter.
    pub fn is_outage(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Silent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read() {
        assert_eq!("tcp://clamd.internal:3310".parse(), Ok(Address::Tcp("clamd.internal:3310".to_owned())));
        assert_eq!("tcp://[::1]:3310".parse(), Ok(Address::Tcp("[::1]:3310".to_owned())));
        assert_eq!("unix:///run/clamd.ctl".parse(), Ok(Address::Unix("/run/clamd.ctl".into())));
        for wrong in ["", "clamd:3310", "tcp://clamd", "tcp://:3310", "tcp://a:0", "tcp://a:70000", "unix://relative"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }
}
