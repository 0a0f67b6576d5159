//! A file on its way into the vault: encrypted piece by piece as it comes, under its name when it is whole.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::seal::{DataKey, PIECE, Seal, TAG};
use super::{Vault, key_of};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Bytes.
    pub size: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// A file that is being written; dropped before [`Writing::finish`] it leaves nothing behind.
pub struct Writing {
    vault: Vault,
    id: String,
    /// Lent to the thread that writes, together with the piece: no second copy of what is written lies in memory.
    file: Option<File>,
    part: PathBuf,
    key: DataKey,
    seal: Seal,
    /// Held back until more comes: only then is it known not to be the last.
    piece: Vec<u8>,
    number: u32,
    hash: Sha256,
    size: u64,
    finished: bool,
}

impl Writing {
    pub(super) async fn begin(vault: &Vault, id: &str) -> io::Result<Self> {
        let key = DataKey::random();
        let seal = Seal::new(&key, id)?;
        let (file, part) = vault.objects().part(id).await?;
        let mut writing = Self {
            vault: vault.clone(),
            id: id.to_owned(),
            file: Some(file.into_std().await),
            part,
            key,
            piece: Vec::with_capacity(PIECE + TAG),
            number: 0,
            hash: Sha256::new(),
            size: 0,
            finished: false,
            seal,
        };
        let header = *writing.seal.header();
        writing.on_disk(move |file| file.write_all(&header)).await?;
        Ok(writing)
    }
    /// Writes the next bytes.
    pub async fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.size += bytes.len() as u64;
        while !bytes.is_empty() {
            if self.piece.len() == PIECE {
                self.put(false).await?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }
    async fn put(&mut self, last: bool) -> io::Result<()> {
        self.seal.close(self.number, last, &mut self.piece)?;
        let piece = std::mem::take(&mut self.piece);
        self.piece = self.on_disk(move |file| file.write_all(&piece).map(|()| piece)).await?;
        self.piece.clear();
        self.number = self.number.checked_add(1).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(())
    }
    /// Does something with the file, off the threads that serve.
    async fn on_disk<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut File) -> io::Result<T> + Send + 'static,
    ) -> io::Result<T> {
        let mut file = self.file.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let done = tokio::task::spawn_blocking(move || (work(&mut file), file)).await.map_err(io::Error::other)?;
        self.file = Some(done.1);
        done.0
    }
    /// Bytes so far.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// Puts the file under its name: after this it survives a power cut. Its key comes first: a key without a file harms
    /// nobody, a file without a key cannot be read.
    pub async fn finish(mut self) -> io::Result<Written> {
        self.put(true).await?;
        self.piece = Vec::new(); // it may have to wait for its turn, and many with it
        self.on_disk(|file| file.sync_all()).await?;
        let (vault, key) = (self.vault.clone(), key_of(&self.id));
        vault.objects().put(&key, &vault.keys().wrap(&self.key, &self.id)?).await?;
        if let Err(error) = vault.objects().publish(&self.part, &self.id).await {
            let _ = vault.objects().remove(&key).await;
            return Err(error);
        }
        self.finished = true;
        let sha256 = self.hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Written { size: self.size, sha256 })
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.finished {
            // Nothing half-written stays; a failure here leaves a .part file that nobody can open.
            let _ = std::fs::remove_file(&self.part);
        }
    }
}
