//! The rows by which the queue finds a case: words of a search, facets together. Written in the transaction of the change.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::schema::queue_keys as k;
use super::super::searched::Searched;
use super::super::{Conn, Stored};
use super::rows;
use crate::desk::queue::{Facets, IN_HANDS, OUT_OF_HANDS, rank};

/// What stands in the table for an application; nothing for a draft.
#[derive(Default)]
struct Rows {
    unit: String,
    rank: i64,
    keys: BTreeSet<String>,
}

impl Rows {
    fn of(application: &Searched<'_>) -> Self {
        // Nothing is worked out for a draft, which is saved with every answer.
        let Some(rank) = rank::rank(application) else { return Self::default() };
        let facets = Facets::of(application);
        let mut keys = facets.keys();
        keys.append(&mut application.terms().indexed());
        facets.unit.map(|unit| Self { unit, rank, keys }).unwrap_or_default()
    }
}

/// Writes what differs; without `before` whatever stood there is written anew.
pub fn index(conn: &mut Conn, before: Option<&Searched<'_>>, after: &Searched<'_>) -> Stored<()> {
    let id = &after.id;
    let new = Rows::of(after);
    let old = match before {
        Some(before) => Rows::of(before),
        None => {
            diesel::delete(k::table.filter(k::application_id.eq(id))).execute(conn)?;
            Rows::default()
        }
    };
    if !old.keys.is_empty() && (&old.unit, old.rank) != (&new.unit, new.rank) {
        let place = (k::unit.eq(&new.unit), k::rank.eq(new.rank));
        diesel::update(k::table.filter(k::application_id.eq(id))).set(place).execute(conn)?;
    }
    replace(conn, id, &old.keys, &new)?;
    let is_draft = old.unit.is_empty() && new.unit.is_empty();
    if is_draft { Ok(()) } else { hands(conn, id) }
}

/// Writes anew what finds a case beside the hands that it is in now. After every change of either; what is finished is in
/// nobody's hands, and is not looked for so.
pub fn hands(conn: &mut Conn, id: &str) -> Stored<()> {
    let of_hands = k::table
        .filter(k::application_id.eq(id))
        .filter(k::key.ge(IN_HANDS.as_bytes()).and(k::key.lt(OUT_OF_HANDS.as_bytes())));
    let old: Vec<Vec<u8>> = of_hands.select(k::key).load(conn)?;
    let old = old.iter().map(|key| String::from_utf8_lossy(key).into_owned()).collect();
    let case = rows::load(conn, &[id])?.pop().map(|(case, _)| case);
    let new = case.filter(|case| rank::unfinished().contains(&case.place.rank)).and_then(|case| {
        let keys = case.facets.keys_in(&case.hands());
        Some(Rows { unit: case.facets.unit?, rank: case.place.rank, keys })
    });
    replace(conn, id, &old, &new.unwrap_or_default())
}

/// Takes away the keys that are no longer there, and puts those that are new.
fn replace(conn: &mut Conn, id: &str, old: &BTreeSet<String>, new: &Rows) -> Stored<()> {
    for gone in old.difference(&new.keys) {
        diesel::delete(k::table.find((id, gone.as_bytes()))).execute(conn)?;
    }
    for key in new.keys.difference(old) {
        let keys = (k::key.eq(key.as_bytes()), k::everywhere.eq(key.as_bytes()));
        let row = (k::application_id.eq(id), keys, k::unit.eq(&new.unit), k::rank.eq(new.rank));
        diesel::insert_into(k::table).values(row).execute(conn)?;
    }
    Ok(())
}
