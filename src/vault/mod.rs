//! WHERE FILES LIE: a folder of files with random names. What is being written lies under another name until it is whole.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;

/// The end of the name of a file that is being written.
const PART: &str = "part";

/// The vault: a folder on this machine.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
}

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
    file: File,
    part: PathBuf,
    whole: PathBuf,
    hash: Sha256,
    size: u64,
    finished: bool,
}

impl Vault {
    /// Opens the vault of a `file://` address; makes the folder.
    pub fn open(folder: impl Into<PathBuf>) -> std::io::Result<Self> {
        let folder = folder.into();
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }
    /// Ids are ours (UUIDs); anything else finds no path.
    fn path(&self, id: &str) -> std::io::Result<PathBuf> {
        let ours = !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !ours {
            return Err(std::io::ErrorKind::NotFound.into());
        }
        // Two signs of the random end spread the files over 256 folders.
        Ok(self.folder.join(&id[id.len().saturating_sub(2)..]).join(id))
    }
    /// Begins a file.
    pub async fn begin(&self, id: &str) -> std::io::Result<Writing> {
        let whole = self.path(id)?;
        if let Some(folder) = whole.parent() {
            fs::create_dir_all(folder).await?;
        }
        let part = whole.with_extension(PART);
        let file = File::create_new(&part).await?;
        Ok(Writing { file, part, whole, hash: Sha256::new(), size: 0, finished: false })
    }
    /// Opens a file for reading.
    pub async fn open_file(&self, id: &str) -> std::io::Result<File> {
        File::open(self.path(id)?).await
    }
    /// A whole small file; one of more than `most` bytes is an error.
    pub async fn read_all(&self, id: &str, most: u64) -> std::io::Result<Vec<u8>> {
        use tokio::io::AsyncReadExt;
        let mut bytes = Vec::new();
        self.open_file(id).await?.take(most + 1).read_to_end(&mut bytes).await?;
        if bytes.len() as u64 > most { Err(std::io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }
    /// Puts a whole small file in.
    pub async fn write_all(&self, id: &str, bytes: &[u8]) -> std::io::Result<Written> {
        let mut writing = self.begin(id).await?;
        writing.write(bytes).await?;
        writing.finish().await
    }
    /// Where a file lies, for handlers that stream it.
    pub fn file_path(&self, id: &str) -> std::io::Result<PathBuf> {
        self.path(id)
    }
    /// Removes a file; one that is gone already is no error.
    pub async fn remove(&self, id: &str) -> std::io::Result<()> {
        match fs::remove_file(self.path(id)?).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
    /// Whether the folder can be written.
    pub async fn ping(&self) -> std::io::Result<()> {
        // A name of its own: two who ask at once must not take away each other's probe.
        let probe = self.folder.join(format!(".probe-{}", uuid::Uuid::now_v7().simple()));
        fs::write(&probe, b"").await?;
        fs::remove_file(&probe).await
    }
    /// Removes what a power cut left half written: parts that nobody has touched for so long. Gives back how many.
    pub fn sweep(&self, untouched_for: Duration) -> std::io::Result<usize> {
        let mut swept = 0;
        for folder in std::fs::read_dir(&self.folder)? {
            let folder = folder?.path();
            if !folder.is_dir() {
                continue;
            }
            for file in std::fs::read_dir(folder)? {
                let file = file?;
                let path = file.path();
                // The name first: whole files, which are many, are not asked for their age.
                if path.extension().is_none_or(|end| end != PART) {
                    continue;
                }
                // No age: gone meanwhile, or younger than the clock.
                let age = file.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
                if age.is_some_and(|age| age > untouched_for) {
                    std::fs::remove_file(path)?;
                    swept += 1;
                }
            }
        }
        Ok(swept)
    }
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Writing {
    /// Writes the next bytes.
    pub async fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.file.write_all(bytes).await?;
        self.hash.update(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }
    /// Bytes so far.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// Puts the file on the disk under its name: after this it survives a power cut.
    pub async fn finish(mut self) -> std::io::Result<Written> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        fs::rename(&self.part, &self.whole).await?;
        if let Some(folder) = self.whole.parent() {
            File::open(folder).await?.sync_all().await?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_half_written_is_swept_when_it_is_old() {
        let folder = std::env::temp_dir().join(format!("ruqsat-vault-{}", uuid::Uuid::now_v7()));
        let vault = Vault::open(&folder).unwrap();
        std::fs::create_dir_all(folder.join("ab")).unwrap();
        let day = Duration::from_secs(24 * 60 * 60);
        for (name, days) in [("old.part", 2), ("young.part", 0), ("whole", 2)] {
            let file = std::fs::File::create(folder.join("ab").join(name)).unwrap();
            file.set_modified(file.metadata().unwrap().modified().unwrap() - day * days).unwrap();
        }
        assert_eq!(vault.sweep(day).unwrap(), 1);
        let mut left: Vec<_> =
            std::fs::read_dir(folder.join("ab")).unwrap().map(|file| file.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["whole", "young.part"]);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
