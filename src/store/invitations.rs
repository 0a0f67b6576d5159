//! Links for somebody else's paper: rows with the hash of their token, and the files that came by each.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::{BroughtRow, InvitationRow, coded, column, moment};
use super::schema::{brought_files, invitations};
use super::{Conn, Stored};
use crate::application::invitation::Invitation;
use crate::law::DocumentKind;

/// Stores a new link under the hash of its token.
pub fn make(conn: &mut Conn, invitation: &Invitation, token_hash: &str) -> Stored<()> {
    let row = InvitationRow {
        id: invitation.id.clone(),
        application_id: invitation.application_id.clone(),
        kind: invitation.kind.code().to_owned(),
        token_hash: token_hash.to_owned(),
        for_whom: invitation.for_whom.clone(),
        note: invitation.note.clone(),
        made_at: column(invitation.made_at),
        expires_at: column(invitation.expires_at),
        revoked_at: None,
    };
    diesel::insert_into(invitations::table).values(row).execute(conn)?;
    Ok(())
}

/// The link of a token's hash, and that hash.
pub fn by_token(conn: &mut Conn, token_hash: &str) -> Stored<Option<(Invitation, String)>> {
    let row: Option<InvitationRow> = invitations::table
        .filter(invitations::token_hash.eq(token_hash))
        .select(InvitationRow::as_select())
        .first(conn)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let hash = row.token_hash.clone();
    Ok(Some((read(conn, row)?, hash)))
}

/// A link by its id.
pub fn find(conn: &mut Conn, id: &str) -> Stored<Invitation> {
    let row: InvitationRow = invitations::table.find(id).select(InvitationRow::as_select()).first(conn)?;
    read(conn, row)
}

/// The links to a paper, newest first.
pub fn of_paper(conn: &mut Conn, application: &str, kind: DocumentKind) -> Stored<Vec<Invitation>> {
    let rows: Vec<InvitationRow> = invitations::table
        .filter(invitations::application_id.eq(application).and(invitations::kind.eq(kind.code())))
        .order((invitations::made_at.desc(), invitations::id.desc()))
        .select(InvitationRow::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| read(conn, row)).collect()
}

/// Takes a link back; false when there is none of that id with the paper, or it was taken back before.
pub fn revoke(conn: &mut Conn, application: &str, kind: DocumentKind, id: &str, at: DateTime<Utc>) -> Stored<bool> {
    let of_paper = invitations::application_id.eq(application).and(invitations::kind.eq(kind.code()));
    let open = invitations::id.eq(id).and(of_paper).and(invitations::revoked_at.is_null());
    let revoked = diesel::update(invitations::table.filter(open)).set(invitations::revoked_at.eq(column(at)));
    Ok(revoked.execute(conn)? == 1)
}

/// Notes which files came by a link.
pub fn note_files(conn: &mut Conn, id: &str, files: &[String]) -> Stored<()> {
    for file in files {
        let row = BroughtRow { file_id: file.clone(), invitation_id: id.to_owned() };
        diesel::insert_into(brought_files::table).values(row).execute(conn)?;
    }
    Ok(())
}

fn read(conn: &mut Conn, row: InvitationRow) -> Stored<Invitation> {
    let files = brought_files::table
        .filter(brought_files::invitation_id.eq(&row.id))
        .order(brought_files::file_id)
        .select(brought_files::file_id)
        .load(conn)?;
    Ok(Invitation {
        kind: coded(row.kind.parse().ok(), "document")?,
        id: row.id,
        application_id: row.application_id,
        for_whom: row.for_whom,
        note: row.note,
        made_at: moment(row.made_at),
        expires_at: moment(row.expires_at),
        revoked_at: row.revoked_at.map(moment),
        files,
    })
}
