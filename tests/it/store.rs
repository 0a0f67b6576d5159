//! The store, on both databases: what is written comes back, changes are whole or nothing, nothing is lost under threads.

mod changes;
mod claims;
pub mod numbers;
pub mod queue;
mod sixteen;
mod staff;
mod threads;
mod trail;

use ruqsat::application::{Application, Office, Status};
use ruqsat::store::{Db, applications};

use super::support::{TestDatabase, answers, application};

/// A database with the engineer's application, a draft with everything in it.
fn with_an_application(kind: super::support::Kind) -> (TestDatabase, Application) {
    let database = TestDatabase::on(kind);
    let stored = store(&database.db, &application(&answers::adult()));
    (database, stored)
}

/// Stores an application through the same doors as the handlers; gives it as it is stored.
pub fn store(db: &Db, wanted: &Application) -> Application {
    let mut draft = wanted.clone();
    draft.papers.clear();
    (draft.status, draft.submitted_at, draft.office) = (Status::Draft, None, Office::default());
    db.write(|conn| applications::begin(conn, &draft)).unwrap();
    db.write(|conn| {
        applications::change(conn, &wanted.id, None, |application, _| {
            application.papers.clone_from(&wanted.papers);
            application.status = wanted.status;
            application.submitted_at = wanted.submitted_at;
            application.office.clone_from(&wanted.office);
            Ok(applications::Changed { value: (), event: None })
        })
    })
    .unwrap();
    load(db, &wanted.id)
}

pub fn load(db: &Db, id: &str) -> Application {
    db.read(|conn| applications::load(conn, id)).unwrap()
}
