//! The words spoken with clamd: INSTREAM and PING (clamd(8), "Commands").

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

use super::{Address, Content, ScanError, Scanner};
use crate::documents::scan::Verdict;

/// An answer is one line: `stream: NAME FOUND`.
const LONGEST_ANSWER: u64 = 4096;

trait Line: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Line for T {}

impl Scanner {
    /// Whether clamd is there, within a short time.
    pub async fn answers(&self, within: Duration) -> bool {
        let asked = async {
            let mut line = self.connect().await?;
            line.write_all(b"zPING\0").await.map_err(ScanError::Unreachable)?;
            answer(&mut line).await.map_err(ScanError::Unreachable)
        };
        matches!(timeout(within, asked).await, Ok(Ok(said)) if said == "PONG")
    }

    /// Scans what is read.
    pub async fn scan(&self, content: &mut impl Content) -> Result<Verdict, ScanError> {
        let mut line = self.connect().await?;
        let sent = self.send(content, &mut line).await;
        if let Err(error @ (ScanError::Unreadable(_) | ScanError::Silent)) = sent {
            return Err(error);
        }
        // Also when the line broke while we were speaking: clamd may have answered before it had heard all.
        let said = timeout(self.patience.judge, answer(&mut line)).await.map_err(|_| ScanError::Silent)?;
        match (said, sent) {
            (Ok(said), _) if !said.is_empty() => verdict(&said),
            (_, Err(broken)) => Err(broken),
            (Err(broken), Ok(())) => Err(ScanError::Unreachable(broken)),
            (Ok(_), Ok(())) => Err(ScanError::Unreachable(io::ErrorKind::UnexpectedEof.into())),
        }
    }

    async fn connect(&self) -> Result<Box<dyn Line>, ScanError> {
        let connected = async {
            Ok(match &self.address {
                Address::Tcp(place) => Box::new(TcpStream::connect(place).await?) as Box<dyn Line>,
                Address::Unix(path) => Box::new(UnixStream::connect(path).await?),
            })
        };
        timeout(self.patience.connect, connected).await.map_err(|_| ScanError::Silent)?.map_err(ScanError::Unreachable)
    }

    /// Each piece with its length before it; a length of zero ends them.
    async fn send(&self, content: &mut impl Content, line: &mut Box<dyn Line>) -> Result<(), ScanError> {
        self.say(line, b"zINSTREAM\0").await?;
        while let Some(piece) = content.piece().await.map_err(ScanError::Unreadable)? {
            // Of no length it would be the end.
            if !piece.is_empty() {
                let length = u32::try_from(piece.len()).map_err(|error| ScanError::Failed(error.to_string()))?;
                self.say(line, &length.to_be_bytes()).await?;
                self.say(line, &piece).await?;
            }
        }
        self.say(line, &[0; 4]).await
    }

    async fn say(&self, line: &mut Box<dyn Line>, bytes: &[u8]) -> Result<(), ScanError> {
        let said = async {
            line.write_all(bytes).await?;
            line.flush().await
        };
        timeout(self.patience.piece, said).await.map_err(|_| ScanError::Silent)?.map_err(ScanError::Unreachable)
    }
}

/// One answer, without the NUL that ends it.
async fn answer(line: &mut Box<dyn Line>) -> io::Result<String> {
    let mut said = Vec::new();
    let read = line.take(LONGEST_ANSWER).read_to_end(&mut said).await;
    if said.is_empty() {
        read?;
    }
    let end = said.iter().position(|byte| *byte == 0).unwrap_or(said.len());
    Ok(String::from_utf8_lossy(&said[..end]).trim().to_owned())
}

fn verdict(said: &str) -> Result<Verdict, ScanError> {
    let about = said.strip_prefix("stream: ").unwrap_or(said);
    if about == "OK" {
        Ok(Verdict::Clean)
    } else if let Some(signature) = about.strip_suffix(" FOUND") {
        Ok(Verdict::Infected(signature.to_owned()))
    } else if about.starts_with("INSTREAM size limit exceeded") {
        Err(ScanError::TooLarge)
    } else {
        Err(ScanError::Failed(about.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_understood() {
        assert!(matches!(verdict("stream: OK"), Ok(Verdict::Clean)));
        let found = verdict("stream: Win.Test.EICAR_HDB-1 FOUND").unwrap();
        assert_eq!(found, Verdict::Infected("Win.Test.EICAR_HDB-1".to_owned()));
        assert!(matches!(verdict("INSTREAM size limit exceeded. ERROR"), Err(ScanError::TooLarge)));
        for other in ["stream: Can't allocate memory ERROR", "COMMAND READ TIMED OUT", "UNKNOWN COMMAND"] {
            assert!(matches!(verdict(other), Err(ScanError::Failed(_))), "{other}");
        }
    }
}
