//! The vault in a folder of this machine. What is acknowledged has reached the disk.

use std::io;
use std::path::{Path, PathBuf};

use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;

use super::objects::Entry;

/// Files spread over folders by the end of their id.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
}

/// The end of the name of a file that is being written.
pub const PART: &str = "part";

impl Folder {
    /// Makes the folder.
    pub fn open(root: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(root)?;
        Ok(Self { root: root.to_owned() })
    }
    /// Two signs of the random end spread the files over 256 folders.
    fn folder_of(&self, name: &str) -> PathBuf {
        let id = name.split('.').next().unwrap_or(name);
        self.root.join(&id[id.len().saturating_sub(2)..])
    }
    fn path(&self, name: &str) -> PathBuf {
        self.folder_of(name).join(name)
    }
    /// A file to write to, beside the place where it will lie.
    pub async fn part(&self, id: &str) -> io::Result<(File, PathBuf)> {
        let folder = self.folder_of(id);
        fs::create_dir_all(&folder).await?;
        let path = folder.join(format!("{id}.{PART}"));
        Ok((File::create_new(&path).await?, path))
    }
    /// Puts a written part, which has reached the disk, under its name.
    pub async fn publish(&self, part: &Path, id: &str) -> io::Result<()> {
        fs::rename(part, self.path(id)).await?;
        File::open(self.folder_of(id)).await?.sync_all().await
    }
    /// Writes a small object, whole or not at all; in the place of one that is there.
    pub async fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.folder_of(name);
        fs::create_dir_all(&folder).await?;
        let part = folder.join(format!("{name}.{}.{PART}", uuid::Uuid::now_v7().simple()));
        let written = async {
            let mut file = File::create_new(&part).await?;
            file.write_all(bytes).await?;
            file.sync_all().await?;
            fs::rename(&part, folder.join(name)).await?;
            File::open(&folder).await?.sync_all().await
        };
        let written = written.await;
        if written.is_err() {
            let _ = fs::remove_file(&part).await;
        }
        written
    }
    /// Opens an object, and says how large it is.
    pub async fn get(&self, name: &str) -> io::Result<(File, u64)> {
        let file = File::open(self.path(name)).await?;
        let size = file.metadata().await?.len();
        Ok((file, size))
    }
    /// Whether there is an object of this name.
    pub async fn has(&self, name: &str) -> io::Result<bool> {
        fs::try_exists(self.path(name)).await
    }
    /// Removes an object, at once: also for those who cannot wait.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        match std::fs::remove_file(self.path(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
    /// Whether the folder can be written.
    pub async fn ping(&self) -> io::Result<()> {
        // A name of its own: two who ask at once must not take away each other's probe.
        let probe = self.root.join(format!(".probe-{}", uuid::Uuid::now_v7().simple()));
        fs::write(&probe, b"").await?;
        fs::remove_file(&probe).await
    }
    /// The folders in which objects lie, in order.
    pub fn folders(&self) -> io::Result<Vec<PathBuf>> {
        let mut folders = Vec::new();
        for entry in std::fs::read_dir(&self.root)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            }
        }
        folders.sort();
        Ok(folders)
    }
    /// What lies in one of them, in order; what is being written is left out.
    pub fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if name.ends_with(".part") {
                continue;
            }
            match entry.metadata() {
                Ok(about) if about.is_file() => entries.push(Entry { name, size: about.len() }),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {} // removed meanwhile
                Err(error) => return Err(error),
            }
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }
}

/// Removes what a power cut left half written in a folder: parts that nobody has touched for so long. Gives back how many.
pub fn sweep(folder: &Path, untouched_for: std::time::Duration) -> io::Result<usize> {
    let mut swept = 0;
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
    Ok(swept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_was_left_half_written_is_swept_when_it_is_old() {
        let folder = std::env::temp_dir().join(format!("ruqsat-vault-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        let day = Duration::from_secs(24 * 60 * 60);
        for (name, days) in [("old.part", 2), ("young.part", 0), ("whole", 2), ("whole.key", 2)] {
            let file = std::fs::File::create(folder.join(name)).unwrap();
            file.set_modified(file.metadata().unwrap().modified().unwrap() - day * days).unwrap();
        }
        assert_eq!(sweep(&folder, day).unwrap(), 1);
        let mut left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["whole", "whole.key", "young.part"]);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
