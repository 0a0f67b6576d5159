//! Quarantine: what the desk may open, what the applicant hears, what the scanner does and what happens when it is away.

mod client;
mod gate;
mod worker;

use ruqsat::documents::ScanState;
use ruqsat::law::DocumentKind;
use ruqsat::store::applications::{self, Changed};

use super::support::{TestApp, moment};

/// Puts the files of a paper into a state, as the scanner would.
fn stands(app: &TestApp, id: &str, kind: DocumentKind, state: ScanState) {
    let change = |conn: &mut _| {
        applications::change(conn, id, None, |application, _| {
            let paper = application.papers.iter_mut().find(|paper| paper.kind == kind).unwrap();
            let infected = state == ScanState::Infected;
            paper.files.iter_mut().for_each(|file| file.scan = if infected { ScanState::Waiting } else { state });
            let file = paper.files[0].id.clone();
            let event = infected.then(|| application.seal(&file, "Test.Eicar", moment("2026-06-10 10:00")).unwrap());
            Ok(Changed { value: (), event })
        })
    };
    app.office.db.write(change).unwrap();
}
