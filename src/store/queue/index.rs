//! The rows by which the queue finds a case: words of a search, facets together. Written in the transaction of the change.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::schema::queue_keys as k;
use super::super::searched::Searched;
use super::super::{Conn, Stored};
use crate::desk::queue::Facets;
use crate::desk::queue::rank::rank;

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
        let Some(rank) = rank(application) else { return Self::default() };
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
    for gone in old.keys.difference(&new.keys) {
        diesel::delete(k::table.find((id, gone.as_bytes()))).execute(conn)?;
    }
    if !old.keys.is_empty() && (&old.unit, old.rank) != (&new.unit, new.rank) {
        let place = (k::unit.eq(&new.unit), k::rank.eq(new.rank));
        diesel::update(k::table.filter(k::application_id.eq(id))).set(place).execute(conn)?;
    }
    for key in new.keys.difference(&old.keys) {
        let keys = (k::key.eq(key.as_bytes()), k::everywhere.eq(key.as_bytes()));
        let row = (k::application_id.eq(id), keys, k::unit.eq(&new.unit), k::rank.eq(new.rank));
        diesel::insert_into(k::table).values(row).execute(conn)?;
    }
    Ok(())
}
