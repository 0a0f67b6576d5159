//! Which bodies are to be reminded that they were asked: by the day, the longest silent first.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::rows::json;
use super::schema::applications;
use super::{Conn, Stored};
use crate::application::office::Approval;
use crate::application::{Number, Office};

/// So many cases are listed at once.
pub const MOST: i64 = 100;

/// A case in which somebody is to be reminded.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Id.
    pub id: String,
    /// Number to quote.
    pub number: Number,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Who did not answer in time.
    pub approvals: Vec<Approval>,
}

type Row = (String, String, String, Option<String>, String);

/// The cases of a unit (or of all) in which somebody is to be reminded on a day, at most [`MOST`]. The type of a query holds
/// its columns, hence a macro.
macro_rules! waiting {
    ($columns:expr, $unit:expr, $today:expr) => {{
        let query =
            applications::table.filter(applications::remind_on.le($today)).select($columns).limit(MOST).into_boxed();
        match $unit {
            Some(unit) => query.filter(applications::unit.eq(unit)),
            None => query,
        }
    }};
}

/// Cases of a unit (or of all) in which somebody is to be reminded on a day, the longest silent first, at most [`MOST`].
pub fn due(conn: &mut Conn, unit: Option<&str>, today: NaiveDate) -> Stored<Vec<Waiting>> {
    let columns =
        (applications::id, applications::number, applications::name, applications::unit, applications::office);
    let rows: Vec<Row> =
        waiting!(columns, unit, today).order((applications::remind_on, applications::id)).load(conn)?;
    rows.into_iter()
        .map(|(id, number, name, unit, office)| {
            let office: Office = json(&office, "office")?;
            let approvals = office.approvals.into_iter().filter(|one| one.is_to_be_reminded(&today)).collect();
            Ok(Waiting { id, number: Number::stored(number), name, unit: unit.unwrap_or_default(), approvals })
        })
        .collect()
}

/// In how many cases of a unit (or of all) somebody is to be reminded on a day, at most [`MOST`].
pub fn count(conn: &mut Conn, unit: Option<&str>, today: NaiveDate) -> Stored<usize> {
    let ids: Vec<String> = waiting!(applications::id, unit, today).load(conn)?;
    Ok(ids.len())
}
