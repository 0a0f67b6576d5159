//! Vaults in every place where one can be, and a hand that reaches behind their backs.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ruqsat::config::Config;
use ruqsat::vault::Vault;

use super::database::Folder;
use super::s3::Bucket;

/// A vault of one's own, and the place where it lies.
pub struct Kept {
    place: Place,
    folder: Folder,
    more: Vec<(String, String)>,
}

enum Place {
    Folder(PathBuf),
    Bucket(Bucket),
}

/// Runs a test on a folder and on a bucket.
pub fn each_place(test: impl Fn(&mut Kept)) {
    for mut kept in [Kept::in_a_folder(), Kept::in_a_bucket()] {
        test(&mut kept);
    }
}

impl Kept {
    /// On this machine.
    pub fn in_a_folder() -> Self {
        let folder = Folder::new();
        Self { place: Place::Folder(folder.path().join("vault")), folder, more: Vec::new() }
    }
    /// In S3.
    pub fn in_a_bucket() -> Self {
        Self { place: Place::Bucket(Bucket::new()), folder: Folder::new(), more: Vec::new() }
    }
    /// With one more setting from now on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.more.push((name.to_owned(), value.to_owned()));
    }
    /// The settings that lead to it.
    pub fn settings(&self) -> Vec<(String, String)> {
        let mut settings = match &self.place {
            Place::Folder(root) => vec![("RUQSAT_VAULT_URL".to_owned(), format!("file://{}", root.display()))],
            Place::Bucket(bucket) => bucket.settings(),
        };
        settings.push(("RUQSAT_DATA_DIR".to_owned(), self.data_dir().display().to_string()));
        settings.extend(self.more.iter().cloned());
        settings
    }
    /// Where keys and temporary files lie.
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }
    /// Opens it, as another program would.
    pub fn open(&self) -> Vault {
        self.try_open().unwrap()
    }
    /// Opens it, or says why not.
    pub fn try_open(&self) -> std::io::Result<Vault> {
        std::fs::create_dir_all(self.data_dir()).unwrap();
        let values: BTreeMap<_, _> = self.settings().into_iter().collect();
        Vault::open(&Config::from_values(&values).unwrap().vault)
    }
    /// An object as it lies.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        match &self.place {
            Place::Folder(_) => std::fs::read(self.path(name)).ok(),
            Place::Bucket(bucket) => bucket.get(name),
        }
    }
    /// Puts an object there, behind the vault's back.
    pub fn put(&self, name: &str, bytes: Vec<u8>) {
        match &self.place {
            Place::Folder(_) => {
                std::fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
                std::fs::write(self.path(name), bytes).unwrap();
            }
            Place::Bucket(bucket) => bucket.put(name, bytes),
        }
    }
    /// Takes an object away, behind the vault's back.
    pub fn remove(&self, name: &str) {
        match &self.place {
            Place::Folder(_) => std::fs::remove_file(self.path(name)).unwrap(),
            Place::Bucket(bucket) => bucket.remove(name),
        }
    }
    /// Names of all objects, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names = match &self.place {
            Place::Folder(root) => std::fs::read_dir(root)
                .unwrap()
                .flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap())
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .collect(),
            Place::Bucket(bucket) => bucket.names(),
        };
        names.sort();
        names
    }
    fn path(&self, name: &str) -> PathBuf {
        let Place::Folder(root) = &self.place else { panic!("a bucket has no paths") };
        let id = name.trim_end_matches(".key");
        root.join(&id[id.len() - 2..]).join(name)
    }
    /// The line to the bucket.
    pub fn line(&self) -> &super::s3::Line {
        let Place::Bucket(bucket) = &self.place else { panic!("a folder has no line") };
        bucket.line()
    }
}

/// Waits for what the vault does.
pub fn done<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

/// Bytes that no two pieces of have in common, the same every time.
pub fn content(bytes: usize) -> Vec<u8> {
    (0_u64..).map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8).take(bytes).collect()
}
