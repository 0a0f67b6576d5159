//! Who has unfinished cases, and how many. The work grows with the clerks and not with the cases: the clerks of a unit are
//! found by stepping from one to the next in the index of the queue, and each count stops at
//! [`MOST_COUNTED`](crate::desk::queue::MOST_COUNTED).

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::applications as a;
use super::{Conn, Stored, queue, staff};
use crate::application::lists::units;
use crate::desk::queue::{Counted, Hands, Wanted, rank};
use crate::people::Staff;

/// Who has unfinished cases in a unit, or in all units together, and how many each. In no order to be shown: that of names
/// is the reader's alphabet's.
pub fn holders(conn: &mut Conn, unit: Option<&str>) -> Stored<Vec<(Staff, Counted)>> {
    let mut counts: BTreeMap<String, Counted> = BTreeMap::new();
    for unit in units(unit) {
        let mut before = String::new();
        while let Some(id) = next(conn, unit, &before)? {
            let has = queue::count(conn, &unfinished_of(&id, unit))?;
            if has != Counted::default() {
                let all = counts.entry(id.clone()).or_default();
                *all = all.and(has);
            }
            before = id;
        }
    }
    counts.into_iter().map(|(id, count)| Ok((staff::by_id(conn, &id)?, count))).collect()
}

/// Whose cases there can be in a unit: its clerks, and whoever has some, also of the committee or with an account that is
/// closed. In no order to be shown either.
pub fn clerks(conn: &mut Conn, unit: &str) -> Stored<Vec<Staff>> {
    let mut clerks = staff::clerks(conn, Some(unit))?;
    for (holder, _) in holders(conn, Some(unit))? {
        if !clerks.iter().any(|one| one.id == holder.id) {
            clerks.push(holder);
        }
    }
    Ok(clerks)
}

/// The id, next after another, of somebody who has or had a case in a unit.
fn next(conn: &mut Conn, unit: &str, before: &str) -> Stored<Option<String>> {
    let id = a::table.filter(a::unit.eq(unit).and(a::clerk_id.gt(before))).order(a::clerk_id).select(a::clerk_id);
    Ok(id.first::<Option<String>>(conn).optional()?.flatten())
}

fn unfinished_of(clerk_id: &str, unit: &str) -> Wanted {
    Wanted {
        hands: Some(Hands::Clerk(clerk_id.to_owned())),
        unit: Some(unit.to_owned()),
        ranks: rank::unfinished(),
        filed: None,
        status: None,
        route: None,
        ground: None,
        citizenship: None,
        decider: None,
        search: None,
    }
}
