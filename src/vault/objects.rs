//! The place where objects lie, as the vault needs it: a folder or a bucket, with the same few verbs.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use super::bucket::{Bucket, BucketPlace};
use super::folder::{self, Folder};

/// Where the vault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket of S3 or its like.
    Bucket(BucketPlace),
}

/// The settings of S3 clients that are taken over.
pub const AWS_SETTINGS: [&str; 7] = [
    "AWS_ENDPOINT",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_ALLOW_HTTP",
];

impl Place {
    /// Reads `file://folder` or `s3://bucket/prefix`.
    pub fn read(url: &str, data_dir: &Path, setting: impl Fn(&str) -> String) -> Result<Self, &'static str> {
        if let Some(folder) = url.strip_prefix("file://").filter(|folder| !folder.is_empty()) {
            return Ok(Self::Folder(PathBuf::from(folder)));
        }
        let wrong = "must be file:// and a folder, or s3:// and a bucket with a prefix";
        let (name, prefix) = url.strip_prefix("s3://").ok_or(wrong)?.split_once('/').unwrap_or((&url[5..], ""));
        let prefix = prefix.trim_matches('/');
        if name.is_empty() || object_store::path::Path::parse(prefix).is_err() {
            return Err(wrong);
        }
        let given = AWS_SETTINGS.into_iter().map(|name| (name, setting(name))).filter(|(_, value)| !value.is_empty());
        let settings: Vec<_> = given.collect();
        let has = |name: &str| settings.iter().any(|(given, _)| *given == name);
        if !has("AWS_ACCESS_KEY_ID") || !has("AWS_SECRET_ACCESS_KEY") {
            return Err("s3:// needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        let spool = data_dir.join("spool");
        Ok(Self::Bucket(BucketPlace { name: name.to_owned(), prefix: prefix.to_owned(), settings, spool }))
    }
}

/// An object that lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name: the id of a file, or that with `.key`.
    pub name: String,
    /// Bytes, as it lies.
    pub size: u64,
}

/// An opened place.
pub enum Objects {
    /// A folder.
    Folder(Folder),
    /// A bucket.
    Bucket(Bucket),
}

impl Objects {
    /// Opens it.
    pub fn open(place: &Place) -> io::Result<Self> {
        Ok(match place {
            Place::Folder(root) => Self::Folder(Folder::open(root)?),
            Place::Bucket(place) => Self::Bucket(Bucket::open(place)?),
        })
    }
    /// A file of this machine to write to.
    pub async fn part(&self, id: &str) -> io::Result<(File, PathBuf)> {
        match self {
            Self::Folder(folder) => folder.part(id).await,
            Self::Bucket(bucket) => bucket.part(id).await,
        }
    }
    /// Puts what was written there under its name, and takes the part away.
    pub async fn publish(&self, part: &Path, id: &str) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.publish(part, id).await,
            Self::Bucket(bucket) => bucket.publish(part, id).await,
        }
    }
    /// Writes a small object, in the place of one that is there.
    pub async fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.put(name, bytes).await,
            Self::Bucket(bucket) => bucket.put(name, bytes).await,
        }
    }
    /// Opens an object.
    pub async fn get(&self, name: &str) -> io::Result<Object> {
        match self {
            Self::Folder(folder) => {
                let (file, size) = folder.get(name).await?;
                Ok(Object { size, bytes: Source::File(file) })
            }
            Self::Bucket(bucket) => {
                let (pieces, size) = bucket.get(name).await?;
                Ok(Object { size, bytes: Source::Pieces(pieces, BytesMut::new()) })
            }
        }
    }
    /// Whether there is an object of this name.
    pub async fn has(&self, name: &str) -> io::Result<bool> {
        match self {
            Self::Folder(folder) => folder.has(name).await,
            Self::Bucket(bucket) => bucket.has(name).await,
        }
    }
    /// A small object, whole; one of more than `most` bytes is an error.
    pub async fn get_small(&self, name: &str, most: u64) -> io::Result<Vec<u8>> {
        let mut object = self.get(name).await?;
        if object.size > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::new();
        object.read(&mut bytes, object.size as usize).await?;
        Ok(bytes)
    }
    /// Removes an object; one that is gone already is no error.
    pub async fn remove(&self, name: &str) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.remove(name),
            Self::Bucket(bucket) => bucket.remove(name).await,
        }
    }
    /// Whether it can be written.
    pub async fn ping(&self) -> io::Result<()> {
        match self {
            Self::Folder(folder) => folder.ping().await,
            Self::Bucket(bucket) => bucket.ping().await,
        }
    }
    /// Shows every object, some thousand at a time in memory; goes on as long as `visit` says so.
    pub async fn each(&self, mut visit: impl AsyncFnMut(Entry) -> io::Result<bool>) -> io::Result<()> {
        match self {
            Self::Folder(folder) => {
                for inner in folder.folders()? {
                    for entry in Folder::entries(&inner)? {
                        if !visit(entry).await? {
                            return Ok(());
                        }
                    }
                }
            }
            Self::Bucket(bucket) => {
                let mut entries = bucket.entries();
                while let Some(entry) = entries.next().await {
                    if !visit(entry?).await? {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }
    /// Removes what was left half written on this machine.
    pub fn sweep(&self, untouched_for: Duration) -> io::Result<usize> {
        match self {
            Self::Folder(folder) => {
                let swept = folder.folders()?.into_iter().map(|inner| folder::sweep(&inner, untouched_for));
                swept.sum()
            }
            Self::Bucket(bucket) => folder::sweep(bucket.spool(), untouched_for),
        }
    }
}

/// An object that is being read.
pub struct Object {
    /// Bytes, as it lies.
    pub size: u64,
    bytes: Source,
}

enum Source {
    File(File),
    Pieces(BoxStream<'static, io::Result<Bytes>>, BytesMut),
}

impl Object {
    /// Puts exactly so many next bytes behind `into`.
    pub async fn read(&mut self, into: &mut Vec<u8>, bytes: usize) -> io::Result<()> {
        match &mut self.bytes {
            Source::File(file) => {
                let wanted = into.len() + bytes;
                into.reserve_exact(bytes);
                file.take(bytes as u64).read_to_end(into).await?;
                if into.len() < wanted { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
            }
            Source::Pieces(pieces, ahead) => {
                while ahead.len() < bytes {
                    ahead.extend_from_slice(&pieces.next().await.ok_or(io::ErrorKind::UnexpectedEof)??);
                }
                into.extend_from_slice(&ahead.split_to(bytes));
                Ok(())
            }
        }
    }
}
