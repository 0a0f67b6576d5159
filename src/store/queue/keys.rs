//! The places of cases along one index. Each question here names the columns of one index of the migrations 000050 and 000090, and
//! nothing else, so that the database has no other way to go: what else is asked is looked at afterwards.

use std::ops::Range;

use diesel::prelude::*;

use super::super::schema::{applications as a, queue_grounds as g};
use super::super::{Conn, Stored};
use crate::application::Status;
use crate::application::lists::REGIONS;
use crate::desk::queue::{Citizenship, Hands, Place, Turn, Wanted};
use crate::law::Route;
use crate::law::facts::Ground;

/// The facet whose index is walked along.
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
    /// Ground.
    Ground(Ground),
    /// The clerk in whose hands they are.
    Clerk(String),
    /// In nobody's hands.
    Nobody,
}

/// A way along one index, or along those of all units at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The units; none for all together.
    units: Option<Vec<String>>,
    by: By,
    ranks: Range<i64>,
    /// Whether the index has all that is wanted, so that nothing is left to look at.
    pub whole: bool,
}

/// Whether few cases are in this state at any time.
fn is_passing(status: Status) -> bool {
    !status.is_final()
}

impl Way {
    /// The way that meets the fewest cases in vain.
    pub fn of(wanted: &Wanted) -> Self {
        let (clerk, nobody) = match &wanted.hands {
            Some(Hands::Clerk(id)) => (Some(By::Clerk(id.clone())), None),
            Some(Hands::Nobody) => (None, Some(By::Nobody)),
            None => (None, None),
        };
        let facets = [
            clerk,
            wanted.status.filter(|status| is_passing(*status)).map(By::Status),
            wanted.ground.map(By::Ground),
            wanted.citizenship.map(By::Citizenship),
            nobody,
            wanted.status.filter(|status| !is_passing(*status)).map(By::Status),
            wanted.route.map(By::Route),
        ];
        let asked = facets.iter().flatten().count();
        let by = facets.into_iter().flatten().next().unwrap_or(By::Everything);
        let units = match (&wanted.unit, &by) {
            (Some(unit), _) => Some(vec![unit.clone()]),
            (None, By::Everything | By::Status(_)) => None,
            (None, _) => Some(REGIONS.iter().map(|unit| (*unit).to_owned()).collect()),
        };
        Self { units, by, ranks: wanted.ranks.clone(), whole: asked <= 1 && wanted.search.is_none() }
    }

    fn streams(&self) -> Vec<Option<&str>> {
        self.units.as_ref().map_or_else(|| vec![None], |units| units.iter().map(|unit| Some(unit.as_str())).collect())
    }

    /// The next places, at most so many; before a place they come in backward order.
    pub fn next(&self, conn: &mut Conn, turn: &Turn, most: usize) -> Stored<Vec<Place>> {
        let streams = self.streams();
        let mut places = Vec::new();
        for unit in &streams {
            places.extend(stretch(conn, *unit, self, turn, Ask::Places(most))?);
        }
        if streams.len() > 1 {
            places.sort_unstable();
            if matches!(turn, Turn::Before(_)) {
                places.reverse();
            }
            places.truncate(most);
        }
        Ok(places)
    }

    /// How many there are along the way, up to one more than `most`.
    pub fn count(&self, conn: &mut Conn, most: i64) -> Stored<i64> {
        let mut count = 0;
        for unit in self.streams() {
            // Whether there are more is asked first: then at most so many are counted.
            let left = most - count;
            if !stretch(conn, unit, self, &Turn::First, Ask::Nth(left))?.is_empty() {
                return Ok(most + 1);
            }
            count += number(conn, unit, self)?;
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
    Nth(i64),
}

/// Narrows a query of `applications` to the index of the way. The type of a query holds its columns, hence a macro.
macro_rules! along {
    ($query:expr, $unit:expr, $way:expr) => {{
        let mut query = $query.filter(a::rank.ge($way.ranks.start).and(a::rank.lt($way.ranks.end))).into_boxed();
        if let Some(unit) = $unit {
            query = query.filter(a::unit.eq(unit));
        }
        match &$way.by {
            By::Status(status) => query.filter(a::status.eq(status.code())),
            By::Route(route) => query.filter(a::route.eq(route.code())),
            By::Citizenship(citizenship) => query.filter(a::citizenship.eq(citizenship.code())),
            By::Clerk(id) => query.filter(a::clerk_id.eq(id)),
            By::Nobody => query.filter(a::clerk_id.is_null()),
            By::Everything | By::Ground(_) => query,
        }
    }};
}

/// The same of the table of grounds.
macro_rules! along_ground {
    ($query:expr, $unit:expr, $ground:expr, $way:expr) => {
        $query
            .filter(g::unit.eq($unit.unwrap_or_default()))
            .filter(g::ground.eq($ground.code()))
            .filter(g::rank.ge($way.ranks.start).and(g::rank.lt($way.ranks.end)))
            .into_boxed()
    };
}

/// Orders a query and begins it at a place. The plain comparison of the rank is what an index can begin at.
macro_rules! turned {
    ($query:expr, $rank:expr, $id:expr, $turn:expr, $ask:expr) => {{
        let query = match $turn {
            Turn::First => $query,
            Turn::After(at) => $query.filter($rank.ge(at.rank)).filter($rank.gt(at.rank).or($id.gt(at.id.clone()))),
            Turn::Before(at) => $query.filter($rank.le(at.rank)).filter($rank.lt(at.rank).or($id.lt(at.id.clone()))),
        };
        let query = match $turn {
            Turn::Before(_) => query.order(($rank.desc(), $id.desc())),
            _ => query.order(($rank.asc(), $id.asc())),
        };
        match $ask {
            Ask::Places(most) => query.limit(i64::try_from(most).unwrap_or(i64::MAX)),
            Ask::Nth(nth) => query.offset(nth).limit(1),
        }
    }};
}

fn stretch(conn: &mut Conn, unit: Option<&str>, way: &Way, turn: &Turn, ask: Ask) -> Stored<Vec<Place>> {
    if let By::Ground(ground) = &way.by {
        let query = along_ground!(g::table.select((g::rank, g::application_id)), unit, ground, way);
        let rows: Vec<(i64, String)> = turned!(query, g::rank, g::application_id, turn, ask).load(conn)?;
        return Ok(rows.into_iter().map(|(rank, id)| Place { rank, id }).collect());
    }
    let query = along!(a::table.select((a::rank, a::id)), unit, way);
    let rows: Vec<(Option<i64>, String)> = turned!(query, a::rank, a::id, turn, ask).load(conn)?;
    Ok(rows.into_iter().filter_map(|(rank, id)| Some(Place { rank: rank?, id })).collect())
}

fn number(conn: &mut Conn, unit: Option<&str>, way: &Way) -> Stored<i64> {
    use diesel::dsl::count_star;
    Ok(match &way.by {
        By::Ground(ground) => along_ground!(g::table.select(count_star()), unit, ground, way).first(conn)?,
        _ => along!(a::table.select(count_star()), unit, way).first(conn)?,
    })
}
