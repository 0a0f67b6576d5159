//! What no index has together is looked at: the database says of cases along the way which are meant, by the few columns
//! that one index holds beside their ids.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::schema::{applications as a, queue_keys as k};
use super::super::{Conn, Stored};
use crate::desk::queue::{Hands, MOST_EXAMINED, Place, READY, Wanted, not_for};
use crate::law::facts::{Ground, Grounds};

/// Narrows a query of these applications by what stands in their columns. The type of a query holds its columns, hence a
/// macro.
macro_rules! narrowed {
    ($query:expr, $ids:expr, $wanted:expr) => {{
        let mut query = $query.filter(a::id.eq_any($ids)).into_boxed();
        if let Some(status) = $wanted.status {
            query = query.filter(a::status.eq(status.code()));
        }
        if let Some(route) = $wanted.route {
            query = query.filter(a::route.eq(route.code()));
        }
        if let Some(citizenship) = $wanted.citizenship {
            query = query.filter(a::citizenship.eq(citizenship.code()));
        }
        if let Some((from, to)) = $wanted.filed {
            query = query.filter(a::submitted_on.le(to));
            if let Some(from) = from {
                query = query.filter(a::submitted_on.ge(from));
            }
        }
        match &$wanted.hands {
            Some(Hands::Clerk(id)) => query.filter(a::clerk_id.eq(id)),
            Some(Hands::Nobody) => query.filter(a::clerk_id.is_null()),
            None => query,
        }
    }};
}

/// Of these ids those of cases that are meant, whatever their unit and rank, which the way has seen to; by what a search
/// finds them by only where it has not.
pub fn meant(conn: &mut Conn, ids: &[&str], wanted: &Wanted, by_terms: bool) -> Stored<BTreeSet<String>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let has_ground = |grounds: &Option<String>| wanted.ground.is_none_or(|ground| names(grounds.as_deref(), ground));
    let mut meant: BTreeSet<String> = match wanted.search.as_ref().filter(|_| by_terms) {
        None => {
            let rows: Vec<(String, Option<String>)> =
                narrowed!(a::table.select((a::id, a::grounds)), ids, wanted).load(conn)?;
            rows.into_iter().filter(|(_, grounds)| has_ground(grounds)).map(|(id, _)| id).collect()
        }
        Some(search) => {
            let query = narrowed!(a::table.select((a::id, a::grounds, a::search)), ids, wanted);
            let rows: Vec<(String, Option<String>, String)> = query.load(conn)?;
            let is_meant = |row: &(String, Option<String>, String)| has_ground(&row.1) && search.finds(&row.2);
            rows.into_iter().filter(is_meant).map(|(id, ..)| id).collect()
        }
    };
    if let Some(decider) = &wanted.decider {
        let ready = with_key(conn, &meant, READY)?;
        meant.retain(|id| ready.contains(id));
        let own = with_key(conn, &meant, &not_for(decider))?;
        meant.retain(|id| !own.contains(id));
    }
    Ok(meant)
}

/// The places of all that were filed on the days that are asked for; none when no such days are, or when there are more than
/// would be looked at: those are walked along.
pub fn filed(conn: &mut Conn, wanted: &Wanted) -> Stored<Option<Vec<Place>>> {
    let Some(days) = wanted.filing_days() else { return Ok(None) };
    let mut places: Vec<Place> = Vec::new();
    // Day by day: asked for several days and a unit at once, SQLite would read all of the unit.
    for day in days {
        let query = a::table.filter(a::submitted_on.eq(day)).select((a::rank, a::id)).into_boxed();
        let query = match &wanted.unit {
            Some(unit) => query.filter(a::unit.eq(unit)),
            None => query,
        };
        let most = MOST_EXAMINED + 1 - places.len();
        let rows: Vec<(Option<i64>, String)> = query.limit(i64::try_from(most).unwrap_or(i64::MAX)).load(conn)?;
        places.extend(rows.into_iter().filter_map(|(rank, id)| Some(Place { rank: rank?, id })));
        if places.len() > MOST_EXAMINED {
            return Ok(None);
        }
    }
    places.sort_unstable();
    Ok(Some(places))
}

/// Whether the column of grounds names this one.
fn names(grounds: Option<&str>, ground: Ground) -> bool {
    let grounds: Grounds = grounds.unwrap_or_default().split(' ').filter_map(|code| code.parse().ok()).collect();
    grounds.has(ground)
}

/// Those that have this key.
fn with_key(conn: &mut Conn, ids: &BTreeSet<String>, key: &str) -> Stored<BTreeSet<String>> {
    let of_key = k::table.filter(k::application_id.eq_any(ids)).filter(k::key.eq(key.as_bytes()));
    let found: Vec<String> = of_key.select(k::application_id).load(conn)?;
    Ok(found.into_iter().collect())
}
