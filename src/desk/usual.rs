//! How long a decision usually takes, by our own numbers.

use chrono::NaiveDate;

/// Fewer decisions than this say nothing about what is usual.
const ENOUGH: usize = 20;

/// What is usual: the middle of the latest decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// Calendar days from registration to decision: half of them took at most so many.
    pub days: i64,
    /// Of how many decisions.
    pub of: usize,
}

/// What was usual when it was counted, and on which day that was.
pub type Counted = (NaiveDate, Option<Usual>);

impl Usual {
    /// Of the days that decisions took, the shortest first; none when they are too few.
    pub fn of(sorted: &[i64]) -> Option<Self> {
        let of = sorted.len();
        (of >= ENOUGH).then(|| Self { days: sorted[of / 2], of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_told_when_there_are_enough() {
        let days: Vec<i64> = (1..=21).collect();
        assert_eq!(Usual::of(&days), Some(Usual { days: 11, of: 21 }));
        assert_eq!(Usual::of(&days[..19]), None);
    }
}
