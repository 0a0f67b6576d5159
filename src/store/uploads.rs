//! Uploads that have begun: found and changed by whose they are (an application's, or a link's), so that nobody else's are.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::{column, moment};
use super::schema::uploads;
use super::{Conn, StoreError, Stored};
use crate::documents::file::FileRole;
use crate::documents::resumed::{Resumed, Whose, may_begin};

/// So many expired ones are cleared at a time: nobody waits for more.
const SWEEP: i64 = 20;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = uploads)]
struct UploadRow {
    id: String,
    application_id: String,
    kind: String,
    role: String,
    name: String,
    length: i64,
    received: i64,
    pieces: String,
    expires_at: chrono::NaiveDateTime,
    invitation_id: Option<String>,
}

impl UploadRow {
    fn is_of(&self, whose: &Whose) -> bool {
        self.application_id == whose.application && self.invitation_id == whose.link
    }
    fn read(self) -> Stored<Resumed> {
        let kind = self.kind.parse().map_err(|_| StoreError::NotFound)?;
        Ok(Resumed {
            id: self.id,
            whose: Whose { application: self.application_id, link: self.invitation_id },
            kind,
            role: FileRole::from_code(&self.role),
            name: self.name,
            length: self.length.unsigned_abs(),
            received: self.received.unsigned_abs(),
            pieces: self.pieces.split_whitespace().map(str::to_owned).collect(),
            expires_at: moment(self.expires_at),
        })
    }
}

/// Begins one, if there is room beside the others of the same sender; whether there was. Each link has its own room: what
/// others send takes none of the applicant's.
pub fn begin(conn: &mut Conn, upload: &Resumed) -> Stored<bool> {
    // The row comes first: it locks, and two that begin at once are counted one after the other.
    let row = UploadRow {
        id: upload.id.clone(),
        application_id: upload.whose.application.clone(),
        kind: upload.kind.code().to_owned(),
        role: upload.role.code().to_owned(),
        name: upload.name.clone(),
        length: i64::try_from(upload.length).unwrap_or(i64::MAX),
        received: 0,
        pieces: String::new(),
        expires_at: column(upload.expires_at),
        invitation_id: upload.whose.link.clone(),
    };
    diesel::insert_into(uploads::table).values(row).execute(conn)?;
    let others: Vec<(i64, Option<String>)> = uploads::table
        .filter(uploads::application_id.eq(&upload.whose.application).and(uploads::id.ne(&upload.id)))
        .select((uploads::length, uploads::invitation_id))
        .load(conn)?;
    let others = others.into_iter().filter(|(_, link)| *link == upload.whose.link);
    let others: Vec<u64> = others.map(|(length, _)| length.unsigned_abs()).collect();
    let room = may_begin(&others, upload.length);
    if !room {
        diesel::delete(uploads::table.find(&upload.id)).execute(conn)?;
    }
    Ok(room)
}

/// One of a sender that has not expired.
pub fn find(conn: &mut Conn, whose: &Whose, id: &str, at: DateTime<Utc>) -> Stored<Resumed> {
    let row = row(conn, whose, id)?.filter(|row| moment(row.expires_at) > at);
    row.ok_or(StoreError::NotFound)?.read()
}

fn row(conn: &mut Conn, whose: &Whose, id: &str) -> Stored<Option<UploadRow>> {
    let row: Option<UploadRow> = uploads::table.find(id).select(UploadRow::as_select()).first(conn).optional()?;
    Ok(row.filter(|row| row.is_of(whose)))
}

/// Adds a piece to what `before` was; whether it was still so, and nothing else had been added meanwhile.
pub fn grow(conn: &mut Conn, before: &Resumed, piece: &str, bytes: u64, expires_at: DateTime<Utc>) -> Stored<bool> {
    let received = i64::try_from(before.received).unwrap_or(i64::MAX);
    let mut pieces = before.pieces.clone();
    pieces.push(piece.to_owned());
    let same = uploads::table.find(&before.id).filter(uploads::received.eq(received));
    let grown = diesel::update(same)
        .set((
            uploads::received.eq(received.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX))),
            uploads::pieces.eq(pieces.join(" ")),
            uploads::expires_at.eq(column(expires_at)),
        ))
        .execute(conn)?;
    Ok(grown == 1)
}

/// Takes one out of the table: whoever gets it has its pieces alone. Nothing when it is gone.
pub fn take(conn: &mut Conn, whose: &Whose, id: &str) -> Stored<Option<Resumed>> {
    let Some(row) = row(conn, whose, id)? else { return Ok(None) };
    remove(conn, row)
}

fn remove(conn: &mut Conn, row: UploadRow) -> Stored<Option<Resumed>> {
    // As it was seen: a piece that came in between keeps it here.
    let seen = uploads::table.find(&row.id).filter(uploads::received.eq(row.received));
    let taken = diesel::delete(seen).execute(conn)? == 1;
    row.read().map(|upload| taken.then_some(upload))
}

/// Takes those of a link out of the table.
pub fn take_of_link(conn: &mut Conn, link: &str, at: DateTime<Utc>) -> Stored<Vec<Resumed>> {
    let of_link = uploads::table.filter(uploads::invitation_id.eq(link));
    // Locks them: no piece comes in between.
    diesel::update(of_link).set(uploads::expires_at.eq(column(at))).execute(conn)?;
    let rows: Vec<UploadRow> = of_link.select(UploadRow::as_select()).load(conn)?;
    rows.into_iter().filter_map(|row| remove(conn, row).transpose()).collect()
}

/// Takes expired ones out of the table.
pub fn expired(conn: &mut Conn, at: DateTime<Utc>) -> Stored<Vec<Resumed>> {
    let old = uploads::table.filter(uploads::expires_at.le(column(at))).order(uploads::expires_at).limit(SWEEP);
    let rows: Vec<UploadRow> = old.select(UploadRow::as_select()).load(conn)?;
    rows.into_iter().filter_map(|row| remove(conn, row).transpose()).collect()
}
