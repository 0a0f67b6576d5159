//! Walks along an index and looks at what is left to look at, for at most [`MOST_EXAMINED`] cases. So no page and no
//! count takes longer the more cases there are, whatever is asked together.

use std::ops::Range;

use super::super::{Conn, Stored};
use super::keys::Way;
use super::reach::{Reach, reach};
use super::{looked_at, rows};
use crate::desk::queue::{Case, Counted, MOST_COUNTED, MOST_EXAMINED, PER_PAGE, Page, Place, Turn, Wanted, not_for};

/// So many cases are looked at together: a page and a few more at first, since often most are what is wanted.
const FIRST_BATCH: usize = PER_PAGE + 10;
const BATCH: usize = 500;

/// So many cases are read at once when all are wanted.
const STRETCH: usize = 1_000;

/// What was met on the way.
#[derive(Clone, Default)]
struct Walk {
    /// Where wanted cases stand, in the direction of the way.
    places: Vec<Place>,
    /// The last case that was looked at, when there may be more behind it.
    stopped: Option<Place>,
}

/// What is wanted, and where it is looked for: a search is looked up once, whatever is asked of it then.
pub struct Question {
    wanted: Wanted,
    source: Source,
    /// Whether the way alone does not tell that a case is what was searched for.
    by_terms: bool,
    /// What counting has met from the beginning on: up to one more than is counted.
    counted: Option<Walk>,
}

impl Question {
    /// Of what is wanted.
    pub fn of(conn: &mut Conn, wanted: Wanted) -> Stored<Self> {
        let (source, by_terms) = Source::of(conn, &wanted)?;
        Ok(Self { wanted, source, by_terms, counted: None })
    }

    /// The same without what is finished, which comes last in the queue: who has met the first of all has met these.
    pub fn unfinished(&self) -> Self {
        let wanted = self.wanted.clone().unfinished();
        let has = |place: &Place| wanted.ranks.contains(&place.rank);
        let counted = self.counted.clone().map(|walk| Walk {
            places: walk.places.into_iter().filter(has).collect(),
            stopped: walk.stopped.filter(has),
        });
        Self { source: self.source.within(&wanted.ranks), wanted, counted, by_terms: self.by_terms }
    }

    /// A page of it.
    pub fn page(&self, conn: &mut Conn, turn: &Turn) -> Stored<Page> {
        let mut walk = self.walk(conn, turn, PER_PAGE + 1)?;
        let more = walk.places.len() > PER_PAGE;
        walk.places.truncate(PER_PAGE);
        let far = if more { walk.places.last().cloned() } else { walk.stopped.clone() };
        let near = match turn {
            Turn::First => None,
            // Where this page begins there was one before it.
            Turn::After(at) | Turn::Before(at) => Some(walk.places.first().unwrap_or(at).clone()),
        };
        let (before, after) = if matches!(turn, Turn::Before(_)) { (far, near) } else { (near, far) };
        Ok(Page { stopped: !more && walk.stopped.is_some(), cases: self.cases(conn, &walk.places)?, before, after })
    }

    /// Where the first that is wanted on this side of a place stands.
    pub fn nearest(&self, conn: &mut Conn, turn: &Turn) -> Stored<Option<Place>> {
        Ok(self.walk(conn, turn, 1)?.places.pop())
    }

    /// How many there are: exact up to [`MOST_COUNTED`].
    pub fn count(&mut self, conn: &mut Conn) -> Stored<Counted> {
        let (count, more) = match &self.source {
            Source::Places { places, whole: true } => (places.len(), false),
            // Of many stretches the places are what is counted: they are kept like those that were looked at.
            Source::Way(way) if way.whole && !way.is_of_several_keys() => {
                let own = self.prepared(conn, way)?;
                let count = way.count(conn, MOST_COUNTED + own)?.saturating_sub(own);
                (count.min(MOST_COUNTED), count > MOST_COUNTED)
            }
            _ => {
                let walk = match self.counted.take() {
                    Some(walk) => walk,
                    None => self.walk(conn, &Turn::First, MOST_COUNTED + 1)?,
                };
                let counted =
                    (walk.places.len().min(MOST_COUNTED), walk.places.len() > MOST_COUNTED || walk.stopped.is_some());
                self.counted = Some(walk);
                counted
            }
        };
        Ok(Counted { count: i64::try_from(count).unwrap_or(i64::MAX), more })
    }

    /// How many along the way are refusals that the reader prepared, and not wanted therefore.
    fn prepared(&self, conn: &mut Conn, way: &Way) -> Stored<usize> {
        let Some(decider) = &self.wanted.decider else { return Ok(0) };
        let wanted = Wanted { decider: None, ranks: way.ranks.clone(), ..self.wanted.clone() };
        let own = Way::along(vec![not_for(decider)], &wanted, true).next(conn, &Turn::First, MOST_EXAMINED)?;
        let ids: Vec<&str> = own.iter().map(|place| place.id.as_str()).collect();
        Ok(looked_at::meant(conn, &ids, &wanted, false)?.len())
    }

    /// The next so many that are wanted, in the direction of the turn.
    fn walk(&self, conn: &mut Conn, turn: &Turn, most: usize) -> Stored<Walk> {
        if let Some(known) = self.known(turn, most) {
            return Ok(known);
        }
        let mut walk = Walk::default();
        let (mut at, mut examined) = (turn.clone(), 0);
        // Where all that is met is wanted, one more than are counted is enough to tell that there are more.
        let most_met = if self.source.is_whole() { MOST_COUNTED + 1 } else { MOST_EXAMINED };
        let mut batch = if self.source.is_whole() { most.min(most_met) } else { FIRST_BATCH };
        while walk.places.len() < most {
            if examined >= most_met {
                walk.stopped = match at {
                    Turn::After(place) | Turn::Before(place) => Some(place),
                    Turn::First => None,
                };
                break;
            }
            let places = self.source.next(conn, &at, batch)?;
            let last = places.last().cloned().filter(|_| places.len() == batch);
            examined += places.len();
            walk.places.extend(self.meant(conn, places)?);
            let Some(last) = last else { break };
            at = if matches!(turn, Turn::Before(_)) { Turn::Before(last) } else { Turn::After(last) };
            batch = BATCH.min(most_met.saturating_sub(examined));
        }
        walk.places.truncate(most);
        Ok(walk)
    }

    /// What counting has met of that already, if it is enough.
    fn known(&self, turn: &Turn, most: usize) -> Option<Walk> {
        let counted = self.counted.as_ref().filter(|_| !matches!(turn, Turn::Before(_)))?;
        let beyond = counted.places.iter().filter(|place| is_beyond(turn, place));
        let places: Vec<Place> = beyond.take(most).cloned().collect();
        let is_all = counted.places.len() <= MOST_COUNTED && matches!(turn, Turn::First);
        (places.len() == most || is_all).then(|| Walk { places, stopped: counted.stopped.clone() })
    }

    /// Those of these places where a wanted case stands.
    fn meant(&self, conn: &mut Conn, places: Vec<Place>) -> Stored<Vec<Place>> {
        if self.source.is_whole() && self.wanted.decider.is_none() {
            return Ok(places);
        }
        let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
        let meant = looked_at::meant(conn, &ids, &self.wanted, self.by_terms)?;
        Ok(places.into_iter().filter(|place| meant.contains(&place.id)).collect())
    }

    /// The cases at these places, in the order of the queue.
    fn cases(&self, conn: &mut Conn, places: &[Place]) -> Stored<Vec<Case>> {
        let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
        let rows = rows::load(conn, &ids)?.into_iter();
        Ok(rows.filter(|(case, terms)| self.wanted.has(case, terms)).map(|(case, _)| case).collect())
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
    let question = Question::of(conn, wanted.clone())?;
    let mut walk = question.walk(conn, &Turn::First, most + 1)?;
    let more = walk.places.len() > most || walk.stopped.is_some();
    walk.places.truncate(most);
    Ok((question.cases(conn, &walk.places)?, more))
}

/// The next stretch of what is wanted, for whoever goes through all of it, and where it goes on. Each stretch is read by
/// itself: a case that changes its place meanwhile may be met twice, or not at all.
pub fn stretch(conn: &mut Conn, wanted: &Wanted, from: Option<&Place>) -> Stored<(Vec<Case>, Option<Place>)> {
    let turn = from.map_or(Turn::First, |place| Turn::After(place.clone()));
    if wanted.search.is_some() {
        let question = Question::of(conn, wanted.clone())?;
        let walk = question.walk(conn, &turn, usize::MAX)?;
        return Ok((question.cases(conn, &walk.places)?, walk.stopped));
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
    /// Of what is wanted; and whether what was searched for is to be looked at too.
    fn of(conn: &mut Conn, wanted: &Wanted) -> Stored<(Self, bool)> {
        let Some(search) = &wanted.search else {
            let filed = looked_at::filed(conn, wanted)?;
            let filed = filed.map(|places| Self::Places { places, whole: false }.within(&wanted.ranks));
            return Ok((filed.unwrap_or_else(|| Self::Way(Way::of(wanted))), false));
        };
        let (reach, narrow) = reach(conn, wanted.unit.as_deref(), search)?;
        let found = narrow && search.is_narrow();
        let whole = found && wanted.has_no_facets();
        Ok(match reach {
            Reach::Few(places) => (Self::Places { places, whole }.within(&wanted.ranks), !found),
            Reach::Keys(keys) => (Self::Way(Way::along(keys, wanted, whole)), !found),
            Reach::Far => (Self::Way(Way::of(wanted)), true),
        })
    }

    /// Whether all that comes from here is wanted, so that nothing is left to look at.
    fn is_whole(&self) -> bool {
        match self {
            Self::Places { whole, .. } => *whole,
            Self::Way(way) => way.whole,
        }
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
