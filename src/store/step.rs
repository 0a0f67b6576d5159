//! The narrow way for the save of a page, which happens most: one question, one statement that compares and sets.
//!
//! Each row of answers counts its own changes. Whoever changes the application as a whole ([`applications::change`])
//! counts up all of them, and thereby locks them: a page that was read before is then not written, but read again.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Text};

use super::applications::{self, from_row};
use super::rows::{AnswerRow, ApplicationRow, to_json};
use super::schema::{answers, applications as table};
use super::searched::Searched;
use super::{Conn, StoreError, Stored, answers as rows_of_answers, mended};
use crate::application::steps::{Body, StepName};
use crate::application::{Application, Status};

type Backend = <Conn as Connection>::Backend;

/// The steps from which the columns of the application's row are made: unit, route, name, search.
const COLUMNS: [StepName; 4] = [StepName::Situation, StepName::Person, StepName::Passport, StepName::Contacts];

/// So often another save may come first before the row is locked for this one.
const ATTEMPTS: usize = 3;

/// Loads what the page of one step needs: the application without its papers, and of its answers those of the step and
/// those from which the columns of its row are made. Reading the others would be most of the work.
pub fn load(conn: &mut Conn, id: &str, step: StepName) -> Stored<Application> {
    load_with_revision(conn, id, step).map(|(application, _)| application)
}

/// Also tells how often the answers of the step were written; none when they never were.
fn load_with_revision(conn: &mut Conn, id: &str, step: StepName) -> Stored<(Application, Option<i64>)> {
    // One question for both tables: on a served database each is a journey of its own.
    let wanted = COLUMNS.map(StepName::code);
    let of_step = answers::application_id.eq(table::id).and(
        answers::step
            .eq(step.code())
            .or(answers::step.eq(wanted[0]))
            .or(answers::step.eq(wanted[1]))
            .or(answers::step.eq(wanted[2]))
            .or(answers::step.eq(wanted[3])),
    );
    let rows: Vec<(ApplicationRow, Option<AnswerRow>)> = table::table
        .left_join(answers::table.on(of_step))
        .filter(table::id.eq(id))
        .select((ApplicationRow::as_select(), Option::<AnswerRow>::as_select()))
        .load(conn)?;
    let (mut application, mut loaded) = (None, Vec::new());
    for (row, answer) in rows {
        application.get_or_insert(row);
        loaded.extend(answer);
    }
    let revision = loaded.iter().find(|row| row.step == step.code()).map(|row| row.revision);
    let mut application = from_row(application.ok_or(StoreError::NotFound)?)?;
    application.answers = rows_of_answers::read(loaded)?;
    Ok((application, revision))
}

/// Changes the answers of one step, in no transaction of the caller's; gives back the application as [`load`] loads it.
/// `decide` may be asked more than once: another save may have come first. Of an application that was returned the change
/// is an event, of that moment.
pub fn change<T>(
    conn: &mut Conn,
    id: &str,
    step: StepName,
    at: DateTime<Utc>,
    decide: impl Fn(&mut Application) -> Stored<T>,
) -> Stored<(Application, T)> {
    for _ in 0..ATTEMPTS {
        let (before, revision) = load_with_revision(conn, id, step)?;
        let mut after = before.clone();
        let value = decide(&mut after)?;
        let (Some(revision), Some(body)) = (revision, after.answers.body(step)) else { break };
        let is_event = before.status == Status::Returned && before.answers != after.answers;
        if is_event || !applications::same_row(&Searched::of(&before), &Searched::of(&after)) {
            break;
        }
        if before.answers == after.answers || set(conn, id, step, revision, body)? {
            return Ok((after, value));
        }
    }
    // The first answers of a step, answers that change the row, what makes an event, or many saves at once: under the lock.
    conn.transaction(|conn| {
        applications::lock(conn, id)?;
        let before = load(conn, id, step)?;
        let mut after = before.clone();
        let value = decide(&mut after)?;
        applications::save(conn, &before, &after, Some(at))?;
        mended::note(conn, &before, &after, at)?;
        Ok((after, value))
    })
}

/// Writes the answers if nobody wrote them since.
fn set(conn: &mut Conn, id: &str, step: StepName, revision: i64, body: &Body) -> Stored<bool> {
    let body = to_json(body)?;
    Ok(CompareAndSet { body: &body, id, step: step.code(), seen: revision }.execute(conn)? == 1)
}

/// The statement of [`set`]. Diesel's own updates are parsed by the database anew each time, a journey more on a served
/// one; this one, of constant text, is prepared once for each connection.
struct CompareAndSet<'a> {
    body: &'a str,
    id: &'a str,
    step: &'a str,
    seen: i64,
}

impl QueryFragment<Backend> for CompareAndSet<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Backend>) -> QueryResult<()> {
        out.push_sql("UPDATE answers SET revision = revision + 1, body = ");
        out.push_bind_param::<Text, _>(self.body)?;
        out.push_sql(" WHERE application_id = ");
        out.push_bind_param::<Text, _>(self.id)?;
        out.push_sql(" AND step = ");
        out.push_bind_param::<Text, _>(self.step)?;
        out.push_sql(" AND revision = ");
        out.push_bind_param::<BigInt, _>(&self.seen)
    }
}

impl QueryId for CompareAndSet<'_> {
    type QueryId = CompareAndSet<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl RunQueryDsl<Conn> for CompareAndSet<'_> {}
