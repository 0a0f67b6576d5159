//! Walks along an index and looks at what is left to look at, for at most [`MOST_EXAMINED`] cases. So no page and no
//! count takes longer the more cases there are, whatever is asked together.

use super::super::{Conn, Stored};
use super::keys::Way;
use super::{rows, words};
use crate::desk::queue::{Case, Counted, MOST_COUNTED, MOST_EXAMINED, PER_PAGE, Page, Place, Turn, Wanted};

/// So many cases are read at once while looking.
const BATCH: usize = 250;

/// So many cases are read at once when all are wanted.
const STRETCH: usize = 1_000;

/// What is found on the way.
struct Found {
    cases: Vec<Case>,
    /// The last case that was looked at, when there may be more behind it.
    stopped: Option<Place>,
}

/// A page of what is wanted.
pub fn page(conn: &mut Conn, wanted: &Wanted, turn: &Turn) -> Stored<Page> {
    let mut found = find(conn, wanted, turn, PER_PAGE + 1)?;
    let more = found.cases.len() > PER_PAGE;
    found.cases.truncate(PER_PAGE);
    let far = if more { found.cases.last().map(|case| case.place.clone()) } else { found.stopped.clone() };
    let backward = matches!(turn, Turn::Before(_));
    if backward {
        found.cases.reverse();
    }
    let near = match turn {
        Turn::First => None,
        // Where this page begins there was one before it.
        Turn::After(at) | Turn::Before(at) => {
            let end = if backward { found.cases.last() } else { found.cases.first() };
            Some(end.map_or_else(|| at.clone(), |case| case.place.clone()))
        }
    };
    let (before, after) = if backward { (far, near) } else { (near, far) };
    Ok(Page { stopped: !more && found.stopped.is_some(), cases: found.cases, before, after })
}

/// The first so many of what is wanted, and whether there may be more.
pub fn first(conn: &mut Conn, wanted: &Wanted, most: usize) -> Stored<(Vec<Case>, bool)> {
    let mut found = find(conn, wanted, &Turn::First, most + 1)?;
    let more = found.cases.len() > most || found.stopped.is_some();
    found.cases.truncate(most);
    Ok((found.cases, more))
}

/// How many are wanted: exact up to [`MOST_COUNTED`].
pub fn count(conn: &mut Conn, wanted: &Wanted) -> Stored<Counted> {
    let way = Way::of(wanted);
    if way.whole {
        let count = way.count(conn, MOST_COUNTED)?;
        return Ok(Counted { count: count.min(MOST_COUNTED), more: count > MOST_COUNTED });
    }
    let found = find(conn, wanted, &Turn::First, usize::MAX)?;
    let count = i64::try_from(found.cases.len()).unwrap_or(i64::MAX);
    Ok(Counted { count, more: found.stopped.is_some() })
}

/// The next stretch of what is wanted, for whoever goes through all of it, and where it goes on. Each stretch is read by
/// itself: a case that changes its place meanwhile may be met twice, or not at all.
pub fn stretch(conn: &mut Conn, wanted: &Wanted, from: Option<&Place>) -> Stored<(Vec<Case>, Option<Place>)> {
    let turn = from.map_or(Turn::First, |place| Turn::After(place.clone()));
    if wanted.search.is_some() {
        let found = find(conn, wanted, &turn, usize::MAX)?;
        return Ok((found.cases, found.stopped));
    }
    let places = Way::of(wanted).next(conn, &turn, STRETCH)?;
    let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
    let meant = rows::load(conn, &ids)?.into_iter().map(|(case, _)| case);
    let cases = meant.filter(|case| wanted.has(case, "")).collect();
    Ok((cases, places.last().cloned().filter(|_| places.len() == STRETCH)))
}

fn is_beyond(turn: &Turn, place: &Place) -> bool {
    match turn {
        Turn::First => true,
        Turn::After(at) => place > at,
        Turn::Before(at) => place < at,
    }
}

/// The next so many that are wanted, in the direction of the turn.
fn find(conn: &mut Conn, wanted: &Wanted, turn: &Turn, most: usize) -> Stored<Found> {
    let backward = matches!(turn, Turn::Before(_));
    let look = |conn: &mut Conn, ids: &[&str]| -> Stored<Vec<Case>> {
        let rows = rows::load(conn, ids)?.into_iter();
        let meant = rows.filter(|(case, terms)| wanted.has(case, terms));
        let mut cases: Vec<Case> = meant.map(|(case, _)| case).filter(|case| is_beyond(turn, &case.place)).collect();
        if backward {
            cases.reverse();
        }
        Ok(cases)
    };
    if let Some(search) = &wanted.search
        && let Some(ids) = words::candidates(conn, wanted.unit.as_deref(), search)?
    {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut cases = look(conn, &ids)?;
        cases.truncate(most);
        return Ok(Found { cases, stopped: None });
    }
    let way = Way::of(wanted);
    let batch = if way.whole { most } else { BATCH };
    let mut found = Found { cases: Vec::new(), stopped: None };
    let (mut at, mut examined) = (turn.clone(), 0);
    while found.cases.len() < most {
        if examined >= MOST_EXAMINED {
            found.stopped = match at {
                Turn::After(place) | Turn::Before(place) => Some(place),
                Turn::First => None,
            };
            break;
        }
        let places = way.next(conn, &at, batch)?;
        let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
        found.cases.extend(look(conn, &ids)?);
        examined += places.len();
        let Some(last) = places.last().cloned().filter(|_| places.len() == batch) else { break };
        at = if backward { Turn::Before(last) } else { Turn::After(last) };
    }
    found.cases.truncate(most);
    Ok(found)
}
