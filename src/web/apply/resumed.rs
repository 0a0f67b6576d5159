//! Files that were resumed, as the form that names them takes them: read out of the vault piece after piece, and looked at
//! as those that come with the form are.

use std::collections::VecDeque;

use actix_web::web::Bytes;

use super::intake::vault_failed;
use crate::documents::resumed::Resumed;
use crate::vault::{Reader, Vault};
use crate::web::error::Outcome;

/// The pieces of an upload, one after the other; when it is dropped, whatever came of it, they are removed.
pub struct Pieces {
    vault: Vault,
    all: Vec<String>,
    left: VecDeque<String>,
    open: Option<Reader>,
}

impl Pieces {
    /// Of an upload that is in no table any more.
    pub fn of(vault: &Vault, upload: &Resumed) -> Self {
        let left = upload.pieces.iter().cloned().collect();
        Self { vault: vault.clone(), all: upload.pieces.clone(), left, open: None }
    }
    /// The next bytes.
    pub async fn next(&mut self) -> Outcome<Option<Bytes>> {
        loop {
            if let Some(reader) = &mut self.open
                && let Some(bytes) = reader.next().await.map_err(vault_failed)?
            {
                return Ok(Some(bytes));
            }
            let Some(id) = self.left.pop_front() else { return Ok(None) };
            self.open = Some(self.vault.open_file(&id).await.map_err(vault_failed)?);
        }
    }
}

/// Removes what has come of uploads that are in no table any more.
pub fn discard(vault: &Vault, uploads: &[Resumed]) {
    uploads.iter().for_each(|upload| drop(Pieces::of(vault, upload)));
}

impl Drop for Pieces {
    fn drop(&mut self) {
        for id in &self.all {
            self.vault.discard(id);
        }
    }
}
