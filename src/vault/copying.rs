//! Copies of files as they lie, encrypted, with their wrapped keys: into a folder beside the vault, and back from it.

use std::io;
use std::path::Path;

use tokio::io::AsyncWriteExt;

use super::keys::MOST_WRAPPED;
use super::objects::{Entry, Objects};
use super::{Place, Vault, key_of, ours};

/// So much of a file is in memory at once.
const PIECE: u64 = 1 << 20;

/// A folder of copies. The master keys are not in it.
pub struct Copies(Objects);

impl Copies {
    /// Opens the folder; makes it when it is not there.
    pub fn open(folder: &Path) -> io::Result<Self> {
        Ok(Self(Objects::open(&Place::Folder(folder.to_owned()))?))
    }
    /// Removes a copy.
    pub async fn remove(&self, id: &str) -> io::Result<()> {
        self.0.remove(&key_of(ours(id)?)).await?;
        self.0.remove(id).await
    }
}

impl Vault {
    /// Copies a file. Whether it was still there.
    pub async fn copy_to(&self, id: &str, copies: &Copies) -> io::Result<bool> {
        carry(self.objects(), &copies.0, ours(id)?).await
    }
    /// Brings a copy back. Whether there is one.
    pub async fn bring_back(&self, id: &str, copies: &Copies) -> io::Result<bool> {
        carry(&copies.0, self.objects(), ours(id)?).await
    }
    /// Whether the master keys here open a copy; the error names the one that is wanted.
    pub async fn can_open(&self, id: &str, copies: &Copies) -> io::Result<()> {
        let wrapped = copies.0.get_small(&key_of(ours(id)?), MOST_WRAPPED).await?;
        self.keys().unwrap(&wrapped, id).map(drop)
    }
    /// Whether nothing lies here.
    pub async fn is_empty(&self) -> io::Result<bool> {
        let mut empty = true;
        let visit = async |_: Entry| {
            empty = false;
            Ok(false)
        };
        self.objects().each(visit).await?;
        Ok(empty)
    }
}

/// The key goes first, as whenever a file is written: a file without its key cannot be read.
async fn carry(from: &Objects, to: &Objects, id: &str) -> io::Result<bool> {
    let key = match from.get_small(&key_of(id), MOST_WRAPPED).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        other => other?,
    };
    let mut object = match from.get(id).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        other => other?,
    };
    let (mut file, part) = to.part(id).await?;
    let written = async {
        let mut left = object.size;
        while left > 0 {
            let mut piece = Vec::new();
            object.read(&mut piece, left.min(PIECE) as usize).await?;
            left -= piece.len() as u64;
            file.write_all(&piece).await?;
        }
        file.flush().await?;
        file.sync_all().await?;
        to.put(&key_of(id), &key).await?;
        to.publish(&part, id).await
    };
    let written = written.await;
    if written.is_err() {
        let _ = std::fs::remove_file(&part); // the failure itself is told
    }
    written.map(|()| true)
}
