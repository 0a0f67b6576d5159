//! What is picked to be given to a clerk, and who can be given it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::queue::Asked;
use crate::desk::bulk::MOST;
use crate::desk::queue::{Case, Counted, Filter};
use crate::people::{COMMITTEE, Staff};
use crate::store::{Conn, Stored, holders, queue, staff};

/// What is picked.
#[derive(Default)]
pub struct Picked {
    /// The cases that the reader sees, in the order of the queue.
    pub cases: Vec<Case>,
    /// How many of those asked for they do not see.
    pub gone: usize,
    /// Whether there are more than can be given at once.
    pub more: bool,
    /// Who can be given cases of these units, with how many open cases each has.
    pub colleagues: Vec<(Staff, Counted)>,
}

/// The first of all unfinished cases that a filter matches; and the filter as it stands in an address.
pub fn from_filter(conn: &mut Conn, reader: &Staff, today: NaiveDate, filter: Filter) -> Stored<(Picked, String)> {
    let asked = Asked::read(conn, reader, today, filter)?;
    let (cases, more) = queue::first(conn, &asked.wanted.unfinished(), MOST)?;
    Ok((with_colleagues(conn, reader, Picked { cases, more, ..Picked::default() })?, asked.filter.query()))
}

/// The cases of these ids.
pub fn from_ids(conn: &mut Conn, reader: &Staff, ids: &[String]) -> Stored<Picked> {
    let more = ids.len() > MOST;
    let ids = &ids[..ids.len().min(MOST)];
    let mut cases = queue::cases(conn, ids)?;
    cases.retain(|case| reader.sees(case.facets.unit.as_deref()));
    let gone = ids.len() - cases.len();
    with_colleagues(conn, reader, Picked { cases, gone, more, ..Picked::default() })
}

fn with_colleagues(conn: &mut Conn, reader: &Staff, mut picked: Picked) -> Stored<Picked> {
    let mut units: BTreeSet<String> = picked.cases.iter().filter_map(|case| case.facets.unit.clone()).collect();
    let mut have = Vec::new();
    for unit in &units {
        have.extend(holders::holders(conn, Some(unit))?);
    }
    if reader.sees_every_unit() {
        units.insert(COMMITTEE.to_owned());
    }
    for unit in &units {
        for one in staff::clerks(conn, Some(unit))? {
            let counts = have.iter().filter(|(holder, _)| holder.id == one.id).map(|(_, count)| *count);
            let all = counts.fold(Counted::default(), Counted::and);
            picked.colleagues.push((one, all));
        }
    }
    Ok(picked)
}
