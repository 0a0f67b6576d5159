//! The rows by which the queue finds a case: words of a search, grounds. Written in the transaction of the change.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::schema::{queue_grounds as g, search_words as w};
use super::super::searched::Searched;
use super::super::{Conn, Stored};
use crate::application::lists::REGIONS;
use crate::desk::queue::rank::rank;
use crate::desk::queue::{Facets, Search};

/// Among so many cases of a search all are looked at; of more the queue is walked along.
const FEW: usize = 200;
/// A case has so many words that begin alike, at most.
const ALIKE: usize = 5;

/// The ids of cases that have a word that begins so; none when they are more than a few.
pub fn candidates(conn: &mut Conn, unit: Option<&str>, search: &Search) -> Stored<Option<Vec<String>>> {
    let units: Vec<&str> = unit.map_or_else(|| REGIONS.to_vec(), |unit| vec![unit]);
    for beginnings in search.beginnings() {
        let mut found = BTreeSet::new();
        for begin in &beginnings {
            for unit in &units {
                let most = FEW * ALIKE + 1;
                let ids = beginning(conn, unit, begin, most)?;
                let cut = ids.len() == most;
                found.extend(ids);
                if cut || found.len() > FEW {
                    return Ok(None);
                }
            }
        }
        if !found.is_empty() {
            return Ok(Some(found.into_iter().collect()));
        }
    }
    Ok(Some(Vec::new()))
}

/// A stretch of the index; a case comes once for each of its words in it.
fn beginning(conn: &mut Conn, unit: &str, begin: &str, most: usize) -> Stored<Vec<String>> {
    let from = begin.as_bytes().to_vec();
    // The first text that does not begin so: no byte of UTF-8 is 255.
    let mut to = from.clone();
    to.push(u8::MAX);
    Ok(w::table
        .filter(w::unit.eq(unit))
        .filter(w::word.ge(from).and(w::word.lt(to)))
        .order((w::word, w::application_id))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(w::application_id)
        .load(conn)?)
}

/// What stands in the two tables for an application; nothing for a draft.
#[derive(Default, PartialEq)]
struct Rows {
    unit: String,
    words: BTreeSet<String>,
    grounds: Vec<(&'static str, i64)>,
}

impl Rows {
    fn of(application: &Searched<'_>) -> Self {
        let facets = Facets::of(application);
        let (Some(rank), Some(unit)) = (rank(application), facets.unit) else { return Self::default() };
        let grounds = facets.grounds.iter().map(|ground| (ground.code(), rank)).collect();
        Self { unit, words: application.terms().indexed(), grounds }
    }
}

/// Writes what differs; without `before` whatever stood there is written anew.
pub fn index(conn: &mut Conn, before: Option<&Searched<'_>>, after: &Searched<'_>) -> Stored<()> {
    let id = &after.id;
    let (old, new) = (before.map(Rows::of), Rows::of(after));
    let moved = old.as_ref().is_none_or(|old| old.unit != new.unit);
    let old = old.unwrap_or_default();
    if moved {
        diesel::delete(w::table.filter(w::application_id.eq(id))).execute(conn)?;
    } else {
        for gone in old.words.difference(&new.words) {
            diesel::delete(w::table.find((id, gone.as_bytes()))).execute(conn)?;
        }
    }
    for word in new.words.iter().filter(|word| moved || !old.words.contains(*word)) {
        let row = (w::application_id.eq(id), w::word.eq(word.as_bytes()), w::unit.eq(&new.unit));
        diesel::insert_into(w::table).values(row).execute(conn)?;
    }
    if moved || old.grounds != new.grounds {
        diesel::delete(g::table.filter(g::application_id.eq(id))).execute(conn)?;
        for (ground, rank) in &new.grounds {
            let row = (g::application_id.eq(id), g::ground.eq(ground), g::unit.eq(&new.unit), g::rank.eq(rank));
            diesel::insert_into(g::table).values(row).execute(conn)?;
        }
    }
    Ok(())
}
