//! Walks along an index and looks at what is left to look at, for at most [`MOST_EXAMINED`] cases. So no page and no
//! count takes longer the more cases there are, whatever is asked together.

use std::ops::Range;

use super::super::{Conn, Stored};
use super::keys::Way;
use super::reach::{Reach, reach};
use super::rows::{self, filed};
use crate::desk::queue::{Case, Counted, MOST_COUNTED, MOST_EXAMINED, PER_PAGE, Page, Place, Turn, Wanted};

/// So many cases are read at once while looking: a page and a few more at first, since most are what is wanted.
const FIRST_BATCH: usize = PER_PAGE + 10;
const BATCH: usize = 250;

/// So many cases are read at once when all are wanted.
const STRETCH: usize = 1_000;

/// What is found on the way.
struct Found {
    cases: Vec<Case>,
    /// The last case that was looked at, when there may be more behind it.
    stopped: Option<Place>,
}

/// What is wanted, and where it is looked for: a search is looked up once, whatever is asked of it then.
pub struct Question {
    wanted: Wanted,
    source: Source,
    /// The first places, when counting has read them.
    first: Vec<Place>,
}

impl Question {
    /// Of what is wanted.
    pub fn of(conn: &mut Conn, wanted: Wanted) -> Stored<Self> {
        Ok(Self { source: Source::of(conn, &wanted)?, wanted, first: Vec::new() })
    }

    /// The same without what is finished.
    pub fn unfinished(&self) -> Self {
        let wanted = self.wanted.clone().unfinished();
        Self { source: self.source.within(&wanted.ranks), wanted, first: Vec::new() }
    }

    /// A page of it.
    pub fn page(&self, conn: &mut Conn, turn: &Turn) -> Stored<Page> {
        let mut found = self.find(conn, turn, PER_PAGE + 1)?;
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

    /// The first that is wanted on this side of a place.
    pub fn nearest(&self, conn: &mut Conn, turn: &Turn) -> Stored<Option<Case>> {
        Ok(self.find(conn, turn, 1)?.cases.pop())
    }

    /// How many there are: exact up to [`MOST_COUNTED`].
    pub fn count(&mut self, conn: &mut Conn) -> Stored<Counted> {
        let (count, more) = match &self.source {
            // Of many stretches the places are what is counted: the page need not read them again.
            Source::Way(way) if way.whole && way.is_of_several_keys() => {
                self.first = way.next(conn, &Turn::First, MOST_COUNTED + 1)?;
                (self.first.len().min(MOST_COUNTED), self.first.len() > MOST_COUNTED)
            }
            Source::Places { places, whole: true } => (places.len(), false),
            Source::Way(way) if way.whole => {
                let count = way.count(conn, MOST_COUNTED)?;
                (count.min(MOST_COUNTED), count > MOST_COUNTED)
            }
            _ => {
                let found = self.find(conn, &Turn::First, MOST_COUNTED + 1)?;
                let count = found.cases.len();
                (count.min(MOST_COUNTED), count > MOST_COUNTED || found.stopped.is_some())
            }
        };
        Ok(Counted { count: i64::try_from(count).unwrap_or(i64::MAX), more })
    }

    /// The next places where cases may be wanted.
    fn next(&self, conn: &mut Conn, turn: &Turn, most: usize) -> Stored<Vec<Place>> {
        if !matches!(turn, Turn::Before(_)) {
            let beyond = self.first.iter().filter(|place| is_beyond(turn, place));
            let known: Vec<Place> = beyond.take(most).cloned().collect();
            if known.len() == most {
                return Ok(known);
            }
        }
        self.source.next(conn, turn, most)
    }

    /// The next so many that are wanted, in the direction of the turn.
    fn find(&self, conn: &mut Conn, turn: &Turn, most: usize) -> Stored<Found> {
        let backward = matches!(turn, Turn::Before(_));
        let mut found = Found { cases: Vec::new(), stopped: None };
        let (mut at, mut examined, mut batch) = (turn.clone(), 0, FIRST_BATCH);
        while found.cases.len() < most {
            if examined >= MOST_EXAMINED {
                found.stopped = match at {
                    Turn::After(place) | Turn::Before(place) => Some(place),
                    Turn::First => None,
                };
                break;
            }
            let places = self.next(conn, &at, batch)?;
            let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
            let rows = rows::load(conn, &ids)?.into_iter();
            let meant = rows.filter(|(case, terms)| self.wanted.has(case, terms));
            let mut cases: Vec<Case> =
                meant.map(|(case, _)| case).filter(|case| is_beyond(turn, &case.place)).collect();
            if backward {
                cases.reverse();
            }
            found.cases.extend(cases);
            examined += places.len();
            let Some(last) = places.last().cloned().filter(|_| places.len() == batch) else { break };
            at = if backward { Turn::Before(last) } else { Turn::After(last) };
            batch = BATCH;
        }
        found.cases.truncate(most);
        Ok(found)
    }
}

/// A page of what is wanted.
pub fn page(conn: &mut Conn, wanted: &Wanted, turn: &Turn) -> Stored<Page> {
    Question::of(conn, wanted.clone())?.page(conn, turn)
}

/// How many are wanted: exact up to [`MOST_COUNTED`].
pub fn count(conn: &mut Conn, wanted: &Wanted) -> Stored<Counted> {
    Question::of(conn, wanted.clone())?.count(conn)
}

/// The first so many of what is wanted, and whether there may be more.
pub fn first(conn: &mut Conn, wanted: &Wanted, most: usize) -> Stored<(Vec<Case>, bool)> {
    let mut found = Question::of(conn, wanted.clone())?.find(conn, &Turn::First, most + 1)?;
    let more = found.cases.len() > most || found.stopped.is_some();
    found.cases.truncate(most);
    Ok((found.cases, more))
}

/// The next stretch of what is wanted, for whoever goes through all of it, and where it goes on. Each stretch is read by
/// itself: a case that changes its place meanwhile may be met twice, or not at all.
pub fn stretch(conn: &mut Conn, wanted: &Wanted, from: Option<&Place>) -> Stored<(Vec<Case>, Option<Place>)> {
    let turn = from.map_or(Turn::First, |place| Turn::After(place.clone()));
    if wanted.search.is_some() {
        let found = Question::of(conn, wanted.clone())?.find(conn, &turn, usize::MAX)?;
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

/// Where cases that may be wanted come from, in order.
#[derive(Clone)]
enum Source {
    /// These; all of them, or those that are looked at and found to be wanted.
    Places {
        places: Vec<Place>,
        whole: bool,
    },
    Way(Way),
}

impl Source {
    fn of(conn: &mut Conn, wanted: &Wanted) -> Stored<Self> {
        let Some(search) = &wanted.search else {
            let filed = filed(conn, wanted)?.map(|places| Self::Places { places, whole: false }.within(&wanted.ranks));
            return Ok(filed.unwrap_or_else(|| Self::Way(Way::of(wanted))));
        };
        let (reach, narrow) = reach(conn, wanted.unit.as_deref(), search)?;
        let whole = narrow && search.is_narrow() && wanted.has_no_facets();
        Ok(match reach {
            Reach::Few(places) => Self::Places { places, whole }.within(&wanted.ranks),
            Reach::Keys(keys) => Self::Way(Way::along(keys, wanted, whole)),
            Reach::Far => Self::Way(Way::of(wanted)),
        })
    }

    /// The same, of these ranks only.
    fn within(&self, ranks: &Range<i64>) -> Self {
        let mut within = self.clone();
        match &mut within {
            Self::Way(way) => way.ranks = ranks.clone(),
            Self::Places { places, .. } => places.retain(|place| ranks.contains(&place.rank)),
        }
        within
    }

    /// The next places, at most so many; before a place they come in backward order.
    fn next(&self, conn: &mut Conn, turn: &Turn, most: usize) -> Stored<Vec<Place>> {
        match self {
            Self::Way(way) => way.next(conn, turn, most),
            Self::Places { places, .. } => {
                let beyond = places.iter().filter(|place| is_beyond(turn, place));
                Ok(if matches!(turn, Turn::Before(_)) {
                    beyond.rev().take(most).cloned().collect()
                } else {
                    beyond.take(most).cloned().collect()
                })
            }
        }
    }
}
