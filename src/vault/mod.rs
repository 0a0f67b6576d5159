//! WHERE FILES LIE, encrypted: in a folder of this machine or in a bucket of S3. `object_store` lives here and nowhere
//! else.
//!
//! Each file `{id}` is encrypted under a key of its own ([`seal`]). That key, wrapped by a master key ([`keys`]), lies
//! beside it as `{id}.key`: another master key re-wraps the small objects and leaves the files, and removing `{id}.key`
//! shreds the file. What is being written lies, encrypted, in a `.part` file of this machine until it is whole.

mod bucket;
mod care;
mod copying;
mod damage;
mod folder;
mod keys;
mod objects;
mod parts;
mod reading;
mod seal;
mod writing;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use care::Rotated;
pub use copying::Copies;
pub use damage::Damage;
pub use keys::{MasterKey, Ring};
pub use objects::{AWS_SETTINGS, Entry, Place};
pub use reading::Reader;
pub use writing::{Writing, Written};

use keys::{Keys, MOST_WRAPPED, Source};
use objects::Objects;

/// The vault; a clone is the same vault.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    objects: Objects,
    keys: Keys,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// Where the vault is and what opens it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where it is.
    pub place: Place,
    /// Master keys of the configuration.
    pub keys: Option<Ring>,
    /// Else: the file that holds them, made at the first start.
    pub key_file: PathBuf,
}

/// Name of the object that holds a file's key.
fn key_of(id: &str) -> String {
    format!("{id}{KEY}")
}

const KEY: &str = ".key";

/// Ids are ours (UUIDs); anything else finds nothing.
fn ours(id: &str) -> io::Result<&str> {
    let ours = !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if ours { Ok(id) } else { Err(io::ErrorKind::NotFound.into()) }
}

impl Vault {
    /// Opens it. At the first start the master key is made; never beside files that another key has sealed.
    pub fn open(settings: &Settings) -> io::Result<Self> {
        let objects = Objects::open(&settings.place)?;
        let source = match &settings.keys {
            Some(ring) => Source::Given(ring.clone()),
            None => Source::File(settings.key_file.clone()),
        };
        let keys = match Keys::open(source)? {
            Some(keys) => keys,
            None if has_keys(&objects)? => {
                let text =
                    format!("the vault holds files, but their master key {} is gone", settings.key_file.display());
                return Err(io::Error::new(io::ErrorKind::InvalidData, text));
            }
            None => Keys::make(&settings.key_file)?,
        };
        Ok(Self(Arc::new(Inner { objects, keys })))
    }
    fn objects(&self) -> &Objects {
        &self.0.objects
    }
    fn keys(&self) -> &Keys {
        &self.0.keys
    }
    /// The wrapped key of a file; none when it was removed.
    async fn wrapped(&self, id: &str) -> io::Result<Option<Vec<u8>>> {
        match self.objects().get_small(&key_of(ours(id)?), MOST_WRAPPED).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Err(Damage::Key.into()),
            other => other.map(Some),
        }
    }

    /// Begins a file.
    pub async fn begin(&self, id: &str) -> io::Result<Writing> {
        Writing::begin(self, ours(id)?).await
    }
    /// Opens a file for reading.
    pub async fn open_file(&self, id: &str) -> io::Result<Reader> {
        Reader::open(self, ours(id)?).await
    }
    /// A whole small file; one of more than `most` bytes is an error.
    pub async fn read_all(&self, id: &str, most: u64) -> io::Result<Vec<u8>> {
        let reader = self.open_file(id).await?;
        if reader.size() > most { Err(io::ErrorKind::FileTooLarge.into()) } else { gather(reader, most).await }
    }
    /// The first bytes of a file: `most`, or all when there are fewer. More may come with them.
    pub async fn read_beginning(&self, id: &str, most: u64) -> io::Result<Vec<u8>> {
        gather(self.open_file(id).await?, most).await
    }
    /// Puts a whole small file in.
    pub async fn write_all(&self, id: &str, bytes: &[u8]) -> io::Result<Written> {
        let mut writing = self.begin(id).await?;
        writing.write(bytes).await?;
        writing.finish().await
    }
    /// Removes a file; one that is gone already is no error. The key goes first: without it the file is shredded. And it
    /// goes once more: a rotation beside this one may have brought it back as long as the file was there, and looks whether
    /// the file is there still.
    pub async fn remove(&self, id: &str) -> io::Result<()> {
        let (id, key) = (ours(id)?, key_of(id));
        for name in [key.as_str(), id, &key] {
            self.objects().remove(name).await?;
        }
        Ok(())
    }
    /// Removes a file for somebody who cannot wait (a `Drop`): at once in a folder, soon in a bucket.
    pub fn discard(&self, id: &str) {
        let told = |id: &str, done: io::Result<()>| {
            if let Err(error) = done {
                tracing::error!(event = "vault_failed", file = id, cause = %error);
            }
        };
        let (vault, id) = (self.clone(), id.to_owned());
        match (self.objects(), tokio::runtime::Handle::try_current()) {
            (Objects::Folder(folder), _) if ours(&id).is_ok() => {
                let key = key_of(&id);
                told(&id, [&key, &id, &key].into_iter().try_for_each(|name| folder.remove(name)));
            }
            (_, Ok(runtime)) => {
                runtime.spawn(async move { told(&id, vault.remove(&id).await) });
            }
            _ => tracing::error!(event = "vault_failed", file = id, cause = "nobody is there to remove it"),
        }
    }
    /// Whether files can be written.
    pub async fn ping(&self) -> io::Result<()> {
        self.objects().ping().await
    }
    /// Removes what a power cut left half written: parts that nobody has touched for so long. Gives back how many.
    pub fn sweep(&self, untouched_for: Duration) -> io::Result<usize> {
        self.objects().sweep(untouched_for)
    }
}

/// Whether any file has been sealed here. On a thread of its own: whoever opens the vault may be at work in a runtime.
fn has_keys(objects: &Objects) -> io::Result<bool> {
    let look = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let mut found = false;
        let visit = async |entry: Entry| {
            found = entry.name.ends_with(KEY);
            Ok(!found)
        };
        runtime.block_on(objects.each(visit))?;
        Ok(found)
    };
    std::thread::scope(|scope| scope.spawn(look).join())
        .unwrap_or_else(|_| Err(io::Error::other("looking into the vault failed")))
}

async fn gather(mut reader: Reader, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(reader.size().min(most) as usize);
    while (bytes.len() as u64) < most
        && let Some(piece) = reader.next().await?
    {
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}
