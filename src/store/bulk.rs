//! Cases given to a clerk one by one, each in a transaction of its own: all who write an event wait for the one chain, and
//! what happens to one case keeps nothing from the next.

use diesel::prelude::*;

use super::rows::coded;
use super::schema::applications;
use super::{Conn, Db, StoreError, Stored, claims};
use crate::application::Status;
use crate::desk::bulk::{Giving, Stays, check};

/// Gives each of the cases; tells of each why it stays, if it does. When the database fails, the rest is not tried.
pub fn assign_each(db: &Db, cases: &[String], giving: &Giving) -> Vec<(String, Option<Stays>)> {
    let mut failed = false;
    let mut give = |case: &String| {
        if failed {
            return Some(Stays::Failed);
        }
        db.write(|conn| assign(conn, case, giving)).unwrap_or_else(|error| {
            tracing::error!(event = "bulk_assign_failed", cause = %error);
            failed = true;
            Some(Stays::Failed)
        })
    };
    cases.iter().map(|case| (case.clone(), give(case))).collect()
}

fn assign(conn: &mut Conn, case: &str, giving: &Giving) -> Stored<Option<Stays>> {
    match claims::lock(conn, case) {
        Err(StoreError::NotFound) => return Ok(Some(Stays::Gone)),
        other => other?,
    }
    let (status, unit): (String, Option<String>) =
        applications::table.find(case).select((applications::status, applications::unit)).first(conn)?;
    let (status, claim) = (coded(Status::from_code(&status), "status")?, claims::of(conn, case)?);
    if let Err(stays) = check(status, unit.as_deref(), claim.as_ref(), giving) {
        return Ok(Some(stays));
    }
    claims::assign_locked(conn, case, claim, (&giving.to, &giving.by), &giving.reason, giving.now)?;
    Ok(None)
}
