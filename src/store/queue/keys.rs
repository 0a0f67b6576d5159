//! The places of cases along one index. Each question here names the columns of one index of the migrations 000050,
//! 000090, 000100 and 000120 and nothing else, so that the database has no other way to go: what else is asked is looked at
//! afterwards.

use std::ops::Range;

use diesel::prelude::*;

use super::super::schema::{applications as a, queue_keys as k};
use super::super::{Conn, Stored};
use super::merge;
use crate::application::Status;
use crate::application::lists::units;
use crate::desk::queue::{Citizenship, Hands, Place, Turn, Wanted};
use crate::law::Route;

/// What the index that is walked along is chosen by.
#[derive(Debug, Clone, PartialEq)]
pub enum By {
    /// None.
    Everything,
    /// State.
    Status(Status),
    /// Route.
    Route(Route),
    /// Citizenship.
    Citizenship(Citizenship),
    /// The clerk in whose hands they are.
    Clerk(String),
    /// In nobody's hands.
    Nobody,
    /// A key: facets together, or what was searched for.
    Key(String),
}

/// A way along one index, or along several stretches of it at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The units; none for all together.
    units: Option<Vec<String>>,
    /// A case may stand in the stretches of several of these.
    by: Vec<By>,
    /// Stretch of ranks.
    pub ranks: Range<i64>,
    /// Whether the index has all that is wanted, so that nothing is left to look at but what the reader prepared.
    pub whole: bool,
}

impl Way {
    /// Along the key of all facets together, or along the column of the one that is asked for.
    pub fn of(wanted: &Wanted) -> Self {
        let hands = wanted.hands.as_ref().map(|hands| match hands {
            Hands::Clerk(id) => By::Clerk(id.clone()),
            Hands::Nobody => By::Nobody,
        });
        let facets = [
            wanted.key().map(By::Key),
            hands,
            wanted.status.map(By::Status),
            wanted.citizenship.map(By::Citizenship),
            wanted.route.map(By::Route),
        ];
        let by = facets.into_iter().flatten().next().unwrap_or(By::Everything);
        let units = match (&wanted.unit, &by) {
            (None, By::Everything | By::Status(_) | By::Key(_)) => None,
            (unit, _) => Some(units(unit.as_deref()).into_iter().map(str::to_owned).collect()),
        };
        Self { units, by: vec![by], ranks: wanted.ranks.clone(), whole: wanted.is_of_one_index() }
    }

    /// Along these keys: of what was searched for.
    pub fn along(keys: Vec<String>, wanted: &Wanted, whole: bool) -> Self {
        let by = keys.into_iter().map(By::Key).collect();
        Self { units: wanted.unit.clone().map(|unit| vec![unit]), by, ranks: wanted.ranks.clone(), whole }
    }

    fn streams(&self) -> Vec<(Option<&str>, &By)> {
        let units: Vec<Option<&str>> = match &self.units {
            None => vec![None],
            Some(units) => units.iter().map(|unit| Some(unit.as_str())).collect(),
        };
        units.iter().flat_map(|unit| self.by.iter().map(move |by| (*unit, by))).collect()
    }

    /// The next places, at most so many; before a place they come in backward order.
    pub fn next(&self, conn: &mut Conn, turn: &Turn, most: usize) -> Stored<Vec<Place>> {
        let streams = self.streams();
        let [(unit, by)] = streams[..] else {
            let ask = |stream: usize, most| {
                let (unit, by) = streams[stream];
                stretch(conn, unit, by, &self.ranks, turn, Ask::Places(most))
            };
            return merge::merged(streams.len(), matches!(turn, Turn::Before(_)), most, ask);
        };
        stretch(conn, unit, by, &self.ranks, turn, Ask::Places(most))
    }

    /// Whether a case may stand in several of its stretches.
    pub fn is_of_several_keys(&self) -> bool {
        self.by.len() > 1
    }

    /// How many there are along the way, which is of one key or none, up to one more than `most`.
    pub fn count(&self, conn: &mut Conn, most: usize) -> Stored<usize> {
        let mut count = 0;
        for (unit, by) in self.streams() {
            // Whether there are more is asked first: then at most so many are counted.
            if !stretch(conn, unit, by, &self.ranks, &Turn::First, Ask::Nth(most - count))?.is_empty() {
                return Ok(most + 1);
            }
            count += number(conn, unit, by, &self.ranks)?;
        }
        Ok(count)
    }
}

/// What is asked of a stretch.
#[derive(Clone, Copy)]
enum Ask {
    /// Its first places.
    Places(usize),
    /// The place after so many.
    Nth(usize),
}

/// Narrows a query of `applications` to the index of the way. The type of a query holds its columns, hence a macro.
macro_rules! along {
    ($query:expr, $unit:expr, $by:expr, $ranks:expr) => {{
        let mut query = $query.filter(a::rank.ge($ranks.start).and(a::rank.lt($ranks.end))).into_boxed();
        if let Some(unit) = $unit {
            query = query.filter(a::unit.eq(unit));
        }
        match $by {
            By::Status(status) => query.filter(a::status.eq(status.code())),
            By::Route(route) => query.filter(a::route.eq(route.code())),
            By::Citizenship(citizenship) => query.filter(a::citizenship.eq(citizenship.code())),
            By::Clerk(id) => query.filter(a::clerk_id.eq(id)),
            By::Nobody => query.filter(a::clerk_id.is_null()),
            By::Everything | By::Key(_) => query,
        }
    }};
}

/// The same of the table of keys.
macro_rules! along_key {
    ($query:expr, $unit:expr, $key:expr, $ranks:expr) => {{
        let query = $query.filter(k::rank.ge($ranks.start).and(k::rank.lt($ranks.end))).into_boxed();
        match $unit {
            Some(unit) => query.filter(k::unit.eq(unit)).filter(k::key.eq($key.as_bytes())),
            None => query.filter(k::everywhere.eq($key.as_bytes())),
        }
    }};
}

/// Orders a query and begins it at a place, in ranks that are narrowed by it.
macro_rules! turned {
    ($query:expr, $rank:expr, $id:expr, $turn:expr, $ask:expr) => {{
        let query = match $turn {
            Turn::First => $query,
            Turn::After(at) => $query.filter($rank.gt(at.rank).or($id.gt(at.id.clone()))),
            Turn::Before(at) => $query.filter($rank.lt(at.rank).or($id.lt(at.id.clone()))),
        };
        let query = match $turn {
            Turn::Before(_) => query.order(($rank.desc(), $id.desc())),
            _ => query.order(($rank.asc(), $id.asc())),
        };
        match $ask {
            Ask::Places(most) => query.limit(i64::try_from(most).unwrap_or(i64::MAX)),
            Ask::Nth(nth) => query.offset(i64::try_from(nth).unwrap_or(i64::MAX)).limit(1),
        }
    }};
}

/// The ranks from a place on. One bound, not two: an index begins at the first that it meets, and walks to the second.
fn narrowed(ranks: &Range<i64>, turn: &Turn) -> Range<i64> {
    match turn {
        Turn::First => ranks.clone(),
        Turn::After(at) => ranks.start.max(at.rank)..ranks.end,
        Turn::Before(at) => ranks.start..ranks.end.min(at.rank.saturating_add(1)),
    }
}

fn stretch(
    conn: &mut Conn,
    unit: Option<&str>,
    by: &By,
    ranks: &Range<i64>,
    turn: &Turn,
    ask: Ask,
) -> Stored<Vec<Place>> {
    let ranks = &narrowed(ranks, turn);
    if let By::Key(key) = by {
        let query = along_key!(k::table.select((k::rank, k::application_id)), unit, key, ranks);
        let rows: Vec<(i64, String)> = turned!(query, k::rank, k::application_id, turn, ask).load(conn)?;
        return Ok(rows.into_iter().map(|(rank, id)| Place { rank, id }).collect());
    }
    let query = along!(a::table.select((a::rank, a::id)), unit, by, ranks);
    let rows: Vec<(Option<i64>, String)> = turned!(query, a::rank, a::id, turn, ask).load(conn)?;
    Ok(rows.into_iter().filter_map(|(rank, id)| Some(Place { rank: rank?, id })).collect())
}

fn number(conn: &mut Conn, unit: Option<&str>, by: &By, ranks: &Range<i64>) -> Stored<usize> {
    use diesel::dsl::count_star;
    let count: i64 = match by {
        By::Key(key) => along_key!(k::table.select(count_star()), unit, key, ranks).first(conn)?,
        _ => along!(a::table.select(count_star()), unit, by, ranks).first(conn)?,
    };
    Ok(usize::try_from(count).unwrap_or_default())
}
