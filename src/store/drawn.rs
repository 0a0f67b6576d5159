//! Pictures of pages: one row for a file that was drawn, two for each of its pages (large, and a thumbnail).

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{column, moment};
use super::schema::{drawings, files, sheets};
use super::{Conn, StoreError, Stored};
use crate::documents::ScanState;
use crate::documents::drawn::{Drawing, Sealed, Sheet};
use crate::documents::file::FileRole;
use crate::law::DocumentKind;

/// So many files wait at most to be drawn before somebody looks; what comes when there are more is drawn then.
const MOST_UNDRAWN: i64 = 64;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = sheets)]
struct SheetRow {
    id: String,
    file_id: String,
    page: i64,
    thumb: bool,
    width: i64,
    height: i64,
    size: i64,
    sha256: String,
}

fn row(file: &str, number: u32, thumb: bool, sealed: &Sealed) -> SheetRow {
    SheetRow {
        id: sealed.id.clone(),
        file_id: file.to_owned(),
        page: i64::from(number),
        thumb,
        width: i64::from(sealed.width),
        height: i64::from(sealed.height),
        size: i64::try_from(sealed.size).unwrap_or(i64::MAX),
        sha256: sealed.sha256.clone(),
    }
}

fn sealed(row: SheetRow) -> Stored<Sealed> {
    let pixels = |pixels: i64| u32::try_from(pixels).map_err(|_| StoreError::Unreadable("sheet".to_owned()));
    let (width, height) = (pixels(row.width)?, pixels(row.height)?);
    Ok(Sealed { id: row.id, width, height, size: row.size.unsigned_abs(), sha256: row.sha256 })
}

/// The files of an application whose first page was drawn.
pub fn of_application(conn: &mut Conn, application: &str) -> Stored<HashSet<String>> {
    let known: Vec<String> = files::table.filter(files::application_id.eq(application)).select(files::id).load(conn)?;
    let first = sheets::table.filter(sheets::page.eq(1).and(sheets::thumb.eq(true)).and(sheets::file_id.eq_any(known)));
    Ok(first.select(sheets::file_id).load::<String>(conn)?.into_iter().collect())
}

/// The drawing of a file, if it was drawn.
pub fn of(conn: &mut Conn, file: &str) -> Stored<Option<Drawing>> {
    let known: Option<(i64, NaiveDateTime, bool)> = drawings::table
        .find(file)
        .select((drawings::pages, drawings::drawn_at, drawings::whole))
        .first(conn)
        .optional()?;
    let Some((pages, at, whole)) = known else { return Ok(None) };
    let rows: Vec<SheetRow> = sheets::table
        .filter(sheets::file_id.eq(file))
        .order((sheets::page, sheets::thumb))
        .select(SheetRow::as_select())
        .load(conn)?;
    let mut drawn = Vec::new();
    let mut rows = rows.into_iter();
    // The large one comes before its thumbnail.
    while let (Some(page), Some(thumb)) = (rows.next(), rows.next()) {
        let number = u32::try_from(page.page).unwrap_or_default();
        drawn.push(Sheet { number, page: sealed(page)?, thumb: sealed(thumb)? });
    }
    Ok(Some(Drawing { pages: u32::try_from(pages).unwrap_or_default(), at: moment(at), whole, sheets: drawn }))
}

/// Writes down a drawing in the place of one in vain, or what was missing of one whose first page alone was drawn. Whether
/// it was: not when another process was quicker, nor when the file is gone meanwhile.
pub fn put(conn: &mut Conn, file: &str, drawing: &Drawing) -> Stored<bool> {
    // Write first: whoever draws the same file waits here.
    let touched = diesel::update(files::table.find(file)).set(files::id.eq(files::id)).execute(conn)?;
    let of_file = sheets::table.filter(sheets::file_id.eq(file));
    let there: Vec<i64> = of_file.select(sheets::page).distinct().load(conn)?;
    let twice = drawing.sheets.iter().any(|sheet| there.contains(&i64::from(sheet.number)));
    if touched == 0 || twice || (!there.is_empty() && !drawing.whole) {
        return Ok(false);
    }
    diesel::delete(drawings::table.find(file)).execute(conn)?;
    diesel::insert_into(drawings::table)
        .values((
            drawings::file_id.eq(file),
            drawings::pages.eq(i64::from(drawing.pages)),
            drawings::drawn_at.eq(column(drawing.at)),
            drawings::whole.eq(drawing.whole),
        ))
        .execute(conn)?;
    for sheet in &drawing.sheets {
        for row in [row(file, sheet.number, false, &sheet.page), row(file, sheet.number, true, &sheet.thumb)] {
            diesel::insert_into(sheets::table).values(row).execute(conn)?;
        }
    }
    Ok(true)
}

/// Files of papers, of at most so many bytes, that came after a moment, that people may open, and of which nothing is drawn
/// yet, each with its application: the last first, at most some.
pub fn undrawn(conn: &mut Conn, after: DateTime<Utc>, most_bytes: i64) -> Stored<Vec<(String, String)>> {
    Ok(files::table
        .left_join(drawings::table.on(drawings::file_id.eq(files::id)))
        .filter(drawings::file_id.is_null())
        .filter(files::stored_at.gt(column(after)).and(files::size.le(most_bytes)))
        .filter(files::scan.eq_any([ScanState::Clean.code(), ScanState::NotScanned.code()]))
        .filter(files::kind.ne(DocumentKind::Photo.code()))
        .filter(files::role.eq_any([FileRole::Paper.code(), FileRole::Translation.code()]))
        .order((files::stored_at.desc(), files::id.desc()))
        .limit(MOST_UNDRAWN)
        .select((files::application_id, files::id))
        .load(conn)?)
}

/// Names in the vault of all pictures of a file.
pub fn names(conn: &mut Conn, file: &str) -> Stored<Vec<String>> {
    Ok(sheets::table.filter(sheets::file_id.eq(file)).select(sheets::id).load(conn)?)
}

/// Forgets the drawing of a file, when its pictures are out of the vault.
pub fn forget(conn: &mut Conn, file: &str) -> Stored<()> {
    diesel::delete(sheets::table.filter(sheets::file_id.eq(file))).execute(conn)?;
    diesel::delete(drawings::table.find(file)).execute(conn)?;
    Ok(())
}

/// Files that are gone and whose drawings are still there: at most some, and only those drawn before a moment.
pub fn left_over(conn: &mut Conn, before: DateTime<Utc>) -> Stored<Vec<String>> {
    Ok(drawings::table
        .left_join(files::table.on(files::id.eq(drawings::file_id)))
        .filter(files::id.is_null())
        .filter(drawings::drawn_at.lt(column(before)))
        .select(drawings::file_id)
        .limit(1_000)
        .load(conn)?)
}
