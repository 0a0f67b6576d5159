//! Files in the vault that no application has yet: rows and files stay one, whatever happens in between.

use crate::documents::StoredFile;
use crate::vault::Vault;
use crate::web::error::{Error, Outcome};

/// Files in the vault that are removed again unless they are kept.
pub struct Fresh {
    vault: Vault,
    files: Vec<StoredFile>,
}

impl Fresh {
    /// None yet.
    pub fn of(vault: &Vault) -> Self {
        Self { vault: vault.clone(), files: Vec::new() }
    }
    /// Takes charge of a file that has just been written.
    pub fn add(&mut self, file: StoredFile) {
        self.files.push(file);
    }
    /// The files, in the order in which they came.
    pub fn files(&self) -> &[StoredFile] {
        &self.files
    }
    /// Keeps those that an application has now, and removes the others.
    pub fn keep(mut self, kept: impl Fn(&StoredFile) -> bool) {
        self.files.retain(|file| !kept(file));
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        for file in &self.files {
            self.vault.discard(&file.id);
        }
    }
}

/// Finishes a change of papers even if the browser goes away meanwhile: rows and files stay one.
pub async fn unbroken<T: 'static>(change: impl Future<Output = Outcome<T>> + 'static) -> Outcome<T> {
    actix_web::rt::spawn(change).await.map_err(|_| Error::Unavailable)?
}
