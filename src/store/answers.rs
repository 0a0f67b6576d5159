//! The rows of answers of one application. Each counts how often it was written or locked.

use diesel::prelude::*;

use super::rows::{AnswerRow, json, to_json};
use super::schema::answers;
use super::{Conn, Stored};
use crate::application::Answers;
use crate::application::steps::{Body, StepName};

/// Writes the answers of a step, whoever wrote them before; under the application's lock.
pub(super) fn put(conn: &mut Conn, id: &str, step: StepName, body: &Body) -> Stored<()> {
    let body = to_json(body)?;
    let changed = diesel::update(answers::table.find((id, step.code())))
        .set((answers::body.eq(&body), answers::revision.eq(answers::revision + 1)))
        .execute(conn)?;
    if changed == 0 {
        let row = AnswerRow { application_id: id.to_owned(), step: step.code().to_owned(), body, revision: 1 };
        diesel::insert_into(answers::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Locks all answers of an application; gives back how many.
pub(super) fn lock_all(conn: &mut Conn, id: &str) -> Stored<i64> {
    let touched = diesel::update(answers::table.filter(answers::application_id.eq(id)))
        .set(answers::revision.eq(answers::revision + 1))
        .execute(conn)?;
    Ok(i64::try_from(touched).unwrap_or(i64::MAX))
}

/// All answers of an application, and how often they were written in all.
pub(super) fn load_all(conn: &mut Conn, id: &str) -> Stored<(Answers, i64)> {
    let rows: Vec<AnswerRow> =
        answers::table.filter(answers::application_id.eq(id)).select(AnswerRow::as_select()).load(conn)?;
    let written = rows.iter().map(|row| row.revision).sum();
    Ok((read(rows)?, written))
}

/// Answers from their rows.
pub(super) fn read(rows: Vec<AnswerRow>) -> Stored<Answers> {
    let mut loaded = Answers::default();
    for row in rows {
        // A step that a later release dropped stays in the table and is left out here.
        if let Some(step) = StepName::from_code(&row.step) {
            loaded.put(step, json(&row.body, "answers")?);
        }
    }
    Ok(loaded)
}
