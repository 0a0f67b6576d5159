//! A file on its way out of the vault: each piece is given out only after it was found to be the one that was written.

use std::io;

use bytes::Bytes;
use futures_util::future::try_join;

use super::Vault;
use super::damage::Damage;
use super::objects::Object;
use super::seal::{HEADER, PIECE, Seal, TAG, measure};

/// A file that is being read.
pub struct Reader {
    object: Object,
    seal: Seal,
    number: u64,
    pieces: u64,
    size: u64,
    /// Of plain text, not yet given out.
    left: u64,
}

impl Reader {
    pub(super) async fn open(vault: &Vault, id: &str) -> io::Result<Self> {
        let (mut object, wrapped) = try_join(vault.objects().get(id), vault.wrapped(id)).await?;
        let mut header = Vec::new();
        if object.size < HEADER as u64 {
            return Err(Damage::Cut.into());
        }
        object.read(&mut header, HEADER).await?;
        let header = <[u8; HEADER]>::try_from(header).map_err(|_| Damage::Cut)?;
        let Some(wrapped) = wrapped else {
            let sealed = super::seal::is_sealed(&header);
            return Err(if sealed { Damage::KeyGone } else { Damage::NotSealed }.into());
        };
        let (key, _) = vault.keys().unwrap(&wrapped, id)?;
        let seal = Seal::read(&key, id, header)?;
        let (pieces, size) = measure(object.size)?;
        Ok(Self { object, seal, number: 0, pieces, size, left: size })
    }
    /// Bytes of the whole file. That they are all there is known when the last of them has come.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// The next bytes, up to 64 KiB; `None` after the last. After an error nothing more is to be asked for, and what came
    /// before it is not the whole file.
    pub async fn next(&mut self) -> io::Result<Option<Bytes>> {
        if self.number == self.pieces {
            return Ok(None);
        }
        let last = self.number + 1 == self.pieces;
        let plain = self.left.min(PIECE as u64) as usize;
        let mut piece = Vec::new();
        match self.object.read(&mut piece, plain + TAG).await {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(Damage::Cut.into()),
            other => other?,
        }
        self.seal.open(self.number as u32, last, &mut piece)?;
        self.number += 1;
        self.left -= plain as u64;
        Ok(Some(piece.into()))
    }
}
