//! The care of the vault: another master key, a look at every file, and the sealing of files of earlier releases.

use std::io;

use sha2::{Digest, Sha256};

use super::damage::Damage;
use super::objects::Entry;
use super::seal::is_sealed;
use super::{KEY, Vault, Written, key_of, ours};

/// What a rotation did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// Whether it made a new key; else it went on with a rotation that was cut off, or with the configuration's keys.
    pub made: bool,
    /// Keys of files that were wrapped anew.
    pub rewrapped: u64,
    /// Names of objects that are no keys of this vault. They stay as they were, and so do the old master keys.
    pub damaged: Vec<String>,
}

impl Vault {
    /// Wraps the key of every file by a new master key; the files stay as they are. Works beside a running server, which
    /// opens by old and new keys and reads the file of keys when it changes. What was cut off is gone on with.
    pub async fn rotate(&self, mut tell: impl FnMut(u64)) -> io::Result<Rotated> {
        let mut rotated = Rotated { made: self.keys().turn()?, rewrapped: 0, damaged: Vec::new() };
        // A second walk finds what the server wrapped by the old key while the first had passed already.
        for _ in 0..2 {
            rotated.damaged.clear();
            let visit = async |Entry { name, .. }: Entry| {
                let Some(id) = name.strip_suffix(KEY) else { return Ok(true) };
                match self.rewrap(id).await {
                    Ok(anew) => rotated.rewrapped += u64::from(anew),
                    Err(error) if Damage::of(&error).is_some() => rotated.damaged.push(name),
                    Err(error) => return Err(error),
                }
                tell(rotated.rewrapped);
                Ok(true)
            };
            self.objects().each(visit).await?;
        }
        if rotated.damaged.is_empty() {
            self.keys().settle()?;
        }
        Ok(rotated)
    }

    /// Whether the key was wrapped anew; one that the current master key wraps already stays. The server may remove the file
    /// meanwhile: what it has shredded stays shredded.
    async fn rewrap(&self, id: &str) -> io::Result<bool> {
        let Some(wrapped) = self.wrapped(id).await? else { return Ok(false) };
        let (key, current) = self.keys().unwrap(&wrapped, id)?;
        if current {
            return Ok(false);
        }
        let there = self.objects().has(id).await?;
        // The key of a file that is being written comes before it; of one that is removed it goes before it.
        if !there && self.wrapped(id).await?.is_none() {
            return Ok(false);
        }
        self.objects().put(&key_of(id), &self.keys().wrap(&key, id)?).await?;
        if there && !self.objects().has(id).await? {
            // Removed between the two looks: its key was brought back.
            self.objects().remove(&key_of(id)).await?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Shows the id of every file that lies here.
    pub async fn each_file(&self, mut visit: impl AsyncFnMut(&str) -> io::Result<()>) -> io::Result<()> {
        let visit = async |Entry { name, .. }: Entry| {
            if ours(&name).is_ok() {
                visit(&name).await?;
            }
            Ok(true)
        };
        self.objects().each(visit).await
    }

    /// Reads a whole file and says what it holds.
    pub async fn examine(&self, id: &str) -> io::Result<Written> {
        let mut reader = self.open_file(id).await?;
        let (mut hash, mut size) = (Sha256::new(), 0);
        while let Some(piece) = reader.next().await? {
            hash.update(&piece);
            size += piece.len() as u64;
        }
        Ok(Written { size, sha256: hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect() })
    }

    /// Seals a file that an earlier release wrote as it came, if it is what that release wrote. Whether it was not sealed.
    pub async fn seal(&self, id: &str, written: &Written) -> io::Result<bool> {
        let mut object = self.objects().get(ours(id)?).await?;
        let mut bytes = Vec::new();
        object.read(&mut bytes, object.size as usize).await?;
        if is_sealed(&bytes) {
            return Ok(false);
        }
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if sha256 != written.sha256 {
            return Err(Damage::Changed.into());
        }
        self.write_all(id, &bytes).await?;
        Ok(true)
    }
}
