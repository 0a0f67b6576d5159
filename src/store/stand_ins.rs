//! Who stands in for whom, until when.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{coded, column};
use super::schema::{staff, stand_ins};
use super::{Conn, StoreError, Stored, trail};
use crate::application::{Actor, Denied, Event, EventKind};
use crate::people::{Lent, Role, Staff};

/// A colleague who stands in for another.
#[derive(Debug, Clone, PartialEq)]
pub struct StandIn {
    /// Id.
    pub id: String,
    /// Who is away.
    pub absent: Staff,
    /// Who stands in.
    pub deputy: Staff,
    /// The last day.
    pub until: NaiveDate,
}

/// Whose duties are lent to a member of the staff on a day. A closed account lends nothing.
pub fn lent_to(conn: &mut Conn, deputy: &str, today: NaiveDate) -> Stored<Vec<Lent>> {
    let rows: Vec<(String, String, NaiveDate)> = stand_ins::table
        .inner_join(staff::table.on(stand_ins::absent_id.eq(staff::id)))
        .filter(stand_ins::deputy_id.eq(deputy).and(stand_ins::until_day.ge(today)))
        .filter(stand_ins::ended_at.is_null().and(staff::enabled))
        .order(stand_ins::made_at)
        .select((staff::name, staff::role, stand_ins::until_day))
        .load(conn)?;
    let lent = |(name, role, until): (String, String, NaiveDate)| {
        Ok(Lent { name, role: coded(Role::from_code(&role), "role")?, until })
    };
    rows.into_iter().map(lent).collect()
}

/// Who stands in on a day, in a unit or in all, the first to end first.
pub fn standing(conn: &mut Conn, unit: Option<&str>, today: NaiveDate) -> Stored<Vec<StandIn>> {
    let rows: Vec<(String, String, String, NaiveDate)> = stand_ins::table
        .filter(stand_ins::until_day.ge(today).and(stand_ins::ended_at.is_null()))
        .order((stand_ins::until_day, stand_ins::id))
        .select((stand_ins::id, stand_ins::absent_id, stand_ins::deputy_id, stand_ins::until_day))
        .load(conn)?;
    let mut all = Vec::new();
    for (id, absent, deputy, until) in rows {
        let (absent, deputy) = (super::staff::by_id(conn, &absent)?, super::staff::by_id(conn, &deputy)?);
        if unit.is_none_or(|unit| unit == absent.unit) {
            all.push(StandIn { id, absent, deputy, until });
        }
    }
    Ok(all)
}

/// Lends the duties until a day and for a reason, and writes who did.
pub fn appoint(
    conn: &mut Conn,
    (absent, deputy): (&Staff, &Staff),
    (until, reason): (NaiveDate, &str),
    by: &Staff,
    now: DateTime<Utc>,
) -> Stored<()> {
    // Write first: whoever is made something else meanwhile lends and is lent nothing by what they were.
    let both = staff::table.filter(staff::id.eq_any([&absent.id, &deputy.id]));
    diesel::update(both).set(staff::enabled.eq(staff::enabled)).execute(conn)?;
    for one in [absent, deputy] {
        let now = super::staff::by_id(conn, &one.id)?;
        if (now.role, &now.unit, now.enabled) != (one.role, &one.unit, one.enabled) {
            return Err(Denied::NoSuchColleague.into());
        }
    }
    diesel::insert_into(stand_ins::table)
        .values((
            stand_ins::id.eq(uuid::Uuid::now_v7().to_string()),
            stand_ins::absent_id.eq(&absent.id),
            stand_ins::deputy_id.eq(&deputy.id),
            stand_ins::until_day.eq(until),
            stand_ins::made_at.eq(column(now)),
            stand_ins::ended_at.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)?;
    let event = Event::new(EventKind::StandInMade, by.actor(), now)
        .with("until", until.to_string())
        .with("reason", reason.trim());
    trail::append(conn, None, &event.with("login", deputy.login.as_str()).with("absent", absent.login.as_str()))
}

/// Ends whatever an account lends or is lent, because its role or unit is another: what was arranged was arranged for what
/// they were. Gives the events, for when all rows are written.
pub(super) fn end_all_of(conn: &mut Conn, id: &str, by: &Actor, now: DateTime<Utc>) -> Stored<Vec<Event>> {
    let theirs = stand_ins::absent_id.eq(id).or(stand_ins::deputy_id.eq(id));
    let open = stand_ins::ended_at.is_null().and(stand_ins::until_day.ge(crate::clock::civil(now).date()));
    let rows: Vec<(String, String, String)> = stand_ins::table
        .filter(theirs.and(open))
        .order(stand_ins::id)
        .select((stand_ins::id, stand_ins::absent_id, stand_ins::deputy_id))
        .load(conn)?;
    let mut ended = Vec::new();
    for (arranged, absent, deputy) in rows {
        let still_open = stand_ins::table.find(arranged).filter(stand_ins::ended_at.is_null());
        if diesel::update(still_open).set(stand_ins::ended_at.eq(column(now))).execute(conn)? == 0 {
            continue; // somebody has just ended it
        }
        let (absent, deputy) = (super::staff::by_id(conn, &absent)?, super::staff::by_id(conn, &deputy)?);
        let event = Event::new(EventKind::StandInEnded, by.clone(), now);
        ended.push(event.with("login", deputy.login).with("absent", absent.login));
    }
    Ok(ended)
}

/// Ends it before its day, and writes who did. [`StoreError::NotFound`] when it is not of a unit that `by` may arrange.
pub fn end(conn: &mut Conn, id: &str, by: &Staff, now: DateTime<Utc>) -> Stored<()> {
    let open = stand_ins::table.find(id).filter(stand_ins::ended_at.is_null());
    let ended = diesel::update(open).set(stand_ins::ended_at.eq(column(now))).execute(conn)?;
    if ended == 0 {
        return Err(StoreError::NotFound);
    }
    let (absent, deputy): (String, String) =
        stand_ins::table.find(id).select((stand_ins::absent_id, stand_ins::deputy_id)).first(conn)?;
    let (absent, deputy) = (super::staff::by_id(conn, &absent)?, super::staff::by_id(conn, &deputy)?);
    if by.role != Role::Admin && !by.sees(Some(&absent.unit)) {
        return Err(StoreError::NotFound);
    }
    let event = Event::new(EventKind::StandInEnded, by.actor(), now);
    trail::append(conn, None, &event.with("login", deputy.login).with("absent", absent.login))
}
