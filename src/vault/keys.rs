//! Master keys: they wrap the keys of the files. Given by the configuration, or kept in a file that only its owner reads.

use std::fmt;
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rand::Rng;

use super::damage::Damage;
use super::seal::{DataKey, unwrap, wrap};

/// A master key and the name by which wrapped keys name it.
#[derive(Clone, PartialEq, Eq)]
pub struct MasterKey {
    id: String,
    key: [u8; 32],
}

/// Never printed.
impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

impl MasterKey {
    /// A new one under a new name.
    pub fn random() -> Self {
        let (mut key, mut id) = ([0; 32], [0; 4]);
        rand::rng().fill_bytes(&mut key);
        rand::rng().fill_bytes(&mut id);
        Self { id: format!("k{}", hex(&id)), key }
    }
    fn read(id: &str, key: &str) -> Option<Self> {
        let named = !id.is_empty() && id.len() <= 32 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let bytes = (key.len() == 64 && key.is_ascii()).then(|| {
            (0..32).map(|i| u8::from_str_radix(&key[i * 2..i * 2 + 2], 16)).collect::<Result<Vec<u8>, _>>().ok()
        });
        let key = <[u8; 32]>::try_from(bytes??).ok()?;
        named.then(|| Self { id: id.to_owned(), key })
    }
    /// Its name.
    pub fn id(&self) -> &str {
        &self.id
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How far a key has gone on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Wraps what is written now.
    Current,
    /// A rotation away from it has begun: it may still wrap files.
    Old,
    /// A rotation away from it came to its end.
    Retired,
}

impl Standing {
    fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Old => "old",
            Self::Retired => "retired",
        }
    }
}

/// The master keys; the first one is the current.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring(Vec<(Standing, MasterKey)>);

impl Ring {
    /// One key.
    pub fn of(key: MasterKey) -> Self {
        Self(vec![(Standing::Current, key)])
    }
    /// Reads `id:hex,id:hex…`, the current key first. Says what is wrong without saying the key.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut keys = Vec::new();
        for (i, one) in text.split(',').map(str::trim).enumerate() {
            let key = one.split_once(':').and_then(|(id, key)| MasterKey::read(id.trim(), key.trim()));
            let standing = if i == 0 { Standing::Current } else { Standing::Old };
            keys.push((
                standing,
                key.ok_or("must be a name, a colon and 64 hexadecimal digits; more of them after commas")?,
            ));
        }
        Self::checked(keys).ok_or_else(|| "names a key twice".to_owned())
    }
    fn checked(keys: Vec<(Standing, MasterKey)>) -> Option<Self> {
        let first = keys.first()?;
        let twice = keys.iter().enumerate().any(|(i, (_, key))| keys[..i].iter().any(|(_, other)| other.id == key.id));
        let currents = keys.iter().filter(|(standing, _)| *standing == Standing::Current).count();
        (first.0 == Standing::Current && currents == 1 && !twice).then_some(Self(keys))
    }
    /// Reads the file.
    fn from_file(text: &str) -> Option<Self> {
        let mut keys = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut words = line.split_ascii_whitespace();
            let standing = words.next()?;
            let standing =
                [Standing::Current, Standing::Old, Standing::Retired].into_iter().find(|one| one.code() == standing)?;
            keys.push((standing, MasterKey::read(words.next()?, words.next()?)?));
        }
        Self::checked(keys)
    }
    fn to_file(&self) -> String {
        let mut text =
            "# Master keys of the vault. Without them no file opens; with them and the vault, every file does.\n\
                        # Keep a copy, apart from the copy of the vault. The first key wraps what is written now.\n"
                .to_owned();
        for (standing, MasterKey { id, key }) in &self.0 {
            text.push_str(&format!("{} {id} {}\n", standing.code(), hex(key)));
        }
        text
    }
    fn current(&self) -> &MasterKey {
        &self.0[0].1
    }
    fn find(&self, id: &str) -> Option<&MasterKey> {
        self.0.iter().map(|(_, key)| key).find(|key| key.id == id)
    }
    /// Whether a rotation has begun and not come to its end.
    pub fn is_turning(&self) -> bool {
        self.0.iter().any(|(standing, _)| *standing == Standing::Old)
    }
    /// With a new current key.
    fn turned_to(&self, key: MasterKey) -> Self {
        let mut keys = vec![(Standing::Current, key)];
        keys.extend(self.0.iter().map(|(standing, key)| match standing {
            Standing::Current => (Standing::Old, key.clone()),
            other => (*other, key.clone()),
        }));
        Self(keys)
    }
    /// With every old key retired.
    fn settled(&self) -> Self {
        let settle = |standing: Standing| if standing == Standing::Old { Standing::Retired } else { standing };
        Self(self.0.iter().map(|(standing, key)| (settle(*standing), key.clone())).collect())
    }
}

/// Where the ring comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// The configuration: another ring needs another start.
    Given(Ring),
    /// A file that `ruqsat vault rotate` may rewrite while the program runs.
    File(PathBuf),
}

/// Size, inode, and time of the last change: whether the file is the one that was read.
type Stamp = (u64, u64, i64, i64);

/// The master keys as they are now.
pub struct Keys {
    source: Source,
    read: Mutex<Option<(Stamp, Arc<Ring>)>>,
}

impl Keys {
    /// Reads them. `None` when the file is not there yet.
    pub fn open(source: Source) -> io::Result<Option<Self>> {
        let keys = Self { source, read: Mutex::default() };
        match keys.ring() {
            Ok(_) => Ok(Some(keys)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
    /// Makes the file with a first key; one that somebody else made meanwhile is taken.
    pub fn make(path: &Path) -> io::Result<Self> {
        let source = Source::File(path.to_owned());
        let part = path.with_extension(format!("{}.new", uuid::Uuid::now_v7().simple()));
        write_private(&part, &Ring::of(MasterKey::random()).to_file())?;
        // Two programs that start at once must not have a key each.
        match std::fs::hard_link(&part, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                let _ = std::fs::remove_file(&part);
                return Err(error);
            }
            _ => std::fs::remove_file(&part)?,
        }
        sync_folder(path)?;
        Self::open(source)?.ok_or_else(|| io::ErrorKind::NotFound.into())
    }
    /// The keys now: the file is read again when it has changed.
    pub fn ring(&self) -> io::Result<Arc<Ring>> {
        let path = match &self.source {
            Source::Given(ring) => return Ok(Arc::new(ring.clone())),
            Source::File(path) => path,
        };
        let about = std::fs::metadata(path)?;
        let stamp = (about.len(), about.ino(), about.mtime(), about.mtime_nsec());
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, ring)) = &*read
            && *at == stamp
        {
            return Ok(ring.clone());
        }
        let ring = Ring::from_file(&std::fs::read_to_string(path)?).map(Arc::new).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, format!("the master keys in {} are damaged", path.display()))
        })?;
        *read = Some((stamp, ring.clone()));
        Ok(ring)
    }
    fn replace(&self, ring: &Ring) -> io::Result<()> {
        let Source::File(path) = &self.source else { return Ok(()) };
        let part = path.with_extension("key.new");
        let _ = std::fs::remove_file(&part); // of a rotation that was cut off
        write_private(&part, &ring.to_file())?;
        std::fs::rename(&part, path)?;
        sync_folder(path)
    }
    /// Begins a rotation, or goes on with one that was cut off. Whether a new key was made; the configuration's own are
    /// never added to.
    pub fn turn(&self) -> io::Result<bool> {
        let ring = self.ring()?;
        if matches!(self.source, Source::Given(_)) || ring.is_turning() {
            return Ok(false);
        }
        self.replace(&ring.turned_to(MasterKey::random()))?;
        Ok(true)
    }
    /// Notes that no file is wrapped by an old key any more.
    pub fn settle(&self) -> io::Result<()> {
        self.replace(&self.ring()?.settled())
    }
    /// Wraps a file's key by the current key.
    pub fn wrap(&self, key: &DataKey, id: &str) -> io::Result<Vec<u8>> {
        let ring = self.ring()?;
        let master = ring.current();
        let mut nonce = [0; 24];
        rand::rng().fill_bytes(&mut nonce);
        let wrapped = wrap(&master.key, &nonce, key, &about(id, &master.id))?;
        let name = master.id.as_bytes();
        Ok([MAGIC, &[VERSION, name.len() as u8][..], name, &nonce, &wrapped].concat())
    }
    /// Unwraps what [`Keys::wrap`] wrapped, and says whether the current key had wrapped it.
    pub fn unwrap(&self, wrapped: &[u8], id: &str) -> io::Result<(DataKey, bool)> {
        let (master, nonce, wrapped) = parse(wrapped).ok_or(Damage::Key)?;
        let ring = self.ring()?;
        let key = ring.find(master).ok_or_else(|| Damage::NoMaster(master.to_owned()))?;
        Ok((unwrap(&key.key, nonce, wrapped, &about(id, master))?, master == ring.current().id))
    }
}

const MAGIC: &[u8] = b"RQVK";
const VERSION: u8 = 1;
/// No wrapped key is larger.
pub const MOST_WRAPPED: u64 = 4 + 2 + 32 + 24 + 32 + 16;

/// Name of the master key, nonce, encrypted key.
fn parse(wrapped: &[u8]) -> Option<(&str, &[u8; 24], &[u8])> {
    let rest = wrapped.strip_prefix(MAGIC)?.strip_prefix(&[VERSION])?;
    let (length, rest) = rest.split_first()?;
    let (name, rest) = rest.split_at_checked(usize::from(*length))?;
    let (nonce, key) = rest.split_first_chunk()?;
    Some((std::str::from_utf8(name).ok()?, nonce, key))
}

/// What a wrapped key is bound to: the file, and the name of the master key.
fn about(id: &str, master: &str) -> Vec<u8> {
    format!("ruqsat vault key\0{id}\0{master}").into_bytes()
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_or_said_to_be_wrong() {
        let (a, b) = ("ab".repeat(32), "cd".repeat(32));
        assert!(Ring::read(&format!("one:{a}")).is_ok());
        let two = Ring::read(&format!("two:{b}, one:{a}")).unwrap();
        assert_eq!((two.current().id(), two.find("one").is_some(), two.is_turning()), ("two", true, true));
        for wrong in
            [String::new(), a.clone(), format!("one:{}", &a[1..]), format!("one:{a},one:{b}"), format!("a b:{a}")]
        {
            let said = Ring::read(&wrong).unwrap_err();
            assert!(!said.contains("abab"), "a key is never printed: {said}");
        }
    }

    #[test]
    fn the_file_says_how_far_a_rotation_has_come() {
        let first = Ring::of(MasterKey::random());
        let turned = first.turned_to(MasterKey::random());
        assert!(!first.is_turning() && turned.is_turning() && !turned.settled().is_turning());
        for ring in [first, turned.clone(), turned.settled()] {
            assert_eq!(Ring::from_file(&ring.to_file()), Some(ring));
        }
        assert_eq!(Ring::from_file("old k1 00"), None);
        assert_eq!(Ring::from_file(""), None);
    }
}
