//! A consistent copy of an office, taken while it works, and brought back into an empty place.
//!
//! A folder of three things: `database.ndjson`, every row as of one moment; `vault/`, the files that these rows name, as
//! they lie, encrypted; `backup.json`, which says what belongs to it and is written last. The keys are left out: with
//! them beside it, whoever finds the copy would read every paper.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::store::dump::{self, Dumped};
use crate::store::{Db, migrate};
use crate::vault::{Copies, Vault};

const ROWS: &str = "database.ndjson";
const FILES: &str = "vault";
const ABOUT: &str = "backup.json";
/// Another number is another format.
const FORMAT: u32 = 1;
/// A file may be taken away by its owner between the rows and the file; then the rows are read again.
const TRIES: usize = 5;

/// What belongs to a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    format: u32,
    /// When it was begun.
    pub taken_at: DateTime<Utc>,
    /// Rows in the database.
    pub rows: u64,
    /// Files in the vault.
    pub files: u64,
    /// The end of the chain of events, as `audit verify` prints it.
    pub chain: String,
    /// Versions of the tables that the rows were written by.
    versions: Vec<String>,
    /// SHA-256 of the rows.
    sha256: String,
}

/// What is counted while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Rows of the database.
    Rows,
    /// Files of the vault.
    Files,
}

/// Told what has been done so far, and of how many if that is known.
pub type Tell<'a> = &'a mut dyn FnMut(Counted, u64, Option<u64>);

/// Takes a copy into a folder that is empty or not there yet.
pub async fn take(db: &Db, vault: &Vault, folder: &Path, at: DateTime<Utc>, tell: Tell<'_>) -> anyhow::Result<About> {
    ensure!(migrate::is_current(db)?, "the database is not current: run `ruqsat migrate` first");
    make_private(folder)?;
    ensure!(fs::read_dir(folder)?.next().is_none(), "{} is not empty", folder.display());
    let copies = Copies::open(&folder.join(FILES))?;
    let versions = migrate::versions(db)?;
    let mut copied = BTreeSet::new();
    for _ in 0..TRIES {
        let (dumped, sha256) = dump_rows(db, &folder.join(ROWS), tell)?;
        if copy_files(vault, &copies, &dumped, &mut copied, tell).await? {
            // What its owner took away meanwhile is not kept here either.
            for gone in copied.iter().filter(|id| dumped.files.binary_search(id).is_err()) {
                copies.remove(gone).await?;
            }
            let (rows, files, chain) = (dumped.rows, dumped.files.len() as u64, dumped.head.to_string());
            let about = About { format: FORMAT, taken_at: at, rows, files, chain, versions, sha256 };
            write_whole(&folder.join(ABOUT), &serde_json::to_vec_pretty(&about)?)?;
            return Ok(about);
        }
    }
    anyhow::bail!("files that applications hold are missing in the vault: `ruqsat vault verify` names them")
}

fn dump_rows(db: &Db, path: &Path, tell: Tell<'_>) -> anyhow::Result<(Dumped, String)> {
    let mut out = Hashing { out: BufWriter::new(create_private(path)?), hash: Sha256::new() };
    let dumped = dump::write(db, &mut out, |rows| tell(Counted::Rows, rows, None))?;
    out.out.into_inner().map_err(io::Error::from)?.sync_all()?;
    Ok((dumped, hex(&out.hash.finalize())))
}

/// Whether every file of these rows is in the copy.
async fn copy_files(
    vault: &Vault,
    copies: &Copies,
    dumped: &Dumped,
    copied: &mut BTreeSet<String>,
    tell: Tell<'_>,
) -> io::Result<bool> {
    let (mut whole, all) = (true, dumped.files.len() as u64);
    for (n, id) in (1..).zip(&dumped.files) {
        if !copied.contains(id) {
            match vault.copy_to(id, copies).await? {
                true => drop(copied.insert(id.clone())),
                false => whole = false,
            }
        }
        tell(Counted::Files, n, Some(all));
    }
    Ok(whole)
}

/// What a copy says of itself; one that was cut off says nothing.
pub fn about(folder: &Path) -> anyhow::Result<About> {
    let path = folder.join(ABOUT);
    let text = fs::read(&path).with_context(|| format!("no whole copy: {} cannot be read", path.display()))?;
    let about: About = serde_json::from_slice(&text).with_context(|| format!("{} is damaged", path.display()))?;
    ensure!(about.format == FORMAT, "the copy has format {}, this release reads {FORMAT}", about.format);
    Ok(about)
}

/// Brings a copy back: into a database without tables and an empty vault, whose master keys open its files. What fails
/// leaves both as they were.
pub async fn bring_back(db: &Db, vault: &Vault, folder: &Path, tell: Tell<'_>) -> anyhow::Result<About> {
    let about = about(folder)?;
    let path = folder.join(ROWS);
    ensure!(hash_of(&path)? == about.sha256, "{} is not what was written", path.display());
    ensure!(vault.is_empty().await?, "the vault holds files already: bring the copy into an empty one");
    let copies = Copies::open(&folder.join(FILES))?;
    let files = files_of(&path)?;
    if let Some(first) = files.first() {
        vault.can_open(first, &copies).await.context("the master keys here do not open the files of the copy")?;
    }
    let lines = BufReader::new(File::open(&path)?);
    dump::read(db, &about.versions, lines, |rows| tell(Counted::Rows, rows, Some(about.rows)))?;
    let brought = files_back(vault, &copies, &files, tell).await;
    if brought.is_err() {
        for id in &files {
            vault.remove(id).await?;
        }
        migrate::down(db)?;
    }
    brought.map(|()| about)
}

async fn files_back(vault: &Vault, copies: &Copies, files: &[String], tell: Tell<'_>) -> anyhow::Result<()> {
    let all = files.len() as u64;
    for (n, id) in (1..).zip(files) {
        ensure!(vault.bring_back(id, copies).await?, "file {id} is missing in the copy");
        tell(Counted::Files, n, Some(all));
    }
    Ok(())
}

/// Ids of the files that the rows name.
fn files_of(rows: &Path) -> anyhow::Result<Vec<String>> {
    let mut ids = Vec::new();
    for line in io::BufRead::lines(BufReader::new(File::open(rows)?)) {
        let line = line?;
        if line.starts_with(r#"{"table":"files","#) {
            let line: serde_json::Value = serde_json::from_str(&line)?;
            ids.push(line["row"]["id"].as_str().context("a file without an id")?.to_owned());
        }
    }
    Ok(ids)
}

/// Hashes what passes.
struct Hashing<W> {
    out: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn hash_of(path: &Path) -> anyhow::Result<String> {
    let mut hashing = Hashing { out: io::sink(), hash: Sha256::new() };
    let mut file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    io::copy(&mut file, &mut hashing)?;
    Ok(hex(&hashing.hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Personal data lie in it: for its owner alone.
fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part: PathBuf = path.with_extension("part");
    let mut file = create_private(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}
