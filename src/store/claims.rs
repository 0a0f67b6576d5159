//! Whose case it is (see `desk::claim`): taken by compare-and-set, kept by work, given back, given away.
//!
//! Whoever changes the hands has the keys of the queue follow ([`queue::hands`]), before the event is written.
//!
//! None of this counts up the revision of a case: a page drawn before a colleague took it is stopped by the claim.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{coded, column, moment};
use super::schema::{applications, staff};
use super::{Conn, Db, StoreError, Stored, queue, trail};
use crate::application::lists::units;
use crate::application::{Actor, Application, Denied, Event, EventKind, Status};
use crate::desk::Duty;
use crate::desk::claim::{Claim, LONGEST_REASON};
use crate::people::{Role, Staff};

/// Who has a case, if anybody.
pub fn of(conn: &mut Conn, case: &str) -> Stored<Option<Claim>> {
    type Row = (String, String, String, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let row: Option<Row> = applications::table
        .inner_join(staff::table.on(applications::clerk_id.eq(staff::id.nullable())))
        .filter(applications::id.eq(case))
        .select((staff::id, staff::name, staff::role, applications::claimed_at, applications::claimed_until))
        .first(conn)
        .optional()?;
    let Some((clerk_id, name, role, since, until)) = row else { return Ok(None) };
    Ok(Some(Claim {
        clerk_id,
        name,
        role: coded(Role::from_code(&role), "role")?,
        since: coded(since.map(moment), "claimed_at")?,
        until: until.map(moment),
    }))
}

/// Codes of the states in which there is work for the office.
fn open() -> Vec<&'static str> {
    let open = Status::ALL.iter().filter(|status| **status != Status::Draft && !status.is_final());
    open.map(|status| status.code()).collect()
}

/// Takes a case that nobody is working on; one that is one's own is kept longer. Somebody else's claim is
/// [`StoreError::Held`].
pub fn take(conn: &mut Conn, case: &str, clerk: &Staff, now: DateTime<Utc>, lease: Duration) -> Stored<()> {
    if renew(conn, case, clerk, now, lease)? {
        return Ok(());
    }
    // One statement compares and sets: of two who take it at once, the second finds it held.
    let at = column(now);
    let free = applications::clerk_id
        .is_null()
        .or(applications::claimed_until.is_null())
        .or(applications::claimed_until.le(at).assume_not_null())
        .or(applications::clerk_id.eq(&clerk.id).assume_not_null());
    let taken = diesel::update(applications::table.find(case).filter(applications::status.eq_any(open())).filter(free))
        .set((
            applications::clerk_id.eq(&clerk.id),
            applications::claimed_at.eq(at),
            applications::claimed_until.eq(column(now + lease)),
        ))
        .execute(conn)?;
    if taken == 0 {
        check(conn, case, clerk, now)?;
        return Err(Denied::Finished.into());
    }
    queue::hands(conn, case)?;
    trail::append(conn, Some(case), &Event::new(EventKind::Claimed, clerk.actor(), now))
}

/// Keeps a live claim of one's own longer; whether there was one.
fn renew(conn: &mut Conn, case: &str, clerk: &Staff, now: DateTime<Utc>, lease: Duration) -> Stored<bool> {
    let own = applications::clerk_id.eq(&clerk.id).and(applications::claimed_until.gt(column(now)));
    let renewed = diesel::update(applications::table.find(case).filter(own))
        .set(applications::claimed_until.eq(column(now + lease)))
        .execute(conn)?;
    Ok(renewed > 0)
}

/// A piece of work that needs no claim: renews one's own, and is stopped by somebody else's.
pub fn pass(conn: &mut Conn, case: &str, clerk: &Staff, now: DateTime<Utc>, lease: Duration) -> Stored<()> {
    if renew(conn, case, clerk, now, lease)? { Ok(()) } else { check(conn, case, clerk, now) }
}

fn check(conn: &mut Conn, case: &str, clerk: &Staff, now: DateTime<Utc>) -> Stored<()> {
    match of(conn, case)? {
        Some(claim) if claim.stops(clerk, now) => Err(StoreError::Held(Box::new(claim))),
        _ => Ok(()),
    }
}

/// Gives a case back: it is nobody's. Whoever does not have it is denied.
pub fn give_back(conn: &mut Conn, case: &str, clerk: &Staff, now: DateTime<Utc>) -> Stored<()> {
    let own = applications::table.find(case).filter(applications::clerk_id.eq(&clerk.id));
    if diesel::update(own).set(NOBODY).execute(conn)? == 0 {
        return Err(Denied::NotHolder.into());
    }
    queue::hands(conn, case)?;
    trail::append(conn, Some(case), &Event::new(EventKind::GivenBack, clerk.actor(), now))
}

/// Whoever goes home works on nothing: their cases stay theirs, and nobody has to wait until a lease runs out.
pub fn rest(conn: &mut Conn, clerk: &Staff, now: DateTime<Utc>) -> Stored<()> {
    let mut ended = Vec::new();
    for case in cases_of(conn, &clerk.id, None)? {
        let own = applications::clerk_id.eq(&clerk.id).and(applications::claimed_until.gt(column(now)));
        let row = applications::table.find(&case).filter(own);
        if diesel::update(row).set(applications::claimed_until.eq(None::<NaiveDateTime>)).execute(conn)? > 0 {
            ended.push(case);
        }
    }
    // All rows before the chain of events, for which everybody waits.
    let event = Event::new(EventKind::LeaseEnded, clerk.actor(), now);
    ended.iter().try_for_each(|case| trail::append(conn, Some(case), &event))
}

#[derive(AsChangeset)]
#[diesel(table_name = applications, treat_none_as_null = true)]
struct Columns {
    clerk_id: Option<String>,
    claimed_at: Option<NaiveDateTime>,
    claimed_until: Option<NaiveDateTime>,
}

const NOBODY: Columns = Columns { clerk_id: None, claimed_at: None, claimed_until: None };

/// Write first: the row is locked before it is read.
pub(super) fn lock(conn: &mut Conn, case: &str) -> Stored<()> {
    let same = applications::revision.eq(applications::revision);
    let found = diesel::update(applications::table.find(case)).set(same).execute(conn)?;
    if found == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// Gives a case to a clerk, whoever has it: by its holder, or by whoever assigns in its unit. A case that somebody is
/// working on is taken from them with a reason only. The lease begins when the clerk takes it.
pub fn assign(conn: &mut Conn, case: &str, to: &Staff, by: &Staff, reason: &str, now: DateTime<Utc>) -> Stored<()> {
    lock(conn, case)?;
    let claim = of(conn, case)?;
    assign_locked(conn, case, claim, (to, by), reason, now)
}

/// The same for whoever has locked the case and read who has it.
pub(super) fn assign_locked(
    conn: &mut Conn,
    case: &str,
    claim: Option<Claim>,
    (to, by): (&Staff, &Staff),
    reason: &str,
    now: DateTime<Utc>,
) -> Stored<()> {
    let (status, unit): (String, Option<String>) =
        applications::table.find(case).select((applications::status, applications::unit)).first(conn)?;
    let status = coded(Status::from_code(&status), "status")?;
    let own = claim.as_ref().is_some_and(|claim| claim.is_of(by));
    if status == Status::Draft || !by.sees(unit.as_deref()) {
        return Err(StoreError::NotFound);
    }
    if !own && !by.may(Duty::Assign) {
        return Err(Denied::NotHolder.into());
    }
    if status.is_final() {
        return Err(Denied::Finished.into());
    }
    if !to.enabled || !to.sees(unit.as_deref()) || !to.role.may(Duty::Return) {
        return Err(Denied::NoSuchColleague.into());
    }
    let taken_from = claim.filter(|claim| claim.stops(by, now));
    if taken_from.is_some() && reason.trim().is_empty() {
        return Err(Denied::NoReasons.into());
    }
    // Whoever has the case gives it on as their own.
    let giving = if own { Duty::Return } else { Duty::Assign };
    let given = Columns { clerk_id: Some(to.id.clone()), claimed_at: Some(column(now)), claimed_until: None };
    diesel::update(applications::table.find(case)).set(given).execute(conn)?;
    queue::hands(conn, case)?;
    let mut event = Event::new(EventKind::Assigned, by.actor_by(giving), now).with("to", to.name.as_str());
    event = by.signs(event, giving);
    if let Some(claim) = taken_from {
        event = event.with("from", claim.name);
    }
    let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
    if !reason.is_empty() {
        event = event.with("reason", reason);
    }
    trail::append(conn, Some(case), &event)
}

/// The same by a form, which holds the id of whoever had the case when it was drawn, or nothing when nobody had: a case that
/// changed hands meanwhile is not taken from somebody whom the form did not name.
pub fn assign_seen(
    conn: &mut Conn,
    case: &str,
    seen: &str,
    (to, by): (&Staff, &Staff),
    reason: &str,
    now: DateTime<Utc>,
) -> Stored<()> {
    lock(conn, case)?;
    let claim = of(conn, case)?;
    if claim.as_ref().map_or("", |claim| claim.clerk_id.as_str()) != seen {
        return Err(Denied::HolderChanged.into());
    }
    assign_locked(conn, case, claim, (to, by), reason, now)
}

/// Puts a case that nobody has on the desk of a clerk whom the applicant has answered, if that clerk still works on it. The
/// lease begins when they take it. For the end of a change that has locked the case.
pub fn offer(conn: &mut Conn, case: &str, clerk_id: &str, now: DateTime<Utc>) -> Stored<()> {
    let (status, unit): (String, Option<String>) =
        applications::table.find(case).select((applications::status, applications::unit)).first(conn)?;
    let status = coded(Status::from_code(&status), "status")?;
    let clerk = match super::staff::by_id(conn, clerk_id) {
        Err(StoreError::NotFound) => return Ok(()),
        found => found?,
    };
    let lent = super::stand_ins::lent_to(conn, clerk_id, crate::clock::civil(now).date())?;
    let clerk = Staff { lent, ..clerk };
    if !clerk.enabled || !clerk.sees(unit.as_deref()) || !clerk.has_work_in(status) {
        return Ok(());
    }
    let free = applications::table.find(case).filter(applications::clerk_id.is_null());
    let given = Columns { clerk_id: Some(clerk.id.clone()), claimed_at: Some(column(now)), claimed_until: None };
    if diesel::update(free).set(given).execute(conn)? == 0 {
        return Ok(());
    }
    queue::hands(conn, case)?;
    let event = Event::new(EventKind::Assigned, Actor::Portal, now).with("to", clerk.name.as_str());
    trail::append(conn, Some(case), &event)
}

/// Ids of the open cases of a clerk, in one unit or in all.
pub fn cases_of(conn: &mut Conn, clerk_id: &str, unit: Option<&str>) -> Stored<Vec<String>> {
    let mut cases: Vec<String> = Vec::new();
    for unit in units(unit) {
        let found = applications::table
            .filter(applications::clerk_id.eq(clerk_id).and(applications::unit.eq(unit)))
            .filter(applications::status.eq_any(open()))
            .select(applications::id);
        cases.append(&mut found.load(conn)?);
    }
    cases.sort_unstable();
    Ok(cases)
}

/// What came of giving all cases of a colleague to another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// So many went.
    pub given: usize,
    /// So many are of a unit in which the other does not work, and stay.
    pub stay: usize,
}

/// Gives all cases that a colleague has, where `by` sees them, to another. Each in a transaction of its own: all who write
/// an event wait for the one chain.
pub fn hand_over_all(
    db: &Db,
    from: &str,
    to: &Staff,
    by: &Staff,
    reason: &str,
    now: DateTime<Utc>,
) -> Stored<HandedOver> {
    let cases = db.read(|conn| cases_of(conn, from, by.only_unit()))?;
    let mut all = HandedOver::default();
    for case in &cases {
        let moved = db.write(|conn| {
            lock(conn, case)?;
            match of(conn, case)? {
                Some(claim) if claim.clerk_id == from => {
                    assign_locked(conn, case, Some(claim), (to, by), reason, now).map(|()| 1)
                }
                // Meanwhile somebody else took it.
                _ => Ok(0),
            }
        });
        match moved {
            Ok(one) => all.given += one,
            // Meanwhile it was decided, or the person moved.
            Err(StoreError::Denied(Denied::Finished) | StoreError::NotFound) => {}
            Err(StoreError::Denied(Denied::NoSuchColleague)) => all.stay += 1,
            Err(other) => return Err(other),
        }
    }
    if all.given == 0 && all.stay > 0 { Err(Denied::NoSuchColleague.into()) } else { Ok(all) }
}

/// After somebody's role or unit has changed: the cases that they no longer see, or in which there is nothing for them to
/// do, are nobody's. Which these were.
pub(super) fn free(conn: &mut Conn, clerk: &Staff) -> Stored<Vec<String>> {
    let mut freed = Vec::new();
    for case in cases_of(conn, &clerk.id, None)? {
        let own = applications::table.find(&case).filter(applications::clerk_id.eq(&clerk.id));
        let columns = (applications::status, applications::unit);
        let found: Option<(String, Option<String>)> = own.select(columns).first(conn).optional()?;
        let Some((status, unit)) = found else { continue };
        let status = coded(Status::from_code(&status), "status")?;
        let stays = clerk.sees(unit.as_deref()) && clerk.has_work_in(status);
        if !stays && diesel::update(own).set(NOBODY).execute(conn)? > 0 {
            queue::hands(conn, &case)?;
            freed.push(case);
        }
    }
    Ok(freed)
}

/// After a change, whose moment is that of its event: when the state has changed, the lease is over; the case stays with
/// its clerk if they still see it and there is something for them to do, by their role or by one that is lent to them.
pub(super) fn settle(
    conn: &mut Conn,
    before: &Application,
    after: &Application,
    at: Option<DateTime<Utc>>,
) -> Stored<()> {
    let row = applications::table.find(&after.id);
    if after.status.is_final() {
        diesel::update(row).set(NOBODY).execute(conn)?;
        return Ok(());
    }
    let Some(claim) = of(conn, &after.id)? else { return Ok(()) };
    // A change without an event knows no hour. The claim has one.
    let day = crate::clock::civil(at.or(claim.until).unwrap_or(claim.since)).date();
    let lent = super::stand_ins::lent_to(conn, &claim.clerk_id, day)?;
    let clerk = Staff { lent, ..super::staff::by_id(conn, &claim.clerk_id)? };
    if !clerk.sees(after.unit()) || !clerk.has_work_in(after.status) {
        diesel::update(row).set(NOBODY).execute(conn)?;
        queue::hands(conn, &after.id)?;
    } else if before.status != after.status {
        diesel::update(row).set(applications::claimed_until.eq(None::<NaiveDateTime>)).execute(conn)?;
    }
    Ok(())
}
