//! The vault in a bucket of S3 or its like. What is being written lies encrypted on this machine's disk first, so that a
//! slow line from a visitor holds neither memory nor a connection to the bucket.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::{self, BoxStream};
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::SpawnedReqwestConnector;
use object_store::path::Path as Key;
use object_store::{
    BackoffConfig, ClientOptions, GetOptions, GetRange, MultipartUpload, ObjectStore, ObjectStoreExt, PutPayload,
    RetryConfig,
};
use tokio::fs::{self, File};
use tokio::sync::{Semaphore, oneshot};

use super::folder::PART;
use super::objects::Entry;
use super::parts::Parts;
use super::seal::{HEADER, PIECE, TAG};

/// Where the bucket is, and how it is asked; the names of the settings are those of every S3 client.
#[derive(Clone, PartialEq, Eq)]
pub struct BucketPlace {
    /// Name of the bucket.
    pub name: String,
    /// What the names of all objects begin with.
    pub prefix: String,
    /// `AWS_…` with their values.
    pub settings: Vec<(&'static str, String)>,
    /// A folder for what is being written.
    pub spool: PathBuf,
}

/// The secret is never printed.
impl std::fmt::Debug for BucketPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "s3://{}/{}", self.name, self.prefix)
    }
}

/// So many files are sent at once, each holding one part in memory. The line to the bucket is one and the same: two would
/// share it, and hold twice as much.
const SENDERS: usize = 1;
/// And so many small objects: a connection each, with its own memory.
const SMALL: usize = 4;
/// So many bytes are asked for at once: the client takes all that it asked for into memory, however slowly they are
/// wanted. Four pieces and what stands before the first.
const AHEAD: u64 = (HEADER + 4 * (PIECE + TAG)) as u64;
/// And by so many at once; a turn ends when the bytes are there, not when they were used.
const READERS: usize = 4;
/// A bucket that does not answer in this time has gone; whoever waits is told.
const PATIENCE: Duration = Duration::from_secs(10);

/// A bucket.
pub struct Bucket {
    store: AmazonS3,
    prefix: Key,
    spool: PathBuf,
    senders: Semaphore,
    small: Semaphore,
    readers: Arc<Semaphore>,
    parts: Parts,
    /// Ends the thread of the connections when the last vault is gone.
    _runs: oneshot::Sender<()>,
}

impl Bucket {
    /// Prepares the client; asks nothing yet.
    pub fn open(place: &BucketPlace) -> io::Result<Self> {
        // One provider for the whole program; the second time it is there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (handle, runs) = connections()?;
        let backoff =
            BackoffConfig { init_backoff: Duration::from_millis(100), max_backoff: Duration::from_secs(1), base: 2.0 };
        let retry = RetryConfig { backoff, max_retries: 3, retry_timeout: PATIENCE };
        let options = ClientOptions::new().with_connect_timeout(Duration::from_secs(3)).with_timeout(PATIENCE * 6);
        let mut builder = AmazonS3Builder::new()
            .with_client_options(
                options.with_read_timeout(PATIENCE).with_pool_max_idle_per_host(SENDERS + SMALL + READERS),
            )
            .with_bucket_name(&place.name)
            .with_retry(retry)
            .with_http_connector(SpawnedReqwestConnector::new(handle));
        for (name, value) in &place.settings {
            let key: AmazonS3ConfigKey = name.to_ascii_lowercase().parse().map_err(failed)?;
            builder = builder.with_config(key, value);
        }
        std::fs::create_dir_all(&place.spool)?;
        Ok(Self {
            store: builder.build().map_err(failed)?,
            prefix: Key::parse(&place.prefix).map_err(failed)?,
            spool: place.spool.clone(),
            senders: Semaphore::new(SENDERS),
            small: Semaphore::new(SMALL),
            readers: Arc::new(Semaphore::new(READERS)),
            parts: Parts::default(),
            _runs: runs,
        })
    }
    fn key(&self, name: &str) -> Key {
        self.prefix.clone().join(name)
    }
    /// A file to write to, on this machine.
    pub async fn part(&self, id: &str) -> io::Result<(File, PathBuf)> {
        let path = self.spool.join(format!("{id}.{PART}"));
        Ok((File::create_new(&path).await?, path))
    }
    /// Sends a written part; it appears under its name when it is whole.
    pub async fn publish(&self, part: &Path, id: &str) -> io::Result<()> {
        let _turn = self.senders.acquire().await.map_err(io::Error::other)?;
        let file = File::open(part).await?;
        let size = file.metadata().await?.len();
        let (file, first) = self.parts.next(file.into_std().await).await?;
        if first.len() as u64 == size {
            self.put_bytes(&self.key(id), first).await?;
        } else {
            let mut upload = self.store.put_multipart(&self.key(id)).await.map_err(failed)?;
            if let Err(error) = self.send(upload.as_mut(), first, file).await {
                let _ = upload.abort().await; // a bucket that has gone keeps the parts: its own rules clear them
                return Err(error);
            }
        }
        fs::remove_file(part).await
    }
    /// Writes a small object, in the place of one that is there.
    pub async fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let _turn = self.small.acquire().await.map_err(io::Error::other)?;
        self.put_bytes(&self.key(name), Bytes::copy_from_slice(bytes)).await
    }
    /// One part after the other: two at once would hold twice the memory.
    async fn send(&self, upload: &mut dyn MultipartUpload, first: Bytes, file: std::fs::File) -> io::Result<()> {
        let (mut file, mut part) = (file, first);
        while !part.is_empty() {
            upload.put_part(PutPayload::from_bytes(part)).await.map_err(failed)?;
            (file, part) = self.parts.next(file).await?;
        }
        upload.complete().await.map(drop).map_err(failed)
    }
    async fn put_bytes(&self, key: &Key, bytes: Bytes) -> io::Result<()> {
        self.store.put(key, PutPayload::from_bytes(bytes)).await.map(drop).map_err(failed)
    }
    /// Opens an object, and says how large it is.
    pub async fn get(&self, name: &str) -> io::Result<(BoxStream<'static, io::Result<Bytes>>, u64)> {
        let reading = Reading { store: self.store.clone(), key: self.key(name), readers: self.readers.clone() };
        let (first, size) = match reading.some(0).await {
            Err(error) if begins_behind_the_end(&error) && reading.is_empty().await => (Bytes::new(), 0),
            other => other?,
        };
        let next = first.len() as u64;
        let rest = stream::try_unfold((reading, next), move |(reading, at)| async move {
            if at >= size {
                return Ok(None);
            }
            let (bytes, _) = reading.some(at).await?;
            let next = at + bytes.len() as u64;
            Ok((!bytes.is_empty()).then_some((bytes, (reading, next))))
        });
        Ok((stream::iter([Ok(first)]).chain(rest).boxed(), size))
    }
    /// Whether there is an object of this name.
    pub async fn has(&self, name: &str) -> io::Result<bool> {
        match self.store.head(&self.key(name)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            other => other.map(|_| true).map_err(failed),
        }
    }
    /// Removes an object; one that is gone already is no error.
    pub async fn remove(&self, name: &str) -> io::Result<()> {
        match self.store.delete(&self.key(name)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            other => other.map_err(failed),
        }
    }
    /// Whether the bucket answers, and the folder can be written.
    pub async fn ping(&self) -> io::Result<()> {
        let probe = format!(".probe-{}", uuid::Uuid::now_v7().simple());
        let here = self.spool.join(&probe);
        fs::write(&here, b"").await?;
        fs::remove_file(&here).await?;
        self.put(&probe, b"").await?;
        self.remove(&probe).await
    }
    /// What lies in the bucket.
    pub fn entries(&self) -> BoxStream<'static, io::Result<Entry>> {
        let prefix = (!self.prefix.as_ref().is_empty()).then_some(&self.prefix);
        self.store
            .list(prefix)
            .map(|found| {
                let about = found.map_err(failed)?;
                let name = about.location.filename().unwrap_or_default().to_owned();
                Ok(Entry { name, size: about.size })
            })
            .boxed()
    }
    /// The folder for what is being written.
    pub fn spool(&self) -> &Path {
        &self.spool
    }
}

/// An object that is being read.
struct Reading {
    store: AmazonS3,
    key: Key,
    readers: Arc<Semaphore>,
}

impl Reading {
    /// The next bytes from here, and the size of the whole.
    async fn some(&self, from: u64) -> io::Result<(Bytes, u64)> {
        let _turn = self.readers.acquire().await.map_err(io::Error::other)?;
        let options = GetOptions { range: Some(GetRange::Bounded(from..from + AHEAD)), ..GetOptions::default() };
        let found = self.store.get_opts(&self.key, options).await.map_err(failed)?;
        let size = found.meta.size;
        Ok((found.bytes().await.map_err(failed)?, size))
    }
    /// Nothing can be asked for of an object without bytes.
    async fn is_empty(&self) -> bool {
        self.store.head(&self.key).await.is_ok_and(|about| about.size == 0)
    }
}

/// The connections live on a thread of their own: the threads that serve come and go with their runtimes.
fn connections() -> io::Result<(tokio::runtime::Handle, oneshot::Sender<()>)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let (runs, ended) = oneshot::channel::<()>();
    std::thread::Builder::new().name("vault".to_owned()).spawn(move || {
        let _ = runtime.block_on(ended);
    })?;
    Ok((handle, runs))
}

/// Whether the bucket said that there are no such bytes (416). The client tells that apart from others in its text alone.
fn begins_behind_the_end(error: &io::Error) -> bool {
    error.to_string().contains("status code: 416")
}

fn failed(error: impl Into<object_store::Error>) -> io::Error {
    match error.into() {
        object_store::Error::NotFound { .. } => io::ErrorKind::NotFound.into(),
        // The text may name the object, whose name is random; never its content.
        other => io::Error::other(other),
    }
}
