//! The cases beside one in the list from which it was opened.

use chrono::NaiveDate;

use super::queue::Asked;
use super::way_back::Left;
use crate::desk::queue::{Place, Turn};
use crate::people::Staff;
use crate::store::queue::{Question, cases};
use crate::store::{Conn, Stored};

/// Ids of the cases before and after one in the list that was left; none where no list was.
#[derive(Debug, Default)]
pub struct Neighbours {
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
    /// Where the case stood when it was opened.
    pub place: Option<Place>,
}

impl Neighbours {
    /// Of a case, in the queue that was left so.
    pub fn of(conn: &mut Conn, staff: &Staff, today: NaiveDate, left: &Left, id: &str) -> Stored<Self> {
        let Some(filter) = left.filter() else { return Ok(Self::default()) };
        let wanted = Asked::read(conn, staff, today, filter)?.wanted;
        let Some(case) = cases(conn, &[id.to_owned()])?.pop() else { return Ok(Self::default()) };
        // Handled meanwhile, it may stand elsewhere, or in the list no more: what came after it comes next all the same.
        let place = left.place(id).unwrap_or(case.place);
        let question = Question::of(conn, wanted)?;
        let mut nearest = |turn: fn(Place) -> Turn| -> Stored<Option<String>> {
            match question.nearest(conn, &turn(place.clone()))? {
                Some(own) if own.id == id => Ok(question.nearest(conn, &turn(own))?.map(|next| next.id)),
                other => Ok(other.map(|place| place.id)),
            }
        };
        Ok(Self { before: nearest(Turn::Before)?, after: nearest(Turn::After)?, place: Some(place) })
    }
}
