//! Objects of a PDF that are packed together (ISO 32000, 7.5.7): unpacked a little at a time, and looked through.

use flate2::{Decompress, FlushDecompress, Status};

use super::Fault;
use super::pdf_names::{Names, fault};

/// Unpacked bytes of a whole file. The largest papers have a fifth of it.
pub const MOST_UNPACKED: u64 = 32 * 1024 * 1024;

/// A stream that is being unpacked.
#[derive(Debug)]
pub struct ObjectStream {
    zlib: Decompress,
    begun: bool,
    names: Names,
}

impl Default for ObjectStream {
    fn default() -> Self {
        Self { zlib: Decompress::new(true), begun: false, names: Names::default() }
    }
}

impl ObjectStream {
    /// Unpacks on; `left` is what may still be unpacked. Says whether it has come to its end.
    pub fn feed(&mut self, mut packed: &[u8], left: &mut u64) -> Result<bool, Fault> {
        if !self.begun {
            // The end of the line after `stream`; no such byte begins what zlib packed.
            let start = packed.iter().position(|byte| !matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' '));
            let Some(start) = start else { return Ok(false) };
            packed = &packed[start..];
            self.begun = true;
        }
        let mut plain = [0; 8 * 1024];
        loop {
            let (read, written) = (self.zlib.total_in(), self.zlib.total_out());
            let status = self.zlib.decompress(packed, &mut plain, FlushDecompress::None);
            let status = status.map_err(|_| Fault::Unreadable)?;
            packed = &packed[(self.zlib.total_in() - read) as usize..];
            let came = self.zlib.total_out() - written;
            *left = left.checked_sub(came).ok_or(Fault::Unreadable)?;
            self.names.each(&plain[..came as usize], |name| fault(name, false).map_or(Ok(()), Err))?;
            if status == Status::StreamEnd {
                return Ok(true);
            }
            // More may wait inside as long as the room for it was filled.
            if packed.is_empty() && (came as usize) < plain.len() || status == Status::BufError {
                return Ok(false);
            }
        }
    }
}
