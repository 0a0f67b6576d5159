//! Several stretches of an index as one, in order.

use super::super::Stored;
use crate::desk::queue::Place;

/// So many times more is asked of a stretch that was too short.
const MORE: usize = 4;

/// The first places of so many streams together, each once. `ask` gives the first places of a stream, at most so many.
/// Little is asked of each at first: when there are many, each holds but a few of what is wanted.
pub fn merged(
    streams: usize,
    backward: bool,
    most: usize,
    mut ask: impl FnMut(usize, usize) -> Stored<Vec<Place>>,
) -> Stored<Vec<Place>> {
    let mut asked = most.min(most / streams.max(1) * 2 + MORE);
    let mut found: Vec<Vec<Place>> = Vec::new();
    for stream in 0..streams {
        found.push(ask(stream, asked)?);
    }
    let mut cut: Vec<usize> = (0..streams).filter(|stream| asked < most && found[*stream].len() == asked).collect();
    loop {
        let mut places: Vec<Place> = found.iter().flatten().cloned().collect();
        places.sort_unstable();
        places.dedup();
        if backward {
            places.reverse();
        }
        places.truncate(most);
        // A stream that was cut before the last of them may hold more that come before it.
        let last = places.last().filter(|_| places.len() == most);
        let ends_before = |end: &Place| last.is_none_or(|last| if backward { end > last } else { end < last });
        cut.retain(|stream| found[*stream].last().is_some_and(ends_before));
        if cut.is_empty() {
            return Ok(places);
        }
        asked = most.min(asked * MORE);
        for stream in &cut {
            found[*stream] = ask(*stream, asked)?;
        }
        cut.retain(|stream| asked < most && found[*stream].len() == asked);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Streams of ranks; how many places were asked for in all.
    fn first(streams: &[&[i64]], backward: bool, most: usize) -> (Vec<i64>, usize) {
        let mut asked = 0;
        let places = merged(streams.len(), backward, most, |stream, most| {
            let place = |rank: &i64| Place { rank: *rank, id: rank.to_string() };
            let found: Vec<Place> = match backward {
                false => streams[stream].iter().take(most).map(place).collect(),
                true => streams[stream].iter().rev().take(most).map(place).collect(),
            };
            asked += found.len();
            Ok(found)
        });
        (places.unwrap().into_iter().map(|place| place.rank).collect(), asked)
    }

    #[test]
    fn whatever_stands_in_which_stream_the_first_of_all_come() {
        let (all, odd): (Vec<i64>, Vec<i64>) = ((0..60).collect(), (0..60).filter(|n| n % 2 == 1).collect());
        let (early, late) = all.split_at(40);
        for streams in [vec![early, late], vec![late, early], vec![&all[..], &odd[..]], vec![&odd[..], &[], &all[..]]] {
            assert_eq!(first(&streams, false, 30).0, all[..30]);
            assert_eq!(first(&streams, true, 30).0, all[30..].iter().rev().copied().collect::<Vec<_>>());
            assert_eq!(first(&streams, false, 100).0, all);
        }
    }

    #[test]
    fn of_many_streams_little_is_read() {
        let streams: Vec<Vec<i64>> = (0..20).map(|first| (0..1_000).map(|n| n * 20 + first).collect()).collect();
        let streams: Vec<&[i64]> = streams.iter().map(Vec::as_slice).collect();
        let (places, asked) = first(&streams, false, 50);
        assert_eq!(places, (0..50).collect::<Vec<_>>());
        assert!(asked < 250, "{asked}");
    }
}
