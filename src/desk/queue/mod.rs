//! What waits: one typed filter serves the list, its count, what is done to many at once, and what is taken out.
//!
//! - [`Filter`] is what stands in an address and what is kept under a name;
//! - [`Wanted`] is what it means for a member of the staff on a day;
//! - [`rank`] is the one order of the queue, a column of its own, so that a page follows another by an index;
//! - [`words`] are what a search finds a case by.

mod facets;
mod filter;
mod news;
pub mod rank;
mod ready;
mod wanted;
mod whose;
pub mod words;

use chrono::{DateTime, NaiveDate, Utc};

use super::claim::Claim;
use crate::application::{Number, Status};

pub use facets::{Facets, IN_HANDS, OUT_OF_HANDS};
pub use filter::{Citizenship, Filter, List};
pub use news::News;
pub use ready::{BEYOND, READY, not_for};
pub use wanted::{Viewer, Wanted};
pub use whose::{Hands, Whose};
pub use words::Search;

/// Cases on a page of the queue.
pub const PER_PAGE: usize = 40;

/// One line of the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its place in the order of the queue.
    pub place: Place,
    /// Number to quote.
    pub number: Number,
    /// Name.
    pub name: String,
    /// What it is filtered by.
    pub facets: Facets,
    /// When it was filed.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The last day of the term, once it runs.
    pub due_on: Option<NaiveDate>,
    /// The day the term is counted from.
    pub registered_on: Option<NaiveDate>,
    /// Day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Whose it is, if anybody's.
    pub claim: Option<Claim>,
}

impl Case {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.place.id
    }
    /// The hands it is in.
    pub fn hands(&self) -> Hands {
        self.claim.as_ref().map_or(Hands::Nobody, |claim| Hands::Clerk(claim.clerk_id.clone()))
    }
    /// Where it stands.
    pub fn status(&self) -> Status {
        self.facets.status
    }
    /// Calendar days left until the term's last day; negative when late; none when no clock runs.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.due_on.filter(|_| self.status().clock_runs()).map(|due_on| (due_on - today).num_days())
    }
}

/// A place in the order of the queue: cases that come or go elsewhere do not move it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Rank.
    pub rank: i64,
    /// The case; of two with one rank the smaller id stands first.
    pub id: String,
}

/// Whether a part of an address can be an id that the program made.
fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.rank, self.id)
    }
}

impl std::str::FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (rank, id) = text.split_once('.').ok_or(())?;
        let rank = rank.parse().map_err(|_| ())?;
        if is_id(id) { Ok(Self { rank, id: id.to_owned() }) } else { Err(()) }
    }
}

/// Which page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Turn {
    /// The first.
    #[default]
    First,
    /// What comes after a place.
    After(Place),
    /// What comes before it.
    Before(Place),
}

/// A page of the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The cases, in order.
    pub cases: Vec<Case>,
    /// Where the page before this one ends, if there is one.
    pub before: Option<Place>,
    /// Where the page after this one begins, if there is one.
    pub after: Option<Place>,
    /// Whether the looking stopped at [`MOST_EXAMINED`] cases before the page was full.
    pub stopped: bool,
}

/// So many cases are looked at for a page at most, when no index has just what is asked for; then the reader is asked
/// whether to look further. Thus no question takes longer the more cases there are.
pub const MOST_EXAMINED: usize = 400;

/// A count is exact up to this; beyond it says "more than".
pub const MOST_COUNTED: usize = 500;

/// How many were found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// So many.
    pub count: i64,
    /// Whether there may be more.
    pub more: bool,
}

impl Counted {
    /// This and another together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let (count, most) = (self.count + other.count, MOST_COUNTED as i64);
        Self { count: count.min(most), more: self.more || other.more || count > most }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let place = Place { rank: -5, id: "0190-ab".to_owned() };
        assert_eq!(place.to_string().parse(), Ok(place));
        for wrong in ["", "1", "1.", ".a", "x.a", "1.a'b", "99999999999999999999.a"] {
            assert_eq!(wrong.parse::<Place>(), Err(()), "{wrong}");
        }
    }
}
