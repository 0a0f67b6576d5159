//! Accounts of the staff.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::*;
use super::schema::{sessions, staff};
use super::{Conn, StoreError, Stored, trail};
use crate::application::{Actor, Denied, Event, EventKind};
use crate::desk::Duty;
use crate::people::{COMMITTEE, ChangedStaff, NewStaff, Role, Staff, StaffError};

fn from_row(row: StaffRow) -> Stored<Staff> {
    Ok(Staff {
        id: row.id,
        login: row.login,
        name: row.name,
        role: coded(Role::from_code(&row.role), "role")?,
        unit: row.unit,
        language: row.language,
        enabled: row.enabled,
        lent: Vec::new(),
    })
}

/// Whether nobody has an account yet.
pub fn is_empty(conn: &mut Conn) -> Stored<bool> {
    let count: i64 = staff::table.count().get_result(conn)?;
    Ok(count == 0)
}

/// Makes an account, and writes who made it; `false` when the login is taken.
pub fn add(conn: &mut Conn, new: &NewStaff, by: Actor, at: DateTime<Utc>) -> Stored<bool> {
    let row = StaffRow {
        id: new.staff.id.clone(),
        login: new.staff.login.clone(),
        name: new.staff.name.clone(),
        role: new.staff.role.code().to_owned(),
        unit: new.staff.unit.clone(),
        password_hash: new.password_hash.clone(),
        language: new.staff.language.clone(),
        enabled: new.staff.enabled,
        created_at: column(at),
    };
    // Inside a savepoint: on PostgreSQL a login that is taken does not spoil the caller's transaction.
    match conn.transaction(|conn| diesel::insert_into(staff::table).values(row).execute(conn)) {
        Err(diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _)) => {
            return Ok(false);
        }
        other => other?,
    };
    let event = Event::new(EventKind::StaffAdded, by, at)
        .with("login", new.staff.login.as_str())
        .with("role", new.staff.role.code())
        .with("unit", new.staff.unit.as_str());
    trail::append(conn, None, &event)?;
    Ok(true)
}

/// Every account, by login.
pub fn list(conn: &mut Conn) -> Stored<Vec<Staff>> {
    let rows: Vec<StaffRow> = staff::table.order(staff::login).select(StaffRow::as_select()).load(conn)?;
    rows.into_iter().map(from_row).collect()
}

/// The account of a login with its password hash.
pub fn by_login(conn: &mut Conn, login: &str) -> Stored<Option<(Staff, String)>> {
    let row: Option<StaffRow> =
        staff::table.filter(staff::login.eq(login)).select(StaffRow::as_select()).first(conn).optional()?;
    row.map(|row| {
        let hash = row.password_hash.clone();
        Ok((from_row(row)?, hash))
    })
    .transpose()
}

/// Forbids or allows signing in, and writes who did; forbidding ends the open sessions too. At a page the last
/// administrator is not forbidden it ([`Denied::LastAdmin`]).
pub fn enable(conn: &mut Conn, login: &str, enabled: bool, by: Actor, at: DateTime<Utc>) -> Stored<()> {
    lock(conn, login)?;
    let (old, _) = by_login(conn, login)?.ok_or(StoreError::NotFound)?;
    let at_a_page = matches!(by, Actor::Staff { .. });
    if !enabled && at_a_page && old.role == Role::Admin && is_last_admin(conn, &old)? {
        return Err(Denied::LastAdmin.into());
    }
    diesel::update(staff::table.find(&old.id)).set(staff::enabled.eq(enabled)).execute(conn)?;
    if !enabled {
        let ids = staff::table.filter(staff::login.eq(login)).select(staff::id);
        diesel::delete(sessions::table.filter(sessions::staff_id.eq_any(ids))).execute(conn)?;
    }
    let kind = if enabled { EventKind::StaffEnabled } else { EventKind::StaffDisabled };
    trail::append(conn, None, &Event::new(kind, by, at).with("login", login))
}

/// Changes an account, and writes who did and what, but no password. `seen` is the [`Staff::stamp`] that the form was drawn
/// on. A new role, unit or password ends the open sessions; with another role or unit the account has no part in any
/// standing in, and the cases that it may no longer work on are nobody's. Gives whether there was anything to change.
pub fn change(
    conn: &mut Conn,
    login: &str,
    seen: &str,
    new: &ChangedStaff,
    by: &Actor,
    at: DateTime<Utc>,
) -> Stored<Result<bool, StaffError>> {
    lock(conn, login)?;
    let (old, _) = by_login(conn, login)?.ok_or(StoreError::NotFound)?;
    if old.stamp() != seen {
        return Ok(Err(StaffError::Changed));
    }
    if old.role == Role::Admin && new.role != Role::Admin {
        if by.is_same_person(&old.actor()) {
            return Ok(Err(StaffError::OwnRole));
        }
        if is_last_admin(conn, &old)? {
            return Ok(Err(StaffError::LastAdmin));
        }
    }
    let moved = old.role != new.role || old.unit != new.unit;
    let mut what = Vec::new();
    for (name, differs) in [
        ("name", old.name != new.name),
        ("role", old.role != new.role),
        ("unit", old.unit != new.unit),
        ("password", new.password_hash.is_some()),
    ] {
        what.extend(differs.then_some(name));
    }
    if what.is_empty() {
        return Ok(Ok(false));
    }
    let row = diesel::update(staff::table.find(&old.id));
    row.set((staff::name.eq(&new.name), staff::role.eq(new.role.code()), staff::unit.eq(&new.unit))).execute(conn)?;
    if let Some(hash) = &new.password_hash {
        diesel::update(staff::table.find(&old.id)).set(staff::password_hash.eq(hash)).execute(conn)?;
    }
    if moved || new.password_hash.is_some() {
        diesel::delete(sessions::table.filter(sessions::staff_id.eq(&old.id))).execute(conn)?;
    }
    let event = Event::new(EventKind::StaffChanged, by.clone(), at).with("login", login).with("changed", what);
    let event = event.with("role", new.role.code()).with("unit", new.unit.as_str());
    // Rows before events: whoever writes an event holds the chain, and must not wait for a row.
    let (mut freed, mut ended) = (Vec::new(), Vec::new());
    if moved {
        freed = super::claims::free(conn, &Staff { role: new.role, unit: new.unit.clone(), ..old.clone() })?;
        ended = super::stand_ins::end_all_of(conn, &old.id, by, at)?;
    }
    trail::append(conn, None, &event)?;
    for case in &freed {
        let back = Event::new(EventKind::GivenBack, by.clone(), at).with("from", old.name.as_str());
        trail::append(conn, Some(case), &back)?;
    }
    ended.iter().try_for_each(|event| trail::append(conn, None, event))?;
    Ok(Ok(true))
}

fn is_last_admin(conn: &mut Conn, admin: &Staff) -> Stored<bool> {
    let others = staff::role.eq(Role::Admin.code()).and(staff::id.ne(&admin.id)).and(staff::enabled);
    Ok(staff::table.filter(others).count().get_result::<i64>(conn)? == 0)
}

/// Write first, and all administrators in one statement: of two who take the role from each other, the second waits.
fn lock(conn: &mut Conn, login: &str) -> Stored<()> {
    let locked = staff::login.eq(login).or(staff::role.eq(Role::Admin.code()));
    diesel::update(staff::table.filter(locked)).set(staff::enabled.eq(staff::enabled)).execute(conn)?;
    Ok(())
}

/// Gives an account a new password, and leaves it as it is otherwise.
pub fn set_password(conn: &mut Conn, login: &str, hash: String, by: &Actor, at: DateTime<Utc>) -> Stored<()> {
    lock(conn, login)?;
    let (old, _) = by_login(conn, login)?.ok_or(StoreError::NotFound)?;
    let seen = old.stamp();
    let new = ChangedStaff { name: old.name, role: old.role, unit: old.unit, password_hash: Some(hash) };
    // Locked and seen as it is: none of the refusals can be.
    change(conn, login, &seen, &new, by, at)?.map(|_| ()).map_err(|_| StoreError::NotFound)
}

/// Gives an account the new password of its owner, who proved to know the one with the hash `checked`, and ends all its
/// sessions; `false` when it has another password by now, or may not sign in.
pub fn change_own_password(
    conn: &mut Conn,
    login: &str,
    checked: &str,
    hash: String,
    by: &Actor,
    at: DateTime<Utc>,
) -> Stored<bool> {
    lock(conn, login)?;
    let known = by_login(conn, login)?.is_some_and(|(account, now)| account.enabled && now == checked);
    if known {
        set_password(conn, login, hash, by, at)?;
    }
    Ok(known)
}

/// Whether an account may sign in with the password of this hash, as it stands. Write first: whoever changes the password
/// meanwhile waits, and then finds the session to end.
pub fn still_signs_in(conn: &mut Conn, id: &str, hash: &str) -> Stored<bool> {
    let theirs = staff::id.eq(id).and(staff::enabled).and(staff::password_hash.eq(hash));
    Ok(diesel::update(staff::table.filter(theirs)).set(staff::enabled.eq(staff::enabled)).execute(conn)? > 0)
}

/// Keeps the language a member of the staff reads in.
pub fn set_language(conn: &mut Conn, id: &str, language: &str) -> Stored<()> {
    diesel::update(staff::table.find(id)).set(staff::language.eq(language)).execute(conn)?;
    Ok(())
}

/// Whoever can be given cases, of a unit or of all units: may sign in, and has something to do in cases. In the
/// order of their logins: that of names is the reader's alphabet's.
pub fn clerks(conn: &mut Conn, unit: Option<&str>) -> Stored<Vec<Staff>> {
    let mut wanted = staff::table.filter(staff::enabled).order(staff::login).select(StaffRow::as_select()).into_boxed();
    if let Some(unit) = unit {
        wanted = wanted.filter(staff::unit.eq(unit));
    }
    let rows: Vec<StaffRow> = wanted.load(conn)?;
    let mut clerks = rows.into_iter().map(from_row).collect::<Stored<Vec<Staff>>>()?;
    clerks.retain(|one| one.role.may(Duty::Return));
    Ok(clerks)
}

/// The account of an id, if somebody may know whose it is: of a unit whose cases they see, or of the committee, which may
/// have cases of theirs.
pub fn colleague(conn: &mut Conn, reader: &Staff, id: &str) -> Stored<Option<Staff>> {
    match by_id(conn, id) {
        Ok(found) => Ok(Some(found).filter(|one| one.unit == COMMITTEE || reader.sees(Some(&one.unit)))),
        Err(StoreError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The account of an id.
pub fn by_id(conn: &mut Conn, id: &str) -> Stored<Staff> {
    from_row(staff::table.find(id).select(StaffRow::as_select()).first(conn)?)
}
