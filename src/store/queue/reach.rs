//! How far a search reaches: to a few cases, along a few keys of the index, or too far for either.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::super::schema::queue_keys as k;
use super::super::{Conn, Stored};
use crate::desk::queue::{Place, Search};

/// Of so many cases all places are read; more are walked along.
const FEW: usize = 100;
/// A case has so many keys that begin alike, at most.
const ALIKE: usize = 3;
/// So many spellings of what was searched for are walked along at once.
const SPELLINGS: usize = 12;

/// The rows whose keys lie in a stretch, of a unit or of all, in the order of their index. The type of a query holds its
/// columns, hence a macro.
macro_rules! between {
    ($columns:expr, $unit:expr, $from:expr, $to:expr) => {{
        let query = k::table.select($columns).into_boxed();
        match $unit {
            Some(unit) => query.filter(k::unit.eq(unit)).filter(k::key.ge($from).and(k::key.lt($to))).order((
                k::key,
                k::rank,
                k::application_id,
            )),
            None => query.filter(k::everywhere.ge($from).and(k::everywhere.lt($to))).order((
                k::everywhere,
                k::rank,
                k::application_id,
            )),
        }
    }};
}

/// Where what was searched for may be.
pub enum Reach {
    /// Among these, in the order of the queue.
    Few(Vec<Place>),
    /// Along these keys.
    Keys(Vec<String>),
    /// Anywhere.
    Far,
}

/// Where a search finds cases, and whether by its narrow beginnings.
pub fn reach(conn: &mut Conn, unit: Option<&str>, search: &Search) -> Stored<(Reach, bool)> {
    for (beginnings, narrow) in search.beginnings().into_iter().zip([true, false]) {
        match few(conn, unit, &beginnings)? {
            Some(places) if places.is_empty() => {}
            Some(places) => return Ok((Reach::Few(places), narrow)),
            None => {
                let keys = spellings(conn, unit, &beginnings)?;
                return Ok((keys.map_or(Reach::Far, Reach::Keys), narrow));
            }
        }
    }
    Ok((Reach::Few(Vec::new()), true))
}

/// All places that the beginnings lead to; none when they are more than a few.
fn few(conn: &mut Conn, unit: Option<&str>, beginnings: &[String]) -> Stored<Option<Vec<Place>>> {
    let mut found = BTreeMap::new();
    for begin in beginnings {
        let most = FEW * ALIKE + 1;
        let (from, to) = stretch(begin);
        let rows: Vec<(String, i64)> = between!((k::application_id, k::rank), unit, from, to)
            .limit(i64::try_from(most).unwrap_or(i64::MAX))
            .load(conn)?;
        let cut = rows.len() == most;
        found.extend(rows);
        if cut || found.len() > FEW {
            return Ok(None);
        }
    }
    let mut places: Vec<Place> = found.into_iter().map(|(id, rank)| Place { rank, id }).collect();
    places.sort_unstable();
    Ok(Some(places))
}

/// The keys that begin so, from one to the next along the index; none when they are too many.
fn spellings(conn: &mut Conn, unit: Option<&str>, beginnings: &[String]) -> Stored<Option<Vec<String>>> {
    let mut keys = BTreeSet::new();
    for begin in beginnings {
        let (mut from, to) = stretch(begin);
        loop {
            let next = between!(k::key, unit, &from, &to).first(conn).optional()?;
            let Some(next): Option<Vec<u8>> = next else { break };
            from = next.clone();
            from.push(0); // the next text in order
            keys.insert(String::from_utf8_lossy(&next).into_owned());
            if keys.len() > SPELLINGS {
                return Ok(None);
            }
        }
    }
    Ok(Some(keys.into_iter().collect()))
}

/// From the first text that begins so to the first that does not: no byte of UTF-8 is 255.
fn stretch(begin: &str) -> (Vec<u8>, Vec<u8>) {
    let from = begin.as_bytes().to_vec();
    let mut to = from.clone();
    to.push(u8::MAX);
    (from, to)
}
