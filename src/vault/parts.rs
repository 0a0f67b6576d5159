//! Parts of files on their way to a bucket: a few pieces of memory that are used again and again. However many files wait,
//! no more is held; and none is taken from the system and given back while the others come in.

use std::fs::File;
use std::io::{self, Read};
use std::mem::take;
use std::sync::{Arc, Mutex};

use bytes::Bytes;

/// S3 takes parts of 5 MiB or more; the last may be smaller.
pub const PART_BYTES: usize = 5 * 1024 * 1024;

/// Memory that waits for its next part.
type Free = Arc<Mutex<Vec<Vec<u8>>>>;

/// The memory of as many parts as are sent at once.
#[derive(Default)]
pub struct Parts {
    free: Free,
}

/// A part that was read, which gives its memory back when it has been sent.
struct Lent {
    bytes: Vec<u8>,
    home: Free,
}

impl AsRef<[u8]> for Lent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Ok(mut free) = self.home.lock() {
            free.push(take(&mut self.bytes));
        }
    }
}

impl Parts {
    /// The next part of a file, off the threads that serve; shorter than [`PART_BYTES`] at the end.
    pub async fn next(&self, mut file: File) -> io::Result<(File, Bytes)> {
        let home = self.free.clone();
        let bytes = home.lock().ok().and_then(|mut free| free.pop()).unwrap_or_default();
        let mut lent = Lent { bytes, home };
        let read = tokio::task::spawn_blocking(move || {
            lent.bytes.clear();
            lent.bytes.reserve_exact(PART_BYTES);
            file.by_ref().take(PART_BYTES as u64).read_to_end(&mut lent.bytes)?;
            Ok((file, Bytes::from_owner(lent)))
        });
        read.await.map_err(io::Error::other)?
    }
}
